"""How the page of reports says periods, counts, columns and what does not close."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from kh_desktop.domain.form06a import NUMBERS, Break
from kh_desktop.domain.periods import Period
from kh_desktop.domain.printed import count_words, day_words
from kh_desktop.domain.report_forms import ReportForm
from kh_desktop.ui.i18n import N_, tr
from kh_desktop.ui.period_words import period_title

NO_FIELD = N_("Chưa tách lĩnh vực")
KIND_NAMES: Mapping[str, str] = {
    "month": N_("Tháng"), "quarter": N_("Quý"), "half_year": N_("6 tháng"), "nine_months": N_("9 tháng"), "year": N_("Năm"),
    "special": N_("Kỳ đặc biệt"),
}  # fmt: skip


def moment_words(iso: str) -> str:
    """ "14/03/2027 10:32"."""
    return f"{day_words(iso)} {iso[11:16]}".strip()


def field_name(field: str) -> str:
    """A field as it is shown; files that name none have a line of their own."""
    return field or tr(NO_FIELD)


def title_of(period: Period) -> str:
    """ "Quý I/2027"."""
    return period_title(period.key)


def span_words(period: Period) -> str:
    """From which to which day figures count, and by when the report is due."""
    return tr(
        "Số liệu từ {start} đến {end}, xong trong cơ quan ngày {due}",
        start=day_words(period.start), end=day_words(period.end), due=day_words(period.due),
    )  # fmt: skip


def left_words(period: Period, today: date) -> tuple[str, str]:
    """How long it is until the due day, and the kind of text that says it ("late", "soon" or "muted")."""
    left = (date.fromisoformat(period.due) - today).days
    if left < 0:
        return tr("quá hạn {count} ngày", count=-left), "late"
    if left == 0:
        return tr("đến hạn hôm nay"), "soon"
    return tr("còn {count} ngày", count=left), "soon" if left <= 14 else "muted"


def column_title(form: ReportForm, key: str) -> str:
    """ "cột (4) Trong kỳ: Trực tuyến"."""
    column = next((c for c in form.columns if c.key == key), None)
    if column is None:
        return key
    words = ": ".join((*column.group[-1:], column.label))
    return tr("cột ({number}) {title}", number=form.numbers[key], title=words)


def break_words(broken: Break, form: ReportForm, files: Mapping[int, str]) -> str:
    """What does not close, in one sentence with the file and row that break it."""
    where = place_words(broken, files)
    if broken.rule == "total":
        said = tr(
            "Dòng tổng của tệp, {column}: tệp ghi {found}, các dòng cộng lại là {expected}.",
            column=column_title(form, broken.column), found=count_words(broken.found), expected=count_words(broken.expected),
        )  # fmt: skip
    elif broken.rule == "<=":
        said = tr(
            "{field}: đã xử lý và đang xử lý là {found}, nhiều hơn tổng số {expected}.",
            field=field_name(broken.field), found=count_words(broken.found), expected=count_words(broken.expected),
        )  # fmt: skip
    elif broken.rule == ">=0":
        said = tr("{field}, {column}: số âm {found}.", field=field_name(broken.field), column=column_title(form, broken.column),
                  found=broken.found)  # fmt: skip
    else:
        said = tr(
            "{field}: {rule} không khớp, cột ({number}) là {found}, cộng lại là {expected}.",
            field=field_name(broken.field), rule=rule_words(broken.rule), number=NUMBERS[broken.column], found=count_words(broken.found),
            expected=count_words(broken.expected),
        )  # fmt: skip
    return f"{said} {where}" if where else said


def rule_words(rule: str) -> str:
    """ "(3)=(4)+(5)+(6)" of "3=4+5+6"."""
    left, _, right = rule.partition("=")
    return f"({left})=" + "+".join(f"({part})" for part in right.split("+"))


def place_words(broken: Break, files: Mapping[int, str]) -> str:
    """The file, sheet and row, or that a person typed the line."""
    if not broken.file_id:
        return tr("Dòng nhập tay.")
    name = files.get(broken.file_id, "")
    if broken.row:
        return tr("{name}, trang {sheet}, dòng {row}.", name=name, sheet=broken.sheet, row=broken.row)
    return tr("{name}, trang {sheet}.", name=name, sheet=broken.sheet)
