"""Grading over HTTP: rows saved as a script saves them, many at once; points from files, and what is wrong in them."""
import copy
import io
import re
import threading

import openpyxl

from test_imports import apply, attributes, fields_of, undo, upload, wait


def exam_of(env):
    """The demonstration's exam that two assessors grade."""
    return env.sql("SELECT id FROM exam WHERE state = 'started' AND marks = 2 ORDER BY id LIMIT 1")[0][0]


def rows_of(b, exam, query=""):
    """code → attributes of its row in the document."""
    text = b.get("/exams/%s/grade.xml%s" % (exam, query)).text
    rows = [dict(re.findall(r'([\w-]+)="([^"]*)"', row)) for row in re.findall(r"<paper (.*?)/>", text)]
    return {row["code"]: row for row in rows}


def token(b, exam):
    forms = b.get("/exams/%s/grade" % exam).page.forms
    return next(dict(form["fields"])["token"] for form in forms if "row_version-" in str(form["fields"]))


def save(b, exam, code, version, the_token, **typed):
    fields = {name + "-" + code: value for name, value in typed.items()}
    fields.update({"token": the_token, "here": "q=" + code, "row_version-" + code: version})
    return b.post("/exams/%s/grade?q=%s" % (exam, code), fields)


def mine(env, exam, email):
    """The assessor's marks, as the database has them."""
    return env.sql("SELECT m.code, m.points, m.grade, COALESCE(m.comment, '') FROM mark m JOIN person p ON p.id = m.person"
                   " WHERE m.exam = %s AND p.email = '%s@demo.example' ORDER BY m.code" % (exam, email))


def unmarked(rows):
    return sorted(code for code, row in rows.items() if row["handed-in"] == "1" and "grade" not in row and row["full"] == "0")


def test_a_row_is_saved_alone(env):
    """a row is saved alone, with the version that the page showed, and the answer leads to it"""
    exam, b = exam_of(env), env.signed_in("bedommer")
    code = unmarked(rows_of(b, exam))[0]
    t = token(b, exam)
    a = save(b, exam, code, 0, t, points="61,5", grade="", comment="Klart.")
    assert a.status == 303 and a.location == "/exams/%s/grade?q=%s" % (exam, code), (a.status, a.location)
    row = rows_of(b, exam, "?q=" + code)[code]
    assert row["points-text"] == "61,5" and row["grade"] == "C" and row["comment"] == "Klart.", row
    assert row["row-version"] == "1"
    # the same again is the same; an older page is told so, and the row stays
    assert save(b, exam, code, 0, t, points="61,5", grade="", comment="Klart.").status == 303
    a = save(b, exam, code, 0, t, points="70", grade="")
    assert a.status == 409 and 'id="row-%s"' % code in a.text and "endret denne" in a.text
    # wrong: 422 with the message at the field, what was typed stays, nothing is saved
    for points, said in (("14.83", "komma"), ("100,01", "Høyst 100"), ("mye", "Skriv et tall"), ("1,234", "to desimaler"), ("-1", "minst")):
        a = save(b, exam, code, 1, t, points=points, grade="4")
        assert a.status == 422 and said in a.text and 'value="%s"' % points in a.text, (points, a.status)
    assert save(b, exam, code, 1, t, grade="9").status == 422
    assert rows_of(b, exam, "?q=" + code)[code]["row-version"] == "1"
    # emptied, it is gone
    assert save(b, exam, code, 1, t, points="", grade="", comment="").status == 303
    assert rows_of(b, exam, "?q=" + code)[code]["row-version"] == "0"


def test_many_save_at_once(env):
    """two assessors save forty rows at the same time, and none waits in vain"""
    exam = exam_of(env)
    people = [env.signed_in("bedommer"), env.signed_in("bedommer2")]
    tasks, answers = [], []
    for b in people:
        t = token(b, exam)
        tasks += [(b, t, code, row) for code, row in rows_of(b, exam).items() if row["handed-in"] == "1" and row["full"] == "0"]
    assert len(tasks) >= 40
    lock = threading.Lock()

    def work(which):
        for number, (b, t, code, row) in enumerate(tasks):
            if number % 8 == which:
                own = copy.copy(b)  # cookies of its own
                own.cookies = dict(b.cookies)
                a = save(own, exam, code, row["row-version"], t, comment="Samtidig %d" % number)
                with lock:
                    answers.append(a.status)

    threads = [threading.Thread(target=work, args=(which,)) for which in range(8)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    assert sorted(answers) == [303] * len(tasks), answers
    marks = env.sql("SELECT COUNT(*) FROM mark WHERE exam = %s AND comment LIKE 'Samtidig%%'" % exam)[0][0]
    assert int(marks) == len(tasks), marks
    for b, t, code, row in tasks:  # as it was
        version = rows_of(b, exam, "?q=" + code)[code]["row-version"]
        assert save(b, exam, code, version, t, comment=row.get("comment", "")).status == 303


def test_points_come_from_a_file_and_go_again(env):
    """points come from a file of codes after a dry run, and can be undone"""
    exam, b = exam_of(env), env.signed_in("bedommer")
    codes = unmarked(rows_of(b, exam))
    before = mine(env, exam, "bedommer")
    changed = before[0][0]
    data = "Anonymkode;Poeng;Karakter;Kommentar\n%s;75,25;;Fra fil\n%s;;f;\n%s;;;Lest igjen\n" % (codes[0], codes[1], changed)
    path = upload(b, "points", data, exam=exam)
    seen, job, rows = wait(b, path)
    assert job["state"] == "done", job
    assert [int(seen["rows-" + name]) for name in ("new", "changed", "faulty")] == [2, 1, 0], (seen, rows)
    assert mine(env, exam, "bedommer") == before
    apply(b, path)
    after = {row[0]: row[1:] for row in mine(env, exam, "bedommer")}
    assert after[codes[0]] == ["75.25", "5", "Fra fil"], after[codes[0]]
    assert after[codes[1]][1] == "1" and after[changed][2] == "Lest igjen"
    changes = env.sql("SELECT c.subject, c.field, COALESCE(c.new_value, '') FROM event e JOIN event_change c ON c.event = e.id"
                      " WHERE e.id = (SELECT MAX(id) FROM event WHERE kind = 'exam.marked' AND thing_id = %s)" % exam)
    assert [codes[0], "points", "75.25"] in changes and [codes[1], "grade", "F"] in changes, changes
    # nobody else sees it: neither who looks after the institution nor another assessor
    for other in ("bedommer2", "praksis", "admin", "eksamensplanlegger"):
        assert env.signed_in(other).get(path).status == 404, other
        assert path not in env.signed_in(other).get("/imports").text
    seen, job, _ = undo(b, path)
    assert seen["state"] == "undone", (seen, job)
    assert mine(env, exam, "bedommer") == before


def test_what_is_wrong_in_a_file_is_told_at_its_row(env):
    """points that are wrong are told at their row, and nothing of the file is saved"""
    exam, b = exam_of(env), env.signed_in("bedommer")
    rows = rows_of(b, exam)
    codes = unmarked(rows)
    absent = next(code for code, row in rows.items() if row["handed-in"] == "0")
    elsewhere = env.sql("SELECT code FROM paper WHERE exam <> %s LIMIT 1" % exam)[0][0]
    before = mine(env, exam, "bedommer")
    data = "kode;poeng;karakter\n%s;100,5;\n%s;14.83;\n%s;;Q\n%s;10;\n%s;10;\n%s;20;\n%s;;\nFEIL-0000-AAA;1;\n" % (
        codes[0], codes[1], codes[2], absent, elsewhere, codes[0], codes[3])
    path = upload(b, "points", data, exam=exam)
    seen, job, found = wait(b, path)
    assert seen["state"] == "checked", (seen, job)
    faults = {(row["number"], row["error"].replace("error.", "")) for row in found if row.get("note") == "fault"}
    assert faults == {("2", "import_points_most"), ("3", "decimal_comma"), ("4", "grade_not_of_scale"), ("5", "paper_not_handed_in"),
                      ("6", "paper_unknown"), ("7", "import_twice"), ("9", "paper_unknown")}, faults
    page = b.get(path).text
    assert "Skriv desimaler med komma" in page and "Flere poeng enn høyeste poengsum" in page
    document = b.get(path + ".xml").text
    version = re.search(r'<field name="version"[^>]*value="(\d+)"', document).group(1)
    assert b.post(path, {"token": attributes(document, "form")["token"], "version": version, "act": "apply"}).status == 409
    assert mine(env, exam, "bedommer") == before
    # in English a point is right, and a comma is not
    b.post("/language", {"token": attributes(b.get("/exams.xml").text, "page")["language-token"], "language": "en", "next": "/exams"})
    seen, job, found = wait(b, upload(b, "points", "code,points\n%s,14.83\n%s,\"14,83\"\n" % (codes[0], codes[1]), exam=exam))
    faults = [(row["number"], row["error"].replace("error.", "")) for row in found if row.get("note") == "fault"]
    assert faults == [("3", "decimal_point")], (seen, faults)
    b.post("/language", {"token": attributes(b.get("/exams.xml").text, "page")["language-token"], "language": "nb", "next": "/exams"})


def test_points_come_from_a_workbook(env):
    """a workbook's numbers are points in any language, its faults are told at their rows; a file that is none saves nothing"""
    exam, b = exam_of(env), env.signed_in("bedommer")
    codes = sorted(code for code, row in rows_of(b, exam).items() if row["handed-in"] == "1" and row["full"] == "0")
    before = mine(env, exam, "bedommer")

    def sent(*rows, name="poeng.xlsx"):
        workbook, data = openpyxl.Workbook(), io.BytesIO()
        for row in (("kode", "poeng", "karakter"), *rows):
            workbook.active.append(row)
        workbook.save(data)
        path = upload(b, "points", data.getvalue(), name=name, exam=exam)
        return (path, *wait(b, path))

    path, seen, job, rows = sent((codes[0], 14.83, "F"), (codes[1], 75, "B"))
    assert job["state"] == "done" and [int(seen["rows-" + name]) for name in ("unchanged", "faulty")] == [0, 0], (seen, rows)
    apply(b, path)
    after = {row[0]: row[1:] for row in mine(env, exam, "bedommer")}
    assert [after[code][:2] for code in codes[:2]] == [["14.83", "1"], ["75.00", "5"]], after
    undo(b, path)
    assert mine(env, exam, "bedommer") == before
    _, seen, _, rows = sent((codes[0], 100.01, None), (codes[1], 1.234, None), (codes[2], None, "Q"), (codes[0], 20, None), (codes[3], -1, None))
    faults = {row["number"] for row in rows if row.get("note") == "fault"}
    assert faults == {"2", "3", "4", "5", "6"}, (seen, rows)
    for data, name in ((b"PK\x03\x04 no workbook", "poeng.xlsx"), (b"%PDF-1.7\n%\xe2\xe3\n\0", "poeng.csv")):
        path = upload(b, "points", data, name=name, exam=exam)
        assert wait(b, path)[0]["state"] == "unreadable" and 'data-color="danger"' in b.get(path).text
    assert mine(env, exam, "bedommer") == before


def test_the_grids_own_file_changes_nothing(env):
    """the file that the grid gives is read again as it is"""
    exam, b = exam_of(env), env.signed_in("bedommer")
    data = b.get("/exams/%s/grade.csv" % exam).body
    assert b"Poeng" in data and b",5" in data, data[:300]
    seen, job, rows = wait(b, upload(b, "points", data, exam=exam))
    assert [int(seen["rows-" + name]) for name in ("new", "changed", "faulty")] == [0, 0, 0], (seen, rows)
    assert int(seen["rows-unchanged"]) == len(rows_of(b, exam))


def test_only_assessors_bring_points(env):
    """points are brought by an exam's own assessors, and to no exam that is confirmed"""
    exam = exam_of(env)
    confirmed = env.sql("SELECT id FROM exam WHERE state = 'confirmed' LIMIT 1")[0][0]
    b = env.signed_in("bedommer")
    for more in ({"exam": confirmed}, {}, {"exam": exam, "institution": "1"}):
        a = b.upload("/imports/new", [("token", fields_of(b)["token"]), ("kind", "points"), *more.items()], "x.csv", b"kode;poeng\nA;1\n")
        assert a.status == 422, (more, a.status)
    other = env.signed_in("praksis")
    a = other.upload("/imports/new", [("token", fields_of(other)["token"]), ("kind", "points"), ("exam", exam)], "x.csv", b"kode;poeng\nA;1\n")
    assert a.status == 422
    assert env.signed_in("student").get("/imports/new?kind=points").status == 403


def test_names_are_seen_only_where_nobody_is_anonymous(env):
    """an exam whose session is not anonymous shows its assessors names, an anonymous one none, in any format"""
    exam, b = exam_of(env), env.signed_in("bedommer")
    session = env.sql("SELECT exam_session FROM exam WHERE id = %s" % exam)[0][0]
    names = [row[0] for row in env.sql(
        "SELECT p.name FROM candidate c JOIN person p ON p.id = c.person WHERE c.exam_session = %s AND c.state = 'registered'"
        " AND p.protected = 0" % session)]
    assert len(names) > 10
    pages = ["/exams/%s%s%s" % (exam, part, ending) for part in ("", "/grade") for ending in ("", ".xml", ".csv")]
    assert not [name for page in pages for name in names if name in b.get(page).text]
    env.sql("UPDATE exam_session SET anonymous = 0 WHERE id = %s" % session)
    try:
        for page in pages:
            text = b.get(page).text
            assert all(name in text for name in names), page
    finally:
        env.sql("UPDATE exam_session SET anonymous = 1 WHERE id = %s" % session)
