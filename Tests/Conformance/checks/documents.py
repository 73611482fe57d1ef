"""Documents and workbooks, as other programs read them.

The files are those of the folder that OFFICE_SAMPLES names; the tests of OfficeDocuments fill it:

    OFFICE_SAMPLES=DIR swift test --filter SampleFilesTests

OOXML_SCHEMAS may name a folder with the schemas of ECMA-376 (wml.xsd, sml.xsd, opc-xsd/…); without
it the parts are only checked to be well-formed. Needs python-docx, openpyxl and lxml; LibreOffice
and pdftotext are asked if they are installed.
"""

import importlib.util
import os
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

from .harness import Skip, expect

SPACE = "{http://www.w3.org/XML/1998/namespace}space"
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def register(registry):
    registry.add("documents: the parts are valid", over_samples("*.*x", check_parts))
    registry.add("documents: python-docx reads the texts", over_samples("*.docx", check_docx))
    registry.add("documents: openpyxl reads the cells", over_samples("*.xlsx", check_xlsx))
    registry.add("documents: LibreOffice loses nothing", over_samples("report.docx", check_pdf), True)


def over_samples(pattern, check):
    def body(bench):
        for module in ("docx", "openpyxl", "lxml"):
            if importlib.util.find_spec(module) is None:
                raise Skip(f"the module {module} is not installed")
        folder = os.environ.get("OFFICE_SAMPLES")
        if folder is None:
            raise Skip("OFFICE_SAMPLES names no folder")
        paths = sorted(Path(folder).glob(pattern))
        expect(paths, f"no {pattern} in {folder}")
        for path in paths:
            check(path, bench)

    return body


def schema_of(name):
    """The file of the schema for a part; None for one whose schema others define."""
    if name == "[Content_Types].xml":
        return "opc-xsd/opc-contentTypes.xsd"
    if name.endswith(".rels"):
        return "opc-xsd/opc-relationships.xsd"
    if name.startswith("docProps/"):
        return None
    return "wml.xsd" if name.startswith("word/") else "sml.xsd"


def check_parts(path, bench):
    from lxml import etree

    folder = os.environ.get("OOXML_SCHEMAS")
    schemas = {}
    with zipfile.ZipFile(path) as archive:
        expect(archive.testzip() is None, f"{path.name}: a checksum is wrong")
        names = archive.namelist()
        expect(names[0] == "[Content_Types].xml", f"{path.name}: {names[0]} is first")
        for name in names:
            root = etree.fromstring(archive.read(name))
            file = schema_of(name)
            if file == "sml.xsd":
                # The schema does not know it, though every program writes it.
                for element in root.iter():
                    element.attrib.pop(SPACE, None)
            for cell in root.iter(WORD + "tc"):
                expect(cell[-1].tag == WORD + "p", f"{path.name}: a cell ends without paragraph")
            if folder is None or file is None:
                continue
            if file not in schemas:
                schemas[file] = etree.XMLSchema(etree.parse(str(Path(folder) / file)))
            schema = schemas[file]
            expect(schema.validate(root), f"{path.name}: {name}: {schema.error_log.last_error}")


def check_docx(path, bench):
    import docx

    document = docx.Document(path)
    expect(document.paragraphs, f"{path.name} has no paragraphs")
    again = bench.folder / path.name
    document.save(again)
    texts = [paragraph.text for paragraph in document.paragraphs]
    expect([p.text for p in docx.Document(again).paragraphs] == texts, f"{path.name} changes")
    section = document.sections[0]
    millimetres = [round(length.mm) for length in (
        section.page_width, section.page_height, section.top_margin, section.left_margin,
        section.right_margin, section.bottom_margin,
    )]
    expect(millimetres == [210, 297, 37, 28, 26, 35], millimetres)


def check_xlsx(path, bench):
    import openpyxl

    book = openpyxl.load_workbook(path)
    for sheet in book:
        cells = [cell for row in sheet.rows for cell in row]
        expect(all(cell.data_type != "f" for cell in cells), f"{path.name}: a formula")
        setup = sheet.page_setup
        expect(setup.orientation == "landscape" and setup.paperSize in (8, 9), f"{sheet.title}: page")
        if cells:
            expect(sheet.freeze_panes == "A2", f"{sheet.title}: the header does not stay")
            expect(sheet.print_title_rows == "$1:$1", f"{sheet.title}: the header is not repeated")
            expect(sheet.auto_filter.ref, f"{sheet.title}: there is no filter")
            expect(all(cell.font.b for cell in sheet[1]), f"{sheet.title}: the header is not bold")


def check_pdf(path, bench):
    import docx

    for tool in ("soffice", "pdftotext"):
        if shutil.which(tool) is None:
            raise Skip(f"{tool} is not installed")
    profile = (bench.folder / "profile").as_uri()
    subprocess.run(
        ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf"]
        + ["--outdir", bench.folder, path],
        capture_output=True,
        timeout=120,
    )
    # It ends with status 0 even if it wrote nothing.
    result = bench.folder / (path.stem + ".pdf")
    expect(result.is_file(), f"LibreOffice cannot read {path.name}")
    done = subprocess.run(["pdftotext", result, "-"], capture_output=True, check=True)
    printed = re.sub(r"\s", "", done.stdout.decode())
    document = docx.Document(path)
    texts = [paragraph.text for paragraph in document.paragraphs]
    texts += [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    for text in texts:
        for line in text.splitlines():
            # A page may end within a longer one.
            start = re.sub(r"\s", "", line)[:10]
            expect(start in printed, f"{path.name}: {start!r} is not on any page")
