"""Search in everything of the workspace, accent-free."""

from __future__ import annotations

from dataclasses import dataclass

from kh_desktop.domain.vitext import clean_line, fold
from kh_desktop.services.session import Session
from kh_desktop.store.search import find


@dataclass(frozen=True, slots=True)
class Hit:
    """A found place: ``anchor`` as in the document tree ("task:33"), ``text`` its first words, ``year`` and ``plan_id`` of its plan."""

    plan_id: int
    year: int
    anchor: str
    text: str


_ANCHORS = {"plan": "title", "section": "section:{}", "task_group": "group:{}", "task": "task:{}"}


def search(s: Session, query: str, limit: int = 50) -> list[Hit]:
    """Plans, sections, groups and tasks that have every word of ``query``; newest year first."""
    words = fold(query).split()
    if not words:
        return []
    return [
        Hit(plan_id, year, _ANCHORS[kind].format(ref), clean_line(text)[:160])
        for kind, ref, plan_id, year, text in find(s.workspace.conn, words, limit)
    ]
