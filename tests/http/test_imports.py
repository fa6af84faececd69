"""Imports: files as browsers send them and as they should not, what becomes of rows of each kind, undoing, rights."""
import re
import socket
import time

from fastcgi import encode


def place(env, email, column):
    return env.sql("SELECT g.%s FROM person_grant g JOIN person p ON p.id = g.person WHERE p.email = '%s@demo.example'"
                   " AND g.role LIKE '%%administrator' AND g.activity IS NULL" % (column, email))[0][0]


def site_of(env):
    return place(env, "stedsadmin", "site")


def fields_of(b, path="/imports/new"):
    return dict(b.get(path).page.form(path)["fields"])


def upload(b, kind, data, name="fil.csv", **more):
    """Sends a file; the address of its import."""
    data = data if isinstance(data, bytes) else data.encode()
    a = b.upload("/imports/new", [("token", fields_of(b)["token"]), ("kind", kind), *more.items()], name, data)
    assert a.status == 303, (a.status, re.sub(r"<[^>]*>", " ", a.text)[:800])
    return a.location


def attributes(text, element):
    found = re.search(r"<%s(\s[^>]*)/?>" % element, text)
    return dict(re.findall(r'([\w-]+)="([^"]*)"', found.group(1))) if found else {}


def wait(b, path):
    """The import when nothing is under way with it any more: its attributes, those of its job, its rows."""
    for _ in range(300):
        text = b.get(path + ".xml").text
        job = attributes(text, "job")
        if job.get("state") not in ("waiting", "running"):
            rows = [dict(re.findall(r'([\w-]+)="([^"]*)"', row)) for row in re.findall(r"<row (.*?)/>", text)]
            return attributes(text, "import"), job, rows
        time.sleep(0.1)
    raise AssertionError("the job did not end: %r" % job)


def act(b, path, what):
    fields = fields_of(b, path)
    return b.post(path, {**fields, "act": what})


def apply(b, path):
    a = act(b, path, "apply")
    assert a.status == 303, a.status
    seen, job, _ = wait(b, path)
    assert seen["state"] == "applied" and job["state"] == "done", (seen, job)


def undo(b, path):
    a = b.post(path + "/undo", fields_of(b, path + "/undo"))
    assert a.status == 303, a.status
    return wait(b, path)


def counts(seen):
    return [int(seen["rows-" + name]) for name in ("new", "changed", "unchanged", "faulty")]


COUNTED = ("person", "person_grant", "student", "registration", "programme", "course_instance", "agreement", "unit", "unit_requirement",
           "search_word")


def region(env):
    """How much there is of everything that imports touch."""
    return env.sql("SELECT " + ", ".join("(SELECT COUNT(*) FROM %s)" % table for table in COUNTED))[0]


def forty(faults=0):
    rows = ["Navn;Hører til;Adresse;Kommune;Engelsk som fag;Merknad"]
    for letter in "ABCD":
        rows.append("Prøveklinikk %s;;Gata 1;Bergen;x;" % letter)
        rows += ["Post %d;Prøveklinikk %s;;;%s;ŋ đ" % (n, letter, "x" if n % 2 else "") for n in range(9)]
    if faults:
        rows[5] = rows[5].replace("klinikk A", "klinikk Å")
        rows[11] = rows[11].replace("Bergen", "Bergenn")
    return "\n".join(rows) + "\n"


def test_units(env):
    """forty units, two of them wrong, mended, imported, the same again, undone"""
    b, site, before = env.signed_in("stedsadmin"), site_of(env), region(env)
    wrong = upload(b, "units", forty(2), site=site)
    seen, _, rows = wait(b, wrong)
    assert seen["phase"] == "faulty" and counts(seen) == [38, 0, 0, 2], seen
    faults = [(row["number"], row["field"], row["error"], row["value"]) for row in rows if row["outcome"] == "faulty"]
    assert faults == [("6", "parent", "import_parent", "Prøveklinikk Å"), ("12", "municipality", "unknown_municipality", "Bergenn")]
    fields = {**fields_of(b), "token": b.get(wrong + ".xml").text.split('token="')[-1].split('"')[0]}
    assert b.post(wrong, {"token": fields["token"], "version": "2", "act": "apply"}).status in (403, 409)
    assert region(env) == before
    page = b.get(wrong + "?outcome=faulty").text
    assert "Bergenn" in page and "Rad" in page and "import_parent" not in page
    assert b"Bergenn" in b.get(wrong + ".csv?outcome=faulty").body

    good = upload(b, "units", forty(), site=site)
    seen, _, _ = wait(b, good)
    assert seen["phase"] == "checked" and counts(seen) == [40, 0, 0, 0], seen
    assert region(env) == before
    apply(b, good)
    made = env.sql("SELECT COUNT(*), SUM(parent IS NULL) FROM unit WHERE site = %s AND (name LIKE 'Prøveklinikk%%' OR parent IN"
                   " (SELECT id FROM unit WHERE name LIKE 'Prøveklinikk%%'))" % site)
    assert made == [["40", "4"]], made
    told = env.sql("SELECT COUNT(*) FROM event e JOIN event_change c ON c.event = e.id AND c.field = 'import' AND c.new_value = 'fil.csv'"
                   " WHERE e.kind = 'unit.created' AND e.site = %s" % site)
    assert told == [["40"]], told
    found = b.get("/search?q=Pr%C3%B8veklinikk").text
    assert "Prøveklinikk C" in found
    events = env.sql("SELECT COUNT(*) FROM event WHERE area <> 'people'")
    again = upload(b, "units", forty(), site=site)
    seen, _, _ = wait(b, again)
    assert seen["phase"] == "unchanged" and counts(seen) == [0, 0, 40, 0], seen
    assert int(env.sql("SELECT COUNT(*) FROM event WHERE area <> 'people'")[0][0]) == int(events[0][0]) + 1  # the file's own

    changed = upload(b, "units", "Navn;Adresse;Engelsk som fag\nPrøveklinikk A;Gata 2;\nPrøveklinikk B;;x\n", site=site)
    seen, _, rows = wait(b, changed)
    assert counts(seen) == [0, 1, 1, 0] and {row["field"] for row in rows if "field" in row} == {"address", "requirement"}, rows
    apply(b, changed)
    seen, job, _ = undo(b, good)
    assert seen["state"] == "applied" and job["error"] == "import_hindered"
    hindered = re.findall(r'<row [^>]*error="(\w+)"', b.get(good + ".xml?outcome=hindered").text)
    assert hindered == ["undo_changed"], hindered
    assert undo(b, changed)[0]["state"] == "undone" and undo(b, good)[0]["state"] == "undone"
    assert region(env) == before, (before, region(env))


def test_paths(env):
    """units below units of the file, whatever their order; a name alone where only one is called so"""
    b, site, before = env.signed_in("stedsadmin"), site_of(env), region(env)
    path = upload(b, "units", "name,parent\nD3,C3\nB3,A3\nC3,A3 > B3\nA3,\nE3,A3 › B3 › C3\n", site=site)
    seen, _, rows = wait(b, path)
    titles = [row["title"] for row in rows]
    assert titles == ["A3 › B3 › C3 › D3", "A3 › B3", "A3 › B3 › C3", "A3", "A3 › B3 › C3 › E3"], titles
    apply(b, path)
    below = env.sql("SELECT c.name, p.name FROM unit c JOIN unit p ON p.id = c.parent WHERE c.name LIKE '_3' AND c.site = %s ORDER BY c.name" % site)
    assert below == [["B3", "A3"], ["C3", "B3"], ["D3", "C3"], ["E3", "C3"]], below
    assert undo(b, path)[0]["state"] == "undone" and region(env) == before
    path = upload(b, "units", "name;parent\nX;Y\nY;X\n", site=site)
    assert counts(wait(b, path)[0]) == [0, 0, 0, 2]


def test_studies(env):
    """programmes and course instances: made, changed, the same again, undone"""
    b, institution, before = env.signed_in("praksis"), place(env, "praksis", "institution"), region(env)
    one = upload(b, "programmes", "Kode;Navn;Engelsk navn\nNY1;Nytt;New\nNY2;Annet;\n", institution=institution)
    assert counts(wait(b, one)[0]) == [2, 0, 0, 0]
    apply(b, one)
    two = upload(b, "programmes", "Code;Name;English name\nNY1;Nytt;Newer\nNY2;Annet;\nNY2;Annet;\n", institution=institution)
    seen, _, rows = wait(b, two)
    assert counts(seen) == [0, 1, 1, 1] and [row["error"] for row in rows if "error" in row] == ["import_twice"]
    two = upload(b, "programmes", "Code;Name;English name\nNY1;Nytt;Newer\nNY2;Annet;\n", institution=institution)
    apply(b, two) if counts(wait(b, two)[0]) == [0, 1, 1, 0] else None
    assert env.sql("SELECT name_en, version FROM programme WHERE code = 'NY1' AND institution = " + institution) == [["Newer", "2"]]
    assert undo(b, two)[0]["state"] == "undone" and undo(b, one)[0]["state"] == "undone"
    course = env.sql("SELECT code FROM course WHERE institution = %s LIMIT 1" % institution)[0][0]
    wrong = upload(b, "instances", "Emne;Kode;Fra;Til\n%s;X1;11.01.2027;1.1.2027\nNOPE;X2;11.01.2027;18.06.2027\n" % course,
                   institution=institution)
    assert [row["error"] for row in wait(b, wrong)[2]] == ["end_before_start", "unknown_course"]
    good = upload(b, "instances", "Emne;Kode;Fra;Til\n%s;X1;11.01.2027;18.06.2027\n" % course, institution=institution)
    wait(b, good)
    apply(b, good)
    assert env.sql("SELECT starts, ends, version FROM course_instance WHERE code = 'X1'") == [["2027-01-11", "2027-06-18", "1"]]
    assert undo(b, good)[0]["state"] == "undone" and region(env) == before


def test_agreements(env):
    """agreements: what a row ends makes room for what another begins, else periods may not overlap"""
    b, institution, before = env.signed_in("praksis"), place(env, "praksis", "institution"), region(env)
    site = env.sql("SELECT name FROM site s WHERE NOT EXISTS (SELECT 1 FROM agreement a WHERE a.site = s.id AND a.institution = %s)"
                   " LIMIT 1" % institution)[0][0]
    head = "Praksissted;Referanse;Gjelder fra;Gjelder til\n"
    one = upload(b, "agreements", head + "%s;R1;01.01.2027;\n" % site, institution=institution)
    wait(b, one)
    apply(b, one)
    wrong = upload(b, "agreements", head + "%s;R2;01.01.2028;\nIngen;;01.01.2027;\n" % site, institution=institution)
    assert [row["error"] for row in wait(b, wrong)[2]] == ["overlap", "unknown_site"]
    two = upload(b, "agreements", head + "%s;R1;01.01.2027;31.12.2027\n%s;R2;01.01.2028;\n" % (site, site), institution=institution)
    assert counts(wait(b, two)[0]) == [1, 1, 0, 0]
    apply(b, two)
    assert undo(b, two)[0]["state"] == "undone" and undo(b, one)[0]["state"] == "undone"
    assert region(env) == before


def people_file(env, institution, end=""):
    programme = env.sql("SELECT code FROM programme WHERE institution = %s LIMIT 1" % institution)[0][0]
    return ("Fornavn;Etternavn;E-post;Telefon;Rolle;Gjelder til;Studieprogram;Kull\n"
            "Åse%s;Øygård;aase@prove.example;55 11;Underviser;;;\nPer;Student;per@prove.example;;student;;%s;H26\n"
            "Feil;Navn;praksis2@demo.example;99 99;Lecturer;;;\nPer;Student;per@prove.example;;underviser;;;\n" % (end, programme))


def test_people(env):
    """people with roles and studies: made, the same again, changed, undone; who is known elsewhere keeps their own data"""
    b, institution, before = env.signed_in("praksis"), place(env, "praksis", "institution"), region(env)
    other = "SELECT given_name, family_name, phone, version FROM person WHERE email = 'praksis2@demo.example'"
    known = env.sql(other)
    env.sql("INSERT INTO person_grant (person, role, institution, valid_from) SELECT id, 'lecturer', %s, '2020-01-01' FROM person"
            " WHERE email = 'praksis2@demo.example'; DELETE FROM person_grant WHERE id = LAST_INSERT_ID()" % institution)  # a role taken back is none
    one = upload(b, "people", people_file(env, institution), institution=institution)
    seen, _, rows = wait(b, one)
    assert counts(seen) == [4, 0, 0, 0] and known[0][0] not in str(rows) and all(row["outcome"] == "new" for row in rows), rows
    apply(b, one)
    assert env.sql(other) == known
    made = env.sql("SELECT p.given_name, g.role, COALESCE(s.cohort, '') FROM person p JOIN person_grant g ON g.person = p.id"
                   " LEFT JOIN student s ON s.person = p.id WHERE p.email LIKE '%@prove.example' ORDER BY p.id, g.role")
    assert made == [["Åse", "lecturer", ""], ["Per", "lecturer", "2026-2"], ["Per", "student", "2026-2"]], made
    told = env.sql("SELECT COUNT(*) FROM event WHERE kind = 'grant.created' AND request = (SELECT request FROM event"
                   " WHERE kind = 'import.applied' ORDER BY id DESC LIMIT 1)")
    assert told == [["4"]], told
    seen, _, _ = wait(b, upload(b, "people", people_file(env, institution), institution=institution))
    assert counts(seen) == [0, 0, 4, 0], seen
    two = upload(b, "people", people_file(env, institution, " Marie"), institution=institution)
    seen, _, rows = wait(b, two)
    assert counts(seen) == [0, 1, 3, 0] and ("Åse", "Åse Marie") in [(r.get("old-value"), r.get("new-value")) for r in rows]
    apply(b, two)
    assert undo(b, two)[0]["state"] == "undone" and undo(b, one)[0]["state"] == "undone"
    assert env.sql(other) == known and region(env) == before, (before, region(env))


def test_people_of_exams(env):
    """exam planners, assessors and examiners, by what they are called in any of the languages"""
    b, institution, before = env.signed_in("praksis"), place(env, "praksis", "institution"), region(env)
    called = ["eksamensplanlegger", "Tentamensplanerare", "bedømmar", "bedömare", "grader", "Sensor", "examinator", "external examiner"]
    path = upload(b, "people", "Fornavn;Etternavn;E-post;Rolle\n" + "".join("A;B%d;eks%d@prove.example;%s\n" % (i, i, word)
                                                                         for i, word in enumerate(called)), institution=institution)
    seen, _, rows = wait(b, path)
    assert counts(seen) == [len(called), 0, 0, 0], (seen, rows)
    apply(b, path)
    made = env.sql("SELECT g.role FROM person p JOIN person_grant g ON g.person = p.id WHERE p.email LIKE 'eks%@prove.example' ORDER BY p.id")
    assert [role for (role,) in made] == ["exam_planner"] * 2 + ["assessor"] * 3 + ["examiner"] * 3, made
    assert undo(b, path)[0]["state"] == "undone" and region(env) == before


def test_people_rules(env):
    """roles of another sort of place, unknown words and half a student are told"""
    b, institution = env.signed_in("praksis"), place(env, "praksis", "institution")
    path = upload(b, "people", "Fornavn;Etternavn;E-post;Rolle;Studieprogram;Kull;Gjelder fra;Gjelder til\n"
                  "A;B;a@x.example;veileder;;;;\nA;B;b@x.example;system_administrator;;;;\nA;B;c@x.example;student;;H26;;\n"
                  "A;B;d@x.example;underviser;INGEN;H26;;\nA;B;ikke en adresse;underviser;;;;\nA;;e@x.example;sjef;;;;\n"
                  "A;B;f@x.example;underviser;;;2.2.2027;1.1.2027\nA;B;g@x.example;student;INGEN;høsten;;\n", institution=institution)
    told = {}
    for row in wait(b, path)[2]:
        told.setdefault(int(row["number"]), set()).add(row.get("error"))
    assert told == {2: {"role_not_here"}, 3: {"role_not_here"}, 4: {"student_needs_both"}, 5: {"only_students", "unknown_programme"},
                    6: {"not_email"}, 7: {"required", "not_choice"}, 8: {"end_before_start"},
                    9: {"not_term", "student_needs_both", "unknown_programme"}}, told


def test_protected(env):
    """whether an address is nobody's, somebody's or a protected person's cannot be seen"""
    b, site = env.signed_in("stedsadmin"), site_of(env)
    who = env.sql("SELECT email FROM person p WHERE NOT EXISTS (SELECT 1 FROM person_grant g WHERE g.person = p.id AND g.site = %s)"
                  " ORDER BY id DESC LIMIT 2" % site)
    env.sql("UPDATE person SET protected = 1 WHERE email = '%s'" % who[0][0])
    seen = []
    for address in (who[0][0], who[1][0], "ingen@prove.example"):
        path = upload(b, "people", "Fornavn;Etternavn;E-post;Rolle\nEn;Annen;%s;veileder\n" % address, site=site)
        text = b.get(path + ".xml").text and wait(b, path)
        seen.append((counts(text[0]), [{k: v for k, v in row.items()} for row in text[2]]))
    env.sql("UPDATE person SET protected = 0 WHERE email = '%s'" % who[0][0])
    assert seen[0] == seen[1] == seen[2], seen


def to_come(env, institution):
    """An activity without classes that has not begun."""
    return env.sql("SELECT MIN(a.id) FROM activity a WHERE a.institution = %s AND a.cancelled_at IS NULL AND a.starts > '2027-01-15'"
                   " AND NOT EXISTS (SELECT 1 FROM activity_class k WHERE k.activity = a.id)"
                   " AND NOT EXISTS (SELECT 1 FROM registration r WHERE r.activity = a.id)" % institution)[0][0]


def registered(env, activity):
    return env.sql("SELECT p.email, COALESCE(k.letter, ''), COALESCE(m.name, ''), x.car, x.state FROM registration x"
                   " JOIN person p ON p.id = x.person LEFT JOIN activity_class k ON k.id = x.activity_class"
                   " LEFT JOIN municipality m ON m.number = x.municipality WHERE x.activity = %s ORDER BY p.email" % activity)


def test_registrations(env):
    """students of an activity: new ones made, known ones registered, the same again, changed, undone"""
    b, activity, before = env.signed_in("praksis"), to_come(env, 1), region(env)
    heads = "E-post;Fornavn;Etternavn;Bosted (kommune);Har bil;Kull\n"
    one = upload(b, "registrations", heads + "ny@prove.example;Ny;Student;4601;ja;H26\nstudent@demo.example;;;;;\n", activity=activity)
    seen, _, rows = wait(b, one)
    assert counts(seen) == [2, 0, 0, 0] and seen["activity"] == activity, (seen, rows)
    admin = env.signed_in("admin")  # looks after places, but where students live is told to who allocates only
    assert admin.get(one).status == 404 and '"%s"' % one not in admin.get("/imports").text
    assert '"%s"' % one in b.get("/imports").text
    apply(b, one)
    made = [["ny@prove.example", "", "Bergen", "1", "registered"], ["student@demo.example", "", "", "0", "registered"]]
    assert registered(env, activity) == made, registered(env, activity)
    assert env.sql("SELECT g.role, s.cohort, s.programme = c.programme FROM person p JOIN person_grant g ON g.person = p.id JOIN student s ON s.person = p.id"
                   " JOIN activity a ON a.id = %s JOIN course_instance i ON i.id = a.course_instance JOIN course c ON c.id = i.course"
                   " WHERE p.email = 'ny@prove.example'" % activity) == [["student", "2026-2", "1"]]
    assert env.sql("SELECT registered FROM activity_count WHERE activity = %s" % activity) == [["2"]]
    kinds = env.sql("SELECT kind, COUNT(*) FROM event WHERE activity = %s AND area = 'allocation' OR kind = 'registrations.imported'"
                    " GROUP BY kind ORDER BY kind" % activity)
    assert kinds == [["registration.created", "2"], ["registrations.imported", "1"]], kinds
    assert "ny@prove.example" in b.get("/activities/%s/students.csv" % activity).text
    assert 'name="Ny Student"' in b.get("/search.xml?q=ny+student").text
    seen, _, _ = wait(b, upload(b, "registrations", heads + "ny@prove.example;Ny;Student;4601;ja;H26\n", activity=activity))
    assert counts(seen) == [0, 0, 1, 0], seen
    two = upload(b, "registrations", heads + "NY@prove.example;;;Askøy;nei;\nstudent@demo.example;;;Voss;;\n", activity=activity)
    seen, _, rows = wait(b, two)
    assert counts(seen) == [0, 2, 0, 0] and ("Bergen", "Askøy") in [(r.get("old-value"), r.get("new-value")) for r in rows], rows
    apply(b, two)
    assert [row[2] for row in registered(env, activity)] == ["Askøy", "Voss"]
    assert undo(b, two)[0]["state"] == "undone" and registered(env, activity) == made
    assert undo(b, one)[0]["state"] == "undone" and region(env) == before, (before, region(env))
    assert env.sql("SELECT registered FROM activity_count WHERE activity = %s" % activity) == [["0"]]


def test_registrations_rules(env):
    """a class where there are some, a name for who is new; who withdrew comes back; who was given a place stays"""
    b = env.signed_in("praksis")
    activity, letter, klass = env.sql("SELECT a.id, k.letter, k.id FROM activity a JOIN activity_class k ON k.activity = a.id WHERE a.institution = 1"
                                      " AND a.cancelled_at IS NULL AND a.starts > '2027-01-15' ORDER BY a.id, k.letter LIMIT 1")[0]
    path = upload(b, "registrations", "E-post;Fornavn;Etternavn;Klasse;Bil\nny1@prove.example;Ny;En;;\nny2@prove.example;Ny;To;Q;\n"
                  "ny3@prove.example;Ny;;%s;\nny4@prove.example;Ny;Fire;Klasse %s;kanskje\nny5@prove.example;Ny;Fem;klasse %s;x\n"
                  "ny5@prove.example;Ny;Fem;%s;x\n" % (letter, letter, letter.lower(), letter), activity=activity)
    seen, _, rows = wait(b, path)
    assert counts(seen) == [1, 0, 0, 5], (seen, rows)
    found = [(r["number"], r.get("field"), r.get("error")) for r in rows if r.get("error")]
    assert found == [("2", "class", "required"), ("3", "class", "unknown_class"), ("4", "family_name", "import_name_needed"),
                     ("5", "car", "not_yes_or_no"), ("7", "email", "import_twice")], found
    # somebody's elsewhere or nobody's: the same is said of both
    path = upload(b, "registrations", "E-post;Fornavn;Etternavn;Klasse\npraksis2@demo.example;;;%s\nny7@prove.example;;;%s\npraksis2@demo.example;A;B;\n"
                  "ny7@prove.example;A;B;\n" % (letter, letter), activity=activity)
    seen, _, rows = wait(b, path)
    said = [[(r.get("field"), r.get("error"), r.get("new-value")) for r in rows if r["title"] in (title, "A B") and r["number"] in numbers]
            for title, numbers in (("praksis2@demo.example", "24"), ("ny7@prove.example", "35"))]
    assert said[0] == said[1] and len(said[0]) > 2, said
    gone = env.sql("SELECT p.email, x.id FROM registration x JOIN person p ON p.id = x.person WHERE x.state = 'withdrawn' AND x.activity = %s"
                   " LIMIT 1" % activity)
    text = "E-post;Fornavn;Etternavn;Klasse\nny6@prove.example;Ny;Seks;%s\n" % letter
    path = upload(b, "registrations", text + "".join("%s;;;%s\n" % (row[0], letter) for row in gone), activity=activity)
    wait(b, path)
    apply(b, path)
    assert all(env.sql("SELECT state FROM registration WHERE id = %s" % row[1]) == [["registered"]] for row in gone)
    new = env.sql("SELECT x.id FROM registration x JOIN person p ON p.id = x.person WHERE p.email = 'ny6@prove.example'")[0][0]
    env.sql("INSERT INTO allocation (registration, activity, site, unit) SELECT %s, %s, u.site, u.id FROM unit u LIMIT 1" % (new, activity))
    seen, job, _ = undo(b, path)
    assert job["error"] == "import_hindered" and seen["state"] == "applied", (seen, job)
    assert "undo_has_place" in b.get(path + ".xml?outcome=hindered").text
    env.sql("DELETE FROM allocation WHERE registration = %s" % new)
    assert undo(b, path)[0]["state"] == "undone"
    assert all(env.sql("SELECT state FROM registration WHERE id = %s" % row[1]) == [["withdrawn"]] for row in gone)


def test_invite(env):
    """people without an account are invited once, when the import is done"""
    b, site = env.signed_in("stedsadmin"), site_of(env)
    text = "Fornavn;Etternavn;E-post;Rolle\nNy;Veileder;ny1@prove.example;veileder\nNy;Veileder;ny1@prove.example;koordinator\n"
    path = upload(b, "people", text, site=site, invite="1")
    wait(b, path)
    links = "SELECT COUNT(*) FROM account_link l JOIN person p ON p.id = l.person WHERE p.email = 'ny1@prove.example'"
    assert env.sql(links) == [["0"]]
    apply(b, path)
    assert env.sql(links) == [["1"]]
    seen, job, _ = undo(b, path)
    assert job["error"] == "import_hindered" and seen["state"] == "applied"
    assert "undo_has_account" in b.get(path + ".xml?outcome=hindered").text


def test_columns(env):
    """unknown headings are matched by hand; mistakes in that are told"""
    b, site = env.signed_in("stedsadmin"), site_of(env)
    path = upload(b, "units", "Rare;Ting;Stad\nPost 77;x;Bergen\n", site=site)
    assert wait(b, path)[0]["phase"] == "matching"
    form = fields_of(b, path + "/columns")
    a = b.post(path + "/columns", {**form, "column-2": "1"})
    assert a.status == 422 and "pk-errors" in a.text
    a = b.post(path + "/columns", {**form, "column-1": "1", "column-2": "1"})
    assert a.status == 422
    assert b.post(path + "/columns", {**form, "column-1": "1", "column-4": "9"}).status == 422
    assert b.post(path + "/columns", {**form, "column-1": "1", "column-4": "3"}).status == 303
    seen, _, rows = wait(b, path)
    assert counts(seen) == [1, 0, 0, 0] and rows[0]["title"] == "Post 77"


def test_rights_lost(env):
    """what somebody asked for who has lost the role or the account meanwhile is not done"""
    b, admin, site = env.signed_in("stedsadmin"), env.signed_in("admin"), site_of(env)
    path = upload(b, "units", "Navn\nSent ute\n", site=site)
    assert counts(wait(b, path)[0]) == [1, 0, 0, 0]
    who = env.sql("SELECT id FROM person WHERE email = 'stedsadmin@demo.example'")[0][0]
    asked = ("INSERT INTO job (kind, thing, thing_id, person, next_at, created_at) VALUES ('import_apply', 'import', %s, %s,"
             " UTC_TIMESTAMP(), UTC_TIMESTAMP())" % (path.split("/")[-1], who))
    roles = "UPDATE person_grant SET valid_to = %s WHERE person = " + who + " AND role = 'site_administrator'"
    for lose, regain in ((roles % "'2020-01-01', valid_from = '2020-01-01'", roles % "NULL"),
                         ("UPDATE account SET closed = 1 WHERE person = " + who, "UPDATE account SET closed = 0 WHERE person = " + who)):
        env.sql(lose)
        env.sql(asked)
        seen, job, _ = wait(admin, path)
        env.sql(regain)
        assert job["error"] == "import_not_allowed" and seen["state"] == "checked", (lose, job, seen)


def test_changed_since(env):
    """importing does what was looked at, or nothing: a change in between is shown first"""
    b, site, before = env.signed_in("stedsadmin"), site_of(env), region(env)
    unit = env.sql("SELECT id, name FROM unit WHERE site = %s AND parent IS NULL LIMIT 1" % site)[0]
    path = upload(b, "units", "Navn;Adresse\n%s;Ny gate 1\n" % unit[1], site=site)
    assert counts(wait(b, path)[0]) == [0, 1, 0, 0]
    env.sql("UPDATE unit SET address = 'Mens du så', version = version + 1 WHERE id = " + unit[0])
    assert act(b, path, "apply").status == 303
    seen, job, rows = wait(b, path)
    assert seen["state"] == "checked" and job["error"] == "import_changed_since" and rows[0]["old-value"] == "Mens du så"
    apply(b, path)
    assert undo(b, path)[0]["state"] == "undone"
    env.sql("UPDATE unit SET address = NULL WHERE id = " + unit[0])
    assert region(env) == before


def test_rights(env):
    """others' imports are not there; nobody imports for a place that is not theirs"""
    b, site = env.signed_in("stedsadmin"), site_of(env)
    path = upload(b, "units", "Navn\nPost 1\n", site=site)
    wait(b, path)
    for who, status in (("praksis", 404), ("praksis2", 404), ("stedskoordinator", 404), ("veileder", 404), ("student", 404), ("admin", 200)):
        assert env.signed_in(who).get(path).status == status, who
    for who in ("stedskoordinator", "veileder", "student", "radgiver", "underviser"):
        assert env.signed_in(who).get("/imports").status == 403, who
    planner, own, foreign = env.signed_in("praksis"), to_come(env, 1), to_come(env, 2)
    for kind, more in (("units", {"site": site}), ("people", {"site": site}), ("programmes", {"institution": "2"}), ("people", {}),
                       ("registrations", {"activity": foreign}), ("registrations", {}), ("people", {"activity": own, "institution": "1"})):
        a = planner.upload("/imports/new", [("token", fields_of(planner)["token"]), ("kind", kind), *more.items()], "a.csv", b"a\n1\n")
        assert a.status == 422, (kind, more, a.status)
    assert env.browser().get(path).status == 303


def test_hostile(env):
    """markup, formulas and odd letters come back as text; tables that harm are refused with words"""
    b, site = env.signed_in("stedsadmin"), site_of(env)
    nasty = "<script>alert(1)</script>"
    path = upload(b, "units", 'Navn;Kommune\n"%s";"=cmd|x"\n"\u202eabc";"<b>"\n' % nasty, name="<img src=x>.csv", site=site)
    wait(b, path)
    page = b.get(path).text
    assert nasty not in page and "&lt;script&gt;" in page and "<img src=x>" not in page and "&lt;img" in page
    assert b"'=cmd" in b.get(path + ".csv").body
    for data, error in ((b"PK\x03\x04junk", "sheet_damaged"), (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "sheet_foreign"), (b"Navn\n", "import_no_rows"),
                        (b"\n\n", "sheet_empty"), (b'Navn\n"a', "sheet_quote"), (b"a,b\n" + b"x," * 300 + b"y\n", "sheet_columns")):
        path = upload(b, "units", data, site=site)
        seen, _, _ = wait(b, path)
        assert seen["state"] == "unreadable" and seen["error"] == error, (data[:20], seen)
        assert 'data-color="danger"' in b.get(path).text


def test_template(env):
    """a template per kind in each language, which imports as it is"""
    b = env.signed_in("admin")
    for kind in ("units", "people", "programmes", "instances", "agreements", "registrations"):
        for lang, separator in (("nb", ";"), ("nn", ";"), ("sv", ";"), ("en", ",")):
            b.post("/language", {"token": b.get("/profile").text.split('name="token" value="')[-1].split('"')[0], "language": lang})
            a = b.get("/imports/template.csv?kind=" + kind)
            lines = a.body.decode("utf-8").split("\r\n")
            assert a.status == 200 and a.header("content-type").startswith("text/csv") and lines[0][0] == "\ufeff", (kind, lang)
            assert len(lines) == 3 and lines[0].count(separator) == lines[1].count('"' + separator + '"') and lines[2] == "", lines
    assert b.get("/imports/template?kind=nothing").status == 404 and b.get("/imports/template").status == 404
    steward = env.signed_in("stedsadmin")
    path = upload(steward, "units", steward.get("/imports/template.csv?kind=units").body, site=site_of(env))
    assert wait(steward, path)[0]["rows-total"] == "1"


def raw(env, b, body, type_text, path="/imports/new", **more):
    params = env.fcgi.params("POST", path, HTTP_COOKIE="praktikum=" + b.cookies["praktikum"],
                             **{"CONTENT_LENGTH": str(len(body)), "CONTENT_TYPE": type_text, **more})
    return env.fcgi.raw(encode(params, body))


def test_multipart(env):
    """forms with files that no browser sends are refused; only where a form has a field for one they are taken at all"""
    b = env.signed_in("stedsadmin")
    form = "multipart/form-data; boundary=x"
    part = b'--x\r\nContent-Disposition: form-data; name="%s"\r\n\r\n%s\r\n'
    file = b'--x\r\nContent-Disposition: form-data; name="file"; filename="%s"\r\nContent-Type: text/csv\r\n\r\n%s\r\n'
    assert raw(env, b, part % (b"kind", b"units") + b"--x--\r\n", form).status == 403  # no token
    for body, kind in ((b"", form), (b"--x--", "multipart/form-data"), (b"--x--", "multipart/form-data; boundary="),
                       (b"--x--", 'multipart/form-data; boundary="x'), (b"--x--", "multipart/form-data; boundary=" + "y" * 71),
                       (b"--x\r\n\r\nno name\r\n--x--", form), (part % (b"a", b"b"), form), (b"a" + part % (b"a", b"b") + b"--x--", form),
                       (file % (b"a", b"b") * 2 + b"--x--", form), (part % (b"a", b"\xff") + b"--x--", form),
                       (part % (b"a", b"b\0c") + b"--x--", form), (part % (b"n" * 65, b"b") + b"--x--", form),
                       (part % (b"a", b"b" * 20001) + b"--x--", form), (part % (b"a", b"b") * 201 + b"--x--", form),
                       (b"--x\r\nContent-Disposition: form-data; name=\"a\"; filename*=UTF-8''b\r\n\r\n1\r\n--x--", form),
                       (b"--x\r\nX-Other: 1\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--x--", form)):
        assert raw(env, b, body, kind).status == 400, (body[:80], kind)
    assert raw(env, b, part % (b"phone", b"1") + b"--x--", form, path="/profile").status == 400
    assert raw(env, b, b"x" * (8448 * 1024 + 1), form).status == 413
    assert raw(env, b, file % (b"a.csv", b"y" * (8 << 20 | 1)) + b"--x--", form).status == 413
    assert raw(env, b, b"x" * 300000, "application/x-www-form-urlencoded").status == 413


def test_file_names(env):
    """a file's name loses its folders, and is only ever shown"""
    b, site = env.signed_in("stedsadmin"), site_of(env)
    for sent, kept in (("C:\\fakepath\\a.csv", "a.csv"), ("../../etc/passwd", "passwd"), ("ŋđæö.csv", "ŋđæö.csv"), ("a\tb.csv", "a b.csv")):
        path = upload(b, "units", "Navn\nPost 1\n", name=sent, site=site)
        assert wait(b, path)[0]["file-name"] == kept, sent
    token = fields_of(b)["token"]
    fields = [("token", token), ("kind", "units"), ("site", site)]
    assert b.upload("/imports/new", fields, "", b"").status == 422      # none chosen
    assert b.upload("/imports/new", fields, "tom.csv", b"").status == 422
    assert b.post("/imports/new", {**dict(fields), "file": "text"}).status == 422


def test_repeat(env):
    """the same file sent twice from one page is one import; another file is another"""
    b, site = env.signed_in("stedsadmin"), site_of(env)
    fields = [("token", fields_of(b)["token"]), ("kind", "units"), ("site", site)]
    one, two, three = (b.upload("/imports/new", fields, "a.csv", data) for data in (b"Navn\n1\n", b"Navn\n1\n", b"Navn\n2\n"))
    assert one.location == two.location != three.location, (one.location, two.location, three.location)


def test_large(env):
    """eight megabytes are taken whole, in pieces that fit a packet; more is refused with the limit in words"""
    b, site = env.signed_in("stedsadmin"), site_of(env)
    lines = b"Navn\n" + b"".join(b"Post %06d %s\n" % (n, b"x" * 70) for n in range(98000))
    path = upload(b, "units", lines, site=site)
    kept = env.sql("SELECT SUM(LENGTH(bytes)), MAX(LENGTH(bytes)) FROM import_file WHERE import = " + path.split("/")[-1])
    assert kept == [[str(len(lines)), str(1 << 20)]], kept
    assert act(b, path, "cancel").status == 303
    wait(b, path)
    a = b.upload("/imports/new", [("token", fields_of(b)["token"])], "a.csv", b"x" * (9 << 20))
    assert a.status == 413 and "8 MB" in a.text, a.status


def resident(env, name):
    """Bytes in memory of a process of the instance and all below it."""
    def family(pid):
        return [pid] + [one for child in open("/proc/%s/task/%s/children" % (pid, pid)).read().split() for one in family(child)]
    pid = next(line.split()[1] for line in open(env.var + "/run/processes") if line.startswith(name + " "))
    return sum(1024 * int(re.search(r"VmRSS:\s+(\d+)", open("/proc/%s/status" % one).read())[1]) for one in family(pid))


def test_gigabyte(env):
    """a gigabyte, announced or in chunks, is refused with 413 and held by nobody"""
    b = env.signed_in("stedsadmin")
    head = ("POST /imports/new HTTP/1.1\r\nHost: %s\r\nCookie: %s\r\nContent-Type: multipart/form-data; boundary=x\r\n"
            % (env.base.split("//")[1], "; ".join("%s=%s" % one for one in b.cookies.items())))
    before = resident(env, "nginx"), resident(env, "workers")
    for how, wrap in (("Content-Length: %d" % (1 << 30), b"%s"), ("Transfer-Encoding: chunked", b"10000\r\n%s\r\n")):
        with socket.create_connection(("127.0.0.1", int(env.base.rsplit(":", 1)[1])), timeout=20) as stream:
            stream.sendall((head + how + "\r\n\r\n").encode())
            try:
                for _ in range(1 << 14):
                    stream.sendall(wrap % (b"x" * (1 << 16)))
            except (BrokenPipeError, ConnectionResetError):
                pass  # nginx may hang up as soon as it has answered
            assert b" 413 " in stream.recv(200), how
    after = resident(env, "nginx"), resident(env, "workers")
    assert after[0] - before[0] < 40 << 20 and after[1] - before[1] < 8 << 20, (before, after)
