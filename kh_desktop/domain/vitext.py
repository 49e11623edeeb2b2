"""Vietnamese text: one Unicode form, folding for search, a sort key."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANK = {letter: f"{i:02d}" for i, letter in enumerate(_LETTERS, start=10)}
# Tones in dictionary order: level, huyền, hỏi, ngã, sắc, nặng.
_TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufeff\u200b\u2028\u2029\ufffe\uffff\ud800-\udfff]")


def clean(text: str) -> str:
    """Text as it is stored: NFC, no control characters, "\\n" line ends, tabs and odd blanks as one blank, no blanks at line ends."""
    text = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n").replace("\x0b", "\n").replace("\u2028", "\n")
    text = _CONTROL.sub("", text)
    text = re.sub(r"[\t\u00a0\u2000-\u200a\u202f\u3000]+", " ", text)
    return "\n".join(line.strip(" ") for line in text.split("\n")).strip("\n")


def clean_line(text: str) -> str:
    """``clean`` for a field of one line: line breaks and runs of blanks become one blank."""
    return " ".join(clean(text).split())


def fold(text: str) -> str:
    """Text without marks and case, đ as d, so that "don doc" finds "Đôn đốc" (FTS5 and LIKE never fold đ)."""
    return " ".join("".join(map(_bare, text.casefold())).split())


@lru_cache(maxsize=2048)
def _bare(char: str) -> str:
    """A small letter without its marks, đ as d. There are few different letters in all texts, so each is taken apart once."""
    spread = unicodedata.normalize("NFD", char)
    return "".join(c for c in spread if not unicodedata.combining(c)).replace("đ", "d")


def sort_key(text: str) -> str:
    """A string whose plain order is the Vietnamese dictionary order: letters (a ă â … d đ …), then tones, then capitals."""
    parts = [_rank(char) for char in unicodedata.normalize("NFC", text.casefold())]
    return f"{''.join([letter for letter, _ in parts])}\x01{''.join([tone for _, tone in parts])}\x01{text.swapcase()}"


@lru_cache(maxsize=2048)
def _rank(char: str) -> tuple[str, str]:
    """The place of a letter in the alphabet, and that of its tone."""
    parts = unicodedata.normalize("NFD", char)
    tone = next((_TONES[p] for p in parts if p in _TONES), "0")
    base = unicodedata.normalize("NFC", "".join(p for p in parts if p not in _TONES))
    return _RANK.get(base) or (f"0{base}" if base.isalnum() else " "), tone


def matches(query: str, text: str) -> bool:
    """Whether ``text`` has every word of ``query``: marks count only when the query has them ("đường" is not "duong")."""
    folded, exact = fold(text), clean_line(text).casefold()
    for word in clean_line(query).casefold().split():
        if word not in (folded if fold(word) == word else exact):
            return False
    return True
