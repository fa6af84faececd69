"""Partners: made, keyed, changed, ended by who looks after an organisation; let in by the key alone, and told no more than they must be."""
import re
import xml.etree.ElementTree as ElementTree

PROBLEM = "{urn:ietf:rfc:7807}"
KEYS = {1: "1-Praktikum-demo-institution-1-all-feeds-0000", 2: "2-Praktikum-demo-site-1-some-feeds-0000000000",
        3: "3-Praktikum-demo-institution-2-few-feeds-0000", "expired": "4-Praktikum-demo-institution-1-expired-000000",
        "revoked": "5-Praktikum-demo-institution-1-revoked-000000"}
FEED = "/feeds/organisations"


def ask(env, key, path=FEED, **headers):
    """A partner's request; key None: without."""
    if key:
        headers["Authorization"] = "Bearer " + key
    return env.browser().request("GET", path, headers=headers)


def problem(answer):
    """The problem document's type and status, which are held to what the answer's head says."""
    assert answer.header("content-type").startswith("application/problem+xml"), answer.header("content-type")
    root = ElementTree.fromstring(answer.body)
    assert root.tag == PROBLEM + "problem" and root.find(PROBLEM + "status").text == str(answer.status)
    assert root.find(PROBLEM + "title").text and root.find(PROBLEM + "detail").text
    return root.find(PROBLEM + "type").text.removeprefix("urn:praktikum:problem:")


def anonymous(answer):
    """What an answer says, but for the request's own number."""
    return re.sub(r"request:[0-9a-f]{32}", "", answer.text)


def make(env, who="praksis", **fields):
    """A new partner of the viewer's organisation; gives its id."""
    b = env.signed_in(who)
    wanted = {"name": "Prøvesystem", "contact": "drift@prove.example", "reads_organisations": "1", **fields}
    a = b.fill("/partners/new", wanted)
    assert a.status == 303, (a.status, re.findall(r'data-color="danger".*', a.text)[:3])
    return b, int(a.location.rsplit("/", 1)[1])


def key_of(b, partner, **fields):
    """A new key, read off the partner's page."""
    a = b.fill("/partners/%d/keys/new" % partner, fields)
    assert a.status == 303, a.status
    return re.search(r'id="key-text"[^>]*value="([^"]+)"', b.get("/partners/%d" % partner).text).group(1)


def forget(env):
    """What these tests made."""
    env.sql("""DELETE k FROM partner_key k JOIN partner p ON p.id = k.partner WHERE p.name LIKE 'Prøve%';
        DELETE s FROM feed_state s JOIN partner p ON p.id = s.partner WHERE p.name LIKE 'Prøve%';
        DELETE m FROM feed_entry m JOIN partner p ON p.id = m.partner WHERE p.name LIKE 'Prøve%';
        DELETE FROM partner WHERE name LIKE 'Prøve%'""")


def test_without_a_key_that_counts(env):
    """none, another scheme's, a made-up, a forged, an expired and a revoked one: 401, and all are told the same"""
    said = set()
    for headers in ({}, {"Authorization": "Basic YTpi"}, {"Authorization": "Bearer"}, {"Authorization": "Bearer x"},
                    *({"Authorization": "Bearer " + key} for key in
                      (KEYS["expired"], KEYS["revoked"], KEYS[1][:-1] + "1", "999999" + KEYS[1][1:], "2" + KEYS[1][1:]))):
        a = env.browser().request("GET", FEED, headers=headers)
        assert a.status == 401 and problem(a) == "unauthorized", (headers, a.status)
        assert a.header("www-authenticate").startswith("Bearer")
        said.add(anonymous(a))
    assert len(said) == 1, said
    key = env.signed_in("praksis")
    assert key.get(FEED).status == 401, "a cookie is no key"
    assert env.browser().get(FEED + "?key=" + KEYS[1]).status == 401, "nor is an address"


def test_with_a_key(env):
    """the key opens what was granted; the rest is not there; the language is the header's"""
    assert ask(env, KEYS[1]).status == 200 and ask(env, KEYS[2]).status == 200
    assert env.browser().request("GET", FEED, headers={"Authorization": "bearer  " + KEYS[1]}).status == 200
    for path in ("/feeds/results", "/feeds/participants"):
        a = ask(env, KEYS[2], path)
        assert a.status == 404 and problem(a) == "not-found"
        assert anonymous(a) == anonymous(ask(env, KEYS[3], path))
    a = ask(env, KEYS[1], FEED + "?nothing=1", **{"Accept-Language": "sv"})
    assert a.status == 400 and problem(a) == "bad-request" and "Adressen är inte" in a.text
    a = env.browser().request("POST", FEED, "", {"Authorization": "Bearer " + KEYS[1]})
    assert a.status == 405 and problem(a) == "method-not-allowed" and "GET" in a.header("allow")
    assert problem(ask(env, KEYS[1], "/feeds/no-such-thing")) == "not-found"


def test_signed_in_people_see_no_more(env):
    """what a key opens is not opened by whoever is signed in, and the other way round"""
    assert ask(env, KEYS[1], "/partners").status == 303, "a key opens no page"
    assert ask(env, KEYS[1], "/people").status == 303


def test_making(env):
    """a partner, its key shown once to who made it, used at once; histories and the event say who did what"""
    try:
        b, partner = make(env)
        key = key_of(b, partner)
        assert key not in env.signed_in("admin").get("/partners/%d" % partner).text, "shown to its maker only"
        assert ask(env, key).status == 200
        text = b.get("/partners/%d" % partner).text
        assert key not in text, "used: not shown any more"
        assert "127.0.0.1" in text
        held = env.sql("SELECT salt IS NULL, HEX(hash), last_address FROM partner_key WHERE partner = %d" % partner)[0]
        assert held[0] == "1" and len(held[1]) == 64 and held[2] == "127.0.0.1"
        assert ask(env, key, "/feeds/events").status == 404, "not granted"
        kinds = [row[0] for row in env.sql("SELECT kind FROM event WHERE thing = 'partner' AND thing_id = %d ORDER BY id" % partner)]
        assert kinds == ["partner.created", "partner.key_made"], kinds
        person = env.sql("SELECT e.name, e.email IS NULL FROM person e JOIN partner p ON p.person = e.id WHERE p.id = %d" % partner)[0]
        assert person == ["Prøvesystem (system)", "1"], person
    finally:
        forget(env)


def test_nobody(env):
    """who stands for a partner is among no people, is not found, and is not counted"""
    name = env.sql("SELECT e.name FROM person e JOIN partner p ON p.person = e.id WHERE p.id = 1")[0][0]
    assert name == "Studentregisteret (system)" and env.sql("SELECT COUNT(*) FROM search_word WHERE thing = 'person' AND word = 'studentregisteret'")[0][0] != "0"
    b = env.signed_in("admin")
    for path in ("/people.csv", "/people.csv?q=Studentregisteret", "/people?q=Studentregisteret", "/search?q=Studentregisteret"):
        assert name not in b.get(path).text, path
    people = int(env.sql("SELECT COUNT(*) FROM person WHERE protected = 0 AND id NOT IN (SELECT person FROM partner)")[0][0])
    assert int(re.search(r'<people [^>]*total="(\d+)"', b.get("/people.xml").text).group(1)) == people


def test_kept(env):
    """who says that they have it is not shown it again; nor is anybody after ten minutes"""
    try:
        b, partner = make(env)
        key = key_of(b, partner)
        number = env.sql("SELECT id FROM partner_key WHERE partner = %d" % partner)[0][0]
        assert env.signed_in("admin").get("/keys/%s/kept" % number).status == 403, "only its maker was shown it"
        assert b.fill("/keys/%s/kept" % number).status == 303
        assert key not in b.get("/partners/%d" % partner).text and ask(env, key).status == 200
        second = key_of(b, partner, others="keep")
        env.sql("UPDATE partner_key SET shown_until = UTC_TIMESTAMP() - INTERVAL 1 SECOND WHERE partner = %d AND salt IS NOT NULL" % partner)
        assert second not in b.get("/partners/%d" % partner).text
    finally:
        forget(env)


def test_rotation_and_revocation(env):
    """the key before goes on for the days of the overlap, or ends at once; revoked, it is gone with the next request"""
    try:
        b, partner = make(env)
        first = key_of(b, partner)
        second = key_of(b, partner, others="overlap", days="7")
        assert ask(env, first).status == 200 and ask(env, second).status == 200
        ends = env.sql("SELECT DATEDIFF(ends_at, UTC_TIMESTAMP()) FROM partner_key WHERE partner = %d ORDER BY id LIMIT 1" % partner)[0][0]
        assert ends == "7", ends
        env.sql("UPDATE partner_key SET ends_at = UTC_TIMESTAMP() - INTERVAL 1 SECOND WHERE partner = %d AND ends_at IS NOT NULL" % partner)
        assert ask(env, first).status == 401 and ask(env, second).status == 200
        third = key_of(b, partner, others="now")
        assert ask(env, second).status == 401 and ask(env, third).status == 200
        number = env.sql("SELECT MAX(id) FROM partner_key WHERE partner = %d" % partner)[0][0]
        assert "siste som gjelder" in b.get("/keys/%s/revoke" % number).text
        assert b.fill("/keys/%s/revoke" % number).status == 303 and ask(env, third).status == 401
        assert b.fill("/keys/%s/revoke" % number).status == 409, "once"
        env.sql("UPDATE partner_key SET revoked_at = NULL, expires_on = CURDATE() - INTERVAL 1 DAY WHERE id = %s" % number)
        assert ask(env, third).status == 401, "expired"
    finally:
        forget(env)


def test_networks(env):
    """from elsewhere the right key is told 403, and nothing else; what is no network is refused"""
    try:
        b, partner = make(env, addresses="192.0.2.9/24, 2001:DB8::1/32\n192.0.2.0/24")
        assert env.sql("SELECT addresses FROM partner WHERE id = %d" % partner)[0][0] == "192.0.2.0/24 2001:db8::/32"
        key = key_of(b, partner)
        a = ask(env, key)
        assert a.status == 403 and problem(a) == "forbidden"
        assert env.sql("SELECT last_used_at IS NULL FROM partner_key WHERE partner = %d" % partner)[0][0] == "1"
        assert b.fill("/partners/%d/edit" % partner, {"addresses": "127.0.0.0/8"}).status == 303
        assert ask(env, key).status == 200
        a = b.fill("/partners/%d/edit" % partner, {"addresses": "127.0.0.0/33"})
        assert a.status == 422 and "192.0.2.0/24" in a.text
    finally:
        forget(env)


def test_rate(env):
    """so many at once, then 429 with the seconds to wait; another partner is not held up by it"""
    try:
        b, partner = make(env, per_minute="5")
        key = key_of(b, partner)
        statuses = [ask(env, key).status for _ in range(8)]
        assert statuses[:5] == [200] * 5 and 429 in statuses[5:], statuses
        a = ask(env, key)
        if a.status == 429:
            assert problem(a) == "too-many-requests" and 1 <= int(a.header("retry-after")) <= 12, a.header("retry-after")
        assert ask(env, KEYS[1]).status == 200
    finally:
        forget(env)


def test_rules(env):
    """what a partner may not be: nobody's, of two, reading nothing, a site's with an institution's rights, named as another"""
    try:
        b, partner = make(env)
        a = b.fill("/partners/new", {"name": "Prøvesystem", "contact": "x@y.example", "reads_organisations": "1"})
        assert a.status == 422 and "allerede i bruk" in a.text
        a = b.fill("/partners/new", {"name": "Prøve 2", "contact": "x@y.example"})
        assert a.status == 422
        a = b.fill("/partners/new", {"name": "Prøve 2", "contact": "x@y.example", "reads_organisations": "1", "institution": "2"})
        assert a.status == 422 and "blant valgene" in a.text
        site = env.signed_in("stedsadmin")
        a = site.fill("/partners/new", {"name": "Prøve 3", "contact": "x@y.example", "reads_results": "1"})
        assert a.status == 422
        admin = env.signed_in("admin")
        for place in ({}, {"institution": "1", "site": "1"}):
            a = admin.fill("/partners/new", {"name": "Prøve 4", "contact": "x@y.example", "reads_organisations": "1", **place})
            assert a.status == 422, place
        assert env.sql("SELECT COUNT(*) FROM partner WHERE name LIKE 'Prøve _'")[0][0] == "0"
        a = b.fill("/partners/%d/keys/new" % partner, {"expires_on": "01.01.2020"})
        assert a.status == 422
    finally:
        forget(env)


def test_ending(env):
    """an ended partner's keys count no more, and nothing about it can be changed"""
    try:
        b, partner = make(env)
        key = key_of(b, partner)
        assert ask(env, key).status == 200
        assert b.fill("/partners/%d/end" % partner).status == 303
        assert ask(env, key).status == 401
        assert b.fill("/partners/%d/keys/new" % partner).status == 409
        assert b.fill("/partners/%d/edit" % partner, {"name": "Prøve ny"}).status == 409
        assert b.fill("/partners/%d/end" % partner).status == 409
    finally:
        forget(env)


def test_whose(env):
    """a partner is its own organisation's: others' administrators, coordinators and advisers see nothing of it"""
    for who, status in (("praksis", 200), ("admin", 200), ("praksis2", 404), ("stedsadmin", 404), ("koordinator", 404),
                        ("radgiver", 404), ("student", 404)):
        b = env.signed_in(who)
        assert b.get("/partners/1").status == status, who
        assert b.get("/keys/1/revoke").status == status, who
    assert env.signed_in("stedsadmin").get("/partners/2").status == 200
    assert env.signed_in("stedskoordinator").get("/partners").status == 403


def test_what_nginx_says(env):
    """what never comes as far as a worker is told in a document too, in the header's language; people are still shown a page"""
    large = b"<a/>" * (9 << 18)
    for path in ("/inbound/registrations?message=1", "/feeds/events"):
        a = env.browser("nn").request("PUT", path, large, {"Authorization": "Bearer " + KEYS[1], "Content-Type": "application/xml"})
        assert a.status == 413 and problem(a) == "too-large" and "For mykje på ein gong" in a.text
        assert re.search(r"urn:praktikum:request:[0-9a-f]{32}<", a.text), a.text
    a = env.browser("nn").request("POST", "/sign-in", large)
    assert a.status == 413 and a.header("content-type").startswith("text/html")
