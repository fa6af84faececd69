"""The event feed: Atom by its rules, pages that stay, nothing told that is not a partner's, none missed whenever it was committed."""
import os
import pathlib
import re
import subprocess
import tempfile
import time
import urllib.request
import uuid
import xml.etree.ElementTree as tree

from documents import INSTITUTION, OTHER, SITE, fetch

ATOM, EVENT, HISTORY = "{http://www.w3.org/2005/Atom}", "{urn:praktikum:events:1}", "{http://purl.org/syndication/history/1.0}"
FEED = "/feeds/events"
RULES = pathlib.Path(__file__).resolve().parent.parent / "schemas" / "atom.rnc"


class Feed:
    """A page: address, headers, body; links by relation; entries by number."""

    def __init__(self, env, path, key=INSTITUTION, **headers):
        request = urllib.request.Request(env.base + path, headers={"Authorization": "Bearer " + key, **headers})
        with urllib.request.urlopen(request, timeout=30) as answer:
            assert answer.status == 200 and answer.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
            self.headers, self.body = answer.headers, answer.read()
        root = tree.fromstring(self.body)
        base = env.settings["base_address"]
        self.id, self.archive = root.find(ATOM + "id").text, root.find(HISTORY + "archive") is not None
        self.links = {link.get("rel"): link.get("href").removeprefix(base) for link in root.findall(ATOM + "link")}
        self.entries = {}
        for entry in root.findall(ATOM + "entry"):
            event = entry.find(ATOM + "content/" + EVENT + "event")
            self.entries[int(event.get("number"))] = {
                **event.attrib, "uuid": entry.find(ATOM + "id").text[9:], "title": entry.find(ATOM + "title").text,
                "changes": [dict(change.attrib) for change in event], "related": entry.find(ATOM + "link[@rel='related']").get("href")}


def whole(env, key=INSTITUTION):
    """Every page, from the first."""
    pages = [Feed(env, FEED, key)]
    while "prev-archive" in pages[0].links:
        pages.insert(0, Feed(env, pages[0].links["prev-archive"], key))
    return pages


def entries(env, key=INSTITUTION):
    return {number: entry for page in whole(env, key) for number, entry in page.entries.items()}


def insert(env, kind="unit.changed", thing="unit", thing_id=1, site="1", institution="NULL", activity="NULL", key="NULL", changes=()):
    """An event; gives its uuid."""
    name = str(uuid.uuid4())
    env.sql("""INSERT INTO event (id, uuid, at, area, kind, thing, thing_id, site, institution, activity)
        VALUES (%s, '%s', UTC_TIMESTAMP(6), 'test', '%s', '%s', %s, %s, %s, %s)""" % (key, name, kind, thing, thing_id, site, institution, activity))
    for number, (field, subject, old, new) in enumerate(changes, 1):
        quoted = ["NULL" if value is None else "'%s'" % value for value in (field, subject, old, new)]
        env.sql("INSERT INTO event_change (event, number, field, subject, old_value, new_value) SELECT id, %d, %s FROM event WHERE uuid = '%s'" % (
            number, ", ".join(quoted), name))
    return name


def published(env, name, key=INSTITUTION, seconds=15):
    """The entry of an event in the newest pages, once it is there; None when it does not come."""
    end = time.monotonic() + seconds
    while True:
        page = Feed(env, FEED, key)
        older = Feed(env, page.links["prev-archive"], key) if "prev-archive" in page.links else page
        found = [entry for one in (page, older) for entry in one.entries.values() if entry["uuid"] == name]
        if found or time.monotonic() > end:
            return found[0] if found else None
        time.sleep(0.2)


def test_rules(env):
    """every page is Atom by the RFCs' rules, each event by the published schema; a foreign reader finds nothing wrong"""
    pages = whole(env) + whole(env, SITE)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "atom.rnc").write_bytes(RULES.read_bytes())
        for end in ("rnc", "xsd"):
            (folder / ("events." + end)).write_bytes(urllib.request.urlopen("%s/schemas/events-1.%s" % (env.base, end), timeout=30).read())
        events = []
        for number, page in enumerate(pages):
            (folder / ("%d.xml" % number)).write_bytes(page.body)
            for event in tree.fromstring(page.body).iter(EVENT + "event"):
                events.append(folder / ("event-%d.xml" % len(events)))
                events[-1].write_bytes(tree.tostring(event))
        utf8 = {**os.environ, "LC_ALL": "C.UTF-8"}
        for command in (["jing", "-c", "atom.rnc"] + ["%d.xml" % number for number in range(len(pages))],
                        ["xmllint", "--noout", "--nonet", "--schema", "events.xsd"] + [str(path) for path in events]):
            done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=120, env=utf8)
            assert done.returncode == 0, (command[0], (done.stdout + done.stderr)[:600])
        broken = pages[0].body.replace(b"<updated>", b"<updated>x", 1)
        (folder / "broken.xml").write_bytes(broken)
        assert subprocess.run(["jing", "-c", "atom.rnc", "broken.xml"], cwd=folder, capture_output=True, timeout=60, env=utf8).returncode == 1
        script = "import feedparser, sys\nfor path in sys.argv[1:]:\n d = feedparser.parse(open(path, 'rb').read())\n" \
                 " print(int(d.bozo), d.version, d.feed.id, len(d.entries), len(set(e.id for e in d.entries)), sum(1 for e in d.entries if e.title and e.updated_parsed))"
        read = subprocess.run(["/usr/bin/python3", "-c", script] + ["%d.xml" % number for number in range(len(pages))],
                              cwd=folder, capture_output=True, text=True, timeout=60, check=True).stdout.splitlines()
    assert read == ["0 atom10 %s %d %d %d" % (page.id, *[len(page.entries)] * 3) for page in pages], read[:3]


def test_pages(env):
    """pages lead to one another; full ones are archives to be kept for ever, the newest is asked for again"""
    pages = whole(env)
    assert len(pages) > 4 and len({page.id for page in pages}) == 1
    assert sorted(number for page in pages for number in page.entries) == list(range(1, max(max(page.entries, default=0) for page in pages) + 1))
    for place, page in enumerate(pages[:-1], 1):
        assert page.archive and len(page.entries) == 100 and min(page.entries) == 100 * place - 99
        assert page.headers["Cache-Control"] == "private, max-age=31536000, immutable"
        assert page.links["self"] == "%s?page=%d" % (FEED, place) and page.links["current"] == FEED
        assert page.links.get("prev-archive") == ("%s?page=%d" % (FEED, place - 1) if place > 1 else None)
        assert Feed(env, page.links["next-archive"]).entries == pages[place].entries
    newest = pages[-1]
    assert not newest.archive and "next-archive" not in newest.links and len(newest.entries) < 100
    assert newest.headers["Cache-Control"] == "private, no-cache"
    for query, status in (("?page=0", 404), ("?page=%d" % (len(pages) + 1), 404), ("?page=x", 400), ("?page=1&page=1", 400), ("?since=1", 400)):
        code, headers, _ = fetch(env, FEED + query)
        assert (code, headers["Content-Type"]) == (status, "application/problem+xml; charset=utf-8"), (query, code)
    assert [fetch(env, FEED, method=method)[0] for method in ("PUT", "DELETE", "HEAD")] == [405, 405, 200]
    assert fetch(env, FEED + ".xml")[0] == 404 and fetch(env, FEED + ".csv")[0] == 404


def test_same(env):
    """304 to whom has it, by tag and by date, in each language by itself; 200 as soon as there is more"""
    insert(env)
    time.sleep(3.5)
    newest, archive = Feed(env, FEED), Feed(env, FEED + "?page=1")
    for page, path in ((newest, FEED), (archive, FEED + "?page=1")):
        tag, modified = page.headers["ETag"], page.headers["Last-Modified"]
        assert re.fullmatch(r'"[0-9.]+-nb"', tag) and modified.endswith(" GMT") and page.headers["Vary"] == "Authorization, Accept-Language"
        for name, value, status in (("If-None-Match", tag, 304), ("If-None-Match", 'W/%s, "x"' % tag, 304), ("If-None-Match", '"x"', 200),
                                    ("If-Modified-Since", modified, 304), ("If-Modified-Since", "Sun, 01 Jan 2017 00:00:00 GMT", 200)):
            request = urllib.request.Request(env.base + path, headers={"Authorization": "Bearer " + INSTITUTION, name: value})
            try:
                answer = urllib.request.urlopen(request, timeout=30)
            except urllib.error.HTTPError as error:
                answer = error
            assert answer.status == status, (path, name, value, answer.status)
            assert answer.headers["ETag"] == tag and answer.headers["Cache-Control"] == page.headers["Cache-Control"]
            assert (answer.read() == b"") == (status == 304)
    swedish = Feed(env, FEED, **{"Accept-Language": "sv", "If-None-Match": newest.headers["ETag"]})
    assert swedish.headers["ETag"].endswith('-sv"') and swedish.entries.keys() == newest.entries.keys()
    assert published(env, insert(env))
    again = Feed(env, FEED, **{"If-None-Match": newest.headers["ETag"]})
    assert again.headers["ETag"] != newest.headers["ETag"]


def test_told(env):
    """each side is told of its own, of what it may read, never of drafts, of who is protected, or of what somebody wrote"""
    order = env.sql("SELECT id FROM placement_order WHERE institution = 1 AND site = 1 AND state = 'draft' LIMIT 1")[0][0]
    sent, elsewhere = [env.sql("SELECT thing_id, activity FROM event WHERE kind = 'order.sent' AND institution = 1 AND site %s 1 LIMIT 1" % side)[0] for side in ("=", "<>")]
    draft = env.sql("SELECT id FROM exam_session WHERE institution = 1 AND state = 'draft' LIMIT 1")[0][0]
    ready = env.sql("SELECT s.id FROM exam_session s JOIN event e ON e.thing_id = s.id AND e.kind = 'exam_session.confirmed' WHERE s.institution = 1 LIMIT 1")[0][0]
    candidate = env.sql("SELECT c.id, c.person FROM candidate c WHERE c.exam_session = %s LIMIT 1" % ready)[0]
    unheard = env.sql("SELECT id FROM activity a WHERE institution = 1 AND NOT EXISTS (SELECT 1 FROM placement_order o WHERE o.activity = a.id AND o.site = 1) LIMIT 1")[0][0]
    of_one = {"institution": 1, "site": "NULL"}
    cases = [  # kind, thing, id, whose; whether the institution's partner, the site's, the other institution's are told
        ("unit.changed", "unit", 1, {}, (1, 1, 1)), ("institution.changed", "institution", 2, {"institution": 2, "site": "NULL"}, (0, 1, 1)),
        ("agreement.changed", "agreement", 1, {"institution": 2, "site": 5}, (0, 0, 1)),
        ("order.sent", "order", sent[0], {"institution": 1, "activity": sent[1]}, (1, 1, 0)),
        ("order.changed", "order", sent[0], {"institution": 1}, (0, 0, 0)), ("order.withdrawn", "order", order, {"institution": 1}, (0, 0, 0)),
        ("activity.changed", "activity", sent[1], {**of_one, "activity": sent[1]}, (1, 1, 0)),
        ("activity.changed", "activity", unheard, {**of_one, "activity": unheard}, (1, 0, 0)),
        ("allocation.changes_shared", "plan", sent[1], {**of_one, "activity": sent[1]}, (1, 0, 0)),  # nothing of it at the site
        ("exam_session.changed", "exam_session", draft, of_one, (0, 0, 0)), ("exam_session.changed", "exam_session", ready, of_one, (1, 0, 0)),
        ("candidate.registered", "candidate", candidate[0], of_one, (1, 0, 0)), ("candidate.handed_in", "candidate", candidate[0], of_one, (0, 0, 0)),
        ("person.changed", "person", 9, of_one, (0, 0, 0)), ("result.saved", "result", 1, of_one, (0, 0, 0))]
    names = [insert(env, kind, thing, number, **whose) for kind, thing, number, whose, _ in cases]
    env.sql("UPDATE person SET protected = 1 WHERE id = %s" % candidate[1])
    wanted_more = insert(env, "activity.changed", "activity", sent[1], changes=[("places_wanted", None, "40", "60"), ("starts", None, None, "2027-02-01")],
                         **{**of_one, "activity": sent[1]})
    hidden = insert(env, "candidate.resumed", "candidate", candidate[0], **of_one)
    last = insert(env, changes=[("state", None, "sent", "partly"), ("name", None, "Kari", "Ola"), ("reason", None, None, "syk"), ("places", "Enhet 4", "1", "2"),
                                ("places", None, "1", "2"), ("due_on", None, None, "2027-01-31"), ("state", None, None, "Kari Nordmann er syk")])
    try:
        for place, key in enumerate((INSTITUTION, SITE, OTHER)):
            assert published(env, last, key), key
            told = {entry["uuid"]: entry for entry in entries(env, key).values()}
            for name, case in zip(names, cases):
                wanted = case[4][place] and not (case[0] == "candidate.registered")
                assert (name in told) == bool(wanted), (key, case)
            assert hidden not in told
            if place < 2:
                assert [change["field"] for change in told[wanted_more]["changes"]] == ["places_wanted", "starts"][place:], "what the institution wants in all is its own"
            assert place == 0 or not [entry for entry in told.values() if entry["thing"] == "plan" and "version" in entry]
            assert told[last]["changes"] == [{"field": "state", "from": "sent", "to": "partly"}, {"field": "places", "from": "1", "to": "2"}, {"field": "due_on", "to": "2027-01-31"}]
    finally:
        env.sql("UPDATE person SET protected = 0 WHERE id = %s" % candidate[1])
    env.sql("UPDATE feed_state SET swept_at = '2020-01-01' WHERE partner = 1")
    time.sleep(1.5)  # what is recent is looked at again within a minute, or when there is more
    assert published(env, insert(env))
    told = {entry["uuid"] for entry in entries(env).values()}
    assert hidden in told and names[10] in told


def test_grants(env):
    """what a partner may read no longer is left out of pages it had, and comes back; what it may read anew is found by the sweep"""
    name = insert(env, "order.sent", "order", env.sql("SELECT thing_id FROM event WHERE kind = 'order.sent' AND institution = 1 AND site = 1 LIMIT 1")[0][0], institution=1)
    assert published(env, name)
    feeds = env.sql("SELECT feeds, version FROM partner WHERE id = 1")[0]
    before = Feed(env, FEED + "?page=1")
    try:
        env.sql("UPDATE partner SET feeds = 'events,organisations', version = version + 1 WHERE id = 1")
        kinds = {entry["kind"].split(".")[0] for entry in entries(env).values()}
        assert kinds == {"site", "unit", "agreement"}, kinds
        later = insert(env, "order.sent", "order", 1, institution=1)
        assert not published(env, later, seconds=1.5)
        assert Feed(env, FEED + "?page=1", **{"If-None-Match": before.headers["ETag"]}).entries != before.entries
        env.sql("UPDATE partner SET feeds = 'organisations' WHERE id = 1")
        assert fetch(env, FEED)[0] == 404
    finally:
        env.sql("UPDATE partner SET feeds = '%s', version = %s WHERE id = 1" % tuple(feeds))
    assert Feed(env, FEED + "?page=1").entries == before.entries
    env.sql("UPDATE feed_state SET swept_at = '2020-01-01', settled = (SELECT MAX(id) FROM event) WHERE partner = 1")
    assert published(env, later)


def test_in_flight(env):
    """an event that was written first and committed last comes last; one that nobody reckoned with is found by the sweep"""
    early = str(uuid.uuid4())
    command = ["mariadb", "--no-defaults", "--socket=" + env.settings["database_socket"], "--user=" + env.settings["database_owner"], env.settings["database_name"]]
    with subprocess.Popen(command, stdin=subprocess.PIPE, cwd=env.var, text=True, env={**os.environ, "MYSQL_PWD": env.settings["database_owner_password"]}) as held:
        held.stdin.write("START TRANSACTION; INSERT INTO event (uuid, at, area, kind, thing, thing_id, site) "
                         "VALUES ('%s', UTC_TIMESTAMP(6), 'test', 'unit.changed', 'unit', 1, 1);\n" % early)
        held.stdin.flush()
        time.sleep(0.5)
        late = published(env, insert(env))
        assert late and not published(env, early, seconds=1.5)
        held.stdin.write("COMMIT;\n")
        held.stdin.close()
    assert int(published(env, early)["number"]) > int(late["number"])
    free = env.sql("SELECT a.id + 1 FROM event a LEFT JOIN event b ON b.id = a.id + 1 WHERE b.id IS NULL AND a.id < (SELECT MAX(id) FROM event) ORDER BY 1 LIMIT 1")
    if not free:  # a number that was given and never used
        env.sql("ALTER TABLE event AUTO_INCREMENT = %d" % (int(env.sql("SELECT MAX(id) FROM event")[0][0]) + 5))
        insert(env)
        free = env.sql("SELECT MAX(id) - 1 FROM event")
    env.sql("UPDATE feed_state SET settled = (SELECT MAX(id) FROM event)")
    missed = insert(env, key=free[0][0])
    assert not published(env, missed, seconds=1.5)
    env.sql("UPDATE feed_state SET swept_at = UTC_TIMESTAMP() - INTERVAL 61 MINUTE")
    assert published(env, missed)
    assert sorted(entries(env)) == list(range(1, int(env.sql("SELECT newest FROM feed_state WHERE partner = 1")[0][0]) + 1))
