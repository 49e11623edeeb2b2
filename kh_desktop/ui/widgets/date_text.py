"""Dates between the text a person reads (05/01/2027) and ISO (2027-01-05)."""

from __future__ import annotations

import re
from datetime import date

PATTERN = re.compile(r"(\d{1,2})\s*[/.\-\s]\s*(\d{1,2})\s*[/.\-\s]\s*(\d{4})|(\d{2})(\d{2})(\d{4})|(\d{4})-(\d{2})-(\d{2})")


def iso_from_text(text: str) -> str | None:
    """ISO date of "5/1/2027", "05-01-2027", "05012027"; "" of nothing; None when it is no date that exists."""
    text = text.strip()
    if not text:
        return ""
    match = PATTERN.fullmatch(text)
    if not match:
        return None
    groups = match.groups()
    if groups[6]:
        year, month, day = groups[6:9]
    else:
        day, month, year = groups[0:3] if groups[0] else groups[3:6]
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


def text_from_iso(iso: str) -> str:
    """ "05/01/2027" of "2027-01-05"; other texts stay as they are."""
    match = re.match(r"(\d{4})-(\d{2})-(\d{2})", iso)
    return f"{match[3]}/{match[2]}/{match[1]}" if match else iso
