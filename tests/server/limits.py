#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What ocspkit-http takes and how it ends, measured from outside.

    limits.py CASE PROGRAM URL

The cases are the functions below. Exit status 1, and a line that says why, where one fails; memory
is not looked at where the program has a sanitizer in it. What the environment's PRELOAD names is
loaded into the program before its libraries.
"""

import os
import select
import signal
import subprocess
import sys
import time

PEAK_MAX = 48 * 1024  # KiB
SANITIZED = None


def frame(number, url, timeout=60000, body_max=102400):
    line = "request %d GET %d 0 0 %d 0 %d\n%s" % (number, len(url), timeout, body_max, url)
    return line.encode()


class Helper:
    def __init__(self, program, *options):
        environment = dict(os.environ)
        if "PRELOAD" in environment:
            environment["LD_PRELOAD"] = environment["PRELOAD"]
        self.process = subprocess.Popen(
            [program, *options],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            bufsize=0,
            env=environment,
        )
        self.stdin = self.process.stdin
        self.stdout = self.process.stdout
        os.set_blocking(self.stdin.fileno(), False)

    def fill(self, url, count):
        """Writes requests until nothing was taken for half a second; how many bytes were, how many
        requests those are, and what is left of the last of them."""
        frames = [frame(number, url) for number in range(count)]
        data = b"".join(frames)
        taken = 0
        while taken < len(data) and select.select([], [self.stdin], [], 0.5)[1]:
            taken += self.stdin.write(data[taken : taken + 65536]) or 0
        end = begun = 0
        while end < taken:
            end += len(frames[begun])
            begun += 1
        return taken, begun, data[taken:end]

    def peak(self):
        with open("/proc/%d/status" % self.process.pid) as status:
            lines = dict(line.split(":", 1) for line in status)
        return int(lines["VmHWM"].split()[0])

    def check_peak(self):
        if not SANITIZED and os.path.exists("/proc/self/status"):
            peak = self.peak()
            check(peak <= PEAK_MAX, "expected at most %d KiB, found %d" % (PEAK_MAX, peak))


def check(holds, text):
    if not holds:
        sys.exit(text)


def endless_bodies(program, url):
    """As many as there may be at a time, each without an end."""
    helper = Helper(program, "--jobs=256", "--per-host=256")
    for number in range(256):
        helper.stdin.write(frame(number, url + "/endless/a.ocsp"))
    answers = b""
    while answers.count(b"too-large") < 256:
        more = helper.stdout.read(65536)
        check(more, "expected 256 answers, found %d" % answers.count(b"too-large"))
        answers += more
    helper.check_peak()
    helper.stdin.close()
    check(helper.process.wait(10) == 0, "expected it to end well")


def requests_wait(program, url):
    """It reads no more than it may keep, while nobody answers."""
    helper = Helper(program)
    taken, _, _ = helper.fill(url + "/silence/a.ocsp", 100000)
    check(taken <= 4 << 20, "expected it to take at most 4 MiB, found %d bytes" % taken)
    helper.check_peak()
    helper.process.kill()
    helper.process.wait()


def answers_wait(program, url):
    """It asks no more than it may keep, while nobody takes the answers; then all come."""
    helper = Helper(program, "--per-host=64")
    taken, begun, rest = helper.fill(url + "/long-body/a.ocsp?" + "x" * 1900, 5000)
    helper.check_peak()
    check(taken <= 4 << 20, "expected it to take at most 4 MiB, found %d bytes" % taken)
    answers = 0
    last = b""
    while True:
        more = helper.stdout.read(1 << 20)
        if not more:
            break
        answers += (last[-7:] + more).count(b"answer ") - last[-7:].count(b"answer ")
        last = more
        if not helper.stdin.closed:
            rest = rest[helper.stdin.write(rest) or 0 :] if rest else rest
            if not rest:
                helper.stdin.close()
    check(answers == begun, "expected %d answers, found %d" % (begun, answers))
    check(helper.process.wait(10) == 0, "expected it to end well")


def nobody_reads(program, url):
    """Whoever asked is gone while exchanges are under way: it ends at once."""
    helper = Helper(program)
    helper.stdin.write(frame(1, url + "/silence/a.ocsp"))
    time.sleep(0.3)
    helper.stdout.close()
    helper.stdin.close()
    try:
        status = helper.process.wait(5)
    except subprocess.TimeoutExpired:
        helper.process.kill()
        sys.exit("expected it to end, found that it goes on")
    check(status == -signal.SIGPIPE, "expected SIGPIPE to end it, found status %d" % status)


def slow_names(program, url):
    """A name that does not resolve in time is not waited for, not even at the end."""
    start = time.monotonic()
    helper = Helper(program)
    helper.stdin.write(frame(1, "http://slow.invalid/", 500) + frame(2, url + "/good/a.ocsp"))
    helper.stdin.close()
    answers = helper.stdout.read()
    helper.process.wait()
    took = time.monotonic() - start
    check(b"answer 1 time-out" in answers, "expected a time-out, found %r" % answers[:200])
    check(b"answer 2 answered" in answers, "expected the other answer, found %r" % answers[:200])
    check(took < 2.5, "expected to end in time, found %.1f s" % took)


def main():
    global SANITIZED
    case, program, url = sys.argv[1:]
    with open(program, "rb") as stream:
        SANITIZED = b"__asan_init" in stream.read()
    {
        "endless-bodies": endless_bodies,
        "requests-wait": requests_wait,
        "answers-wait": answers_wait,
        "nobody-reads": nobody_reads,
        "slow-names": slow_names,
    }[case](program, url)


if __name__ == "__main__":
    main()
