"""Names of files that every disk takes: what Windows refuses, and what it silently changes, is replaced beforehand.

Windows keeps some names for devices (CON, NUL, COM1 …, with any suffix), takes ``a:b`` for a hidden stream of the file ``a``, and drops
blanks and dots at the end of a name (Microsoft, "Naming Files, Paths, and Namespaces").
"""

from __future__ import annotations

import re

LONGEST = 150
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
_DEVICE = re.compile(r"(?:CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(?:COM|LPT)[0-9¹²³])(?=\s*(?:\.|$))", re.IGNORECASE)
_SUFFIX = re.compile(r"\.[A-Za-z0-9]{1,8}$")


def safe_file_name(name: str, instead: str = "tep") -> str:
    """``name`` as a file name that Windows takes, at most ``LONGEST`` characters with its suffix; ``instead`` when nothing is left of it.

    A name without fault stays letter for letter.
    """
    kept = _FORBIDDEN.sub("-", name).strip().rstrip(". ")
    if _DEVICE.match(kept):
        kept = f"_{kept}"
    if len(kept) > LONGEST:
        found = _SUFFIX.search(kept)
        suffix = found[0] if found else ""
        kept = kept[: LONGEST - len(suffix)].rstrip(". ") + suffix
    return kept if kept.strip("-. ") else instead


def is_safe_file_name(name: str) -> bool:
    """Whether Windows takes ``name`` as it is; the length is another question."""
    return not (_FORBIDDEN.search(name) or _DEVICE.match(name) or name != name.rstrip(". ") or not name)
