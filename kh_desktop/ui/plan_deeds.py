"""What can be done with a plan as a whole: sign, issue, export, print, delete. Used by the menus, the header and the pages alike."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from kh_desktop.services import issuing, plans, review
from kh_desktop.services.export import Preview, export_plan, save_pages, suggested_name
from kh_desktop.services.office import get_office
from kh_desktop.services.session import Session
from kh_desktop.services.tracking import export_tracking, tracking_name
from kh_desktop.ui.calendar_output import CalendarOutput, calendar_pages, write_calendar
from kh_desktop.ui.calendar_output import suggested_name as output_name
from kh_desktop.ui.dialogs.base import Sheet, ask
from kh_desktop.ui.dialogs.export_done import ExportDone
from kh_desktop.ui.dialogs.history import HistoryDialog
from kh_desktop.ui.dialogs.issue import IssueDialog, SubmitDialog
from kh_desktop.ui.dialogs.scans import ScansDialog
from kh_desktop.ui.i18n import N_, say, tr
from kh_desktop.ui.report_output import ReportOutput, report_pages, suggested_report_name, write_report
from kh_desktop.ui.settings_store import SettingsStore

if TYPE_CHECKING:
    from kh_desktop.ui.page_output import PageOutput
    from kh_desktop.ui.roll import RollDialog

KINDS: dict[str, str] = {".pdf": N_("Tệp PDF"), ".docx": N_("Tệp Word"), ".xlsx": N_("Bảng Excel"), ".ics": N_("Tệp lịch")}


class PlanDeeds(QObject):
    """Each deed asks what it must, does it through one service call and says what came of it. KhError goes up to the caller."""

    def __init__(self, session: Session, settings: SettingsStore, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._settings, self._window = session, settings, window

    def submit_dialog(self, plan_id: int) -> SubmitDialog:
        """The dialog of trình ký."""
        plan, office = plans.get_plan(self._session, plan_id), get_office(self._session)
        missing = [say(p.said) for p in review.problems(plan, office) if p.severity == "missing"]
        # The one who signs comes first, and is the one the dialog starts with.
        signers = dict.fromkeys(name for name in (plan.signature.name, *(s.name for s in office.signers)) if name)
        return SubmitDialog(tuple(signers), missing, self._window)

    def submit(self, plan_id: int) -> None:
        """Trình ký."""
        dialog = self.submit_dialog(plan_id)
        if _accepted(dialog):
            issuing.submit(self._session, plan_id, dialog.who())

    def withdraw(self, plan_id: int) -> None:
        """Rút về dự thảo: no question, because it can be undone."""
        issuing.withdraw(self._session, plan_id)

    def issue_dialog(self, plan_id: int) -> IssueDialog:
        """The dialog of ghi số, ngày ban hành."""
        plan = plans.get_plan(self._session, plan_id)
        today = date.today()
        return IssueDialog(plan.code, issuing.next_number_hint(self._session, today.year), today.isoformat(), self._window)

    def issue(self, plan_id: int) -> None:
        """Ghi số, ngày ban hành."""
        dialog = self.issue_dialog(plan_id)
        if _accepted(dialog):
            issuing.issue(self._session, plan_id, number=dialog.number(), issued=dialog.issued())

    def may_take_issue_back(self, year: object) -> bool:
        """Whether a person wants "undo" to take the last issuing back."""
        title = tr("Hoàn tác việc ban hành kế hoạch năm {year}?", year=year)
        words = tr(
            "Số và ngày ban hành vừa ghi sẽ bị bỏ, kế hoạch trở lại như trước khi ban hành và sửa được. "
            "Kế hoạch đã ký và phát hành trên giấy thì nên giữ nguyên; cần sửa thì lập bản sửa đổi."
        )
        return ask(title, words, tr("Hoàn tác việc ban hành"), keep=tr("Giữ nguyên"), danger=True, parent=self._window)

    def new_version(self, plan_id: int) -> int:
        """Lập bản sửa đổi; the id of the new draft, 0 when it was not wanted."""
        plan = plans.get_plan(self._session, plan_id)
        title = tr("Lập bản sửa đổi của kế hoạch số {number}?", number=plan.full_number)
        words = tr(
            "Chương trình chép kế hoạch thành một dự thảo mới (bản {number}) để sửa rồi ban hành lại. Bản đã ký giữ nguyên như lúc ký.",
            number=plan.version + 1,
        )
        if not ask(title, words, tr("Lập bản sửa đổi"), parent=self._window):
            return 0
        return issuing.new_version(self._session, plan_id)

    def next_year_dialog(self, plan_id: int) -> RollDialog:
        """The dialog of lập kế hoạch năm sau."""
        from kh_desktop.ui.roll import RollDialog

        return RollDialog(self._session, plan_id, plans.due_year(date.today()), self._window, may_leave=_may_leave_proposal)

    def next_year(self, plan_id: int) -> tuple[int, str]:
        """Lập kế hoạch năm sau; the id of the new draft, 0 when it was not wanted, and the place in it to show."""
        dialog = self.next_year_dialog(plan_id)
        dialog.exec()
        dialog.deleteLater()
        return dialog.made, dialog.anchor

    def scans(self, plan_id: int) -> None:
        """Bản đã ký."""
        _accepted(ScansDialog(self._session, plan_id, self._window))

    def history(self, plan_id: int) -> None:
        """Quá trình."""
        _accepted(HistoryDialog(issuing.history(self._session, plan_id), self._window))

    def delete(self, plan_id: int) -> bool:
        """Xóa kế hoạch, after a named question; whether it was done."""
        plan = plans.get_plan(self._session, plan_id)
        title = tr("Xóa kế hoạch năm {year}?", year=plan.year)
        words = tr("“{title}” cùng mọi nhiệm vụ của nó bị bỏ khỏi sổ. Hoàn tác được bằng Ctrl+Z.", title=plan.title)
        if not ask(title, words, tr("Xóa kế hoạch"), danger=True, parent=self._window):
            return False
        plans.delete_plan(self._session, plan_id)
        return True

    def export(self, plan_id: int, suffix: str) -> Path | None:
        """Write the plan as ``suffix`` where the person says; the file, or None when it was not wanted."""
        plan = plans.get_plan(self._session, plan_id)
        return self._save(tr("Xuất kế hoạch"), suggested_name(plan, suffix), lambda path: export_plan(self._session, plan_id, path))

    def tracking(self, plan_id: int) -> Path | None:
        """Write the table of tasks with state, note and evidence where the person says; the file, or None when it was not wanted."""
        plan = plans.get_plan(self._session, plan_id)
        return self._save(tr("Lưu bảng theo dõi"), tracking_name(plan, ".xlsx"), lambda path: export_tracking(self._session, plan_id, path))

    def calendar(self, wanted: CalendarOutput) -> Path | None:
        """The calendar on paper, or as a file where the person says; the file, or None."""
        if wanted.how != "print":
            return self._save(tr("Lưu lịch"), output_name(wanted), lambda path: write_calendar(self._session, wanted, path))
        from kh_desktop.ui.preview import show_pages

        show_pages(calendar_pages(self._session, wanted), wanted.title, self._saver(output_name(replace(wanted, how=".pdf"))), self._window)
        return None

    def page(self, wanted: PageOutput) -> Path | None:
        """A page on paper, or as a file where the person says; the file, or None."""
        if wanted.how != "print":
            return self._save(wanted.title, wanted.name(wanted.how), wanted.write)
        from kh_desktop.ui.preview import show_pages

        show_pages(wanted.pages(), wanted.title, self._saver(wanted.name(".pdf")), self._window)
        return None

    def report(self, wanted: ReportOutput) -> Path | None:
        """The report of a period on paper, or as a file where the person says; the file, or None."""
        if wanted.how != "print":
            name = suggested_report_name(self._session, wanted, wanted.how)
            return self._save(tr("Xuất báo cáo"), name, lambda path: write_report(self._session, wanted, path))
        from kh_desktop.ui.preview import show_pages

        pages, title = report_pages(self._session, wanted)
        show_pages(pages, title, self._saver(suggested_report_name(self._session, wanted, ".pdf")), self._window)
        return None

    def _save(self, title: str, name: str, write: Callable[[Path], Path], parent: QWidget | None = None) -> Path | None:
        """Ask where (where one wrote last, at first among the person's documents), write, say that it is done."""
        folder, suffix = Path(self._settings.state.export_folder or _documents()), Path(name).suffix
        start = str((folder if folder.is_dir() else _documents()) / name)
        chosen, _kind = QFileDialog.getSaveFileName(parent or self._window, title, start, f"{tr(KINDS[suffix])} (*{suffix})")
        if not chosen:
            return None
        written = write(Path(chosen if chosen.lower().endswith(suffix) else chosen + suffix))
        self._settings.update(export_folder=str(written.parent))
        _accepted(ExportDone(written, parent or self._window))
        return written

    def print(self, plan_id: int) -> None:
        """Xem và in."""
        from kh_desktop.ui.preview import print_plan

        name = suggested_name(plans.get_plan(self._session, plan_id), ".pdf")
        print_plan(self._session, plan_id, self._saver(name), self._window)

    def _saver(self, name: str) -> Callable[[Preview, Sequence[int], QWidget], Path | None]:
        """What the print preview does to write its pages into a file."""

        def save(pages: Preview, numbers: Sequence[int], parent: QWidget) -> Path | None:
            some = list(numbers) != list(range(pages.pages))
            # A part never takes the name of the whole.
            part = f"{Path(name).stem}-trang-{'-'.join(str(n + 1) for n in sorted({numbers[0], numbers[-1]}))}.pdf" if some else name
            return self._save(tr("In ra tệp PDF"), part, lambda path: save_pages(pages, numbers, path), parent)

        return save

    def run(self, deed: str, plan_id: int) -> int:
        """A deed by name ("submit", "export.pdf", …), as pages ask for it; the id of the plan to show next, 0 for none."""
        if deed.startswith("export"):
            self.export(plan_id, deed.removeprefix("export"))
        elif deed == "new_version":
            return self.new_version(plan_id)
        else:
            getattr(self, deed)(plan_id)
        return 0


def _may_leave_proposal(parent: QWidget) -> bool:
    """Whether the ticks and words of a proposal may be given up."""
    words = tr("Chưa có kế hoạch mới nào được lập. Các dấu và chữ vừa sửa trong danh sách này sẽ bị bỏ.")
    return ask(tr("Thôi lập kế hoạch năm sau?"), words, tr("Bỏ"), keep=tr("Ở lại"), danger=True, parent=parent)


def _documents() -> Path:
    """The person's documents; their home where there is no such folder."""
    place = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    return place if place.is_dir() else Path.home()


def _accepted(dialog: Sheet) -> bool:
    done = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return done
