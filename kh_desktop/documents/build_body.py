"""The body of a plan: citations, introduction, numbered sections, tasks printed as sections, closing sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kh_desktop.documents.build_common import anchor_of, body, lines_of, without_mark
from kh_desktop.documents.build_tables import families, field_text, group_anchor, task_anchor, task_columns, task_table
from kh_desktop.documents.layout import layout
from kh_desktop.documents.tree import Block, Paragraph, Run
from kh_desktop.domain.citations import compose, compose_joined
from kh_desktop.domain.model import Plan, SectionRole, Shape, Task
from kh_desktop.domain.outline import Numbered, label, number_sections
from kh_desktop.domain.vitext import fold

END_MARK = "./."
_LINE_FIELDS = ("lead", "coord", "product", "deadline")


def body_blocks(plan: Plan) -> list[Block]:
    """Everything between the title and nơi nhận, in order, closed by the end mark."""
    blocks: list[Block] = [*_citations(plan), *_paragraphs(plan, plan.intro, "intro"), *_sections(plan)]
    blocks += _paragraphs(plan, plan.closing, "closing")
    return _ended(blocks)


def _paragraphs(plan: Plan, text: str, anchor: str) -> list[Paragraph]:
    return [body("noi_dung", line, anchor, plan) for line in lines_of(text)]


def _citations(plan: Plan) -> list[Paragraph]:
    """One italic paragraph per citation, joined ones in the paragraph before; ";" after each, "." after the last (NĐ 30/2020, II.6)."""
    texts: list[tuple[str, str]] = []
    before = None
    for index, basis in enumerate(plan.bases):
        text = compose(basis)
        if not text:
            continue
        if basis.joined and before:
            # The opening word is said again only where it changes.
            text = compose_joined(basis) if basis.form is before.form else text[0].lower() + text[1:]
            texts[-1] = (f"{texts[-1][0]}; {text}", texts[-1][1])
        else:
            texts.append((text, anchor_of("basis", basis.id, index)))
        before = basis
    last = len(texts) - 1
    return [body("can_cu", f"{text}{'.' if at == last else ';'}", anchor, plan) for at, (text, anchor) in enumerate(texts)]


def _tasks_place(plan: Plan, numbered: tuple[Numbered, ...]) -> tuple[int, ...]:
    """Path of the section whose tasks are printed in it: the one that holds them, else the content section, else after all (())."""
    if plan.shape not in (Shape.ASSIGNMENTS, Shape.TABLE_IN_BODY):
        return ()
    holds = [item.path for item in numbered if item.section.holds_tasks]
    content = [item.path for item in numbered if item.depth == 0 and item.section.role is SectionRole.CONTENT]
    return (holds or content or [()])[0]


def _sections(plan: Plan) -> Iterator[Block]:
    numbered = number_sections(plan.sections, plan.numbering)
    place = _tasks_place(plan, numbered)
    pending = plan.shape in (Shape.ASSIGNMENTS, Shape.TABLE_IN_BODY)
    for at, item in enumerate(numbered):
        yield from _section_blocks(plan, item, anchor_of("section", item.section.id, at))
        following = numbered[at + 1].path if at + 1 < len(numbered) else ()
        # The tasks follow the last of its sub-sections.
        if pending and place and item.path[: len(place)] == place and following[: len(place)] != place:
            yield from _tasks(plan, next(found for found in numbered if found.path == place))
            pending = False
    if pending:
        yield from _tasks(plan, None)


def _section_blocks(plan: Plan, item: Numbered, anchor: str) -> Iterator[Paragraph]:
    """Heading and text of one section, without its sub-sections."""
    section = item.section
    texts = lines_of(section.text)
    heading = " ".join(lines_of(section.heading))
    if heading and section.run_in and texts:
        yield _run_in(plan, item, heading, texts.pop(0), anchor)
    elif heading:
        yield _heading(plan, item.depth, item.label, heading, anchor)
    elif texts:
        yield body("khoan" if item.depth < 2 else "diem", f"{item.label} {texts.pop(0)}", anchor, plan)
    for text in texts:
        yield body("noi_dung", text, anchor, plan)


def _style(depth: int) -> str:
    return ("muc_la_ma", "khoan_co_tieu_de", "diem")[min(depth, 2)]


def _heading(plan: Plan, depth: int, number: str, heading: str, anchor: str) -> Paragraph:
    before = 6.0 if depth == 0 else 0.0
    return body(_style(depth), f"{number} {heading}", anchor, plan, keep_with_next=True, space_before=before)


def _run_in(plan: Plan, item: Numbered, heading: str, text: str, anchor: str) -> Paragraph:
    style = _style(item.depth)
    dress = layout().components[style]
    words = f"{item.label} {heading}" + (" " if heading.endswith((":", ".", "?", "!")) else ": ")
    runs = (Run(words.upper() if dress.upper else words, dress.bold, dress.italic), Run(text))
    return body(style, runs, anchor, plan)


def _tasks(plan: Plan, item: Numbered | None) -> Iterator[Block]:
    if not any(group.tasks or group.title for group in plan.groups):
        return
    if plan.shape is Shape.TABLE_IN_BODY:
        yield task_table(plan)
        return
    path = item.path if item else (len(plan.sections),)
    held = item.section if item else None
    number = len(held.children) if held else 0
    for group_index, group in enumerate(plan.groups):
        # A single group that only repeats the heading of the section needs no heading of its own.
        alone = len(plan.groups) == 1 and (not group.title or (held is not None and fold(group.title) == fold(held.heading)))
        above, start = (path, number) if alone else ((*path, number), 0)
        if not alone:
            heading = " ".join(lines_of(group.title))
            yield _heading(plan, len(path), label(above, plan.numbering), heading, group_anchor(group, group_index))
            number += 1
        for at, family in enumerate(families(group.tasks), start=start):
            places = [(group.tasks[index], task_anchor(group.tasks[index], group_index, index)) for index in family]
            yield from _task(plan, (*above, at), places)


def _task(plan: Plan, path: tuple[int, ...], family: list[tuple[Task, str]]) -> Iterator[Paragraph]:
    """A task as a numbered heading, its paragraphs and the lines that assign it; rows that continue it add their own lines."""
    task, anchor = family[0]
    contents = lines_of(task.content)
    yield _heading(plan, len(path) - 1, label(path, plan.numbering), contents[0] if contents else "", f"{anchor}:content")
    for text in contents[1:]:
        yield body("noi_dung", text, f"{anchor}:content", plan)
    for member, where in family:
        if member is not task:
            yield from (body("noi_dung", text, f"{where}:content", plan) for text in lines_of(member.content) if text not in contents)
        yield from (body("noi_dung", text, f"{where}:detail", plan) for text in lines_of(member.detail))
        yield from _assignment(plan, member, where)


def _assignment(plan: Plan, task: Task, anchor: str) -> Iterator[Paragraph]:
    labels = [(column.key, " ".join(lines_of(column.label))) for column in task_columns(plan) if column.key in _LINE_FIELDS]
    filled = [(key, words, lines_of(field_text(task, key))) for key, words in labels]
    filled = [(key, words, texts) for key, words, texts in filled if texts]
    for at, (key, words, texts) in enumerate(filled):
        mark = "." if at == len(filled) - 1 else ";"
        # Several paragraphs stand as a list under the label.
        lines = [f"- {words}: {texts[0]}"] if len(texts) == 1 else [f"- {words}:", *(f"+ {t.removeprefix('-').strip()}" for t in texts)]
        lines[-1] = _closed(lines[-1], mark)
        yield from (body("noi_dung", line, f"{anchor}:{key}", plan) for line in lines)


def _closed(text: str, mark: str) -> str:
    bare = without_mark(text)
    return bare if bare.endswith(("...", "…")) else f"{bare}{mark}"


def _ended(blocks: list[Block]) -> list[Block]:
    """The end mark after the last sentence (NĐ 30/2020: "./." closes the body); a table or a heading at the end takes none."""
    last = blocks[-1] if blocks else None
    if not isinstance(last, Paragraph) or last.keep_with_next or not last.text.strip():
        return blocks
    *runs, tail = last.runs
    text = tail.text.rstrip().removesuffix(END_MARK).rstrip(" .;,/")
    return [*blocks[:-1], replace(last, runs=(*runs, replace(tail, text=text + END_MARK)))]
