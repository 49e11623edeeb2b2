"""The room around tables and signatures, which the tree leaves to its writers; the same as on the PDF's pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kh_desktop.documents.tree import Block, Columns, Paragraph, Table

_SIGNATURE_GAP = 10.0  # pt
_TABLE_GAP = 8.0  # pt


def spaced(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with room below tables and above signatures; nothing parts a signature from its text."""
    made: list[Block] = []
    for block in blocks:
        before = made[-1] if made else None
        if isinstance(block, Columns) and block.kind == "signature":
            block = replace(block, left=_lowered(block.left, _SIGNATURE_GAP), right=_lowered(block.right, _SIGNATURE_GAP))
            if isinstance(before, Paragraph):
                made[-1] = replace(before, keep_with_next=True)
        elif isinstance(block, Paragraph) and isinstance(before, Table):
            block = _lowered((block,), _TABLE_GAP)[0]
        made.append(block)
    return made


def _lowered(paragraphs: tuple[Paragraph, ...], gap: float) -> tuple[Paragraph, ...]:
    return tuple(replace(p, space_before=p.space_before + gap) if index == 0 else p for index, p in enumerate(paragraphs))
