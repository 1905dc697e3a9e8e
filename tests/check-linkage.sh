#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# What each program is linked with, and that it is hardened: no command pays for a library that it
# does not use.

. "${srcdir:-.}/tests/tap.sh"

command -v readelf >/dev/null || skip_all 'readelf is not here'

# PROGRAM and the libraries that it may need; it need not use them all
programs='
ocspkit        libnettle
ocspkit-trust  libtasn1 libnettle libgnutls
ocspkit-http   libcurl libcurl-gnutls libcurl-nss
'

# What belongs to the system, the compiler or a sanitizer
always='libc ld-linux libm libdl librt libpthread libgcc_s libasan libubsan'

# check_libraries PROGRAM ALLOWED
check_libraries() {
    beyond=
    for library in $(readelf -dW "$builddir/$1" | sed -n 's/.*(NEEDED).*\[\(.*\)\]/\1/p'); do
        name=${library%%.so*}
        case " $2 $always " in
        *" $name "* | *" ${name%%-x86*} "*) ;;
        *) case $library in ld-linux* | ld64* | ld.so*) ;; *) beyond="$beyond $library" ;; esac ;;
        esac
    done
    is "$beyond" '' "$1 needs no library but $2"
}

# check_hardening PROGRAM
check_hardening() {
    readelf -hW "$builddir/$1" | grep -q 'Type:.*DYN'
    ok $? "$1 is position independent"
    readelf -dW "$builddir/$1" | grep -Eq 'BIND_NOW|FLAGS.*NOW'
    bound=$?
    readelf -lW "$builddir/$1" | grep -q GNU_RELRO
    ok $((bound + $?)) "$1 has its relocations read-only"
    readelf -lW "$builddir/$1" | grep GNU_STACK | grep -qv E
    ok $? "$1 has no executable stack"
}

printf '%s' "$programs" | sed '/^$/d' >"$tmp/programs"
while read -r program allowed; do
    [ -x "$builddir/$program" ] || continue
    check_libraries "$program" "$allowed"
    check_hardening "$program"
done <"$tmp/programs"

tap_done
