"""The plan of the next year: what is proposed, what comes of it, and what must never change."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kh_desktop.domain.catalogue import LegalDocument
from kh_desktop.domain.model import (
    Agency,
    Evidence,
    LegalBasis,
    Plan,
    PlanState,
    Section,
    Target,
    Task,
    TaskGroup,
    TaskState,
    UnitRef,
)
from kh_desktop.domain.plan_json import plan_from_json
from kh_desktop.domain.plan_texts import texts_of
from kh_desktop.domain.renaming import Rename
from kh_desktop.domain.roll_forward import Change, Circumstances, RollForward, propose
from kh_desktop.domain.roll_forward.tasks import fresh
from kh_desktop.domain.vitext import clean
from kh_desktop.domain.year_words import citations_in

COMMUNES = sorted((Path(__file__).parents[1] / "fixtures/communes").glob("*.json"))
OLD = LegalDocument("old", "Nghị định", "61/2018/NĐ-CP", "Chính phủ", "2018-04-23", "Về cơ chế một cửa", effective_to="2025-07-01",
                    replaced_by=("new",), status="expired", confidence="confirmed")  # fmt: skip
AMENDING = replace(OLD, id="amending", number="107/2021/NĐ-CP", issued="2021-12-06", title="Sửa đổi Nghị định 61")
NEW = LegalDocument("new", "Nghị định", "118/2025/NĐ-CP", "Chính phủ", "2025-06-09", "Về thủ tục hành chính theo cơ chế một cửa",
                    effective_from="2025-07-01", replaces=("old",), status="in_force", confidence="confirmed")  # fmt: skip
RENAMES = (
    Rename("Bộ phận Một cửa", "Trung tâm Phục vụ hành chính công", why="Tên nay."),
    Rename("UBND huyện{ten}", "UBND tỉnh Hồng Lam", why="Không còn huyện."),
    Rename("huyện{ten}", "tỉnh Hồng Lam", sure=False, why="Không còn huyện."),
    Rename("VPTK", "Văn phòng HĐND và UBND", whole=True),
)
AROUND = Circumstances(RENAMES, (OLD, AMENDING, NEW), None, lambda day: "Chủ nhật" if day == "2026-03-15" else "", "Chuyển tiếp")


def of(text: str, *, deadline: str = "", year: int = 2025, to: int = 2026, **fields: object) -> RollForward:
    """The proposal for a plan with one section text and one task."""
    task = Task(content="Việc", deadline=deadline)
    plan = Plan(year=year, sections=(Section(text=text),), groups=(TaskGroup(tasks=(task,)),), **fields)  # type: ignore[arg-type]
    return propose(plan, to, AROUND)


def pairs(found: RollForward) -> list[tuple[str, str, bool]]:
    return [(c.old, c.new, c.ticked) for c in found.changes]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kế hoạch năm 2025 như sau", [("năm 2025", "năm 2026", True)]),
        ("khắc phục tồn tại, hạn chế năm 2024", [("năm 2024", "năm 2025", True)]),
        ("xây dựng kế hoạch năm 2026", [("năm 2026", "năm 2027", True)]),
        ("Tháng 02 đến tháng 6 năm 2025", [("tháng 6 năm 2025", "tháng 6 năm 2026", True)]),
        ("từ 15/12/2024 đến 14/12/2025", [("15/12/2024", "15/12/2025", True), ("14/12/2025", "14/12/2026", True)]),
        ("tồn tại trong năm 2023", [("năm 2023", "năm 2025", False)]),
        ("giai đoạn 2021-2025", [("giai đoạn 2021-2025", "giai đoạn 2026-2030", False)]),
        ("giai đoạn 2022-2025", [("giai đoạn 2022-2025", "giai đoạn 2026-2030", False)]),
        ("giai đoạn 2021-2030, tầm nhìn đến năm 2045", []),
        ("phấn đấu đến năm 2025 đạt 100%", [("đến năm 2025", "đến năm 2026", False)]),
        ("theo tiêu chuẩn ISO 9001:2015 và Luật Đất đai năm 2024", []),
        ("số hóa 2025 hồ sơ", [("2025", "2026", False)]),
        ("thành lập năm 1998", []),
        ("ngày 29/02/2024 và ngày 28/2/2025", [("29/02/2024", "28/02/2025", True), ("28/2/2025", "28/2/2026", True)]),
        ("quý II/25", [("quý II/25", "quý II/26", True)]),
        ("Chỉ thị số 27/CT-TTg ngày 27/10/2024 và Nghị định số 45/2025/NĐ-CP ngày 08/4/2025 của Chính phủ", []),
    ],
)
def test_years_as_the_next_plan_says_them(text: str, expected: list[tuple[str, str, bool]]) -> None:
    assert pairs(of(text)) == expected


def test_a_year_before_without_looking_back_may_be_left_over() -> None:
    (change,) = of("Biểu mẫu rà soát của năm 2024").changes
    assert (change.new, change.reason, change.choices) == ("năm 2025", "roll.year_before", ("năm 2025", "năm 2026"))
    (change,) = of("so với kết quả năm 2024").changes
    assert not change.reason


def test_days_that_do_not_exist_or_are_not_worked_are_said() -> None:
    first, second = of("Trước ngày 31/9/2025; báo cáo trước ngày 15/3/2025").changes
    assert (first.new, first.reason) == ("30/9/2026", "roll.no_such_day")
    assert (second.new, second.reason, second.choices) == ("15/3/2026", "roll.day_off", ("15/3/2026", "14/3/2026"))
    (deadline,) = of("", deadline="15/03/2025").changes
    assert (deadline.kind, deadline.choices) == ("deadline", ("15/03/2026", "14/03/2026"))


def test_a_plan_of_some_months_becomes_one_of_a_whole_year_when_that_is_taken() -> None:
    found = of("trong các tháng cuối năm 2025; tính từ ngày 01 tháng 7 năm 2025", period_start="2025-07-01", period_end="2025-12-31")
    period, half, begin = found.changes
    assert (period.kind, half.new, half.choices) == ("period", "năm 2026", ("năm 2026", "các tháng cuối năm 2026"))
    assert begin.choices == ("01 tháng 01 năm 2026", "15 tháng 12 năm 2025", "01 tháng 7 năm 2026")
    whole, same = found.after(), found.after(())
    assert (whole.period_start, whole.period_end) == ("2026-01-01", "2026-12-31")
    assert (same.period_start, same.period_end) == ("2026-07-01", "2026-12-31")
    report = of("báo cáo năm được tính từ ngày 01/7/2025", period_start="2025-07-01", period_end="2025-12-31")
    assert report.changes[1].new == "15/12/2025"


def test_ended_bases_are_replaced_and_what_replaces_two_stands_once() -> None:
    bases = tuple(LegalBasis(doc_type=d.type, number=d.number, issuer=d.issuer, issued=d.issued, title=d.title) for d in (OLD, AMENDING))
    joined = (*bases, LegalBasis(doc_type="Thông tư", number="02/2017/TT-VPCP", title="Về nghiệp vụ", joined=True))
    found = propose(Plan(year=2025, bases=joined), 2026, AROUND)
    assert [c.status.kind for c in found.changes if c.status] == ["expired", "expired"]
    after = found.after()
    assert [(b.catalogue_id or b.number, b.joined) for b in after.bases] == [("new", False), ("02/2017/TT-VPCP", False)]
    first, second = found.changes
    assert [b.number for b in found.after({second.key}).bases] == [OLD.number, NEW.number, "02/2017/TT-VPCP"]
    assert [b.number for b in found.after({first.key}, {first.key: ""}).bases] == [AMENDING.number, "02/2017/TT-VPCP"]
    assert found.after({first.key}, {first.key: "Quyết định khác"}).bases[0].text == "Quyết định khác"


def test_a_document_of_the_old_year_alone_waits_for_its_new_number() -> None:
    plan = Plan(year=2025, bases=(
        LegalBasis(
            doc_type="Kế hoạch", number="94/KH-UBND", issuer="UBND huyện Lam Sơn", issued="2024-12-25", title="Về kiểm soát TTHC năm 2025"
        ),
        LegalBasis(text="Kế hoạch số 60/KH-UBND ngày 30/12/2024 của UBND xã về cải cách hành chính năm 2025"),
        LegalBasis(doc_type="Nghị quyết", number="5/2025/NQ-CP", title="Về nhiệm vụ năm 2025"),
    ))  # fmt: skip
    first, second, third = propose(plan, 2026, AROUND).after().bases
    assert (first.number, first.issued, first.title) == ("…/KH-UBND", "", "Về kiểm soát TTHC năm 2026")
    assert first.issuer == "UBND tỉnh Hồng Lam"
    assert second.text == "Kế hoạch số …/KH-UBND ngày …/…/… của UBND xã về cải cách hành chính năm 2026"
    assert third == plan.bases[2]


def test_citations_in_the_text_are_only_offered() -> None:
    found = of("theo Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ; tại Điều 6 Nghị định 61/2018/NĐ-CP")
    assert [(c.new, c.ticked, c.reason) for c in found.changes] == [
        ("Nghị định số 118/2025/NĐ-CP ngày 09/6/2025", False, "roll.ended"),
        ("Nghị định số 118/2025/NĐ-CP", False, "roll.ended_article"),
    ]


def test_names_are_changed_but_not_in_the_name_of_a_document() -> None:
    found = of("Kế hoạch số 1/KH-UBND của UBND huyện Lam Sơn; gửi UBND huyện Lam Sơn; tại BỘ PHẬN MỘT CỬA; của huyện Lam Sơn")
    assert pairs(found) == [
        ("UBND huyện Lam Sơn", "UBND tỉnh Hồng Lam", True),
        ("BỘ PHẬN MỘT CỬA", "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG", True),
        ("huyện Lam Sơn", "tỉnh Hồng Lam", False),
    ]


def test_a_proper_name_ends_where_other_capitals_begin() -> None:
    found = of("gửi UBND huyện Lam Sơn ISO và UBND HUYỆN LAM SƠN; huyện nhà")
    assert [(c.old, c.new) for c in found.changes] == [
        ("UBND huyện Lam Sơn", "UBND tỉnh Hồng Lam"), ("UBND HUYỆN LAM SƠN", "UBND TỈNH HỒNG LAM"), ("huyện", "tỉnh Hồng Lam"),
    ]  # fmt: skip


def test_units_that_became_one_are_named_once() -> None:
    task = Task(content="Việc", lead=(UnitRef("VPTK", 3), UnitRef("Văn phòng HĐND và UBND")), coord=(UnitRef("Bộ phận Một cửa"),))
    plan = Plan(year=2025, groups=(TaskGroup(tasks=(task,)),), recipients=("UBND huyện Lam Sơn", "UBND tỉnh Hồng Lam", "Lưu: VT"))
    after = propose(plan, 2026, AROUND).after()
    assert after.groups[0].tasks[0].lead == (UnitRef("Văn phòng HĐND và UBND"),)
    assert after.groups[0].tasks[0].coord == (UnitRef("Trung tâm Phục vụ hành chính công"),)
    assert after.recipients[-1] == "Lưu: VT" and "UBND tỉnh Hồng Lam" in after.recipients


def test_what_was_not_done_goes_along_and_what_was_given_up_does_not() -> None:
    dropped = TaskState.DROPPED
    tasks = (
        Task(content="Xong", state=TaskState.DONE, deadline="Quý I/2025", evidence=(Evidence(number="1"),), note="tốt"),
        Task(content="Chưa", deadline="Quý II/2025", lead=(UnitRef("A"),)),
        Task(content="Bỏ", state=dropped, deadline="Quý II/2025", lead=(UnitRef("B"),)),
        Task(content="", state=dropped, continues=True, deadline="Quý III/2025"),
        Task(content="Con", level=1, merged=("lead",), deadline="Quý IV/2025"),
        Task(content="Thường xuyên", deadline="Thường xuyên"),
    )
    plan = Plan(year=2025, state=PlanState.ISSUED, groups=(TaskGroup(title="I", tasks=tasks),))
    found = propose(plan, 2026, AROUND)
    kinds = [(c.where, c.reason, c.new) for c in found.changes if c.kind == "task"]
    # "Bỏ" has a sub-task that was not given up, so it stays; only its row of its own is offered.
    assert kinds == [
        ("task:0.1", "roll.unfinished_todo", "Chuyển tiếp"),
        ("task:0.3", "roll.dropped", ""),
        ("task:0.4", "roll.unfinished_todo", "Chuyển tiếp"),
    ]
    after = found.after().groups[0].tasks
    assert [t.content for t in after] == ["Xong", "Chưa", "Bỏ", "Con", "Thường xuyên"]
    assert [t.note for t in after] == ["", "Chuyển tiếp", "", "Chuyển tiếp", ""]
    assert all(t.state is TaskState.TODO and not t.evidence for t in after)


def test_a_cell_joined_with_a_row_left_out_keeps_its_words() -> None:
    tasks = (
        Task(content="Bỏ", state=TaskState.DROPPED, lead=(UnitRef("Phòng Kinh tế"),), deadline="Quý I/2025"),
        Task(content="Giữ", merged=("lead",), deadline="Thường xuyên"),
    )
    plan = Plan(year=2025, groups=(TaskGroup(tasks=tasks), TaskGroup(title="Rỗng", tasks=tasks[:1])))
    after = propose(plan, 2026, AROUND).after()
    (task,) = after.groups[0].tasks
    assert (task.lead, task.merged) == ((UnitRef("Phòng Kinh tế"),), ())
    assert len(after.groups) == 1


def test_growing_targets_are_raised_up_to_their_ceiling_and_follow_their_sentence() -> None:
    sentence = "Tăng 20% so với năm 2024"
    targets = (
        Target(indicator="a", value="60", comparator="+", growth="15", ceiling="70", sentence=sentence),
        Target(indicator="b", value="50", comparator="+", growth="-20%"),
        Target(indicator="c", value="98", comparator=">="),
    )
    plan = Plan(year=2025, sections=(Section(text=f"Mục tiêu. {sentence}; năm 2025."),), targets=targets)
    after = propose(plan, 2027, AROUND).after()
    assert [t.value for t in after.targets] == ["70", "32", "98"]
    assert after.targets[0].sentence == "Tăng 20% so với năm 2026"


def test_the_office_as_it_is_now_takes_the_place_of_the_old_one() -> None:
    now = Agency("xã", "Đồng Xuân Hạ", "UBND tỉnh Hồng Lam")
    was = Agency("thị trấn", "Cồn Lữ", "UBND huyện Lam Sơn")
    plan = Plan(year=2024, agency=was, number="5", issued="2024-01-02", state=PlanState.ISSUED)
    found = propose(plan, 2026, replace(AROUND, agency=now))
    assert found.after().agency == now and found.after(()).agency == plan.agency
    made = found.after()
    assert (made.year, made.number, made.issued, made.state, made.version, made.previous_id) == (2026, "", "", PlanState.DRAFT, 1, 0)


def test_what_is_left_of_the_old_year_says_why() -> None:
    found = of("ISO 9001:2015; giai đoạn 2021-2025; tồn tại năm 2024; năm 2022 sót; theo Nghị định số 45/2020/NĐ-CP; từ năm 1998")
    assert [(x.year, x.why) for x in found.left()] == [
        (2015, "standard"), (2025, "unticked"), (2025, "before"), (2022, "unticked"), (2020, "citation"), (1998, "kept"),
    ]  # fmt: skip
    inside = of("Kế hoạch số 118/KH-UBND ngày 02/7/2021 của UBND tỉnh về đổi mới giai đoạn 2021-2025")
    assert [(x.year, x.why) for x in inside.left()] == [(2025, "programme"), (2025, "citation")]
    for left in (*found.left(), *inside.left()):
        assert left.text[left.start : left.end] == str(left.year)


# --- properties

PIECES = st.sampled_from(
    ["năm 2025", "năm 2024", "năm 2023", "2025", "trước ngày 15/9/2025", "29/02/2024", "quý II/2025", "tháng 12 năm 2025",
     "giai đoạn 2021-2025", "Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ",
     "Kế hoạch số 8/KH-UBND ngày 23/01/2025 của UBND huyện Lam Sơn năm 2025",
     "ISO 9001:2015", "Bộ phận Một cửa", "UBND huyện Lam Sơn", "huyện", "Luật Đất đai năm 2024", "những tháng cuối năm 2025",
     "tồn tại, hạn chế", "hồ sơ", "; ", ". ", ", ", "\n", "và", "của", "Thực hiện"]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=10).map(" ".join).map(clean)
STATES = st.sampled_from(TaskState)


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    tasks = st.builds(
        Task, content=TEXTS, deadline=TEXTS, product=TEXTS, state=STATES, level=st.integers(0, 2), continues=st.booleans(),
        lead=st.lists(st.sampled_from(["VPTK", "Bộ phận Một cửa", "Công an xã"]).map(UnitRef), max_size=2).map(tuple),
        merged=st.sampled_from([(), ("lead",), ("deadline",)]), note=st.sampled_from(["", "ghi"]),
    )  # fmt: skip
    bases = st.builds(LegalBasis, number=st.sampled_from([OLD.number, AMENDING.number, "8/KH-UBND", ""]), title=TEXTS, joined=st.booleans())
    return Plan(
        id=7, year=2025, number="3", issued="2025-01-03", title=draw(TEXTS), intro=draw(TEXTS), state=draw(st.sampled_from(PlanState)),
        period_start=draw(st.sampled_from(["", "2025-01-01", "2025-07-01"])), period_end="2025-12-31",
        bases=tuple(draw(st.lists(bases, max_size=3))), sections=(Section(text=draw(TEXTS), children=(Section(heading=draw(TEXTS)),)),),
        groups=(TaskGroup(title=draw(TEXTS), tasks=tuple(draw(st.lists(tasks, max_size=4)))),), recipients=("UBND huyện", draw(TEXTS)),
    )  # fmt: skip


def all_plans() -> list[Plan]:
    return [plan_from_json(json.loads(path.read_text(encoding="utf-8"))) for path in COMMUNES]


def in_texts(found: RollForward) -> list[Change]:
    return [c for c in found.changes if c.kind in ("year", "deadline", "citation", "unit")]


def check_places(found: RollForward) -> None:
    texts = texts_of(found.plan)
    for change in in_texts(found):
        assert texts[change.where][change.start : change.end] == change.old != change.new
    for where in {c.where for c in in_texts(found)}:
        here = sorted((c.start, c.end) for c in in_texts(found) if c.where == where)
        assert all(a[1] <= b[0] for a, b in zip(here, here[1:], strict=False))
    assert len({c.key for c in found.changes}) == len(found.changes)


def check_citations(found: RollForward) -> None:
    """With every change of years and names made, each citation stands as it stood."""
    before = texts_of(found.plan)
    taken = {c.key for c in found.changes if c.kind in ("year", "deadline", "unit")}
    after = texts_of(found.after(taken))
    for place, text in before.items():
        if place.startswith("recipient") or ":lead." in place:
            continue
        for cited in citations_in(text):
            assert text[cited.core : cited.end].strip() in after[place], (place, text, after[place])


def check_nothing(found: RollForward) -> None:
    plan, after = found.plan, found.after(())
    tasks = tuple(replace(g, tasks=tuple(map(fresh, g.tasks))) for g in plan.groups)
    start = plan.period_start.replace(str(plan.year), str(found.year))
    end = plan.period_end.replace(str(plan.year), str(found.year))
    assert after == replace(
        plan, id=0, year=found.year, number="", issued="", state=PlanState.DRAFT, version=1, previous_id=0, groups=tasks,
        period_start=start, period_end=end,
    )  # fmt: skip


def check_again(found: RollForward) -> None:
    again = propose(found.after(), found.year, AROUND)
    assert not again.ticked, [(c.where, c.old, c.new) for c in again.changes if c.ticked]


def check_left(found: RollForward) -> None:
    """No text of the new plan has a year of the old one that is not listed."""
    listed = {x.text for x in found.left()}
    after = found.after()
    for text in texts_of(replace(after, groups=())).values():
        years = [int(y) for y in re.findall(r"(?<!\d)20\d\d(?!\d)", text)]
        assert not years or max(years) > found.plan.year or text in listed, text


@settings(max_examples=150)
@given(plans(), st.sampled_from([2026, 2027]))
def test_properties_hold_for_any_plan(plan: Plan, to: int) -> None:
    found = propose(plan, to, AROUND)
    for check in (check_places, check_citations, check_nothing, check_again, check_left):
        check(found)
    assert propose(plan, to, AROUND) == found
    every = found.after({c.key for c in found.changes}, {c.key: "" for c in found.changes})
    assert every.year == to


@pytest.mark.parametrize("plan", all_plans(), ids=[p.stem for p in COMMUNES])
def test_properties_hold_for_the_made_up_communes(plan: Plan) -> None:
    found = propose(plan, plan.year + 1, AROUND)
    assert str(plan.year + 1) in found.after().title and str(plan.year) not in found.after().title
    for check in (check_places, check_citations, check_nothing, check_left):
        check(found)
