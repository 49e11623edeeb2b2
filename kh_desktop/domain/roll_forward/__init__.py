"""The plan of the next year, proposed from a plan: what changes where, each change to be taken or left by a person."""

from __future__ import annotations

from kh_desktop.domain.roll_forward.applying import Left
from kh_desktop.domain.roll_forward.model import GROUP_OF, GROUPS, Change, Group, Kind
from kh_desktop.domain.roll_forward.proposing import Circumstances, RollForward, propose

__all__ = ["GROUPS", "GROUP_OF", "Change", "Circumstances", "Group", "Kind", "Left", "RollForward", "propose"]
