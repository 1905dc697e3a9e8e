# SPDX-License-Identifier: Apache-2.0
#
# Part of tests/data/make: OCSP responses. Unless said otherwise: good, about the leaf, signed by
# the intermediate, named by key, with a window of a week around the moment of the tests.

use strict;
use warnings;
use der;
use pkix;

my $unknown   = '1.3.6.1.4.1.32473.9';
my $critical  = extension($unknown => octets('x'), boolean(1));
my $default   = extension($unknown => null(), boolean(0));
my $nonce     = join '', map { chr } 0xA0 .. 0xBF;
my $ecdsa     = algorithm('ecdsa-with-SHA256', '');
my $sha1_rsa  = algorithm('sha1WithRSAEncryption');
my $past      = '20180109120000Z';
my $ca        = fixture('intermediate.der');
my $ec_root   = fixture('ec-root.der');
my $ec_leaf   = cert_id(issuer => $ec_root, serial => serial_of(fixture('ec-leaf.der')));
my $elsewhere = cert_id(serial => integer('1000'));

# One SingleResponse as the whole list; several with their serials.
sub one { return list => [single(@_)] }
sub at  { return cert_id => cert_id(serial => integer($_[0])) }

# Signed by a delegated signer, its certificate within.
sub delegated {
    my $signer = fixture("$_[0].der");
    return (key => 'rsa-signer', certs => [$signer], responder => by_key($signer));
}

my $signer = fixture('signer.der');

# The certificate status and the fields of a SingleResponse: response-WORD.
my @singles = (
    ['good',            'good', one()],
    ['revoked',         'revoked, keyCompromise', one(status => revoked($past, 1))],
    ['revoked-no-reason', 'revoked, no reason',   one(status => revoked($past))],
    ['revoked-unspecified', 'revoked, unspecified', one(status => revoked($past, 0))],
    ['hold',            'revoked, certificateHold', one(status => revoked($past, 6))],
    ['never-issued',    'certificateHold since 1970: never issued',
        one(status => revoked('19700101000000Z', 6)),
        extensions => [extension(extendedRevoke => null())]],
    ['unknown',         'unknown', one(status => unknown())],
    ['sha256',          'SHA-256 CertID', one(cert_id => cert_id(hash => 'sha256'))],
    ['sha384',          'SHA-384 CertID', one(cert_id => cert_id(hash => 'sha384'))],
    ['sha1-no-null',    'SHA-1 CertID without NULL',
        one(cert_id => cert_id(algorithm => algorithm('sha1', '')))],
    ['unknown-hash',    'unknown hash algorithm',
        one(cert_id => cert_id(algorithm => algorithm("$unknown.1")))],
    ['hash-length',     'a SHA-1 name hash of 19 octets',
        one(cert_id => cert_id(name_hash => 'n' x 19))],
    ['other-serial',    'about another serial', one(cert_id => $elsewhere)],
    ['other-key',       'about another issuer key', one(cert_id => cert_id(key_hash => 'k' x 20))],
    ['other-name',      'about another issuer name',
        one(cert_id => cert_id(name_hash => 'n' x 20))],
    ['several',         'three SingleResponses, the leaf is the last', list => [
            single(at('1001')), single(at('1002'), status => revoked($past, 4), next => ''),
            single()]],
    ['conflict',        'good and revoked about the same certificate', list => [
            single(), single(status => revoked($past, 1))]],
    ['archive-cutoff',  'archiveCutoff', one(
            extensions => [extension(archiveCutoff => generalized('20100101000000Z'))])],
    ['crl-reference',   'CRL reference', one(extensions => [extension(crlReference => seq(
                explicit(0, ia5('http://crl.example.test/issuing.crl')), explicit(1, integer('2A')),
                explicit(2, generalized($past))))])],
    ['crl-number',      'CRL reference of a number alone', one(
            extensions => [extension(crlReference => seq(explicit(1, integer('2A'))))])],
    ['single-critical', 'unknown critical extension of the SingleResponse', one(
            extensions => [$critical])],
);

# Times, all against the moment 2018-01-14T20:00:00Z.
my @times = (
    ['no-next-update',  'no nextUpdate', one(next => '')],
    ['fresh-no-next',   'no nextUpdate, thisUpdate two hours ago',
        one(this => '20180114180000Z', next => '')],
    ['stale',           'nextUpdate is past',
        one(this => '20180101000000Z', next => '20180108000000Z')],
    ['future',          'thisUpdate is in the future',
        one(this => '20180120000000Z', next => '20180127000000Z')],
    ['inverted',        'nextUpdate before thisUpdate',
        one(this => '20180114000000Z', next => '20180112000000Z')],
    ['instant',         'nextUpdate equals thisUpdate', one(next => $THIS_UPDATE)],
    ['old',             'in its window, older than 10 days',
        one(this => '20180101000000Z', next => '20180201000000Z')],
    ['year-9999',       'nextUpdate 9999-12-31T23:59:59Z', one(next => '99991231235959Z')],
    ['leap-day',        '29 February 2016',
        one(this => '20160229120000Z', next => '20160301120000Z')],
);

# The response around them, and who signed it.
my @others = (
    ['by-name',         'responderID byName', responder => by_name($ca)],
    ['nonce',           'nonce of 32 octets', extensions => [extension(nonce => octets($nonce))]],
    ['nonce-raw',       'nonce without its OCTET STRING',
        extensions => [extension(nonce => substr $nonce, 0, 16)]],
    ['unknown-critical', 'unknown critical extension', extensions => [$critical]],
    ['with-issuer',     'the issuer certificate within', certs => [$ca]],
    ['delegated',       'delegated signer, byKey', delegated('signer')],
    ['delegated-by-name', 'delegated signer, byName',
        delegated('signer'), responder => by_name($signer)],
    ['delegated-absent', 'delegated signer, its certificate not within',
        delegated('signer'), certs => []],
    ['delegated-second', 'delegated signer, its certificate the second within', delegated('signer'),
        certs => [fixture('leaf.der'), $signer]],
    ['revoked-delegated', 'revoked, by a delegated signer',
        delegated('signer'), one(status => revoked($past, 1))],
    (map { [$_, "signed by $_", delegated($_)] } qw(signer-checked signer-expired
        signer-no-purpose signer-any-purpose signer-longer-purpose signer-key-usage
        signer-critical signer-other-ca signer-namesake)),
    ['ec',              'about ec-leaf, signed by ec-root with ECDSA', one(cert_id => $ec_leaf),
        responder => by_key($ec_root), key => 'p256-root', algorithm => $ecdsa],
    ['other-ca',        'signed by another CA, the root',
        key => 'rsa-root', responder => by_key(fixture('root.der'))],
    ['self-named',      'names the issuer, signed with another key', key => 'rsa-signer'],
    ['sha1-signed',     'signed with SHA-1', sign => \&sign_sha1, algorithm => $sha1_rsa],
    ['type-unknown',    'unknown responseType', type => "$unknown.2"],
    ['certs-17',        '17 certificates within', certs => [map { fixture('leaf.der') } 1 .. 17]],

    # Departures from DER that are read with a note.
    ['version-1',       'version v1 written out', version => explicit(0, integer('00'))],
    ['critical-false',  'critical FALSE written out', extensions => [$default]],
);

my %saved;

for my $row (@singles, @times, @others) {
    my ($word, $point, @fields) = @$row;
    $saved{$word} = response(@fields);
    save_both("response-$word", 'ocspResponse', $point, $saved{$word});
}

save_both('story-response', 'ocspResponse', 'the window of the manual, by a delegated signer',
    response(delegated('signer')));

# The last octet of the signature changed; and a body whose signature is that of another body.
my @signature = (1, 0, 1, 0, 2);
save_both('response-forged', 'ocspResponse', 'signature changed',
    edit($saved{good}, \@signature, sub { substr($_[0], 0, -1) . ~substr($_[0], -1) }));
save_both('response-swapped', 'ocspResponse', 'good, with the signature of the revoked one',
    edit($saved{good}, \@signature, sub { pick($saved{revoked}, @signature) }));

# responseStatus alone: unsigned, says nothing of a certificate.
my @statuses = (
    [1, 'malformed-request'], [2, 'internal-error'], [3, 'try-later'],
    [5, 'sig-required'], [6, 'unauthorized'],
);

for my $row (@statuses) {
    my ($number, $word) = @$row;
    save_both("response-$word", 'ocspResponse', "responseStatus $number", status_only($number));
}

save_both('response-try-later-body', 'ocspResponse', 'tryLater with a good body',
    response(response_status => 3));

# Limits: 100 KiB, 128 extensions. What is over them is in DIR/bad.
my $limit = 100 * 1024;

for my $size ($limit - 1, $limit, $limit + 1) {
    my $response = sized($size,
        sub { response(extensions => [extension($unknown => octets($_[0]))]) });
    my @given = $size > $limit ? ('bad/', 'bad') : ('', 'good');
    save("$given[0]response-$size-bytes.der", 'ocspResponse', $given[1], "$size bytes", $response);
}

sub unknown_extensions {
    return [map { extension("$unknown.$_" => null()) } 1 .. $_[0]];
}

save_both('response-extensions-128', 'ocspResponse', '128 extensions',
    response(extensions => unknown_extensions(128)));
save('bad/response-extensions-129.der', 'ocspResponse', 'bad', '129 extensions',
    response(extensions => unknown_extensions(129)));

# Malformed in the production, not in its DER.
my @bad = (
    ['status-4', 'responseStatus 4, which is not used', status_only(4)],
    ['status-7', 'responseStatus 7, which is not defined', status_only(7)],
    ['status-wide', 'responseStatus of two octets', seq(tlv(0x0A, "\1\0"))],
    ['no-body', 'successful without responseBytes', status_only(0)],
    ['no-responses', 'no SingleResponse', response(list => [])],
    ['reason-7', 'revoked, a reason that is not used',
        response(list => [single(status => revoked($past, 7))])],
);

for my $row (@bad) {
    my ($word, $point, $bytes) = @$row;
    save("bad/response-$word.der", 'ocspResponse', 'bad', $point, $bytes);
}
