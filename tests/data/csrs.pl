# SPDX-License-Identifier: Apache-2.0
#
# Part of tests/data/make: certification requests with attributes that `openssl req` does not write,
# and broken ones.

use strict;
use warnings;
use der;
use pkix;

my $KIND = 'certificationRequest';

my $EXTENSION_REQUEST   = '1.2.840.113549.1.9.14';
my $CHALLENGE_PASSWORD  = '1.2.840.113549.1.9.7';
my $UNSTRUCTURED_NAME   = '1.2.840.113549.1.9.2';
my $UNSTRUCTURED_ADDRESS = '1.2.840.113549.1.9.8';
my $MS_EXTENSIONS       = '1.3.6.1.4.1.311.2.1.14';
my $MS_OS_VERSION       = '1.3.6.1.4.1.311.13.2.3';
my $MS_CSP              = '1.3.6.1.4.1.311.13.2.2';

my $extensions = seq(extension(subjectAltName => seq(implicit(2, 'requested.example.test'))),
    extension('1.3.6.1.4.1.32473.9' => octets('x'), boolean(1)));

sub attribute { my ($type, @values) = @_; return seq(oid($type), set(@values)) }

# The attributes are given as the whole [0].
sub csr {
    my ($attributes, %given) = @_;
    my $info = seq($given{version} // integer('00'), $given{subject} // cn('odd.example.test'),
        $given{spki} // spki('p256-leaf'), $attributes);
    return seq($info, rsa_sha256(), bits(sign('rsa-signer', $info)));
}

sub attributes { return tlv(0xA0, sort @_) }

my @good = (
    ['attributes', 'a password, an unstructured name and address',
        csr(attributes(
                attribute($CHALLENGE_PASSWORD, printable('open sesame')),
                attribute($UNSTRUCTURED_NAME, ia5('first'), utf8('zweite')),
                attribute($UNSTRUCTURED_ADDRESS, tlv(0x1E, "\0Z\0\xFC\0r\0i\0c\0h")),
                attribute($EXTENSION_REQUEST, $extensions)))],
    ['microsoft', 'what certreq writes',
        csr(attributes(
                attribute($MS_OS_VERSION, ia5('10.0.19045.2')),
                attribute($MS_CSP, seq(integer('01'), tlv(0x1E, "\0R\0S\0A"), bits(''))),
                attribute($MS_EXTENSIONS, $extensions)))],
    ['both-requests', 'both kinds of extensionRequest',
        csr(attributes(attribute($EXTENSION_REQUEST, $extensions),
                attribute($MS_EXTENSIONS, $extensions)))],
    ['unknown', 'an attribute without a name', csr(attributes(
                attribute('1.3.6.1.4.1.32473.8', seq(integer('01')), utf8('text'))))],
    ['control', 'control characters in a password',
        csr(attributes(attribute($CHALLENGE_PASSWORD, utf8("one\ntwo\e[31m"))))],
    ['order', 'attributes that are not in order',
        csr(tlv(0xA0, attribute($UNSTRUCTURED_NAME, utf8('n')), attribute($CHALLENGE_PASSWORD,
                    printable('p')))),],
    ['empty-subject', 'an empty subject', csr(attributes(), subject => name())],
);

for my $row (@good) {
    my ($name, $point, $der) = @$row;
    save("csr-$name.der", $KIND, 'good', $point, $der);
}

my @bad = (
    ['version', 'version 1', csr(attributes(), version => integer('01'))],
    ['no-attributes', 'without [0]', csr('')],
    ['attribute-empty', 'an attribute without a value',
        csr(attributes(attribute($CHALLENGE_PASSWORD)))],
    ['password-twice', 'a password of two values',
        csr(attributes(attribute($CHALLENGE_PASSWORD, utf8('a'), utf8('b'))))],
    ['password-number', 'a password that is a number',
        csr(attributes(attribute($CHALLENGE_PASSWORD, integer('05'))))],
    ['extension-value', 'a subjectAltName that is a NULL',
        csr(attributes(attribute($EXTENSION_REQUEST, seq(extension(subjectAltName => null())))))],
    ['extensions-twice', 'two values of extensionRequest',
        csr(attributes(attribute($EXTENSION_REQUEST, $extensions, $extensions)))],
);

for my $row (@bad) {
    my ($name, $point, $der) = @$row;
    save("bad/csr-$name.der", $KIND, 'bad', $point, $der);
}
