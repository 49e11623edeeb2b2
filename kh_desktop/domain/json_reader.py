"""Reading typed values out of a JSON object, so that a wrong file is refused with the name of the wrong field."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TypeVar

from kh_desktop.domain.errors import KhError
from kh_desktop.domain.vitext import clean, clean_line

E = TypeVar("E")
D = TypeVar("D")

LEVELS = ("xã", "phường", "đặc khu", "thị trấn")
_MAX_TEXT = 200_000


class Reader:
    """Reads typed values out of a JSON object and names the wrong field in the error."""

    def __init__(self, data: object, where: str = "") -> None:
        self.where = where
        if not isinstance(data, Mapping):
            raise KhError("answers.not_object", field=where or "tệp")
        self.data = data

    def name(self, key: str) -> str:
        """The full name of a field, for the sentence of an error: "groups[1].rows[2].content"."""
        return f"{self.where}.{key}" if self.where else key

    def text(self, key: str, default: str = "", *, lines: bool = False) -> str:
        """A text in stored form; ``lines`` keeps its line breaks. Numbers are taken as text."""
        value = self.data.get(key)
        if value is None:
            return default
        if isinstance(value, bool) or not isinstance(value, str | int):
            raise KhError("answers.wrong_field", field=self.name(key), expected="chữ")
        if len(str(value)) > _MAX_TEXT:
            raise KhError("answers.too_long", field=self.name(key))
        return clean(str(value)) if lines else clean_line(str(value))

    def flag(self, key: str) -> bool:
        """true or false; absent means false."""
        value = self.data.get(key, False)
        if not isinstance(value, bool):
            raise KhError("answers.wrong_field", field=self.name(key), expected="true hoặc false")
        return value

    def day(self, key: str) -> str:
        """An ISO day, or ""."""
        return check_day(self.text(key), self.name(key))

    def items(self, key: str) -> Sequence[object]:
        """A list; absent means empty."""
        value = self.data.get(key)
        if value is None:
            return ()
        if not isinstance(value, list):
            raise KhError("answers.wrong_field", field=self.name(key), expected="danh sách")
        return value

    def readers(self, key: str) -> list[Reader]:
        """A list of objects, each with its own reader."""
        return [Reader(item, f"{self.name(key)}[{i}]") for i, item in enumerate(self.items(key), start=1)]

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts."""
        out = []
        for i, item in enumerate(self.items(key), start=1):
            if not isinstance(item, str):
                raise KhError("answers.wrong_field", field=f"{self.name(key)}[{i}]", expected="chữ")
            out.append(clean(item))
        return tuple(out)

    def choice(self, key: str, kind: Callable[[str], E], values: Sequence[str], default: D) -> E | D:
        """One of ``values``; absent means ``default``."""
        value = self.text(key)
        if not value:
            return default
        if value not in values:
            raise KhError("answers.wrong_choice", field=self.name(key), value=value, choices=", ".join(values))
        return kind(value)


def check_day(value: str, field: str) -> str:
    """``value`` when it is an ISO day or empty; a KhError that names ``field`` otherwise."""
    if not value:
        return value
    try:
        # fromisoformat also takes "20270105" and week dates; stored days have one form only.
        if date.fromisoformat(value).isoformat() == value:
            return value
    except ValueError:
        pass
    raise KhError("answers.wrong_date", field=field, value=value)
