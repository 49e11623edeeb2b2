"""Deadlines in words: what was understood, for the line under a phrase, and a phrase that reads back to the same deadline."""

from __future__ import annotations

from kh_desktop.domain.deadlines.model import Deadline, Milestone

_EVERY = {
    "week": "hằng tuần", "month": "hằng tháng", "quarter": "hằng quý", "half_year": "6 tháng", "year": "hằng năm", "scheduled": "định kỳ"
}  # fmt: skip
_SHOWN = 4  # milestones named before "…"


def describe(deadline: Deadline) -> str:
    """What was understood, in Vietnamese: "đến hết 30/6/2024", "thường xuyên, 01/01–31/12/2024". Says plainly when it was not."""
    said = _described(deadline)
    if deadline.conditional and deadline.kind not in ("open", "invalid"):
        said += ", có thể khác tùy yêu cầu hoặc sự việc"
    return f"{said} (có thể gõ nhầm chữ)" if deadline.misspelt and deadline.kind not in ("invalid", "unknown") else said


def _described(d: Deadline) -> str:
    match d.kind:
        case "due":
            return f"đến hết {day_text(d.end or '')}"
        case "window":
            return f"ngày {day_text(d.end or '')}" if d.start == d.end else f"từ {day_text(d.start or '')} đến {day_text(d.end or '')}"
        case "ongoing":
            return f"thường xuyên{_within(d)}{_milestones(d)}"
        case "recurring":
            named = ", ".join("mỗi 6 tháng" if e == "half_year" else _EVERY[e] for e in d.every)
            if d.every == ("scheduled",) and d.milestones:
                return f"{len(d.milestones)} mốc{_milestones(d)}"
            return f"{named}{'' if _whole_year(d) else _within(d)}{_milestones(d)}"
        case "open":
            return "chưa có ngày cụ thể, chờ sự việc hoặc cơ quan khác"
        case "invalid":
            nearest = f"; ngày gần nhất có thật: {day_text(d.suggestion)}" if d.suggestion else ""
            return f"có ngày, tháng hoặc quý không tồn tại{nearest}"
    return "chưa hiểu thời hạn này"


def _whole_year(d: Deadline) -> bool:
    return bool(d.start and d.end and d.start[:4] == d.end[:4] and d.start[5:] == "01-01" and d.end[5:] == "12-31")


def _within(d: Deadline) -> str:
    return f", {_range(d)}" if d.start or d.end else ""  # a person may say how often without saying between which days


def _range(d: Deadline) -> str:
    if not d.start or not d.end:
        return f"từ {day_text(d.start)}, không ghi ngày kết thúc" if d.start else f"đến hết {day_text(d.end or '')}"
    first = day_text(d.start)
    return f"{first.rsplit('/', 1)[0] if d.start[:4] == d.end[:4] else first}–{day_text(d.end)}"


def _milestones(d: Deadline) -> str:
    if not d.milestones:
        return ""
    named = [f"đến hết {day_text(m.end)}" if not m.start else _one(m) for m in d.milestones[:_SHOWN]]
    return f": {'; '.join(named)}{'; …' if len(d.milestones) > _SHOWN else ''}"


def _one(m: Milestone) -> str:
    return day_text(m.end) if m.start == m.end else f"{day_text(m.start or '')}–{day_text(m.end)}"


def day_text(iso: str) -> str:
    """A day as documents write it: two digits for days below 10 and for January and February (NĐ 30/2020, Phụ lục I, II.4)."""
    year, month, day = iso.split("-")
    return f"{day}/{month if month in ('01', '02') else int(month)}/{year}"


def compose(deadline: Deadline) -> str:
    """A phrase for a deadline: ``read_deadline`` gives the same deadline for it, whatever the plan's year. The composer prints it.

    What has no reading of its own (invalid, unknown) stays the words it was read from.
    """
    if deadline.kind in ("invalid", "unknown"):
        return deadline.text
    if deadline.kind == "open":
        return "Theo yêu cầu"
    said = _composed(deadline)
    return f"{said[0].upper()}{said[1:]}{' hoặc theo yêu cầu' if deadline.conditional else ''}"


def _composed(d: Deadline) -> str:
    if d.kind in ("due", "window"):
        return _stated(Milestone(d.start, d.end or ""))
    listed = [_stated(m) for m in d.milestones]
    if d.kind == "recurring" and d.every == ("scheduled",) and len(listed) > 1 and _only_milestones(d):
        return _joint(d).join(listed)
    every = ", ".join(_EVERY[e] for e in sorted(d.every, key=lambda e: e != "scheduled"))
    if d.every and d.every[0] != "scheduled" and "scheduled" not in d.every:
        every = f"định kỳ {every}"
    head = "thường xuyên" if d.kind == "ongoing" else every
    ranged = _from_to(Milestone(d.start, d.end)) if d.end else f"từ ngày {day_text(d.start or '')} trở đi"
    return _joint(d).join([f"{head} {ranged}", *listed])


def _joint(d: Deadline) -> str:
    """"từ … đến … và ngày 15/6" reads as one range, "đến hết … và ngày 15/6" as two ends: a single day stands apart."""
    return "; " if any(m.start == m.end for m in d.milestones) else " và "


def _only_milestones(d: Deadline) -> bool:
    start = None if any(not m.start for m in d.milestones) else min(m.start or "" for m in d.milestones)
    return d.start == start and d.end == max(m.end for m in d.milestones)


def _stated(m: Milestone) -> str:
    if not m.start:
        return f"đến hết ngày {day_text(m.end)}"
    return f"ngày {day_text(m.end)}" if m.start == m.end else _from_to(m)


def _from_to(m: Milestone) -> str:
    return f"từ ngày {day_text(m.start or m.end)} đến ngày {day_text(m.end)}"
