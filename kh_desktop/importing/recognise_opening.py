"""Between head and body: tên loại and trích yếu, citations, the introducing sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from kh_desktop.domain.model import BasisForm, LegalBasis
from kh_desktop.domain.vitext import clean_line
from kh_desktop.importing.citation_reader import is_bare_opening, names_document, opens_citation, read_citations
from kh_desktop.importing.lines import Findings, Line
from kh_desktop.importing.recognise_head import title_start

_BELONGS = re.compile(r"^\W*\(\s*(?:ban hành\s+)?kèm theo\b", re.IGNORECASE)
_SUBJECT = re.compile(r"^V/v:?\s+", re.IGNORECASE)
_INTRODUCES = re.compile(
    r"(?:như sau|sau đây|dưới đây|:)\s*[:.]?$|^(?:UBND|[ỦU][ỷyỶY] ban nhân dân)\s+(?:xã|phường|đặc khu|thị trấn)\b", re.IGNORECASE
)


@dataclass(slots=True)
class Opening:
    """The title, the documents cited, the introduction; ``belongs``: the lines "(Kèm theo Quyết định số …)"."""

    title: str = ""
    bases: list[LegalBasis] = field(default_factory=list)
    intro: list[str] = field(default_factory=list)
    belongs: list[Line] = field(default_factory=list)


def read_opening(lines: Sequence[Line], cover: Sequence[Line], found: Findings, *, titled: bool = True) -> Opening:
    """Title, citations and introduction; the citations of a decision that issues the plan come first. ``titled``: the word "KẾ HOẠCH"
    stands above the title; without it only a line that looks like a title is one, and doubted."""
    opening = Opening()
    for line in cover:
        if opens_citation(line.whole) and not line.role:
            _cite(opening, [line], found)
    state = "title" if titled or (lines and _looks_like_title(lines[0])) else "intro"
    parts: list[str] = []
    said = any(line.role == "title" for line in lines)
    pending: list[Line] = []
    for line in lines:
        state = _state(state, line, parts, pending, said=said, titled=titled)
        if state == "belongs":
            opening.belongs.append(line)
            state = "title"
        elif state == "title":
            if text := _title_text(line, parts):
                parts.append(text)
            found.origin("title", line.spot, "title")
        elif state == "basis":
            alone = opens_citation(line.whole) or names_document(line.whole) or line.role == "basis"
            if pending and (alone or is_bare_opening(pending[-1].whole)):
                _cite(opening, pending, found)
                pending = []
            pending.append(line)
        else:
            _flush(opening, pending, found)
            pending = []
            opening.intro.append(line.whole)
            found.origin("intro", line.spot, "intro")
    _flush(opening, pending, found)
    opening.title = " ".join(parts)
    if parts and not titled:
        found.doubt("title_guessed", lines[0].spot, "title")
    return opening


def _looks_like_title(line: Line) -> bool:
    return bool(line.role) or line.level > 0 or line.bold or line.centered or line.text.isupper()


def _state(state: str, line: Line, parts: Sequence[str], pending: Sequence[Line], *, said: bool, titled: bool) -> str:
    text = line.whole
    if line.role in ("title", "basis", "intro"):
        return line.role
    if _BELONGS.match(text) and state == "title":
        return "belongs"
    if state == "title" and parts and not titled and not _looks_like_title(line):
        return "intro"
    if opens_citation(text) and (state != "title" or parts or text.startswith("Căn cứ")):
        return "basis"
    if state == "title":
        if said and not (not parts and title_start(line) == ""):
            return "intro"
        begun = bool(parts)
        introduces = begun and (bool(_INTRODUCES.search(text)) or text.rstrip().endswith((".", ";")))
        return "intro" if introduces or (begun and len(" ".join(parts)) > 400) else "title"
    if state == "basis":
        if names_document(text) or (pending and is_bare_opening(pending[-1].whole)):
            return "basis"
        # A citation broken over two paragraphs goes on until it is closed.
        open_end = bool(pending) and not pending[-1].text.rstrip().endswith((";", ".", ":"))
        return "basis" if open_end and not _INTRODUCES.search(text) else "intro"
    return "intro"


def _title_text(line: Line, parts: Sequence[str]) -> str:
    if not parts:
        line = _without_subject(line)
    if not parts and not line.role:
        rest = title_start(line)
        if rest is not None:
            return rest
    elif not parts and line.role and title_start(line) == "":
        return ""
    return line.whole.strip(" *_")


def _without_subject(line: Line) -> Line:
    """The line without "V/v" before the trích yếu."""
    found = _SUBJECT.match(line.text)
    rest = line.text[found.end() :] if found and not line.mark else ""
    return replace(line, text=rest[:1].upper() + rest[1:]) if rest else line


def _flush(opening: Opening, pending: Sequence[Line], found: Findings) -> None:
    if pending:
        _cite(opening, pending, found)


def _cite(opening: Opening, lines: Sequence[Line], found: Findings) -> None:
    """The documents of one paragraph (of several lines when it was broken)."""
    if len(lines) == 1 and is_bare_opening(lines[0].whole):
        found.origin("basis", lines[0].spot, "basis")
        return
    text = clean_line(" ".join(line.whole for line in lines))
    form = opening.bases[-1].form if opening.bases else BasisForm.CAN_CU
    read = read_citations(text, form)
    for basis in read.bases:
        at = len(opening.bases)
        opening.bases.append(basis)
        for line in lines:
            found.origin(f"basis:{at}", line.spot, "basis")
        if basis.text and not basis.number:
            found.doubt("basis_unread", lines[0].spot, f"basis:{at}")
    for wrong in read.wrong_dates:
        found.doubt("date_invalid", lines[0].spot, f"basis:{len(opening.bases) - 1}", text=wrong)
    if read.rest:
        opening.intro.append(read.rest)
        found.origin("intro", lines[-1].spot)
