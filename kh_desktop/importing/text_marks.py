"""Marks of Markdown and remnants of HTML in plain text: taken out, and what they said about the looks kept.

Inside the reader bold and italic are switched by ``BOLD`` and ``ITALIC``, and ``BREAK`` is a line break within a paragraph or cell;
no decoded text has these characters.
"""

from __future__ import annotations

import re
from html import unescape

from kh_desktop.importing.blocks import Paragraph

BOLD, ITALIC, BREAK = "\x01", "\x02", "\x03"

_TAG = re.compile(
    r"<(/?)(b|strong|i|em|br|p|a|u|s|sup|sub|span|font|div|small|big|center|mark|code|o:p|ins|del|li|ul|ol|hr|img)((?:\s[^<>]{0,2000})?/?)>",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:[A-Za-z]{2,8}|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});")
_COMMENT = re.compile(r"<!--[^<>]{0,2000}-->")
_SWITCH = {"b": BOLD, "strong": BOLD, "i": ITALIC, "em": ITALIC}
_BLOCKS = frozenset({"br", "p", "div", "li", "hr", "center"})

_MARKDOWN = re.compile(r"^ {0,3}#{1,6} +\S|\*\*[^\s*]|^ *\|?(?: *:?-{3,}:? *\|)+", re.MULTILINE)
_HEADING = re.compile(r" {0,3}(#{1,6})\s+(.*?)(?:\s+#+)?\s*")
_RULE = re.compile(r"\s*(?:[-_=*–—~]\s*){3,}")
_STARS = re.compile(r"\*{1,3}|(?<!\w)_{1,2}(?=\S)|(?<=\S)_{1,2}(?!\w)")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|>~])")
_LINK = re.compile(r"!?\[([^\[\]\n]{0,500})\]\([^()\s]{0,1000}\)")
_SWITCHES = re.compile(f"[{BOLD}{ITALIC}]")


def without_html(text: str) -> str:
    """``text`` with remnants of HTML taken out: bold and italic as switches, line breaks as ``BREAK``, entities as what they stand for."""
    if "<" in text:
        text = _TAG.sub(_tag, _COMMENT.sub("", text))
    return _ENTITY.sub(_entity, text) if "&" in text else text


def _tag(found: re.Match[str]) -> str:
    name = found.group(2).lower()
    if name in _SWITCH:
        return _SWITCH[name]
    return BREAK if name == "br" or (name in _BLOCKS and not found.group(1)) else ""


def _entity(found: re.Match[str]) -> str:
    out = unescape(found.group())
    return " " if out == "\u00a0" else "" if out < " " else out


def is_markdown(text: str) -> bool:
    """Whether ``text`` has headings, bold or tables of Markdown: a star or a number sign alone is only a character."""
    return _MARKDOWN.search(text) is not None


def is_rule(line: str) -> bool:
    """Whether a line is only drawn: dashes, stars, underscores."""
    return _RULE.fullmatch(line) is not None


def heading(line: str) -> tuple[int, str]:
    """Level and text of a Markdown heading; 0 and the line itself when it is none."""
    found = _HEADING.fullmatch(line)
    return (len(found.group(1)), found.group(2)) if found else (0, line)


def without_markdown(text: str) -> str:
    """A paragraph of Markdown with its marks taken out, bold and italic as switches."""
    text = _LINK.sub(r"\1", text) if "](" in text else text
    hidden: list[str] = []

    def hide(found: re.Match[str]) -> str:
        hidden.append(found.group(1))
        return "\x04"

    text = _ESCAPED.sub(hide, text) if "\\" in text else text
    text = _switched(text.replace("`", "")) if "*" in text or "_" in text else text.replace("`", "")
    kept = iter(hidden)
    return re.sub("\x04", lambda _: next(kept), text) if hidden else text


def _switched(text: str) -> str:
    """Runs of stars and underscores that open and close something become switches; others stay."""
    runs = list(_STARS.finditer(text))
    open_at: dict[str, int] = {}
    paired: set[int] = set()
    for at, run in enumerate(runs):
        sign = run.group()
        before, after = text[run.start() - 1 : run.start()], text[run.end() : run.end() + 1]
        if sign in open_at and before.strip():
            paired |= {open_at.pop(sign), at}
        elif after.strip():
            open_at[sign] = at
    out, place = [], 0
    for at, run in enumerate(runs):
        out.append(text[place : run.start()])
        # An unpaired "**" is half of a bold text cut by a page; nobody writes it for itself.
        if at in paired or run.group() in ("**", "***"):
            out.append({1: ITALIC, 2: BOLD, 3: BOLD + ITALIC}[len(run.group())])
        else:
            out.append(run.group())
        place = run.end()
    return "".join(out) + text[place:]


def paragraph(text: str, *, level: int = 0, page: int = 0, number: str = "") -> Paragraph:
    """A paragraph of ``text`` with switches: bold and italic when all that is written is so."""
    seen, bold, italic = _SWITCHES.sub("", text), BOLD in text, ITALIC in text
    if bold or italic:
        bold, italic = _all_within(text, BOLD), _all_within(text, ITALIC)
    lines = (" ".join(line.split()) for line in seen.split(BREAK))
    return Paragraph("\n".join(filter(None, lines)), number=number, level=level, bold=bold, italic=italic, page=page)


def _all_within(text: str, switch: str) -> bool:
    """Whether all letters stand where ``switch`` is on."""
    parts = _SWITCHES.sub(lambda found: found.group() if found.group() == switch else "", text).split(switch)
    return len(parts) > 1 and not any(any(map(str.isalnum, part)) for part in parts[::2])


def plain(text: str) -> str:
    """``text`` without switches, on one line."""
    return " ".join(_SWITCHES.sub("", text).replace(BREAK, " ").split())
