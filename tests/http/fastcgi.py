"""A FastCGI client on a unix socket: requests as nginx sends them, and as nothing should."""
import os
import socket
import struct

BEGIN, ABORT, END, PARAMS, STDIN, STDOUT = 1, 2, 3, 4, 5, 6


def record(kind, content=b"", request=1):
    """One record; content is at most 65535 bytes."""
    return struct.pack(">BBHHBB", 1, kind, request, len(content), 0, 0) + content


def pair(name, value):
    """A name-value pair of PARAMS."""
    def size(length):
        return struct.pack(">B", length) if length < 128 else struct.pack(">I", length | 0x80000000)
    return size(len(name)) + size(len(value)) + name + value


def encode(params, body=b"", keep=False):
    """A whole request as bytes. params: dict or list of pairs, of str or bytes."""
    pairs = params.items() if isinstance(params, dict) else params
    raw = b"".join(pair(*(x if isinstance(x, bytes) else x.encode("utf-8", "surrogateescape") for x in p))
                   for p in pairs)
    out = record(BEGIN, struct.pack(">HB5x", 1, 1 if keep else 0))
    for at in range(0, len(raw), 60000):
        out += record(PARAMS, raw[at:at + 60000])
    out += record(PARAMS)
    for at in range(0, len(body), 60000):
        out += record(STDIN, body[at:at + 60000])
    return out + record(STDIN)


class Answer:
    """status, headers (list of pairs, lower-case names), body; complete: the end record came."""

    def __init__(self, raw, complete):
        self.raw, self.complete = raw, complete
        head, _, self.body = raw.partition(b"\r\n\r\n")
        self.headers = [tuple(part.strip() for part in line.split(":", 1))
                        for line in head.decode("utf-8", "replace").split("\r\n") if ":" in line]
        self.headers = [(name.lower(), value) for name, value in self.headers]
        self.status = int((self.header("status") or "0").split()[0])

    def header(self, name):
        """The first header of that name, or None."""
        return next((value for key, value in self.headers if key == name.lower()), None)


def receive(sock):
    """Reads records until the end record or the end of the connection."""
    data, out = b"", b""
    while True:
        while len(data) >= 8:
            _, kind, _, length, padding, _ = struct.unpack(">BBHHBB", data[:8])
            if len(data) < 8 + length + padding:
                break
            content, data = data[8:8 + length], data[8 + length + padding:]
            if kind == STDOUT:
                out += content
            elif kind == END:
                return Answer(out, True)
        some = sock.recv(65536)
        if not some:
            return Answer(out, False)
        data += some


class Client:
    """Sends requests to the workers' socket, by a relative name since such names are short."""

    def __init__(self, path, timeout=15):
        self.path, self.timeout = path, timeout

    def connect(self):
        """A connected socket."""
        sock = socket.socket(socket.AF_UNIX)
        sock.settimeout(self.timeout)
        folder = os.open(os.path.dirname(self.path) or ".", os.O_RDONLY)
        try:
            sock.connect("/proc/self/fd/%d/%s" % (folder, os.path.basename(self.path)))
        finally:
            os.close(folder)
        return sock

    def params(self, method="GET", path="/", query="", **more):
        """The parameters nginx would send."""
        base = {"REQUEST_METHOD": method, "DOCUMENT_URI": path, "REQUEST_URI": path + ("?" + query if query else ""),
                "QUERY_STRING": query, "REMOTE_ADDR": "127.0.0.1", "HTTP_HOST": "localhost",
                "REQUEST_SCHEME": "http", "CONTENT_LENGTH": "", "CONTENT_TYPE": ""}
        base.update({key: value for key, value in more.items() if value is not None})
        return base

    def raw(self, data):
        """Sends bytes, reads the answer."""
        with self.connect() as sock:
            sock.sendall(data)
            return receive(sock)

    def get(self, path, query="", **more):
        """A GET."""
        return self.raw(encode(self.params("GET", path, query, **more)))
