"""Which field came from which place, both ways."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kh_desktop.services.import_review import Leftover, Reading, Source, Spot, Table
from kh_desktop.ui.importing.lines import Key
from kh_desktop.ui.importing.result_lines import part_of
from kh_desktop.ui.importing.work import Item

Has = Callable[[Key], bool]


class Links:
    """Of a source and its reading; empty without."""

    def __init__(self, source: Source | None = None, reading: Reading | None = None) -> None:
        self._source, self._reading = source, reading
        self._paths: dict[Spot, str] = {}
        if reading is not None:
            for path, spots in reading.origins.items():
                for spot in spots:
                    self._paths.setdefault(spot, path)
            for at, left in enumerate(reading.leftovers):
                self._paths.setdefault(left.spot, f"leftover:{at}")

    def path_at(self, spot: Spot) -> str:
        """The field that came from a place, or from the row or block it stands in; "" for none."""
        if self._reading is not None and self._reading.roles.get(Spot(spot.block, spot.row)) == "header":
            column = self._reading.roles.get(Spot(spot.block, -1, spot.col))
            if column is not None:
                return f"column:{column or 'note'}"
        found = self._paths.get(spot) or self._paths.get(Spot(spot.block, spot.row)) or self._paths.get(Spot(spot.block), "")
        if found.startswith("task") and found.count(":") == 1:
            return f"{found}:content"
        return found

    def spot_of(self, path: str, has: Has) -> Spot | None:
        """The place a field came from, as it is shown; None for a field the source has not."""
        if self._reading is None:
            return None
        if path.startswith("leftover:"):
            return self.shown(self._reading.leftovers[int(path.partition(":")[2])].spot, has)
        if path.startswith("column:"):
            return self._header_of(path.partition(":")[2], has)
        head = ":".join(path.split(":")[:2])
        for name in (path, head, f"{head}:content", f"{head}:text"):
            spots = self._reading.origins.get(name)
            if spots:
                return self.shown(spots[0], has)
        return None

    def _header_of(self, field: str, has: Has) -> Spot | None:
        """The header cell of the first column taken for a field."""
        roles = self._reading.roles if self._reading is not None else {}
        said = "" if field == "note" else field
        columns = [spot for spot, role in roles.items() if role == said and spot.row < 0 <= spot.col]
        noted = set() if said else self._note_columns()
        column = next((spot for spot in columns if spot.col in noted), next(iter(columns), None))
        rows = (Spot(s.block, s.row, column.col) for s, role in roles.items() if column and role == "header" and s.block == column.block)
        return next((cell for cell in rows if has(cell)), None)

    def _note_columns(self) -> set[int]:
        """The columns that notes of tasks come from."""
        origins = self._reading.origins if self._reading is not None else {}
        return {spot.col for path, spots in origins.items() if path.startswith("task:") and path.endswith(":note") for spot in spots}

    def shown(self, spot: Spot, has: Has) -> Spot:
        """A box that is shown for a place: rows, columns and tables stand for their first cell."""
        if has(spot) or self._source is None or not 0 <= spot.block < len(self._source.blocks):
            return spot
        block = self._source.blocks[spot.block]
        if not isinstance(block, Table):
            return spot
        found = (Spot(spot.block, row, col) for row, col in _near(block, spot))
        return next((one for one in found if has(one)), Spot(spot.block, max(spot.row, 0)))

    def paths_of_item(self, item: Item) -> Iterator[str]:
        """The fields an item is about: its own, else that of its place."""
        if isinstance(item, Leftover):
            at = self._reading.leftovers.index(item) if self._reading is not None and item in self._reading.leftovers else 0
            yield f"leftover:{at}"
        elif item.path:
            yield item.path
        elif item.spot is not None and (path := self._paths.get(item.spot)):
            yield path

    def shown_path(self, path: str, has: Has) -> str:
        """A box of the result for a field: a task stands for its content, a text for its heading, anything for its part."""
        if has(path) and not has(f"{path}:content"):
            return path
        head = ":".join(path.split(":")[:2])
        for name in (f"{path}:content", f"{path}:text", head, f"{head}:content", part_of(path)):
            if has(name):
                return name
        return ""


def _near(table: Table, spot: Spot) -> Iterator[tuple[int, int]]:
    """The cells of a table a place may stand for, the nearest first."""
    if spot.row >= 0:
        yield from ((spot.row, cell.col) for cell in table.cells if cell.row == spot.row and cell.text.strip())
        yield from ((spot.row, col) for col in range(table.col_count))
    if spot.col >= 0:
        yield from ((row, spot.col) for row in range(table.row_count))
    yield from ((cell.row, cell.col) for cell in table.cells)
