"""One table of what can be done: menus, tooltips and the printable key card are all made from it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from kh_desktop.ui.commit import commit_editors
from kh_desktop.ui.i18n import N_, tr
from kh_desktop.ui.icons import icon


@dataclass(frozen=True, slots=True)
class Command:
    """One thing the window can do. ``handler`` names a method of the window; ``scope``: "" always, "plan" needs a plan,
    "write" needs a workspace that can be written, "plan write" both. ``keys``: shown only, the field or table with the focus hears them."""

    id: str
    text: str
    menu: str
    shortcut: str = ""
    icon: str = ""
    tip: str = ""
    handler: str = ""
    scope: str = ""
    needs_commit: bool = True
    line_after: bool = False
    keys: str = ""


MENUS: dict[str, str] = {"file": N_("&Tệp"), "edit": N_("&Sửa"), "plan": N_("&Kế hoạch"), "view": N_("&Xem"), "help": N_("Trợ &giúp")}

COMMANDS: tuple[Command, ...] = (
    Command("new_plan", N_("Soạn kế hoạch mới"), "file", "Ctrl+N", "plus", N_("Kế hoạch của năm tới, từ mẫu có sẵn"), "new_plan", "write"),
    Command("import_plan", N_("Mở kế hoạch có sẵn (Word, PDF, Excel)…"), "file", "Ctrl+O", "import",
            N_("Đọc kế hoạch đã ban hành vào sổ"), "import_plan", "write"),
    Command("paste_plan", N_("Dán kế hoạch"), "file", "", "paste", N_("Đọc kế hoạch vừa sao chép ở Word, trang web"),
            "paste_plan", "write", line_after=True),
    Command("open_workspace", N_("Mở sổ khác…"), "file", "", "open", N_("Mở sổ kế hoạch ở nơi khác"), "open_workspace"),
    Command(
        "move_workspace", N_("Chuyển sổ sang nơi khác…"), "file", "", "folder", N_("Sang thư mục, ổ đĩa khác; tệp cũ được giữ lại"),
        "move_workspace", "write", line_after=True,
    ),  # fmt: skip
    Command("save", N_("Lưu"), "file", "Ctrl+S", "save", N_("Mọi thứ được lưu ngay khi gõ xong một ô"), "say_saved"),
    Command("print", N_("Xem và in…"), "file", "Ctrl+P", "print", N_("Xem từng trang như khi in"), "print_plan", "plan"),
    Command("export_pdf", N_("Xuất PDF…"), "file", "Ctrl+Shift+P", "pdf", N_("Tệp để ký, để gửi"), "export_pdf", "plan"),
    Command("export_word", N_("Xuất Word…"), "file", "Ctrl+Shift+W", "word", N_("Tệp để sửa tiếp bằng Word"), "export_word", "plan"),
    Command("export_excel", N_("Xuất Excel…"), "file", "Ctrl+Shift+E", "excel", N_("Phụ lục"), "export_excel", "plan", line_after=True),
    Command("backup", N_("Sao lưu ngay"), "file", "", "database", N_("Cất một bản sao của sổ"), "backup_now", "write", line_after=True),
    Command("quit", N_("Thoát"), "file", "Ctrl+Q", "", N_("Mọi thứ đã được lưu sẵn"), "leave"),
    Command("undo", N_("Hoàn tác"), "edit", "Ctrl+Z", "undo", N_("Trở lại trước việc vừa làm"), "undo", "write"),
    Command("redo", N_("Làm lại"), "edit", "Ctrl+Y", "redo", N_("Làm lại việc vừa hoàn tác"), "redo", "write", line_after=True),
    Command("cut", N_("Cắt"), "edit", "", "", N_("Chữ hoặc ô đang chọn"), "cut", needs_commit=False, keys="Ctrl+X"),
    Command("copy", N_("Chép"), "edit", "", "copy", N_("Chữ hoặc ô đang chọn"), "copy", needs_commit=False, keys="Ctrl+C"),
    Command("paste", N_("Dán"), "edit", "", "paste", N_("Vào chỗ con trỏ hoặc từ ô đang chọn"), "paste", needs_commit=False,
            line_after=True, keys="Ctrl+V"),  # fmt: skip
    Command("find", N_("Tìm trong bảng…"), "edit", "", "", N_("Chữ trong bảng nhiệm vụ"), "find_here", needs_commit=False, keys="Ctrl+F"),
    Command("replace", N_("Tìm và thay…"), "edit", "", "", N_("Thay chữ trong bảng nhiệm vụ"), "replace_here", needs_commit=False,
            line_after=True, keys="Ctrl+H"),  # fmt: skip
    Command("search", N_("Tìm mọi thứ…"), "edit", "Ctrl+K", "search", N_("Kế hoạch, mục, nhiệm vụ, việc làm được"), "search_everything"),
    Command("submit", N_("Trình ký…"), "plan", "", "send", N_("Dự thảo đã xong, trình người ký"), "submit_plan", "plan write"),
    Command("withdraw", N_("Rút về dự thảo"), "plan", "", "undo", N_("Để sửa tiếp"), "withdraw_plan", "plan write"),
    Command("issue", N_("Ghi số, ngày ban hành…"), "plan", "", "stamp", N_("Kế hoạch đã được ký"), "issue_plan", "plan write"),
    Command("scans", N_("Bản đã ký, tệp gốc…"), "plan", "", "attach", N_("Gắn, mở bản quét; mở tệp gốc đã đọc vào sổ"),
            "show_scans", "plan"),  # fmt: skip
    Command("new_version", N_("Lập bản sửa đổi…"), "plan", "", "copy", N_("Kế hoạch đã ban hành cần sửa"), "new_version", "plan write"),
    Command("next_year", N_("Lập kế hoạch năm sau…"), "plan", "", "next", N_("Đổi năm, thay căn cứ, xem từng chỗ"),
            "next_year_plan", "plan write"),  # fmt: skip
    Command("history", N_("Quá trình…"), "plan", "", "history", N_("Ai đã làm gì, lúc nào"), "show_history", "plan", line_after=True),
    Command("delete_plan", N_("Xóa kế hoạch…"), "plan", "", "trash", N_("Hoàn tác được"), "delete_plan", "plan write"),
    Command("page_home", N_("Tổng quan"), "view", "Ctrl+1", "home", N_("Việc cần làm"), "go_home"),
    Command("page_plans", N_("Kế hoạch"), "view", "Ctrl+2", "plan", N_("Soạn kế hoạch, danh sách kế hoạch"), "go_plans"),
    Command("page_appendix", N_("Phụ lục"), "view", "Ctrl+3", "table", N_("Bảng nhiệm vụ"), "go_appendix"),
    Command("page_calendar", N_("Lịch"), "view", "Ctrl+4", "calendar", N_("Việc đến hạn theo tháng, quý, năm"), "go_calendar"),
    Command("page_indicators", N_("Chỉ tiêu"), "view", "Ctrl+5", "target", N_("Chỉ tiêu, số liệu, việc trễ, tiến độ các đơn vị"),
            "go_indicators"),  # fmt: skip
    Command("page_reports", N_("Báo cáo"), "view", "Ctrl+6", "report", N_("Số liệu của kỳ, biểu II.06a, báo cáo"), "go_reports"),
    Command("page_settings", N_("Cài đặt"), "view", "Ctrl+,", "settings", N_("Cơ quan, giao diện, sao lưu"), "go_settings"),
    Command("back", N_("Trang trước"), "view", "Alt+Left", "back", N_("Trở lại trang vừa xem"), "go_back"),
    Command("help", N_("Hướng dẫn"), "help", "F1", "help", N_("Về chỗ đang làm"), "show_help", needs_commit=False),
    Command("keys", N_("Bảng phím tắt"), "help", "", "keyboard", N_("In ra để cạnh máy"), "show_keys", needs_commit=False),
    Command("about", N_("Giới thiệu"), "help", "", "info", N_("Phiên bản, giấy phép"), "show_about", needs_commit=False),
)

# Done by the field or table that has the focus.
FOCUS_DEEDS = tuple(c.id for c in COMMANDS if c.keys)

# Keys that input methods use, or that would swallow letters.
RESERVED = ("Backspace", "Alt+Z", "Ctrl+Shift+F5", "Ctrl+Shift+F6", "Ctrl+Shift+F9")


def command(command_id: str) -> Command:
    """The command with this id."""
    return next(c for c in COMMANDS if c.id == command_id)


def build_actions(window: QWidget) -> dict[str, QAction]:
    """A QAction for each command, bound to the method of ``window`` it names; open editors are committed first."""
    actions: dict[str, QAction] = {}
    for entry in COMMANDS:
        action = QAction(f"{tr(entry.text)}\t{entry.keys}" if entry.keys else tr(entry.text), window)
        if entry.icon:
            action.setIcon(icon(entry.icon, "text_muted"))
        if entry.shortcut:
            action.setShortcut(QKeySequence(entry.shortcut))
        action.setStatusTip(tr(entry.tip))
        action.setObjectName(entry.id)
        action.triggered.connect(lambda _checked=False, name=entry.id: run_command(window, name))
        window.addAction(action)
        actions[entry.id] = action
    return actions


def run_command(window: QWidget, command_id: str) -> None:
    """Do the command as if it were chosen in a menu."""
    entry = command(command_id)
    if entry.needs_commit:
        commit_editors(window)
    getattr(window, entry.handler)()


def fill_menus(bar: QMenuBar, actions: dict[str, QAction]) -> dict[str, QMenu]:
    """The menus of the window by their names in ``MENUS``."""
    menus: dict[str, QMenu] = {name: bar.addMenu(tr(title)) for name, title in MENUS.items()}
    for entry in COMMANDS:
        menus[entry.menu].addAction(actions[entry.id])
        if entry.line_after:
            menus[entry.menu].addSeparator()
    return menus
