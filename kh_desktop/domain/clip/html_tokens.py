"""HTML cut into texts and tags, in one pass whatever is broken in it. The standard parser goes over unclosed markup again and again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

_NAME = re.compile(r"/?[a-zA-Z][^\s/>]*")
_ATTRIBUTE = re.compile(r"""([^\s=/>"']+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s>]*))?""")
# What stands in these is never text of the page.
_RAW = frozenset({"style", "script", "title", "xml", "textarea", "noframes", "svg", "math"})
_HEADER = re.compile(r"\s*Version:\s*[\d.]+\s", re.IGNORECASE)
_OFFSET = re.compile(r"(StartHTML|EndHTML):\s*(-?\d+)", re.IGNORECASE)
# A tag with a longer quoted value than this (a picture) is cut at its first ">".
_LONGEST_TAG = 5_000_000
# Attributes are read from so much of a tag; those of a cell are shorter by far.
_LONGEST_READ = 20_000

Token = tuple[str, str, str, int]  # kind: "text" | "open" | "close" | "raw"; name; what is in it; the place behind it


def without_header(html: str) -> str:
    """``html`` without the header Windows puts before it ("Version:0.9 StartHTML:…", offsets in bytes of UTF-8). Wrong offsets do no
    harm."""
    if not _HEADER.match(html):
        return html
    offsets = {name.lower(): int(value) for name, value in _OFFSET.findall(html[:1000])}
    start, end = offsets.get("starthtml", -1), offsets.get("endhtml", -1)
    raw = html.encode("utf-8", "replace")
    if 0 < start < end <= len(raw) and raw[start : start + 64].lstrip()[:1] == b"<":
        return raw[start:end].decode("utf-8", "replace")
    first = html.find("<")
    return html[first:] if first >= 0 else ""


def tokens(html: str) -> Iterator[Token]:
    """Texts (entities resolved), opening and closing tags, and the contents of style sheets. Comments and declarations are left out;
    what conditional comments show to browsers that do not know them stays."""
    place, size = 0, len(html)
    quotes = _Quotes(html)
    while place < size:
        start = html.find("<", place)
        if start < 0:
            start = size
        if start > place:
            text = html[place:start]
            yield "text", "", unescape(text) if "&" in text else text, start
        if start >= size:
            return
        name = _NAME.match(html, start + 1)
        if name is None:
            place = _behind_declaration(html, start)
            if place == start:
                yield "text", "", "<", start + 1
                place = start + 1
            continue
        end = quotes.end_of_tag(name.end())
        word = name.group().lower()
        inside = html[name.end() : end]
        place = min(end + 1, size)
        if word in _RAW and not inside.endswith("/"):
            start, place = place, _behind_raw(html, word, place)
            yield "raw", word, html[start:place], place
        elif word.startswith("/"):
            yield "close", word[1:], "", place
        else:
            yield "open", word, inside, place


class _Quotes:
    """Finds the ends of tags; remembers when a kind of quote does not come any more, so that it is not looked for again."""

    def __init__(self, html: str) -> None:
        self._html = html
        self._gone: set[str] = set()

    def end_of_tag(self, place: int) -> int:
        """The place of the ">" that ends the tag, not one inside quotes; the end of the text when there is none."""
        html = self._html
        first = html.find(">", place)
        if first < 0:
            return len(html)
        end, at = first, place
        while True:
            opened = _VALUE_QUOTE.search(html, at, end)
            if opened is None:
                return end
            quote = opened.group()[-1]
            closed = -1 if quote in self._gone else html.find(quote, opened.end())
            if closed < 0:
                self._gone.add(quote)
                return end
            if closed > place + _LONGEST_TAG:
                return first
            at = closed + 1
            if closed > end:
                end = html.find(">", at)
                if end < 0:
                    return first


_VALUE_QUOTE = re.compile(r"""=\s*["']""")


def _behind_declaration(html: str, start: int) -> int:
    """The place behind a comment or declaration that begins at ``start``; ``start`` itself when "<" is only a character."""
    if html.startswith("<!--", start):
        end = html.find("-->", start + 2)
        return len(html) if end < 0 else end + 3
    if html.startswith(("<!", "<?", "</"), start):
        end = html.find(">", start)
        return len(html) if end < 0 else end + 1
    return start


def _behind_raw(html: str, name: str, place: int) -> int:
    found = re.compile(rf"</{name}[\s>/]", re.IGNORECASE).search(html, place)
    return found.start() if found else len(html)


def attributes(inside: str) -> dict[str, str]:
    """The attributes of a tag, names in small letters; the first of a name counts."""
    found: dict[str, str] = {}
    for name, value in _ATTRIBUTE.findall(inside[:_LONGEST_READ]):
        if value[:1] in ('"', "'"):
            value = value[1:-1]
        found.setdefault(name.lower(), unescape(value) if "&" in value else value)
    return found
