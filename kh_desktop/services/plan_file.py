"""Plans as JSON files: the wizard's answers, and lossless copies."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from kh_desktop.domain import plan_json
from kh_desktop.domain.errors import KhError
from kh_desktop.domain.model import Plan
from kh_desktop.store.known_errors import os_error

_MAX_BYTES = 20_000_000


def read_json(path: Path) -> object:
    """The content of a JSON file. KhError file.missing, answers.not_json, answers.too_big."""
    try:
        if path.stat().st_size > _MAX_BYTES:
            raise KhError("answers.too_big", path=path)
        return json.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise os_error(error, path) from error
    except (UnicodeDecodeError, ValueError, RecursionError) as error:
        raise KhError("answers.not_json", path=path) from error


def read_answers(path: Path) -> Plan:
    """The plan of an answers file. KhError names the field that is missing or wrong."""
    return plan_json.plan_from_json(read_json(path))


def plan_to_json(plan: Plan) -> dict[str, Any]:
    """A plan as a JSON object, lossless."""
    return plan_json.plan_to_json(plan)


def plan_from_json(data: object) -> Plan:
    """The plan of a JSON object. KhError names the field that is missing or wrong."""
    return plan_json.plan_from_json(data)
