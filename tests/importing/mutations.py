"""Files damaged by a seed: bytes of the file, bytes or tags inside a part of the package, parts swapped or cut."""

from __future__ import annotations

import copy
import io
import random
import re
import xml.etree.ElementTree as ET
import zipfile

from tests.importing.office_packages import data, docx, p, tbl, tc, tr, xlsx

_TAG = re.compile(rb"<[^<>]{1,300}>")
_VALUE = re.compile(rb'"[^"<>]{0,60}"')
_WORDS = (b"", b"-1", b"0", b"1", b"99999999999999999999", b"NaN", b"true", b"%1%2%9", b"A1:XFD1048576", b"\xff\xfe", b"&#x0;",
          b"<!DOCTYPE a>", b"]]>", "ư".encode(), b"../../x", b"http://example.test/")  # fmt: skip


def samples() -> dict[str, bytes]:
    """A small file of each kind, with a little of everything in it."""
    numbering = (
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/>'
        '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    box = f"<mc:Choice><wps:txbx><w:txbxContent>{p('hộp')}</w:txbxContent></wps:txbx></mc:Choice>"
    box = f"<w:p><w:r><mc:AlternateContent>{box}</mc:AlternateContent></w:r></w:p>"
    body = (
        p("KẾ HOẠCH", '<w:pStyle w:val="A"/><w:jc w:val="center"/>', '<w:b/><w:sz w:val="28"/>')
        + p("Mục đích", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
        + '<w:p><w:ins><w:r><w:t>thêm</w:t></w:r></w:ins><w:del><w:r><w:delText>bớt</w:delText></w:r></w:del>'
        '<w:r><w:footnoteReference w:id="1"/></w:r></w:p>'
        + box
        + tbl(
            tr("STT", tc("Việc", '<w:gridSpan w:val="2"/>'), properties="<w:tblHeader/>"),
            tr(tc("1", '<w:vMerge w:val="restart"/>'), "a", "b"),
            tr(tc("", "<w:vMerge/>"), tc([p("c"), tbl(tr("trong", "d"))]), "e"),
            columns=3,
        )
        + p("C«ng viÖc", "", '<w:rFonts w:hAnsi=".VnTime"/>')
    )
    styles = '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="heading 1"/><w:basedOn w:val="A"/><w:rPr><w:b/></w:rPr></w:style>'
    notes = f'<w:footnote w:id="1">{p("chú thích")}</w:footnote>'
    cells = data(
        '<c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>45000</v></c>', '<c r="A2"><f>1+1</f><v>2</v></c><c r="C2" t="e"><v>#REF!</v></c>',
        '<c r="A3" t="inlineStr"><is><t>a</t></is></c><c r="B3" s="2"><v>0.5</v></c><c r="C3" s="1"/>',
    )  # fmt: skip
    look = (
        '<numFmts><numFmt numFmtId="165" formatCode="0.0%"/></numFmts><fonts><font><b/><name val="Arial"/></font></fonts>'
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="14" fontId="0"/><xf numFmtId="165"/></cellXfs>'
    )
    sheet = f'<cols><col min="2" max="3" hidden="1"/></cols>{cells}<mergeCells><mergeCell ref="A3:B4"/></mergeCells>'
    return {
        "docx": docx(body, styles=styles, numbering=numbering, footnotes=notes, header1=p("Dự thảo")),
        "xlsx": xlsx(sheet, strings="<si><r><rPr><b/></rPr><t>Mục</t></r></si>", styles=look),
        "text": "KẾ HOẠCH\nNăm 2027\n\nSTT\tViệc\tHạn\n1\tTập huấn\tQuý I\n2\tBáo cáo\tQuý II\n".encode(),
        "html": "<html><table border=1><tr><td rowspan=2>1</td><td>Việc</td></tr><tr><td>a<br>b</table><p>sau</html>".encode(),
        "xml": b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
        b'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="a"><Table><Row ss:Index="2"><Cell ss:Index="2" '
        b'ss:MergeAcross="1"><Data ss:Type="Number">1.5</Data></Cell></Row></Table></Worksheet></Workbook>',
    }


def unpacked(content: bytes) -> dict[str, bytes]:
    """The parts of a package."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: dict[str, bytes]) -> bytes:
    """Parts as a package again."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def mutated(content: bytes, seed: int) -> bytes:
    """The file with some damage; the same for the same seed."""
    chance = random.Random(seed)
    if not content.startswith(b"PK") or chance.random() < 0.2:
        return _bytes(content, chance)
    parts = unpacked(content)
    name = chance.choice(sorted(parts))
    ways = (_bytes, _tags, _values) if chance.random() < 0.3 else (_tree,)
    for _ in range(chance.randint(1, 4)):
        parts[name] = chance.choice(ways)(parts[name], chance)
    if chance.random() < 0.1:
        other = chance.choice(sorted(parts))
        parts[name], parts[other] = parts[other], parts[name]
    if chance.random() < 0.05:
        del parts[chance.choice(sorted(parts))]
    return packed(parts)


def _bytes(content: bytes, chance: random.Random) -> bytes:
    made = bytearray(content)
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(made) + 1)
        kind = chance.random()
        if kind < 0.4 and at < len(made):
            made[at] ^= 1 << chance.randrange(8)
        elif kind < 0.6:
            del made[at : at + chance.randint(1, 40)]
        elif kind < 0.8:
            made[at:at] = chance.choice(_WORDS)
        elif kind < 0.95:
            made[at:at] = made[at : at + chance.randint(1, 200)] * chance.randint(1, 20)
        else:
            del made[at:]
    return bytes(made)


def _tags(content: bytes, chance: random.Random) -> bytes:
    """A tag taken out, doubled many times, or put elsewhere."""
    found = list(_TAG.finditer(content))
    if not found:
        return content
    one, other = chance.choice(found), chance.choice(found)
    kind = chance.random()
    if kind < 0.3:
        return content[: one.start()] + content[one.end() :]
    if kind < 0.6:
        # From one tag to another, again and again: the file often stays well formed.
        start, end = min(one.start(), other.start()), max(one.end(), other.end())
        return content[:start] + content[start:end] * chance.randint(2, 30) + content[end:]
    return content[: one.start()] + other.group() + content[one.end() if kind < 0.8 else one.start() :]


def _values(content: bytes, chance: random.Random) -> bytes:
    found = list(_VALUE.finditer(content))
    if not found:
        return content
    one = chance.choice(found)
    word = chance.choice((*_WORDS, chance.choice(found).group()[1:-1]))
    return content[: one.start()] + b'"' + word + b'"' + content[one.end() :]


def _tree(content: bytes, chance: random.Random) -> bytes:
    """Elements taken out, doubled, put into others, and values exchanged; the part stays well formed."""
    try:
        root = ET.fromstring(content)
    except ET.ParseError:
        return content
    places = [(parent, child) for parent in root.iter() for child in parent]
    for _ in range(chance.randint(1, 12) if places else 0):
        parent, child = chance.choice(places)
        other = chance.choice(places)[1]
        kind = chance.random()
        if kind < 0.2 and child in list(parent):
            parent.remove(child)
        elif kind < 0.4:
            parent.extend([copy.deepcopy(child) for _ in range(chance.choice((1, 2, 50)))])
        elif kind < 0.6:
            other.insert(0, copy.deepcopy(child))
        elif kind < 0.7:
            child.tag = other.tag
        elif child.attrib:
            values = [value for _, one in places for value in one.attrib.values()]
            child.set(chance.choice(sorted(child.attrib)), chance.choice(["", "-1", "0", "999999999999", "x", *values]))
        else:
            child.text = chance.choice(["", "1", "45000.5", "a" * 5000, "\n", "1e999", other.text])
    return ET.tostring(root, encoding="utf-8")
