"""Every text of a plan with its place, and plans with some of these texts changed.

A place names a text by where it stands: "title", "intro", "section:1.0:heading", "section:1.0:text", "closing", "appendix_title",
"column:3", "group:0", "task:0.3:content" (group, task; also "detail", "product", "deadline", "lead.0", "coord.1"), "annex:0:title",
"annex:0:column.2", "annex:0:cell.4.1", "recipient:2", "authority:0". Citations among the bases are values of their own, without a place
here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from kh_desktop.domain.model import Annex, Plan, Section, Task, TaskGroup, UnitRef

Rewrite = Callable[[str, str], str]
"""Given a place and its text, the text that is to stand there."""


def texts_of(plan: Plan) -> dict[str, str]:
    """The texts of ``plan`` by place, in the order they are printed; empty ones are left out."""
    found: dict[str, str] = {}

    def note(place: str, text: str) -> str:
        if text:
            found[place] = text
        return text

    rewritten(plan, note)
    return found


def rewritten(plan: Plan, rewrite: Rewrite) -> Plan:
    """``plan`` with every text given through ``rewrite``."""
    title = rewrite("title", plan.title)
    intro = rewrite("intro", plan.intro)
    sections = _sections(plan.sections, "", rewrite)
    closing = rewrite("closing", plan.closing)
    appendix_title = rewrite("appendix_title", plan.appendix_title)
    columns = tuple(replace(c, label=rewrite(f"column:{i}", c.label)) for i, c in enumerate(plan.columns))
    groups = tuple(_group(group, i, rewrite) for i, group in enumerate(plan.groups))
    annexes = tuple(_annex(annex, i, rewrite) for i, annex in enumerate(plan.annexes))
    recipients = tuple(rewrite(f"recipient:{i}", r) for i, r in enumerate(plan.recipients))
    authority = tuple(rewrite(f"authority:{i}", line) for i, line in enumerate(plan.signature.authority))
    return replace(
        plan,
        title=title,
        intro=intro,
        sections=sections,
        closing=closing,
        appendix_title=appendix_title,
        columns=columns,
        groups=groups,
        annexes=annexes,
        recipients=recipients,
        signature=replace(plan.signature, authority=authority),
    )


def _sections(level: tuple[Section, ...], above: str, rewrite: Rewrite) -> tuple[Section, ...]:
    found = []
    for index, section in enumerate(level):
        path = f"{above}{index}"
        heading = rewrite(f"section:{path}:heading", section.heading)
        text = rewrite(f"section:{path}:text", section.text)
        found.append(replace(section, heading=heading, text=text, children=_sections(section.children, f"{path}.", rewrite)))
    return tuple(found)


def _group(group: TaskGroup, index: int, rewrite: Rewrite) -> TaskGroup:
    title = rewrite(f"group:{index}", group.title)
    return replace(group, title=title, tasks=tuple(_task(t, f"task:{index}.{i}", rewrite) for i, t in enumerate(group.tasks)))


def _task(task: Task, place: str, rewrite: Rewrite) -> Task:
    def units(refs: tuple[UnitRef, ...], role: str) -> tuple[UnitRef, ...]:
        named = ((ref, rewrite(f"{place}:{role}.{i}", ref.label)) for i, ref in enumerate(refs))
        # Under another name it may be another entry of the unit book: the link is made anew.
        return tuple(ref if label == ref.label else UnitRef(label) for ref, label in named if label)

    return replace(
        task,
        content=rewrite(f"{place}:content", task.content),
        detail=rewrite(f"{place}:detail", task.detail),
        lead=units(task.lead, "lead"),
        coord=units(task.coord, "coord"),
        product=rewrite(f"{place}:product", task.product),
        deadline=rewrite(f"{place}:deadline", task.deadline),
    )


def _annex(annex: Annex, index: int, rewrite: Rewrite) -> Annex:
    return replace(
        annex,
        title=rewrite(f"annex:{index}:title", annex.title),
        columns=tuple(rewrite(f"annex:{index}:column.{i}", c) for i, c in enumerate(annex.columns)),
        rows=tuple(tuple(rewrite(f"annex:{index}:cell.{r}.{c}", cell) for c, cell in enumerate(row)) for r, row in enumerate(annex.rows)),
    )
