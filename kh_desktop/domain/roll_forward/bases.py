"""Citations of a plan that no longer hold in another year: ended documents, and those made for the old year alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kh_desktop.domain.catalogue import LegalDocument
from kh_desktop.domain.citations import compose_joined, long_date, short
from kh_desktop.domain.legal_status import BasisStatus, status_on
from kh_desktop.domain.model import LegalBasis
from kh_desktop.domain.renaming import Rename, renames_in
from kh_desktop.domain.roll_forward.model import Change, Span, key_of
from kh_desktop.domain.roll_forward.years import moved_year, title_years
from kh_desktop.domain.year_words import Cited, citations_in, years_in

_ARTICLE = re.compile(r"(?:Điều|khoản|điểm|Chương|Mục|Phụ lục)\s+[\w,\s.-]{1,24}$", re.IGNORECASE)
_WITH_YEAR = re.compile(r"/\d{4}/")
BLANK = "…"


def basis_changes(
    bases: Sequence[LegalBasis], documents: Sequence[LegalDocument], span: Span, renames: Sequence[Rename] = ()
) -> Iterator[Change]:
    """The bases to replace: by what took their place, or by the document of that name of the new year, number and date left blank and the
    issuer under its name of today."""
    for index, basis in enumerate(bases):
        where = f"basis:{index}"
        status = status_on(basis, f"{span.to}-01-01", documents)
        old = compose_joined(basis)
        if status.kind in ("expired", "replaced"):
            successors = tuple(_cited(document, basis) for document in status.by)
            texts = tuple(compose_joined(b) for b in successors)
            yield Change(
                key_of("basis", where), "basis", where, 0, old, texts[0] if texts else "", bool(texts) and status.sure, "roll.ended",
                choices=(*texts, ""), status=status, successors=successors,
            )  # fmt: skip
            continue
        blank = blank_of_year(basis, span)
        if blank is not None:
            issuer, title, text = (_renamed(words, renames) for words in (blank.issuer, blank.title, blank.text))
            blank = replace(blank, issuer=issuer, title=title, text=text)
            new = compose_joined(blank)
            yield Change(
                key_of("basis", where), "basis", where, 0, old, new, True, "roll.yearly", {"year": span.year, "to": span.to},
                (new, ""), successors=(blank,),
            )  # fmt: skip


def _renamed(text: str, renames: Sequence[Rename]) -> str:
    for hit in reversed(list(renames_in(text, renames))):
        if hit.by.sure:
            text = text[: hit.start] + hit.new + text[hit.end :]
    return text


def _cited(document: LegalDocument, basis: LegalBasis) -> LegalBasis:
    return LegalBasis(
        form=basis.form, catalogue_id=document.id, doc_type=document.type, number=document.number, issuer=document.issuer,
        issued=document.issued, title=document.title, joined=basis.joined,
    )  # fmt: skip


def blank_of_year(basis: LegalBasis, span: Span) -> LegalBasis | None:
    """A document of the old year alone ("… năm 2025") as the one of the new year, its number and date still to be filled in; None for
    documents that stay what they are."""
    if not span.by:
        return None
    if basis.text:
        cited = next(iter(citations_in(basis.text)), None)
        if cited is None or not is_yearly(basis.text, cited, span):
            return None
        return replace(basis, text=basis.text[: cited.start] + blanked(basis.text, cited, span) + basis.text[cited.end :])
    years = [s for s in years_in(basis.title) if s.role in ("year", "half", "bare") and s.years == (span.year,)]
    if not years or _WITH_YEAR.search(basis.number):
        return None
    title = basis.title
    for spot in reversed(years):
        title = title[: spot.start] + moved_year(basis.title, spot, span) + title[spot.end :]
    code = basis.number.partition("/")[2]
    return replace(basis, title=title, number=f"{BLANK}/{code}" if code else "", issued="", catalogue_id="")


def is_yearly(text: str, cited: Cited, span: Span) -> bool:
    """Whether a cited document is one that a body issues anew each year: its code has no year, its name has that of the plan."""
    return bool(span.by) and not _WITH_YEAR.search(cited.code) and bool(title_years(text, cited, span))


def blanked(text: str, cited: Cited, span: Span) -> str:
    """The citation with its years moved and its number and date left blank."""
    whole = text[cited.start : cited.end]
    for spot in reversed(title_years(text, cited, span)):
        begin = spot.start - cited.start
        whole = whole[:begin] + moved_year(text, spot, span) + whole[spot.end - cited.start :]
    core = text[cited.core : cited.core_end]
    blank = re.sub(r"(?<![\w/])\d{1,5}(?=\s*/\s*[A-ZĐ])", BLANK, core, count=1)
    blank = re.sub(r"(\d{1,2}|…+)\s*/\s*(\d{1,2}|…+)\s*/\s*\d{4}", f"{BLANK}/{BLANK}/{BLANK}", blank)
    blank = re.sub(r"(\d{1,2}|…+) tháng (\d{1,2}|…+) năm \d{4}", f"{BLANK} tháng {BLANK} năm {BLANK}", blank)
    return whole.replace(core, blank, 1)


def citation_changes(place: str, text: str, documents: Sequence[LegalDocument], span: Span) -> Iterator[Change]:
    """The documents cited in a running text that have ended, or were made for the old year alone. Never ticked: what stands around them
    must be read."""
    for cited in citations_in(text):
        if is_yearly(text, cited, span):
            old, new = text[cited.start : cited.end], blanked(text, cited, span)
            yield Change(
                key_of("citation", place, cited.start), "citation", place, cited.start, old, new, False, "roll.yearly",
                {"year": span.year, "to": span.to},
            )  # fmt: skip
            continue
        core = text[cited.core : cited.core_end]
        status = status_on(LegalBasis(number=cited.code, text=""), f"{span.to}-01-01", documents)
        if status.kind in ("expired", "replaced") and status.by:
            yield _replaced(place, cited, core, status, in_article=bool(_ARTICLE.search(text[: cited.core])))


def _replaced(place: str, cited: Cited, core: str, status: BasisStatus, *, in_article: bool) -> Change:
    texts = tuple(_like(core, _cited(document, LegalBasis())) for document in status.by)
    reason = "roll.ended_article" if in_article else "roll.ended"
    return Change(
        key_of("citation", place, cited.core), "citation", place, cited.core, core, texts[0], False, reason, choices=texts, status=status
    )


def _like(core: str, basis: LegalBasis) -> str:
    """A successor named as the text names its forerunner: with the date only where that had one."""
    if "ngày" not in core or not basis.issued:
        return short(basis)
    if "tháng" in core:
        return f"{short(basis)} {long_date(basis.issued)}"
    year, month, day = basis.issued.split("-")
    return f"{short(basis)} ngày {day}/{month if month in ('01', '02') else int(month)}/{year}"
