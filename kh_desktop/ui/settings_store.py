"""What the window remembers of one person on one computer. Nothing in it matters: a broken file is as good as none."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path

from kh_desktop.files import replace_file
from kh_desktop.services.places import places


@dataclass(frozen=True, slots=True)
class WindowState:
    """Settings and the state of the window. ``geometry`` is Qt's saved geometry in base 64, ``workspace`` the file opened
    last ("" for the usual one), ``state_column`` the plans whose table shows the column Tình trạng: "issued", "always", "never",
    ``keep_in_tray`` whether closing the window leaves the program beside the clock, ``calendar_view`` how the calendar was seen
    last, ``calendar_lunar`` whether it shows lunar days, ``deadline_lines`` whether what was understood stands under deadlines."""

    language: str = "vi"
    theme: str = "system"
    scale: int = 100
    geometry: str = ""
    page: str = "home"
    plan_id: int = 0
    workspace: str = ""
    export_folder: str = ""
    state_column: str = "issued"
    keep_in_tray: bool = False
    calendar_view: str = "month"
    calendar_lunar: bool = False
    deadline_lines: bool = True


class SettingsStore:
    """Reads and writes the settings file; a failure to write is not worth a word."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path if path is not None else places().settings
        self.state = _read(self.path)

    def update(self, **changes: object) -> None:
        """Change some settings and write them."""
        self.state = replace(self.state, **changes)  # type: ignore[arg-type]
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            draft = self.path.with_suffix(".new")
            draft.write_text(json.dumps(asdict(self.state), ensure_ascii=False, indent=1), encoding="utf-8")
            replace_file(draft, self.path)
        except OSError:
            return


def _read(path: Path) -> WindowState:
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return WindowState()
    if not isinstance(data, dict):
        return WindowState()
    kept = {f.name: data[f.name] for f in fields(WindowState) if f.name in data and type(data[f.name]) is type(f.default)}
    return WindowState(**kept)
