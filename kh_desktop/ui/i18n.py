"""The words of the window. Vietnamese is the source language; other languages come from .ts files read as they are.

One context ("KH") for all our strings, so that a string inherited by a subclass is still found. Qt's own words (buttons, file
dialogs) are translated to Vietnamese from ``i18n/qtbase_vi.ts``, because Qt ships no Vietnamese.
"""

from __future__ import annotations

import re
from pathlib import Path
from xml.parsers.expat import ParserCreate

from PySide6.QtCore import QCoreApplication, QLocale, QObject, QTranslator

from kh_desktop.resources import i18n_path
from kh_desktop.services.messages import MESSAGES, Said

CONTEXT = "KH"
LANGUAGES = ("vi", "en")
STRETCH = "stretch"
_PLACEHOLDER = re.compile(r"(\{[^{}]*\}|&|<[^<>]*>|%\d+|%n)")


def tr(source: str, /, **params: object) -> str:
    """``source`` (a literal Vietnamese text) in the language of the window, its {placeholders} filled in."""
    text = QCoreApplication.translate(CONTEXT, source)
    return text.format(**params) if params else text


def say(sentence: Said) -> str:
    """A sentence of the services in the language of the window, with the sentences inside it."""
    params = {name: say(value) if isinstance(value, Said) else value for name, value in sentence.params.items()}
    return " ".join(QCoreApplication.translate(CONTEXT, MESSAGES[sentence.code]).format(**params).split())


def N_(source: str, /) -> str:  # noqa: N802 - the usual name of this marker
    """Marks a text of a table for the extractor; it is translated when it is shown."""
    return source


def read_ts(path: Path) -> dict[tuple[str, str], str]:
    """Finished translations of a .ts file by (context, source); an entry with plural forms counts by its first form."""
    reader = _TsReader()
    parser = ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = reader.start, reader.end, reader.text.append
    parser.buffer_text = True
    parser.Parse(path.read_bytes(), True)
    return reader.found


class _TsReader:
    """Reads element by element: the tree of a whole file is not needed, and its library would be loaded at every start."""

    def __init__(self) -> None:
        self.found: dict[tuple[str, str], str] = {}
        self.text: list[str] = []
        self._context = self._source = ""
        self._finished = False
        self._form: str | None = None

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        self.text.clear()
        if name == "message":
            self._source = ""
        elif name == "translation":
            self._finished, self._form = attributes.get("type") not in ("unfinished", "vanished", "obsolete"), None

    def end(self, name: str) -> None:
        """An element ends: what it says counts."""
        said = "".join(self.text)
        self.text.clear()
        if name == "name":
            self._context = said
        elif name == "source":
            self._source = said
        elif name == "numerusform" and self._form is None:
            self._form = said
        elif name == "translation":
            translated = said if self._form is None else self._form
            if self._finished and translated:
                self.found[self._context, self._source] = translated


class TsTranslator(QTranslator):
    """A translator that needs no compiled .qm file."""

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._texts = read_ts(path)

    def isEmpty(self) -> bool:  # noqa: N802
        """Qt skips an empty translator before it asks."""
        return not self._texts

    def translate(self, context: str, sourceText: str, disambiguation: str | None = None, n: int = -1) -> str | None:  # type: ignore[override]  # noqa: N803
        """The translation, or None: Qt then asks the next translator."""
        text = self._texts.get((context, sourceText))
        return text.replace("%n", str(n)) if text is not None and n >= 0 else text


class StretchTranslator(QTranslator):
    """A made-up language, two fifths longer than Vietnamese: finds labels that would be cut off."""

    def isEmpty(self) -> bool:  # noqa: N802
        """Never empty."""
        return False

    def translate(self, context: str, sourceText: str, disambiguation: str | None = None, n: int = -1) -> str | None:  # type: ignore[override]  # noqa: N803
        """The source with a tail; placeholders and mnemonics stay."""
        if context != CONTEXT:
            return None
        bare = _PLACEHOLDER.sub("", sourceText)
        return sourceText + "·" * max(1, len(bare) * 2 // 5) if bare.strip() else sourceText


def set_language(language: str) -> None:
    """Install the translators of ``language`` ("vi", "en" or "stretch"); windows built from now on speak it."""
    app = QCoreApplication.instance()
    if app is None:
        return
    # Remembered with the application: to look for them would wake every child of it, which costs the start.
    for old in app.property("khTranslators") or ():
        app.removeTranslator(old)
        old.deleteLater()
    translators = _translators(language, app)
    for translator in translators:
        app.installTranslator(translator)
    app.setProperty("khTranslators", translators)
    app.setProperty("khLanguage", language)
    QLocale.setDefault(QLocale(QLocale.Language.Vietnamese, QLocale.Country.Vietnam))


def language() -> str:
    """The language the window speaks now."""
    app = QCoreApplication.instance()
    return str((app.property("khLanguage") if app else None) or "vi")


def _translators(language: str, app: QObject) -> list[QTranslator]:
    if language == STRETCH:
        return [StretchTranslator(app)]
    path = i18n_path("kh_desktop_en.ts" if language == "en" else "qtbase_vi.ts")
    return [TsTranslator(path, app)] if path.is_file() else []
