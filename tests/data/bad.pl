# SPDX-License-Identifier: Apache-2.0
#
# Part of tests/data/make: what has to be refused, below DIR/bad. A well-formed object of each
# kind, with one defect: bad/KIND-DEFECT.der. All lengths around the defect are right. Signatures
# are those of the object without the defect, for encoding comes before trust.

use strict;
use warnings;
use der;
use pkix;

my $true    = boolean(1);
my $unknown = extension('1.3.6.1.4.1.32473.9' => octets('x'), $true);
my $rich    = certificate(extensions => [
        extension(subjectAltName => seq(implicit(2, 'host.example.test'))), $unknown]);

# The objects, and where in each the defects go. Places are paths as edit() takes them; a kind
# without a place gets none of the defects for it.
#   first      the value that gets the defects of tags and lengths
#   oid, integer, time, signature    a value of that type
#   parameters, value    of any type: of an algorithm, of an attribute
#   list       Extensions; the last one is critical
#   tbs        what is signed; the version is its first field, or would be
my @tbs   = (1, 0, 1, 0, 0);                 # tbsResponseData in an OCSPResponse
my %kinds = (
    request => {
        kind    => 'ocspRequest',
        der     => request(extensions => [extension(nonce => octets('n' x 16)), $unknown]),
        first   => ['issuerNameHash', 0, 0, 0, 0, 1],
        oid     => ['hashAlgorithm', 0, 0, 0, 0, 0, 0],
        integer => ['serialNumber', 0, 0, 0, 0, 3],
        parameters => ['hashAlgorithm', 0, 0, 0, 0, 0, 1],
        list    => ['requestExtensions', 0, 1, 0],
        tbs     => ['tbsRequest', 0],
    },
    response => {
        kind      => 'ocspResponse',
        der       => response(extensions => [extension(nonce => octets('n' x 16)), $unknown]),
        first     => ['responderID.byKey', @tbs, 0, 0],
        oid       => ['hashAlgorithm', @tbs, 2, 0, 0, 0, 0],
        integer   => ['serialNumber', @tbs, 2, 0, 0, 3],
        parameters => ['hashAlgorithm', @tbs, 2, 0, 0, 0, 1],
        time      => ['thisUpdate', @tbs, 2, 0, 2],
        list      => ['responseExtensions', @tbs, 3, 0],
        tbs       => ['tbsResponseData', @tbs],
        signature => ['signature', 1, 0, 1, 0, 2],
    },
    certificate => {
        kind      => 'certificate',
        der       => $rich,
        first     => ['issuer', 0, 3],
        oid       => ['signature', 0, 2, 0],
        integer   => ['serialNumber', 0, 1],
        parameters => ['subjectPublicKeyInfo', 0, 6, 0, 1],
        value     => ['subject', 0, 5, 0, 0, 1],
        time      => ['notBefore', 0, 4, 0],
        list      => ['extensions', 0, 7, 0],
        tbs       => ['tbsCertificate', 0],
        signature => ['signatureValue', 2],
    },
    crl => {
        kind      => 'certificateList',
        der       => crl(list => seq(crl_entry('1001', utc('180109120000Z'))),
            extensions => [extension(cRLNumber => integer('2A')), $unknown]),
        first     => ['issuer', 0, 2],
        oid       => ['signature', 0, 1, 0],
        integer   => ['userCertificate', 0, 5, 0, 0],
        time      => ['thisUpdate', 0, 3],
        list      => ['crlExtensions', 0, 6, 0],
        tbs       => ['tbsCertList', 0],
        signature => ['signatureValue', 2],
    },
    csr => {
        kind      => 'certificationRequest',
        der       => fixture('csr.der'),
        first     => ['subject', 0, 1],
        oid       => ['subjectPKInfo', 0, 2, 0, 0],
        integer   => ['version', 0, 0],
        list      => ['attributes', 0, 3, 0, 1, 0],
        tbs       => ['certificationRequestInfo', 0],
        signature => ['signature', 2],
    },
    public => {
        kind      => 'publicKey',
        der       => fixture('public-p256-leaf.der'),
        first     => ['algorithm', 0],
        oid       => ['algorithm', 0, 0],
        signature => ['subjectPublicKey', 1],
    },
    private => {
        kind    => 'privateKey',
        der     => fixture('private-p256-leaf.der'),
        first   => ['privateKey', 2],
        oid     => ['privateKeyAlgorithm', 1, 0],
        integer => ['version', 0],
    },
    pkcs7 => {
        kind    => 'pkcs7',
        der     => fixture('pkcs7-signed.der'),
        first   => ['encapContentInfo', 1, 0, 2],
        oid     => ['contentType', 0],
        integer => ['version', 1, 0, 0],
        tbs     => ['content', 1, 0],
    },
);

# Changes ------------------------------------------------------------------------------------------

# A length in more octets than it needs.
sub long_length {
    my ($der) = @_;
    my $body   = body($der);
    my $length = pack('N', length $body) =~ s/^\0+//r;
    $length = "\0$length" if length $body > 0x7F;
    return chr(tag_of($der)) . chr(0x80 | length $length) . $length . $body;
}

sub with_body { my ($body) = @_; return sub { tlv(tag_of($_[0]), $body) } }
sub indefinite { return chr(tag_of($_[0]) | 0x20) . "\x80" . body($_[0]) . "\0\0" }
sub high_tag   { return "\x3F\x1F" . substr $_[0], 1 }
sub wrong_tag  { return "\x05" . substr $_[0], 1 }
sub padded     { return tlv(tag_of($_[0]), "\0", body($_[0])) }
sub doubled    { my @parts = parts($_[0]); return tlv(tag_of($_[0]), @parts, $parts[-1]) }
sub left_over  { return tlv(tag_of($_[0]), body($_[0]), null()) }

# The contents say that they are one octet longer than what holds them.
sub overrun { return chr(tag_of($_[0])) . length_octets(length(body($_[0])) + 1) . body($_[0]) }

sub nested {
    my ($levels) = @_;
    my $der = '';
    $der = seq($der) for 1 .. $levels;
    return $der;
}

# The first subidentifier behind the two of the first octet, with a zero septet in front.
sub long_subidentifier {
    my $body = body($_[0]);
    return tlv(0x06, substr($body, 0, 1), "\x80", substr $body, 1);
}

sub cut_subidentifier { return tlv(0x06, substr(body($_[0]), 0, -1), "\x81") }

# The last extension of a list, its critical changed.
sub critical {
    my ($octets) = @_;
    return sub {
        my @list = parts($_[0]);
        return tlv(tag_of($_[0]), @list[0 .. $#list - 1], edit($list[-1], [1], with_body($octets)));
    };
}

# In UTCTime or GeneralizedTime, as the place has it.
sub time_like {
    my ($text) = @_;
    return sub { tlv(tag_of($_[0]), tag_of($_[0]) == 0x17 ? substr($text, 2) : $text) };
}

# Certificates and CRLs have a version already, [0] or plain.
sub version_9 {
    my ($first, @rest) = parts($_[0]);
    my $nine = integer('09');
    return tlv(tag_of($_[0]), $nine, @rest) if tag_of($first) == 0x02;
    return tlv(tag_of($_[0]), explicit(0, $nine), tag_of($first) == 0xA0 ? () : $first, @rest);
}

# Defects ------------------------------------------------------------------------------------------

# DEFECT, in which place ('' is the whole), its point (%s is the place's name), the change.
my @defects = (
    ['cut',              '',          'cut in the middle',
        sub { substr $_[0], 0, length($_[0]) / 2 }],
    ['cut-last',         '',          'the last octet is missing', sub { substr $_[0], 0, -1 }],
    ['trailing-byte',    '',          'one octet behind it', sub { "$_[0]\0" }],
    ['indefinite',       '',          'indefinite length', \&indefinite],
    ['length-outer',     '',          'the outermost length is not minimal', \&long_length],
    ['length-inner',     'first',     'length of %s is not minimal', \&long_length],
    ['length-indefinite', 'first',    'length of %s is indefinite', \&indefinite],
    ['length-overrun',   'first',     '%s is longer than what holds it', \&overrun],
    ['length-huge',      'first',     'length of %s is 4 GiB', sub { "\x30\x84\xFF\xFF\xFF\xFF" }],
    ['length-reserved',  'first',     'length of %s begins with FF',
        sub { "\x30\xFF" . 'x' x 127 }],
    ['wrong-tag',        'first',     '%s has the tag of NULL', \&wrong_tag],
    ['high-tag',         'first',     '%s has a high tag number', \&high_tag],
    ['nested',           'first',     '5,000 nested SEQUENCEs as %s', sub { nested(5000) }],
    ['integer-long',     'integer',   '%s with a 00 too many', \&padded],
    ['integer-long-negative', 'integer', '%s with an FF too many', with_body("\xFF\x80")],
    ['integer-empty',    'integer',   '%s without octets', with_body('')],
    ['oid-long',         'oid',       'OID of %s is not minimal', \&long_subidentifier],
    ['oid-cut',          'oid',       'OID of %s ends in a subidentifier', \&cut_subidentifier],
    ['oid-empty',        'oid',       'OID of %s without octets', with_body('')],
    ['parameters-null',  'parameters', 'parameters of %s: a NULL with an octet in it',
        sub { tlv(0x05, 'x') }],
    ['parameters-boolean', 'parameters', 'parameters of %s: a BOOLEAN without octets',
        sub { tlv(0x01) }],
    ['parameters-oid',   'parameters', 'parameters of %s: an OID without octets',
        sub { tlv(0x06) }],
    ['parameters-end',   'parameters', 'parameters of %s: an end of contents', sub { tlv(0x00) }],
    ['parameters-inner', 'parameters', 'parameters of %s: a SEQUENCE with an INTEGER too long',
        sub { seq(integer('0005')) }],
    ['parameters-nested', 'parameters', 'parameters of %s: 33 levels', sub { nested(33) }],
    ['value-constructed', 'value',    'a value in %s is a string in parts',
        sub { tlv(0x2C, utf8('x')) }],
    ['value-bits',       'value',     'a value in %s is a BIT STRING without octets',
        sub { tlv(0x03) }],
    ['boolean-01',       'list',      'critical TRUE is 01', critical("\x01")],
    ['boolean-wide',     'list',      'critical of two octets', critical("\xFF\xFF")],
    ['extension-twice',  'list',      'an extension of %s twice', \&doubled],
    ['extensions-empty', 'list',      '%s without an extension', with_body('')],
    ['extension-more',   'list',      'a NULL behind an extension',
        sub { edit($_[0], [0], \&left_over) }],
    ['tbs-more',         'tbs',       'a NULL behind the last field of %s', \&left_over],
    ['version-9',        'tbs',       'version 9', \&version_9],
    ['time-31-february', 'time',      '%s on 31 February', time_like('20180231224451Z')],
    ['time-29-february', 'time',      '%s on 29 February 2018', time_like('20180229224451Z')],
    ['time-month-0',     'time',      '%s in month 0', time_like('20180011224451Z')],
    ['time-hour-24',     'time',      '%s at hour 24', time_like('20180111244451Z')],
    ['time-second-60',   'time',      '%s at second 60', time_like('20180111224460Z')],
    ['time-fraction',    'time',      '%s with a fraction', time_like('20180111224451.5Z')],
    ['time-offset',      'time',      '%s with an offset', time_like('20180111224451+0100')],
    ['time-no-seconds',  'time',      '%s without seconds', time_like('201801112244Z')],
    ['time-no-zone',     'time',      '%s without Z', time_like('20180111224451')],
    ['time-blank',       'time',      '%s with a blank', time_like('201801112244 1Z')],
    ['bits-empty',       'signature', '%s without octets', with_body('')],
    ['bits-unused-8',    'signature', '%s with 8 unused bits', with_body("\x08x")],
    ['bits-unused-set',  'signature', '%s with an unused bit that is set', with_body("\x01\x01")],
);

for my $word (qw(request response certificate crl csr public private pkcs7)) {
    my $kind = $kinds{$word};
    for my $row (@defects) {
        my ($defect, $place, $point, $change) = @$row;
        next if $place ne '' && !$kind->{$place};
        my ($name, @path) = $place eq '' ? ('') : @{ $kind->{$place} };
        save("bad/$word-$defect.der", $kind->{kind}, 'bad', $point =~ s/%s/$name/r,
            edit($kind->{der}, \@path, $change));
    }
}

# The manual's example of a diagnostic: byte 21 is the tag of issuerNameHash.
save('bad/comodo-request-tag.der', 'ocspRequest', 'bad',
    'issuerNameHash has the tag of NULL (byte 21)',
    edit(fixture('comodo-request.der'), [0, 0, 0, 0, 1], \&wrong_tag));

# PKCS#7 that holds nothing of ours.
my $bundle = fixture('pkcs7.der');
save('bad/pkcs7-empty.der', 'pkcs7', 'bad', 'neither certificates nor CRLs',
    edit($bundle, [1, 0], sub { tlv(0x30, (parts($_[0]))[0 .. 2], set()) }));
save('bad/pkcs7-data.der', 'pkcs7', 'bad', 'data, not signedData',
    seq(oid('1.2.840.113549.1.7.1'), explicit(0, octets('data'))));
save('bad/pkcs7-attribute.der', 'pkcs7', 'bad', 'an attribute certificate in it',
    edit($bundle, [1, 0, 3], sub { tlv(tag_of($_[0]), body($_[0]), tlv(0xA2, null())) }));

# Nothing of any kind ------------------------------------------------------------------------------

# A linear congruential generator: the same octets everywhere.
sub random_octets {
    my ($count) = @_;
    my $state = 20180111;
    my $octets = '';
    for (1 .. $count) {
        $state = ($state * 1103515245 + 12345) % 2**31;
        $octets .= chr($state >> 16 & 0xFF);
    }
    return $octets;
}

my $page = "<!DOCTYPE html>\n<html>\n<head><title>403 Forbidden</title></head>\n"
    . "<body><h1>Forbidden</h1><p>MFEwTzBNMEswSTAJ</p></body>\n</html>\n";

my @files = (
    ['empty',        'empty file',                  ''],
    ['blank',        'blanks and newlines',         " \n\t\r\n\n"],
    ['one-byte',     'a tag alone',                 "\x30"],
    ['header-cut',   'a length that is cut',        "\x30\x82\x01"],
    ['header-only',  'a tag and a length alone',    "\x30\x82\x01\x00"],
    ['zeros',        'zeros',                       "\0" x 1000],
    ['ones',         'octets FF',                   "\xFF" x 1000],
    ['random',       'random octets',               random_octets(1000)],
    ['random-seq',   'random octets in a SEQUENCE', seq(random_octets(1000))],
    ['seq-empty',    'an empty SEQUENCE',           seq()],
    ['nested',       '5,000 nested SEQUENCEs',      nested(5000)],
    ['nested-open',  '5,000 nested SEQUENCEs of indefinite length', "\x30\x80" x 5000],
    ['integer',      'an INTEGER alone',            integer('05')],
    ['page.html',    'an HTML page',                $page],
    ['page.http',    'an HTTP message with an HTML page',
        "HTTP/1.1 403 Forbidden\r\nContent-Type: text/html\r\n\r\n$page"],
    ['http-empty',   'an HTTP message without a body',
        "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"],
    ['lines.txt',    'text of many lines',
        join '', map { "line $_ of a text, which is no list\n" } 1 .. 500],
    ['urls.txt',     'a list of URLs',
        join '', map { "http://ocsp.example.test/$_\n" } 1 .. 500],
    ['begin-in-line.txt', 'a BEGIN that does not start its line',
        "text -----BEGIN CERTIFICATE-----\nand more\n"],
    ['base64.b64',   'base64 of random octets',     base64(random_octets(300)) . "\n"],
    ['base64-cut.b64', 'base64 of a certificate, cut', substr(base64($rich), 0, 203) . "\n"],
    ['hex-odd.hex',  'hex with an odd number of digits', substr(unpack('H*', $rich), 0, -1) . "\n"],
);

for my $row (@files) {
    my ($name, $point, $bytes) = @$row;
    my $suffix = $name =~ /[.]/ ? '' : '.der';
    save("bad/$name$suffix", 'any', 'bad', $point, $bytes);
}
