"""A plan as JSON and back. The keys are those plans are exchanged with; ``plan_from_json(plan_to_json(p))`` is ``p`` but for stored ids.

Short keys (``legal_bases``, ``sections``, ``columns``) are a reading for people and other programs; when the full keys (``bases``,
``body``, ``column_set``) are there too, the full ones count.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from kh_desktop.domain.column_titles import column_key
from kh_desktop.domain.columns import COLUMN_SETS, FIELDS, column_title
from kh_desktop.domain.deadlines.model import EVERY, EXPLAINED
from kh_desktop.domain.errors import KhError
from kh_desktop.domain.json_keys import check_fields
from kh_desktop.domain.json_reader import LEVELS, Reader, check_day
from kh_desktop.domain.model import (
    Agency,
    Annex,
    BasisForm,
    Column,
    DueMove,
    Evidence,
    LegalBasis,
    Meaning,
    Numbering,
    Plan,
    PlanState,
    Section,
    SectionRole,
    Shape,
    SignatureBlock,
    Target,
    Task,
    TaskGroup,
    TaskState,
    UnitRef,
)
from kh_desktop.domain.outline import number_sections, roman
from kh_desktop.domain.target_json import target_from_json, target_to_json
from kh_desktop.domain.task_rows import MAX_LEVEL, MERGEABLE, number_tasks
from kh_desktop.domain.unit_lines import split_units as split_units
from kh_desktop.domain.vitext import clean, clean_line, fold


def plan_to_json(plan: Plan) -> dict[str, Any]:
    """``plan`` as a JSON object: the exchange keys first, then what a full copy needs."""
    numbered = number_sections(with_tasks_as_sections(plan), plan.numbering)
    tops = {n.path: n.label for n in numbered}
    return {
        "agency": plan.agency.short_name,
        "level": plan.agency.level,
        "place": plan.agency.place or None,
        "date": plan.issued or None,
        "number": plan.full_number or None,
        "year": plan.year,
        "period": [plan.period_start, plan.period_end] if plan.period_start or plan.period_end else None,
        "title": plan.title,
        "layout": plan.shape.value,
        "legal_bases": [b.number for b in plan.bases if b.number],
        "sections": [_section_line(n.path, n.section.heading, tops) for n in numbered],
        "columns": [column_title(c) for c in plan.columns] or None,
        "groups": [_group_to_json(i, g) for i, g in enumerate(plan.groups)],
        "recipients": list(plan.recipients),
        "signature": {"authority": list(plan.signature.authority), "position": plan.signature.position, "name": plan.signature.name},
        "numbering": plan.numbering.value,
        "agency_detail": {
            "name": plan.agency.name,
            "superior": plan.agency.superior,
            "letterhead_superior": plan.agency.letterhead_superior,
            "letterhead": plan.agency.letterhead,
        },
        "code": plan.code,
        "intro": plan.intro,
        "closing": plan.closing,
        "appendix_title": plan.appendix_title,
        "landscape": plan.landscape,
        "indent_cm": plan.indent_cm,
        "column_set": [{"key": c.key, "label": c.label, "group": c.group, "width": c.width} for c in plan.columns],
        "bases": [_basis_to_json(b) for b in plan.bases],
        "body": [_section_to_json(s) for s in plan.sections],
        "annexes": [{"title": a.title, "columns": list(a.columns), "rows": [list(r) for r in a.rows]} for a in plan.annexes],
        "targets": [target_to_json(t) for t in plan.targets],
        "state": plan.state.value,
        "version": plan.version,
    }


def with_tasks_as_sections(plan: Plan) -> tuple[Section, ...]:
    """The sections as they are printed: a plan that prints tasks as sections shows each under the section that holds them."""
    if plan.shape is not Shape.ASSIGNMENTS:
        return plan.sections
    tasks = tuple(Section(heading=t.content) for g in plan.groups for t in g.tasks)

    def fill(section: Section) -> Section:
        return replace(section, children=(*map(fill, section.children), *(tasks if section.holds_tasks else ())))

    return tuple(fill(s) for s in plan.sections)


def _section_line(path: tuple[int, ...], heading: str, labels: Mapping[tuple[int, ...], str]) -> str:
    marks = [labels[path[: i + 1]] for i in range(len(path))]
    joined = "".join(m if i == len(marks) - 1 else f"{m.rstrip('.')}." for i, m in enumerate(marks))
    return f"{joined} {heading}".strip()


def _basis_to_json(b: LegalBasis) -> dict[str, Any]:
    return {
        "form": b.form.value, "catalogue_id": b.catalogue_id, "type": b.doc_type, "number": b.number, "issuer": b.issuer,
        "issued": b.issued, "title": b.title, "text": b.text, "joined": b.joined,
    }  # fmt: skip


def _section_to_json(s: Section) -> dict[str, Any]:
    return {
        "heading": s.heading, "text": s.text, "role": s.role.value if s.role else None, "run_in": s.run_in,
        "holds_tasks": s.holds_tasks, "children": [_section_to_json(c) for c in s.children],
    }  # fmt: skip


def _group_to_json(index: int, group: TaskGroup) -> dict[str, Any]:
    rows = []
    for number, task in zip(number_tasks(group.tasks), group.tasks, strict=True):
        rows.append(
            {
                "no": number, "content": task.content, "lead": "; ".join(u.label for u in task.lead),
                "coord": "; ".join(u.label for u in task.coord), "product": task.product, "deadline": task.deadline,
                "detail": task.detail, "continues": task.continues, "level": task.level, "merged": list(task.merged),
                "state": task.state.value, "note": task.note,
                "evidence": [{"number": e.number, "issued": e.issued, "title": e.title} for e in task.evidence],
                "meaning": _meaning_to_json(task.meaning),
                "moves": [{"original": m.original, "to": m.moved_to, "reason": m.reason, "at": m.at} for m in task.moves],
            }
        )  # fmt: skip
    return {"no": roman(index + 1), "title": group.title, "rows": rows}


def _meaning_to_json(m: Meaning | None) -> dict[str, Any] | None:
    return {"phrase": m.phrase, "kind": m.kind, "start": m.start, "end": m.end, "every": list(m.every)} if m else None


# Written by other readings of plans, without meaning here.
_FOREIGN = frozenset({"seed", "reporting", "review_annex", "bullets"})


@cache
def _pattern() -> dict[str, Any]:
    """A plan with one of everything: its JSON has every field there is."""
    meaning = Meaning("", "open", "", "", ())
    task = Task(evidence=(Evidence(),), meaning=meaning, moves=(DueMove("", "", "", ""),))
    section = Section(children=(Section(),))
    return plan_to_json(
        Plan(
            columns=(Column("no", ""),), bases=(LegalBasis(),), sections=(section,), groups=(TaskGroup(tasks=(task,)),),
            annexes=(Annex(rows=(("",),)),), targets=(Target(),), recipients=("",),
        )
    )  # fmt: skip


def plan_from_json(data: object) -> Plan:
    """The plan of a JSON object. KhError names the field that is missing or wrong."""
    r = Reader(data)
    check_fields(data, _pattern(), _FOREIGN)
    year = r.data.get("year")
    if isinstance(year, bool) or not isinstance(year, int) or not 1990 <= year <= 2100:
        raise KhError("answers.wrong_year", value=year)
    # A full copy of an unfinished draft may lack what an answers file must say.
    if not r.text("title") and "body" not in r.data:
        raise KhError("answers.missing_field", field="title")
    shape = r.choice("layout", Shape, [s.value for s in Shape], Shape.APPENDIX)
    period = r.texts("period")
    if period and len(period) != 2:
        raise KhError("answers.wrong_field", field="period", expected="[ngày đầu, ngày cuối]")
    number, code = _split_number(r.text("number"), r.text("code", "KH-UBND"))
    groups = tuple(_group(g) for g in r.readers("groups"))
    lines = r.texts("sections")
    # A plan exchanged in the short form shows its numbering only in its section lines.
    scheme = Numbering.LETTER if lines and lines[0].startswith("A.") else Numbering.ROMAN
    return Plan(
        year=year,
        period_start=check_day(period[0], "period") if period else "",
        period_end=check_day(period[1], "period") if period else "",
        title=r.text("title"),
        shape=shape,
        numbering=r.choice("numbering", Numbering, [n.value for n in Numbering], scheme),
        agency=_agency(r),
        code=code,
        number=number,
        issued=r.day("date"),
        intro=r.text("intro", lines=True),
        closing=r.text("closing", lines=True),
        appendix_title=r.text("appendix_title"),
        landscape=r.flag("landscape"),
        indent_cm=_indent(r.data.get("indent_cm", 1.27)),
        columns=_columns(r, shape),
        bases=_bases(r),
        sections=_sections(r) or _placed(lines, groups, shape),
        groups=groups,
        annexes=_annexes(r),
        targets=tuple(target_from_json(t) for t in r.readers("targets")),
        recipients=tuple(clean_line(t) for t in r.texts("recipients")),
        signature=_signature(r),
        state=r.choice("state", PlanState, [s.value for s in PlanState], PlanState.DRAFT),
        version=int(r.text("version", "1") or 1),
    )


def _indent(value: object) -> float:
    if value not in (1, 1.0, 1.27):
        raise KhError("answers.wrong_choice", field="indent_cm", value=value, choices="1, 1.27")
    return 1.0 if value in (1, 1.0) else 1.27


def _split_number(number: str, code: str) -> tuple[str, str]:
    """("8", "KH-UBND") of "8/KH-UBND"; a code without a number ("/KH-UBND") keeps its code."""
    head, slash, tail = number.partition("/")
    return (head.strip(), tail.strip() or code) if slash else (number, code)


def _agency(r: Reader) -> Agency:
    level = r.choice("level", str, LEVELS, "xã")
    detail = Reader(r.data.get("agency_detail") or {}, "agency_detail")
    name = detail.text("name")
    if "name" not in detail.data:
        whole = r.text("agency")
        if not whole:
            raise KhError("answers.missing_field", field="agency")
        name = re.sub(rf"^(UBND|Ủy ban nhân dân)\s+({'|'.join(LEVELS)})\s+", "", whole, flags=re.IGNORECASE)
    return Agency(
        level=level,
        name=name,
        superior=detail.text("superior"),
        place=r.text("place"),
        letterhead_superior=detail.text("letterhead_superior"),
        letterhead=detail.text("letterhead", lines=True),
    )


def _columns(r: Reader, shape: Shape) -> tuple[Column, ...]:
    full = r.readers("column_set")
    if "column_set" in r.data:
        columns = tuple(
            Column(c.choice("key", str, FIELDS, ""), c.text("label"), c.text("group"), _width(c.data.get("width", 25), c.name("width")))
            for c in full
        )
        if columns:
            _check_columns([c.key for c in columns], "column_set")
        return columns
    titles = r.texts("columns")
    if not titles:
        return COLUMN_SETS["lines"] if shape is Shape.ASSIGNMENTS else COLUMN_SETS["assignment"]
    widths = {c.key: c.width for c in COLUMN_SETS["assignment"]}
    out = []
    for title in titles:
        group, _, label = title.rpartition("/")
        key = _column_key(label)
        out.append(Column(key, clean_line(label), clean_line(group), widths.get(key, 25)))
    _check_columns([c.key for c in out], "columns")
    return tuple(out)


def _check_columns(keys: Sequence[str], field: str) -> None:
    if len(set(keys)) != len(keys) or "" in keys or "content" not in keys:
        raise KhError("answers.wrong_columns", field=field)


def _width(value: object, field: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 5 <= value <= 250:
        raise KhError("answers.wrong_field", field=field, expected="số từ 5 đến 250 (mm)")
    return float(value)


def _column_key(label: str) -> str:
    key = column_key(label)
    if not key:
        raise KhError("answers.unknown_column", label=label)
    return key


def _bases(r: Reader) -> tuple[LegalBasis, ...]:
    full = r.readers("bases")
    if full:
        return tuple(
            LegalBasis(
                form=b.choice("form", BasisForm, [f.value for f in BasisForm], BasisForm.CAN_CU),
                catalogue_id=b.text("catalogue_id"), doc_type=b.text("type"), number=b.text("number"), issuer=b.text("issuer"),
                issued=b.day("issued"), title=b.text("title"), text=b.text("text", lines=True), joined=b.flag("joined"),
            )
            for b in full
        )  # fmt: skip
    return tuple(LegalBasis(number=number) for number in r.texts("legal_bases"))


def _sections(r: Reader) -> tuple[Section, ...]:
    full = r.readers("body")
    return tuple(_section(s) for s in full)


def _section(r: Reader, depth: int = 0) -> Section:
    if depth > 8:
        raise KhError("answers.too_deep", field=r.where)
    role = r.text("role")
    return Section(
        heading=r.text("heading"),
        text=r.text("text", lines=True),
        role=r.choice("role", SectionRole, [x.value for x in SectionRole], None) if role else None,
        run_in=r.flag("run_in"),
        holds_tasks=r.flag("holds_tasks"),
        children=tuple(_section(c, depth + 1) for c in r.readers("children")),
    )


_LINE = re.compile(r"^(?P<marks>(?:[IVXLC]+|[A-Z])(?:\.(?:\d+|[a-zđ]\)?))*)[.)]*\s*(?P<heading>.*)$")


def sections_from_lines(lines: Sequence[str]) -> tuple[Section, ...]:
    """The tree of lines such as "I. MỤC ĐÍCH", "I.1. Mục đích", "I.1.a) Đối với …": the depth comes from the number's parts."""
    tree: list[Section] = []

    def put(level: list[Section], depth: int, section: Section) -> list[Section]:
        if depth <= 0 or not level:
            return [*level, section]
        last = level[-1]
        children = put(list(last.children), depth - 1, section)
        return [*level[:-1], replace(last, children=tuple(children))]

    for line in lines:
        found = _LINE.match(line)
        depth = found["marks"].count(".") if found else 0
        tree = put(tree, depth, Section(heading=found["heading"] if found else line))
    return tuple(tree)


_ROLE_WORDS = (
    ("muc dich", SectionRole.PURPOSE),
    ("kinh phi", SectionRole.FUNDING),
    ("to chuc thuc hien", SectionRole.ORGANISATION),
    ("noi dung", SectionRole.CONTENT),
)


def _placed(lines: Sequence[str], groups: Sequence[TaskGroup], shape: Shape) -> tuple[Section, ...]:
    """The tree of section ``lines`` with the wizard's roles, and the tasks where the shape prints them in the body."""
    headings = {clean_line(t.content) for g in groups for t in g.tasks}
    in_body = shape in (Shape.ASSIGNMENTS, Shape.TABLE_IN_BODY)
    out = []
    for section in sections_from_lines(lines):
        role = next((r for words, r in _ROLE_WORDS if words in fold(section.heading)), None)
        section = replace(section, role=role, holds_tasks=in_body and role is SectionRole.CONTENT)
        if section.holds_tasks and shape is Shape.ASSIGNMENTS:
            section = replace(section, children=tuple(c for c in section.children if clean_line(c.heading) not in headings))
        out.append(section)
    return tuple(out)


def _group(r: Reader) -> TaskGroup:
    tasks: list[Task] = []
    for row in r.readers("rows"):
        tasks.append(
            Task(
                content=row.text("content", lines=True), detail=row.text("detail", lines=True),
                lead=_units(row, "lead"), coord=_units(row, "coord"), product=row.text("product", lines=True),
                deadline=row.text("deadline", lines=True), continues=row.flag("continues") and bool(tasks),
                level=_level(row), merged=_merged(row), state=row.choice("state", TaskState, [x.value for x in TaskState], TaskState.TODO),
                note=row.text("note", lines=True),
                evidence=tuple(Evidence(0, e.text("number"), e.day("issued"), e.text("title")) for e in row.readers("evidence")),
                meaning=_meaning(row), moves=tuple(_move(m) for m in row.readers("moves")),
            )
        )  # fmt: skip
    return TaskGroup(title=r.text("title"), tasks=tuple(tasks))


def _meaning(r: Reader) -> Meaning | None:
    if r.data.get("meaning") is None:
        return None
    m = Reader(r.data["meaning"], r.name("meaning"))
    every = m.texts("every")
    if wrong := [e for e in every if e not in EVERY]:
        raise KhError("answers.wrong_choice", field=m.name("every"), value=wrong[0], choices=", ".join(EVERY))
    kind = m.choice("kind", str, EXPLAINED, "open")
    return Meaning(m.text("phrase", lines=True), kind, m.day("start"), m.day("end"), tuple(every))


def _move(r: Reader) -> DueMove:
    return DueMove(r.day("original"), r.day("to"), r.text("reason"), r.text("at"))


def _level(r: Reader) -> int:
    level = r.data.get("level", 0)
    if isinstance(level, bool) or level not in range(MAX_LEVEL + 1):
        raise KhError("answers.wrong_choice", field=r.name("level"), value=level, choices="0, 1, 2")
    return int(level)


def _merged(r: Reader) -> tuple[str, ...]:
    fields = r.texts("merged")
    if wrong := [f for f in fields if f not in MERGEABLE]:
        raise KhError("answers.wrong_choice", field=r.name("merged"), value=wrong[0], choices=", ".join(MERGEABLE))
    return tuple(f for f in MERGEABLE if f in fields)


def _units(r: Reader, key: str) -> tuple[UnitRef, ...]:
    value = r.data.get(key)
    parts = r.texts(key) if isinstance(value, list) else split_units(r.text(key, lines=True))
    return tuple(UnitRef(clean_line(p)) for p in parts if clean_line(p))


def _annexes(r: Reader) -> tuple[Annex, ...]:
    readers = r.readers("annexes")
    if not readers and isinstance(r.data.get("review_annex"), Mapping):
        readers = [Reader(r.data["review_annex"], "review_annex")]
    out = []
    for a in readers:
        rows = []
        for i, row in enumerate(a.items("rows"), start=1):
            if not isinstance(row, list) or not all(isinstance(c, str) for c in row):
                raise KhError("answers.wrong_field", field=f"{a.name('rows')}[{i}]", expected="danh sách chữ")
            rows.append(tuple(clean(c) for c in row))
        out.append(Annex(title=a.text("title"), columns=tuple(clean_line(c) for c in a.texts("columns")), rows=tuple(rows)))
    return tuple(out)


def _signature(r: Reader) -> SignatureBlock:
    s = Reader(r.data.get("signature") or {}, "signature")
    return SignatureBlock(tuple(clean_line(t) for t in s.texts("authority")), s.text("position"), s.text("name"))
