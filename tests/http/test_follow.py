"""praktikum follow: a feed in a folder, from where it was left; what is no such feed is refused, and the key goes nowhere else."""
import contextlib
import http.server
import pathlib
import subprocess
import tempfile
import threading
import time

from documents import INSTITUTION, SITE
from test_events import FEED, entries, insert, published

PAGE = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><id>urn:uuid:%s</id>%s</feed>"""
ENTRY = """<entry><id>%s</id><content type="application/xml"><event xmlns="urn:praktikum:events:1" number="%s" kind="a.b" thing="a" id="1"/></content></entry>"""
UUID = "0e6d3b1a-1c2d-3e4f-a5b6-00000000000%d"


def entry(number, name=None):
    return ENTRY % ("urn:uuid:" + UUID % number if name is None else name, number)


def run(env, folder, address=None, key=INSTITUTION, mode=0o600, more=("--once",), **options):
    """What it said; its status."""
    file = folder / "key"
    file.write_text(key + "\n", encoding="utf-8")
    file.chmod(mode)
    return subprocess.run([env.program, "follow", address or env.base + FEED, "--key-file", str(file), "--folder", str(folder / "feed"), *more],
                          capture_output=True, text=True, timeout=60, **options)


def files(folder):
    return {path.name: path.read_text(encoding="utf-8") for path in sorted((folder / "feed").glob("*.xml"))}


@contextlib.contextmanager
def serving(pages):
    """A server of (status, headers, body) by path, or of a list of them, one an answer, the last for good; it notes what it was asked for."""
    asked = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append((self.path, self.headers.get("Authorization"), self.headers.get("If-None-Match")))
            answer = pages.get(self.path, (404, {}, b""))
            if isinstance(answer, list):
                answer = answer.pop(0) if len(answer) > 1 else answer[0]
            status, headers, body = answer
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            with contextlib.suppress(OSError):
                self.wfile.write(body)

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield "http://127.0.0.1:%d" % server.server_address[1], asked
    finally:
        server.shutdown()
        server.server_close()


def test_from_where_it_was_left(env):
    """the folder holds the feed; what comes is added and nothing written twice, also where the files are taken away"""
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        assert run(env, folder).returncode == 0
        told = entries(env)
        first = files(folder)
        assert list(first) == ["%010d-%s.xml" % (number, told[number]["uuid"]) for number in sorted(told)]
        assert all(text.startswith('<?xml version="1.0" encoding="UTF-8"?>\n<entry xmlns="http://www.w3.org/2005/Atom">') for text in first.values())
        marks = {path: path.stat().st_ino for path in (folder / "feed").glob("*.xml")}
        assert run(env, folder).returncode == 0 and {path: path.stat().st_ino for path in (folder / "feed").glob("*.xml")} == marks
        for path in marks:
            path.unlink()
        new = [insert(env) for _ in range(3)]
        assert published(env, new[2])
        done = run(env, folder)
        assert done.returncode == 0 and [one[11:47] for one in files(folder)] == new, done.stderr
        (folder / "feed" / "state").unlink()  # what lies there says how far it was
        assert run(env, folder).returncode == 0 and [one[11:47] for one in files(folder)] == new


def test_another_feed(env):
    """a folder that holds one feed takes no other; two do not follow into one folder"""
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        assert run(env, folder, key=SITE).returncode == 0
        other = run(env, folder)
        assert other.returncode == 1 and "holds another feed" in other.stderr
        assert run(env, folder, key=SITE).returncode == 0
        with subprocess.Popen([env.program, "follow", env.base + FEED, "--key-file", str(folder / "key"), "--folder", str(folder / "feed"), "--every", "1"],
                              stderr=subprocess.DEVNULL) as running:
            time.sleep(1)
            second = run(env, folder, key=SITE)
            running.kill()
        assert second.returncode == 1 and "another one follows" in second.stderr, second.stderr
        assert run(env, folder, key=SITE).returncode == 0


def test_keys(env):
    """a key that does not count, one that everybody may read, none; nothing is written then"""
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for options, said in (({"key": "1-nonsense"}, "401"), ({"mode": 0o644}, "only its owner"), ({"key": ""}, "only its owner"),
                              ({"address": "http://example.org/feeds/events"}, "https"), ({"address": "http://127.0.0.1.example.org/"}, "https"),
                              ({"address": "ftp://127.0.0.1/"}, "no address"), ({"address": "http://x@127.0.0.1/"}, "no address"),
                              ({"address": env.base + "/feeds/nothing"}, "404"), ({"more": ("--every", "0")}, "praktikum follow URL")):
            done = run(env, folder, **options)
            assert done.returncode == 1 and said in done.stderr and "nonsense" not in done.stderr, (options, done.stderr)
        assert not list((folder / "feed").glob("*")) and "Praktikum-demo" not in run(env, folder, mode=0o644).stderr


def test_the_key_stays(env):
    """neither a link nor a redirection takes the key to another site"""
    with tempfile.TemporaryDirectory() as name, serving({}) as (trap, trapped):
        folder = pathlib.Path(name)
        link = PAGE % (UUID % 0, '<link rel="prev-archive" href="%s/x"/>' % trap) + ""
        pages = {"/link": (200, {}, link.encode()), "/go": (302, {"Location": trap + "/x"}, b"")}
        with serving(pages) as (base, asked):
            linked, sent = run(env, folder, base + "/link"), run(env, folder, base + "/go")
        assert linked.returncode == 1 and "another site" in linked.stderr and sent.returncode == 1 and "302" in sent.stderr
        assert not trapped and [key for _, key, _ in asked] == ["Bearer " + INSTITUTION] * 2


def test_no_feed(env):
    """what is no feed, hostile, endless or without an order is refused; what was good before it stays"""
    archive, link = '<archive xmlns="http://purl.org/syndication/history/1.0"/>', '<link rel="prev-archive" href="%s"/>'
    with tempfile.TemporaryDirectory() as name:
        folder, pages = pathlib.Path(name), {}
        with serving(pages) as (base, _):
            def feed(path, inside):
                pages[path] = (200, {}, (PAGE % (UUID % 0, inside)).encode())

            feed("/good", entry(1))
            assert run(env, folder, base + "/good").returncode == 0 and list(files(folder)) == ["0000000001-%s.xml" % (UUID % 1)]
            bomb = '<!DOCTYPE feed [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
            for body, said in ((b"", "feed"), (b"<html/>", "no Atom"), (b"\xff\xfe<", "feed"), (b"<feed xmlns='http://www.w3.org/2005/Atom'", "feed"),
                               (b"<feed xmlns='http://www.w3.org/2005/Atom'/>", "no id"), ((PAGE % (UUID % 0, "&c;")).replace("?><feed", "?>" + bomb + "<feed").encode(), "entity"),
                               ((PAGE.replace("?><feed", "?><!DOCTYPE feed><feed") % (UUID % 0, entry(2))).encode(), "document type"),
                               ((PAGE % (UUID % 0, entry(2, "urn:uuid:../../../x"))).encode(), "cannot be kept"),
                               ((PAGE % (UUID % 0, entry(-1))).encode(), "number"), ((PAGE % (UUID % 0, entry(2) + entry(2))).encode(), "one number"),
                               ((PAGE % (UUID % 0, "<x>" * 5000 + "</x>" * 5000)).encode(), "feed"), (b" " * (9 << 20), "")):
                pages["/bad"] = (200, {}, body)
                done = run(env, folder, base + "/bad")
                assert done.returncode == 1 and said in done.stderr, (body[:80], done.stderr)
            feed("/round", link % (base + "/round") + archive + entry(9))
            done = run(env, folder, base + "/round")
            assert done.returncode == 1 and "does not lead back" in done.stderr, done.stderr
            feed("/empty", link % (base + "/empty") + archive)
            done = run(env, folder, base + "/empty")
            assert done.returncode == 1 and "does not lead back" in done.stderr, done.stderr
            for status, headers in ((500, {}), (429, {"Retry-After": "9"}), (403, {})):
                pages["/bad"] = (status, headers, b"")
                assert run(env, folder, base + "/bad").returncode == 1
            assert list(files(folder)) == ["0000000001-%s.xml" % (UUID % 1)] and sorted(path.name for path in folder.iterdir()) == ["feed", "key"]


def test_waiting(env):
    """what goes on asks again with the tag of what it has, waits as long as it is told to, and comes through a server that fails"""
    with tempfile.TemporaryDirectory() as name:
        folder, pages = pathlib.Path(name), {}
        with serving(pages) as (base, asked):
            pages["/feed"] = (200, {"ETag": '"one"'}, (PAGE % (UUID % 0, entry(1))).encode())
            run_in = [env.program, "follow", base + "/feed", "--key-file", str(folder / "key"), "--folder", str(folder / "feed"), "--every", "1"]
            (folder / "key").write_text(INSTITUTION, encoding="utf-8")
            (folder / "key").chmod(0o600)
            with subprocess.Popen(run_in, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as running:
                time.sleep(1.5)
                pages["/feed"] = (304, {}, b"")
                time.sleep(1.2)
                pages["/feed"] = (429, {"Retry-After": "3"}, b"")
                time.sleep(1.2)
                pages["/feed"] = (200, {"ETag": '"two"'}, (PAGE % (UUID % 0, entry(1) + entry(2))).encode())
                before = len(asked)
                time.sleep(1)
                waited = len(asked) == before
                time.sleep(3)
                running.kill()
        assert waited and len(asked) > before and asked[0][2] is None and asked[1][2] == '"one"' and asked[-1][2] in ('"one"', '"two"')
        assert [one[:10] for one in files(folder)] == ["0000000001", "0000000002"]


def test_too_often(env):
    """who is told to wait on the way to the first page goes on from there, however many pages that takes, and asks for each once"""
    link, archive, wait = '<link rel="prev-archive" href="%s/%d"/>', '<archive xmlns="http://purl.org/syndication/history/1.0"/>', (429, {"Retry-After": "1"}, b"")
    with tempfile.TemporaryDirectory() as name:
        folder, pages = pathlib.Path(name), {}
        with serving(pages) as (base, asked):
            for number in range(1, 4):
                page = (200, {}, (PAGE % (UUID % 0, (link % (base, number - 1) if number > 1 else "") + archive + entry(number))).encode())
                pages["/%d" % number] = [wait, page]
            pages["/feed"] = (200, {}, (PAGE % (UUID % 0, link % (base, 3) + entry(4))).encode())
            done = run(env, folder, base + "/feed")
        assert done.returncode == 0, done.stderr
        assert [one[:10] for one in files(folder)] == ["%010d" % number for number in range(1, 5)]
        assert [path for path, _, _ in asked] == ["/feed", *["/3"] * 2, *["/2"] * 2, *["/1"] * 2, "/feed"]
        assert sorted(path.name for path in (folder / "feed").iterdir() if path.suffix != ".xml") == ["state"]
