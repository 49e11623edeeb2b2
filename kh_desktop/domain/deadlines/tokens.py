"""Phrases into tokens: numbers, words of time, document numbers, other words, marks."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from kh_desktop.domain.deadlines.lexicon import (
    COMMON,
    COMPOUNDS,
    DOCUMENT_CODES,
    EXACT,
    KEYS,
    MAX_COMPOUND,
    MENDED,
    NUMERALS,
    OTHERS,
    RIGHT,
    ROMAN,
    ROMAN_SLIPS,
)
from kh_desktop.domain.vitext import clean, fold

_PIECE = re.compile(
    r"(?P<doc>\d+[a-z]?(?:/\d{4})?[/-](?P<code>[^\W\d_]+)\d*(?P<rest>(?:[-/.&][^\W_]+)*))|(?P<num>\d+)|(?P<word>[^\W\d_]+)|(?P<line>\n)|(?P<blank>[^\S\n]+)"
    r"|(?P<mark>.)"
)
_GLUED_QUARTER = re.compile(r"(?:qu[yi]|q)(i{1,3}|iv)")
_DASHES = frozenset("-–—−‐‑‒―~")
_BULLETS = frozenset("+*•●▪○►")
_MARKS = frozenset("/.,;:()+&")
_BRACKETS = {"[": "(", "]": ")", "{": "(", "}": ")", "\\": "/"}
# "đầu mỗi quý" is no "đầu mối", "hằng năm định kỳ" no "Nam Định", "03 ngày sau khi" no "ngay sau khi".
_SURE = frozenset(("mỗi", "quý", "quí", "năm", "từ", "ngày"))
_LOOSE = frozenset(("WORD", "RULE", "AFTERMATH", "EVENT"))
_SILENT = frozenset("\"'“”‘’*•●▪…_|·<>=")


class Token(NamedTuple):
    """``key``: what the grammar looks at. ``value``: the number. ``word``: bare letters. ``width``: digits. ``glued``: no blank before it.

    ``sure``: its marks leave no doubt that it is this word of time, whatever compound its bare letters would fit.
    """

    key: str
    value: int = 0
    word: str = ""
    width: int = 0
    glued: bool = False
    mended: bool = False
    sure: bool = False


END = Token("END_OF_TEXT")


def tokenise(text: str) -> list[Token]:
    """The tokens of a phrase, compounds joined, slips mended (``Token.mended``); a line break is a ";". Never fails."""
    lowered = unicodedata.normalize("NFC", clean(text).lower())
    found: list[Token] = []
    glued = False
    for piece in _PIECE.finditer(lowered):
        kind = piece.lastgroup
        if kind == "blank":
            glued = False
            continue
        if piece["doc"] is not None:
            _add_document(found, piece, glued)
        elif kind == "num":
            found.append(Token("NUM", _number(piece[0]), "", len(piece[0]), glued))
        elif kind == "word":
            _add_word(found, piece[0], glued)
        elif kind == "line":
            found.append(Token(";"))
        else:
            _add_mark(found, piece[0], glued)
        glued = True
    return _join_compounds(found)


def wrapped(text: str) -> str | None:
    """The text with line breaks as blanks, as when a narrow column wraps it; None where breaks only stand before bullets."""
    lines = clean(text).split("\n")
    joined = [lines[0]]
    for line in lines[1:]:
        if line[:1] in _DASHES or line[:1] in _BULLETS:
            joined.append(f"\n{line}")
        else:
            joined.append(f" {line}")
    return "".join(joined) if any(part[0] == " " for part in joined[1:]) else None


def _number(digits: str) -> int:
    return int(digits) if len(digits) <= 9 else 10**9


def _add_document(found: list[Token], piece: re.Match[str], glued: bool) -> None:
    """A document number, or what only looks like one ("2-tháng", "1/quý", "2024-hoàn thành") cut into its pieces."""
    code = fold(piece["code"])
    if code in DOCUMENT_CODES or (piece["rest"] and code not in KEYS and "-" in piece["rest"]):
        found.append(Token("DOC", 0, "", 0, glued))
        return
    for at, part in enumerate(re.finditer(r"\d+|[^\W\d_]+|.", piece[0])):
        if part[0].isdigit():
            found.append(Token("NUM", _number(part[0]), "", len(part[0]), glued or at > 0))
        elif part[0].isalpha():
            _add_word(found, part[0], True)
        else:
            _add_mark(found, part[0], True)


def _add_mark(found: list[Token], mark: str, glued: bool) -> None:
    mark = "-" if mark in _DASHES else _BRACKETS.get(mark, mark)
    if mark in _SILENT:
        return
    if mark in "/-" and glued and found and found[-1].key == mark:
        found[-1] = found[-1]._replace(mended=True)  # "12//2026"
        return
    found.append(Token(mark if mark in _MARKS or mark == "-" else "MARK", 0, "", 0, glued))


def _add_word(found: list[Token], word: str, glued: bool) -> None:
    quarter = _GLUED_QUARTER.fullmatch(fold(word))
    if quarter:
        found.append(Token("QUARTER", 0, "quy", 0, glued))
        found.append(Token("WORD", 0, quarter[1], 0, True))
        return
    key, bare, mended = _classify(word)
    found.append(Token(key, 0, bare, 0, glued, mended, word in _SURE))


@lru_cache(maxsize=8192)
def _classify(word: str) -> tuple[str, str, bool]:
    """(key, bare letters, whether a slip was mended) of one lower-case word."""
    bare = fold(word)
    if word in EXACT:
        return EXACT[word], bare, False
    if bare in ROMAN or bare in ROMAN_SLIPS:
        return "WORD", bare if word == bare else word, False  # "quý vị" is no sixth quarter
    key = KEYS.get(bare)
    if key and (word in RIGHT or word == bare):
        return key, bare, False
    if word in OTHERS or word in COMMON:
        return "WORD", bare, False
    if key:
        return key, bare, len(bare) > 2
    meant = _near().get(bare)
    if meant:
        return KEYS.get(meant, "WORD"), meant, True
    return "WORD", bare, False


@lru_cache(maxsize=1)
def _near() -> dict[str, str]:
    """Each way to mistype one letter of a word of MENDED -> that word; what fits two words fits none."""
    letters = "abcdeghiklmnopqrstuvxy"
    meant: dict[str, str] = {}
    for word in MENDED:
        wrong = {word[:i] + word[i + 1 :] for i in range(len(word))}
        wrong |= {word[:i] + c + word[i + 1 :] for i in range(len(word)) for c in letters}
        wrong |= {word[:i] + c + word[i:] for i in range(len(word) + 1) for c in letters}
        wrong |= {word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in range(len(word) - 1)}
        for slip in wrong - set(MENDED):
            meant[slip] = "" if slip in meant and meant[slip] != word else word
    return {slip: word for slip, word in meant.items() if word and len(slip) > 2}


@lru_cache(maxsize=1)
def _starts() -> frozenset[str]:
    return frozenset(compound.split(" ", 1)[0] for compound in COMPOUNDS)


def _join_compounds(tokens: list[Token]) -> list[Token]:
    starts = _starts()
    joined: list[Token] = []
    at, count = 0, len(tokens)
    while at < count:
        token = tokens[at]
        if token.word in starts:
            length, keys = _compound(tokens, at)
            if length:
                mended = any(t.mended for t in tokens[at : at + length])
                joined.extend(Token(key, 0, token.word if len(keys) == 1 else "", 0, token.glued, mended) for key in keys)
                at += length
                continue
        joined.append(token)
        at += 1
    joined.append(END)
    return joined


def _compound(tokens: list[Token], at: int) -> tuple[int, tuple[str, ...]]:
    words: list[str] = []
    sure = False
    best: tuple[int, tuple[str, ...]] = (0, ())
    for token in tokens[at : at + MAX_COMPOUND]:
        if not token.word:
            break
        words.append(token.word)
        sure = sure or token.sure
        keys = COMPOUNDS.get(" ".join(words))
        if keys and not (sure and keys[0] in _LOOSE):
            best = (len(words), keys)
    return best


def numeral(token: Token) -> int:
    """The number a numeral word means after a unit, 0 for other words."""
    return NUMERALS.get(token.word, 0) if token.key in {"NUMERAL", "TU4", "YEAR", "FROM"} else 0
