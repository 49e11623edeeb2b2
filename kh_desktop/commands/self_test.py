"""``self-test``: is this installation whole? The main job in a folder of its own, with every format, and the file opened again."""

from __future__ import annotations

import platform
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from kh_desktop import __version__
from kh_desktop.commands.answer import Answer
from kh_desktop.domain.errors import Exit, KhError

if TYPE_CHECKING:
    from kh_desktop.services.session import Session

T = TypeVar("T")
Step = Callable[[str, Callable[[], Any]], Any]
Window = Callable[[Step, Path], None]
STARTS = {".pdf": b"%PDF-", ".docx": b"PK\x03\x04", ".xlsx": b"PK\x03\x04", ".json": b"{", ".ics": b"BEGIN:VCALENDAR"}


class _Log:
    """Runs the steps, times each, and stops at the first that fails."""

    def __init__(self) -> None:
        self.steps: list[dict[str, Any]] = []

    def step(self, name: str, action: Callable[[], T]) -> T:
        begun = time.perf_counter()
        entry: dict[str, Any] = {"step": name, "ok": False}
        self.steps.append(entry)
        try:
            result = action()
            entry["ok"] = True
            return result
        finally:
            entry["ms"] = round((time.perf_counter() - begun) * 1000, 1)


def run(window: Window | None = None) -> Answer:
    """Runs all steps, at last those of ``window`` (the real window, see ``ui.window_check``); findings (exit 1) when one fails."""
    log = _Log()
    failure = ""
    with tempfile.TemporaryDirectory(prefix="Kiểm tra sổ kế hoạch ", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        try:
            log.step("nạp mọi phần của chương trình", lambda: _load(window=window is not None))
            _main_job(log, folder)
            if window is not None:
                window(log.step, folder)
        except KhError as error:
            from kh_desktop.services.messages import error_text

            failure = error_text(error)
        except Exception as error:  # noqa: BLE001 - whatever breaks is the finding this command is there to report
            failure = f"{type(error).__name__}: {error}"
    total = round(sum(s["ms"] for s in log.steps), 1)
    data = {"ok": not failure, "failure": failure, "ms": total, "window": window is not None, "steps": log.steps, **_about()}
    lines = [f"{'đạt' if s['ok'] else 'HỎNG':<5} {s['ms']:>8.1f} ms  {s['step']}" for s in log.steps]
    lines.append("Chương trình chạy tốt." if not failure else f"Chương trình chưa chạy được: {failure}")
    return Answer(data, tuple(lines), Exit.FINDINGS if failure else Exit.DONE)


def _load(*, window: bool) -> list[str]:
    import kh_desktop
    from kh_desktop.commands.loading import load_all

    # An installed program has the window, and it must be whole even when this run does not open it.
    return load_all(kh_desktop, window=window or bool(getattr(sys, "frozen", False)))


def _about() -> dict[str, Any]:
    return {
        "version": __version__,
        "python": platform.python_version(),
        "system": platform.platform(),
        "frozen": bool(getattr(sys, "frozen", False)),
    }


def _expect(condition: bool, what: str) -> None:
    if not condition:
        raise RuntimeError(what)


def _main_job(log: _Log, folder: Path) -> None:
    from kh_desktop.services.session import open_session

    place = folder / "Sổ kế hoạch xã Thử Nghiệm.khdb"
    with closing(log.step("mở sổ mới", lambda: open_session(place))) as session:
        plan_id = log.step("ghi cơ quan, kế hoạch mẫu", lambda: _make_sample(session))
        log.step("soạn kế hoạch mới qua các bước", lambda: _write_plan(session))
        title = log.step("sửa, hoàn tác, làm lại", lambda: _edit(session, plan_id))
        for suffix in STARTS:
            log.step(f"xuất {suffix}", lambda suffix=suffix: _export(session, plan_id, folder / f"Kế hoạch{suffix}"))  # type: ignore[misc]
        log.step("bảng theo dõi, lịch tháng", lambda: _export_others(session, plan_id, folder))
        log.step("xem trước trang in", lambda: _preview(session, plan_id))
        log.step("sao lưu", lambda: _back_up(session))
    log.step("đóng, mở lại, đối chiếu", lambda: _reopen(place, plan_id, title))


def _make_sample(session: Session) -> int:
    from kh_desktop.services.office import get_office, is_set_up
    from kh_desktop.services.sample import make_sample

    plan_id: int = make_sample(session)
    _expect(is_set_up(session) and get_office(session).agency.name != "", "cơ quan không được ghi")
    return plan_id


def _write_plan(session: Session) -> None:
    """What the wizard does: a new plan, a basis found in the catalogue, a template, tasks of the library, the check, the end; undone."""
    from kh_desktop.domain.model import SectionRole
    from kh_desktop.services import bases, catalogue, plans, review, sections, tasks, templates

    plan_id = plans.new_plan(session, year=2027)
    bases.add_basis(session, plan_id, catalogue.basis_from(catalogue.search("kiem soat thu tuc hanh chinh")[0]))
    plan = plans.get_plan(session, plan_id)
    template = templates.section_templates(SectionRole.CONTENT, plan.shape, plan.year)[0]
    sections.use_template(session, plan_id, SectionRole.CONTENT, template.id)
    keys = [entry.key for entry in templates.task_library()[0].tasks]
    tasks.add_from_library(session, plan_id, keys)
    written = plans.get_plan(session, plan_id)
    _expect(len(written.bases) > 0 and sum(len(g.tasks) for g in written.groups) == len(keys), "các bước soạn không được ghi")
    review.problems(written)
    plans.finish_wizard(session, plan_id)
    session.undo()
    _expect([p.id for p in plans.list_plans(session)] != [], "hoàn tác bỏ nhầm kế hoạch")
    _expect(plan_id not in [p.id for p in plans.list_plans(session)], "hoàn tác không bỏ kế hoạch vừa soạn")


def _edit(session: Session, plan_id: int) -> str:
    from kh_desktop.services.plans import get_plan, set_plan

    before = get_plan(session, plan_id).title
    after = f"{before} (sửa thử: Ấ ề ỗ ữ đ)"
    set_plan(session, plan_id, title=after)
    _expect(get_plan(session, plan_id).title == after, "sửa không được ghi")
    session.undo()
    _expect(get_plan(session, plan_id).title == before, "hoàn tác không trả lại chữ cũ")
    session.redo()
    _expect(get_plan(session, plan_id).title == after, "làm lại không ghi chữ mới")
    return after


def _export(session: Session, plan_id: int, out: Path) -> None:
    from kh_desktop.services.export import export_plan

    data = export_plan(session, plan_id, out).read_bytes()
    _expect(data.startswith(STARTS[out.suffix]) and len(data) > 1000, f"tệp {out.suffix} hỏng")


def _export_others(session: Session, plan_id: int, folder: Path) -> None:
    from datetime import date

    from kh_desktop.services.calendar_export import export_month
    from kh_desktop.services.tracking import export_tracking

    for suffix in (".xlsx", ".docx", ".pdf"):
        table = export_tracking(session, plan_id, folder / f"Theo dõi{suffix}")
        made = (table, export_month(session, folder / f"Tháng{suffix}", 2027, 6, date(2027, 6, 1)))
        _expect(all(path.read_bytes().startswith(STARTS[suffix]) for path in made), f"tệp {suffix} hỏng")


def _back_up(session: Session) -> None:
    from kh_desktop.services.backups import backup_now, doctor

    _expect(not doctor(backup_now(session)), "bản sao lưu có lỗi")


def _preview(session: Session, plan_id: int) -> None:
    from kh_desktop.services.export import preview
    from kh_desktop.services.plans import get_plan

    shown = preview(get_plan(session, plan_id))
    width, height, pixels = shown.render(0, 72)
    _expect(shown.pages > 0 and len(pixels) >= width * height * 4, "trang in trống")
    _expect(len(set(pixels[::4])) > 2, "trang in không có chữ")


def _reopen(place: Path, plan_id: int, title: str) -> None:
    from kh_desktop.services.backups import doctor
    from kh_desktop.services.plans import get_plan
    from kh_desktop.services.session import open_session

    with closing(open_session(place)) as session:
        _expect(get_plan(session, plan_id).title == title, "mở lại không thấy chữ đã ghi")
    _expect(not doctor(place), "sổ có lỗi sau khi đóng")
