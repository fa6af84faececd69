"""Results over HTTP: rows that tell no name while an anonymous exam is graded, saving as browsers and scripts do it, and what a student
may open."""
import re
import threading
import urllib.parse

SORTS = ("code", "name", "points", "grade", "examined_on", "result_state")


def session_of(env, state):
    """An anonymous session of the demonstration whose grading has come so far."""
    return env.sql("SELECT s.id FROM exam_session s JOIN exam x ON x.exam_session = s.id"
                   " WHERE s.anonymous = 1 AND s.state = 'confirmed' AND x.state = '%s' AND s.starts_on < CURRENT_DATE ORDER BY s.id LIMIT 1" % state)[0][0]


def rows_of(text):
    return [dict(re.findall(r'([\w-]+)="([^"]*)"', row)) for row in re.findall(r"<result (.*?)/>", text)]


def token(b, path):
    forms = b.get(path).page.forms
    return next(dict(form["fields"])["token"] for form in forms if "seen-" in str(form["fields"]))


def clear(env, session):
    env.sql("DELETE FROM result WHERE exam_session = %s AND state <> 'attested'" % session)


def test_codes_only_until_grading_is_confirmed(env):
    """planner and examiner read codes and nothing of the students, in any format and order; then their names"""
    session = session_of(env, "started")
    people = env.sql("SELECT p.id, c.id, p.given_name, p.family_name, COALESCE(p.email, '') FROM candidate c JOIN person p ON p.id = c.person"
                     " WHERE c.exam_session = %s" % session)
    path = "/exam-sessions/%s/results" % session
    for who in ("eksamensplanlegger", "sensor"):
        b = env.signed_in(who)
        codes = [row["code"] for row in rows_of(b.get(path + ".xml").text)]
        assert codes == sorted(codes) and len(codes) > 10
        for ending in ("", ".xml", ".csv"):
            for sort in SORTS:
                for down in ("0", "1"):
                    a = b.get("%s%s?sort=%s&down=%s" % (path, ending, sort, down))
                    assert a.status == 200, (ending, sort, a.status)
                    for _, _, given, family, email in people:
                        assert given + " " + family not in a.text and (not email or email not in a.text), (who, ending, sort, family)
                    assert "/candidates/" not in a.text and "/people/" not in a.text, (who, ending, sort)
            # the order of names is the order of codes: there are none to sort by
            assert [row["code"] for row in rows_of(b.get(path + ".xml?sort=name").text)] == codes
        for row in rows_of(b.get(path + ".xml").text):
            assert not {"name", "candidate", "person", "instance", "handed-in", "no-hand-in"} & set(row), row
        for family in set(family for _, _, _, family, _ in people):
            assert not rows_of(b.get(path + ".xml?q=" + urllib.parse.quote(family)).text), family
        for word in ("registered", "withdrawn", "no_hand_in"):
            assert not rows_of(b.get(path + ".xml?who=" + word).text), word
    confirmed = session_of(env, "confirmed")
    text = env.signed_in("sensor").get("/exam-sessions/%s/results.xml" % confirmed).text
    assert all("name" in row for row in rows_of(text)), text[:500]
    for who in ("bedommer", "praksis", "student", "underviser", "praksis2"):
        assert env.signed_in(who).get(path).status in (403, 404), who


def test_a_page_is_saved_once(env):
    """the same submission twice is one change; what is wrong stays as typed; a script's row comes back with its version"""
    session, b = session_of(env, "started"), env.signed_in("eksamensplanlegger")
    path = "/exam-sessions/%s/results" % session
    try:
        codes = [row["code"] for row in rows_of(b.get(path + ".xml?state=untouched").text)][:3]
        t = token(b, path)
        typed = {"token": t, "act": "save", "here": "q=" + codes[0], "seen-" + codes[0]: 0, "points-" + codes[0]: "14,83", "grade-" + codes[0]: 2}
        for _ in range(2):
            a = b.post(path, typed)
            assert a.status == 303 and a.location == path + "?q=" + codes[0], (a.status, a.location)
        row = rows_of(b.get(path + ".xml?q=" + codes[0]).text)[0]
        assert (row["seen"], row["points"], row["result-state"]) == ("1", "14,83", "draft"), row
        assert env.sql("SELECT COUNT(*) FROM event WHERE thing = 'result' AND thing_id = %s" % row["result"]) == [["1"]]
        for points, said in (("14.83", "komma"), ("100,5", "over høyeste poengsum"), ("1,234", "to desimaler"), ("mye", "Skriv et tall")):
            a = b.post(path, {"token": t, "act": "save", "seen-" + codes[1]: 0, "points-" + codes[1]: points, "seen-" + codes[2]: 0, "grade-" + codes[2]: 3})
            assert a.status == 422 and said in a.text and 'value="%s"' % points in a.text, (points, a.status)
        assert [row["result-state"] for row in rows_of(b.get(path + ".xml?q=" + codes[2]).text)] == ["untouched"]
        a = b.post(path, {"token": t, "act": "save", "seen-" + codes[0]: 0, "grade-" + codes[0]: 4})
        assert a.status == 422 and "error-grade-" + codes[0] in a.text
    finally:
        clear(env, session)


def test_what_is_wrong_is_shown(env):
    """a day that is missing, or wrong, is shown with its error also where the column is hidden"""
    session, b = session_of(env, "started"), env.signed_in("eksamensplanlegger")
    path = "/exam-sessions/%s/results" % session
    day = env.sql("SELECT date_mode, starts_on, ends_on FROM exam_session WHERE id = %s" % session)[0]
    try:
        env.sql("UPDATE exam_session SET date_mode = 'period', ends_on = CURRENT_DATE + INTERVAL 1 DAY WHERE id = %s" % session)
        code = [row["code"] for row in rows_of(b.get(path + ".xml?state=untouched").text)][0]
        hidden = "?columns=1&points=1"
        assert "examined_on-" not in b.get(path + hidden).text
        a = b.post(path, {"token": token(b, path), "act": "ready", "here": hidden[1:], "chosen-" + code: 1, "seen-" + code: 0, "grade-" + code: 3})
        assert a.status == 422
        for part in ('href="#field-examined_on-%s"', 'id="field-examined_on-%s"', 'id="error-examined_on-%s"'):
            assert part % code in a.text, part
    finally:
        env.sql("UPDATE exam_session SET date_mode = '%s', ends_on = '%s' WHERE id = %s" % (day[0], day[2], session))
        clear(env, session)


def test_two_save_the_same_rows(env):
    """of two who save the same rows at once each row is one's, and neither waits in vain"""
    session = session_of(env, "started")
    path = "/exam-sessions/%s/results" % session
    people = [env.signed_in("eksamensplanlegger"), env.signed_in("sensor")]
    try:
        codes = [row["code"] for row in rows_of(people[0].get(path + ".xml?state=untouched").text)][:10]
        tokens, answers = [token(b, path) for b in people], []

        def work(which):
            for code in codes:
                answers.append(people[which].post(path, {"token": tokens[which], "act": "save", "seen-" + code: 0, "grade-" + code: which + 2}).status)

        threads = [threading.Thread(target=work, args=(which,)) for which in range(2)]
        for one in threads:
            one.start()
        for one in threads:
            one.join(60)
        assert sorted(answers) == [303] * 10 + [422] * 10, answers
        rows = env.sql("SELECT r.version, COUNT(e.id) FROM result r JOIN event e ON e.thing = 'result' AND e.thing_id = r.id"
                       " WHERE r.exam_session = %s AND r.state = 'draft' GROUP BY r.id, r.version" % session)
        assert rows == [["1", "1"]] * 10, rows
    finally:
        clear(env, session)


def test_students_open_their_own(env):
    """a student opens what is attested and their own, and nothing of anybody else's or not yet attested"""
    b = env.signed_in("student")
    person = env.sql("SELECT id FROM person WHERE email = 'student@demo.example'")[0][0]
    for result, state, own in env.sql("SELECT id, state, person = %s FROM result" % person):
        wanted = 200 if (state, own) == ("attested", "1") else 404
        for ending in ("", ".xml"):
            assert b.get("/results/%s%s" % (result, ending)).status == wanted, (result, state, own)
        assert b.get("/results/%s/decide" % result).status in (403, 404)
    assert b.get("/results").status == 403
    mine = rows_of(b.get("/my-results.xml").text)
    assert mine and all(row["grade"] for row in mine)


def test_one_is_attested_from_its_own_page(env):
    """a result's own page leads its examiner to that one alone, ticked, and nobody else"""
    rows = env.sql("SELECT r.id, r.exam_session FROM result r JOIN exam_session s ON s.id = r.exam_session JOIN exam_examiner x ON x.exam_session = s.id"
                   " JOIN person p ON p.id = x.person WHERE r.state = 'ready' AND p.email = 'sensor@demo.example' ORDER BY r.id LIMIT 2")
    result, session = rows[1]
    assert rows[0][1] == session, "two of one session"
    examiner, planner = env.signed_in("sensor"), env.signed_in("eksamensplanlegger")
    link = "/exam-sessions/%s/results/attest?only=%s" % (session, result)
    assert link in examiner.get("/results/" + result).text and "/results/attest" not in planner.get("/results/" + result).text
    page = examiner.get(link).text
    assert page.count('type="checkbox"') == 1 == page.count('checked="checked"') and "/results/" + result in page, page.count('type="checkbox"')
    assert examiner.get(link.split("?")[0]).text.count('type="checkbox"') > 1
    assert 'name="only"' not in page, "a search is among all"
    assert len(rows_of(examiner.get(link.replace("?", ".xml?")).text)) == 1


def test_guessing_at_attesting_is_limited(env):
    """whoever finds an examiner's browser open guesses no password by attesting, and signing in is counted by itself"""
    limit, b = int(env.settings.get("sign_in_limit", "10")), env.signed_in("sensor")
    session, code, seen = env.sql("SELECT r.exam_session, d.code, r.version FROM result r JOIN exam_identity d ON d.candidate = r.candidate"
                                  " JOIN exam_examiner e ON e.exam_session = r.exam_session JOIN person p ON p.id = e.person"
                                  " WHERE r.state = 'ready' AND p.email = 'sensor@demo.example' ORDER BY r.id LIMIT 1")[0]
    path = "/exam-sessions/%s/results/attest" % session
    t = next(dict(form["fields"])["token"] for form in b.get(path).page.forms if "password" in str(form["fields"]))
    try:
        statuses = [b.post(path, {"token": t, "chosen-" + code: 1, "seen-" + code: seen, "password": word}).status
                    for word in ["guess %d" % i for i in range(limit)] + ["Praktikum-demo-1"]]
        assert statuses == [422] * limit + [429], statuses
        assert env.sql("SELECT COUNT(*) FROM result_decision d JOIN result r ON r.id = d.result JOIN exam_identity i ON i.candidate = r.candidate"
                       " WHERE i.code = '%s' AND r.exam_session = %s" % (code, session)) == [["0"]]
        assert env.signed_in("sensor")
    finally:
        env.sql("DELETE FROM sign_in_attempt WHERE succeeded = 0")
