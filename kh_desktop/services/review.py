"""What a plan still lacks and what looks doubtful in it, each with the wizard step and the place where it is mended."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kh_desktop.domain.model import LegalBasis, Office, Plan, Section, SectionRole, Shape
from kh_desktop.domain.outline import number_sections
from kh_desktop.domain.vitext import fold
from kh_desktop.services.catalogue import status_on, status_said
from kh_desktop.services.findings import Problem, anchor_of, doubt, missing
from kh_desktop.services.messages import Said
from kh_desktop.services.review_tasks import task_problems
from kh_desktop.services.signing import known_position

__all__ = ["Problem", "basis_day", "is_complete", "problems"]

DOUBTFUL_KINDS = ("expired", "replaced", "not_yet")
_NEEDED_ROLES = (SectionRole.PURPOSE, SectionRole.CONTENT, SectionRole.ORGANISATION)
_DOCUMENT_DATE = re.compile(r"ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}")
_LOOKING_BACK = ("ton tai", "han che", "khac phuc", "ket qua", "so voi", "kinh nghiem", "da chi ra", "danh gia", "tu nam", "giai doan")
_YEAR = re.compile(r"(?<![-/\d])năm (20\d\d)(?!\s*[-–])")


def problems(plan: Plan, office: Office | None = None) -> list[Problem]:
    """Everything missing or doubtful, in the order of the wizard; with ``office`` also what does not agree with its list of signers."""
    return [*_what(plan), *_bases(plan), *_sections(plan), *task_problems(plan), *_signature(plan, office)]


def _what(plan: Plan) -> Iterator[Problem]:
    if not plan.agency.name:
        yield missing("agency", "what", "agency")
    if not plan.agency.place:
        yield missing("place", "what", "place")
    if not plan.title:
        yield missing("title", "what", "title")
    for found in dict.fromkeys(_YEAR.findall(plan.title)):
        if int(found) != plan.year:
            yield doubt("title_year", "what", "title", found=found, year=plan.year)
    if bool(plan.period_start) != bool(plan.period_end):
        yield missing("period", "what", "period")
    elif plan.period_start > plan.period_end:
        yield doubt("period_order", "what", "period")
    if not plan.intro:
        yield missing("intro", "what", "intro")
    if plan.shape is Shape.APPENDIX and not plan.appendix_title:
        yield missing("appendix_title", "what", "appendix_title")


def basis_day(plan: Plan) -> str:
    """The day on which a plan's citations must stand (ISO): the day of issue, else the first day of its period or year."""
    return plan.issued or plan.period_start or f"{plan.year}-01-01"


def _bases(plan: Plan) -> Iterator[Problem]:
    if not plan.bases:
        yield doubt("no_bases", "bases", "bases")
    seen: set[str] = set()
    for index, basis in enumerate(plan.bases):
        anchor = anchor_of("basis", basis.id, index)
        if not is_complete(basis):
            yield missing("basis_empty", "bases", anchor, no=index + 1)
        if basis.number and basis.number in seen:
            yield doubt("basis_twice", "bases", anchor, number=basis.number)
        seen.add(basis.number)
        status = status_on(basis, basis_day(plan))
        sentence = status_said(status)
        if sentence is not None and status.kind in DOUBTFUL_KINDS:
            name = f"{basis.doc_type} {basis.number}".strip()
            yield doubt("basis_status", "bases", anchor, name=name, status=sentence)


def is_complete(basis: LegalBasis) -> bool:
    """Whether a citation has all that is printed of it."""
    if basis.text:
        return True
    # Laws and ordinances are cited by name alone (NĐ 30/2020, Phụ lục I, II.6).
    if basis.doc_type in ("Luật", "Pháp lệnh", "Bộ luật"):
        return bool(basis.title)
    return all((basis.doc_type, basis.number, basis.issued, basis.issuer, basis.title))


def _sections(plan: Plan) -> Iterator[Problem]:
    roles = {s.role for s in plan.sections}
    for role in _NEEDED_ROLES:
        if role not in roles:
            yield missing("no_sections", role.value, role.value, name=Said(f"step.{role.value}"))
    tops = {n.path[0]: n.section.role for n in number_sections(plan.sections, plan.numbering) if n.depth == 0}
    for index, n in enumerate(number_sections(plan.sections, plan.numbering)):
        step = (tops[n.path[0]] or SectionRole.CONTENT).value
        anchor = anchor_of("section", n.section.id, index)
        if not n.section.text and not n.section.children and not n.section.holds_tasks:
            code = "section_empty" if n.section.heading else "section_unnamed"
            yield missing(code, step, anchor, heading=n.section.heading)
        yield from _years(plan, n.section, step, anchor)
    in_body = plan.shape in (Shape.ASSIGNMENTS, Shape.TABLE_IN_BODY)
    if in_body and not any(n.section.holds_tasks for n in number_sections(plan.sections, plan.numbering)):
        yield missing("no_tasks_place", "content", "content")


def _years(plan: Plan, section: Section, step: str, anchor: str) -> Iterator[Problem]:
    """The slip that gets signed most: "năm 2024" left over in the plan of 2025. The date of a document is no slip, nor is last year in a
    sentence that looks back on it."""
    slips = []
    for sentence in re.split(r"[.;\n]", _DOCUMENT_DATE.sub("", f"{section.heading}\n{section.text}")):
        others = [found for found in _YEAR.findall(sentence) if int(found) not in (plan.year, plan.year + 1)]
        if others:
            folded = fold(sentence)
            back = any(words in folded for words in _LOOKING_BACK)
            slips += [found for found in others if not (back and int(found) == plan.year - 1)]
    for found in dict.fromkeys(slips):
        yield doubt("text_year", step, anchor, heading=section.heading or section.text[:40], found=found, year=plan.year)


def _signature(plan: Plan, office: Office | None) -> Iterator[Problem]:
    if not plan.recipients:
        yield missing("recipients", "signature", "recipients")
    elif not any(fold(r).startswith("luu") for r in plan.recipients):
        yield doubt("no_archive", "signature", "recipients")
    if not plan.signature.position:
        yield missing("signature", "signature", "signature")
    if not plan.signature.name:
        yield missing("signer", "signature", "signature")
    elif office is not None and (known := known_position(office.signers, plan.signature)):
        yield doubt("signer_position", "signature", "signature", name=plan.signature.name, known=known, printed=plan.signature.position)
