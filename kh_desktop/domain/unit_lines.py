"""The names of units in a cell of a table."""

from __future__ import annotations

import re

from kh_desktop.domain.vitext import clean_line


def split_units(text: str) -> tuple[str, ...]:
    """The unit names of a cell: one a line or separated by ";", leading dashes off."""
    parts = (clean_line(p).lstrip("-–•+ ").strip() for p in re.split(r"[;\n]", text))
    return tuple(p for p in parts if p)
