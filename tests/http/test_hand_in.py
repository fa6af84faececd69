"""Handing in a file: when, by whom, what becomes of it; that what an assessor gets holds nothing of who wrote it; FILE rows."""
import http.client
import io
import re
import socket
import struct
import time
import zipfile
import zlib

# What must reach no assessor, in no form.
LEAK = b"Lekkasje"


def chunk(name, data):
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png():
    pixels = zlib.compress(b"\0\xff\0\0")
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)) + chunk(b"tEXt", b"Author\0" + LEAK)
            + chunk(b"tIME", b"\x07\xc3\1\2\3\4\5") + chunk(b"IDAT", pixels) + chunk(b"IEND", b"") + LEAK)


def pdf():
    objects = [b"<</Type/Catalog/Pages 2 0 R/Metadata 4 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
               b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 6 0 R/Annots[<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/T(" + LEAK
               + b")/M(D:19990102)/Contents(Merknad)>>]>>",
               b"<</Type/Metadata/Subtype/XML/Length 8>>stream\n" + LEAK + b"\nendstream", b"<</Author(" + LEAK + b")/CreationDate(D:1999)>>",
               b"<</Length 27>>stream\nBT (Svaret mitt) Tj ET      \nendstream"]
    body = b"%PDF-1.4\n"
    places = []
    for number, text in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj" % number + text + b"endobj\n"
    table = b"xref\n0 7\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    return body + table + b"trailer<</Size 7/Root 1 0 R/Info 5 0 R/ID[<%s><%s>]>>\nstartxref\n%d\n%%%%EOF\n" % (LEAK.hex().encode(), LEAK.hex().encode(), len(body))


def docx():
    out = io.BytesIO()
    space = "http://schemas.openxmlformats.org/"
    office = space + "officeDocument/2006/relationships"
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml."
    parts = {
        "[Content_Types].xml": '<Types xmlns="%spackage/2006/content-types"><Override PartName="/word/document.xml" ContentType="%sdocument.main+xml"/>'
                               '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>' % (space, word),
        "_rels/.rels": '<Relationships xmlns="%spackage/2006/relationships"><Relationship Id="a" Type="%s/officeDocument" Target="word/document.xml"/>'
                       '<Relationship Id="b" Type="%spackage/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>' % (space, office, space),
        "docProps/core.xml": "<p>Lekkasje</p>",
        "word/document.xml": '<w:document xmlns:w="%swordprocessingml/2006/main"><w:body><w:p w:rsidR="Lekkasje"><w:ins w:author="Lekkasje" w:date="1999-01-02T00:00:00Z">'
                             "<w:r><w:t>Svaret mitt</w:t></w:r></w:ins></w:p></w:body></w:document>" % space}
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts.items():
            package.writestr(zipfile.ZipInfo(name, (1999, 1, 2, 3, 4, 6)), text)
    return out.getvalue()


def odt():
    out = io.BytesIO()
    urn = "urn:oasis:names:tc:opendocument:xmlns:"
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        package.writestr("content.xml", '<o:document-content xmlns:o="%soffice:1.0" xmlns:t="%stext:1.0"><o:body><o:text><t:p>Svaret mitt<t:author-name>Lekkasje</t:author-name></t:p>'
                                        "</o:text></o:body></o:document-content>" % (urn, urn))
        package.writestr("meta.xml", "<p>Lekkasje</p>")
        package.writestr("META-INF/manifest.xml", '<m:manifest xmlns:m="%smanifest:1.0"><m:file-entry m:full-path="/"/><m:file-entry m:full-path="meta.xml"/>'
                                                  '<m:file-entry m:full-path="content.xml"/></m:manifest>' % urn)
    return out.getvalue()


class Exam:
    """A digital exam of the demonstration's, anonymous, that is going on now; put back afterwards."""

    def __init__(self, env):
        self.env = env
        self.session, self.exam, self.candidate, self.code = env.sql(
            "SELECT s.id, x.id, c.id, t.code FROM exam_session s JOIN exam x ON x.exam_session = s.id AND x.state <> 'confirmed'"
            " JOIN exam_assessor a ON a.exam = x.id JOIN person b ON b.id = a.person AND b.email = 'bedommer@demo.example'"
            " JOIN candidate c ON c.exam_session = s.id AND c.state = 'registered' JOIN person p ON p.id = c.person AND p.email = 'student@demo.example'"
            " JOIN exam_identity t ON t.candidate = c.id WHERE s.anonymous = 1 AND s.state = 'confirmed' ORDER BY s.id LIMIT 1")[0]
        self.before = env.sql("SELECT date_mode, starts_on, starts_at, ends_on, ends_at FROM exam_session WHERE id = %s" % self.session)[0]
        self.kept = env.sql("SELECT c.handed_in, c.handed_in_at, c.attendance, p.handed_in FROM candidate c JOIN paper p ON p.exam = %s AND p.code = '%s'"
                            " WHERE c.id = %s" % (self.exam, self.code, self.candidate))[0]
        self.now()
        env.sql("UPDATE candidate SET handed_in = NULL, handed_in_at = NULL, attendance = 'unknown' WHERE id = %s" % self.candidate)

    def now(self):
        self.hold("period", "CURRENT_DATE - INTERVAL 1 DAY", "'08:00'", "CURRENT_DATE + INTERVAL 2 DAY", "'16:00'")

    def over(self):
        self.hold("day", "CURRENT_DATE - INTERVAL 7 DAY", "'09:00'", "CURRENT_DATE - INTERVAL 7 DAY", "'12:00'")

    def hold(self, mode, from_day, from_time, to_day, to_time):
        self.env.sql("UPDATE exam_session SET date_mode = '%s', starts_on = %s, starts_at = %s, ends_on = %s, ends_at = %s WHERE id = %s"
                     % (mode, from_day, from_time, to_day, to_time, self.session))

    def end(self):
        def quoted(value):
            return "NULL" if value in ("NULL", None, "") else "'%s'" % value
        self.hold(self.before[0], *(quoted(value) for value in self.before[1:]))
        for table in ("hand_in_piece", "hand_in"):
            self.env.sql("DELETE FROM %s WHERE candidate = %s" % (table, self.candidate))
        self.env.sql("DELETE FROM paper_piece WHERE exam = %s AND code = '%s'" % (self.exam, self.code))
        self.env.sql("UPDATE paper SET media = NULL, handed_in = %s WHERE exam = %s AND code = '%s'" % (self.kept[3], self.exam, self.code))
        self.env.sql("UPDATE candidate SET handed_in = %s, handed_in_at = %s, attendance = '%s' WHERE id = %s"
                     % (quoted(self.kept[0]), quoted(self.kept[1]), self.kept[2], self.candidate))

    @property
    def address(self):
        return "/candidates/%s/hand-in" % self.candidate

    @property
    def paper(self):
        return "/exams/%s/paper?code=%s" % (self.exam, self.code)

    def hand_in(self, b, data, name="Kari Lekkasje eksamen.bin"):
        token = dict(b.get(self.address).page.form(self.address)["fields"])["token"]
        return b.upload(self.address, [("token", token)], name, data)

    def settled(self):
        """State, media and error of the newest file, when it has been looked at."""
        for _ in range(300):
            row = self.env.sql("SELECT state, COALESCE(media, ''), COALESCE(error, '') FROM hand_in WHERE candidate = %s ORDER BY number DESC LIMIT 1"
                               % self.candidate)
            if row and row[0][0] != "new":
                return tuple(row[0])
            time.sleep(0.1)
        raise AssertionError("nobody looked at the file")


def unpacked(data):
    """The bytes, and what is packed in them: parts of a zip with their names and times, streams of a PDF."""
    whole = data
    if data[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            assert package.testzip() is None
            for entry in package.infolist():
                assert entry.date_time[0] == 1980 and not entry.comment and not entry.extra, entry
                whole += entry.filename.encode() + package.read(entry)
    for stream in re.findall(rb"stream\r?\n(.*?)\r?\n?endstream", data, re.S):
        try:
            whole += zlib.decompress(stream)
        except zlib.error:
            pass
    return whole


def test_files_are_cleaned(env):
    """Each kind of file comes to the assessor under its code, whole, and without a trace of its author"""
    exam = Exam(env)
    try:
        student, assessor = env.signed_in("student"), env.signed_in("bedommer")
        kinds = [("application/pdf", ".pdf", pdf(), b"Svaret mitt"), ("image/png", ".png", png(), b"IDAT"),
                 ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx", docx(), b"Svaret mitt"),
                 ("application/vnd.oasis.opendocument.text", ".odt", odt(), b"Svaret mitt"),
                 ("text/plain; charset=utf-8", ".txt", "Svaret mitt på norsk\r\n".encode("latin-1"), "Svaret mitt på norsk\n".encode())]
        for media, end, data, kept in kinds:
            a = exam.hand_in(student, data)
            assert a.status == 303 and a.location == exam.address, (a.status, a.text[:500])
            assert exam.settled() == ("clean", media, ""), (media, exam.settled())
            assert assessor.get(exam.paper).status == 404  # others still write
            exam.over()
            a = assessor.get(exam.paper)
            exam.now()
            assert a.status == 200 and a.header("content-type") == media, (a.status, a.header("content-type"))
            assert a.header("content-disposition").startswith('attachment; filename="%s%s"' % (exam.code, end)), a.header("content-disposition")
            assert a.header("x-content-type-options") == "nosniff" and a.header("cache-control") == "no-store"
            seen = unpacked(a.body)
            assert kept in seen, media
            for trace in (LEAK, LEAK.lower(), LEAK.hex().encode(), b"1999", b"Kari", b"eksamen.bin"):
                assert trace not in seen, (media, trace)
            # The original is the student's, as it came.
            a = student.get("/candidates/%s/file" % exam.candidate)
            assert a.body == data and "Kari%20Lekkasje%20eksamen.bin" in a.header("content-disposition")
        a = student.get("/candidates/%s/file?number=1" % exam.candidate)
        assert a.body == pdf() and a.header("content-type") == "application/pdf"
        assert student.get("/candidates/%s/file?number=99" % exam.candidate).status == 404
        # What the assessor knows: that, never when; and nothing of it stands in the events of grading.
        assert env.sql("SELECT handed_in FROM paper WHERE exam = %s AND code = '%s'" % (exam.exam, exam.code)) == [["1"]]
        assert env.sql("SELECT COUNT(*) FROM event e LEFT JOIN event_change c ON c.event = e.id WHERE e.thing = 'candidate' AND"
                       " (c.old_value LIKE '%%%s%%' OR c.new_value LIKE '%%%s%%' OR c.subject LIKE '%%%s%%')" % ((exam.code,) * 3)) == [["0"]]
    finally:
        exam.end()


def test_files_are_refused(env):
    """What is none of the kinds is refused, the student told, and what was handed in before counts again"""
    exam = Exam(env)
    try:
        student, assessor = env.signed_in("student"), env.signed_in("bedommer")
        assert exam.hand_in(student, b"MZ\x90\0\3\0\0\0").status == 303
        assert exam.settled() == ("refused", "", "file_unknown")
        assert env.sql("SELECT COALESCE(handed_in, '-') FROM candidate WHERE id = %s" % exam.candidate) == [["-"]]
        assert env.sql("SELECT handed_in FROM paper WHERE exam = %s AND code = '%s'" % (exam.exam, exam.code)) == [["0"]]
        exam.over()
        assert assessor.get(exam.paper).status == 404
        exam.now()
        assert env.sql("SELECT COUNT(*) FROM notice n JOIN event e ON e.id = n.event WHERE n.kind = 'exam_hand_in_refused' AND n.read_at IS NULL"
                       " AND e.thing_id = %s" % exam.candidate) == [["1"]]
        assert exam.hand_in(student, png()).status == 303
        assert exam.settled()[0] == "clean"
        for data, error in ((pdf()[:200], "file_damaged"), (docx()[:-40], "file_damaged"), (b"{\\rtf1{\\author Lekkasje}}", "file_unknown")):
            assert exam.hand_in(student, data).status == 303
            assert exam.settled() == ("refused", "", error), (error, exam.settled())
            exam.over()
            assert assessor.get(exam.paper).header("content-type") == "image/png"
            exam.now()
        assert env.sql("SELECT handed_in FROM candidate WHERE id = %s" % exam.candidate) == [["file"]]
        # The page says which counts.
        text = student.get(exam.address + ".xml").text
        assert len(re.findall(r"<file ", text)) == 5 and 'error="file_unknown"' in text
        a = exam.hand_in(student, b"")
        assert a.status == 422 and env.sql("SELECT COUNT(*) FROM hand_in WHERE candidate = %s" % exam.candidate) == [["5"]], a.status
    finally:
        exam.end()


def test_time_and_people(env):
    """Only within the time, with the minutes one has beyond the others; only one's own; the files only to whom they are meant"""
    exam = Exam(env)
    try:
        student, planner = env.signed_in("student"), env.signed_in("eksamensplanlegger")
        assessor, staff = env.signed_in("bedommer"), env.signed_in("praksis")
        token = dict(student.get(exam.address).page.form(exam.address)["fields"])["token"]
        assert exam.hand_in(student, png()).status == 303
        exam.settled()
        # Over a week ago: nothing more, until somebody has two weeks more.
        exam.over()
        assert "<form" not in student.get(exam.address).text.split("<main")[1].split("</main")[0]
        assert student.upload(exam.address, [("token", token)], "a.png", png()).status == 409
        env.sql("UPDATE candidate SET extra_minutes = 20160 WHERE id = %s" % exam.candidate)
        assert exam.hand_in(student, png()).status == 303
        exam.settled()
        env.sql("UPDATE candidate SET extra_minutes = NULL WHERE id = %s" % exam.candidate)
        exam.hold("day", "CURRENT_DATE + INTERVAL 7 DAY", "'09:00'", "CURRENT_DATE + INTERVAL 7 DAY", "'12:00'")
        assert student.upload(exam.address, [("token", token)], "a.png", png()).status == 409
        # Who: the planner, who reads papers by code, sees the original when grading is confirmed, and hands nothing in; assessors and
        # others of the institution see neither.
        file = "/candidates/%s/file" % exam.candidate
        assert planner.get(file).status == 403 and planner.get(exam.address).status == 403 and student.get(file).status == 200
        for page in ("/candidates/%s" % exam.candidate, "/exam-sessions/%s/hand-ins" % exam.session):
            assert file not in planner.get(page).text and "åpner du koden" in planner.get(page).text
        kept = env.sql("SELECT state FROM exam WHERE id = %s" % exam.exam)[0]
        env.sql("UPDATE exam SET state = 'confirmed', confirmed_at = NOW() WHERE id = %s" % exam.exam)
        try:
            assert planner.get(file).status == 200 and file in planner.get("/exam-sessions/%s/hand-ins" % exam.session).text
        finally:
            env.sql("UPDATE exam SET state = '%s', confirmed_at = NULL WHERE id = %s" % (kept[0], exam.exam))
        assert planner.get(file).status == 403
        for other in (assessor, staff):
            assert other.get(file).status == 404 and other.get(exam.address).status == 404
        assert student.get(exam.paper).status == 404 and staff.get(exam.paper).status == 404
        assert planner.get(exam.paper).status == 200
        assert assessor.get("/exams/%s/paper?code=0000-QQQ" % exam.exam).status == 404
        assert assessor.get("/exams/%s/paper" % exam.exam).status == 404
        assert assessor.get("/exams/%s/paper.xml?code=%s" % (exam.exam, exam.code)).status == 404
        assert assessor.post("/exams/%s/paper" % exam.exam, []).status == 405
    finally:
        env.sql("UPDATE candidate SET extra_minutes = NULL WHERE id = %s" % exam.candidate)
        exam.end()


def test_slow_reader(env):
    """Whoever fetches a large file slowly gets all of it, and holds no worker meanwhile"""
    exam = Exam(env)
    try:
        student = env.signed_in("student")
        data = b"ord " * 1900000
        assert exam.hand_in(student, data).status == 303
        connection = http.client.HTTPConnection(student.netloc, timeout=60)
        connection.connect()
        connection.sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 65536)
        connection.request("GET", "/candidates/%s/file" % exam.candidate, headers={"Cookie": "; ".join("%s=%s" % pair for pair in student.cookies.items())})
        answer = connection.getresponse()
        time.sleep(12)  # longer than a worker waits for nginx, and nginx elsewhere for a browser
        assert answer.read() == data
        connection.close()
        exam.settled()
    finally:
        exam.end()


def test_marks_by_planner(env):
    """Attendance and hand-in marks, row by row and many at once; a time typed is the time shown; what a student handed in stays"""
    exam = Exam(env)
    others = env.sql("SELECT id FROM candidate WHERE exam_session = %s AND state = 'registered' AND id <> %s ORDER BY id LIMIT 2" % (exam.session, exam.candidate))
    kept = env.sql("SELECT id, COALESCE(handed_in, ''), COALESCE(handed_in_at, ''), attendance FROM candidate WHERE exam_session = %s" % exam.session)
    papers = env.sql("SELECT code, handed_in FROM paper WHERE exam = %s" % exam.exam)
    one, two = (row[0] for row in others)
    path = "/exam-sessions/%s/hand-ins" % exam.session
    try:
        exam.hold("period", "'2026-03-26'", "'08:00'", "CURRENT_DATE + INTERVAL 2 DAY", "'16:00'")
        env.sql("UPDATE candidate SET handed_in = NULL, handed_in_at = NULL, attendance = 'unknown' WHERE id IN (%s, %s)" % (one, two))
        planner = env.signed_in("eksamensplanlegger")

        def fields(*more):
            text = planner.get(path).text
            known = re.findall(r'name="(token|here)" value="([^"]*)"', text[text.index('id="rows"'):])
            return [*known[:2], *re.findall(r'name="(seen-\d+)" value="(\d+)"', text), *more]
        a = planner.post(path, fields(("act", "save"), ("day", "2026-03-27"), ("attendance-" + one, "absent"), ("attendance-" + two, "unknown"), ("time-" + two, "14.05")))
        assert a.status == 303, re.sub(r"<[^>]*>", " ", a.text[a.text.find("error-summary"):])[:600]
        assert env.sql("SELECT attendance, COALESCE(handed_in, '-') FROM candidate WHERE id = %s" % one) == [["absent", "-"]]
        assert env.sql("SELECT attendance, handed_in, handed_in_at FROM candidate WHERE id = %s" % two) == [["present", "mark", "2026-03-27 13:05:00"]]
        assert env.sql("SELECT p.handed_in FROM paper p JOIN exam_identity t ON t.exam_session = p.exam_session AND t.code = p.code WHERE t.candidate = %s" % two) == [["1"]]
        events = env.sql("SELECT COUNT(*) FROM event WHERE kind = 'candidate.hand_in_changed' AND thing_id IN (%s, %s)" % (one, two))[0][0]
        # The same again changes nothing, though the clock has changed since that day.
        assert planner.post(path, fields(("act", "save"), ("attendance-" + two, "present"), ("time-" + two, "14:05"))).status == 303
        assert env.sql("SELECT COUNT(*) FROM event WHERE kind = 'candidate.hand_in_changed' AND thing_id IN (%s, %s)" % (one, two))[0][0] == events
        # Many at once; a stale row and a time that is none are said at the row, and nothing is saved.
        a = planner.post(path, fields(("act", "mark"), ("at", "15:30"), ("day", "2026-03-27"), ("chosen", one), ("chosen", two)))
        assert a.status == 303, re.sub(r"<[^>]*>", " ", a.text[a.text.find("error-summary"):])[:600]
        assert env.sql("SELECT DISTINCT handed_in_at FROM candidate WHERE id IN (%s, %s)" % (one, two)) == [["2026-03-27 14:30:00"]]
        a = planner.post(path, fields(("act", "save"), ("attendance-" + one, "absent"), ("time-" + one, "15:30"), ("attendance-" + two, "present"), ("time-" + two, "25:99")))
        assert a.status == 422 and 'id="error-time-%s"' % two in a.text, a.status
        assert env.sql("SELECT attendance FROM candidate WHERE id = %s" % one) == [["present"]]
        # Nor is a time that nobody can have handed in at.
        for day, at in (("2026-03-25", "14:05"), ("2026-03-26", "07:59")):
            a = planner.post(path, fields(("act", "save"), ("day", day), ("attendance-" + two, "present"), ("time-" + two, at)))
            assert a.status == 422 and 'id="error-time-%s"' % two in a.text and "ikke begynt ennå" in a.text, a.status
        stale = [(name, "0" if name == "seen-" + one else value) for name, value in fields(("act", "absent"), ("chosen", one))]
        assert planner.post(path, stale).status == 422
        assert planner.post(path, fields(("act", "present"))).status == 422
        # Cleared: nothing was handed in.
        assert planner.post(path, fields(("act", "save"), ("attendance-" + two, "present"), ("time-" + two, ""))).status == 303
        assert env.sql("SELECT COALESCE(handed_in, '-') FROM candidate WHERE id = %s" % two) == [["-"]]
        # What the student handed in has its own time.
        student = env.signed_in("student")
        assert exam.hand_in(student, png()).status == 303
        exam.settled()
        at = env.sql("SELECT handed_in_at FROM candidate WHERE id = %s" % exam.candidate)
        assert planner.post(path, fields(("act", "mark"), ("at", "10:00"), ("chosen", exam.candidate))).status == 303
        assert env.sql("SELECT handed_in_at FROM candidate WHERE id = %s AND handed_in = 'file'" % exam.candidate) == at
        for name in ("bedommer", "sensor", "praksis", "student"):
            assert env.signed_in(name).get(path).status in (403, 404), name
    finally:
        exam.end()
        for identity, handed_in, at, attendance in kept:
            if identity != exam.candidate:
                env.sql("UPDATE candidate SET handed_in = %s, handed_in_at = %s, attendance = '%s' WHERE id = %s"
                        % (("'%s'" % handed_in) if handed_in else "NULL", ("'%s'" % at) if at else "NULL", attendance, identity))
        for code, handed_in in papers:
            env.sql("UPDATE paper SET handed_in = %s WHERE exam = %s AND code = '%s'" % (handed_in, exam.exam, code))
