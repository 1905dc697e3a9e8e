# SPDX-License-Identifier: Apache-2.0
#
# Part of tests/data/make: answers made to deceive, and their honest twins, beside those in
# responses.pl and crls.pl. Each is well-formed and wrong in one thing; the unit tests of the judge
# say in which, and what is to come of it.

use strict;
use warnings;
use der;
use pkix;

my $unknown = '1.3.6.1.4.1.32473.9';
my $true    = boolean(1);
my $past    = '20180109120000Z';
my $ca      = fixture('intermediate.der');
my $leaf    = fixture('leaf.der');
my $signer  = fixture('signer.der');

# A certificate's serial number in hex, as crl_entry() takes it.
sub hex_serial { return unpack 'H*', body(serial_of($_[0])) }

sub one { return list => [single(@_)] }

# Certificates -----------------------------------------------------------------------------------

my $signing  = extension('2.5.29.37' => seq(oid('1.3.6.1.5.5.7.3.9')));
my $nocheck  = extension('1.3.6.1.5.5.7.48.1.5' => null());
my $sha1_rsa = algorithm('sha1WithRSAEncryption');
my $is_ca    = extension(basicConstraints => seq($true), $true);

sub usage { return extension(keyUsage => tlv(0x03, @_), $true) }

# crlDistributionPoints of one point: its URI, then what stands behind it.
sub point {
    my ($uri, @others) = @_;
    return extension('2.5.29.31' => seq(seq(explicit(0, explicit(0, implicit(6, $uri))), @others)));
}

my %cert = (
    # Signers, all called as the good one is unless that is the point.
    'signer-below' => ['OCSP signer of a CA below the issuer', key => 'rsa-rekeyed',
        issuer => cn('CA below'), serial => integer('3001')],
    'signer-forged' => ['OCSP signer that has signed its own certificate', key => 'rsa-signer',
        serial => integer('3002')],
    'signer-small' => ['OCSP signer with a key of 1024 bits', spki => spki('rsa-1024'),
        serial => integer('3003')],
    'signer-sha1' => ['OCSP signer, its certificate signed with SHA-1', signature => $sha1_rsa,
        sign => \&sign_sha1, serial => integer('3004')],
    'signer-future' => ['OCSP signer, not yet valid', serial => integer('3005'),
        validity => seq(utc('180201000000Z'), utc('270101000000Z'))],
    'signer-ed25519' => ['OCSP signer with a key of Ed25519', spki => spki('ed25519'),
        serial => integer('3006')],
    'signer-p384' => ['OCSP signer with a key of P-384', spki => spki('p384'),
        serial => integer('3007')],
    'signer-p256' => ['OCSP signer with a key of P-256', spki => spki('p256-leaf'),
        serial => integer('300E')],
    'signer-short-purpose' => ['OCSP signer whose EKU is the arc of id-kp-OCSPSigning',
        extensions => [extension('2.5.29.37' => seq(oid('1.3.6.1.5.5.7.3'))), $nocheck],
        serial => integer('3008')],
    'signer-two-purposes' => ['OCSP signer with another purpose too',
        extensions => [extension('2.5.29.37' =>
                seq(oid('1.3.6.1.5.5.7.3.1'), oid('1.3.6.1.5.5.7.3.9'))), $nocheck],
        serial => integer('3009')],
    'signer-non-repudiation' => ['OCSP signer with nonRepudiation alone',
        extensions => [$signing, $nocheck, usage("\6\x40")], serial => integer('300A')],
    'signer-renamed' => ['OCSP signer whose issuer is called otherwise',
        issuer => cn('Somebody else'), serial => integer('300B')],
    'signer-key-id' => ['OCSP signer whose subjectKeyIdentifier is no hash of its key',
        extensions => [$signing, $nocheck, extension(subjectKeyIdentifier => octets('k' x 20))],
        serial => integer('300C')],
    'signer-issuer-key' => ['the issuer\'s key under another name, no OCSP signer',
        spki => spki('rsa-ca'), extensions => [], subject => cn('Another name'),
        serial => integer('300D')],

    # What is asked about.
    'expired-leaf' => ['expired before the responses\' thisUpdate', serial => integer('3011'),
        extensions => [], validity => seq(utc('150101000000Z'), utc('180101000000Z'))],
    'sub-ca' => ['a CA of the intermediate', serial => integer('3012'),
        subject => cn('Example Sub CA'), spki => spki('rsa-signer'), extensions => [$is_ca]],
    'leaf-no-point' => ['leaf without crlDistributionPoints', serial => integer('3013'),
        extensions => []],
    'leaf-elsewhere' => ['leaf whose CRL is issued by somebody else', serial => integer('3014'),
        extensions => [point('http://crl.example.test/issuing.crl',
                tlv(0xA2, explicit(4, cn('Other CA'))))]],
    'leaf-named-point' => ['leaf whose CRL is issued by the issuer, who is named',
        serial => integer('3015'), extensions => [point('http://crl.example.test/issuing.crl',
                tlv(0xA2, explicit(4, subject_of($ca))))]],
    'leaf-second-point' => ['leaf with two distribution points', serial => integer('3016'),
        extensions => [extension('2.5.29.31' => seq(map {
                seq(explicit(0, explicit(0, implicit(6, "http://crl.example.test/$_.crl"))))
            } qw(first issuing)))]],
    'leaf-relative-point' => ['leaf whose distribution point has a relative name',
        serial => integer('3017'), extensions => [extension('2.5.29.31' =>
                seq(seq(explicit(0, tlv(0xA1, body(rdn(CN => utf8('scope 1'))))))))]],
    'leaf-point-of-reasons' => ['leaf whose distribution point is of some reasons',
        serial => integer('301C'), extensions => [
            point('http://crl.example.test/issuing.crl', implicit(1, "\x01\x06"))]],
    'leaf-points-of-reasons' => ['leaf with two distribution points, each of some reasons',
        serial => integer('301D'), extensions => [extension('2.5.29.31' => seq(map {
                seq(explicit(0, explicit(0, implicit(6, "http://crl.example.test/$_->[0].crl"))),
                    implicit(1, $_->[1]))
            } ['first', "\x01\x06"], ['issuing', "\x07\x79\x80"]))]],

    # Issuers, with the key of the intermediate.
    'no-crl-sign' => ['the intermediate, keyUsage without cRLSign', spki => spki('rsa-ca'),
        subject => subject_of($ca), issuer => subject_of(fixture('root.der')), key => 'rsa-root',
        extensions => [$is_ca, usage("\2\x04")], serial => integer('3018')],
    'no-key-usage' => ['the intermediate, no keyUsage', spki => spki('rsa-ca'),
        subject => subject_of($ca), issuer => subject_of(fixture('root.der')), key => 'rsa-root',
        extensions => [$is_ca], serial => integer('3019')],
    'small-ca' => ['a CA with a key of 1024 bits', spki => spki('rsa-1024'),
        subject => cn('Small CA'), extensions => [$is_ca], serial => integer('301A')],
    'small-leaf' => ['of the CA with a key of 1024 bits', issuer => cn('Small CA'),
        key => 'rsa-1024', extensions => [], serial => integer('301B')],
);

my %made;

for my $name (sort keys %cert) {
    my ($point, %fields) = @{ $cert{$name} };
    $made{$name} = certificate(
        subject => subject_of($signer), spki => spki('rsa-signer'), extensions => [$signing,
            $nocheck], %fields);
    save("$name.der", 'certificate', 'good', $point, $made{$name});
}

# Responses --------------------------------------------------------------------------------------

sub about { return cert_id => cert_id(serial => serial_of($made{ $_[0] })) }

# Signed by a delegate with that key, its certificate within.
sub by {
    my ($cert, $key, @others) = @_;
    return (key => $key, certs => [$cert], responder => by_key($cert), @others);
}

my $ed25519 = algorithm('1.3.101.112', '');

my $renewed = $made{'signer-two-purposes'};
my $cutoff  = sub { [extension(archiveCutoff => generalized($_[0]))] };
my $old     = [this => '20170301000000Z', next => '20190101000000Z'];

my @responses = (
    # 5: who it says it is by
    ['by-key-id', 'responderID is the signer\'s subjectKeyIdentifier, not the hash of its key',
        by($made{'signer-key-id'}, 'rsa-signer'), responder => explicit(2, octets('k' x 20))],
    ['by-key-hash', 'responderID is the hash of that signer\'s key',
        by($made{'signer-key-id'}, 'rsa-signer')],
    ['by-part-of-name', 'responderID is the last part of the signer\'s name',
        by($signer, 'rsa-signer'), responder => explicit(1, cn('Example OCSP Signer'))],
    ['by-other-name', 'responderID names nobody, signed by the issuer',
        responder => explicit(1, cn('Nobody'))],
    ['signer-16th', 'the signer\'s certificate is the 16th within', by($signer, 'rsa-signer'),
        certs => [(map { $leaf } 1 .. 15), $signer]],
    ['signer-17th', 'the signer\'s certificate is the 17th within', by($signer, 'rsa-signer'),
        certs => [(map { $leaf } 1 .. 16), $signer]],
    ['signer-renewed', 'two certificates for the signer\'s key, the first expired',
        by($signer, 'rsa-signer'), certs => [fixture('signer-expired.der'), $renewed]],
    ['signer-renewed-last', 'two certificates for the signer\'s key, the last expired',
        by($signer, 'rsa-signer'), certs => [$renewed, fixture('signer-expired.der')]],
    ['signer-twins', 'two signers of the same name, the other one\'s certificate first',
        by($signer, 'rsa-signer'), responder => by_name($signer),
        certs => [$made{'signer-p384'}, $signer]],
    ['signers-bad', 'three certificates for the signer\'s key, none of them good',
        by($signer, 'rsa-signer'), certs => [map { $made{$_} // fixture("$_.der") }
            qw(signer-forged signer-expired signer-no-purpose)]],

    # 6 to 8: whether that one may
    (map { ["by-$_", $cert{$_}[0], by($made{$_}, 'rsa-signer')] } qw(signer-below signer-forged
        signer-future signer-short-purpose signer-two-purposes signer-non-repudiation
        signer-renamed)),
    ['by-issuer-key', 'the issuer\'s key, by another certificate\'s name',
        by($made{'signer-issuer-key'}, 'rsa-ca'), responder => by_name($made{'signer-issuer-key'})],

    # 10: strength
    ['by-signer-small', 'signed with a key of 1024 bits', by($made{'signer-small'}, 'rsa-1024')],
    ['by-signer-sha1', 'by a signer whose certificate is signed with SHA-1',
        by($made{'signer-sha1'}, 'rsa-signer')],
    ['by-signer-p384', 'signed with P-384', by($made{'signer-p384'}, 'p384'),
        algorithm => algorithm('ecdsa-with-SHA256', '')],
    ['by-signer-p256', 'signed with P-256', by($made{'signer-p256'}, 'p256-leaf'),
        algorithm => algorithm('ecdsa-with-SHA256', '')],
    ['by-signer-ed25519', 'signed with Ed25519', by($made{'signer-ed25519'}, 'ed25519'),
        algorithm => $ed25519, sign => \&sign_ed25519],
    ['algorithm-unknown', 'a signature algorithm that nobody has',
        algorithm => algorithm("$unknown.3")],
    ['algorithm-md5', 'called MD5 with RSA', algorithm => algorithm('1.2.840.113549.1.1.4')],

    # 12 to 15: what it is about
    ['critical-elsewhere', 'unknown critical extension, of another SingleResponse', list => [
            single(), single(cert_id => cert_id(serial => integer('1000')),
                extensions => [extension($unknown => octets('x'), $true)])]],
    ['md5-hash', 'CertID with MD5', one(cert_id => cert_id(hash => 'md5'))],
    ['serial-longer', 'about a serial number that ends as the leaf\'s does',
        one(cert_id => cert_id(serial => integer('01' . hex_serial($leaf))))],
    ['serial-shorter', 'about a serial number that begins as the leaf\'s does',
        one(cert_id => cert_id(serial => integer(substr hex_serial($leaf), 0, -2)))],
    ['names-swapped', 'issuerNameHash and issuerKeyHash have changed places',
        one(cert_id => cert_id(name_hash => digest('sha1', key_bits_of($ca)),
            key_hash => digest('sha1', subject_of($ca))))],
    ['key-hash-spki', 'issuerKeyHash is that of the whole SubjectPublicKeyInfo',
        one(cert_id => cert_id(key_hash => digest('sha1', spki('rsa-ca'))))],
    ['conflict-reversed', 'revoked and good about the same certificate', list => [
            single(status => revoked($past, 1)), single()]],
    ['conflict-unknown', 'good and unknown about the same certificate', list => [
            single(), single(status => unknown())]],
    ['twice', 'good twice, the first is stale', list => [
            single(this => '20180101000000Z', next => '20180108000000Z'), single()]],
    ['other-issuer-revoked', 'the same serial of another issuer is revoked', list => [
            single(cert_id => cert_id(issuer => fixture('root.der')), status => revoked($past, 1)),
            single()]],

    # 18 to 20: times
    ['day-no-next', 'no nextUpdate, thisUpdate a day ago',
        one(this => '20180113200000Z', next => '')],
    ['ca-old', 'about a CA, 319 days old', one(about('sub-ca'), @$old)],
    ['leaf-old', 'about a leaf, 319 days old', one(about('leaf-no-point'), @$old)],
    ['expired', 'about an expired certificate', one(about('expired-leaf'))],
    ['expired-archived', 'about an expired certificate, archiveCutoff before its end',
        one(about('expired-leaf'), extensions => $cutoff->('20171231235959Z'))],
    ['expired-cut-off', 'about an expired certificate, archiveCutoff behind its end',
        one(about('expired-leaf'), extensions => $cutoff->('20180101000001Z'))],
    ['expired-revoked', 'about an expired certificate, revoked',
        one(about('expired-leaf'), status => revoked('20170601000000Z', 1))],

    # 21: the status
    ['revoked-remove', 'revoked, removeFromCRL', one(status => revoked($past, 8))],
);

for my $row (@responses) {
    my ($word, $point, @fields) = @$row;
    save("response-$word.der", 'ocspResponse', 'good', $point, response(@fields));
}

# CRLs -------------------------------------------------------------------------------------------

my $number = extension(cRLNumber => integer('2A'));
my $issuing = explicit(0, explicit(0, implicit(6, 'http://crl.example.test/issuing.crl')));
my $hit     = crl_entry(hex_serial($leaf), utc('180109120000Z'));

sub scope { return extension(issuingDistributionPoint => seq(@_), $true) }

# distributionPoint: other names, then the leaf's.
sub names_before {
    my @others = map { implicit(6, "http://crl.example.test/$_.crl") } 1 .. $_[0];
    return explicit(0, explicit(0, @others, implicit(6, 'http://crl.example.test/issuing.crl')));
}

sub other_issuer {
    return extension(certificateIssuer => seq(explicit(4, $_[0])), $true);
}

# The intermediate's name as others might write it.
my $spelt_otherwise = name(rdn(C => printable('gb')), rdn(O => printable('EXAMPLE  Trust ')),
    rdn(CN => printable('example issuing ca')));

my @crls = (
    ['signer-listed', 'lists the signers', list => seq(map {
            crl_entry(hex_serial(fixture("$_.der")), utc('180109120000Z'))
        } qw(signer signer-checked))],
    ['spelt-otherwise', 'the issuer\'s name in other letters and types',
        issuer => $spelt_otherwise],
    ['same-issuer', 'certificateIssuer names the issuer itself',
        list => seq(crl_entry('1001', utc('180109120000Z'), other_issuer(subject_of($ca))), $hit)],
    ['other-issuer', 'certificateIssuer names another, whose serial the leaf\'s is',
        list => seq(crl_entry('1001', utc('180109120000Z'), other_issuer(cn('Other CA'))), $hit)],
    ['indirect-flag', 'indirect CRL without entries',
        extensions => [$number, scope(implicit(4, "\xFF"))]],
    ['scope-point', 'of the leaf\'s distribution point', extensions => [$number, scope($issuing)]],
    ['scope-users', 'onlyContainsUserCerts',
        extensions => [$number, scope(implicit(1, "\xFF"))]],
    ['scope-cas', 'onlyContainsCACerts', extensions => [$number, scope(implicit(2, "\xFF"))]],
    ['scope-both', 'onlyContainsUserCerts and onlyContainsCACerts',
        extensions => [$number, scope(implicit(1, "\xFF"), implicit(2, "\xFF"))]],
    ['scope-attributes', 'onlyContainsAttributeCerts',
        extensions => [$number, scope(implicit(5, "\xFF"))]],
    ['scope-some-reasons', 'onlySomeReasons',
        extensions => [$number, scope(implicit(3, "\x01\x06"))]],
    ['scope-some-reasons-listed', 'onlySomeReasons, the leaf is listed', list => seq($hit),
        extensions => [$number, scope(implicit(3, "\x01\x06"))]],
    ['scope-all-reasons', 'onlySomeReasons, and they are all there are',
        extensions => [$number, scope(implicit(3, "\x07\x7F\x80"))]],
    ['scope-issuer', 'its distribution point is the issuer\'s name', extensions => [$number,
            scope(explicit(0, explicit(0, explicit(4, subject_of($ca)))))]],
    ['scope-relative', 'its distribution point has a relative name', extensions => [$number,
            scope(explicit(0, tlv(0xA1, body(rdn(CN => utf8('scope 1'))))))]],
    ['scope-128th', 'the leaf\'s distribution point is the 128th name of its own',
        extensions => [$number, scope(names_before(127))]],
    ['scope-129th', 'the leaf\'s distribution point is the 129th name of its own',
        extensions => [$number, scope(names_before(128))]],
    ['delta-listed', 'delta CRL that lists the leaf', list => seq($hit),
        extensions => [$number, extension('2.5.29.27' => integer('05'), $true)]],
    ['inverted', 'nextUpdate before thisUpdate', this => utc('180114000000Z'),
        next => utc('180112000000Z')],
    ['near-misses', 'serial numbers that are nearly the leaf\'s', list => seq(map {
            crl_entry($_, utc('180109120000Z'))
        } '01' . hex_serial($leaf), substr(hex_serial($leaf), 0, -2), substr(hex_serial($leaf), 2))],
    ['last', 'the leaf is the last of a thousand', list => seq((map {
            crl_entry(sprintf('%06X', 0x100000 + $_), utc('180109120000Z'))
        } 1 .. 999), $hit)],
    ['hold-listed', 'the leaf is on hold', list => seq(crl_entry(hex_serial($leaf),
            utc('180109120000Z'), extension(reasonCode => enumerated(6))))],
    ['remove-listed', 'the leaf is to be removed, in a complete CRL', list => seq(crl_entry(
            hex_serial($leaf), utc('180109120000Z'), extension(reasonCode => enumerated(8))))],
    ['critical-listed', 'unknown critical extension, the leaf is listed', list => seq($hit),
        extensions => [$number, extension($unknown => octets('x'), $true)]],
    ['expired-listed', 'lists an expired certificate',
        list => seq(crl_entry('3011', utc('170601000000Z')))],
    ['keeps-expired', 'expiredCertsOnCRL before the end of the expired certificate',
        extensions => [$number, extension('2.5.29.60' => generalized('20171231235959Z'))]],
    ['drops-expired', 'expiredCertsOnCRL behind the end of the expired certificate',
        extensions => [$number, extension('2.5.29.60' => generalized('20180101000001Z'))]],
    ['small', 'signed with a key of 1024 bits', issuer => cn('Small CA'), key => 'rsa-1024'],
    ['sha1', 'signed with SHA-1', signature => $sha1_rsa, sign => \&sign_sha1],
);

my %crl;

for my $row (@crls) {
    my ($word, $point, @fields) = @$row;
    $crl{$word} = crl(@fields);
    save("crl-$word.der", 'certificateList', 'good', $point, $crl{$word});
}

save('crl-forged.der', 'certificateList', 'good', 'the last octet of the signature is changed',
    edit($crl{'near-misses'}, [2], sub { substr($_[0], 0, -1) . ~substr($_[0], -1) }));

# The entry is taken out, and the signature left.
save('crl-emptied.der', 'certificateList', 'good', 'the leaf\'s entry is taken out',
    edit($crl{"hold-listed"}, [0], sub { seq((parts($_[0]))[0 .. 4]) }));
