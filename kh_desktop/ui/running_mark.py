"""The mark by which the installer sees that the program runs: a named mutex, which Windows itself takes away with the program.

The name is known to ``installer/``. A program on a stick does not set it: nothing that it has open is in the folder of the installed one.
"""

from __future__ import annotations

import os
from typing import Any

NAME = "Local\\KHDesktop"
_SYNCHRONIZE = 0x0010_0000


class RunningMark:
    """The mark of this process. ``kernel``: kernel32 or what stands in for it (None: the real one, on Windows only)."""

    def __init__(self, kernel: Any = None) -> None:
        self._kernel = kernel if kernel is not None else _kernel32()
        self._handle: Any = None

    def set(self) -> bool:
        """Set it for as long as the program runs; False where there is no such thing."""
        if self._kernel is not None and not self._handle:
            # Several copies hold the same mutex: it is there until the last has ended.
            self._handle = self._kernel.CreateMutexW(None, False, NAME)
        return bool(self._handle)

    def remove(self) -> None:
        """Take it away; harmless when done twice."""
        if self._handle:
            self._kernel.CloseHandle(self._handle)
            self._handle = None

    def is_set(self) -> bool:
        """Whether any copy of the program has set it."""
        found = self._kernel.OpenMutexW(_SYNCHRONIZE, False, NAME) if self._kernel is not None else None
        if found:
            self._kernel.CloseHandle(found)
        return bool(found)


def _kernel32() -> Any:
    if os.name != "nt":
        return None
    import ctypes
    from ctypes import wintypes

    kernel = ctypes.WinDLL("kernel32")  # type: ignore[attr-defined,unused-ignore]
    kernel.CreateMutexW.argtypes = (wintypes.LPVOID, wintypes.BOOL, wintypes.LPCWSTR)
    kernel.CreateMutexW.restype = wintypes.HANDLE
    kernel.OpenMutexW.argtypes = (wintypes.DWORD, wintypes.BOOL, wintypes.LPCWSTR)
    kernel.OpenMutexW.restype = wintypes.HANDLE
    kernel.CloseHandle.argtypes = (wintypes.HANDLE,)
    return kernel
