"""The body of a plan: its sections, the closing sentence, the tables and tasks that stand in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from kh_desktop.domain.model import Numbering, Section
from kh_desktop.importing.lines import Findings, Item, Line, TableItem
from kh_desktop.importing.marks import mark_of
from kh_desktop.importing.recognise_assign import Assigned, find_assigned, fold_points
from kh_desktop.importing.recognise_sections import Node, build_tree, numbering_of, sections_of, settle, written_lines
from kh_desktop.importing.tables_join import Placed

_CLOSES = re.compile(r"^(?:tren day la|trong qua trinh|qua trinh (?:trien khai|thuc hien)|tren day, )")
_LAST = re.compile(
    r"^(?:yeu cau cac|de nghi cac|yeu cau |de nghi |ubnd |uy ban nhan dan |nhan duoc ke hoach|can cu ke hoach nay|ke hoach nay|neu co )"
)
_END_MARK = re.compile(r"\s*\.\s*/\s*\.?\s*$")
_MOST_CLOSING = 3


@dataclass(slots=True)
class Body:
    """The body as it was read. ``before``: paragraphs above the first section."""

    nodes: list[Node] = field(default_factory=list)
    sections: tuple[Section, ...] = ()
    written: tuple[str, ...] = ()
    closing: str = ""
    before: list[str] = field(default_factory=list)
    assigned: Assigned | None = None
    tables: list[Placed] = field(default_factory=list)
    numbering: Numbering = Numbering.ROMAN


def read_body(items: Sequence[Item], found: Findings) -> Body:
    """Sections, closing sentence, tables and printed tasks of the body."""
    closing, items = _closing(items, found)
    nodes, before = build_tree(items, found)
    fold_points(nodes)
    settle(nodes)
    body = Body(nodes=nodes, closing="\n".join(line.whole for line in closing), numbering=numbering_of(nodes))
    body.written = tuple(written_lines(nodes))
    body.tables = [*_loose_tables(items, nodes), *_tables(nodes, ())]
    if not any(placed for placed in body.tables):
        body.assigned = find_assigned(nodes, found)
    body.sections = sections_of(_without_end(nodes), found)
    for line in before:
        body.before.append(line.whole)
        found.origin("intro", line.spot, "intro")
    return body


def _closing(items: Sequence[Item], found: Findings) -> tuple[list[Line], list[Item]]:
    """The closing paragraphs and the rest of the body."""
    said = [item for item in items if isinstance(item, Line) and item.role == "closing"]
    rest = [item for item in items if item not in said]
    closing: list[Line] = list(said)
    while not said and rest and len(closing) < _MOST_CLOSING:
        last = rest[-1]
        if not isinstance(last, Line) or not _is_closing(last, rest[-2] if len(rest) > 1 else None, first=not closing):
            break
        closing.insert(0, last)
        rest.pop()
    for line in closing:
        found.origin("closing", line.spot, "closing")
    return closing, rest


def _is_closing(line: Line, above: Item | None, *, first: bool) -> bool:
    if line.role or line.mark or mark_of(line.text):
        return False
    folded = line.folded
    if _CLOSES.match(folded):
        return True
    if not first or not _END_MARK.search(line.text):
        return False
    # A paragraph right below a heading is its text, unless it speaks as closing sentences do.
    under_heading = (
        isinstance(above, Line) and (mark := mark_of(above.whole)) is not None and mark.kind != "bullet" and not above.text.endswith(".")
    )
    return bool(_LAST.match(folded)) or not under_heading


def _without_end(nodes: list[Node]) -> list[Node]:
    """The mark "./." at the very end of the body belongs to no section's text."""
    last = nodes[-1] if nodes else None
    while last is not None and last.children:
        last = last.children[-1]
    if last is not None:
        if last.texts:
            text, line = last.texts[-1]
            last.texts[-1] = (_END_MARK.sub(".", text), line)
        else:
            last.opening = _END_MARK.sub(".", last.opening)
            last.heading = _END_MARK.sub("", last.heading)
    return nodes


def _tables(nodes: Sequence[Node], above: tuple[int, ...]) -> list[Placed]:
    out: list[Placed] = []
    for index, node in enumerate(nodes):
        path = (*above, index)
        number = node.mark.strip("( ").rstrip(".)/: ")
        out += [Placed(item, "body", node.heading, (), path, (node.line.spot,), number) for item in node.tables]
        out += _tables(node.children, path)
    return out


def _loose_tables(items: Sequence[Item], nodes: Sequence[Node]) -> list[Placed]:
    """Tables above the first section, or of a body without any."""
    held = {id(item) for top in nodes for node in top.walk() for item in node.tables}
    return [Placed(item, "body") for item in items if isinstance(item, TableItem) and id(item) not in held]
