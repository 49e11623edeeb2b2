"""The block on the clipboard, read in slices, so that the window shows progress and the reading can be stopped."""

from __future__ import annotations

import time
from collections.abc import Generator

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QApplication, QProgressDialog, QWidget

from kh_desktop.domain.clip.block import Block
from kh_desktop.domain.clip.html_reader import read_html, reading_html
from kh_desktop.domain.clip.tsv import reading_tsv
from kh_desktop.domain.errors import KhError
from kh_desktop.ui.i18n import tr

# Our own rows, without the header that Word and Excel get.
OWN = "application/x-kh-desktop-rows"
_QUICK = 0.08


def clipboard_block(parent: QWidget) -> Block | None:
    """The block on the clipboard; None when the reading was stopped. KhError "paste.nothing" when there is no text on it, and what the
    readers say about blocks that are too big."""
    data: QMimeData | None = QApplication.clipboard().mimeData()
    if data is None:
        raise KhError("paste.nothing")
    if data.hasFormat(OWN):
        return read_html(bytes(data.data(OWN).data()).decode("utf-8"))
    for reading in _readings(data):
        block = in_slices(reading, parent)
        if block is None or block:
            return block
    raise KhError("paste.nothing")


def _readings(data: QMimeData) -> Generator[Generator[float, None, Block], None, None]:
    """HTML first: the text of Word and Writer has a cell a line, and no text knows joined cells."""
    if data.hasHtml():
        yield reading_html(data.html())
    if data.hasText():
        yield reading_tsv(data.text())


def in_slices(reading: Generator[float, None, Block], parent: QWidget) -> Block | None:
    """Runs ``reading`` to its end; from a twelfth of a second on with a progress bar and a way out, which gives None."""
    began = time.monotonic()
    dialog: QProgressDialog | None = None
    try:
        while True:
            done = next(reading)
            if dialog is None and time.monotonic() - began > _QUICK:
                dialog = progress_dialog(parent, tr("Đang đọc nội dung đã chép"), tr("Dừng"))
            if dialog is not None:
                dialog.setValue(round(done * 100))
                QApplication.processEvents()
                if dialog.wasCanceled():
                    return None
    except StopIteration as end:
        block: Block = end.value
        return block
    finally:
        reading.close()
        if dialog is not None:
            dialog.close()
            dialog.deleteLater()


def progress_dialog(parent: QWidget, words: str, stop: str) -> QProgressDialog:
    """A shown progress bar; ``stop`` "" leaves no way out."""
    dialog = QProgressDialog(words, stop, 0, 100, parent)
    dialog.setWindowTitle(tr("Dán"))
    if not stop:
        dialog.setCancelButton(None)
    dialog.setWindowModality(Qt.WindowModality.WindowModal if stop else Qt.WindowModality.NonModal)
    dialog.setMinimumDuration(0)
    dialog.setValue(0)
    dialog.show()
    dialog.repaint()
    return dialog
