"""Before an allocation is shared nothing of it reaches a site or a student, in no page and no format: students with names of
their own are registered, wish, are allocated, proposed and talked of, then every route is asked for as everybody who must not see
them."""
import io
import pathlib
import re
import time
import urllib.parse
import zipfile

ROUTES = pathlib.Path(__file__).resolve().parent.parent.parent / "fcgi" / "routes.def"
FORMATS = ("", ".xml", ".csv", ".xlsx", ".ods", ".ics", ".atom")
NAMES = ("Lekkasjeprøva", "Lekkasjelærar", "Lekkasjegrunn")
SEARCHED = "Lekkasje"


def said(answer):
    """All that an answer says: of a workbook its parts."""
    if answer.body[:2] != b"PK":
        return answer.text
    with zipfile.ZipFile(io.BytesIO(answer.body)) as package:
        return "\n".join(package.read(name).decode("utf-8", "replace") for name in package.namelist())



def planted(env, person):
    """An activity that site 1 was asked for, with two students allocated there that nobody has heard of; one is `person`'s neighbour."""
    activity = env.sql("SELECT n.activity FROM allocation_plan n JOIN placement_order o ON o.activity = n.activity AND o.site = 1"
                       " JOIN activity a ON a.id = n.activity WHERE n.institution = 1 AND n.shares = 0 AND a.cancelled_at IS NULL"
                       " AND o.state IN ('answered', 'closed') AND o.places_confirmed > 0 AND a.starts > CURRENT_DATE"
                       " ORDER BY n.activity DESC LIMIT 1")[0][0]
    unit = env.sql("SELECT k.unit FROM capacity k JOIN placement_order o ON o.id = k.placement_order"
                   " WHERE o.activity = %s AND o.site = 1 AND k.places > 0 LIMIT 1" % activity)[0][0]
    stamp = time.time_ns()
    people = []
    for number, family in enumerate(NAMES[:2] + NAMES[:1]):
        env.sql("INSERT INTO person (given_name, family_name, email) VALUES ('Namn%d', '%s', 'lekkasje.%d.%d@example.org')"
                % (number, family, number, stamp))
        people.append(env.sql("SELECT MAX(id) FROM person")[0][0])
        env.sql("INSERT INTO search_word (thing, id, scope, word, own, later, sort) VALUES ('person', %s, 0, LOWER('%s'), 1, 0, '%s'),"
                " ('person', %s, 1, LOWER('%s'), 1, 0, '%s')" % ((people[-1], family, family) * 2))
    one, lecturer, two = people
    env.sql("INSERT INTO person_grant (person, role, institution, valid_from) VALUES (%s, 'lecturer', 1, '2020-01-01'),"
            " (%s, 'student', 1, '2020-01-01'), (%s, 'student', 1, '2020-01-01')" % (lecturer, one, two))
    for student in (one, two):
        env.sql("INSERT INTO registration (institution, activity, activity_class, person, wishes_at)"
                " SELECT 1, %s, (SELECT MIN(k.id) FROM activity_class k WHERE k.activity = %s), %s, NOW()" % (activity, activity, student))
        registration = env.sql("SELECT MAX(id) FROM registration")[0][0]
        env.sql("INSERT INTO wish VALUES (%s, 1, 1, %s)" % (registration, unit))
        env.sql("INSERT INTO registration_conflict (registration, kind, site) SELECT %s, 'interest', s.id FROM site s"
                " WHERE s.id <> 1 LIMIT 1" % registration)
        env.sql("INSERT INTO allocation (registration, activity, site, unit, locked, lecturer, supervisor)"
                " VALUES (%s, %s, 1, %s, 1, %s, 8)" % (registration, activity, unit, lecturer))
    env.sql("INSERT IGNORE INTO registration (institution, activity, activity_class, person)"
            " SELECT 1, %s, (SELECT MIN(k.id) FROM activity_class k WHERE k.activity = %s), %s" % (activity, activity, person))
    own = env.sql("SELECT id FROM registration WHERE activity = %s AND person = %s" % (activity, person))[0][0]
    env.sql("INSERT IGNORE INTO allocation (registration, activity, site, unit, lecturer, supervisor) VALUES (%s, %s, 1, %s, %s, 8)"
            % (own, activity, unit, lecturer))
    env.sql("INSERT INTO event (uuid, at, area, kind, thing, thing_id, thing_version, institution, activity) VALUES"
            " (UUID(), UTC_TIMESTAMP(6), 'allocation', 'registration.needs_changed', 'registration', %s, 2, 1, %s)" % (own, activity))
    event = env.sql("SELECT MAX(id) FROM event")[0][0]
    env.sql("INSERT INTO event_change (event, number, field, subject, old_value, new_value)"
            " VALUES (%s, 1, 'unit', 'Namn0 %s', NULL, '%s')" % (event, NAMES[0], NAMES[2]))
    return activity, unit, one, two, lecturer, own


def things(env, activity, unit, person, own):
    """Ids of each kind of thing about the planted: whatever an address may name."""
    ids = {"activity": [activity], "unit": [unit], "site": ["1"], "institution": ["1"], "person": [person],
           "registration": env_ids(env, "SELECT id FROM registration WHERE activity = %s" % activity),
           "order": env_ids(env, "SELECT id FROM placement_order WHERE activity = %s" % activity),
           "class": env_ids(env, "SELECT id FROM activity_class WHERE activity = %s" % activity),
           "placement": env_ids(env, "SELECT id FROM placement WHERE activity = %s" % activity)}
    known = {row[0] for row in env.sql("SHOW TABLES")}
    if "proposal" in known:
        ids["proposal"] = env_ids(env, "SELECT id FROM proposal WHERE activity = %s" % activity)
    ids["group"] = env_ids(env, "SELECT id FROM allocation_group WHERE activity = %s" % activity)
    ids["registration"].sort(key=lambda number: number != own)
    return ids


def env_ids(env, statement):
    return [row[0] for row in env.sql(statement + " ORDER BY id LIMIT 5")]


def addresses(env, ids):
    """Every address that GET may have, each with what it searches for."""
    found = []
    for path, parameters in re.findall(r'^(?:PAGE|ACTION|FILE|ATOM)\("([^"]+)".*"([^"]*)"\)$', ROUTES.read_text(encoding="utf-8"), re.M):
        tries = [path]
        for thing in re.findall(r"\{([a-z]+)\}", path):
            tries = [one.replace("{%s}" % thing, number) for one in tries for number in ids.get(thing, ["1"])]
        asked = ["", "?q=" + urllib.parse.quote(SEARCHED)] if re.search(r"\blist\b|\bq:", parameters) else [""]
        if "view:word" in parameters:
            asked += ["?view=coming", "?view=earlier"]
        found += [(one, query) for one in tries for query in asked]
    return found


def remove(env, activity, people, own, made):
    """As it was."""
    students = "SELECT id FROM registration WHERE activity = %s AND person IN (%s)" % (activity, ",".join(people))
    gone = [row[0] for row in env.sql(students)] + ([own] if made else [])
    listed = ",".join(gone)
    for table in ("share_change", "placement", "allocation", "wish", "registration_conflict"):
        env.sql("DELETE FROM %s WHERE registration IN (%s)" % (table, listed))
    env.sql("DELETE FROM registration WHERE id IN (%s)" % listed)
    env.sql("DELETE FROM person_grant WHERE person IN (%s)" % ",".join(people))
    env.sql("DELETE FROM search_word WHERE thing = 'person' AND id IN (%s)" % ",".join(people))
    env.sql("DELETE FROM person WHERE id IN (%s)" % ",".join(people))


def test_leak(env):
    """before sharing no route, in no format, shows a site or a student anything of it; those who allocate see it"""
    made = True
    activity, unit, one, two, lecturer, own = planted(env, "9")
    try:
        ids = things(env, activity, unit, one, own)
        asked = addresses(env, ids)
        assert len(asked) > 120, "too few routes were found"
        seen, requests = [], 0
        # the lecturer named there is among these: they too see nothing before it is shared
        for who in ("stedskoordinator", "stedsadmin", "veileder", "student", "stedskoordinator2", "praksis2"):
            b = env.signed_in(who)
            for path, query in asked:
                for form in FORMATS:
                    if form and path == "/":
                        continue
                    answer = b.get(path + form + query)
                    requests += 1
                    assert answer.status < 500, "%s %s%s%s: %d" % (who, path, form, query, answer.status)
                    text = said(answer).replace("q=" + urllib.parse.quote(SEARCHED), "")
                    if any(name in text for name in NAMES):
                        seen.append("%s %s%s%s" % (who, path, form, query))
        assert not seen, "\n".join(seen[:40])
        assert requests > 1000
        inside = env.signed_in("praksis")
        assert any(NAMES[0] in inside.get("/activities/%s/%s.xml" % (activity, page)).text for page in ("students", "board", "share"))
        # nor the numbers: what a site and a student read of the activity is the same with them as without
        own_page = env.signed_in("student").get("/registrations/%s.xml" % own)
        assert own_page.status == 200 and "/units/%s" % unit not in own_page.text and "placement=" not in own_page.text, own_page.text
        # and were it shared it would be found
        env.sql("INSERT INTO placement (institution, activity, registration, person, site, unit, starts, ends)"
                " SELECT 1, r.activity, r.id, r.person, 1, %s, '2027-01-04', '2027-02-04' FROM registration r"
                " WHERE r.activity = %s AND r.person = %s" % (unit, activity, one))
        site = env.signed_in("stedskoordinator")
        for path in ("/activities/%s/allocation" % activity, "/students?view=coming", "/search?q=" + SEARCHED):
            page, mark, query = path.partition("?")
            for form in ("", ".xml", ".csv", ".xlsx", ".ods") if page != "/search" else ("", ".xml"):
                assert NAMES[0] in said(site.get(page + form + mark + query)), path + form
    finally:
        remove(env, activity, [one, two, lecturer], own, made)


def test_numbers(env):
    """nor does any count, status or calendar line of a site or a student change when students are allocated"""
    readers = {"stedskoordinator": ["/", "/calendar", "/calendar/month", "/orders", "/students", "/students?view=coming", "/notices"],
               "veileder": ["/", "/students", "/students?view=coming", "/notices"]}
    activity = env.sql("SELECT n.activity FROM allocation_plan n JOIN placement_order o ON o.activity = n.activity AND o.site = 1"
                       " JOIN activity a ON a.id = n.activity WHERE n.institution = 1 AND n.shares = 0 AND a.cancelled_at IS NULL"
                       " AND o.state IN ('answered', 'closed') AND a.starts > CURRENT_DATE ORDER BY n.activity DESC LIMIT 1")[0][0]
    readers["stedskoordinator"] += ["/activities/%s%s" % (activity, tab) for tab in ("", "/sites", "/roles", "/allocation", "/history")]

    def look():
        found = {}
        for who, paths in readers.items():
            b = env.signed_in(who)
            for path in paths:
                page, mark, query = path.partition("?")
                text = b.get((page if page != "/" else "/index") + ".xml" + mark + query).text if page != "/" else b.get("/").text
                found[who, path] = re.sub(r'(?:token|now|request)="[^"]*"|value="[0-9a-f]{32,}"|last-seen[^ ]*', "", text)
        return found
    before = look()
    activity, unit, one, two, lecturer, own = planted(env, "9")
    try:
        env.sql("UPDATE activity_count SET registered = registered + 3 WHERE activity = %s" % activity)
        after = look()
    finally:
        env.sql("UPDATE activity_count SET registered = registered - 3 WHERE activity = %s" % activity)
        remove(env, activity, [one, two, lecturer], own, True)
    different = [key for key in before if before[key] != after[key]]
    assert not different, different


def test_last_day(env):
    """a student's last day for wishes says nothing of when and how often the institution works on the allocation"""
    activity = env.sql("SELECT l.activity FROM allocation_plan l JOIN registration r ON r.activity = l.activity AND r.state = 'registered'"
                       " JOIN person p ON p.id = r.person AND p.email = 'student@demo.example' WHERE l.wishes_to IS NOT NULL LIMIT 1")[0][0]
    student = env.signed_in("student")
    before = student.get("/calendar.ics").text
    assert "UID:wishes-%s@" % activity in before, before
    env.sql("UPDATE allocation_plan SET version = version + 1 WHERE activity = %s" % activity)
    assert student.get("/calendar.ics").text == before
