"""The reading as lines of the right side: what will stand in the workspace, part by part."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from kh_desktop.domain.citations import compose
from kh_desktop.domain.columns import COLUMN_SETS
from kh_desktop.domain.model import Column, Plan, Target, Task
from kh_desktop.domain.outline import number_sections, roman
from kh_desktop.domain.task_rows import is_covered, number_tasks
from kh_desktop.services.import_review import Cutoffs, Notice, Reading, text_at
from kh_desktop.ui.i18n import N_, tr
from kh_desktop.ui.importing.lines import Box, PaneLine, as_above
from kh_desktop.ui.importing.roles import COLUMN
from kh_desktop.ui.widgets import text_from_iso

INFO: tuple[tuple[str, str], ...] = (
    ("agency", N_("Cơ quan")),
    ("superior", N_("Cơ quan cấp trên")),
    ("number", N_("Số, ký hiệu")),
    ("place", N_("Địa danh")),
    ("issued", N_("Ngày ban hành")),
    ("year", N_("Năm")),
    ("title", N_("Trích yếu")),
    ("intro", N_("Lời mở đầu")),
)
_MARGINS: dict[str, str] = {"header": N_("Lề trên của trang: {text}"), "footer": N_("Lề dưới của trang: {text}")}
_LABEL_SHARE = 0.24
_COLUMN_SHARES = {"no": 0.07, "content": 0.33, "lead": 0.16, "coord": 0.16, "product": 0.17, "deadline": 0.16, "note": 0.15}


def result_lines(
    reading: Reading, doubtful: Collection[str], written: Collection[str], notices: Sequence[Notice] = ()
) -> list[PaneLine]:
    """All parts in order. ``doubtful``: fields somebody should look at; ``written``: fields a person wrote; ``notices``: those of the
    source, for texts that stand on every page."""
    maker = _Maker(reading.plan, reading, doubtful, written)
    return [
        *maker.info(), *maker.bases(), *maker.sections(), *maker.tasks(), *maker.annexes(),
        *maker.ending(), *maker.rules(), *maker.leftovers([n for n in notices if n.code in _MARGINS and n.text.strip()]),
    ]  # fmt: skip


def part_of(key: str) -> str:
    """The part ("head:…") a field stands in, for the jump to a part."""
    kind = key.partition(":")[0]
    return {"basis": "head:basis", "section": "head:section", "group": "head:task", "task": "head:task", "annex": "head:annex",
            "recipients": "head:ending", "signature": "head:ending", "leftover": "head:leftover"}.get(kind, "head:info")  # fmt: skip


def _head(text: str, key: str) -> PaneLine:
    return PaneLine((Box(text, f"head:{key}", bold=True, token="text_muted"),), "head")


@dataclass(frozen=True, slots=True)
class _Maker:
    plan: Plan
    reading: Reading
    doubtful: Collection[str]
    written: Collection[str]

    def _box(self, text: str, key: str, share: float = 1.0, *, bold: bool = False, covered: bool = False, ground: str = "") -> Box:
        doubtful = key in self.doubtful and not covered
        return Box(
            text, key, share, bold=bold, covered=covered, doubtful=doubtful, written=key in self.written,
            ground="warning_bg" if doubtful else ground,
        )  # fmt: skip

    def _field(self, key: str, label: str, text: str) -> PaneLine:
        missing = not text
        shown = Box(tr("chưa có"), key, 1 - _LABEL_SHARE, token="text_muted", italic=True) if missing else self._box(
            text, key, 1 - _LABEL_SHARE)  # fmt: skip
        if missing and key in self.doubtful:
            shown = Box(tr("chưa có"), key, 1 - _LABEL_SHARE, italic=True, doubtful=True, ground="warning_bg")
        return PaneLine((Box(tr(label), "", _LABEL_SHARE, token="text_muted"), shown), "text")

    def info(self) -> Iterator[PaneLine]:
        """Thông tin chung."""
        yield _head(tr("Thông tin chung"), "info")
        for key, label in INFO:
            text = text_at(self.plan, key)
            if text or key not in ("superior", "intro"):
                yield self._field(key, label, text_from_iso(text) if key == "issued" else text)

    def bases(self) -> Iterator[PaneLine]:
        """Căn cứ."""
        if self.plan.bases:
            yield _head(tr("Căn cứ ({count})", count=len(self.plan.bases)), "basis")
            for at, basis in enumerate(self.plan.bases):
                linked = basis.catalogue_id and not basis.text
                yield PaneLine((self._box(compose(basis), f"basis:{at}"),), "text", bar="done" if linked else "line_strong")

    def sections(self) -> Iterator[PaneLine]:
        """The body, numbered as it will be printed."""
        numbered = number_sections(self.plan.sections, self.plan.numbering)
        if numbered:
            yield _head(tr("Nội dung ({count} mục)", count=len(numbered)), "section")
        for one in numbered:
            place = ".".join(map(str, one.path))
            section, key = one.section, f"section:{place}"
            if section.heading:
                words = f"{one.label} {section.heading}"
                yield PaneLine((self._box(words, key, bold=one.depth < 2),), "text", bar="accent", indent=one.depth)
            if section.text:
                words = section.text if section.heading else f"{one.label} {section.text}"
                yield PaneLine((self._box(words, f"{key}:text"),), "text", bar="line_strong", indent=one.depth)
        if self.plan.closing:
            yield self._field("closing", N_("Lời kết"), self.plan.closing)

    def tasks(self) -> Iterator[PaneLine]:
        """Groups and tasks as a table."""
        groups = self.plan.groups
        if not any(group.tasks or group.title for group in groups):
            return
        count = sum(not task.continues for group in groups for task in group.tasks)
        yield _head(tr("Bảng nhiệm vụ ({count} nhiệm vụ)", count=count), "task")
        if self.plan.appendix_title:
            yield self._field("appendix_title", N_("Tên phụ lục"), self.plan.appendix_title)
        columns = self._columns()
        boxes = tuple(
            replace(
                self._box(column.label or tr(COLUMN[column.key]), f"column:{column.key}", share, bold=True, ground="raised"), centered=True
            )
            for column, share in columns
        )
        yield PaneLine(boxes, "cells")
        titled = 0
        for at, group in enumerate(groups):
            if group.title:
                titled += 1
                words = f"{roman(titled)}. {group.title}"
                yield PaneLine((self._box(words, f"group:{at}", bold=True),), "cells", bar="accent")
            numbers = number_tasks(group.tasks)
            for row, task in enumerate(group.tasks):
                yield self._task(f"task:{at}.{row}", task, row, group.tasks, numbers[row], columns)

    def _columns(self) -> list[tuple[Column, float]]:
        columns = [column for column in self.plan.columns or COLUMN_SETS["assignment"] if column.key in _COLUMN_SHARES]
        if any(task.note for group in self.plan.groups for task in group.tasks):
            columns.append(Column("note", tr("Ghi chú (không in)")))
        whole = sum(_COLUMN_SHARES[column.key] for column in columns) or 1.0
        return [(column, _COLUMN_SHARES[column.key] / whole) for column in columns]

    def _task(
        self, key: str, task: Task, row: int, tasks: tuple[Task, ...], number: str, columns: list[tuple[Column, float]]
    ) -> PaneLine:
        boxes = []
        whole = key in self.doubtful
        for column, share in columns:
            covered = is_covered(tasks, row, column.key)
            if column.key == "no":
                box = Box("" if covered else number, key, share, centered=True, covered=covered, doubtful=whole,
                          ground="warning_bg" if whole else "")  # fmt: skip
            else:
                text = text_at(self.plan, f"{key}:{column.key}")
                if column.key == "content" and task.detail:
                    text = f"{text}\n{task.detail}"
                above = text_at(self.plan, f"{key.rpartition('.')[0]}.{row - 1}:{column.key}") if covered else ""
                # Other words than those above would not be printed: they are shown, so that nobody loses them.
                covered = covered and text in ("", above)
                box = self._box(text, f"{key}:{column.key}", share)
                if covered:
                    box = as_above(box, above or text)
            boxes.append(box)
        return PaneLine(tuple(boxes), "cells", bar="soon" if whole else "")

    def annexes(self) -> Iterator[PaneLine]:
        """Tables of their own kind."""
        for at, annex in enumerate(self.plan.annexes):
            yield _head(tr("Phụ lục khác: {title}", title=annex.title or tr("chưa có tên")), "annex")
            key = f"annex:{at}"
            if annex.columns:
                share = 1 / len(annex.columns)
                yield PaneLine(tuple(Box(text, key, share, bold=True, centered=True, ground="raised") for text in annex.columns), "cells")
            for row in annex.rows:
                yield PaneLine(tuple(Box(text, key, 1 / max(1, len(row))) for text in row) or (Box("", key),), "cells")

    def ending(self) -> Iterator[PaneLine]:
        """Nơi nhận and signature."""
        yield _head(tr("Nơi nhận và chữ ký"), "ending")
        yield self._field("recipients", N_("Nơi nhận"), text_at(self.plan, "recipients"))
        yield self._field("signature", N_("Người ký"), text_at(self.plan, "signature"))

    def rules(self) -> Iterator[PaneLine]:
        """What the plan says about reports, and what it promises."""
        words = list(_cutoff_words(self.reading.cutoffs)) if self.reading.cutoffs else []
        if words:
            yield _head(tr("Kỳ số liệu báo cáo nêu trong kế hoạch"), "rules")
            for text in words:
                yield PaneLine((Box(text, "head:rules"),), "text", bar="line_strong")
        targets = self.plan.targets
        if targets:
            yield _head(tr("Chỉ tiêu ({count})", count=len(targets)), "target")
            for target in targets:
                yield PaneLine((Box(_target_words(target), "head:target"),), "text", bar="line_strong")

    def leftovers(self, margins: Sequence[Notice]) -> Iterator[PaneLine]:
        """Texts of the source that stand in no field; ``margins``: those around its pages."""
        left = self.reading.leftovers
        if left or margins:
            yield _head(tr("Phần chưa nhận ra, không vào kế hoạch ({count})", count=len(left) + len(margins)), "leftover")
            for at, one in enumerate(left):
                yield PaneLine((Box(one.text, f"leftover:{at}"),), "text", bar="soon")
            for notice in margins:
                yield PaneLine((Box(tr(_MARGINS[notice.code], text=notice.text), "head:leftover"),), "text", bar="line_strong")


def _cutoff_words(rules: Cutoffs) -> Iterator[str]:
    if rules.from_day and rules.to_day:
        yield tr("Quý: từ ngày {first} tháng trước đến ngày {last} tháng cuối quý", first=rules.from_day, last=rules.to_day)
    if rules.year_from and rules.year_to:
        yield tr("Năm: từ {first} đến {last}", first=_day_words(rules.year_from), last=_day_words(rules.year_to))
    if rules.internal_due:
        yield tr("Nộp báo cáo trong cơ quan: {words}", words=rules.internal_due)


def _day_words(day: str) -> str:
    """ "15/12" for "12-15" (every year), "15/12/2026" for an ISO day."""
    return text_from_iso(day) if len(day) == 10 else "/".join(reversed(day.split("-")))


def _target_words(target: Target) -> str:
    return target.sentence or " ".join(filter(None, (target.indicator, target.comparator, target.value)))
