"""Partners' documents as a partner reads them: with a key, page after page, held to the schemas that are published."""
import os
import subprocess
import tempfile
import urllib.error
import urllib.request
import xml.etree.ElementTree as tree

INSTITUTION = "1-Praktikum-demo-institution-1-all-feeds-0000"
SITE = "2-Praktikum-demo-site-1-some-feeds-0000000000"
OTHER = "3-Praktikum-demo-institution-2-few-feeds-0000"
NAMES = ("organisations", "activities", "allocations", "participants", "results")
# What is cut into pages, and its rows.
ROWS = {"organisations": "sites", "activities": "activities", "allocations": "allocations", "participants": "candidates", "results": "results"}


class Document:
    """root: attributes; lists: name -> rows, each its attributes; text."""

    def __init__(self, data):
        self.data, self.text = data, data.decode()
        root = tree.fromstring(data)
        self.namespace, self.name = root.tag[1:].split("}")
        self.root = dict(root.attrib)
        self.lists = {child.tag.split("}")[1]: [dict(row.attrib) for row in child] for child in root}

    def ids(self, name):
        """The ids of a list's rows."""
        return [int(row["id"]) for row in self.lists[name]]

    def removed(self):
        """(kind, id) of what is to be forgotten."""
        return [(row["kind"], int(row["id"])) for row in self.lists["removed"]]


def fetch(env, path, key=INSTITUTION, method="GET", language="nb"):
    """Status, headers, body; path may be a whole address."""
    request = urllib.request.Request(path if path.startswith("http") else env.base + path, method=method)
    if key:
        request.add_header("Authorization", "Bearer " + key)
    request.add_header("Accept-Language", language)
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read()


def read(env, path, key=INSTITUTION):
    """A document that must be there."""
    status, headers, body = fetch(env, path, key)
    assert status == 200, (path, status, body[:300])
    assert headers["Content-Type"] == "application/xml; charset=utf-8", headers["Content-Type"]
    return Document(body)


def follow(env, path, key=INSTITUTION):
    """Every page of a document."""
    pages = [read(env, path, key)]
    while "next" in pages[-1].root:
        assert len(pages) < 500, path
        pages.append(read(env, pages[-1].root["next"].replace(env.settings["base_address"], env.base), key))
    return pages


def validate(env, name, documents):
    """Against the published schemas: jing with the RELAX NG, xmllint with the XSD."""
    with tempfile.TemporaryDirectory() as folder:
        for end in ("rnc", "xsd"):
            with open("%s/%s.%s" % (folder, name, end), "wb") as out:
                out.write(urllib.request.urlopen("%s/schemas/%s-1.%s" % (env.base, name, end), timeout=30).read())
        files = []
        for number, data in enumerate(documents):
            files.append("%s/%d.xml" % (folder, number))
            with open(files[-1], "wb") as out:
                out.write(data)
        for command in (["jing", "-c", "%s/%s.rnc" % (folder, name)], ["xmllint", "--noout", "--nonet", "--schema", "%s/%s.xsd" % (folder, name)]):
            done = subprocess.run(command + files, capture_output=True, text=True, timeout=120, env={**os.environ, "LC_ALL": "C.UTF-8"})
            assert done.returncode == 0, (name, command[0], (done.stdout + done.stderr)[:600])
