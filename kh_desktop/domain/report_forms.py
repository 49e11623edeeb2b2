"""Forms of figures an office reports with: title, columns and their sums, as data the office may word otherwise.

A form whose official text was not confirmed says so by its legal line ("theo mẫu của văn phòng"); which are is written in the data.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kh_desktop.domain.errors import KhError
from kh_desktop.domain.json_reader import Reader

UNCONFIRMED = "Theo mẫu của văn phòng"
KINDS = ("number", "percent", "text")


@dataclass(frozen=True, slots=True)
class FormColumn:
    """A column. ``group``: the titles above its own, from the top down; ``sum_of``: the columns it is the sum of; ``width`` in mm."""

    key: str
    label: str
    group: tuple[str, ...] = ()
    sum_of: tuple[str, ...] = ()
    kind: str = "number"
    width: float = 20.0

    @property
    def adds_up(self) -> bool:
        """Whether the numbers of its lines make a total: shares do not."""
        return self.kind == "number" and "%" not in self.label


@dataclass(frozen=True, slots=True)
class ReportForm:
    """A form. ``code`` keys it with its circular, because one number means different things in two circulars; ``name`` is what is printed
    as its number. ``confirmed``: the columns were seen in a text or a running system. ``own``: the office worded it."""

    code: str
    name: str
    title: str
    legal_basis: str
    unit: str
    columns: tuple[FormColumn, ...]
    confirmed: bool = False
    own: bool = False
    note: str = ""

    @property
    def legal_line(self) -> str:
        """The line under the number: the circular when the form is confirmed, else that it is the office's own."""
        return self.legal_basis if self.confirmed and self.legal_basis else UNCONFIRMED

    @property
    def numbers(self) -> Mapping[str, int]:
        """The printed number of each column, from 1."""
        return {column.key: number for number, column in enumerate(self.columns, start=1)}


def form_from_json(data: Any, *, own: bool = False) -> ReportForm:
    """The form of its data. KhError names a wrong field; "forms.wrong_columns" when keys repeat or a sum names none."""
    r = Reader(data, str(data.get("code", "")) if isinstance(data, Mapping) else "")
    columns = tuple(
        FormColumn(
            c.text("key"), c.text("label"), c.texts("group"), c.texts("sum_of"), c.choice("kind", str, KINDS, "number"),
            _width(c.data.get("width", 20.0), c.name("width")),
        )
        for c in r.readers("columns")
    )  # fmt: skip
    keys = [column.key for column in columns]
    if not keys or len(set(keys)) != len(keys) or any(not set(c.sum_of) <= set(keys) - {c.key} for c in columns):
        raise KhError("forms.wrong_columns", form=r.text("code"))
    return ReportForm(
        r.text("code"), r.text("name"), r.text("title"), r.text("legal_basis"), r.text("unit"), columns, r.flag("confirmed"), own,
        r.text("note"),
    )  # fmt: skip


def form_to_json(form: ReportForm) -> dict[str, Any]:
    """The data of a form; ``form_from_json`` reads it back."""
    return {
        "code": form.code, "name": form.name, "title": form.title, "legal_basis": form.legal_basis, "unit": form.unit,
        "confirmed": form.confirmed, "note": form.note,
        "columns": [
            {"key": c.key, "label": c.label, "group": list(c.group), "sum_of": list(c.sum_of), "kind": c.kind, "width": c.width}
            for c in form.columns
        ],
    }  # fmt: skip


def _width(value: object, field: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 5 <= value <= 200:
        raise KhError("answers.wrong_field", field=field, expected="số từ 5 đến 200 (mm)")
    return float(value)
