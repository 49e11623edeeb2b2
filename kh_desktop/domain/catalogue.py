"""The documents of the legal catalogue as values, and finding one among them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kh_desktop.domain.citations import CODE, NAMED_TYPES
from kh_desktop.domain.model import LegalBasis
from kh_desktop.domain.vitext import clean_line, fold


@dataclass(frozen=True, slots=True)
class LegalDocument:
    """One document of the catalogue. Dates are ISO, "" where not known; ``amends`` … ``replaced_by`` hold ids.

    ``effective_to`` is the first day without force. ``status`` ("in_force", "expired", "probably_expired", "unknown", "reference") is
    that of the day the catalogue was made; from ``doubtful_from`` on nobody established it. ``amended``: an amendment exists, known or
    not. ``unconfirmed`` names the fields (or "field:id") no text confirms, "all" for every one. ``remark`` is what an officer must know.
    """

    id: str
    type: str
    number: str = ""
    issuer: str = ""
    issued: str = ""
    title: str = ""
    effective_from: str = ""
    effective_to: str = ""
    amends: tuple[str, ...] = ()
    amended_by: tuple[str, ...] = ()
    replaces: tuple[str, ...] = ()
    replaced_by: tuple[str, ...] = ()
    status: str = "unknown"
    amended: bool = False
    doubtful_from: str = ""
    confidence: str = "unconfirmed"
    unconfirmed: tuple[str, ...] = ()
    remark: str = ""

    @property
    def in_force_from(self) -> str:
        """The first day in force, as far as known: else the day of issue."""
        return self.effective_from or self.issued

    def confirms(self, *fields: str) -> bool:
        """Whether a text confirms all of ``fields``."""
        return self.confidence == "confirmed" and not {"all", *fields} & set(self.unconfirmed)


def parse_documents(items: Sequence[Mapping[str, object]]) -> tuple[LegalDocument, ...]:
    """Documents from the dictionaries of the catalogue file; a missing key is its default. KeyError without id or type."""
    return tuple(_parse(item) for item in items)


def find_document(basis: LegalBasis, documents: Sequence[LegalDocument]) -> LegalDocument | None:
    """The document a basis cites: by catalogue id, else by code (and day, where the code has no year), else a law by its name."""
    if basis.catalogue_id:
        by_id = next((d for d in documents if d.id == basis.catalogue_id), None)
        if by_id:
            return by_id
    code = code_of(basis)
    if code:
        return next((d for d in documents if d.number and _bare(d.number) == _bare(code) and _same_day(d, basis)), None)
    name = fold(basis.title or basis.text)
    if basis.doc_type in NAMED_TYPES or any(name.startswith(fold(kind)) for kind in NAMED_TYPES):
        return next((d for d in documents if d.type in NAMED_TYPES and _names_law(name, basis.doc_type, d)), None)
    return None


def code_of(basis: LegalBasis) -> str:
    """The code of the cited document: its number, else the first code in its own text."""
    if basis.number:
        return clean_line(basis.number)
    found = CODE.search(clean_line(basis.text))
    return found.group() if found else ""


def _parse(item: Mapping[str, object]) -> LegalDocument:
    def text(key: str) -> str:
        return str(item.get(key) or "")

    def texts(key: str) -> tuple[str, ...]:
        value = item.get(key)
        return tuple(str(v) for v in value) if isinstance(value, list | tuple) else ()

    return LegalDocument(
        id=str(item["id"]),
        type=str(item["type"]),
        number=text("number"),
        issuer=text("issuer"),
        issued=text("issued"),
        title=text("title"),
        effective_from=text("effective_from"),
        effective_to=text("effective_to"),
        amends=texts("amends"),
        amended_by=texts("amended_by"),
        replaces=texts("replaces"),
        replaced_by=texts("replaced_by"),
        status=text("status") or "unknown",
        amended=bool(item.get("amended")),
        doubtful_from=text("doubtful_from"),
        confidence=text("confidence") or "unconfirmed",
        unconfirmed=texts("unconfirmed"),
        remark=text("remark"),
    )


def _bare(code: str) -> str:
    return "".join(code.split()).casefold()


def _same_day(document: LegalDocument, basis: LegalBasis) -> bool:
    # Codes without a year ("06/QĐ-TTg") come round every year.
    if document.number.count("/") > 1 or not document.issued:
        return True
    return not basis.issued or basis.issued[:4] == document.issued[:4]


def _names_law(name: str, doc_type: str, document: LegalDocument) -> bool:
    title = fold(document.title)
    # A typed citation goes on with the date; any other word makes it another law ("Luật Lưu trữ điện tử").
    if not title:
        return False
    return name in (title, f"{title}.") or f"{fold(doc_type)} {name}" == title or name.startswith((f"{title} ngay ", f"{title} nam "))
