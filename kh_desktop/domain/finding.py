"""Finding words inside a text, accent-free or letter for letter."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from kh_desktop.domain.vitext import clean, fold


def spans(text: str, query: str, *, exact: bool) -> list[tuple[int, int]]:
    """Where ``query`` stands in ``text``: (start, end) of each place, left to right, not overlapping.

    ``exact`` compares letter for letter with case; otherwise marks, đ/d and case do not count ("don doc" finds "Đôn đốc").
    """
    wanted = unicodedata.normalize("NFC", query)
    if not wanted.strip():
        return []
    haystack, places = (text, range(len(text) + 1)) if exact else _folded(text)
    needle = wanted if exact else _needle(wanted)
    found, at = [], 0
    while needle and (start := haystack.find(needle, at)) >= 0:
        at = start + len(needle)
        found.append((places[start], places[at - 1] + 1 if not exact else at))
    return found


def _folded(text: str) -> tuple[str, Sequence[int]]:
    """Folded text, and for each of its characters the place it comes from."""
    whole = _fold_once(text)
    if len(whole) == len(text) == len(text.casefold()):
        return whole, range(len(text) + 1)  # the usual text: each letter gives one letter
    out: list[str] = []
    places: list[int] = []
    for place, char in enumerate(text):
        # fold() trims blanks; a blank must stay one character here.
        bare = " " if char.isspace() else fold(char)
        out.append(bare)
        places.extend([place] * len(bare))
    return "".join(out), places


@lru_cache(maxsize=64)
def _needle(query: str) -> str:
    return _folded(query)[0]


@lru_cache(maxsize=32_768)
def _fold_once(text: str) -> str:
    """The texts of a long plan are searched again with every letter typed."""
    return fold(text)


def replaced(text: str, query: str, replacement: str, *, exact: bool) -> str:
    """``text`` with every place of ``query`` replaced; the replacement is put in as it is, cleaned."""
    out, last = [], 0
    for start, end in spans(text, query, exact=exact):
        out += [text[last:start], clean(replacement)]
        last = end
    return "".join([*out, text[last:]])
