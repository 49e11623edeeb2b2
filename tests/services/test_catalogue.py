"""The shipped catalogue: whole, searchable, and right on the documents plans live by."""

from __future__ import annotations

import pytest

from kh_desktop.domain.citations import compose, ordered
from kh_desktop.domain.model import LegalBasis
from kh_desktop.domain.plan_json import plan_from_json
from kh_desktop.resources import resource_json
from kh_desktop.services.catalogue import LegalDocument, amendments, basis_from, catalogue, search, status_on, status_text


def _document(document_id: str) -> LegalDocument:
    return next(d for d in catalogue() if d.id == document_id)


def _status(document_id: str, on: str) -> tuple[str, tuple[str, ...], bool]:
    status = status_on(basis_from(_document(document_id)), on)
    return status.kind, tuple(d.id for d in status.by), status.sure


def test_references_inside_the_catalogue_lead_somewhere() -> None:
    ids = [d.id for d in catalogue()]
    assert len(ids) == len(set(ids)) >= 50
    for d in catalogue():
        assert {*d.amends, *d.amended_by, *d.replaces, *d.replaced_by} <= set(ids)
        assert d.confidence in ("confirmed", "unconfirmed")
        assert d.status in ("in_force", "expired", "probably_expired", "unknown", "reference")


def test_only_central_documents_are_shipped() -> None:
    assert not [d.id for d in catalogue() if "UBND" in d.number or "UBND" in d.issuer]


def test_a_missing_title_is_empty_and_the_officer_is_told() -> None:
    untitled = [d for d in catalogue() if not d.title]
    assert untitled
    for d in untitled:
        assert "trích yếu" in d.remark
        assert "trích yếu" in status_text(status_on(basis_from(d), "2027-01-05"))
    assert not [d.id for d in catalogue() if "not found" in (d.title + compose(basis_from(d)))]


@pytest.mark.parametrize(
    ("document_id", "on", "expected"),
    [
        ("nd-61-2018", "2027-01-05", ("expired", ("nd-118-2025",), True)),
        ("nd-61-2018", "2024-01-05", ("amended", ("nd-107-2021",), True)),
        ("nd-61-2018", "2025-06-30", ("amended", ("nd-107-2021",), True)),
        ("nd-61-2018", "2018-06-20", ("not_yet", (), True)),
        ("nd-107-2021", "2027-01-05", ("expired", ("nd-118-2025",), False)),
        ("nd-45-2020", "2027-01-05", ("amended", ("nd-310-2026",), True)),
        ("nd-45-2020", "2026-08-04", ("in_force", (), True)),
        ("nd-118-2025", "2027-01-05", ("amended", ("nd-367-2025", "nd-309-2026"), True)),
        ("nd-42-2022", "2026-07-01", ("expired", ("nd-224-2026",), True)),
        ("tt-01-2018-vpcp", "2027-01-05", ("replaced", ("tt-03-2025-vpcp",), False)),
        ("tt-02-2017-vpcp", "2027-01-05", ("unknown", (), False)),
        ("tt-02-2017-vpcp", "2024-01-05", ("in_force", (), False)),
        ("nd-30-2020", "2027-01-05", ("in_force", (), True)),
        ("luat-72-2025", "2027-01-05", ("in_force", (), True)),
    ],
)
def test_status_of_the_documents_plans_live_by(document_id: str, on: str, expected: tuple[str, tuple[str, ...], bool]) -> None:
    assert _status(document_id, on) == expected


def test_sentences_say_what_replaced_it_and_how_sure_that_is() -> None:
    sure = status_text(status_on(basis_from(_document("nd-61-2018")), "2027-01-05"))
    assert sure == "Hết hiệu lực từ ngày 01/07/2025, được thay thế bằng Nghị định số 118/2025/NĐ-CP."
    unsure = status_text(status_on(basis_from(_document("tt-01-2018-vpcp")), "2027-01-05"))
    assert unsure.startswith("Theo dữ liệu kèm chương trình (chưa kiểm chứng): ")
    assert "Thông tư số 03/2025/TT-VPCP" in unsure
    check = status_text(status_on(basis_from(_document("tt-02-2017-vpcp")), "2027-01-05"))
    assert "09/2026/TT-BTP" in check
    assert "09/2026/TT-BTP" not in status_text(status_on(basis_from(_document("tt-02-2017-vpcp")), "2024-01-05"))
    decree_63 = status_text(status_on(basis_from(_document("nd-63-2010")), "2027-01-05"))
    assert "có thể cả Nghị định số 78/2025/NĐ-CP (chưa kiểm chứng)" in decree_63
    assert status_text(status_on(LegalBasis(number="5/KH-UBND"), "2027-01-05")) == ""
    assert "không có trong dữ liệu" in status_text(status_on(LegalBasis(number="1/2099/NĐ-CP"), "2100-01-05"))


def test_every_sentence_is_whole() -> None:
    for d in catalogue():
        for on in ("2009-01-05", "2024-01-05", "2027-01-05"):
            text = status_text(status_on(basis_from(d), on))
            assert text.endswith(".")
            assert ".." not in text
            assert "  " not in text


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("118/2025", "nd-118-2025"),
        ("118", "nd-118-2025"),
        ("nd 45", "nd-45-2020"),
        ("Nghị định 63", "nd-63-2010"),
        ("mot cua bo phan cong dich vu", "nd-118-2025"),
        ("một cửa liên thông", "nd-118-2025"),
        ("luu tru", "luat-luutru-2024"),
        ("số hóa hồ sơ", "tt-01-2023-vpcp"),
        ("van thu", "nd-30-2020"),
        ("tt 02/2017", "tt-02-2017-vpcp"),
    ],
)
def test_search_needs_no_accents_and_puts_the_usable_first(query: str, first: str) -> None:
    assert search(query)[0].id == first


def test_search_for_everything_and_nothing() -> None:
    assert set(search("")) == set(catalogue())
    assert search("không có văn bản này") == []


def test_amendments_order_the_bases_of_a_plan() -> None:
    ids = [
        "nd-310-2026",
        "nd-309-2026",
        "nd-45-2020",
        "nd-92-2017",
        "nd-118-2025",
        "luat-72-2025",
        "nd-63-2010",
        "nd-48-2013",
        "nd-367-2025",
    ]
    bases = ordered([basis_from(_document(i)) for i in ids], amendments())
    assert [b.catalogue_id for b in bases] == [
        "luat-72-2025", "nd-63-2010", "nd-48-2013", "nd-92-2017", "nd-45-2020", "nd-310-2026", "nd-118-2025", "nd-367-2025", "nd-309-2026",
    ]  # fmt: skip


def test_the_sample_plan_cites_only_what_is_surely_in_force_and_in_order() -> None:
    plan = plan_from_json(resource_json("sample", "plan.json"))
    assert ordered(plan.bases, amendments()) == plan.bases
    for basis in plan.bases:
        status = status_on(basis, "2027-01-05")
        assert status.sure
        assert status.kind in ("in_force", "amended", "own")
