"""Longer text to read: help pages, notices, reports."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QWidget


class TextReader(QTextBrowser):
    """Read-only text; Markdown or plain. Links to the internet are not followed (the program has no network)."""

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setOpenLinks(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.document().setDocumentMargin(12)

        self._folder: Path | None = None
        self._picture_width = 480

    def show_markdown(self, text: str, folder: Path | None = None, *, picture_width: int = 480) -> None:
        """Show Markdown; pictures are looked for in ``folder`` and shown at most ``picture_width`` px wide."""
        self._folder, self._picture_width = folder, picture_width
        self.document().clear()
        self.setMarkdown(text)

    def loadResource(self, kind: int, name: QUrl) -> object:  # type: ignore[override]  # noqa: N802
        if kind != QTextDocument.ResourceType.ImageResource.value or self._folder is None:
            return super().loadResource(kind, name)
        picture = QImage(str(self._folder / name.fileName()))
        ratio = self.devicePixelRatioF()
        width = round(self._picture_width * ratio)
        if picture.width() > width:
            picture = picture.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
        picture.setDevicePixelRatio(ratio)
        return picture

    def show_plain(self, text: str) -> None:
        """Show the text as it is."""
        self.setPlainText(text)
