"""Calendars that are subscribed to: each person's own, and a place's as its maker sees it, at addresses that end. libical and khal read them."""
import datetime
import re
import time

from test_calendar import calendar, khal_days


def address(b, page="/profile/calendars"):
    """Makes the address of a page's calendar; gives its path."""
    a = b.fill(page)
    assert a.status == 303 and a.location == page, (page, a.status, a.location)
    return re.search(r'value="http://[^/"]*(/calendars/[^"]*)"', b.get(page).text).group(1)


def read(env, path):
    """Its events by the first words of their UIDs, as libical reads them; nobody is signed in."""
    events = calendar(env, env.browser(), path)
    found = {e["uid"].split("@")[0]: e for e in events}
    assert len(found) == len(events), "a UID twice"
    return found


def person(env, name):
    return env.sql("SELECT id FROM person WHERE email = '%s@demo.example'" % name)[0][0]


def students(found):
    """How many a calendar says that one follows."""
    return sum(int(re.match(r"\d+", e["summary"]).group()) for uid, e in found.items() if uid.startswith("follow-"))


def forget(env):
    env.sql("DELETE FROM private_address WHERE purpose IN ('calendar', 'place_calendar')")


def test_address(env):
    """made, shown to its owner alone, made anew, ended: then nobody is answered; a key of another purpose opens nothing"""
    try:
        b = env.signed_in("student")
        first = address(b)
        assert env.browser().get(first).status == 200
        second = address(b)
        assert second != first and env.browser().get(first).status == 404 and env.browser().get(second).status == 200
        assert env.browser().get(second.replace("/own", "/place")).status == 404
        assert env.browser().get(second[:-1] + ("A" if second[-1] != "A" else "B")).status == 404
        number = env.sql("SELECT id FROM private_address WHERE purpose = 'calendar' AND ended_at IS NULL AND person = " + person(env, "student"))[0][0]
        assert env.signed_in("praksis").get("/profile/calendars/%s/end" % number).status == 404, "another's"
        assert b.fill("/profile/calendars/%s/end" % number).status == 303
        assert env.browser().get(second).status == 404 and b.get("/profile/calendars/%s/end" % number).status == 404
        kinds = [row[0] for row in env.sql("SELECT kind FROM event WHERE kind LIKE 'person.calendar%%' AND thing_id = %s ORDER BY id DESC LIMIT 3" % person(env, "student"))]
        assert kinds == ["person.calendar_ended", "person.calendar_opened", "person.calendar_opened"], kinds
    finally:
        forget(env)


def test_kept_by_who_fetched_it(env):
    """the same answer is 304 to who has it; whoever fetches is noted once an hour"""
    try:
        path = address(env.signed_in("student"))
        a = env.browser().get(path)
        assert a.header("cache-control") == "private, no-cache"
        assert env.browser().get(path, **{"If-None-Match": a.header("etag")}).status == 304
        assert env.sql("SELECT COUNT(*) FROM private_address WHERE purpose = 'calendar' AND last_used_at IS NOT NULL")[0][0] == "1"
    finally:
        forget(env)


def test_own_student(env):
    """a student's own placements, exams, courses and deadlines, all of them and nobody else's"""
    try:
        me = person(env, "student")
        found = read(env, address(env.signed_in("student")))
        for prefix, statement in (
                ("placement-", "SELECT id FROM placement WHERE person = %s AND ends >= CURDATE() - INTERVAL 180 DAY"),
                ("course-", "SELECT r.course_instance FROM course_registration r JOIN course_instance i ON i.id = r.course_instance "
                            "WHERE r.person = %s AND r.state = 'registered' AND i.ends >= CURDATE() - INTERVAL 180 DAY"),
                ("exam-", "SELECT c.exam_session FROM candidate c JOIN exam_session s ON s.id = c.exam_session WHERE c.person = %s "
                          "AND c.state = 'registered' AND s.state = 'confirmed' AND s.starts_on >= CURDATE() - INTERVAL 180 DAY")):
            wanted = {row[0] for row in env.sql(statement % me)}
            got = {uid[len(prefix):] for uid, e in found.items() if uid.startswith(prefix) and e["status"] == "CONFIRMED"}
            assert wanted and got == wanted, (prefix, got ^ wanted)
        assert any(uid.startswith("wishes-") for uid in found) and not any(uid.startswith("due-") for uid in found)
    finally:
        forget(env)


def test_own_others(env):
    """supervisors are told how many they follow and never whom; examiners their sessions; a site's people what it owes answers to"""
    try:
        names = [row[0] for row in env.sql("SELECT p.name FROM placement x JOIN person p ON p.id = x.person WHERE x.supervisor = " + person(env, "veileder"))]
        path = address(env.signed_in("veileder"))
        text = env.browser().get(path).text.replace("\r\n ", "")
        assert names and not [name for name in names if name in text]
        assert any(uid.startswith("follow-") for uid in read(env, path))
        assert any(uid.startswith("exam-") for uid in read(env, address(env.signed_in("sensor"))))
        assert any(uid.startswith("due-") for uid in read(env, address(env.signed_in("stedskoordinator"))))
    finally:
        forget(env)


def test_changes(env):
    """what is moved keeps its UID and its SEQUENCE grows; what is cancelled stays for 90 days and says so"""
    place = env.sql("SELECT x.id, x.version, x.activity FROM placement x WHERE x.person = %s AND x.ended_on IS NULL ORDER BY x.ends DESC LIMIT 1" % person(env, "student"))[0]
    session = env.sql("SELECT s.id FROM exam_session s JOIN candidate c ON c.exam_session = s.id WHERE c.person = %s AND c.state = 'registered' "
                      "AND s.state = 'confirmed' AND s.starts_on > CURDATE() LIMIT 1" % person(env, "student"))[0][0]
    try:
        path = address(env.signed_in("student"))
        before = read(env, path)
        env.sql("UPDATE placement SET ends = ends + INTERVAL 1 DAY, version = version + 1 WHERE id = " + place[0])
        after = read(env, path)
        uid = "placement-" + place[0]
        assert after.keys() == before.keys() and after[uid]["end"] > before[uid]["end"]
        assert int(after[uid]["sequence"]) > int(before[uid]["sequence"])
        env.sql("UPDATE candidate SET state = 'withdrawn', version = version + 1 WHERE exam_session = %s AND person = %s" % (session, person(env, "student")))
        gone = read(env, path)["exam-" + session]
        assert gone["status"] == "CANCELLED" and int(gone["sequence"]) > int(before["exam-" + session]["sequence"])
        env.sql("UPDATE activity SET cancelled_at = UTC_TIMESTAMP(), version = version + 1 WHERE id = " + place[2])
        assert read(env, path)[uid]["status"] == "CANCELLED"
    finally:
        env.sql("UPDATE placement SET ends = ends - INTERVAL 1 DAY, version = version + 1 WHERE id = %s AND version > %s" % (place[0], place[1]))
        env.sql("UPDATE candidate SET state = 'registered', version = version + 1 WHERE exam_session = %s AND person = %s AND state = 'withdrawn'" % (session, person(env, "student")))
        env.sql("UPDATE activity SET cancelled_at = NULL, version = version + 1 WHERE cancelled_at IS NOT NULL AND id = " + place[2])
        forget(env)


def test_due(env):
    """answers due keep their UID when the day moves, an activity's for who ordered, an order's for who answers; what no longer waits is cancelled; SEQUENCE only grows"""
    activity, order, other = env.sql("SELECT o.activity, MIN(o.id), MAX(o.id) FROM placement_order o JOIN activity a ON a.id = o.activity AND a.cancelled_at IS NULL "
                                     "WHERE o.institution = 1 AND o.state = 'sent' AND o.due_on > CURDATE() GROUP BY 1 HAVING COUNT(*) > 1 ORDER BY SUM(o.site = 1) DESC, 1 LIMIT 1")[0]
    wait = [row[0] for row in env.sql("SELECT id FROM placement_order WHERE state = 'sent' AND activity = " + activity)]
    here = env.sql("SELECT id FROM placement_order WHERE state = 'sent' AND site = 1 AND due_on > CURDATE() ORDER BY id LIMIT 1")[0][0]
    answered = env.sql("SELECT places_answered FROM activity_count WHERE activity = " + activity)[0][0]
    env.sql("CREATE TABLE kept_days AS SELECT id, due_on FROM placement_order WHERE state = 'sent'")
    answer = "UPDATE placement_order SET state = 'answered', answer = 'declined', answered_at = UTC_TIMESTAMP(), version = version + 1 WHERE id IN (%s)"
    try:
        b = env.signed_in("praksis")
        own, place, asked = address(b), address(b, "/institutions/1/calendar"), address(env.signed_in("stedskoordinator"), "/sites/1/calendar")
        uid, ours = "due-activity-" + activity, "due-order-" + here

        def newer(now, before):
            return int(now["sequence"]) >= max(int(before["sequence"]) + 1, int(time.time()) // 60 - 1)

        before, line = read(env, own)[uid], read(env, asked)[ours]
        env.sql("UPDATE placement_order SET due_on = due_on + INTERVAL 3 DAY, version = version + 1 WHERE id IN (%s)" % ",".join(wait + [here]))
        moved, line_moved = read(env, own)[uid], read(env, asked)[ours]
        assert moved["start"] > before["start"] and newer(moved, before) and line_moved["start"] > line["start"] and newer(line_moved, line), (before, moved)
        lines = {u: e for u, e in read(env, place).items() if u.split("-")[:2] == ["activity", activity]}
        env.sql(answer % order)
        env.sql("UPDATE activity_count SET places_answered = places_answered + 1 WHERE activity = " + activity)
        after = read(env, own)[uid]
        assert after["summary"] != moved["summary"] and after["status"] == "CONFIRMED" and newer(after, moved), (moved, after)
        now = read(env, place)
        assert lines and all(int(now[u]["sequence"]) >= max(int(e["sequence"]), int(time.time()) // 60 - 1) for u, e in lines.items()), lines
        env.sql(answer % ",".join(wait + [here]))
        for found in (read(env, own), read(env, place)):
            assert found[uid]["status"] == "CANCELLED" and newer(found[uid], after), found[uid]
        found = read(env, asked)[ours]
        assert found["status"] == "CANCELLED" and newer(found, line_moved), found
        assert not [u for u in {**read(env, own), **read(env, asked)} if u.startswith("due-") and not re.match(r"due-(activity|order)-\d+$", u)]
    finally:
        env.sql("UPDATE placement_order o JOIN kept_days k ON k.id = o.id SET o.state = 'sent', o.answer = NULL, o.answered_at = NULL, o.due_on = k.due_on, "
                "o.version = o.version + 1 WHERE o.state <> 'sent' OR o.due_on <> k.due_on; DROP TABLE kept_days")
        env.sql("UPDATE activity_count SET places_answered = %s WHERE activity = %s" % (answered, activity))
        forget(env)


def test_meeting(env):
    """a meeting about a warning that is moved to another day is the same event, moved; it stands at its hour, on the whole day when it has none"""
    place, registration = env.sql("SELECT x.id, x.registration FROM placement x WHERE x.person = %s AND x.ended_on IS NULL ORDER BY x.ends DESC LIMIT 1" % person(env, "student"))[0]
    env.sql("INSERT INTO doubt (institution, registration, person, text, given_at, due_on, meeting_on, meeting_at) SELECT institution, registration, person, 'x', UTC_TIMESTAMP(), "
            "CURDATE(), CURDATE() + INTERVAL 3 DAY, '13:30' FROM placement WHERE id = " + place)
    try:
        path = address(env.signed_in("student"))
        doubt = env.sql("SELECT MAX(id) FROM doubt WHERE registration = " + registration)[0][0]
        uid = "assess-meeting-" + doubt
        before = read(env, path)[uid]
        env.sql("UPDATE doubt SET meeting_on = meeting_on + INTERVAL 1 DAY, version = version + 1 WHERE id = " + doubt)
        after = read(env, path)[uid]
        assert after["start"] > before["start"] and int(after["sequence"]) > int(before["sequence"]), (before, after)
        assert after["start"].endswith("T133000") and after["end"] == after["start"][:8] + "T143000", after
        env.sql("UPDATE doubt SET meeting_at = NULL, version = version + 1 WHERE id = " + doubt)
        whole = read(env, path)[uid]
        assert whole["start"] == after["start"][:8] and int(whole["sequence"]) > int(after["sequence"]), whole
        for change in ("meeting_on = NULL", "meeting_on = CURDATE() + INTERVAL 5 DAY, lifted_at = UTC_TIMESTAMP()"):
            env.sql("UPDATE doubt SET %s, version = version + 1 WHERE id = %s" % (change, doubt))
            off = read(env, path)[uid]
            assert off["status"] == "CANCELLED" and int(off["sequence"]) > int(whole["sequence"]), (change, off)
        env.sql("UPDATE doubt SET meeting_on = CURDATE() - INTERVAL 2 DAY, version = version + 1 WHERE id = " + doubt)
        assert read(env, path)[uid]["status"] == "CONFIRMED", "held before the warning was lifted"
    finally:
        env.sql("DELETE FROM doubt WHERE text = 'x' AND registration = " + registration)
        forget(env)


def test_taken_back(env):
    """a placement that is taken back before it begins is cancelled in the calendar of whose it was, and once more theirs when it comes back"""
    columns = "id, institution, activity, registration, person, site, unit, lecturer, supervisor, starts, ends, ended_on, version"
    place = env.sql("SELECT id FROM placement WHERE person = %s AND ended_on IS NULL ORDER BY ends DESC LIMIT 1" % person(env, "student"))[0][0]
    env.sql("CREATE TABLE taken_back AS SELECT %s FROM placement WHERE id = %s" % (columns, place))
    try:
        path = address(env.signed_in("student"))
        before = read(env, path)
        env.sql("DELETE FROM placement WHERE id = " + place)
        after = read(env, path)
        uid = "placement-" + place
        assert before[uid]["status"] == "CONFIRMED" and after[uid]["status"] == "CANCELLED", after.get(uid)
        assert int(after[uid]["sequence"]) > int(before[uid]["sequence"]) and after[uid]["start"] == before[uid]["start"]
        assert [e["status"] for u, e in after.items() if u.startswith("placement-") and u != uid] == [e["status"] for u, e in before.items() if u.startswith("placement-") and u != uid]
        env.sql("INSERT INTO placement (%s) SELECT %s FROM taken_back" % (columns, columns.replace("version", "version + 2")))
        again = read(env, path)
        assert again[uid]["status"] == "CONFIRMED" and int(again[uid]["sequence"]) > int(after[uid]["sequence"])
    finally:
        env.sql("INSERT IGNORE INTO placement (%s) SELECT %s FROM taken_back; DROP TABLE taken_back" % (columns, columns))
        forget(env)


def test_assessments(env):
    """days of assessment keep their UID when the period is moved, and are cancelled when nobody waits there any more"""
    path, guide = address(env.signed_in("veileder")), person(env, "veileder")
    before = read(env, path)
    uid = next(u for u, e in before.items() if u.startswith("assess-final-") and e["status"] == "CONFIRMED")
    assert not [u for u in before if u.startswith("assess-") and not re.match(r"assess-(doubt|midway|final|meeting)-\d+$", u)]
    mine = [row[0] for row in env.sql("SELECT id FROM placement WHERE supervisor = %s AND activity = %s" % (guide, uid.split("-")[2]))]
    try:
        env.sql("UPDATE placement SET ends = ends + INTERVAL 1 DAY, version = version + 1 WHERE id IN (%s)" % ",".join(mine))
        moved = read(env, path)
        assert {u for u in moved if u.startswith("assess-")} == {u for u in before if u.startswith("assess-")} and moved[uid]["start"] > before[uid]["start"]
        assert int(moved[uid]["sequence"]) >= int(before[uid]["sequence"])
        env.sql("UPDATE placement SET supervisor = NULL, version = version + 1 WHERE id IN (%s)" % ",".join(mine))
        gone = read(env, path)[uid]
        assert gone["status"] == "CANCELLED" and int(gone["sequence"]) > int(moved[uid]["sequence"]), gone
    finally:
        env.sql("UPDATE placement SET ends = ends - INTERVAL 1 DAY, supervisor = %s, version = version + 1 WHERE id IN (%s)" % (guide, ",".join(mine)))
        forget(env)


def test_no_longer(env):
    """where the last student goes, an exam one no longer examines and an activity one withdraws from before a place is known are cancelled, not gone"""
    columns = "id, institution, activity, registration, person, site, unit, lecturer, supervisor, starts, ends, ended_on, version"
    me, guide, examiner = person(env, "student"), person(env, "veileder"), person(env, "sensor")
    session = env.sql("SELECT e.exam_session FROM exam_examiner e JOIN exam_session s ON s.id = e.exam_session AND s.state = 'confirmed' "
                      "WHERE e.person = %s AND s.starts_on > CURDATE() - INTERVAL 90 DAY ORDER BY s.starts_on DESC LIMIT 1" % examiner)[0][0]
    activity = env.sql("SELECT a.id FROM activity a JOIN occurrence o ON o.activity = a.id "
                               "WHERE a.institution = 1 AND a.cancelled_at IS NULL AND o.letter = '' AND o.starts > CURDATE() "
                               "AND NOT EXISTS (SELECT 1 FROM registration r WHERE r.activity = a.id AND r.person = %s) LIMIT 1" % me)[0][0]
    env.sql("INSERT INTO registration (institution, activity, person) VALUES (1, %s, %s)" % (activity, me))
    try:
        paths = [address(env.signed_in(name)) for name in ("veileder", "sensor", "student")]
        before = [read(env, path) for path in paths]
        follow = next(uid for uid, e in before[0].items() if uid.startswith("follow-") and e["status"] == "CONFIRMED")
        uids = [follow, "exam-" + session, "activity-" + activity]
        env.sql("CREATE TABLE no_longer AS SELECT %s FROM placement WHERE supervisor = %s AND activity = %s AND unit = %s" % (columns, guide, *follow.split("-")[1:]))
        env.sql("UPDATE placement SET supervisor = NULL, version = version + 1 WHERE id IN (SELECT id FROM no_longer)")
        env.sql("DELETE FROM exam_examiner WHERE exam_session = %s AND person = %s; UPDATE exam_session SET version = version + 1 WHERE id = %s" % (session, examiner, session))
        env.sql("UPDATE registration SET state = 'withdrawn', withdrawn_on = CURDATE(), version = version + 1 WHERE activity = %s AND person = %s" % (activity, me))
        for found, earlier, uid in zip([read(env, path) for path in paths], before, uids):
            assert earlier[uid]["status"] in ("CONFIRMED", "TENTATIVE") and found[uid]["status"] == "CANCELLED", (uid, found.get(uid))
            assert int(found[uid]["sequence"]) > int(earlier[uid]["sequence"]) and found[uid]["start"] == earlier[uid]["start"], (earlier[uid], found[uid])
        env.sql("UPDATE registration SET state = 'registered', withdrawn_on = NULL, version = version + 1 WHERE activity = %s AND person = %s" % (activity, me))
        again = read(env, paths[2])[uids[2]]
        assert again["status"] != "CANCELLED" and int(again["sequence"]) > int(found[uids[2]]["sequence"]), again
    finally:
        env.sql("DELETE FROM registration WHERE activity = %s AND person = %s" % (activity, me))
        env.sql("INSERT IGNORE INTO exam_examiner (exam_session, person) VALUES (%s, %s)" % (session, examiner))
        env.sql("UPDATE placement SET supervisor = %s, version = version + 1 WHERE supervisor IS NULL AND id IN (SELECT id FROM no_longer); DROP TABLE no_longer" % guide)
        forget(env)


def test_again(env):
    """every role's is the same when all are read again and again by turns: workers keep their statements"""
    try:
        names = ["admin", "praksis", "radgiver", "koordinator", "underviser", "stedsadmin", "stedskoordinator", "veileder", "student", "eksamensplanlegger", "bedommer", "sensor"]
        paths = [address(env.signed_in(name)) for name in names]
        paths.append(address(env.signed_in("praksis"), "/institutions/1/calendar"))
        b, first = env.browser(), {}
        for turn in range(8):
            for path in paths:
                a = b.get(path)
                assert a.status == 200, (turn, path, a.status)
                assert first.setdefault(path, a.text.count("BEGIN:VEVENT")) == a.text.count("BEGIN:VEVENT"), (turn, path)
    finally:
        forget(env)


def test_place(env):
    """an institution's and a site's: its activities and deadlines as its maker sees them, no people; gone with the maker's role"""
    try:
        b = env.signed_in("stedskoordinator")
        path = address(b, "/sites/1/calendar")
        found = read(env, path)
        seen = {uid.split("-")[1] for uid in found if uid.startswith("activity-")}
        own = {row[0] for row in env.sql("SELECT DISTINCT activity FROM placement_order WHERE site = 1 AND state <> 'draft'")}
        assert seen and seen <= own
        assert "X-WR-CALNAME:Praktikum – Demo Haukeland sjukehus" in env.browser().get(path).text.replace("\r\n ", "")
        whole = env.browser().get(address(env.signed_in("praksis"), "/institutions/1/calendar")).text.replace("\r\n ", "")
        courses = {row[0] for row in env.sql("SELECT id FROM course_instance WHERE institution = 1 AND ends >= CURDATE() - INTERVAL 180 DAY")}
        assert courses and set(re.findall(r"UID:course-(\d+)@", whole)) == courses and not any(uid.startswith("course-") for uid in found)
        people = [row[0] for row in env.sql("SELECT DISTINCT p.name FROM placement x JOIN person p ON p.id = x.person WHERE x.institution = 1")]
        assert len(people) > 20 and not [name for name in people if name in whole]
        assert read(env, path + "&q=finnes-ikke") == {} and env.browser().get(path + "&institution=x").status == 400
        assert read(env, path + "&site=2&institution=2").keys() == found.keys(), "the key says whose it is"
        assert env.signed_in("student").get("/institutions/1/calendar").status == 403
        assert env.signed_in("stedskoordinator").get("/sites/2/calendar").status == 403
        maker = person(env, "stedskoordinator")
        grants = ",".join(row[0] for row in env.sql("SELECT id FROM person_grant WHERE person = %s AND site = 1" % maker))
        env.sql("UPDATE person_grant SET person = %s WHERE id IN (%s)" % (person(env, "admin"), grants))
        try:
            assert env.browser().get(path).status == 404
            assert "ingen rolle her lenger" in b.get("/profile/calendars").text
        finally:
            env.sql("UPDATE person_grant SET person = %s WHERE id IN (%s)" % (maker, grants))
        assert env.browser().get(path).status == 200
    finally:
        forget(env)


def test_place_of_a_student(env):
    """who works where they study passes on nothing of their own exams and wishes with the place's calendar"""
    grant = "person = %s AND role = 'lecturer'" % person(env, "student")
    env.sql("INSERT INTO person_grant (person, role, institution, valid_from) SELECT id, 'lecturer', 1, CURDATE() FROM person WHERE id = " + person(env, "student"))
    try:
        b = env.signed_in("student")
        own, place = [env.browser().get(path).text.replace("\r\n ", "") for path in (address(b), address(b, "/institutions/1/calendar"))]
        assert "/candidates/" in own and "UID:exam-" in place
        for mark in ("/candidates/", "/registrations/", "UID:registers-"):
            assert mark not in place, mark
        assert len(re.findall(r"UID:exam-\S+", place)) == len(set(re.findall(r"UID:exam-\S+", place)))
    finally:
        env.sql("DELETE FROM person_grant WHERE " + grant)
        forget(env)


def test_protected(env):
    """who comes to be protected is in no calendar: their address stops, and they are told why there is none"""
    me = person(env, "student")
    try:
        b = env.signed_in("student")
        path = address(b)
        env.sql("UPDATE person SET protected = 1 WHERE id = " + me)
        assert env.browser().get(path).status == 404
        assert "Opplysningene dine er beskyttet" in b.get("/profile/calendars").text
        followed = int(env.sql("SELECT COUNT(*) FROM placement WHERE person = %s AND supervisor = %s AND ended_on IS NULL" % (me, person(env, "veileder")))[0][0])
        path = address(env.signed_in("veileder"))
        without = students(read(env, path))
        env.sql("UPDATE person SET protected = 0 WHERE id = " + me)
        assert followed > 0 and students(read(env, path)) == without + followed
    finally:
        env.sql("UPDATE person SET protected = 0 WHERE id = " + me)
        forget(env)


def test_khal(env):
    """khal lists a student's days as libical reads them"""
    try:
        path = address(env.signed_in("student"))
        first = datetime.date.today() - datetime.timedelta(20)
        days = [first + datetime.timedelta(n) for n in range(60)]
        wanted = set()
        for event in read(env, path).values():
            if event["status"] == "CANCELLED":
                continue
            start, end = event["start"][:8], event["end"][:8]
            for day in days:
                key = day.strftime("%Y%m%d")
                if start <= key < end or (len(event["start"]) > 8 and start <= key <= end):
                    wanted.add((day.isoformat(), event["summary"]))
        cancelled = {e["summary"] for e in read(env, path).values() if e["status"] == "CANCELLED"}
        shown = {(day, title) for day, title in khal_days(env.browser().get(path).body, days[0], days[-1] + datetime.timedelta(1))
                 if day <= days[-1].isoformat() and title not in cancelled}
        assert wanted and shown == wanted, sorted(shown ^ wanted)[:6]
    finally:
        forget(env)
