"""Expected failures: a code and its parameters. The sentence people read is in ``services.messages``."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """Exit codes of the command line (DESIGN section 9)."""

    DONE = 0
    FINDINGS = 1
    USAGE = 2
    UNREADABLE = 3
    WORKSPACE = 4


class KhError(Exception):
    """Something that can happen to anybody: a full disk, a damaged file, a locked workspace. Never a bug.

    ``code`` names the sentence in ``services.messages``; ``params`` fill it.
    """

    exit_code = Exit.UNREADABLE

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(f"{code} {params}" if params else code)
        self.code = code
        self.params = params


class WorkspaceError(KhError):
    """The workspace cannot be used: locked, newer, damaged, read-only."""

    exit_code = Exit.WORKSPACE


class UsageError(KhError):
    """The request itself makes no sense: no such plan, a missing answer."""

    exit_code = Exit.USAGE
