"""The legal catalogue shipped with the program: finding documents, citing them, saying whether they are still in force."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, cast

from kh_desktop.domain import legal_status
from kh_desktop.domain.catalogue import LegalDocument, parse_documents
from kh_desktop.domain.citations import rank, short
from kh_desktop.domain.legal_status import BasisStatus
from kh_desktop.domain.model import BasisForm, LegalBasis
from kh_desktop.domain.vitext import clean_line, fold, matches
from kh_desktop.resources import resource_json
from kh_desktop.services.messages import Said, said

__all__ = ["BasisStatus", "LegalDocument", "amendments", "basis_from", "catalogue", "search", "status_on", "status_said", "status_text"]


# What people write for a type of document when they search: "nd 118", "tt 02/2017".
_SHORT_TYPES = {"nghi dinh": "nd", "thong tu": "tt", "quyet dinh": "qd", "chi thi": "ct", "nghi quyet": "nq", "van ban hop nhat": "vbhn"}


@cache
def catalogue() -> tuple[LegalDocument, ...]:
    """All documents of the catalogue."""
    data = cast(Mapping[str, Any], resource_json("legal_catalogue.json"))
    return parse_documents(data["documents"])


@cache
def amendments() -> Mapping[str, tuple[str, ...]]:
    """For ``citations.ordered``: id and number of each amending text -> ids and numbers of what it amends."""
    documents = {d.id: d for d in catalogue()}
    pairs: dict[str, set[str]] = {}
    for document in documents.values():
        for amending in (documents[i] for i in document.amended_by if i in documents):
            pairs.setdefault(amending.id, set()).add(document.id)
        for amended in (documents[i] for i in document.amends if i in documents):
            pairs.setdefault(document.id, set()).add(amended.id)
    found: dict[str, tuple[str, ...]] = {}
    for amending_id, amended_ids in pairs.items():
        names = tuple(sorted({name for i in amended_ids for name in (i, documents[i].number) if name}))
        found.update({name: names for name in (amending_id, documents[amending_id].number) if name})
    return found


def search(query: str) -> list[LegalDocument]:
    """The documents that have every word of ``query`` in number, type, issuer or title, accents not needed; best first.

    A hit in the number beats one in the title; then a usable document beats an expired one, a text beats its amendments, a law or
    decree beats what details it, and the newer beats the older. An empty query gives all.
    """
    query = clean_line(query)
    found = [d for d in catalogue() if matches(query, _searched(d))]
    folded = fold(query)
    found.sort(key=lambda d: d.issued, reverse=True)
    found.sort(key=lambda d: (_distance(d, folded), d.status not in ("in_force", "unknown"), bool(d.amends), rank(basis_from(d))[1]))
    return found


def basis_from(doc: LegalDocument, form: BasisForm = BasisForm.CAN_CU) -> LegalBasis:
    """A citation of ``doc``; where the catalogue has no title it stays empty for the officer to fill in."""
    return LegalBasis(
        form=form, catalogue_id=doc.id, doc_type=doc.type, number=doc.number, issuer=doc.issuer, issued=doc.issued, title=doc.title
    )


def status_on(basis: LegalBasis, on: str) -> BasisStatus:
    """Whether ``basis`` was in force on the ISO day ``on`` (the day of the plan)."""
    return legal_status.status_on(basis, on, catalogue())


def status_said(status: BasisStatus) -> Said | None:
    """What an official reads about a status; None for the office's own documents. Unsure ones say that they are."""
    if status.kind == "own":
        return None
    document = status.document
    if document is None:
        return said("status.unlisted")
    sentence = _sentence(status, document)
    if not status.sure:
        sentence = said("status.unsure", sentence=sentence)
    # Remarks speak of today; a plan of a year before the doubt began does not need them.
    dated = document.doubtful_from or document.effective_to or document.replaced_by
    if not status.sure and document.remark and not (dated and status.kind in ("in_force", "amended", "not_yet")):
        return said("status.with_remark", sentence=sentence, remark=document.remark)
    if not document.title:
        return said("status.with_remark", sentence=sentence, remark=said("status.fill_title"))
    return sentence


def status_text(status: BasisStatus) -> str:
    """``status_said`` in Vietnamese; "" for the office's own documents."""
    sentence = status_said(status)
    return "" if sentence is None else str(sentence)


def _sentence(status: BasisStatus, document: LegalDocument) -> Said:
    words = {"day": _day(status.since), "by": _names(status.by), "maybe": _names(status.maybe)}
    since, by, maybe = (suffix if words[key] else "" for key, suffix in (("day", "_since"), ("by", "_by"), ("maybe", "_maybe")))
    match status.kind:
        case "expired":
            return Said(f"status.expired{since}{by}", words)
        case "replaced" | "not_yet":
            return Said(f"status.{status.kind}{since}", words)
        case "amended":
            return Said(f"status.amended{by}{maybe}", words)
        case "in_force":
            return said("status.in_force")
    if document.status == "reference":
        return said("status.reference")
    return Said(f"status.unknown{since}", words)


def _names(documents: tuple[LegalDocument, ...]) -> str:
    names = [short(basis_from(d)) for d in documents]
    if not names:
        return ""
    return " và ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def _day(iso: str) -> str:
    return "/".join(reversed(iso.split("-"))) if iso else ""


def _searched(document: LegalDocument) -> str:
    short_type = _SHORT_TYPES.get(fold(document.type), "")
    return f"{document.type} {short_type} {document.number} {document.issuer} {document.title}"


def _distance(document: LegalDocument, query: str) -> int:
    number, title = fold(document.number), fold(document.title)
    if query and (number == query or number.startswith(f"{query}/")):
        return 0
    words = [word for word in query.split() if any(c.isdigit() for c in word)]
    if words and all(number.startswith(word) for word in words):
        return 1
    if query and query in title:
        return 2
    return 3 if words and all(word in number for word in words) else 4
