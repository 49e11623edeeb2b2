"""Where the pages of a preview stand, in logical pixels: plain arithmetic without Qt, so that it can be tested alone."""

from __future__ import annotations

from dataclasses import dataclass

POINTS_PER_INCH = 72.0
GAP = 12
"""Space around and between pages, in logical pixels."""

MIN_ZOOM, MAX_ZOOM = 0.25, 4.0


@dataclass(frozen=True, slots=True)
class PageBox:
    """One page on the canvas: left, top, width, height in logical pixels from the top left corner of the canvas."""

    x: float
    y: float
    width: float
    height: float

    def holds(self, x: float, y: float) -> bool:
        """Whether the point of the canvas lies on this page."""
        return self.x <= x < self.x + self.width and self.y <= y < self.y + self.height


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the document that survives another zoom and another building: a page and how far down it (share of its height)."""

    page: int = 0
    share: float = 0.0


def clamp_zoom(zoom: float) -> float:
    """``zoom`` (1.0 = one point is one logical pixel) within what is readable and affordable."""
    return max(MIN_ZOOM, min(MAX_ZOOM, zoom))


def fit_width(sizes: list[tuple[float, float]], width: float) -> float:
    """The zoom at which the first page, usually the portrait one, fills ``width`` pixels; a wider page makes the view scroll sideways
    only when it does not fit at three quarters of that."""
    if not sizes:
        return 1.0
    room = max(40.0, width - 2 * GAP)
    widest = max(size[0] for size in sizes)
    first = sizes[0][0]
    return clamp_zoom(max(room / widest, room / first * 0.75) if widest > first else room / first)


def lay_out(sizes: list[tuple[float, float]], zoom: float, width: float) -> list[PageBox]:
    """The pages one below another, each in the middle of ``width`` (or of the widest page when that is more)."""
    canvas = max([width, *(size[0] * zoom + 2 * GAP for size in sizes)])
    boxes: list[PageBox] = []
    y = float(GAP)
    for page_width, page_height in sizes:
        w, h = page_width * zoom, page_height * zoom
        boxes.append(PageBox((canvas - w) / 2, y, w, h))
        y += h + GAP
    return boxes


def canvas_size(boxes: list[PageBox]) -> tuple[float, float]:
    """Width and height of the canvas the pages need."""
    if not boxes:
        return 0.0, 0.0
    return max(box.x + box.width for box in boxes) + GAP, boxes[-1].y + boxes[-1].height + GAP


def place_at(boxes: list[PageBox], y: float) -> Place:
    """The place of the document at height ``y`` of the canvas."""
    for index, box in enumerate(boxes):
        if y < box.y + box.height + GAP:
            return Place(index, (y - box.y) / box.height)
    return Place(len(boxes) - 1, 1.0) if boxes else Place()


def height_of(boxes: list[PageBox], place: Place) -> float:
    """The height on the canvas of a place; of the last page when the document has become shorter."""
    if not boxes:
        return 0.0
    box = boxes[min(place.page, len(boxes) - 1)]
    return box.y + place.share * box.height


def visible(boxes: list[PageBox], top: float, bottom: float) -> range:
    """The pages that show between two heights of the canvas."""
    shown = [i for i, box in enumerate(boxes) if box.y < bottom and box.y + box.height > top]
    return range(shown[0], shown[-1] + 1) if shown else range(0)
