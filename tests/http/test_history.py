"""Pages of the past: ?as-of=DATE or ?as-of=SECOND."""
import datetime
import time
import xml.etree.ElementTree as tree

ORDER = ("SELECT MIN(id) FROM placement_order WHERE site = 1 AND institution = 1 AND state = 'sent'")


def test_as_of(env):
    """a page is shown as it stood, to whom may look back, without buttons; the present is untouched"""
    order, words = env.sql(ORDER)[0][0], "Words of %d" % time.time_ns()
    b = env.signed_in("praksis")
    before = tree.fromstring(b.get("/orders/%s.xml" % order).body)
    then = before.get("now")[:19]
    time.sleep(1.1)
    env.sql("UPDATE placement_order SET message = '%s', version = version + 1 WHERE id = %s" % (words, order))
    now = tree.fromstring(b.get("/orders/%s.xml" % order).body)
    past = tree.fromstring(b.get("/orders/%s.xml?as-of=%s" % (order, then)).body)
    assert now.find("order").get("message") == words
    assert past.find("order").get("message") == before.find("order").get("message")
    assert past.get("as-of") == then and now.get("as-of") is None
    assert past.find("rights").get("withdraw-now") is None and now.find("rights").get("withdraw-now") == "1"
    page = b.get("/orders/%s?as-of=%s" % (order, then))
    assert page.status == 200 and words not in page.text and "/withdraw" not in page.text
    assert words in b.get("/orders/" + order).text
    for path in ("/activities/1", "/activities/1/sites", "/institutions/1", "/programmes/1", "/courses/1", "/agreements/1"):
        assert b.get("%s?as-of=%s" % (path, then)).status == 200, path
    assert b.get("/orders/%s?as-of=2020-01-01" % order).status == 404, "before it was there"
    sites = "/activities/%s/sites.xml?as-of=%s" % (before.find("order").get("activity"), then)
    orders = tree.fromstring(b.get(sites).body).find("orders").get("total")
    env.sql("INSERT INTO person_grant (person, role, institution, valid_from) "
            "VALUES (10, 'placement_administrator', 1, '2020-01-01')")
    try:
        late = tree.fromstring(env.signed_in("praksis2").get(sites).body).find("orders").get("total")
    finally:
        env.sql("DELETE FROM person_grant WHERE person = 10 AND institution = 1")
    assert late == orders != "0", "today's grants decide, not those of then"


def test_as_of_refused(env):
    """who may not look back gets 403; what has not come, or is no day, 400; a page without a past, 400"""
    order = env.sql(ORDER)[0][0]
    b = env.signed_in("praksis")
    for wrong in (datetime.date.today() + datetime.timedelta(days=1), "2026-02-30", "x", "1'", "2026-01-01T24:00:00"):
        answer = b.get("/orders/%s?as-of=%s" % (order, wrong))
        assert answer.status == 400 and "as-of" in answer.text, wrong
    assert b.get("/calendar?as-of=2026-01-01").status == 400
    assert env.signed_in("stedskoordinator").get("/orders/%s?as-of=2026-01-01" % order).status == 403
    assert env.signed_in("student").get("/orders/%s?as-of=2026-01-01" % order).status == 404


def test_as_of_protected(env):
    """who is protected now is no contact of the past either"""
    b = env.signed_in("praksis")
    before = tree.fromstring(b.get("/institutions/1.xml").body)
    contact = before.find("contacts/contact")
    time.sleep(1.1)
    env.sql("UPDATE person SET protected = 1 WHERE id = " + contact.get("person"))
    try:
        past = tree.fromstring(b.get("/institutions/1.xml?as-of=" + before.get("now")[:19]).body)
        names = [c.get("name") for c in past.findall("contacts/contact")]
        assert names and contact.get("name") not in names
    finally:
        env.sql("UPDATE person SET protected = 0 WHERE id = " + contact.get("person"))
