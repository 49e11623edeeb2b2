"""Finding what a plan promises in numbers: shares in its sections and tasks, each with its sentence, offered to a person to confirm.

Nothing is taken by itself. Where the words do not say which indicator a share belongs to, it is offered as not sure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kh_desktop.domain.indicators import Indicator
from kh_desktop.domain.model import Plan, Section, Target
from kh_desktop.domain.target_words import (
    Figure,
    best_indicator,
    comparator,
    figures,
    folded,
    full_words,
    growth,
    is_assigned,
    is_until,
    segments,
)

_MAYBE = re.compile(r"%|phần trăm|\d/\d|chỉ tiêu", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-ZĐÀ-Ỹ0-9\"“(])|(?<![\d%])\s+(?=[-+•–] ?[A-ZĐÀ-Ỹ0-9])")
_ABBREVIATED = re.compile(r"(?:\b(?:TP|TX|TT|Q|P|H|ThS|TS|Nr|v\.v|đ/c)|\b\d+|\b[A-ZĐ])\.$")
_MARK = re.compile(r"^(?:[-+•–*]\s*|\(?\d{1,2}[.)]\s+|[a-zđ]\)\s*)+")
# The year of a document's day ("tháng 6 năm 2021") says nothing of the figure.
_PAST = re.compile(r"(?<!\d )\b(?:nam (\d{4}))|\bda dat\b|ket qua dat duoc\b|nam truoc dat\b")
# Share words right after a figure: what it is a share of.
_WHOLE = re.compile(r"(?:trên|so với|trong)\s+(tổng số[^,;.()]+|số (?!đó|này)[^,;.()]+)", re.IGNORECASE)
_NOUN = re.compile(
    r"\s*(?:trở lên\s+)?((?:tổng |các )?(?:số (?!h[óo][aá])|hồ sơ|TTHC|thủ tục|người dân|kết quả|ý kiến|phiếu|giao dịch|văn bản)"
    r"(?:[^,;.()]|, (?=doanh nghiệp|tổ chức|cá nhân|kết quả))*)"
)
_VERB = re.compile(r"\s+(?:được|so với|thực hiện|đạt|khi|phải|có|không|đã|trên|theo|trong)\b.*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class FoundTarget:
    """A target found in a plan's text. ``indicator_name_guess`` is "" when no indicator fits; ``sure``: figure and indicator are clear."""

    target: Target
    indicator_name_guess: str
    sure: bool


@dataclass(frozen=True, slots=True)
class _Piece:
    """A sentence, where it stands, and the words above it that may say what it is about."""

    text: str
    anchor: str
    above: str


def find_targets(plan: Plan, indicators: Sequence[Indicator] = ()) -> tuple[FoundTarget, ...]:
    """The targets in the text of a plan, in its order: sections, then tasks (content, detail, product).

    ``indicators`` are those that may be meant, by their ``words`` (an own one without words: by its name). A sentence that stands twice
    is offered once.
    """
    found: list[FoundTarget] = []
    seen: set[str] = set()
    for piece in _pieces(plan):
        key = _squeezed(piece.text)
        if key not in seen:
            seen.add(key)
            found += _of_sentence(piece, plan.year, indicators)
    return tuple(found)


def ordinal(anchor: str) -> str:
    """Which figure of its sentence an anchor means."""
    return anchor.rpartition("#")[2]


def place_of(plan: Plan, target: Target) -> tuple[str, int] | None:
    """Where the sentence of a target stands in a plan now: ("section", id) or ("task", id); None when it is in no text any more."""
    wanted = _squeezed(target.sentence)
    if not wanted:
        return None
    sections = [*plan.sections]
    while sections:
        section = sections.pop(0)
        if wanted in (_squeezed(s) for text in (section.heading, section.text) for s in sentences(text)):
            return "section", section.id
        sections[:0] = section.children
    for task in (task for group in plan.groups for task in group.tasks):
        if wanted in (_squeezed(s) for text in (task.content, task.detail, task.product) for s in sentences(text)):
            return "task", task.id
    return None


def same_sentence(one: str, other: str) -> bool:
    """Whether two sentences are the same but for blanks, case and the mark before them."""
    return _squeezed(one) == _squeezed(other)


def _squeezed(text: str) -> str:
    return re.sub(r"[\s\u00ad]+", "", _MARK.sub("", text.strip())).rstrip(".;:,").casefold()


def _pieces(plan: Plan) -> Iterator[_Piece]:
    for index, section in enumerate(plan.sections, start=1):
        yield from _of_section(section, f"section:{index}")
    for g, group in enumerate(plan.groups, start=1):
        for t, task in enumerate(group.tasks, start=1):
            above = ""
            for field in ("content", "detail", "product"):
                text = getattr(task, field)
                for sentence in _promising(text):
                    yield _Piece(sentence, f"task:{g}.{t}:{field}", above)
                above = f"{above} {text}".strip()


def _of_section(section: Section, anchor: str) -> Iterator[_Piece]:
    for text in (section.heading, section.text):
        for sentence in _promising(text):
            yield _Piece(sentence, anchor, section.heading if text is section.text else "")
    for index, child in enumerate(section.children, start=1):
        yield from _of_section(child, f"{anchor}.{index}")


def _promising(text: str) -> list[str]:
    """The sentences that may hold a figure: most do not, and folding each takes long."""
    return [sentence for sentence in sentences(text) if _MAYBE.search(sentence)] if _MAYBE.search(text) else []


def sentences(text: str) -> list[str]:
    """The sentences of a text, letter for letter: paragraphs apart, bullets apart, and at full stops that end one."""
    out: list[str] = []
    for paragraph in text.split("\n"):
        start = 0
        for end in _SENTENCE_END.finditer(paragraph):
            if not _ABBREVIATED.search(paragraph[start : end.start()]):
                out.append(paragraph[start : end.start()])
                start = end.end()
        out.append(paragraph[start:])
    return [sentence.strip() for sentence in out if sentence.strip()]


def _of_sentence(piece: _Piece, year: int, indicators: Sequence[Indicator]) -> list[FoundTarget]:
    plain = folded(piece.text)
    shares = figures(plain)
    if not shares:
        return [_assigned(piece, plain, indicators)] if is_assigned(plain) else []
    out, skip = [], False
    for number, (share, (start, end)) in enumerate(zip(shares, segments(plain, shares), strict=True), start=1):
        if skip:  # the ceiling of the growth before
            skip = False
            continue
        before, after = plain[start : share.start], plain[share.end : end]
        later = shares[number] if number < len(shares) else None
        rise = growth(before, share.value, plain[share.end : later.start] if later else after)
        ceiling = share.high
        if rise and later is not None and is_until(plain[share.end : later.start]):
            ceiling, skip = later.value, True
            end = len(plain) if number + 1 == len(shares) else end
        found, clear = _indicator(plain, share, (start, end), piece.above, indicators, alone=len(shares) == 1)
        compared = "+" if rise else comparator(before, after, share.value, found.direction if found else "up")
        target = Target(
            indicator=found.key if found else "", value="" if rise else share.value, comparator=compared,
            denominator=_denominator(piece.text, share, end), sentence=piece.text, anchor=f"{piece.anchor}#{number}",
            growth=rise, ceiling=ceiling,
        )  # fmt: skip
        sure = found is not None and clear and not _is_past(plain, year) and not (share.fraction or rise.endswith("%"))
        out.append(FoundTarget(target, found.name if found else "", sure))
    return out


def _indicator(
    plain: str, share: Figure, segment: tuple[int, int], above: str, indicators: Sequence[Indicator], *, alone: bool
) -> tuple[Indicator | None, bool]:
    """The indicator by the figure's own words, else by the whole sentence, else (never sure) by what stands above it."""
    start, end = segment
    own = full_words(plain[start:end], share.start - start)
    found, clear = best_indicator(own, indicators)
    if found is None:
        # In a sentence of several figures the words may be those of another one.
        found, clear = best_indicator(full_words(plain, share.start), indicators)
        clear = clear and alone
    if found is None and above:
        return best_indicator(f"{full_words(folded(above))} {own}", indicators)[0], False
    return found, clear


def _assigned(piece: _Piece, plain: str, indicators: Sequence[Indicator]) -> FoundTarget:
    found, clear = best_indicator(full_words(plain), indicators)
    target = Target(indicator=found.key if found else "", comparator="assigned", sentence=piece.text, anchor=f"{piece.anchor}#1")
    return FoundTarget(target, found.name if found else "", found is not None and clear)


def _denominator(text: str, share: Figure, end: int) -> str:
    """What a figure is a share of, in the plan's words; "" when the sentence does not say."""
    rest = text[share.end : end]
    whole = _WHOLE.search(rest)
    if whole:
        return " ".join(_VERB.sub("", f" {whole[1]}").split())
    noun = _NOUN.match(rest)
    return " ".join(_VERB.sub("", noun[1]).split()) if noun else ""


def _is_past(plain: str, year: int) -> bool:
    """Whether a sentence tells of what was reached in an earlier year."""
    return any(m[1] is None or int(m[1]) < year for m in _PAST.finditer(plain))
