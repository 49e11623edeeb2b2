"""Tasks that are printed as sections: numbered items that end in lines "Bộ phận chủ trì: …", "Sản phẩm: …", "Thời gian thực hiện: …"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from kh_desktop.domain.column_titles import column_key, is_title
from kh_desktop.domain.columns import COLUMN_SETS
from kh_desktop.domain.model import Column, Task, TaskGroup, UnitRef
from kh_desktop.domain.plan_json import split_units
from kh_desktop.importing.lines import Findings, Line
from kh_desktop.importing.recognise_sections import Node

_LABEL = re.compile(r"^[-–+•*]?\s*(?P<label>[^:]{3,60}?)\s*:\s*(?P<value>.*)$")
_NEXT_LABEL = re.compile(r"[;.,]\s+(?=(?P<label>[^\W\d_][^:;.,]{2,40}?)\s*:)")
_BULLET = re.compile(r"[-–•*]|[a-zđ]\)|\d{1,2}[.)]")
_SUB_ITEM = re.compile(r"^[+–-]\s*")
_FIELDS = ("lead", "coord", "product", "deadline")


@dataclass(slots=True)
class _Assignment:
    """One set of label lines: values by field, and the lines they come from."""

    texts: list[str] = field(default_factory=list)
    spots: list[Line] = field(default_factory=list)
    values: dict[str, list[str]] = field(default_factory=dict)
    lines: dict[str, list[Line]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Assigned:
    """The tasks of such a plan: the section (by its path from the top) that holds them, groups with their numbers as written."""

    holder: tuple[int, ...]
    groups: tuple[TaskGroup, ...]
    columns: tuple[Column, ...]
    group_numbers: tuple[str, ...]
    row_numbers: tuple[tuple[str, ...], ...]
    nodes: tuple[Node, ...] = ()


def label_of(text: str) -> tuple[str, str, str] | None:
    """(field, label, value) of a line that assigns something; None for every other line."""
    match = _LABEL.match(text)
    if not match or len(match["label"].split()) > 8 or not is_title(match["label"]):
        return None
    key = column_key(match["label"])
    return (key, match["label"], match["value"].strip()) if key in _FIELDS else None


def labels_of(text: str) -> list[tuple[str, str, str]]:
    """All that one line assigns: "Đơn vị chủ trì: A; phối hợp: B; thời gian: C" is three of ``label_of``."""
    bare = text.lstrip("-–+•* ")
    if bare.startswith("(") and bare.rstrip(" .;").endswith(")"):
        text = bare.rstrip(" .;")[1:-1]
    cuts = [0]
    for found in _NEXT_LABEL.finditer(text, text.find(":") + 1):
        if is_title(found["label"]) and column_key(found["label"]) in _FIELDS:
            cuts.append(found.end())
    labels = [label_of(text[start:end].rstrip(" ;," if end else "")) for start, end in zip(cuts, [*cuts[1:], None], strict=True)]
    return [label for label in labels if label] if labels[0] else []


def _is_assigned(node: Node) -> bool:
    """Whether an item has label lines of at least two fields."""
    return len({label[0] for text, _ in node.texts for label in labels_of(text)}) >= 2


def fold_points(nodes: Sequence[Node]) -> None:
    """Makes points a), b) above the label lines of a task text of the task. They are points when only the last of each task has label
    lines, for these end the task and not the point."""
    for top in nodes:
        fold_points(top.children)
        held = [child for child in top.children if any(_is_assigned(point) for point in child.children)]
        if not held or not all(_ends_in_labels(child) for child in held) or not _are_points(held):
            continue
        for child in held:
            for point in (below for node in child.children for below in node.walk()):
                child.texts += [(f"{point.mark} {point.own}".strip(), point.line), *point.texts]
            child.children = []


def _are_points(held: Sequence[Node]) -> bool:
    """Where each task has but one of them, a point is a sentence, and a task of a group is a title."""
    return any(len(node.children) > 1 for node in held) or all(node.children[0].own.endswith((".", ";")) for node in held)


def _ends_in_labels(node: Node) -> bool:
    assigned = [point for point in node.children if _is_assigned(point)]
    return len(assigned) == 1 and assigned[0] is node.children[-1] and assigned[0].kind in ("letter", "bracket") and not node.tables


def find_assigned(nodes: Sequence[Node], found: Findings) -> Assigned | None:
    """The tasks printed as sections; the nodes that are tasks are taken out of the tree. None when the plan has none."""
    for index, top in enumerate(nodes):
        items = [child for child in top.children if _is_assigned(child)]
        grand = [child for child in top.children if any(_is_assigned(g) for g in child.children)]
        if len(items) >= 1 and 2 * len(items) >= len(top.children):
            return _assigned((index,), [(top.heading, top.mark, top.children)], top, found)
        if grand and 2 * len(grand) >= len(top.children):
            groups = [(child.heading or child.opening, child.mark, child.children) for child in top.children]
            return _assigned((index,), groups, top, found)
    return None


def _assigned(holder: tuple[int, ...], groups: list[tuple[str, str, list[Node]]], top: Node, found: Findings) -> Assigned:
    made: list[TaskGroup] = []
    numbers: list[tuple[str, ...]] = []
    labels: dict[str, str] = {}
    nodes: list[Node] = []
    for at, (title, _, children) in enumerate(groups):
        tasks: list[Task] = []
        row_numbers: list[str] = []
        for node in children:
            nodes.append(node)
            for task in _tasks(node, labels, found, at, len(tasks)):
                tasks.append(task)
                row_numbers.append(node.mark.rstrip(".)/: "))
        made.append(TaskGroup(title=title, tasks=tuple(tasks)))
        numbers.append(tuple(row_numbers))
    if len(groups) > 1:
        for at, child in enumerate(top.children):
            found.origin(f"group:{at}", child.line.spot, "heading2")
    top.children = []
    columns = tuple(
        Column(c.key, labels.get(c.key, c.label), c.group, c.width) for c in COLUMN_SETS["lines"]
    )  # fmt: skip
    marks = tuple(mark.rstrip(".)/: ") for _, mark, _ in groups)
    return Assigned(holder, tuple(made), columns, marks, tuple(numbers), tuple(nodes))


def _tasks(node: Node, labels: dict[str, str], found: Findings, group: int, row: int) -> list[Task]:
    """The task of an item, and one more for each further set of its label lines."""
    parts = [_Assignment()]
    key = ""
    texts = [*([(node.opening, node.line)] if node.opening else []), *node.texts]
    texts += [(f"{n.mark} {n.own}".strip(), n.line) for child in node.children for n in child.walk()]
    texts += [text for child in node.children for n in child.walk() for text in n.texts]
    for text, line in texts:
        assigned = labels_of(text)
        for key, words, value in assigned:
            labels.setdefault(key, words[:1].upper() + words[1:])
            if key in parts[-1].values:
                parts.append(_Assignment())
            parts[-1].values[key] = [value] if value else []
            parts[-1].lines.setdefault(key, []).append(line)
        if assigned:
            continue
        if key and not parts[-1].values[key][:1] and (text.startswith("+") or not _BULLET.match(text)):
            _more(parts[-1], key, text, line)
        elif key and text.startswith("+") and parts[-1].values[key] and parts[-1].lines[key][-1] is not line and _listed(parts[-1], key):
            _more(parts[-1], key, text, line)
        else:
            key = ""
            parts[-1].texts.append(text)
            parts[-1].spots.append(line)
    return [_task(node, part, found, f"task:{group}.{row + at}", at) for at, part in enumerate(parts)]


def _listed(part: _Assignment, key: str) -> bool:
    return len(part.lines[key]) > 1


def _more(part: _Assignment, key: str, text: str, line: Line) -> None:
    part.values[key].append(_SUB_ITEM.sub("", text))
    part.lines[key].append(line)


def _task(node: Node, part: _Assignment, found: Findings, path: str, at: int) -> Task:
    if not at:
        found.origin(f"{path}:content", node.line.spot, "task")
    for line in part.spots:
        found.origin(f"{path}:detail", line.spot, "text")
    for key, lines in part.lines.items():
        for line in lines:
            found.origin(f"{path}:{key}", line.spot, "text")
    values = {key: [v.rstrip(" ;") for v in texts] for key, texts in part.values.items()}

    def units(key: str) -> tuple[UnitRef, ...]:
        return tuple(UnitRef(name) for text in values.get(key, ()) for name in split_units(text))

    return Task(
        content=node.heading or node.own if not at else node.heading or node.own,
        detail="\n".join(part.texts),
        lead=units("lead"),
        coord=units("coord"),
        product="\n".join(values.get("product", ())),
        deadline="\n".join(values.get("deadline", ())),
        continues=at > 0,
    )
