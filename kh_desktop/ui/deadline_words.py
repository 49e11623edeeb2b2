"""What was understood of a deadline, in the language of the window. In Vietnamese it is what ``describe`` says, word for word."""

from __future__ import annotations

from kh_desktop.domain.deadlines import Deadline, Milestone
from kh_desktop.domain.deadlines.words import day_text
from kh_desktop.ui.i18n import N_, tr

READ_EVERY: dict[str, str] = {
    "week": N_("hằng tuần"), "month": N_("hằng tháng"), "quarter": N_("hằng quý"), "half_year": N_("mỗi 6 tháng"),
    "year": N_("hằng năm"), "scheduled": N_("định kỳ"),
}  # fmt: skip
_SHOWN = 4  # dates named before "…"


def reading_words(deadline: Deadline) -> str:
    """``describe`` in the language of the window: "đến hết 30/6/2027", "by the end of 30/6/2027"."""
    words = _understood(deadline)
    if deadline.conditional and deadline.kind not in ("open", "invalid"):
        words = tr("{reading}, có thể khác tùy yêu cầu hoặc sự việc", reading=words)
    doubted = deadline.misspelt and deadline.kind not in ("invalid", "unknown")
    return tr("{reading} (có thể gõ nhầm chữ)", reading=words) if doubted else words


def _understood(d: Deadline) -> str:
    match d.kind:
        case "due":
            return _until(d.end)
        case "window":
            return (
                tr("ngày {day}", day=_day(d.end)) if d.start == d.end else tr("từ {start} đến {end}", start=_day(d.start), end=_day(d.end))
            )
        case "ongoing":
            return f"{tr('thường xuyên')}{_within(d)}{_dates(d)}"
        case "recurring":
            return _recurring(d)
        case "open":
            return tr("chưa có ngày cụ thể, chờ sự việc hoặc cơ quan khác")
        case "invalid":
            words = tr("có ngày, tháng hoặc quý không tồn tại")
            return f"{words}; {tr('ngày gần nhất có thật: {day}', day=_day(d.suggestion))}" if d.suggestion else words
    return tr("chưa hiểu thời hạn này")


def _recurring(d: Deadline) -> str:
    if d.every == ("scheduled",) and d.milestones:
        return f"{tr('{count} mốc', count=len(d.milestones))}{_dates(d)}"
    named = ", ".join(tr(READ_EVERY[every]) for every in d.every)
    return f"{named}{'' if _whole_year(d) else _within(d)}{_dates(d)}"


def _whole_year(d: Deadline) -> bool:
    return bool(d.start and d.end and d.start[:4] == d.end[:4] and d.start[5:] == "01-01" and d.end[5:] == "12-31")


def _within(d: Deadline) -> str:
    if not d.start and not d.end:
        return ""
    if not d.end:
        return f", {tr('từ {day}, không ghi ngày kết thúc', day=_day(d.start))}"
    if not d.start:
        return f", {_until(d.end)}"
    first = _day(d.start)
    return f", {first.rsplit('/', 1)[0] if d.start[:4] == d.end[:4] else first}–{_day(d.end)}"


def _dates(d: Deadline) -> str:
    if not d.milestones:
        return ""
    named = [_date(m) for m in d.milestones[:_SHOWN]]
    return f": {'; '.join(named)}{'; …' if len(d.milestones) > _SHOWN else ''}"


def _date(m: Milestone) -> str:
    if not m.start:
        return _until(m.end)
    return _day(m.end) if m.start == m.end else f"{_day(m.start)}–{_day(m.end)}"


def _until(day: str | None) -> str:
    return tr("đến hết {day}", day=_day(day))


def _day(day: str | None) -> str:
    return day_text(day or "")
