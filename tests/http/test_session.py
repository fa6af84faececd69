"""Sessions, sign-in, its limits, flash, tokens, origins."""
import hashlib
import os
import re
import time
import urllib.parse

from fastcgi import encode


def test_cookie(env):
    """the session's cookie is HttpOnly and Lax; the database has its hash only"""
    b = env.browser()
    a = b.sign_in("praksis@demo.example")
    line = next(v for k, v in a.headers if k == "set-cookie" and v.startswith("praktikum="))
    for word in ("HttpOnly", "SameSite=Lax", "Path=/"):
        assert word in line, line
    token = b.cookies["praktikum"]
    assert re.fullmatch("[0-9a-f]{64}", token)
    assert env.sql("SELECT COUNT(*) FROM session WHERE LOWER(HEX(token_hash)) = '%s'" % token) == [["0"]]


def test_new_id(env):
    """signing in gives a new id and ends the old session"""
    b = env.signed_in("praksis")
    old = b.cookies["praktikum"]
    assert b.sign_in("praksis@demo.example").status == 303
    assert b.cookies["praktikum"] != old
    thief = env.browser()
    thief.cookies["praktikum"] = old
    assert thief.get("/profile").status == 303
    thief.cookies["praktikum"] = "0" * 64
    assert thief.get("/profile").status == 303


def test_sign_out(env):
    """signing out ends the session in the database"""
    b = env.signed_in("praksis")
    old = b.cookies["praktikum"]
    form = b.get("/profile").page.form("/sign-out")
    a = b.post("/sign-out", form["fields"])
    assert a.status == 303 and "praktikum" not in b.cookies
    b.cookies["praktikum"] = old
    assert b.get("/profile").status == 303


def test_ends(env):
    """a session ends when idle, and after its hours"""
    for column, ago in (("seen_at", "61 MINUTE"), ("created_at", "13 HOUR")):
        b = env.signed_in("veileder")
        assert b.get("/profile").status == 200
        env.sql("UPDATE session SET %s = UTC_TIMESTAMP() - INTERVAL %s ORDER BY created_at DESC, seen_at DESC LIMIT 1"
                % (column, ago) if column == "seen_at" else
                "UPDATE session s JOIN person p ON p.id = s.person SET s.created_at = UTC_TIMESTAMP() - INTERVAL %s "
                "WHERE p.email = 'veileder@demo.example'" % ago)
        if column == "seen_at":
            env.sql("UPDATE session s JOIN person p ON p.id = s.person SET s.seen_at = UTC_TIMESTAMP() - INTERVAL %s "
                    "WHERE p.email = 'veileder@demo.example'" % ago)
        assert b.get("/profile").status == 303, column


def test_seen(env):
    """seen_at follows, at most once a minute"""
    b = env.signed_in("veileder")
    env.sql("UPDATE session s JOIN person p ON p.id = s.person SET s.seen_at = UTC_TIMESTAMP() - INTERVAL 5 MINUTE "
            "WHERE p.email = 'veileder@demo.example'")
    b.get("/profile")
    assert env.sql("SELECT MAX(s.seen_at) > UTC_TIMESTAMP() - INTERVAL 1 MINUTE FROM session s JOIN person p "
                   "ON p.id = s.person WHERE p.email = 'veileder@demo.example'") == [["1"]]


def attempt(env, email, password, address, cookie=None):
    """A sign-in from an address; gives the answer."""
    page = env.fcgi.get("/sign-in", REMOTE_ADDR=address)
    cookie = cookie or page.header("set-cookie").split(";")[0]
    token = re.search(rb'name="token" value="([0-9a-f]+)"><input type="hidden" name="next"', page.body).group(1).decode()
    body = urllib.parse.urlencode({"token": token, "email": email, "password": password}).encode()
    return env.fcgi.raw(encode(env.fcgi.params(
        "POST", "/sign-in", REMOTE_ADDR=address, HTTP_COOKIE=cookie, CONTENT_LENGTH=str(len(body)),
        CONTENT_TYPE="application/x-www-form-urlencoded"), body))


def blank(answer):
    return re.sub(rb"[0-9a-f]{96}|[0-9a-f]{32}", b"", answer.body)


def test_unknown_user(env):
    """an unknown user gets the same answer, in the same time, as a wrong password"""
    known, unknown = [], []
    there, absent = ("%s.%d@demo.example" % (name, os.getpid()) for name in ("real", "none"))
    assert env.run("user", "add", there, "Real", "Person").returncode == 0
    assert env.run("user", "password", there, stdin="a long enough one\n").returncode == 0
    for turn in range(8):
        for times, email in ((known, there), (unknown, absent)):
            begun = time.perf_counter()
            a = attempt(env, email, "wrong password", "192.0.2.%d" % (10 + turn))
            times.append(time.perf_counter() - begun)
            assert a.status == 422
            times.append(blank(a).replace(email.encode(), b""))
    assert known[1] == unknown[1]
    # The quickest of each: whatever else the machine does only adds.
    one, other = (min(times[0::2]) for times in (known, unknown))
    assert 0.6 < one / other < 1.7, (one, other)
    env.sql("DELETE FROM sign_in_attempt WHERE address LIKE '192.0.2.%'")


def test_limit(env):
    """guessing is limited per account and address, and locks nobody else out"""
    limit = int(env.settings.get("sign_in_limit", "10"))
    assert attempt(env, "veileder@demo.example", "Praktikum-demo-1", "198.51.100.7").status == 303
    statuses = [attempt(env, "veileder@demo.example", "guess %d" % i, "203.0.113.9").status for i in range(limit + 2)]
    assert statuses[:limit] == [422] * limit and statuses[limit:] == [429, 429], statuses
    a = attempt(env, "veileder@demo.example", "Praktikum-demo-1", "203.0.113.9")
    assert a.status == 429 and a.header("retry-after") == "600"
    assert attempt(env, "veileder@demo.example", "Praktikum-demo-1", "198.51.100.7").status == 303
    assert attempt(env, "VEILEDER@demo.example ", "Praktikum-demo-1", "203.0.113.9").status == 429
    assert attempt(env, "student@demo.example", "Praktikum-demo-1", "203.0.113.9").status == 303
    env.sql("DELETE FROM sign_in_attempt WHERE address IN ('203.0.113.9', '198.51.100.7')")


def test_limit_old_password(env):
    """guessing the password of a browser left open is limited too"""
    limit = int(env.settings.get("sign_in_limit", "10"))
    b = env.signed_in("veileder")
    new = {"new": "korrekt hest batteri", "repeat": "korrekt hest batteri"}
    statuses = [b.fill("/profile/password", {"old": "guess %d" % i, **new}).status for i in range(limit + 1)]
    assert statuses == [422] * limit + [429], statuses
    assert b.fill("/profile/password", {"old": "Praktikum-demo-1", **new}).status == 429
    assert env.signed_in("veileder")  # signing in is counted by itself
    env.sql("DELETE FROM sign_in_attempt WHERE succeeded = 0")


def test_limit_wide(env):
    """guessing from many addresses is limited too, but not where the account is at home"""
    limit = int(env.settings.get("sign_in_limit", "10")) * 10
    assert attempt(env, "veileder@demo.example", "Praktikum-demo-1", "198.51.100.7").status == 303
    env.sql("INSERT INTO sign_in_attempt (account_hash, address, at, succeeded) SELECT account_hash, "
            "CONCAT('203.0.113.', seq), UTC_TIMESTAMP(), 0 FROM sign_in_attempt a, seq_1_to_%d "
            "WHERE a.address = '198.51.100.7'" % (limit + 1))
    assert attempt(env, "veileder@demo.example", "Praktikum-demo-1", "192.0.2.77").status == 429
    assert attempt(env, "veileder@demo.example", "Praktikum-demo-1", "198.51.100.7").status == 303
    env.sql("DELETE FROM sign_in_attempt WHERE address LIKE '203.0.113.%' OR address IN ('198.51.100.7', '192.0.2.77')")


def test_next(env):
    """after sign-in one comes back, but never to another site"""
    for path, lands in (("/sites?q=demo", "/sites?q=demo"), ("/", "/")):
        b = env.browser()
        a = b.sign_in("praksis@demo.example", path="/sign-in?next=" + urllib.parse.quote(path))
        assert a.location == lands, a.location
    for evil in ("//evil.example/", "https://evil.example/", "/\\evil.example", "javascript:alert(1)", "\t//evil.example"):
        assert env.browser().get("/sign-in?next=" + urllib.parse.quote(evil)).status == 400, evil
        b = env.browser()
        a = b.fill("/sign-in", {"email": "praksis@demo.example", "password": "Praktikum-demo-1", "next": evil})
        assert a.location in ("/", None), a.location


def profile_form(b):
    return b.get("/profile").page.form("/profile")["fields"]


def test_token(env):
    """a form's token belongs to its session and its address"""
    mine, other = env.signed_in("praksis"), env.signed_in("praksis2")
    fields = dict(profile_form(mine))
    before = env.sql("SELECT COUNT(*) FROM event")
    for token in (dict(profile_form(other))["token"], dict(mine.get("/language").page.form("/language")["fields"])["token"],
                  "", "0" * 96, fields["token"][:-1], fields["token"] + "0", fields["token"].upper() + "x"):
        a = mine.post("/profile", {**fields, "token": token, "phone": "12345678"})
        assert a.status == 403, (token, a.status)
        assert "12345678" in a.text  # what was typed is kept, with a fresh token
    missing = {k: v for k, v in fields.items() if k != "token"}
    assert mine.post("/profile", missing).status == 403
    assert env.sql("SELECT COUNT(*) FROM event") == before


def test_token_without_cookie(env):
    """whoever brings no cookie has no key that a token could be made with"""
    def keyed(data, key=b""):
        return hashlib.blake2b(data, digest_size=32, key=key).digest()
    nonce = bytes(16)
    for key in (bytes(32), b""):
        token = (nonce + keyed(nonce + keyed(b"/sign-in"), key)).hex()
        a = env.browser().post("/sign-in", {"email": "praksis@demo.example", "password": "Praktikum-demo-1",
                                            "token": token})
        assert a.status == 403 and not any(k == "set-cookie" and v.startswith("praktikum=") for k, v in a.headers)


def test_origin(env):
    """a form sent from another site is refused"""
    b = env.signed_in("praksis")
    for headers in ({"Origin": "https://evil.example"}, {"Origin": "null"}, {"Sec-Fetch-Site": "cross-site"},
                    {"Sec-Fetch-Site": "same-site"}, {"Origin": "http://" + b.netloc + ".evil.example"},
                    {"Origin": b.netloc}):
        a = b.post("/profile", profile_form(b), headers)
        assert a.status == 403, headers
    a = b.post("/profile", profile_form(b), {"Origin": env.base, "Sec-Fetch-Site": "same-origin"})
    assert a.status == 303, a.status


def test_flash(env):
    """what was done is said once"""
    b = env.signed_in("praksis")
    a = b.post("/profile", profile_form(b))
    assert a.status == 303 and re.fullmatch("[a-z_]+", b.cookies["flash"])
    first, second = b.get(a.location), b.get(a.location)
    assert "pk-flash" in first.text and "pk-flash" not in second.text and "flash" not in b.cookies


def test_flash_junk(env):
    """a flash that is no label's key is not shown"""
    b = env.signed_in("praksis")
    for junk in ("<b>", "A" * 10, "x" * 41, "a-b", "%22"):
        b.cookies["flash"] = junk
        a = b.get("/profile")
        assert a.status == 200 and "pk-flash" not in a.text, junk


def test_language(env):
    """a language is kept by the cookie, and by the person"""
    b = env.browser()
    form = b.get("/sign-in").page.form("/language")["fields"]
    a = b.post("/language?next=/sign-in", [*form, ("language", "sv")])
    assert (a.status, a.location, b.cookies.get("lang")) == (303, "/sign-in", "sv"), (a.status, a.location)
    assert '<html lang="sv"' in b.get("/sign-in").text
    b = env.signed_in("underviser")
    b.fill("/language?next=/", {"language": "nn"})
    assert '<html lang="nn"' in env.signed_in("underviser").get("/profile").text
    b.fill("/language?next=/", {"language": "nb"})


def test_language_of_error_page(env):
    """the forms on an error page are those of whoever is signed in"""
    b = env.signed_in("student")
    for path in ("/nothing-here", "/orders?page=0x", "/orders?unknown=1"):
        a = b.get(path)
        form = a.page.form("/language")
        assert a.status in (400, 404) and a.page.form("/sign-out"), path
        assert b.post(form["action"], [*form["fields"], ("language", "nb")]).status == 303, path


def test_get_changes_nothing(env):
    """GET of every address leaves the database as it was"""
    b = env.signed_in("praksis")
    sums = "SELECT (SELECT COUNT(*) FROM event), (SELECT SUM(version) FROM placement_order), " \
           "(SELECT SUM(version) FROM activity), (SELECT SUM(version) FROM person), (SELECT COUNT(*) FROM submission), " \
           "(SELECT COUNT(*) FROM person_grant), (SELECT COUNT(*) FROM session)"
    before = env.sql(sums)
    for line in env.run("routes").stdout.splitlines():
        path = re.sub(r"\{\w+\}", "1", line.split("\t")[1])
        assert b.get(path).status in (200, 401, 403, 404), path
    assert env.sql(sums) == before
