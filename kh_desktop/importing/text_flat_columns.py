"""One row of a table whose columns are lost, cut into its cells: the cheapest way to lay the words, in order, into the columns, in order.

A cell ends where a line ends before a capital letter or a bullet, where empty lines stand, where the line left room for the next word
of a cell that goes on; what stands in it looks like a time, a unit, a product. None of these is sure, so all are weighed together.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from math import log1p

from kh_desktop.importing.text_flat_rows import Part
from kh_desktop.importing.text_flat_words import (
    alike,
    begins_product,
    begins_time,
    begins_unit,
    content_cost,
    is_acronym,
    is_open,
    product_cost,
    time_cost,
    unit_cost,
)

_BULLETS = frozenset("-–+•*●○▪")
# So many pieces a cell of each kind may have at most; longer ones are contents or products.
_MOST_PIECES = {"lead": 16, "coord": 16, "deadline": 12}
_EMPTY = {"content": 9.0, "lead": 3.2, "coord": 1.8, "product": 2.6, "deadline": 3.0, "": 1.5}
_AGAIN = 5.0  # a further product or deadline of the same row
_LATE = 0.15  # how little an empty cell counts behind a page's end: what was to say is said
_CUT = 0.4  # how much the looks of a cell tell that a page cuts
_NEVER = 1e9


@dataclass(slots=True)
class Habits:
    """What is known of a table: how often empty lines stand between cells (0 to 1) and inside them, how wide its columns are (by layout
    and column; 0 unknown), which texts its columns had before."""

    between: float = 0.5
    inside: float = 0.05
    widths: dict[tuple[int, int], int] = field(default_factory=dict)
    texts: list[dict[str, int]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that stay together. ``begins_line``, ``gap``: empty lines before it, more than usual; ``turns``: a page turns before it."""

    text: str
    line: int
    begins_line: bool
    gap: bool = False
    turns: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """Pieces ``start`` to ``end`` in ``column``; ``again``: it begins a further row of the same task."""

    column: int
    start: int
    end: int
    again: bool = False


def pieces_of(part: Part, usual_gap: int) -> list[Piece]:
    """The lines of a row, cut where a cell might begin in the middle of one."""
    pieces: list[Piece] = []
    late = False
    for at, line in enumerate(part.lines):
        late = late or at in part.breaks
        words = line.text.split()
        start = 0
        for cut in range(1, len(words) + 1):
            if cut < len(words) and not _may_begin(words, cut, late=late):
                continue
            first = start == 0
            turns = first and (at in part.breaks or (line.turns and at > 0))
            pieces.append(Piece(" ".join(words[start:cut]), at, first, first and at > 0 and line.gap > usual_gap, turns))
            start = cut
    return pieces


def _may_begin(words: Sequence[str], at: int, *, late: bool) -> bool:
    """Whether a cell might begin with a word inside a line. ``late``: behind a page's end, where each cell goes on anywhere."""
    word, before = words[at], words[at - 1]
    if before in _BULLETS or before.endswith(("-", "/", "(", "“")):
        return False
    rest = " ".join(words[at : at + 5])
    if word in _BULLETS:
        return at + 1 < len(words) and words[at + 1][:1].isupper()
    if late and (before.endswith((".", ";", "…")) or begins_time(rest)):
        return True
    if not word[0].isupper():
        return False
    return begins_unit(rest) or begins_time(rest) or (not is_acronym(before) and (late or begins_product(rest)))


class RowCutter:
    """Cuts rows of one table into cells. ``keys``: the fields of the columns behind the number, left to right."""

    def __init__(self, keys: Sequence[str], habits: Habits) -> None:
        self._keys, self._habits = list(keys), habits

    def cut(self, part: Part, usual_gap: int, finished: Collection[int] = ()) -> tuple[list[Piece], list[Run], float]:
        """The pieces of a row, the runs they form, and what that costs beyond the sure. ``finished``: columns whose cell is known to
        have ended before a page's end."""
        pieces = pieces_of(part, usual_gap)
        if not pieces:
            return pieces, [], 0.0
        return pieces, *_Search(self._keys, self._habits, part.layout, pieces, finished).best()


class _Search:
    """Finds the cheapest cells for the pieces of one row."""

    def __init__(self, keys: list[str], habits: Habits, layout: int, pieces: list[Piece], finished: Collection[int] = ()) -> None:
        self._keys, self._habits, self._layout, self._pieces = keys, habits, layout, pieces
        self._finished = frozenset(finished)
        count = len(pieces)
        turned = next((i for i, piece in enumerate(pieces) if piece.turns), count)
        self._late = [i >= turned for i in range(count)]
        self._split = [self._split_cost(i) for i in range(count)]
        # Costs of staying in one cell, summed from the left.
        self._joined = [0.0] * (count + 1)
        for i in range(count):
            self._joined[i + 1] = self._joined[i] + (self._join_cost(i) if i else 0.0)
        self._words = [0] * (count + 1)
        for i, piece in enumerate(pieces):
            self._words[i + 1] = self._words[i] + len(piece.text.split())

    def best(self) -> tuple[list[Run], float]:
        """The cheapest runs and their cost. A state is the column of the last run, and whether a page has turned before it."""
        count, width = len(self._pieces), len(self._keys)
        states = width * (2 if any(piece.turns for piece in self._pieces) else 1)
        cost = [[_NEVER] * states for _ in range(count + 1)]
        back = [[(-1, -1, False)] * states for _ in range(count + 1)]
        for end in range(1, count + 1):
            for column, key in enumerate(self._keys):
                for start in range(end - 1, max(0, end - _MOST_PIECES.get(key, count)) - 1, -1):
                    ways = self._ways(start, column, cost)
                    if not ways:
                        continue
                    own = self._run_cost(start, end, column)
                    for before, state, again, so_far in ways:
                        if so_far + own < cost[end][state]:
                            cost[end][state] = so_far + own
                            back[end][state] = (start, before, again)
        return self._followed(cost, back)

    def _ways(self, start: int, column: int, cost: list[list[float]]) -> list[tuple[int, int, bool, float]]:
        """How a run in ``column`` may begin at ``start``: (state before, its state, whether it begins a further row, cost so far)."""
        width = len(self._keys)
        if start == 0:
            return [(-1, column, False, self._skipped(-1, column))]
        ways = []
        split, piece = self._split[start], self._pieces[start]
        for state, so_far in enumerate(cost[start]):
            if so_far >= _NEVER:
                continue
            late, before = divmod(state, width)
            if piece.turns:
                # Behind the page's end every cell may go on, from the first one.
                ways.append((state, width + column, False, so_far + 0.4 + min(1.5, self._skipped(before, width) * 0.3)))
            elif before < column:
                skipped = self._skipped(before, column) * (_LATE if late else 1)
                ways.append((state, late * width + column, False, so_far + split + skipped))
            elif self._keys[column] != "content" and piece.begins_line and not late:
                ways.append((state, column, True, so_far + split + _AGAIN + self._skipped(column - 1, column)))
        return ways

    def _skipped(self, before: int, column: int) -> float:
        return sum(_EMPTY.get(self._keys[c], 1.5) for c in range(before + 1, column))

    def _followed(self, cost: list[list[float]], back: list[list[tuple[int, int, bool]]]) -> tuple[list[Run], float]:
        end, width = len(self._pieces), len(self._keys)
        ends = [so_far + self._skipped(state % width, width) * (_LATE if state >= width else 1) for state, so_far in enumerate(cost[end])]
        state = min(range(len(ends)), key=ends.__getitem__)
        total = ends[state]
        runs: list[Run] = []
        while end > 0:
            start, before, again = back[end][state]
            runs.append(Run(state % width, start, end, again))
            end, state = start, before
        return runs[::-1], total

    # --- costs

    def _split_cost(self, i: int) -> float:
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
        elif first[0] in _BULLETS:
            cost += 2.4 if self._in_name(i) else 0.0
        elif not (first[0].isalpha() or begins_time(piece.text)):
            cost += 1.0 if begins_product(piece.text) else 3.0
        strong = begins_unit(piece.text) or begins_time(piece.text) or begins_product(piece.text)
        if not piece.begins_line:
            ended = before.text.endswith((".", ";", "…"))
            if self._late[i] and ended:
                return 2.2 if before.text.endswith(";") and first[0].islower() else 1.2
            cost += (1.6 if strong else 3.0) - (1.0 if ended else 0.0)
            return cost + (3.2 if is_open(before.text) and not strong else 0.0)
        if piece.gap:
            # A list goes on behind an empty line.
            cost -= 0.0 if first[0] in _BULLETS and self._listed(i) else 1.5 * (1 - self._habits.inside)
        else:
            cost += 2.4 * self._habits.between + (0.8 if before.text.endswith(";") else 0.0)
        if is_open(before.text):
            cost += 4.5 if before.text.endswith(",") else 3.2
        return cost

    def _join_cost(self, i: int) -> float:
        """What it costs to have piece ``i`` in one cell with the one before."""
        piece, before = self._pieces[i], self._pieces[i - 1]
        first = piece.text.split(" ", 1)[0]
        if not piece.begins_line:
            return self._join_inside(piece.text, before.text, late=self._late[i])
        cost = 1.8 * self._habits.between * (1 - self._habits.inside) if piece.gap else 0.0
        if piece.turns:
            return cost + 2.5
        if first[0] in _BULLETS:
            return cost * (0.5 if self._listed(i) else 1.0) + 0.3
        ended = before.text.endswith((".", ";", ":", "…"))
        if first[0].isupper() and not is_acronym(first) and not is_open(before.text):
            cost += 0.4 if ended else 1.2
            if begins_time(piece.text) or begins_unit(piece.text):
                cost += 0.8
        return cost

    def _join_inside(self, text: str, before: str, *, late: bool) -> float:
        """What it costs that a cell goes on in the middle of a line, where one might begin."""
        if is_open(before):
            return 0.3
        if text[0].isupper() and begins_time(text):
            return 1.8
        if late and before.endswith((".", ";", "…")):
            return 1.0
        return 0.9 if text[0] in _BULLETS else 1.0 if begins_unit(text) else 0.5

    def _listed(self, i: int) -> bool:
        """Whether the paragraph above piece ``i`` begins with a bullet too."""
        for piece in reversed(self._pieces[:i]):
            if piece.begins_line and (piece.gap or piece.turns or piece.text[0] in _BULLETS):
                return piece.text[0] in _BULLETS
        return False

    def _run_cost(self, start: int, end: int, column: int) -> float:
        key = self._keys[column]
        cost = self._joined[end] - self._joined[start + 1]
        if self._late[start] and column in self._finished:
            cost += 1.5
        words = self._words[end] - self._words[start]
        if words <= 60:
            text = " ".join(piece.text for piece in self._pieces[start:end])
            looks = _LOOKS[key](text) if key in _LOOKS else 0.5
            cost += looks * (_CUT if self._late[start] or self._cut_by_page(end) else 1.0)
            seen = self._habits.texts[column].get(alike(text), 0) if self._habits.texts else 0
            cost -= min(2.2, 0.9 * log1p(seen))
        elif key in ("lead", "coord", "deadline"):
            cost += 8.0
        return cost + self._width_cost(start, end, column)

    def _in_name(self, i: int) -> bool:
        """Whether a dash at the beginning of piece ``i`` stands in a name ("Công chức Văn hóa" / "- Xã hội")."""
        before = self._pieces[i - 1]
        if self._pieces[i].gap or not before.text[-1:].isalnum() or self._listed(i):
            return False
        return any(piece.begins_line and begins_unit(piece.text) for piece in self._pieces[max(0, i - 3) : i])

    def _cut_by_page(self, end: int) -> bool:
        return end < len(self._pieces) and self._late[-1] and not self._late[end - 1]

    def _width_cost(self, start: int, end: int, column: int) -> float:
        """What it costs that lines are wider than the column, or end long before its edge in the middle of a sentence."""
        width = self._habits.widths.get((self._layout, column), 0)
        if not width or end - start > 120:
            return 0.0
        cost, length = 0.0, 0
        for i in range(start, end):
            piece = self._pieces[i]
            length = len(piece.text) if piece.begins_line or i == start else length + 1 + len(piece.text)
            if i + 1 < end and not self._pieces[i + 1].begins_line:
                continue
            cost += _overflow_cost(length, width)
            if i + 1 < end:
                cost += _room_cost(length, self._pieces[i + 1].text, piece.text, width)
        return min(cost, 10.0)


def _overflow_cost(length: int, width: int) -> float:
    """What it costs that a line is longer than its column is wide."""
    over = (length - 1) / width
    return 0.0 if over <= 1.06 else 0.4 if over <= 1.2 else min(5.0, 1.5 + 3 * (over - 1.2))


def _room_cost(length: int, following: str, text: str, width: int) -> float:
    """What it costs that the next word of a cell would have found room behind a line of ``length``."""
    word = following.split(" ", 1)[0]
    if word in _BULLETS or text.endswith((";", ".", ":")):
        return 0.0
    share = (length + 1 + len(word)) / width
    return 1.1 if share < 0.8 else 0.7 if share < 0.92 else 0.35 if share < 1.02 else 0.0


_LOOKS = {"content": content_cost, "lead": unit_cost, "coord": unit_cost, "product": product_cost, "deadline": time_cost}
