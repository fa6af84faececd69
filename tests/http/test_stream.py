"""Answers that flow: sent while their rows come, in little memory, and never taken for whole when they are not."""
import contextlib
import http.client
import os
import pathlib
import re
import signal
import socket
import struct
import subprocess
import tempfile
import threading
import time

from documents import INSTITUTION, Document, read
from fastcgi import END, STDOUT, encode, receive, record
from test_process import status_of, wait_for, worker_pids

UNITS = 40000
PATH, QUERY = "/feeds/organisations", "limit=50000"
CONF = pathlib.Path(__file__).resolve().parent.parent.parent / "conf" / "nginx"


@contextlib.contextmanager
def many(env):
    """A site with so many units that their document is many chunks."""
    env.sql("INSERT INTO unit (site, name) SELECT 3, CONCAT('Strøm ', seq) FROM seq_1_to_%d" % UNITS)
    try:
        yield
    finally:
        env.sql("DELETE FROM unit WHERE site = 3 AND name LIKE 'Strøm %'")


def ask(env, sock):
    sock.sendall(encode(env.fcgi.params("GET", PATH, QUERY, HTTP_AUTHORIZATION="Bearer " + INSTITUTION)))


def some(sock, least):
    """At least so many bytes of the answer's records, and no more than the socket happens to hold."""
    data = b""
    while len(data) < least:
        data += sock.recv(65536)
    return data


class Rest:
    """A socket whose first bytes have been read already."""

    def __init__(self, data, sock):
        self.data, self.sock = data, sock

    def recv(self, size):
        data, self.data = self.data, b""
        if data:
            return data
        try:
            return self.sock.recv(size)
        except ConnectionResetError:
            return b""


def test_whole(env):
    """a long answer has no length, its end, and all of its rows; a short one is as all others"""
    with many(env):
        answer = env.fcgi.get(PATH, QUERY, HTTP_AUTHORIZATION="Bearer " + INSTITUTION)
        assert answer.complete and answer.status == 200
        assert answer.header("Content-Length") is None and answer.header("X-Content-Type-Options") == "nosniff"
        assert len(Document(answer.body).lists["units"]) >= UNITS
        head = env.fcgi.raw(encode(env.fcgi.params("HEAD", PATH, QUERY, HTTP_AUTHORIZATION="Bearer " + INSTITUTION)))
        assert head.complete and head.status == 200 and head.body == b"" and head.header("Content-Length") is None
        through = read(env, PATH + "?" + QUERY)
        assert len(through.lists["units"]) >= UNITS
    short = env.fcgi.get(PATH, "limit=1", HTTP_AUTHORIZATION="Bearer " + INSTITUTION)
    assert short.complete and int(short.header("Content-Length")) == len(short.body)


def test_memory(env):
    """no worker holds more of it than chunks"""
    with many(env):
        read(env, PATH + "?limit=1")
        length = len(read(env, PATH + "?" + QUERY).data)
        def peak():
            return sum(int(status_of(pid)["VmHWM"].split()[0]) << 10 for pid in worker_pids(env))
        before = peak()
        for _ in range(4):
            read(env, PATH + "?" + QUERY)
        assert length > 2 << 20 and peak() - before < length // 2, (length, peak() - before)


def test_database_lost(env):
    """when the database goes in the middle the answer is broken off: no end, no closing tag"""
    with many(env), env.fcgi.connect() as sock:
        ask(env, sock)
        first = some(sock, 100000)
        assert env.kill("AND command <> 'Sleep'") == 1
        answer = receive(Rest(first, sock))
    assert answer.status == 200 and not answer.complete, answer.complete
    assert len(answer.body) > 100000 and b"</organisations>" not in answer.body
    assert read(env, PATH + "?limit=1").ids("sites") == [1]


def test_reader_gone(env):
    """who reads no further does not hold a worker, and breaks nothing for others"""
    workers = len(worker_pids(env))
    def given_up():
        return open(env.var + "/log/web.log", encoding="utf-8", errors="replace").read().count("what=not_sent")
    with many(env):
        before = given_up()
        socks = [env.fcgi.connect() for _ in range(workers)]
        for sock in socks:
            ask(env, sock)
            some(sock, 1000)
        # all workers wait for them now, two seconds at most
        began = time.monotonic()
        assert env.fcgi.get("/health").status == 200
        assert time.monotonic() - began < 8
        assert wait_for(lambda: given_up() >= before + workers, 20)
        for sock in socks:
            assert not receive(Rest(b"", sock)).complete
            sock.close()


def test_worker_killed(env):
    """a worker that dies in the middle leaves half an answer that nobody takes for whole"""
    with many(env), env.fcgi.connect() as sock:
        ask(env, sock)
        first = some(sock, 100000)
        for pid in worker_pids(env):
            os.kill(pid, signal.SIGKILL)
        answer = receive(Rest(first, sock))
        assert not answer.complete and b"</organisations>" not in answer.body
    def back():
        with contextlib.suppress(OSError):  # nobody listens until a new one has prepared its statements
            return len(worker_pids(env)) == int(env.settings.get("workers", "2"))
        return False
    assert wait_for(back, 60)


class Upstream(threading.Thread):
    """A worker that sends a head, some of a body, and ends its answer or does not."""

    def __init__(self, path, ends):
        super().__init__(daemon=True)
        self.ends, self.server = ends, socket.socket(socket.AF_UNIX)
        self.server.bind(path)
        os.chmod(path, 0o666)
        self.server.listen(8)

    def run(self):
        while True:
            try:
                sock, _ = self.server.accept()
            except OSError:
                return
            with sock:
                sock.recv(65536)
                sock.sendall(record(STDOUT, b"Status: 200 OK\r\nContent-Type: application/xml\r\n\r\n<rows>" + b"<row/>" * 5000))
                time.sleep(0.1)
                if self.ends:
                    sock.sendall(record(STDOUT, b"</rows>") + record(STDOUT) + record(END, struct.pack(">IB3x", 0, 0)))


@contextlib.contextmanager
def web_server(folder, port):
    """nginx with this project's own parameters, and its location for what flows, before an upstream of ours."""
    text = (CONF / "nginx.conf").read_text(encoding="utf-8")
    location = re.search(r"location ~ \^/feeds/.*?\n        \}", text, re.S).group(0)
    location = re.sub(r"\n\s*limit_\w+ [^;]*;", "", location).replace("@CONF@/nginx", str(CONF)).replace("run/web.sock", folder + "/web.sock")
    conf = "%s daemon off; pid nginx.pid; error_log nginx.log; events {} http { access_log off; fastcgi_temp_path temp; fastcgi_buffers 64 32k;" % (
        "user root;" if os.geteuid() == 0 else "")
    conf += " client_body_temp_path body; proxy_temp_path proxy; uwsgi_temp_path uwsgi; scgi_temp_path scgi; server { listen 127.0.0.1:%d; %s } }" % (port, location)
    with open(folder + "/nginx.conf", "w", encoding="utf-8") as out:
        out.write(conf)
    process = subprocess.Popen(["nginx", "-p", folder, "-c", "nginx.conf", "-e", "nginx.log"], cwd=folder)
    try:
        assert wait_for(lambda: socket.socket().connect_ex(("127.0.0.1", port)) == 0), open(folder + "/nginx.log", encoding="utf-8").read()
        yield
    finally:
        process.terminate()
        process.wait(10)


def test_nginx_does_not_end_it(env):
    """nginx gives on what came, at once, and does not end for the browser what the worker did not end"""
    for ends in (True, False):
        with tempfile.TemporaryDirectory() as folder:
            upstream = Upstream(folder + "/web.sock", ends)
            upstream.start()
            with socket.socket() as probe:
                probe.bind(("127.0.0.1", 0))
                port = probe.getsockname()[1]
            with web_server(folder, port):
                connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
                connection.request("GET", "/feeds/results")
                answer = connection.getresponse()
                assert answer.status == 200 and answer.getheader("Transfer-Encoding") == "chunked"
                try:
                    body, whole = answer.read(), True
                except http.client.IncompleteRead as error:
                    body, whole = error.partial, False
                assert whole == ends, "nginx %s half an answer" % ("ended" if whole else "broke off a whole one, not")
                assert len(body) > 30000 and body.endswith(b"</rows>") == ends
                assert not any(files for _, _, files in os.walk(folder + "/temp")), "something lies on the disk"
            upstream.server.close()
    assert env.fcgi.get("/health").status == 200
