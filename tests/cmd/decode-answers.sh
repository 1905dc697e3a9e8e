#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# ocspkit decode on other projects' test data, against what other tools read in it. What the others
# read and we refuse stands in a table, with the rule that it breaks.

. "${srcdir:-.}/tests/tap.sh"

[ -x "$ocspkit" ] || skip_all 'ocspkit is not built'
[ -n "$shared" ] || skip_all 'no test data from outside at ../shared/data'
cd "$shared" || exit 99

tab=$(printf '\t')

# --- GET URLs from public logs

if [ -f get-urls/expected.tsv ]; then
    while IFS=$tab read -r number url expected _ hash _ name key serial _; do
        case $number in '#'*) continue ;; esac
        run "$ocspkit" decode "$url" \
            --fields=requestList.reqCert.hashAlgorithm,requestList.reqCert.issuerNameHash,\
requestList.reqCert.issuerKeyHash,requestList.reqCert.serialNumber
        case $expected in
        DECODE_OK)
            is "$(tr a-f A-F <"$out")" \
                "$(printf '%s\t%s\t%s\t%s' "$hash" "$name" "$key" "$serial" | tr a-f A-F)" \
                "GET URL $number"
            ;;
        *) exits 2 "GET URL $number is refused" ;;
        esac
    done <get-urls/expected.tsv
else
    skip 1 'no get-urls'
fi
if [ -f cfssl-ocsp/expected_get_paths.tsv ]; then
    while IFS=$tab read -r path expected _; do
        case $path in '#'*) continue ;; esac
        run "$ocspkit" decode -r "$path"
        case $expected in
        DECODE_OK) exits 0 "GET path $path" ;;
        *) exits 2 "GET path $path is refused" ;;
        esac
    done <cfssl-ocsp/expected_get_paths.tsv
else
    skip 1 'no cfssl-ocsp'
fi

# --- files: what others read and we do not, FILE|the rule that it breaks

cat >"$tmp/refused" <<'ROWS'
cryptography-x509/v1_cert.pem|RFC 5280 4.1.1.2: the two signature algorithms are not the same
cryptography-x509/custom/mismatch_inner_outer_sig_algorithm.der|RFC 5280 4.1.1.2
cryptography-x509/custom/rsa_pss_cert_invalid_mgf.der|RFC 5280 4.1.1.2
cryptography-x509/custom/rsa_pss_cert_no_sig_params.der|RFC 5280 4.1.1.2
cryptography-x509/custom/rsa_pss_cert_unsupported_mgf_hash.der|RFC 5280 4.1.1.2
cryptography-x509/custom/crl_inner_outer_mismatch.der|RFC 5280 5.1.1.2
cryptography-x509/custom/two_basic_constraints.pem|RFC 5280 4.2: an extension twice
cryptography-x509/custom/crl_dup_entry_ext.pem|RFC 5280 4.2: an extension twice
cryptography-ocsp/req-duplicate-ext.der|RFC 5280 4.2: an extension twice
cryptography-x509/custom/cp_invalid.pem|RFC 5280 4.2.1.4: a user notice that is an IA5String
cryptography-x509/custom/cp_invalid2.der|RFC 5280 4.2.1.4: a CPS pointer that is a SEQUENCE
cryptography-x509/custom/invalid-sct-length.der|RFC 6962 3.3: a list that is shorter than it says
cryptography-x509/custom/long-form-name-attribute.pem|X.690 8.1.2: a tag of two octets in a name
cryptography-x509/custom/crl_inval_cert_issuer_entry_ext.pem|RFC 5280 5.3.3: an empty value
cryptography-x509/custom/crl_unsupported_reason.pem|RFC 5280 5.3.1: reason 12
boulder-crl/cpcps/testdata/crl_freshest.pem|RFC 5280 4.2.1.13: a name and no DistributionPointName
boulder-crl/cpcps/testdata/crl_idp_no_fullname.pem|RFC 5280 4.2.1.13: an empty DistributionPointName
boulder-crl/cpcps/testdata/crl_idp_some_reasons.pem|RFC 5280 5.2.5: reasons that are constructed
boulder-crl/rfc/testdata/crl_aki_name_and_serial.pem|RFC 5280 4.2.1.1: no GeneralNames
cryptography-ocsp/resp-unknown-response-status.der|RFC 6960 4.2.1: responseStatus 7
ROWS

cat >"$tmp/answers.pl" <<'PERL'
use strict;
use warnings;
use JSON::PP;

my (%refused, %seen, %read, $test);

# Our records of a file, by their index.
sub records {
    my $file = shift;
    if (!$seen{$file}) {
        open(my $pipe, '-|', $ENV{ocspkit}, qw(decode -fjson -e /dev/null), $file) or die;
        $seen{$file} = {map { $_->{index} => $_ } map { decode_json($_) } <$pipe>};
        close $pipe;
        print "crash\t$file\n" if $? & 127 || $? >> 8 != 0 && $? >> 8 != 2;
    }
    return $seen{$file};
}

sub serial {
    my ($sign, $digits) = lc(shift) =~ /^(-?)0*([0-9a-f]+)$/;
    return "$sign$digits";
}

sub same {
    my ($file, $have, $want) = @_;
    $read{$test}++;
    return if $have eq $want;
    print "differs\t$file: wanted $want, found $have\n";
}

# The record at that place; nothing where both or one of us refuse it.
sub agreed {
    my ($file, $block, $parsed) = @_;
    my $record = records($file)->{$block};
    my $is_read = $record && $record->{type} ne 'error';

    return $record if $is_read && $parsed;
    print "refused\t$file\n" if $parsed && !delete $refused{$file};
    return;
}

sub certificate {
    my ($file, $block, undef, undef, undef, $parse, $version, $serial, @rest) = @_;
    my $r = agreed($file, $block, $parse eq 'OK') or return;

    same($file, "v$r->{version} " . serial($r->{serialNumber}), "$version $serial");
    same($file, "$r->{validity}{notBefore} $r->{validity}{notAfter}", "$rest[0] $rest[1]");
    # Types without a short name there have one here.
    same($file, "$r->{subject} <- $r->{issuer}", $rest[6]) if $rest[6] !~ /^ERR|\d\.\d+\.\d+/;
}

sub crl {
    my ($file, $block, undef, $parse, $this, $next, $count, @rest) = @_;
    my ($issuer, $first) = @rest[3, 4];
    my $r = agreed($file, $block, $parse eq 'OK') or return;
    my @entries = @{$r->{revokedCertificates} || []};
    my @shown = @entries > 50 ? @entries[0 .. 49] : @entries;

    same($file, "$r->{thisUpdate} " . ($r->{nextUpdate} // 'none'), "$this $next");
    same($file, scalar(@entries) . " $r->{issuer}", "$count $issuer");
    same($file, join(',', map { serial($_->{userCertificate}) . "\@$_->{revocationDate}" } @shown),
        $first // '');
}

sub ocsp {
    my $a = decode_json($_[0]);
    my $o = $a->{openssl};
    my $r = agreed($a->{file}, $a->{block}, $o->{parse} eq 'OK') or return;
    my @have;

    if ($r->{requestList}) {
        my @ids = map { $_->{reqCert} } @{$r->{requestList}};
        @have = map { my $key = $_; join ',', map { lc $_->{$key} } @ids }
            qw(serialNumber issuerNameHash issuerKeyHash);
        same($a->{file}, "@have",
            join ' ', map { join ',', @{$o->{$_}} } qw(serials nameHash keyHash));
        return;
    }
    same($a->{file}, lc $r->{responseStatus}, lc $o->{status});
    return if $r->{responseStatus} ne 'successful';
    for my $key (qw(certStatus thisUpdate nextUpdate)) {
        my @values = map { defined $_->{$key} ? $_->{$key} : () } @{$r->{responses}};
        same($a->{file}, "@values", "@{$o->{$key}}");
    }
    same($a->{file}, join(' ', map { serial($_->{certID}{serialNumber}) } @{$r->{responses}}),
        join(' ', map { serial($_) } @{$o->{serials}}));
    same($a->{file}, $r->{producedAt}, $o->{producedAt}[0]);
}

# Calls for each row, split at tabs where that is wanted.
sub rows {
    my ($name, $call) = @_;
    $test = $name;
    my $mode = $name =~ /tsv$/ ? '<:encoding(UTF-8)' : '<';    # JSON::PP wants octets
    open(my $file, $mode, "answers/$name") or return;
    while (<$file>) {
        chomp;
        $call->($name =~ /tsv$/ ? split(/\t/, $_, -1) : $_) if !/^#/;
    }
    print "read\t$name\t$read{$name}\n";
}

binmode STDOUT, ':encoding(UTF-8)';
open(my $table, '<', $ARGV[0]) or die;
%refused = map { chomp; split /\|/ } <$table>;
rows('certs.tsv', \&certificate);
rows('crls.tsv', \&crl);
rows('ocsp.jsonl', \&ocsp);
print "stale\t$_\n" for sort keys %refused;
PERL

if [ -d answers ] && perl -MJSON::PP -e 1 2>/dev/null; then
    perl "$tmp/answers.pl" "$tmp/refused" >"$tmp/answers" 2>"$tmp/trouble"
    is "$(cat "$tmp/trouble")" '' 'the answers are read'
    is "$(grep -c '^read' "$tmp/answers")" 3 'all of them'
    is "$(grep '^differs' "$tmp/answers" | cut -c 1-400)" '' 'all values are what others read'
    is "$(grep '^crash' "$tmp/answers")" '' 'no file ends the program'
    is "$(grep '^refused' "$tmp/answers")" '' 'only what the table says is refused'
    is "$(grep '^stale' "$tmp/answers")" '' 'every row of the table is still true'
    note "$(grep '^read' "$tmp/answers")"
else
    skip 6 'no answers, or no JSON::PP'
fi

# --- whatever is in these folders is read or refused

for folder in cryptography-ocsp cfssl-ocsp golang-xcrypto-ocsp gnutls-ocsp cryptography-x509 \
    boringssl-crl boulder-crl gnutls-fuzz; do
    if [ ! -d $folder ]; then
        skip 1 "no $folder"
        continue
    fi
    find $folder -type f ! -name ORIGIN ! -name '*.tsv' >"$tmp/files"
    wrong=
    while read -r file; do
        run "$ocspkit" decode "$file"
        case $status in
        0) [ -s "$out" ] && [ ! -s "$err" ] || wrong="$wrong $file" ;;
        2) [ -s "$err" ] && ! grep -qv '^ocspkit: .*: .*expected .*found ' "$err" ||
            wrong="$wrong $file" ;;
        *) wrong="$wrong $file:$status" ;;
        esac
    done <"$tmp/files"
    is "$wrong" '' "$folder, $(grep -c . "$tmp/files") files"
done

tap_done
