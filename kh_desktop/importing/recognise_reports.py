"""The reporting rules a plan states: from which day to which day figures are counted, and when reports are due inside the office."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kh_desktop.domain.vitext import clean_line
from kh_desktop.importing.names import iso_day
from kh_desktop.importing.reading import Cutoffs

_QUARTER = re.compile(
    r"từ ngày\s+(\d{1,2})\s+(?:của\s+)?tháng\s+(?:trước|cuối)[^.;]{0,60}?"
    r"đến\s+(?:hết\s+)?ngày\s+(\d{1,2})\s+(?:của\s+)?tháng\s+cuối\s+(?:của\s+)?(?:quý|kỳ)",
    re.IGNORECASE,
)
_YEAR = re.compile(
    r"năm[^.;]{0,40}?từ ngày\s+(\d{1,2})(?:\s+tháng\s+|/)(\d{1,2})(?:(?:\s+năm\s+|/)(\d{4}))?([^.;]{0,40}?)đến\s+(?:hết\s+)?ngày\s+"
    r"(\d{1,2})(?:\s+tháng\s+|/)(\d{1,2})(?:(?:\s+năm\s+|/)(\d{4}))?",
    re.IGNORECASE,
)
_DUE = re.compile(
    r"(?:chậm nhất|trước|muộn nhất)\s*(?:là\s+)?(?:vào\s+)?(ngày\s+\d{1,2}\s+(?:của\s+)?tháng\s+cuối\s+(?:của\s+)?(?:quý|kỳ))",
    re.IGNORECASE,
)


def cutoffs_of(texts: Sequence[str], year: int) -> Cutoffs | None:
    """What the sentences of a plan say about figures and reports; None when they say nothing. A year that is written out makes the days of
    the year's report ISO days, else they are month and day."""
    whole = " ".join(clean_line(text) for text in texts if "ngày" in text)
    quarter, annual, due = _QUARTER.search(whole), _YEAR.search(whole), _DUE.search(whole)
    if not (quarter or annual or due):
        return None
    first, last = _year_days(annual, year) if annual else ("", "")
    return Cutoffs(
        from_day=int(quarter[1]) if quarter else 0,
        to_day=int(quarter[2]) if quarter else 0,
        year_from=first,
        year_to=last,
        internal_due=clean_line(due[1]) if due else "",
    )


def _year_days(found: re.Match[str], year: int) -> tuple[str, str]:
    try:
        if found[3] or found[7]:
            of_year = int(found[3] or found[7])
            return iso_day(str(of_year), found[2], found[1]), iso_day(found[7] or str(year or of_year), found[6], found[5])
        iso_day("2000", found[2], found[1])
        iso_day("2000", found[6], found[5])
    except ValueError:
        return "", ""
    return f"{int(found[2]):02d}-{int(found[1]):02d}", f"{int(found[6]):02d}-{int(found[5]):02d}"
