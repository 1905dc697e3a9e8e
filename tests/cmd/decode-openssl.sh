#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# The text of ocspkit decode against that of OpenSSL: every good certificate, CRL, request and
# response of the fixtures, and the certificates of the system. What may differ is in one of three
# places: what OpenSSL 3.2 on prints in another way than 3.0 does and other spellings of the same
# (rewrite, below), what stands in both texts but not as the same characters (compare), and single
# files (the table).

. "${srcdir:-.}/tests/tap.sh"
cd "$tmp" || exit 99

[ -x "$ocspkit" ] || skip_all 'ocspkit is not built'
case $(openssl version 2>/dev/null) in
'OpenSSL 3.'*) ;;
*) skip_all 'no OpenSSL 3' ;;
esac

cat >compare.pl <<'PERL'
use strict;
use warnings;

sub text_of {
    open my $file, '<', shift or die;
    local $/;
    my $text = <$file>;
    return defined $text ? $text : '';
}

# OpenSSL's text with the spellings of 3.2 and of ours.
sub rewrite {
    local $_ = shift;
    s/\\\n//g;                       # ocsp wraps long numbers
    s/^Responder Error: (\w+) \((\d)\)$/OCSP Response Data:\n    OCSP Response Status: $1 (0x$2)/m;
    s/(URI:\S+) {16}(Only|Indirect)/$1\n                $2/g;    # a newline is missing
    my @lines = split /\n/;
    for (@lines) {
        next unless m{^\s*(?:Issuer|Subject|Responder Id|Requestor Name|DirName)\b|DirName:};
        s/ = /=/g;                   # 3.2 has no blanks there
        s{\\/}{/}g;                  # a certificate in a response has its slashes escaped
        if (s{DirName:/}{DirName:}) {    # 3.2 prints these as all other names
            s{/(?=[A-Za-z]+=)}{, }g;
        }
    }
    return @lines;
}

# What OpenSSL prints of an extension that it does not know.
sub raw {
    my $octets = pack 'H*', $_[0] =~ tr/://dr;
    $octets =~ s/[^ -~\r\n]/./g;
    return $octets;
}

# Lines that need not be the same.
sub same {
    my ($our, $their) = @_;
    return $our =~ /^ +Explicit Text: / && $their =~ /^ +Explicit Text: $/     # a BMPString
        || $our =~ /^ +[\w-]+: $/ && $their =~ /^ +[\d.]+: $/    # an OID that one of us
        || $our =~ /^ +[\d.]+: $/ && $their =~ /^ +[\w-]+: $/    # has no name for
        || $our =~ /:/ && $their =~ /^ +Not Before: .*, Not After: /    # privateKeyUsagePeriod
        || $our =~ /^ *$/ && $their =~ /^ +\.\.$/;    # the value is NULL
}

my @ours = grep { !/^\s*Note: / } split /\n/, text_of($ARGV[0]), -1;    # ours alone
pop @ours;
my @theirs = rewrite(text_of($ARGV[1]));
while (@ours || @theirs) {
    my $our = shift @ours;
    if (@theirs && defined $our && $our ne $theirs[0] &&
        $our =~ /^( +)((?:[0-9A-F]{2}:)*[0-9A-F]{2})$/) {
        my @raw = split /\n/, $1 . raw($2), -1;
        if (join("\n", @raw) eq join("\n", @theirs[0 .. ($#raw < $#theirs ? $#raw : $#theirs)])) {
            splice @theirs, 0, scalar @raw;
            next;
        }
    }
    shift @theirs while @theirs && $theirs[0] eq '' && (!defined $our || $our ne '');
    my $their = shift @theirs;
    next if defined $our && defined $their && ($our eq $their || same($our, $their));
    last if !defined $our && !defined $their;
    printf "ours:    %s\nopenssl: %s\n",
        map { defined $_ ? substr($_, 0, 160) : '(the end)' } $our, $their;
    exit 1;
}
PERL

# theirs KIND FILE
theirs() {
    case $1 in
    certificate) openssl x509 -inform "$3" -in "$2" -noout -text -nameopt "$names" ;;
    certificateList) openssl crl -inform "$3" -in "$2" -noout -text -nameopt "$names" ;;
    ocspRequest) openssl ocsp -reqin "$2" -req_text ;;
    ocspResponse) openssl ocsp -respin "$2" -resp_text -noverify ;;
    esac >theirs 2>/dev/null || :
}
names=sep_comma_plus_space,sname,utf8    # what 3.2 on has by default

# differs KIND FILE ENCODING: true where the texts differ; how is in the file `how`.
differs() {
    "$ocspkit" decode "$2" >ours 2>&1
    theirs "$@"
    ! perl compare.pl ours theirs >how
}

# FILE|why it may differ. A row whose file does not differ is out of date.
cat >allowed <<'ROWS'
name-bmp-odd.der|OpenSSL prints nothing at all: the BMPString has an odd length
name-invalid.der|OpenSSL prints nothing at all: the name is no UTF-8
rsa-pss.der|the parameters of RSASSA-PSS, which we do not show
name-visible.der|OpenSSL prints nothing at all: it converts no VisibleString
name-special.der|a backslash: ours is doubled
name-value.der|a value that is no string: ours is in hex
serial-minus-one.der|OpenSSL prints -1 as octets, other small numbers as numbers
name-c1.der|a control character: ours is escaped
name-control.der|control characters: ours are escaped
name-escape.der|control characters: ours are escaped
name-newline.der|control characters: ours are escaped
name-nul.der|control characters: ours are escaped
name-bidi.der|bidirectional characters: ours are escaped
name-invisible.der|U+2028: ours is escaped
san-control.der|control characters: ours are escaped
aia-control.der|control characters: ours are escaped
request-requestor-dns.der|a newline: ours is escaped
crl-invalidity.der|a hold instruction, which we do not decode
request-locator.der|a service locator, which we do not decode
response-crl-reference.der|a CRL reference, which we do not decode
response-try-later-body.der|we show the body of an error response too
request-signed.der|our certificates are indented
ROWS

tab=$(printf '\t')
count=0
while IFS=$tab read -r name kind judgement _; do
    case $kind:$judgement:$name in
    certificate:good:*.der | certificateList:good:*.der) ;;
    ocspRe*:good:*.der) ;;
    *) continue ;;
    esac
    count=$((count + 1))
    reason=$(sed -n "s/^$name|//p" allowed)
    if differs "$kind" "$fixtures/$name" DER; then
        [ -n "$reason" ]
        ok $? "$name: $(sed -n "s/^$name|/differs: /p" allowed)" || note "$(cat -v how)"
    elif [ -n "$reason" ]; then
        ok 1 "$name: differs no more: $reason"
    fi
done <"$fixtures/manifest.tsv"
[ "$count" -gt 150 ]
ok $? "all others of $count fixtures have OpenSSL's text"

# The system's certificates; a DER and a PEM file are read alike.
wrong=
count=0
for file in /usr/share/ca-certificates/*/*.crt; do
    [ -f "$file" ] || continue
    count=$((count + 1))
    if differs certificate "$file" PEM; then
        wrong="$wrong ${file##*/}"
        note "${file##*/}: $(cat -v how)"
    fi
done
if [ "$count" -gt 0 ]; then
    is "$wrong" '' "the $count certificates of the system have OpenSSL's text"
else
    skip 1 'there is no /usr/share/ca-certificates'
fi

tap_done
