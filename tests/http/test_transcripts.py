"""Results that leave: transcripts that anybody may verify, and ELMO files, held to their schema and their signature by programs that are
not ours."""
import base64
import hashlib
import os
import pathlib
import re
import subprocess
import tempfile
import xml.etree.ElementTree as ElementTree

from test_partners import KEYS, ask, problem
from test_prints import printed, tool as paper

SCHEMAS = pathlib.Path(__file__).resolve().parent.parent / "schemas" / "elmo-1.7.0"
ELMO = "{https://github.com/emrex-eu/elmo-schemas/tree/v1}"
DSIG = "{http://www.w3.org/2000/09/xmldsig#}"
GIVEN = "DEM0N-STRAT-10NPR-AKT1K"
WITHDRAWN = "W1THD-RAWN0-DEM0N-STRAT"


def tool(*command, **options):
    """A foreign program on bytes or files: its output; it must succeed."""
    done = subprocess.run(command, capture_output=True, check=False, **options)
    assert done.returncode == 0, (command, done.stdout[-500:], done.stderr[-800:])
    return done.stdout


def valid(body):
    """Held to ELMO's own schema, without any network."""
    tool("xmllint", "--noout", "--nonet", "--schema", str(SCHEMAS / "schema-v1.7.0.xsd"), "-", input=body,
         env={**os.environ, "XML_CATALOG_FILES": str(SCHEMAS / "catalog.xml")})
    return ElementTree.fromstring(body)


def best(env, institution=1):
    """The student there with most that is attested, not protected."""
    return env.sql("SELECT r.person, COUNT(*), SUM(g.passed) FROM result r JOIN person p ON p.id = r.person AND p.protected = 0"
                   " JOIN scale_grade g ON g.scale_version = r.scale_version AND g.position = r.grade"
                   " WHERE r.state = 'attested' AND r.institution = %d GROUP BY r.person ORDER BY 3 DESC, 1 LIMIT 1" % institution)[0]


def canonical(text):
    """Canonical XML 1.0, as libxml2's own tool writes it."""
    return tool("xmllint", "--c14n", "-", input=text.encode())


def test_elmo_is_valid_and_says_what_was_passed(env):
    """a partner's ELMO file is valid, holds what the student passed there, and its credits are those of the results"""
    person, _, passed = best(env)
    answer = ask(env, KEYS[1], "/feeds/elmo/" + person)
    assert answer.status == 200 and answer.header("content-type") == "application/xml; charset=utf-8"
    assert answer.header("cache-control") == "no-store" and not answer.header("set-cookie")
    root = valid(answer.body)
    name = env.sql("SELECT given_name, family_name FROM person WHERE id = " + person)[0]
    assert [root.findtext("%slearner/%s%s" % (ELMO, ELMO, part)) for part in ("givenNames", "familyName")] == name
    assert len(root.findall(ELMO + "report")) == 1
    found = [one.findtext(ELMO + "identifier") for one in root.iter(ELMO + "learningOpportunityInstance") if one.find(ELMO + "resultLabel") is not None]
    wanted = [row[0] for row in env.sql(
        "SELECT r.id FROM result r JOIN scale_grade g ON g.scale_version = r.scale_version AND g.position = r.grade"
        " WHERE r.person = %s AND r.state = 'attested' AND g.passed ORDER BY r.examined_on, r.id" % person)]
    assert found == wanted and len(found) == int(passed), (found, wanted)
    credits = sum(float(value.text) for value in root.iter(ELMO + "value"))
    assert credits == float(env.sql("SELECT SUM(COALESCE(m.credits, c.credits)) FROM result r JOIN course_instance i ON i.id = r.course_instance"
                                    " JOIN course c ON c.id = i.course LEFT JOIN module m ON m.id = r.module WHERE r.id IN (%s)" % ",".join(wanted))[0][0])
    identity = env.sql("SELECT COALESCE(email, '-'), COALESCE(HEX(identity_cipher), '-') FROM person WHERE id = " + person)[0]
    assert not any(word in answer.text for word in identity if word != "-")


def test_elmo_is_signed(env):
    """its signature is good to xmlsec1, and to openssl and xmllint, which know nothing of XML signatures; what was changed is not"""
    body = ask(env, KEYS[1], "/feeds/elmo/" + best(env)[0]).body
    certificate = os.path.join(env.var, env.settings["elmo_certificate"])
    with tempfile.TemporaryDirectory() as folder:
        good, bad = folder + "/good.xml", folder + "/bad.xml"
        pathlib.Path(good).write_bytes(body)
        tool("xmlsec1", "--verify", "--pubkey-cert-pem", certificate, good)
        changed = re.sub(rb"<resultLabel>[^<]*<", b"<resultLabel>A+<", body, count=1)
        assert changed != body
        pathlib.Path(bad).write_bytes(changed)
        assert subprocess.run(["xmlsec1", "--verify", "--pubkey-cert-pem", certificate, bad], capture_output=True, check=False).returncode != 0
        # By hand: the digest of the document without the signature, and the signature of what names that digest.
        text = body.decode()
        signature = re.search(r"<ds:Signature .*</ds:Signature>", text, re.S).group(0)
        root = ElementTree.fromstring(signature)
        assert [one.get("URI") for one in root.iter(DSIG + "Reference")] == [""]
        digest = base64.b64encode(hashlib.sha256(canonical(text.replace(signature, ""))).digest()).decode()
        assert root.findtext(".//" + DSIG + "DigestValue") == digest
        info = re.search(r"<ds:SignedInfo.*</ds:SignedInfo>", signature, re.S).group(0)
        scope = ' xmlns="%s" xmlns:ds="%s"' % (ELMO[1:-1], DSIG[1:-1])
        pathlib.Path(folder + "/info").write_bytes(canonical(info.replace("<ds:SignedInfo", "<ds:SignedInfo" + scope, 1)))
        pathlib.Path(folder + "/value").write_bytes(base64.b64decode(root.findtext(DSIG + "SignatureValue")))
        pathlib.Path(folder + "/key").write_bytes(tool("openssl", "x509", "-in", certificate, "-pubkey", "-noout"))
        tool("openssl", "dgst", "-sha256", "-verify", folder + "/key", "-signature", folder + "/value", folder + "/info")
        inside = "".join(root.findtext(".//" + DSIG + "X509Certificate").split())
        assert inside in "".join(pathlib.Path(certificate).read_text(encoding="ascii").split())
    assert b"PRIVATE" not in body


def test_elmo_only_to_whom_it_concerns(env):
    """others' students, sites, who is protected and who is not there are all the same 404; no key is 401"""
    person = best(env)[0]
    somebody = env.sql("SELECT MIN(id) FROM person WHERE id NOT IN (SELECT person FROM result)")[0][0]
    missing = ask(env, KEYS[1], "/feeds/elmo/999999")
    assert missing.status == 404 and problem(missing) == "not-found"
    for key, student in ((KEYS[2], person), (KEYS[3], person), (KEYS[1], somebody)):
        answer = ask(env, key, "/feeds/elmo/" + student)
        assert answer.status == 404, (key, answer.status)
        assert re.sub(r"request:\w+", "", answer.text) == re.sub(r"request:\w+", "", missing.text)
    for key in (None, KEYS["expired"], KEYS["revoked"], "nonsense"):
        assert ask(env, key, "/feeds/elmo/" + person).status == 401
    assert env.signed_in("eksamensplanlegger").get("/feeds/elmo/" + person).status == 401
    env.sql("UPDATE person SET protected = 1 WHERE id = " + person)
    try:
        assert ask(env, KEYS[1], "/feeds/elmo/" + person).status == 404
        assert env.signed_in("eksamensplanlegger").get("/students/%s/results.elmo" % person).status == 404
    finally:
        env.sql("UPDATE person SET protected = 0 WHERE id = " + person)


def test_students_take_their_own_along(env):
    """a student's own ELMO file is valid and signed, is kept as a file, and is nobody else's"""
    own = env.sql("SELECT id FROM person WHERE email = 'student@demo.example'")[0][0]
    b = env.signed_in("student")
    assert "/students/%s/results.elmo" % own in b.get("/my-results").text
    answer = b.get("/students/%s/results.elmo" % own)
    assert answer.status == 200 and answer.header("content-disposition") == 'attachment; filename="results.elmo.xml"'
    root = valid(answer.body)
    assert root.findtext("%slearner/%sidentifier" % (ELMO, ELMO)) == own and root.find(DSIG + "Signature") is not None
    assert b.get("/students/%s/results.elmo" % best(env)[0]).status == 404
    assert env.browser().get("/students/%s/results.elmo" % own).status == 303
    assert env.signed_in("sensor").get("/students/%s/results.elmo" % own).status == 404


def test_anybody_verifies(env):
    """whoever has a code reads what the transcript said, in their language; of one taken back that alone; of a wrong one nothing"""
    name = env.sql("SELECT name FROM transcript WHERE code = '%s'" % GIVEN.replace("-", ""))[0][0]
    for lang, words in (("nb", "Karakterutskriften er ekte"), ("sv", "Resultatintyget är äkta"), ("en", "The transcript is genuine")):
        text = env.browser(lang).get("/verify?code=" + GIVEN.lower().replace("-", "%20")).text
        assert words in text and name in text and GIVEN in text
    gone = env.browser().get("/verify?code=" + WITHDRAWN)
    whose = env.sql("SELECT name FROM transcript WHERE code = '%s'" % WITHDRAWN.replace("-", ""))[0][0]
    assert gone.status == 200 and "trukket tilbake" in gone.text and whose not in gone.text and "<table" not in gone.text
    for wrong in ("x", "0" * 20, GIVEN[:-1], "%25", "%27%20OR%201%3D1"):
        answer = env.browser().get("/verify?code=" + wrong)
        assert answer.status == 200 and "Ingen karakterutskrift har denne koden" in answer.text and name not in answer.text
    assert env.browser().get("/verify?code=" + "A" * 201).status == 400
    assert env.browser().get("/verify").text.count("<form") >= 1
    for ending in (".xml", ""):
        text = env.browser().get("/verify%s?code=%s" % (ending, GIVEN)).text
        assert not re.search(r"\bperson=|student=|eksamensplanlegger", text)


def test_verifying_is_limited(env):
    """an address that tries codes is told to wait; others, and the page without a code, are not"""
    limit = int(env.settings.get("verify_limit", "30"))
    statuses = [env.fcgi.get("/verify", "code=x%d" % i, REMOTE_ADDR="203.0.113.77").status for i in range(limit + 3)]
    assert statuses == [200] * limit + [429] * 3, statuses
    late = env.fcgi.get("/verify", "code=" + GIVEN, REMOTE_ADDR="203.0.113.77")
    assert late.status == 429 and late.header("retry-after") == "60"
    assert env.fcgi.get("/verify", REMOTE_ADDR="203.0.113.77").status == 200
    assert env.fcgi.get("/verify", "code=" + GIVEN, REMOTE_ADDR="203.0.113.78").status == 200


def test_from_giving_out_to_taking_back(env):
    """a planner gives one out, once however often it is sent; a stranger verifies it; the student is told and takes it back"""
    person = env.sql("SELECT r.person FROM result r JOIN student s ON s.person = r.person JOIN scale_grade g ON g.scale_version = r.scale_version"
                     " AND g.position = r.grade AND g.passed WHERE r.state = 'attested' AND r.institution = 1 ORDER BY 1 DESC LIMIT 1")[0][0]
    b = env.signed_in("eksamensplanlegger")
    path = "/students/%s/transcripts/new" % person
    assert path in b.get("/students/%s/results" % person).text
    form = b.get(path).page.form(path)
    fields = dict(form["fields"])
    first, second = b.post(path, fields), b.post(path, fields)
    assert first.status == second.status == 303 and first.location == second.location, (first.status, second.status)
    page = b.get(first.location)
    code = re.search(r'class="pk-code">([0-9A-Z-]{23})<', page.text).group(1)
    assert "Karakterutskriften er ekte" in env.browser().get("/verify?code=" + code).text
    assert b.get(first.location + "/print").status == 200
    assert b.fill(first.location + "/withdraw").status == 303
    assert "trukket tilbake" in env.browser().get("/verify?code=" + code).text
    assert b.get(first.location + "/print").status == 403
    assert b.fill(first.location + "/withdraw").status == 409
    kinds = [row[0] for row in env.sql("SELECT kind FROM event WHERE thing = 'transcript' AND thing_id = %s ORDER BY id" % first.location.rsplit("/", 1)[1])]
    assert kinds == ["transcript.given", "transcript.withdrawn"], kinds


def test_golden_elmo_is_valid(env):
    """what tests/render holds of ELMO files is valid too: courses with and without modules, two countries, hostile names"""
    golden = sorted((SCHEMAS.parent.parent / "render").glob("*.elmo"))
    assert len(golden) >= 2 and all(valid(path.read_bytes()) is not None for path in golden)


def test_on_paper(env):
    """the printed transcript has name, results, address and code as text, is tagged in its language, and a link that verifies"""
    transcript, name = env.sql("SELECT id, name FROM transcript WHERE code = '%s'" % GIVEN.replace("-", ""))[0]
    b = env.signed_in("eksamensplanlegger")
    for lang, word in (("nb", "Karakterutskrift"), ("sv", "Resultatintyg")):
        pdf, text, _ = printed(b, "/transcripts/%s/print" % transcript, lang)
        for wanted in (word, name, GIVEN, env.settings["base_address"] + "/verify", "SYK101"):
            assert wanted in text, (lang, wanted, text)
        heading = text.index(word)  # the name stands in the head of the page too
        assert heading < text.index(name, heading) < text.index("SYK101") < text.index(GIVEN)
        assert "%s/verify?code=%s" % (env.settings["base_address"], GIVEN) in paper(pdf, "pdfinfo", "-url", "FILE")
        structure = paper(pdf, "pdfinfo", "-struct", "FILE")
        assert structure.count("TH") >= 5 and "H2" in structure and "Link" in structure, structure
