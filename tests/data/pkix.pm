# SPDX-License-Identifier: Apache-2.0
#
# The productions of RFC 5280 and RFC 6960 for the test data, on top of der.pm. Every field can be
# given; what is not given is ordinary. A field that is to be absent is given as ''.
package pkix;

use strict;
use warnings;
use Exporter 'import';
use der;

our @EXPORT = qw($THIS_UPDATE $NEXT_UPDATE %ID algorithm rsa_sha256 key_file sign sign_sha1
    sign_ed25519     rdn cn name extension extensions certificate subject_of serial_of key_bits_of spki sized
    cert_id request_item request by_key by_name good revoked unknown single response
    status_only crl_entry crl);

# The window of everything ordinary. The moment at which it is judged is in tests/data/make.
our $THIS_UPDATE = '20180111224451Z';
our $NEXT_UPDATE = '20180118224451Z';

our %ID = (
    md5                          => '1.2.840.113549.2.5',
    sha1                         => '1.3.14.3.2.26',
    sha256                       => '2.16.840.1.101.3.4.2.1',
    sha384                       => '2.16.840.1.101.3.4.2.2',
    sha512                       => '2.16.840.1.101.3.4.2.3',
    sha1WithRSAEncryption        => '1.2.840.113549.1.1.5',
    sha256WithRSAEncryption      => '1.2.840.113549.1.1.11',
    'ecdsa-with-SHA256'          => '1.2.840.10045.4.3.2',
    CN                           => '2.5.4.3',
    C                            => '2.5.4.6',
    L                            => '2.5.4.7',
    O                            => '2.5.4.10',
    OU                           => '2.5.4.11',
    serialNumber                 => '2.5.4.5',
    emailAddress                 => '1.2.840.113549.1.9.1',
    subjectKeyIdentifier         => '2.5.29.14',
    keyUsage                     => '2.5.29.15',
    subjectAltName               => '2.5.29.17',
    basicConstraints             => '2.5.29.19',
    cRLNumber                    => '2.5.29.20',
    reasonCode                   => '2.5.29.21',
    invalidityDate               => '2.5.29.24',
    issuingDistributionPoint     => '2.5.29.28',
    certificateIssuer            => '2.5.29.29',
    authorityInfoAccess          => '1.3.6.1.5.5.7.1.1',
    ocsp                         => '1.3.6.1.5.5.7.48.1',
    ocspBasic                    => '1.3.6.1.5.5.7.48.1.1',
    nonce                        => '1.3.6.1.5.5.7.48.1.2',
    crlReference                 => '1.3.6.1.5.5.7.48.1.3',
    acceptableResponses          => '1.3.6.1.5.5.7.48.1.4',
    archiveCutoff                => '1.3.6.1.5.5.7.48.1.6',
    serviceLocator               => '1.3.6.1.5.5.7.48.1.7',
    preferredSignatureAlgorithms => '1.3.6.1.5.5.7.48.1.8',
    extendedRevoke               => '1.3.6.1.5.5.7.48.1.9',
);

sub algorithm  { return seq(oid($ID{$_[0]} // $_[0]), $_[1] // null()) }
sub rsa_sha256 { return algorithm('sha256WithRSAEncryption') }

# Signatures -------------------------------------------------------------------------------------

sub key_file { return "$ENV{KEYS}/$_[0].pem" }

sub sign {
    my ($key, $bytes) = @_;
    return openssl($bytes, 'dgst', '-sha256', '-sign', key_file($key));
}

# RSA with SHA-1, from its DigestInfo: systems that refuse to sign with SHA-1 still do this.
sub sign_sha1 {
    my ($key, $bytes) = @_;
    my $digest_info = seq(algorithm('sha1'), octets(digest('sha1', $bytes)));
    return openssl($digest_info, 'pkeyutl', '-sign', '-inkey', key_file($key));
}

# Ed25519 signs the bytes themselves, which the openssl command takes from a file only.
sub sign_ed25519 {
    my ($key, $bytes) = @_;
    my $path = "$ENV{WORK}/message";
    open my $file, '>:raw', $path or die "$path: $!\n";
    print {$file} $bytes;
    close $file or die "$path: $!\n";
    return openssl('', 'pkeyutl', '-sign', '-rawin', '-in', $path, '-inkey', key_file($key));
}

my %spki;

sub spki {
    my ($key) = @_;
    return $spki{$key} //= openssl(slurp(key_file($key)), 'pkey', '-pubout', '-outform', 'DER');
}

# What an object with these fields is signed with: its key, by its function.
sub signature {
    my ($given, $tbs) = @_;
    return ($given->{sign} // \&sign)->($given->{key} // 'rsa-ca', $tbs);
}

# Names and extensions ---------------------------------------------------------------------------

# rdn(CN => utf8('x'), OU => utf8('y')): several pairs make a multi-valued one.
sub rdn {
    my @pairs = @_;
    my @attributes;
    while (my ($type, $value) = splice @pairs, 0, 2) {
        push @attributes, seq(oid($ID{$type} // $type), $value);
    }
    return set(@attributes);
}

sub name { return seq(@_) }
sub cn   { return name(rdn(CN => utf8($_[0]))) }

# $critical is an encoded BOOLEAN or '' (absent: FALSE).
sub extension {
    my ($type, $value, $critical) = @_;
    return seq(oid($ID{$type} // $type), $critical // '', octets($value));
}

# [number] Extensions; '' for none.
sub extensions {
    my ($number, @extensions) = @_;
    return @extensions ? explicit($number, seq(@extensions)) : '';
}

# Certificates -----------------------------------------------------------------------------------

# Issued by the intermediate unless said otherwise. version is an encoded INTEGER.
sub certificate {
    my %given = @_;
    my $tbs = seq(
        defined $given{version} ? $given{version} : explicit(0, integer('02')),
        $given{serial}    // integer('2001'),
        $given{signature} // rsa_sha256(),
        $given{issuer}    // subject_of(fixture('intermediate.der')),
        $given{validity}  // seq(utc('170101000000Z'), utc('270101000000Z')),
        $given{subject}   // cn('host.example.test'),
        $given{spki}      // spki('p256-leaf'),
        extensions(3, @{ $given{extensions} // [] }),
    );
    return seq($tbs, $given{signature} // rsa_sha256(), bits(signature(\%given, $tbs)));
}

# The fields of tbsCertificate from serialNumber on.
sub tbs_fields {
    my ($certificate) = @_;
    my @fields = parts((parts($certificate))[0]);
    shift @fields if tag_of($fields[0]) == 0xA0;
    return @fields;
}

sub serial_of  { return (tbs_fields($_[0]))[0] }
sub subject_of { return (tbs_fields($_[0]))[4] }

# The contents of subjectPublicKey, without the octet that counts unused bits.
sub key_bits_of { return substr body((parts((tbs_fields($_[0]))[5]))[1]), 1 }

# What $build makes of a filler, with the filler of such a length that it comes to $size bytes.
# (The lengths around the filler may take more octets than before, so once is not enough.)
sub sized {
    my ($size, $build) = @_;
    my $filler = 0;
    for (1 .. 5) {
        my $built = $build->('x' x $filler);
        return $built if length $built == $size;
        $filler += $size - length $built;
    }
    die "no filler makes $size bytes\n";
}

# OCSP requests ----------------------------------------------------------------------------------

sub cert_id {
    my %given  = @_;
    my $issuer = $given{issuer} // fixture('intermediate.der');
    my $hash   = $given{hash}   // 'sha1';
    return seq(
        $given{algorithm} // algorithm($hash),
        octets($given{name_hash} // digest($hash, subject_of($issuer))),
        octets($given{key_hash}  // digest($hash, key_bits_of($issuer))),
        $given{serial} // serial_of(fixture('leaf.der')),
    );
}

# A Request: its CertID and extensions.
sub request_item {
    my ($cert_id, @extensions) = @_;
    return seq($cert_id, extensions(0, @extensions));
}

sub request {
    my %given = @_;
    return seq(seq(
            $given{version}   // '',
            $given{requestor} // '',
            seq(@{ $given{list} // [request_item(cert_id())] }),
            extensions(2, @{ $given{extensions} // [] }),
    ));
}

# OCSP responses ---------------------------------------------------------------------------------

sub by_name { return explicit(1, subject_of($_[0])) }
sub by_key  { return explicit(2, octets(digest('sha1', key_bits_of($_[0])))) }

sub good    { return implicit(0) }
sub unknown { return implicit(2) }

# The time, then the reason's number where there is one.
sub revoked {
    my ($time, $reason) = @_;
    return explicit(1, generalized($time), defined $reason ? explicit(0, enumerated($reason)) : '');
}

sub single {
    my %given = @_;
    my $next = $given{next} // $NEXT_UPDATE;
    return seq(
        $given{cert_id} // cert_id(),
        $given{status}  // good(),
        generalized($given{this} // $THIS_UPDATE),
        $next ne '' ? explicit(0, generalized($next)) : '',
        extensions(1, @{ $given{extensions} // [] }),
    );
}

# Signed by the intermediate and naming it by key unless said otherwise.
sub response {
    my %given = @_;
    my $tbs = seq(
        $given{version}   // '',
        $given{responder} // by_key(fixture('intermediate.der')),
        generalized($given{produced} // $THIS_UPDATE),
        seq(@{ $given{list} // [single()] }),
        extensions(1, @{ $given{extensions} // [] }),
    );
    my @certs     = @{ $given{certs} // [] };
    my $basic = seq($tbs, $given{algorithm} // rsa_sha256(),
        bits(signature(\%given, $tbs)),
        @certs ? explicit(0, seq(@certs)) : '');
    my $type = oid($given{type} // $ID{ocspBasic});
    return seq(enumerated($given{response_status} // 0), explicit(0, seq($type, octets($basic))));
}

sub status_only { return seq(enumerated($_[0])) }

# CRLs -------------------------------------------------------------------------------------------

sub crl_entry {
    my ($serial, $time, @extensions) = @_;
    return seq(integer($serial), $time, @extensions ? seq(@extensions) : '');
}

# By the intermediate unless said otherwise; version, next and list may be ''.
sub crl {
    my %given = @_;
    my $tbs = seq(
        $given{version}   // integer('01'),
        $given{signature} // rsa_sha256(),
        $given{issuer}    // subject_of(fixture('intermediate.der')),
        $given{this}      // utc(substr $THIS_UPDATE, 2),
        $given{next}      // utc(substr $NEXT_UPDATE, 2),
        $given{list}      // '',
        extensions(0, @{ $given{extensions} // [] }),
    );
    return seq($tbs, $given{signature} // rsa_sha256(), bits(signature(\%given, $tbs)));
}

1;
