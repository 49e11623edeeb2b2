"""What the style of a piece of HTML says that matters for a table of texts: bold, hidden, in an old Vietnamese font."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from kh_desktop.domain.clip.html_tokens import attributes
from kh_desktop.domain.clip.legacy import font_encoding

_RULE = re.compile(r"([^{}]{1,500})\{([^{}]{0,5000})\}")
_CLASS = re.compile(r"\.([\w-]+)")
_BOLD = re.compile(r"(?:^|;)\s*font-weight\s*:\s*(\w+)", re.IGNORECASE)
_HIDDEN = re.compile(
    r"(?:^|;)\s*(?:display\s*:\s*none|mso-hide\s*:\s*all|mso-element\s*:\s*(?:comment|footnote|endnote)-list)", re.IGNORECASE
)
_FONT = re.compile(r"""(?:^|;)\s*(?:mso-ascii-|mso-hansi-)?font-family\s*:\s*([^;]+)""", re.IGNORECASE)
_ALWAYS_BOLD = frozenset({"b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6"})
_ALWAYS_HIDDEN = frozenset({"comment", "template", "noscript", "script", "object", "select"})
# Tags whose attributes say nothing of use here.
_PLAIN = frozenset({"br", "col", "colgroup", "img", "meta", "link", "tbody", "thead", "tfoot", "o:p", "hr", "html", "body", "head"})


@dataclass(frozen=True, slots=True)
class Style:
    """How text is shown at a place of the page."""

    bold: bool = False
    hidden: bool = False
    as_is: bool = False
    encoding: str = ""
    mark: bool = False  # the number or bullet of a list in Word


@dataclass(slots=True)
class Sheet:
    """The rules for classes of the page's style sheets."""

    bold: dict[str, bool]
    hidden: set[str]
    encoding: dict[str, str]

    def read(self, css: str) -> None:
        """Take in one style sheet."""
        for selectors, body in _RULE.findall(css):
            names = _CLASS.findall(selectors)
            if not names:
                continue
            weight, font = _BOLD.search(body), _FONT.search(body)
            for name in names:
                if weight:
                    self.bold[name] = is_bold(weight.group(1))
                if _HIDDEN.search(body):
                    self.hidden.add(name)
                if font:
                    self.encoding[name] = font_encoding(font.group(1))


def is_bold(weight: str) -> bool:
    """Whether a font-weight is bold."""
    return weight.lower() in ("bold", "bolder") or (weight.isdigit() and int(weight) >= 600)


def styled(outer: Style, tag: str, inside: str, sheet: Sheet) -> tuple[Style, Mapping[str, str]]:
    """The style inside an element, and its attributes where they matter."""
    if tag in _PLAIN or (not inside and tag not in _ALWAYS_BOLD and tag not in _ALWAYS_HIDDEN and tag != "pre"):
        return outer, {}
    found = attributes(inside) if inside else {}
    css, face = found.get("style", ""), found.get("face", "")
    bold, hidden, encoding = outer.bold or tag in _ALWAYS_BOLD, outer.hidden or tag in _ALWAYS_HIDDEN, outer.encoding
    for name in found.get("class", "").split():
        bold = sheet.bold.get(name, bold)
        hidden = hidden or name in sheet.hidden or name == "MsoCommentReference"
        encoding = sheet.encoding.get(name, encoding)
    if face:
        encoding = font_encoding(face)
    mark = outer.mark
    if css:
        if weight := _BOLD.search(css):
            bold = is_bold(weight.group(1))
        if font := _FONT.search(css):
            encoding = font_encoding(font.group(1))
        hidden = hidden or _HIDDEN.search(css) is not None
        mark = mark or "mso-list:ignore" in css.replace(" ", "").lower()
    hidden = hidden or "hidden" in found or (tag == "del" and "datetime" in found)
    style = replace(outer, bold=bold, hidden=hidden, encoding=encoding, mark=mark, as_is=outer.as_is or tag == "pre")
    return (outer if style == outer else style), found
