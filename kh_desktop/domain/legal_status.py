"""Whether a cited document was in force on a day, what amended or replaced it, and how sure the catalogue is of that."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from kh_desktop.domain.catalogue import LegalDocument, code_of, find_document
from kh_desktop.domain.model import LegalBasis

StatusKind = Literal["in_force", "amended", "expired", "replaced", "not_yet", "unknown", "own"]

# Bodies whose documents a catalogue of central documents should hold.
_CENTRAL_MARKS = ("-CP", "-TTg", "TT-", "TTLT-", "/QH", "-VPCP", "UBTVQH")


@dataclass(frozen=True, slots=True)
class BasisStatus:
    """The state of a basis on one day.

    ``kind``: "expired" has a known last day (``since`` is the first day without force), "replaced" only a successor; "own" is a document
    the catalogue does not hold and does not have to (of the province or the office). ``by``: what amended or replaced it.
    ``maybe``: amendments no text confirms. ``sure``: whether texts confirm all that is said. ``since``: from which day, ISO or "".
    """

    kind: StatusKind
    by: tuple[LegalDocument, ...] = ()
    sure: bool = True
    since: str = ""
    maybe: tuple[LegalDocument, ...] = ()
    document: LegalDocument | None = None


def status_on(basis: LegalBasis, on: str, documents: Sequence[LegalDocument]) -> BasisStatus:
    """The status of ``basis`` on the ISO day ``on`` by the catalogue ``documents``; never raises."""
    document = find_document(basis, documents)
    if document is None:
        central = any(mark in code_of(basis) for mark in _CENTRAL_MARKS)
        return BasisStatus("unknown", sure=False) if central else BasisStatus("own")
    return _ended(document, on, documents) or _open_question(document, on) or _amended(document, on, documents)


def _ended(document: LegalDocument, on: str, documents: Sequence[LegalDocument]) -> BasisStatus | None:
    if document.effective_to and on >= document.effective_to:
        by = _successors(document, on, documents)
        sure = document.confirms("effective_to", "status", "replaced_by")
        return BasisStatus("expired", by, sure, document.effective_to, document=document)
    by = _successors(document, on, documents)
    if by and not document.effective_to:
        return BasisStatus("replaced", by, document.confirms("status", "replaced_by"), by[0].in_force_from, document=document)
    if document.in_force_from and on < document.in_force_from:
        sure = document.confirms("effective_from" if document.effective_from else "issued")
        return BasisStatus("not_yet", sure=sure, since=document.in_force_from, document=document)
    return None


def _open_question(document: LegalDocument, on: str) -> BasisStatus | None:
    if document.status == "reference":
        return BasisStatus("unknown", sure=document.confirms("status"), document=document)
    open_now = document.status in ("unknown", "probably_expired")
    if open_now and on >= document.doubtful_from and not (document.replaced_by and document.status == "probably_expired"):
        return BasisStatus("unknown", sure=False, since=document.doubtful_from, document=document)
    return None


def _amended(document: LegalDocument, on: str, documents: Sequence[LegalDocument]) -> BasisStatus:
    amending = sorted((d for d in documents if d.id in document.amended_by and d.in_force_from <= on), key=lambda d: d.in_force_from)
    known = tuple(d for d in amending if document.confirms(f"amended_by:{d.id}"))
    maybe = tuple(d for d in amending if d not in known)
    sure = document.confirms("status")
    if known:
        return BasisStatus("amended", known, sure, known[-1].in_force_from, maybe, document)
    if maybe:
        return BasisStatus("amended", maybe, False, maybe[-1].in_force_from, document=document)
    if document.amended and not document.amended_by:
        return BasisStatus("amended", sure=False, document=document)
    return BasisStatus("in_force", sure=sure, since=document.in_force_from, document=document)


def _successors(
    document: LegalDocument, on: str, documents: Sequence[LegalDocument], seen: tuple[str, ...] = ()
) -> tuple[LegalDocument, ...]:
    """What stands in the place of ``document`` on that day; a successor that has ended in its turn gives way to its own."""
    found: list[LegalDocument] = []
    for successor in (d for d in documents if d.id in document.replaced_by and d.id not in seen):
        if successor.in_force_from > on:
            continue
        later = _successors(successor, on, documents, (*seen, document.id))
        found += [d for d in (later or (successor,)) if d not in found]
    return tuple(sorted(found, key=lambda d: d.in_force_from))
