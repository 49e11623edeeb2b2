"""Deadlines written as phrases: reading them, saying what was understood, printing them."""

from __future__ import annotations

from kh_desktop.domain.deadlines.model import EVERY, KINDS, Deadline, Kind, Milestone
from kh_desktop.domain.deadlines.reading import read_deadline
from kh_desktop.domain.deadlines.words import compose, describe

__all__ = ["EVERY", "KINDS", "Deadline", "Kind", "Milestone", "compose", "describe", "read_deadline"]
