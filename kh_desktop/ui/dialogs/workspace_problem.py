"""When the workspace cannot be opened: what happened and the ways on."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtWidgets import QWidget

from kh_desktop.domain.errors import KhError
from kh_desktop.ui.dialogs.base import Sheet
from kh_desktop.ui.errors import error_sentence
from kh_desktop.ui.i18n import tr
from kh_desktop.ui.widgets import Banner, plain_button, primary_button
from kh_desktop.ui.words import moment_of_iso


class WayOn(StrEnum):
    """What a person chose."""

    READ_ONLY = "read_only"
    RETRY = "retry"
    USUAL = "usual"
    CHOOSE = "choose"
    NEW = "new"
    RESTORE = "restore"
    LEAVE = "leave"


def ways_for(code: str, *, has_backups: bool, has_usual: bool = False) -> tuple[WayOn, ...]:
    """The ways that make sense for a failure, the safest first."""
    name = code.rpartition(".")[2]
    ways = [WayOn.READ_ONLY, WayOn.RETRY] if name == "locked" else []
    if name in ("damaged", "not_ours", "cannot_open") and has_backups:
        ways.append(WayOn.RESTORE)
    if name == "read_only":
        ways.append(WayOn.READ_ONLY)
    if name in ("gone", "missing") or code == "portable.read_only":
        ways.append(WayOn.RETRY)
    if has_usual:
        ways.append(WayOn.USUAL)
    return (*ways, WayOn.CHOOSE, WayOn.NEW)


def problem_words(error: KhError) -> str:
    """What happened and what to do; who holds a locked workspace, with the time in the language of the window."""
    if error.code.rpartition(".")[2] != "locked":
        return error_sentence(error)
    if error.params.get("here"):
        return tr(
            "Chương trình đang mở sổ này ở một cửa sổ khác trên máy này. Hãy quay lại cửa sổ đó, "
            "hoặc mở thêm ở đây chỉ để đọc. Dữ liệu trong sổ vẫn còn nguyên."
        )
    since = str(error.params.get("since") or "")
    params = {**error.params, "at": moment_of_iso(since)} if since else error.params
    return error_sentence(KhError(error.code, **params))


class WorkspaceProblem(Sheet):
    """One sentence and a button for each way, one below the other; closing leaves the program."""

    def __init__(self, error: KhError, place: str, *, has_backups: bool, has_usual: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(tr("Chưa mở được sổ kế hoạch"), place, width=620, parent=parent)
        self.choice = WayOn.LEAVE
        self.body.addWidget(Banner(problem_words(error), "warning"))
        words = {
            WayOn.READ_ONLY: tr("Mở chỉ để đọc"),
            WayOn.RETRY: tr("Thử lại"),
            WayOn.RESTORE: tr("Phục hồi bản sao lưu…"),
            WayOn.USUAL: tr("Mở sổ thường dùng"),
            WayOn.CHOOSE: tr("Mở sổ khác…"),
            WayOn.NEW: tr("Tạo sổ mới…"),
        }
        for index, way in enumerate(ways_for(error.code, has_backups=has_backups, has_usual=has_usual)):
            button = primary_button(words[way], parent=self) if index == 0 else plain_button(words[way], parent=self)
            button.clicked.connect(lambda _checked=False, chosen=way: self._choose(chosen))
            self.body.addWidget(button)
        self.add_close(tr("Thoát"))

    def _choose(self, way: WayOn) -> None:
        self.choice = way
        self.accept()
