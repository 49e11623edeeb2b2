"""Plain text, Markdown and what a PDF viewer or a mail left of a document, as blocks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kh_desktop.importing.blocks import Block, Notice, Progress, Source, Table
from kh_desktop.importing.text_decode import decode
from kh_desktop.importing.text_flat import flat_table
from kh_desktop.importing.text_grids import bar_table, separated_values, tab_table, table, unquoted
from kh_desktop.importing.text_layout import layout_table, mend_number_titles, side_by_side
from kh_desktop.importing.text_lines import Line, split_lines, usual_width, without_page_numbers
from kh_desktop.importing.text_marks import is_markdown, without_html
from kh_desktop.importing.text_paragraphs import paragraphs


def _silent(_done: float) -> None:
    """Progress nobody watches."""


def read_text(data: bytes | str, name: str = "", progress: Progress = _silent) -> Source:
    """The paragraphs and tables of a text. Wrapped lines are joined; marks of Markdown and remnants of HTML become looks; a table that lost
    its columns on the way comes back as ``Table(guessed=True)``. Never fails: what is no text gives few blocks. ``progress`` may raise
    ``Cancelled``."""
    progress(0.0)
    text, notices = decode(data)
    values = separated_values(text)
    if values is not None:
        return Source("text", name, (table(values),), notices)
    markdown = is_markdown(text)
    lines, numbers = without_page_numbers(split_lines(without_html(unquoted(text))))
    if numbers:
        notices = (*notices, Notice("page_number", count=numbers))
    if not markdown:
        lines = mend_number_titles(lines)
    progress(0.2)
    blocks, found = _blocks(lines, markdown, progress)
    return Source("text", name, tuple(blocks), (*notices, *found))


@dataclass(frozen=True, slots=True)
class _Found:
    """A table, how many lines above belong to it, the line behind it, and notices about block 0."""

    table: Table
    above: int
    end: int
    notices: Sequence[Notice] = ()


def _blocks(lines: list[Line], markdown: bool, progress: Progress) -> tuple[list[Block], list[Notice]]:
    blocks: list[Block] = []
    pending: list[Line] = []
    notices: list[Notice] = []
    width = usual_width(lines)
    at = 0
    while at < len(lines):
        if at % 500 == 0:
            progress(0.2 + 0.8 * at / len(lines))
        found = _table(lines, at, markdown, width)
        if found is None:
            pending.append(lines[at])
            at += 1
            continue
        progress(0.2 + 0.8 * at / len(lines))
        blocks += paragraphs(pending[: len(pending) - found.above], markdown=markdown)
        pending = []
        notices += [replace(n, spot=replace(n.spot, block=len(blocks)) if n.spot else None) for n in found.notices]
        blocks.append(found.table)
        at = found.end
    blocks += paragraphs(pending, markdown=markdown)
    progress(1.0)
    return blocks, notices


def _table(lines: list[Line], at: int, markdown: bool, width: int) -> _Found | None:
    """The table whose header is at ``lines[at]``, however it shows."""
    raw = lines[at].raw
    if "\t" in raw and (tabs := tab_table(lines, at)):
        return _Found(tabs[0], 0, tabs[1])
    if markdown and "|" in raw and (bars := bar_table(lines, at)):
        return _Found(bars[0], 0, bars[1])
    if laid := layout_table(lines, at):
        return _Found(*laid)
    if flat := flat_table(lines, at, width):
        return _Found(flat[0], 0, flat[1], flat[2])
    if not markdown and "   " in raw.strip() and (sides := side_by_side(lines, at)):
        return _Found(sides[0], 0, sides[1])
    return None
