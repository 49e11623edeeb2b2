"""The composition root: application, look, language, workspace, window. Nothing else makes any of these."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog

from kh_desktop import __version__
from kh_desktop.domain.errors import Exit, KhError, WorkspaceError
from kh_desktop.resources import resource_path
from kh_desktop.services import backups
from kh_desktop.services.places import default_workspace
from kh_desktop.services.sample import SAMPLE_NAME, make_sample
from kh_desktop.services.session import Session, open_session
from kh_desktop.ui import theme
from kh_desktop.ui.commit import commit_editors
from kh_desktop.ui.crash import CrashGuard, left_behind, log_folder
from kh_desktop.ui.errors import show_error
from kh_desktop.ui.i18n import set_language, tr
from kh_desktop.ui.main_window import MainWindow
from kh_desktop.ui.settings_store import SettingsStore
from kh_desktop.ui.window_commands import FILES

if TYPE_CHECKING:
    from kh_desktop.ui.dialogs.workspace_problem import WayOn
    from kh_desktop.ui.doorbell import Doorbell



def run(workspace: Path | None) -> int:
    """Open the window on ``workspace`` (None: the one used last, else the usual place); the exit code of the program."""
    return main(sys.argv[:1], workspace)


def main(argv: list[str], workspace: Path | None) -> int:
    """The program from start to end."""
    app = make_application(argv)
    settings = SettingsStore()
    program = Program(app, settings)
    crashed_before = left_behind(log_folder())
    program.guard.install()
    try:
        if not program.start(workspace):
            return int(Exit.DONE if program.is_open_elsewhere else Exit.WORKSPACE)
        if crashed_before and program.window is not None:
            program.window.add_banner(tr("Lần trước chương trình dừng đột ngột. Những gì đã lưu vẫn còn nguyên trong sổ."), "warning")
        code = app.exec()
        if program.window is not None:
            program.window.leave()
        return code
    finally:
        program.guard.remove()


def make_application(argv: list[str]) -> QApplication:
    """The Qt application with its names and icon; the running one when there is one (tests, tour)."""
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else QApplication(argv)
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
        self._doorbell: Doorbell | None = None
        self.guard = CrashGuard(log_folder(), self.show_crash, self)
        app.setQuitOnLastWindowClosed(False)
        self.apply_look()

    def apply_look(self) -> None:
        """Theme, font size and language of the settings."""
        state = self.settings.state
        set_language(state.language)
        theme.manager().apply(state.theme, state.scale)

    def start(self, workspace: Path | None) -> bool:
        """Open the first workspace; False when the person gave up."""
        remembered = Path(self.settings.state.workspace) if self.settings.state.workspace else None
        if remembered is not None and not remembered.is_file():
            remembered = None
        return self.open(workspace or remembered or default_workspace())

    def open(self, path: Path) -> bool:
        """Open ``path`` in a new window, asking how to go on where it cannot be opened; False when the person gave up."""
        session = self.open_somehow(path)
        if session is None:
            return False
        usual = session.path == default_workspace() or session.path.stem == SAMPLE_NAME
        self.settings.update(workspace="" if usual else str(session.path))
        self.show_window(session)
        return True

    def open_somehow(self, path: Path) -> Session | None:
        """The session, after as many questions as it takes; None when the person leaves."""
        read_only = False
        while True:
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
                return open_session(path, read_only=read_only)
            except (WorkspaceError, KhError) as error:
                problem: KhError = error
                if self.window is None and error.code == "workspace.locked" and _ring(path):
                    self.is_open_elsewhere = True
                    return None
            except OSError:
                problem = KhError("file.no_access", path=path)
            from kh_desktop.ui.dialogs.workspace_problem import WayOn

            way = self.ask_way(problem, path)
            read_only = way is WayOn.READ_ONLY
            if way is WayOn.LEAVE:
                return None
            if way is WayOn.CHOOSE:
                path = self.choose_file(path) or path
            if way is WayOn.NEW:
                path = self.name_file(path) or path
            if way is WayOn.RESTORE:
                self.restore_closed(path)

    def ask_way(self, error: KhError, path: Path) -> WayOn:
        """The dialog for a workspace that cannot be opened."""
        from kh_desktop.ui.dialogs.workspace_problem import WorkspaceProblem

        dialog = WorkspaceProblem(error, str(path), has_backups=bool(_backups(path)), parent=self.window)
        dialog.exec()
        return dialog.choice

    def choose_file(self, path: Path) -> Path | None:
        """Another workspace file that is there."""
        name, _kind = QFileDialog.getOpenFileName(self.window, tr("Mở sổ kế hoạch"), str(path.parent), tr("Sổ kế hoạch") + FILES)
        return Path(name) if name else None

    def name_file(self, path: Path) -> Path | None:
        """Where a new workspace shall be; one that is there already is opened, never written over."""
        start = str(path.with_name(tr("Sổ kế hoạch mới") + ".khdb"))
        keep = QFileDialog.Option.DontConfirmOverwrite
        name, _kind = QFileDialog.getSaveFileName(self.window, tr("Tạo sổ mới"), start, tr("Sổ kế hoạch") + FILES, options=keep)
        return Path(name if name.lower().endswith(".khdb") else f"{name}.khdb") if name else None

    def restore_closed(self, path: Path) -> bool:
        """Choose a backup and put it in the place of the closed workspace."""
        from kh_desktop.ui.dialogs.restore import RestoreDialog

        dialog = RestoreDialog(_backups(path), parent=self.window)
        if dialog.exec() != QDialog.DialogCode.Accepted:
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
        window.look_changed.connect(self.rebuild)
        window.show()
        self._answer_door(session.path)
        if old is not None:
            old.hide()
            old.deleteLater()
        return window

    def _answer_door(self, path: Path) -> None:
        """Whoever starts the program again on the same workspace gets this window."""
        if self._doorbell is not None:
            self._doorbell.remove()
            self._doorbell.deleteLater()
        from kh_desktop.ui.doorbell import Doorbell

        self._doorbell = Doorbell(path, self)
        self._doorbell.rung.connect(self._come_up)

    def _come_up(self) -> None:
        if self.window is not None:
            self.window.come_up()

    def rebuild(self) -> None:
        """The same workspace in a window of the new look."""
        old = self.window
        if old is None:
            return
        old.release()
        self.apply_look()
        self.show_window(old.session).show_page(old.page_id)

    def switch(self, path: Path | None) -> None:
        """Close this workspace and open another (None: the usual one); the old one again when that fails."""
        old = self._close()
        if not self.open(path or default_workspace()) and not self.open(old):
            self.app.quit()

    def open_sample(self) -> None:
        """The sample workspace, made when it is not there yet; the workspace of the office is closed meanwhile."""
        path = default_workspace().parent / f"{SAMPLE_NAME}.khdb"
        new = not path.is_file()
        self.switch(path)
        window = self.window
        if new and window is not None and window.session.path == path:
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


def _ring(path: Path) -> bool:
    """Whether a window of this machine that has the workspace open was called up."""
    from kh_desktop.ui.doorbell import ring

    return ring(path)


def _backups(path: Path) -> list[backups.Backup]:
    try:
        return backups.list_backups(path)
    except (KhError, OSError):
        return []
