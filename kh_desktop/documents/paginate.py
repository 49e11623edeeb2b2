"""Dividing a document into pages: pure functions over measured heights (pt)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Atom:
    """The smallest piece that stays on one page: a line, a table row, a pair of blocks.

    ``gap``: room above it, dropped at the top of a page. ``glued``: no page break between it and the next. ``carry``: height of what
    is repeated above it when a page starts with it (table header, group label). ``tail``: room it needs below it only when the page
    ends with it.
    """

    height: float
    gap: float = 0.0
    glued: bool = False
    carry: float = 0.0
    tail: float = 0.0


@dataclass(frozen=True, slots=True)
class RowSize:
    """A measured table row. ``lines`` of its tallest cell, ``group``: a group row, ``label``: height of the group label that is repeated
    above it, ``joined``: a cell spans from it into the next row."""

    height: float
    lines: int = 1
    group: bool = False
    label: float = 0.0
    joined: bool = False


@dataclass(frozen=True, slots=True)
class Slice:
    """Lines ``start`` to ``end`` (exclusive) of table row ``row``; ``whole`` when nothing of it is elsewhere."""

    row: int
    start: int
    end: int
    whole: bool


def paginate(atoms: Sequence[Atom], page_height: float) -> list[tuple[int, int]]:
    """Ranges (start, end) of ``atoms``, one per page: every atom once and in order.

    A page is filled as far as it goes, back to the last place where a break is allowed. Only a glued run longer than a whole page
    is broken inside, and an atom taller than a page gets a page of its own.
    """
    pages: list[tuple[int, int]] = []
    start = 0
    while start < len(atoms):
        end = _fill(atoms, start, page_height)
        pages.append((start, end))
        start = end
    return pages


def _fill(atoms: Sequence[Atom], start: int, page_height: float) -> int:
    used = atoms[start].carry + atoms[start].height
    allowed, end = 0, start + 1
    if not atoms[start].glued:
        allowed = end
    while end < len(atoms):
        atom = atoms[end]
        used += atom.gap + atom.height
        if used + atom.tail > page_height + 1e-6:
            break
        end += 1
        if not atom.glued:
            allowed = end
    return end if end == len(atoms) else allowed or end


def row_atoms(rows: Sequence[RowSize], header: float, line: float, pad: float, page_height: float) -> tuple[list[Atom], list[Slice]]:
    """Atoms of a table and the slice of a row each one shows.

    A row is one atom, unless it is taller than a page: then each of its lines (``line`` pt, ``pad`` above the first and below the
    last) is. ``header`` is what is repeated on each page. A group row is glued to the row after it, a row to the one it spans into.
    """
    atoms: list[Atom] = []
    slices: list[Slice] = []
    for index, row in enumerate(rows):
        carry = header + row.label
        last = index == len(rows) - 1
        glued = not last and (row.group or row.joined)
        if carry + row.height <= page_height or row.lines < 2:
            atoms.append(Atom(row.height, glued=glued, carry=carry))
            slices.append(Slice(index, 0, row.lines, whole=True))
            continue
        for at in range(row.lines):
            first, final = at == 0, at == row.lines - 1
            height = line + (pad if first else 0.0) + (pad if final else 0.0)
            keep = (glued and final) or at in (0, row.lines - 2)
            atoms.append(Atom(height, glued=keep, carry=carry + (0.0 if first else pad), tail=0.0 if final else pad))
            slices.append(Slice(index, at, at + 1, whole=False))
    return atoms, slices


def merged(slices: Sequence[Slice]) -> list[Slice]:
    """Neighbouring slices of one row as one: what one page shows of it."""
    out: list[Slice] = []
    for piece in slices:
        if out and out[-1].row == piece.row:
            out[-1] = Slice(piece.row, out[-1].start, piece.end, whole=False)
        else:
            out.append(piece)
    return out


def span_chunks(heights: Sequence[float], text: float, limit: float) -> list[int]:
    """How many rows each part of a run of rows takes that share a spanned cell ``text`` pt tall.

    One part while the run is not taller than ``limit``; otherwise parts of at most ``limit`` (a single row may be taller), each
    repeating the spanned text. A spanned text taller than ``limit`` stands in the first row alone.
    """
    if max(sum(heights), text) <= limit:
        return [len(heights)]
    parts = [1] if text > limit else [0]
    used = limit if text > limit else 0.0
    for height in heights[parts[0] :]:
        if parts[-1] and used + height > limit:
            parts.append(0)
            used = 0.0
        parts[-1] += 1
        used += height
    return parts
