"""Citations as offices write them, read into their parts: type, number, day, issuer, trích yếu; ``domain.citations`` goes the other way."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from kh_desktop.domain.citations import CODE, NAMED_TYPES, compose_joined
from kh_desktop.domain.model import BasisForm, LegalBasis
from kh_desktop.domain.vitext import clean_line, fold
from kh_desktop.importing.names import iso_day, proper_name, with_hyphens

TYPES = (
    "Thông tư liên tịch", "Văn bản hợp nhất", "Nghị định", "Nghị quyết", "Thông tư", "Thông báo", "Quyết định", "Quy định", "Quy chế",
    "Kế hoạch", "Chương trình", "Chỉ thị", "Công văn", "Công điện", "Kết luận", "Hướng dẫn", "Đề án", "Văn bản", "Tờ trình", "Báo cáo",
    "Phương án", "Bộ luật", "Luật", "Pháp lệnh", "Hiến pháp", "Lệnh",
)  # fmt: skip
_OPENING = re.compile(r"^[-–+•*]?\s*(căn cứ(?:\s+vào)?|thực hiện|thi hành|triển khai|theo)\s+", re.IGNORECASE)
_TYPE = re.compile(rf"^(?:các\s+)?({'|'.join(TYPES)})\b\s*", re.IGNORECASE)
_NEXT = re.compile(
    rf";\s*(?=(?:và\s+)?(?:căn cứ|thực hiện|thi hành)\s+(?:{'|'.join(TYPES)})|(?:và\s+)?(?:{'|'.join(TYPES)})\s+(?:số\s*)?[\dA-ZĐ]|"
    r"(?:và\s+)?số\s+\d)",
    re.IGNORECASE,
)
_KIND_THEN_CAPITAL = re.compile(rf";\s*(?=(?:{'|'.join(TYPES)})\s)")
_DAY = re.compile(
    r"^,?\s*(?:,\s*)?(?:ban hành\s+)?ngày\s+(\d{1,2})(?:\s*/\s*|\s+tháng\s+)(\d{1,2})(?:\s*/\s*|\s+năm\s+)(\d{4})\s*,?\s*", re.IGNORECASE
)
_NUMBER = re.compile(
    rf"^(?:số\s*:?\s*)?({CODE.pattern}|\d{{1,5}}(?:/\d{{4}})?/[A-ZĐ]{{2}}\d*|\d{{1,5}}-[A-ZĐ]{{1,4}}(?:/[A-ZĐ]{{2,4}})?)\s*"
)
_BARE_DOCUMENT = re.compile(
    rf"(?P<document>(?:\W*(?:căn cứ(?:\s+vào)?|thực hiện|thi hành)\s+)?(?:các\s+)?(?:{'|'.join(TYPES)})\s+(?:số\s*:?\s*)?{CODE.pattern}"
    r"(?:,?\s*ngày\s+\d{1,2}(?:\s*/\s*|\s+tháng\s+)\d{1,2}(?:\s*/\s*|\s+năm\s+)\d{4})?)"
    rf"(?:\s*,\s*(?:và\s+)?|\s+và\s+)(?=(?:{'|'.join(TYPES)})\s+(?:số\s*:?\s*)?{CODE.pattern})",
    re.IGNORECASE,
)
_MINISTRIES = (
    "Nội vụ|Tài chính|Tư pháp|Công an|Quốc phòng|Ngoại giao|Xây dựng|Y tế|Công Thương|Công thương|Khoa học và Công nghệ|Chính trị|"
    "Thông tin và Truyền thông|Giáo dục và Đào tạo|Nông nghiệp và Môi trường|Nông nghiệp và Phát triển nông thôn|Giao thông vận tải|"
    "Tài nguyên và Môi trường|Kế hoạch và Đầu tư|Lao động\\s*[-–]\\s*Thương binh và Xã hội|Văn hóa, Thể thao và Du lịch|"
    "Văn hóa và Thể thao|Du lịch|Dân tộc và Tôn giáo"
)
_FIXED = re.compile(
    r"(?:Bộ trưởng,?\s+Chủ nhiệm\s+)?Văn phòng Chính phủ|Thủ tướng Chính phủ|Chính phủ|"
    r"(?:Ủy|Uỷ) ban [Tt]hường vụ Quốc hội|Quốc hội(?:\s+khóa\s+\w+)?|"
    rf"(?:(?:Bộ trưởng\s+)?Bộ|(?:Giám đốc\s+)?Sở) (?:{_MINISTRIES})|Ban Bí thư|"
    r"Ban Chấp hành Trung ương(?:\s+Đảng)?|Văn phòng Trung ương(?:\s+Đảng)?|Thanh tra Chính phủ",
)
_LOCAL = re.compile(
    r"(?:(?:Chủ tịch|Thường trực|Văn phòng|Ban Thường vụ|BTV|Ban Chấp hành)\s+)?"
    r"(?:(?:UBND|UBDN|HĐND|[ỦU][ỷyỶY] ban nhân dân|Hội đồng nhân dân|HĐND\s*[-&]\s*UBND)\s+(?:các\s+)?"
    r"(?:tỉnh|[Tt]hành phố|TP\.?|huyện|quận|thị xã|xã|phường|đặc khu|thị trấn)"
    r"|(?:Tỉnh|Thành|Huyện|Quận|Thị|Đảng) [ủu][ỷy](?:\s+(?:xã|phường|thị trấn|đặc khu|tỉnh|huyện))?)",
)
# Words a trích yếu opens with, in lower case after the issuer.
_TITLE = re.compile(
    r"\s(?=(?:v/v|về|ban hành|quy định|hướng dẫn|sửa đổi|bổ sung|phê duyệt|công bố|giao|triển khai|thực hiện|tiếp tục|đẩy mạnh|tăng cường|"
    r"kiểm soát|cải cách|rà soát|thành lập|kiện toàn|bãi bỏ|thông qua|điều chỉnh|chấn chỉnh|nâng cao|đổi mới|xây dựng|tổ chức|năm)\b)",
    re.IGNORECASE,
)
_LONGEST_ISSUER = 14
_DATES = re.compile(r"ngày\s+(\d{1,2})(?:\s*/\s*|\s+tháng\s+)(\d{1,2})(?:\s*/\s*|\s+năm\s+)(\d{4})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Citations:
    """A paragraph of citations: its documents, what it goes on with (the introducing sentence), and dates there are not."""

    bases: tuple[LegalBasis, ...] = ()
    rest: str = ""
    wrong_dates: tuple[str, ...] = ()


def opens_citation(text: str) -> bool:
    """Whether a paragraph is a citation: "Căn cứ …", or "Thực hiện …" with a type of document or a code behind it."""
    if is_bare_opening(text):
        return True
    found = _OPENING.match(text)
    if not found:
        return False
    word = fold(found.group(1))
    rest = text[found.end() :]
    if word.startswith("can cu"):
        return True
    return bool(_TYPE.match(rest)) and (CODE.search(rest) is not None or rest[:1].isupper())


def is_bare_opening(text: str) -> bool:
    """Whether a paragraph is only "Căn cứ:", with the documents as a list below it."""
    return fold(text).strip(" :-") in ("can cu", "cac can cu")


def names_document(text: str) -> bool:
    """Whether a line is a citation that goes on without an opening word ("- Nghị định số 61/2018/NĐ-CP …;")."""
    bare = text.lstrip("-–+•* ")
    return bool(_TYPE.match(bare)) and CODE.search(bare[:60]) is not None


def read_citations(text: str, form: BasisForm = BasisForm.CAN_CU) -> Citations:
    """The documents one paragraph cites, and its end when that introduces the plan. ``form`` counts where no word opens it."""
    text = with_hyphens(clean_line(text))
    body, rest = _split_intro(text)
    bases: list[LegalBasis] = []
    wrong: list[str] = []
    kind = ""
    for at, piece in enumerate(_pieces(body)):
        opening = _OPENING.match(piece)
        if opening:
            form = BasisForm.CAN_CU if fold(opening.group(1)).startswith("can cu") else BasisForm.THUC_HIEN
        basis, bad = _read(piece, form, kind, plain=at > 0 and not opening)
        kind = basis.doc_type or kind
        wrong += bad
        bases.append(replace(basis, joined=at > 0))
    return Citations(tuple(bases), rest, tuple(wrong))


def _pieces(text: str) -> list[str]:
    """The documents of one paragraph, chained by ";"."""
    out: list[str] = []
    at = 0
    for found in _NEXT.finditer(text):
        # "sửa đổi …; kế hoạch" inside a trích yếu is no new document: its word is not capital.
        word = text[found.end() : found.end() + 3].lstrip()
        if word[:1].isupper() or fold(word).startswith(("va", "so", "can", "thu", "thi")):
            out.append(text[at : found.start()])
            at = found.end()
    out.append(text[at:])
    out = [piece for part in out for piece in _listed(part)]
    pieces = [p for part in out for p in _KIND_THEN_CAPITAL.split(part)]
    return [p.strip(" ;.,") if not p.rstrip().endswith("...") else p.strip(" ;") for p in pieces if p.strip(" ;.,")]


def _listed(text: str) -> list[str]:
    """ "Nghị định A ngày …, Nghị định B ngày …" taken apart: only documents that have no trích yếu are listed so."""
    out: list[str] = []
    while found := _BARE_DOCUMENT.match(text):
        out.append(text[: found.end("document")])
        text = text[found.end() :]
    return [*out, text]


_INTRO = re.compile(
    r"[;,.]\s*(?=(?:(?:UBND|[ỦU][ỷyỶY] ban nhân dân|Chủ tịch UBND)\s+(?:xã|phường|đặc khu|thị trấn)\b)"
    r"[^;]*(?:như sau|sau đây|dưới đây|:)\s*:?\s*$)"
)


def _split_intro(text: str) -> tuple[str, str]:
    if not text.rstrip().endswith((":", "như sau", "như sau.")):
        return text, ""
    found = list(_INTRO.finditer(text))
    return (text[: found[-1].start()], text[found[-1].end() :]) if found else (text, "")


def _read(piece: str, form: BasisForm, kind: str, *, plain: bool) -> tuple[LegalBasis, list[str]]:
    """One document. Its own wording is kept where the parts would not say the same."""
    opening = None if plain else _OPENING.match(piece)
    body = piece[opening.end() :] if opening else re.sub(r"^(?:và\s+)", "", piece.lstrip("-–+•* "))
    basis = LegalBasis(form=form)
    wrong: list[str] = []
    found = _TYPE.match(body)
    rest = body[found.end() :] if found else body
    doc_type = next((t for t in TYPES if found and t.casefold() == found.group(1).casefold()), "")
    number = _NUMBER.match(rest)
    if doc_type in NAMED_TYPES:
        basis, wrong = _law(basis, doc_type, rest)
    elif (found and number) or (kind and number):
        basis, wrong = _numbered(replace(basis, doc_type=doc_type or kind, number=number.group(1)), rest[number.end() :])
    else:
        code = CODE.search(body)
        # "các Nghị định của Chính phủ: số …; số …": the type counts for all of them.
        many = doc_type if found and fold(found.group()).startswith("cac ") else ""
        basis = replace(basis, doc_type=many, number=code.group() if code else "", text=_bare(body))
    keeps = not basis.text and _same(compose_joined(basis), body)
    return (basis if keeps or basis.text else replace(basis, text=_bare(body))), wrong


def _law(basis: LegalBasis, doc_type: str, rest: str) -> tuple[LegalBasis, list[str]]:
    """ "Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025" behind "Luật"."""
    day = _DATES.search(rest)
    name = rest[: day.start()] if day else rest
    issued, wrong = _day(day)
    code = CODE.search(rest)
    number = re.search(r"\d{1,3}/\d{4}/QH\d+", rest)
    return replace(
        basis, doc_type=doc_type, title=name.strip(" ,;."), issued=issued, number=number.group() if number else code.group() if code else ""
    ), wrong  # fmt: skip


def _numbered(basis: LegalBasis, rest: str) -> tuple[LegalBasis, list[str]]:
    day = _DAY.match(rest)
    issued, wrong = _day(day)
    rest = rest[day.end() :] if day else rest.lstrip(", ")
    issuer = ""
    if found := re.match(r"của\s+", rest):
        issuer, rest = _issuer(rest[found.end() :])
        if not day and (later := _DAY.match(rest)):
            issued, wrong = _day(later)
            rest = rest[later.end() :]
    return replace(basis, issued=issued, issuer=issuer, title=rest.strip(" ;.,") if not rest.endswith("...") else rest.strip()), wrong


def _day(found: re.Match[str] | None) -> tuple[str, list[str]]:
    if not found:
        return "", []
    try:
        return iso_day(found[3], found[2], found[1]), []
    except ValueError:
        return "", [found.group().strip(" ,")]


def _issuer(text: str) -> tuple[str, str]:
    """(issuer, trích yếu) of what follows "của"."""
    if found := _FIXED.match(text):
        return found.group(), text[found.end() :].strip(" ,")
    if found := _LOCAL.match(text):
        rest = text[found.end() :]
        name = proper_name(rest)
        end = found.end() + len(rest) - len(rest.lstrip()) + len(name) if name else found.end()
        return text[:end].strip(" ,"), text[end:].strip(" ,")
    if found := _TITLE.search(text):
        words = text[: found.start()]
        if len(words.split()) <= _LONGEST_ISSUER:
            return words.strip(" ,"), text[found.end() :].strip()
    return (text, "") if len(text.split()) <= _LONGEST_ISSUER else ("", text)


def _bare(text: str) -> str:
    return text if text.endswith("...") else text.strip(" ;.,")


def _same(composed: str, written: str) -> bool:
    """Whether the composed citation says what was written: the form of the date, marks and capitals do not count."""
    return _plain(composed) == _plain(written)


def _plain(text: str) -> str:
    text = _DATES.sub(lambda m: f" {int(m[1])}/{int(m[2])}/{m[3]} ", text)
    return re.sub(r"[\s,;.]+|\bsố\b", "", text).casefold()
