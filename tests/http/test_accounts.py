"""Invitations, first sign-in, forgotten passwords and devices, as a browser and a mailbox see them."""
import email
import email.policy
import glob
import os
import re
import time
import urllib.parse

from test_session import attempt

PASSWORD = "fire vanlige ord her"


def jobs(env):
    """Everything that is due, now."""
    done = env.run("jobs", "--once")
    assert done.returncode == 0, done.stderr


def mails(env, address):
    """The texts of what was mailed there, oldest first."""
    jobs(env)
    found = []
    for path in glob.glob(os.path.join(env.var, env.settings["mail_folder"], "*.eml")):
        with open(path, "rb") as file:
            message = email.message_from_binary_file(file, policy=email.policy.default)
        if address in str(message["to"]):
            found.append((int(re.sub(r"\D", "", os.path.basename(path))), message["subject"],
                          message.get_body(("plain",)).get_content()))
    return [mail[1:] for mail in sorted(found)]


def link(env, address, path):
    """The newest keyed address mailed there, without scheme and host."""
    found = [m for _, text in mails(env, address) for m in re.findall(r"https?://[^/\s]+(%s\?key=[\w-]+)" % path, text)]
    assert found, "no link mailed to " + address
    return found[-1]


def somebody(env, name):
    """An address that no earlier run has used."""
    return "%s.%d.%d@demo.example" % (name, os.getpid(), time.time_ns() // 1000)


def invite(env, address, **fields):
    """The answer to an invitation by the placement administrator of institution 1."""
    return env.signed_in("praksis").fill("/invitations/new", {
        "given_name": "Máret", "family_name": "Øvre Đurđević", "email": address, "language": "sv",
        "role": "lecturer", "institution": "1", **fields})


def invited(env, name):
    """Address and link of somebody just invited."""
    address = somebody(env, name)
    answer = invite(env, address)
    assert answer.status == 303 and re.fullmatch(r"/people/\d+", answer.location), answer.text
    return address, link(env, address, "/invitation")


def test_invitation(env):
    """an invitation becomes an account, once, in the language it was sent in"""
    address, path = invited(env, "ny")
    subject, text = mails(env, address)[-1]
    assert subject == "Bjørn Prøveland bjuder in dig till Praktikum", subject
    for _ in range(3):  # what a scanner of links does
        page = env.browser("en").get(path)
        assert page.status == 200 and '<html lang="sv"' in page.text and "Máret Øvre Đurđević" in page.text
        assert page.header("referrer-policy") == "strict-origin" and page.header("cache-control") == "no-store"
    assert env.sql("SELECT ended FROM account_link l JOIN person p ON p.id = l.person WHERE p.email = '%s'" % address) == [["NULL"]]
    b = env.browser("en")
    a = b.fill(path, {"new": "kort", "repeat": "kort"})
    assert a.status == 422 and "invitation" in a.page.form("/invitation")["action"]
    a = b.fill(path, {"new": PASSWORD, "repeat": PASSWORD, "language": "nn"})
    assert a.status == 303 and a.location == "/" and b.cookies["praktikum"] and b.cookies["lang"] == "nn"
    front = b.get("/")
    assert front.status == 200 and "pk-flash" in front.text and '<html lang="nn"' in front.text
    used = env.browser("en").get(path)
    assert used.status == 200 and not used.page.form("/invitation") and address not in used.text
    assert env.browser().sign_in(address, PASSWORD).status == 303
    assert env.run("jobs", "--once").returncode == 0


def test_invitation_twice_at_once(env):
    """of two who accept with the same page open, one does"""
    _, path = invited(env, "to")
    browsers = [env.browser(), env.browser()]
    forms = [b.get(path).page.form("/invitation") for b in browsers]
    answers = [b.post(f["action"], [*[x for x in f["fields"] if x[0] not in ("new", "repeat")],
                                    ("new", PASSWORD + str(i)), ("repeat", PASSWORD + str(i))])
               for i, (b, f) in enumerate(zip(browsers, forms))]
    assert [a.status for a in answers] == [303, 409], [a.status for a in answers]
    assert "praktikum" not in browsers[1].cookies and not answers[1].page.form("/invitation")


def test_keys(env):
    """a key that is not the program's own opens nothing"""
    address, path = invited(env, "nokkel")
    key = path.split("=")[1]
    number, code = key.split("-", 1)
    fresh = env.browser().get(path).page.form("/invitation")
    bad = [number + "-" + code[::-1], str(int(number) + 1) + "-" + code, number, code, "", "0-" + code, "A" * 90]
    for wrong in bad:
        a = env.browser().get("/invitation?key=" + wrong)
        assert a.status == 404 and a.header("referrer-policy") == "strict-origin", wrong
    assert env.browser().get("/invitation").status == 404
    assert env.browser().get("/invitation?key=" + key + "%22").status == 400
    assert env.browser().get("/password/new?key=" + key).status == 404  # another purpose
    b = env.browser()
    b.get(path)
    a = b.post("/invitation?key=" + bad[0], [*fresh["fields"], ("new", PASSWORD), ("repeat", PASSWORD)])
    assert a.status in (403, 404)
    assert env.sql("SELECT COUNT(*) FROM account a JOIN person p ON p.id = a.person WHERE p.email = '%s'" % address) == [["0"]]


def test_key_guesses_are_limited(env):
    """sending wrong passwords or keys again and again ends in 429"""
    _, path = invited(env, "gjett")
    b, limit = env.browser(), int(env.settings.get("sign_in_limit", "10"))
    statuses = [b.fill(path, {"new": "kort", "repeat": "kort"}).status for _ in range(limit + 1)]
    assert statuses == [422] * limit + [429], statuses
    env.sql("DELETE FROM sign_in_attempt WHERE succeeded = 0")


def test_language_of_a_keyed_page(env):
    """choosing a language keeps the key"""
    _, path = invited(env, "sprak")
    b = env.browser()
    form = b.get(path).page.form("/language")
    a = b.post(form["action"], [*form["fields"], ("language", "en")])
    assert a.status == 303 and a.location == path, a.location
    assert '<html lang="en"' in b.get(path).text


def test_corrected_address(env):
    """what was mailed to a wrong address opens nothing once the address is corrected; the invitation goes to the right one"""
    address, path = invited(env, "feil")
    right = somebody(env, "rett")
    person = env.sql("SELECT id FROM person WHERE email = '%s'" % address)[0][0]
    admin = env.signed_in("praksis")
    assert admin.fill("/people/%s/edit" % person, {"phone": "123"}).status == 303
    assert env.browser().get(path).page.form("/invitation")  # the address is the same
    assert admin.fill("/people/%s/edit" % person, {"email": right}).status == 303
    old = env.browser().get(path)
    assert old.status == 200 and not old.page.form("/invitation") and right not in old.text
    fresh = link(env, right, "/invitation")
    assert fresh != path
    b = env.browser()
    assert b.fill(fresh, {"new": PASSWORD, "repeat": PASSWORD, "language": "nb"}).status == 303
    assert env.browser().fill("/password/forgotten", {"email": right}).status == 303
    reset = link(env, right, "/password/new")
    assert b.fill("/profile/email", {"email": somebody(env, "ny"), "old": PASSWORD}).status == 303
    ended = env.browser().get(reset)
    assert ended.status == 200 and not ended.page.form("/password/new")


def test_known_address(env):
    """inviting a known address answers as for any other, and changes nothing of the person's"""
    answer = invite(env, "underviser@demo.example", given_name="Ikke", family_name="Meg", role="placement_adviser")
    other = invite(env, somebody(env, "annen"), role="placement_adviser")
    assert answer.status == other.status == 303
    assert re.sub(r"\d+", "", answer.location) == re.sub(r"\d+", "", other.location)
    assert env.sql("SELECT given_name <> 'Ikke' FROM person WHERE email = 'underviser@demo.example'") == [["1"]]
    env.sql("DELETE x FROM person_grant x JOIN person p ON p.id = x.person "
            "WHERE p.email = 'underviser@demo.example' AND x.role = 'placement_adviser'")


def forgotten(env, address, stranger="192.0.2.200"):
    """Somebody at an address of their own has forgotten; gives the answer and its time."""
    page = env.fcgi.get("/password/forgotten", REMOTE_ADDR=stranger)
    cookie = page.header("set-cookie").split(";")[0]
    token = re.search(rb'action="/password/forgotten"[^>]*><input type="hidden" name="token" value="([0-9a-f]+)"', page.body).group(1)
    body = urllib.parse.urlencode({"token": token.decode(), "email": address}).encode()
    from fastcgi import encode
    begun = time.perf_counter()
    answer = env.fcgi.raw(encode(env.fcgi.params(
        "POST", "/password/forgotten", REMOTE_ADDR=stranger, HTTP_COOKIE=cookie, CONTENT_LENGTH=str(len(body)),
        CONTENT_TYPE="application/x-www-form-urlencoded"), body))
    return answer, time.perf_counter() - begun


def test_forgotten_tells_nothing(env):
    """whether an address has an account shows neither in the answer nor in its time"""
    times = {"veileder@demo.example": [], "finnes.ikke@demo.example": []}
    answers = set()
    for turn in range(8):
        for address, took in times.items():
            answer, seconds = forgotten(env, address, "192.0.2.%d" % (20 + turn))
            took.append(seconds)
            answers.add((answer.status, answer.header("location"), answer.body))
    assert len(answers) == 1 and next(iter(answers))[0] == 303, answers
    one, other = (min(took) for took in times.values())
    assert 0.4 < one / other < 2.5, (one, other)
    jobs(env)
    assert env.sql("SELECT COUNT(*) FROM password_request") == [["0"]]
    assert len(mails(env, "finnes.ikke@demo.example")) == 0
    env.sql("DELETE FROM sign_in_attempt WHERE succeeded = 0")


def test_forgotten_is_limited(env):
    """asking again and again is refused, and never fills a mailbox"""
    limit = int(env.settings.get("sign_in_limit", "10"))
    address = "finnes.heller.ikke@demo.example"
    statuses = [forgotten(env, address, "203.0.113.77")[0].status for _ in range(limit + 2)]
    assert statuses == [303] * limit + [429, 429], statuses
    assert attempt(env, address, "x", "203.0.113.77").status == 422  # signing in is counted by itself
    jobs(env)
    env.sql("DELETE FROM sign_in_attempt WHERE succeeded = 0")


def test_new_password(env):
    """a forgotten password is set anew by a link, once; everyone else is signed out, and the person is told"""
    address, path = invited(env, "glemt")
    b = env.browser()
    assert b.fill(path, {"new": PASSWORD, "repeat": PASSWORD}).status == 303
    assert env.browser().fill("/password/forgotten", {"email": address}).location == "/sign-in"
    first = link(env, address, "/password/new")
    assert env.browser().fill("/password/forgotten", {"email": address}).status == 303
    second = link(env, address, "/password/new")
    assert first != second and not env.browser().get(first).page.form("/password/new")
    page = env.browser().get(second)
    assert page.status == 200 and page.header("referrer-policy") == "strict-origin"
    other = env.browser()
    a = other.fill(second, {"new": PASSWORD + " nytt", "repeat": PASSWORD + " nytt"})
    assert a.status == 303 and a.location == "/" and other.get("/profile").status == 200
    assert b.get("/profile").status == 303  # signed out
    assert env.browser().sign_in(address, PASSWORD).status == 422
    assert env.browser().sign_in(address, PASSWORD + " nytt").status == 303
    assert not env.browser().get(second).page.form("/password/new")
    assert "lösenord" in mails(env, address)[-1][0]
    env.sql("UPDATE account_link SET ended = NULL, ended_at = NULL, expires_at = UTC_TIMESTAMP() - INTERVAL 1 MINUTE "
            "WHERE id = %s" % second.split("=")[1].split("-")[0])
    late = env.browser().get(second)
    assert late.status == 200 and not late.page.form("/password/new")
    env.sql("DELETE FROM sign_in_attempt WHERE succeeded = 0")


def test_closed_account(env):
    """a closed account is out, and no link lets it in"""
    address, path = invited(env, "stengt")
    b = env.browser()
    b.fill(path, {"new": PASSWORD, "repeat": PASSWORD})
    env.browser().fill("/password/forgotten", {"email": address})
    reset = link(env, address, "/password/new")
    person = env.sql("SELECT id FROM person WHERE email = '%s'" % address)[0][0]
    manager = env.signed_in("praksis")
    assert env.signed_in("praksis2").get("/people/%s/close" % person).status == 404
    assert manager.fill("/people/%s/close" % person).status == 303
    assert b.get("/profile").status == 303
    assert not env.browser().get(reset).page.form("/password/new")
    assert env.browser().sign_in(address, PASSWORD).status == 422
    assert manager.fill("/people/%s/reopen" % person).status == 303
    assert env.browser().sign_in(address, PASSWORD).status == 303


def test_devices(env):
    """where one is signed in is listed in words, and ended from there"""
    address, path = invited(env, "maskin")
    firefox = {"User-Agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"}
    edge = {"User-Agent": "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
                          "Chrome/140.0 Safari/537.36 Edg/140.0"}
    here, there, third = env.browser(), env.browser(), env.browser()
    here.fill(path, {"new": PASSWORD, "repeat": PASSWORD, "language": "en"}, headers=firefox)
    for b, headers in ((there, edge), (third, {"User-Agent": "curl/8"})):
        form = b.get("/sign-in").page.form("/sign-in")
        assert b.post("/sign-in", {**dict(form["fields"]), "email": address, "password": PASSWORD}, headers).status == 303
    page = here.get("/profile")
    assert "Firefox on Linux" in page.text and "Edge on Windows" in page.text and "Unknown browser" in page.text
    assert not re.search(r"Mozilla|[0-9a-f]{64}", page.text.split("<main")[1].split('name="token"')[0])
    ends = [l for l in page.page.links if re.fullmatch(r"/profile/sessions/\d+/end", l)]
    assert len(ends) == 2, ends
    edge_end = next(l for l in ends if "Edge on Windows" in here.get(l).text)
    assert env.signed_in("praksis").get(edge_end).status == 404
    assert here.fill(edge_end).status == 303
    assert there.get("/profile").status == 303 and third.get("/profile").status == 200
    assert here.fill("/profile/sessions/end").status == 303
    assert third.get("/profile").status == 303 and here.get("/profile").status == 200


def test_own_address(env):
    """the address one signs in with is changed with the password"""
    address, path = invited(env, "adresse")
    b, fresh = env.browser(), somebody(env, "nyadresse")
    b.fill(path, {"new": PASSWORD, "repeat": PASSWORD})
    assert b.fill("/profile/email", {"email": fresh, "old": "feil"}).status == 422
    assert b.fill("/profile/email", {"email": fresh, "old": PASSWORD}).status == 303
    assert env.browser().sign_in(address, PASSWORD).status == 422
    assert env.browser().sign_in(fresh, PASSWORD).status == 303
    env.sql("DELETE FROM sign_in_attempt WHERE succeeded = 0")


def test_keys_are_in_no_log(env):
    """no key stands in a log"""
    _, path = invited(env, "logg")
    key = path.split("=")[1]
    b = env.browser()
    b.get(path)
    b.get(path + "%22")
    b.get(path.replace("key=", "key=0"))
    b.fill(path, {"new": "kort", "repeat": "kort"})
    b.fill(path, {"new": PASSWORD, "repeat": PASSWORD})
    code = key.split("-", 1)[1]
    for log in glob.glob(os.path.join(env.var, "log", "*")):
        with open(log, encoding="utf-8", errors="replace") as file:
            text = file.read()
        assert code not in text, log
    for table in ("account_link", "event", "event_change", "mail"):
        for row in env.sql("SELECT * FROM " + table + " ORDER BY 1 DESC LIMIT 300"):
            assert code not in " ".join(row), table
