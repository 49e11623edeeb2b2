"""What a page asks for when it is to go on paper or into a file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kh_desktop.services.export import Preview


@dataclass(frozen=True, slots=True)
class PageOutput:
    """``how``: "print", or the suffix of a file. ``name(suffix)`` suggests a file name, ``pages()`` makes the pages to print, ``write``
    a file of the kind its suffix says; both fail with KhError."""

    how: str
    title: str
    name: Callable[[str], str]
    pages: Callable[[], Preview]
    write: Callable[[Path], Path]
