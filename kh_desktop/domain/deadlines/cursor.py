"""Walking along tokens: what all parts of the grammar share."""

from __future__ import annotations

from kh_desktop.domain.deadlines.lexicon import ROMAN, ROMAN_SLIPS
from kh_desktop.domain.deadlines.spans import FIRST_YEAR, LAST_YEAR, Frame
from kh_desktop.domain.deadlines.tokens import END, Token, numeral


class Cursor:
    """A place in a list of tokens. A rule that does not fit puts ``at`` back where it found it."""

    def __init__(self, tokens: list[Token], frame: Frame) -> None:
        self.tokens = tokens
        self.keys = [t.key for t in tokens] + ["END_OF_TEXT"] * 4
        self.frame = frame
        self.at = 0
        self.mended = False

    def token(self, ahead: int = 0) -> Token:
        """The token ``ahead`` of here; beyond the end an empty one."""
        at = self.at + ahead
        return self.tokens[at] if at < len(self.tokens) else END

    def key(self, ahead: int = 0) -> str:
        """Its key."""
        at = self.at + ahead
        return self.keys[at] if at < len(self.keys) else "END_OF_TEXT"

    def take(self, *keys: str) -> bool:
        """Steps over one token with one of ``keys``."""
        if self.keys[self.at] in keys:
            self.at += 1
            return True
        return False

    def skip(self, *keys: str) -> None:
        """Steps over all tokens with ``keys``."""
        while self.keys[self.at] in keys:
            self.at += 1

    def is_year(self, ahead: int = 0) -> bool:
        """Whether a year of four digits stands there."""
        token = self.token(ahead)
        return token.key == "NUM" and token.width == 4 and FIRST_YEAR <= token.value <= LAST_YEAR

    def number(self, limit: int = 99) -> int:
        """A number in digits or words ("12", "mười hai"); -1 when none is here."""
        token = self.token()
        if token.key == "NUM":
            if token.width > 2 or token.value > limit:
                return -1
            self.at += 1
            return token.value
        if token.key in ("NUMERAL", "TU4"):
            value = numeral(token)
            self.at += 1
            following = self.token()
            if value == 10 and following.key in ("NUMERAL", "TU4"):
                value += numeral(following)
                self.at += 1
            return value
        return -1

    def quarter_number(self) -> int:
        """A quarter in Roman or Arabic numbers or words; "l" typed for "I" counts as a slip. -1 when none is here."""
        token = self.token()
        if token.key == "WORD" and token.word in ROMAN:
            self.at += 1
            return ROMAN[token.word]
        if token.key == "WORD" and token.word in ROMAN_SLIPS:
            self.mended = True
            self.at += 1
            return ROMAN_SLIPS[token.word]
        return self.number()

    def year_after(self) -> int:
        """A year belonging to what stands before: "/2024", "-2025", " năm 2024", ", năm 2024", " trong năm 2024"; 0 when none."""
        start = self.at
        self.take(",")
        self.skip("OF", "IN")
        if self.take("YEAR"):
            if self.is_year():
                return self._year(start)
        elif self.at == start or self.keys[self.at - 1] == ",":
            marked = self.take("/", "-", ".")
            if marked:
                self.take("YEAR")
            if (marked or self.at > start) and self.is_year() and self.key(1) not in ("/", "MONTH"):
                return self._year(start)
            token = self.token()
            if marked and self.keys[self.at - 1] == "/" and token.key == "NUM" and token.width == 2 and token.glued:
                year = 2000 + token.value
                if token.value > 12 and abs(year - self.frame.year) <= 5 and self.key(1) != "/":
                    self.at += 1
                    return year
        self.at = start
        return 0

    def _year(self, start: int) -> int:
        value = self.token().value
        after = self.key(1)
        if after == "/" and self.token(2).key == "NUM":
            self.at = start
            return 0
        self.at += 1
        return value
