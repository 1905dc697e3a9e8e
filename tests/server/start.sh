# shellcheck shell=sh
# SPDX-License-Identifier: Apache-2.0
#
# Starts misbehaving.py, for shell tests that have sourced tests/tap.sh:
#
#     serve DIRECTORY [CERTIFICATE KEY]   starts it, or skips the whole test
#     served                              ends it
#
# Set: $port and $other (its two ports), $tls (the third, with a certificate), $url (http:// and the
# first). It complains in $tmp/server.log. However the test ends, so does the server.

command -v python3 >/dev/null || skip_all 'no python3'
unset http_proxy https_proxy HTTPS_PROXY all_proxy ALL_PROXY no_proxy NO_PROXY

serve() {
    # It reads until nobody of us holds the other end open.
    mkfifo "$tmp/alive"
    python3 "$srcdir/tests/server/misbehaving.py" "$tmp/ports" "$@" \
        <"$tmp/alive" 2>"$tmp/server.log" &
    server=$!
    exec 9>"$tmp/alive"
    serve_tries=0
    while [ ! -e "$tmp/ports" ]; do
        if [ $serve_tries -eq 100 ] || ! kill -0 "$server" 2>/dev/null; then
            skip_all 'no server on loopback can be had here'
        fi
        sleep 0.1
        serve_tries=$((serve_tries + 1))
    done
    read -r port other tls <"$tmp/ports"
    tls=${tls:-none}
    url=http://127.0.0.1:$port
    export port other tls url
}

served() {
    exec 9>&-
    wait "$server"
}
