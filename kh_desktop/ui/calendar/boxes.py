"""Rectangles of the pictures, without Qt."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in logical pixels."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.h

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies in it; the right and lower edge belong to the neighbour."""
        return self.x <= x < self.right and self.y <= y < self.bottom

    def inside(self, other: Box, slack: float = 0.01) -> bool:
        """Whether it lies wholly in ``other``."""
        wide = other.x - slack <= self.x and self.right <= other.right + slack
        return wide and other.y - slack <= self.y and self.bottom <= other.bottom + slack

    def touches(self, other: Box, slack: float = 0.01) -> bool:
        """Whether the two cover some ground together."""
        wide = self.x < other.right - slack and other.x < self.right - slack
        return wide and self.y < other.bottom - slack and other.y < self.bottom - slack
