"""Pages: headers, formats, parameters, lists, languages, error pages."""
import re
import urllib.parse
import xml.etree.ElementTree as tree

HEADERS = {"content-security-policy": "default-src 'none'", "x-content-type-options": "nosniff",
           "referrer-policy": "same-origin", "cross-origin-opener-policy": "same-origin", "cache-control": "no-store"}


def check_headers(answer):
    for name, start in HEADERS.items():
        assert (answer.header(name) or "").startswith(start), (name, answer.header(name))


def test_headers(env):
    """security headers are on every answer"""
    b = env.signed_in("praksis")
    for path in ("/sign-in", "/sites", "/sites.xml", "/sites.csv", "/nothing", "/sites?x=1"):
        check_headers(b.get(path))
    nobody = env.browser().get("/sites")
    assert nobody.status == 303
    check_headers(nobody)


def test_links_of_supervisors(env):
    """who follows whom: each student's unit is reached from there"""
    activity = env.sql("SELECT w.activity FROM allocation w JOIN activity a ON a.id = w.activity AND a.institution = 1 WHERE w.unit IS NOT NULL ORDER BY w.activity DESC LIMIT 1")[0][0]
    b = env.signed_in("praksis")
    units = {link for link in b.get("/activities/%s/supervisors" % activity).page.links if link.startswith("/units/")}
    assert units and all(b.get(link).status == 200 for link in units), units


def test_public(env):
    """signed out, every page but the public ones leads to sign-in and back"""
    a = env.browser().get("/sites?q=demo")
    assert (a.status, a.location) == (303, "/sign-in?next=%2Fsites%3Fq%3Ddemo"), a.location
    assert env.browser().get("/").location == "/sign-in"
    assert env.browser().get("/sites.csv").status == 303
    assert env.browser().post("/profile", {"email": "a@b.example"}).location == "/sign-in?next=%2Fprofile"


def test_formats(env):
    """a page is html, xml and csv; what has no list has no csv"""
    b = env.signed_in("praksis")
    assert b.get("/sites.html").text[:15] == "<!DOCTYPE html>"
    root = tree.fromstring(b.get("/sites.xml").body)
    assert root.tag == "page" and root.get("path") == "/sites" and root.find("viewer").get("name")
    assert tree.fromstring(b.get("/index.xml").body).get("path") == "/"
    csv = b.get("/sites.csv")
    assert csv.body.startswith(b"\xef\xbb\xbf") and csv.header("content-type") == "text/csv; charset=utf-8"
    assert re.fullmatch(r'attachment; filename="sites-\d{4}-\d\d-\d\d\.csv"', csv.header("content-disposition"))
    assert b.get("/sites/1/edit.csv").status in (403, 404)
    assert b.get("/profile.csv").status == 404
    assert b.get("/sites.pdf").status == 404


def test_csv_rows(env):
    """csv has every row of the search, not of the page"""
    b = env.signed_in("praksis")
    for query in ("", "?kind=school", "?q=demo&kind=trust"):
        total = int(tree.fromstring(b.get("/sites.xml" + query).body).find("sites").get("total"))
        lines = b.get("/sites.csv" + query).text.strip().split("\r\n")
        assert len(lines) == total + 1, (query, len(lines), total)


def test_csv_languages(env):
    """csv is separated as the language's spreadsheets want it"""
    for lang, mark in (("nb", ";"), ("sv", ";"), ("en", ",")):
        b = env.signed_in("praksis")
        b.fill("/language?next=/", {"language": lang})
        head = b.get("/sites.csv").text.split("\r\n")[0]
        assert mark in head, (lang, head)
        b.fill("/language?next=/", {"language": "nb"})


def refused(env, query):
    """The parameter that a 400 names."""
    a = env.fcgi.get("/sites", query, HTTP_COOKIE=refused.cookie)
    assert a.status == 400, (query, a.status)
    found = re.search(rb"<code>([^<]*)</code></p><p><a", a.body)
    return found.group(1).decode() if found else ""


def test_parameters(env):
    """a wrong parameter is 400 and named"""
    b = env.signed_in("praksis")
    refused.cookie = "praktikum=" + b.cookies["praktikum"]
    assert refused(env, "color=red") == "color"
    assert refused(env, "q=a&q=b") == "q"
    assert refused(env, "sort=nonsense") == "sort"
    assert refused(env, "sort=NAME") == "sort"
    assert refused(env, "kind=a%20b") == "kind"
    assert refused(env, "page=0") == "page"
    assert refused(env, "page=-1") == "page"
    assert refused(env, "page=1e3") == "page"
    assert refused(env, "down=2") == "down"
    assert refused(env, "municipality=x") == "municipality"
    assert refused(env, "q=" + "a" * 201) == "q"
    assert refused(env, "q=" + "a" * 2001) == "q"
    assert refused(env, "q=%ff") == "q"
    assert refused(env, "q=%C0%AF") == "q"
    assert refused(env, "q=%ED%A0%80") == "q"
    assert refused(env, "q=%00") == "q"
    assert refused(env, "q=a%0d%0ab") == "q"
    assert refused(env, "q=%zz") == "q"
    assert refused(env, "q=%4") == "q"
    assert refused(env, "%3Cb%3E=1") == "&lt;b&gt;"
    refused(env, "&".join("a%d=1" % i for i in range(40)))
    refused(env, "a" * 9000)
    refused(env, "q=\xe6".encode("latin-1").decode("latin-1"))


def test_empty_parameters(env):
    """an empty parameter is as none"""
    b = env.signed_in("praksis")
    whole, empty = (tree.fromstring(b.get(p).body).find("sites") for p in
                    ("/sites.xml", "/sites.xml?q=&kind=&municipality=&sort=&page="))
    assert whole.get("total") == empty.get("total") and empty.find("filter") is None


def test_ids(env):
    """ids are plain numbers in range"""
    b = env.signed_in("praksis")
    assert b.get("/sites/1").status == 200
    for bad in ("01", "0", "-1", "1.0", "%31x", "2147483648", "99999999999999999999", "1%20", "new/x", "1/"):
        assert b.get("/sites/" + bad).status == 404, bad
    assert b.get("/sites/%31").status == 200


def test_list_state(env):
    """a list's addresses keep its search, filters and order"""
    b = env.signed_in("praksis")
    node = tree.fromstring(b.get("/sites.xml?q=demo&kind=school&sort=name&down=1").body).find("sites")
    assert node.get("q") == "demo" and node.get("sort") == "name" and node.get("down") == "1"
    assert node.get("base") == "/sites?kind=school", node.get("base")
    assert node.get("csv") == "/sites.csv?kind=school&q=demo&sort=name&down=1", node.get("csv")
    assert [(f.get("name"), f.get("value")) for f in node.findall("filter")] == [("kind", "school")]
    column = next(c for c in node.findall("column") if c.get("name") == "name")
    assert column.get("sorted") == "down" and column.get("href") == "/sites?kind=school&q=demo&sort=name"
    assert b.get(column.get("href")).status == 200


def test_list_pages(env):
    """pages of a list are disjoint, complete, and a page too far is the last"""
    b = env.signed_in("admin")
    seen, href, pages = [], "/people.xml?sort=name", 0
    while href:
        node = tree.fromstring(b.get(href).body).find("people")
        seen += [row.get("id") for row in node.findall("person")]
        pages += 1
        href = node.find("pager").get("next")
        href = href.replace("/people?", "/people.xml?") if href else None
    assert len(seen) == len(set(seen)) == int(node.get("total")) and pages == int(node.get("pages")) > 1
    last = tree.fromstring(b.get("/people.xml?page=99999").body).find("people")
    assert last.get("page") == str(pages)


def test_search_wildcards(env):
    """% and _ in a search are themselves"""
    b = env.signed_in("praksis")
    for q in ("%", "_", "\\", "100%"):
        node = tree.fromstring(b.get("/sites.xml?q=" + urllib.parse.quote(q)).body).find("sites")
        assert node.get("total") == "0" and node.get("q") == q, (q, node.attrib)


def test_markup(env):
    """markup in a search comes back as text"""
    b = env.signed_in("praksis")
    for q in ("<script>alert(1)</script>", '"><b x="', "' onclick='x", "&amp;", "]]>", "\u202e", "javascript:alert(1)"):
        for suffix in ("", ".xml"):
            a = b.get("/sites%s?q=%s" % (suffix, urllib.parse.quote(q)))
            assert a.status == 200
            assert "<script>alert" not in a.text and '"><b x' not in a.text
            if suffix:
                assert tree.fromstring(a.body).find("sites").get("q") == q


def test_methods(env):
    """HEAD is GET without a body; what is not allowed says what is"""
    b = env.signed_in("praksis")
    get, head = b.get("/requirements"), b.request("HEAD", "/requirements")
    assert head.status == 200 and head.body == b""
    assert int(head.header("content-length")) > 1000 and get.status == 200
    for method, path, allow in (("POST", "/sites", "GET, HEAD"), ("PUT", "/profile", "GET, HEAD, POST"),
                                ("DELETE", "/sites/1", "GET, HEAD"), ("OPTIONS", "/", "GET, HEAD")):
        a = env.fcgi.get(path, REQUEST_METHOD=method, CONTENT_TYPE="application/x-www-form-urlencoded")
        assert a.status == 405 and a.header("allow") == allow, (method, path, a.status, a.header("allow"))
    a = env.fcgi.get("/profile.xml", REQUEST_METHOD="POST", CONTENT_TYPE="application/x-www-form-urlencoded")
    assert a.status == 405


def test_error_languages(env):
    """error pages speak the viewer's language and name the request"""
    titles = set()
    for lang in ("nb", "nn", "sv", "en"):
        a = env.fcgi.get("/nothing", HTTP_ACCEPT_LANGUAGE=lang + ",de;q=0.5", REQUEST_ID="0123456789abcdef" * 2)
        text = a.body.decode()
        assert a.status == 404 and '<html lang="%s"' % lang in text and "0123456789abcdef" * 2 in text
        titles.add(re.search("<title>(.*?)</title>", text).group(1))
    assert len(titles) >= 3, titles


def test_accept_language(env):
    """Accept-Language is weighed; a cookie goes before it; nonsense is bokmål"""
    for header, lang in (("sv-SE,sv;q=0.9,en;q=0.8", "sv"), ("en;q=0.3, nn;q=0.7", "nn"), ("no", "nb"), ("de,fr", "nb"),
                         ("svx,en", "en"), (";;;,=", "nb"), ("sv;q=0", "nb"), ("", "nb")):
        text = env.fcgi.get("/sign-in", HTTP_ACCEPT_LANGUAGE=header).body.decode()
        assert '<html lang="%s"' % lang in text, (header, re.search("<html[^>]*>", text).group(0))
    text = env.fcgi.get("/sign-in", HTTP_ACCEPT_LANGUAGE="sv", HTTP_COOKIE="lang=en").body.decode()
    assert '<html lang="en"' in text
    text = env.fcgi.get("/sign-in", HTTP_ACCEPT_LANGUAGE="sv", HTTP_COOKIE="lang=x<>").body.decode()
    assert '<html lang="sv"' in text


def test_request_id(env):
    """a request id that is not one is replaced"""
    for bad in ("x" * 32, "0123", "0" * 33, "<b>" + "0" * 29):
        text = env.fcgi.get("/nothing", REQUEST_ID=bad).body.decode()
        assert bad not in text and re.search(r"<code>[0-9a-f]{32}</code>", text)


def test_missing_is_foreign(env):
    """what may not be seen answers as what is not there"""
    b = env.signed_in("stedskoordinator")
    theirs = env.sql("SELECT id FROM placement_order WHERE site <> 1 AND state = 'sent' ORDER BY id LIMIT 1")[0][0]
    foreign, missing = b.get("/orders/" + theirs), b.get("/orders/999999")
    assert foreign.status == missing.status == 404

    def blank(answer, number):
        text = re.sub("[0-9a-f]{96}|[0-9a-f]{32}", "", answer.text)
        return text.replace("/orders/" + number, "/orders/N")
    assert blank(foreign, theirs) == blank(missing, "999999")


def test_answer_tree(env):
    """the answer's units stand as the tree reads: each right below its parent or its parent's other units"""
    b = env.signed_in("stedskoordinator")
    order = env.sql("SELECT MIN(id) FROM placement_order WHERE site = 1 AND state = 'sent'")[0][0]
    units = tree.fromstring(b.get("/orders/%s/answer.xml" % order).body).findall("units/unit")
    above = []
    for unit in units:
        depth = int(unit.get("depth"))
        del above[depth:]
        assert len(above) == depth and unit.get("above", "") == " › ".join(above), unit.get("name")
        above.append(unit.get("name"))
    assert max(int(unit.get("depth")) for unit in units) >= 2
