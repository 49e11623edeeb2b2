"""The last look at a reading: every word of the source stands in the field it is said to come from, is a structural word, or is left over.

Where that is not so the text is left over too: rather said twice than lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from kh_desktop.domain.clip.numbers import is_number
from kh_desktop.domain.column_titles import is_title
from kh_desktop.domain.model import LegalBasis, Plan, Section, Task
from kh_desktop.domain.vitext import clean_line
from kh_desktop.importing.blocks import Paragraph, Source, Spot, Table
from kh_desktop.importing.lines import Findings
from kh_desktop.importing.marks import mark_of
from kh_desktop.importing.names import MOTTO, NATION, find_date, with_hyphens
from kh_desktop.importing.reading import Path, Written
from kh_desktop.importing.recognise_assign import labels_of
from kh_desktop.importing.tables_kind import is_time

_WORDS = re.compile(r"\w+")
# Words that frame a field and are made again when the plan is printed.
_FRAME: Mapping[str, str] = {
    "number": "số",
    "issued": "ngày tháng năm",
    "place": "ngày tháng năm",
    "title": "kế hoạch v ban hành kèm theo",
    "basis": "căn cứ vào thực hiện thi hành triển khai theo số ngày tháng năm của và các ban hành",
    "recipients": "nơi nhận như trên",
    "appendix_title": "phụ lục ban hành kèm theo kế hoạch quyết định số ngày tháng năm của uỷ ủy ban nhân dân ubnd chủ tịch",
    "annex": "phụ lục ban hành kèm theo kế hoạch quyết định số ngày tháng năm của uỷ ủy ban nhân dân ubnd chủ tịch",
    "agency": "uỷ ủy ban nhân dân ubnd cộng hòa hoà xã hội chủ nghĩa việt nam độc lập tự do hạnh phúc phường thị trấn đặc khu",
    "task": "x đơn vị cơ quan bộ phận công chức chủ trì phối hợp",
    "group": "tiếp theo",
    "groups": "tiếp theo phụ lục",
}
_APPENDIX_MARK = re.compile(r"^\W*phụ lục\s+(?:số\s*)?\w{1,5}", re.IGNORECASE)


def words_of(text: str) -> set[str]:
    """The words of a text without case; a number with leading zeros is the number."""
    return {word.lstrip("0") or "0" for word in _WORDS.findall(with_hyphens(text).casefold())}


_FRAMES = {kind: words_of(text) for kind, text in _FRAME.items()}


def leave_lost(source: Source, plan: Plan, written: Written, found: Findings) -> None:
    """Leaves over what the fields said to come from a place do not hold."""
    fields = _Fields(plan, written)
    paths: dict[Spot, list[Path]] = {}
    for path, spots in found.origins.items():
        for spot in spots:
            paths.setdefault(spot, []).append(path)
    left: dict[Spot, set[str]] = {}
    for over in found.leftovers:
        left.setdefault(over.spot, set()).update(words_of(over.text))
    for index, block in enumerate(source.blocks):
        if isinstance(block, Paragraph):
            _check(Spot(index), block, paths.get(Spot(index), ()), left, fields, found)
        else:
            _check_table(index, block, paths, left, fields, found)


def _check_table(
    index: int, table: Table, paths: Mapping[Spot, list[Path]], left: Mapping[Spot, set[str]], fields: _Fields, found: Findings
) -> None:
    whole = paths.get(Spot(index), [])
    for cell in table.cells:
        spot = Spot(index, cell.row, cell.col)
        near = [*paths.get(spot, ()), *paths.get(Spot(index, cell.row), ()), *whole]
        if found.roles.get(Spot(index, cell.row)) == "header":
            near = [*near, "columns", "groups"]
            if is_title(cell.text) or is_number(cell.text) or is_time(cell.text):
                continue
        for paragraph in cell.paragraphs:
            _check(spot, paragraph, near, left, fields, found)


def _check(
    spot: Spot, paragraph: Paragraph, paths: list[Path] | tuple[()], left: Mapping[Spot, set[str]], fields: _Fields, found: Findings
) -> None:
    if not paragraph.text or any(paragraph.text in fields.whole(path) for path in paths):
        return
    text = NATION.sub(" ", MOTTO.sub(" ", f"{paragraph.number} {paragraph.text}")) if paths else paragraph.text
    missing = words_of(text) - left.get(spot, set())
    for path in paths:
        if not missing:
            return
        missing -= fields.words(path)
    if missing and paths:
        missing -= {word for line in f"{paragraph.number} {paragraph.text}".split("\n") for word in _marks(line)}
        missing -= _unfinished_date(paragraph.text)
    if missing:
        found.leave(spot, clean_line(f"{paragraph.number} {paragraph.text}"))


def _unfinished_date(text: str) -> set[str]:
    """The words of a date that is not filled in ("ngày … tháng 02 năm 2025"): a doubt says it."""
    found = find_date(text)
    if found is None or (found["day"] and found["month"] and found["year"]):
        return set()
    return words_of(found.group())


def _marks(line: str) -> set[str]:
    """The words of the number a line begins with."""
    mark = mark_of(line.strip())
    appendix = _APPENDIX_MARK.match(line)
    labels = " ".join(label for _, label, _ in labels_of(line))  # a task of lines has one wording of each label
    return words_of((mark.text if mark else "") + " " + (appendix.group() if appendix else "") + " " + labels)


class _Fields:
    """The words of each field of a plan, worked out once."""

    def __init__(self, plan: Plan, written: Written) -> None:
        self._plan = plan
        self._written = written
        self._whole = cache(self._join)
        self._split = cache(words_of)

    def whole(self, path: Path) -> str:
        """The texts of the part of the plan a path leads to; all of a task for any of its fields."""
        kind, _, place = path.partition(":")
        return self._whole(kind, place.partition(":")[0])

    def words(self, path: Path) -> set[str]:
        """The words of these texts, with those that are made again around them."""
        return self._split(self.whole(path)) | _FRAMES.get(path.partition(":")[0], set())

    def _join(self, kind: str, place: str) -> str:
        return "\n".join(self._texts(kind, place))

    def _texts(self, kind: str, place: str) -> Iterator[str]:
        plan = self._plan
        match kind:
            case "agency" | "superior":
                agency = plan.agency
                yield from (agency.level, agency.name, agency.superior, agency.letterhead, agency.letterhead_superior)
            case "place":
                yield plan.agency.place
            case "number":
                yield plan.full_number or plan.code
            case "issued":
                yield plan.issued
            case "title" | "intro" | "closing" | "appendix_title":
                yield str(getattr(plan, kind))
                yield from (plan.full_number, plan.code, plan.issued) if kind in ("title", "appendix_title") else ()
                yield plan.agency.short_name if kind in ("title", "appendix_title") else ""
            case "recipients":
                yield from plan.recipients
            case "signature":
                yield from (*plan.signature.authority, plan.signature.position, plan.signature.name)
            case "basis":
                yield from _basis_texts(plan.bases[int(place)]) if place else ()
            case "section":
                yield from _section_texts(plan, place)
            case "groups":
                yield from (group.title for group in plan.groups)
                yield from self._written.groups
            case "group":
                yield plan.groups[int(place)].title
                yield from self._written.groups[int(place) : int(place) + 1]
            case "task":
                yield from self._task_texts(place)
            case "annex":
                annex = plan.annexes[int(place)]
                yield from (annex.title, *annex.columns, *(text for row in annex.rows for text in row), plan.full_number, plan.issued)
            case "columns":
                yield from (text for column in plan.columns for text in (column.label, column.group))
                yield from (text for annex in plan.annexes for text in annex.columns)

    def _task_texts(self, place: str) -> Iterator[str]:
        group, row = (int(part) for part in place.split("."))
        yield from _task_texts(self._plan.groups[group].tasks[row])
        # What is no number is not made again when the plan is numbered.
        yield from (no for numbers in self._written.rows[group : group + 1] for no in numbers[row : row + 1] if is_number(no))
        yield from (column.label for column in self._plan.columns)


def _basis_texts(basis: LegalBasis) -> Iterator[str]:
    yield from (basis.doc_type, basis.number, basis.issuer, basis.issued, basis.title, basis.text)


def _task_texts(task: Task) -> Iterator[str]:
    yield from (task.content, task.detail, task.product, task.deadline, task.note)
    yield from (ref.label for ref in (*task.lead, *task.coord))


def _section_texts(plan: Plan, place: str) -> Iterator[str]:
    level: tuple[Section, ...] = plan.sections
    section: Section | None = None
    for part in place.split("."):
        section = level[int(part)]
        level = section.children
    if section is not None:
        yield from (section.heading, section.text)
