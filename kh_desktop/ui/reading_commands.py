"""What the window does around "Mở kế hoạch có sẵn": opening it, files dropped on the window, the way back, what is said when it is done."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from kh_desktop.services.session import Session
from kh_desktop.ui.dialogs.base import ask
from kh_desktop.ui.i18n import tr
from kh_desktop.ui.widgets import Banner

if TYPE_CHECKING:
    from kh_desktop.ui.importing import ImportPage


def may_drop_reading(parent: QWidget) -> bool:
    """Whether corrections of a plan that is not in the workspace yet may be given up."""
    words = tr("Các chỗ đã chỉnh của kế hoạch đang xem lại sẽ bị bỏ. Tệp gốc và sổ không thay đổi.")
    return ask(tr("Thôi xem lại kế hoạch này?"), words, tr("Bỏ"), keep=tr("Ở lại"), danger=True, parent=parent)


def may_freeze_reading(parent: QWidget, left: int) -> bool:
    """Whether an issued plan may go into the workspace although nobody has looked at ``left`` doubtful places of it."""
    words = tr("Kế hoạch đã ban hành vào sổ rồi thì nội dung không sửa được nữa; chỉ lập được bản sửa đổi.")
    return ask(tr("Còn {count} chỗ chưa xem lại", count=left), words, tr("Đưa vào sổ"), keep=tr("Xem tiếp"), parent=parent)


class ReadingCommands(QMainWindow):
    """Handlers about plans that are read from files; the window gives its pages."""

    session: Session
    page_id: str
    _reading_banner: Banner | None = None
    _imported_banner: Banner | None = None
    _imported_step: object | None = None

    def show_page(self, page_id: str) -> None:
        """Turn to a page."""
        raise NotImplementedError

    def open_plan(self, plan_id: int, page_id: str = "plan", anchor: str = "") -> None:
        """Turn to a plan."""
        raise NotImplementedError

    def page(self, page_id: str) -> QWidget:
        """The page, built when it is first asked for."""
        raise NotImplementedError

    def built_page(self, page_id: str) -> QWidget | None:
        """The page if it was built already."""
        raise NotImplementedError

    def add_banner(self, text: str, kind: str = "info", *, closable: bool = True) -> Banner:
        """A line under the header."""
        raise NotImplementedError

    def _reading_page(self) -> ImportPage | None:
        return cast("ImportPage | None", self.built_page("import"))

    # --- opening

    def import_plan(self) -> None:
        """Mở kế hoạch có sẵn: to the page; a file is asked for unless one is being looked at."""
        page = self._reading_page()
        self.forget_imported()
        if page is not None and page.is_unsaved and self.page_id != "import":
            self.show_page("import")
            return
        self.show_page("import")
        cast("ImportPage", self.page("import")).ask_file()

    def paste_plan(self) -> None:
        """Dán kế hoạch: what was copied in Word or on a web page."""
        self.forget_imported()
        self.show_page("import")
        cast("ImportPage", self.page("import")).paste()

    def open_plan_file(self, path: Path) -> None:
        """Read a file somebody dropped on the window."""
        self.forget_imported()
        self.show_page("import")
        cast("ImportPage", self.page("import")).open_file(path)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        """One file may be dropped anywhere on the window."""
        urls = event.mimeData().urls()
        if len(urls) == 1 and urls[0].isLocalFile() and not self.session.read_only:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        path = Path(event.mimeData().urls()[0].toLocalFile())
        event.acceptProposedAction()
        self.come_up()
        self.open_plan_file(path)

    def come_up(self) -> None:
        """Show the window in front of the others."""
        raise NotImplementedError

    def take_reading(self, other: ReadingCommands) -> None:
        """Go on with what was being looked at in another window of this program."""
        page = other._reading_page()
        if page is not None and page.work is not None:
            cast("ImportPage", self.page("import")).take_work(page.work)

    # --- undoing on the page itself

    def local_steps(self) -> tuple[bool, bool] | None:
        """Whether the page has something of its own to undo and redo; None when the steps of the workspace count."""
        page = self._reading_page()
        return page.local_steps() if page is not None and self.page_id == "import" else None

    def undo_here(self, *, redo: bool = False) -> bool:
        """Undo (or redo) on the page itself; whether it has steps of its own."""
        page = self._reading_page()
        if self.local_steps() is None or page is None:
            return False
        if redo:
            page.redo()
        else:
            page.undo()
        return True

    # --- what is not in the workspace yet, and what is

    def remind_of_reading(self) -> None:
        """On other pages a line says that a plan waits to be looked at, with the way back."""
        page = self._reading_page()
        waits = page is not None and page.is_unsaved and self.page_id != "import"
        if self._reading_banner is not None and not waits:
            self._reading_banner.hide()
            self._reading_banner.deleteLater()
            self._reading_banner = None
        elif waits and page is not None and self._reading_banner is None:
            words = tr("Kế hoạch đọc từ “{name}” chưa đưa vào sổ; các chỗ đã chỉnh vẫn còn.", name=page.name)
            banner = self.add_banner(words, "warning", closable=False)
            banner.add_action(tr("Xem tiếp"), lambda: self.show_page("import"))
            banner.add_action(tr("Bỏ"), self._give_up_reading)
            self._reading_banner = banner

    def _give_up_reading(self) -> None:
        page = self._reading_page()
        if page is not None and (page.work is None or not page.work.touched or may_drop_reading(self)):
            page.drop()

    def may_leave_reading(self) -> bool:
        """Whether the window may be closed: asked only when somebody corrected something that is not in the workspace."""
        page = self._reading_page()
        if page is None or page.work is None or not page.work.touched:
            return True
        title = tr("Đóng khi kế hoạch đang xem lại chưa đưa vào sổ?")
        words = tr("Các chỗ đã chỉnh sẽ mất; lần sau phải mở lại tệp gốc. Tệp gốc và sổ không thay đổi.")
        return ask(title, words, tr("Đóng"), keep=tr("Ở lại"), danger=True, parent=self)

    def say_imported(self, plan_id: int, name: str) -> None:
        """The plan is in the workspace: go there, say so, offer the way back and the next step."""
        self.forget_imported()
        self._imported_step = self.session.newest_step
        self.open_plan(plan_id)
        page = self._reading_page()
        kept = page is not None and page.saved_work is not None and page.saved_work.path is not None
        words = [tr("Đã đưa kế hoạch vào sổ.")]
        if kept:
            words = [tr("Đã đưa kế hoạch vào sổ, tệp gốc “{name}” được giữ kèm (Kế hoạch › Bản đã ký, tệp gốc).", name=name)]
        left = page.left_open if page is not None else 0
        if left:
            words.append(tr("Còn {count} chỗ chưa xem lại.", count=left))
        banner = self.add_banner(" ".join(words), "warning" if left else "done")
        banner.add_action(tr("Lập kế hoạch năm sau"), lambda: self._after_import("next_year"))
        banner.add_action(tr("Xem lại") if left else tr("Hoàn tác"), lambda: self._after_import("undo"))
        self._imported_banner = banner

    def _after_import(self, command_id: str) -> None:
        still = self._imported_step is self.session.newest_step
        self.forget_imported()
        if command_id != "undo":
            self.run_named(command_id)
        elif still:
            self.run_named("undo")
            self._review_again()

    def _review_again(self) -> None:
        """What was put into the workspace too early stands on the page again, as it was."""
        page = self._reading_page()
        if page is not None and page.saved_work is not None and not page.is_unsaved:
            page.take_work(page.saved_work)
            self.show_page("import")

    def run_named(self, command_id: str) -> None:
        """Do a command as if it were chosen in a menu."""
        raise NotImplementedError

    def forget_imported(self) -> None:
        """What was said about the last plan that came in is over."""
        if self._imported_banner is not None:
            self._imported_banner.hide()
            self._imported_banner.deleteLater()
            self._imported_banner = None

    def check_imported(self) -> None:
        """After a change: the way back is offered only as long as nothing newer was done."""
        if self._imported_banner is not None and self._imported_step is not self.session.newest_step:
            self.forget_imported()
