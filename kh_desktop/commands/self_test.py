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
STARTS = {".pdf": b"%PDF-", ".docx": b"PK\x03\x04", ".xlsx": b"PK\x03\x04", ".json": b"{"}


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


def run() -> Answer:
    """Runs all steps; findings (exit 1) when one fails."""
    log = _Log()
    failure = ""
    with tempfile.TemporaryDirectory(prefix="Kiểm tra sổ kế hoạch ", ignore_cleanup_errors=True) as folder:
        try:
            _main_job(log, Path(folder))
        except KhError as error:
            from kh_desktop.services.messages import error_text

            failure = error_text(error)
        except Exception as error:  # noqa: BLE001 - whatever breaks is the finding this command is there to report
            failure = f"{type(error).__name__}: {error}"
    data = {"ok": not failure, "failure": failure, "steps": log.steps, **_about()}
    lines = [f"{'đạt' if s['ok'] else 'HỎNG':<5} {s['ms']:>8.1f} ms  {s['step']}" for s in log.steps]
    lines.append("Chương trình chạy tốt." if not failure else f"Chương trình chưa chạy được: {failure}")
    return Answer(data, tuple(lines), Exit.FINDINGS if failure else Exit.DONE)


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
        plan_id = log.step("ghi cơ quan, lập kế hoạch mẫu", lambda: _make_plan(session))
        title = log.step("sửa, hoàn tác, làm lại", lambda: _edit(session, plan_id))
        for suffix in STARTS:
            log.step(f"xuất {suffix}", lambda suffix=suffix: _export(session, plan_id, folder / f"Kế hoạch{suffix}"))  # type: ignore[misc]
        log.step("xem trước trang in", lambda: _preview(session, plan_id))
    log.step("đóng, mở lại, đối chiếu", lambda: _reopen(place, plan_id, title))


def _make_plan(session: Session) -> int:
    from kh_desktop.services.office import get_office, is_set_up
    from kh_desktop.services.sample import make_sample

    plan_id: int = make_sample(session)
    _expect(is_set_up(session) and get_office(session).agency.name != "", "cơ quan không được ghi")
    return plan_id


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
