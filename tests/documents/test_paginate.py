"""The paginator: every piece once and in order, nothing over the edge, nothing alone where it must not be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kh_desktop.documents.paginate import Atom, RowSize, Slice, merged, paginate, row_atoms, span_chunks

PAGE = 100.0
LINE, PAD = 5.0, 2.0
atoms = st.builds(
    Atom,
    height=st.floats(1, 60),
    gap=st.floats(0, 20),
    glued=st.booleans(),
    carry=st.floats(0, 30),
    tail=st.floats(0, 5),
)


@st.composite
def tables(draw: st.DrawFn) -> tuple[list[RowSize], float]:
    """Rows of whole lines with group rows between them, and the height of the header."""
    rows: list[RowSize] = []
    label = 0.0
    for kind in draw(st.lists(st.sampled_from(("group", "row", "row", "row", "tall", "joined")), min_size=1, max_size=40)):
        count = draw(st.integers(1, 4)) if kind != "tall" else draw(st.integers(15, 60))
        height = count * LINE + 2 * PAD
        if kind == "group":
            label = height
            rows.append(RowSize(height, count, group=True))
        else:
            rows.append(RowSize(height, count, label=label, joined=kind == "joined"))
    return rows, draw(st.floats(0, 30))


def heights(found: list[Atom], start: int, end: int) -> float:
    page = found[start:end]
    return page[0].carry + page[0].height + sum(atom.gap + atom.height for atom in page[1:])


@given(st.lists(atoms, max_size=80))
def test_every_atom_once_and_in_order(found: list[Atom]) -> None:
    pages = paginate(found, PAGE)
    assert [at for start, end in pages for at in range(start, end)] == list(range(len(found)))
    assert all(end > start for start, end in pages)


@given(st.lists(atoms, max_size=80))
def test_a_page_is_never_overfull_unless_one_atom_is(found: list[Atom]) -> None:
    for start, end in paginate(found, PAGE):
        assert end == start + 1 or heights(found, start, end) <= PAGE + 1e-3


@given(st.lists(atoms, max_size=80))
def test_glued_atoms_part_only_when_their_run_is_longer_than_a_page(found: list[Atom]) -> None:
    for start, end in paginate(found, PAGE):
        if end < len(found) and found[end - 1].glued:
            assert all(atom.glued for atom in found[start:end])


@given(st.lists(atoms, min_size=1, max_size=80))
def test_no_page_ends_before_it_must(found: list[Atom]) -> None:
    for start, end in paginate(found, PAGE):
        following = end
        while following < len(found) and found[following].glued:
            following += 1
        if following < len(found) and not found[end - 1].glued:
            used = [heights(found, start, at + 1) + (found[at].tail if at > start else 0.0) for at in range(end, following + 1)]
            assert max(used) > PAGE


@given(tables())
def test_each_line_of_each_row_once_and_in_order(table: tuple[list[RowSize], float]) -> None:
    rows, header = table
    found, slices = row_atoms(rows, header, LINE, PAD, PAGE)
    seen = [
        (piece.row, line) for start, end in paginate(found, PAGE) for piece in slices[start:end] for line in range(piece.start, piece.end)
    ]
    assert seen == [(index, line) for index, row in enumerate(rows) for line in range(row.lines)]


@given(tables())
def test_a_row_is_parted_only_when_it_is_taller_than_a_page(table: tuple[list[RowSize], float]) -> None:
    rows, header = table
    _found, slices = row_atoms(rows, header, LINE, PAD, PAGE)
    for piece in slices:
        row = rows[piece.row]
        assert piece.whole == (header + row.label + row.height <= PAGE or row.lines < 2)


@given(tables())
def test_no_group_label_stands_alone_at_the_foot(table: tuple[list[RowSize], float]) -> None:
    rows, header = table
    found, slices = row_atoms(rows, header, LINE, PAD, PAGE)
    for start, end in paginate(found, PAGE):
        last = slices[end - 1]
        follows = last.row + 1 < len(rows)
        if rows[last.row].group and last.end == rows[last.row].lines and follows:
            # Only where a page holds nothing but group labels, or rows glued to one another.
            assert all(atom.glued for atom in found[start:end])


@given(tables())
def test_what_is_repeated_is_counted(table: tuple[list[RowSize], float]) -> None:
    rows, header = table
    found, slices = row_atoms(rows, header, LINE, PAD, PAGE)
    for atom, piece in zip(found, slices, strict=True):
        row = rows[piece.row]
        assert atom.carry == pytest.approx(header + row.label + (PAD if piece.start else 0.0))


@given(tables())
def test_merged_slices_are_whole_rows_or_parts(table: tuple[list[RowSize], float]) -> None:
    rows, header = table
    found, slices = row_atoms(rows, header, LINE, PAD, PAGE)
    for start, end in paginate(found, PAGE):
        pieces = merged(slices[start:end])
        assert [piece.row for piece in pieces] == sorted({piece.row for piece in pieces})
        for piece, following in zip(pieces, pieces[1:], strict=False):
            assert piece.end == rows[piece.row].lines
            assert following.start == 0


def test_merged_keeps_a_whole_row_whole() -> None:
    assert merged([Slice(3, 0, 2, whole=True)]) == [Slice(3, 0, 2, whole=True)]
    assert merged([Slice(4, 5, 6, whole=False), Slice(4, 6, 7, whole=False)]) == [Slice(4, 5, 7, whole=False)]


@given(st.lists(st.floats(1, 80), min_size=1, max_size=30), st.floats(1, 150))
def test_span_chunks_cover_all_rows(rows: list[float], text: float) -> None:
    parts = span_chunks(rows, text, PAGE)
    assert sum(parts) == len(rows)
    assert all(part > 0 for part in parts)
    at = 0
    for part in parts:
        assert part == 1 or sum(rows[at : at + part]) <= PAGE
        at += part


def test_span_chunks_keep_a_short_run_whole() -> None:
    assert span_chunks([30, 30, 30], 50, PAGE) == [3]
    assert span_chunks([30, 30, 30, 30], 50, PAGE) == [3, 1]
    assert span_chunks([30, 30], 120, PAGE) == [1, 1]


def test_nothing_makes_no_page() -> None:
    assert paginate([], PAGE) == []
    assert row_atoms([], 10, LINE, PAD, PAGE) == ([], [])
