"""Expected failures, said in one sentence: what happened, what is safe, what to do."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Concatenate, ParamSpec, TypeVar, cast

from PySide6.QtWidgets import QApplication, QWidget

from kh_desktop.domain.errors import KhError
from kh_desktop.services.messages import MESSAGES
from kh_desktop.ui.i18n import tr

P = ParamSpec("P")
R = TypeVar("R")
W = TypeVar("W", bound=QWidget)


def error_sentence(error: KhError) -> str:
    """The sentence for ``error`` in the language of the window."""
    source = MESSAGES.get(error.code)
    if source is None:
        return tr("Không làm được ({code}). Dữ liệu trong sổ vẫn còn nguyên.", code=error.code)
    return tr(source, **error.params) if error.params else tr(source)


def show_error(parent: QWidget | None, error: KhError) -> None:
    """Tell a person what went wrong."""
    from PySide6.QtWidgets import QMessageBox

    box = QMessageBox(QMessageBox.Icon.Warning, tr("Không làm được"), error_sentence(error), QMessageBox.StandardButton.Ok, parent)
    box.setObjectName("errorBox")
    box.exec()


def guarded(method: Callable[Concatenate[W, P], R]) -> Callable[Concatenate[W, P], R | None]:
    """For a slot or handler of a widget: an expected failure is shown and the program goes on."""

    @functools.wraps(method)
    def run(self: W, *args: P.args, **kwargs: P.kwargs) -> R | None:
        try:
            return method(self, *args, **kwargs)
        except KhError as error:
            show_error(self if isinstance(self, QWidget) else QApplication.activeWindow(), error)
            return None

    return cast("Callable[Concatenate[W, P], R | None]", run)
