"""Field names nobody reads: a misspelt one must not swallow what it holds."""

from __future__ import annotations

from collections.abc import Mapping

from kh_desktop.domain.errors import KhError


def check_fields(data: object, pattern: object, extra: frozenset[str], where: str = "") -> None:
    """Refuses names in ``data`` that the JSON object ``pattern`` does not have; lists are held against the first item of the pattern's.

    ``extra`` are names that are known but not written by us. KhError "answers.unknown_field" or, with the nearest known name,
    "answers.misspelt_field".
    """
    if isinstance(data, list) and isinstance(pattern, list) and pattern:
        for place, item in enumerate(data, start=1):
            check_fields(item, pattern[0], extra, f"{where}[{place}]")
    if not isinstance(data, Mapping) or not isinstance(pattern, Mapping):
        return
    for key, value in data.items():
        name = f"{where}.{key}" if where else str(key)
        if key in pattern:
            check_fields(value, pattern[key], extra, name)
        elif key not in extra:
            import difflib

            near = difflib.get_close_matches(str(key), list(pattern), n=1)
            if near:
                raise KhError("answers.misspelt_field", field=name, near=near[0])
            raise KhError("answers.unknown_field", field=name)
