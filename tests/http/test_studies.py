"""Who reads a course, its modules, scales and criteria over HTTP: each sees what is theirs, and nothing else."""
import re
import urllib.parse
import xml.etree.ElementTree as tree

INSTANCE = ("SELECT x.course_instance FROM course_registration x JOIN exam_session_instance e ON e.course_instance = x.course_instance"
            " WHERE x.institution = 1 AND x.state = 'registered' GROUP BY x.course_instance ORDER BY COUNT(DISTINCT x.person) DESC LIMIT 1")


def listed(b, path):
    return tree.fromstring(b.get(path).body)


def tokens(b, path):
    return re.search(r'class="pk-form".*?name="token" value="([^"]+)"', b.get(path).text, re.S).group(1)


def test_cohort(env):
    """a whole cohort is ticked, searched in without losing a tick, and sent; it is ended and taken back"""
    b, instance = env.signed_in("eksamensplanlegger"), env.sql(INSTANCE)[0][0]
    state = "SELECT COUNT(*) FROM course_registration WHERE course_instance = %s AND state = 'registered'" % instance
    term, people = env.sql("SELECT t.cohort, GROUP_CONCAT(x.person ORDER BY x.person) FROM course_registration x JOIN student t ON t.person = x.person"
                           " JOIN course_instance n ON n.id = x.course_instance JOIN course c ON c.id = n.course AND c.programme = t.programme"
                           " JOIN person_grant g ON g.person = x.person AND g.role = 'student' AND g.activity IS NULL AND g.valid_to IS NULL"
                           " WHERE x.course_instance = %s AND x.state = 'registered' GROUP BY t.cohort ORDER BY COUNT(DISTINCT x.person) DESC LIMIT 1" % instance)[0]
    people, before = sorted(set(people.split(",")), key=int), int(env.sql(state)[0][0])
    path = "/instances/%s/students" % instance
    answer = b.post(path + "/end", [("token", tokens(b, path + "/end"))] + [("people", p) for p in people])
    assert answer.status == 303 and int(env.sql(state)[0][0]) == before - len(people), answer.status
    form = listed(b, path + "/new.xml?cohort=" + term)
    offered = [p.get("id") for p in form.find("people")]
    ticked = [e.get("key") for e in form.find("form").findall("entry")]
    assert set(people) <= set(offered) and offered and set(ticked) == set(offered), (people, offered, ticked)
    token = tokens(b, path + "/new?cohort=" + term)
    found = b.post(path + "/new", [("token", token), ("find", "1"), ("q", "nobody at all")] + [("people", p) for p in people])
    assert found.status == 200 and all('type="hidden" name="people" value="%s"' % p in found.text for p in people), found.status
    assert int(env.sql(state)[0][0]) == before - len(people)
    answer = b.post(path + "/new", [("token", token)] + [("people", p) for p in people])
    assert answer.status == 303 and int(env.sql(state)[0][0]) == before, answer.status
    again = b.post(path + "/new", [("token", tokens(b, path + "/new"))] + [("people", p) for p in people])
    assert again.status == 422 and int(env.sql(state)[0][0]) == before, again.status


def test_protected(env):
    """of who is protected staff read neither name nor address in any format; who keeps the list reads the name"""
    instance = env.sql(INSTANCE)[0][0]
    person, name, email = env.sql("SELECT p.id, p.name, p.email FROM course_registration x JOIN person p ON p.id = x.person"
                                  " WHERE x.course_instance = %s AND p.protected = 0 ORDER BY p.id DESC LIMIT 1" % instance)[0]
    env.sql("UPDATE person SET protected = 1 WHERE id = " + person)
    try:
        for end in ("", ".xml", ".csv"):
            path = "/instances/%s/students%s?q=%s" % (instance, end, urllib.parse.quote(name.split()[-1]))
            staff, keeper = (env.signed_in(who).get(path).text for who in ("radgiver", "eksamensplanlegger"))
            assert name not in staff and email not in staff, (end, "staff")
            assert name in keeper and email not in keeper, (end, "keeper")
        whole = env.signed_in("radgiver").get("/instances/%s/students.csv" % instance).text
        rows = env.sql("SELECT COUNT(*) FROM course_registration WHERE course_instance = %s" % instance)[0][0]
        assert len(whole.splitlines()) == int(rows) + 1 and name not in whole and email not in whole, "file"
    finally:
        env.sql("UPDATE person SET protected = 0 WHERE id = " + person)


def test_rights(env):
    """what belongs to another institution is not there; who only reads is refused the forms"""
    instance, course, module = env.sql(INSTANCE)[0][0], env.sql("SELECT MIN(id) FROM course WHERE institution = 1")[0][0], "1"
    own = {"/instances/%s/students" % instance: "see", "/instances/%s/students/new" % instance: "keep", "/instances/%s/students/end" % instance: "keep",
           "/courses/%s/modules/new" % course: "keep", "/modules/%s/edit" % module: "keep", "/courses/%s/criteria" % course: "plan",
           "/institutions/1/exam-deadlines": "deadlines"}
    may = {"praksis": {"see", "keep", "plan", "deadlines"}, "eksamensplanlegger": {"see", "keep", "deadlines"}, "radgiver": {"see"},
           "koordinator": {"see"}, "underviser": set(), "student": set(), "bedommer": set(), "sensor": set(), "admin": {"deadlines"}}
    for who, rights in may.items():
        b = env.signed_in(who)
        for path, right in own.items():
            assert b.get(path).status == (200 if right in rights else 403), (who, path, b.get(path).status)
    for who in ("praksis2", "stedsadmin", "veileder"):
        b = env.signed_in(who)
        for path, right in own.items():
            assert b.get(path).status == (403 if right == "deadlines" else 404), (who, path, b.get(path).status)


def test_scale(env):
    """a form with wrong grades says so at the row and keeps what was typed; nothing of it is saved"""
    b, before = env.signed_in("eksamensplanlegger"), env.sql("SELECT COUNT(*) FROM scale_grade")
    answer = b.post("/scales/new", [("token", tokens(b, "/scales/new")), ("institution", "1"), ("name", "Prøveskala"), ("symbol-1", "U"),
                                    ("symbol-2", "G"), ("passed-2", "1"), ("symbol-3", "g"), ("passed-3", "1")])
    assert answer.status == 422 and 'id="error-symbol-3"' in answer.text and 'value="Prøveskala"' in answer.text, answer.status
    assert env.sql("SELECT COUNT(*) FROM scale_grade") == before and not env.sql("SELECT id FROM grading_scale WHERE name = 'Prøveskala'")
