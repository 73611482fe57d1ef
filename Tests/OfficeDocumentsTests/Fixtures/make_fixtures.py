#!/usr/bin/env python3
"""Makes the documents that the tests of the reader read.

Needs the module python-docx, and LibreOffice for what only a word processor writes. The files
differ in dates from run to run, so they are made once and kept.
"""

import io
import shutil
import subprocess
import sys
import tempfile
import zipfile
import zlib
from pathlib import Path

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

HERE = Path(__file__).resolve().parent
W = nsdecls("w")

LEVELS = [
    ("chineseCounting", "%1、", "nothing"),
    ("chineseCounting", "（%2）", "nothing"),
    ("decimal", "%3.", "tab"),
    ("decimalEnclosedCircle", "%4", "space"),
]


def numbering_of(document):
    """An own list of four levels, and a second use of it that starts again."""
    element = document.part.numbering_part.element
    levels = "".join(
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{name}"/>'
        f'<w:suff w:val="{gap}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for index, (name, text, gap) in enumerate(LEVELS)
    )
    definition = parse_xml(f'<w:abstractNum {W} w:abstractNumId="90">{levels}</w:abstractNum>')
    element.insert(0, definition)
    element.append(parse_xml(f'<w:num {W} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))
    element.append(
        parse_xml(
            f'<w:num {W} w:numId="91"><w:abstractNumId w:val="90"/><w:lvlOverride w:ilvl="2">'
            '<w:startOverride w:val="5"/></w:lvlOverride></w:num>'
        )
    )


def numbered(document, text, level, number="90"):
    paragraph = document.add_paragraph(text)
    properties = paragraph._p.get_or_add_pPr()
    properties.append(
        parse_xml(
            f'<w:numPr {W}><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
        )
    )
    return paragraph


def checklist():
    document = docx.Document()
    numbering_of(document)
    document.add_paragraph("青禾镇责任清单", style="Title")
    numbered(document, "党委班子集体责任", 0)
    numbered(document, "加强学习", 1)
    numbered(document, "每年至少组织1次专题学习。", 2)
    numbered(document, "2026年起每季度通报一次。", 2)
    numbered(document, "通报到人", 3)
    numbered(document, "加强监督", 1)
    numbered(document, "每半年听取一次汇报。", 2)
    numbered(document, "从第五条起。", 2, "91")
    numbered(document, "主要负责人责任", 0)
    numbered(document, "带头学习", 1)
    document.add_paragraph("列表甲", style="List Number")
    document.add_paragraph("列表乙", style="List Number")
    document.add_paragraph("要点", style="List Bullet")
    table = document.add_table(rows=4, cols=3)
    for row, cells in enumerate(
        [("序号", "职责", "时限"), ("", "学习", "每季度"), ("", "汇报\n（书面）", "年底"), ("合计", "", "2项")]
    ):
        for column, text in enumerate(cells):
            table.cell(row, column).text = text
    for row in (1, 2):
        properties = table.cell(row, 0).paragraphs[0]._p.get_or_add_pPr()
        properties.append(
            parse_xml(f'<w:numPr {W}><w:ilvl w:val="2"/><w:numId w:val="91"/></w:numPr>')
        )
    table.cell(3, 0).merge(table.cell(3, 1))
    table.cell(1, 2).merge(table.cell(2, 2))
    document.sections[0].header.paragraphs[0].text = "页眉不读"
    document.sections[0].footer.paragraphs[0].text = "页脚不读"
    return saved(document)


def changes():
    document = docx.Document()
    paragraph = document.add_paragraph("原有")
    paragraph._p.append(
        parse_xml(f'<w:ins {W} w:id="1" w:author="甲"><w:r><w:t>新增</w:t></w:r></w:ins>')
    )
    paragraph._p.append(
        parse_xml(f'<w:del {W} w:id="2" w:author="甲"><w:r><w:delText>删去</w:delText></w:r></w:del>')
    )
    joined = document.add_paragraph("前段")
    joined._p.get_or_add_pPr().append(
        parse_xml(f'<w:rPr {W}><w:del w:id="3" w:author="甲"/></w:rPr>')
    )
    document.add_paragraph("后段")
    hidden = document.add_paragraph("可见")
    hidden.add_run("隐藏").font.hidden = True
    breaks = document.add_paragraph("一")
    breaks.add_run().add_break()
    breaks.add_run("二\t三")
    return saved(document)


def saved(document):
    """The bytes of a document without what python-docx's template adds and nobody reads."""
    buffer = io.BytesIO()
    document.save(buffer)
    result = io.BytesIO()
    with zipfile.ZipFile(buffer) as source, zipfile.ZipFile(
        result, "w", zipfile.ZIP_DEFLATED, compresslevel=9
    ) as target:
        for name in source.namelist():
            unread = ("thumbnail", "theme", "stylesWithEffects", "fontTable", "webSettings")
            if not any(word in name for word in unread):
                target.writestr(name, source.read(name))
    return result.getvalue()


PAGE = """<html><head><meta charset="utf-8"></head><body>
<h1>职责汇总</h1><p>第一段，<b>粗体</b>与<a href="http://example.invalid/">链接</a>。</p>
<ol><li>甲项</li><li>乙项<ol type="a"><li>子项</li></ol></li></ol>
<ul><li>要点</li></ul>
<table border="1"><tr><th>姓名</th><th>任务</th></tr>
<tr><td>周敏</td><td>走访<br>记录</td></tr><tr><td colspan="2">合计</td></tr></table>
<p>末段</p></body></html>"""


def by_writer():
    """A document that LibreOffice writes."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "writer.html"
        source.write_text(PAGE, encoding="utf-8")
        subprocess.run(
            ["soffice", "--headless", "--infilter=HTML (StarWriter)", "--convert-to", "docx"]
            + ["--outdir", folder, source],
            check=True,
            capture_output=True,
        )
        return (Path(folder) / "writer.docx").read_bytes()


def deflated():
    """One text as zlib compresses it at every level and with every strategy, one a line."""
    text = ("职责清单每年至少组织1次专题学习，" * 9 + "".join(map(chr, range(32, 127)))).encode()
    lines = [text.hex()]
    for level in range(10):
        for strategy in range(5):
            packer = zlib.compressobj(level, zlib.DEFLATED, -15, 8, strategy)
            lines.append((packer.compress(text) + packer.flush()).hex())
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    parts = [packer.compress(text[:50]), packer.flush(zlib.Z_SYNC_FLUSH)]
    parts += [packer.compress(text[50:]), packer.flush()]
    lines.append(b"".join(parts).hex())
    return ("\n".join(lines) + "\n").encode()


def streamed():
    """An archive whose sizes follow the bytes, as a program writes that cannot go back."""

    class Pipe(io.RawIOBase):
        def __init__(self):
            self.bytes = b""

        def writable(self):
            return True

        def write(self, data):
            self.bytes += bytes(data)
            return len(data)

    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as target:
        target.writestr(zipfile.ZipInfo("职责/一.txt"), "第一项" * 40, zipfile.ZIP_DEFLATED)
        target.writestr(zipfile.ZipInfo("empty.txt"), "")
        target.writestr(zipfile.ZipInfo("folder/"), "")
        target.comment = "备注".encode()
    return pipe.bytes


def main():
    if shutil.which("soffice") is None:
        sys.exit("LibreOffice is not installed")
    for name, make in [
        ("checklist.docx", checklist),
        ("changes.docx", changes),
        ("writer.docx", by_writer),
        ("deflated.txt", deflated),
        ("streamed.zip", streamed),
    ]:
        (HERE / name).write_bytes(make())


if __name__ == "__main__":
    main()
