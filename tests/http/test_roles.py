"""Roles in an activity over HTTP: each side enters and sees its own."""
import xml.etree.ElementTree as tree

OURS = ("SELECT MIN(o.id) FROM placement_order o JOIN activity a ON a.id = o.activity "
        "WHERE o.site = 1 AND o.institution = 1 AND o.state = 'sent' AND a.starts > CURDATE() AND a.cancelled_at IS NULL")
THEIRS = ("SELECT MIN(o.id) FROM placement_order o JOIN activity a ON a.id = o.activity "
          "WHERE o.site = 2 AND o.state <> 'draft' AND a.starts > CURDATE() AND NOT EXISTS "
          "(SELECT 1 FROM placement_order n WHERE n.activity = a.id AND n.site = 1)")


def supervisor(env, order):
    """The id of site 1's supervisor as the form offers them, and the form's address."""
    b, path = env.signed_in("stedskoordinator"), "/orders/%s/roles/new" % order
    people = tree.fromstring(b.get("/orders/%s/roles/new.xml" % order).body).find("people")
    return b, path, [p.get("id") for p in people if p.get("name").startswith("Vegard")][0]


def test_rights(env):
    """a foreign site's order, activity and roles are not there; only one's own side may enter"""
    ours, theirs = env.sql(OURS)[0][0], env.sql(THEIRS)[0][0]
    activity = env.sql("SELECT activity FROM placement_order WHERE id = %s" % ours)[0][0]
    foreign = env.sql("SELECT activity FROM placement_order WHERE id = %s" % theirs)[0][0]
    theirs_role = env.sql("SELECT MIN(id) FROM person_grant WHERE site = 2 AND activity IS NOT NULL")[0][0]
    status = {
        "stedskoordinator": {"/orders/%s/roles/new" % ours: 200, "/orders/%s/roles/new" % theirs: 404,
                             "/activities/%s/roles" % activity: 200, "/activities/%s/roles" % foreign: 404,
                             "/activities/%s/allocation" % foreign: 404, "/activities/%s/roles/new" % activity: 403,
                             "/roles/%s/edit" % theirs_role: 404, "/roles/%s/end" % theirs_role: 404},
        "praksis": {"/orders/%s/roles/new" % ours: 403, "/activities/%s/roles/new" % activity: 200,
                    "/roles/%s/edit" % theirs_role: 404},
        "radgiver": {"/activities/%s/roles" % activity: 200, "/activities/%s/roles/new" % activity: 403},
        "praksis2": {"/activities/%s/roles" % activity: 404, "/activities/%s/roles/new" % activity: 404},
        "admin": {"/activities/%s/roles" % activity: 404, "/orders/%s/roles/new" % ours: 404},
    }
    for name, pages in status.items():
        b = env.signed_in(name)
        for path, expected in pages.items():
            assert b.get(path).status == expected, (name, path, b.get(path).status)


def test_entering(env):
    """a supervisor is entered and seen by both sides; a foreign site's user is refused though the form is forged"""
    order = env.sql(OURS)[0][0]
    activity = env.sql("SELECT activity FROM placement_order WHERE id = %s" % order)[0][0]
    b, path, person = supervisor(env, order)
    stranger = env.sql("SELECT MIN(person) FROM person_grant WHERE site = 2 AND role = 'supervisor' AND activity IS NULL")[0][0]
    count = "SELECT COUNT(*) FROM person_grant WHERE activity = %s" % activity
    before = env.sql(count)[0][0]
    refused = b.fill(path + "?role=supervisor", {"person": stranger})
    assert refused.status == 422 and env.sql(count)[0][0] == before
    answer = b.fill(path + "?role=supervisor", {"person": person})
    assert answer.status == 303 and answer.location == "/activities/%s/roles" % activity
    role = env.sql("SELECT MAX(id) FROM person_grant WHERE activity = %s AND person = %s" % (activity, person))[0][0]
    try:
        assert "Vegard Syntethaug" in b.get(answer.location).text
        planner = env.signed_in("praksis").get(answer.location + ".xml")
        seen = [r for r in tree.fromstring(planner.body).find("roles") if r.get("id") == role]
        assert seen and seen[0].get("email") == "veileder@demo.example" and seen[0].get("enter") is None
        student = env.signed_in("student").get(answer.location)
        assert student.status == 404, "no part in this activity"
        assert "Vegard Syntethaug" in b.get("/activities/%s/history" % activity).text
        env.sql("UPDATE person SET protected = 1 WHERE id = %s" % person)
        told = env.signed_in("praksis").get("/activities/%s/history" % activity).text
        env.sql("UPDATE person SET protected = 0 WHERE id = %s" % person)
        assert "Vegard Syntethaug" not in told, "who is protected now"
        ended = b.fill("/roles/%s/end" % role, {"reason": "Permisjon"})
        assert ended.status == 303 and ended.location == answer.location
        roles = tree.fromstring(b.get(answer.location + ".xml").body).find("roles")
        assert role not in [r.get("id") for r in roles], "ended at once"
        assert "Permisjon" in b.get("/activities/%s/history" % activity).text
    finally:
        env.sql("DELETE FROM person_grant WHERE id = %s" % role)
