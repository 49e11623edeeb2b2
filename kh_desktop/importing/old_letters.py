"""Sources whose letters are those of an old Vietnamese font, or lost: put into Unicode where that is sure, else said.

Word files say their fonts and are put right run by run; PDFs and texts often do not, and mix old letters with Unicode.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kh_desktop.domain.clip.legacy import from_tcvn3
from kh_desktop.importing.blocks import Block, Notice, Paragraph, Source
from kh_desktop.importing.text_letters import share_of_syllables, to_unicode

_WORD = re.compile(r"\S+")
# Signs that stand inside words only where TCVN3 puts them.
_SIGN = "[\u00a1-\u00a9\u00ab-\u00ae\u00b5-\u00b9\u00bb-\u00be\u00d7]"
_SIGNS = re.compile(rf"{_SIGN}(?=[^\W\d_])|(?<=[^\W\d_]){_SIGN}")
_BEYOND = re.compile("[\u0100-\u1fff]")  # letters no old font has
_FEW = 20  # words with marks too few to judge by
_VIETNAMESE = 0.6
_LOST = re.compile(r"\w[?\ufffd]\w|[?\ufffd]\w{1,3}\b")


def with_unicode_letters(source: Source) -> Source:
    """``source`` with the paragraphs in TCVN3 letters put into Unicode (notice "legacy_font"); a text that is still no Vietnamese gets
    the notice "wrong_letters"."""
    texts = [text for text in _texts(source) if text]
    strange = "\n".join(text for text in texts if _is_strange(text))
    blocks = source.blocks
    notices = source.notices
    if len(strange.split()) >= _FEW and to_unicode(_BEYOND.sub("", strange))[1] == "tcvn3":
        # Where most of a text is old, so are the words that could be either ("Sè").
        old = 2 * sum(map(_is_strange, texts)) > sum(not text.isascii() for text in texts)
        blocks = tuple(_converted(block, old=old) for block in blocks)
        notices = (*notices, Notice("legacy_font", text="tcvn3"))
        texts = [text for block in blocks for text in _block_texts(block)]
    if _is_wrong("\n".join(texts)):
        notices = (*notices, Notice("wrong_letters"))
    return source if blocks is source.blocks and notices is source.notices else replace(source, blocks=blocks, notices=notices)


def _texts(source: Source) -> Iterator[str]:
    for block in source.blocks:
        yield from _block_texts(block)


def _block_texts(block: Block) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield block.text
    else:
        yield from (paragraph.text for cell in block.cells for paragraph in cell.paragraphs)


def _is_strange(text: str) -> bool:
    return bool(_SIGNS.search(text)) or 0 < share_of_syllables(text) < _VIETNAMESE


def _is_wrong(text: str) -> bool:
    """Whether a text has many words, and most of those with marks cannot be Vietnamese, or letters are replaced by question marks."""
    words = text[:20_000].split()
    marked = [word for word in words if not word.isascii()]
    lost = sum(bool(_LOST.search(word)) for word in words)
    if len(words) >= _FEW and lost > 0.2 * len(words):
        return True
    return len(marked) >= _FEW and share_of_syllables(text) < _VIETNAMESE


def _converted(block: Block, *, old: bool) -> Block:
    if isinstance(block, Paragraph):
        return _paragraph(block, old=old)
    cells = (replace(cell, paragraphs=tuple(_paragraph(paragraph, old=old) for paragraph in cell.paragraphs)) for cell in block.cells)
    return replace(block, cells=tuple(cells))


def _paragraph(paragraph: Paragraph, *, old: bool) -> Paragraph:
    text = paragraph.text
    if text.isascii() or not (old or _is_strange(text)):
        return paragraph
    mixed = _BEYOND.search(text) is not None and share_of_syllables(text) >= _VIETNAMESE

    def word(found: re.Match[str]) -> str:
        part = found.group()
        kept = _BEYOND.search(part) or (mixed and not _SIGNS.search(part) and (part.isupper() or not old))
        return part if kept else from_tcvn3(part)

    return replace(paragraph, text=_WORD.sub(word, text))
