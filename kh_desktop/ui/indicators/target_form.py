"""The fields of a target, for its panel and for a new one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtWidgets import QLabel, QWidget

from kh_desktop.domain.indicators import Indicator
from kh_desktop.domain.model import Target
from kh_desktop.domain.numbers import number_words, of_stored
from kh_desktop.ui.i18n import N_, tr
from kh_desktop.ui.indicators.words import COMPARATORS, UNNAMED
from kh_desktop.ui.widgets import ComboBox, Field, FormTable

# What may be set in a plan that was signed.
FOLLOWING = ("indicator", "denominator", "base")
_NUMBERS = ("value", "ceiling")
FIELDS = (
    Field("indicator", N_("Chỉ tiêu"), "choice"),
    Field("comparator", N_("Mức giao là"), "choice", choices=tuple(COMPARATORS.items())),
    Field("value", N_("Mức giao"), hint=N_("Con số ghi trong kế hoạch, ví dụ 95 hoặc 94,5")),
    Field("growth", N_("Tăng, giảm mỗi năm"), hint=N_("20 là 20 điểm phần trăm; -20% là giảm một phần năm của năm trước")),
    Field("ceiling", N_("Đến mức"), hint=N_("Mức cuối cùng, hoặc đầu trên khi kế hoạch ghi một khoảng")),
    Field("base", N_("Mức gốc"), placeholder=N_("2026:40"), hint=N_("Năm và mức mà việc tăng, giảm tính từ đó")),
    Field("denominator", N_("Tính trên"), hint=N_("Mẫu số theo lời kế hoạch")),
    Field("sentence", N_("Câu trong kế hoạch"), "text", lines=2),
)


HINTS = {field.key: field.hint for field in FIELDS}


class TargetForm(FormTable):
    """Shows and reads a target; fields that mean nothing for its kind step back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(FIELDS, above=True, parent=parent)
        kind = self.field("comparator")
        assert isinstance(kind, ComboBox)
        kind.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.committed.connect(lambda key, value: self._show_kind(value) if key == "comparator" else None)
        self._show_kind(">=")

    def offer(self, indicators: Iterable[Indicator], chosen: str = "") -> None:
        """The indicators to choose from; a hidden or unknown one that is chosen stays offered."""
        offer_indicators(self.field("indicator"), indicators, chosen)

    def show_target(self, target: Target, *, frozen: bool) -> None:
        """Show a target; ``frozen``: the plan was signed."""
        self.set_values(values_of(target))
        self._show_kind(target.comparator)
        for key, field in ((f.key, self.field(f.key)) for f in FIELDS):
            locked = frozen and key not in FOLLOWING and not (key == "value" and target.comparator == "assigned")
            self.set_note(key, "")
            if isinstance(field, ComboBox):
                field.setEnabled(not locked)
            else:
                field.setReadOnly(locked)
                # The look of a field that cannot be written in hangs on that property.
                field.style().unpolish(field)
                field.style().polish(field)

    def _show_kind(self, comparator: str) -> None:
        """A change every year has a step and a base, a range an upper end, a number given from above only the number."""
        shown = {"value": comparator != "+", "growth": comparator == "+", "base": comparator == "+", "ceiling": comparator != "assigned"}
        labels = {label.buddy(): label for label in self.findChildren(QLabel) if label.buddy() is not None}
        for key, on in shown.items():
            field = self.field(key)
            field.setVisible(on)
            labels[field].setVisible(on)
            self.set_hint(key, tr(HINTS[key]) if on else "")


def offer_indicators(field: object, indicators: Iterable[Indicator], chosen: str = "") -> None:
    """Fill a choice of indicators; the first one says that none fits."""
    if isinstance(field, ComboBox):
        # Names of indicators are long; the list opens as wide as they are, the field stays in its column.
        field.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        field.setMinimumContentsLength(14)
        found = [(i.key, i.name) for i in indicators if not i.hidden or i.key == chosen]
        if chosen and chosen not in [key for key, _name in found]:
            found.append((chosen, chosen))
        field.set_choices([("", tr(UNNAMED)), *found], chosen)


def values_of(target: Target) -> Mapping[str, str]:
    """The fields as people write them."""
    found = {f.key: str(getattr(target, f.key)) for f in FIELDS}
    for key in _NUMBERS:
        number = of_stored(found[key])
        found[key] = number_words(number, 6) if number is not None else ""
    found["growth"] = found["growth"].replace(".", ",")
    return found
