"""The wording of citations: the rules of NĐ 30/2020/NĐ-CP, Phụ lục I, II.6."""

from __future__ import annotations

import pytest

from kh_desktop.domain.citations import compose, compose_joined, long_date, rank, short
from kh_desktop.domain.model import BasisForm, LegalBasis

ND_63 = LegalBasis(
    doc_type="Nghị định", number="63/2010/NĐ-CP", issuer="Chính phủ", issued="2010-06-08", title="Về kiểm soát thủ tục hành chính"
)
LAW = LegalBasis(
    doc_type="Luật", number="72/2025/QH15", issuer="Quốc hội", issued="2025-06-16", title="Luật Tổ chức chính quyền địa phương"
)
PLAN = LegalBasis(
    form=BasisForm.THUC_HIEN,
    doc_type="Kế hoạch",
    number="312/KH-UBND",
    issuer="UBND tỉnh Sơn Hải",
    issued="2026-12-21",
    title="Kế hoạch kiểm soát thủ tục hành chính năm 2027",
)


def test_decree_with_all_its_parts() -> None:
    assert compose(ND_63) == "Căn cứ Nghị định số 63/2010/NĐ-CP ngày 08 tháng 6 năm 2010 của Chính phủ về kiểm soát thủ tục hành chính"


def test_law_by_name_without_code_and_issuer() -> None:
    assert compose(LAW) == "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025"
    code = LegalBasis(doc_type="Bộ luật", number="45/2019/QH14", issued="2019-11-20", title="Lao động")
    assert compose(code) == "Căn cứ Bộ luật Lao động ngày 20 tháng 11 năm 2019"
    amending = LegalBasis(doc_type="Luật", title="Sửa đổi, bổ sung một số điều của Luật Lưu trữ")
    assert compose(amending) == "Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Lưu trữ"


def test_law_without_a_name_falls_back_to_its_code() -> None:
    assert compose(LegalBasis(doc_type="Luật", number="12/2026/QH16")) == "Căn cứ Luật số 12/2026/QH16"


@pytest.mark.parametrize(
    ("iso", "printed"),
    [
        ("2010-06-08", "ngày 08 tháng 6 năm 2010"),
        ("2024-01-23", "ngày 23 tháng 01 năm 2024"),
        ("2024-02-09", "ngày 09 tháng 02 năm 2024"),
        ("2024-10-10", "ngày 10 tháng 10 năm 2024"),
        ("2024-02", "tháng 02 năm 2024"),
        ("2024", "năm 2024"),
        ("", ""),
    ],
)
def test_day_is_padded_and_month_only_for_the_first_two(iso: str, printed: str) -> None:
    assert long_date(iso) == printed


@pytest.mark.parametrize(
    ("title", "printed"),
    [
        ("Sửa đổi, bổ sung một số điều của các nghị định", "sửa đổi, bổ sung một số điều của các nghị định"),
        ("Về công tác văn thư", "về công tác văn thư"),
        ("Về Kế hoạch truyền thông", "về Kế hoạch truyền thông"),
        ("Ban hành Quy chế hoạt động", "ban hành Quy chế hoạt động"),
        ("Giao Ủy ban nhân dân các xã nhiệm vụ năm 2027", "giao Ủy ban nhân dân các xã nhiệm vụ năm 2027"),
        ("Hà Giang thực hiện thí điểm", "Hà Giang thực hiện thí điểm"),
        ("CCHC năm 2027", "CCHC năm 2027"),
    ],
)
def test_title_runs_on_in_lower_case_but_names_stay(title: str, printed: str) -> None:
    basis = LegalBasis(doc_type="Nghị quyết", number="9/NQ-CP", issuer="Chính phủ", title=title)
    assert compose(basis) == f"Căn cứ Nghị quyết số 9/NQ-CP của Chính phủ {printed}"


def test_opening_word_follows_the_form_and_can_be_overridden() -> None:
    expected = "Kế hoạch số 312/KH-UBND ngày 21 tháng 12 năm 2026 của UBND tỉnh Sơn Hải kiểm soát thủ tục hành chính năm 2027"
    assert compose(PLAN) == f"Thực hiện {expected}"
    assert compose(PLAN, BasisForm.CAN_CU) == f"Căn cứ {expected}"
    assert compose_joined(PLAN) == expected


def test_own_words_stand_as_they_are() -> None:
    own = LegalBasis(text="Đề án số hóa của tỉnh Sơn Hải giai đoạn 2026 - 2030;", number="1/QĐ-UBND", title="Không dùng")
    assert compose(own) == "Căn cứ Đề án số hóa của tỉnh Sơn Hải giai đoạn 2026 - 2030"
    typed = LegalBasis(text="Thực hiện chương trình công tác năm 2027.")
    assert compose(typed) == "Thực hiện chương trình công tác năm 2027"
    assert compose_joined(typed) == "chương trình công tác năm 2027"


def test_nothing_known_gives_nothing() -> None:
    assert compose(LegalBasis()) == ""
    assert compose_joined(LegalBasis()) == ""


def test_later_mention_is_type_and_code_only() -> None:
    assert short(ND_63) == "Nghị định số 63/2010/NĐ-CP"
    assert short(LAW) == "Luật Tổ chức chính quyền địa phương"
    assert short(LegalBasis(text="Quyết định số 12/QĐ-UBND ngày 02/01/2027 của UBND tỉnh Sơn Hải")) == "Quyết định số 12/QĐ-UBND"


def _level(**fields: str) -> int:
    return rank(LegalBasis(**fields))[1]  # type: ignore[arg-type]


def test_rank_follows_the_issuer_from_the_law_down_to_the_commune() -> None:
    levels = [
        _level(doc_type="Luật", title="Luật Lưu trữ"),
        _level(doc_type="Nghị quyết", number="202/2025/QH15", issuer="Quốc hội"),
        _level(doc_type="Nghị định", number="63/2010/NĐ-CP"),
        _level(doc_type="Chỉ thị", number="27/CT-TTg"),
        _level(doc_type="Thông tư", number="02/2017/TT-VPCP"),
        _level(doc_type="Quyết định", number="12/QĐ-UBND", issuer="Chủ tịch UBND tỉnh Sơn Hải"),
        _level(doc_type="Quyết định", number="12/QĐ-UBND", issuer="UBND huyện Thạch Lâm"),
        _level(doc_type="Kế hoạch", number="12/KH-UBND", issuer="UBND xã Đông Mai Thượng, tỉnh Sơn Hải"),
    ]
    assert levels == sorted(set(levels))


def test_rank_reads_a_typed_citation() -> None:
    typed = LegalBasis(text="Nghị định số 45/2020/NĐ-CP ngày 08/4/2020 của Chính phủ về thực hiện thủ tục hành chính")
    assert rank(typed)[1:3] == (_level(doc_type="Nghị định", number="1/2020/NĐ-CP"), "2020-04-08")
    assert _level(text="Kế hoạch số 5/KH-UBND của UBND thị xã Bến Mơ") == _level(number="5/KH-UBND", issuer="UBND huyện A")
    assert _level(doc_type="Văn bản", issuer="Cơ quan Thường trực về Xã hội") > _level(number="5/KH-UBND", issuer="UBND xã A")
