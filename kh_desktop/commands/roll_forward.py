"""``plan next``: the plan of the next year from a plan of the workspace."""

from __future__ import annotations

import argparse
from datetime import date
from typing import TYPE_CHECKING, Any

from kh_desktop.commands.answer import Answer, opened

if TYPE_CHECKING:
    from kh_desktop.domain.roll_forward import Change, Left, RollForward

GROUP_WORDS = {"years": "Năm và thời hạn", "bases": "Căn cứ", "tasks": "Nhiệm vụ chưa xong", "units": "Tên đơn vị"}
_LONGEST = 90


def add_arguments(plan: Any, add: Any, number: Any) -> None:
    """``plan next`` with its options."""
    command = add("next", "lập kế hoạch năm sau từ một kế hoạch trong sổ", plan)
    command.add_argument("id", metavar="ID", type=number, help="số thứ tự kế hoạch trong sổ")
    command.add_argument("--year", metavar="NĂM", type=number, help="năm của kế hoạch mới (mặc định: năm sau của kế hoạch)")
    how = command.add_mutually_exclusive_group()
    how.add_argument("--all", action="store_true", help="nhận cả các thay đổi không đánh dấu sẵn")
    how.add_argument("--dry-run", action="store_true", help="chỉ xem các thay đổi, không lập gì")


def run(args: argparse.Namespace) -> Answer:
    """Makes the draft (or only says what would change) and lists where the old year still stands."""
    from kh_desktop.services import roll_forward as service
    from kh_desktop.services.plans import get_plan

    with opened(args.workspace, write=not args.dry_run) as session:
        year = args.year or service.next_year(get_plan(session, args.id), date.today().year)
        found = service.proposal(session, args.id, year)
        ticked = frozenset(c.key for c in found.changes) if args.all else found.ticked
        left = found.left(ticked)
        made = 0 if args.dry_run else service.roll_forward(session, args.id, year, ticked)
    data = {
        "id": made or None,
        "year": year,
        "title": found.after(ticked).title,
        "changes": [_change_data(found, c, c.key in ticked) for c in found.changes],
        "left": [_left_data(found, x) for x in left],
    }
    head = f"Đã lập kế hoạch {made} cho năm {year}." if made else f"Xem trước kế hoạch năm {year}, chưa lập gì."
    return Answer(data, (head, *_lines(found, ticked, left)))


def _change_data(found: RollForward, change: Change, taken: bool) -> dict[str, Any]:
    from kh_desktop.services.roll_forward import place_said, reason_said

    return {
        "key": change.key, "group": change.group, "kind": change.kind, "where": change.where,
        "place": str(place_said(found.plan, change.where)),
        "old": change.old, "new": change.new, "taken": taken, "ticked": change.ticked, "reason": str(reason_said(change) or ""),
        "choices": list(change.choices),
    }  # fmt: skip


def _left_data(found: RollForward, left: Left) -> dict[str, Any]:
    from kh_desktop.services.roll_forward import left_said, place_said

    place = str(place_said(found.plan, left.where))
    return {"where": left.where, "place": place, "year": left.year, "why": left.why, "reason": str(left_said(left)), "text": _around(left)}


def _lines(found: RollForward, ticked: frozenset[str], left: tuple[Left, ...]) -> list[str]:
    from kh_desktop.services.roll_forward import left_said, place_said, reason_said

    lines = []
    for group, words in GROUP_WORDS.items():
        changes = [c for c in found.changes if c.group == group]
        if changes:
            lines.append(f"{words}: {sum(c.key in ticked for c in changes)}/{len(changes)}")
        for c in changes:
            mark, new = "x" if c.key in ticked else " ", _cut(c.new) or "(bỏ)"
            reason = reason_said(c)
            lines.append(f"  [{mark}] {place_said(found.plan, c.where)}: {_cut(c.old)} → {new}" + (f"  ({reason})" if reason else ""))
    lines.append(f"Còn lại của năm cũ: {len(left)}")
    lines += [f"  {place_said(found.plan, x.where)}: {_around(x)}  ({left_said(x)})" for x in left]
    return lines


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"


def _around(left: Left) -> str:
    return " ".join(left.text[max(0, left.start - 50) : left.end + 20].split())
