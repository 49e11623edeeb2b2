"""Our Vietnamese for Qt's own words: every entry is one Qt really asks for, and the compiled file answers."""

from __future__ import annotations

import re
import subprocess
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import PySide6
import pytest
from PySide6.QtCore import QLibraryInfo, QTranslator

from kh_desktop.resources import i18n_path

Entry = tuple[str, str, str, str]  # context, source, comment, translation


def _entries() -> Iterator[Entry]:
    for context in ET.parse(i18n_path("qtbase_vi.ts")).getroot().iter("context"):
        for message in context.iter("message"):
            yield (
                context.findtext("name", ""),
                message.findtext("source", ""),
                message.findtext("comment", ""),
                message.findtext("translation", ""),
            )


@pytest.fixture(scope="module")
def shipped() -> list[QTranslator]:
    """The translations Qt ships: what they know is what Qt asks for."""
    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    found = []
    for path in sorted(folder.glob("qtbase_*.qm")):
        translator = QTranslator()
        if translator.load(str(path)):
            found.append(translator)
    return found


@pytest.fixture(scope="module")
def vietnamese(tmp_path_factory: pytest.TempPathFactory) -> QTranslator:
    compiled = tmp_path_factory.mktemp("i18n") / "qtbase_vi.qm"
    tool = next(path for path in Path(PySide6.__file__).parent.glob("lrelease*") if path.stem == "lrelease")
    subprocess.run([tool, "-silent", i18n_path("qtbase_vi.ts"), "-qm", compiled], check=True, capture_output=True)
    translator = QTranslator()
    assert translator.load(str(compiled))
    return translator


def test_every_entry_is_one_qt_asks_for(shipped: list[QTranslator]) -> None:
    assert len(shipped) > 10
    unknown = [
        (context, source)
        for context, source, comment, _ in _entries()
        if not any(translator.translate(context, source, comment or None) for translator in shipped)
    ]
    assert unknown == []


def test_entries_are_well_formed() -> None:
    entries = list(_entries())
    assert len(entries) > 400
    assert len({entry[:3] for entry in entries}) == len(entries)
    for context, source, _, translation in entries:
        where = f"{context}: {source}"
        assert translation, where
        assert sorted(re.findall(r"%\d", source)) == sorted(re.findall(r"%\d", translation)), where
        assert len(re.findall(r"&\w", source)) == len(re.findall(r"&\w", translation)), where
        assert source.count("\n") == translation.count("\n"), where
        for mark in (":", "...", " "):
            assert source.endswith(mark) is translation.endswith(mark), where


@pytest.mark.parametrize(
    ("context", "source", "expected"),
    [
        ("QPlatformTheme", "OK", "Đồng ý"),
        ("QPlatformTheme", "Cancel", "Hủy"),
        ("QPlatformTheme", "&Yes", "&Có"),
        ("QPlatformTheme", "&No", "&Không"),
        ("QPlatformTheme", "Save", "Lưu"),
        ("QPlatformTheme", "Close", "Đóng"),
        ("QPlatformTheme", "Discard", "Không lưu"),
        ("QLineEdit", "&Copy", "&Sao chép"),
        ("QLineEdit", "&Paste", "&Dán"),
        ("QWidgetTextControl", "Select All", "Chọn tất cả"),
        ("QPrintDialog", "Print", "In"),
        ("QPrintPreviewDialog", "Print Preview", "Xem trước khi in"),
        ("QFileDialog", "File &name:", "&Tên tệp:"),
        ("QShortcut", "Left", "Mũi tên trái"),
    ],
)
def test_key_words_come_out_in_vietnamese(vietnamese: QTranslator, context: str, source: str, expected: str) -> None:
    assert vietnamese.translate(context, source) == expected


def test_the_compiled_file_answers_every_entry(vietnamese: QTranslator) -> None:
    for context, source, comment, translation in _entries():
        assert vietnamese.translate(context, source, comment or None) == translation
