"""Collects every text of the window into ``kh_desktop_en.ts`` and keeps the translations that are there.

Run it after changing a text:  python i18n/update.py     Nothing else writes the file's list of sources. Exit 1 when a translation
is missing.
"""

from __future__ import annotations

import ast
import string
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "i18n" / "kh_desktop_en.ts"
CONTEXT = "KH"
MARKERS = {"tr", "N_"}


def literal_texts(tree: ast.AST) -> Iterator[str]:
    """First arguments of tr("…") and N_("…")."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and node.args and _name(node.func) in MARKERS:
            first = node.args[0]
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield first.value


def _name(function: ast.expr) -> str:
    return function.id if isinstance(function, ast.Name) else function.attr if isinstance(function, ast.Attribute) else ""


def sources() -> list[str]:
    """Every text the window may show, each once, in a stable order."""
    found: dict[str, None] = {}
    for path in sorted((ROOT / "kh_desktop" / "ui").rglob("*.py")):
        for text in literal_texts(ast.parse(path.read_text(encoding="utf-8"))):
            if any(c.isalpha() for c in text):
                found[text] = None
    sys.path.insert(0, str(ROOT))
    from kh_desktop.domain.columns import COLUMN_SET_NAMES
    from kh_desktop.services.messages import MESSAGES

    for text in (*MESSAGES.values(), *COLUMN_SET_NAMES.values()):
        found[text] = None
    return list(found)


def placeholders(text: str) -> list[str]:
    """The {names} of a text, sorted."""
    return sorted(name for _, name, _, _ in string.Formatter().parse(text) if name is not None)


def read(path: Path = TARGET) -> dict[str, str]:
    """Finished translations by source."""
    if not path.is_file():
        return {}
    found = {}
    for message in ElementTree.parse(path).getroot().iter("message"):
        translation = message.find("translation")
        if translation is not None and translation.text and translation.get("type") is None:
            found[message.findtext("source") or ""] = translation.text
    return found


def write(texts: list[str], translations: dict[str, str], path: Path = TARGET) -> None:
    """The .ts file: all sources, those without a translation marked unfinished."""
    root = ElementTree.Element("TS", {"version": "2.1", "language": "en_US", "sourcelanguage": "vi_VN"})
    context = ElementTree.SubElement(root, "context")
    ElementTree.SubElement(context, "name").text = CONTEXT
    for text in texts:
        message = ElementTree.SubElement(context, "message")
        ElementTree.SubElement(message, "source").text = text
        translation = ElementTree.SubElement(message, "translation")
        if text in translations:
            translation.text = translations[text]
        else:
            translation.set("type", "unfinished")
    ElementTree.indent(root, " ")
    body = ElementTree.tostring(root, encoding="unicode")
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', encoding="utf-8", newline="\n")


def main() -> int:
    """Update the file and name what is missing."""
    texts, translations = sources(), read()
    write(texts, translations)
    missing = [text for text in texts if text not in translations]
    for text in missing:
        print(text.replace("\n", "\\n"))
    print(f"{len(texts)} texts, {len(missing)} without a translation", file=sys.stderr)
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
