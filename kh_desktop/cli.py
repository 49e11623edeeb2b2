"""The command line: the same services as the window, for scripts and checks. Without a subcommand it opens the window.

Exit codes: 0 done, 1 done with findings, 2 wrong usage, 3 the input cannot be read, 4 the workspace cannot be used.
"""

from __future__ import annotations

import argparse
import os
import sys
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from kh_desktop.commands.answer import Answer, show_box, speak_utf8, write, write_json
from kh_desktop.domain.errors import Exit, KhError, UsageError


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command and gives its exit code. Never a traceback: what goes wrong is one sentence on the error stream."""
    given = list(sys.argv[1:] if argv is None else argv)
    unseen = sys.stderr is None  # the installed program has no console
    speak_utf8()
    try:
        code = _guarded(given, tell=show_box if unseen and _asks_for_window(given) else None)
        sys.stdout.flush()
    except BrokenPipeError:  # the reader of our output has gone: nobody is left to tell
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return int(Exit.DONE)
    return code


def _asks_for_window(argv: list[str]) -> bool:
    return not argv or (argv[0] == "--workspace" and len(argv) == 2) or (len(argv) == 1 and _is_file(argv[0]))


def _guarded(given: list[str], tell: Callable[[str], None] | None) -> int:
    as_json = any(a == "--json" or a.startswith("--json=") for a in given)
    try:
        return _run(given)
    except BrokenPipeError:
        raise
    except SystemExit as stop:  # --help and --version
        return int(stop.code or 0)
    except KhError as error:
        from kh_desktop.services.messages import error_text

        return _failed(error.code, error_text(error), error.exit_code, as_json, tell)
    except KeyboardInterrupt:
        return _failed("stopped", "Đã dừng theo yêu cầu.", Exit.FINDINGS, as_json, None)
    except Exception as error:  # noqa: BLE001 - a bug must reach people as a sentence; KH_DEBUG=1 shows where it is
        if os.environ.get("KH_DEBUG"):
            traceback.print_exc()
        return _failed("unexpected", _bug_text(error), Exit.UNREADABLE, as_json, tell)


def _failed(code: str, sentence: str, exit_code: Exit, as_json: bool, tell: Callable[[str], None] | None) -> int:
    if as_json:
        write_json({"error": {"code": code, "message": sentence}})
    print(sentence, file=sys.stderr)
    if tell is not None:
        tell(sentence)
    return int(exit_code)


def _bug_text(error: Exception) -> str:
    """Names the kind of failure and its place in the program, never the text of a plan."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "?"
    return f"Chương trình gặp lỗi ngoài dự kiến ({type(error).__name__}, {place}). Dữ liệu đã ghi trong sổ vẫn còn nguyên."


def _run(argv: list[str]) -> int:
    if _asks_for_window(argv):
        # The window starts without building the grammar of all commands.
        return _window(Path(argv[-1]) if argv else None, given=len(argv) == 1)
    from kh_desktop.commands.arguments import build

    args = build().parse_args(argv)
    if args.close_running:
        return _close_running()
    if args.command is None:
        return _window(args.workspace)
    if args.command == "tour":
        return _tour(args)
    if args.command == "self-test":
        return _self_test(args)
    if args.command == "deadline":
        return _deadline(args)
    action = f"{args.command} {args.action}" if hasattr(args, "action") else args.command
    return write(_commands()[action](args), as_json=args.json)


def _is_file(argument: str) -> bool:
    """Whether the one argument is a file that somebody opened in Explorer: no command has a dot or a separator in its name."""
    return not argument.startswith("-") and (argument.lower().endswith(".khdb") or "/" in argument or "\\" in argument)


def _window(workspace: Path | None, *, given: bool = False) -> int:
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if sys.platform.startswith("linux") and not any(os.environ.get(name) for name in screens):
        raise UsageError("qt.no_display")  # Qt would abort the process
    try:
        from kh_desktop.ui import app
    except ModuleNotFoundError as error:
        raise _no_qt(error) from error
    return app.run(workspace, given=given)


def _close_running() -> int:
    try:
        from kh_desktop.ui import app
    except ModuleNotFoundError as error:
        raise _no_qt(error) from error
    closed = app.close_running()
    still = "KH Desktop còn đang mở. Hãy đóng cửa sổ của chương trình rồi làm lại."
    words = "Không còn cửa sổ KH Desktop nào đang mở." if closed else still
    return write(Answer({"closed": closed}, (words,), Exit.DONE if closed else Exit.FINDINGS), as_json=False)


def _tour(args: argparse.Namespace) -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    try:
        from kh_desktop.ui import tour
    except ModuleNotFoundError as error:
        raise _no_qt(error) from error
    made = tour.run(args.folder, lang=args.lang, theme=args.theme, scale=args.scale)
    lines = (f"Đã chụp {len(made)} ảnh vào: {args.folder}",)
    return write(Answer({"pictures": [str(p) for p in made]}, lines), as_json=args.json)


def _no_qt(error: ModuleNotFoundError) -> Exception:
    return UsageError("qt.missing") if (error.name or "").split(".")[0] in ("PySide6", "shiboken6") else error


def _deadline(args: argparse.Namespace) -> int:
    from kh_desktop.commands import deadlines

    if args.phrases:
        return write(deadlines.read(args.phrases, args.year, args.period), as_json=args.json)
    return write(deadlines.read_lines(as_json=args.json), as_json=False)  # one object a line instead of one for all


def _self_test(args: argparse.Namespace) -> int:
    from kh_desktop.commands import self_test

    answer = self_test.run(_window_steps(args) if args.window else None)
    if args.report is not None and str(args.report) != "-":
        import json

        try:
            args.report.write_text(json.dumps(answer.data, ensure_ascii=False, indent=1), encoding="utf-8")
        except OSError as error:
            raise KhError("file.no_access", path=args.report) from error
        return write(answer, as_json=False)
    return write(answer, as_json=args.json or args.report is not None)


def _window_steps(args: argparse.Namespace) -> Callable[[Callable[[str, Callable[[], Any]], Any], Path], None]:
    try:
        from kh_desktop.ui import window_check
    except ModuleNotFoundError as error:
        raise _no_qt(error) from error
    return lambda step, folder: window_check.run(step, folder, platform=args.platform, picture=args.picture)


def _commands() -> dict[str, Callable[[argparse.Namespace], Answer]]:
    from kh_desktop.commands import catalogue, demo, due, importing, kpi, office, plans, reports, roll_forward, tasks, workspace

    return {
        "plan list": lambda a: plans.list_all(a.workspace),
        "plan show": lambda a: plans.show(a.workspace, a.id),
        "plan new": lambda a: plans.new(a.workspace, a.answers),
        "plan next": roll_forward.run,
        "import": lambda a: importing.run(a.workspace, a.file, save=a.save),
        "export": lambda a: (tasks.export if a.tracking else plans.write_out)(a.workspace, a.id, a.out),
        **{f"task {action}": tasks.run for action in ("list", "state", "evidence", "history")},
        **{f"kpi {action}": kpi.run for action in ("list", "set", "import", "found")},
        "report": reports.run,
        "office show": lambda a: office.show(a.workspace),
        "office set": lambda a: office.save(a.workspace, a.answers),
        "catalogue search": lambda a: catalogue.search(" ".join(a.query)),
        "due": lambda a: due.run(a.workspace, a.on, a.within),
        "backup": lambda a: workspace.back_up(a.workspace),
        "restore": lambda a: workspace.restore(a.workspace, a.backup) if a.backup else workspace.list_backups(a.workspace),
        "doctor": lambda a: workspace.doctor(a.workspace),
        "demo": lambda a: demo.make(a.folder),
    }
