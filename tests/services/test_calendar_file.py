"""The calendar file, read back by another program's reader."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from kh_desktop.domain.model import Agency, Plan, Task, TaskGroup, TaskState, UnitRef
from kh_desktop.services import plans, progress, schedule
from kh_desktop.services.calendar_file import _escaped, folded, ics
from kh_desktop.services.export import export_plan
from kh_desktop.services.session import Session

TODAY = date(2027, 6, 20)
TITLE = "Rà soát; thủ tục, \\ “hành chính” nội bộ của Ủy ban nhân dân xã và các đơn vị trực thuộc trong năm 2027"


@pytest.fixture
def plan_id(session: Session) -> int:
    rows = (
        Task(content=TITLE, lead=(UnitRef("VP"), UnitRef("Phòng Kinh tế")), deadline="Trước ngày 01/01/2028"),
        Task(content="Việc 2", deadline="Hằng quý hoặc\ntheo yêu cầu"),
        Task(content="Việc bỏ", deadline="Quý I", state=TaskState.DROPPED),
    )
    groups = (TaskGroup(title="Nhóm", tasks=rows),)
    return plans.new_plan_from(session, Plan(year=2027, title="Kế hoạch", agency=Agency("xã", "An Thạnh"), groups=groups))


def events(data: bytes) -> list[Any]:
    return list(Calendar.from_ical(data).walk("VEVENT"))


def test_every_entry_is_an_all_day_event(session: Session, plan_id: int) -> None:
    found = events(ics(session, plan_id, TODAY))
    entries = [e for e in schedule.entries(session, plan_id, TODAY) if e.state != "dropped"]
    assert [e.decoded("dtstart").isoformat() for e in found] == [e.day for e in entries]
    assert all(type(e.decoded("dtstart")) is date for e in found)
    assert all(e.decoded("dtend") - e.decoded("dtstart") == timedelta(days=1) for e in found)
    assert len({str(e["uid"]) for e in found}) == len(found) == 10
    last = next(e for e in found if e.decoded("dtstart") == date(2027, 12, 31) and "Rà soát" in e["summary"])
    assert last["summary"] == f"I.1 {TITLE}" and "Chủ trì: VP; Phòng Kinh tế" in last["description"]
    assert any("Hằng quý hoặc\ntheo yêu cầu" in e["description"] for e in found)


def test_the_bytes_are_as_the_standard_wants(session: Session, plan_id: int) -> None:
    data = ics(session, plan_id, TODAY)
    lines = data.split(b"\r\n")
    assert lines[0] == b"BEGIN:VCALENDAR" and lines[-2:] == [b"END:VCALENDAR", b""]
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert max(map(len, lines)) <= 75
    for line in lines:
        line.decode("utf-8")  # no letter is cut
    days = [line for line in lines if line.startswith((b"DTSTART", b"DTEND"))]
    assert days and all(b";VALUE=DATE:" in line and not line.endswith(b"Z") and b"T" not in line.partition(b":")[2] for line in days)


def test_a_second_export_means_the_same_events(session: Session, plan_id: int) -> None:
    first = {str(e["uid"]): e.decoded("dtstart") for e in events(ics(session, plan_id, TODAY))}
    (task,) = [t for t in plans.get_plan(session, plan_id).groups[0].tasks if t.content == TITLE]
    schedule.move_due(session, f"task:{task.id}:2027-12-31", "2027-12-20", "Sớm hơn")
    progress.set_progress(session, [task.id], state=TaskState.DONE)
    again = events(ics(session, plan_id, TODAY))
    assert {str(e["uid"]) for e in again} == first.keys()
    (moved,) = [e for e in again if first[str(e["uid"])] != e.decoded("dtstart")]
    assert moved.decoded("dtstart") == date(2027, 12, 20) and moved["summary"].startswith("Xong: I.1")
    assert "Lý do: Sớm hơn." in moved["description"]


def test_export_writes_the_file(session: Session, plan_id: int, tmp_path: Any) -> None:
    out = export_plan(session, plan_id, tmp_path / "Kế hoạch.ics")
    assert len(events(out.read_bytes())) == 10
    assert [p.name for p in tmp_path.iterdir() if p.suffix == ".ics"] == ["Kế hoạch.ics"]


TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n;,\\ăắđếữ"), max_size=200)


@given(TEXT)
def test_any_text_comes_back(text: str) -> None:
    data = b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n" + folded(f"SUMMARY:{_escaped(text)}") + b"END:VEVENT\r\nEND:VCALENDAR\r\n"
    assert max(len(line) for line in data.split(b"\r\n")) <= 75
    import unicodedata

    assert str(events(data)[0]["summary"]) == unicodedata.normalize("NFC", text)
