"""Plain text, Markdown and what a PDF viewer or a mail left of a document, as blocks."""

from __future__ import annotations

from kh_desktop.importing.blocks import Block, Notice, Progress, Source
from kh_desktop.importing.text_decode import decode
from kh_desktop.importing.text_flat import flat_table
from kh_desktop.importing.text_flat_header import find_header
from kh_desktop.importing.text_grids import bar_table, separated_values, tab_table, table, unquoted
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
    progress(0.2)
    blocks, found = _blocks(lines, markdown, progress)
    return Source("text", name, tuple(blocks), (*notices, *found))


def _blocks(lines: list[Line], markdown: bool, progress: Progress) -> tuple[list[Block], list[Notice]]:
    blocks: list[Block] = []
    pending: list[Line] = []
    notices: list[Notice] = []
    width = usual_width(lines)
    at = 0
    while at < len(lines):
        if at % 500 == 0:
            progress(0.2 + 0.8 * at / len(lines))
        found = tab_table(lines, at) or (bar_table(lines, at) if markdown else None)
        flat = find_header(lines, at) if found is None else None
        if found is None and flat is None:
            pending.append(lines[at])
            at += 1
            continue
        before = paragraphs(pending, markdown=markdown)
        guessed = flat_table(lines, at, len(blocks) + len(before), width) if flat else None
        if found is None and guessed is None:
            pending.append(lines[at])
            at += 1
            continue
        blocks += before
        pending = []
        if guessed is not None:
            blocks.append(guessed[0])
            notices += guessed[2]
            at = guessed[1]
        elif found is not None:
            blocks.append(found[0])
            at = found[1]
    blocks += paragraphs(pending, markdown=markdown)
    progress(1.0)
    return blocks, notices
