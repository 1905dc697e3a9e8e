# shellcheck shell=sh disable=SC2154
# SPDX-License-Identifier: Apache-2.0
#
# Servers on loopback, for shell tests that have sourced tests/tap.sh. However the test ends, those
# whose numbers are in $started end with it.
#
#   ports NAME...   a free port for each, in the variables of these names
#   awaits PORT     until something listens there

started=
trap 'stop_all; rm -rf "$tmp"' EXIT

stop_all() {
    for pid in $started; do
        kill "$pid" 2>/dev/null
    done
    # shellcheck disable=SC2086
    wait $started 2>/dev/null
    started=
}

ports() {
    # shellcheck disable=SC2046
    eval "$(perl -MIO::Socket::INET -e '
        my @open;
        for my $name (@ARGV) {
            my $s = IO::Socket::INET->new(LocalAddr => "127.0.0.1", Listen => 1) or die;
            push @open, $s;
            printf "%s=%d\n", $name, $s->sockport;
        }' "$@")"
}

awaits() {
    perl -MIO::Socket::INET -e '
        for (1 .. 100) {
            exit 0 if IO::Socket::INET->new(PeerAddr => "127.0.0.1", PeerPort => $ARGV[0]);
            select undef, undef, undef, 0.05;
        }
        exit 1' "$1" || echo "nothing listens on port $1" >&2
}
