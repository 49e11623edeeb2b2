"""Everything about indicators in one place for screens and commands: definitions, targets of plans, readings of periods."""

from __future__ import annotations

from kh_desktop.services.indicator_book import (
    hide_indicator,
    indicator,
    indicators,
    reset_indicator,
    save_indicator,
    shipped,
)
from kh_desktop.services.reading_files import ReadingImport, import_readings
from kh_desktop.services.readings import (
    computed,
    doubts,
    figure_words,
    reading_log,
    readings,
    remove_reading,
    set_reading,
    totals,
)
from kh_desktop.services.targets import (
    add_target,
    found_targets,
    remove_targets,
    take_targets,
    targets,
    update_target,
)

__all__ = [
    "ReadingImport", "add_target", "computed", "doubts", "figure_words", "found_targets", "hide_indicator", "import_readings", "indicator",
    "indicators", "reading_log", "readings", "remove_reading", "remove_targets", "reset_indicator", "save_indicator", "set_reading",
    "shipped", "take_targets", "targets", "totals", "update_target",
]  # fmt: skip
