"""Notices: read by a button, never by looking; the feed at its private address."""
import http.client
import re
import urllib.parse
import uuid
import xml.etree.ElementTree as ElementTree

ATOM = "{http://www.w3.org/2005/Atom}"
WHO = "stedskoordinator"


def person(env, name=WHO):
    return env.sql("SELECT id FROM person WHERE email = '%s@demo.example'" % name)[0][0]


def give(env, count=3):
    """That many unread notices of orders the person may see; gives their ids."""
    me = person(env)
    env.sql("""DELETE FROM notice WHERE person = %s;
        INSERT INTO notice (event, person, kind, topic, delivery, created_at)
        SELECT MIN(e.id), %s, 'order_sent', 'orders', 'none', UTC_TIMESTAMP() FROM event e
        JOIN person_grant g ON g.person = %s AND g.site = e.site AND g.activity IS NULL
        WHERE e.kind = 'order.sent' GROUP BY e.thing_id ORDER BY 1 LIMIT %d""" % (me, me, me, count))
    return [row[0] for row in env.sql("SELECT id FROM notice WHERE person = %s ORDER BY id DESC" % me)]


def forget(env):
    env.sql("DELETE FROM notice WHERE person = %s" % person(env))


def unread(env):
    return int(env.sql("SELECT COUNT(*) FROM notice WHERE person = %s AND read_at IS NULL" % person(env))[0][0])


def shown(answer):
    """The number in the header; 0 when there is none."""
    found = re.search(r'pk-tool-count">([0-9]+)', answer.text)
    return int(found.group(1)) if found else 0


def test_looking_reads_nothing(env):
    """pages are looked at, links followed: all is as unread as before; the header says how many"""
    notices = give(env)
    b = env.signed_in(WHO)
    assert shown(b.get("/calendar")) == 3
    a = b.get("/notices")
    assert a.status == 200 and shown(a) == 3 and a.text.count('name="open"') == 3
    b.get("/notices.xml"), b.get("/notices.csv"), b.get("/notices?state=unread&topic=orders")
    assert unread(env) == 3 and len(notices) == 3
    forget(env)


def test_reading(env):
    """one is opened, one is marked, then all: each by a form with its token"""
    first, second, _ = give(env)
    b = env.signed_in(WHO)
    token = dict(b.get("/notices").page.form("/notices")["fields"])
    assert b.post("/notices", {"open": first, "token": "nonsense"}).status == 403 and unread(env) == 3
    a = b.post("/notices", {**token, "open": first})
    assert a.status == 303 and re.fullmatch(r"/orders/\d+", a.location), a.location
    assert b.get(a.location).status == 200 and unread(env) == 2
    a = b.post("/notices?topic=orders", {**token, "read": second})
    assert a.status == 303 and a.location == "/notices?topic=orders" and unread(env) == 1
    other = env.signed_in("praksis")
    theirs = dict(other.get("/notices").page.form("/notices")["fields"])
    assert other.post("/notices", {**theirs, "open": first}).status == 404
    a = b.post("/notices", {**token, "all": "1"})
    assert a.status == 303 and unread(env) == 0
    page = b.get("/notices")
    assert shown(page) == 0 and 'name="open"' not in page.text and "pk-open" not in page.text
    forget(env)


def test_many(env):
    """more than 99 are 99+"""
    me = person(env)
    env.sql("""INSERT INTO notice (event, person, kind, topic, delivery, created_at)
        SELECT e.id, %s, 'order_sent', 'orders', 'none', UTC_TIMESTAMP() FROM event e LIMIT 130""" % me)
    a = env.signed_in(WHO).get("/notices")
    assert "99+" in a.text and a.status == 200
    forget(env)


def address(b):
    """The feed's address as the page shows it, path and query; None when there is none."""
    found = re.search(r'value="[a-z]+://[^/"]+(/feeds/notices\.atom\?key=[^"]+)"', b.get("/profile/notices").text)
    return found and found.group(1)


def make(b):
    assert b.fill("/profile/notices/address").status == 303
    return address(b)


def check_feed(text):
    """The musts of RFC 4287: ids, titles, updated, an author, one alternate link an entry, no id twice."""
    feed = ElementTree.fromstring(text)
    assert feed.tag == ATOM + "feed"
    stamp = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)")
    ids = []
    for part in [feed] + feed.findall(ATOM + "entry"):
        for name in ("id", "title", "updated"):
            assert len(part.findall(ATOM + name)) == 1, (name, part.tag)
        identity = part.find(ATOM + "id").text
        assert identity.startswith("urn:uuid:") and uuid.UUID(identity[9:])
        ids.append(identity)
        assert part.find(ATOM + "title").text.strip()
        assert stamp.fullmatch(part.find(ATOM + "updated").text), part.find(ATOM + "updated").text
        links = [link for link in part.findall(ATOM + "link") if link.get("rel", "alternate") == "alternate"]
        assert len(links) == 1 and urllib.parse.urlsplit(links[0].get("href")).scheme in ("http", "https")
    assert feed.find(ATOM + "author/" + ATOM + "name").text and len(feed.findall(ATOM + "link[@rel='self']")) == 1
    assert len(set(ids)) == len(ids)
    return feed, ids


def test_feed(env):
    """the feed is read without signing in, is valid, stays the same, and 304 when nothing is new"""
    b, reader = env.signed_in(WHO), env.browser("sv")
    give(env)
    path = make(b)
    a = reader.get(path)
    assert a.status == 200 and a.header("content-type") == "application/atom+xml; charset=utf-8"
    assert a.header("cache-control") == "private, no-cache" and a.header("referrer-policy") == "strict-origin"
    assert not a.header("set-cookie")
    feed, ids = check_feed(a.body)
    assert len(ids) == 4 and feed.get("{http://www.w3.org/XML/1998/namespace}lang") == "nb"  # the person's own language
    again = reader.get(path)
    assert again.body == a.body and again.header("etag") == a.header("etag")
    same = reader.get(path, **{"If-None-Match": a.header("etag")})
    assert same.status == 304 and same.body == b"" and same.header("etag") == a.header("etag")
    env.sql("DELETE FROM notice WHERE person = %s ORDER BY id DESC LIMIT 1" % person(env))
    assert reader.get(path, **{"If-None-Match": a.header("etag")}).status == 200
    used = env.sql("SELECT last_used_at IS NOT NULL FROM private_address WHERE person = %s AND ended_at IS NULL" % person(env))
    assert used == [["1"]]
    assert b.fill("/profile/notices/address/end").status == 303
    forget(env)


def test_feed_follows_rights(env):
    """what the person may no longer see has no name and no link of its own in the feed"""
    b, reader, me = env.signed_in(WHO), env.browser(), person(env)
    give(env)
    path = make(b)
    before = reader.get(path).text
    assert "/orders/" in before and "<summary>" in before
    grants = env.sql("SELECT id FROM person_grant WHERE person = %s AND (valid_to IS NULL OR valid_to >= CURDATE())" % me)
    env.sql("UPDATE person_grant SET valid_to = valid_from WHERE id IN (%s)" % ",".join(row[0] for row in grants))
    try:
        after = reader.get(path)
        check_feed(after.body)
        assert after.status == 200 and "/orders/" not in after.text
    finally:
        env.sql("UPDATE person_grant SET valid_to = NULL WHERE id IN (%s)" % ",".join(row[0] for row in grants))
    assert b.fill("/profile/notices/address/end").status == 303
    forget(env)


def test_feed_key(env):
    """a wrong, changed, foreign, replaced or ended key is 404, and so is every other format; a key opens nothing else"""
    b, reader = env.signed_in(WHO), env.browser()
    path = make(b)
    key = path.split("key=")[1]
    number, secret = key.split("-", 1)
    assert reader.get(path).status == 200
    turned = secret[:-1] + ("A" if secret[-1] != "A" else "B")
    for wrong in ("", "x", number, number + "-", "%s-%s" % (number, turned), "%d-%s" % (int(number) + 1, secret),
                  "0-" + secret, "99999999999999999999-" + secret):
        assert reader.get("/feeds/notices.atom?key=" + wrong).status in (400, 404), wrong
    assert reader.get("/feeds/notices.atom").status == 404
    assert reader.get("/feeds/notices.atom?key=%s&key=%s" % (key, key)).status == 400
    for other in ("/feeds/notices?key=", "/feeds/notices.xml?key=", "/feeds/notices.csv?key="):
        assert reader.get(other + key).status == 404, other
    assert reader.post("/feeds/notices?key=" + key, {}).status == 405
    assert reader.get("/notices?key=" + key).status in (303, 400)
    assert b.get("/feeds/notices.atom").status == 404  # a session is no key
    newer = make(b)
    assert newer != path and reader.get(path).status == 404 and reader.get(newer).status == 200
    assert b.fill("/profile/notices/address/end").status == 303
    assert reader.get(newer).status == 404 and address(b) is None


def test_feed_of_the_key(env):
    """who is signed in as another still reads the feed of the key's person"""
    b, other = env.signed_in(WHO), env.signed_in("praksis")
    give(env)
    path = make(b)
    mine = env.browser().get(path)
    assert other.get(path).body == mine.body
    assert b.fill("/profile/notices/address/end").status == 303
    forget(env)


def test_closed_account(env):
    """a closed account's feed is gone"""
    b, me = env.signed_in(WHO), person(env)
    path = make(b)
    env.sql("UPDATE account SET closed = 1 WHERE person = %s" % me)
    try:
        assert env.browser().get(path).status == 404
    finally:
        env.sql("UPDATE account SET closed = 0 WHERE person = %s" % me)
    assert b.fill("/profile/notices/address/end").status == 303


def test_key_not_logged(env):
    """no log of the instance holds the key"""
    import glob
    b = env.signed_in(WHO)
    path = make(b)
    secret = path.split("-", 1)[1]
    env.browser().get(path), env.browser().get(path + "x")
    for log in glob.glob(env.var + "/log/*.log"):
        assert secret not in open(log, encoding="utf-8", errors="replace").read(), log
    assert b.fill("/profile/notices/address/end").status == 303


def test_choices(env):
    """the choices are kept, and say so"""
    b = env.signed_in(WHO)
    assert b.fill("/profile/notices", {"orders": "digest", "reminders": "none"}).status == 303
    fields = dict(b.get("/profile/notices").page.form("/profile/notices")["fields"])
    assert (fields["orders"], fields["reminders"], fields["roles"]) == ("digest", "none", "mail")
    assert b.fill("/profile/notices", {"orders": "somehow"}).status == 422
    env.sql("DELETE FROM notice_choice WHERE person = %s" % person(env))
