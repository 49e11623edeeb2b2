"""Print preview and printing. What is shown and what is printed are the pages of the one PDF, so paper and file are the same."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMarginsF, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from kh_desktop.domain.errors import KhError
from kh_desktop.services.export import Preview, preview
from kh_desktop.services.plans import get_plan
from kh_desktop.services.session import Session
from kh_desktop.ui.commit import commit_editors
from kh_desktop.ui.errors import show_error
from kh_desktop.ui.preview.print_dialog import PrintDialog, Save

_POINTS_PER_INCH = 72
MAX_DPI = 600
"""Pages are drawn at the resolution of the printer, but not finer than this: an A4 page takes 35 MB then."""


def show_pages(pages: Preview, title: str, save: Save, parent: QWidget | None = None) -> None:
    """Show the print preview of pages at hand; ``save`` writes them into a file instead."""
    dialog = PrintDialog(pages, title, paint_pages, save, parent)
    dialog.exec()
    dialog.deleteLater()


def print_plan(session: Session, plan_id: int, save: Save, parent: QWidget | None = None) -> None:
    """Show the print preview of a plan; the person chooses printer, pages and copies there. Esc closes."""
    commit_editors()
    QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        plan, error = get_plan(session, plan_id), None
        pages = preview(plan)
    except KhError as refused:
        error = refused
    finally:
        QGuiApplication.restoreOverrideCursor()
    if error is not None:
        show_error(parent, error)
        return
    show_pages(pages, plan.title, save, parent)


def paint_pages(printer: QPrinter, pages: Preview, numbers: Sequence[int]) -> bool:
    """Print the pages with the given numbers (0-based), each in its own orientation; False when the printer refused."""
    printer.setFullPage(True)
    painter = QPainter()
    for place, number in enumerate(numbers):
        _set_page(printer, *pages.page_size(number))
        if place == 0:
            if not painter.begin(printer):
                return False
        elif not printer.newPage():
            painter.end()
            return False
        dpi = min(printer.resolution(), MAX_DPI)
        width, height, data = pages.render(number, dpi)
        image = QImage(data, width, height, width * 4, QImage.Format.Format_RGB32).convertToFormat(QImage.Format.Format_Grayscale8)
        paper = printer.paperRect(QPrinter.Unit.DevicePixel)
        painter.drawImage(QRectF(0, 0, paper.width(), paper.height()), image)
    return bool(painter.end())


def _set_page(printer: QPrinter, width: float, height: float) -> None:
    landscape = width > height
    layout = QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4),
        QPageLayout.Orientation.Landscape if landscape else QPageLayout.Orientation.Portrait,
        QMarginsF(0, 0, 0, 0),
    )
    layout.setMode(QPageLayout.Mode.FullPageMode)
    printer.setPageLayout(layout)
