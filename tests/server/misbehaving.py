#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""An HTTP server that does everything wrong that a responder can, a path for each fault.

    misbehaving.py PORTS-FILE DIRECTORY [CERTIFICATE KEY]

It listens on two free ports of loopback, and with a certificate on a third one for TLS, and writes
their numbers to PORTS-FILE, a line. It ends when its standard input does. A path is /FAULT/FILE;
what stands behind that is not looked at, so that an OCSP request may. FILE is one of DIRECTORY,
served as what its ending says.

Other paths: /echo answers with the request as it came, /connections with how many connections to
the first port were opened since that was last asked: at the same time at most, and in all.
"""

import collections
import email.utils
import gzip
import os
import socket
import ssl
import struct
import sys
import threading
import time

TYPES = {
    ".ocsp": "application/ocsp-response",
    ".der": "application/ocsp-response",
    ".crl": "application/pkix-crl",
    ".crt": "application/pkix-cert",
    ".p7c": "application/pkcs7-mime",
    ".txt": "text/plain",
}
TRY_LATER = bytes.fromhex("30030a0103")
PAGE = b"<!DOCTYPE html><html><body>Please log in to use this network.</body></html>\n"

lock = threading.Lock()
asked = collections.Counter()
# Of the connections that were opened since /connections was last asked: those before may linger.
round_of_counts = open_now = opened = most = 0
ports = []


class Connection:
    def __init__(self, sock):
        self.sock = sock
        self.file = sock.makefile("rb")

    def send(self, data):
        self.sock.sendall(data)

    def head(self, status="200 OK", *fields):
        lines = ["HTTP/1.1 " + status, *fields]
        self.send("".join(line + "\r\n" for line in lines).encode("latin-1") + b"\r\n")

    def counted(self, body, kind, status="200 OK", *fields):
        lines = ["HTTP/1.1 " + status, "Content-Type: " + kind, "Content-Length: %d" % len(body)]
        head = "".join(line + "\r\n" for line in [*lines, *fields]).encode("latin-1")
        self.send(head + b"\r\n" + body)

    def chunked(self, body, kind, size=100):
        self.head("200 OK", "Content-Type: " + kind, "Transfer-Encoding: chunked")
        for start in range(0, len(body), size):
            part = body[start : start + size]
            self.send(b"%x\r\n%s\r\n" % (len(part), part))

    def reset(self):
        self.sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))

    def trickle(self, data):
        for i in range(len(data)):
            self.send(data[i : i + 1])
            time.sleep(1)

    def forever(self, data):
        while True:
            self.send(data)


# --- the faults; each is called with the connection, the body, its type, and where it was asked.
# One that returns True leaves the connection open for the next request.


def good(c, body, kind, path):
    c.counted(body, kind)
    return True


def long(c, body, kind, path):
    c.head("200 OK", "Content-Type: " + kind, "Content-Length: %d" % len(body))
    c.send(body + b"and more")


def short(c, body, kind, path):
    c.head("200 OK", "Content-Type: " + kind, "Content-Length: %d" % len(body))
    c.send(body[: len(body) // 2])


def uncounted(c, body, kind, path):
    c.head("200 OK", "Content-Type: " + kind)
    c.send(body)


def uncounted_cut(c, body, kind, path):
    c.head("200 OK", "Content-Type: " + kind)
    c.send(body[: len(body) // 2])


def chunked(c, body, kind, path):
    c.chunked(body, kind)
    c.send(b"0\r\nX-Trailer: x\r\n\r\n")
    return True


def chunked_cut(c, body, kind, path):
    c.head("200 OK", "Content-Type: " + kind, "Transfer-Encoding: chunked")
    c.send(b"%x\r\n%s" % (len(body), body[: len(body) // 2]))


def chunked_unended(c, body, kind, path):
    c.chunked(body, kind)


def chunked_garbage(c, body, kind, path):
    c.head("200 OK", "Content-Type: " + kind, "Transfer-Encoding: chunked")
    c.send(b"zz\r\n" + body)


def endless(c, body, kind, path):
    c.head("200 OK", "Content-Type: " + kind)
    c.forever(bytes(65536))


def endless_chunked(c, body, kind, path):
    c.head("200 OK", "Content-Type: " + kind, "Transfer-Encoding: chunked")
    c.forever(b"10000\r\n" + bytes(65536) + b"\r\n")


def endless_declared(c, body, kind, path):
    c.head("200 OK", "Content-Type: " + kind, "Content-Length: 99999999999")
    c.forever(bytes(65536))


def endless_headers(c, body, kind, path):
    c.send(b"HTTP/1.1 200 OK\r\n")
    c.forever(b"X-More: and more\r\n" * 100)


def endless_line(c, body, kind, path):
    c.send(b"HTTP/1.1 200 OK\r\nX-Long: ")
    c.forever(b"x" * 1000)


def endless_continue(c, body, kind, path):
    c.forever(b"HTTP/1.1 100 Continue\r\n\r\n" * 100)


def endless_trailers(c, body, kind, path):
    c.chunked(body, kind)
    c.send(b"0\r\n")
    c.forever(b"X-More: and more\r\n" * 100)


def slow(c, body, kind, path):
    c.head("200 OK", "Content-Type: " + kind, "Content-Length: %d" % len(body))
    c.trickle(body)


def slow_head(c, body, kind, path):
    c.trickle(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")


def silence(c, body, kind, path):
    c.sock.recv(1)


def close(c, body, kind, path):
    pass


def reset(c, body, kind, path):
    c.reset()


def reset_body(c, body, kind, path):
    c.head("200 OK", "Content-Type: " + kind, "Content-Length: %d" % (2 * len(body)))
    c.send(body)
    time.sleep(0.1)
    c.reset()


def garbage(c, body, kind, path):
    c.send(bytes(range(256)) * 4)


def http09(c, body, kind, path):
    c.send(body)


def bare_lf(c, body, kind, path):
    head = "HTTP/1.1 200 OK\nContent-Type: %s\nContent-Length: %d\n\n" % (kind, len(body))
    c.send(head.encode() + body)


def informed(c, body, kind, path):
    c.send(b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n")
    c.counted(body, kind)
    return True


def continue_alone(c, body, kind, path):
    c.send(b"HTTP/1.1 100 Continue\r\n\r\n")


def switching(c, body, kind, path):
    c.head("101 Switching Protocols", "Connection: Upgrade", "Upgrade: websocket")
    c.send(body)


def line(c, body, kind, path, start):
    """With that start line, "_" standing for a blank, "+" for a slash."""
    fields = "\r\nContent-Length: %d\r\n\r\n" % len(body)
    c.send((start.replace("_", " ").replace("+", "/") + fields).encode() + body)


def length(c, body, kind, path, value):
    c.head("200 OK", "Content-Length: " + value.replace("_", " "))
    c.send(body)


def coding(c, body, kind, path, value):
    c.head("200 OK", "Transfer-Encoding: " + value.replace("_", " "))
    c.send(b"%x\r\n%s\r\n0\r\n\r\n" % (len(body), body))


def folded(c, body, kind, path):
    c.counted(body, kind, "200 OK", "X-Folded: a\r\n b")
    return True


def zero_byte(c, body, kind, path):
    c.counted(body, kind, "200 OK", "X-Zero: a\0b")


def no_field(c, body, kind, path):
    c.counted(body, kind, "200 OK", "this is no field")


def two_lengths(c, body, kind, path):
    c.counted(body, kind, "200 OK", "Content-Length: %d" % (len(body) - 1))


def same_lengths(c, body, kind, path):
    c.counted(body, kind, "200 OK", "Content-Length: %d" % len(body))
    return True


def length_and_chunked(c, body, kind, path):
    c.head("200 OK", "Content-Length: 5", "Transfer-Encoding: chunked")
    c.send(b"%x\r\n%s\r\n0\r\n\r\n" % (len(body), body))


def bad_length(c, body, kind, path):
    c.head("200 OK", "Content-Length: many")
    c.send(body)


def html(c, body, kind, path):
    c.counted(PAGE, "text/html; charset=utf-8")
    return True


def wrong_type(c, body, kind, path):
    c.counted(body, "application/octet-stream")
    return True


def no_type(c, body, kind, path):
    c.head("200 OK", "Content-Length: %d" % len(body))
    c.send(body)
    return True


def within(c, body, kind, path):
    """What it would have said, as the body of an error."""
    start = "HTTP/1.1 200 OK\r\nContent-Type: %s\r\n\r\n" % kind
    c.counted(start.encode() + body, "message/http", "404 Not Found")
    return True


def gzipped(c, body, kind, path):
    c.counted(gzip.compress(body, mtime=0), kind, "200 OK", "Content-Encoding: gzip")
    return True


def long_body(c, body, kind, path):
    c.counted(body * 40, kind)
    return True


def head(c, body, kind, path, size):
    """A head of that many bytes in all."""
    lines = "HTTP/1.1 200 OK\r\nContent-Type: %s\r\nContent-Length: %d\r\n" % (kind, len(body))
    rest = int(size) - len(lines) - 2
    while rest > 0:
        take = rest if rest < 2000 else 1000
        lines += "X: " + "x" * (take - 5) + "\r\n"
        rest -= take
    c.send(lines.encode() + b"\r\n" + body)
    return True


def status(c, body, kind, path, code):
    fields = ["Retry-After: 1"] if code in ("429", "503") else []
    if code in ("204", "304"):
        c.head(code + " Status", "Content-Type: " + kind)
        c.send(body)  # which such a status does not have
        return False
    c.counted(body, kind, code + " Status", *fields)
    return True


def first_times(count, otherwise, c, body, kind, path):
    """Answers otherwise the first `count` times that exactly this path is asked."""
    with lock:
        asked[path] += 1
        so_far = asked[path]
    if so_far > int(count):
        return good(c, body, kind, path)
    return otherwise()


def later(c, body, kind, path, count):
    return first_times(count, lambda: good(c, TRY_LATER, kind, path), c, body, kind, path)


def busy(c, body, kind, path, count):
    return first_times(count, lambda: status(c, body, kind, path, "503"), c, body, kind, path)


def dated(c, body, kind, path, count):
    def refuse():
        date = email.utils.formatdate(time.time() + 3, usegmt=True)
        c.counted(body, kind, "503 Status", "Retry-After: " + date)
        return True

    return first_times(count, refuse, c, body, kind, path)


def dropping(c, body, kind, path, count):
    return first_times(count, lambda: c.reset(), c, body, kind, path)


def redirect(c, body, kind, path, where):
    """/redirect-N/FILE leads N times on; /redirect-WORD/FILE to what the word says."""
    rest = path.split("/", 2)[2]
    there = "http://127.0.0.1:%d/good/%s" % (ports[0], rest)
    targets = {
        "loop": path,
        "relative": "../good/" + rest,
        "port": "http://127.0.0.1:%d/good/%s" % (ports[1], rest),
        "echo": "http://127.0.0.1:%d/echo" % ports[1],
        "name": there.replace("127.0.0.1", "localhost"),
        "file": "file:///etc/passwd",
        "ftp": "ftp://127.0.0.1/" + rest,
        "gopher": "gopher://127.0.0.1:%d/_x" % ports[0],
        "credentials": there.replace("://", "://user:password@"),
        "link-local": "http://169.254.169.254/latest/meta-data/",
        "link-local6": "http://[fe80::1]/",
        "mapped": "http://[::ffff:169.254.169.254]/",
        "number": "http://2130706433:%d/good/%s" % (ports[0], rest),
        "long": there + "?" + "x" * 2048,
        "nowhere": "http://127.0.0.1:1/",
        "split": there + "\r\nX-Split: x",
        "empty": "",
    }
    code = "303" if where == "303" else "302" if where == "302" else "307"
    if where in ("302", "303"):
        target = targets["echo"]
    elif where.isdigit():
        count = int(where) - 1
        target = ("/redirect-%d/%s" % (count, rest)) if count else targets["relative"]
    else:
        target = targets[where]
    c.counted(PAGE, "text/html", code + " Elsewhere", "Location: " + target)
    return True


FAULTS = {
    name.replace("_", "-"): function
    for name, function in list(globals().items())
    if callable(function) and getattr(function, "__code__", None)
    and function.__code__.co_varnames[:4] == ("c", "body", "kind", "path")
}


def find_fault(name):
    """The function, and its parameter: "status-404" is status with "404"."""
    if name in FAULTS:
        return FAULTS[name], []
    name, _, parameter = name.partition("-")
    return (FAULTS[name], [parameter]) if name in FAULTS else (None, [])


# --- the server


def read_request(c):
    """The head as it came, its path, and the body; None at the end of the connection."""
    head = b""
    length = 0
    while not head.endswith(b"\r\n\r\n"):
        line = c.file.readline(65536)
        if not line:
            return None
        head += line
        if line.lower().startswith(b"content-length:"):
            length = int(line.split(b":")[1])
    target = head.split(b" ")[1].decode("latin-1")
    if target.startswith("http://"):  # as a proxy is asked
        target = "/" + target.split("/", 3)[3]
    return head, target.split("?")[0], c.file.read(length)


def tunnel(c, head):
    """As a proxy: to our own port for TLS and nowhere else."""
    if len(ports) < 3 or b":%d " % ports[2] not in head:
        c.counted(b"no tunnel\n", "text/plain", "502 Bad Gateway")
        return False
    c.head("200 Connection established", "X-Tunnel: yes")
    with socket.create_connection(("127.0.0.1", ports[2])) as there:
        back = threading.Thread(target=relay, args=(there, c.sock), daemon=True)
        back.start()
        relay(c.sock, there)
        back.join()
    return False


def relay(source, sink):
    try:
        while data := source.recv(65536):
            sink.sendall(data)
        sink.shutdown(socket.SHUT_WR)
    except OSError:
        pass


def answer(c, request, directory):
    global round_of_counts, open_now, opened, most
    head, path, body = request
    if path.startswith("/echo"):
        c.counted(head + body, "text/plain")
        return True
    if path.startswith("/connections"):
        with lock:
            counts = b"%d %d\n" % (most, opened)
            round_of_counts += 1
            open_now = opened = most = 0
        c.counted(counts, "text/plain")
        return True
    if head.startswith(b"CONNECT "):
        return tunnel(c, head)
    parts = path.split("/")
    fault, parameters = find_fault(parts[1])
    name = parts[2] if len(parts) > 2 else ""
    file = os.path.join(directory, name)
    if fault is None or not name or not os.path.isfile(file):
        c.counted(b"no such path\n", "text/plain", "404 Not Found")
        return True
    with open(file, "rb") as stream:
        content = stream.read()
    kind = TYPES.get(os.path.splitext(name)[1], "application/octet-stream")
    return fault(c, content, kind, path, *parameters)


def serve(sock, directory, counted, tls):
    global open_now, opened, most
    if tls:
        try:
            sock = tls.wrap_socket(sock, server_side=True)
        except OSError:
            return
    with lock:
        begun = round_of_counts
        open_now += counted
        opened += counted
        most = max(most, open_now)
    c = Connection(sock)
    try:
        request = read_request(c)
        while request and answer(c, request, directory):
            request = read_request(c)
    except (OSError, ValueError):
        pass
    finally:
        with lock:
            if begun == round_of_counts:
                open_now -= counted
        c.file.close()
        sock.close()


def accept(listener, *arguments):
    while True:
        sock, _ = listener.accept()
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        threading.Thread(target=serve, args=(sock, *arguments), daemon=True).start()


def listen(directory, counted, tls=None):
    listener = socket.create_server(("127.0.0.1", 0), backlog=1024)
    ports.append(listener.getsockname()[1])
    threading.Thread(target=accept, args=(listener, directory, counted, tls), daemon=True).start()


def main():
    ports_file, directory = sys.argv[1:3]
    threading.stack_size(256 * 1024)
    listen(directory, 1)
    listen(directory, 0)
    if len(sys.argv) > 3:
        tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        tls.load_cert_chain(*sys.argv[3:5])
        listen(directory, 0, tls)
    with open(ports_file + ".new", "w") as stream:
        stream.write(" ".join(map(str, ports)) + "\n")
    os.rename(ports_file + ".new", ports_file)
    sys.stdin.buffer.read()


if __name__ == "__main__":
    main()
