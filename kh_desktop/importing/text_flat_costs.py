"""What it costs to begin, to go on with and to have a cell in a row whose columns are lost; nothing for what is sure."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import accumulate
from math import log1p

from kh_desktop.importing.text_flat_pieces import BULLETS, Habits, Piece
from kh_desktop.importing.text_flat_words import (
    alike,
    begins_product,
    begins_time,
    begins_unit,
    content_cost,
    is_acronym,
    openness,
    product_cost,
    time_cost,
    unit_cost,
)

_CUT = 0.4  # how much the looks of a cell tell that a page cuts
_MOST_LOOKED_AT = 60  # words


class Costs:
    """The costs of one row. ``keys``: the fields of the columns; ``finished``: columns whose cell ended before a page's end."""

    def __init__(self, keys: Sequence[str], habits: Habits, layout: int, pieces: Sequence[Piece], finished: Collection[int]) -> None:
        self._keys, self._habits, self._pieces, self._finished = keys, habits, pieces, frozenset(finished)
        count = len(pieces)
        turned = next((i for i, piece in enumerate(pieces) if piece.turns), count)
        self._late = [i >= turned for i in range(count)]
        # Costs of staying in one cell, summed from the left.
        self._joined = [0.0, *accumulate(self._join(i) if i else 0.0 for i in range(count))]
        self._words = [0, *accumulate(len(piece.text.split()) for piece in pieces)]
        widths = [habits.widths.get((layout, column), 0) for column in range(len(keys))]
        self._widths = [WidthCosts(pieces, width) if width else None for width in widths]

    def split(self, i: int) -> float:
        """What it costs to begin a cell with piece ``i``."""
        if i == 0:
            return 0.0
        piece, before = self._pieces[i], self._pieces[i - 1]
        first = piece.text.split(" ", 1)[0]
        cost = 0.0
        if first[0].islower():
            cost += 1.0 if self._late[i] and piece.gap else 3.0 if begins_time(piece.text) or self._late[i] else 4.0
        elif is_acronym(first):
            cost += 1.0 if begins_unit(piece.text) else 2.2
        elif first[0] in BULLETS:
            cost += 2.4 if self._in_name(i) else 0.0
        elif not (first[0].isalpha() or begins_time(piece.text)):
            cost += 1.0 if begins_product(piece.text) else 3.0
        strong = begins_unit(piece.text) or begins_time(piece.text) or begins_product(piece.text)
        if not piece.begins_line:
            ended = before.text.endswith((".", ";", "…"))
            if self._late[i] and ended:
                return 2.2 if before.text.endswith(";") and first[0].islower() else 1.2
            cost += (1.6 if strong else 3.0) - (1.0 if ended else 0.0)
            return cost + (0.0 if strong else self._open_cost(i))
        if piece.gap:
            # A list goes on behind an empty line.
            cost -= 0.0 if first[0] in BULLETS and self._listed(i) else 1.5 * (1 - self._habits.inside)
        else:
            cost += 2.4 * self._habits.between + (0.8 if before.text.endswith(";") else 0.0)
        return cost + self._open_cost(i)

    def _open_cost(self, i: int) -> float:
        """What it costs that the cell before piece ``i`` ends with a word that asks for more: less before a time and where a page cuts."""
        open_end = openness(self._pieces[i - 1].text)
        eased = 0.35 if self._late[-1] and not self._late[i] else 0.5 if begins_time(self._pieces[i].text) else 1.0
        return 3.2 * open_end * eased

    def _join(self, i: int) -> float:
        """What it costs to have piece ``i`` in one cell with the one before."""
        piece, before = self._pieces[i], self._pieces[i - 1]
        first = piece.text.split(" ", 1)[0]
        if not piece.begins_line:
            return self._join_inside(piece.text, before.text, late=self._late[i])
        cost = 1.8 * self._habits.between * (1 - self._habits.inside) if piece.gap else 0.0
        if piece.turns:
            return cost + 2.5
        if first[0] in BULLETS:
            return cost * (0.5 if self._listed(i) else 1.0) + 0.3
        ended = before.text.endswith((".", ";", ":", "…"))
        if first[0].isupper() and not is_acronym(first) and openness(before.text) < 1:
            cost += 0.4 if ended else 1.2
            if begins_time(piece.text) or begins_unit(piece.text):
                cost += 0.8
        return cost

    def _join_inside(self, text: str, before: str, *, late: bool) -> float:
        """What it costs that a cell goes on in the middle of a line, where one might begin."""
        if openness(before):
            return 0.3
        if text[0].isupper() and begins_time(text):
            return 1.8
        if late and before.endswith((".", ";", "…")):
            return 1.0
        return 0.9 if text[0] in BULLETS else 1.0 if begins_unit(text) else 0.5

    def _listed(self, i: int) -> bool:
        """Whether the paragraph above piece ``i`` begins with a bullet too."""
        for piece in reversed(self._pieces[:i]):
            if piece.begins_line and (piece.gap or piece.turns or piece.text[0] in BULLETS):
                return piece.text[0] in BULLETS
        return False

    def run(self, start: int, end: int, column: int) -> float:
        """What it costs to have the pieces from ``start`` to before ``end`` as the cell of ``column``; less than 0 when it says what cells
        of other rows say."""
        key = self._keys[column]
        cost = self._joined[end] - self._joined[start + 1]
        if self._late[start] and column in self._finished:
            cost += 1.5
        words = self._words[end] - self._words[start]
        if words <= _MOST_LOOKED_AT:
            text = " ".join(piece.text for piece in self._pieces[start:end])
            looks = _LOOKS[key](text) if key in _LOOKS else 0.5
            cost += looks * (_CUT if self._late[start] or self._cut_by_page(end) else 1.0)
            seen = self._habits.texts[column].get(alike(text), 0) if self._habits.texts else 0
            cost -= min(2.2, 0.9 * log1p(seen))
        elif key in ("lead", "coord", "deadline"):
            cost += 8.0
        widths = self._widths[column]
        return cost + (widths.run(start, end) if widths is not None else 0.0)

    def _in_name(self, i: int) -> bool:
        """Whether a dash at the beginning of piece ``i`` stands in a name ("Công chức Văn hóa" / "- Xã hội")."""
        before = self._pieces[i - 1]
        if self._pieces[i].gap or not before.text[-1:].isalnum() or self._listed(i):
            return False
        return any(piece.begins_line and begins_unit(piece.text) for piece in self._pieces[max(0, i - 3) : i])

    def _cut_by_page(self, end: int) -> bool:
        return end < len(self._pieces) and self._late[-1] and not self._late[end - 1]


class WidthCosts:
    """What it costs that lines are wider than a column of ``width``, or end long before its edge in the middle of a sentence."""

    def __init__(self, pieces: Sequence[Piece], width: int) -> None:
        self._pieces, self._width = pieces, width
        self._letters = [0, *accumulate(len(piece.text) for piece in pieces)]
        # For each piece: where its line begins, and where the next one does.
        self._line: list[int] = []
        for i, piece in enumerate(pieces):
            self._line.append(i if piece.begins_line or not i else self._line[-1])
        self._next = [0] * len(pieces)
        following = len(pieces)
        for i in range(len(pieces) - 1, -1, -1):
            self._next[i] = following
            following = i if pieces[i].begins_line else following
        # Costs of all whole lines before a line.
        self._whole = [0.0] * (len(pieces) + 1)
        start = 0
        while start < len(pieces):
            end = self._next[start]
            self._whole[end] = self._whole[start] + self._line_cost(start, end, goes_on=end < len(pieces))
            start = end

    def run(self, start: int, end: int) -> float:
        """The cost of the pieces from ``start`` to before ``end`` as one cell."""
        first = min(self._next[start], end)
        cost = self._line_cost(start, first, goes_on=first < end)
        if first < end:
            last = self._line[end - 1]
            cost += self._whole[last] - self._whole[first] + self._line_cost(last, end, goes_on=False)
        return min(cost, 10.0)

    def _line_cost(self, start: int, end: int, *, goes_on: bool) -> float:
        length = self._letters[end] - self._letters[start] + end - start - 1
        cost = _overflow_cost(length, self._width)
        return cost + _room_cost(length, self._pieces[end].text, self._pieces[end - 1].text, self._width) if goes_on else cost


def _overflow_cost(length: int, width: int) -> float:
    """What it costs that a line is longer than its column is wide."""
    over = (length - 1) / width
    return 0.0 if over <= 1.06 else 0.4 if over <= 1.2 else min(5.0, 1.5 + 3 * (over - 1.2))


def _room_cost(length: int, following: str, text: str, width: int) -> float:
    """What it costs that the next word of a cell would have found room behind a line of ``length``."""
    word = following.split(" ", 1)[0]
    if word in BULLETS or text.endswith((";", ".", ":")):
        return 0.0
    share = (length + 1 + len(word)) / width
    return 1.1 if share < 0.8 else 0.7 if share < 0.92 else 0.35 if share < 1.02 else 0.0


_LOOKS = {"content": content_cost, "lead": unit_cost, "coord": unit_cost, "product": product_cost, "deadline": time_cost}
