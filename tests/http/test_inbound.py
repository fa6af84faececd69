"""What partners send: registrations, exam registrations and results as XML, done wholly or not at all, each with its event and harmless
to send twice; every wrong row told with line, place and words; hostile documents refused with nothing read, fetched, kept or grown."""
import concurrent.futures
import http.client
import socket
import threading
import time
import uuid
import xml.etree.ElementTree as tree

import documents
import fastcgi
from test_process import status_of, worker_pids

PROBLEM = "{urn:ietf:rfc:7807}"
RECEIPT = "{urn:praktikum:inbound:receipt:1}"


class Answer:
    """status, headers, body; of a receipt root and outcomes, of a problem kind and faults [(path, line, words)]."""

    def __init__(self, status, headers, body):
        self.status, self.headers, self.body = status, headers, body
        media = headers.get("Content-Type", "")
        self.root = tree.fromstring(body) if "xml" in media else None
        if status == 200:
            assert media == "application/xml; charset=utf-8" and self.root.tag == RECEIPT + "receipt", body[:200]
            self.outcomes = [row.get("outcome") for row in self.root]
            self.lines = [int(row.get("line")) for row in self.root]
        else:
            assert media.startswith("application/problem+xml"), (status, media, body[:200])
            assert self.root.find(PROBLEM + "status").text == str(status), body
            self.kind = self.root.find(PROBLEM + "type").text.removeprefix("urn:praktikum:problem:")
            self.faults = [(fault.get("path"), int(fault.get("line") or 0), fault.text) for fault in self.root.iter(PROBLEM + "error")]


def message(kind, *rows, end=""):
    """A message of rows of attributes, each on a line of its own from the second on."""
    row = kind[:-1]
    attributes = ("".join(' %s="%s"' % (name.replace("_", "-"), value) for name, value in one.items()) for one in rows)
    return ('<%s xmlns="urn:praktikum:inbound:%s:1">\n' % (kind, kind) + "".join("<%s%s/>\n" % (row, one) for one in attributes) + "</%s>%s" % (kind, end)).encode()


def put(env, kind, body, name=None, key=documents.INSTITUTION, lang="en", media="application/xml", query="", chunked=False):
    """PUTs it; name: the sender's id, one of its own unless given, "" for none."""
    connection = http.client.HTTPConnection(env.base.split("//")[1], timeout=60)
    name = uuid.uuid4().hex if name is None else name
    head = {"Accept-Language": lang, "Content-Type": media}
    if key:
        head["Authorization"] = "Bearer " + key
    path = "/inbound/" + kind + ("?message=" + name if name else "?") + query
    connection.request("PUT", path, body=body, headers=head, encode_chunked=chunked)
    answer = connection.getresponse()
    got = Answer(answer.status, answer.headers, answer.read())
    connection.close()
    return got


def one(env, sql):
    """The first value of the first row."""
    return env.sql(sql)[0][0]


def state(env):
    """What nothing may change when a message is refused."""
    return env.sql("""SELECT (SELECT MAX(id) FROM event), (SELECT COUNT(*) FROM inbound), (SELECT COUNT(*) FROM registration), (SELECT COUNT(*) FROM candidate),
        (SELECT COUNT(*) FROM result), (SELECT COUNT(*) FROM course_registration), (SELECT COUNT(number) FROM student), (SELECT COALESCE(SUM(version), 0) FROM result),
        (SELECT SUM(version) FROM registration), (SELECT SUM(version) FROM candidate)""")


def events(env, since):
    """(kind, thing) of what was done since, in order, all of it by the partner's person."""
    found = env.sql("SELECT e.kind, e.thing, e.person = p.person FROM event e JOIN partner p ON p.id = 1 WHERE e.id > %s AND e.person IS NOT NULL ORDER BY e.id" % since)
    assert all(own == "1" for _, _, own in found), found
    return [kind for kind, _, _ in found]


def students(env, where, count):
    """Numbers of students of institution 1 who are there for long; not the one whom other tests sign in as."""
    found = [row[0] for row in env.sql("""SELECT t.number FROM student t JOIN person p ON p.id = t.person AND p.protected = 0 AND p.email <> 'student@demo.example'
        WHERE t.institution = 1 AND t.number IS NOT NULL AND EXISTS (SELECT 1 FROM person_grant g WHERE g.person = t.person AND g.role = 'student' AND g.institution = 1
            AND COALESCE(g.valid_to, '9999-01-01') > CURDATE() + INTERVAL 200 DAY) AND %s ORDER BY t.person LIMIT %d""" % (where, count))]
    assert len(found) == count, (where, found)
    return found


def classes(env):
    """A coming activity of institution 1 with classes A and B, and its students in A."""
    return one(env, """SELECT a.id FROM activity a WHERE a.institution = 1 AND a.starts > CURDATE() AND a.cancelled_at IS NULL
        AND (SELECT COUNT(*) FROM activity_class k WHERE k.activity = a.id AND k.letter IN ('A', 'B')) = 2 ORDER BY a.id LIMIT 1""")


def test_registrations(env):
    """a student is registered in a class, moved, the same, withdrawn, and registered again; kept counts and the history follow"""
    activity = classes(env)
    student = students(env, "t.person NOT IN (SELECT person FROM registration WHERE activity = %s)" % activity, 1)[0]
    since = one(env, "SELECT MAX(id) FROM event")
    def registration():
        return env.sql("SELECT x.state, k.letter FROM registration x JOIN student t ON t.person = x.person LEFT JOIN activity_class k ON k.id = x.activity_class WHERE x.activity = %s AND t.number = '%s'" % (activity, student))
    def sent(**row):
        body = message("registrations", {"student_number": student, "activity": activity, **row})
        documents.validate(env, "inbound-registrations", [body])
        answer = put(env, "registrations", body)
        assert answer.status == 200, answer.body
        documents.validate(env, "inbound-receipt", [answer.body])
        kept = env.sql("SELECT n.registered, (SELECT COUNT(*) FROM registration x WHERE x.activity = n.activity AND x.state = 'registered') FROM activity_count n WHERE n.activity = " + activity)[0]
        assert kept[0] == kept[1], kept
        return answer.outcomes
    assert sent(**{"class": "A"}) == ["made"] and registration() == [["registered", "A"]]
    assert sent(**{"class": "B"}) == ["changed"] and registration() == [["registered", "B"]]
    assert sent() == ["same"] and sent(**{"class": "B"}) == ["same"]
    assert sent(state="withdrawn") == ["changed"] and registration() == [["withdrawn", "B"]]
    assert sent(state="withdrawn") == ["same"]
    assert sent(**{"class": "A"}) == ["changed"] and registration() == [["registered", "A"]]
    assert events(env, since) == ["registration.created", "registrations.received", "registration.moved", "registrations.received", "registration.withdrawn",
                                  "registrations.received", "registration.resumed", "registrations.received"], events(env, since)
    assert sent(state="withdrawn") == ["changed"]


def test_course_instances(env):
    """who reads a course instance, named by its id or its code, also who is protected: the instance's history says so"""
    instance, code = env.sql("""SELECT ci.id, ci.code FROM course_instance ci WHERE ci.institution = 1 AND ci.ends > CURDATE()
        AND NOT EXISTS (SELECT 1 FROM exam_session_instance si WHERE si.course_instance = ci.id) ORDER BY ci.id LIMIT 1""")[0]
    first, second = students(env, "t.person NOT IN (SELECT person FROM course_registration WHERE course_instance = %s)" % instance, 2)
    env.sql("UPDATE person p JOIN student t ON t.person = p.id SET p.protected = 1 WHERE t.number = '%s'" % first)
    since = one(env, "SELECT MAX(id) FROM event")
    body = message("registrations", {"student_number": first, "instance": instance}, {"student_number": second, "instance_code": code})
    documents.validate(env, "inbound-registrations", [body])
    assert put(env, "registrations", body).outcomes == ["made", "made"]
    assert put(env, "registrations", body).outcomes == ["same", "same"]
    assert put(env, "registrations", message("registrations", {"student_number": first, "instance": instance, "state": "withdrawn"},
                                             {"student_number": second, "instance": instance, "state": "withdrawn"})).outcomes == ["changed", "changed"]
    assert events(env, since) == ["instance.students_registered", "instance.students_ended"], events(env, since)
    env.sql("UPDATE person p JOIN student t ON t.person = p.id SET p.protected = 0 WHERE t.number = '%s'" % first)


def test_exam_registrations(env):
    """a candidate comes with a code and a paper, goes, and comes again with the same code; the student is told"""
    session, day, code = env.sql("""SELECT s.id, s.starts_on, ci.code FROM exam_session s JOIN exam e ON e.exam_session = s.id AND e.state = 'not_started'
        JOIN exam_session_instance si ON si.exam_session = s.id JOIN course_instance ci ON ci.id = si.course_instance
        WHERE s.institution = 1 AND s.state = 'confirmed' AND s.starts_on > CURDATE() ORDER BY s.id LIMIT 1""")[0]
    student = students(env, """t.person IN (SELECT r.person FROM course_registration r JOIN exam_session_instance si ON si.course_instance = r.course_instance
        WHERE si.exam_session = %s AND r.state = 'registered') AND t.person NOT IN (SELECT person FROM candidate WHERE exam_session = %s)""" % (session, session), 1)[0]
    since = one(env, "SELECT MAX(id) FROM event")
    def candidate():
        return env.sql("""SELECT c.state, i.code, p.void FROM candidate c JOIN student t ON t.person = c.person JOIN exam_identity i ON i.candidate = c.id
            JOIN paper p ON p.exam_session = c.exam_session AND p.code = i.code WHERE c.exam_session = %s AND t.number = '%s'""" % (session, student))
    def sent(**row):
        body = message("exam-registrations", {"student_number": student, **row})
        documents.validate(env, "inbound-exam-registrations", [body])
        answer = put(env, "exam-registrations", body)
        assert answer.status == 200, answer.body
        return answer.outcomes
    assert sent(exam_session=session) == ["made"]
    [[now, kept, void]] = candidate()
    assert now == "registered" and kept and void == "0"
    assert sent(instance_code=code, starts_on=day) == ["same"]
    assert sent(exam_session=session, state="withdrawn") == ["changed"] and candidate() == [["withdrawn", kept, "1"]]
    assert sent(instance_code=code, starts_on=day) == ["changed"] and candidate() == [["registered", kept, "0"]]
    assert sent(exam_session=session, state="withdrawn") == ["changed"]
    assert events(env, since) == ["candidate.registered", "exam_session.received", "candidate.withdrawn", "exam_session.received", "candidate.resumed",
                                  "exam_session.received", "candidate.withdrawn", "exam_session.received"], events(env, since)
    assert int(one(env, "SELECT COUNT(*) FROM event e JOIN event_change c ON c.event = e.id WHERE e.id > %s AND '%s' IN (c.old_value, c.new_value)" % (since, kept))) == 0


def named_session(env):
    """A session of institution 1 whose students are known by name, with a candidate without a result."""
    return env.sql("""SELECT s.id, t.number FROM exam_session s JOIN candidate c ON c.exam_session = s.id AND c.state = 'registered' JOIN student t ON t.person = c.person
        LEFT JOIN exam e ON e.exam_session = s.id LEFT JOIN result r ON r.candidate = c.id
        WHERE s.institution = 1 AND s.state = 'confirmed' AND s.anonymous = 0 AND s.ends_on <= CURDATE() AND r.id IS NULL ORDER BY s.id, c.id DESC LIMIT 1""")[0]


def test_results(env):
    """a result comes as a draft, follows a later message, and is never more than a draft; points that are not sent stay"""
    session, student = named_session(env)
    grades = [row[0] for row in env.sql("SELECT g.symbol FROM scale_grade g JOIN exam_session s ON s.scale_version = g.scale_version WHERE s.id = %s ORDER BY g.position" % session)]
    since = one(env, "SELECT MAX(id) FROM event")
    def result():
        return env.sql("""SELECT r.state, g.symbol, r.points, r.examined_on, r.version FROM result r JOIN candidate c ON c.id = r.candidate JOIN student t ON t.person = c.person
            LEFT JOIN scale_grade g ON g.scale_version = r.scale_version AND g.position = r.grade WHERE c.exam_session = %s AND t.number = '%s'""" % (session, student))
    def sent(**row):
        body = message("results", {"student_number": student, "exam_session": session, "examined_on": "2026-11-16", **row})
        documents.validate(env, "inbound-results", [body])
        answer = put(env, "results", body)
        assert answer.status == 200, answer.body
        return answer.outcomes
    assert sent(grade=grades[1], points="40.5") == ["made"] and result() == [["draft", grades[1], "40.50", "2026-11-16", "1"]]
    assert sent(grade=grades[1]) == ["same"]
    assert sent(grade=grades[0]) == ["changed"] and result() == [["draft", grades[0], "40.50", "2026-11-16", "2"]]
    assert events(env, since) == ["result.saved", "result.saved"], events(env, since)
    activity, other = env.sql("""SELECT x.activity, t.number FROM registration x JOIN activity a ON a.id = x.activity JOIN student t ON t.person = x.person LEFT JOIN result r ON r.registration = x.id
        WHERE x.institution = 1 AND x.state = 'registered' AND a.cancelled_at IS NULL AND t.number IS NOT NULL AND r.id IS NULL ORDER BY x.id DESC LIMIT 1""")[0]
    body = message("results", {"student_number": other, "activity": activity, "grade": "Bestått", "examined_on": "2026-11-16"})
    assert put(env, "results", body).outcomes == ["made"]
    assert one(env, "SELECT r.state FROM result r JOIN registration x ON x.id = r.registration JOIN student t ON t.person = x.person WHERE x.activity = %s AND t.number = '%s'" % (activity, other)) == "draft"
    env.sql("DELETE r FROM result r JOIN event e ON e.thing = 'result' AND e.thing_id = r.id AND e.id > " + since)


def test_results_refused(env):
    """what is ready, attested or transferred is refused in words when it differs, and left alone when it does not; by name before grading is
    confirmed nothing is taken, nor is anybody told who sat"""
    session, student, grade, day, worse = env.sql("""SELECT r.exam_session, t.number, g.symbol, r.examined_on, (SELECT o.symbol FROM scale_grade o WHERE o.scale_version = g.scale_version AND o.position <> g.position LIMIT 1)
        FROM result r JOIN student t ON t.person = r.person JOIN scale_grade g ON g.scale_version = r.scale_version AND g.position = r.grade
        WHERE r.institution = 1 AND r.state = 'attested' AND r.exam_session IS NOT NULL AND t.number IS NOT NULL LIMIT 1""")[0]
    row = {"student_number": student, "exam_session": session, "examined_on": day}
    before = state(env)
    wrong = put(env, "results", message("results", {**row, "grade": worse}))
    assert wrong.status == 422 and wrong.faults[0][:2] == ("/results/result[1]/@grade", 2) and "attested" in wrong.faults[0][2], wrong.body
    assert state(env) == before
    assert put(env, "results", message("results", {**row, "grade": grade})).outcomes == ["same"]
    hidden = one(env, "SELECT s.id FROM exam_session s JOIN exam e ON e.exam_session = s.id AND e.state <> 'confirmed' WHERE s.institution = 1 AND s.state = 'confirmed' AND s.anonymous = 1 LIMIT 1")
    sits = one(env, "SELECT t.number FROM candidate c JOIN student t ON t.person = c.person WHERE c.exam_session = %s AND t.number IS NOT NULL LIMIT 1" % hidden)
    does_not = students(env, "t.person NOT IN (SELECT person FROM candidate WHERE exam_session = %s)" % hidden, 1)[0]
    told = {tuple(put(env, "results", message("results", {"student_number": who, "exam_session": hidden, "grade": worse, "examined_on": day})).faults) for who in (sits, does_not)}
    assert len(told) == 1 and "anonymous" in list(told)[0][0][2], told


def test_whole_or_not_at_all(env):
    """one wrong row among good ones, and a dry run of good ones: nothing of it is done, and the id is free"""
    activity = classes(env)
    first, second = students(env, "t.person NOT IN (SELECT person FROM registration WHERE activity = %s)" % activity, 2)
    good = [{"student_number": first, "activity": activity, "class": "A"}, {"student_number": second, "activity": activity, "class": "B"}]
    before, name = state(env), uuid.uuid4().hex
    wrong = put(env, "registrations", message("registrations", *good, {"student_number": "NOBODY", "activity": activity, "class": "A"}), name)
    assert wrong.status == 422 and [fault[0] for fault in wrong.faults] == ["/registrations/registration[3]/@student-number"] and state(env) == before
    dry = put(env, "registrations", message("registrations", *good), name, query="&dry=1")
    assert dry.outcomes == ["made", "made"] and dry.root.get("dry") == "1" and state(env) == before
    documents.validate(env, "inbound-receipt", [dry.body])
    done = put(env, "registrations", message("registrations", *good), name)
    assert done.outcomes == ["made", "made"] and done.root.get("dry") == "0" and done.lines == [2, 3]
    assert env.sql("SELECT kind, rows_sent, rows_made, rows_changed, rows_same, outcomes FROM inbound WHERE message = '%s'" % name) == [["registrations", "2", "2", "0", "0", "mm"]]
    assert int(one(env, "SELECT COUNT(*) FROM inbound i JOIN event e ON e.request = i.request WHERE i.message = '%s'" % name)) == 3
    assert put(env, "registrations", message("registrations", *[{**row, "state": "withdrawn"} for row in good])).status == 200


def test_once(env):
    """the same message again is answered the same, eight at once do it once, another message under its id is refused"""
    activity = classes(env)
    student = students(env, "t.person NOT IN (SELECT person FROM registration WHERE activity = %s)" % activity, 1)[0]
    row, name = {"student_number": student, "activity": activity, "class": "A"}, uuid.uuid4().hex
    body = message("registrations", row)
    since = one(env, "SELECT MAX(id) FROM event")
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: put(env, "registrations", body, name), range(8)))
    assert [answer.status for answer in answers] == [200] * 8, [answer.body for answer in answers if answer.status != 200]
    assert all(answer.outcomes == ["made"] for answer in answers) and sorted(answer.root.get("repeated") for answer in answers) == ["0"] + ["1"] * 7
    assert events(env, since) == ["registration.created", "registrations.received"], events(env, since)
    before = state(env)
    other = put(env, "registrations", message("registrations", row, end="\n"), name)
    assert other.status == 409 and other.kind == "message-used" and state(env) == before
    elsewhere = put(env, "results", message("results", {"student_number": student, "activity": activity, "grade": "Bestått", "examined_on": "2026-11-16"}), name)
    assert elsewhere.status == 409 and state(env) == before
    assert put(env, "registrations", message("registrations", {**row, "state": "withdrawn"})).outcomes == ["changed"]


def test_every_wrong_row(env):
    """each wrong row is told, with its line, its place and words in the reader's language; what is not the partner's looks as if it were not there"""
    activity = classes(env)
    theirs, instance = env.sql("SELECT a.id, a.course_instance FROM activity a WHERE a.institution = 2 AND a.cancelled_at IS NULL AND a.ends > CURDATE() LIMIT 1")[0]
    over, cancelled = (one(env, "SELECT a.id FROM activity a WHERE a.institution = 1 AND %s LIMIT 1" % which) for which in ("a.ends < CURDATE() AND a.cancelled_at IS NULL", "a.cancelled_at IS NOT NULL AND a.ends > CURDATE()"))
    stranger = one(env, "SELECT p.email FROM person p JOIN student t ON t.person = p.id WHERE t.institution = 2 LIMIT 1")
    first, second = students(env, "t.person NOT IN (SELECT person FROM registration WHERE activity = %s)" % activity, 2)
    person = one(env, "SELECT person FROM student WHERE number = '%s'" % first)
    rows = [({"activity": activity}, "/@student-number", "Raden"), ({"person": person, "email": "a@b.no", "activity": activity}, "/@person", None),
            ({"email": stranger, "activity": activity}, "/@email", None), ({"email": "nobody@nowhere.example", "activity": activity}, "/@email", None),
            ({"person": 1, "activity": activity}, "/@person", None), ({"person": person, "student_number": second, "activity": activity}, "/@person", None),
            ({"student_number": first}, "/@activity", None), ({"student_number": first, "activity": activity, "instance": instance}, "/@activity", None),
            ({"student_number": first, "activity": theirs}, "/@activity", None), ({"student_number": first, "activity": 2147483647}, "/@activity", None),
            ({"student_number": first, "instance": instance}, "/@instance", None), ({"student_number": first, "instance_code": "NO-SUCH"}, "/@instance-code", None),
            ({"student_number": first, "activity": activity, "class": "Z"}, "/@class", None), ({"student_number": second, "activity": activity}, "/@class", None),
            ({"student_number": first, "activity": over}, "/@activity", None), ({"student_number": first, "activity": cancelled}, "/@activity", None)]
    before, told = state(env), {}
    for lang in ("nb", "nn", "sv", "en"):
        answer = put(env, "registrations", message("registrations", *[row for row, _, _ in rows]), lang=lang)
        assert answer.status == 422 and answer.kind == "invalid" and answer.root.find(PROBLEM + "errors").text == str(len(rows)), answer.body
        assert [(path, line) for path, line, _ in answer.faults] == [("/registrations/registration[%d]%s" % (number, where), number + 1) for number, (_, where, _) in enumerate(rows, 1)], answer.faults
        told[lang] = [words for _, _, words in answer.faults]
        assert all(len(words) > 10 for words in told[lang])
    assert told["nb"] != told["nn"] and told["nb"] != told["sv"] and told["sv"] != told["en"]
    assert told["en"][2] == told["en"][3] and told["en"][8] == told["en"][9], "what is not theirs looks as what is not there"
    twice = put(env, "registrations", message("registrations", *[{"student_number": first, "activity": activity, "class": letter} for letter in "AB"]))
    assert [fault[:2] for fault in twice.faults] == [("/registrations/registration[2]/@student-number", 3)], twice.faults
    assert state(env) == before


def test_first_of_many(env):
    """of more wrong rows than are told, the first ones of the message are, wherever they lead"""
    known = classes(env)
    rows = [{"student_number": "NOBODY%d" % number, "activity": 2147483647 if number % 2 else known, "class": "A"} for number in range(1, 302)]
    for sent in (rows, rows[::2] + rows[1::2], rows[1::2] + rows[::2]):
        answer = put(env, "registrations", message("registrations", *sent))
        assert answer.status == 422 and answer.root.find(PROBLEM + "errors").text == "301", answer.body[:500]
        assert [line for _, line, _ in answer.faults] == list(range(2, 202)), [line for _, line, _ in answer.faults]


def test_schema_faults(env):
    """what the published schema does not allow is refused by the program as by jing and xmllint, with the attribute's place"""
    for kind, row, where in (("registrations", 'activity="0" student-number="S1"', "/@activity"), ("registrations", 'activity="1" student-number="S-1"', "/@student-number"),
                             ("registrations", 'activity="1" student-number="S1" class="AB"', "/@class"), ("registrations", 'activity="1" student-number="S1" state="gone"', "/@state"),
                             ("registrations", 'activity="1" student-number="S1" name="x"', "/@name"), ("results", 'student-number="S1" exam-session="1" grade="A"', "/@examined-on"),
                             ("results", 'student-number="S1" exam-session="1" grade="A" examined-on="2026-02-30"', "/@examined-on"),
                             ("results", 'student-number="S1" exam-session="1" grade="A" points="-1" examined-on="2026-02-20"', "/@points"),
                             ("exam-registrations", 'student-number="S1" instance-code="" starts-on="2026-02-20"', "/@instance-code")):
        body = ('<%s xmlns="urn:praktikum:inbound:%s:1">\n\n <%s %s/></%s>' % (kind, kind, kind[:-1], row, kind)).encode()
        answer = put(env, kind, body)
        assert answer.status == 422 and [fault[:2] for fault in answer.faults] == [("/%s/%s[1]%s" % (kind, kind[:-1], where), 3)], (row, answer.body)
        try:
            documents.validate(env, "inbound-" + kind, [body])
        except AssertionError:
            continue
        raise AssertionError("the published schema allows " + row)
    for body in (b'<registrations xmlns="urn:praktikum:inbound:registrations:1"/>', b'<registrations><registration person="1" activity="1"/></registrations>',
                 b'<registrations xmlns="urn:praktikum:inbound:registrations:1"><registration person="1" activity="1">text</registration></registrations>',
                 b'<registrations xmlns="urn:praktikum:inbound:registrations:1"><registration person="1" activity="1"><x/></registration></registrations>',
                 message("results", {"person": 1, "activity": 1, "grade": "A", "examined_on": "2026-01-01"})):
        answer = put(env, "registrations", body)
        assert answer.status == 422 and answer.kind == "invalid" and answer.faults, answer.body


def test_numbers(env):
    """a number that is told is kept, once; one that is another's, or another than theirs, is refused"""
    session = one(env, "SELECT ci.id FROM course_instance ci WHERE ci.institution = 1 ORDER BY ci.id LIMIT 1")
    number = students(env, "1", 1)[0]
    person, other = (one(env, "SELECT person FROM student WHERE number = '%s'" % one_of) for one_of in students(env, "1", 2))
    env.sql("UPDATE student SET number = NULL WHERE person = " + person)
    row = {"person": person, "student_number": "N" + person, "instance": session, "state": "withdrawn"}
    clash = put(env, "registrations", message("registrations", row, {**row, "person": other}))
    assert clash.status == 422 and [fault[0] for fault in clash.faults] == ["/registrations/registration[2]/@person"], clash.body
    since = one(env, "SELECT MAX(id) FROM event")
    assert put(env, "registrations", message("registrations", row)).status == 200
    assert one(env, "SELECT number FROM student WHERE person = " + person) == "N" + person and events(env, since)[0] == "person.number_told"
    assert put(env, "registrations", message("registrations", {"student_number": "N" + person, "instance": session, "state": "withdrawn"})).status == 200
    for wrong in ({"person": person, "student_number": "X1"}, {"person": other, "student_number": "N" + person}):
        answer = put(env, "registrations", message("registrations", {**wrong, "instance": session, "state": "withdrawn"}))
        assert answer.status == 422 and "not this student" in answer.faults[0][2], answer.body
    env.sql("UPDATE student SET number = '%s' WHERE person = %s" % (number, person))


def test_who_may(env):
    """no key 401, a key without the right or of a site 404 like a missing thing, GET and POST 405, each with a problem document"""
    body = message("registrations", {"student_number": "S1", "activity": 1})
    assert put(env, "registrations", body, key=None).status == 401
    assert put(env, "registrations", body, key="5-Praktikum-demo-institution-1-revoked-000000").status == 401
    assert put(env, "registrations", body, key=documents.OTHER).status == 404
    env.sql("UPDATE partner SET writes = 'registrations,exam_registrations,results' WHERE id = 2")
    assert put(env, "registrations", body, key=documents.SITE).status == 404
    env.sql("UPDATE partner SET writes = '' WHERE id = 2")
    env.sql("UPDATE partner SET writes = 'results' WHERE id = 1")
    assert put(env, "registrations", body).status == 404
    env.sql("UPDATE partner SET writes = 'registrations,exam_registrations,results' WHERE id = 1")
    assert put(env, "nothing", body).status == 404
    for method in ("GET", "HEAD"):
        status, headers, _ = documents.fetch(env, "/inbound/registrations?message=x", method=method)
        assert status == 405 and headers["Allow"] == "PUT", (method, status)
    assert put(env, "registrations.xml", body).status in (404, 405)
    before = state(env)
    for wrong, status in (({"name": ""}, 400), ({"name": "x" * 101}, 400), ({"query": "&dry=2"}, 400), ({"query": "&more=1"}, 400), ({"media": "application/json"}, 415),
                          ({"media": "application/x-www-form-urlencoded"}, 415), ({"media": "application/xml; charset=iso-8859-1"}, 415), ({"media": "text/xml; charset=\"UTF-8\""}, 422)):
        answer = put(env, "registrations", body, **wrong)
        assert answer.status == status, (wrong, answer.body)
    assert state(env) == before


class Trap(threading.Thread):
    """Listens, and remembers whether anybody came."""

    def __init__(self):
        super().__init__(daemon=True)
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.port, self.came = self.socket.getsockname()[1], False
        self.start()

    def run(self):
        try:
            self.socket.accept()
            self.came = True
        except OSError:
            pass


def test_hostile(env):
    """entities that multiply, files and addresses in entities, a document type alone, ten thousand deep, other encodings, cut off, a
    million attributes: refused with a problem document, nothing fetched, nothing kept"""
    trap, before = Trap(), state(env)
    root, space = "registrations", 'xmlns="urn:praktikum:inbound:registrations:1"'
    start, row = "<%s %s>" % (root, space), '<registration student-number="S100001" activity="1"/>'
    laughs = "".join('<!ENTITY l%d "%s">' % (n, ("&l%d;" % (n - 1)) * 10) for n in range(1, 10))
    bodies = {
        "laughs": '<!DOCTYPE r [<!ENTITY l0 "ha">%s]>%s<registration student-number="&l9;" activity="1"/></%s>' % (laughs, start, root),
        "file": '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>%s<registration student-number="&x;" activity="1"/></%s>' % (start, root),
        "address": '<!DOCTYPE r [<!ENTITY x SYSTEM "http://127.0.0.1:%d/x">]>%s<registration student-number="&x;" activity="1"/></%s>' % (trap.port, start, root),
        "parameter": '<!DOCTYPE r [<!ENTITY %% x SYSTEM "http://127.0.0.1:%d/x">%%x;]>%s%s</%s>' % (trap.port, start, row, root),
        "type": '<!DOCTYPE r SYSTEM "http://127.0.0.1:%d/x.dtd">%s%s</%s>' % (trap.port, start, row, root),
        "schema": '<%s %s xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:schemaLocation="urn:x http://127.0.0.1:%d/x.xsd">%s</%s>' % (root, space, trap.port, row, root),
        "include": start + '<i:include xmlns:i="http://www.w3.org/2001/XInclude" href="file:///etc/passwd"/></%s>' % root,
        "entity": start + '<registration student-number="&nothing;" activity="1"/></%s>' % root,
        "deep": start + "<registration>" * 10000,
        "attributes": start + "<registration " + " ".join('a%d=""' % n for n in range(200000)) + "/></%s>" % root,
        "value": start + '<registration student-number="%s" activity="1"/></%s>' % ("x" * 3000000, root),
        "text": start + "x" * 3000000 + "</%s>" % root,
        "cut": start + row * 10, "cut in a tag": start + '<registration student-number="S1', "two": start + row + "</%s>" % root + start + "</%s>" % root,
        "nothing": "", "json": '{"a": 1}', "space first": "\n<?xml version='1.0'?>" + start + row + "</%s>" % root,
        "latin": '<?xml version="1.0" encoding="ISO-8859-1"?>' + start + row + "</%s>" % root,
        "zero": start + "\0" + row + "</%s>" % root,
    }
    bodies = {name: body.encode() for name, body in bodies.items()}
    bodies["wide"] = ('<?xml version="1.0" encoding="UTF-16"?>' + start + row + "</%s>" % root).encode("utf-16")
    bodies["bad letters"] = (start + row).encode() + b"<!-- \xff\xfe -->" + b"</registrations>"
    for name, body in bodies.items():
        answer = put(env, root, body)
        assert answer.status == 422 and answer.kind == "invalid" and answer.faults and b"root:" not in answer.body, (name, answer.status, answer.body[:300])
    assert state(env) == before and not trap.came
    trap.socket.close()


def grown(env, what):
    """By how many kilobytes the largest worker's peak grew while `what` ran."""
    def peak():
        return max(int(status_of(pid)["VmHWM"].split()[0]) for pid in worker_pids(env))
    before = peak()
    what()
    return peak() - before


def flood(env, size):
    """So many bytes straight to a worker, past nginx, which reads no more than it must before it answers."""
    start = b'<registrations xmlns="urn:praktikum:inbound:registrations:1">'
    params = env.fcgi.params("PUT", "/inbound/registrations", "message=flood", CONTENT_TYPE="application/xml", HTTP_AUTHORIZATION="Bearer " + documents.INSTITUTION)
    with env.fcgi.connect() as sock:
        try:
            sock.sendall(fastcgi.encode(params, start).removesuffix(fastcgi.record(fastcgi.STDIN)))
            for _ in range(size // 60000):
                sock.sendall(fastcgi.record(fastcgi.STDIN, b" " * 60000))
        except (BrokenPipeError, ConnectionResetError):
            pass
        try:
            answer = fastcgi.receive(sock)
        except ConnectionResetError:
            return  # closed with our bytes unread: the answer may be lost with them
    assert not answer.complete or answer.status == 413 and b"urn:praktikum:problem:too-large" in answer.body, (answer.status, answer.body[:300])


def test_large(env):
    """a hundred megabytes, announced or not, to nginx or past it, and too many rows: 413 in a problem document; a worker grows by no more than a few"""
    before = state(env)
    row = b'<registration student-number="S100001" activity="1"/>\n'
    start = b'<registrations xmlns="urn:praktikum:inbound:registrations:1">'
    def pieces():
        yield start
        for _ in range(100):
            yield b" " * (1 << 20)
    def many():
        for body, chunked in ((start + b" " * (9 << 20), False), (pieces(), True)):
            try:
                answer = put(env, "registrations", body, chunked=chunked)
            except (BrokenPipeError, ConnectionResetError):
                continue  # nginx said so before all of it was sent, and closed
            assert answer.status == 413 and answer.kind == "too-large", (answer.status, answer.body[:300])
        for rows in (5001, 10000):
            answer = put(env, "registrations", start + row * rows + b"</registrations>")
            assert answer.status == 413 and "5,000" in answer.faults[0][2] and answer.faults[0][1] == 5001, answer.body
        answer = put(env, "registrations", start + b"<!--" + b"x" * ((8 << 20) - 200) + b"-->" + row + b"</registrations>")
        assert answer.status == 422, answer.body[:300]
    # Sanitizers keep what was given back.
    kept = 40000 if b"__asan_init" in open(env.program, "rb").read() else 0
    kilobytes = grown(env, many)
    assert kilobytes < 24000 + kept, kilobytes
    kilobytes = grown(env, lambda: flood(env, 100 << 20))
    assert kilobytes < 8000 + kept, kilobytes
    assert state(env) == before


def test_slow_senders(env):
    """whoever sends slowly, without any key, holds up other senders at most: students hand in meanwhile"""
    host, port = env.base.split("//")[1].split(":")
    head = "PUT /inbound/results?message=slow HTTP/1.1\r\nHost: %s:%s\r\nContent-Type: application/xml\r\nContent-Length: 1000000\r\n\r\n<results" % (host, port)
    senders = []
    def more(count):
        for _ in range(count):
            senders.append(socket.create_connection((host, int(port)), timeout=10))
            senders[-1].sendall(head.encode())
    try:
        more(60)  # more than nginx lets in
        limit = time.monotonic() + 10  # nginx reads the heads of forty in its own time
        while put(env, "results", b"<x/>").status != 503:
            assert time.monotonic() < limit, "the test holds all there are"
            more(1)  # who is let in here keeps one of them out, who does not come again
            time.sleep(0.1)
        answer = env.browser().upload("/candidates/1/hand-in", [("token", "x")], "a.txt", b"text")
        assert answer.status == 303 and answer.location.startswith("/sign-in"), answer.status
    finally:
        for sender in senders:
            sender.close()
