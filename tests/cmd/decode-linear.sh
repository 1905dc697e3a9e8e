#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# Whatever an input has many of costs ocspkit decode in proportion to their count. Each is doubled
# twice, up to its limit where it has one, and the instructions are counted: what the second
# doubling adds is at most 2.2 times what the first one does.

. "${srcdir:-.}/tests/tap.sh"
cd "$tmp" || exit 99

[ -x "$ocspkit" ] || skip_all 'ocspkit is not built'
command -v valgrind >/dev/null || skip_all 'no valgrind to count instructions with'

# Memory that grows by being copied elsewhere would add its own steps.
MALLOC_MMAP_THRESHOLD_=1073741824
MALLOC_TOP_PAD_=67108864
export MALLOC_MMAP_THRESHOLD_ MALLOC_TOP_PAD_

# instructions COMMAND...: how many it takes.
instructions() {
    valgrind --tool=callgrind --callgrind-out-file=/dev/null "$@" 2>&1 >/dev/null |
        sed -n 's/^.*Collected : //p'
}

# Not one that was built with the sanitizers.
valgrind --quiet --tool=none "$ocspkit" --version >/dev/null 2>&1 ||
    skip_all 'valgrind does not run this program'

# linear NAME ONE TWO FOUR: three counts of instructions.
linear() {
    awk -v one="$2" -v two="$3" -v four="$4" 'BEGIN {
        exit !(one > 0 && two >= one && four - two <= 2.2 * (two - one)) }'
    ok $? "$1" || note "$2, then $(($3 - $2)) more, then $(($4 - $3)) more"
}

# each_format NAME ONE TWO FOUR: files to decode, in text and in JSON.
each_format() {
    for format in text json; do
        linear "$1, $format" "$(instructions "$ocspkit" decode -f "$format" "$2")" \
            "$(instructions "$ocspkit" decode -f "$format" "$3")" \
            "$(instructions "$ocspkit" decode -f "$format" "$4")"
    done
}

KEYS=$srcdir/tests/data/keys FIXTURES=$fixtures \
    perl -I"$srcdir/tests/data" "$srcdir/tests/data/linear.pl" >kinds || exit 99
while read -r name count; do
    "$ocspkit" decode -q "$name-$((4 * count)).der"
    ok $? "$((4 * count)) of $name are read" || continue
    each_format "$name" "$name-$count.der" "$name-$((2 * count)).der" "$name-$((4 * count)).der"
done <kinds

# What is asked of a CRL.
for count in 1000 2000 4000; do
    awk -v count="$count" 'BEGIN { for (i = 0; i < count; i++) printf "%06X\n", 1048576 + 2 * i }' \
        >"serials-$count"
done
linear 'serial numbers asked for' \
    "$(instructions "$ocspkit" decode --serial=@serials-1000 entry-1000.der)" \
    "$(instructions "$ocspkit" decode --serial=@serials-2000 entry-1000.der)" \
    "$(instructions "$ocspkit" decode --serial=@serials-4000 entry-1000.der)"
linear 'entries that are searched' \
    "$(instructions "$ocspkit" decode --serial=@serials-1000 entry-1000.der)" \
    "$(instructions "$ocspkit" decode --serial=@serials-1000 entry-2000.der)" \
    "$(instructions "$ocspkit" decode --serial=@serials-1000 entry-4000.der)"

# Objects in a file, lines of a list, segments of a URL.
for count in 50 100 200; do
    : >"chain-$count.der"
    : >"chain-$count.pem"
    : >"list-$count"
    printf 'http://ocsp.example.test' >"url-$count"
    i=0
    while [ $i -lt $count ]; do
        cat "$fixtures/comodo-request.der" >>"chain-$count.der"
        cat "$fixtures/comodo-request.pem" >>"chain-$count.pem"
        echo "$fixtures/comodo-request.der" >>"list-$count"
        printf '/segment' >>"url-$count"
        i=$((i + 1))
    done
    printf '/%s\n' "$(base64 <"$fixtures/comodo-request.der" | tr -d '\n')" >>"url-$count"
done
each_format 'objects in DER' chain-50.der chain-100.der chain-200.der
each_format 'objects in PEM' chain-50.pem chain-100.pem chain-200.pem
linear 'lines of a list' "$(instructions "$ocspkit" decode -i list-50)" \
    "$(instructions "$ocspkit" decode -i list-100)" "$(instructions "$ocspkit" decode -i list-200)"
linear 'segments of a URL' "$(instructions "$ocspkit" decode "$(cat url-50)")" \
    "$(instructions "$ocspkit" decode "$(cat url-100)")" \
    "$(instructions "$ocspkit" decode "$(cat url-200)")"

# What is broken: levels without an end, and entries in front of the broken one.
for count in 1000 2000 4000; do
    perl -e 'binmode STDOUT; print "\x30\x80" x shift' "$count" >"levels-$count.der"
    perl -0777 -pe 'BEGIN { binmode STDIN; binmode STDOUT }
        substr($_, rindex($_, "\x17\x0D18"), 1) = "\x19"' <"entry-$count.der" >"broken-$count.der"
done
linear 'levels, --dump' "$(instructions "$ocspkit" decode --dump levels-1000.der)" \
    "$(instructions "$ocspkit" decode --dump levels-2000.der)" \
    "$(instructions "$ocspkit" decode --dump levels-4000.der)"
linear 'entries, --dump' "$(instructions "$ocspkit" decode --dump broken-1000.der)" \
    "$(instructions "$ocspkit" decode --dump broken-2000.der)" \
    "$(instructions "$ocspkit" decode --dump broken-4000.der)"

tap_done
