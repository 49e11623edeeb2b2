"""A target of a plan as JSON and back."""

from __future__ import annotations

from typing import Any

from kh_desktop.domain.errors import KhError
from kh_desktop.domain.json_reader import Reader
from kh_desktop.domain.model import COMPARATORS, Target
from kh_desktop.domain.numbers import is_stored_number


def target_to_json(t: Target) -> dict[str, Any]:
    """``t`` as a JSON object, without its stored id."""
    return {
        "indicator": t.indicator, "value": t.value, "comparator": t.comparator, "denominator": t.denominator, "sentence": t.sentence,
        "anchor": t.anchor, "growth": t.growth, "ceiling": t.ceiling, "base": t.base,
    }  # fmt: skip


def target_from_json(r: Reader) -> Target:
    """The target of a JSON object. KhError names the field that is wrong."""
    year, colon, level = r.text("base").rpartition(":")
    _number(r, "base", level)
    if colon and not (len(year) == 4 and year.isdigit()):
        raise KhError("answers.wrong_field", field=r.name("base"), expected="năm và mức, ví dụ 2026:40")
    return Target(
        indicator=r.text("indicator"),
        value=_number(r, "value", r.text("value")),
        comparator=r.choice("comparator", str, COMPARATORS, ">="),
        denominator=r.text("denominator"),
        sentence=r.text("sentence", lines=True),
        anchor=r.text("anchor"),
        growth=_number(r, "growth", r.text("growth"), relative=True),
        ceiling=_number(r, "ceiling", r.text("ceiling")),
        base=r.text("base"),
    )


def _number(r: Reader, key: str, text: str, *, relative: bool = False) -> str:
    if text and not is_stored_number(text.removesuffix("%") if relative else text):
        raise KhError("answers.wrong_field", field=r.name(key), expected="số dạng chữ, ví dụ “60” hoặc “12.5”")
    return text
