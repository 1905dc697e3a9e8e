#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# Holds the includes of lib/ and src/ against lib/layers, and the libraries' headers against their
# doors: the files that alone may include them.

. "${srcdir:-.}/tests/tap.sh"
cd "$srcdir" || exit 99

# HEADER (the beginning of what stands between < and >) and the files that may include it
doors='
libtasn1.h  ocsp-build.c
nettle/     digest.c
gnutls/     signature.c
curl/       http-outcome.c http-outcome.h http-transfer.c http-transfer.h
'

# Prints a line for each thing that is wrong with one file's includes of our own headers.
cat >"$tmp/layers.awk" <<'AWK'
# The first file is the list, the second one the source.
BEGIN {
    self = ARGV[2]
    sub(/.*\//, "", self)
}

FNR == NR {
    if (sub(/^[a-z]+:/, "")) {
        layers++
        for (i = 1; i <= NF; i++) {
            both = $i !~ /\.[ch]$/
            place(both ? $i ".c" : $i)
            if (both)
                place($i ".h")
        }
    }
    next
}

function place(file) {
    if (file in layer)
        print file " stands twice in lib/layers"
    layer[file] = layers
    column[file] = i
}

/^[ \t]*#[ \t]*include[ \t]*"/ {
    split($0, part, "\"")
    other = part[2]
    sub(/.*\//, "", other)
    if (!(other in layer))
        print "line " FNR ": " other " is not in lib/layers"
    else if (self in layer && !below(other))
        print "line " FNR ": wanted a header of a lower layer, or to the left; found " other
}

END {
    if (!(self in layer))
        print self " is not in lib/layers"
}

# Whether `other` may be included; a .c file's own header may always be.
function below(other) {
    if (layer[other] != layer[self])
        return layer[other] < layer[self]
    return column[other] < column[self] || (column[other] == column[self] && self ~ /\.c$/)
}
AWK

for file in lib/*.[ch] src/*.[ch]; do
    [ -f "$file" ] || continue
    found=$(awk -f "$tmp/layers.awk" lib/layers "$file")
    ok ${#found} "$file includes only from below"
    [ -z "$found" ] || note "$found"
done

printf '%s' "$doors" | sed '/^$/d' >"$tmp/doors"
while read -r header allowed; do
    grep -lE "^[[:space:]]*#[[:space:]]*include[[:space:]]*<$header" lib/*.[ch] src/*.[ch] \
        2>/dev/null >"$tmp/includes"
    found=
    while read -r file; do
        case " $allowed " in
        *" ${file##*/} "*) ;;
        *) found="$found $file" ;;
        esac
    done <"$tmp/includes"
    is "$found" '' "<$header is included only by $allowed"
done <"$tmp/doors"

found=$(for file in lib/*.[ch] src/*.[ch]; do
    grep -qwF -e "$file" lib/Makefile.inc src/Makefile.inc || echo "$file"
done)
is "$found" '' 'every file is in a Makefile.inc'

tap_done
