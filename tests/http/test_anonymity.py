"""An assessor of anonymous exams learns nothing of whose papers they are: students with an identity of their own sit two exams, one
hands in files that tell of their author, and everything that the assessor reaches, in every format, mails and refusals with it, is read.
Nor is anything of a student's paper in one exam also on the same student's paper in the other, and no other's."""
import io
import pathlib
import random
import re
import secrets
import time
import urllib.parse
import zipfile

ROUTES = pathlib.Path(__file__).resolve().parent.parent.parent / "fcgi" / "routes.def"
FORMATS = ("", ".xml", ".csv", ".xlsx", ".ods")
STUDENTS = 12
PERSON, CANDIDATE = 987600, 976400  # ids that stand nowhere else
LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ"
AUTHOR = "Løynd Forfattarsen"
NAMES = ("Gøymdnamn", "Løyndslekt", "loynd.kandidat", "+47 99977", "tel:+4799977", "Hemmelegarom", "Løyndpapir", "Forfattarsen", "LOYND-DOKUMENT", "loyndrsid")
# When they registered and handed in: years that stand nowhere else.
YEARS = re.compile(r"(?<![\da-fA-F])198[78](?![\da-fA-F])")
IDS = re.compile(r"(?<![\da-fA-F])(?:%d\d\d|%d\d\d)(?![\da-fA-F])" % (PERSON // 100, CANDIDATE // 100))
SECRETS = re.compile(r'(?:token|value|request)="[0-9a-f]{32,}"')


def docx(words):
    """A document that says who wrote it, in every place it can."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in {
                "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" '
                'ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>'
                '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>',
                "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
                'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/><Relationship '
                'Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>',
                "docProps/core.xml": '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
                'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>%s</dc:creator><cp:lastModifiedBy>%s</cp:lastModifiedBy>'
                '<dc:title>LOYND-DOKUMENT</dc:title></cp:coreProperties>' % (AUTHOR, AUTHOR),
                "word/document.xml": '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p w:rsidR="00A77B11">'
                '<w:ins w:id="1" w:author="%s" w:date="1987-03-05T04:05:06Z"><w:r><w:t>%s</w:t></w:r></w:ins></w:p></w:body></w:document>' % (AUTHOR, words),
        }.items():
            archive.writestr(zipfile.ZipInfo(name, (1988, 4, 5, 6, 7, 8)), text)
    return out.getvalue()


def code(prefix, taken):
    """As the program makes them: a number nobody has, three letters."""
    while True:
        number = 1 + secrets.randbelow(9999)
        if number not in taken:
            taken.add(number)
            return "%s-%04d-%s" % (prefix, number, "".join(secrets.choice(LETTERS) for _ in range(3)))


def person(env, email):
    return env.sql("SELECT id FROM person WHERE email = '%s@demo.example'" % email)[0][0]


class Planted:
    """Two exams that run now, with the same students. codes[exam][i] is the code of student i; the last student is student@."""

    def __init__(self, env):
        self.env = env
        self.students = [str(PERSON + 1 + i) for i in range(STUDENTS)]
        self.remove()
        self.own, self.assessor, self.other, self.planner = (person(env, who) for who in ("student", "bedommer", "bedommer2", "eksamensplanlegger"))
        stamp = time.time_ns()
        for i, one in enumerate(self.students):
            env.sql("INSERT INTO person (id, given_name, family_name, email, phone) VALUES (%s, 'Gøymdnamn%d', 'Løyndslekt%d', 'loynd.kandidat%d.%d@example.org', '+47 99977%03d')"
                    % (one, i, i, i, stamp, i))
            env.sql("INSERT INTO person_grant (person, role, institution, valid_from) VALUES (%s, 'student', 1, '2020-01-01')" % one)
        self.course, self.module = env.sql("SELECT i.course_instance, i.module FROM exam_session_instance i JOIN candidate c ON c.exam_session = i.exam_session"
                                           " WHERE c.person = %s AND i.module IS NOT NULL LIMIT 1" % self.own)[0]
        for one in self.students:
            env.sql("INSERT INTO course_registration (course_instance, person, institution) VALUES (%s, %s, 1)" % (self.course, one))
        self.people = self.students + [self.own]
        self.candidates, self.codes, self.exams, self.sessions = {}, {}, [], []
        for number, prefix in enumerate(("LYA", "LYB")):
            self.add(number, prefix)

    def add(self, number, prefix):
        env, taken = self.env, set()
        env.sql("INSERT INTO exam_session (institution, type, state, name, name_en, date_mode, starts_on, starts_at, ends_on, ends_at, anonymous, code_prefix,"
                " scale_version, person, made_at, confirmed_at) VALUES (1, 'digital_exam', 'confirmed', 'Anonymprøve %s', 'Anonymity test %s', 'period',"
                " CURRENT_DATE - INTERVAL 2 DAY, '08:00', CURRENT_DATE + INTERVAL 2 DAY, '16:00', 1, '%s', 3, %s, NOW(), NOW())" % (prefix, prefix, prefix, self.planner))
        session = env.sql("SELECT MAX(id) FROM exam_session")[0][0]
        env.sql("INSERT INTO exam_session_instance VALUES (%s, %s, 1, %s)" % (session, self.course, self.module))
        env.sql("INSERT INTO exam (institution, exam_session, state, points_most, marks) VALUES (1, %s, 'started', 100, 2)" % session)
        exam = env.sql("SELECT MAX(id) FROM exam")[0][0]
        env.sql("INSERT INTO exam_committee VALUES (%s, 1, 'A'); INSERT INTO exam_assessor VALUES (%s, 1, %s), (%s, 1, %s)"
                % (exam, exam, self.assessor, exam, self.other))
        self.sessions.append(session)
        self.exams.append(exam)
        self.codes[exam], self.candidates[exam] = [], []
        order = list(range(len(self.people)))
        random.shuffle(order)
        codes = {i: code(prefix, taken) for i in order}
        for i, one in enumerate(self.people):
            candidate = CANDIDATE + 20 * number + i
            env.sql("INSERT INTO candidate (id, institution, exam_session, course_instance, person, registered_at, by_self, extra_minutes, accommodation_note,"
                    " handed_in_at, handed_in, attendance) VALUES (%d, 1, %s, %s, %s, '1987-03-%02d 04:%02d:11', 1, %d, 'Hemmelegarom %d', '1988-04-%02d 05:%02d:12', 'mark', 'present');"
                    "INSERT INTO exam_code VALUES (%s, '%s'); INSERT INTO exam_identity VALUES (%d, %s, '%s');"
                    "INSERT INTO paper (exam, code, exam_session, handed_in) VALUES (%s, '%s', %s, 1)"
                    % (candidate, session, self.course, one, i + 1, i, 500 + i, i, i + 1, i, session, codes[i], candidate, session, codes[i], exam, codes[i], session))
            self.codes[exam].append(codes[i])
            self.candidates[exam].append(str(candidate))
        marked = [one for one in self.codes[exam] if secrets.randbelow(3)]
        for one in marked:
            env.sql("INSERT INTO mark (exam, code, person, points, grade, comment) VALUES (%s, '%s', %s, %d.%02d, %d, 'Merknad %s')"
                    % (exam, one, self.other, secrets.randbelow(100), secrets.randbelow(100), 1 + secrets.randbelow(6), secrets.token_hex(6)))

    def over(self):
        """The time is out for everybody: now papers are to be graded."""
        self.env.sql("UPDATE exam_session SET starts_on = CURRENT_DATE - INTERVAL 5 DAY, ends_on = CURRENT_DATE - INTERVAL 3 DAY WHERE id IN (%s)" % ",".join(self.sessions))
        return self

    def ids(self):
        """Ids of each kind of thing about them: whatever an address may name."""
        env = self.env
        return {"exam": self.exams, "exam_session": self.sessions, "institution": ["1"], "person": self.students[:2] + [self.own],
                "candidate": [self.candidates[exam][i] for exam in self.exams for i in (0, len(self.people) - 1)], "instance": [self.course],
                "module": [self.module], "course": [env.sql("SELECT course FROM course_instance WHERE id = %s" % self.course)[0][0]],
                "result": [row[0] for row in env.sql("SELECT id FROM result ORDER BY id DESC LIMIT 2")],
                "registration": [row[0] for row in env.sql("SELECT id FROM registration WHERE person = %s LIMIT 2" % self.own)]}

    def remove(self):
        """As it was."""
        env, chosen = self.env, "SELECT exam_session FROM exam_code WHERE code LIKE 'LYA-%' OR code LIKE 'LYB-%'"
        sessions = ",".join({row[0] for row in env.sql(chosen)} | {"0"})
        exams = ",".join([row[0] for row in env.sql("SELECT id FROM exam WHERE exam_session IN (%s)" % sessions)] + ["0"])
        candidates = "SELECT id FROM candidate WHERE exam_session IN (%s)" % sessions
        mails = "SELECT e.id FROM event e WHERE e.thing = 'exam' AND e.thing_id IN (%s) OR e.thing = 'candidate' AND e.thing_id BETWEEN %d AND %d" % (exams, CANDIDATE, CANDIDATE + 99)
        env.sql("DELETE FROM notice WHERE event IN (%s); DELETE FROM mail WHERE event IN (%s)" % (mails, mails))
        for table in ("exam_opening", "mark", "paper_piece", "paper", "exam_assessor", "exam_boundary", "exam_committee"):
            env.sql("DELETE FROM %s WHERE exam IN (%s)" % (table, exams))
        for table in ("hand_in_piece", "hand_in"):
            env.sql("DELETE FROM %s WHERE candidate IN (%s)" % (table, candidates))
        for table in ("exam_identity", "exam_code", "exam", "candidate", "exam_session_instance"):
            env.sql("DELETE FROM %s WHERE exam_session IN (%s)" % (table, sessions))
        env.sql("DELETE FROM exam_session WHERE id IN (%s)" % sessions)
        listed = ",".join(self.students)
        for table in ("course_registration", "person_grant", "notice"):
            env.sql("DELETE FROM %s WHERE person IN (%s)" % (table, listed))
        env.sql("DELETE FROM search_word WHERE thing = 'person' AND id IN (%s); DELETE FROM person WHERE id IN (%s)" % (listed, listed))


def addresses(ids):
    """Every address that GET may have, each with what it searches for; first those that links lead to."""
    found = []
    for path, parameters in re.findall(r'^(?:PAGE|ACTION|FILE|ATOM|PRINT)\("([^"]+)".*"([^"]*)"\)$', ROUTES.read_text(encoding="utf-8"), re.M):
        tries = [path]
        for thing in re.findall(r"\{([a-z_]+)\}", path):
            tries = [one.replace("{%s}" % thing, number) for one in tries for number in ids.get(thing, ["1"])]
        asked = ["", "?q=L%C3%B8yndslekt"] if re.search(r"\blist\b|\bq:", parameters) else [""]
        found += [(one, query) for one in tries for query in asked]
    return found


def linked(b, start, most=400):
    """Every address that links and forms of one's pages lead to, from the front page on."""
    waiting, seen = [start], {start}
    while waiting and len(seen) < most:
        answer = b.get(waiting.pop(0))
        for link in answer.page.links if answer.page else []:
            target = urllib.parse.urljoin(b.base + "/", link)
            path = target[len(b.base):].split("#")[0]
            if target.startswith(b.base + "/") and path not in seen and not path.startswith("/assets"):
                seen.add(path)
                waiting.append(path)
    return sorted(seen)


def formats():
    """Of an address: what it comes as. Calendars and feeds are asked for where there are any, and of everything about exams."""
    drawn = {style.name.split(".")[0] for style in (ROUTES.parent.parent / "xslt").glob("*/*.*.xsl")}
    paths = {re.sub(r"\{[a-z_]+\}", "[0-9]+", path) for path, name in
             re.findall(r'^(?:PAGE|ACTION|FILE|ATOM)\("([^"]+)", *[a-z]+, *([a-z_]+)', ROUTES.read_text(encoding="utf-8"), re.M) if name in drawn or "exam" in path}
    pattern = re.compile("|".join(sorted(paths)))
    return lambda path: FORMATS + (".ics", ".atom") if pattern.fullmatch(path) else FORMATS


def told(answer, path="", asked=""):
    """What an answer says that it must not; what the asker wrote itself left out: the number in the address of a page that is not there."""
    texts = [answer.text]
    if answer.body[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(answer.body)) as archive:
            texts += [archive.read(name).decode("utf-8", "replace") for name in archive.namelist()]
            texts += ["%s %s" % (info.date_time, info.comment) for info in archive.infolist()]
    texts += ["%s: %s" % pair for pair in answer.headers if pair[0] not in ("set-cookie", "content-length")]
    whole = SECRETS.sub("", "\n".join(texts))
    for mine in (asked, urllib.parse.unquote(asked)):
        whole = whole.replace(mine, "") if mine else whole
    return [name for name in NAMES if name in whole] + [found for found in YEARS.findall(whole) + IDS.findall(whole) if answer.status == 200 or found not in path]


def told_by(b, asked):
    """Asks for every address in every format: what tells something, and how many were asked for."""
    seen, requests, comes_as = [], 0, formats()
    for path, query in dict.fromkeys(asked):
        for form in comes_as(path):
            if form and path == "/":
                continue
            answer = b.get(path + form + query)
            requests += 1
            assert answer.status < 500, "%s%s%s: %d" % (path, form, query, answer.status)
            found = told(answer, path, query.partition("q=")[2])
            if found:
                seen.append("%d %s%s%s: %s" % (answer.status, path, form, query, sorted(set(found))[:6]))
    return seen, requests


def linked_from_front(b):
    """As addresses() gives them."""
    return [(path.partition("?")[0], "?" + path.partition("?")[2] if "?" in path else "") for path in linked(b, "/")]


def token_of(b, path):
    """The token of the page's own form."""
    return next(dict(form["fields"])["token"] for form in b.get(path).page.forms if form["action"].split("?")[0] == path and form["method"] == "post")


def handed_in(planted):
    """student@ hands in a document in both exams; the job cleans it. Gives the codes."""
    env, b = planted.env, planted.env.signed_in("student")
    own = [planted.candidates[exam][-1] for exam in planted.exams]
    for number, candidate in enumerate(own):
        path = "/candidates/%s/hand-in" % candidate
        answer = b.upload(path, [("token", token_of(b, path))], "Løyndpapir.docx", docx("Svar nummer %d." % number))
        assert answer.status == 303, "handing in: %d %s" % (answer.status, answer.text[:300])
    for _ in range(300):
        states = {row[0] for row in env.sql("SELECT state FROM hand_in WHERE candidate IN (%s)" % ",".join(own))}
        if "new" not in states:
            break
        time.sleep(0.1)
    assert states == {"clean"}, states
    return [planted.codes[exam][-1] for exam in planted.exams]


def test_anonymity(env):
    """an assessor finds nothing of a student in any page, file, feed, error or mail"""
    planted = Planted(env)
    try:
        papers = handed_in(planted)
        planted.over()
        b, seen = env.signed_in("bedommer"), []
        asked = linked_from_front(b)
        assert any(path == "/exams/%s/grade" % planted.exams[0] for path, _ in asked), "no links lead to the exam: %s" % asked[:50]
        for exam, paper in zip(planted.exams, papers):
            answer = b.get("/exams/%s/paper?code=%s" % (exam, paper))
            assert answer.status == 200 and answer.body[:2] == b"PK", "the paper itself: %d" % answer.status
            seen += ["paper of %s: %s" % (exam, told(answer))] if told(answer) else []
        found, requests = told_by(b, asked + addresses(planted.ids()))
        seen += found
        assert not seen, "\n".join(seen[:40])
        assert requests > 500, requests
        # the same names are there for who may read them, so that the looking is not blind
        planner = env.signed_in("eksamensplanlegger").get("/exam-sessions/%s/candidates.xml" % planted.sessions[0])
        assert {"Gøymdnamn", "Løyndslekt"} <= set(told(planner)) and YEARS.search(planner.text), planner.text[:600]
    finally:
        planted.remove()


def test_confirmed(env):
    """nor once grading is confirmed, when others read names beside codes"""
    planted = Planted(env).over()
    try:
        env.sql("UPDATE exam SET state = 'confirmed', confirmed_at = UTC_TIMESTAMP(), confirmed_by = %s WHERE id IN (%s)" % (planted.planner, ",".join(planted.exams)))
        b = env.signed_in("bedommer")
        for page in ("protocol", "protocol/print"):
            answer = b.get("/exams/%s/%s" % (planted.exams[0], page))
            assert answer.status == 200, "%s: %d" % (page, answer.status)
        seen, requests = told_by(b, linked_from_front(b) + [one for one in addresses(planted.ids()) if re.search("exam|candidate|result|grading", one[0])])
        assert not seen, "\n".join(seen[:40])
        assert requests > 200, requests
        log = env.signed_in("eksamensplanlegger").get("/exams/%s/transfer.xml" % planted.exams[0])
        assert {"Gøymdnamn", "Løyndslekt"} <= set(told(log)), log.text[:600]
    finally:
        planted.remove()


def test_assessor_acts(env):
    """nor in what grading answers when it is done right, wrong, late or to a code that is not there"""
    planted = Planted(env).over()
    try:
        b, exam, seen = env.signed_in("bedommer"), planted.exams[0], []
        first, second = sorted(planted.codes[exam])[:2]
        path = "/exams/%s/grade" % exam
        token = token_of(b, path)
        tries = [{"points-" + first: "50", "grade-" + first: "2", "version-" + first: "0"}, {"points-" + first: "101", "version-" + first: "1"},
                 {"points-" + second: "x", "version-" + second: "0"}, {"points-" + first: "51", "version-" + first: "0"},
                 {"points-LYB-0000-AAA": "5", "version-LYB-0000-AAA": "0"}, {"points-" + planted.codes[planted.exams[1]][0]: "5"}]
        for fields in tries:
            for address in (path, path + ".xml"):
                answer = b.post(address, {"token": token, **fields})
                assert answer.status < 500, answer.status
                seen += ["%s: %s" % (fields, told(answer))] if told(answer) else []
        assert not seen, "\n".join(seen)
        for page in ("transfer", "transfer/confirm", "transfer/log", "open", "openings", "setup", "confirm", "reopen"):
            answer = b.get("/exams/%s/%s" % (exam, page))
            assert answer.status in (403, 404) and not told(answer), page
    finally:
        planted.remove()


def test_mails_and_logs(env):
    """nor in mails, notices and history that opening a code leaves; and no log has a code"""
    planted = Planted(env).over()
    try:
        exam = planted.exams[0]
        chosen = planted.codes[exam][3]
        planner = env.signed_in("eksamensplanlegger")
        answer = planner.fill("/exams/%s/open" % exam, {"code": chosen, "reason": "Gøymdnamn3 må ringjast."})
        assert answer.status == 303, answer.text[:500]
        # the name is there for who opened it, once the row is
        assert "Løyndslekt3" in planner.get("/exams/%s/openings" % exam).text
        events = env.sql("SELECT c.field, c.old_value, c.new_value, c.subject FROM event e JOIN event_change c ON c.event = e.id"
                         " WHERE e.thing = 'exam' AND e.thing_id = %s" % exam)
        assert any(chosen in row for row in events) and not any(name in "".join(row) for row in events for name in NAMES), events
        # no event links a person with a code
        both = env.sql("SELECT COUNT(*) FROM event e JOIN event_change c ON c.event = e.id WHERE e.thing IN ('candidate', 'person', 'registration', 'result')"
                       " AND (c.new_value REGEXP '^LY[AB]-' OR c.old_value REGEXP '^LY[AB]-' OR c.subject REGEXP '^LY[AB]-')")
        assert both == [["0"]], both
        b = env.signed_in("bedommer")
        seen = [path for path in ("/notices", "/notices.xml", "/", "/exams/%s" % exam, "/exams/%s.xml" % exam, "/mails") if told(b.get(path))]
        assert not seen, seen
        for log in pathlib.Path(env.var, "log").glob("*.log"):
            lines = [line for line in log.read_text(encoding="utf-8", errors="replace").splitlines() if re.search(r"LY[AB]-\d{4}-[A-Z]{3}", line)]
            assert not lines, "%s: %s" % (log.name, lines[:2])
    finally:
        planted.remove()


def rows_of(b, exam, codes):
    """code → all that stands beside it, on every page of the exam in every format; and the orders in which codes come."""
    beside, orders = {one: set() for one in codes}, []
    for path in ("", "/grade", "/protocol"):
        for form in (".xml", ".csv"):
            text = b.get("/exams/%s%s%s" % (exam, path, form)).text
            pieces = re.findall(r"<[a-z_-]+\s[^>]*>", text) if form == ".xml" else text.splitlines()
            order = []
            for piece in pieces:
                for one in [one for one in codes if one in piece]:
                    order.append(one)
                    values = re.findall(r'="([^"]*)"', piece) if form == ".xml" else re.split(r"[;\"]", piece)
                    beside[one] |= {value for value in values if value and one not in value}
            if order:
                orders.append((path + form, order))
    return beside, orders


def test_equal(env):
    """nothing that two papers of one student have in common tells them from others', and codes come in their own order"""
    planted = Planted(env).over()
    try:
        b = env.signed_in("bedommer")
        (first, order), (second, _) = (rows_of(b, exam, planted.codes[exam]) for exam in planted.exams)
        assert all(first.values()) and all(second.values()), "codes are not to be found"
        pairs = list(zip(planted.codes[planted.exams[0]], planted.codes[planted.exams[1]]))
        found = []
        for i, (one, two) in enumerate(pairs):
            others = set().union(*(first[a] | second[c] for j, (a, c) in enumerate(pairs) if j != i))
            found += ["%d: %s" % (i, sorted(first[one] & second[two] - others))] if first[one] & second[two] - others else []
        assert not found, found
        for page, codes in order:
            assert codes == sorted(codes), "%s: %s" % (page, codes)
        assert order
    finally:
        planted.remove()
