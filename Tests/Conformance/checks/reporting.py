"""Reports, sheets and ledgers, as other programs read them: every form says the same.

Needs python-docx, openpyxl, lxml and html5lib; OOXML_SCHEMAS as for the documents.
"""

import csv
import datetime
import importlib.util
import io
import itertools
import json
import re
import shutil
import sys

from .documents import check_parts
from .harness import ROOT, Skip, expect

CHECKLISTS = ("civil", "justice", "township")
KINDS = ("annual", "accountability", "self-assessment")
DAYS = ("2026-12-31", "2026-07-10", "2027-02-01")
BODY = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

# Workspaces of the tests, named like their checklists.
OFFICES = ROOT / "Tests/DutyReportsTests/YearlyReport/Offices"
TEST_OFFICES = ("harbour", "library", "township")

HOSTILE = (
    "<script>alert(1)</script>&amp;<!-- ]]>",
    "=1+1",
    "@SUM(A1)|+cmd|' /C calc'!A0",
    "甲\x01\x07\x1b[2J\x7f\x85\ufffe乙",
    "甲\u202e\u2066乙\u200f丙\u2069\u202c",
    "甲\r\n# 乙\n\n- 丙\t| 丁 |\u2028戊",
    "[x](javascript:alert(1)) ![y](http://example.invalid/y.png) `z` $x$",
    "长" * 20_000,
    "9" * 60_000,
    "\U0001f469\u200d\U0001f469\u200d\U0001f467e\u0301" * 50,
    "{year}{organization}{figures}%n%@",
    "【待补充：假】",
)


def register(registry):
    registry.add("report: the docx says what the text says", check_word)
    registry.add("report: the html has no error and no script", check_html)
    registry.add("report: gaps stand out in the docx and the html, and nothing else does", check_marks)
    registry.add("report: every checklist's figures are those calculated apart", check_figures)
    registry.add("ledger: the xlsx has the rows of the csv and no formula", check_ledger)
    registry.add("report: the same bytes twice", check_twice)
    registry.add("report: a year without records, one not over, one long past", check_years)
    registry.add("report: hostile texts in every field and form", check_hostile)


def need(*modules):
    for module in modules:
        if importlib.util.find_spec(module) is None:
            raise Skip(f"the module {module} is not installed")


def write(bench, at, name, *arguments, today="2026-12-31"):
    """Runs a command that writes a file, and gives the file."""
    path = bench.folder / name
    path.unlink(missing_ok=True)
    bench.ok(*arguments, "--today", today, "-o", str(path), at=at)
    return path


def answer(bench, at, *arguments, today="2026-12-31"):
    return bench.ok(*arguments, "--today", today, at=at).out


def reports(at, bench, checklists=CHECKLISTS):
    for checklist, kind in itertools.product(checklists, KINDS):
        yield f"{checklist}-{kind}", ("report", "--checklist", checklist, "--kind", kind)
    if checklists == CHECKLISTS:
        yield "sheet", ("sheet", "--checklist", "township", "--owner", "王芳")


# The text and the document


def word_lines(path):
    """What stands in a document, in the order of reading, as the text writes it."""
    import docx
    from docx.table import Table
    from docx.text.paragraph import Paragraph

    document = docx.Document(path)
    mark = None
    for element in document.element.body:
        if element.tag == BODY + "p":
            paragraph = Paragraph(element, document)
            text = paragraph.text
            if paragraph.style.name == "Annex Mark":
                mark = text
            elif paragraph.style.name == "Title":
                # A Chinese title is broken without a space.
                text = text.replace("\n", "")
                yield text if mark is None else f"{mark} {text}"
            elif text:
                yield text
        elif element.tag == BODY + "tbl":
            rows = [[cell.text for cell in row.cells] for row in Table(element, document).rows]
            yield " | ".join(rows[0])
            yield "|".join("---" for _ in rows[0])
            for row in rows[1:]:
                yield row[0] + "".join(f" | {cell}" if cell else " |" for cell in row[1:])


def check_word(bench):
    need("docx", "lxml", "openpyxl")
    office = bench.sample()
    for name, words in reports(office, bench):
        extra = [] if name == "sheet" else ["--lists", "--trace"]
        text = answer(bench, office, *words, *extra, "--format", "text").decode()
        path = write(bench, office, f"{name}.docx", *words, *extra)
        check_parts(path, bench)
        expected = [line for line in text.split("\n") if line]
        found = list(word_lines(path))
        for left, right in itertools.zip_longest(expected, found):
            expect(left == right, f"{name}: the text has {left!r}, the document {right!r}")


def check_marks(bench):
    need("docx", "html5lib")
    import docx
    import html5lib
    from docx.enum.text import WD_COLOR_INDEX

    office = bench.sample()
    for name, words in reports(office, bench):
        text = answer(bench, office, *words, "--format", "text").decode()
        gaps = re.findall("【待补充：[^】]*】", text)
        document = docx.Document(write(bench, office, f"{name}.docx", *words))
        tables = (cell for table in document.tables for row in table.rows for cell in row.cells)
        paragraphs = [*document.paragraphs, *(one for cell in tables for one in cell.paragraphs)]
        marked = [run.text for paragraph in paragraphs for run in paragraph.runs
                  if run.font.highlight_color == WD_COLOR_INDEX.YELLOW]
        expect(sorted(marked) == sorted(gaps), f"{name}: {len(gaps)} gaps, {len(marked)} marked")
        html = answer(bench, office, *words, "--format", "html").decode()
        root = html5lib.parse(html, namespaceHTMLElements=False)
        marked = ["".join(mark.itertext()) for mark in root.iter("mark")]
        expect(marked == gaps, f"{name}: {len(gaps)} gaps, {len(marked)} marked on the page")


def oracle():
    sys.path.insert(0, str(ROOT / "Tests/DutyReportsTests/Oracle"))
    import report

    return report


def check_figures(bench):
    calculation = oracle()
    office = bench.sample()
    workspaces = [(office, checklist) for checklist in CHECKLISTS]
    for name in TEST_OFFICES:
        shutil.copytree(OFFICES / name, bench.folder / name)
        workspaces.append((bench.folder / name, name))
    for (at, checklist), today in itertools.product(workspaces, DAYS):
        day = datetime.date.fromisoformat(today)
        accounts = sorted(calculation.persons(at, checklist))
        reports = [("annual", None), ("self-assessment", None)]
        for kind, person in reports + [("accountability", person) for person in accounts]:
            whose = ["--owner", person] if person else []
            text = answer(
                bench, at, "report", "--checklist", checklist, "--kind", kind, *whose,
                "--year", "2026", "--format", "text", today=today,
            ).decode()
            faults = calculation.faults(at, checklist, 2026, day, kind, text, person)
            expect(not faults, f"{checklist} {kind} {person or ''} on {today}: {faults[:3]}")


# The page


def check_page(html, where):
    import html5lib

    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    root = parser.parse(html.decode())
    expect(not parser.errors, f"{where}: {parser.errors[:2]}")
    for element in root.iter():
        name = element.tag if isinstance(element.tag, str) else "comment"
        expect(name not in ("script", "iframe", "object", "embed", "link", "img", "comment"),
               f"{where}: <{name}>")
        for key, value in element.attrib.items():
            expect(not key.startswith("on"), f"{where}: {key}")
            if key in ("href", "src"):
                expect(value.startswith("#"), f"{where}: {key}={value[:60]}")
    return root


def check_html(bench):
    need("html5lib")
    office = bench.sample()
    for name, words in reports(office, bench):
        extra = [] if name == "sheet" else ["--lists", "--trace"]
        check_page(answer(bench, office, *words, *extra, "--format", "html"), name)
    for checklist in CHECKLISTS:
        html = answer(bench, office, "ledger", "--checklist", checklist, "--format", "html")
        check_page(html, f"{checklist} ledger")


# The ledger


def ledger_rows(data):
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(data))
    expect(len(book.worksheets) == 1, book.sheetnames)
    for row in book.worksheets[0].iter_rows(min_row=2):
        expect(all(cell.data_type != "f" for cell in row), f"a formula in row {row[0].row}")
        yield [
            cell.value.date().isoformat() if isinstance(cell.value, datetime.datetime)
            else "" if cell.value is None else str(cell.value)
            for cell in row
        ]


def compare_ledger(bench, office, checklist, where):
    words = ("ledger", "--checklist", checklist)
    text = answer(bench, office, *words, "--format", "csv", "--raw").decode().lstrip("\ufeff")
    head, *rows = csv.reader(io.StringIO(text, newline=""))
    path = write(bench, office, "ledger.xlsx", *words)
    check_parts(path, bench)
    found = list(ledger_rows(path.read_bytes()))
    expect(len(found) == len(rows), f"{where}: {len(found)} rows, not {len(rows)}")
    for left, right in zip(rows, found):
        for key, a, b in zip(head, left, right, strict=True):
            # The state is a word of the person's language in one, and a fixed word in the other.
            if key != "state":
                yield key, a, b


def check_ledger(bench):
    need("openpyxl", "lxml")
    office = bench.sample()
    for checklist in CHECKLISTS:
        for key, a, b in compare_ledger(bench, office, checklist, checklist):
            expect(a == b, f"{checklist}: {key} is {a!r} in csv and {b!r} in xlsx")


# Repetition and time


def check_twice(bench):
    office = bench.sample()
    forms = ("text", "markdown", "html", "docx")
    for (name, words), form in itertools.product(reports(office, bench), forms):
        first, second = (
            write(bench, office, f"{n}.{form}", *words, "--format", form).read_bytes() for n in "ab"
        )
        expect(first == second, f"{name} as {form}")
    for form in ("html", "xlsx", "csv"):
        first, second = (
            write(bench, office, f"{n}.{form}", "ledger", "--checklist", "civil", "--format", form)
            .read_bytes() for n in "ab"
        )
        expect(first == second, f"the ledger as {form}")


def check_years(bench):
    office = bench.sample()
    for (_, words), today, year in itertools.product(
        reports(office, bench), DAYS, ("2026", "2025", "2021", "2027")
    ):
        done = bench.run(*words, "--today", today, "--year", year, at=office)
        expect(done.status == 0 or done.err, done)
        expect("\n\n\n" not in done.out.decode(), f"{words} {year} on {today}: empty lines")
    for path in (office / "journal").iterdir():
        path.unlink()
    for name, words in reports(office, bench, ("civil", "justice", "township")):
        done = bench.run(*words, "--today", "2026-12-31", at=office)
        expect(done.status == 0, done)
        if name != "sheet":
            expect("待补充" in done.out.decode(), f"{name}: nothing is missing")


# Hostile texts


def hostile_office(bench, number, text):
    office = bench.empty(f"office{number}")
    (office / "checklists").mkdir()
    (office / "journal").mkdir()
    words = text
    if any(ord(c) < 32 or 0x7F <= ord(c) < 0xA0 for c in text):
        # A checklist and settings with them are refused; a record may bring them.
        text = "甲"

    def duty(name, schedule):
        return {
            "id": name, "number": text[:40], "title": text, "text": text, "owner": text[:200],
            "departments": [text],
            "requirements": [{"id": "a", "title": text, "schedule": schedule, "action": text}],
        }

    checklist = {
        "format": "duty.checklist/1", "id": "any", "title": text, "organization": text,
        "subject": text, "language": "zh", "effective": {"from": "2020-01-01"},
        "tiers": [
            {
                "id": "g0", "kind": "secretary", "title": text,
                "sections": [
                    {"id": "g0-1", "title": text, "points": 10,
                     "duties": [duty("g1", "1 per year"), duty("g2", "ongoing")]},
                ],
            }
        ],
    }
    (office / "checklists/any.json").write_text(json.dumps(checklist), "utf-8")
    settings = {
        "format": "duty.settings/1", "organization": text,
        "report": {"addressee": text, "signature": text, "closing": text, "short": text},
    }
    (office / "duty.json").write_text(json.dumps(settings), "utf-8")
    events = (
        {"type": "done", "targets": [{"to": "any/g1a", "for": "2026"}], "on": "2026-03-01",
         "note": words, "documents": [words], "quantities": [{"what": words, "amount": 3, "unit": "份"}]},
        {"type": "note", "targets": [{"to": "any/g2a"}], "on": "2026-04-01", "note": words},
        {"type": "sign", "targets": [{"to": "any/g1a", "for": "2026"}], "on": "2026-05-01",
         "signer": words[:200], "opinion": words},
        {"type": "finding", "number": "any/f1", "on": "2026-06-01", "title": words, "text": words,
         "source": words, "cause": words, "measure": words, "owner": words[:200], "due": "2026-07-01"},
    )
    lines = [
        json.dumps({"v": 1, "id": f"01KJP5EK7STVW3V8HK109F69{n:02}",
                    "at": "2026-06-02T10:18:48+08:00", "by": words[:200], **event})
        for n, event in enumerate(events, 10)
    ]
    (office / "journal/any@pc.jsonl").write_text("\n".join(lines) + "\n", "utf-8")
    return office


def check_hostile(bench):
    need("docx", "openpyxl", "html5lib", "lxml")
    read = 0
    for number, text in enumerate(HOSTILE):
        office = hostile_office(bench, number, text)
        if bench.run("check", "--today", "2026-12-31", at=office).status == 65:
            # A broken checklist: the text is refused where it is, and nothing is written.
            continue
        read += 1
        for _, words in reports(office, bench, ("any",)):
            for form in ("text", "markdown", "html", "docx"):
                where = f"{text[:20]!r} in {words[-1]} as {form}"
                done = bench.run(
                    *words, "--lists", "--trace", "--format", form, "--today", "2026-12-31",
                    at=office, timeout=60,
                )
                if done.status != 0:
                    expect(done.err, f"{where}: {done}")
                    continue
                check_form(bench, done.out, form, where)
        list(compare_ledger(bench, office, "any", repr(text[:20])))
        page = answer(bench, office, "ledger", "--checklist", "any", "--format", "html")
        check_page(page, f"{text[:20]!r} in the ledger")
    expect(read >= 6, f"only {read} of the workspaces could be read")


def check_form(bench, data, form, where):
    if form == "docx":
        path = bench.folder / "hostile.docx"
        path.write_bytes(data)
        check_parts(path, bench)
        return
    text = data.decode()
    bad = [c for c in text if ord(c) < 32 and c != "\n" or 0x7F <= ord(c) < 0xA0
           or 0x202A <= ord(c) <= 0x202E or 0x2066 <= ord(c) <= 0x2069]
    expect(not bad, f"{where}: {bad[:3]}")
    if form == "html":
        check_page(data, where)
    if form == "markdown":
        expect(not re.search(r"(?<!\\)\]\(", text) and "<script" not in text, where)
