"""Lists as files for spreadsheets: .xlsx, .ods and .csv of every list, read by programs of other hands."""
import csv
import datetime
import io
import os
import re
import subprocess
import tempfile
import zipfile

import openpyxl

TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "csv": "text/csv; charset=utf-8",
}


def foreign(body, ending):
    """The rows as gnumeric reads them."""
    with tempfile.TemporaryDirectory() as folder:
        source, target = os.path.join(folder, "a." + ending), os.path.join(folder, "a.csv")
        with open(source, "wb") as file:
            file.write(body)
        ran = subprocess.run(["ssconvert", source, target], capture_output=True, timeout=60,
                             env={**os.environ, "HOME": folder, "LC_ALL": "C.UTF-8"})
        assert os.path.exists(target), ran.stderr
        with open(target, encoding="utf-8", newline="") as file:
            return list(csv.reader(file))


def book(body):
    return openpyxl.load_workbook(io.BytesIO(body))


def own(body, separator=";"):
    """The rows of .csv; the apostrophe that disarms a formula is none of the text."""
    rows = list(csv.reader(io.StringIO(body.decode("utf-8-sig"), newline=""), delimiter=separator))
    return [[cell[1:] if re.match(r"'\s*[=+@\t\r-]", cell) else cell for cell in row] for row in rows]


def head_row(sheet):
    """Where the heads are: what stays in sight ends there."""
    return int(re.sub(r"\D", "", sheet.freeze_panes)) - 1


def test_types(env):
    """each format has its type and name; what has no list has none; errors are pages, not files"""
    b = env.signed_in("praksis")
    for ending, media in TYPES.items():
        a = b.get("/sites." + ending)
        assert a.status == 200 and a.header("content-type") == media, (ending, a.status, a.headers)
        assert re.fullmatch(r'attachment; filename="sites-\d{4}-\d\d-\d\d\.%s"' % ending, a.header("content-disposition")), a.headers
        for path, status in (("/profile", 404), ("/sites/1/edit", 403), ("/imports/template", 404), ("/nothing", 404)):
            if (path, ending) != ("/imports/template", "csv"):
                a = b.get("%s.%s%s" % (path, ending, "?kind=units" if "template" in path else ""))
                assert a.status in (status, 404) and a.header("content-type").startswith("text/html"), (path, ending, a.status)
                assert a.header("content-disposition") is None
        a = b.get("/sites.%s?sort=wrong" % ending)
        assert a.status == 400 and a.header("content-disposition") is None
        assert env.browser().get("/sites." + ending).status == 303


def test_same_rows(env):
    """all three say the same rows, of the search and not of the page, to programs of other hands"""
    b = env.signed_in("praksis")
    for path in ("/sites", "/sites?kind=school&q=demo&sort=name&down=1", "/orders", "/people?q=a", "/calendar", "/requirements", "/agreements"):
        page, _, query = path.partition("?")
        query = query and "?" + query
        rows = own(b.get(page + ".csv" + query).body)
        sheet = book(b.get(page + ".xlsx" + query).body).active
        head = head_row(sheet)
        values = list(sheet.iter_rows(min_row=head, values_only=True))
        assert len(values) == len(rows) and len(rows) > 1, (path, len(values), len(rows))
        assert [v for v in values[0]] == rows[0], (values[0], rows[0])
        for mine, theirs in zip(rows[1:], values[1:]):
            for left, right in zip(mine, theirs):
                right = "" if right is None else right
                if isinstance(right, datetime.datetime):
                    right = right.strftime("%Y-%m-%d %H:%M" if " " in left else "%Y-%m-%d")
                if isinstance(right, (int, float)):
                    left = float(left.replace(",", "."))
                assert left == right, (path, left, right)
        for ending in ("ods", "xlsx"):
            read = foreign(b.get("%s.%s%s" % (page, ending, query)).body, ending)[head - 1:]
            texts = [[cell for cell in row if re.search("[a-zæøå]", cell)] for row in read]
            assert texts == [[cell for cell in row if re.search("[a-zæøå]", cell)] for row in rows], (path, ending)


def test_words(env):
    """a workbook begins with its title, what was asked for and when, in the reader's language"""
    b = env.signed_in("praksis")
    try:
        for lang, asked, told in (("nb", "Søk: demo · Type: Skole", "rader, hentet fra Praktikum"),
                                  ("sv", "Sök: demo · Typ: Skola", "rader, hämtade från Praktikum"),
                                  ("en", "Search: demo · Kind: School", "rows, from Praktikum")):
            b.fill("/language?next=/", {"language": lang})
            title = re.search("<h1[^>]*>([^<]+)<", b.get("/sites").text).group(1)
            sheet = book(b.get("/sites.xlsx?q=demo&kind=school").body).active
            said = [sheet.cell(row, 1).value for row in (1, 2, 3, 4)]
            assert said[:2] == [title, asked] and told in said[2] and said[3] is None, (lang, said)
            assert head_row(sheet) == 5
            read = [row[0] for row in foreign(b.get("/sites.ods?q=demo&kind=school").body, "ods")[:3]]
            assert read[:2] == [title, asked] and told in read[2], read
            plain = book(b.get("/sites.xlsx").body).active
            assert plain.cell(1, 1).value == title and told in plain.cell(2, 1).value and head_row(plain) == 4
    finally:
        b.fill("/language?next=/", {"language": "nb"})


def test_states(env):
    """words of the program stand in files as on pages; what is chosen on the report's page is said, and nothing else"""
    for email, path in (("praksis", "/exam-sessions"), ("praksis", "/partners"), ("praksis", "/prints"), ("admin", "/invitations"),
                        ("eksamensplanlegger", "/exams"), ("eksamensplanlegger", "/exams/6/transfer/log")):
        reader = env.signed_in(email)
        reader.fill("/language?next=/", {"language": "nb"})
        heads, *rows = own(reader.get(path + ".csv").body)
        states = {row[i] for row in rows for i, head in enumerate(heads) if head in ("Status", "Utfall", "Årsak")} - {""}
        raw = [state for state in states if re.match(r"[a-z_]+$", state)]
        assert not raw and (states or path == "/prints"), (path, raw)
    b = env.signed_in("praksis")
    b.fill("/language?next=/", {"language": "nb"})
    sheet = book(b.get("/reports.xlsx?term=2026-2").body).active
    assert [sheet.cell(i, 1).value for i in (1, 2)] == ["Rapporter", "Semester: høst 2026"], sheet.cell(2, 1).value
    assert "Praktikum" in book(b.get("/reports.xlsx").body).active.cell(2, 1).value


def test_cells(env):
    """days are days, numbers numbers, texts texts; the heads stay, are filtered by and stand on each printed page"""
    b = env.signed_in("praksis")
    sheet = book(b.get("/orders.xlsx?state=sent").body).active
    head = head_row(sheet)
    names = [cell.value for cell in sheet[head]]
    first = dict(zip(names, sheet[head + 1]))
    starts, places = first["Start"], first["Plasser"]
    assert starts.is_date and isinstance(starts.value, datetime.datetime) and starts.number_format == r"dd\.mm\.yyyy", starts.number_format
    assert isinstance(places.value, int) and first["Status"].data_type == "s"
    assert sheet.auto_filter.ref == "A%d:%s%d" % (head, sheet.cell(head, len(names)).column_letter, sheet.max_row)
    assert sheet.print_title_rows == "$%d:$%d" % (head, head)
    assert sheet.page_setup.orientation == "landscape" and sheet.column_dimensions["A"].width > 10


def test_parts(env):
    """every part is well-formed and no more is in it than the format has; what says what the file is comes first"""
    b = env.signed_in("praksis")
    for ending, first in (("xlsx", "[Content_Types].xml"), ("ods", "mimetype")):
        body = b.get("/people.%s" % ending).body
        package = zipfile.ZipFile(io.BytesIO(body))
        assert package.testzip() is None and package.namelist()[0] == first
        for name in package.namelist():
            if name != "mimetype":
                lint = subprocess.run(["xmllint", "--noout", "-"], input=package.read(name), capture_output=True)
                assert lint.returncode == 0, (name, lint.stderr)
        assert not [name for name in package.namelist() if "vba" in name.lower() or "external" in name.lower()]
    assert package.infolist()[0].compress_type == zipfile.ZIP_STORED and package.read("mimetype").decode() == TYPES["ods"]


def test_hostile(env):
    """what people called themselves is text in every format"""
    b = env.signed_in("admin")
    b.fill("/language?next=/", {"language": "nb"})  # the names that are made nasty
    nasty = ["=HYPERLINK(\"http://127.0.0.1/\",\"x\")", "@SUM(A1)", "<b>&amp;", "_x0041_", "+47-1"]
    kept = env.sql("SELECT id, HEX(name_nb) FROM requirement ORDER BY id LIMIT 5")
    try:
        for (number, _), text in zip(kept, nasty):
            env.sql("UPDATE requirement SET name_nb = '%s' WHERE id = %s" % (text.replace("'", "''"), number))
        body = b.get("/requirements.xlsx").body
        sheet = book(body).active
        cells = [cell for row in sheet.iter_rows() for cell in row]
        assert not [cell for cell in cells if cell.data_type == "f"]
        assert "<f" not in zipfile.ZipFile(io.BytesIO(body)).read("xl/worksheets/sheet1.xml").decode()
        values = {cell.value for cell in cells}
        assert set(nasty) - {"_x0041_"} <= values, values
        read = [cell for row in foreign(b.get("/requirements.ods").body, "ods") for cell in row]
        assert set(nasty) <= set(read)
        assert "formula" not in zipfile.ZipFile(io.BytesIO(b.get("/requirements.ods").body)).read("content.xml").decode()
        assert set(nasty) <= {cell for row in own(b.get("/requirements.csv").body) for cell in row}
    finally:
        for number, name in kept:
            env.sql("UPDATE requirement SET name_nb = UNHEX('%s') WHERE id = %s" % (name, number))


def test_links(env):
    """a list leads to its files, with its search and filters"""
    links = env.signed_in("praksis").get("/sites?kind=school&q=demo").page.links
    for ending in TYPES:
        assert "/sites.%s?kind=school&q=demo" % ending in links, links
