"""Years in running text: what each is, and that no two overlap."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kh_desktop.domain.year_words import citations_in, may_be_count, years_in

CASES = [
    ("một cửa liên thông năm 2025 trên địa bàn xã", [("year", "năm 2025")]),
    ("NHIỆM VỤ KIỂM SOÁT TTHC NĂM 2025", [("year", "NĂM 2025")]),
    ("Trước ngày 15/9/2024", [("date", "15/9/2024")]),
    ("từ ngày 15 tháng 12 năm 2023 đến ngày 14 tháng 12 năm 2024", [("date", "15 tháng 12 năm 2023"), ("date", "14 tháng 12 năm 2024")]),
    ("Quý II/2024", [("year", "Quý II/2024")]),
    ("Quý IV năm 2024", [("year", "Quý IV năm 2024")]),
    ("quý 3/24", [("year", "quý 3/24")]),
    ("Tháng 02 đến tháng 6 năm 2025", [("year", "tháng 6 năm 2025")]),
    ("Từ tháng 02 - 7/2024", [("year", "7/2024")]),
    ("Hạn 05/3/25", [("date", "05/3/25")]),
    ("những tháng cuối năm 2025", [("half", "những tháng cuối năm 2025")]),
    ("6 tháng đầu năm 2025", [("half", "6 tháng đầu năm 2025")]),
    ("giai đoạn 2021-2025, tầm nhìn đến năm 2030", [("programme", "giai đoạn 2021-2025"), ("goal", "tầm nhìn đến năm 2030")]),
    ("từ năm 2021 đến năm 2025", [("programme", "từ năm 2021 đến năm 2025")]),
    ("năm học 2024-2025", [("school", "năm học 2024-2025")]),
    ("tiêu chuẩn ISO 9001:2015 vào việc", [("standard", "ISO 9001:2015")]),
    ("TCVN ISO 9001: 2015", [("standard", "TCVN ISO 9001: 2015")]),
    ("tuyên truyền Luật Đất đai năm 2024 đến người dân", [("law", "Luật Đất đai năm 2024")]),
    ("tuyên truyền pháp luật năm 2024", [("year", "năm 2024")]),
    ("triển khai Luật Cư trú trong năm 2024", [("year", "năm 2024")]),
    ("một cửa liên thông 2025.", [("bare", "2025")]),
    ("Nghị định số 61/2018/NĐ-CP ngày 23/4/2018", [("citation", "Nghị định số 61/2018/NĐ-CP ngày 23/4/2018")]),
    ("theo Nghị định số61/2018/NĐ- CP trong năm 2024", [("citation", "Nghị định số61/2018/NĐ- CP"), ("year", "năm 2024")]),
    ("Theo QĐ số 1955/QĐ-UBND ngày 25/10/2022 tỉnh", [("citation", "QĐ số 1955/QĐ-UBND ngày 25/10/2022")]),
    ("Công văn số 12 ngày 05/3/2024 của UBND tỉnh", [("citation", "Công văn số 12 ngày 05/3/2024")]),
    ("Gửi báo cáo trước ngày 05/3/2024 của năm", [("date", "05/3/2024")]),
    ("Kế hoạch số 60/KH-UBND ngày 30 tháng 12 năm 2022 của UBND xã về cải cách hành chính, một cửa năm 2023; năm 2023",
     [("citation", "Kế hoạch số 60/KH-UBND ngày 30 tháng 12 năm 2022 của UBND xã về cải cách hành chính, một cửa năm 2023"),
      ("year", "năm 2023")]),
    ("Thực hiện Kế hoạch CCHC năm 2025 ban hành kèm theo Quyết định số 20/QĐ-UBND ngày 21/01/2025, UBND xã ban hành kế hoạch năm 2025",
     [("citation", "Kế hoạch CCHC năm 2025 ban hành kèm theo Quyết định số 20/QĐ-UBND ngày 21/01/2025"), ("year", "năm 2025")]),
    ("đạt 98% hồ sơ; 2.025 hồ sơ; số điện thoại 02203852024", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_what_a_year_is(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(s.role, text[s.start : s.end]) for s in years_in(text)] == expected


def test_a_number_before_a_noun_may_be_a_count() -> None:
    text = "Số hóa 2025 hồ sơ, kiểm tra kế hoạch 2025 trên địa bàn"
    assert [may_be_count(text, s) for s in years_in(text)] == [True, False]


def test_the_code_of_a_citation_is_read_without_blanks() -> None:
    assert [c.code for c in citations_in("Nghị định số 107/2021/NĐ-\nCP và Thông tư số 01/2018/TT-VPCP")] == [
        "107/2021/NĐ-CP",
        "01/2018/TT-VPCP",
    ]


WORDS = st.sampled_from(
    ["năm 2024", "2024", "15/9/2024", "quý II/2024", "tháng", "ngày", "Nghị định số 61/2018/NĐ-CP", "của Chính phủ", "về",
     "giai đoạn 2021-2025", "ISO 9001:2015", "Luật", "trước", "đến", ";", ".", ",", "\n", "số", "/", "-", "6", "cuối", "hồ sơ",
     "số 8/KH-UBND, ngày 23/01/2024"]
)  # fmt: skip


@given(st.lists(WORDS, max_size=14).map(" ".join) | st.text(alphabet="0123456789/-. ngàyăthquýISOLậĐKCP:;,\n", max_size=60))
def test_spots_stand_in_the_text_and_apart(text: str) -> None:
    spots = years_in(text)
    assert all(a.end <= b.start for a, b in zip(spots, spots[1:], strict=False))
    for spot in spots:
        assert 0 <= spot.start < spot.end <= len(text)
        for year, at in zip(spot.years, spot.at, strict=True):
            assert spot.start <= at < spot.end
            digits = text[at : at + 4]
            assert str(year) in (digits, f"20{digits[:2]}")
