# SPDX-License-Identifier: Apache-2.0
#
# Part of tests/data/make: OCSP requests, about the leaf under the intermediate unless said
# otherwise.

use strict;
use warnings;
use der;
use pkix;

my $nonce    = join '', map { chr } 0xA0 .. 0xBF;
my $unknown  = '1.3.6.1.4.1.32473.9';
my $critical = extension($unknown => octets('x'), boolean(1));
my $default  = extension($unknown => null(), boolean(0));
my $leaf     = fixture('leaf.der');
my $by       = explicit(1, explicit(4, subject_of($leaf)));

sub item { return request_item(cert_id(@_)) }

# Serials 1001, 1002, ...
sub items {
    return map { item(serial => integer(sprintf '%04X', 0x1000 + $_)) } 1 .. $_[0];
}

my $accepted  = seq(oid($ID{ocspBasic}));
my $responder = seq(oid($ID{ocsp}), implicit(6, 'http://ocsp.example.test/'));
my $locator   = seq(subject_of($leaf), seq($responder));
my $ecdsa     = algorithm('ecdsa-with-SHA256', '');
my $p256      = algorithm('1.2.840.10045.2.1', oid('1.2.840.10045.3.1.7'));
my $preferred = seq(seq(rsa_sha256()), seq($ecdsa, $p256));

# request-WORD
my @requests = (
    ['sha1',       'one CertID, SHA-1'],
    ['sha1-no-null', 'SHA-1 without NULL', list => [item(algorithm => algorithm('sha1', ''))]],
    ['md5',        'one CertID, MD5',     list => [item(hash => 'md5')]],
    ['sha256',     'one CertID, SHA-256', list => [item(hash => 'sha256')]],
    ['sha384',     'one CertID, SHA-384', list => [item(hash => 'sha384')]],
    ['sha512',     'one CertID, SHA-512', list => [item(hash => 'sha512')]],
    ['unknown-hash', 'unknown hash algorithm',
        list => [item(algorithm => algorithm("$unknown.1"))]],
    ['hash-length', 'a SHA-1 name hash of 19 octets', list => [item(name_hash => 'n' x 19)]],
    ['3',          'three CertIDs',       list => [items(3)]],
    ['100',        'a hundred CertIDs',   list => [items(100)]],
    ['mixed',      'SHA-1 and SHA-256',   list => [item(), item(hash => 'sha256')]],
    ['root',       'about the intermediate', list => [item(
            issuer => fixture('root.der'), serial => serial_of(fixture('intermediate.der')))]],
    ['ec',         'about the leaf of the P-256 root', list => [item(
            issuer => fixture('ec-root.der'), serial => serial_of(fixture('ec-leaf.der')))]],
    ['other-key',  'the name hash of one CA, the key hash of another', list => [item(
            key_hash => digest('sha1', key_bits_of(fixture('root.der'))))]],
    ['other-name', 'the key hash of one CA, the name hash of another', list => [item(
            name_hash => digest('sha1', subject_of(fixture('root.der'))))]],
    ['negative',   'negative serial',     list => [item(serial => integer('EDCC'))]],
    ['requestor',  'requestorName',       requestor => $by],
    ['requestor-dns', 'requestorName, a DNS name with a newline',
        requestor => explicit(1, implicit(2, "a\nb"))],
    ['nonce',      'nonce of 32 octets',  extensions => [extension(nonce => octets($nonce))]],
    ['nonce-1',    'nonce of one octet',  extensions => [extension(nonce => octets("\x5A"))]],
    ['nonce-128',  'nonce of 128 octets', extensions => [extension(nonce => octets('n' x 128))]],
    ['nonce-129',  'nonce of 129 octets', extensions => [extension(nonce => octets('n' x 129))]],
    ['nonce-raw',  'nonce without its OCTET STRING',
        extensions => [extension(nonce => substr $nonce, 0, 16)]],
    ['acceptable', 'acceptable responses',
        extensions => [extension(acceptableResponses => $accepted)]],
    ['preferred',  'preferred signature algorithms',
        extensions => [extension(preferredSignatureAlgorithms => $preferred)]],
    ['extensions', 'three extensions',    extensions => [
            extension(nonce => octets($nonce)), extension(acceptableResponses => $accepted),
            extension(extendedRevoke => null())]],
    ['locator',    'service locator',
        list => [request_item(cert_id(), extension(serviceLocator => $locator))]],
    ['unknown-critical', 'unknown critical extension', extensions => [$critical]],
    ['single-critical', 'unknown critical extension of the Request',
        list => [request_item(cert_id(), $critical)]],

    # Departures from DER that are read with a note.
    ['version-1',  'version v1 written out', version => explicit(0, integer('00'))],
    ['critical-false', 'critical FALSE written out', extensions => [$default]],
);

for my $row (@requests) {
    my ($word, $point, @fields) = @$row;
    save_both("request-$word", 'ocspRequest', $point, request(@fields));
}

# Signed, with and without the requester's certificates.
my $signed = openssl('', 'ocsp', '-sha1', '-no_nonce', '-issuer', "$ENV{FIXTURES}/intermediate.pem",
    '-cert', "$ENV{FIXTURES}/leaf.pem", '-signer', "$ENV{FIXTURES}/signer.pem",
    '-signkey', key_file('rsa-signer'), '-reqout', '/dev/stdout');
save_both('request-signed', 'ocspRequest', 'signed, with the certificate', $signed);
save_both('request-signed-alone', 'ocspRequest', 'signed, without a certificate',
    edit($signed, [1, 0], sub { seq((parts($_[0]))[0, 1]) }));

# The request of the manual's examples, in every encoding.
my $story = seq(seq(seq(seq(seq(
    algorithm('sha1'),
    octets(unhex('EB25D890FE2720F41D7D6AC15EEF76CF62CFAB78')),
    octets(unhex('7571A7194819BC9D9DEA4147DF94C4487799D379')),
    integer('5B25CE6907C4265566D3390C99A954AD'),
)))));
my $base64 = base64($story);
my $hex    = unpack 'H*', $story;
my $url    = $base64 =~ tr{+/=}{-_}dr;
my $post   = join "\r\n", 'POST /ocsp HTTP/1.1', 'Host: ocsp.example.test',
    'Content-Type: application/ocsp-request', 'Content-Length: ' . length $story;

my @encodings = (
    ['b64',     'base64',                        "$base64\n"],
    ['b64url',  'base64, URL-safe, not padded',  "$url\n"],
    ['b64wrap', 'base64 in lines of 64',         $base64 =~ s/(.{1,64})/$1\n/gr],
    ['hex',     'hex',                           "$hex\n"],
    ['xxd',     'hex in lines, as xxd -p writes it', $hex =~ s/(.{1,60})/$1\n/gr],
    ['http',    'an HTTP request with it as body', "$post\r\n\r\n$story"],
);

save_both('comodo-request', 'ocspRequest', "the manual's example", $story);
for my $row (@encodings) {
    my ($suffix, $point, $text) = @$row;
    save("comodo-request.$suffix", 'ocspRequest', 'good', "the manual's example: $point", $text);
}

# Limits: 100 KiB, 128 extensions, a serial of 128 octets. What is over them is in DIR/bad.
my $limit = 100 * 1024;

for my $size ($limit - 1, $limit, $limit + 1) {
    my $request = sized($size,
        sub { request(extensions => [extension($unknown => octets($_[0]))]) });
    my @given = $size > $limit ? ('bad/', 'bad') : ('', 'good');
    save("$given[0]request-$size-bytes.der", 'ocspRequest', $given[1], "$size bytes", $request);
}

sub unknown_extensions {
    return [map { extension("$unknown.$_" => null()) } 1 .. $_[0]];
}

save_both('request-extensions-128', 'ocspRequest', '128 extensions',
    request(extensions => unknown_extensions(128)));
save('bad/request-locator.der', 'ocspRequest', 'bad', 'a service locator without a name',
    request(list => [request_item(cert_id(), extension(serviceLocator => seq()))]));
save('bad/request-preferred.der', 'ocspRequest', 'bad', 'a preferred algorithm that is an OID',
    request(extensions => [extension(preferredSignatureAlgorithms => seq(oid($unknown)))]));
save('bad/request-extensions-129.der', 'ocspRequest', 'bad', '129 extensions',
    request(extensions => unknown_extensions(129)));
save_both('request-serial-128', 'ocspRequest', 'serial of 128 octets',
    request(list => [item(serial => integer('7F' . '5A' x 127))]));
save('bad/request-serial-129.der', 'ocspRequest', 'bad', 'serial of 129 octets',
    request(list => [item(serial => integer('7F' . '5A' x 128))]));
