"""A task table whose columns a text has lost for good: its cells follow one another as lines, and nothing can be read out of them.

Such lines must not become sections or paragraphs: they are left over, and a person is told to open the file the text was made from.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from kh_desktop.domain.column_titles import column_key, is_number_title, is_title
from kh_desktop.importing.lines import Findings, Item, Line
from kh_desktop.importing.marks import Mark, mark_of
from kh_desktop.importing.recognise_tail import starts_tail

_NEAR = 30  # lines in which the titles of a header stand
_LONGEST = 14  # words of a cell's line
_TITLE_WORDS = 5
_FEWEST = 8  # lines of such a table


def without_lost_table(items: Sequence[Item], found: Findings) -> list[Item]:
    """The items without the lines of a table that lost its columns; they are left over, with one doubt."""
    kept: list[Item] = []
    told = False
    at = 0
    while at < len(items):
        end = _lost_end(items, at)
        if end == at:
            kept.append(items[at])
            at += 1
            continue
        for line in (item for item in items[at:end] if isinstance(item, Line)):
            if not told:
                found.doubt("table_lost", line.spot)
                told = True
            found.leave(line.spot, line.whole)
        at = end
    return kept


def trace_of_table(items: Sequence[Item]) -> Line | None:
    """Where titles of a task table stand as lines of their own, scattered among text: the title of the number column, and soon below it
    those of two fields. None when nothing speaks of such a table."""
    for at, first in enumerate(items):
        if not isinstance(first, Line) or first.role or not _opens(items[at : at + 3]):
            continue
        near = (item.text for item in items[at : at + 2 * _NEAR] if isinstance(item, Line))
        keys = {column_key(text) for text in near if len(text.split()) <= _TITLE_WORDS} - {"", "no"}
        if len(keys) >= 2:
            return first
    return None


def _lost_end(items: Sequence[Item], at: int) -> int:
    """The item behind a lost table whose header begins at ``at``; ``at`` when none begins there."""
    first = items[at]
    if not isinstance(first, Line) or first.role or not _opens(items[at : at + 3]):
        return at
    kinds = {mark.kind for item in items[:at] if isinstance(item, Line) and (mark := _heading(item))} or {"roman", "upper"}
    end = at + 1
    while end < len(items) and not _ends(items[end], kinds):
        end += 1
    lines = [item for item in items[at:end] if isinstance(item, Line)]
    keys = {key for line in lines[:_NEAR] for key in _keys(line.text)}
    if len(keys) < 2 or not keys & {"content", "lead"} or len(lines) < _FEWEST:
        return at
    return end


def _opens(items: Sequence[Item]) -> bool:
    """Whether the title of a number column begins here, perhaps broken: "STT", "ST" and "T"."""
    words = " ".join(item.text for item in items if isinstance(item, Line)).split()[:3]
    return any(is_number_title(" ".join(words[:count])) for count in range(1, len(words) + 1))


def _heading(line: Line) -> Mark | None:
    """The number of a line that is a section's heading in capitals, or has its line to itself ("II.")."""
    mark = mark_of(line.whole)
    if mark is None or mark.kind not in ("roman", "upper"):
        return None
    return mark if not mark.rest or (mark.rest.isupper() and len(mark.rest.split()) > 1) else None


def _keys(text: str) -> set[str]:
    """The fields whose titles a line holds, alone or one behind the other: "TT Nội dung Sản phẩm"."""
    words = text.split()
    if len(words) > 2 * _LONGEST or not (is_title(text) or is_number_title(words[0])):
        return set()
    starts = [n for n, word in enumerate(words) if word[0].isupper()] or [0]
    titles = [" ".join(words[start:end]) for start, end in zip(starts, [*starts[1:], len(words)], strict=True)]
    return {key for title in titles if (key := column_key(title))} - {"no"}


def _ends(item: Item, kinds: Collection[str]) -> bool:
    """Whether text begins again: a heading in capitals with a number of one of these ``kinds``, the end of the plan, an appendix, a
    sentence longer than a cell's line."""
    if not isinstance(item, Line) or item.role or starts_tail(item):
        return True
    mark = _heading(item)
    if mark is not None and mark.kind in kinds:
        return True
    sentence = len(item.text.split()) > 3 * _LONGEST and item.text.endswith((".", ";"))
    return sentence or item.folded.startswith(("phu luc", "tren day la"))
