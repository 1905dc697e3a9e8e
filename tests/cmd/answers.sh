#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# What independent tools say of other projects' files, where decode-answers.sh, check-window.sh and
# match-issuer.sh do not ask: the fingerprints of every object, the hashes by which each
# certificate would be named as an issuer, and what a CRL says beside its entries.

. "${srcdir:-.}/tests/tap.sh"

[ -x "$ocspkit" ] || skip_all 'ocspkit is not built'
[ -d "${shared:-/none}/answers" ] || skip_all 'no answers at ../shared/data/answers'
perl -MJSON::PP -MMath::BigInt -e 1 2>/dev/null || skip_all 'no JSON::PP'
cd "$shared" || exit 99

cat >"$tmp/answers.pl" <<'PERL'
use strict;
use warnings;
use JSON::PP;
use Math::BigInt;

my %names = (
    '2.5.29.18' => 'issuerAltName',
    '2.5.29.20' => 'cRLNumber',
    '2.5.29.27' => 'deltaCRLIndicator',
    '2.5.29.28' => 'issuingDistributionPoint',
    '2.5.29.35' => 'authorityKeyIdentifier',
    '1.3.6.1.5.5.7.1.1' => 'authorityInfoAccess',
    '1.2.840.10045.4.3.3' => 'ecdsa-with-SHA384',
    '1.2.840.113549.1.1.2' => 'md2WithRSAEncryption',
    '1.2.840.113549.1.1.5' => 'sha1WithRSAEncryption',
    '1.2.840.113549.1.1.11' => 'sha256WithRSAEncryption',
);
my (%seen, %compared);

# The records of a file, by their index; of what is refused, which decode-answers.sh knows, none.
sub records {
    my ($file, @command) = @_;
    my $key = join(' ', @command, $file);
    if (!$seen{$key}) {
        open(my $pipe, '-|', $ENV{ocspkit}, @command, qw(-fjson -e /dev/null), $file) or die;
        $seen{$key} = {
            map { $_->{index} => $_ }
            grep { $_->{type} ne 'error' } map { decode_json($_) } <$pipe>
        };
        close $pipe;
    }
    return $seen{$key};
}

sub same {
    my ($what, $file, $have, $want) = @_;
    $compared{$what}++;
    print "$what\t$file: wanted $want, found $have\n" if lc $have ne lc $want;
}

sub fingerprints {
    my ($file, $block, %want) = @_;
    my $record = records($file, 'fingerprint', '--hash=md5,sha1,sha256')->{$block} or return;
    for my $hash (keys %want) {
        same('fingerprint', $file, $record->{fingerprints}{$hash}, $want{$hash});
    }
}

sub certificate {
    my ($file, $block, $sha256, $sha1, $md5, @rest) = @_;
    my ($name_sha1, $key_sha1, $name_sha256, $key_sha256) = @rest[5 .. 8];
    my $record;

    fingerprints($file, $block, sha256 => $sha256, sha1 => $sha1, md5 => $md5);
    $record = records($file, 'match-issuer', '--print-hashes')->{$block} or return;
    my %hashes = map { $_->{hashAlgorithm} => "$_->{issuerNameHash} $_->{issuerKeyHash}" }
        @{$record->{requests}[0]{certificate}{hashes}};
    same('hashes', $file, $hashes{sha1}, "$name_sha1 $key_sha1") if $key_sha1 =~ /^[0-9a-f]+$/;
    same('hashes', $file, $hashes{sha256}, "$name_sha256 $key_sha256")
        if $key_sha256 =~ /^[0-9a-f]+$/;
}

sub crl {
    my ($file, $block, $sha256, undef, undef, undef, undef, $number, $extensions, $sig) = @_;
    my $record = records($file, 'decode')->{$block};

    fingerprints($file, $block, sha256 => $sha256);
    return if !$record || $extensions =~ /^ERR/;
    my @have = @{$record->{crlExtensions} || []};
    my ($found) = map { $_->{cRLNumber} // () } @have;
    same('CRL numbers', $file, Math::BigInt->from_hex($found), $number)
        if defined $found && $number =~ /^\d+$/;
    same('extensions', $file,
        join(',', map { $_->{extnID} . ($_->{critical} ? '*' : '') } @have),
        join(',', map { s/([0-9.]+)/$names{$1} || $1/er } split /,/, $extensions));
    same('signatures', $file, $record->{signatureAlgorithm}, $names{$sig} || $sig);
}

sub ocsp {
    my $answer = decode_json($_[0]);
    fingerprints($answer->{file}, $answer->{block}, sha256 => $answer->{sha256});
}

sub rows {
    my ($name, $call) = @_;
    open(my $file, '<', "answers/$name") or die "$name: $!";
    while (<$file>) {
        chomp;
        $call->($name =~ /tsv$/ ? split(/\t/, $_, -1) : $_) if !/^#/;
    }
}

rows('certs.tsv', \&certificate);
rows('crls.tsv', \&crl);
rows('ocsp.jsonl', \&ocsp);
print "compared\t$_\t$compared{$_}\n" for sort keys %compared;
PERL

SSL_CERT_FILE=$fixtures/root.pem
export SSL_CERT_FILE
perl "$tmp/answers.pl" >"$tmp/answers" 2>"$tmp/trouble"
is "$(cat "$tmp/trouble")" '' 'the answers are read'
for what in fingerprint hashes 'CRL numbers' extensions signatures; do
    is "$(grep "^$what" "$tmp/answers" | head -n 5)" '' "$what: as other tools say"
    [ "$(awk -F '\t' -v what="$what" '$1 == "compared" && $2 == what { print $3 }' \
        "$tmp/answers")" -gt 20 ]
    ok $? "$what: were compared"
done
note "$(grep '^compared' "$tmp/answers")"
tap_done
