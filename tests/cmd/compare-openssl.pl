# SPDX-License-Identifier: Apache-2.0
#
# compare-openssl.pl OURS THEIRS...: whether the text of ocspkit decode in the file OURS is, line by
# line, that of OpenSSL in THEIRS, but for what is allowed to differ, which stands here with its
# reason. Where one of the pairs is not: exit status 1, and the first two lines that differ.
#
# Dumps of octets may be shortened in THEIRS: a row "..." stands for all but their first and last.

use strict;
use warnings;

# Values that OpenSSL prints as raw characters and we decode, by the label of their extension.
my @decoded = (
    'qcStatements', 'expiredCertsOnCRL', 'acmeIdentifier', 'cabfOrganizationIdentifier',
    'msCertificateTemplateName', 'msCAVersion', 'msPreviousCertHash', 'msCRLNextPublish',
    'Microsoft certificate template', 'Microsoft Application Policies Extension',
    'Microsoft NTDS CA Extension', 'Biometric Info', 'entrustVersInfo', 'sbgp-ipAddrBlockv2',
    'sbgp-autonomousSysNumv2', 'logotype',
    'Extended OCSP Status',     # OpenSSL's label of id-pkix-ocsp-pref-sig-algs
    'valid',                    # and of id-pkix-ocsp-extended-revoke
);

# Names as OpenSSL printed them before 3.2, and still does in some extensions.
sub modernize {
    my @lines = split /^/, shift;
    for (@lines) {
        s/(othername: [^:,]+)::/$1:/g;
        next unless /^\s*(?:Issuer|Subject|Responder Id|Requestor Name)\b|DirName:|^ +\S+ = /;
        s/ = /=/g;
        if (s{DirName:/}{DirName:}) {
            s{/(?=[A-Za-z]+=)}{, }g;
        }
    }
    return join '', @lines;
}

# The parameters of RSASSA-PSS: OpenSSL has blanks that make no sense, writes those of the signature
# below the wrong label, the salt's length in hex, and the names of a key's in another way.
my $parameters = qr/(?: +(?:(?:Hash|Mask) Algorithm|(?:Minimum )?Salt Length|Trailer Field): .*\n)+/;

sub pss_at {
    my ($indent, $text) = @_;
    $text =~ s/^ +/$indent    /gm;
    $text =~ s/(Salt Length: )0x(\w+)/$1 . hex $2/e;
    $text =~ s/SHA2-/sha/g;
    $text =~ s/MGF1/mgf1/;
    $text =~ s/0x1 /0x01 /;
    return $text;
}

sub move_parameters {
    local $_ = shift;
    s/^( *)(Signature Algorithm: rsassaPss) +\(INVALID PSS PARAMETERS\)\n/$1$2\n$1    (INVALID PSS PARAMETERS)\n/gm;
    s/^( *)Signature Value: +\(INVALID PSS PARAMETERS\)\n/$1    (INVALID PSS PARAMETERS)\n$1Signature Value:\n/gm;
    s/^( *)(Signature Algorithm: rsassaPss) +\n($parameters)/"$1$2\n" . pss_at($1, $3)/gem;
    s/^( *)Signature Value: +\n($parameters)/pss_at($1, $2) . "$1Signature Value:\n"/gem;
    s/^( *)(PSS parameter restrictions:\n)($parameters)/"$1$2" . pss_at($1, $3)/gem;
    return $_;
}

# What is a slip of OpenSSL's.
sub mend {
    local $_ = shift;
    s/\\\n//g;    # long numbers are wrapped
    s/^Responder Error: (\w+) \((\d)\)$/OCSP Response Data:\n    OCSP Response Status: $1 (0x$2)/m;
    s/(URI:\S+) {16}(Only|Indirect)/$1\n                $2/g;    # a newline is missing
    s/^( *(?:pub|P|Q|G|A|B|Order):) +$/$1/gm;                             # blanks at the end
    s/^( *(?:G|A|B|Cofactor):) +(?=\d)/$1 /gm;                 # and in front
    s/^ +Requested Extensions:\n(?= {4}Signature)//m;    # of a request that asks for none
    s{^(\s*(?:Issuer|Subject): .*)}{$1 =~ s|\\/|/|gr}gem;       # certificates in a response
    return $_;
}

# Lines that need not be the same.
sub same {
    my ($our, $their) = @_;
    return $our =~ /^ +Explicit Text: / && $their =~ /^ +Explicit Text: $/    # a BMPString
        || $our =~ /^ +[\w -]+: (?:critical)?$/ && $their =~ /^ +[\d.]+: (?:critical)?$/    # an OID
        || $our =~ /^ +[\d.]+: (?:critical)?$/ && $their =~ /^ +[\w -]+: (?:critical)?$/    # that one
        || $our =~ /^ +\w+ +\d+ [\d:]+ \d+ GMT$/ && $their =~ /^ +\d{14}Z$/  # has no name for; times
        || $our =~ /^ *(?:NULL)?$/ && $their =~ /^ +\.\.$/;    # in an attribute; the value is NULL
}

sub matches { my ($our, $their) = @_; return $our eq $their || same($our, $their) }

sub text_of {
    open my $file, '<', shift or die;
    local $/;
    return <$file> // '';
}

# What OpenSSL prints of an extension that it does not know.
sub raw {
    my $octets = pack 'H*', $_[0] =~ tr/://dr;
    $octets =~ s/[^ -~\r\n]/./g;
    return $octets;
}

my (@ours, @theirs);
my $decoded = join '|', map { quotemeta } @decoded;

# Takes an undecoded value of ours, and what OpenSSL has for it, from the front of both.
sub take_raw {
    my @raw = split /\n/, $1 . raw($2), -1;
    my $last = $#raw < $#theirs ? $#raw : $#theirs;
    return 0 unless join("\n", @raw) eq join "\n", @theirs[0 .. $last];
    shift @ours;
    splice @theirs, 0, scalar @raw;
    return 1;
}

# Takes what both have below a label of @decoded.
sub take_decoded {
    my ($indent) = @_;
    shift @ours while @ours && $ours[0] =~ /^(?:$indent |$)/;
    shift @theirs while @theirs && !(@ours && matches($ours[0], $theirs[0]));
    return;
}

# The first lines of the two files that differ; nothing where none do.
sub difference {
    my ($our_file, $their_file) = @_;
    # Notes are ours alone, and so is the name of a curve in numbers.
    @ours = grep { !/^\s*(?:Note|Named Curve): / } split /\n/, text_of($our_file), -1;
    pop @ours;
    @theirs = split /\n/, mend(move_parameters(modernize(text_of($their_file))));
    while (1) {
        if (@ours && @theirs && $theirs[0] =~ /^ +\.\.\.$/) {
            shift @theirs;
            shift @ours while @ours && $ours[0] ne $theirs[0] && $ours[0] =~ /^ +(?:\w\w:)+$/;
            next;
        }
        if (@ours && @theirs && $ours[0] ne $theirs[0]) {
            next if $ours[0] =~ /^( +)((?:[0-9A-F]{2}:)*[0-9A-F]{2})$/ && take_raw();
            shift @theirs while @theirs && $theirs[0] eq '' && $ours[0] ne '';
        }
        shift @theirs while !@ours && @theirs && $theirs[0] eq '';
        return if !@ours && !@theirs;
        my ($our, $their) = (shift @ours, shift @theirs);
        if (!defined $our || !defined $their || !matches($our, $their)) {
            return map { defined $_ ? substr($_, 0, 160) : '(the end)' } $our, $their;
        }
        take_decoded($1) if $our =~ /^( +)(?:$decoded): (?:critical)?$/;
    }
}

my $status = 0;
while (my ($our_file, $their_file) = splice @ARGV, 0, 2) {
    my ($our, $their) = difference($our_file, $their_file) or next;
    printf "%s\nours:    %s\nopenssl: %s\n", $our_file, $our, $their;
    $status = 1;
}
exit $status;
