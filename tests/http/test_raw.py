"""Raw FastCGI: what nginx would never send."""
import os
import socket
import struct
import time

from fastcgi import ABORT, BEGIN, PARAMS, STDIN, encode, pair, record


def alive(env):
    a = env.fcgi.get("/health")
    assert a.status == 200 and b'"status":"ok"' in a.body, a.body


def send(env, data, half=True):
    """Bytes in, whatever comes back before the end or four seconds."""
    with env.fcgi.connect() as sock:
        sock.settimeout(4)
        out = b""
        try:
            sock.sendall(data)
            if half:
                sock.shutdown(socket.SHUT_WR)
            while True:
                some = sock.recv(65536)
                if not some:
                    break
                out += some
        except OSError:
            pass
        return out


def test_injection(env):
    """no parameter reaches a header"""
    for path in ("/a\r\nX-Evil: 1", "/sites\r\n\r\nbody", "/nothing\x00", "/\xff\xfe", "/sites\x7f", "/a\tb", "", "sites", "*",
                 "/" + "a" * 5000, "/\u0085"):
        raw = path.encode("latin-1") if "\xff" in path else path.encode()
        a = env.fcgi.raw(encode([(k, raw if k == "DOCUMENT_URI" else v) for k, v in env.fcgi.params("GET", "/").items()]))
        assert a.status in (400, 404), (path, a.status)
        assert a.header("x-evil") is None and a.raw.count(b"\r\n\r\n") >= 1
    for name, value in (("REQUEST_ID", "a\r\nX-Evil: 1"), ("HTTP_COOKIE", "lang=en\r\nX-Evil: 1"),
                        ("HTTP_COOKIE", "flash=a\r\nX-Evil: 1"), ("HTTP_HOST", "x\r\nX-Evil: 1"),
                        ("REQUEST_METHOD", "GET\r\nX-Evil: 1"), ("REMOTE_ADDR", "1\r\nX-Evil: 1"),
                        ("HTTP_ACCEPT_LANGUAGE", "en\r\nX-Evil: 1"), ("HTTP_X_BENCH", "floor\r\nX-Evil: 1")):
        a = env.fcgi.get("/sign-in", **{name: value})
        assert a.status in (200, 400, 405) and a.header("x-evil") is None, (name, a.status)
    a = env.fcgi.get("/sites", "q=%0d%0aX-Evil:1")
    assert a.header("x-evil") is None


def test_duplicates(env):
    """parameters sent twice count once, the first"""
    params = list(env.fcgi.params("GET", "/sign-in").items()) + [("DOCUMENT_URI", "/metrics"), ("REQUEST_METHOD", "POST")]
    a = env.fcgi.raw(encode(params))
    assert a.status == 200 and b'name="password"' in a.body


def test_missing(env):
    """a request without its parameters is a bad request"""
    for lacking in ("DOCUMENT_URI", "REQUEST_METHOD", "QUERY_STRING", "REMOTE_ADDR", "HTTP_HOST"):
        params = env.fcgi.params("GET", "/sign-in")
        del params[lacking]
        a = env.fcgi.raw(encode(params))
        assert a.status in (200, 400, 405), (lacking, a.status)
    assert env.fcgi.raw(encode({})).status == 400


def test_garbage(env):
    """bytes that are no FastCGI cost nothing"""
    whole = encode(env.fcgi.params("GET", "/sign-in"))
    for data in (b"", b"\0", b"GET / HTTP/1.1\r\n\r\n", os.urandom(4000), b"\xff" * 70000, whole[:20], whole[:-9], whole[:-1],
                 record(STDIN, b"x"), record(PARAMS), record(ABORT), b"\2" + whole[1:],
                 record(BEGIN, struct.pack(">HB5x", 2, 0)) + record(PARAMS) + record(STDIN),
                 record(BEGIN, struct.pack(">HB5x", 9, 0)) + record(PARAMS),
                 record(BEGIN, b"") + record(PARAMS) + record(STDIN), record(77, b"abc") + whole,
                 record(9, pair(b"FCGI_MAX_CONNS", b""), 0), record(BEGIN, struct.pack(">HB5x", 1, 0)) * 3 + whole,
                 record(BEGIN, struct.pack(">HB5x", 1, 0)) + record(PARAMS, b"\xff\xff\xff\xff\xff\xff\xff\xff") + record(PARAMS) + record(STDIN),
                 record(BEGIN, struct.pack(">HB5x", 1, 0)) + record(PARAMS, b"\x05\x05abc") + record(PARAMS) + record(STDIN)):
        send(env, data)
    time.sleep(0.2)
    alive(env)


def test_many_params(env):
    """thousands of parameters, and long ones"""
    params = list(env.fcgi.params("GET", "/sign-in").items())
    a = env.fcgi.raw(encode(params + [("HTTP_X_%d" % i, "v" * 50) for i in range(5000)]))
    assert a.status == 200
    a = env.fcgi.raw(encode(params + [("HTTP_COOKIE", "c" * 1000000)]))
    assert a.status == 200
    a = env.fcgi.raw(encode(params + [("HTTP_COOKIE", "; ".join("c%d=%d" % (i, i) for i in range(700)))]))
    assert a.status == 200


def test_keep(env):
    """a connection to be kept is closed all the same, after a whole answer"""
    with env.fcgi.connect() as sock:
        sock.sendall(encode(env.fcgi.params("GET", "/health"), keep=True))
        data = b""
        while True:
            some = sock.recv(65536)
            if not some:
                break
            data += some
    assert data.endswith(b"\0" * 8) and b'"status":"ok"' in data


def test_gone(env):
    """who leaves before the answer costs nothing"""
    for _ in range(30):
        sock = env.fcgi.connect()
        sock.sendall(encode(env.fcgi.params("GET", "/sign-in")))
        sock.close()
    alive(env)


def test_slow(env):
    """who sends nothing is left after two seconds, while others are served"""
    workers = int(env.settings.get("workers", "2"))
    idle = [env.fcgi.connect() for _ in range(workers)]
    begun = time.monotonic()
    alive(env)
    assert time.monotonic() - begun < 4
    for sock in idle:
        sock.close()


def test_body_of_get(env):
    """a GET with a body is a GET"""
    a = env.fcgi.raw(encode(env.fcgi.params("GET", "/sign-in", CONTENT_LENGTH="5"), b"a=b&c"))
    assert a.status == 200


def test_metrics_local(env):
    """the metrics are for this machine only"""
    assert env.fcgi.get("/metrics").status == 200
    assert env.fcgi.get("/metrics", REMOTE_ADDR="192.0.2.1").status == 404


def test_drip(env):
    """who sends a byte now and then holds a worker no longer than the deadline"""
    deadline = int(env.settings.get("request_deadline", "10"))
    whole, begun = encode(env.fcgi.params("GET", "/sign-in")), time.monotonic()
    with env.fcgi.connect() as sock:
        try:
            for at in range(0, 2 * deadline):
                sock.sendall(whole[at:at + 1])
                time.sleep(1)
        except OSError:
            pass
    assert time.monotonic() - begun < deadline + 4
    time.sleep(1)
    alive(env)
    assert b"praktikum_request_deadlines_total 0\n" not in env.fcgi.get("/metrics").body
