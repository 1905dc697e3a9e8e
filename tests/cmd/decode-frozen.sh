#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# The layout of text is frozen: ocspkit decode against text of OpenSSL that is kept in tests/data,
# so that it is the same on every system, whatever OpenSSL is there. What may differ stands with its
# reason in compare-openssl.pl. decode-openssl.sh compares more, with the OpenSSL of the machine.

. "${srcdir:-.}/tests/tap.sh"
cd "$tmp" || exit 99

[ -x "$ocspkit" ] || skip_all 'ocspkit is not built'
objects=$srcdir/tests/data/openssl-objects.txt
roots=$srcdir/tests/data/openssl-roots.txt

# compare NAME...: NAME.ours with NAME.theirs
compare() {
    pairs=
    for name; do
        pairs="$pairs $name.ours $name.theirs"
    done
    # shellcheck disable=SC2086 # names of ours
    perl "$srcdir/tests/cmd/compare-openssl.pl" $pairs >differ 2>&1
}

# An object's PEM, and behind "--" its text.
awk '
    /^== / { file = $3 ".pem"; print $2, $3 > "list"; next }
    /^--$/ { close(file); sub(/pem$/, "theirs", file); next }
    file != "" { print > file }
' "$objects"
names=
while read -r kind name; do
    run "$ocspkit" decode "$name.pem"
    cp "$out" "$name.ours"
    is "$("$ocspkit" decode --fields=type "$name.pem" 2>&1)" "$kind" "$name is read"
    names="$names $name"
done <list
# shellcheck disable=SC2086
compare $names
is "$(cat differ)" '' 'the objects have the frozen text'

# The public roots that this system has too, by their fingerprints.
awk '/^== / { file = $2 ".theirs"; print $2 > "fingerprints"; next } file != "" { print > file }' \
    "$roots"
known=0
unknown=0
names=
for file in /usr/share/ca-certificates/*/*.crt; do
    [ -f "$file" ] || continue
    fingerprint=$("$ocspkit" fingerprint --hash=sha256 --fields=fingerprints.sha256 "$file")
    if [ -f "$fingerprint.theirs" ]; then
        "$ocspkit" decode "$file" >"$fingerprint.ours" 2>&1
        names="$names $fingerprint"
        known=$((known + 1))
    else
        unknown=$((unknown + 1))
    fi
done
note "of $(wc -l <fingerprints) roots this system has $known, and $unknown others"
if [ "$known" -gt 0 ]; then
    # shellcheck disable=SC2086
    compare $names
    is "$(cat differ)" '' "$known certificates of the system have the frozen text"
else
    skip 1 'this system has none of the public roots'
fi

tap_done
