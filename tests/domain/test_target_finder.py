"""Targets found in the words of a plan: figure, comparison, growth, indicator, denominator. Made-up sentences of made-up communes."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kh_desktop.domain.indicators import Indicator
from kh_desktop.domain.model import Plan, Section, Target, Task, TaskGroup
from kh_desktop.domain.target_finder import FoundTarget, find_targets, ordinal, place_of, same_sentence, sentences

ROOT = Path(__file__).parents[2]
DATA = json.loads((ROOT / "resources" / "indicators.json").read_text(encoding="utf-8"))
KNOWN = [Indicator(**{**item, "words": tuple(item["words"])}) for item in DATA["indicators"]]


def find(text: str, *own: Indicator) -> tuple[FoundTarget, ...]:
    return find_targets(Plan(year=2027, sections=(Section(text=text),)), [*KNOWN, *own])


def short(found: FoundTarget) -> tuple[str, str, str]:
    t = found.target
    return t.indicator, t.comparator, f"{t.growth}→{t.ceiling}" if t.growth else f"{t.value}-{t.ceiling}" if t.ceiling else t.value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Phấn đấu trên 85% hồ sơ được giải quyết đúng hạn.", ("dung_han", ">=", "85")),
        ("Mức độ hài lòng của người dân đạt từ 95% trở lên.", ("hai_long", ">=", "95")),
        ("Tỷ lệ hồ sơ quá hạn không quá 5% tổng số hồ sơ tiếp nhận.", ("qua_han", "<=", "5")),
        ("Không để quá 2% hồ sơ quá hạn.", ("qua_han", "<=", "2")),
        ("Dưới 3% hồ sơ quá hạn.", ("qua_han", "<=", "3")),
        ("Hồ sơ nộp trực tuyến không dưới 75%.", ("ho_so_truc_tuyen", ">=", "75")),
        ("Tỷ lệ hồ sơ quá hạn: 1,5%.", ("qua_han", "<=", "1.5")),
        ("Duy trì 100% thủ tục hành chính được niêm yết, công khai.", ("niem_yet_tthc", "=", "100")),
        ("Tỷ lệ số hóa hồ sơ tăng mỗi năm tối thiểu 20% cho đến khi đạt 100%.", ("so_hoa_hs", "+", "20→100")),
        ("Số hóa hồ sơ: hằng năm tăng thêm 15%.", ("so_hoa_hs", "+", "15→")),
        ("Giảm dần tỷ lệ hồ sơ quá hạn, mỗi năm giảm 2% đến khi còn 1%.", ("qua_han", "+", "-2→1")),
        ("Tỷ lệ hồ sơ thanh toán trực tuyến đạt từ 80% đến 90%.", ("thanh_toan_tt", ">=", "80-90")),
        ("Tỷ lệ thanh toán trực tuyến 80 - 90%.", ("thanh_toan_tt", ">=", "80-90")),
        ("Có trên 90% phản ánh, kiến nghị được xử lý đúng hạn.", ("pakn_dung_han", ">=", "90")),
        ("Hoàn thành chỉ tiêu tỉnh giao về thanh toán trực tuyến.", ("thanh_toan_tt", "assigned", "")),
        ("Cắt giảm tối thiểu 25 phần trăm chi phí tuân thủ thủ tục hành chính.", ("cat_giam_chi_phi", ">=", "25")),
        ("Gửi văn bản xin lỗi cho 100% hồ sơ quá hạn.", ("xin_loi", "=", "100")),
        ("Tiếp nhận 100% thủ tục tại Bộ phận Một cửa.", ("tthc_mot_cua", "=", "100")),
        ("Niêm yết 100% TTHC tại Bộ phận Một cửa.", ("niem_yet_tthc", "=", "100")),
        ("Hồ sơ được số hóa đạt 90% theo Kế hoạch ngày 25 tháng 6 năm 2021.", ("so_hoa_hs", ">=", "90")),
    ],
)  # fmt: skip
def test_what_a_sentence_promises(text: str, expected: tuple[str, str, str]) -> None:
    (found,) = find(text)
    assert short(found) == expected and found.sure
    assert found.target.sentence == text
    assert found.indicator_name_guess == next(i.name for i in KNOWN if i.key == expected[0])


def test_words_of_another_figure_make_a_guess_only() -> None:
    one, other = find("Hồ sơ trực tuyến một phần đạt 70%; toàn trình đạt 90%.")
    assert one.sure and not other.sure and other.target.value == "90"
    (only,) = find("Hồ sơ được giải quyết; tỷ lệ đúng hạn, trước hạn từ 98%.")
    assert only.sure and only.target.indicator == "dung_han"


def test_several_targets_in_one_sentence() -> None:
    text = "Số hóa kết quả giải quyết đạt 100%, thanh toán trực tuyến tối thiểu 60% và hồ sơ nộp trực tuyến không dưới 75%."
    found = find(text)
    assert [short(f) for f in found] == [("so_hoa_kq", "=", "100"), ("thanh_toan_tt", ">=", "60"), ("ho_so_truc_tuyen", ">=", "75")]
    assert [ordinal(f.target.anchor) for f in found] == ["1", "2", "3"] and {f.target.sentence for f in found} == {text}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ít nhất 1/2 số hồ sơ nộp trực tuyến.", ("ho_so_truc_tuyen", ">=", "50")),
        ("Hài lòng đạt 9/10 phiếu đánh giá.", ("hai_long", ">=", "90")),
        ("Giảm 20% số hồ sơ quá hạn so với năm trước.", ("qua_han", "+", "-20%→")),
        ("100% cán bộ, công chức tham gia tập huấn.", ("", "=", "100")),
        ("Hồ sơ được số hóa theo Kế hoạch ngày 25 tháng 6 năm 2021: 9/10 hồ sơ.", ("so_hoa_hs", ">=", "90")),
        ("Năm 2026, tỷ lệ hồ sơ giải quyết đúng hạn đạt 98,5%.", ("dung_han", ">=", "98.5")),
    ],
)  # fmt: skip
def test_what_may_mean_something_else_is_not_sure(text: str, expected: tuple[str, str, str]) -> None:
    (found,) = find(text)
    assert short(found) == expected and not found.sure


@pytest.mark.parametrize(
    "text",
    [
        "Báo cáo trước ngày 15/9/2027; họp ngày 1/2 hồ sơ.",
        "Theo Quyết định số 766/QĐ-TTg ngày 23/6/2022, số liệu từ ngày 15 đến ngày 14.",
        "Thực hiện 24/7; giao nhiệm vụ cho 3/5 công chức chuyên môn.",
        "Hoàn thành các nhiệm vụ được giao.",
        "Đạt và vượt chỉ tiêu kế hoạch đã đề ra.",
    ],
)
def test_days_numbers_and_duties_are_no_targets(text: str) -> None:
    assert find(text) == ()


def test_what_a_share_is_of() -> None:
    texts = {
        "Tối thiểu đạt 50% hồ sơ trực tuyến so với tổng số hồ sơ tiếp nhận.": "tổng số hồ sơ tiếp nhận",
        "Trên 85% hồ sơ được giải quyết đúng hạn.": "hồ sơ",
        "Có 70% người dân, doanh nghiệp không phải cung cấp lại giấy tờ.": "người dân, doanh nghiệp",
        "Mức hài lòng đạt 90%.": "",
    }
    assert [find(text)[0].target.denominator for text in texts] == list(texts.values())


def test_where_it_stands_and_once_only() -> None:
    twice = "Thanh toán trực tuyến đạt 60%"
    plan = Plan(
        year=2027,
        sections=(Section(heading="I", children=(Section(heading="Mục tiêu", text=f"Mở đầu.\n- {twice}."),)),),
        groups=(TaskGroup(tasks=(Task(content="Đẩy mạnh số hóa hồ sơ", product="Tỷ lệ 80%"), Task(content=twice))),),
    )
    found = find_targets(plan, KNOWN)
    assert [(f.target.anchor, f.target.indicator, f.sure) for f in found] == [
        ("section:1.1#1", "thanh_toan_tt", True),
        ("task:1.1:product#1", "so_hoa_hs", False),  # only the words above it say of what
    ]


def test_a_target_is_found_again_where_its_sentence_stands_now() -> None:
    plan = Plan(
        sections=(Section(1, text="Mở đầu.", children=(Section(2, text="- Đạt 90%.\n- Khác."),)), Section(3, heading="Đạt 80%")),
        groups=(TaskGroup(tasks=(Task(7, content="Việc", product="Một. Đạt 70%;"),)),),
    )
    sentences_now = ("Đạt  90%", "đạt 80%", "- Đạt 70%.", "Đạt 60%", "")
    found = [place_of(plan, Target(sentence=text, anchor="section:9#1")) for text in sentences_now]
    assert found == [("section", 2), ("section", 3), ("task", 7), None, None]


def test_own_indicators_are_found_by_their_name() -> None:
    own = Indicator("rieng_1", "Tỷ lệ giấy tờ lưu trữ điện tử", own=True)
    (found,) = find("Tỷ lệ giấy tờ lưu trữ điện tử đạt 60%.", own)
    assert short(found) == ("rieng_1", ">=", "60") and found.sure


def test_sentences_are_cut_letter_for_letter() -> None:
    text = "Đạt 90%. Trong đó TP. Hà Đông 85%.\n- Một;\n+ Hai. 3 việc"
    assert sentences(text) == ["Đạt 90%.", "Trong đó TP. Hà Đông 85%.", "- Một;", "+ Hai.", "3 việc"]
    assert same_sentence("- Đạt  90%;", "đạt 90%.") and not same_sentence("Đạt 90%", "Đạt 91%")


@given(st.text(alphabet="0123456789%/-–., đạttừênhồsơquáăm;()+\n", max_size=60))
def test_any_text_is_read(text: str) -> None:
    for found in find(text):
        assert found.target.sentence in text and isinstance(found.target, Target)
        assert found.target.value or found.target.growth or found.target.comparator == "assigned"


SOURCES = ROOT.parent / "shared" / "domain" / "kpis.json"


@pytest.mark.skipif(not SOURCES.is_file(), reason="the facts about the source plans lie beside the checkout only")
def test_each_quoted_sentence_of_the_source_plans_gives_its_target() -> None:
    for fact in json.loads(SOURCES.read_text(encoding="utf-8"))["seed_targets"]:
        values = {f.target.growth or f.target.value for f in find(fact["quote"])}
        assert str(fact["value"]) in values, fact["quote"]
