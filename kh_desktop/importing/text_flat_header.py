"""The header of a table whose columns are lost: its titles follow one another as wrapped lines, "TT Nhiệm vụ / Kết quả công / việc / …"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kh_desktop.domain.column_titles import column_key, is_title
from kh_desktop.domain.vitext import fold
from kh_desktop.importing.text_lines import Line
from kh_desktop.importing.text_marks import plain

_FIRST = re.compile(r"(?:STT|Stt|TT|Tt|Số TT|SỐ TT)(?=\s|$)")
_ROW = re.compile(r"(?:1|I|A)(?:[.)/]|(?=\s|$))")
_FIGURES = re.compile(r"\(?(?:\d{1,2}|[A-C])\)?(?:\s+\(?(?:\d{1,2}|[A-C])\)?)*")
_NO_TITLE = re.compile(r"[.;!?]|\d")
_GROUPS = ("phan cong", "don vi", "co quan", "trach nhiem", "to chuc thuc hien", "bo phan", "nguoi", "thuc hien")
_MOST_LINES, _MOST_WORDS = 30, 60


@dataclass(frozen=True, slots=True)
class Title:
    """One column: what it is called, the title above it (with others) and the field it is for ("" for none)."""

    label: str
    key: str = ""
    group: str = ""


@dataclass(frozen=True, slots=True)
class Header:
    """The columns of a table, left to right, and the line behind the header."""

    titles: tuple[Title, ...]
    end: int

    @property
    def words(self) -> list[str]:
        """All words of all titles, without case and marks."""
        groups = dict.fromkeys(title.group for title in self.titles if title.group)
        return sorted(fold(" ".join([*groups, *(title.label for title in self.titles)])).split())


def find_header(lines: Sequence[Line], at: int) -> Header | None:
    """The header that begins at ``lines[at]`` and is followed by the first row; None when there is none."""
    text = plain(lines[at].text)
    if not _FIRST.match(text) or "\t" in lines[at].raw.strip():
        return None
    end = at + 1
    words = len(text.split())
    while end < len(lines) and end - at <= _MOST_LINES and words <= _MOST_WORDS:
        text = plain(lines[end].text)
        if _ROW.match(text) and not is_title(text):
            break
        if _NO_TITLE.search(text):
            if _FIGURES.fullmatch(text):
                end += 1
                continue
            return None
        words += len(text.split())
        end += 1
    else:
        return None
    titles = _titles([plain(line.text) for line in lines[at:end] if not _FIGURES.fullmatch(plain(line.text))])
    known = {title.key for title in titles} - {"", "no"}
    if len(titles) < 3 or not known:
        return None
    return Header(titles, end)


def repeated_header(lines: Sequence[Line], at: int, header: Header) -> Header | None:
    """``header``, or one much like it, standing again at ``lines[at]`` on a new page; None when there is none."""
    if not _FIRST.match(plain(lines[at].text)):
        return None
    wanted = [title.key for title in header.titles]
    texts: list[str] = []
    end = at
    while end < len(lines) and end - at <= _MOST_LINES:
        text = plain(lines[end].text)
        if not (is_title(text) or end == at) or _NO_TITLE.search(text):
            break
        if not text[0].islower() and texts and [title.key for title in _titles(texts)] == wanted and not _missing(texts, text, header):
            break
        texts.append(text)
        end += 1
    titles = _titles(texts)
    if [title.key for title in titles] != wanted:
        return None
    return Header(titles, end)


def _missing(texts: Sequence[str], line: str, header: Header) -> bool:
    """Whether ``line`` is a part of the first header that has not come again yet: "Kết quả / Công việc"."""
    left = Counter(header.words) - Counter(fold(" ".join(texts)).split())
    return not Counter(fold(line).split()) - left


def _titles(lines: Sequence[str]) -> tuple[Title, ...]:
    """The titles in the lines of a header: each begins with a capital letter; those that name no field of their own belong to the one
    before, or stand above the two of who leads and who helps."""
    pieces = _pieces(lines)
    titles: list[Title] = []
    group, place = "", -1
    for piece in pieces:
        key = column_key(piece)
        taken = {title.key for title in titles}
        if fold(piece).startswith(_GROUPS) and (not key or fold(piece).startswith("phan cong")) and not group:
            group, place = piece, len(titles)
        elif key and key not in taken and group and key in ("lead", "coord"):
            titles.insert(place, Title(piece, key, group))
            place += 1
        elif titles and key in taken and not fold(piece).startswith("ghi chu"):
            titles[-1] = replace(titles[-1], label=f"{titles[-1].label} {piece}")
        else:
            titles.append(Title(piece, key))
    if group and not any(title.group for title in titles):
        titles.insert(place, Title(group, "lead" if not any(t.key == "lead" for t in titles) else ""))
    return tuple(titles)


def _pieces(lines: Sequence[str]) -> list[str]:
    pieces: list[list[str]] = []
    for word in " ".join(lines).split():
        number = bool(pieces) and fold(" ".join(pieces[-1])) in ("so", "so tt")
        after_number = len(pieces) == 1 and column_key(" ".join(pieces[0])) == "no"
        if not pieces or after_number or (word[0].isupper() and not number):
            pieces.append([word])
        else:
            pieces[-1].append(word)
    return [" ".join(words) for words in pieces]
