#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# The counter of a list: on a terminal, after two seconds, and gone before anything else is written
# there. A pseudo-terminal stands for the user's.

. "${srcdir:-.}/tests/tap.sh"
cd "$tmp" || exit 99

[ -x "$ocspkit" ] || skip_all 'ocspkit is not built'
python3 -c 'import pty; pty.openpty()' 2>/dev/null || skip_all 'no python3, or no pseudo-terminal'

# on-terminal SECONDS COMMAND...: standard error is a terminal, whose bytes go to standard output.
# The list comes through a pipe, a line of $line each tenth of a second.
cat >on-terminal <<'PYTHON'
import os, pty, subprocess, sys, threading, time

master, terminal = pty.openpty()
run = subprocess.Popen(sys.argv[2:], stdin=subprocess.PIPE, stdout=open("report", "wb"),
                       stderr=terminal)
os.close(terminal)

def feed():
    line = (os.environ["line"] + "\n").encode()
    for _ in range(10 * int(sys.argv[1])):
        run.stdin.write(line)
        run.stdin.flush()
        time.sleep(0.1)
    run.stdin.write(b"missing\n")
    run.stdin.close()

threading.Thread(target=feed, daemon=True).start()
said = b""
while True:
    try:
        part = os.read(master, 4096)
    except OSError:
        break
    if not part:
        break
    said += part
sys.stdout.buffer.write(said)
sys.exit(run.wait())
PYTHON

line=$(printf '/%s' "$(base64 <"$fixtures/comodo-request.der" | tr -d '\n')")
export line
wiped=$(printf '\r                                        \r')
missing='ocspkit: standard input:31: missing: expected a file that can be read'

run python3 on-terminal 3 "$ocspkit" decode -i -
exits 2 'a list that takes three seconds'
grep -q ' lines, [2-9] s' "$out"
ok $? 'the counter shows' || note "$(cat -v "$out")"
! grep -q ' lines*, [01] s' "$out"
ok $? 'but not before two seconds'
grep -qF "$wiped$missing" "$out"
ok $? 'it is wiped before a diagnostic' || note "$(cat -v "$out")"
is "$(tr '\r' '\n' <"$out" | grep -vE '^([0-9]+ lines, [0-9]+ s| *)$')" \
    "$missing: No such file or directory" 'nothing else is said'
is "$(grep -c 'Serial Number' report)" 30 'the report is whole'

run python3 on-terminal 3 "$ocspkit" decode -i - --no-progress
is "$(tr -d '\r' <"$out")" "$missing: No such file or directory" '--no-progress'

# --- fetch counts what is answered, not what is read

# It takes connections, and says nothing.
perl -MIO::Socket::INET -e 'my $s = IO::Socket::INET->new(LocalAddr => "127.0.0.1", Listen => 64)
    or die; $| = 1; print $s->sockport, "\n"; sleep 60' >port &
silent=$!
until [ -s port ]; do sleep 0.1; done
line=$fixtures/leaf.pem
run python3 on-terminal 1 "$ocspkit" fetch -i - --issuer="$fixtures/intermediate.pem" --get=ocsp \
    --url="http://127.0.0.1:$(cat port)/" --per-host=10 --timeout=4s --retries=0
kill "$silent"
exits 2 'a list to which nobody answers'
grep -q '0 certificates, [23] s' "$out"
ok $? 'the counter shows while all of them wait, behind the end of the list' ||
    note "$(cat -v "$out")"
! grep -q ' lines' "$out"
ok $? 'and counts no lines'
grep -qF "${wiped}ocspkit: 10 certificates: 10 undetermined" "$out"
ok $? 'it is wiped before the line that counts' || note "$(cat -v "$out")"

tap_done
