"""How legal bases (căn cứ) are written and in which order they stand.

Wording after NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.6: type, code, date, issuer and trích yếu; a law by its name without code
and issuer. Nothing here ends with a mark: who prints the paragraphs puts ";" and ".".
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from kh_desktop.domain.model import BasisForm, LegalBasis
from kh_desktop.domain.vitext import clean_line, fold

OPENINGS = {BasisForm.CAN_CU: "Căn cứ", BasisForm.THUC_HIEN: "Thực hiện"}

# Documents cited by their name (NĐ 30/2020, Phụ lục I, II.6.b).
NAMED_TYPES = ("Hiến pháp", "Bộ luật", "Luật", "Pháp lệnh")

# The code of a document: "63/2010/NĐ-CP", "462/QĐ-UBND", "66.7/2025/NQ-CP".
CODE = re.compile(r"\d{1,5}(?:\.\d{1,3})?(?:/\d{4})?/[A-ZĐ][A-Za-zĐ0-9]*(?:-[A-ZĐ][A-Za-zĐ0-9]*)*")

_DATE = re.compile(r"ngày\s+(\d{1,2})(?:\s+tháng\s+|/)(\d{1,2})(?:\s+năm\s+|/)(\d{4})")

# First words of a trích yếu that are verbs or prepositions even when a name follows ("Giao Ủy ban nhân dân …", "Về Kế hoạch …").
_LOWER_OPENINGS = frozenset(
    ("về", "việc", "giao", "quy", "ban", "phê", "hướng", "sửa", "kiểm", "cải", "triển", "thực", "tiếp", "công", "đẩy", "tăng", "cho")
    + ("chấp", "thành", "điều", "bổ", "bãi", "kiện", "chỉ", "quyết")
)

_LEVEL_LAW, _LEVEL_ASSEMBLY, _LEVEL_GOVERNMENT, _LEVEL_PRIME_MINISTER, _LEVEL_MINISTRY = range(5)
_LEVEL_PROVINCE, _LEVEL_DISTRICT, _LEVEL_COMMUNE, _LEVEL_UNKNOWN = range(5, 9)

_CODE_LEVELS = (
    (re.compile(r"QH\d*$"), _LEVEL_ASSEMBLY),
    (re.compile(r"-CP$"), _LEVEL_GOVERNMENT),
    (re.compile(r"-TTg$"), _LEVEL_PRIME_MINISTER),
    (re.compile(r"/TT(?:LT)?-|-B[A-ZĐ]{1,6}$|-VPCP$"), _LEVEL_MINISTRY),
)
_ISSUER_LEVELS = (
    (re.compile(r"\b(?:quốc hội|bộ chính trị|ban bí thư|ban chấp hành trung ương)\b"), _LEVEL_ASSEMBLY),
    (re.compile(r"\bthủ tướng\b"), _LEVEL_PRIME_MINISTER),
    (re.compile(r"\b(?:bộ trưởng|văn phòng chính phủ|bộ (?:tư pháp|tài chính|nội vụ|công an|khoa học))\b"), _LEVEL_MINISTRY),
    (re.compile(r"\bchính phủ\b"), _LEVEL_GOVERNMENT),
)
# Marks matter here: "quận" is a district, "quan" and "quân" are not; "xã hội" is no commune.
_LOCAL_WORDS = re.compile(
    r"\b(?:(tỉnh|thành phố|thành [uủ][ỷy]|sở)|(huyện|quận|thị xã)|(xã(?! hội)|phường|đặc khu|thị trấn|đảng [uủ][ỷy]))\b"
)


def long_date(iso: str) -> str:
    """A date as documents write it, "ngày 08 tháng 6 năm 2010": the day padded, the month only for 1 and 2 (NĐ 30/2020, II.4.b).

    ``iso`` may stop early ("2010-06" gives "tháng 6 năm 2010"); empty stays empty.
    """
    parts = iso.split("-") if iso else []
    words: list[str] = []
    if len(parts) > 2 and parts[2]:
        words.append(f"ngày {int(parts[2]):02d}")
    if len(parts) > 1 and parts[1]:
        month = int(parts[1])
        words.append(f"tháng {month:02d}" if month < 3 else f"tháng {month}")
    if parts and parts[0]:
        words.append(f"năm {int(parts[0])}")
    return " ".join(words)


def is_named(basis: LegalBasis) -> bool:
    """Whether the document is cited by its name instead of its code: laws, codes, ordinances, the constitution."""
    return basis.doc_type in NAMED_TYPES


def compose(basis: LegalBasis, form: BasisForm | None = None) -> str:
    """The full citation with its opening word and without a closing mark; "" when nothing is known of the document.

    ``form`` overrides the opening word of the basis. A basis with its own ``text`` is that text after the opening word.
    """
    body = clean_line(basis.text)
    if _opening_of(body):
        return _without_mark(body)
    body = compose_joined(basis)
    return f"{OPENINGS[form or basis.form]} {body}" if body else ""


def compose_joined(basis: LegalBasis) -> str:
    """The citation without an opening word, as it stands after "; " behind another one."""
    text = clean_line(basis.text)
    if text:
        return _without_mark(text[len(_opening_of(text)) :].lstrip())
    if is_named(basis):
        return " ".join(part for part in (law_name(basis), long_date(basis.issued)) if part)
    number, issuer = clean_line(basis.number), clean_line(basis.issuer)
    parts = (
        clean_line(basis.doc_type),
        f"số {number}" if number else "",
        long_date(basis.issued),
        f"của {issuer}" if issuer else "",
        running_title(basis),
    )
    return _without_mark(" ".join(part for part in parts if part))


def short(basis: LegalBasis) -> str:
    """How the document is named after its first mention: type and code only, a law by its name (NĐ 30/2020, II.6.c)."""
    if is_named(basis) and not basis.text:
        return law_name(basis)
    if basis.number:
        return f"{clean_line(basis.doc_type)} số {clean_line(basis.number)}".strip()
    whole = compose_joined(basis)
    code = CODE.search(whole)
    return whole[: code.end()] if code else whole


def law_name(basis: LegalBasis) -> str:
    """The name of a law with its type in front once: "Luật Lưu trữ", "Bộ luật Lao động"; its code when it has no name."""
    title = clean_line(basis.title)
    if not title:
        number = clean_line(basis.number)
        return f"{basis.doc_type} số {number}" if number else ""
    if title.casefold().startswith(f"{basis.doc_type.casefold()} "):
        return title[0].upper() + title[1:]
    # "Luật sửa đổi, bổ sung …" but "Luật Tổ chức …": only the amending word is no part of a name.
    name = title[0].lower() + title[1:] if fold(title).startswith("sua doi") else title
    return f"{basis.doc_type} {name}"


def running_title(basis: LegalBasis) -> str:
    """The trích yếu as it runs on after the issuer: lower case unless it opens with a name, its type not said twice."""
    title = clean_line(basis.title)
    doc_type = clean_line(basis.doc_type)
    if doc_type and title.casefold().startswith(f"{doc_type.casefold()} "):
        title = title[len(doc_type) + 1 :]
    words = title.split(" ", 2)
    first = words[0]
    if not first:
        return ""
    second_is_name = len(words) > 1 and words[1][:1].isupper()
    named = (len(first) > 1 and first.isupper()) or (second_is_name and first.casefold() not in _LOWER_OPENINGS)
    return title if named else title[0].lower() + title[1:]


def rank(basis: LegalBasis) -> tuple[int, int, str, str]:
    """Sort key of one basis: "Căn cứ" before "Thực hiện", then the rank of the issuer, the date (unknown last) and the number.

    The order is custom, not law: Luật, Nghị quyết of the Quốc hội, Nghị định, Thủ tướng, Thông tư, province, (district), commune.
    """
    form = 1 if basis.form is BasisForm.THUC_HIEN else 0
    code = CODE.search(basis.number or basis.text)
    number = code.group() if code else clean_line(basis.number)
    return form, _level(basis, number), _issued(basis) or "9999", number


def ordered(bases: Sequence[LegalBasis], amends: Mapping[str, Collection[str]] | None = None) -> tuple[LegalBasis, ...]:
    """The bases in the customary order: by ``rank``, an amending text right after what it amends.

    A basis that is ``joined`` moves with the one before it. ``amends`` maps the catalogue id or number of a text to the ids or
    numbers of what it amends (``services.catalogue.amendments``); a title that says "sửa đổi … của Nghị định số X" counts too.
    """
    clusters = sorted(_clusters(bases), key=_cluster_key)
    parents: dict[int, int] = {}
    for i, cluster in enumerate(clusters):
        targets = _amended(cluster[0], amends or {})
        parent = next((j for j, other in enumerate(clusters) if _takes(other, cluster, targets) and i not in _line(j, parents)), None)
        if parent is not None:
            parents[i] = parent
    children: dict[int, list[int]] = {}
    for i, parent in parents.items():
        children.setdefault(parent, []).append(i)
    roots = [i for i in range(len(clusters)) if i not in parents]
    return tuple(basis for i in _walk(roots, children) for basis in clusters[i])


def _opening_of(text: str) -> str:
    lowered = text.casefold()
    return next((word for word in OPENINGS.values() if lowered.startswith(f"{word.casefold()} ")), "")


def _without_mark(text: str) -> str:
    if text.endswith("..."):
        return text
    return text.rstrip(" ;.,")


def _issued(basis: LegalBasis) -> str:
    if basis.issued or not basis.text:
        return basis.issued
    found = _DATE.search(clean_line(basis.text))
    return f"{found[3]}-{int(found[2]):02d}-{int(found[1]):02d}" if found else ""


def _level(basis: LegalBasis, number: str) -> int:
    head = compose_joined(basis) if basis.text else basis.doc_type
    if any(fold(head).startswith(fold(kind)) for kind in NAMED_TYPES):
        return _LEVEL_LAW
    for pattern, level in _CODE_LEVELS:
        if pattern.search(number):
            return level
    issuer = clean_line(basis.issuer).casefold()
    if not issuer and basis.text:
        # The issuer follows the first "của" of a typed citation; what comes later belongs to the trích yếu.
        issuer = clean_line(basis.text).casefold().partition(" của ")[2][:80]
    local = _LOCAL_WORDS.search(issuer)
    central = [(found.start(), level) for pattern, level in _ISSUER_LEVELS if (found := pattern.search(issuer))]
    if central and (local is None or min(central)[0] < local.start()):
        return min(central)[1]
    if local:
        return _LEVEL_PROVINCE if local[1] else _LEVEL_DISTRICT if local[2] else _LEVEL_COMMUNE
    return _LEVEL_UNKNOWN


def _clusters(bases: Sequence[LegalBasis]) -> list[tuple[LegalBasis, ...]]:
    found: list[tuple[LegalBasis, ...]] = []
    for basis in bases:
        if basis.joined and found:
            found[-1] += (basis,)
        else:
            # A first basis has nothing before it to be joined to, and must not be joined to whatever ends up there.
            found.append((replace(basis, joined=False),))
    return found


def _cluster_key(cluster: tuple[LegalBasis, ...]) -> tuple[object, ...]:
    head = cluster[0]
    rest = tuple((b.number, b.text, b.title) for b in cluster[1:])
    return *rank(head), head.doc_type, head.title, head.text, head.catalogue_id, head.id, rest


def _names(basis: LegalBasis) -> set[str]:
    return {name for name in (basis.catalogue_id, clean_line(basis.number)) if name}


def _amended(basis: LegalBasis, amends: Mapping[str, Collection[str]]) -> set[str]:
    known = {target for name in _names(basis) for target in amends.get(name, ())}
    title = clean_line(basis.title)
    if fold(title).startswith(("sua doi", "ve sua doi", "ve viec sua doi", "bo sung")):
        known.update(CODE.findall(title))
    return known - _names(basis)


def _takes(cluster: tuple[LegalBasis, ...], amending: tuple[LegalBasis, ...], targets: set[str]) -> bool:
    same_form = cluster[0].form is amending[0].form
    return same_form and any(_names(basis) & targets for basis in cluster)


def _line(start: int, parents: Mapping[int, int]) -> list[int]:
    line = [start]
    while line[-1] in parents:
        line.append(parents[line[-1]])
    return line


def _walk(roots: Sequence[int], children: Mapping[int, Sequence[int]]) -> Iterator[int]:
    for i in roots:
        yield i
        yield from _walk(children.get(i, ()), children)
