"""The live page: builds beside the window, keeps its place, says what is wrong, prints what it shows."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QThreadPool
from PySide6.QtGui import QImage, QMouseEvent, QWheelEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from kh_desktop.domain.errors import KhError
from kh_desktop.domain.model import Plan
from kh_desktop.services import plans, tasks
from kh_desktop.services.export import Preview, preview, save_pages
from kh_desktop.services.session import Session
from kh_desktop.services.templates import task_library
from kh_desktop.ui import theme
from kh_desktop.ui.i18n import set_language
from kh_desktop.ui.preview import PreviewPane, print_plan
from kh_desktop.ui.preview.builder import PreviewBuilder
from kh_desktop.ui.preview.page_view import PageView
from kh_desktop.ui.preview.print_dialog import TO_FILE, PrintDialog
from kh_desktop.ui.preview.printing import paint_pages
from kh_desktop.ui.widgets import LineEdit
from tests.ui.wizard_help import make_plan, press


def full_plan(session: Session) -> int:
    """A plan with all tasks of the library, so several pages."""
    plan_id = make_plan(session)
    tasks.add_from_library(session, plan_id, [task.key for group in task_library() for task in group.tasks])
    return plan_id


@pytest.fixture
def pane(session: Session, qtbot: QtBot) -> PreviewPane:
    plan_id = full_plan(session)
    shown = PreviewPane(session)
    unsubscribe = session.subscribe(shown.on_changes)

    def closed(_pane: object) -> None:
        unsubscribe()
        QThreadPool.globalInstance().waitForDone()

    qtbot.addWidget(shown, before_close_func=closed)
    shown.resize(520, 640)
    shown.show()
    with qtbot.waitSignal(shown.built, timeout=20000):
        shown.show_plan(plan_id)
    return shown


def text_of(pdf: bytes) -> str:
    import pypdfium2

    with pypdfium2.PdfDocument(pdf) as document:
        return " ".join(" ".join(page.get_textpage().get_text_range() for page in document).split())


def shown(pane: PreviewPane) -> Preview:
    found = pane.view.preview()
    assert found is not None
    return found


def click(view: PageView, at: QPoint) -> None:
    for kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
        where = QPointF(at)
        everywhere = QPointF(view.viewport().mapToGlobal(at))
        QApplication.sendEvent(
            view.viewport(),
            QMouseEvent(kind, where, everywhere, Qt.MouseButton.LeftButton, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier),
        )


def test_it_shows_the_very_pdf_and_follows_each_change(session: Session, pane: PreviewPane, qtbot: QtBot) -> None:
    plan_id = plans.list_plans(session)[0].id
    assert "xã Đồi Sim" in text_of(shown(pane).pdf)
    with qtbot.waitSignal(pane.built, timeout=20000):
        plans.set_plan(session, plan_id, title="Kiểm soát thủ tục hành chính theo cách mới")
    assert "theo cách mới" in text_of(shown(pane).pdf)
    with qtbot.waitSignal(pane.built, timeout=20000):
        session.undo()
    assert "theo cách mới" not in text_of(shown(pane).pdf)


def test_the_latest_request_wins(qtbot: QtBot, session: Session) -> None:
    plan = plans.get_plan(session, make_plan(session))
    gate, built = threading.Event(), []

    def slow(wanted: Plan) -> Preview:
        gate.wait(20)
        built.append(wanted.title)
        return preview(wanted)

    builder = PreviewBuilder(None, slow)
    seen: list[Preview] = []
    builder.ready.connect(seen.append)
    builder.request(replace(plan, title="Một"))
    qtbot.waitUntil(lambda: builder._box is not None)
    for title in ("Hai", "Ba", "Bốn"):
        builder.request(replace(plan, title=title))
    with qtbot.waitSignal(builder.ready, timeout=20000):
        gate.set()
    qtbot.waitUntil(lambda: not builder.is_busy)
    assert built == ["Một", "Bốn"], "requests in between are not even built"
    assert len(seen) == 1 and "Bốn" in text_of(seen[0].pdf)


def test_it_keeps_its_place_and_zoom_when_the_plan_changes(session: Session, pane: PreviewPane, qtbot: QtBot) -> None:
    plan_id = plans.list_plans(session)[0].id
    pane.view.set_zoom(1.2)
    pane.view.go_to_page(2)
    pane.view.verticalScrollBar().setValue(pane.view.verticalScrollBar().value() + 130)
    before = pane.view.verticalScrollBar().value()
    with qtbot.waitSignal(pane.built, timeout=20000):
        plans.set_plan(session, plan_id, intro="Một câu khác, cũng dài chừng một dòng như vậy:")
    assert abs(pane.view.verticalScrollBar().value() - before) <= 1
    assert pane.view.zoom() == 1.2


def test_page_number_zoom_and_fit(pane: PreviewPane) -> None:
    count = pane.view.page_count()
    assert count > 2 and pane.bar.page_label.text() == f"Trang 1/{count}"
    assert not pane.bar.previous.isEnabled()
    pane.bar.next.click()
    assert pane.bar.page_label.text() == f"Trang 2/{count}"
    fitted = pane.view.zoom()
    pane.bar.larger.click()
    assert pane.view.zoom() > fitted and not pane.view.fits_width() and not pane.bar.fit.isChecked()
    assert pane.view.current_page() == 1, "zooming does not lose the page"
    pane.bar.fit.click()
    assert pane.view.zoom() == fitted and pane.bar.fit.isChecked()
    pane.resize(700, 640)
    assert pane.view.zoom() > fitted, "the width is still followed"


def test_ctrl_wheel_zooms_and_wheel_alone_scrolls(pane: PreviewPane) -> None:
    def wheel(modifiers: Qt.KeyboardModifier, turn: int) -> None:
        at = QPointF(100, 100)
        event = QWheelEvent(at, at, QPoint(0, 0), QPoint(0, turn), Qt.MouseButton.NoButton, modifiers, Qt.ScrollPhase.NoScrollPhase, False)
        QApplication.sendEvent(pane.view.viewport(), event)

    before = pane.view.zoom()
    wheel(Qt.KeyboardModifier.ControlModifier, 120)
    assert pane.view.zoom() > before
    zoomed = pane.view.zoom()
    wheel(Qt.KeyboardModifier.NoModifier, -120)
    assert pane.view.zoom() == zoomed and pane.view.verticalScrollBar().value() > 0


def test_only_pages_in_view_are_rendered_at_the_pixels_of_the_screen(session: Session, qtbot: QtBot) -> None:
    rendered: list[tuple[int, float]] = []

    class Watched:
        def __init__(self, real: Preview) -> None:
            self.real, self.pages = real, real.pages
            self.page_size, self.anchor_at, self.place_of = real.page_size, real.anchor_at, real.place_of

        def render(self, page: int, dpi: float) -> tuple[int, int, bytes]:
            rendered.append((page, dpi))
            return self.real.render(page, dpi)

    view = PageView()
    qtbot.addWidget(view)
    view.resize(500, 400)
    view.set_preview(Watched(preview(plans.get_plan(session, full_plan(session)))))  # type: ignore[arg-type]
    view.grab()
    assert {page for page, _dpi in rendered} == {0}
    assert abs(rendered[0][1] - 72 * view.zoom() * view.devicePixelRatioF()) < 0.01
    view.grab()
    assert len(rendered) == 1, "a page is rendered once"
    view.go_to_page(3)
    view.grab()
    assert {page for page, _dpi in rendered} <= {0, 2, 3, 4} and 3 in {page for page, _dpi in rendered}


def test_a_click_names_the_field_and_a_field_is_framed(pane: PreviewPane, qtbot: QtBot) -> None:
    pane.show_anchor("title")
    at = pane.view.point_of("title")
    assert at is not None
    with qtbot.waitSignal(pane.anchor_clicked) as caught:
        click(pane.view, at)
    assert caught.args == ["title"]
    plain = pane.view.viewport().grab().toImage()
    pane.show_anchor("signature")
    place = pane.view.point_of("signature")
    assert place is not None and pane.view.viewport().rect().contains(place), "the view scrolls to the field"
    assert pane.view.viewport().grab().toImage() != plain
    with qtbot.waitSignal(pane.anchor_clicked) as caught:
        click(pane.view, place)
    assert caught.args == ["signature"]


def test_a_click_between_the_fields_says_nothing(pane: PreviewPane, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(pane.anchor_clicked, wait=0):
        click(pane.view, QPoint(3, 3))


def test_what_cannot_be_printed_is_said_in_a_sentence(session: Session, pane: PreviewPane, qtbot: QtBot) -> None:
    plan_id = plans.list_plans(session)[0].id
    before = shown(pane)
    with qtbot.waitSignal(pane.built, timeout=20000):
        plans.set_plan(session, plan_id, intro="Ký tự lạ: 漢")
    assert "漢" in pane.banner.text() and pane.banner.isVisible()
    assert shown(pane) is before, "the last good page stays"
    with qtbot.waitSignal(pane.built, timeout=20000):
        session.undo()
    assert not pane.banner.isVisible()


def test_a_bug_in_building_reaches_the_window(qtbot: QtBot, session: Session) -> None:
    def broken(_plan: Plan) -> Preview:
        raise ZeroDivisionError("made up")

    builder = PreviewBuilder(None, broken)
    with qtbot.captureExceptions() as caught:
        builder.request(plans.get_plan(session, make_plan(session)))
        qtbot.waitUntil(lambda: not builder.is_busy)
    assert [error[0] for error in caught] == [ZeroDivisionError]


def test_closing_while_it_builds_leaves_nothing_behind(session: Session, qtbot: QtBot) -> None:
    plan_id = full_plan(session)
    for _ in range(4):
        pane = PreviewPane(session)
        pane.resize(400, 400)
        pane.show()
        pane.show_plan(plan_id)
        started = partial(lambda shown: shown.builder._box is not None, pane)
        qtbot.waitUntil(started)
        pane.close()
        pane.deleteLater()
        del pane
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    pool = QThreadPool.globalInstance()
    assert pool.waitForDone(20000)
    QApplication.processEvents()
    assert pool.activeThreadCount() == 0


def test_a_hidden_pane_builds_nothing_and_catches_up(session: Session, pane: PreviewPane, qtbot: QtBot) -> None:
    plan_id = plans.list_plans(session)[0].id
    pane.hide()
    plans.set_plan(session, plan_id, title="Tên đổi lúc trang bị ẩn")
    assert not pane.builder.is_busy
    with qtbot.waitSignal(pane.built, timeout=20000):
        pane.show()
    assert "lúc trang bị ẩn" in text_of(shown(pane).pdf)


# printing


def pdf_printer(path: Path, resolution: int = 96) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setResolution(resolution)
    return printer


def sizes_of(path: Path) -> list[tuple[int, int]]:
    import pypdfium2

    with pypdfium2.PdfDocument(path) as document:
        return [(round(w), round(h)) for w, h in (document.get_page_size(i) for i in range(len(document)))]


def test_printing_gives_the_same_pages_each_in_its_orientation(session: Session, tmp_path: Path, qapp: QApplication) -> None:
    plan_id = full_plan(session)
    plans.set_plan(session, plan_id, landscape=True)
    pages = preview(plans.get_plan(session, plan_id))
    assert paint_pages(pdf_printer(tmp_path / "in.pdf"), pages, range(pages.pages))
    printed = sizes_of(tmp_path / "in.pdf")
    wanted = [pages.page_size(i) for i in range(pages.pages)]
    assert len(printed) == pages.pages
    assert [w > h for w, h in printed] == [w > h for w, h in wanted]
    assert any(w > h for w, h in printed) and any(w < h for w, h in printed)
    for got, want in zip(printed, wanted, strict=True):
        assert abs(got[0] - want[0]) <= 2 and abs(got[1] - want[1]) <= 2


def test_paper_looks_like_the_preview(session: Session, tmp_path: Path, qapp: QApplication) -> None:
    import pypdfium2

    pages = preview(plans.get_plan(session, make_plan(session)))
    assert paint_pages(pdf_printer(tmp_path / "in.pdf", 150), pages, [0])
    width, height, data = pages.render(0, 36)
    wanted = QImage(data, width, height, width * 4, QImage.Format.Format_RGB32).convertToFormat(QImage.Format.Format_Grayscale8)
    with pypdfium2.PdfDocument(tmp_path / "in.pdf") as document:
        bitmap = document[0].render(scale=0.5, prefer_bgrx=True, rev_byteorder=False)
        raw = bytes(bitmap.buffer)
        got = QImage(raw, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32).convertToFormat(
            QImage.Format.Format_Grayscale8
        )
    ink = [(x, y) for x in range(0, width, 3) for y in range(0, height, 3) if wanted.pixelColor(x, y).lightness() < 110]
    assert ink
    near = sum(
        any(got.pixelColor(max(0, min(got.width() - 1, x + dx)), y).lightness() < 190 for dx in (-1, 0, 1))
        for x, y in ink
        if y < got.height()
    )
    assert near > 0.9 * len(ink), "the same words stand at the same places"


def test_a_range_prints_only_these_pages(session: Session, tmp_path: Path, qapp: QApplication) -> None:
    pages = preview(plans.get_plan(session, full_plan(session)))
    assert paint_pages(pdf_printer(tmp_path / "in.pdf"), pages, [0, 2])
    assert len(sizes_of(tmp_path / "in.pdf")) == 2


@pytest.fixture
def dialog(session: Session, qtbot: QtBot) -> PrintDialog:
    pages = preview(plans.get_plan(session, full_plan(session)))
    made = PrintDialog(pages, "Kế hoạch thử", lambda printer, p, numbers: paint_pages(printer, p, numbers), lambda *_: None)
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_dialog_says_what_is_wrong_with_a_range(dialog: PrintDialog) -> None:
    dialog.some_pages.setChecked(True)
    dialog.range_edit.setText("9999")
    dialog.print_now()
    assert dialog.isVisible() and dialog.banner.isVisible() and "1-3, 5" in dialog.banner.text()
    dialog.range_edit.clear()
    press(Qt.Key.Key_1, "1", widget=dialog.range_edit)
    assert not dialog.banner.isVisible(), "it goes once the range makes sense"


def test_into_a_file_the_chosen_pages_are_written_not_painted(dialog: PrintDialog, tmp_path: Path) -> None:
    asked: list[list[int]] = []

    def save(pages: Preview, numbers: Sequence[int], parent: QWidget) -> Path | None:
        asked.append(list(numbers))
        assert parent is dialog
        return save_pages(pages, numbers, tmp_path / "Kế hoạch.pdf") if len(asked) > 1 else None

    dialog._save = save
    dialog._paint = lambda *_: pytest.fail("pictures")
    dialog.printer_box.set_value(TO_FILE)
    assert not dialog.copies.isEnabled() and dialog.print_button.text() == "Ghi tệp PDF…"
    dialog.some_pages.setChecked(True)
    dialog.range_edit.setText("2-3")
    dialog.print_now()
    assert dialog.isVisible(), "not wanted: one stays"
    dialog.print_now()
    assert not dialog.isVisible() and asked == [[1, 2], [1, 2]]
    written = (tmp_path / "Kế hoạch.pdf").read_bytes()
    assert len(sizes_of(tmp_path / "Kế hoạch.pdf")) == 2 and len(written) < 1_000_000
    with pypdfium2.PdfDocument(written) as file, pypdfium2.PdfDocument(dialog._pages.pdf) as whole:
        words = file[0].get_textpage().get_text_range()
        assert len(words) > 200 and words == whole[1].get_textpage().get_text_range()


def test_all_pages_are_the_very_pdf(dialog: PrintDialog, tmp_path: Path) -> None:
    pages = dialog._pages
    assert save_pages(pages, range(pages.pages), tmp_path / "x.pdf").read_bytes() == pages.pdf


def test_this_page_follows_the_view_and_copies_reach_the_printer(dialog: PrintDialog) -> None:
    seen: list[tuple[int, list[int]]] = []

    def paint(printer: QPrinter, _pages: Preview, numbers: Sequence[int]) -> bool:
        seen.append((printer.copyCount(), list(numbers)))
        return True

    dialog._paint = paint
    dialog.printer_box.set_choices([("May in", "May in")], "May in")
    dialog.view.go_to_page(1)
    dialog.this_page.setChecked(True)
    dialog.copies.setValue(3)
    dialog.print_now()
    assert seen == [(3, [1])]


def test_a_printer_that_refuses_is_said(dialog: PrintDialog) -> None:
    dialog._paint = lambda *_: False
    dialog.printer_box.set_choices([("May in", "May in")], "May in")
    dialog.print_now()
    assert dialog.isVisible() and dialog.banner.isVisible()


@pytest.mark.parametrize("language", ["vi", "en"])
def test_nothing_is_cut_at_the_largest_letters(session: Session, qtbot: QtBot, language: str) -> None:
    set_language(language)
    theme.manager().apply("light", 150)
    made = PrintDialog(preview(plans.get_plan(session, full_plan(session))), "Kế hoạch", lambda *_: True, lambda *_: None)
    qtbot.addWidget(made)
    made.show()
    made.some_pages.setChecked(True)
    made.range_edit.setText("9999")
    made.print_now()
    QApplication.processEvents()
    QApplication.processEvents()
    for part in made.panel.findChildren(QWidget):
        if part.isVisible() and isinstance(part, QAbstractButton | QLabel | LineEdit):
            assert part.width() >= part.minimumSizeHint().width() and part.height() >= part.minimumSizeHint().height(), part
    edit = made.range_edit
    assert edit.width() >= edit.fontMetrics().horizontalAdvance(edit.placeholderText()) + 16


def test_esc_closes_the_print_preview(dialog: PrintDialog) -> None:
    press(Qt.Key.Key_Escape, widget=dialog)
    assert not dialog.isVisible()


def test_print_plan_opens_the_dialog_with_the_plans_pages(session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[PrintDialog] = []

    def opens(dialog: PrintDialog) -> int:
        opened.append(dialog)
        return 0

    monkeypatch.setattr(PrintDialog, "exec", opens)
    plan_id = full_plan(session)
    print_plan(session, plan_id, lambda *_: None)
    assert opened[0].view.page_count() == preview(plans.get_plan(session, plan_id)).pages


def test_print_plan_says_what_cannot_be_printed(session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[KhError] = []
    monkeypatch.setattr("kh_desktop.ui.preview.printing.show_error", lambda _parent, error: said.append(error))
    plan_id = make_plan(session)
    plans.set_plan(session, plan_id, intro="漢")
    print_plan(session, plan_id, lambda *_: None)
    assert [error.code for error in said] == ["font.missing"]
