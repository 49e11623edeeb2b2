"""The text of one cell put together from the pieces of HTML, with blanks and line breaks as browsers show them."""

from __future__ import annotations

import re

_BLANKS = re.compile(r"[ \t\r\n\f]+")


class CellText:
    """Collects text; ``text()`` is what is seen, paragraphs separated by "\\n"."""

    __slots__ = ("_parts", "_at_start", "_blank", "_pending", "_all_bold", "_ink", "_mark", "length")

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._at_start = True  # nothing visible in this line yet: blanks are not shown
        self._blank = False  # the last thing is a blank that swallows the next
        self._pending = False  # a paragraph has ended; the break is written when something follows
        self._all_bold = True
        self._ink = False
        self.length = 0
        self._mark: tuple[str, bool] | None = None

    def add(self, text: str, *, bold: bool = False, as_is: bool = False) -> None:
        """Text of a run; ``as_is`` keeps its blanks and line breaks (<pre>)."""
        if not as_is:
            text = _BLANKS.sub(" ", text)
            if (self._at_start or self._blank) and text.startswith(" "):
                text = text[1:]
        if not text:
            return
        self._flush()
        self._write_mark()
        self._parts.append(text)
        self.length += len(text)
        self._at_start = False
        self._blank = text.endswith(" ")
        if not text.isspace():
            self._ink = True
            self._all_bold = self._all_bold and bold

    def line_break(self) -> None:
        """<br>"""
        self._flush()
        self._write_mark()
        self._break()

    def paragraph(self) -> None:
        """A paragraph begins or ends here."""
        if not self._at_start:
            self._pending = True
            self._at_start = True
            self._blank = False

    def bullet(self, mark: str, *, bold: bool = False) -> None:
        """The mark of a list item; the paragraph inside the item follows it on the same line."""
        self.paragraph()
        self._flush()
        self._mark = mark, bold

    def gap(self) -> None:
        """A cell of a table inside this cell begins: a blank keeps the words apart."""
        if not self._at_start and not self._blank:
            self.add(" ")

    def _write_mark(self) -> None:
        if self._mark is not None:
            (mark, bold), self._mark = self._mark, None
            self.add(mark, bold=bold, as_is=True)

    def _flush(self) -> None:
        if self._pending:
            self._pending = False
            self._break()

    def _break(self) -> None:
        self._parts.append("\n")
        self.length += 1
        self._at_start, self._blank = True, False

    def text(self) -> str:
        """Everything so far, as it is seen."""
        self._write_mark()
        return "".join(self._parts).replace("\u00a0", " ").strip("\n")

    @property
    def bold(self) -> bool:
        """Whether there is text and all of it is bold."""
        return self._ink and self._all_bold
