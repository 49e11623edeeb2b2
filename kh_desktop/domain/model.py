"""The plan and its parts as frozen values.

Everything outside reads and passes these; only ``store`` turns them into rows. ``id`` is 0 for a part that is not stored yet.
Texts are NFC; several paragraphs in one text are separated by a line break; a bullet is a paragraph that starts with "- ".
Dates are ISO strings ("2027-01-15").
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Shape(StrEnum):
    """Where the tasks of a plan stand (the four shapes offices use)."""

    APPENDIX = "appendix"
    SECTIONS = "sections"
    ASSIGNMENTS = "sections_with_assignments"
    TABLE_IN_BODY = "table_in_body"


class Numbering(StrEnum):
    """How sections are numbered: I / 1 / a), A / 1 / a), or I / 1 / 1.1."""

    ROMAN = "roman"
    LETTER = "letter"
    DECIMAL = "decimal"


class SectionRole(StrEnum):
    """Which step of the wizard a top-level section belongs to."""

    PURPOSE = "purpose"
    CONTENT = "content"
    FUNDING = "funding"
    ORGANISATION = "organisation"


class PlanState(StrEnum):
    """dự thảo, đã trình, đã ban hành."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    ISSUED = "issued"


class BasisForm(StrEnum):
    """The word a citation opens with: "Căn cứ …" or "Thực hiện …"."""

    CAN_CU = "can_cu"
    THUC_HIEN = "thuc_hien"


@dataclass(frozen=True, slots=True)
class Agency:
    """The issuing agency (cơ quan ban hành) as it stands on one plan.

    ``level`` is "xã", "phường", "đặc khu" or "thị trấn"; ``name`` the bare proper name. ``letterhead`` holds the bold lines of the
    letterhead when they are not the usual "ỦY BAN NHÂN DÂN / XÃ …", ``letterhead_superior`` the regular line above them
    (NĐ 30/2020, Phụ lục I, II.2: a UBND has none).
    """

    level: str = "xã"
    name: str = ""
    superior: str = ""
    place: str = ""
    letterhead_superior: str = ""
    letterhead: str = ""

    @property
    def short_name(self) -> str:
        """The name used inside sentences: "UBND xã Hòa Vân"."""
        return f"UBND {self.level} {self.name}".strip()

    @property
    def full_name(self) -> str:
        """The name written out: "Ủy ban nhân dân xã Hòa Vân"."""
        return f"Ủy ban nhân dân {self.level} {self.name}".strip()


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit or post of the office that leads or coordinates tasks; ``aliases`` are other spellings that mean it."""

    id: int = 0
    name: str = ""
    short_name: str = ""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Signer:
    """Somebody who signs plans, with the lines printed above the name."""

    id: int = 0
    name: str = ""
    position: str = ""
    authority: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Office:
    """Which office this workspace belongs to; every new plan starts from it."""

    agency: Agency = field(default_factory=Agency)
    code: str = "KH-UBND"
    drafting_unit: str = ""
    units: tuple[Unit, ...] = ()
    signers: tuple[Signer, ...] = ()


@dataclass(frozen=True, slots=True)
class LegalBasis:
    """One cited document. ``text`` replaces the composed citation when the office words it itself (without the opening word).

    ``joined`` puts it into the paragraph of the citation before it, after "; " (offices chain texts on one subject).
    """

    id: int = 0
    form: BasisForm = BasisForm.CAN_CU
    catalogue_id: str = ""
    doc_type: str = ""
    number: str = ""
    issuer: str = ""
    issued: str = ""
    title: str = ""
    text: str = ""
    joined: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its text and its sub-sections. No heading: a numbered paragraph. ``run_in``: the text follows the heading on
    its line. ``holds_tasks``: the task table (or the task list) is printed here."""

    id: int = 0
    heading: str = ""
    text: str = ""
    role: SectionRole | None = None
    run_in: bool = False
    holds_tasks: bool = False
    children: tuple[Section, ...] = ()


@dataclass(frozen=True, slots=True)
class UnitRef:
    """A unit as one task names it: ``label`` is what is printed, ``unit_id`` the entry of the unit book (0: not in the book)."""

    label: str
    unit_id: int = 0


class TaskState(StrEnum):
    """chưa làm, đang làm, hoàn thành, không thực hiện."""

    TODO = "todo"
    DOING = "doing"
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a task did yield: a document by number and day (ISO), a description, or a file kept with the plan (``attachment_id``)."""

    id: int = 0
    number: str = ""
    issued: str = ""
    title: str = ""
    attachment_id: int = 0


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a person says a deadline phrase means; it counts as long as the task's deadline still is ``phrase``. Days are ISO, "" for none.

    ``kind`` and ``every`` are those of ``domain.deadlines``.
    """

    phrase: str
    kind: str
    start: str = ""
    end: str = ""
    every: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DueMove:
    """One entry of a task's log of moved days: the day by the phrase (``original``) counts as ``moved_to`` from now on ("": as itself
    again), why, and when that was said (ISO time)."""

    original: str
    moved_to: str
    reason: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True)
class Task:
    """One row of work. ``detail`` holds the paragraphs under the heading in plans that print tasks as sections.

    ``continues``: the row belongs to the task above it (same number and content, one more product or deadline).
    ``level``: 0 for "1", 1 for "1.1", 2 for a bullet. ``merged``: fields whose cell is one with the cell above ("lead", …).
    ``state``, ``note`` and ``evidence`` follow the work and are not printed with the plan; nor are ``meaning``, what a person said the
    deadline means, and ``moves``, the log of moved days, oldest first.
    """

    id: int = 0
    content: str = ""
    detail: str = ""
    lead: tuple[UnitRef, ...] = ()
    coord: tuple[UnitRef, ...] = ()
    product: str = ""
    deadline: str = ""
    continues: bool = False
    level: int = 0
    merged: tuple[str, ...] = ()
    state: TaskState = TaskState.TODO
    note: str = ""
    evidence: tuple[Evidence, ...] = ()
    meaning: Meaning | None = None
    moves: tuple[DueMove, ...] = ()


@dataclass(frozen=True, slots=True)
class TaskGroup:
    """A group row of the appendix (I, II, …) with its tasks."""

    id: int = 0
    title: str = ""
    tasks: tuple[Task, ...] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """One printed column: ``key`` says which field of a task it shows ("no", "content", "lead", "coord", "product", "deadline"),
    ``group`` the header cell above it ("Phân công nhiệm vụ"), ``width`` its width in mm on the printed page."""

    key: str
    label: str
    group: str = ""
    width: float = 25.0


@dataclass(frozen=True, slots=True)
class Annex:
    """A further appendix with a table of its own kind, kept as it is."""

    id: int = 0
    title: str = ""
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Target:
    """What a plan promises for an indicator (its ``key``); numbers are decimal texts ("60", "12.5"), "" for none.

    ``comparator``: ">=", "<=", "=", "+" (a change every year), "assigned" (the number is given from above). ``denominator``: of what, in
    the plan's words. ``sentence`` is the plan's own, ``anchor`` where it stood when it was found ("section:2.1", "task:3.1:product").
    For "+": ``growth`` a year ("20" points; "-20%" of the level before) up to ``ceiling``, from ``base``, which is "2023:40" (year and
    level). For the others ``ceiling`` is the upper end when the plan gives a range.
    """

    id: int = 0
    indicator: str = ""
    value: str = ""
    comparator: str = ">="
    denominator: str = ""
    sentence: str = ""
    anchor: str = ""
    growth: str = ""
    ceiling: str = ""
    base: str = ""


COMPARATORS = (">=", "<=", "=", "+", "assigned")


@dataclass(frozen=True, slots=True)
class SignatureBlock:
    """The lines above the signature: authority ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"), position, name."""

    authority: tuple[str, ...] = ()
    position: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """A whole plan with everything that is printed."""

    id: int = 0
    year: int = 0
    period_start: str = ""
    period_end: str = ""
    title: str = ""
    shape: Shape = Shape.APPENDIX
    numbering: Numbering = Numbering.ROMAN
    agency: Agency = field(default_factory=Agency)
    code: str = "KH-UBND"
    number: str = ""
    issued: str = ""
    intro: str = ""
    closing: str = ""
    appendix_title: str = ""
    landscape: bool = False
    indent_cm: float = 1.27
    columns: tuple[Column, ...] = ()
    bases: tuple[LegalBasis, ...] = ()
    sections: tuple[Section, ...] = ()
    groups: tuple[TaskGroup, ...] = ()
    annexes: tuple[Annex, ...] = ()
    targets: tuple[Target, ...] = ()
    recipients: tuple[str, ...] = ()
    signature: SignatureBlock = field(default_factory=SignatureBlock)
    state: PlanState = PlanState.DRAFT
    version: int = 1
    previous_id: int = 0

    @property
    def full_number(self) -> str:
        """Number and code together, "24/KH-UBND"; empty while the plan has no number."""
        return f"{self.number}/{self.code}" if self.number else ""
