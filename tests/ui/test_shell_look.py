"""Contrast, shortcuts, names for screen readers, translations: what can be checked in tables."""

from __future__ import annotations

import ast
import importlib.util
import re
import shutil
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtGui import QImage, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from kh_desktop.resources import resource_path
from kh_desktop.services.session import open_session
from kh_desktop.ui import theme
from kh_desktop.ui.actions import COMMANDS, MENUS, RESERVED
from kh_desktop.ui.i18n import StretchTranslator, TsTranslator, set_language, tr
from kh_desktop.ui.icons import icon, icon_names
from kh_desktop.ui.main_window import MainWindow
from kh_desktop.ui.settings_store import SettingsStore, WindowState
from kh_desktop.ui.tour import shots, size_at
from kh_desktop.ui.widgets import ComboBox

ROOT = Path(__file__).resolve().parents[2]


def _updater() -> ModuleType:
    spec = importlib.util.spec_from_file_location("kh_i18n_update", ROOT / "i18n" / "update.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("dark", [False, True])
def test_contrast_of_the_tokens(dark: bool) -> None:
    theme.manager().apply("dark" if dark else "light")
    for text, ground in theme.CONTRAST_PAIRS:
        ratio = theme.contrast(theme.hex_of(text), theme.hex_of(ground))
        assert ratio >= 4.5, f"{text} on {ground}: {ratio:.2f}"


def test_contrast_is_measured_as_wcag_does() -> None:
    assert theme.contrast("#000000", "#ffffff") == pytest.approx(21)
    assert theme.contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_the_look_is_whole_where_the_folder_has_blanks(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "Văn phòng (một cửa) @text KH Desktop"
    shutil.copytree(resource_path("icons"), folder / "icons")
    monkeypatch.setattr(theme, "resource_path", lambda *parts: folder.joinpath(*parts))
    theme.manager().apply("light")
    tick = QCheckBox()
    qtbot.addWidget(tick)
    tick.setChecked(True)
    tick.setStyleSheet(theme.manager()._stylesheet())
    shown = tick.grab().toImage()
    # The rule of the tick stands behind the first picture in the file, and has a picture itself.
    seen = {shown.pixelColor(x, y).name() for x in range(shown.width()) for y in range(shown.height())}
    assert {theme.hex_of("accent"), "#ffffff"} <= seen


def test_shortcuts_are_unique_and_leave_input_methods_alone() -> None:
    keys = [QKeySequence(c.shortcut).toString() for c in COMMANDS if c.shortcut]
    assert len(keys) == len(set(keys))
    for key in keys:
        assert key, "a shortcut Qt does not know"
        assert key not in RESERVED
        assert "+" in key or re.fullmatch(r"F\d+", key), f"{key}: a plain letter would swallow typing"
        assert key != "Ctrl+Shift"


def test_every_command_has_a_handler_a_menu_and_a_tip() -> None:
    for entry in COMMANDS:
        assert callable(getattr(MainWindow, entry.handler)), entry.id
        assert entry.menu in MENUS and entry.tip
        assert not entry.icon or entry.icon in icon_names()
    assert len({c.id for c in COMMANDS}) == len(COMMANDS)


def test_every_icon_named_in_the_code_is_drawn() -> None:
    drawn = set(icon_names())
    for path in (ROOT / "kh_desktop" / "ui").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            name = node.func.id if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) else ""
            if name in ("icon", "pixmap", "icon_button", "icon_label") and isinstance(node, ast.Call) and node.args:
                first = node.args[0]
                if isinstance(first, ast.Constant) and isinstance(first.value, str):
                    assert first.value in drawn, f"{path.name}: {first.value}"


@pytest.mark.parametrize("dark", [False, True])
def test_icons_take_the_colour_of_the_theme(dark: bool) -> None:
    theme.manager().apply("dark" if dark else "light")
    image = icon("plus", "text").pixmap(32, 32).toImage().convertToFormat(QImage.Format.Format_ARGB32)
    middle = image.pixelColor(16, 16)
    assert middle.alpha() > 200
    assert abs(middle.lightness() - theme.color("text").lightness()) < 12


@pytest.mark.parametrize("scale", [100, 125, 150])
def test_a_list_of_the_wished_width_shows_the_whole_choice(qtbot: QtBot, scale: int) -> None:
    theme.manager().apply("light", scale)
    years = ComboBox("Năm", [(str(year), str(year)) for year in range(2026, 2031)], "2027")
    qtbot.addWidget(years)
    years.ensurePolished()
    years.resize(years.sizeHint())
    wished = years.grab().toImage()
    years.resize(years.width() + 60, years.height())
    begin = (0, 0, wished.width() // 2, wished.height())
    assert wished.copy(*begin) == years.grab().toImage().copy(*begin)


def _nameless(root: QWidget) -> list[str]:
    bad = []
    for widget in root.findChildren(QWidget):
        if widget.objectName().startswith("qt_") or not widget.isVisibleTo(root):
            continue
        text = widget.text() if isinstance(widget, QAbstractButton) else ""
        wants = isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit | QComboBox) or (isinstance(widget, QAbstractButton) and not text)
        inside = isinstance(widget.parentWidget(), QComboBox)
        if wants and not inside and not widget.accessibleName():
            bad.append(f"{type(widget).__name__} in {type(widget.parentWidget()).__name__} ({widget.toolTip()})")
    return bad


@pytest.mark.parametrize(
    ("lang", "look"), [("vi", "light"), ("vi", "dark"), ("en", "light"), ("en", "dark"), ("stretch", "light"), ("stretch", "dark")]
)
def test_every_page_and_dialog_opens_and_its_controls_have_names(tmp_path: Path, lang: str, look: str) -> None:
    set_language(lang)
    theme.manager().apply(look)
    titles, nameless = [], []
    for title, shown in shots(tmp_path, size_at(1.25)):
        titles.append(title)
        assert not shown.grab().isNull()
        nameless += [f"{title}: {what}" for what in _nameless(shown)]
    assert not nameless, "\n".join(sorted(set(nameless)))
    assert len(titles) == len(set(titles)) >= 28


def test_every_dialog_is_on_the_tour() -> None:
    tour = (ROOT / "kh_desktop" / "ui" / "tour.py").read_text(encoding="utf-8")
    deeds = (ROOT / "kh_desktop" / "ui" / "plan_deeds.py").read_text(encoding="utf-8")
    for path in (ROOT / "kh_desktop" / "ui" / "dialogs").glob("*.py"):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef) and any(ast.unparse(b) == "Sheet" for b in node.bases):
                by_deed = {"SubmitDialog": "submit_dialog", "IssueDialog": "issue_dialog"}.get(node.name, node.name)
                assert by_deed in tour and node.name in tour + deeds, f"{node.name} is not on the tour"


@pytest.mark.parametrize(("lang", "scale"), [("vi", 100), ("en", 100), ("vi", 150), ("stretch", 100)])
def test_the_window_fits_the_commonest_office_screen(tmp_path: Path, lang: str, scale: int) -> None:
    """1366 × 768 at 125 %, with the taskbar: no page may push the window beyond it, at any font size."""
    set_language(lang)
    theme.manager().apply("light", scale)
    room = size_at(1.25)
    for title, shown in shots(tmp_path, room):
        if isinstance(shown, MainWindow):
            least = shown.minimumSizeHint()
            assert least.width() <= room.width() and least.height() <= room.height(), title
            assert shown.header.next.isHidden() or shown.header.next.geometry().right() <= shown.header.width(), title


# --- words


def test_english_is_complete() -> None:
    update = _updater()
    sources, done = update.sources(), update.read()
    missing = [text for text in sources if text not in done]
    assert not missing, f"{len(missing)} texts without a translation: run i18n/update.py\n" + "\n".join(missing[:20])
    wrong = [text for text in sources if update.placeholders(text) != update.placeholders(done[text])]
    assert not wrong, "other placeholders in the translation:\n" + "\n".join(wrong)


def test_the_extractor_sees_literals_only_where_they_are_marked() -> None:
    tree = ast.parse('tr("Lưu {name}", name=1); N_("Mở"); other("không")')
    assert list(_updater().literal_texts(tree)) == ["Lưu {name}", "Mở"]


def test_tr_takes_only_literals_or_marked_tables() -> None:
    """A text built at run time would never be translated."""
    for path in (ROOT / "kh_desktop" / "ui").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "tr":
                assert not isinstance(node.args[0], ast.JoinedStr | ast.BinOp), f"{path.name}:{node.lineno}"


def test_a_text_without_translation_stays_vietnamese(tmp_path: Path) -> None:
    path = tmp_path / "x.ts"
    path.write_text(
        "<TS><context><name>KH</name><message><source>Lưu {name}</source><translation>Save {name}</translation></message>"
        '<message><source>Mở</source><translation type="unfinished">Open</translation></message></context></TS>',
        encoding="utf-8",
    )
    translator = TsTranslator(path)
    assert not translator.isEmpty()
    assert translator.translate("KH", "Lưu {name}") == "Save {name}"
    assert translator.translate("KH", "Mở") is None
    assert tr("Câu này không có ở đâu cả: {n}", n=2) == "Câu này không có ở đâu cả: 2"


def test_stretched_texts_keep_their_placeholders() -> None:
    text = StretchTranslator().translate("KH", "Lưu {name}")
    assert text is not None and text.startswith("Lưu {name}·")
    assert StretchTranslator().translate("QDialog", "OK") is None


def test_help_pages_name_only_pictures_and_pages_that_exist() -> None:
    from kh_desktop.ui.dialogs.help import TOPIC_OF_PAGE, TOPICS

    folder = resource_path("help")
    names = [key for key, _words in TOPICS]
    assert {path.stem for path in folder.glob("*.md")} == set(names)
    assert set(TOPIC_OF_PAGE.values()) <= set(names)
    for path in folder.glob("*.md"):
        for target in re.findall(r"\]\(([^)]+)\)", path.read_text(encoding="utf-8")):
            assert (folder / target).is_file(), f"{path.name}: {target}"


# --- settings


@pytest.mark.parametrize("content", ["", "không phải JSON", "[]", '{"scale": "to", "page": 5, "unknown": 1}'])
def test_broken_settings_are_as_good_as_none(tmp_path: Path, content: str) -> None:
    path = tmp_path / "window.json"
    path.write_text(content, encoding="utf-8")
    assert SettingsStore(path).state == WindowState()


def test_settings_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "không có sẵn" / "window.json"
    SettingsStore(path).update(theme="dark", scale=125, plan_id=3)
    assert SettingsStore(path).state == WindowState(theme="dark", scale=125, plan_id=3)


def test_the_look_of_the_settings_is_used(tmp_path: Path) -> None:
    theme.manager().apply("dark", 150)
    session = open_session(tmp_path / "a.khdb")
    window = MainWindow(session, SettingsStore(tmp_path / "w.json"))
    assert theme.is_dark() and window.font().pointSizeF() == pytest.approx(15)
    window.close()
