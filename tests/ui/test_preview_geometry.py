"""Where the pages of a preview stand: pure arithmetic."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kh_desktop.ui.preview import geometry
from kh_desktop.ui.preview.geometry import GAP, Place
from kh_desktop.ui.preview.print_dialog import parse_pages

A4, A4_WIDE = (595.0, 842.0), (842.0, 595.0)
sizes = st.lists(st.sampled_from([A4, A4_WIDE]), min_size=1, max_size=12)
zooms = st.floats(0.25, 4.0)


def test_fit_width_fills_the_view_with_an_upright_page() -> None:
    zoom = geometry.fit_width([A4, A4], 500)
    assert abs(A4[0] * zoom + 2 * GAP - 500) < 0.01


def test_a_landscape_appendix_does_not_make_the_plan_tiny() -> None:
    zoom = geometry.fit_width([A4, A4_WIDE], 500)
    assert A4_WIDE[0] * zoom <= 500 - 2 * GAP or zoom >= 0.75 * geometry.fit_width([A4], 500) - 1e-9


@given(sizes, zooms, st.floats(100, 2000))
def test_pages_stand_below_one_another_in_the_middle(pages: list[tuple[float, float]], zoom: float, width: float) -> None:
    boxes = geometry.lay_out(pages, zoom, width)
    middle = {round(box.x + box.width / 2, 3) for box in boxes}
    assert len(middle) == 1
    for before, after in zip(boxes, boxes[1:], strict=False):
        assert abs(after.y - before.y - before.height - GAP) < 0.01
    assert min(box.x for box in boxes) >= GAP - 0.01 or geometry.canvas_size(boxes)[0] > width


@given(sizes, zooms, zooms, st.floats(0, 1), st.integers(0, 11))
def test_a_place_survives_another_zoom(pages: list[tuple[float, float]], before: float, after: float, share: float, page: int) -> None:
    place = Place(page % len(pages), share)
    boxes = geometry.lay_out(pages, before, 600)
    found = geometry.place_at(boxes, geometry.height_of(boxes, place))
    assert found.page == place.page and abs(found.share - place.share) < 1e-6
    again = geometry.lay_out(pages, after, 600)
    assert geometry.place_at(again, geometry.height_of(again, found)).page == place.page


def test_a_shorter_document_keeps_the_reader_on_its_last_page() -> None:
    boxes = geometry.lay_out([A4], 1.0, 600)
    assert geometry.height_of(boxes, Place(7, 0.5)) == boxes[0].y + 0.5 * boxes[0].height


def test_only_pages_in_view_are_visible() -> None:
    boxes = geometry.lay_out([A4] * 10, 1.0, 600)
    assert list(geometry.visible(boxes, boxes[3].y + 10, boxes[4].y + 10)) == [3, 4]
    assert list(geometry.visible([], 0, 100)) == []


def test_page_ranges_as_people_write_them() -> None:
    assert parse_pages("1-3, 5", 6) == [0, 1, 2, 4]
    assert parse_pages("2;4", 6) == [1, 3]
    assert parse_pages("6", 6) == [5]
    for wrong in ("", "0", "7", "3-1", "a", "1-", "-2", "1,,2", "²"):
        assert parse_pages(wrong, 6) is None, wrong
