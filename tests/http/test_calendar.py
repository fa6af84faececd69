"""The calendar's views and files: they show the same to the same person, libical reads the files without error, khal lists on
each day what the month shows on it."""
import csv
import datetime
import io
import os
import pathlib
import re
import subprocess
import tempfile
import urllib.parse
import xml.etree.ElementTree

PEOPLE = ["praksis", "radgiver", "koordinator", "underviser", "stedsadmin", "stedskoordinator", "veileder", "student", "admin",
          "praksis2"]


def document(b, path):
    answer = b.get(path)
    assert answer.status == 200, "%s: %d" % (path, answer.status)
    return xml.etree.ElementTree.fromstring(answer.body)


def calendar(env, b, path):
    """The events of a calendar as libical reads them: {uid, start, end, status, url, summary, sequence}."""
    answer = b.get(path)
    assert answer.status == 200, "%s: %d" % (path, answer.status)
    assert answer.header("content-type") == "text/calendar; charset=utf-8", answer.header("content-type")
    for line in answer.body.split(b"\r\n"):
        assert len(line) <= 75 and b"\n" not in line and b"\r" not in line, line
        line.decode("utf-8")
    built = pathlib.Path(env.program).parent
    reader = (built if built.name == "check" else built / "check") / "tests" / "http" / "support_ical"
    read = subprocess.run([reader], input=answer.body, capture_output=True, timeout=60)
    assert read.returncode == 0, path + ": " + read.stderr.decode()
    names = ["uid", "start", "end", "status", "url", "summary", "sequence"]
    return [dict(zip(names, line.split("\t"))) for line in read.stdout.decode().splitlines()]


def listed(b, query):
    """The names of the list, all pages of it."""
    answer = b.get("/calendar.csv?" + query)
    assert answer.status == 200, answer.status
    rows = list(csv.reader(io.StringIO(answer.body.decode("utf-8-sig")), delimiter=";"))
    return sorted(row[0] for row in rows[1:])


def activities(events):
    return sorted(e["summary"] for e in events if e["uid"].startswith("activity-"))


def busy_month(b):
    """A month in which every line has its own bar, and many do."""
    for month in ("2027-01", "2026-11", "2027-03", "2026-10"):
        page = document(b, "/calendar/month.xml?month=" + month)
        bars = page.findall("bars/bar")
        if len(bars) > 3 and all(bar.get("n") == "1" for bar in bars):
            return month, page
    raise AssertionError("no month to compare")


def test_views_show_the_same(env):
    for person in PEOPLE:
        b = env.signed_in(person)
        for filters in ("", "&status=all&q=praksis", "&status=running", "&q=%25", "&site=1"):
            page = document(b, "/calendar/month.xml?month=2027-01" + filters)
            period = page.find("period")
            days = "from=%s&to=%s" % (period.get("from"), period.get("to"))
            names = listed(b, days + filters)
            month = calendar(env, b, "/calendar/month.ics?month=2027-01" + filters)
            assert activities(month) == names, (person, filters)
            assert activities(calendar(env, b, "/calendar.ics?" + days + filters)) == names, (person, filters)
            assert sum(int(bar.get("n")) for bar in page.findall("bars/bar")) == len(names), (person, filters)
            term = document(b, "/calendar/term.xml?term=2027-1" + filters)
            whole = calendar(env, b, "/calendar/term.ics?term=2027-1" + filters)
            assert sum(int(group.get("n")) for group in term.findall("groups/group")) == len(activities(whole)), (person, filters)
            assert len(term.findall("bars/bar")) == min(400, len(activities(whole)))
            assert set(e["uid"] for e in month if e["end"] > "20270101") <= set(e["uid"] for e in whole), (person, filters)
            assert len(set(e["uid"] for e in whole)) == len(whole), "a UID twice"


def test_site_sees_its_own_only(env):
    b = env.signed_in("stedsadmin")
    own = {row[0] for row in env.sql("SELECT DISTINCT activity FROM placement_order WHERE site = 1 AND state <> 'draft'")}
    asked = {row[0] for row in env.sql("SELECT id FROM placement_order WHERE site = 1 AND state = 'sent'")}
    events = calendar(env, b, "/calendar.ics?status=all")
    seen = {e["uid"].split("@")[0].split("-")[1] for e in events if e["uid"].startswith("activity-")}
    assert seen == own, (seen ^ own)
    orders = {e["url"].rsplit("/", 1)[1] for e in events if e["uid"].startswith("due-") and "/orders/" in e["url"]}
    assert orders and orders <= asked, orders - asked
    text = b.get("/calendar.ics?status=all").text
    assert "Ønsket:" not in text, "a site is told how many places others want"
    for person in ("underviser", "student", "veileder", "admin"):
        events = calendar(env, env.signed_in(person), "/calendar.ics?status=all")
        assert not [e for e in events if e["uid"].startswith("due-")], person + " sees what orders are due"


def test_exams_stand_at_their_hours(env):
    """Everybody's own: what a student sits, what an institution holds; extra time is the student's alone; never a code."""
    sessions = {row[0]: row[1:] for row in env.sql(
        "SELECT id, name, DATE_FORMAT(TIMESTAMP(starts_on, starts_at), '%Y%m%dT%H%i%s'), DATE_FORMAT(TIMESTAMP(ends_on, ends_at), "
        "'%Y%m%dT%H%i%s'), institution, state FROM exam_session WHERE starts_on IS NOT NULL AND state <> 'draft'")}
    own = {row[0] for row in env.sql("SELECT c.exam_session FROM candidate c JOIN account a ON a.person = c.person JOIN person p "
                                     "ON p.id = c.person WHERE p.email = 'student@demo.example' AND c.state = 'registered'")}
    student, planner = env.signed_in("student"), env.signed_in("eksamensplanlegger")
    for b, path, wanted in ((student, "/my-exams.ics", own & sessions.keys()), (planner, "/exam-sessions.ics", sessions.keys())):
        events = {e["uid"].split("@")[0].split("-")[1]: e for e in calendar(env, b, path) if e["uid"].startswith("exam-")}
        assert events and set(events) == set(wanted), (path, set(events) ^ set(wanted))
        for number, event in events.items():
            name, start, end, _, state = sessions[number]
            assert event["summary"] == "Eksamen: " + name and event["start"] == start, event
            assert event["end"] == end or b is student and event["end"] > end, event
            assert event["status"] == ("CANCELLED" if state == "cancelled" else "CONFIRMED"), event
        codes = [row[0] for row in env.sql("SELECT code FROM exam_code")]
        text = b.get(path).text
        assert not [code for code in codes if code in text], "a code in " + path
    for person in ("student", "eksamensplanlegger", "praksis", "underviser"):
        b = env.signed_in(person)
        seen = {}
        for month in ("2026-11", "2026-12", "2027-01"):
            for exam in document(b, "/calendar/month.xml?month=" + month).findall("exams/exam"):
                if exam.get("kind") == "exam":
                    seen[exam.get("id")] = exam.get("day").replace("-", "")
        whole = {e["uid"].split("@")[0].split("-")[1]: e["start"][:8] for e in calendar(env, b, "/calendar.ics")
                 if e["uid"].startswith("exam-") and e["status"] != "CANCELLED"}
        assert seen and seen == {n: day for n, day in whole.items() if n in seen}, (person, seen, whole)
    assert not document(env.signed_in("veileder"), "/calendar/month.xml?month=2026-12").findall("exams/exam")
    assert not document(env.signed_in("stedsadmin"), "/calendar/month.xml?month=2026-12").findall("exams/exam")


def khal_days(body, first, last):
    """What khal lists of a calendar (bytes) on each day of a period: (day, title) in its order."""
    with tempfile.TemporaryDirectory() as folder:
        os.mkdir(folder + "/events")
        formats = "\n".join("%s = %%Y-%%m-%%d" % name for name in ("dateformat", "longdateformat"))
        formats += "\n" + "\n".join("%s = %%Y-%%m-%%d %%H:%%M" % name for name in ("datetimeformat", "longdatetimeformat"))
        with open(folder + "/config", "w", encoding="utf-8") as config:
            config.write("[calendars]\n[[praktikum]]\npath = %s/events\ntype = calendar\n[sqlite]\npath = %s/khal.db\n"
                         "[locale]\nlocal_timezone = Europe/Oslo\ndefault_timezone = Europe/Oslo\ntimeformat = %%H:%%M\n%s\n"
                         "[default]\ndefault_calendar = praktikum\n" % (folder, folder, formats))
        with open(folder + "/file.ics", "wb") as file:
            file.write(body)
        environment = {**os.environ, "HOME": folder, "XDG_DATA_HOME": folder, "XDG_CACHE_HOME": folder, "XDG_CONFIG_HOME": folder,
                       "LC_ALL": "C.UTF-8"}

        def khal(*words):
            run = subprocess.run(["khal", "-c", folder + "/config", *words], capture_output=True, text=True, timeout=120,
                                 env=environment, cwd=folder)
            assert run.returncode == 0, run.stderr[-800:]
            return run.stdout

        khal("import", "--batch", folder + "/file.ics")
        day, found = None, []
        for line in khal("list", "--day-format", "= {date}", "--format", "{title}", first.isoformat(), last.isoformat()).splitlines():
            line = re.sub(r"\x1b\[[0-9;]*m", "", line)
            if line.startswith("= "):
                day = line[2:12]
            elif line.strip():
                found.append((day, line))
        return found


def test_khal_lists_the_same_days(env):
    b = env.signed_in("praksis")
    month, page = busy_month(b)
    period = page.find("period")
    first, last = (datetime.date.fromisoformat(period.get(name)) for name in ("from", "to"))
    wanted = {}
    for bar in page.findall("bars/bar"):
        start, end = (first + datetime.timedelta(7 * (int(bar.get(edge + "-week")) - 1) + int(bar.get(edge + "-day")) - 1)
                      for edge in ("start", "end"))
        for number in range((end - start).days + 1):
            wanted.setdefault((start + datetime.timedelta(number)).isoformat(), []).append(bar.get("name"))
    dues = {due.get("day"): int(due.get("orders")) for due in page.findall("dues/due")}
    for exam in page.findall("exams/exam"):
        wanted.setdefault(exam.get("day"), []).append("Eksamen: " + exam.get("name"))
    shown, due_shown = {}, {}
    for day, title in khal_days(b.get("/calendar/month.ics?month=" + month).body, first, last + datetime.timedelta(1)):
        if "Svarfrist: " in title or " svarfrister: " in title:
            number = re.match(r"(\d+) svarfrister", title)
            due_shown[day] = due_shown.get(day, 0) + (int(number.group(1)) if number else 1)
        else:
            shown.setdefault(day, []).append(title)
    after = (last + datetime.timedelta(1)).isoformat()
    shown.pop(after, None)
    assert {d: sorted(n) for d, n in shown.items()} == {d: sorted(n) for d, n in wanted.items()}
    assert due_shown == dues, (due_shown, dues)


def test_filters_are_kept_between_views(env):
    b = env.signed_in("praksis")
    kept = "&" + urllib.parse.urlencode({"q": "praksis & æ", "status": "all"})
    links = {urllib.parse.unquote_plus(link) for link in b.get("/calendar/month?month=2027-03" + kept).page.links}
    shown = urllib.parse.unquote_plus(kept)
    for wanted in ("/calendar/month?month=2027-02", "/calendar/month?month=2027-04", "/calendar/term?term=2027-1",
                   "/calendar?from=2027-03-01&to=2027-03-31", "/calendar/month.ics?month=2027-03"):
        assert wanted + shown in links, wanted
    links = {urllib.parse.unquote_plus(link) for link in b.get("/calendar/term?term=2027-1" + kept).page.links}
    for wanted in ("/calendar/term?term=2026-2", "/calendar/term?term=2027-2", "/calendar/month?month=2027-01",
                   "/calendar?from=2027-01-01&to=2027-07-31"):
        assert wanted + shown in links, wanted
    links = {urllib.parse.unquote_plus(link) for link in b.get("/calendar?from=2027-03-01" + kept).page.links}
    assert "/calendar/month?month=2027-03" + shown in links and "/calendar/term" in {link.split("?")[0] for link in links}


def test_files_and_periods_that_are_not(env):
    b = env.signed_in("praksis")
    assert b.get("/sites.ics").status == 404
    assert b.get("/calendar.atom").status == 404
    assert b.get("/calendar/month.csv").status == 404
    for query in ("month=2027-13", "month=2027-1", "month=1999-12", "term=2027-1", "unknown=1", "month=2027-01&month=2027-02"):
        assert b.get("/calendar/month?" + query).status == 400, query
    assert b.get("/calendar/term?term=2027-3").status == 400
    assert b.get("/calendar?from=2027-02-30").status == 400
    assert b.request("POST", "/calendar/month.ics", "a=b").status == 405
    nobody = env.browser()
    for path in ("/calendar/month", "/calendar/month.ics", "/calendar/term.ics", "/calendar.ics"):
        answer = nobody.get(path)
        assert answer.status == 303 and answer.location.startswith("/sign-in"), path
