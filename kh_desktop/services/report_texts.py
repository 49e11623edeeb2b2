"""The narrative of a period's report: what the program says by itself, and what a person said instead."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from kh_desktop.domain.errors import UsageError
from kh_desktop.domain.model import Agency, Plan, Section, Shape, SignatureBlock
from kh_desktop.domain.periods import period_name, period_of
from kh_desktop.domain.printed import day_words
from kh_desktop.domain.vitext import clean, clean_line
from kh_desktop.resources import resource_json
from kh_desktop.services.form_lines import CODES, form
from kh_desktop.services.messages import text
from kh_desktop.services.office import get_office
from kh_desktop.services.readings import now
from kh_desktop.services.report_data import ReportData, gather
from kh_desktop.services.report_sentences import sentences
from kh_desktop.services.schedule import report_rules
from kh_desktop.services.session import ChangeSet, Session
from kh_desktop.services.signing import block_of
from kh_desktop.store import report_rows

_OUTLINE = "outline"
CODE = "BC-UBND"


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence. ``automatic``: what the program says; ``text``: what is printed, changed by a person when ``own``; "" leaves it out."""

    key: str
    text: str
    automatic: str
    own: bool = False


@dataclass(frozen=True, slots=True)
class ReportSection:
    """A section of the report; ``level`` 1 ("I.") or 2 ("1."). ``added``: paragraphs a person wrote below its sentences."""

    key: str
    heading: str
    level: int
    sentences: tuple[Sentence, ...]
    added: str = ""


@dataclass(frozen=True, slots=True)
class ReportView:
    """The narrative of a period, with the material it was made from. ``number`` and ``issued`` as for a plan."""

    period: str
    plan_id: int
    title: str
    intro: Sentence
    sections: tuple[ReportSection, ...]
    closing: Sentence
    data: ReportData
    number: str = ""
    issued: str = ""


def report(s: Session, period: str, *, plan_id: int = 0, today: date) -> ReportView:
    """The narrative of a period as it would be printed today. KhError period.unreadable; UsageError plan.missing."""
    data = gather(s, period, today, plan_id)
    kept = report_rows.report(s.workspace.conn, data.period.key)
    texts: dict[str, str] = kept.texts
    forms = {name: form(s, name) for name in CODES}
    agency = _agency(s, data)
    sections = []
    for part in _outline(s):
        said = sentences(part, data, forms)
        own = tuple(_sentence(texts, f"{part['key']}.{place}", words) for place, words in enumerate(said))
        sections.append(ReportSection(part["key"], part["heading"], part["level"], own, texts.get(f"{part['key']}.added", "")))
    period_words = data.words
    intro = text(
        "report.intro", agency=agency.short_name, period=period_words, start=day_words(data.period.start), end=day_words(data.period.end)
    )
    closing = text("report.closing", agency=agency.short_name, period=period_words)
    title = texts.get("title") or str(_shipped()["title"]).format(period=period_words)
    return ReportView(
        data.period.key, data.plan.id if data.plan else 0, title, _sentence(texts, "intro", intro), tuple(sections),
        _sentence(texts, "closing", closing), data, texts.get("number", ""), texts.get("issued", ""),
    )  # fmt: skip


def _sentence(texts: dict[str, str], key: str, automatic: str) -> Sentence:
    own = texts.get(key)
    return Sentence(key, automatic if own is None else own, automatic, own is not None)


def _shipped() -> Any:
    return resource_json("report_outline.json")


def _outline(s: Session) -> list[dict[str, Any]]:
    """The sections in order, with the office's headings; left out where the office hid them."""
    own = report_rows.templates(s.workspace.conn).get(_OUTLINE, {})
    headings, hidden = own.get("headings", {}), set(own.get("hidden", ()))
    return [{**part, "heading": headings.get(part["key"], part["heading"])} for part in _shipped()["sections"] if part["key"] not in hidden]


def outline_keys(s: Session) -> list[tuple[str, str, int, bool]]:
    """All sections there can be: key, heading, level, whether the office hid it."""
    own = report_rows.templates(s.workspace.conn).get(_OUTLINE, {})
    headings, hidden = own.get("headings", {}), set(own.get("hidden", ()))
    return [(p["key"], headings.get(p["key"], p["heading"]), p["level"], p["key"] in hidden) for p in _shipped()["sections"]]


def set_text(s: Session, period: str, key: str, words: str | None) -> ChangeSet:
    """Says something else in place of a sentence ("" leaves it out), sets "title", "number", "issued" or the paragraphs added to a section
    ("KEY.added"); None: as the program says it. One step."""
    chosen = period_of(report_rules(s), period)
    kept = dict(report_rows.report(s.workspace.conn, chosen.key).texts)
    if words is None:
        kept.pop(key, None)
    else:
        kept[key] = clean(words)
    with s.step("report.text", period=period_name(chosen.key)) as doing:
        report_rows.write_report(doing.uow, chosen.key, at=now(), texts=kept)
    return doing.changes


def set_section(s: Session, key: str, *, heading: str | None = None, hidden: bool | None = None) -> ChangeSet:
    """The office's own heading of a section ("": as shipped), and whether its reports have it. UsageError report.unknown_section."""
    if key not in {part["key"] for part in _shipped()["sections"]}:
        raise UsageError("report.unknown_section", key=key)
    own = report_rows.templates(s.workspace.conn).get(_OUTLINE, {})
    headings, left_out = dict(own.get("headings", {})), set(own.get("hidden", ()))
    if heading is not None:
        headings.pop(key, None)
        if clean_line(heading):
            headings[key] = clean_line(heading)
    if hidden is not None:
        (left_out.add if hidden else left_out.discard)(key)
    with s.step("report.heading") as doing:
        value = {"headings": headings, "hidden": sorted(left_out)} if headings or left_out else None
        report_rows.write_template(doing.uow, _OUTLINE, value)
    return doing.changes


def as_plan(s: Session, view: ReportView) -> Plan:
    """The narrative in the shape the builders of documents know: letterhead, sections, recipients and signature of the office."""
    base = view.data.plan
    office = get_office(s)
    signer = block_of(office.signers[0]) if office.signers else SignatureBlock()
    return Plan(
        year=view.data.period.year, title=view.title, shape=Shape.SECTIONS, agency=_agency(s, view.data), code=CODE, number=view.number,
        issued=view.issued, intro=view.intro.text, closing=view.closing.text, sections=_tree(view),
        recipients=base.recipients if base else (), signature=base.signature if base else signer,
        indent_cm=base.indent_cm if base else 1.27,
    )  # fmt: skip


def _agency(s: Session, data: ReportData) -> Agency:
    return data.plan.agency if data.plan else get_office(s).agency


def _tree(view: ReportView) -> tuple[Section, ...]:
    tops: list[Section] = []
    for place, part in enumerate(view.sections, start=1):
        below = view.sections[place].level if place < len(view.sections) else 1
        if part.sentences and not part.added and not any(x.text for x in part.sentences) and below <= part.level:
            # A person emptied it: no heading without words.
            continue
        said = [f"- {x.text}" if len(part.sentences) > 1 else x.text for x in part.sentences if x.text]
        # The number of the section names its place on the page, "section:3".
        section = Section(id=place, heading=part.heading, text="\n".join([*said, *([part.added] if part.added else [])]))
        if part.level == 1 or not tops:
            tops.append(section)
        else:
            tops[-1] = replace(tops[-1], children=(*tops[-1].children, section))
    return tuple(tops)
