"""Form II.06a: dossiers received, settled and open by field, with the checks that must close.

Columns (3) to (13) of the form; numbers of dossiers. Its sums are derived: (3)=(4)+(5)+(6), (7)=(8)+(9)+(10), (11)=(12)+(13),
(3)=(7)+(11), and the total row is the sum of the rows.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from kh_desktop.domain.vitext import clean_line, fold

# In the order of the form; the first is column (3).
COLUMNS = (
    "received", "online", "direct", "carried", "settled", "early", "on_time", "late", "open", "open_in_time", "open_late",
)  # fmt: skip
NUMBERS = {key: number for number, key in enumerate(COLUMNS, start=3)}
COUNTED = ("online", "direct", "carried", "early", "on_time", "late", "open_in_time", "open_late", "withdrawn")
# Where withdrawn, stopped and returned dossiers count: the office chooses, and a footnote says so.
WITHDRAWN = ("on_time", "open", "apart")


@dataclass(frozen=True, slots=True)
class Line06a:
    """One field (lĩnh vực). ``withdrawn``: dossiers withdrawn, stopped or returned that no other column counts.

    ``stated``: sums the file itself gives, by column; ``file_id`` 0 for a typed line; ``sheet`` and ``row`` say where it stood.
    """

    field: str
    online: int = 0
    direct: int = 0
    carried: int = 0
    early: int = 0
    on_time: int = 0
    late: int = 0
    open_in_time: int = 0
    open_late: int = 0
    withdrawn: int = 0
    note: str = ""
    file_id: int = 0
    stated: Mapping[str, int] = dataclasses.field(default_factory=dict)
    sheet: str = ""
    row: int = 0

    @property
    def received(self) -> int:
        """Column (3)."""
        return self.online + self.direct + self.carried

    @property
    def settled(self) -> int:
        """Column (7)."""
        return self.early + self.on_time + self.late

    @property
    def open(self) -> int:
        """Column (11)."""
        return self.open_in_time + self.open_late


@dataclass(frozen=True, slots=True)
class Break:
    """A check that does not close. ``rule``: "3=4+5+6", "7=8+9+10", "11=12+13", "3=7+11", ">=0" or "total" (the total row).

    ``column`` is the column that is wrong; ``field`` "" for the total row; ``file_id``, ``sheet`` and ``row`` say where it stands.
    """

    rule: str
    field: str
    expected: int
    found: int
    file_id: int = 0
    row: int = 0
    column: str = ""
    sheet: str = ""


def column_of(line: Line06a, column: str) -> int:
    """A column of a line by its name."""
    value = getattr(line, column)
    assert isinstance(value, int)
    return value


def counts_of(line: Line06a) -> dict[str, int]:
    """What a line counts, by column, as it is stored; sums the file states as "stated.received"; zeros left out."""
    counts = {key: column_of(line, key) for key in COUNTED if column_of(line, key)}
    return counts | {f"stated.{key}": value for key, value in line.stated.items()}


def line_of(name: str, counts: Mapping[str, int], *, note: str = "", file_id: int = 0, sheet: str = "", row: int = 0) -> Line06a:
    """The line of stored counts; names that are no column are left out."""
    stated = {key.removeprefix("stated."): value for key, value in counts.items() if key.startswith("stated.")}
    counted = _counted({key: counts.get(key, 0) for key in COUNTED})
    return replace(counted, field=name, note=note, file_id=file_id, stated=stated, sheet=sheet, row=row)


def sum_lines(lines: Iterable[Line06a], name: str = "") -> Line06a:
    """The sum of lines, as the total row or as one field of several files; what files state of sums is left behind."""
    totals = dict.fromkeys(COUNTED, 0)
    for line in lines:
        for key in COUNTED:
            totals[key] += column_of(line, key)
    return replace(_counted(totals), field=name)


def _counted(counts: Mapping[str, int]) -> Line06a:
    known: dict[str, Any] = {key: counts[key] for key in COUNTED}
    return Line06a("", **known)


def by_field(lines: Iterable[Line06a]) -> tuple[Line06a, ...]:
    """The form's rows: files summed by field (marks, case and blanks do not count), in the order they come first; a typed line of a field
    (``file_id`` 0) stands in place of what the files say of it."""
    groups: dict[str, list[Line06a]] = {}
    for line in lines:
        groups.setdefault(fold(clean_line(line.field)), []).append(line)
    out = []
    for group in groups.values():
        typed = [line for line in group if not line.file_id]
        if typed:
            out.append(typed[-1])
        else:
            out.append(group[0] if len(group) == 1 else sum_lines(group, group[0].field))
    return tuple(out)


def checks(lines: Sequence[Line06a], total: Mapping[str, int] | None = None) -> list[Break]:
    """What does not close, row by row and, when a ``total`` row is given (by column), in the total row.

    A sum that the file states is held against its parts. Withdrawn dossiers that were not placed anywhere count beside (7) and (11).
    """
    found: list[Break] = []
    for line in lines:
        place = {"file_id": line.file_id, "row": line.row}
        for key in COUNTED:
            if column_of(line, key) < 0:
                found.append(Break(">=0", line.field, 0, column_of(line, key), **place, column=key, sheet=line.sheet))
        for rule, key in (("3=4+5+6", "received"), ("7=8+9+10", "settled"), ("11=12+13", "open")):
            stated = line.stated.get(key)
            if stated is not None and stated != column_of(line, key):
                found.append(Break(rule, line.field, column_of(line, key), stated, **place, column=key, sheet=line.sheet))
        received, settled, still = (line.stated.get(key, column_of(line, key)) for key in ("received", "settled", "open"))
        if received != settled + still + line.withdrawn:
            whole = settled + still + line.withdrawn
            found.append(Break("3=7+11", line.field, whole, received, **place, column="received", sheet=line.sheet))
    if total is not None:
        summed = sum_lines(lines)
        for key in COLUMNS:
            if key in total and total[key] != column_of(summed, key):
                found.append(Break("total", "", column_of(summed, key), total[key], column=key))
    return found


def place_withdrawn(lines: Iterable[Line06a], choice: str) -> tuple[Line06a, ...]:
    """Counts withdrawn dossiers as settled on time, as open in time, or "apart" (only in the footnote). They are received in any case."""
    into = {"on_time": "on_time", "open": "open_in_time"}.get(choice)
    if into is None:
        return tuple(lines)
    return tuple(_moved(line, into) for line in lines)


def _moved(line: Line06a, into: str) -> Line06a:
    if not line.withdrawn:
        return line
    stated = dict(line.stated)
    whole = "settled" if into == "on_time" else "open"
    if whole in stated:
        stated[whole] += line.withdrawn
    if into == "on_time":
        return replace(line, on_time=line.on_time + line.withdrawn, withdrawn=0, stated=stated)
    return replace(line, open_in_time=line.open_in_time + line.withdrawn, withdrawn=0, stated=stated)


def footnote_code(lines: Iterable[Line06a], choice: str) -> str:
    """The code of the sentence under the form on where withdrawn dossiers count; "" when there are none. ``lines`` before placing."""
    return f"withdrawn.{choice}" if any(line.withdrawn for line in lines) else ""


# Computations of indicators from the total row: (numerator, denominator). Sources: forms.md section D, kpis.json.
FORMULAS: Mapping[str, Callable[[Line06a], tuple[int, int]]] = {
    "on_time": lambda t: (t.early + t.on_time, t.settled),
    "on_time_766": lambda t: (t.early + t.on_time + t.open_in_time, t.received),
    "late": lambda t: (t.late + t.open_late, t.received),
    "online": lambda t: (t.online, t.online + t.direct),
}
