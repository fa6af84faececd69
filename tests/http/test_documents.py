"""Partners' documents: valid, complete over their pages, of the partner's side alone, told what changed and what to forget."""
import datetime
import re
import time
import xml.etree.ElementTree as tree

from documents import INSTITUTION, NAMES, OTHER, ROWS, SITE, Document, fetch, follow, read, validate

# Which rows a partner may read, asked in another way than the documents do.
UNPROTECTED = "person IN (SELECT id FROM person WHERE protected = 0)"
NAMED = """ AND COALESCE(exam_session, 0) NOT IN (SELECT s.id FROM exam_session s JOIN exam e ON e.exam_session = s.id AND e.state <> 'confirmed'
                                                  WHERE s.anonymous = 1)"""
SENT = "site = 1 AND sent_at IS NOT NULL"
MAY = {
    ("organisations", INSTITUTION): {"institutions": "SELECT id FROM institution", "sites": "SELECT id FROM site", "units": "SELECT id FROM unit",
                                     "agreements": "SELECT id FROM agreement WHERE institution = 1"},
    ("organisations", SITE): {"institutions": "SELECT id FROM institution", "sites": "SELECT id FROM site", "units": "SELECT id FROM unit",
                              "agreements": "SELECT id FROM agreement WHERE site = 1"},
    ("organisations", OTHER): {"agreements": "SELECT id FROM agreement WHERE institution = 2"},
    ("activities", INSTITUTION): {"activities": "SELECT id FROM activity WHERE institution = 1",
                                  "classes": "SELECT id FROM activity_class WHERE activity IN (SELECT id FROM activity WHERE institution = 1)",
                                  "orders": "SELECT id FROM placement_order WHERE institution = 1 AND sent_at IS NOT NULL"},
    ("activities", SITE): {"activities": "SELECT DISTINCT activity FROM placement_order WHERE " + SENT,
                           "classes": "SELECT id FROM activity_class WHERE activity IN (SELECT activity FROM placement_order WHERE " + SENT + ")",
                           "orders": "SELECT id FROM placement_order WHERE " + SENT},
    ("allocations", INSTITUTION): {"allocations": "SELECT id FROM placement WHERE institution = 1 AND " + UNPROTECTED},
    ("allocations", SITE): {"allocations": "SELECT id FROM placement WHERE site = 1 AND " + UNPROTECTED},
    ("participants", INSTITUTION): {"sessions": "SELECT id FROM exam_session WHERE institution = 1 AND confirmed_at IS NOT NULL",
                                    "candidates": "SELECT id FROM candidate WHERE institution = 1 AND " + UNPROTECTED},
    ("results", INSTITUTION): {"results": "SELECT id FROM result WHERE institution = 1 AND state = 'attested' AND " + UNPROTECTED + NAMED},
}


def ids(env, statement):
    return sorted(int(row[0]) for row in env.sql(statement))


def now(env):
    """A moment of the database that everything before is older than."""
    time.sleep(1.1)
    moment = env.sql("SELECT UTC_TIMESTAMP()")[0][0].replace(" ", "T") + "Z"
    return moment


def test_valid(env):
    """every document of every partner is valid by its RELAX NG and its XSD, whole, cut, and of what changed"""
    for name in NAMES:
        documents = [page.data for key in (INSTITUTION, SITE, OTHER) if (name, key) in MAY
                     for page in follow(env, "/feeds/%s?limit=50000" % name, key) + follow(env, "/feeds/%s?limit=40&since=2020-01-01" % name, key)[-2:]]
        assert len(documents) >= 2, name
        validate(env, name, documents)


def test_schema_refuses(env):
    """the schemas refuse what is not of them"""
    document = read(env, "/feeds/results?limit=5")
    for wrong in (document.data.replace(b"grade=", b"mark=", 1), document.data.replace(b"<removed>", b"<thing/><removed>"),
                  document.data.replace(b"urn:praktikum:results:1", b"urn:praktikum:results:2")):
        assert wrong != document.data
        try:
            validate(env, "results", [wrong])
        except AssertionError:
            continue
        raise AssertionError("valid: " + wrong.decode()[:300])


def test_side(env):
    """a partner reads what its side may, and all of it; drafts, other sides and protected people never"""
    for (name, key), lists in MAY.items():
        document = read(env, "/feeds/%s?limit=50000" % name, key)
        for one, statement in lists.items():
            wanted = ids(env, statement)
            assert document.ids(one) and sorted(document.ids(one)) == wanted, (name, key[:1], one, set(document.ids(one)) ^ set(wanted))
    protected = env.sql("SELECT id, name, COALESCE(email, '-') FROM person WHERE protected = 1")
    assert protected
    for name, key in MAY:
        text = read(env, "/feeds/%s?limit=50000" % name, key).text
        for person, person_name, email in protected:
            assert ' person="%s"' % person not in text and '"%s"' % person_name not in text and email not in text, (name, person)
    site = read(env, "/feeds/allocations?limit=50000", SITE)
    assert all("student-number" not in row and row["site"] == "1" for row in site.lists["allocations"])
    activities = read(env, "/feeds/activities?limit=50000", SITE)
    assert not any("places-wanted" in row for rows in activities.lists.values() for row in rows)
    assert {row["site"] for row in activities.lists["orders"] + activities.lists["capacities"]} == {"1"}


def test_no_secrets(env):
    """no code, no accommodation, no reason, no free text leaves"""
    text = "".join(read(env, "/feeds/%s?limit=50000" % name).text for name in NAMES)
    for code, in env.sql("SELECT code FROM exam_identity"):
        assert '"%s"' % code not in text, code
    names = set(re.findall(r' ([a-z-]+)="', text))
    assert not names & {"code", "message", "answer-message", "reason", "cancel-reason", "note", "accommodation", "extra-minutes", "handed-in-at", "objection",
                        "identity-index", "comment", "protected", "profile"}, names


def test_guests(env):
    """the number that another institution gave a student is not told: in no document, and not in their ELMO file"""
    for name in ("allocations", "participants", "results"):
        row = next(one for one in read(env, "/feeds/%s?limit=50000" % name).lists[ROWS[name]] if "student-number" in one)
        before = env.sql("SELECT institution, programme FROM student WHERE person = " + row["person"])[0]
        env.sql("UPDATE student SET institution = 2, programme = (SELECT MIN(id) FROM programme WHERE institution = 2) WHERE person = " + row["person"])
        try:
            again = next(one for one in read(env, "/feeds/%s?limit=50000" % name).lists[ROWS[name]] if one["id"] == row["id"])
            assert again == {key: value for key, value in row.items() if key != "student-number"}, (name, again)
            if name == "results" and row["passed"] == "1":
                status, _, body = fetch(env, "/feeds/elmo/" + row["person"])
                assert status == 200 and row["student-number"].encode() not in body
        finally:
            env.sql("UPDATE student SET institution = %s, programme = %s WHERE person = %s" % (*before, row["person"]))


def test_anonymous(env):
    """who has an attested result of an anonymous exam is named in no document and no ELMO file before its grading is confirmed, then comes with `since`, and is to be forgotten when it is opened again"""
    session = env.sql("SELECT s.id FROM exam_session s JOIN exam e ON e.exam_session = s.id AND e.state = 'confirmed' WHERE s.institution = 1 AND s.anonymous = 1"
                      " AND EXISTS (SELECT 1 FROM result r WHERE r.exam_session = s.id AND r.state = 'attested') ORDER BY s.id LIMIT 1")[0][0]
    facts = env.sql("SELECT confirmed_at, confirmed_by FROM exam WHERE exam_session = " + session)[0]
    def told():
        return {row["id"]: row["person"] for row in read(env, "/feeds/results?limit=50000").lists["results"] if row.get("session") == session}
    before = told()
    result, person = next((one, who) for one, who in before.items() if env.sql(
        "SELECT g.passed FROM result r JOIN scale_grade g ON g.scale_version = r.scale_version AND g.position = r.grade WHERE r.id = " + one)[0][0] == "1")
    inside = ('<identifier type="local">%s</identifier>' % result).encode()
    assert inside in fetch(env, "/feeds/elmo/" + person)[2]
    opened = now(env)
    env.sql("UPDATE exam SET state = 'started', confirmed_at = NULL, confirmed_by = NULL WHERE exam_session = " + session)
    try:
        assert told() == {} and inside not in fetch(env, "/feeds/elmo/" + person)[2]
        pages = follow(env, "/feeds/results?limit=7&since=" + opened)
        assert [one for page in pages for one in page.removed()] == [("result", one) for one in sorted(map(int, before))]
        assert not any(page.lists["results"] for page in pages)
        validate(env, "results", [pages[0].data])
        moment = now(env)
        later = read(env, "/feeds/results?since=" + moment)
        assert not later.lists["results"] and not later.removed()
    finally:
        env.sql("UPDATE exam SET state = 'confirmed', confirmed_at = '%s', confirmed_by = %s WHERE exam_session = %s" % (*facts, session))
    assert told() == before
    again = read(env, "/feeds/results?since=" + opened)
    assert {row["id"] for row in again.lists["results"]} == set(before) and not again.removed()
    assert {row["id"] for row in read(env, "/feeds/results?since=" + moment).lists["results"]} == set(before)


def test_values(env):
    """rows say what the database does"""
    row = next(one for one in read(env, "/feeds/allocations?limit=50000").lists["allocations"] if "supervisor" in one)
    facts = env.sql("SELECT x.person, p.given_name, p.family_name, p.email, s.number, x.unit, x.starts, x.ends, v.name, x.version FROM placement x"
                    " JOIN person p ON p.id = x.person JOIN student s ON s.person = p.id JOIN person v ON v.id = x.supervisor WHERE x.id = %s" % row["id"])[0]
    assert facts == [row[name] for name in ("person", "given-name", "family-name", "email", "student-number", "unit", "starts", "ends", "supervisor-name", "version")]
    results = read(env, "/feeds/results?limit=50000").lists["results"]
    for row in (next(one for one in results if "points" in one and one["passed"] == "1"), next(one for one in results if "activity" in one)):
        grade, passed, examined, points, decided = env.sql(
            "SELECT g.symbol, g.passed, r.examined_on, r.points + 0, UNIX_TIMESTAMP(d.at) FROM result r JOIN result_decision d ON d.result = r.id"
            " JOIN scale_grade g ON g.scale_version = d.scale_version AND g.position = d.grade WHERE r.id = %s ORDER BY d.number DESC LIMIT 1" % row["id"])[0]
        assert (row["grade"], row["passed"], row["examined-on"]) == (grade, passed, examined)
        assert points == "NULL" or float(points) == float(row["points"])
        assert datetime.datetime.fromisoformat(row["decided-at"]).timestamp() == float(decided)


def test_pages(env):
    """pages follow each other by their addresses: each row once, in order, none left out; the last has no next"""
    for name, rows in ROWS.items():
        whole = read(env, "/feeds/%s?limit=50000" % name)
        assert "next" not in whole.root
        pages = follow(env, "/feeds/%s?limit=7" % name)
        assert len(pages) > 3 and all(len(page.ids(rows)) <= 7 for page in pages), name
        for one in whole.lists:
            together = [row for page in pages for row in page.lists[one]]
            assert together == whole.lists[one], (name, one)
        got = [number for page in pages for number in page.ids(rows)]
        assert got == sorted(set(got)), name
    usual = read(env, "/feeds/organisations")
    assert usual.root["next-since"] < usual.root["generated"] and len(usual.ids("sites")) <= 1000


def test_units_go_with_sites(env):
    """units come on the page of their site"""
    for page in follow(env, "/feeds/organisations?limit=7"):
        assert {row["site"] for row in page.lists["units"]} <= {str(number) for number in page.ids("sites")}


def test_since(env):
    """what began since a moment and nothing else; an order brings its capacities, a class its activity's page"""
    unit, order, left = env.sql("SELECT k.unit, k.placement_order, COUNT(*) OVER (PARTITION BY k.placement_order) FROM capacity k JOIN placement_order o"
                                " ON o.id = k.placement_order WHERE o.institution = 1 AND o.answer IS NOT NULL AND k.places > 0 ORDER BY 2, 1 LIMIT 1")[0]
    letter = env.sql("SELECT c.id, c.activity FROM activity_class c JOIN activity a ON a.id = c.activity WHERE a.institution = 1 ORDER BY c.id DESC LIMIT 1")[0]
    moment = now(env)
    for name in NAMES:
        document = read(env, "/feeds/%s?since=%s" % (name, moment))
        assert not any(document.lists.values()), (name, document.text[:500])
    env.sql("UPDATE unit SET address = CONCAT(COALESCE(address, ''), '!') WHERE id = %s; UPDATE placement_order SET places = places + 1 WHERE id = %s;"
            "UPDATE activity_class SET places_wanted = places_wanted + 1 WHERE id = %s" % (unit, order, letter[0]))
    try:
        organisations = read(env, "/feeds/organisations?limit=1&since=" + moment)
        assert (organisations.ids("units"), organisations.lists["sites"], organisations.lists["institutions"]) == ([int(unit)], [], [])
        assert organisations.lists["units"][0]["address"].endswith("!")
        activities = follow(env, "/feeds/activities?limit=1&since=" + moment)
        assert [row for page in activities for row in page.lists["activities"]] == []
        assert [number for page in activities for number in page.ids("orders")] == [int(order)]
        capacities = [row for page in activities for row in page.lists["capacities"]]
        assert len(capacities) == int(left) and all(row["order"] == order for row in capacities), capacities
        assert [number for page in activities for number in page.ids("classes")] == [int(letter[0])]
        assert activities[0].lists["removed"] == []
        # the same moment in other words
        said = datetime.datetime.fromisoformat(moment[:-1] + "+00:00").astimezone(datetime.timezone(datetime.timedelta(hours=2))).isoformat()
        for text in (said, said.replace("+", "%2B"), moment[:-1] + ".5Z"):
            assert read(env, "/feeds/organisations?since=" + text).ids("units") == [int(unit)], text
        assert int(unit) in read(env, "/feeds/organisations?since=" + moment[:10]).ids("units")
    finally:
        env.sql("UPDATE unit SET address = NULLIF(TRIM(TRAILING '!' FROM address), '') WHERE id = %s; UPDATE placement_order SET places = places - 1 WHERE id = %s;"
                "UPDATE activity_class SET places_wanted = places_wanted - 1 WHERE id = %s" % (unit, order, letter[0]))


def test_people_changed(env):
    """a changed name, number or class brings the rows that say it; who is no longer protected comes back; a supervisor's name goes"""
    placement, person, supervisor, registration, supervisor_name, given = env.sql(
        "SELECT x.id, x.person, x.supervisor, x.registration, v.name, p.given_name FROM placement x JOIN person p ON p.id = x.person JOIN person v ON v.id = x.supervisor"
        " WHERE x.institution = 1 AND p.protected = 0 AND v.protected = 0 AND EXISTS (SELECT 1 FROM candidate c WHERE c.person = p.id AND c.institution = 1)"
        " AND EXISTS (SELECT 1 FROM result r WHERE r.person = p.id AND r.state = 'attested') ORDER BY x.id LIMIT 1")[0]
    mine = {name: ids(env, "SELECT id FROM %s WHERE institution = 1 AND person = %s%s" % (table, person, more))
            for name, table, more in (("allocations", "placement", ""), ("participants", "candidate", ""), ("results", "result", " AND state = 'attested'"))}
    def changed(before, undo, wanted=tuple(mine)):
        moment = now(env)
        env.sql(before)
        try:
            return {name: read(env, "/feeds/%s?since=%s" % (name, moment)) for name in wanted}
        finally:
            env.sql(undo)
    renamed = changed("UPDATE person SET given_name = 'Endret' WHERE id = " + person, "UPDATE person SET given_name = '%s' WHERE id = %s" % (given, person))
    numbered = changed("UPDATE student SET number = CONCAT('X', number) WHERE person = " + person, "UPDATE student SET number = SUBSTRING(number, 2) WHERE person = " + person)
    for name, own in mine.items():
        assert own and renamed[name].ids(ROWS[name]) == own == numbered[name].ids(ROWS[name]), name
        assert all(row["given-name"] == "Endret" for row in renamed[name].lists[ROWS[name]])
        assert all(row["student-number"].startswith("X") for row in numbered[name].lists[ROWS[name]])
    env.sql("UPDATE person SET protected = 1 WHERE id = " + person)
    back = changed("UPDATE person SET protected = 0 WHERE id = " + person, "DO 0")
    assert all(back[name].ids(ROWS[name]) == own and not back[name].removed() for name, own in mine.items())
    moved = changed("UPDATE registration SET version = version + 1 WHERE id = " + registration, "UPDATE registration SET version = version - 1 WHERE id = " + registration,
                    ("allocations",))
    assert moved["allocations"].ids("allocations") == [int(placement)]
    hidden = changed("UPDATE person SET protected = 1 WHERE id = " + supervisor, "UPDATE person SET protected = 0 WHERE id = " + supervisor, ("allocations",))["allocations"]
    rows = {row["id"]: row for row in hidden.lists["allocations"]}
    assert placement in rows and "supervisor" not in rows[placement] and "supervisor-name" not in rows[placement] and supervisor_name not in hidden.text, rows.get(placement)


def test_taken_back(env):
    """a placement taken back before it began is told to be forgotten, to both sides, also when its student was moved or protected meanwhile; else to nobody"""
    placement, registration, person = env.sql(
        "SELECT x.id, x.registration, x.person FROM placement x JOIN person p ON p.id = x.person WHERE x.institution = 1 AND x.site = 1 AND p.protected = 0"
        " AND NOT EXISTS (SELECT 1 FROM assessment s WHERE s.registration = x.registration) ORDER BY x.id DESC LIMIT 1")[0]
    columns = "id, institution, activity, registration, person, site, unit, lecturer, supervisor, starts, ends, ended_on, version"
    moment = now(env)
    env.sql("CREATE TABLE taken_back AS SELECT %s FROM placement WHERE id = %s" % (columns, placement))
    try:
        env.sql("DELETE FROM placement WHERE id = " + placement)
        for key in (INSTITUTION, SITE):
            document = read(env, "/feeds/allocations?since=" + moment, key)
            assert ("allocation", int(placement)) in document.removed() and int(placement) not in document.ids("allocations"), key
        assert ("allocation", int(placement)) not in read(env, "/feeds/allocations?since=" + now(env)).removed()
        env.sql("UPDATE person SET protected = 1 WHERE id = " + person)
        for key in (INSTITUTION, SITE):
            assert ("allocation", int(placement)) in read(env, "/feeds/allocations?since=" + moment, key).removed(), key
    finally:
        env.sql("UPDATE person SET protected = 0 WHERE id = %s; INSERT IGNORE INTO placement (%s) SELECT %s FROM taken_back; DROP TABLE taken_back" % (person, columns, columns))
    assert ("allocation", int(placement)) not in read(env, "/feeds/allocations?since=" + moment).removed()


def test_forget(env):
    """who becomes protected, and for a site who is moved away, is told to be forgotten, by number alone; who always was is not named"""
    placement, person, name = env.sql("SELECT x.id, x.person, p.name FROM placement x JOIN person p ON p.id = x.person WHERE x.institution = 1 AND x.site = 1 AND p.protected = 0"
                                      " AND EXISTS (SELECT 1 FROM candidate c WHERE c.person = x.person AND c.institution = 1)"
                                      " AND EXISTS (SELECT 1 FROM result r WHERE r.person = x.person AND r.state = 'attested') ORDER BY x.id DESC LIMIT 1")[0]
    candidates = ids(env, "SELECT id FROM candidate WHERE institution = 1 AND person = " + person)
    results = ids(env, "SELECT id FROM result WHERE institution = 1 AND state = 'attested' AND person = " + person)
    others = env.sql("SELECT x.id, x.person, x.unit, (SELECT MIN(u.id) FROM unit u WHERE u.site = 2) FROM placement x JOIN person p ON p.id = x.person"
                     " WHERE x.institution = 1 AND x.site = 1 AND p.protected = 0 AND x.person <> %s AND x.supervisor IS NULL ORDER BY x.id LIMIT 1" % person)[0]
    always = env.sql("SELECT person FROM placement WHERE institution = 1 AND person IN (SELECT id FROM person WHERE protected = 1) LIMIT 1")[0][0]
    moment = now(env)
    env.sql("UPDATE person SET protected = 1 WHERE id = %s; UPDATE person SET phone = '+47 1' WHERE id = %s; UPDATE placement SET site = 2, unit = %s WHERE id = %s"
            % (person, always, others[3], others[0]))
    try:
        for key, removed in ((INSTITUTION, [("allocation", int(placement))]), (SITE, sorted([("allocation", int(placement)), ("allocation", int(others[0]))]))):
            document = read(env, "/feeds/allocations?since=" + moment, key)
            assert [one for one in document.removed() if one[1] in (int(placement), int(others[0]))] == removed, (document.removed(), removed)
            assert name not in document.text
        mine = read(env, "/feeds/allocations?since=" + moment)
        theirs = ids(env, "SELECT id FROM placement WHERE person = " + always)
        assert not {number for _, number in mine.removed()} & set(theirs)
        assert int(others[0]) in mine.ids("allocations")
        assert [number for _, number in read(env, "/feeds/participants?since=" + moment).removed()] == candidates
        assert [number for _, number in read(env, "/feeds/results?since=" + moment).removed()] == results
        for feed, own in (("allocations", [int(placement)]), ("participants", candidates), ("results", results)):
            for ask in ("", "&since=" + moment):
                document = read(env, "/feeds/%s?limit=50000%s" % (feed, ask))
                assert own and not set(own) & set(document.ids(ROWS[feed])) and name not in document.text, (feed, ask)
        assert read(env, "/feeds/allocations?limit=50000").removed() == []
        later = now(env)
        for feed, key in (("allocations", INSTITUTION), ("allocations", SITE), ("participants", INSTITUTION), ("results", INSTITUTION)):
            assert read(env, "/feeds/%s?since=%s" % (feed, later), key).removed() == [], (feed, key)
        # a cut is told of what lies in it
        assert ("allocation", int(placement)) in [one for page in follow(env, "/feeds/allocations?limit=1&since=" + moment) for one in page.removed()]
    finally:
        env.sql("UPDATE person SET protected = 0 WHERE id = %s; UPDATE person SET phone = NULL WHERE id = %s; UPDATE placement SET site = 1, unit = %s WHERE id = %s"
                % (person, always, others[2], others[0]))


def test_removed_rows(env):
    """units, agreements and classes that are no more are named once, to whom they concerned"""
    env.sql("INSERT INTO unit (site, name) VALUES (2, 'Forbi'); INSERT INTO agreement (institution, site, valid_from) VALUES (1, 2, '2026-01-01');"
            "INSERT INTO activity_class (activity, letter, starts, ends, places_wanted) SELECT id, 'Z', starts, ends, 1 FROM activity WHERE institution = 1 ORDER BY id LIMIT 1")
    unit, agreement, letter = env.sql("SELECT (SELECT MAX(id) FROM unit), (SELECT MAX(id) FROM agreement), (SELECT MAX(id) FROM activity_class)")[0]
    assert int(unit) in read(env, "/feeds/organisations").ids("units")
    moment = now(env)
    env.sql("DELETE FROM unit WHERE id = %s; DELETE FROM agreement WHERE id = %s; DELETE FROM activity_class WHERE id = %s" % (unit, agreement, letter))
    organisations = read(env, "/feeds/organisations?since=" + moment)
    assert organisations.removed() == [("agreement", int(agreement)), ("unit", int(unit))], organisations.removed()
    assert read(env, "/feeds/organisations?since=" + moment, SITE).removed() == [("unit", int(unit))]
    assert read(env, "/feeds/activities?since=" + moment).removed() == [("class", int(letter))]
    validate(env, "organisations", [organisations.data])
    assert read(env, "/feeds/organisations?since=" + now(env)).removed() == []


def test_hostile_text(env):
    """what people type does not break a document"""
    site, before = env.sql("SELECT id, name FROM site ORDER BY id DESC LIMIT 1")[0]
    typed = "</site><!-- \"'&amp; \u2028 čđŋ 😀 ]]> \u0001\ufffe<x>"
    env.sql("UPDATE site SET name = CONVERT(X'%s' USING utf8mb4) WHERE id = %s" % (typed.encode().hex(), site))
    try:
        document = read(env, "/feeds/organisations?limit=50000")
        row = next(one for one in document.lists["sites"] if one["id"] == site)
        assert row["name"] == typed.replace("\u0001", "\ufffd").replace("\ufffe", "\ufffd"), row["name"]
        validate(env, "organisations", [document.data])
    finally:
        env.sql("UPDATE site SET name = CONVERT(X'%s' USING utf8mb4) WHERE id = %s" % (before.encode().hex(), site))


def test_refusals(env):
    """without a key 401, not granted 404, another method 405, a wrong question 400: a problem document each"""
    for name in NAMES:
        path = "/feeds/" + name
        wanted = [(fetch(env, path, None), 401), (fetch(env, path, "1-no"), 401), (fetch(env, path, method="DELETE"), 405), (fetch(env, path + ".xml"), 404),
                  (fetch(env, path + "?page=1"), 400)]
        wanted += [(fetch(env, path + "?" + ask), 400) for ask in ("limit=0", "limit=50001", "limit=x", "after=-1", "after=4294967296", "since=yesterday",
                                                                   "since=2026-02-30", "limit=1&limit=2")]
        if (name, OTHER) not in MAY:
            wanted.append((fetch(env, path, OTHER), 404))
        if (name, SITE) not in MAY:
            wanted.append((fetch(env, path, SITE), 404))
        for (status, headers, body), expected in wanted:
            assert status == expected, (name, status, expected, body[:200])
            assert headers["Content-Type"].startswith("application/problem+xml"), headers["Content-Type"]
            assert tree.fromstring(body).tag == "{urn:ietf:rfc:7807}problem"
        status, headers, body = fetch(env, path, method="HEAD")
        assert (status, body) == (200, b"") and headers["Content-Type"].startswith("application/xml")
        assert headers["Cache-Control"] == "no-store"


def test_schemas_published(env):
    """schemas are there for everybody, as what they are"""
    for name in NAMES:
        for end, media in (("rnc", "application/relax-ng-compact-syntax"), ("xsd", "application/xml")):
            status, headers, body = fetch(env, "/schemas/%s-1.%s" % (name, end), None)
            assert (status, headers["Content-Type"]) == (200, media), (name, end, status)
            assert b"include" not in body or end == "xsd", name
    assert Document(read(env, "/feeds/results").data).namespace == "urn:praktikum:results:1"
