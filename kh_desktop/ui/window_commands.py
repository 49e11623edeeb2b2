"""What each command of the table does: the handlers of the main window, apart from how the window is put together."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from kh_desktop.domain.model import Shape
from kh_desktop.domain.vitext import matches
from kh_desktop.services import backups, plans
from kh_desktop.services.office import is_set_up
from kh_desktop.services.session import Session
from kh_desktop.ui.actions import COMMANDS, FOCUS_DEEDS, MENUS, run_command
from kh_desktop.ui.errors import guarded
from kh_desktop.ui.i18n import N_, tr
from kh_desktop.ui.i18n import say as said
from kh_desktop.ui.next_step import NextStep, plan_name, short_state, version_words
from kh_desktop.ui.reading_commands import ReadingCommands

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QDialog

    from kh_desktop.ui.calendar_output import CalendarOutput
    from kh_desktop.ui.dialogs.keys import Group
    from kh_desktop.ui.frame.finder import Hit
    from kh_desktop.ui.page_output import PageOutput
    from kh_desktop.ui.plan_deeds import PlanDeeds
    from kh_desktop.ui.report_output import ReportOutput
    from kh_desktop.ui.settings_store import SettingsStore

FILES = " (*.khdb)"
# What a page that prints and exports by itself makes of the commands.
PAPER = {"print": "print", "export_pdf": ".pdf", "export_word": ".docx", "export_excel": ".xlsx"}
# Keys of the table that are no commands of their own.
CELL_KEYS: tuple[tuple[str, str], ...] = (
    ("F2", N_("Sửa ô")),
    ("Alt+Enter", N_("Xuống dòng trong ô")),
    ("Shift+↑ ↓ ← →", N_("Chọn thêm ô")),
    ("Ctrl+↑ ↓ ← →", N_("Đến mép vùng có chữ")),
    ("Ctrl+Space", N_("Chọn cả cột")),
    ("Shift+Space", N_("Chọn cả dòng")),
    ("F7", N_("Sửa hoặc giải thích thời hạn")),
    ("Shift+F7", N_("Soạn thời hạn")),
)


class WindowCommands(ReadingCommands):
    """Handlers; ``MainWindow`` gives the pages. ``workspace_wanted(path)`` asks the program to open another workspace
    (None: that of the office), ``sample_wanted`` the sample, ``move_wanted`` to put this one somewhere else."""

    workspace_wanted = Signal(object)
    sample_wanted = Signal()
    restore_wanted = Signal()
    move_wanted = Signal()
    look_changed = Signal()
    session: Session
    settings: SettingsStore
    plan_id: int
    page_id: str
    next: NextStep
    actions_by_id: dict[str, QAction]

    @cached_property
    def deeds(self) -> PlanDeeds:
        """What is done with whole plans; loaded with the first deed, because a window opens without exports and their dialogs."""
        from kh_desktop.ui.plan_deeds import PlanDeeds

        return PlanDeeds(self.session, self.settings, self)

    def ask_for_office(self) -> None:
        """The page of the office, the field of its name asking to be filled in."""
        raise NotImplementedError

    @guarded
    def new_plan(self) -> None:
        """A new draft for the year to come; first of all the office must have a name."""
        if not is_set_up(self.session):
            self.ask_for_office()
            return
        year = plans.due_year(date.today())
        self.open_plan(plans.new_plan(self.session, year=year, shape=Shape.APPENDIX), "plan", "title")

    def open_workspace(self) -> None:
        """Another workspace file."""
        from PySide6.QtWidgets import QFileDialog

        name, _kind = QFileDialog.getOpenFileName(self, tr("Mở sổ kế hoạch"), str(self.session.path.parent), tr("Sổ kế hoạch") + FILES)
        if name:
            self.workspace_wanted.emit(Path(name))

    def move_workspace(self) -> None:
        """The workspace goes to another folder."""
        self.move_wanted.emit()

    def say_saved(self) -> None:
        """Ctrl+S, which hands press by habit: what was being typed is stored by now, as everything is."""
        self.say(tr("Mọi thứ đã được lưu"))

    @guarded
    def report_output(self, wanted: ReportOutput) -> None:
        """The report of a period on paper or as a file, as its page asks."""
        self.deeds.report(wanted)

    def _page_puts_out(self, command_id: str) -> bool:
        """Print and export mean what is on the page: on the page of reports the report of its period, on that of targets its summary."""
        put_out = getattr(self.shown_page(), "put_out", None)
        if not callable(put_out):
            return False
        put_out(PAPER[command_id])
        return True

    @guarded
    def print_plan(self) -> None:
        """Xem và in."""
        if self._page_puts_out("print"):
            return
        self.deeds.print(self.plan_id)

    @guarded
    def export_pdf(self) -> None:
        """Xuất PDF."""
        if not self._page_puts_out("export_pdf"):
            self.deeds.export(self.plan_id, ".pdf")

    @guarded
    def export_word(self) -> None:
        """Xuất Word."""
        if not self._page_puts_out("export_word"):
            self.deeds.export(self.plan_id, ".docx")

    @guarded
    def export_excel(self) -> None:
        """Xuất Excel."""
        if not self._page_puts_out("export_excel"):
            self.deeds.export(self.plan_id, ".xlsx")

    @guarded
    def calendar_output(self, wanted: CalendarOutput) -> None:
        """The calendar on paper or as a file, as its page asks."""
        self.deeds.calendar(wanted)

    @guarded
    def page_output(self, wanted: PageOutput) -> None:
        """A page on paper or as a file, as it asks."""
        self.deeds.page(wanted)

    @guarded
    def backup_now(self) -> None:
        """Sao lưu ngay."""
        path = backups.backup_now(self.session)
        self.say(tr("Đã sao lưu: {name}", name=path.name))

    @guarded
    def undo(self) -> None:
        """Hoàn tác; that a plan was issued is taken back only when a person says so."""
        if self.undo_here():
            return
        step = self.session.undo_name
        if step is None or step.code != "label.plan.issue" or self.deeds.may_take_issue_back(step.params.get("year", "")):
            if self.session.undo() is not None and step is not None:
                self.say(tr("Đã hoàn tác: {step}", step=said(step)))

    @guarded
    def redo(self) -> None:
        """Làm lại."""
        if self.undo_here(redo=True):
            return
        step = self.session.redo_name
        if self.session.redo() is not None and step is not None:
            self.say(tr("Đã làm lại: {step}", step=said(step)))

    @guarded
    def submit_plan(self) -> None:
        """Trình ký."""
        self.deeds.submit(self.plan_id)

    @guarded
    def withdraw_plan(self) -> None:
        """Rút về dự thảo."""
        self.deeds.withdraw(self.plan_id)

    @guarded
    def issue_plan(self) -> None:
        """Ghi số, ngày ban hành."""
        self.deeds.issue(self.plan_id)

    @guarded
    def new_version(self) -> None:
        """Lập bản sửa đổi."""
        plan_id = self.deeds.new_version(self.plan_id)
        if plan_id:
            self.open_plan(plan_id)

    @guarded
    def next_year_plan(self) -> None:
        """Lập kế hoạch năm sau."""
        self._make_next_year(self.plan_id)

    def _make_next_year(self, plan_id: int) -> None:
        made, anchor = self.deeds.next_year(plan_id)
        if made:
            self.open_plan(made, "appendix" if anchor.startswith("task:") and self.has_page("appendix") else "plan", anchor)

    @guarded
    def show_scans(self) -> None:
        """Bản đã ký."""
        self.deeds.scans(self.plan_id)

    @guarded
    def show_history(self) -> None:
        """Quá trình."""
        self.deeds.history(self.plan_id)

    @guarded
    def delete_plan(self) -> None:
        """Xóa kế hoạch."""
        if self.deeds.delete(self.plan_id):
            self.show_page("plans")

    @guarded
    def plan_deed(self, deed: str, plan_id: int) -> None:
        """A deed a page asks for."""
        if deed == "next_year":
            self._make_next_year(plan_id)
            return
        shown = self.deeds.run(deed, plan_id)
        if shown:
            self.open_plan(shown)

    def do_next_step(self) -> None:
        """The one next step of the open plan."""
        step = self.next
        if step.deed == "office":
            self.show_page("office")
        elif step.deed == "new":
            run_command(self, "new_plan")
        elif step.deed in ("write", "mend"):
            self.open_plan(self.plan_id, "plan", step.anchor)
        elif step.deed:
            run_command(self, step.deed)

    def cut(self) -> None:
        """Cắt."""
        self._do_here("cut")

    def copy(self) -> None:
        """Chép."""
        self._do_here("copy")

    def paste(self) -> None:
        """Dán."""
        self._do_here("paste")

    def find_here(self) -> None:
        """Tìm trong bảng."""
        self._do_here("find")

    def replace_here(self) -> None:
        """Tìm và thay."""
        self._do_here("replace")

    def show_focus_deeds(self) -> None:
        """The menu opens: what can be done where the focus is."""
        for name in FOCUS_DEEDS:
            self.actions_by_id[name].setEnabled(self._deed(name) is not None)

    def _do_here(self, name: str) -> None:
        deed = self._deed(name)
        if deed is not None:
            deed()

    def _deed(self, name: str) -> Callable[[], object] | None:
        from kh_desktop.ui.focus_deeds import deed_of

        return deed_of(name, self.focusWidget(), self.page(self.page_id))

    def search_everything(self) -> None:
        """Ctrl+K."""
        from kh_desktop.ui.frame.finder import Finder

        finder = Finder(self.find_hits, self)
        finder.move(self.mapToGlobal(self.rect().center()) - finder.rect().center())
        finder.show()

    def find_hits(self, query: str) -> list[Hit]:
        """What Ctrl+K lists for a query: commands, then plans, then places in plans."""
        from kh_desktop.services.search import search
        from kh_desktop.ui.frame.finder import Hit

        hits = [
            Hit(tr(c.text).rstrip("…"), tr(MENUS[c.menu]).replace("&", ""), c.icon or "next", partial(run_command, self, c.id))
            for c in COMMANDS
            if c.id not in ("search", "back", *FOCUS_DEEDS) and self.can(c.id) and matches(query, tr(c.text))
        ]
        names = {p.id: p for p in plans.list_plans(self.session)}
        found = [
            Hit(shortened(plan_name(p)), short_state(p), "plan", partial(self.open_plan, p.id))
            for p in names.values()
            if matches(query, plan_name(p))
        ]
        if not query:
            return [*found[:6], *hits]
        for hit in search(self.session, query):
            if hit.anchor == "title":
                continue
            table = hit.anchor.startswith(("task", "group"))
            page = "appendix" if table and self.has_page("appendix") else "plan"
            kind = tr("Nhiệm vụ {year}", year=hit.year) if table else tr("Mục {year}", year=hit.year)
            plan = names.get(hit.plan_id)
            if plan is not None and version_words(plan):
                kind = f"{kind}, {version_words(plan)}"
            run = partial(self.open_plan, hit.plan_id, page, hit.anchor)
            found.append(Hit(shortened(hit.text), kind, "table" if table else "sections", run))
        return [*hits[:5], *found]

    def shown_page(self) -> object:
        """The page one is on."""
        raise NotImplementedError

    def can(self, command_id: str) -> bool:
        """Whether a command can be used now."""
        raise NotImplementedError

    def has_page(self, page_id: str) -> bool:
        """Whether the window has such a page."""
        raise NotImplementedError

    def say(self, text: str) -> None:
        """A passing remark in the status line."""
        raise NotImplementedError

    def show_help(self) -> None:
        """F1: the help page of where one is."""
        from kh_desktop.ui.dialogs.help import TOPIC_OF_PAGE, HelpDialog

        _run(HelpDialog(TOPIC_OF_PAGE.get(self.page_id, "bat-dau"), self))

    def show_keys(self) -> None:
        """Bảng phím tắt."""
        from kh_desktop.ui.dialogs.keys import KeysDialog

        _run(KeysDialog(key_groups(), self))

    def show_about(self) -> None:
        """Giới thiệu."""
        from kh_desktop.ui.dialogs.about import AboutDialog

        _run(AboutDialog(self))


def shortened(text: str, length: int = 62) -> str:
    """The beginning of a text, cut at a word."""
    return text if len(text) <= length else text[:length].rsplit(" ", 1)[0] + " …"


def key_groups() -> list[Group]:
    """All shortcuts by menu, then those of the task table."""
    groups: list[Group] = []
    for menu, title in MENUS.items():
        keys = [(c.shortcut, tr(c.text).rstrip("…")) for c in COMMANDS if c.menu == menu and c.shortcut]
        if keys:
            groups.append((tr(title).replace("&", ""), keys))
    from kh_desktop.ui.calendar.keys import KEYS as CALENDAR
    from kh_desktop.ui.grid.following.states import LOOKS
    from kh_desktop.ui.grid.see_actions import SEE_ACTIONS
    from kh_desktop.ui.grid.toolbar import ACTIONS as TABLE
    from kh_desktop.ui.importing.keys import KEYS as READING_KEYS
    from kh_desktop.ui.indicators.keys import KEYS as INDICATORS
    from kh_desktop.ui.reports.keys import KEYS as REPORTS
    from kh_desktop.ui.roll.keys import KEYS as NEXT_YEAR
    from kh_desktop.ui.sections.actions import ACTIONS as OUTLINE
    from kh_desktop.ui.wizard.keys import KEYS as BASES

    table = [*CELL_KEYS, *((a.keys, a.text) for a in TABLE if a.keys)]
    groups.append((tr("Trong bảng nhiệm vụ"), [(keys, tr(text)) for keys, text in table]))
    groups.append((tr("Xem bảng nhiệm vụ"), [(a.keys[0], tr(a.text)) for a in SEE_ACTIONS if a.keys]))
    groups.append((tr("Tình trạng nhiệm vụ"), [(look.keys, tr(look.name)) for look in LOOKS]))
    groups.append((tr("Khi xem lại kế hoạch có sẵn"), [(keys, tr(text)) for keys, text in READING_KEYS]))
    groups.append((tr("Khi lập kế hoạch năm sau"), [(keys, tr(text)) for keys, text in NEXT_YEAR]))
    groups.append((tr("Trong lịch"), [(keys, tr(text)) for keys, text in CALENDAR]))
    groups.append((tr("Trong trang Chỉ tiêu"), [(keys, tr(text)) for keys, text in INDICATORS]))
    groups.append((tr("Trong báo cáo"), [(keys, tr(text)) for keys, text in REPORTS]))
    groups.append((tr("Trong danh sách căn cứ"), [(keys, tr(text)) for keys, text in BASES]))
    groups.append((tr("Trong danh sách mục"), [(a.keys, tr(a.text)) for a in OUTLINE if a.keys]))
    return groups


def _run(dialog: QDialog) -> None:
    dialog.exec()
    dialog.deleteLater()
