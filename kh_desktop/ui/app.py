"""The composition root: application, look, language, workspace, window. Nothing else makes any of these."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QIcon
from PySide6.QtWidgets import QApplication

from kh_desktop import __version__
from kh_desktop.domain.errors import Exit, KhError, WorkspaceError
from kh_desktop.resources import resource_path
from kh_desktop.services import backups
from kh_desktop.services.places import SAMPLE_NAME, default_workspace, places, recalled, to_remember
from kh_desktop.services.session import Session, open_session
from kh_desktop.ui import theme
from kh_desktop.ui.commit import commit_editors
from kh_desktop.ui.crash import CrashGuard, left_behind, log_folder
from kh_desktop.ui.errors import show_error
from kh_desktop.ui.i18n import set_language, tr
from kh_desktop.ui.main_window import MainWindow
from kh_desktop.ui.running_mark import RunningMark
from kh_desktop.ui.settings_store import SettingsStore
from kh_desktop.ui.window_commands import FILES

if TYPE_CHECKING:
    from kh_desktop.ui.dialogs.workspace_problem import WayOn
    from kh_desktop.ui.doorbell import Doorbell

# How long after the window is there callers are answered, and how long a caller goes on trying at a workspace that is in use.
DOOR_MS, OPENING_SECONDS = 100, 1.0


def run(workspace: Path | None, *, given: bool = False) -> int:
    """Open the window on ``workspace`` (None: the one used last, else the usual place); the exit code of the program. ``given``: it is a
    file somebody opened: a running copy shows it, and a file that is not there is not made."""
    return main(sys.argv[:1], workspace, given=given)


def main(argv: list[str], workspace: Path | None, *, given: bool = False) -> int:
    """The program from start to end."""
    app = make_application(argv)
    settings, mark = SettingsStore(), RunningMark()
    if not places().portable:
        mark.set()
    program = Program(app, settings)
    crashed_before = left_behind(log_folder())
    program.guard.install()
    try:
        if not program.start(workspace, given=given):
            return int(Exit.DONE if program.is_open_elsewhere else Exit.WORKSPACE)
        if crashed_before and program.window is not None:
            program.window.add_banner(tr("Lần trước chương trình dừng đột ngột. Những gì đã lưu vẫn còn nguyên trong sổ."), "warning")
        code = app.exec()
        if program.window is not None:
            program.window.leave()
        return code
    finally:
        program.guard.remove()
        mark.remove()


def close_running() -> bool:
    """Ask the programs that run to close; whether none runs any more."""
    from PySide6.QtCore import QCoreApplication

    from kh_desktop.ui import doorbell

    app = QCoreApplication.instance() or QCoreApplication(sys.argv[:1])
    app.setApplicationName("KH Desktop")
    return doorbell.close_running()


def make_application(argv: list[str]) -> QApplication:
    """The Qt application with its names and icon; the running one when there is one (tests, tour)."""
    found = QApplication.instance()
    if isinstance(found, QApplication):
        app = found
    else:
        app = QApplication([*argv, "-style", theme.STYLE])
        app.setProperty("khStyle", theme.STYLE)
    app.setApplicationName("KH Desktop")
    app.setApplicationVersion(__version__)
    app.setWindowIcon(QIcon(str(resource_path("icons", "app.svg"))))
    return app


class Program(QObject):
    """One run of the program: which workspace is open and in which window."""

    def __init__(self, app: QApplication, settings: SettingsStore) -> None:
        super().__init__(app)
        self.app, self.settings = app, settings
        self.window: MainWindow | None = None
        self.is_open_elsewhere = False
        self._doorbells: list[Doorbell] = []
        self.guard = CrashGuard(log_folder(), self.show_crash, self)
        app.setQuitOnLastWindowClosed(False)
        self.apply_look()

    def apply_look(self) -> None:
        """Theme, font size and language of the settings."""
        state = self.settings.state
        set_language(state.language)
        theme.manager().apply(state.theme, state.scale)

    def start(self, workspace: Path | None, *, given: bool = False) -> bool:
        """Open the first workspace; False when the person gave up, or when a running copy shows it."""
        if given and workspace is not None and (_ring(workspace) or _hand_over(workspace)):
            self.is_open_elsewhere = True
            return False
        if workspace is not None:
            return self.open(workspace, missing="workspace.missing" if given else "")
        return self.open_own()

    def open_own(self) -> bool:
        """The workspace opened last; the usual one, made when it is not there yet, where no other was."""
        remembered = self.settings.state.workspace
        # A drive that is not plugged in must not look like an empty workspace.
        return self.open(recalled(remembered), missing="workspace.gone" if remembered else "")

    def open(self, path: Path, *, missing: str = "") -> bool:
        """Open ``path`` in a new window, asking how to go on where it cannot be opened; False when the person gave up. ``missing``: what to
        say when there is no such file; "" makes one."""
        session = self.open_somehow(path, missing)
        if session is None:
            return False
        if session.path.stem != SAMPLE_NAME:
            self.settings.update(workspace=to_remember(session.path))
        self.show_window(session)
        return True

    def open_somehow(self, path: Path, missing: str = "") -> Session | None:
        """The session, after as many questions as it takes; None when the person leaves."""
        read_only = False
        while True:
            try:
                if missing and not path.is_file():
                    raise WorkspaceError(missing, path=path)
                return open_session(path, read_only=read_only)
            except (WorkspaceError, KhError) as error:
                problem: KhError = error
                if self.window is None and error.code == "workspace.locked" and _ring(path, OPENING_SECONDS):
                    self.is_open_elsewhere = True
                    return None
            except OSError:
                problem = KhError("file.no_access", path=path)
            from kh_desktop.ui.dialogs.workspace_problem import WayOn

            way = self.ask_way(problem, path)
            if way is WayOn.LEAVE:
                return None
            read_only = way is WayOn.READ_ONLY
            chosen = self._chosen(way, path)
            if chosen is not None:
                path, missing = chosen, ""

    def _chosen(self, way: WayOn, path: Path) -> Path | None:
        """Another workspace to open after a question; None: the same again."""
        from kh_desktop.ui.dialogs.workspace_problem import WayOn

        if way is WayOn.RESTORE:
            self.restore_closed(path)
        if way is WayOn.CHOOSE:
            return self.choose_file(path)
        if way is WayOn.NEW:
            return self.name_file(path)
        return default_workspace() if way is WayOn.USUAL else None

    def ask_way(self, error: KhError, path: Path) -> WayOn:
        """The dialog for a workspace that cannot be opened."""
        from kh_desktop.ui.dialogs.workspace_problem import WorkspaceProblem

        dialog = WorkspaceProblem(error, str(path), has_backups=bool(_backups(path)), has_usual=_has_usual(path), parent=self.window)
        dialog.exec()
        return dialog.choice

    def choose_file(self, path: Path) -> Path | None:
        """Another workspace file that is there."""
        from PySide6.QtWidgets import QFileDialog

        name, _kind = QFileDialog.getOpenFileName(self.window, tr("Mở sổ kế hoạch"), str(path.parent), tr("Sổ kế hoạch") + FILES)
        return Path(name) if name else None

    def name_file(self, path: Path) -> Path | None:
        """Where a new workspace shall be; one that is there already is opened, never written over."""
        from PySide6.QtWidgets import QFileDialog

        start = str(path.with_name(tr("Sổ kế hoạch mới") + ".khdb"))
        keep = QFileDialog.Option.DontConfirmOverwrite
        name, _kind = QFileDialog.getSaveFileName(self.window, tr("Tạo sổ mới"), start, tr("Sổ kế hoạch") + FILES, options=keep)
        return Path(name if name.lower().endswith(".khdb") else f"{name}.khdb") if name else None

    def restore_closed(self, path: Path) -> bool:
        """Choose a backup and put it in the place of the closed workspace."""
        from kh_desktop.ui.dialogs.restore import RestoreDialog

        dialog = RestoreDialog(_backups(path), parent=self.window)
        if not dialog.exec():
            return False
        try:
            backups.restore(path, dialog.backup().path)
        except KhError as error:
            show_error(self.window, error)
            return False
        return True

    # --- windows

    def show_window(self, session: Session) -> MainWindow:
        """A window for the session in place of the present one."""
        old, window = self.window, MainWindow(session, self.settings)
        self.window = window
        window.closed.connect(self.app.quit)
        window.workspace_wanted.connect(self.switch)
        window.sample_wanted.connect(self.open_sample)
        window.restore_wanted.connect(self.restore)
        window.move_wanted.connect(self.move)
        window.look_changed.connect(self.rebuild)
        window.show()
        # The network of Qt is loaded for it, while the person looks at the window.
        QTimer.singleShot(DOOR_MS, self, self._answer_door)
        if old is not None:
            old.hide()
            old.deleteLater()
        return window

    def _answer_door(self) -> None:
        """Whoever starts the program again gets this window; the installer may ask it to close."""
        if self.window is None:
            return
        for old in self._doorbells:
            old.remove()
            old.deleteLater()
        from kh_desktop.ui.doorbell import Doorbell, program_door, workspace_door

        self._doorbells = [Doorbell(workspace_door(self.window.session.path), self), Doorbell(program_door(), self, steals=False)]
        for bell in self._doorbells:
            bell.rung.connect(self._come_up)
            bell.open_wanted.connect(self.offer)
            bell.close_wanted.connect(self.leave)

    def _come_up(self) -> None:
        if self.window is not None:
            self.window.come_up()

    def leave(self) -> None:
        """Close in order: commit what is being typed, back up, end; also from beside the clock."""
        if self.window is not None:
            self.window.leave()

    def offer(self, path: Path) -> None:
        """Somebody opened a workspace file while this window runs: ask whether to change to it. A line is left while a dialog is open."""
        window = self.window
        if window is None:
            return
        window.come_up()
        if path == window.session.path:
            return
        if QApplication.activeModalWidget() is None:
            QTimer.singleShot(0, self, lambda: self.ask_to_open(path))
        else:
            banner = window.add_banner(tr("Có người mở sổ: {path}", path=path), "info")
            banner.add_action(tr("Mở sổ này"), lambda: self.switch(path, missing="workspace.missing"))

    def ask_to_open(self, path: Path) -> None:
        """Change to another workspace when the person says so."""
        from kh_desktop.ui.dialogs.base import ask

        words = tr("{path}\nSổ đang mở được lưu và đóng lại trước; mở lại lúc nào cũng được.", path=path)
        if ask(tr("Mở sổ “{name}”?", name=path.stem), words, tr("Mở sổ này"), keep=tr("Ở lại sổ đang mở"), parent=self.window):
            self.switch(path, missing="workspace.missing")

    def rebuild(self) -> None:
        """The same workspace in a window of the new look."""
        old = self.window
        if old is None:
            return
        old.release()
        self.apply_look()
        window = self.show_window(old.session)
        window.take_reading(old)
        window.show_page(old.page_id)

    def switch(self, path: Path | None, *, missing: str = "") -> None:
        """Close this workspace and open another (None: that of the office, from the sample); the old one again when that fails."""
        if self.window is not None and not self.window.may_leave_reading():
            return
        old = self._close()
        if not (self.open(path, missing=missing) if path is not None else self.open_own()) and not self.open(old):
            self.app.quit()

    def move(self) -> None:
        """Move the open workspace to another folder: it is closed first, and opened where it is then."""
        assert self.window is not None
        from PySide6.QtWidgets import QFileDialog

        folder = QFileDialog.getExistingDirectory(self.window, tr("Chọn thư mục sẽ chứa sổ kế hoạch"), str(self.window.session.path.parent))
        target = Path(folder) / self.window.session.path.name
        if not folder or not self.may_move(target):
            return
        from kh_desktop.services.moving import move_workspace

        source, kept = self._close(), None
        try:
            kept = move_workspace(source, target)
        except KhError as error:
            show_error(self.window, error)
        if not self.open(target if kept else source):
            self.app.quit()
        elif kept is not None:
            words = tr("Sổ đã ở nơi mới. Tệp cũ được giữ lại, không xóa: {path}", path=kept)
            banner = self.window.add_banner(words, "done")
            banner.add_action(tr("Mở thư mục cũ"), lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(kept.parent))))

    def may_move(self, target: Path) -> bool:
        """Whether the person wants the workspace there."""
        from kh_desktop.ui.dialogs.base import ask

        words = tr(
            "Nơi mới: {path}\nChương trình chép sổ, so lại với sổ cũ, rồi mở sổ ở nơi mới và nhớ nơi ấy. "
            "Tệp cũ được giữ lại cùng các bản sao lưu trước đây; bản sao lưu mới nằm cạnh sổ ở nơi mới.",
            path=target,
        )
        return ask(tr("Chuyển sổ kế hoạch?"), words, tr("Chuyển sổ"), parent=self.window)

    def open_sample(self) -> None:
        """The sample workspace, made when it is not there yet; the workspace of the office is closed meanwhile."""
        path = default_workspace().parent / f"{SAMPLE_NAME}.khdb"
        new = not path.is_file()
        self.switch(path)
        window = self.window
        if new and window is not None and window.session.path == path:
            from kh_desktop.services.sample import make_sample

            make_sample(window.session)
            window.show_page("home")

    def restore(self) -> None:
        """Restore a backup of the open workspace: it is closed first and opened again."""
        path = self._close()
        self.restore_closed(path)
        if not self.open(path):
            self.app.quit()

    def _close(self) -> Path:
        assert self.window is not None
        commit_editors(self.window)
        session = self.window.session
        self.window.release()
        session.close()
        return session.path

    # --- faults

    def show_crash(self, report: str) -> None:
        """The crash dialog; "close" closes the window in order."""
        from kh_desktop.ui.dialogs.crash import CrashDialog

        dialog = CrashDialog(report, log_folder(), self.window)
        dialog.exec()
        if dialog.closing:
            if self.window is not None:
                self.window.leave()
            self.app.quit()


def _ring(path: Path, seconds: float = 0.0) -> bool:
    """Whether a window of this machine that has the workspace open was called up; one that is just opening is given ``seconds``."""
    from kh_desktop.ui.doorbell import ring

    return ring(path, seconds)


def _hand_over(path: Path) -> bool:
    """Whether a running window was asked to show the workspace."""
    from kh_desktop.ui.doorbell import hand_over

    return hand_over(path)


def _has_usual(path: Path) -> bool:
    usual = default_workspace()
    return usual != path and usual.is_file()


def _backups(path: Path) -> list[backups.Backup]:
    try:
        return backups.list_backups(path)
    except (KhError, OSError):
        return []
