# shellcheck shell=sh disable=SC2034,SC2154
# SPDX-License-Identifier: Apache-2.0
#
# A small authority of our own, its responder (openssl's) and its web server, on loopback and on
# ports that were free. Sourced behind tests/tap.sh; all of it lies in $tmp and ends with the test.
#
#   authority NAME CN        NAME.pem and NAME.key: a CA with its database, NAME.txt
#   issue NAME CA SERIAL EXTENSIONS   NAME.pem, valid for 300 days; the EXTENSIONS are lines of
#                            openssl's configuration, with blanks between them
#   entry CA STATUS SERIAL [TIME,REASON]   a line in the database: V, R or E
#   respond PORT CA SIGNER [OPTION...]     openssl's responder; SIGNER.pem is of
#                            key.key, or an authority
#   serve_files PORT DIRECTORY   over HTTP
#   crl FILE CA              the CRL of the database, DER
#
# And what tests/server/loopback.sh has.

. "$srcdir/tests/server/loopback.sh"

# bail LOG: ends the test with what openssl said.
bail() {
    note "$(cat "$1")"
    exit 99
}

openssl ecparam -name prime256v1 -genkey -noout -out "$tmp/key.key" || exit 99

authority() {
    printf '[req]\ndistinguished_name=dn\n[dn]\n[x]\nbasicConstraints=critical,CA:TRUE\n%s\n%s\n' \
        keyUsage=critical,keyCertSign,cRLSign subjectKeyIdentifier=hash >"$tmp/.authority.cnf"
    openssl ecparam -name prime256v1 -genkey -noout -out "$tmp/$1.key" || exit 99
    openssl req -config "$tmp/.authority.cnf" -extensions x -x509 -new -key "$tmp/$1.key" \
        -subj "/CN=$2" -days 3000 -out "$tmp/$1.pem" || exit 99
    : >"$tmp/$1.txt"
    printf '[ca]\ndatabase=%s\ndefault_md=sha256\ndefault_crl_days=3\n' "$tmp/$1.txt" \
        >"$tmp/$1.cnf"
}

issue() {
    {
        printf '[x]\nbasicConstraints=CA:FALSE\n'
        # shellcheck disable=SC2086
        [ -z "$4" ] || printf '%s\n' $4
    } >"$tmp/x.cnf"
    printf '[req]\ndistinguished_name=dn\n[dn]\n' >"$tmp/req.cnf"
    openssl req -config "$tmp/req.cnf" -new -key "$tmp/key.key" -subj "/CN=$1" -out "$tmp/x.csr" \
        2>"$tmp/x.log" || bail "$tmp/x.log"
    openssl x509 -req -in "$tmp/x.csr" -CA "$tmp/$2.pem" -CAkey "$tmp/$2.key" \
        -set_serial "0x$3" -days 300 -extfile "$tmp/x.cnf" -extensions x \
        -out "$tmp/$1.pem" 2>"$tmp/x.log" || bail "$tmp/x.log"
}

entry() {
    printf '%s\t350101000000Z\t%s\t%s\tunknown\t/CN=%s\n' "$2" "${4-}" "$3" "$3" >>"$tmp/$1.txt"
}

respond() {
    port=$1 authority=$2 signer=$3
    shift 3
    key=$tmp/key.key
    [ ! -e "$tmp/$signer.key" ] || key=$tmp/$signer.key
    openssl ocsp -index "$tmp/$authority.txt" -port "$port" -rsigner "$tmp/$signer.pem" \
        -rkey "$key" -CA "$tmp/$authority.pem" "$@" >"$tmp/$port.log" 2>&1 &
    started="$started $!"
    : >>"$tmp/$port.log"
    # It says so; a connection without a request would end it.
    for _ in $(seq 60); do
        grep -q -i 'waiting' "$tmp/$port.log" && return
        sleep 0.05
    done
    echo "no responder listens on port $port" >&2
}

serve_files() {
    (cd "$2" && exec python3 -m http.server --bind 127.0.0.1 "$1") >"$tmp/$1.log" 2>&1 &
    started="$started $!"
    awaits "$1"
}

crl() {
    openssl ca -gencrl -config "$tmp/$2.cnf" -name ca -keyfile "$tmp/$2.key" -cert "$tmp/$2.pem" \
        -out "$tmp/x.crl" 2>"$tmp/x.log" || bail "$tmp/x.log"
    openssl crl -in "$tmp/x.crl" -outform DER -out "$1"
}
