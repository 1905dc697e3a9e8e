# SPDX-License-Identifier: Apache-2.0
#
# Part of tests/data/make: certificates that `openssl ca` does not issue, all by the intermediate.

use strict;
use warnings;
use der;
use pkix;

# Names: each the subject of a certificate name-WORD. Strings are octets, so UTF-8 is written out.

my $bidi    = "\xE2\x80\xAE"; # U+202E
my $isolate = "\xE2\x81\xA6"; # U+2066
my $line    = "\xE2\x80\xA8"; # U+2028
my $csi     = "\xC2\x9B"; # U+009B
my $narrow  = "\xE2\x80\x8B"; # U+200B
my $zuerich = "Z\xC3\xBCrich";

my @names = (
    ['control',     'control characters',        rdn(CN => utf8("a\x01b\tc\x7Fd"))],
    ['newline',     'newline and CR',            rdn(CN => utf8("first\r\nSecond: line"))],
    ['escape',      'ESC sequence',              rdn(CN => utf8("\e[31mred\e]0;title\a"))],
    ['c1',          'C1 control (CSI)',          rdn(CN => utf8("${csi}31mred"))],
    ['nul',         'NUL in the name',           rdn(CN => utf8("www.example.test\0.example.org"))],
    ['bidi',        'U+202E, U+2066',            rdn(CN => utf8("user${bidi}txt.exe${isolate}x"))],
    ['invisible',   'U+2028, U+200B',            rdn(CN => utf8("one${line}two${narrow}three"))],
    ['tag',         'U+E0041, a tag',            rdn(CN => utf8("one\xF3\xA0\x81\x81two"))],
    ['utf8',        'UTF-8 beyond ASCII',        rdn(L => utf8($zuerich))],
    ['invalid',     'invalid UTF-8',
        rdn(CN => utf8("caf\xE9 \xC0\xAF \xED\xA0\x80 \xE2\x82"))],
    ['bmp',         'BMPString',
        rdn(L => tlv(0x1E, "\0Z\0\xFC\0r\0i\0c\0h\x26\x03"))],
    ['bmp-odd',     'BMPString of odd length',   rdn(CN => tlv(0x1E, "\0Z\0\xFC\0"))],
    ['universal',   'UniversalString',           rdn(CN => tlv(0x1C, "\0\0\0A\0\1\xF6\0"))],
    ['t61',         'T61String',                 rdn(L => tlv(0x14, "M\xFCnchen"))],
    ['visible',     'VisibleString',             rdn(CN => tlv(0x1A, 'visible'))],
    ['multi',       'multi-valued RDN',
        rdn(CN => utf8('one'), OU => utf8('two'), L => utf8('three'))],
    ['special',     'what RFC 4514 escapes',     rdn(CN => utf8('a+b,c"d\e;f<g>h=i/j'))],
    ['hash',        'leading #',                 rdn(CN => utf8('#1 of them'))],
    ['blanks',      'leading and trailing blank', rdn(CN => utf8(' both '))],
    ['blank',       'a single blank',            rdn(CN => utf8(' '))],
    ['empty-value', 'empty value',               rdn(CN => utf8(''))],
    ['email',       'IA5String',                 rdn(emailAddress => ia5('admin@example.test'))],
    ['type',        'unknown attribute type',    rdn('1.3.6.1.4.1.32473.7' => utf8('value'))],
    ['value',       'a value that is no string', rdn(CN => seq(integer('05')))],
    ['long',        'a value of 5,000 octets',   rdn(CN => utf8('x' x 5000))],
    ['rdns-100',    '100 RDNs',                  map { rdn(OU => utf8("unit $_")) } 1 .. 100],
);

for my $row (@names) {
    my ($word, $point, @rdns) = @$row;
    save_both("name-$word", 'certificate', "subject: $point", certificate(subject => name(@rdns)));
}

# Others: fields of a certificate NAME.

my $true  = boolean(1);
my $odd   = '1.3.6.1.4.1.32473';      # for examples, RFC 5612
my $host  = implicit(2, 'host.example.test');
my $usage = extension(keyUsage => tlv(0x03, "\x00\x86"), $true);

# Extensions of types that nobody knows.
sub unknown_extensions {
    return map { extension("$odd.9.$_" => null()) } 1 .. $_[0];
}

# accessLocation URIs, all for OCSP.
sub access {
    my @descriptions = map { seq(oid($ID{ocsp}), implicit(6, $_)) } @_;
    return extension(authorityInfoAccess => seq(@descriptions));
}

sub san { return extension(subjectAltName => seq(@_)) }

my @others = (
    ['v1', 'version 1', version => '', extensions => []],
    ['serial-20-octets', 'serial of 20 octets', serial => integer('7F' . '5A' x 19)],
    ['serial-21-octets', 'serial of 21 octets', serial => integer('7F' . '5A' x 20)],
    ['serial-128-octets', 'serial of 128 octets', serial => integer('7F' . '5A' x 127)],
    ['serial-high-bit', 'serial with a leading 00', serial => integer('00FEDCBA9876543210')],
    ['serial-negative', 'negative serial -0x1234', serial => integer('EDCC')],
    ['serial-negative-128', 'negative serial -0x80', serial => integer('80')],
    ['serial-minus-one', 'negative serial -1', serial => integer('FF')],
    ['serial-zero', 'serial 0', serial => integer('00')],
    ['empty-subject', 'empty subject, critical SAN', subject => name(),
        extensions => [extension(subjectAltName => seq($host), $true)]],
    ['extensions-128', '128 extensions', extensions => [unknown_extensions(128)]],
    ['oid-128-octets', 'OID of 128 octets',
        extensions => [seq(tlv(0x06, "\x2A", "\x83\x01" x 63, "\x05"), octets(null()))]],
    ['unknown-critical', 'unknown critical extension',
        extensions => [extension("$odd.9", octets('x'), $true)]],
    ['san-control', 'control characters in a SAN',
        extensions => [san(implicit(2, "a\nDNS:b\e[2J.example.test"), implicit(1, "x\0y\@z"))]],
    ['san-kinds', 'a SAN of every GeneralName', extensions => [san(
            explicit(0, oid("$odd.8"), explicit(0, utf8('other'))), implicit(1, 'a@example.test'),
            $host, explicit(4, cn('directory')), implicit(6, 'https://example.test/'),
            implicit(7, "\xC0\0\2\1"), implicit(7, 'odd length'),
            implicit(8, body(oid("$odd.8"))))]],
    ['aia-control', 'control characters in an AIA URI',
        extensions => [access("http://ocsp.example.test/\r\nX: y")]],
    ['aia-9', 'nine responders',
        extensions => [access(map { "http://ocsp$_.example.test/" } 1 .. 9)]],
    ['aia-ldap', 'an ldap responder before the http one',
        extensions => [access('ldap://ocsp.example.test/', 'http://ocsp.example.test/')]],

    # Departures from DER that are read with a note.
    ['departure-critical-false', 'critical FALSE written out',
        extensions => [extension("$odd.9" => null(), boolean(0))]],
    ['departure-ca-false', 'cA FALSE written out',
        extensions => [extension(basicConstraints => seq(boolean(0)))]],
    ['departure-version-1', 'version v1 written out',
        version => explicit(0, integer('00')), extensions => []],
    ['departure-named-bits', 'unused named bits not trimmed', extensions => [$usage]],
    ['departure-characters', '@ and * in a PrintableString',
        subject => name(rdn(CN => printable('*@_')))],
    ['departure-ia5', 'an octet over 7F in an IA5String',
        subject => name(rdn(emailAddress => ia5("\xE9\@example.test")))],
    ['departure-set-order', 'SET OF out of order', subject => name(
            tlv(0x31, sort { $b cmp $a } parts(rdn(CN => utf8('one'), OU => utf8('two')))))],
    ['departure-no-null', 'RSA AlgorithmIdentifier without NULL',
        signature => algorithm('sha256WithRSAEncryption', '')],
);

for my $row (@others) {
    my ($name, $point, @fields) = @$row;
    my $certificate = certificate(extensions => [san($host)], @fields);
    save_both($name, 'certificate', $point, $certificate);
}

# Limits: 64 KiB, 128 extensions, serials and OIDs of 128 octets. What is over them is in DIR/bad,
# and what is malformed in the production, not in its DER.

my $limit = 64 * 1024;

for my $size ($limit - 1, $limit, $limit + 1) {
    my $certificate = sized($size,
        sub { certificate(extensions => [extension("$odd.9" => octets($_[0]))]) });
    my @given = $size > $limit ? ('bad/', 'bad') : ('', 'good');
    save("$given[0]certificate-$size-bytes.der", 'certificate', $given[1], "$size bytes",
        $certificate);
}

my @over = (
    ['extensions-129', '129 extensions', extensions => [unknown_extensions(129)]],
    ['serial-129-octets', 'serial of 129 octets', serial => integer('7F' . '5A' x 128)],
    ['oid-129-octets', 'OID of 129 octets',
        extensions => [seq(tlv(0x06, "\x2A", "\x83\x01" x 64), octets(null()))]],
    ['v1-extensions', 'version 1 with extensions', version => ''],
    ['value-undecodable', 'a known extension that is not what it should be',
        extensions => [extension(basicConstraints => utf8('no'))]],
);

for my $row (@over) {
    my ($name, $point, @fields) = @$row;
    my $certificate = certificate(extensions => [san($host)], @fields);
    save("bad/certificate-$name.der", 'certificate', 'bad', $point, $certificate);
}
