"""The numbers on the cards, and how the next report is said."""

from __future__ import annotations

from collections import Counter

from kh_desktop.services.dashboard import Dashboard
from kh_desktop.services.periods import NextReport
from kh_desktop.ui.due_words import days_words
from kh_desktop.ui.i18n import tr
from kh_desktop.ui.indicators.number_card import CardFace
from kh_desktop.ui.period_words import period_words
from kh_desktop.ui.widgets import text_from_iso


def faces_of(board: Dashboard) -> list[CardFace]:
    """The five numbers a chairman asks for first."""
    keys = {entry.key for unit in board.late for entry in unit.entries}
    late, soon, states = len(keys), len(board.soon), board.states
    whose = tr("của {count} đơn vị", count=len(board.late)) if late else tr("không có việc nào trễ")
    judged = Counter(row.judged for row in board.targets)
    report = board.next_report
    return [
        CardFace("late", tr("Quá hạn"), tr("{count} việc", count=late), whose, "late" if late else "done"),
        CardFace("soon", tr("Sắp đến hạn"), tr("{count} việc", count=soon), tr("trong 14 ngày tới"), "soon" if soon else ""),
        CardFace("targets", tr("Chỉ tiêu đạt"), f"{judged['met']}/{len(board.targets)}", _behind(judged), ""),
        CardFace("tasks", tr("Nhiệm vụ xong"), f"{states.done}/{states.total}", _open_words(board), ""),
        CardFace("report", tr("Báo cáo tới"), _left_words(report.days_left), period_words(report.period.key),
                 "late" if report.days_left < 0 else ""),  # fmt: skip
    ]


def _left_words(days: int) -> str:
    if days < 0:
        return tr("Trễ {days} ngày", days=-days)
    return tr("Còn {days} ngày", days=days) if days else tr("Hôm nay")


def _behind(judged: Counter[str]) -> str:
    parts = (
        (judged["missed"] + judged["near"], tr("{count} chưa đạt", count=judged["missed"] + judged["near"])),
        (judged["no_figure"], tr("{count} chưa có số liệu", count=judged["no_figure"])),
    )
    return ", ".join(words for count, words in parts if count)


def _open_words(board: Dashboard) -> str:
    parts = (
        (board.states.doing, tr("đang làm {count}", count=board.states.doing)),
        (board.states.todo, tr("chưa làm {count}", count=board.states.todo)),
    )
    return ", ".join(words for count, words in parts if count)


def report_words(report: NextReport) -> str:
    """ "Báo cáo quý IV/2026: số liệu từ 15/09/2026 đến 14/12/2026, gửi trước 20/12/2026 (còn 24 ngày)"."""
    return tr(
        "Báo cáo {period}: số liệu từ {start} đến {end}, hạn gửi {due} ({left}).", period=period_words(report.period.key),
        start=text_from_iso(report.period.start), end=text_from_iso(report.period.end), due=text_from_iso(report.period.due),
        left=days_words(report.days_left),
    )  # fmt: skip


def ready_words(report: NextReport) -> str:
    """Whether everything is there."""
    return tr("Đủ số liệu để lập báo cáo.") if report.ready else tr("Còn thiếu:")
