"""Copying out of the grid and pasting into it through the clipboard, with the preview."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QProgressDialog
from pytestqt.qtbot import QtBot

from kh_desktop.domain.clip.block import MAX_ROWS
from kh_desktop.domain.clip.html_reader import read_html
from kh_desktop.domain.clip.tsv import reading_tsv
from kh_desktop.domain.model import Task
from kh_desktop.services.office import get_office
from kh_desktop.services.pasting import PastePlan
from kh_desktop.services.plans import get_plan
from kh_desktop.services.session import Session
from kh_desktop.services.tasks import merge_cells, update_task
from kh_desktop.ui.grid.clip_reading import OWN, in_slices
from kh_desktop.ui.grid.panel import GridPanel
from kh_desktop.ui.grid.paste_dialog import Draft, PasteDialog, summary
from tests.ui.grid_help import make_office, make_plan

FIXTURES = Path(__file__).parents[1] / "fixtures" / "clipboard"
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def panel(session: Session, qtbot: QtBot) -> Iterator[GridPanel]:
    """Two groups of three tasks; a paste that asks fails the test unless it says what to answer."""
    make_office(session)
    made = GridPanel(session)
    qtbot.addWidget(made)
    end = session.subscribe(made.on_changes)
    made.resize(1000, 600)
    made.show_plan(make_plan(session))
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.view.setFocus()
    made.clip.ask = _unexpected
    QTest.qWait(0)
    yield made
    end()


def _unexpected(_draft: Draft, _first: PastePlan) -> PastePlan | None:
    raise AssertionError("asked")


def agree(panel: GridPanel) -> list[PastePlan]:
    """Answer the next questions with yes; the plans asked about are in the list."""
    asked: list[PastePlan] = []

    def answer(_draft: Draft, first: PastePlan) -> PastePlan:
        asked.append(first)
        return first

    panel.clip.ask = answer
    return asked


def put(html: str = "", text: str = "") -> None:
    data = QMimeData()
    if html:
        data.setHtml(html)
    if text:
        data.setText(text)
    QApplication.clipboard().setMimeData(data)


def press_paste(panel: GridPanel) -> None:
    panel.view.setFocus()
    QTest.keyClick(panel.view, Qt.Key.Key_V, CTRL)


def tasks(session: Session, panel: GridPanel, group: int = 0) -> tuple[Task, ...]:
    return get_plan(session, panel.model.plan_id).groups[group].tasks


def test_cells_that_fit_into_empty_ones_are_pasted_at_once(panel: GridPanel, session: Session) -> None:
    put("<table><tr><td>Công an<br>xã</td></tr><tr><td>Đoàn Thanh niên</td></tr></table>", "Công an\nxã\nĐoàn Thanh niên")
    panel.view.go_to(1, "coord")
    press_paste(panel)
    assert [[u.label for u in t.coord] for t in tasks(session, panel)] == [["Công an", "xã"], ["Đoàn Thanh niên"], []]
    assert session.undo_label == "Dán vào 2 dòng"


def test_one_cell_of_excel_fills_the_selection_with_its_lines(panel: GridPanel, session: Session) -> None:
    put("<table><tr><td>Biên bản<br>Báo cáo</td></tr></table>", '"Biên bản\nBáo cáo"')
    panel.view.go_to(1, "product")
    panel.view.selectionModel().select(panel.model.index(2, 4), panel.view.selectionModel().SelectionFlag.Select)
    press_paste(panel)
    assert [t.product for t in tasks(session, panel)] == ["Biên bản\nBáo cáo", "Biên bản\nBáo cáo", "Báo cáo 3"]


@pytest.mark.parametrize("name", ["calc_clipboard", "writer_clipboard", "excel_windows", "word"])
def test_a_table_of_another_program_is_shown_then_one_step(panel: GridPanel, session: Session, name: str) -> None:
    before = get_plan(session, panel.model.plan_id)
    steps = len(session.workspace.history.done)
    put((FIXTURES / f"{name}.html").read_bytes().decode(), "chữ thường")
    asked = agree(panel)
    panel.view.go_to(2, "content")
    press_paste(panel)
    assert asked[0].mode == "below" and asked[0].new_groups and asked[0].table.headers
    assert len(session.workspace.history.done) == steps + 1
    assert len(get_plan(session, panel.model.plan_id).groups) == 2 + len(asked[0].new_groups)
    session.undo()
    assert get_plan(session, panel.model.plan_id) == before


def test_units_the_book_does_not_have_are_named_and_taken_in_at_once(panel: GridPanel, session: Session) -> None:
    known = get_office(session).units[0].name
    put(text=f"{known}\nTrường Tiểu học Hòa Vân\nTổ công nghệ số\n")
    panel.view.go_to(1, "coord")
    press_paste(panel)
    line = panel.units_line
    assert line.isVisible() and line.names == ("Trường Tiểu học Hòa Vân", "Tổ công nghệ số")
    assert line.text() == "Chưa có trong danh sách đơn vị: Trường Tiểu học Hòa Vân; Tổ công nghệ số"
    line.add.click()
    assert not line.isVisible()
    assert {"Trường Tiểu học Hòa Vân", "Tổ công nghệ số"} <= {unit.name for unit in get_office(session).units}
    assert all(unit.unit_id for task in tasks(session, panel) for unit in task.coord)
    session.undo()
    assert session.undo_label == "Dán vào 3 dòng", "one step for all of them"
    put(text=f"{known}\n")
    panel.view.go_to(1, "lead")
    press_paste(panel)
    assert not line.isVisible()


def test_a_long_list_of_units_stays_one_line(panel: GridPanel) -> None:
    panel.units_line.tell(["Một", "Hai", "Ba", "Bốn", "Năm"])
    assert panel.units_line.text() == "Chưa có trong danh sách đơn vị: Một; Hai; Ba và 2 đơn vị khác"
    panel.view.go_to(1, "coord")
    panel.clip.clear()
    assert not panel.units_line.isVisible()


def test_a_refused_preview_changes_nothing(panel: GridPanel, session: Session) -> None:
    before, steps = get_plan(session, panel.model.plan_id), len(session.workspace.history.done)
    put(text="x\ny\n")
    panel.clip.ask = lambda _draft, _first: None
    panel.view.go_to(1, "content")
    press_paste(panel)
    assert (get_plan(session, panel.model.plan_id), len(session.workspace.history.done)) == (before, steps)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a\tb\n" * (MAX_ROWS * 5), "quá 10.000 dòng"),
        ("a" * 1_000_000, "quá 200.000 ký tự"),
        ("\x00\x01\x02", "Không có chữ"),
        ("", "Không có chữ"),
    ],
)
def test_what_cannot_be_pasted_is_said_in_one_sentence(panel: GridPanel, session: Session, text: str, words: str) -> None:
    steps = len(session.workspace.history.done)
    QApplication.clipboard().clear()
    put(text=text)
    panel.view.go_to(1, "content")
    press_paste(panel)
    assert words in panel._trouble.text() and panel._trouble.isVisible()
    assert len(session.workspace.history.done) == steps


def test_formulas_and_marks_become_plain_text(panel: GridPanel, session: Session) -> None:
    put(text='=HYPERLINK("http://x.invalid")\u202e\u200b\x07')
    panel.view.go_to(1, "content")
    press_paste(panel)
    assert tasks(session, panel)[0].content == '=HYPERLINK("http://x.invalid")'


def dialog(panel: GridPanel, text: str, row: int, key: str, qtbot: QtBot) -> PasteDialog:
    put(text=text)
    made: list[PasteDialog] = []

    def answer(draft: Draft, first: PastePlan) -> None:
        made.append(PasteDialog(draft, first))

    panel.clip.ask = answer
    panel.view.go_to(row, key)
    press_paste(panel)
    qtbot.addWidget(made[0])
    made[0].show()
    return made[0]


def test_the_preview_shows_old_and_new_and_lets_one_choose(panel: GridPanel, qtbot: QtBot) -> None:
    shown = dialog(panel, "".join(f"mới {i}\tVPTK\n" for i in range(1, 8)), 1, "content", qtbot)
    table = shown.table
    assert shown.paste.mode == "over"
    assert [table.item(0, 0).text(), table.item(0, 1).text()] == ["I.1", "Việc 1 → mới 1"]
    assert [table.item(6, 0).text(), table.item(6, 1).text()] == ["+ Mới", "mới 7"]
    assert shown._summary.text() == "Ghi đè 12 ô đang có chữ · thêm 1 nhiệm vụ"
    assert not shown.grab().isNull()
    shown.choose_mode("below")
    assert (shown.paste.added, shown.paste.overwritten, table.item(0, 0).text()) == (7, 0, "+ Mới")
    shown.choose_column(1, "deadline")
    assert shown.paste.new_tasks[0].tasks[0].deadline == "VPTK"
    shown.choose_column(0, "deadline")
    assert shown.paste.table.keys == ("deadline", "")
    assert "không có trong phụ lục" in shown._notes.text()
    shown.choose_column(0, "")
    assert not shown.paste and not shown._accept.isEnabled() and summary(shown.paste) == "Không có gì thay đổi"


def test_the_question_is_asked_in_a_real_window(panel: GridPanel, session: Session) -> None:
    put(text="x\ny\n")
    del panel.clip.ask
    from kh_desktop.ui.grid.paste_dialog import ask_paste

    panel.clip.ask = lambda draft, first: ask_paste(draft, first, panel.view)
    panel.view.go_to(1, "content")

    def accept() -> None:
        window = QApplication.activeModalWidget()
        assert isinstance(window, PasteDialog)
        window._accept.click()

    QTimer.singleShot(0, accept)
    press_paste(panel)
    assert [t.content for t in tasks(session, panel)] == ["x", "y", "Việc 3"]


def test_copied_rows_are_a_table_with_header_spans_and_group_rows(panel: GridPanel, session: Session) -> None:
    ids = [t.id for t in tasks(session, panel)]
    merge_cells(session, ids[:2], "lead", True)
    update_task(session, ids[2], continues=True)
    panel.selection.select_rows([row.key for row in panel.model.rows[:4]])
    panel.clip.copy()
    data = QApplication.clipboard().mimeData()
    block = read_html(data.html())
    assert [(c.text, c.rowspan, c.colspan) for c in block.rows[0]][:3] == [
        ("TT", 2, 1), ("Nội dung công việc", 2, 1), ("Phân công nhiệm vụ", 1, 2),
    ]  # fmt: skip
    assert [(c.text, c.colspan, c.bold) for c in block.rows[2]] == [("I", 1, True), ("Nhóm 1", 5, True)]
    assert [(c.text, c.rowspan) for c in block.rows[3]][:3] == [("1", 1), ("Việc 1", 1), ("Văn phòng - Thống kê", 2)]
    assert [(c.text, c.rowspan) for c in block.rows[4]][:2] == [("2", 2), ("Việc 2", 2)]
    assert data.text().split("\r\n")[0] == "I\tNhóm 1\t\t\t\t"
    assert "TT" not in bytes(data.data(OWN).data()).decode()


def test_copied_rows_pasted_elsewhere_are_the_same_rows(panel: GridPanel, session: Session) -> None:
    ids = [t.id for t in tasks(session, panel)]
    update_task(session, ids[1], level=1)
    update_task(session, ids[2], continues=True)
    merge_cells(session, ids[:2], "deadline", True)
    panel.selection.select_rows([row.key for row in panel.model.rows[1:4]])
    panel.clip.copy()
    panel.view.go_to(7, "content")
    panel.clip.paste_rows()
    wanted = [(t.content if not t.continues else "", t.level, t.continues, t.merged) for t in tasks(session, panel)]
    pasted = tasks(session, panel, 1)[3:]
    assert [(t.content, t.level if not t.continues else wanted[2][1], t.continues, t.merged) for t in pasted] == wanted


def test_a_formula_is_copied_in_a_table_that_says_it_is_text(panel: GridPanel, session: Session) -> None:
    update_task(session, tasks(session, panel)[0].id, content="=1+1")
    panel.view.go_to(1, "content")
    panel.clip.copy()
    assert 'mso-number-format:"\\@"' in QApplication.clipboard().mimeData().html()


def test_a_long_reading_shows_progress_and_can_be_stopped(panel: GridPanel, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kh_desktop.ui.grid.clip_reading._QUICK", -1.0)
    text = "a\tb\n" * 3000
    assert in_slices(reading_tsv(text), panel) is not None
    stopped: list[bool] = []

    def stop() -> None:
        for window in QApplication.topLevelWidgets():
            if isinstance(window, QProgressDialog) and window.isVisible():
                window.cancel()
                stopped.append(True)

    QTimer.singleShot(0, stop)
    assert in_slices(reading_tsv(text), panel) is None
    assert stopped


def test_two_thousand_rows_are_pasted_as_one_step(panel: GridPanel, session: Session) -> None:
    put(text="".join(f"{i}\tViệc dán {i}\tVPTK\t\tSP\tQuý I\r\n" for i in range(1, 2001)))
    agree(panel)
    panel.view.go_to(1, "content")
    press_paste(panel)
    assert len(tasks(session, panel)) == 2003
    assert not [w for w in QApplication.topLevelWidgets() if isinstance(w, QProgressDialog) and w.isVisible()]
    session.undo()
    assert len(tasks(session, panel)) == 3


@pytest.mark.libreoffice
@pytest.mark.parametrize("kind", ["ods", "odt"])
def test_libreoffice_takes_over_what_is_copied(
    panel: GridPanel, session: Session, tmp_path: Path, kind: str, soffice: Callable[..., None]
) -> None:
    ids = [t.id for t in tasks(session, panel)]
    merge_cells(session, ids[:2], "lead", True)
    update_task(session, ids[0], content='Dòng một\nDòng "hai" & <ba>')
    update_task(session, ids[1], content="=1+1")
    panel.selection.select_rows([row.key for row in panel.model.rows])
    panel.clip.copy()
    page = tmp_path / "bang.html"
    page.write_text(QApplication.clipboard().mimeData().html(), "utf-8")
    soffice(page, kind, tmp_path)
    soffice(tmp_path / f"bang.{kind}", "html", tmp_path / "lại")
    block = read_html((tmp_path / "lại" / "bang.html").read_text("utf-8"))
    rows = [[cell.text for cell in row] for row in block.rows]
    assert rows[0][:3] == ["TT", "Nội dung công việc", "Phân công nhiệm vụ"] and block.rows[0][2].colspan == 2
    assert rows[2] == ["I", "Nhóm 1"] and block.rows[2][1].colspan == 5
    assert rows[3][1] == 'Dòng một\nDòng "hai" & <ba>' and block.rows[3][2].rowspan == 2
    assert rows[4][1] == "=1+1"


@pytest.fixture
def soffice(tmp_path: Path) -> Callable[..., None]:
    """Converts a file with LibreOffice; an .html page is opened in Calc or Writer by the wanted kind."""

    def convert(source: Path, kind: str, out: Path) -> None:
        reader = {"ods": ["--infilter=HTML (StarCalc)"], "odt": ["--infilter=HTML (StarWriter)"]}.get(kind, [])
        profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
        command = ["soffice", "--headless", profile, *reader, "--convert-to", kind, "--outdir", str(out), str(source)]
        subprocess.run(command, check=True, capture_output=True, timeout=120)

    return convert


def test_one_goes_to_the_rows_pasted(panel: GridPanel) -> None:
    put(text="\n".join(f"{n}\tViệc mới {n}\tVăn phòng\tĐoàn\tBáo cáo" for n in range(1, 31)))
    agree(panel)
    panel.view.go_to(2, "content")
    panel.clip.paste_rows()
    assert [row.texts["content"] for row in panel.selection.rows()] == [f"Việc mới {n}" for n in range(1, 31)]
    current = panel.view.visualRect(panel.view.currentIndex())
    assert panel.view.viewport().rect().intersects(current)
    assert panel.footer._said.text() == "Đã dán 30 dòng." and panel.footer._undo.isVisible()
    panel.footer._undo.click()
    assert len(panel.model.rows) == 8
