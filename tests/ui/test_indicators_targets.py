"""The targets of the plan: found in the text and taken with ticks, typed, changed, frozen by the signature, removed; the indicators."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QDialog, QMessageBox

from kh_desktop.domain.model import Plan, Section, SectionRole, Target, Task, TaskGroup
from kh_desktop.services import indicators, issuing, plans
from kh_desktop.services.session import Session
from kh_desktop.ui.indicators import targets_view
from kh_desktop.ui.indicators.add_target import AddTargetDialog
from kh_desktop.ui.indicators.book_view import BookView
from kh_desktop.ui.indicators.found_dialog import FoundDialog
from kh_desktop.ui.indicators.page import IndicatorsPage
from kh_desktop.ui.indicators.targets_view import TargetsView
from kh_desktop.ui.main_window import MainWindow
from kh_desktop.ui.settings_store import SettingsStore
from tests.ui.calendar_help import window_on
from tests.ui.indicators_help import page_of, targets_of
from tests.ui.typing_help import type_text

PLAN = Plan(
    year=2027, period_start="2027-01-01", period_end="2027-12-31", title="Kế hoạch kiểm soát thủ tục hành chính năm 2027",
    sections=(Section(role=SectionRole.PURPOSE, heading="I. MỤC ĐÍCH", text="Tỷ lệ hồ sơ giải quyết đúng hạn đạt từ 98% trở lên."),),
    groups=(TaskGroup(title="A", tasks=(
        Task(content="Số hóa hồ sơ", detail="Tỷ lệ số hóa hồ sơ đạt 80%.", deadline="Quý II/2027"),
        Task(content="Tập huấn", detail="80% người được hỏi thấy dễ hiểu.", deadline="Quý III/2027"),
    )),),
)  # fmt: skip


@pytest.fixture
def plan_id(session: Session) -> int:
    """A draft whose text promises numbers."""
    return plans.new_plan_from(session, PLAN)


@pytest.fixture
def page(session: Session, settings: SettingsStore, plan_id: int) -> Iterator[IndicatorsPage]:
    """The page on a day in June."""
    with window_on(session, settings) as window:
        yield page_of(window)


@pytest.fixture
def view(page: IndicatorsPage) -> TargetsView:
    """Its targets."""
    return targets_of(page)


def _accept(monkeypatch: pytest.MonkeyPatch, ticks: dict[int, tuple[bool, str]] | None = None) -> list[FoundDialog]:
    """Answer the dialog of found targets as a person does."""
    seen: list[FoundDialog] = []

    def answer(dialog: FoundDialog) -> int:
        seen.append(dialog)
        for place, (on, key) in (ticks or {}).items():
            dialog.ticks[place].setChecked(on)
            dialog.choices[place].set_value(key)
        return int(QDialog.DialogCode.Accepted)

    monkeypatch.setattr(FoundDialog, "exec", answer)
    return seen


def test_found_targets_are_taken_in_one_step(
    session: Session, view: TargetsView, plan_id: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = indicators.found_targets(session, plan_id)
    unsure = next(n for n, f in enumerate(found) if not f.sure)
    seen = _accept(monkeypatch, {unsure: (True, "hai_long")})
    view.look.click()
    dialog = seen[0]
    assert [tick.isChecked() for n, tick in enumerate(dialog.ticks) if n != unsure] == [f.sure for n, f in enumerate(found) if n != unsure]
    taken = indicators.targets(session, plan_id)
    assert len(taken) == len([f for f in found if f.sure]) + 1 and any(t.indicator == "hai_long" for t in taken)
    assert len(view.list.rows()) == len(taken)
    session.undo()
    assert not indicators.targets(session, plan_id) and view.list.rows() == ()


def test_nothing_ticked_cannot_be_taken(session: Session, plan_id: int, qapp: object) -> None:
    dialog = FoundDialog(indicators.found_targets(session, plan_id), indicators.indicators(session))
    dialog._tick_all(False)
    assert not dialog._deed.isEnabled() and dialog.chosen() == []
    dialog._tick_all(True)
    assert dialog._deed.text() == f"Nhận {len(dialog.ticks)} chỉ tiêu"


def test_looking_again_says_that_nothing_is_left(view: TargetsView, monkeypatch: pytest.MonkeyPatch) -> None:
    _accept(monkeypatch, dict.fromkeys(range(2), (True, "")))
    view.look.click()
    while view.none_left.isHidden():
        _accept(monkeypatch, {0: (True, "")})
        view.look.click()
    assert "Không tìm thấy" in view.none_left.text()


def test_a_typed_target_and_why_it_is_refused(session: Session, plan_id: int, qapp: object) -> None:
    dialog = AddTargetDialog(session, plan_id)
    dialog.show()
    dialog.accept()
    assert dialog.isVisible() and "cần có con số" in dialog.note.text() and not indicators.targets(session, plan_id)
    dialog.form.set_values({"indicator": "dung_han"})
    type_text(dialog.form.field("value"), "98,5")  # type: ignore[arg-type]
    dialog.accept()
    assert not dialog.isVisible() and dialog.result() == QDialog.DialogCode.Accepted
    target = indicators.targets(session, plan_id)[0]
    assert (target.id, target.indicator, target.value, target.comparator) == (dialog.made, "dung_han", "98.5", ">=")


def _target(session: Session, view: TargetsView, plan_id: int, target: Target) -> str:
    key = str(indicators.add_target(session, plan_id, target))
    view.choose(key)
    return key


def test_a_field_of_a_target_is_one_step_and_a_wrong_one_is_explained(session: Session, view: TargetsView, plan_id: int) -> None:
    key = _target(session, view, plan_id, Target(indicator="dung_han", value="95"))
    value = view.pane.form.field("value")
    assert value.value() == "95"
    value.setText("chín lăm")  # type: ignore[union-attr]
    value.setModified(True)  # type: ignore[union-attr]
    value.commit()
    assert "chín lăm" in view.pane.form.note("value") and indicators.targets(session, plan_id)[0].value == "95"
    value.setText("97,5")  # type: ignore[union-attr]
    value.setModified(True)  # type: ignore[union-attr]
    value.commit()
    assert indicators.targets(session, plan_id)[0].value == "97.5" and view.pane.form.note("value") != "chín lăm"
    assert "≥ 97,5%" in view.list.rows()[0].reading
    session.undo()
    assert indicators.targets(session, plan_id)[0].value == "95" and view.key == key


def test_growth_is_shown_with_its_base(session: Session, view: TargetsView, plan_id: int) -> None:
    _target(session, view, plan_id, Target(indicator="so_hoa_hs", comparator="+", growth="12.5", ceiling="100"))
    assert view.pane.form.field("growth").value() == "12,5" and "chưa ghi mức gốc" in view.list.rows()[0].reading
    view.pane.form.committed.emit("base", "2025:40")
    assert "năm nay 65%" in view.list.rows()[0].reading


def test_only_the_fields_of_its_kind_are_asked_for(session: Session, plan_id: int, qapp: object) -> None:
    dialog = AddTargetDialog(session, plan_id)
    dialog.show()
    form = dialog.form
    assert not form.field("value").isHidden() and form.field("growth").isHidden() and form.field("base").isHidden()
    form.committed.emit("comparator", "+")
    assert form.field("value").isHidden() and not form.field("growth").isHidden() and not form.field("base").isHidden()
    form.committed.emit("comparator", "assigned")
    assert form.field("ceiling").isHidden() and not form.field("value").isHidden()


def test_a_signed_plan_keeps_its_numbers(session: Session, view: TargetsView, plan_id: int) -> None:
    sentence = "Tỷ lệ hồ sơ giải quyết đúng hạn đạt từ 98% trở lên."
    indicators.add_target(session, plan_id, Target(indicator="dung_han", value="98", sentence=sentence))
    issuing.submit(session, plan_id, "Nguyễn Văn An")
    issuing.issue(session, plan_id, number="5", issued="2027-01-05")
    view.choose(view.list.rows()[0].key)
    form = view.pane.form
    assert form.field("value").isReadOnly() and form.field("sentence").isReadOnly()  # type: ignore[union-attr]
    assert not form.field("comparator").isEnabled() and form.field("indicator").isEnabled()
    assert not form.field("base").isReadOnly() and view.pane.frozen_note.isVisible()  # type: ignore[union-attr]
    form.committed.emit("value", "50")
    assert "giữ như đã ký" in form.note("value") and indicators.targets(session, plan_id)[0].value == "98"
    form.committed.emit("indicator", "ho_so_truc_tuyen")
    assert indicators.targets(session, plan_id)[0].indicator == "ho_so_truc_tuyen"


def test_the_sentence_opens_in_the_plan(session: Session, page: IndicatorsPage, view: TargetsView, plan_id: int) -> None:
    rows: list[tuple[int, str]] = []
    places: list[tuple[int, str]] = []
    for signal, seen in ((page.open_row, rows), (page.open_at, places)):
        signal.disconnect()
        signal.connect(lambda plan, anchor, seen=seen: seen.append((plan, anchor)))
    plan = plans.get_plan(session, plan_id)
    _target(session, view, plan_id, Target(indicator="dung_han", value="98", sentence=plan.sections[0].text))
    view.pane.place.click()
    _target(session, view, plan_id, Target(indicator="so_hoa_hs", value="80", sentence=plan.groups[0].tasks[0].detail))
    view.pane.place.click()
    assert places == [(plan_id, f"section:{plan.sections[0].id}")] and rows == [(plan_id, f"task:{plan.groups[0].tasks[0].id}")]
    _target(session, view, plan_id, Target(indicator="hai_long", value="90", sentence="Câu đã bị bỏ khỏi kế hoạch"))
    assert view.pane.place.isHidden()


def test_removing_asks_first(session: Session, view: TargetsView, plan_id: int, monkeypatch: pytest.MonkeyPatch) -> None:
    _target(session, view, plan_id, Target(indicator="dung_han", value="95"))
    monkeypatch.setattr(targets_view, "ask", lambda *_a, **_k: False)
    view.pane.remove.click()
    assert len(indicators.targets(session, plan_id)) == 1
    monkeypatch.setattr(targets_view, "ask", lambda *_a, **_k: True)
    view.pane.remove.click()
    assert not indicators.targets(session, plan_id)
    session.undo()
    assert len(view.list.rows()) == 1


@pytest.fixture
def book(page: IndicatorsPage) -> BookView:
    """The indicators of the office."""
    page.turn_to("book")
    view = page.view("book")
    assert isinstance(view, BookView)
    return view


def test_an_indicator_is_reworded_and_put_back(session: Session, book: BookView) -> None:
    book.choose("niem_yet_tthc")
    assert "chưa kiểm chứng" in book.unsure.text() and book.unsure.isVisible() and book.reset.isHidden()
    book.form.committed.emit("denominator", "Số thủ tục của xã")
    assert indicators.indicator(session, "niem_yet_tthc").denominator == "Số thủ tục của xã" and not book.reset.isHidden()
    book.reset.click()
    assert indicators.indicator(session, "niem_yet_tthc") == indicators.shipped()["niem_yet_tthc"]
    book.form.committed.emit("name", "  ")
    assert "Chưa có tên" in book.form.note("name")
    book.choose("dung_han")
    assert book.unsure.isHidden()


def test_an_own_indicator_is_added_hidden_and_removed(
    session: Session, page: IndicatorsPage, book: BookView, monkeypatch: pytest.MonkeyPatch
) -> None:
    book.add.click()
    own = indicators.indicator(session, book.key)
    assert own.own and own.name == "Chỉ tiêu mới" and "riêng của cơ quan" in book.list.rows()[-1].reading
    book.hide_button.click()
    assert indicators.indicator(session, own.key).hidden and "đang ẩn" in book.list.rows()[-1].reading
    book.hide_button.click()
    indicators.set_reading(session, own.key, "2027-Q1", value="5")
    shown: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: shown.append(box.text()))
    book.reset.click()
    assert "đang có số liệu" in shown[0] and indicators.indicator(session, own.key)
    session.undo()
    book.reset.click()
    assert own.key not in [i.key for i in indicators.indicators(session)]


def test_a_read_only_workspace_shows_everything_and_changes_nothing(
    session: Session, settings: SettingsStore, plan_id: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = str(indicators.add_target(session, plan_id, Target(indicator="dung_han", value="95")))
    monkeypatch.setattr(type(session), "read_only", property(lambda _s: True))
    window = MainWindow(session, settings)
    page = page_of(window)
    view = targets_of(page)
    view.choose(key)
    assert not view.look.isEnabled() and not view.add.isEnabled() and not view.pane.remove.isEnabled()
    assert view.pane.form.field("value").isReadOnly()  # type: ignore[union-attr]
    page.turn_to("book")
    assert not page.view("book").add.isEnabled()  # type: ignore[attr-defined]
    window.release()
    window.deleteLater()
