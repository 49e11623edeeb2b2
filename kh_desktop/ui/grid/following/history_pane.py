"""The history of one row: what was changed when, and the way back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from kh_desktop.domain.model import Task
from kh_desktop.services.progress import PROGRESS_FIELDS, Moment, moment_words, values_now
from kh_desktop.ui.grid.following.evidence_list import breakable, evidence_words
from kh_desktop.ui.grid.following.states import look_of
from kh_desktop.ui.i18n import N_, tr
from kh_desktop.ui.widgets import clear_layout, muted, quiet_button, rule, text_label
from kh_desktop.ui.words import moment_of_iso

_FIELDS: dict[str, str] = {
    "state": N_("Tình trạng"),
    "note": N_("Ghi chú"),
    "content": N_("Nội dung"),
    "detail": N_("Việc cụ thể"),
    "lead": N_("Chủ trì"),
    "coord": N_("Phối hợp"),
    "product": N_("Sản phẩm"),
    "deadline": N_("Thời hạn"),
    "level": N_("Cấp"),
    "continues": N_("Tiếp dòng trên"),
    "merged": N_("Gộp với ô trên"),
}
_LONGEST = 160
_MOST = 60

Change = tuple[str, str, str]


class HistoryPane(QWidget):
    """``put_back_wanted`` carries the id of a moment."""

    put_back_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 8, 0, 0)
        self._rows.setSpacing(6)
        self._shown: object = None

    def show_history(self, task: Task, moments: Sequence[Moment], *, can_write: bool, frozen: bool) -> None:
        """List the changes of ``task``, newest first. ``frozen``: its cells cannot be put back, its progress can."""
        now = values_now(task)
        wanted = (task.id, now, tuple(m.id for m in moments), can_write, frozen)
        if wanted == self._shown:
            return
        self._shown = wanted
        clear_layout(self._rows)
        after = now
        for place, moment in enumerate(moments[:_MOST]):
            if place:
                self._rows.addWidget(rule())
            differ = {field for field, value in moment.values.items() if now.get(field) != value}
            way_back = can_write and bool(differ) and (not frozen or differ <= PROGRESS_FIELDS)
            self._add(moment, changes_between(moment.values, after), way_back)
            after = moment.values
        if not moments:
            self._rows.addWidget(muted(tr("Dòng này chưa bị sửa lần nào.")))
        elif len(moments) > _MOST:
            self._rows.addWidget(muted(tr("và {count} lần sửa trước đó", count=len(moments) - _MOST)))
        self._rows.addStretch(1)

    def _add(self, moment: Moment, changes: Sequence[Change], way_back: bool) -> None:
        self._rows.addWidget(muted(moment_of_iso(moment.at)))
        title = QHBoxLayout()
        title.setSpacing(4)
        title.addWidget(text_label(tr(moment_words(moment))), 1)
        if way_back and changes:  # what a step did to the evidence is taken back by undo only
            title.addWidget(self._way_back(moment))
        self._rows.addLayout(title)
        for piece in moment.evidence:
            words = evidence_words(piece)
            line = text_label(breakable(short(words)), "muted")
            line.setMinimumWidth(1)
            if len(words) > _LONGEST:
                line.setToolTip(words)
            self._rows.addWidget(line)
        for field, old, new in changes:
            line = text_label(f"{tr(_FIELDS[field])}: {short(old)} → {short(new)}", "muted")
            line.setMinimumWidth(1)
            if len(old) > _LONGEST or len(new) > _LONGEST:
                line.setToolTip(f"{old}\n→\n{new}")
            self._rows.addWidget(line)

    def _way_back(self, moment: Moment) -> QPushButton:
        button = quiet_button(tr("Trả về như trước"), "undo")
        button.setToolTip(tr("Đưa dòng này về đúng như trước lần sửa này"))
        button.setAccessibleName(tr("Trả về như trước {time}", time=moment_of_iso(moment.at)))
        button.clicked.connect(lambda _checked=False: self.put_back_wanted.emit(moment.id))
        return button


def changes_between(before: Mapping[str, str], after: Mapping[str, str]) -> list[Change]:
    """(field, old, new) in words, for the fields that differ."""
    return [
        (field, field_words(field, before[field]), field_words(field, after[field]))
        for field in _FIELDS
        if field in before and field in after and before[field] != after[field]
    ]


def field_words(field: str, value: str) -> str:
    """A value of the history as people read it."""
    if field == "state":
        return tr(look_of(value).name).lower()
    if field == "level":
        return str(int(value or 0) + 1)
    if field == "continues":
        return tr("có") if value else tr("không")
    if field == "merged":
        return ", ".join(tr(_FIELDS[key]).lower() for key in value.split()) or tr("không")
    return value.replace("\n", "; ") or tr("(trống)")


def short(text: str) -> str:
    """The beginning of a text that is too long for a line or two."""
    return text if len(text) <= _LONGEST else text[:_LONGEST].rsplit(" ", 1)[0] + " …"
