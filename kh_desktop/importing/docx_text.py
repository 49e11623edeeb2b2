"""A paragraph of a Word file: its runs as one text, as it reads when all tracked changes are accepted, and what else hangs on it."""

from __future__ import annotations

import re
import unicodedata
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from kh_desktop.domain.errors import KhError
from kh_desktop.domain.vitext import clean
from kh_desktop.importing.blocks import Paragraph
from kh_desktop.importing.docx_fonts import to_unicode
from kh_desktop.importing.docx_names import VAL, W
from kh_desktop.importing.docx_numbering import Numbering
from kh_desktop.importing.docx_styles import RunLook, Styles, paragraph_look, run_look
from kh_desktop.importing.docx_symbols import symbol, with_signs

# Elements inside one another; Word itself stops at far fewer.
DEEPEST = 120
_P_PR, _R, _R_PR, _T, _R_STYLE, _P_STYLE = f"{W}pPr", f"{W}r", f"{W}rPr", f"{W}t", f"{W}rStyle", f"{W}pStyle"
_FIELD, _DEL_TEXT = f"{W}fldChar", f"{W}delText"
_CHARACTERS = {f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-", f"{W}softHyphen": "\u00ad"}
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_ALTERNATE, _CHOICE, _FALLBACK = f"{_MC}AlternateContent", f"{_MC}Choice", f"{_MC}Fallback"
_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_BOX = f"{W}txbxContent"
_PICTURES = frozenset(
    {
        "{http://schemas.openxmlformats.org/drawingml/2006/main}blip",
        "{urn:schemas-microsoft-com:vml}imagedata",
    }
)
_DELETIONS = frozenset({f"{W}del", f"{W}moveFrom"})
_INSERTIONS = frozenset({f"{W}ins", f"{W}moveTo"})
# What holds no text of the document.
_SILENT_NAMES = (
    "pPr sdtPr sdtEndPr smartTagPr customXmlPr rPr instrText delInstrText fldData ffData rt annotationRef footnoteRef endnoteRef separator"
    " continuationSeparator lastRenderedPageBreak proofErr bookmarkStart bookmarkEnd commentRangeStart commentRangeEnd pgNum"
)
_SILENT = frozenset({f"{W}{name}" for name in _SILENT_NAMES.split()})
_NOTES = {f"{W}footnoteReference": "footnote", f"{W}endnoteReference": "endnote", f"{W}commentReference": "comments"}
_BLANKS = re.compile("[ \u1680\u205f]{2,}")
_UNSEEN = re.compile("[\u00ad\u061c\u180e\u200c-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufff9-\ufffc]")
_KNOWN_LOOKS = 5_000
_PLAIN = RunLook(False, False, 0.0, "", False, False)


def tidy(text: str) -> str:
    """Text as blocks have it: NFC, single blanks, line breaks kept, no marks nobody sees."""
    if not text.isprintable():
        text = _UNSEEN.sub("", clean(text.replace("\f", "\n")))
    text = unicodedata.normalize("NFC", text)
    return (_BLANKS.sub(" ", text) if "  " in text else text).strip(" \n")


@dataclass(frozen=True, slots=True)
class Mark:
    """A notice whose place is not known yet."""

    code: str
    text: str = ""


@dataclass(slots=True)
class TextReader:
    """Reads paragraphs in the order of the document. ``marks`` and ``boxes`` (text boxes to be read after the paragraph) are taken away by
    the one who knows the place; ``notes``: words of footnotes, endnotes and comments by kind and id."""

    styles: Styles
    numbering: Numbering
    notes: Mapping[tuple[str, str], str]
    marks: list[Mark] = field(default_factory=list)
    boxes: list[ET.Element] = field(default_factory=list)
    _pieces: list[tuple[str, RunLook]] = field(default_factory=list)
    # For each field that is open: whether its instruction is still being read.
    _fields: list[bool] = field(default_factory=list)
    _base: RunLook = _PLAIN
    _deleted: list[str] | None = None
    _looks: dict[tuple[object, ...], tuple[RunLook, RunLook]] = field(default_factory=dict)

    def paragraph(self, element: ET.Element) -> Paragraph | None:
        """The paragraph; None when its mark was deleted, and its text goes on in the next one."""
        own = element.find(_P_PR)
        look = self.styles.paragraph("")
        joined = False
        if own is not None:
            style = own.find(_P_STYLE)
            if style is not None:
                look = self.styles.paragraph(style.get(VAL, ""))
            look = paragraph_look(own).over(look) if len(own) > (style is not None) else look
            joined = self._mark_changes(own)
        self._base = look.run
        for child in element:
            if child.tag == _R:
                self._run(child)
            elif child.tag != _P_PR:
                self._inline(child, 0)
        self._fields = [False for reading in self._fields if not reading]
        if joined:
            return None
        number = self.numbering.mark(look.number_id, look.number_level, look.style) if look.number_id else ""
        return self._made(number, look.level or 0, bool(look.centered))

    def rest(self) -> Paragraph | None:
        """What a last paragraph without its mark left behind; None when that is nothing."""
        return self._made("", 0, False) if self._pieces else None

    def _mark_changes(self, own: ET.Element) -> bool:
        """Whether the paragraph's mark was deleted."""
        mark = own.find(_R_PR)
        if mark is None:
            return False
        deleted = any(mark.find(tag) is not None for tag in _DELETIONS)
        if deleted or any(mark.find(tag) is not None for tag in _INSERTIONS):
            self.marks.append(Mark("tracked_changes"))
        return deleted

    def _made(self, number: str, level: int, centered: bool) -> Paragraph:
        pieces = self._pieces
        if not pieces:
            return Paragraph("", number, level, False, False, centered, self._base.size)
        if len(pieces) == 1:
            words, look = pieces[0]
            text = tidy(self._converted(words, look))
            bold, italic, size = bool(look.bold and text), bool(look.italic and text), look.size
        else:
            text, bold, italic, size = self._joined(pieces)
        pieces.clear()
        return Paragraph(text, number, level, bold, italic, centered, size)

    def _joined(self, pieces: list[tuple[str, RunLook]]) -> tuple[str, bool, bool, float]:
        texts: list[str] = []
        at = 0
        while at < len(pieces):
            words, look = pieces[at]
            at += 1
            # VNI writes a letter and its mark behind it; Word may have parted them.
            while look.encoding and at < len(pieces) and pieces[at][1].font == look.font:
                words += pieces[at][0]
                at += 1
            texts.append(self._converted(words, look))
        seen = [look for words, look in pieces if words.strip()]
        size = next((look.size for look in seen), pieces[0][1].size)
        return (
            tidy("".join(texts)),
            bool(seen) and all(look.bold for look in seen),
            bool(seen) and all(look.italic for look in seen),
            size,
        )

    def _converted(self, words: str, look: RunLook) -> str:
        if not words.isascii() or look.caps:
            if look.encoding:
                # Old fonts may be stored by their own numbers, like symbol fonts.
                bare = "".join(chr(ord(char) - 0xF000) if "\uf020" <= char <= "\uf0ff" else char for char in words)
                changed = to_unicode(bare, look.font)
                if changed != words:
                    self.marks.append(Mark("legacy_font", look.font))
                words = changed
            elif not words.isprintable():
                words = with_signs(words, look.font)
        return words.upper() if look.caps else words

    def _look(self, run: ET.Element) -> RunLook:
        if not len(run) or run[0].tag != _R_PR:
            return self._base
        # A document has few different dresses. The base is kept beside the look, so that its id stays its own.
        base = self._base
        key = (id(base), *[(child.tag, *child.attrib.values()) for child in run[0]])
        known = self._looks.get(key)
        if known is None:
            if len(self._looks) > _KNOWN_LOOKS:
                self._looks.clear()
            known = self._looks[key] = (base, self._new_look(run[0], base))
        return known[1]

    def _new_look(self, properties: ET.Element, base: RunLook) -> RunLook:
        own = run_look(properties)
        style = properties.find(_R_STYLE)
        if style is not None:
            said = self.styles.character(style.get(VAL, ""))
            # A style of letters turns what the style of the paragraph set the other way round (17.7.3).
            toggled = RunLook(bool(base.bold) ^ said.bold if said.bold is not None else None,
                              bool(base.italic) ^ said.italic if said.italic is not None else None,
                              said.size, said.font, said.caps, said.hidden)  # fmt: skip
            base = toggled.over(base)
        return own.over(base)

    def _run(self, run: ET.Element) -> None:
        look = self._look(run)
        for child in run:
            tag = child.tag
            if tag == _T:
                text = child.text or ""
                self._add(text.replace("\n", " ") if "\n" in text else text, look)
            elif tag == _R_PR:
                continue
            elif tag in _CHARACTERS:
                self._add(_CHARACTERS[tag], look)
            elif tag == _FIELD:
                self._field(child.get(f"{W}fldCharType", ""))
            else:
                self._thing(child, look)

    def _thing(self, child: ET.Element, look: RunLook) -> None:
        """What a run holds besides letters."""
        tag = child.tag
        if tag == f"{W}sym":
            try:
                code = int(child.get(f"{W}char", ""), 16)
            except ValueError:
                code = 0
            self._add(symbol(code, child.get(f"{W}font", "")), look)
        elif tag == _DEL_TEXT:
            if self._deleted is not None:
                self._deleted.append(child.text or "")
        elif tag in _NOTES:
            kind = _NOTES[tag]
            words = self.notes.get((kind, child.get(f"{W}id", "")), "")
            if words:
                self.marks.append(Mark(kind, words))
        elif tag == f"{W}ruby":
            self._inline(child, 1)
        elif tag not in _SILENT:
            self._drawing(child)

    def _add(self, text: str, look: RunLook) -> None:
        if self._deleted is not None:
            self._deleted.append(text)
        elif look.hidden:
            if text.strip():
                self.marks.append(Mark("hidden_text", tidy(text)))
        elif True not in self._fields:
            self._pieces.append((text, look))

    def _field(self, kind: str) -> None:
        if self._deleted is not None:
            return
        if kind == "begin":
            self._fields.append(True)
        elif kind == "separate" and self._fields:
            self._fields[-1] = False
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _inline(self, element: ET.Element, depth: int) -> None:
        """Whatever stands in a paragraph besides runs: links, fields, changes, controls; what is unknown is looked into."""
        tag = element.tag
        if depth > DEEPEST:
            raise KhError("import.damaged")
        if tag in _SILENT or not isinstance(tag, str):
            return
        if tag == _R:
            self._run(element)
        elif tag in _DELETIONS:
            self._deletion(element, depth)
        elif tag == _ALTERNATE or tag == _BOX:
            self._drawing(element)
        elif tag == _MATH_TEXT:
            self._add(element.text or "", self._base)
        else:
            if tag in _INSERTIONS:
                self.marks.append(Mark("tracked_changes"))
            for child in element:
                self._inline(child, depth + 1)

    def _deletion(self, element: ET.Element, depth: int) -> None:
        outer, self._deleted = self._deleted, []
        for child in element:
            self._inline(child, depth + 1)
        words = tidy("".join(self._deleted))
        self._deleted = outer
        # Text that was moved stands elsewhere; it was not lost.
        self.marks.append(Mark("tracked_changes", words if element.tag == f"{W}del" else ""))

    def _drawing(self, element: ET.Element) -> None:
        """Keep the text boxes of a drawing for later, each once however many programs it is drawn for."""
        if self._deleted is not None:
            return
        for choice in _drawn(element):
            boxes = list(outermost(choice, _BOX))
            if boxes:
                self.boxes += boxes
                return
        if any(one.tag in _PICTURES for one in element.iter()):
            self.marks.append(Mark("picture"))


def _drawn(element: ET.Element) -> Iterator[ET.Element]:
    """The drawing in the forms it was saved in, the best first."""
    if element.tag == _ALTERNATE:
        yield from element.findall(_CHOICE)
        yield from element.findall(_FALLBACK)
    else:
        yield element


def outermost(element: ET.Element, tag: str) -> Iterator[ET.Element]:
    """The elements of this name that do not stand in another of it; of alternatives the first that has any."""
    stack = [(element, 0)]
    while stack:
        here, depth = stack.pop()
        if depth > DEEPEST:
            raise KhError("import.damaged")
        if here.tag == tag:
            yield here
        elif here.tag == _ALTERNATE and here is not element:
            stack += [(one, depth + 1) for one in _drawn(here) if one.find(f".//{tag}") is not None][:1]
        else:
            stack += [(one, depth + 1) for one in reversed(here)]
