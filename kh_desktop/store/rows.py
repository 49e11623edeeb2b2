"""Rows of the workspace to the values of ``domain.model`` and back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

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
    TaskState,
    UnitRef,
)
from kh_desktop.store.unit_of_work import Value

Row = Mapping[str, Any]


def dump(value: object) -> str:
    """A list as it is stored in a text column."""
    return json.dumps(value, ensure_ascii=False)


def agency_values(a: Agency) -> dict[str, Value]:
    """The columns of an agency, in the office row and in plan rows."""
    return {
        "level": a.level, "name": a.name, "superior": a.superior, "place": a.place, "letterhead_superior": a.letterhead_superior,
        "letterhead": a.letterhead,
    }  # fmt: skip


def agency_of(row: Row) -> Agency:
    """The agency of an office or plan row."""
    return Agency(row["level"], row["name"], row["superior"], row["place"], row["letterhead_superior"], row["letterhead"])


def columns_text(columns: tuple[Column, ...]) -> str:
    """A column set as it is stored."""
    return dump([[c.key, c.label, c.group, c.width] for c in columns])


def plan_values(p: Plan) -> dict[str, Value]:
    """The own columns of a plan (its parts have rows of their own)."""
    return {
        "year": p.year, "period_start": p.period_start, "period_end": p.period_end, "title": p.title, "shape": p.shape.value,
        "numbering": p.numbering.value, **agency_values(p.agency), "code": p.code, "number": p.number, "issued": p.issued, "intro": p.intro,
        "closing": p.closing, "appendix_title": p.appendix_title, "landscape": int(p.landscape), "indent_cm": p.indent_cm,
        "columns": columns_text(p.columns), "recipients": dump(p.recipients), "sign_authority": dump(p.signature.authority),
        "sign_position": p.signature.position, "sign_name": p.signature.name, "state": p.state.value, "version": p.version,
        "previous_id": p.previous_id,
    }  # fmt: skip


def plan_of(
    row: Row,
    *,
    bases: tuple[LegalBasis, ...],
    sections: tuple[Section, ...],
    groups: tuple[Any, ...],
    annexes: tuple[Annex, ...],
    targets: tuple[Target, ...],
) -> Plan:
    """The plan of its row and its parts."""
    return Plan(
        id=row["id"], year=row["year"], period_start=row["period_start"], period_end=row["period_end"], title=row["title"],
        shape=Shape(row["shape"]), numbering=Numbering(row["numbering"]), agency=agency_of(row), code=row["code"], number=row["number"],
        issued=row["issued"], intro=row["intro"], closing=row["closing"], appendix_title=row["appendix_title"],
        landscape=bool(row["landscape"]), indent_cm=row["indent_cm"], columns=tuple(Column(*c) for c in json.loads(row["columns"])),
        bases=bases, sections=sections, groups=groups, annexes=annexes, targets=targets,
        recipients=tuple(json.loads(row["recipients"])),
        signature=SignatureBlock(tuple(json.loads(row["sign_authority"])), row["sign_position"], row["sign_name"]),
        state=PlanState(row["state"]), version=row["version"], previous_id=row["previous_id"],
    )  # fmt: skip


def basis_values(b: LegalBasis) -> dict[str, Value]:
    """The columns of a citation."""
    return {
        "form": b.form.value, "catalogue_id": b.catalogue_id, "doc_type": b.doc_type, "number": b.number, "issuer": b.issuer,
        "issued": b.issued, "title": b.title, "text": b.text, "joined": int(b.joined),
    }  # fmt: skip


def basis_of(row: Row) -> LegalBasis:
    """The citation of a row."""
    return LegalBasis(
        row["id"], BasisForm(row["form"]), row["catalogue_id"], row["doc_type"], row["number"], row["issuer"], row["issued"], row["title"],
        row["text"], bool(row["joined"]),
    )  # fmt: skip


def section_values(s: Section) -> dict[str, Value]:
    """The columns of a section without its children."""
    return {
        "heading": s.heading, "text": s.text, "role": s.role.value if s.role else "", "run_in": int(s.run_in),
        "holds_tasks": int(s.holds_tasks),
    }  # fmt: skip


def section_of(row: Row, children: tuple[Section, ...]) -> Section:
    """The section of a row with its children."""
    role = SectionRole(row["role"]) if row["role"] else None
    return Section(row["id"], row["heading"], row["text"], role, bool(row["run_in"]), bool(row["holds_tasks"]), children)


def task_values(t: Task) -> dict[str, Value]:
    """The columns of a task without its units."""
    return {
        "content": t.content, "detail": t.detail, "product": t.product, "deadline": t.deadline, "continues": int(t.continues),
        "depth": t.level, "merged": " ".join(t.merged), "state": t.state.value, "note": t.note, "meaning": meaning_text(t.meaning),
    }  # fmt: skip


def task_of(
    row: Row, lead: tuple[UnitRef, ...], coord: tuple[UnitRef, ...], evidence: tuple[Evidence, ...], moves: tuple[DueMove, ...]
) -> Task:
    """The task of a row with its units, evidence and moved days."""
    return Task(
        row["id"], row["content"], row["detail"], lead, coord, row["product"], row["deadline"], bool(row["continues"]), row["depth"],
        tuple(row["merged"].split()), TaskState(row["state"]), row["note"], evidence, meaning_of(row["meaning"]), moves,
    )  # fmt: skip


def meaning_text(m: Meaning | None) -> str:
    """What a person said a deadline means, as it is stored; "" for nothing."""
    return dump([m.phrase, m.kind, m.start, m.end, m.every]) if m else ""


def meaning_of(text: str) -> Meaning | None:
    """The stored meaning of a deadline."""
    if not text:
        return None
    phrase, kind, start, end, every = json.loads(text)
    return Meaning(phrase, kind, start, end, tuple(every))


def move_values(m: DueMove) -> dict[str, Value]:
    """The columns of a moved day."""
    return {"original": m.original, "moved_to": m.moved_to, "reason": m.reason, "at": m.at}


def move_of(row: Row) -> DueMove:
    """The moved day of a row."""
    return DueMove(row["original"], row["moved_to"], row["reason"], row["at"])


def evidence_values(e: Evidence) -> dict[str, Value]:
    """The columns of a piece of evidence."""
    return {"number": e.number, "issued": e.issued, "title": e.title, "attachment_id": e.attachment_id}


def evidence_of(row: Row) -> Evidence:
    """The evidence of a row."""
    return Evidence(row["id"], row["number"], row["issued"], row["title"], row["attachment_id"])


def annex_values(a: Annex) -> dict[str, Value]:
    """The columns of an annex."""
    return {"title": a.title, "columns": dump(a.columns), "rows": dump(a.rows)}


def annex_of(row: Row) -> Annex:
    """The annex of a row."""
    rows = tuple(tuple(r) for r in json.loads(row["rows"]))
    return Annex(row["id"], row["title"], tuple(json.loads(row["columns"])), rows)


def target_values(t: Target) -> dict[str, Value]:
    """The columns of a target."""
    return {
        "indicator": t.indicator, "value": t.value, "comparator": t.comparator, "denominator": t.denominator, "sentence": t.sentence,
        "anchor": t.anchor, "growth": t.growth, "ceiling": t.ceiling, "base": t.base,
    }  # fmt: skip


def target_of(row: Row) -> Target:
    """The target of a row."""
    return Target(
        row["id"], row["indicator"], row["value"], row["comparator"], row["denominator"], row["sentence"], row["anchor"], row["growth"],
        row["ceiling"], row["base"],
    )  # fmt: skip
