"""One row of a table whose columns are lost, cut into its cells: the cheapest way to lay the words, in order, into the columns, in order.

A cell ends where a line ends before a capital letter or a bullet, where empty lines stand, where the line left room for the next word
of a cell that goes on; what stands in it looks like a time, a unit, a product. None of these is sure, so all are weighed together.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from kh_desktop.importing.text_flat_costs import Costs
from kh_desktop.importing.text_flat_pieces import Habits, Piece, pieces_of
from kh_desktop.importing.text_flat_rows import Part

# So many pieces a cell of each kind may have at most; contents and products have more.
_MOST_PIECES = {"lead": 16, "coord": 16, "deadline": 12}
_MOST = 150
_EMPTY = {"content": 9.0, "lead": 3.2, "coord": 1.8, "product": 2.6, "deadline": 3.0, "": 1.5}
_AGAIN = 5.0  # a further product or deadline of the same row
_LATE = 0.15  # how little an empty cell counts behind a page's end: what was to say is said
_IMPOSSIBLE = 6.0  # no cell begins where that would cost more
_NEVER = 1e9


@dataclass(frozen=True, slots=True)
class Run:
    """Pieces ``start`` to ``end`` in ``column``; ``again``: it begins a further row of the same task."""

    column: int
    start: int
    end: int
    again: bool = False


@dataclass(frozen=True, slots=True)
class _Way:
    """How a run may come into ``state``: from the state ``before``, at a cost."""

    state: int
    before: int
    again: bool
    cost: float


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
        search = _Search(self._keys, pieces, Costs(self._keys, self._habits, part.layout, pieces, finished))
        return pieces, *search.best()


class _Search:
    """Finds the cheapest cells for the pieces of one row."""

    def __init__(self, keys: list[str], pieces: list[Piece], costs: Costs) -> None:
        self._keys, self._pieces, self._costs = keys, pieces, costs
        self._split = [costs.split(i) for i in range(len(pieces))]
        # Where cells may begin at all.
        self._starts = [i for i, piece in enumerate(pieces) if i == 0 or piece.turns or self._split[i] < _IMPOSSIBLE]

    def best(self) -> tuple[list[Run], float]:
        """The cheapest runs and their cost. A state is the column of the last run, and whether a page has turned before it."""
        count, width = len(self._pieces), len(self._keys)
        states = width * (2 if any(piece.turns for piece in self._pieces) else 1)
        cost = [[_NEVER] * states for _ in range(count + 1)]
        back = [[(-1, -1, False)] * states for _ in range(count + 1)]
        ways: list[list[_Way]] = []
        for end in [*self._starts[1:], count]:
            start = self._starts[len(ways)]
            ways.append(self._ways(start, cost[start]))
            for at in range(len(ways) - 1, -1, -1):
                start = self._starts[at]
                for way in ways[at]:
                    if end - start > _MOST_PIECES.get(self._keys[way.state % width], _MOST):
                        continue
                    total = way.cost + self._costs.run(start, end, way.state % width)
                    if total < cost[end][way.state]:
                        cost[end][way.state] = total
                        back[end][way.state] = (start, way.before, way.again)
                if end - start > _MOST:
                    break
        return self._followed(cost, back)

    def _ways(self, start: int, cost: Sequence[float]) -> list[_Way]:
        """The cheapest way into each state for a run that begins at ``start``."""
        width = len(self._keys)
        if start == 0:
            return [_Way(column, -1, False, self._skipped(-1, column)) for column in range(width)]
        best: dict[int, _Way] = {}
        for before, so_far in enumerate(cost):
            if so_far < _NEVER:
                for way in self._ways_from(start, before, so_far):
                    if way.state not in best or way.cost < best[way.state].cost:
                        best[way.state] = way
        return list(best.values())

    def _ways_from(self, start: int, state: int, so_far: float) -> Iterator[_Way]:
        width = len(self._keys)
        late, before = divmod(state, width)
        piece = self._pieces[start]
        if piece.turns:
            # Behind the page's end every cell may go on, from the first one.
            turned = so_far + 0.4 + min(1.5, self._skipped(before, width) * 0.3)
            yield from (_Way(width + column, state, False, turned) for column in range(width))
            return
        so_far += self._split[start]
        for column in range(width):
            if before < column:
                yield _Way(late * width + column, state, False, so_far + self._skipped(before, column) * (_LATE if late else 1))
            elif self._keys[column] != "content" and piece.begins_line and not late:
                yield _Way(column, state, True, so_far + _AGAIN + self._skipped(column - 1, column))

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
