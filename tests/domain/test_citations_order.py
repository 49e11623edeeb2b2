"""The order of citations, by example and by property."""

from __future__ import annotations

import itertools
from collections import Counter
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from kh_desktop.domain.citations import compose, compose_joined, ordered, rank
from kh_desktop.domain.model import BasisForm, LegalBasis

AMENDS = {"nd-48-2013": ("nd-63-2010",), "nd-92-2017": ("nd-63-2010", "nd-48-2013")}


def _decree(catalogue_id: str, number: str, issued: str, title: str = "", joined: bool = False) -> LegalBasis:
    return LegalBasis(
        catalogue_id=catalogue_id, doc_type="Nghị định", number=number, issuer="Chính phủ", issued=issued, title=title, joined=joined
    )


ND_63 = _decree("nd-63-2010", "63/2010/NĐ-CP", "2010-06-08")
ND_48 = _decree("nd-48-2013", "48/2013/NĐ-CP", "2013-05-14")
ND_92 = _decree("nd-92-2017", "92/2017/NĐ-CP", "2017-08-07")
ND_20 = _decree("nd-20-2011", "20/2011/NĐ-CP", "2011-02-01")
LAW = LegalBasis(doc_type="Luật", title="Luật Lưu trữ", issued="2024-06-21")
PROVINCE_PLAN = LegalBasis(form=BasisForm.THUC_HIEN, doc_type="Kế hoạch", number="1/KH-UBND", issuer="UBND tỉnh A", issued="2009-01-01")


def test_amending_texts_follow_what_they_amend() -> None:
    mixed = [PROVINCE_PLAN, ND_92, ND_20, ND_48, LAW, ND_63]
    assert ordered(mixed, AMENDS) == (LAW, ND_63, ND_48, ND_92, ND_20, PROVINCE_PLAN)


def test_an_amending_title_is_enough() -> None:
    amending = _decree("", "310/2026/NĐ-CP", "2026-08-05", "Sửa đổi, bổ sung một số điều của Nghị định số 63/2010/NĐ-CP")
    assert ordered([ND_20, amending, ND_63]) == (ND_63, amending, ND_20)


def test_an_undated_text_still_takes_its_amendment_behind_it() -> None:
    undated = replace(ND_63, issued="")
    assert ordered([ND_48, undated], AMENDS) == (undated, ND_48)


def test_a_joined_basis_moves_with_the_one_before_it() -> None:
    chained = replace(ND_92, joined=True)
    assert ordered([ND_20, ND_63, chained, LAW], AMENDS) == (LAW, ND_63, chained, ND_20)


def test_a_first_basis_is_not_joined_to_anything() -> None:
    lost = replace(ND_92, joined=True)
    assert ordered([lost, ND_20]) == (ND_20, replace(lost, joined=False))


def test_texts_that_amend_each_other_do_not_disappear() -> None:
    circle = {"nd-48-2013": ("nd-92-2017",), "nd-92-2017": ("nd-48-2013",)}
    assert set(ordered([ND_92, ND_48], circle)) == {ND_48, ND_92}


_ids = st.sampled_from(["nd-63-2010", "nd-48-2013", "nd-92-2017", "x", ""])
_bases = st.builds(
    LegalBasis,
    form=st.sampled_from(BasisForm),
    catalogue_id=_ids,
    doc_type=st.sampled_from(["Luật", "Nghị định", "Thông tư", "Kế hoạch", "Quyết định", ""]),
    number=st.sampled_from(["63/2010/NĐ-CP", "02/2017/TT-VPCP", "5/KH-UBND", "8/QĐ-TTg", ""]),
    issuer=st.sampled_from(["Chính phủ", "UBND tỉnh A", "UBND xã B", ""]),
    issued=st.sampled_from(["2010-06-08", "2027-01-05", "2024-02", ""]),
    title=st.sampled_from(["Luật Lưu trữ", "Về công tác văn thư", "Sửa đổi, bổ sung Nghị định số 63/2010/NĐ-CP", ""]),
    text=st.sampled_from(["", "", "Kế hoạch số 5/KH-UBND của UBND xã B", "Thực hiện chương trình;"]),
    joined=st.booleans(),
)
_lists = st.lists(_bases, max_size=8)


@given(_lists)
def test_ordering_loses_and_invents_nothing(bases: list[LegalBasis]) -> None:
    expected = [replace(bases[0], joined=False), *bases[1:]] if bases else []
    assert Counter(ordered(bases, AMENDS)) == Counter(expected)


@given(_lists)
def test_ordering_twice_changes_nothing_more(bases: list[LegalBasis]) -> None:
    once = ordered(bases, AMENDS)
    assert ordered(once, AMENDS) == once


@given(_lists)
def test_can_cu_stands_before_thuc_hien(bases: list[LegalBasis]) -> None:
    forms = [basis.form for basis in ordered(bases, AMENDS) if not basis.joined]
    assert forms == sorted(forms, key=lambda form: form is BasisForm.THUC_HIEN)


@given(_lists)
def test_a_joined_basis_keeps_its_forerunner(bases: list[LegalBasis]) -> None:
    before = Counter((a, b) for a, b in itertools.pairwise(_unjoined_first(bases)) if b.joined)
    after = Counter((a, b) for a, b in itertools.pairwise(ordered(bases, AMENDS)) if b.joined)
    assert after == before


@given(_lists)
def test_without_amendments_the_order_is_the_rank(bases: list[LegalBasis]) -> None:
    single = [replace(basis, joined=False, title="") for basis in bases]
    ranks = [rank(basis) for basis in ordered(single)]
    assert ranks == sorted(ranks)


@given(_bases)
def test_a_citation_never_ends_with_a_mark_nor_doubles_a_blank(basis: LegalBasis) -> None:
    full, tail = compose(basis), compose_joined(basis)
    assert not full.endswith((";", ".", ",", " "))
    assert "  " not in full
    assert full == "" or full.startswith(("Căn cứ ", "Thực hiện "))
    assert full.endswith(tail)


def _unjoined_first(bases: list[LegalBasis]) -> list[LegalBasis]:
    return [replace(bases[0], joined=False), *bases[1:]] if bases else []
