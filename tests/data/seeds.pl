# SPDX-License-Identifier: Apache-2.0
#
# Part of tests/data/make: what the fuzz targets, and the mutants that "make check-long" compares,
# start from beside the files of their kinds, below DIR/fuzz/TARGET: fuzz/TARGET/DEFECT, or the
# point where nothing is wrong. Each is small.

use strict;
use warnings;
use der;
use pkix;

# seeds TARGET, (NAME, BYTES)...
sub seeds {
    my ($target, @pairs) = @_;
    while (my ($name, $bytes) = splice @pairs, 0, 2) {
        save_seed($target, $name, $bytes);
    }
    return;
}

# DER ----------------------------------------------------------------------------------------------

sub nested {
    my ($levels) = @_;
    my $der = '';
    $der = seq($der) for 1 .. $levels;
    return $der;
}

seeds('der',
    'all-types'       => seq(boolean(1), integer('05'), bits('x'), octets('x'), null(),
        oid('1.2.3'), enumerated(1), utf8('x'), utc('180111224451Z'),
        generalized('20180111224451Z'), set('')),
    'boolean-01'      => tlv(0x01, "\x01"),
    'boolean-wide'    => tlv(0x01, "\xFF\xFF"),
    'integer-empty'   => tlv(0x02),
    'integer-long'    => integer('0001'),
    'integer-31-bits' => seq(integer('7FFFFFFF'), integer('0080000000'), integer('80000000')),
    'bits-empty'      => tlv(0x03),
    'bits-unused-7'   => tlv(0x03, "\x07\x80"),
    'bits-unused-8'   => tlv(0x03, "\x08\x00"),
    'bits-unused-set' => tlv(0x03, "\x01\x01"),
    'bits-unused-of-none' => tlv(0x03, "\x01"),
    'bits-33'         => tlv(0x03, "\x07\xFF\xFF\xFF\xFF\x80"),
    'null-full'       => tlv(0x05, 'x'),
    'oid-empty'       => tlv(0x06),
    'oid-cut'         => tlv(0x06, "\x2A\x86"),
    'oid-long'        => tlv(0x06, "\x2A\x80\x01"),
    'oid-second-arc'  => tlv(0x06, "\x88\x37"),
    'oid-63-bits'     => tlv(0x06, "\x2A", "\xFF" x 8, "\x7F"),
    'oid-64-bits'     => tlv(0x06, "\x2A\x81", "\xFF" x 8, "\x7F"),
    'oid-128-octets'  => tlv(0x06, "\x2A" x 128),
    'oid-129-octets'  => tlv(0x06, "\x2A" x 129),
    'length-indefinite' => "\x30\x80\0\0",
    'length-long'     => "\x30\x81\x01\x05",
    'length-zeros'    => "\x30\x82\0\x81" . 'x' x 129,
    'length-5-octets' => "\x30\x85\0\0\0\0\x01x",
    'length-huge'     => "\x30\x84\xFF\xFF\xFF\xFF",
    'length-reserved' => "\x30\xFF",
    'tag-high'        => "\x3F\x1F\x00",
    'tag-alone'       => "\x30",
    'time-1950'       => utc('500101000000Z'),
    'time-year-0'     => generalized('00000101000000Z'),
    'nested-33'       => nested(33),
);

# Objects ------------------------------------------------------------------------------------------

# The values of extensions that hold a structure, well-formed.
my $uri     = implicit(6, 'http://example.test/');
my $other   = explicit(0, oid('1.3.6.1.4.1.32473.1'), explicit(0, utf8('x')));
my $dirname = explicit(4, cn('x'));
my $names   = join '', $other, implicit(1, 'a@example.test'), implicit(2, 'example.test'),
    explicit(3, seq()), $dirname, explicit(5, explicit(1, utf8('x'))), $uri,
    implicit(7, "\xC0\0\2\1"), implicit(7, "\x20\1" . "\0" x 14), implicit(8, "\x2A\3");
my $points  = seq(seq(explicit(0, explicit(0, $uri)), implicit(1, "\1\6"), explicit(2, $dirname)));
my $relative = seq(seq(explicit(0, explicit(1, seq(oid($ID{CN}), utf8('x'))))));
my $notice  = seq(oid('1.3.6.1.5.5.7.2.2'),
    seq(seq(utf8('x'), seq(integer('01'), integer('02'))), utf8('text')));
my $policies = seq(seq(oid('2.23.140.1.2.1'),
        seq(seq(oid('1.3.6.1.5.5.7.2.1'), ia5('http://example.test/')), $notice)));
my $sct = pack('C', 0) . 'l' x 32 . pack('NN', 0x160, 5) . pack('n', 0)
    . pack('CCn/a*', 4, 3, 's' x 8);
my $scts = octets(pack 'n/a*', pack 'n/a*', $sct);
my $scts_cut = octets(pack 'n/a*', pack 'n/a*', substr $sct, 0, -1);

# NAME, OID, value.
my @values = (
    ['authority-key',    '2.5.29.35',
        seq(implicit(0, 'k'), explicit(1, $dirname), implicit(2, "\5"))],
    ['subject-key',      '2.5.29.14', octets('k' x 20)],
    ['key-usage',        '2.5.29.15', tlv(0x03, "\7\xFF\x80")],
    ['policies',         '2.5.29.32', $policies],
    ['policy-mappings',  '2.5.29.33', seq(seq(oid('1.2.3'), oid('1.2.4')))],
    ['subject-alt-name', '2.5.29.17', seq($names)],
    ['issuer-alt-name',  '2.5.29.18', seq($names)],
    ['basic-constraints', '2.5.29.19', seq(boolean(1), integer('00'))],
    ['name-constraints', '2.5.29.30', seq(explicit(0, seq($dirname), seq($uri, implicit(1, "\2"))),
            explicit(1, seq(implicit(7, "\xC0\0\2\0\xFF\xFF\xFF\0"))))],
    ['policy-constraints', '2.5.29.36', seq(implicit(0, "\0"), implicit(1, "\1"))],
    ['key-purposes',     '2.5.29.37', seq(oid('1.3.6.1.5.5.7.3.9'), oid('2.5.29.37.0'))],
    ['crl-points',       '2.5.29.31', $points],
    ['crl-relative',     '2.5.29.31', $relative],
    ['inhibit-any',      '2.5.29.54', integer('00')],
    ['freshest-crl',     '2.5.29.46', $points],
    ['authority-access', $ID{authorityInfoAccess}, seq(seq(oid($ID{ocsp}), $uri))],
    ['subject-access',   '1.3.6.1.5.5.7.1.11', seq(seq(oid('1.3.6.1.5.5.7.48.5'), $uri))],
    ['crl-number',       '2.5.29.20', integer('01' x 20)],
    ['delta-crl',        '2.5.29.27', integer('01')],
    ['issuing-point',    '2.5.29.28', seq(explicit(0, explicit(0, $uri)), implicit(1, "\xFF"),
            implicit(3, "\1\6"), implicit(4, "\xFF"))],
    ['reason',           '2.5.29.21', enumerated(1)],
    ['invalidity-date',  '2.5.29.24', generalized('20180111224451Z')],
    ['certificate-issuer', '2.5.29.29', seq($dirname)],
    ['nonce',            $ID{nonce}, octets('n' x 16)],
    ['crl-reference',    $ID{crlReference}, seq(explicit(0, ia5('http://example.test/')),
            explicit(1, integer('05')), explicit(2, generalized('20180111224451Z')))],
    ['acceptable',       $ID{acceptableResponses}, seq(oid($ID{ocspBasic}))],
    ['nocheck',          '1.3.6.1.5.5.7.48.1.5', null()],
    ['archive-cutoff',   $ID{archiveCutoff}, generalized('20180111224451Z')],
    ['service-locator',  $ID{serviceLocator}, seq(cn('x'), seq(seq(oid($ID{ocsp}), $uri)))],
    ['preferred-algorithms', $ID{preferredSignatureAlgorithms}, seq(seq(rsa_sha256(),
                rsa_sha256()))],
    ['extended-revoke',  $ID{extendedRevoke}, null()],
    ['tls-feature',      '1.3.6.1.5.5.7.1.24', seq(integer('05'), integer('11'))],
    ['no-rev-avail',     '2.5.29.56', null()],
    ['cert-scts',        '1.3.6.1.4.1.11129.2.4.2', $scts],
    ['ocsp-scts',        '1.3.6.1.4.1.11129.2.4.5', $scts],
    ['poison',           '1.3.6.1.4.1.11129.2.4.3', null()],
    ['sct-cut',          '1.3.6.1.4.1.11129.2.4.2', $scts_cut],
    ['x400-no-address',  '2.5.29.17', seq(explicit(3, null()))],
    ['name-of-boolean',  '2.5.29.18', seq(explicit(4, name(rdn(CN => boolean(1)))))],
    ['ns-cert-type',     '2.16.840.1.113730.1.1', tlv(0x03, "\0\xFF")],
    ['ns-comment',       '2.16.840.1.113730.1.13', ia5('comment')],
    ['ms-template-name', '1.3.6.1.4.1.311.20.2', tlv(0x1E, "\0C\0A")],
    ['ms-ca-version',    '1.3.6.1.4.1.311.21.1', integer('010001')],
    ['unknown',          '1.3.6.1.4.1.32473.9', seq(integer('05'))],
);

# What may be wrong with any of them.
my @defects = (
    [''           => sub { $_[0] }],
    ['-empty'     => sub { '' }],
    ['-hollow'    => sub { tlv(tag_of($_[0])) }],
    ['-wrong-tag' => sub { chr(tag_of($_[0]) ^ 0x01) . substr $_[0], 1 }],
    ['-cut'       => sub { substr $_[0], 0, -1 }],
    ['-more'      => sub { $_[0] . null() }],
    ['-twice'     => sub { tlv(tag_of($_[0]), body($_[0]), body($_[0])) }],
);

# An object of each kind, and where in it extensions stand. Its signature fits none of the changes.
my %objects = (
    'cert' => [certificate(extensions => [extension(keyUsage => bits('x'))]), 0, 7, 0],
    'crl'  => [crl(list => seq(crl_entry('1001', utc('180109120000Z'),
                    extension(reasonCode => enumerated(1)))),
            extensions => [extension(cRLNumber => integer('2A'))]), 0, 6, 0],
    'ocsp-request'  => [request(extensions => [extension(nonce => octets('n' x 16))]), 0, 1, 0],
    'ocsp-response' => [response(extensions => [extension(nonce => octets('n' x 16))]),
        1, 0, 1, 0, 0, 3, 0],
);

for my $row (@values) {
    my ($name, $oid, $value) = @$row;
    for my $target (sort keys %objects) {
        my ($der, @path) = @{ $objects{$target} };
        for my $defect (@defects) {
            my ($word, $change) = @$defect;
            my $list = seq(extension($oid => $change->($value)));
            save_seed($target, "$name$word", edit($der, \@path, sub { $list }));
        }
    }
}

# Keys of all kinds, and what is wrong with them.
my %keys = (
    'rsa-negative'  => seq(algorithm('1.2.840.113549.1.1.1'),
        bits(seq(integer('FF'), integer('03')))),
    'rsa-zero'      => seq(algorithm('1.2.840.113549.1.1.1'),
        bits(seq(integer('00'), integer('00')))),
    'rsa-no-key'    => seq(algorithm('1.2.840.113549.1.1.1'), bits('x')),
    'rsa-pss'       => seq(algorithm('1.2.840.113549.1.1.10', seq()),
        bits(seq(integer('00FF'), integer('03')))),
    'dsa'           => seq(algorithm('1.2.840.10040.4.1', seq((integer('17')) x 3)),
        bits(integer('05'))),
    'dsa-inherited' => seq(algorithm('1.2.840.10040.4.1', ''), bits(integer('05'))),
    'ec-explicit'   => seq(algorithm('1.2.840.10045.2.1', seq(integer('01'))), bits("\4xy")),
    'ec-compressed' => seq(algorithm('1.2.840.10045.2.1', oid('1.2.840.10045.3.1.7')),
        bits("\2" . 'x' x 32)),
    'ec-infinity'   => seq(algorithm('1.2.840.10045.2.1', oid('1.2.840.10045.3.1.7')), bits("\0")),
    'ec-no-curve'   => seq(algorithm('1.2.840.10045.2.1', ''), bits("\4xy")),
    'ed25519-short' => seq(algorithm('1.3.101.112', ''), bits('x' x 31)),
    'ed448'         => seq(algorithm('1.3.101.113', ''), bits('x' x 57)),
    'key-empty'     => seq(algorithm('1.3.101.112', ''), bits('')),
    'key-odd-bits'  => seq(algorithm('1.3.101.112', ''), bits("\x80", 7)),
);
save_seed('cert', "key-$_", edit($objects{cert}[0], [0, 6], sub { $keys{$_} })) for sort keys %keys;

# Content of the type data that is no OCTET STRING, which nobody looks at who wants certificates.
save_seed('pkcs7', 'content-null', edit(fixture('pkcs7.der'), [1, 0, 2],
        sub { seq(oid('1.2.840.113549.1.7.1'), explicit(0, null())) }));

# HTTP ---------------------------------------------------------------------------------------------

seeds('http-frame',
    'get'              => "request 1 GET 10 0 0 15000 5000 102400\nhttp://a/b",
    'post'             => "request 7 POST 10 6 4 0 0 1\nhttp://a/bA: b\r\nbody",
    'words-behind'     => "request 1 GET 0 0 0 0 0 0 more words\n",
    'id-huge'          => "request 18446744073709551615 GET 0 0 0 0 0 0\n",
    'id-too-huge'      => "request 18446744073709551616 GET 0 0 0 0 0 0\n",
    'url-over'         => "request 1 GET 65537 0 0 0 0 0\n",
    'cut'              => "request 1 GET 10 0 0 0 0 0\nhttp",
    'line-cut'         => "request 1 GET 10",
    'line-long'        => 'request ' . '1' x 505,
    'field-split'      => "request 1 GET 0 6 0 0 0 0\nA: \n\r\n",
    'answered'         => "answer 1 answered 10 7 12 [::1]:80\nhttp://a/bmessage",
    'failed'           => "answer 1 time-out 0 3 12 -\nwhy",
    'address-zero'     => "answer 1 answered 0 0 12 [\0]:80\n",
    'word-of-others'   => "answer 1 of-late 0 0 0 -\n",
    'url-ipv4'         => 'http://192.0.2.1:8080/x',
    'url-ipv6'         => 'https://[2001:db8::1]/x',
    'url-mapped'       => 'http://[::ffff:127.0.0.1]:1/',
    'url-credentials'  => 'http://a:b@c/',
    'url-number'       => 'http://0x7f.1/');

my $ok = "HTTP/1.1 200 OK\r\n";
seeds('http-message',
    'counted'          => "${ok}Content-Type: a/b\r\nContent-Length: 4\r\n\r\nbody",
    'counted-short'    => "${ok}Content-Length: 9\r\n\r\nbody",
    'behind'           => "${ok}Content-Length: 2\r\n\r\nbody",
    'chunked'          => "${ok}Transfer-Encoding: chunked\r\n\r\n2;x\r\nbo\r\n2\r\ndy\r\n0\r\n\r\n",
    'chunked-cut'      => "${ok}Transfer-Encoding: chunked\r\n\r\nffffffff\r\nbody",
    'two-lengths'      => "${ok}Content-Length: 1\r\nContent-Length: 2\r\n\r\nbody",
    'continue'         => "HTTP/1.1 100 Continue\r\n\r\n${ok}Retry-After: 1\r\n\r\nbody",
    'folded'           => "${ok}A: b\r\n c\r\nContent-Encoding: gzip\r\n\r\nbody",
    'lf'               => "HTTP/1.0 404 Not Found\nA: b\n\nbody\n",
    'post'             => "POST /x HTTP/1.1\r\nContent-Length: 4\r\n\r\nbody",
    'status-0'         => "HTTP/1.1 000 OK\r\nA: b\r\n\r\nbody",
    'no-body'          => "HTTP/1.1 304 Not Modified\r\nContent-Length: 4\r\n\r\n");

# Text ---------------------------------------------------------------------------------------------

my $request = fixture('comodo-request.der');
my $base64  = base64($request);
my $escaped = $base64 =~ s/([^A-Za-z0-9])/sprintf '%%%02X', ord $1/ger;
my $url     = "http://ocsp.example.test/$escaped";
my $block   = "-----BEGIN OCSP REQUEST-----\n$base64\n-----END OCSP REQUEST-----\n";
my $empty   = base64(request(list => []));

seeds('ocsp-url',
    'url'              => $url,
    'raw'              => "http://ocsp.example.test/$base64",
    'escaped-twice'    => "http://ocsp.example.test/" . $escaped =~ s/%/%25/gr,
    'escaped-thrice'   => "http://ocsp.example.test/" . $escaped =~ s/%/%2525/gr,
    'escape-cut'       => substr($url, 0, index($url, '%') + 2),
    'no-padding'       => "http://ocsp.example.test/" . $base64 =~ s/=+$//r,
    'url-safe'         => "http://ocsp.example.test/" . $base64 =~ tr{+/}{-_}r,
    'path-alone'       => "/ocsp/$base64",
    'query'            => "$url?a=b",
    'fragment'         => "$url#x",
    'slash-behind'     => "$url/",
    'version-behind'   => "$url HTTP/1.1",
    'slashes-collapsed' => "http://ocsp.example.test/" . base64(request(list => [request_item(
                    cert_id(name_hash => "\xFF" x 20, key_hash => "\xFF" x 20))])) =~ s{//+}{/}gr,
    'no-certid'        => "http://ocsp.example.test/$empty",
    'cut'              => substr($url, 0, -9),
    'segments-many'    => 'http://ocsp.example.test/' . 'M/' x 200 . $base64,
    'apache'           => '192.0.2.1 - - [11/Jan/2018:22:44:51 +0000] "GET /' . $escaped
        . ' HTTP/1.1" 200 471 "http://a.example.test/' . $base64 . '" "agent"',
    'squid'            => "1515710691.000 12 192.0.2.1 TCP_MISS/200 900 GET $url - DIRECT/-",
    'log-other'        => '192.0.2.1 - - [11/Jan/2018:22:44:51 +0000] "GET /x HTTP/1.1" 404 9',
    'base64-alone'     => $base64,
    'hex-alone'        => unpack('H*', $request),
    'hex-0x'           => '0x' . unpack('H*', $request),
    'hex-odd'          => substr(unpack('H*', $request), 0, -1),
    'scheme-alone'     => 'http://',
    'controls'         => "http://ocsp.example.test/\e[31m\xE2\x80\xAE/$base64",
    'bytes'            => "http://\xFF\xFE/$base64",
);

seeds('pem',
    'block'              => $block,
    'crlf'               => $block =~ s/\n/\r\n/gr,
    'cr'                 => $block =~ tr/\n/\r/r,
    'byte-order-mark'    => "\xEF\xBB\xBF$block",
    'indented'           => $block =~ s/^/ \t/gmr,
    'blanks-behind'      => $block =~ s/$/ \t/gmr,
    'text-around'        => "before\n$block between\n${block}behind",
    'headers'            => $block =~ s/\n/\nKey: value\n more\n\n/r,
    'encrypted'          => $block =~ s/\n/\nProc-Type: 4,ENCRYPTED\nDEK-Info: X,00\n\n/r,
    'begin-no-dashes'    => $block =~ s/-----\n/\n/r,
    'begin-in-line'      => "text $block",
    'begin-twice'        => "-----BEGIN X-----\n$block",
    'begin-alone'        => "-----BEGIN X-----",
    'begin-nothing'      => '-----BEGIN ',
    'end-alone'          => "-----END X-----\n",
    'end-other'          => $block =~ s/END OCSP/END/r,
    'end-missing'        => $block =~ s/-----END.*//sr,
    'label-empty'        => "-----BEGIN -----\n-----END -----\n",
    'label-dashes'       => "-----BEGIN A-----B-----\nAA==\n-----END A-----B-----\n",
    'on-line'            => $block =~ tr/\n/ /r,
    'on-line-in-json'    => '{"a":"' . $block =~ s/\n/\\n/gr . '"}',
    'on-line-twice'      => "a=" . $block =~ tr/\n//dr x 2,
    'on-line-end-other'  => $block =~ tr/\n//dr =~ s/END OCSP/END/r,
    'on-line-end-cut'    => $block =~ tr/\n//dr =~ s/-$//r,
    'on-line-end-begins' => '-----BEGIN A-----END A-----',
    'body-empty'         => "-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n",
    'body-not-base64'    => "-----BEGIN CERTIFICATE-----\n?\n-----END CERTIFICATE-----\n",
    'body-one-character' => "-----BEGIN CERTIFICATE-----\nA\n-----END CERTIFICATE-----\n",
);

seeds('base64',
    'padded'         => 'TWFuTQ==', 'padded-not'    => 'TWFuTQ',   'padded-half'  => 'TWFuTQ=',
    'padding-more'   => 'TQ===',    'padding-alone' => '==',       'behind'       => 'TQ==TQ==',
    'one-character'  => 'T',        'url-safe'      => '-_-_',     'mixed'        => '+_/-',
    'blanks'         => "T W\tF\r\nu", 'bits-left'  => 'TR==',     'nul'          => "TW\0u",
    'hex'            => '00:FF:0a', 'hex-odd'       => '00F',      'hex-0x'       => '0x00ff',
    'hex-split'      => '0 0',      'hex-dashes'    => '00-ff--',  'hex-x-alone'  => '0x',
    'percent'        => '%41%zz',   'percent-cut'   => '%4',       'percent-nul'  => '%00',
    'percent-twice'  => '%2541',    'plus'          => 'a+b',
    'sha1'           => 'SHA1 Fingerprint=' . join(':', ('AB') x 20),
    'sha256'         => 'sha256:' . 'ab' x 32,
    'label-other'    => 'SHA512 Fingerprint=' . 'ab' x 32,
    'pin'            => 'sha256//' . base64('p' x 32),
    'pin-short'      => 'sha256//' . base64('p' x 31),
    'hashes'         => 'sha1,SHA-256,md5',
);

seeds('timestamp',
    'utc'              => '180111224451Z',        'utc-1950'        => '500101000000Z',
    'utc-2049'         => '491231235959Z',        'generalized'     => '20180111224451Z',
    'year-0'           => '00000101000000Z',      'year-9999'       => '99991231235959Z',
    'month-0'          => '20180011224451Z',      'month-13'        => '20181311224451Z',
    'day-0'            => '20180100224451Z',      '29-february-2000' => '20000229000000Z',
    '29-february-1900' => '19000229000000Z',      '31-april'        => '20180431000000Z',
    'hour-24'          => '20180111240000Z',      'second-60'       => '20161231235960Z',
    'fraction'         => '20180111224451.5Z',    'offset'          => '20180111224451+0100',
    'no-zone'          => '20180111224451',       'no-seconds'      => '201801112244Z',
    'letter'           => '2018011122445xZ',      'sign'            => '-0180111224451Z',
    'rfc3339'          => '2018-01-11T22:44:51Z', 'rfc3339-blank'   => '2018-01-11 22:44:51z',
    'rfc3339-fraction' => '2018-01-11T22:44:51.999999999999999999Z',
    'rfc3339-offset'   => '2018-01-11T22:44:51+23:59',
    'rfc3339-offset-24' => '2018-01-11T22:44:51+24:00',
    'rfc3339-before-0' => '0000-01-01T00:00:00+00:01',
    'rfc3339-behind-9999' => '9999-12-31T23:59:59-00:01',
    'seconds'          => '@1515710691',          'seconds-negative' => '@-62167219200',
    'seconds-too-few'  => '@-62167219201',        'seconds-too-many' => '@253402300800',
    'seconds-65-bits'  => '@18446744073709551616', 'seconds-none'    => '@',
    'number-least'     => "\0\0\0\0\0\0\0\x80",   'number-most'     => "\xFF" x 7 . "\x7F",
    'duration'         => '1w2d3h4m5s',           'duration-bare'   => '300',
    'duration-order'   => '1s1m',                 'duration-twice'  => '1h1h',
    'duration-most'    => '9223372036854775807s', 'duration-over'   => '9223372036854775808',
    'duration-product' => '15250284452471w',      'duration-over-sum' => '15250284452471w4d',
);

# Output -------------------------------------------------------------------------------------------

my %strings = (
    'ascii'         => 'plain "quoted" back\slash',
    'controls'      => join('', map { chr } 0 .. 31, 127),
    'escape'        => "\e[31mred\e]0;title\a",
    'c1'            => "\xC2\x80\xC2\x9B\xC2\x9F\xC2\xA0",
    'soft-hyphen'   => "a\xC2\xADb",
    'bidi'          => "\xE2\x80\xAE\xE2\x81\xA6\xD8\x9C\xE2\x80\x8E",
    'separators'    => "\xE2\x80\xA8\xE2\x80\xA9",
    'invisible'     => "\xE2\x80\x8B\xE2\x81\xA0\xEF\xBB\xBF\xE1\xA0\x8E",
    'tags'          => "\xF3\xA0\x80\x81\xF3\xA0\xBF\xBF\xF3\xA1\x80\x80",
    'no-character'  => "\xEF\xBF\xBE\xEF\xBF\xBF\xF0\x9F\xBF\xBE",
    'overlong'      => "\xC0\xAF\xE0\x80\xAF\xF0\x80\x80\xAF",
    'surrogate'     => "\xED\xA0\x80\xED\xBF\xBF",
    'over-10ffff'   => "\xF4\x90\x80\x80\xF5\x80\x80\x80",
    'cut'           => "\xE2\x80",
    'continuation'  => "\x80\xBF",
    'four-octets'   => "\xF0\x9F\x94\x92",
    'escape-like'   => '\x1B\u202E\\',
    'bmp'           => "\x1E\0Z\x20\x2E\xD8\0\xDC\0\xFF\xFE",
    'bmp-odd'       => "\x1E\0Z\0",
    'universal'     => "\x1C\0\0\0Z\0\x11\0\0\0\0\xD8\0",
    'latin-1'       => "\x14M\xFCnchen\x9B",
);
save_seed('report-escape', $_, $strings{$_}) for sort keys %strings;

# A script: whether in colour, the source, the index, then steps (fuzz-report.c).
save_seed('report', "string-$_", "\0name\0" . "\x40" . chr(length $strings{$_}) . $strings{$_})
    for sort keys %strings;
seeds('report',
    'empty'      => '',
    'levels'     => "\0name\0" . join('', map { chr } 0xA0 .. 0xB3, 0xE0 .. 0xF0),
    'colour'     => "\1name\0" . join('', map { chr($_) . "\0" } 0 .. 0x9F),
    'values'     => "\0name\x09" . join('', map { chr($_) . "\x04\1\2\3\4" } 0 .. 0x9F),
    'in-lists'   => "\0name\0" . join('', map { "\xA1\1" . chr($_) . "\2\1\2\xE0" } 0 .. 0x9F),
    'in-rows'    => "\0name\0" . join('', map { "\xA4\1" . chr($_) . "\2\1\2\xE0" } 0 .. 0x9F),
    'integers'   => "\0name\0" . join('', map { "\x37\x09" . chr($_) x 9 } 0, 1, 0x7F, 0x80, 0xFF),
);

# Whole inputs -------------------------------------------------------------------------------------

my $small = fixture('comodo-request.der');
seeds('source',
    'der'             => $small,
    'der-cut'         => substr($small, 0, -1),
    'der-twice'       => $small x 2,
    'der-and-byte'    => "$small\0",
    'der-and-cut'     => $small . substr($small, 0, 9),
    'pem'             => $block,
    'pem-twice'       => $block x 2,
    'pem-empty'       => "-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n",
    'pem-in-line'     => "text -----BEGIN CERTIFICATE-----\n",
    'pem-on-line'     => 'text ' . $block =~ s/\n/\\n/gr,
    'pem-on-lines'    => $block =~ tr/\n/ /r . "\n" . $block . $block =~ tr/\n/ /r,
    'pem-label-other' => $block =~ s/REQUEST/RESPONSE/gr,
    'base64'          => "$base64\n",
    'base64-wrapped'  => $base64 =~ s/(.{1,64})/$1\n/gr,
    'base64-twice'    => "$base64\n$base64\n",
    'base64-of-two'   => base64($small x 2),
    'hex'             => unpack('H*', $small),
    'hex-lines'       => unpack('H*', $small) =~ s/(.{1,60})/$1\n/gr,
    'url'             => $url,
    'list'            => "$url\n$url\n",
    'list-crlf'       => "$url\r\n\r\n$url\r\n",
    'http'            => "HTTP/1.1 200 OK\r\nContent-Type: application/ocsp-response\r\n\r\n$small",
    'http-fails-twice' => "TOST /ocsp HTTP/1.1\r\nHost: a\r\n\r\nwork://x y",
    'blanks'          => " \t\r\n",
    'html'            => "<html>\n",
    'nul'             => "\0",
);

# Published lists ----------------------------------------------------------------------------------

# Octets as certdata.txt has them.
sub octal {
    my ($bytes) = @_;
    return "MULTILINE_OCTAL\n" . join('', map { sprintf '\\%03o', ord } split //, $bytes) . "\nEND\n";
}

my $sha1   = '9F:74:4E:9F:2B:4D:BA:EC:0F:31:2C:50:B6:56:3B:8E:2D:93:C3:11';
my $plain  = $sha1 =~ s/://gr;
my $sha256 = $plain . '0123456789ABCDEF01234567';
my $object = "CKA_CLASS CK_OBJECT_CLASS CKO_CERTIFICATE\nCKA_LABEL UTF8 \"A \\xC3\\xA9\"\nCKA_VALUE ";
my $trust  = "CKA_CLASS CK_OBJECT_CLASS CKO_NSS_TRUST\nCKA_CERT_SHA1_HASH ";
my $header = "Name,SHA-256 Fingerprint,SHA-1 Fingerprint,Trust Bits\n";
seeds('published',
    'plain'           => "$plain  file\n\\$plain *file\nSHA1 (file) = $plain\n",
    'colons'          => "SHA1 Fingerprint=$sha1\n",
    'colons-wrapped'  => substr($sha1, 0, 48) . "\n  " . substr($sha1, 48),
    'blanks'          => 'CA ' . $sha1 =~ s/:/ /gr . " be\n" . $sha1 =~ s/:/ /gr,
    'html'            => "<td>$sha1</td><td>" . $sha1 =~ s/:/ /gr =~ s/56 /56<br \/>/r . '</td>',
    'csv'             => "$header\"A, \"\"B\"\"\r\nC\",$sha256,,Websites;Email\r\nD,,$sha1,",
    'csv-quote-open'  => "$header\"A,$sha256,,",
    'csv-quote-more'  => "$header\"A\"B,$sha256,,",
    'csv-fields'      => "${header}A,$sha256\n",
    'certdata'        => "BEGINDATA\n$object" . octal("\x30\x03\x02\x01\x05")
        . $trust . octal(pack 'H*', '16C3C3E0BB5B5F4FBAECDB6DF37A5A4F9D1196E4')
        . "CKA_TRUST_SERVER_AUTH CK_TRUST CKT_NSS_TRUSTED_DELEGATOR\n",
    'certdata-trust'  => $trust . octal(pack 'H*', $plain),
    'certdata-no-end' => $object . 'MULTILINE_OCTAL\n\060\003',
);

# Answers, judged ----------------------------------------------------------------------------------
#
# An INTEGER of settings, the issuer, the certificate, the answer. The keys are those with which the
# fuzz target signs again.

my $ed25519  = algorithm('1.3.101.112', '');
my @by_ca    = (signature => $ed25519, sign => \&sign_ed25519, key => 'ed25519');
my @answered = (algorithm => $ed25519, sign => \&sign_ed25519);
my $ca       = certificate(@by_ca, issuer => cn('CA'), subject => cn('CA'),
    spki => spki('ed25519'), serial => integer('01'), extensions => [
        extension(basicConstraints => seq(boolean(1)), boolean(1)),
        extension(keyUsage => tlv(0x03, "\1\x86"), boolean(1))]);
my $delegate = certificate(@by_ca, issuer => cn('CA'), subject => cn('OCSP'),
    spki => spki('ed25519-signer'), serial => integer('02'), extensions => [
        extension(keyUsage => tlv(0x03, "\7\x80"), boolean(1)),
        extension('2.5.29.37' => seq(oid('1.3.6.1.5.5.7.3.9'))),
        extension('1.3.6.1.5.5.7.48.1.5' => null())]);
my $asked    = certificate(@by_ca, issuer => cn('CA'), subject => cn('x'), serial => integer('03'),
    spki => spki('ed25519-signer'), extensions => [extension('2.5.29.31' =>
            seq(seq(explicit(0, explicit(0, implicit(6, 'http://a/'))))))]);
my @about    = (cert_id => cert_id(issuer => $ca, serial => integer('03')));
my @directly = (@answered, key => 'ed25519', responder => by_key($ca));
my @by_other = (@answered, key => 'ed25519-signer', responder => by_key($delegate),
    certs => [$delegate]);
my $on_hold  = revoked('20180109120000Z', 6);

sub judged {
    my ($settings, $answer) = @_;
    return integer($settings) . $ca . $asked . $answer;
}

sub judged_crl {
    my ($settings, @fields) = @_;
    return judged($settings, crl(@by_ca, issuer => cn('CA'), @fields));
}

seeds('judge',
    'good'            => judged('00', response(@directly, list => [single(@about)])),
    'revoked'         => judged('00', response(@directly,
            list => [single(@about, status => $on_hold)])),
    'unknown'         => judged('00', response(@directly, responder => by_name($ca),
            list => [single(@about, status => unknown())])),
    'delegated'       => judged('00', response(@by_other, list => [single(@about)])),
    'delegated-name'  => judged('00', response(@by_other, responder => by_name($delegate),
            list => [single(@about)])),
    'trusted'         => judged('40', response(@by_other, certs => [],
            responder => by_key($asked), list => [single(@about)])),
    'several'         => judged('00', response(@by_other, list => [
                single(cert_id => cert_id(issuer => $ca, serial => integer('04'))),
                single(@about, status => unknown()), single(@about, status => $on_hold)])),
    'nonce'           => judged('03', response(@directly, list => [single(@about)],
            extensions => [extension(nonce => octets('0123456789abcdef'))])),
    'no-next-update'  => judged('00', response(@directly,
            list => [single(@about, this => '20180114180000Z', next => '')])),
    'archive-cutoff'  => judged('00', response(@directly, list => [single(@about,
                extensions => [extension(archiveCutoff => generalized('20170101000000Z'))])])),
    'crl-empty'       => judged_crl('00'),
    'crl-listed'      => judged_crl('00', list => seq(
            crl_entry('01', utc('180109120000Z')),
            crl_entry('03', utc('180109120000Z'), extension(reasonCode => enumerated(1))))),
    'crl-scope'       => judged_crl('00', extensions => [extension(issuingDistributionPoint => seq(
                explicit(0, explicit(0, implicit(6, 'http://a/'))), implicit(1, "\xFF")),
            boolean(1))]),
    'crl-reasons'     => judged_crl('00', extensions => [extension(issuingDistributionPoint => seq(
                implicit(3, "\6\x40")), boolean(1))],
        list => seq(crl_entry('03', utc('180109120000Z')))),
    'crl-issuer'      => judged_crl('00', list => seq(crl_entry('03', utc('180109120000Z'),
                extension(certificateIssuer => seq(explicit(4, cn('CA'))), boolean(1))))),
    'crl-expired'     => judged_crl('00',
        extensions => [extension('2.5.29.60' => generalized('20170101000000Z'))]),
);
