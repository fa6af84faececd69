"""Submissions: repeats, limits of the body, foreign fields, stale versions."""
import concurrent.futures
import re
import time
import urllib.parse

from fastcgi import encode


def profile(b):
    return b.get("/profile").page.form("/profile")["fields"]


def events(env):
    return int(env.sql("SELECT COUNT(*) FROM event WHERE kind = 'person.changed'")[0][0])


def with_field(fields, **changes):
    return [(k, changes.get(k, v)) for k, v in fields]


def test_repeat(env):
    """the same submission again: same redirect, one change"""
    b = env.signed_in("radgiver")
    fields, before = with_field(profile(b), phone="55 00 00 01"), events(env)
    first, second = b.post("/profile", fields), b.post("/profile", fields)
    assert first.status == second.status == 303 and first.location == second.location
    assert events(env) == before + 1


def test_parallel(env):
    """twenty identical submissions at once: one change, no failure"""
    b = env.signed_in("radgiver")
    body = urllib.parse.urlencode(with_field(profile(b), phone="55 00 00 02")).encode()
    before = events(env)
    request = encode(env.fcgi.params("POST", "/profile", HTTP_COOKIE="praktikum=" + b.cookies["praktikum"],
                                     CONTENT_LENGTH=str(len(body)), CONTENT_TYPE="application/x-www-form-urlencoded"), body)
    with concurrent.futures.ThreadPoolExecutor(20) as pool:
        answers = list(pool.map(lambda _: env.fcgi.raw(request), range(20)))
    assert {a.status for a in answers} == {303}, [a.status for a in answers]
    assert len({a.header("location") for a in answers}) == 1
    assert events(env) == before + 1


def test_stale(env):
    """two editors: the later one is told, and nothing of theirs is lost"""
    one, two = env.signed_in("radgiver"), env.signed_in("radgiver")
    fields_one, fields_two = profile(one), profile(two)
    assert one.post("/profile", with_field(fields_one, phone="55 00 00 03")).status == 303
    a = two.post("/profile", with_field(fields_two, phone="55 00 00 04"))
    assert a.status == 409 and "55 00 00 04" in a.text and "55 00 00 03" in a.text and "pk-stale" in a.text
    fresh = a.page.form("/profile")["fields"]
    assert dict(fresh)["phone"] == "55 00 00 04"


def test_invalid(env):
    """a form with errors comes back with what was typed, a summary and a message"""
    b = env.signed_in("radgiver")
    before = events(env)
    fields = b.get("/profile/email").page.form("/profile/email")["fields"]
    a = b.post("/profile/email", with_field(fields, email='no "<address>"'))
    assert a.status == 422 and "&lt;address&gt;" in a.text and "pk-errors" in a.text
    assert dict(a.page.form("/profile/email")["fields"])["email"] == 'no "<address>"'
    assert events(env) == before


def test_foreign_fields(env):
    """fields that the form does not have are ignored"""
    b = env.signed_in("radgiver")
    me = env.sql("SELECT id FROM person WHERE email = 'radgiver@demo.example'")[0][0]
    extra = [("viewer", "1"), ("person", "1"), ("id", "1"), ("institution", "2"), ("role", "system_administrator"),
             ("protected", "1"), ("lang", "sv"), ("now", "2000-01-01"), ("session", "x"), ("submission", "y")]
    a = b.post("/profile", with_field(profile(b), phone="55 00 00 05") + extra)
    assert a.status == 303, a.status
    assert env.sql("SELECT phone, protected FROM person WHERE id = " + me) == [["55 00 00 05", "0"]]
    assert env.sql("SELECT phone FROM person WHERE id = 1") != [["55 00 00 05"]]


def post_raw(env, b, body, **more):
    params = env.fcgi.params("POST", "/profile", HTTP_COOKIE="praktikum=" + b.cookies["praktikum"],
                             **{"CONTENT_LENGTH": str(len(body)), "CONTENT_TYPE": "application/x-www-form-urlencoded", **more})
    return env.fcgi.raw(encode(params, body))


def test_body(env):
    """bodies that are too large, of another type, or not what they say"""
    b = env.signed_in("radgiver")
    assert post_raw(env, b, b"a=" + b"x" * 300000).status == 413
    assert post_raw(env, b, b"a=" + b"x" * 300000, CONTENT_LENGTH="").status == 413
    assert post_raw(env, b, b"a=1", CONTENT_TYPE="multipart/form-data; boundary=x").status == 400
    assert post_raw(env, b, b"{}", CONTENT_TYPE="application/json").status == 400
    assert post_raw(env, b, b"a=1", CONTENT_TYPE="").status == 400
    assert post_raw(env, b, b"a=1", CONTENT_LENGTH="2").status == 400
    assert post_raw(env, b, b"a=1", CONTENT_LENGTH="4").status == 400
    assert post_raw(env, b, b"a=1", CONTENT_LENGTH="-1").status == 400
    assert post_raw(env, b, b"a=1", CONTENT_LENGTH="1e9").status == 400
    assert post_raw(env, b, b"&".join(b"a=1" for _ in range(4001))).status == 400
    assert post_raw(env, b, b"a=" + b"x" * 20001).status == 400
    assert post_raw(env, b, b"a=%ff").status == 400
    assert post_raw(env, b, b"a=%00").status == 400
    assert post_raw(env, b, b"a=%").status == 400
    assert post_raw(env, b, b"n" * 65 + b"=1").status == 400
    assert post_raw(env, b, b"").status == 403  # no token


CHARACTERS = ["<b>&\"'</b>", "]]>", "a\u0001b", "a\ufffeb", "\u202eabc", "=cmd|' /C calc'!A0", "javascript:alert(1)",
              "\U0001f600", "e\u0301", "\u00a0", "' OR 1=1 --", "{{7*7}}", "%s%n", "${x}"]


def test_characters(env):
    """every character typed comes back as text, in html and xml"""
    import xml.etree.ElementTree as tree
    b = env.signed_in("radgiver")
    for text in CHARACTERS:
        a = b.post("/profile", with_field(profile(b), language="x", phone=text))
        assert a.status in (400, 422), (text, a.status)
        assert "<b>&" not in a.text and "\u0001" not in a.text
        a = b.post("/profile", with_field(profile(b), phone=text))
        assert a.status in (303, 422, 400, 409), (text, a.status)
        tree.fromstring(b.get("/profile.xml").body)
    b.post("/profile", with_field(profile(b), phone="55 00 00 09"))


def test_find(env):
    """a button named find shows the form again as typed, and changes nothing"""
    b = env.signed_in("radgiver")
    before = events(env)
    a = b.post("/profile", with_field(profile(b), phone="55 00 00 06") + [("find", "1")])
    assert a.status == 200 and dict(a.page.form("/profile")["fields"])["phone"] == "55 00 00 06"
    assert events(env) == before


def test_find_instances(env):
    """searching for course instances by several fields keeps the ticks; adding them leads back to that search"""
    b = env.signed_in("eksamensplanlegger")
    new = "/exam-sessions/new"
    a = b.fill(new, {"type": "digital_exam", "name": "Tas bort igjen", "name_en": "To be removed", "date_mode": "none", "code_format": "numbered", "code_shown": "always"},
               drop=("registration",))
    assert a.status == 303, re.sub(r"<[^>]*>", " ", a.text[a.text.find("error-summary"):])[:600]
    session = re.search(r"/exam-sessions/(\d+)/", a.location).group(1)
    path = "/exam-sessions/%s/instances" % session
    try:
        ticked = re.search(r'name="add" value="(\d+)"', b.get(path + "?course_code=SYK").text).group(1)
        token = dict(b.get(path).page.form(path)["fields"])["token"]
        form = [("token", token), ("version", "1"), ("add", ticked)]
        search = [("course_code", ""), ("course_name", "finnes ikke"), ("instance_code", "X"), ("department", "")]
        a = b.post(path + "?course_code=SYK", form + search + [("find", "1")])
        assert a.status == 200 and 'type="hidden" name="add" value="%s"' % ticked in a.text
        assert 'name="course_code" value=""' in a.text and 'name="course_name" value="finnes ikke"' in a.text
        a = b.post(path, form + search + [("find", "all")])
        assert a.status == 200 and 'name="course_name" value=""' in a.text and 'name="add" value="%s"' % ticked in a.text
        assert b.post(path, form + [("course_name", "x" * 201), ("find", "1")]).status == 400
        assert env.sql("SELECT COUNT(*) FROM exam_session_instance WHERE exam_session = %s" % session) == [["0"]]
        a = b.post(path, form + search)
        assert a.status == 303 and a.location == path + "?course_name=finnes%20ikke&instance_code=X", a.location
        assert env.sql("SELECT course_instance FROM exam_session_instance WHERE exam_session = %s" % session) == [[ticked]]
    finally:
        for table, column in (("exam_session_instance", "exam_session"), ("exam_session", "id")):
            env.sql("DELETE FROM %s WHERE %s = %s" % (table, column, session))


def test_find_sites(env):
    """searching for sites keeps what was typed at others, and orders it with the rest"""
    b = env.signed_in("praksis")
    path = "/activities/%s/order" % env.sql("SELECT id FROM activity WHERE name = 'Ledelsespraksis' AND institution = 1")[0][0]
    form = dict(b.get(path).page.form(path)["fields"])
    seen = [name for name in form if name.startswith("places-")]
    hidden, shown = seen[0], seen[-1]
    name = env.sql("SELECT name FROM site WHERE id = " + shown[7:])[0][0]
    a = b.post(path, list({**form, hidden: "3", "q": name, "find": "1"}.items()))
    again = dict(a.page.form(path)["fields"])
    assert a.status == 200 and again[hidden] == "3" and again["q"] == name and again[shown] == ""
    assert 'type="hidden" name="%s"' % hidden in a.text and len([n for n in again if n.startswith("places-")]) < len(seen)
    none = b.post(path, list({**again, "q": "no such site", "find": "1"}.items()))
    assert none.status == 200 and dict(none.page.form(path)["fields"])[hidden] == "3"
    wrong = b.post(path, list({**again, shown: "x"}.items()))
    assert wrong.status == 422 and dict(wrong.page.form(path)["fields"])[hidden] == "3"
    before = env.sql("SELECT COUNT(*) FROM placement_order")[0][0]
    assert b.post(path, list({**again, shown: "2"}.items())).status == 303
    made = env.sql("SELECT site, places FROM placement_order ORDER BY id DESC LIMIT 2")
    assert sorted(made) == sorted([[hidden[7:], "3"], [shown[7:], "2"]]), made
    assert int(env.sql("SELECT COUNT(*) FROM placement_order")[0][0]) == int(before) + 2


def test_lock(env):
    """a submission waits for another's lock, and is done once"""
    b = env.signed_in("radgiver")
    fields, before = with_field(profile(b), phone="55 00 00 07"), events(env)
    with concurrent.futures.ThreadPoolExecutor(1) as pool:
        other = pool.submit(env.sql, "BEGIN; SELECT id FROM person WHERE email = 'radgiver@demo.example' FOR UPDATE; "
                            "DO SLEEP(1.6); COMMIT")
        time.sleep(0.3)
        a = b.post("/profile", fields)
        other.result()
    assert a.status == 303, a.status
    assert events(env) == before + 1
