"""The page for partners' developers: what it shows is what is sent, and its links open."""
import html
import pathlib
import re
import subprocess
import tempfile
import urllib.request
import xml.etree.ElementTree as tree

from documents import INSTITUTION, NAMES, Document, fetch, read, validate
from test_events import RULES, whole
from test_inbound import classes, message, put, students


def sent_so(row, rows):
    """Whether what a row has is what rows have, and in their order."""
    known = {name for one in rows for name in one}
    return set(row) <= known and all([name for name in row if name in one] == [name for name in one if name in row] for one in rows)


def test_examples(env):
    """each example is valid, and has no row, attribute or order of them that is not sent"""
    text = env.browser("en").get("/developers").text
    samples = {name: html.unescape(re.sub(r"<[^>]*>", "", body))
               for name, body in re.findall(r'<pre class="pk-sample" data-document="([a-z]+)">(.*?)</pre>', text, re.S)}
    assert sorted(samples) == sorted(NAMES), sorted(samples)
    protected = env.sql("SELECT MAX(c.person) FROM candidate c JOIN result r ON r.person = c.person AND r.state = 'attested' JOIN placement x ON x.person = c.person"
                        " JOIN person p ON p.id = c.person WHERE c.institution = 1 AND p.protected = 0")[0][0]
    env.sql("INSERT INTO unit (site, name) VALUES (2, 'Forbi');"
            "INSERT INTO activity_class (activity, letter, starts, ends, places_wanted) SELECT id, 'Z', starts, ends, 1 FROM activity WHERE institution = 1 ORDER BY id LIMIT 1")
    unit, letter = env.sql("SELECT (SELECT MAX(id) FROM unit), (SELECT MAX(id) FROM activity_class)")[0]
    env.sql("DELETE FROM unit WHERE id = %s; DELETE FROM activity_class WHERE id = %s; UPDATE person SET protected = 1 WHERE id = %s" % (unit, letter, protected))
    try:
        sent = {name: read(env, "/feeds/%s?limit=50000&since=2020-01-01" % name) for name in NAMES}
    finally:
        env.sql("UPDATE person SET protected = 0 WHERE id = " + protected)
    for name, sample in samples.items():
        shown = Document(sample.encode())
        assert shown.name == name and shown.namespace == sent[name].namespace
        assert list(shown.lists) == list(sent[name].lists), (name, list(shown.lists))
        assert set(sent[name].root) <= set(shown.root) | {"next"} and set(shown.root) <= set(sent[name].root) | {"next"}
        for one, rows in shown.lists.items():
            for row in rows:
                assert sent_so(row, sent[name].lists[one]), (name, one, row)
            assert rows, (name, one)
        validate(env, name, [sample.encode()])


def test_problem_example(env):
    """the refusal shown is the one that is sent"""
    text = env.browser("en").get("/developers").text
    shown = html.unescape(re.sub(r"<[^>]*>", "", re.search(r'<pre class="pk-sample" id="example-problem">(.*?)</pre>', text, re.S).group(1)))
    status, headers, body = fetch(env, "/feeds/results", None, language="en")
    assert status == 401 and headers["WWW-Authenticate"].startswith("Bearer")
    normal = lambda data: re.sub(r"[0-9a-f]{32}", "", data)
    assert normal(shown).strip() == normal(body.decode()).strip()


def shape(node, above=""):
    """Every element below a node, with where it stands, its attributes and their order; of links, what they lead to."""
    here = "%s/%s%s" % (above, node.tag, node.get("rel", ""))
    return {(here, tuple(node.attrib))}.union(*(shape(child, here) for child in node))


def test_event_example(env):
    """the page of events is valid by Atom's rules, and has nothing that the feed has not"""
    text = env.browser("en").get("/developers").text
    sample = html.unescape(re.sub(r"<[^>]*>", "", re.search(r'<pre class="pk-sample" id="example-events">(.*?)</pre>', text, re.S).group(1))).encode()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "atom.rnc").write_bytes(RULES.read_bytes())
        (folder / "events.rnc").write_bytes(urllib.request.urlopen(env.base + "/schemas/events-1.rnc", timeout=30).read())
        (folder / "feed.xml").write_bytes(sample)
        subprocess.run(["jing", "-c", "atom.rnc", "feed.xml"], cwd=folder, capture_output=True, timeout=60, check=True)
    sent = set().union(*(shape(tree.fromstring(page.body)) for page in whole(env)))
    assert shape(tree.fromstring(sample)) <= sent, shape(tree.fromstring(sample)) - sent
    kind, thing = re.search(rb'kind="([a-z_.]+)" thing="([a-z_]+)"', sample).groups()
    told = [dict(event.attrib) for page in whole(env) for event in tree.fromstring(page.body).iter("{urn:praktikum:events:1}event")]
    assert any(event["kind"] == kind.decode() and event["thing"] == thing.decode() for event in told), kind


def test_messages(env):
    """each message shown is valid; its receipt, and the refusal of a wrong one, are as they are sent"""
    text = env.browser("en").get("/developers").text
    samples = {name: html.unescape(re.sub(r"<[^>]*>", "", body))
               for name, body in re.findall(r'<pre class="pk-sample" (?:data-message|id)="([a-z-]+)">(.*?)</pre>', text, re.S)}
    for name in ("registrations", "exam-registrations", "results", "receipt"):
        validate(env, "inbound-" + name, [samples[name].encode()])
    activity = classes(env)
    first, second = students(env, "t.person NOT IN (SELECT person FROM registration WHERE activity = %s)" % activity, 2)
    good = [{"student_number": first, "activity": activity, "class": "A"}, {"student_number": second, "activity": activity, "class": "B"}]
    lines = lambda data: {re.sub('"[^"]*"', '""', line) for line in data.splitlines()}
    receipt = put(env, "registrations", message("registrations", *good), query="&dry=1")
    assert receipt.status == 200 and lines(samples["receipt"]) == lines(receipt.body.decode()), receipt.body
    wrong = [{**good[0], "student_number": "NOBODY"}, good[0], {**good[1], "class": "Z"}]
    refusal = put(env, "registrations", b'<?xml version="1.0" encoding="UTF-8"?>\n' + message("registrations", *wrong))
    normal = lambda data: re.sub(r"[0-9a-f]{32}", "", data).strip()
    assert refusal.status == 422 and normal(samples["example-faults"]) == normal(refusal.body.decode()), refusal.body


def test_refusals_listed(env):
    """its table names every kind of refusal as problem documents do"""
    kinds = re.findall(r'<problem status="(\d+)" kind="([a-z-]+)"', env.browser().get("/developers.xml").text)
    assert len(kinds) > 8
    for path, key, status in (("/feeds/results", None, "401"), ("/feeds/results?x=1", INSTITUTION, "400"), ("/feeds/nothing", INSTITUTION, "404")):
        problem = tree.fromstring(fetch(env, path, key)[2])
        kind = problem.findtext("{urn:ietf:rfc:7807}type").rsplit(":", 1)[1]
        assert (status, kind) in kinds, (status, kind)


def test_links(env):
    """every address it links to opens for everybody, in four languages"""
    for lang in ("nb", "nn", "sv", "en"):
        answer = env.browser(lang).get("/developers")
        assert answer.status == 200 and "[[" not in answer.text
        assert len(set(re.findall(r'<h[123][^>]*>[^<]+<', answer.text))) > 8
        links = set(re.findall(r'href="(/schemas/[^"]+)"', answer.text))
        assert len(links) >= 2 * (len(NAMES) + 1 + 4), links
        for link in links if lang == "nb" else ():
            status, _, body = fetch(env, link, None)
            assert status == 200 and body, link
        for target in set(re.findall(r'href="#([^"]+)"', answer.text)) - {"main"}:
            assert 'id="%s"' % target in answer.text, target
