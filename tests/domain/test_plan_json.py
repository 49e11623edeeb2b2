import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kh_desktop.domain.deadlines.model import EVERY, EXPLAINED
from kh_desktop.domain.errors import KhError
from kh_desktop.domain.model import (
    COMPARATORS,
    Annex,
    BasisForm,
    DueMove,
    LegalBasis,
    Meaning,
    Numbering,
    Plan,
    Section,
    SectionRole,
    Shape,
    Target,
    Task,
    TaskGroup,
    UnitRef,
)
from kh_desktop.domain.plan_json import plan_from_json, plan_to_json, sections_from_lines, split_units
from kh_desktop.domain.vitext import clean, clean_line

COMMUNES = sorted((Path(__file__).parents[1] / "fixtures" / "communes").glob("*.json"))
SMALL = {"agency": "UBND xã An Thạnh", "level": "xã", "year": 2027, "title": "Kiểm soát thủ tục hành chính"}

line = st.text(max_size=12).map(clean_line)
lines = st.text(max_size=20).map(clean)
unit = line.filter(bool).filter(lambda t: ";" not in t and split_units(t) == (t,)).map(UnitRef)
day = st.just("") | st.dates().filter(lambda d: d.year > 999).map(date.isoformat)
units_of_time = st.lists(st.sampled_from(EVERY), unique=True, max_size=2).map(tuple)
tasks = st.builds(
    Task,
    content=lines,
    detail=lines,
    lead=st.lists(unit, max_size=2).map(tuple),
    coord=st.lists(unit, max_size=2).map(tuple),
    product=lines,
    deadline=lines,
    meaning=st.none() | st.builds(Meaning, phrase=lines, kind=st.sampled_from(EXPLAINED), start=day, end=day, every=units_of_time),
    moves=st.lists(st.builds(DueMove, original=day, moved_to=day, reason=line, at=st.just("2027-03-05T08:30:00")), max_size=2).map(tuple),
)
number = st.just("") | st.decimals(0, 100, places=2).map(str)
targets = st.builds(
    Target,
    indicator=line,
    value=number,
    comparator=st.sampled_from(COMPARATORS),
    denominator=line,
    sentence=lines,
    anchor=line,
    growth=st.sampled_from(["", "20", "-2.5", "-20%"]),
    ceiling=number,
    base=st.sampled_from(["", "2023:40", "2026:12.5"]),
)
plans = st.builds(
    Plan,
    year=st.integers(1990, 2100),
    title=line.filter(bool),
    shape=st.sampled_from(list(Shape)),
    numbering=st.sampled_from(list(Numbering)),
    intro=lines,
    closing=lines,
    bases=st.lists(
        st.builds(LegalBasis, form=st.sampled_from(list(BasisForm)), number=line, title=line, text=lines, joined=st.booleans()), max_size=3
    ).map(tuple),
    sections=st.lists(
        st.builds(Section, heading=line, text=lines, role=st.none() | st.sampled_from(list(SectionRole)), holds_tasks=st.booleans()),
        max_size=3,
    ).map(tuple),
    groups=st.lists(st.builds(TaskGroup, title=line, tasks=st.lists(tasks, max_size=3).map(tuple)), max_size=3).map(tuple),
    annexes=st.lists(st.builds(Annex, title=line, rows=st.lists(st.tuples(lines, lines), max_size=2).map(tuple)), max_size=2).map(tuple),
    targets=st.lists(targets, max_size=3).map(tuple),
    recipients=st.lists(line, max_size=3).map(tuple),
)


@given(plans)
def test_json_is_lossless(plan: Plan) -> None:
    whole = plan_from_json({**SMALL, **json.loads(json.dumps(plan_to_json(plan))), "agency": "UBND xã X", "agency_detail": {"name": "X"}})
    again = plan_from_json(json.loads(json.dumps(plan_to_json(whole))))
    assert again == whole
    for name in ("title", "shape", "numbering", "intro", "closing", "bases", "sections", "groups", "annexes", "targets", "recipients"):
        assert getattr(whole, name) == getattr(plan, name), name


@pytest.mark.parametrize("path", COMMUNES, ids=lambda p: p.stem)
def test_made_up_communes_read_and_write_back(path: Path) -> None:
    data = json.loads(path.read_text(encoding="utf-8"))
    plan = plan_from_json(data)
    assert plan_from_json(plan_to_json(plan)) == plan
    assert [r["content"] for g in data["groups"] for r in g["rows"]] == [t.content for g in plan.groups for t in g.tasks]


def test_the_communes_have_the_four_shapes() -> None:
    shapes = {plan_from_json(json.loads(p.read_text(encoding="utf-8"))).shape for p in COMMUNES}
    assert len(COMMUNES) == 5 and shapes == set(Shape)


def test_short_form_gives_roles_and_the_place_of_the_tasks() -> None:
    data = {
        **SMALL,
        "layout": "sections_with_assignments",
        "sections": [
            "I. MỤC ĐÍCH, YÊU CẦU",
            "I.1. Mục đích",
            "II. NỘI DUNG THỰC HIỆN",
            "II.1. Rà soát",
            "III. KINH PHÍ",
            "IV. TỔ CHỨC THỰC HIỆN",
            "IV.1.",
        ],
        "groups": [{"no": "II", "title": "NỘI DUNG", "rows": [{"no": "1", "content": "Rà soát", "lead": "A; B"}]}],
    }
    plan = plan_from_json(data)
    assert [s.role for s in plan.sections] == list(SectionRole)
    assert plan.sections[1].holds_tasks and not plan.sections[1].children
    assert plan.sections[3].children[0].heading == ""
    assert plan_to_json(plan)["sections"] == data["sections"]
    assert [u.label for u in plan.groups[0].tasks[0].lead] == ["A", "B"]


def test_letters_as_first_numbers_are_seen() -> None:
    plan = plan_from_json({**SMALL, "sections": ["A. Mục đích", "A.1. Một", "B. NỘI DUNG"]})
    assert plan.numbering is Numbering.LETTER
    assert plan_to_json(plan)["sections"] == ["A. Mục đích", "A.1. Một", "B. NỘI DUNG"]


def test_depth_of_lines() -> None:
    tree = sections_from_lines(["I. Một", "I.1. Hai", "I.1.a) Ba", "I.1.đ) Bốn", "II. Năm"])
    assert [c.heading for c in tree[0].children[0].children] == ["Ba", "Bốn"] and tree[1].heading == "Năm"


@pytest.mark.parametrize(
    ("change", "code", "named"),
    [
        ({"year": "2027"}, "answers.wrong_year", "2027"),
        ({"year": True}, "answers.wrong_year", "True"),
        ({"title": ""}, "answers.missing_field", "title"),
        ({"title": ["x"]}, "answers.wrong_field", "title"),
        ({"agency": None}, "answers.missing_field", "agency"),
        ({"level": "huyện"}, "answers.wrong_choice", "level"),
        ({"layout": "bảng"}, "answers.wrong_choice", "layout"),
        ({"date": "31/02/2027"}, "answers.wrong_date", "date"),
        ({"period": ["2027-01-01"]}, "answers.wrong_field", "period"),
        ({"groups": {}}, "answers.wrong_field", "groups"),
        ({"groups": [{"title": "x", "rows": [{"content": 1.5}]}]}, "answers.wrong_field", "groups[1].rows[1].content"),
        ({"columns": ["TT", "Nội dung", "Nội dung"]}, "answers.wrong_columns", "columns"),
        ({"columns": ["TT", "Cột lạ"]}, "answers.unknown_column", "Cột lạ"),
        ({"signature": "CHỦ TỊCH"}, "answers.not_object", "signature"),
        ({"title": "x" * 200_001}, "answers.too_long", "title"),
        ({"indent_cm": 3}, "answers.wrong_choice", "indent_cm"),
        ({"titel": "x"}, "answers.misspelt_field", "title"),
        ({"xyz": "x"}, "answers.unknown_field", "xyz"),
        ({"targets": [{"value": "60", "valeu": "70"}]}, "answers.misspelt_field", "targets[1].valeu"),
        ({"targets": [{"value": "sáu mươi"}]}, "answers.wrong_field", "targets[1].value"),
        ({"targets": [{"comparator": "~"}]}, "answers.wrong_choice", "targets[1].comparator"),
        ({"targets": [{"base": "40:x"}]}, "answers.wrong_field", "targets[1].base"),
        ({"targets": [{"base": "26:40"}]}, "answers.wrong_field", "targets[1].base"),
        ({"groups": [{"rows": [{"content": "a", "led": "b"}]}]}, "answers.misspelt_field", "groups[1].rows[1].led"),
        ({"body": [{"children": [{"children": [{"heading": "a"}]}]}, {"hading": "b"}]}, "answers.misspelt_field", "body[2].hading"),
    ],
)
def test_a_wrong_field_is_named(change: dict[str, object], code: str, named: str) -> None:
    with pytest.raises(KhError) as caught:
        plan_from_json({**SMALL, **change})
    assert caught.value.code == code
    assert named in str(caught.value.params)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=5),
        lambda x: (
            st.lists(x, max_size=3)
            | st.dictionaries(
                st.sampled_from(["title", "year", "groups", "rows", "body", "bases", "signature", "period", "columns", "annexes"]),
                x,
                max_size=4,
            )
        ),
        max_leaves=15,
    )
)
def test_no_json_makes_it_crash(data: object) -> None:
    try:
        plan_from_json({**SMALL, **data} if isinstance(data, dict) else data)
    except KhError:
        pass


def test_a_long_title_and_a_decomposed_name_are_kept() -> None:
    plan = plan_from_json({**SMALL, "title": "Kế hoạch " * 555, "signature": {"name": "Nguye\u0302\u0303n Thi\u0323 Hoa\u0300"}})
    assert len(plan.title) == len("Kế hoạch " * 555) - 1
    assert plan.signature.name == "Nguyễn Thị Hoà"


def test_a_wrong_meaning_is_refused_by_name() -> None:
    row = {"content": "Việc", "deadline": "Sau Tết", "meaning": {"phrase": "Sau Tết", "kind": "due", "end": "2027-02-30"}}
    with pytest.raises(KhError, match="wrong_date") as caught:
        plan_from_json({**SMALL, "groups": [{"title": "A", "rows": [row]}]})
    assert caught.value.params["field"] == "groups[1].rows[1].meaning.end"
    row["meaning"] = {"phrase": "Sau Tết", "kind": "unknown"}
    with pytest.raises(KhError, match="wrong_choice"):
        plan_from_json({**SMALL, "groups": [{"title": "A", "rows": [row]}]})
