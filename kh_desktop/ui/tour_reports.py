"""The pictures of the page of reports: figures taken in with sums that do not close, the narrative, an export nobody knows yet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path
from typing import cast

from PySide6.QtWidgets import QWidget

from kh_desktop.services import figures
from kh_desktop.services.figure_files import FigureTable, known, layouts, read_figures
from kh_desktop.services.report_texts import set_text
from kh_desktop.ui.main_window import MainWindow
from kh_desktop.ui.reports import ReportsPage
from kh_desktop.ui.reports.figures_step import FiguresStep
from kh_desktop.ui.reports.form_step import FormStep
from kh_desktop.ui.reports.page import FIGURES, FORM, OUT, TEXTS
from kh_desktop.ui.reports.reading import read_files
from kh_desktop.ui.reports.take_dialog import TakeDialog

_FIELDS = ("Hộ tịch", "Chứng thực", "Đất đai", "Bảo trợ xã hội", "Xây dựng")
_UNKNOWN = ("Thứ tự", "Mảng việc", "Nhận qua mạng", "Nhận tại quầy", "Tồn cũ", "Trả sớm", "Trả đúng hẹn", "Trả trễ")


def report_shots(window: MainWindow, folder: Path) -> Iterator[tuple[str, QWidget]]:
    """Name of the picture and the window to take, each step of the page and its dialogs in turn."""
    window.show_page("reports")
    page = cast(ReportsPage, window.page("reports"))
    yield "bao-cao-chua-co-gi", window
    period, session = page.period, window.session
    good, bad = _exports(folder)
    figures.import_figures(session, period, [table for path in good for table in read_figures(session, path)])
    yield "bao-cao-so-lieu", window
    page.turn_to(FORM)
    form = cast(FormStep, page.form(FORM))
    form.next_break()
    yield "bao-cao-bieu", window
    figures.set_line(session, period, "Đất đai", online=36, who="Lan")
    page.turn_to(FORM)
    yield "bao-cao-bieu-khop", window
    forms = form.forms_dialog()
    yield from _shown("bao-cao-mau-bieu", forms)
    page.turn_to(TEXTS)
    set_text(session, period, "settled.0", "Trong kỳ, các lĩnh vực tiếp nhận 230 hồ sơ, tăng so với kỳ trước.")
    yield "bao-cao-loi-van", window
    page.turn_to(OUT)
    yield "bao-cao-xuat", window
    page.turn_to(FIGURES)
    step = cast(FiguresStep, page.form(FIGURES))
    dialog = step.take_dialog(read_files([good[0], *bad], known(session), lambda _done: None))
    yield from _review(dialog)
    yield from _shown("chon-ky-bao-cao", page.period_dialog())


def _review(dialog: TakeDialog) -> Iterator[tuple[str, QWidget]]:
    dialog.show()
    dialog.list.setCurrentRow(1)
    yield "bao-cao-xem-lai", dialog
    unknown = next(place for place, table in enumerate(_all(dialog)) if table.needs_mapping)
    dialog.list.setCurrentRow(unknown)
    mapping = dialog.mapping_dialog()
    if mapping is not None:
        yield from _shown("bao-cao-chi-ra-cot", mapping)
    dialog.close()
    dialog.deleteLater()


def _all(dialog: TakeDialog) -> list[FigureTable]:
    return dialog.tables()


def _shown(name: str, dialog: QWidget) -> Iterator[tuple[str, QWidget]]:
    dialog.show()
    yield name, dialog
    dialog.close()
    dialog.deleteLater()


def _exports(folder: Path) -> tuple[list[Path], list[Path]]:
    """Files as some systems export them: web pages that go by the name of a workbook. Three to take in, two that need a person."""
    titles, rows = _titles("form_06a"), [_line(place, name) for place, name in enumerate(_FIELDS, start=1)]
    rows[2][2] = str(int(rows[2][2]) + 2)
    paid = ["1", "UBND xã Đồng Xuân Hạ", "12", "9", "8", "7", "120", "96"]
    good = [
        _page(folder / "Một cửa quý I.xls", titles, rows[:2]),
        _page(folder / "Đất đai, xây dựng quý I.xls", titles, rows[2:]),
        _page(folder / "Thanh toán trực tuyến quý I.xls", _titles("q766_payment"), [paid]),
    ]
    wrong = [list(row) for row in rows]
    wrong[1][3], wrong[3][8] = "sáu", "-2"
    other = [[str(i), name, "12", "5", "1", "9", "6", "1"] for i, name in enumerate(_FIELDS, start=1)]
    return good, [_page(folder / "Một cửa có ô sai.xls", titles, wrong), _page(folder / "Phần mềm huyện.xls", _UNKNOWN, other)]


def _titles(layout: str) -> list[str]:
    return [column.labels[0] for column in next(x for x in layouts() if x.id == layout).columns]


def _line(place: int, name: str) -> list[str]:
    online, direct, carried, late = 12 * place, 7 + place, place, place % 2
    settled = online + direct + carried - 3
    numbers = (online + direct + carried, online, direct, carried, settled, settled - 4 - late, 4, late, 3, 3, 0)
    return [str(place), name, *map(str, numbers)]


def _page(path: Path, titles: Sequence[str], rows: Sequence[Sequence[str]]) -> Path:
    lines = [titles, *rows]
    body = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in line)}</tr>" for line in lines)
    path.write_text(f"<html><head><meta charset='utf-8'></head><body><table>{body}</table></body></html>", encoding="utf-8")
    return path
