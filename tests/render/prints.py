"""prints.py [write | FILE.fo]: every golden .fo of this folder as the paper it becomes: FOP, with our settings, makes each without a
complaint; the PDF is tagged, archivable, with embedded fonts, in its language, with an outline and tables that have heads; nothing stands
outside the margins, no letter is lost, no page but the last is half empty; and its first page measures what prints.tsv says. `write` writes
that file anew: look at the pages first."""
import html
import pathlib
import re
import subprocess
import sys
import tempfile
import unicodedata

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
GOLDEN = HERE / "prints.tsv"
MARGIN = 8  # millimetres of paper on which printers may not print


def run(*command):
    """Standard output; a command that fails is a finding."""
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=120).stdout


def letters(text):
    """Without white space, also that of no width, in one normal form: order and letters are what counts."""
    return re.sub(r"[\s\u200b]+", "", unicodedata.normalize("NFC", text))


def flow_texts(fo):
    """What is written in the flows, block by block."""
    flows = "".join(re.findall(r"<flow .*?</flow>", fo, re.S))
    flows = re.sub(r"<instream-foreign-object.*?</instream-foreign-object>", "", flows, flags=re.S)
    return [html.unescape(re.sub(r"<[^>]+>", "", part)).strip() for part in re.findall(r"<block[^>]*>([^<]+)", flows)]


def millimetres(values):
    return [float(value) * 25.4 / 72 for value in values]


def words_of(pdf):
    """Each page's size and its words' boxes, in millimetres."""
    return [(millimetres(re.match(r' width="([\d.]+)" height="([\d.]+)"', page).groups()),
             [millimetres(found) for found in re.findall(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">', page)])
            for page in run("pdftotext", "-bbox", pdf, "-").split("<page")[1:]]


def upright_lines(pdf):
    """How many lines stand upright beside one another, 8 mm or longer and dark enough for any printer, on the page that has most."""
    images, most = subprocess.run(["pdftoppm", "-gray", "-r", "100", pdf], capture_output=True, check=True, timeout=120).stdout, 0
    while images:
        _, size, _, images = images.split(b"\n", 3)
        width, height = (int(value) for value in size.split())
        page, images = images[:width * height], images[width * height:]
        columns = [bool(re.search(rb"[^\xe0-\xff]{31}", page[x::width])) for x in range(width)]
        most = max(most, sum(line and not before for before, line in zip([False] + columns, columns)))
    return most


def measure(pdf, pages):
    """pages, width x height, words on the first page; between head and foot their left, top, right and bottom edge."""
    sheets = words_of(pdf)
    for (width, height), boxes in sheets:
        assert boxes, "an empty page"
        edges = [min(box[0] for box in boxes), min(box[1] for box in boxes), max(box[2] for box in boxes), max(box[3] for box in boxes)]
        assert edges[0] > MARGIN and edges[1] > MARGIN and edges[2] < width - MARGIN and edges[3] < height - MARGIN, "outside the margins: %s" % edges
    (width, height), boxes = sheets[0]
    body = [box for box in boxes if 22 < box[1] < height - 18]
    return [str(pages), "%.0fx%.0f" % (width, height), str(len(boxes))] + [
        "%.0f" % value for value in (min(box[0] for box in body), min(box[1] for box in body), max(box[2] for box in body), max(box[3] for box in body))]


def check(source, folder):
    """The first page's measures; an AssertionError says what is wrong."""
    fo = source.read_text(encoding="utf-8")
    lang = re.search(r'<root [^>]*xml:lang="(\w+)"', fo).group(1)
    title = html.unescape(re.search(r"<title xmlns[^>]*>(.*?)</title>", fo).group(1))
    pdf = str(folder / (source.stem + ".pdf"))
    made = subprocess.run(["fop", "-c", str(ROOT / "conf/fop/fop.xconf"), "-fo", str(source), "-pdf", pdf], capture_output=True, text=True, timeout=120)
    said = [line for line in (made.stdout + made.stderr).splitlines() if re.search(r"WARN|ERROR|SEVERE|Exception", line)]
    assert made.returncode == 0 and not said, "FOP: %s" % "; ".join(said[:3])
    raw = pathlib.Path(pdf).read_bytes()
    info = dict(line.split(":", 1) for line in run("pdfinfo", pdf).splitlines() if ":" in line)
    assert info["Tagged"].strip() == "yes" and info["JavaScript"].strip() == "no", info
    assert title.strip() and info["Title"].strip() == title.strip(), "title: %s" % info["Title"]
    meta = run("pdfinfo", "-meta", pdf)
    for wanted in ("<pdfaid:part>3</pdfaid:part>", "<pdfaid:conformance>A</pdfaid:conformance>", "<pdfuaid:part>1</pdfuaid:part>", "<rdf:li>%s</rdf:li>" % lang):
        assert wanted in meta, "XMP lacks " + wanted
    assert b"/Lang (%s)" % lang.encode() in raw and b"/DisplayDocTitle true" in raw, "the catalog's language or title"
    assert b"/Outlines" in raw, "no outline"
    fonts = run("pdffonts", pdf).splitlines()[2:]
    assert fonts and all(re.search(r"\+Lato-\S+ +CID TrueType +Identity-H +yes yes yes", line) for line in fonts), fonts
    tree = run("pdfinfo", "-struct", pdf)
    sheets = fo.count("<page-sequence ")
    assert len(re.findall(r"^\s*H1\b", tree, re.M)) == sheets, "a heading a sheet"
    assert len(re.findall(r"^\s*Table\b", tree, re.M)) == len(re.findall(r"<table[ >]", fo.split("<page-sequence ", 1)[1])), "tables"
    for table in re.split(r"^\s*Table\b", tree, flags=re.M)[1:]:
        assert re.search(r"^\s*TH\b", table, re.M), "a table without heads"
    # Every block's words, in the order in which they stand in the document.
    text, at = letters("".join(re.findall(r'^\s*"(.*)"$', run("pdfinfo", "-struct-text", pdf), re.M))), 0
    for part in flow_texts(fo):
        found = text.find(letters(part), at)
        assert found >= 0, "lost, or out of order: %r" % part
        at = found
    if sheets == 1:
        for (_, height), boxes in words_of(pdf)[:-1]:
            bottom = max(box[3] for box in boxes if box[1] < height - 18)
            assert bottom > 0.57 * height, "a page ends at %.0f of %.0f mm, and others follow" % (bottom, height)
    rows = [row.count(" border-left=") for row in re.findall(r"<table-row.*?</table-row>", fo, re.S)]
    assert not any(rows) or upright_lines(pdf) == max(rows), "upright lines: %d" % upright_lines(pdf)
    return measure(pdf, int(info["Pages"]))


def main():
    """Exit status 1 when one failed."""
    write, only = sys.argv[1:] == ["write"], [pathlib.Path(word) for word in sys.argv[1:] if word.endswith(".fo")]
    golden = dict(line.split("\t", 1) for line in GOLDEN.read_text().splitlines()[1:]) if GOLDEN.exists() else {}
    lines, failed = ["document\tpages\tsize\twords\tleft\ttop\tright\tbottom"], 0
    sources = only or sorted(HERE.glob("*.fo"))
    with tempfile.TemporaryDirectory() as folder:
        for source in sources:
            try:
                measures = "\t".join(check(source, pathlib.Path(folder)))
                lines.append("%s\t%s" % (source.stem, measures))
                assert write or only or golden.get(source.stem) == measures, "measures %s, not %s" % (measures, golden.get(source.stem))
                print("ok %s on paper" % source.stem, flush=True)
            except (AssertionError, subprocess.SubprocessError) as error:
                failed += 1
                print("not ok %s on paper\n    %s" % (source.stem, error), flush=True)
    if write:
        GOLDEN.write_text("\n".join(lines) + "\n")
    if not only:
        print("%s every document of prints.tsv is there" % ("ok" if write or set(golden) == {source.stem for source in sources} else "not ok"))
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
