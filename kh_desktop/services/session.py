"""An open workspace as the window and the command line use it: steps, undo, and listeners that hear what changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from kh_desktop.domain.errors import KhError, UsageError
from kh_desktop.services.messages import Said
from kh_desktop.services.places import plainly
from kh_desktop.store.plans import rows_where
from kh_desktop.store.unit_of_work import Change, Step, UnitOfWork
from kh_desktop.store.workspace import Workspace, open_workspace, plan_ids

_STRUCTURE = {"position", "parent_id", "group_id", "holds_tasks", "shape", "continues"}
# Rows that no tree or grid of a plan is made of.
_LOOSE = frozenset(
    {"assignment", "due_move", "setting", "target", "indicator", "reading", "figure_file", "figure_line", "report", "form_template",
     "layout_map"}
)  # fmt: skip
BACKUP_EVERY = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """What a command, an undo or a redo did: the kinds (tables) and ids touched; ``structure_changed`` when rows came, went or moved."""

    kinds: frozenset[str] = frozenset()
    ids: frozenset[tuple[str, int]] = frozenset()
    plan_ids: frozenset[int] = frozenset()
    structure_changed: bool = False
    initiator: object | None = None
    label: str = ""
    params: dict[str, object] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.ids)


@dataclass(slots=True)
class Doing:
    """A step while it runs: write through ``uow``; ``changes`` is there when it is over."""

    uow: UnitOfWork
    changes: ChangeSet = field(default_factory=ChangeSet)


class Session:
    """One open workspace. ``initiator`` is set by a screen around its own commands, so that it can skip its own notice."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.initiator: object | None = None
        self._listeners: list[Callable[[ChangeSet], None]] = []
        self._open: Doing | None = None

    @property
    def path(self) -> Path:
        """Where the workspace is."""
        return self.workspace.path

    @property
    def read_only(self) -> bool:
        """Whether every command would be refused."""
        return self.workspace.read_only

    @property
    def last_saved(self) -> datetime | None:
        """When something was last written in this session."""
        return self.workspace.last_saved

    @property
    def last_backup(self) -> datetime | None:
        """When the newest backup was made."""
        return self.workspace.last_backup

    @property
    def journal(self) -> str:
        """ "wal", or "truncate" on network, removable and synced places."""
        return "wal" if self.workspace.journal == "wal" else "truncate"

    @contextmanager
    def step(self, label: str, *, plan_id: int = 0, **params: object) -> Iterator[Doing]:
        """One command: a transaction, an undo step named by ``label``, a notice to the listeners; inside another step a part of that.

        UsageError "plan.frozen" when ``plan_id`` is an issued plan; WorkspaceError when the file cannot be written.
        """
        if self._open is not None:
            require_editable(self._open.uow, plan_id)
            yield self._open
            return
        with self.workspace.unit_of_work(label, params) as uow:
            self._open = Doing(uow)
            try:
                require_editable(uow, plan_id)
                yield self._open
            finally:
                doing, self._open = self._open, None
        doing.changes = self._changes(Step(label, params, uow.changes))
        self._notify(doing.changes)

    def undo(self) -> ChangeSet | None:
        """Takes the last step back; None when there is none."""
        return self._replayed(self.workspace.undo())

    def redo(self) -> ChangeSet | None:
        """Does the last undone step again; None when there is none."""
        return self._replayed(self.workspace.redo())

    def _replayed(self, step: Step | None) -> ChangeSet | None:
        if step is None:
            return None
        changes = self._changes(step)
        self._notify(changes)
        return changes

    @property
    def undo_label(self) -> str | None:
        """The name of the step that undo would take back, in words."""
        return _words(self.undo_name)

    @property
    def undo_name(self) -> Said | None:
        """The name of the step that undo would take back, to be said in the language of the window."""
        return step_name(self.workspace.history.done[-1]) if self.workspace.history.done else None

    @property
    def redo_name(self) -> Said | None:
        """The name of the step that redo would do again."""
        return step_name(self.workspace.history.undone[-1]) if self.workspace.history.undone else None

    @property
    def newest_step(self) -> object | None:
        """The step that undo would take back, for telling it from others by ``is``; None when there is none."""
        return self.workspace.history.done[-1] if self.workspace.history.done else None

    def subscribe(self, listener: Callable[[ChangeSet], None]) -> Callable[[], None]:
        """Calls ``listener`` after every change; returns what ends that."""
        self._listeners.append(listener)

        def unsubscribe() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return unsubscribe

    def backup_if_due(self) -> Path | None:
        """A backup when something changed and the last one is older than half an hour."""
        last = self.last_backup
        if self.read_only or not self.workspace.changed_since_backup or (last and datetime.now() - last < BACKUP_EVERY):
            return None
        return self.workspace.backup("dinh-ky")

    def close(self) -> None:
        """Backs up what changed and closes the file; the session is of no use afterwards."""
        self._listeners.clear()
        self.workspace.close()

    def _changes(self, step: Step) -> ChangeSet:
        return ChangeSet(
            kinds=frozenset(c.table for c in step.changes),
            ids=frozenset((c.table, c.id) for c in step.changes) | _tasks_of_units(step.changes),
            plan_ids=plan_ids(step.changes),
            structure_changed=any(map(_is_structural, step.changes)),
            initiator=self.initiator,
            label=step.label,
            params=dict(step.params),
        )

    def _notify(self, changes: ChangeSet) -> None:
        if changes:
            for listener in list(self._listeners):
                listener(changes)


def _tasks_of_units(changes: list[Change]) -> frozenset[tuple[str, int]]:
    """The tasks whose units or moved days changed: a screen shows tasks, not assignments."""
    images = (c.after or c.before or {} for c in changes if c.table in ("assignment", "due_move"))
    return frozenset(("task", int(image["task_id"] or 0)) for image in images)


def _is_structural(change: Change) -> bool:
    if change.table in _LOOSE:
        return False
    if change.before is None or change.after is None:
        return True
    return any(change.before[c] != change.after[c] for c in _STRUCTURE & change.before.keys())


def step_name(step: Step) -> Said:
    """The name of a step: "Sửa nhiệm vụ II.3"."""
    return Said("label." + step.label, step.params)


def _words(name: Said | None) -> str | None:
    return None if name is None else " ".join(str(name).split())


def require_editable(uow: UnitOfWork, plan_id: int) -> None:
    """UsageError "plan.frozen" for an issued plan, "plan.missing" when there is no such plan; 0 asks nothing."""
    if not plan_id:
        return
    found = rows_where(uow.conn, "plan", "id = ?", (plan_id,), order="id")
    if not found:
        raise UsageError("plan.missing", id=plan_id)
    if found[0]["state"] == "issued":
        raise UsageError("plan.frozen")


def open_session(path: Path, *, read_only: bool = False) -> Session:
    """Opens (or makes) the workspace at ``path``. WorkspaceError: see ``store.workspace.open_workspace``, and portable.read_only."""
    try:
        return Session(open_workspace(path, read_only=read_only))
    except KhError as error:
        known = plainly(error, path)
        if known is error:
            raise
        raise known from error
