"""How the four states look: word, icon, colour and key; what the number cell says of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from kh_desktop.domain.model import Column, Task, TaskState
from kh_desktop.domain.progress import Counts, count_states
from kh_desktop.ui.i18n import N_, tr


@dataclass(frozen=True, slots=True)
class StateLook:
    """``name``: the word, ``token``: the colour of its icon."""

    state: TaskState
    name: str
    icon: str
    token: str
    keys: str


LOOKS: tuple[StateLook, ...] = (
    StateLook(TaskState.TODO, N_("Chưa làm"), "state-todo", "text_muted", "Ctrl+Shift+1"),
    StateLook(TaskState.DOING, N_("Đang làm"), "state-doing", "ongoing", "Ctrl+Shift+2"),
    StateLook(TaskState.DONE, N_("Hoàn thành"), "state-done", "done", "Ctrl+Shift+3"),
    StateLook(TaskState.DROPPED, N_("Không thực hiện"), "state-dropped", "waiting", "Ctrl+Shift+4"),
)
_BY_VALUE = {look.state.value: look for look in LOOKS}

STATE_TITLE = N_("Tình trạng")


def look_of(state: str) -> StateLook:
    """The look of a state given by its stored value."""
    return _BY_VALUE[state]


def state_column() -> Column:
    """The column that shows the states on the screen; it is never one of the plan's columns."""
    return Column("state", tr(STATE_TITLE), width=22)


def progress_texts(task: Task) -> dict[str, str]:
    """What a row of the grid knows of the progress: the word as its cell shows it, and what is behind it."""
    return {
        "state": tr(look_of(task.state.value).name),
        "progress": task.state.value,
        "note": task.note,
        "evidence": str(len(task.evidence) or ""),
    }


def progress_tip(texts: Mapping[str, str]) -> str:
    """State, evidence and note as the number cell tells them; "" where nothing has been said yet."""
    state, note, evidence = texts.get("progress", "todo"), texts.get("note", ""), texts.get("evidence", "")
    if state == TaskState.TODO.value and not note and not evidence:
        return ""
    parts = [tr(look_of(state).name), tr("{count} minh chứng", count=evidence) if evidence else "", note]
    return "\n".join(part for part in parts if part)


class Row(Protocol):
    """A row of the grid as it is counted here."""

    texts: dict[str, str]
    continues: bool


def count_rows(rows: Sequence[Row]) -> Counts:
    """The tasks among ``rows`` by state; group rows are left out."""
    if all(row.texts.get("progress", "todo") == "todo" for row in rows):
        return Counts(sum("progress" in row.texts and not row.continues for row in rows))
    return count_states((TaskState(row.texts["progress"]), row.continues) for row in rows if "progress" in row.texts)
