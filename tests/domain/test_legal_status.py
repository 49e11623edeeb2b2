"""The status of a basis on a day, on a small catalogue made for the purpose."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kh_desktop.domain.catalogue import LegalDocument, find_document, parse_documents
from kh_desktop.domain.legal_status import status_on
from kh_desktop.domain.model import LegalBasis

OLD, NEW, NEWEST, CHANGE, CIRCULAR, LAW, SAME_CODE = DOCUMENTS = parse_documents(
    [
        {
            "id": "old", "type": "Nghị định", "number": "1/2010/NĐ-CP", "issued": "2010-01-10", "effective_from": "2010-03-01",
            "effective_to": "2020-01-01", "amended_by": ["change"], "replaced_by": ["new"], "status": "expired", "confidence": "confirmed",
        },
        {
            "id": "new", "type": "Nghị định", "number": "2/2019/NĐ-CP", "issued": "2019-11-05", "effective_from": "2020-01-01",
            "replaced_by": ["newest"], "status": "probably_expired", "confidence": "confirmed", "unconfirmed": ["replaced_by"],
        },
        {
            "id": "newest", "type": "Nghị định", "number": "3/2025/NĐ-CP", "issued": "2025-05-05", "status": "in_force",
            "amended_by": ["change"], "unconfirmed": ["amended_by:change"], "confidence": "confirmed",
        },
        {
            "id": "change", "type": "Nghị định", "number": "4/2015/NĐ-CP", "issued": "2015-01-01", "amends": ["old"],
            "confidence": "confirmed",
        },
        {
            "id": "circular", "type": "Thông tư", "number": "5/2017/TT-VPCP", "issued": "2017-01-01", "status": "unknown",
            "doubtful_from": "2026-08-01",
        },
        {"id": "law", "type": "Luật", "title": "Luật Lưu trữ", "number": "33/2024/QH15", "issued": "2024-06-21", "status": "in_force"},
        {"id": "same", "type": "Quyết định", "number": "06/QĐ-TTg", "issued": "2022-01-06", "status": "in_force"},
    ]
)  # fmt: skip


def _basis(document: LegalDocument) -> LegalBasis:
    return LegalBasis(catalogue_id=document.id)


def test_before_its_first_day_a_document_is_not_yet_in_force() -> None:
    status = status_on(_basis(OLD), "2010-02-28", DOCUMENTS)
    assert (status.kind, status.since, status.sure) == ("not_yet", "2010-03-01", True)


def test_in_force_then_amended_then_expired() -> None:
    assert status_on(_basis(OLD), "2010-03-01", DOCUMENTS).kind == "in_force"
    amended = status_on(_basis(OLD), "2019-12-31", DOCUMENTS)
    assert (amended.kind, amended.by, amended.since, amended.sure) == ("amended", (CHANGE,), "2015-01-01", True)
    expired = status_on(_basis(OLD), "2020-01-01", DOCUMENTS)
    assert (expired.kind, expired.by, expired.since, expired.sure) == ("expired", (NEW,), "2020-01-01", True)


def test_a_successor_that_was_replaced_gives_way_to_its_own() -> None:
    assert status_on(_basis(OLD), "2026-01-01", DOCUMENTS).by == (NEWEST,)


def test_a_successor_without_a_known_last_day_means_replaced_and_unsure() -> None:
    status = status_on(_basis(NEW), "2025-05-05", DOCUMENTS)
    assert (status.kind, status.by, status.since, status.sure) == ("replaced", (NEWEST,), "2025-05-05", False)
    assert status_on(_basis(NEW), "2025-05-04", DOCUMENTS).kind != "replaced"


def test_an_unconfirmed_amendment_makes_the_answer_unsure() -> None:
    status = status_on(_basis(NEWEST), "2026-01-01", DOCUMENTS)
    assert (status.kind, status.by, status.sure) == ("amended", (CHANGE,), False)


def test_a_confirmed_amendment_is_told_apart_from_a_possible_one() -> None:
    other = replace(CHANGE, id="other", issued="2025-08-01")
    both = replace(NEWEST, amended_by=("change", "other"), unconfirmed=("amended_by:other",))
    status = status_on(_basis(both), "2026-01-01", (both, CHANGE, other))
    assert (status.by, status.maybe, status.sure) == ((CHANGE,), (other,), True)


def test_a_doubt_counts_from_the_day_it_began() -> None:
    before, after = (status_on(_basis(CIRCULAR), on, DOCUMENTS) for on in ("2026-07-31", "2026-08-01"))
    assert (before.kind, before.sure) == ("in_force", False)
    assert (after.kind, after.sure, after.since) == ("unknown", False, "2026-08-01")


@pytest.mark.parametrize(
    ("basis", "expected"),
    [
        (LegalBasis(number="1/2010/NĐ-CP"), OLD),
        (LegalBasis(number="1/2010/nđ-cp "), OLD),
        (LegalBasis(text="Nghị định số 1/2010/NĐ-CP ngày 10/01/2010 của Chính phủ"), OLD),
        (LegalBasis(doc_type="Luật", title="Lưu trữ"), LAW),
        (LegalBasis(text="Luật Lưu trữ ngày 21 tháng 6 năm 2024"), LAW),
        (LegalBasis(number="06/QĐ-TTg"), SAME_CODE),
        (LegalBasis(number="06/QĐ-TTg", issued="2026-01-09"), None),
        (LegalBasis(number="12/KH-UBND"), None),
        (LegalBasis(doc_type="Luật", title="Luật Lưu trữ điện tử"), None),
        (LegalBasis(), None),
    ],
)
def test_the_cited_document_is_found_by_code_or_name(basis: LegalBasis, expected: LegalDocument | None) -> None:
    assert find_document(basis, DOCUMENTS) == expected


def test_local_documents_are_the_offices_own_and_unknown_central_ones_are_unknown() -> None:
    assert status_on(LegalBasis(number="12/KH-UBND"), "2027-01-05", DOCUMENTS).kind == "own"
    status = status_on(LegalBasis(number="99/2026/NĐ-CP"), "2027-01-05", DOCUMENTS)
    assert (status.kind, status.sure, status.document) == ("unknown", False, None)


_days = st.dates().map(lambda day: day.isoformat())


@given(st.sampled_from(DOCUMENTS), _days, _days)
def test_what_has_ended_does_not_come_back(document: LegalDocument, one: str, other: str) -> None:
    early, late = sorted((one, other))
    if status_on(_basis(document), early, DOCUMENTS).kind in ("expired", "replaced"):
        assert status_on(_basis(document), late, DOCUMENTS).kind in ("expired", "replaced")
    for status in (status_on(_basis(document), day, DOCUMENTS) for day in (early, late)):
        assert document not in status.by
        assert all(by.in_force_from <= late for by in status.by)
