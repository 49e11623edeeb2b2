"""The wrapped lines of one cell as its paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kh_desktop.importing.blocks import Paragraph
from kh_desktop.importing.text_flat_words import is_acronym, openness

_BULLET = re.compile(r"[-–+•*●○▪]\s*(?=\S)|\d{1,2}\.\d{1,2}\.?\s+(?=[^\W\d_])")


def cell_paragraphs(lines: Sequence[str], page: int) -> tuple[Paragraph, ...]:
    """The lines of a cell joined; bullets, numbers and lines that follow one with room left begin paragraphs."""
    edge = max(map(len, lines))
    texts: list[str] = []
    listed = _BULLET.match(lines[0]) is not None
    for at, line in enumerate(lines):
        if at and not _begins(lines[at - 1], line, edge, listed=listed):
            texts[-1] = joined(texts[-1], line)
        else:
            texts.append(line)
    return tuple(Paragraph(text, page=page) for text in texts)


def _begins(above: str, line: str, edge: int, *, listed: bool) -> bool:
    first = line.split(" ", 1)[0]
    if _BULLET.match(line):
        # "Văn hóa" / "- Xã hội" is one name: nothing is listed, and there was no room for more than the first word of it.
        room = len(above) + len(" ".join(line.split()[:2])) < edge
        return not above.endswith(("-", "–")) and (listed or room or above.endswith((":", ";", ".", ",")))
    if not line[0].isupper() or is_acronym(first) or openness(above):
        return False
    return above.endswith((";", ".")) or len(above) + 1 + len(first) <= edge


def joined(above: str, line: str) -> str:
    """Two lines of one text; a code cut behind its hyphen ("KH-" "UBND") has no blank."""
    cut = above.endswith("-") and above[-2:-1].isupper() and line[:2].isupper() and not above.endswith(" -")
    return f"{above}{line}" if cut else f"{above} {line}"
