"""Appendices: their titles, the plan they say they belong to, their tables and what text they have."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from kh_desktop.domain.model import Annex
from kh_desktop.domain.vitext import clean_line
from kh_desktop.importing.blocks import Spot
from kh_desktop.importing.lines import Findings, Line, TableItem
from kh_desktop.importing.recognise_zones import Appendix
from kh_desktop.importing.tables_join import Placed

_LABEL = re.compile(r"^\W*phụ lục(?:\s+(?:số\s*)?(?:[IVX]{1,5}|\d{1,2}|[A-Z])\b)?\s*[:.–-]?\s*", re.IGNORECASE)
_BELONGS = re.compile(r"^\W*\(?\s*(?:ban hành\s+)?kèm theo\b", re.IGNORECASE)


@dataclass(slots=True)
class Appendices:
    """All appendices. ``titles`` by zone; ``belongs``: the lines "(Kèm theo Kế hoạch số …)"; ``annexes``: appendices of text
    only, with their places."""

    titles: dict[str, str] = field(default_factory=dict)
    title_spots: list[tuple[str, Spot]] = field(default_factory=list)
    belongs: list[Line] = field(default_factory=list)
    tables: list[Placed] = field(default_factory=list)
    annexes: list[tuple[Annex, tuple[Spot, ...]]] = field(default_factory=list)


def read_appendices(appendices: Sequence[Appendix], found: Findings) -> Appendices:
    """Titles and contents of the appendices in order."""
    out = Appendices()
    for index, appendix in enumerate(appendices):
        _read(out, appendix, f"appendix{index}", found)
    return out


def _read(out: Appendices, appendix: Appendix, zone: str, found: Findings) -> None:
    has_table = any(isinstance(item, TableItem) for item in appendix.items)
    titles: list[str] = []
    texts: list[Line] = []
    belonged = False
    for at, line in enumerate(appendix.heading):
        text = line.whole
        if at == 0 and (label := _LABEL.match(text)):
            text = text[label.end() :]
            found.roles.setdefault(line.spot, "appendix_title")
        if _BELONGS.match(line.whole):
            out.belongs.append(line)
            belonged = True
        elif text and line.role != "appendix_title" and (belonged or (titles and not has_table and not _is_title(line))):
            texts.append(line)
        elif text:
            titles.append(text)
            out.title_spots.append((zone, line.spot))
        else:
            out.title_spots.append((zone, line.spot))
    title = clean_line(" ".join(titles))
    out.titles[zone] = title
    _contents(out, appendix, zone, title, texts, found, has_table=has_table)


def _is_title(line: Line) -> bool:
    return line.bold or line.centered or line.text.isupper()


def _contents(out: Appendices, appendix: Appendix, zone: str, title: str, texts: list[Line], found: Findings, *, has_table: bool) -> None:
    pending: list[Line] = texts
    for item in appendix.items:
        if isinstance(item, Line):
            pending.append(item)
            continue
        spots = tuple(spot for of, spot in out.title_spots if of == zone)
        out.tables.append(Placed(item, zone, title, tuple(pending), title_spots=spots))
        pending = []
    if has_table:
        for line in pending:
            found.leave(line.spot, line.whole)
    elif pending or title:
        places = [spot for of, spot in out.title_spots if of == zone] + [line.spot for line in pending]
        out.annexes.append((Annex(title=title, rows=tuple((line.whole,) for line in pending)), tuple(places)))
