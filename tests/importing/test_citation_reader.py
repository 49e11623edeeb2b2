"""Citations read into their parts; what the parts would not say again keeps its own wording."""

import pytest

from kh_desktop.domain.citations import compose
from kh_desktop.domain.model import BasisForm, LegalBasis
from kh_desktop.importing.citation_reader import opens_citation, read_citations


def test_several_documents_chained_in_one_paragraph() -> None:
    read = read_citations(
        "Căn cứ Nghị định số 63/2010/NĐ-CP ngày 08 tháng 6 năm 2010 của Chính phủ về kiểm soát thủ tục hành chính; "
        "Nghị định số 92/2017/NĐ-CP "
        "ngày 07/8/2017 của Chính phủ sửa đổi, bổ sung một số điều của các Nghị định liên quan; quản lý, sử dụng hệ thống;"
    )
    first, second = read.bases
    assert (first.doc_type, first.number, first.issuer, first.issued) == ("Nghị định", "63/2010/NĐ-CP", "Chính phủ", "2010-06-08")
    assert (second.joined, second.issued) == (True, "2017-08-07")
    assert second.title.endswith("liên quan; quản lý, sử dụng hệ thống")


@pytest.mark.parametrize(
    ("text", "issuer", "title"),
    [
        (
            "Căn cứ Thông tư số 02/2017/TT-VPCP ngày 31/10/2017 của Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ hướng dẫn nghiệp vụ",
            "Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ",
            "hướng dẫn nghiệp vụ",
        ),
        (
            "Thực hiện Quyết định số 7/QĐ-UBND ngày 24/01/2025 của Chủ tịch UBND thành phố Hồng Lam về việc ban hành Kế hoạch",
            "Chủ tịch UBND thành phố Hồng Lam",
            "về việc ban hành Kế hoạch",
        ),
        ("Thực hiện Kế hoạch số 60/KH-UBND ngày 30/12/2022 của UBND xã cải cách hành chính", "UBND xã", "cải cách hành chính"),
        ("Căn cứ Kế hoạch số 9/KH-STP ngày 02/01/2026 của Sở Tư pháp kiểm tra công tác", "Sở Tư pháp", "kiểm tra công tác"),
    ],
)
def test_issuer_and_subject(text: str, issuer: str, title: str) -> None:
    (basis,) = read_citations(text).bases
    assert (basis.issuer, basis.title, basis.text) == (issuer, title, "")


def test_laws_are_cited_by_name() -> None:
    (basis,) = read_citations("Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;").bases
    assert (basis.doc_type, basis.title, basis.issued, basis.text) == ("Luật", "Tổ chức chính quyền địa phương", "2025-06-16", "")


def test_own_wording_is_kept_where_the_parts_do_not_say_it() -> None:
    text = "Thực hiện Kế hoạch kiểm soát năm 2025 ban hành kèm theo Quyết định số 462/QĐ-UBND ngày 14/02/2025 của UBND huyện Sơn Trạch"
    (basis,) = read_citations(text).bases
    assert (basis.form, basis.number) == (BasisForm.THUC_HIEN, "462/QĐ-UBND")
    assert compose(basis) == text


def test_a_day_no_calendar_has() -> None:
    read = read_citations("Thực hiện Kế hoạch số 5/KH-UBND ngày 31/02/2025 của UBND huyện Hải Trạch về rà soát")
    assert read.bases[0].issued == ""
    assert read.wrong_dates == ("ngày 31/02/2025",)
    assert "31/02/2025" in read.bases[0].text


def test_a_sentence_is_no_citation() -> None:
    assert not opens_citation("Thực hiện tốt công tác niêm yết thủ tục hành chính;")
    assert opens_citation("Căn cứ tình hình thực tế của xã;")


@pytest.mark.parametrize(
    "basis",
    [
        LegalBasis(
            doc_type="Nghị định", number="61/2018/NĐ-CP", issuer="Chính phủ", issued="2018-04-23", title="về thực hiện cơ chế một cửa"
        ),
        LegalBasis(
            form=BasisForm.THUC_HIEN, doc_type="Kế hoạch", number="3/KH-UBND", issuer="UBND tỉnh Hải Nam", title="cải cách hành chính"
        ),
        LegalBasis(doc_type="Bộ luật", title="Lao động"),
    ],
)
def test_composed_citations_come_back(basis: LegalBasis) -> None:
    assert read_citations(compose(basis)).bases == (basis,)


def test_documents_in_a_row_without_their_subjects() -> None:
    text = "Căn cứ Nghị định 61/2018/NĐ-CP ngày 23/4/2018, Nghị định số 107/2021/NĐ-CP ngày 06/12/2021 của Chính phủ;"
    assert [(b.number, b.issued) for b in read_citations(text).bases] == [("61/2018/NĐ-CP", "2018-04-23"), ("107/2021/NĐ-CP", "2021-12-06")]
    changing = "Căn cứ Nghị định số 92/2017/NĐ-CP ngày 07/8/2017 sửa đổi Nghị định số 63/2010/NĐ-CP, Nghị định số 48/2013/NĐ-CP;"
    assert [b.number for b in read_citations(changing).bases] == ["92/2017/NĐ-CP"]


def test_codes_without_their_hyphens() -> None:
    text = "Căn cứ Nghị định số 63/2010/NĐCP ngày 08/6/2010 của Chính phủ về kiểm soát thủ tục hành chính;"
    (basis,) = read_citations(text).bases
    assert (basis.number, basis.issuer) == ("63/2010/NĐ-CP", "Chính phủ")
    assert read_citations("Căn cứ Thông tư số 02/2017/TTVPCP ngày 31/10/2017;").bases[0].number == "02/2017/TT-VPCP"
    assert read_citations("Căn cứ Công văn số 15/BTTTT ngày 31/10/2017;").bases[0].number == "15/BTTTT"
