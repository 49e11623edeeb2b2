"""Indicators, targets of plans, and readings: typed, imported, computed; who changed what; nothing half-imported."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from kh_desktop.domain.errors import KhError, UsageError
from kh_desktop.domain.form06a import Line06a, counts_of
from kh_desktop.domain.indicators import Indicator, Reading, figure_of, nothing_arose
from kh_desktop.domain.model import Agency, Plan, Section, Target, Task, TaskGroup
from kh_desktop.services import indicators, issuing, periods, plans, schedule
from kh_desktop.services.messages import error_text
from kh_desktop.services.session import Session
from kh_desktop.store import figures, report_rows
from kh_desktop.store import indicators as store

Q3 = "2026-Q3"
PROMISES = "- Số hóa hồ sơ đạt 100%.\n- Thanh toán trực tuyến đạt 60%; hài lòng từ 90% trở lên.\n- 100% cán bộ dự tập huấn."


@pytest.fixture
def plan_id(session: Session) -> int:
    plan = Plan(year=2026, title="Kế hoạch", agency=Agency("xã", "An Thạnh"), sections=(Section(heading="Mục tiêu", text=PROMISES),))
    return plans.new_plan_from(session, replace(plan, groups=(TaskGroup(title="I", tasks=(Task(content="Rà soát"),)),)))


def lines(session: Session, period: str, *found: Line06a) -> None:
    with session.step("bench") as doing:
        for line in found:
            figures.add_line(doing.uow, period, "06a", line.field, counts_of(line), file_id=line.file_id)


def only(session: Session, key: str, period: str = Q3) -> Reading:
    (found,) = indicators.readings(session, period=period, indicator=key)
    return found


def test_the_shipped_indicators_are_whole(session: Session) -> None:
    found = indicators.indicators(session)
    assert len(found) == 29 == len({i.key for i in found})
    assert all(i.name and i.numerator and i.denominator and i.words and not i.own for i in found)
    assert {i.key: i.direction for i in found if i.direction == "down"} == {"qua_han": "down"}
    assert {i.formula for i in found} == {"", "on_time", "late", "online"}


def test_an_indicator_is_worded_hidden_and_reset(session: Session) -> None:
    mine = replace(indicators.indicator(session, "hai_long"), name=" Mức độ  hài lòng ", source="Khảo sát của xã")
    assert indicators.save_indicator(session, mine) == "hai_long"
    assert indicators.indicator(session, "hai_long").name == "Mức độ hài lòng" and indicators.indicator(session, "hai_long").words
    indicators.hide_indicator(session, "hai_long")
    assert indicators.indicator(session, "hai_long").hidden and session.undo_label == "Ẩn chỉ tiêu Mức độ hài lòng"
    indicators.reset_indicator(session, "hai_long")
    assert indicators.indicator(session, "hai_long") == indicators.shipped()["hai_long"]
    # Back to the shipped wording leaves no row behind.
    indicators.save_indicator(session, replace(mine, source="x"))
    indicators.save_indicator(session, indicators.shipped()["hai_long"])
    assert session.workspace.conn.execute("SELECT count(*) FROM indicator").fetchone() == (0,)


def test_own_indicators(session: Session) -> None:
    key = indicators.save_indicator(session, Indicator("", "Số buổi tuyên truyền", unit="buổi"))
    other = indicators.save_indicator(session, Indicator("", "Thời gian chờ", unit="phút", direction="down"))
    assert [i.key for i in indicators.indicators(session) if i.own] == [key, other] == ["rieng_1", "rieng_2"]
    indicators.set_reading(session, key, Q3, value="12")
    with pytest.raises(UsageError) as used:
        indicators.reset_indicator(session, key)
    assert used.value.code == "indicator.used"
    indicators.reset_indicator(session, other)
    assert [i.key for i in indicators.indicators(session) if i.own] == [key]
    for wrong, code in ((Indicator("", " "), "indicator.no_name"), (Indicator("abc", "A"), "indicator.missing"),
                        (Indicator("", "A", formula="x"), "field.wrong"), (Indicator("", "A", direction="x"), "field.wrong")):  # fmt: skip
        with pytest.raises(UsageError) as refused:
            indicators.save_indicator(session, wrong)
        assert refused.value.code == code


def test_found_targets_are_taken_once(session: Session, plan_id: int) -> None:
    found = indicators.found_targets(session, plan_id)
    assert [(f.target.indicator, f.target.value, f.sure) for f in found] == [
        ("so_hoa_hs", "100", True), ("thanh_toan_tt", "60", True), ("hai_long", "90", True), ("", "100", False),
    ]  # fmt: skip
    count = session.workspace.history.count
    indicators.take_targets(session, plan_id, [f for f in found if f.sure])
    assert session.workspace.history.count == count + 1 and session.undo_label == "Nhận 3 mức giao tìm thấy trong kế hoạch"
    assert [f.target.value for f in indicators.found_targets(session, plan_id)] == ["100"]
    first = indicators.targets(session, plan_id)[1]
    assert (first.indicator, first.sentence) == ("thanh_toan_tt", "- Thanh toán trực tuyến đạt 60%; hài lòng từ 90% trở lên.")
    # Given another indicator by hand it still is the same target.
    indicators.update_target(session, first.id, indicator="tthc_thanh_toan_tt")
    assert len(indicators.found_targets(session, plan_id)) == 1
    session.undo()
    session.undo()
    assert indicators.targets(session, plan_id) == () and len(indicators.found_targets(session, plan_id)) == 4


def test_targets_go_with_the_plan(session: Session, plan_id: int) -> None:
    indicators.take_targets(session, plan_id, indicators.found_targets(session, plan_id))
    plan = plans.get_plan(session, plan_id)
    assert len(plan.targets) == 4
    issuing.issue(session, plan_id, number="3", issued="2026-01-05")
    copy = plans.get_plan(session, issuing.new_version(session, plan_id))
    assert [replace(t, id=0) for t in copy.targets] == [replace(t, id=0) for t in plan.targets]
    plans.delete_plan(session, copy.id)
    session.undo()
    assert plans.get_plan(session, copy.id).targets == copy.targets


def test_an_issued_plan_keeps_what_it_promised(session: Session, plan_id: int) -> None:
    indicators.take_targets(session, plan_id, indicators.found_targets(session, plan_id)[:1])
    given = indicators.add_target(session, plan_id, Target(indicator="dung_han", comparator="assigned"))
    grows = indicators.add_target(session, plan_id, Target(indicator="so_hoa_kq", comparator="+", growth="20", ceiling="100"))
    issuing.issue(session, plan_id, number="3", issued="2026-01-05")
    with pytest.raises(UsageError) as frozen:
        indicators.update_target(session, indicators.targets(session, plan_id)[0].id, value="50")
    assert frozen.value.code == "target.frozen"
    indicators.update_target(session, given, value="97,5", denominator="hồ sơ  đã giải quyết")
    indicators.update_target(session, grows, base="2025: 40")
    found = {t.id: t for t in indicators.targets(session, plan_id)}
    assert (found[given].value, found[given].denominator, found[grows].base) == ("97.5", "hồ sơ đã giải quyết", "2025:40")
    with pytest.raises(UsageError) as typed:
        indicators.add_target(session, plan_id, Target(indicator="dung_han", value="5"))
    assert typed.value.code == "plan.frozen"


def test_a_target_of_an_indicator_unknown_here_can_be_mended(session: Session) -> None:
    made = plans.new_plan_from(
        session, Plan(year=2026, title="K", agency=Agency("xã", "A"), targets=(Target(indicator="rieng_9", value="5"),))
    )
    (target,) = indicators.targets(session, made)
    indicators.update_target(session, target.id, value="12,5")
    with pytest.raises(UsageError):
        indicators.update_target(session, target.id, indicator="rieng_8")
    indicators.update_target(session, target.id, indicator="hai_long")
    assert [(t.indicator, t.value) for t in indicators.targets(session, made)] == [("hai_long", "12.5")]


@pytest.mark.parametrize(
    ("target", "code"),
    [
        (Target(indicator="x", value="1"), "indicator.missing"), (Target(indicator="hai_long"), "target.empty"),
        (Target(comparator="+", value="20"), "target.empty"), (Target(comparator="assigned"), "target.unnamed"),
        (Target(comparator="assigned", sentence=" "), "target.unnamed"), (Target(value="-1"), "number.negative"),
        (Target(value="a"), "number.unreadable"),
        (Target(comparator="+", growth="20", base="40"), "target.base"), (Target(value="1", comparator="~"), "field.wrong"),
    ],
)  # fmt: skip
def test_targets_that_make_no_sense(session: Session, plan_id: int, target: Target, code: str) -> None:
    with pytest.raises(KhError) as refused:
        indicators.add_target(session, plan_id, target)
    assert refused.value.code == code and error_text(refused.value)


def test_a_typed_reading_and_its_log(session: Session) -> None:
    made = indicators.set_reading(session, "dung_han", Q3, numerator="1.890", denominator="2.000", who="Lan")
    assert figure_of(only(session, "dung_han")) == Decimal("94.5") and only(session, "dung_han").who == "Lan"
    assert indicators.set_reading(session, "dung_han", Q3, value="96%", who="Hoa") == made
    session.undo()
    words = [(who, str(said)) for _, who, said in indicators.reading_log(session, made)]
    assert words == [("Lan", "Ghi 94,5% (1.890/2.000)"), ("Hoa", "Ghi 96%"), ("Lan", "Ghi 94,5% (1.890/2.000)")]
    indicators.remove_reading(session, made)
    assert indicators.readings(session) == [] and str(indicators.reading_log(session, made)[0][2]) == "Bỏ 94,5% (1.890/2.000)"


def test_nothing_arose_is_no_figure(session: Session) -> None:
    made = indicators.set_reading(session, "xin_loi", Q3, numerator="0", denominator="0")
    found = only(session, "xin_loi")
    assert nothing_arose(found) and figure_of(found) is None and str(indicators.reading_log(session, made)[0][2]) == "Ghi: không phát sinh"


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({}, "reading.empty"), ({"value": " "}, "reading.empty"), ({"numerator": "5"}, "reading.half"),
        ({"value": "-3"}, "number.negative"),
        ({"numerator": "5", "denominator": "-1"}, "number.negative"), ({"numerator": "5", "denominator": "0"}, "reading.none_arose"),
        ({"numerator": "5", "denominator": "10", "value": "90"}, "reading.disagree"), ({"value": "0,95"}, "number.percent_unclear"),
        ({"value": "nhiều"}, "number.unreadable"),
    ],
)  # fmt: skip
def test_readings_that_are_refused(session: Session, given: dict[str, str], code: str) -> None:
    with pytest.raises(KhError) as refused:
        indicators.set_reading(session, "dung_han", Q3, **given)
    assert refused.value.code == code and error_text(refused.value) and indicators.readings(session) == []
    with pytest.raises(KhError):
        indicators.set_reading(session, "dung_han", "2026-Q9", value="5%")
    with pytest.raises(UsageError):
        indicators.set_reading(session, "abc", Q3, value="5%")


def test_more_than_all_is_kept_with_a_doubt(session: Session) -> None:
    indicators.set_reading(session, "dung_han", Q3, numerator="12", denominator="10")
    (doubt,) = indicators.doubts(indicators.indicator(session, "dung_han"), only(session, "dung_han"))
    assert "120% lớn hơn 100%" in str(doubt)
    own = Indicator("x", "Số buổi", unit="buổi")
    assert indicators.doubts(own, Reading(value=Decimal(300))) == []


def test_what_the_form_gives_and_what_stands_over_it(session: Session) -> None:
    lines(
        session, Q3,
        Line06a("Hộ tịch", online=60, direct=40, early=50, on_time=30, late=10, open_in_time=10, file_id=1),
        Line06a("Hộ tịch", online=20, direct=0, on_time=20, file_id=2),
        Line06a("Đất đai", direct=30, late=20, open_late=4, withdrawn=6, file_id=1),
    )  # fmt: skip
    found = {r.indicator: figure_of(r) for r in indicators.computed(session, Q3)}
    assert found == {"dung_han": Decimal(106) / 136 * 100, "qua_han": Decimal(34) / 150 * 100, "ho_so_truc_tuyen": Decimal(80) / 150 * 100}
    with session.step("bench") as doing:
        report_rows.write_report(doing.uow, Q3, at="", choices={"withdrawn": "apart"})
    assert figure_of(only(session, "dung_han")) == Decimal(100) / 130 * 100
    lines(session, Q3, Line06a("Đất đai", direct=30, on_time=30))  # typed over what the files say
    assert figure_of(only(session, "dung_han")) == Decimal(130) / 140 * 100
    made = indicators.set_reading(session, "dung_han", Q3, value="90")
    best = only(session, "dung_han")
    assert (best.id, best.origin, [r.origin for r in best.alternatives]) == (made, "typed", ["computed"])
    indicators.remove_reading(session, made)
    assert only(session, "dung_han").origin == "computed"
    with pytest.raises(UsageError) as refused:
        indicators.remove_reading(session, only(session, "dung_han").id)
    assert refused.value.code == "reading.computed"
    assert indicators.computed(session, "2026-Q2") == []


def test_files_of_one_layout_are_summed_others_stand_beside(session: Session) -> None:
    with session.step("bench") as doing:
        for layout, name, numerator in (("q766", "tỉnh.xlsx", 90), ("q766", "bộ.xlsx", 30), ("week", "tuần.xlsx", 7)):
            file_id = figures.add_file(doing.uow, {"period": Q3, "name": name, "layout": layout}, {}, [])
            made = Reading(0, "so_hoa_hs", Q3, Decimal(numerator), Decimal(100), None, "imported", name, file_id, at="2026-09-15T08:00:00")
            store.write_reading(doing.uow, made)
    best = only(session, "so_hoa_hs")
    assert (best.numerator, best.denominator, best.source, best.id) == (120, 200, "tỉnh.xlsx; bộ.xlsx", 0)
    assert sorted(r.numerator for r in best.alternatives if r.numerator is not None) == [7, 30, 90]


def test_tables_are_taken_whole(session: Session, tmp_path: Path) -> None:
    table = tmp_path / "số liệu.csv"
    table.write_text(
        "Bảng số liệu;;;\nChỉ tiêu;Kết quả;Tử số;Mẫu số\nhai_long;94,5%;;\nTỷ lệ số hóa hồ sơ;;190;200\n\nQua_han;120%;;\n", "utf-8-sig"
    )
    made = indicators.import_readings(session, table, Q3, who="Lan")
    assert made.added == 3 and session.undo_label == "Lấy 3 số liệu chỉ tiêu từ số liệu.csv"
    assert [(r.indicator, r.origin, r.source, r.who, figure_of(r)) for r in indicators.readings(session)] == [
        ("qua_han", "imported", "số liệu.csv", "Lan", Decimal(120)), ("so_hoa_hs", "imported", "số liệu.csv", "Lan", Decimal(95)),
        ("hai_long", "imported", "số liệu.csv", "Lan", Decimal("94.5")),
    ]  # fmt: skip
    assert len(made.doubts) == 1
    data = {"readings": [{"indicator": "hai_long", "value": 95.25}, {"indicator": "so_hoa_hs", "num": 3, "den": 4, "note": "quét lại"}]}
    (tmp_path / "a.json").write_text(json.dumps(data), "utf-8")
    indicators.import_readings(session, tmp_path / "a.json", Q3)
    assert figure_of(only(session, "hai_long")) == Decimal("95.25") and only(session, "so_hoa_hs").note == "quét lại"
    assert len(indicators.readings(session)) == 3


def test_cells_in_per_cent_of_a_workbook(session: Session, tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    sheet.title = "Quý III"
    for row in (("BÁO CÁO", None), ("Chỉ tiêu", "Tỷ lệ"), ("hai_long", 0.945), ("so_hoa_hs", 97.5), ("so_hoa_kq", "98,5%")):
        sheet.append(row)
    sheet["B3"].number_format = "0.0%"
    book.save(tmp_path / "a.xlsx")
    indicators.import_readings(session, tmp_path / "a.xlsx", Q3)
    assert [figure_of(r) for r in indicators.readings(session)] == [Decimal("97.5"), Decimal("98.5"), Decimal("94.5")]
    sheet["B4"], sheet["A6"], sheet["B6"] = 0.95, "tỷ lệ lạ", 3
    sheet["XFD1048576"] = "x"  # a lost cell far away
    book.save(tmp_path / "b.xlsx")
    with pytest.raises(KhError) as refused:
        indicators.import_readings(session, tmp_path / "b.xlsx", "2026-Q2")
    said = error_text(refused.value)
    assert said.startswith("Chưa lấy số liệu nào từ tệp vì có 2 chỗ sai. Quý III!B4: “0,95” có thể là 0,95% hoặc 95%.")
    assert indicators.readings(session, period="2026-Q2") == []


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.csv", b"a,b\n1,2\n", "readings.no_table"), ("a.csv", b"\xff\xfe\x00", "readings.no_table"),
        ("a.json", b"{", "answers.not_json"),
        ("a.json", b"[1]", "readings.no_table"), ("a.txt", b"", "readings.kind"), ("a.xlsx", b"PK", "import.damaged"),
        ("a.csv", b'"' + b"x" * 200_000, "readings.no_table"), ("a.csv", "Chỉ tiêu,Kết quả\n,90%\n".encode(), "readings.refused"),
        ("a.csv", "Chỉ tiêu,Kết quả\nhai_long,90%\nhai_long,91%\n".encode(), "readings.refused"),
    ],
)  # fmt: skip
def test_files_that_are_refused(session: Session, tmp_path: Path, name: str, content: bytes, code: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(KhError) as refused:
        indicators.import_readings(session, tmp_path / name, Q3)
    assert refused.value.code == code and error_text(refused.value) and indicators.readings(session) == []


def test_the_next_report_and_what_it_lacks(session: Session, plan_id: int) -> None:
    today = date(2026, 11, 21)
    found = periods.next_report(session, today)
    assert (found.period.key, found.days_left, found.ready) == ("2026-Q4", 24, False)
    assert [m.code for m in found.missing] == ["ready.no_figures"]
    indicators.take_targets(session, plan_id, indicators.found_targets(session, plan_id))
    lines(session, "2026-Q4", replace(Line06a("Hộ tịch", online=3, early=2), stated={"received": 4}))
    assert [str(m) for m in periods.next_report(session, today).missing] == [
        "Biểu II.06a còn 2 chỗ không khớp.", "Chỉ tiêu “Tỷ lệ số hóa hồ sơ” chưa có số liệu.",
        "Chỉ tiêu “Tỷ lệ hồ sơ thanh toán trực tuyến” chưa có số liệu.",
        "Chỉ tiêu “Mức độ hài lòng của người dân, doanh nghiệp” chưa có số liệu.",
    ]  # fmt: skip
    schedule.mark_report(session, "report:2026-Q4")
    assert periods.next_report(session, today).period.key == "2026-Y"
    # A report people worked on and did not send stays the next one when its day has passed.
    schedule.mark_report(session, "report:2026-Q4", False)
    late = periods.next_report(session, date(2026, 12, 20))
    assert (late.period.key, late.days_left) == ("2026-Q4", -5)
    assert [p.key for p in periods.periods_in_use(session)] == ["2026-Q4"]


def test_rules_know_months_and_nine_months(session: Session) -> None:
    periods.set_report_rules(session, every=("nine_months", "month"))
    assert periods.report_rules(session).every == ("month", "nine_months")
    assert [p.key for p in periods.periods(session, 2026)][8:10] == ["2026-M09", "2026-N9"]
