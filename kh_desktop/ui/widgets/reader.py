"""Longer text to read: help pages, notices, reports."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QTextBrowser, QWidget


class TextReader(QTextBrowser):
    """Read-only text; Markdown or plain. Links to the internet are not followed (the program has no network)."""

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setOpenLinks(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.document().setDocumentMargin(12)

    def show_markdown(self, text: str, folder: Path | None = None) -> None:
        """Show Markdown; pictures are looked for in ``folder``."""
        if folder is not None:
            self.document().setBaseUrl(QUrl.fromLocalFile(f"{folder}/"))
        self.setMarkdown(text)

    def show_plain(self, text: str) -> None:
        """Show the text as it is."""
        self.setPlainText(text)
