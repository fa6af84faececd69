"""Prints: asked for, made by jobs as who asked may see it then, fetched; whose they are; who stands on none; cancelled, failed, forgotten."""
import concurrent.futures
import re
import subprocess
import tempfile
import time
import urllib.parse

HARD = ("Áilu", "Čáhppes Ŧeŋo-Žigáŋšđ Æøåäö")


def wait(b, address, seconds=40):
    """The print's page once it is not under way any more."""
    limit = time.monotonic() + seconds
    while True:
        page = b.get(address + ".xml")
        assert page.status == 200, page.status
        if 'state="under_way"' not in page.text:
            return page.text
        assert time.monotonic() < limit, "still under way: " + page.text[-400:]
        time.sleep(0.1)


def ask(b, path, language="nb"):
    """The address of the print that was asked for."""
    answer = b.fill(path, {"language": language})
    assert answer.status == 303 and re.fullmatch(r"/prints/\d+", answer.location), (answer.status, answer.location)
    return answer.location


def printed(b, path, language="nb"):
    """The PDF's bytes, text and the print's document."""
    address = ask(b, path, language)
    document = wait(b, address)
    assert 'state="made"' in document, document[-600:]
    answer = b.get(address + "/file")
    assert answer.status == 200 and answer.header("content-type") == "application/pdf" and answer.body[:5] == b"%PDF-", answer.status
    assert answer.header("content-disposition").startswith("attachment; filename="), answer.header("content-disposition")
    return answer.body, text_of(answer.body), document


def tool(pdf, *command):
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(pdf)
        file.flush()
        words = [file.name if word == "FILE" else word for word in command]
        return subprocess.run(words, capture_output=True, text=True, check=True, timeout=60).stdout


def text_of(pdf):
    return re.sub(r"\s+", " ", tool(pdf, "pdftotext", "FILE", "-"))


def shared(env):
    """An activity of institution 1 with shared placements, a student of it who is not protected, their placement."""
    return [int(cell) for cell in env.sql(
        "SELECT x.activity, x.person, x.id FROM placement x JOIN person p ON p.id = x.person AND p.protected = 0 JOIN activity a ON a.id = x.activity "
        "WHERE x.institution = 1 AND x.ended_on IS NULL AND a.cancelled_at IS NULL AND x.starts > CURDATE() - INTERVAL 60 DAY "
        "ORDER BY x.activity, x.id LIMIT 1")[0]]


def test_order_confirmation(env):
    """An order's confirmation is printed in four languages, for both sides"""
    order, site, activity = env.sql(
        "SELECT o.id, s.name, a.name FROM placement_order o JOIN site s ON s.id = o.site JOIN activity a ON a.id = o.activity "
        "WHERE o.institution = 1 AND o.site = 1 AND o.state = 'answered' AND o.places_confirmed > 0 ORDER BY o.id LIMIT 1")[0]
    units = [row[0] for row in env.sql("SELECT u.name FROM capacity k JOIN unit u ON u.id = k.unit WHERE k.places > 0 AND k.placement_order = " + order)]
    planner, coordinator = env.signed_in("praksis"), env.signed_in("stedskoordinator")
    page = planner.get("/orders/" + order)
    assert "/orders/%s/confirmation" % order in page.page.links
    for b, language, words in ((planner, "nb", "Bekreftede plasser per enhet"), (coordinator, "nn", "Stadfesta plassar per eining"),
                               (planner, "sv", "Bekräftade platser per enhet"), (planner, "en", "Confirmed places per unit")):
        pdf, text, document = printed(b, "/orders/%s/confirmation" % order, language)
        for wanted in [words, site, activity] + units:
            assert re.sub(r"\s+", " ", wanted) in text, (language, wanted, text)
        assert "<rdf:li>%s</rdf:li>" % language in tool(pdf, "pdfinfo", "-meta", "FILE")
        assert 'pages="%d"' % int(re.search(r"Pages: +(\d+)", tool(pdf, "pdfinfo", "FILE")).group(1)) in document
        assert 'bytes="%d"' % len(pdf) in document
    assert env.signed_in("praksis2").get("/orders/%s/confirmation" % order).status == 404


def test_letters(env):
    """Each student of an activity has a letter, in order, with every letter of their name; who is protected has none"""
    activity, person, placement = shared(env)
    b = env.signed_in("praksis")
    before, name = env.sql("SELECT given_name, family_name FROM person WHERE id = %d" % person)[0], " ".join(HARD)
    rename = "SET NAMES utf8mb4; UPDATE person SET given_name = '%s', family_name = '%s' WHERE id = {}; ".format(person)
    others = [row for row in env.sql(
        "SELECT p.id, p.name FROM placement x JOIN person p ON p.id = x.person AND p.protected = 0 "
        "WHERE x.activity = %d AND x.ended_on IS NULL AND p.id <> %d ORDER BY p.id" % (activity, person))]
    hidden = others[0]
    try:
        env.sql(rename % HARD + "UPDATE person SET protected = 1 WHERE id = " + hidden[0])
        pdf, text, document = printed(b, "/activities/%d/letters" % activity)
        assert name in text, text[:400]
        assert hidden[1] not in text, "who is protected has a letter"
        for one in others[1:]:
            assert one[1] in text, one
        assert 'pages="%d"' % len(others) in document and text.count("Side 1 av 1") == len(others), (len(others), document[-400:])
        # Their own letter: by the student's place, not for who is protected.
        pdf, text, _ = printed(b, "/placements/%d/letter" % placement, "sv")
        spoken = tool(pdf, "pdfinfo", "-struct-text", "FILE")
        assert 0 < spoken.index(name) < spoken.index("H1 ") < spoken.index("Hej " + name) < spoken.index("Table"), spoken
        theirs = env.sql("SELECT id FROM placement WHERE person = %s AND activity = %d" % (hidden[0], activity))[0][0]
        assert b.get("/placements/%s/letter" % theirs).status == 403
        assert "/placements/%s/letter" % theirs not in b.get("/placements/" + theirs).page.links
    finally:
        env.sql(rename % tuple(before) + "UPDATE person SET protected = 0 WHERE id = " + hidden[0])
    coordinator = env.signed_in("stedskoordinator")
    assert coordinator.get("/activities/%d/letters" % activity).status in (403, 404)


def test_letters_without_font(env):
    """A name in letters that no font of ours has is no print full of #: it fails, and says why; a face is a # at most"""
    _, person, placement = shared(env)
    b, before = env.signed_in("praksis"), env.sql("SELECT given_name FROM person WHERE id = %d" % person)[0][0]
    rename = "SET NAMES utf8mb4; UPDATE person SET given_name = '%%s' WHERE id = %d" % person
    try:
        for name, state in (("Ιωάννα Олена Nguyễn", "made"), ("Kari 😊 → ☺️", "made"), ("王小明", "failed"), ("محمد", "failed")):
            env.sql(rename % name)
            address = ask(b, "/placements/%d/letter" % placement)
            document = wait(b, address)
            assert 'state="%s"' % state in document and ('error="print_letters"' in document) == (state == "failed"), (name, document[-500:])
        assert b.get(address + "/file").status == 404
        assert "ikke har skrift til på papir" in b.get(address).text
    finally:
        env.sql(rename % before)


def test_lists(env):
    """Lists per site and per supervisor hold what the page lists, with its filters, and nobody who is protected"""
    b = env.signed_in("praksis")
    for view in ("now", "coming"):
        rows = re.findall(r'<placement id="(\d+)"[^>]*? student="([^"]*)"[^>]*? site="([^"]*)"', b.get("/students.xml?view=%s" % view).text)
        if rows:
            break
    assert rows, "the demonstration has students in placement"
    protected = {row[0] for row in env.sql("SELECT x.id FROM placement x JOIN person p ON p.id = x.person AND p.protected = 1")}
    for name in ("by-site", "by-supervisor"):
        _, text, _ = printed(b, "/students/%s?view=%s" % (name, view))
        for id, student, site in rows:
            assert (student in text) == (id not in protected), (name, student)
    pdf, text, _ = printed(b, "/students/by-site?view=%s" % view, "en")
    assert len(set(site for id, _, site in rows if id not in protected)) == tool(pdf, "pdfinfo", "-struct", "FILE").count(" H1 ")
    word = rows[0][1]
    found = b.get("/students?view=%s&sort=ends&q=%s" % (view, urllib.parse.quote(word)))
    assert "/students/by-site?view=%s&q=%s" % (view, urllib.parse.quote(word)) in [link.replace("+", "%20") for link in found.page.links], found.page.links
    _, text, _ = printed(b, "/students/by-supervisor?view=%s&q=%s" % (view, urllib.parse.quote(word)))
    assert word in text and not any(student in text for _, student, _ in rows if word not in student), text
    # The longest search there is, four bytes a letter.
    _, text, _ = printed(b, "/students/by-supervisor?q=" + urllib.parse.quote("\U0001F600" * 200))
    assert "Ingen studenter å skrive ut." in text


def test_whose(env):
    """A print is its own person's, its page and its file; nothing of it for others, nor for who asks for what they may not see"""
    order = env.sql("SELECT id FROM placement_order WHERE institution = 1 AND site = 1 AND state <> 'draft' ORDER BY id LIMIT 1")[0][0]
    b, other = env.signed_in("praksis"), env.signed_in("koordinator")
    path = "/orders/%s/confirmation" % order
    address = ask(b, path)
    wait(b, address)
    for suffix in ("", ".xml", "/file"):
        assert other.get(address + suffix).status == 404, suffix
    assert address not in other.get("/prints").text and address in b.get("/prints").text
    event = env.sql("SELECT e.kind, c.new_value FROM event e JOIN event_change c ON c.event = e.id WHERE e.thing = 'print' AND e.thing_id = %s" % address.split("/")[-1])
    assert event == [["print.asked", path]], event
    # The same form sent twice is one print.
    page = b.get(path).page.form(path)
    answers = [b.post(page["action"], page["fields"]) for _ in range(2)]
    assert answers[0].location == answers[1].location, [answer.location for answer in answers]
    wait(b, answers[0].location)
    # .csv and a language that is none.
    assert b.get(path + ".csv").status == 404
    assert b.fill(path, {"language": "xx"}).status == 422


def test_rights_are_asked_again(env):
    """Jobs print nothing that who asked may no longer see, and say so"""
    b = env.signed_in("praksis2")
    person = env.sql("SELECT id FROM person WHERE email = 'praksis2@demo.example'")[0][0]
    order = env.sql("SELECT id FROM placement_order WHERE institution = 1 AND state <> 'draft' ORDER BY id LIMIT 1")[0][0]
    cases = (("order", order, "view", "ordering", "confirmation"), ("viewer", 0, "administer", "ordering", "confirmation"), ("order", order, "edit", "ordering", "confirmation"))
    for thing, id, needs, area, name in cases:
        made = env.sql(
            "INSERT INTO print (person, lang, area, name, thing, thing_id, address, needs, parameters, asked_at) "
            "VALUES (%s, 'nb', '%s', '%s', '%s', %s, '/orders/%s/confirmation', '%s', '', UTC_TIMESTAMP()); SET @print = LAST_INSERT_ID(); "
            "INSERT INTO job (kind, thing, thing_id, person, lang, next_at, created_at) VALUES ('print', 'print', @print, %s, 'nb', UTC_TIMESTAMP(), UTC_TIMESTAMP()); "
            "SELECT @print" % (person, area, name, thing, id, order, needs, person))[0][0]
        document = wait(b, "/prints/" + made)
        assert 'state="failed"' in document and 'error="print_not_seen"' in document, document[-500:]
        assert "ikke lenger rett til" in b.get("/prints/" + made).text
        assert b.get("/prints/%s/file" % made).status == 404
        assert env.sql("SELECT COUNT(*) FROM print_piece WHERE print = " + made) == [["0"]]


def test_cancel_and_forget(env):
    """What waits can be cancelled, what is made cannot; after a week jobs forget it, with its file"""
    b = env.signed_in("praksis")
    person = env.sql("SELECT id FROM person WHERE email = 'praksis@demo.example'")[0][0]
    order = env.sql("SELECT id FROM placement_order WHERE institution = 1 AND state <> 'draft' ORDER BY id LIMIT 1")[0][0]
    made = env.sql(
        "INSERT INTO print (person, lang, area, name, thing, thing_id, address, needs, parameters, asked_at) VALUES (%s, 'nb', 'ordering', 'confirmation', 'order', %s, "
        "'/orders/%s/confirmation', 'view', '', UTC_TIMESTAMP()); SET @print = LAST_INSERT_ID(); "
        "INSERT INTO job (kind, thing, thing_id, person, lang, next_at, created_at) VALUES ('print', 'print', @print, %s, 'nb', UTC_TIMESTAMP() + INTERVAL 1 HOUR, UTC_TIMESTAMP()); "
        "SELECT @print" % (person, order, order, person))[0][0]
    address = "/prints/" + made
    page = b.get(address)
    assert 'http-equiv="refresh"' in page.text and "Venter på tur" in page.text
    answer = b.fill(address)
    assert answer.status == 303 and 'state="cancelled"' in b.get(address + ".xml").text, answer.status
    form = [("token", re.search(r'<form [^>]*token="([^"]+)"', b.get(address + ".xml").text).group(1))]
    assert b.post(address, form).status == 409
    done = ask(b, "/orders/%s/confirmation" % order)
    assert 'state="made"' in wait(b, done)
    number = done.split("/")[-1]
    env.sql("UPDATE print SET asked_at = asked_at - INTERVAL 6 DAY WHERE id = " + number)
    assert env.run("jobs", "--once").returncode == 0
    assert b.get(done + "/file").status == 200, "kept for a week"
    env.sql("UPDATE print SET asked_at = asked_at - INTERVAL 2 DAY WHERE id = " + number)
    assert env.run("jobs", "--once").returncode == 0
    assert b.get(done).status == 404 and env.sql("SELECT COUNT(*) FROM print_piece WHERE print = " + number) == [["0"]]


def test_waiting_most(env):
    """Twenty may wait, also when two are asked for at once: the second is refused"""
    person = env.sql("SELECT id FROM person WHERE email = 'praksis@demo.example'")[0][0]
    path = "/orders/%s/confirmation" % env.sql("SELECT MIN(id) FROM placement_order WHERE institution = 1 AND state = 'answered'")[0][0]
    first = int(env.sql("SELECT COALESCE(MAX(id), 0) FROM print")[0][0]) + 1
    forms = []
    for b in [env.signed_in("praksis") for _ in range(2)]:
        form = b.get(path).page.form(path)
        forms.append((b, form["action"], [(name, "nb" if name == "language" else value) for name, value in form["fields"]]))
    try:
        env.sql("".join(
            "INSERT INTO print (person, lang, area, name, thing, thing_id, address, needs, parameters, asked_at) VALUES (%s, 'nb', 'ordering', 'confirmation', 'order', 1, '%s', 'view', '', UTC_TIMESTAMP()); "
            "INSERT INTO job (kind, thing, thing_id, person, lang, next_at, created_at) VALUES ('print', 'print', LAST_INSERT_ID(), %s, 'nb', UTC_TIMESTAMP() + INTERVAL 1 HOUR, UTC_TIMESTAMP()); "
            % (person, path, person) for _ in range(19)))
        with concurrent.futures.ThreadPoolExecutor(3) as pool:
            # Their person is held, so that both are under way when one goes on.
            held = pool.submit(env.sql, "BEGIN; SELECT id FROM person WHERE id = %s FOR UPDATE; DO SLEEP(1.5); COMMIT" % person)
            time.sleep(0.5)
            answers = list(pool.map(lambda one: one[0].post(one[1], one[2]), forms))
            held.result()
        assert sorted(answer.status for answer in answers) == [303, 409], [answer.status for answer in answers]
        assert any("20 utskrifter som venter" in answer.text for answer in answers)
    finally:
        env.sql("DELETE FROM job WHERE kind = 'print' AND thing_id >= %d AND state = 'waiting' AND next_at > UTC_TIMESTAMP() + INTERVAL 30 MINUTE; "
                "DELETE p FROM print p WHERE p.id >= %d AND p.made_at IS NULL AND NOT EXISTS (SELECT 1 FROM job j WHERE j.thing = 'print' AND j.thing_id = p.id)" % (first, first))


def test_lost_connections(env):
    """whose lane has lost the database meanwhile, prints all the same"""
    b = env.signed_in("praksis")
    path = "/orders/%s/confirmation" % env.sql("SELECT MIN(id) FROM placement_order WHERE institution = 1 AND state = 'answered'")[0][0]
    printed(b, path)
    assert env.kill() > 0
    printed(b, path)
