#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# What is wrong with an input, an option or an output: a row of bad-input.tsv each, with the whole
# of what is said; and objects cut short at every level.
#
# A row is NAME, MAKE, ARGUMENTS, STATUS, MESSAGE, with tabs between. MAKE is shell that makes `in`
# or whatever is wanted, in a directory with leaf.der, leaf.pem and root.pem in it. ARGUMENTS begin
# with a command, with `*` for each of them, or with `+` for each that has a report. In MESSAGE
# `{command}` is the command's name, and `\n` stands between lines.

. "${srcdir:-.}/tests/tap.sh"
cd "$tmp" || exit 99

[ -x "$ocspkit" ] || skip_all 'ocspkit is not built'

tab=$(printf '\t')

# block LABEL: PEM with standard input in it.
block() {
    printf -- '-----BEGIN %s-----\n' "$1"
    openssl base64
    printf -- '-----END %s-----\n' "$1"
}

# commands_of ARGUMENTS: the commands that a row is about, a line each.
commands_of() {
    case $1 in
    '* '*)
        echo 'convert der-to-pem'
        echo 'convert pem-to-der'
        ;;
    '+ '*) ;;
    *)
        echo "$1"
        return
        ;;
    esac
    for one in decode fingerprint check-window 'match-issuer --issuers=root.pem' \
        'fetch --offline'; do
        echo "$one"
    done
}

# in_place MAKE LINE: runs it where the row has been made.
in_place() {
    rm -rf place
    mkdir place
    cd place || exit 99
    cp "$fixtures/leaf.der" "$fixtures/leaf.pem" "$fixtures/root.pem" .
    eval "$1"
    status=0
    (eval "\"\$ocspkit\" $2" >"$out" 2>"$err") || status=$?
    cd .. || exit 99
}

# can_run MAKE LINE: whether the row says the same here.
can_run() {
    case $1:$2 in
    *'chmod 0 '*) [ "$(id -u)" -ne 0 ] ;; # root may read it
    */dev/full*) [ -w /dev/full ] ;;
    esac
}

# check NAME LINE STATUS MESSAGE: of the last run.
check() {
    [ "$status" = "$3" ] && [ "$(cat "$err")" = "$4" ] && [ ! -s "$out" ]
    ok $? "$1: ocspkit $2" || {
        note "wanted: $3 $4"
        note "found:  $status $(cat "$err")"
        [ ! -s "$out" ] || note 'and something on standard output'
    }
}

# check_records NAME LINE MAKE: what failed has an empty line of fields, and a record in JSON.
check_records() {
    in_place "$3" "$2 --fields=type"
    fields=$(tail -n 1 "$out")
    in_place "$3" "$2 -f json"
    [ -z "$fields" ] && tail -n 1 "$out" | grep -q '"type":"error"'
    ok $? "$1: ocspkit $2: has its record" || head -n 3 "$out" | sed 's/^/# /'
}

while IFS=$tab read -r name make arguments wanted message <&3; do
    case $name in '' | \#*) continue ;; esac
    commands_of "$arguments" >commands
    while read -r command <&4; do
        line=$command
        case $arguments in [*+]' '*) line="$command ${arguments#* }" ;; esac
        can_run "$make" "$line" || {
            skip 1 "$name: not here"
            continue
        }
        in_place "$make" "$line"
        # shellcheck disable=SC2059
        check "$name" "$line" "$wanted" \
            "$(printf "$(printf '%s' "$message" | sed "s/%/%%/g; s/{command}/${command%% *}/g")")"
        case $arguments:$command in
        *:convert*) ;;
        '* in:'* | '* -i list:'*) check_records "$name" "$line" "$make" ;;
        esac
    done 4<commands
done 3<"$srcdir/tests/cmd/bad-input.tsv"

# --- at every level: an element that is longer than it is, and the object cut where it begins

cat >cut.pl <<'PERL'
my ($file, $name) = @ARGV;
my $count = 0;

sub write_file {
    my ($octets) = @_;
    open(my $out, '>:raw', sprintf('%s-%03d', $name, $count++)) or die $!;
    print $out $octets;
    close($out) or die $!;
}

# Every element from $at to $end, and what is in it.
sub walk {
    my ($der, $at, $end) = @_;

    while ($at < $end) {
        my $tag = ord(substr($der, $at, 1));
        my $octets = ord(substr($der, $at + 1, 1));
        my $more = $octets > 0x80 ? $octets & 0x7F : 0;
        my $len = $more ? hex(unpack('H*', substr($der, $at + 2, $more))) : $octets;
        my $last = $at + 1 + $more;
        my $longer = $der;

        vec($longer, $last, 8) += 1;
        write_file($longer);
        write_file(substr($der, 0, $last + 1)) if $last + 1 < length($der);
        walk($der, $last + 1, $last + 1 + $len) if $tag & 0x20;
        $at = $last + 1 + $len;
    }
}

local $/;
open(my $in, '<:raw', $file) or die $!;
my $der = <$in>;
walk($der, 0, length($der));
PERL

for name in leaf crl comodo-request request-extensions story-response csr pkcs7 public-rsa-ca \
    private-rsa-ca; do
    rm -rf levels
    mkdir levels
    perl cut.pl "$fixtures/$name.der" "levels/$name"
    find levels -type f | sort >list
    count=$(wc -l <list)
    [ "$count" -gt 8 ]
    ok $? "$name: has levels ($count)"
    for command in decode 'convert der-to-pem'; do
        # shellcheck disable=SC2086
        run "$ocspkit" $command -i list
        exits 2 "$name, $command: broken at every level"
        [ ! -s "$out" ] || [ "$name:$command" = pkcs7:decode ] # its first certificate is one
        ok $? "$name, $command: nothing is written"
        is "$(grep -c 'expected .*, found ' "$err")" $((count)) \
            "$name, $command: each is refused with what was wanted and what was found"
    done
done

tap_done
