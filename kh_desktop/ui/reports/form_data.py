"""What a form shows: its rows with their numbers, the total, what does not close in which cell; the same for II.06a and small forms."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kh_desktop.domain.form06a import COLUMNS, Break, column_of
from kh_desktop.domain.report_forms import FormColumn, ReportForm
from kh_desktop.domain.vitext import fold
from kh_desktop.services.figures import Form06a
from kh_desktop.services.form_lines import form, form_lines
from kh_desktop.services.session import Session

MAIN = "06a"


@dataclass(frozen=True, slots=True)
class FormRow:
    """A line: what it is about and its numbers by column; ``typed``: a person typed it in place of files."""

    label: str
    counts: Mapping[str, int]
    typed: bool = False


@dataclass(frozen=True, slots=True)
class FormData:
    """``breaks`` in the order they are listed; ``total`` by column."""

    form: ReportForm
    rows: tuple[FormRow, ...] = ()
    total: Mapping[str, int] = field(default_factory=dict)
    breaks: tuple[Break, ...] = ()

    def row_of(self, label: str) -> int:
        """The place of a line, marks and case aside; -1 when there is none."""
        return next((place for place, row in enumerate(self.rows) if fold(row.label) == fold(label)), -1)

    def breaks_at(self, row: int, column: str) -> list[Break]:
        """What does not close in a cell; ``row`` len(rows) is the total."""
        return [b for b in self.breaks if b.column == column and self.place_of(b) == row]

    def place_of(self, broken: Break) -> int:
        """The row a break stands in: a broken total row of a file is marked in the total."""
        return len(self.rows) if broken.rule == "total" else self.row_of(broken.field)


def number_columns(shown: ReportForm) -> list[FormColumn]:
    """The columns that hold numbers."""
    return [c for c in shown.columns if c.kind != "text"]


def main_data(s: Session, filled: Form06a) -> FormData:
    """Form II.06a of a period."""
    rows = tuple(FormRow(x.field, {c: column_of(x, c) for c in COLUMNS}, x.field in filled.typed) for x in filled.lines)
    return FormData(form(s, MAIN), rows, {c: column_of(filled.total, c) for c in COLUMNS}, filled.breaks)


def small_data(s: Session, period: str, name: str) -> FormData:
    """A small form of a period; its sums are worked out here, none of shares."""
    shown = form(s, name)
    rows = tuple(FormRow(label, _summed(shown, counts)) for label, counts in form_lines(s, period, name))
    total = {c.key: sum(row.counts[c.key] for row in rows) for c in number_columns(shown) if c.adds_up}
    return FormData(shown, rows, total, _too_many(name, rows))


def _too_many(name: str, rows: Sequence[FormRow]) -> tuple[Break, ...]:
    """Feedback of which more was dealt with and is open than ever came."""
    if name != "pakn":
        return ()
    counts = [(row.label, row.counts["settled"] + row.counts["open"], row.counts["total"]) for row in rows]
    return tuple(Break("<=", label, whole, found, column="settled") for label, found, whole in counts if found > whole)


def _summed(shown: ReportForm, counts: Mapping[str, int]) -> dict[str, int]:
    found: dict[str, int] = {c.key: counts.get(c.key, 0) for c in shown.columns if c.kind != "text" and not c.sum_of}
    for column in shown.columns:
        if column.sum_of:
            found[column.key] = sum(found.get(key, 0) for key in column.sum_of)
    return found


def header_path(column: FormColumn) -> Sequence[str]:
    """The titles of a column from the top down."""
    return (*column.group, column.label)
