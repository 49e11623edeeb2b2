"""Colours, font and the one small stylesheet. Fusion with our palette, light or dark as the system is (or as the setting says)."""

from __future__ import annotations

import re
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from kh_desktop.resources import resource_path

THEMES = ("system", "light", "dark")
SCALES = (100, 110, 125, 150)
STYLE = "Fusion"


class Token(NamedTuple):
    """One colour in both themes."""

    light: str
    dark: str


TOKENS: dict[str, Token] = {
    "window": Token("#f5f6f8", "#1c1f24"),
    "surface": Token("#ffffff", "#24282e"),
    "raised": Token("#eceff3", "#2d323a"),
    "line": Token("#dfe3e8", "#363c45"),
    "line_strong": Token("#b9c1cc", "#525b68"),
    "text": Token("#1b2430", "#e8ebf0"),
    "text_muted": Token("#566173", "#aab3c0"),
    "text_disabled": Token("#8b94a3", "#717b89"),
    "accent": Token("#174a87", "#8fbcf7"),
    "accent_hover": Token("#103a6d", "#aaccfa"),
    "accent_text": Token("#ffffff", "#0d2340"),
    "accent_soft": Token("#e3ecf7", "#2b3b52"),
    "selection": Token("#cfe0f5", "#34507a"),
    "selection_text": Token("#10243d", "#f3f6fb"),
    "focus": Token("#2f6fbf", "#8fbcf7"),
    "link": Token("#174a87", "#8fbcf7"),
    "late": Token("#b3261e", "#ff9c92"),
    "soon": Token("#8a5300", "#f2bf6b"),
    "done": Token("#1d6b3a", "#83d39b"),
    "ongoing": Token("#3d5a80", "#a6bfdf"),
    "waiting": Token("#655879", "#c3b5d9"),
    "error_bg": Token("#fcebea", "#43292a"),
    "warning_bg": Token("#fdf3e0", "#40351f"),
    "info_bg": Token("#e8f0fa", "#27354a"),
    "done_bg": Token("#e6f4ea", "#223a2b"),
    "found": Token("#fbe7a8", "#5c4a17"),
    "found_now": Token("#f7c948", "#7a5c0c"),
    "paper_edge": Token("#cfd5dd", "#15171b"),
}

# Pairs (text, ground) that must be readable: WCAG 2.1, 1.4.3 asks for 4.5:1.
CONTRAST_PAIRS: tuple[tuple[str, str], ...] = (
    *((text, ground) for text in ("text", "text_muted", "accent", "link") for ground in ("window", "surface", "raised")),
    *((text, ground) for text in ("late", "soon", "done", "ongoing", "waiting") for ground in ("window", "surface")),
    *(("accent_text", ground) for ground in ("accent", "accent_hover")),
    *((text, "accent_soft") for text in ("accent", "text")),
    *(("selection_text", "selection"), ("late", "error_bg"), ("soon", "warning_bg"), ("accent", "info_bg"), ("done", "done_bg")),
    *(("text", ground) for ground in ("error_bg", "warning_bg", "info_bg", "done_bg", "found", "found_now")),
)


class ThemeManager(QObject):
    """The theme of the running program; lives as long as the application."""

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self.choice = "system"
        self.scale = 100
        self.dark = False
        self._family = ""
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_changed)

    def apply(self, choice: str | None = None, scale: int | None = None) -> None:
        """Use another theme ("system", "light", "dark") or font size (per cent)."""
        self.choice = choice if choice in THEMES else self.choice
        self.scale = min(150, max(100, scale)) if scale else self.scale
        self.dark = self._wants_dark()
        # Asking the application for its style would make all the classes of styles, which costs the start.
        if self._app.property("khStyle") != STYLE:
            self._app.setStyle(STYLE)
            self._app.setProperty("khStyle", STYLE)
        font = self._app.font()
        font.setFamily(self._screen_family())
        font.setPointSizeF(10 * self.scale / 100)
        font.setStyleStrategy(QFont.StyleStrategy.PreferAntialias)
        self._app.setFont(font)
        self._app.setPalette(self._palette())
        sheet = self._stylesheet()
        if sheet != self._app.styleSheet():
            # Styles every widget there is again, so only when something is new.
            self._app.setStyleSheet(sheet)
        self.changed.emit()

    def hex_of(self, token: str) -> str:
        """The colour of ``token`` as "#rrggbb"."""
        pair = TOKENS[token]
        return pair.dark if self.dark else pair.light

    def _wants_dark(self) -> bool:
        if self.choice != "system":
            return self.choice == "dark"
        return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark

    def _system_changed(self) -> None:
        if self.choice == "system" and self._wants_dark() != self.dark:
            self.apply()

    def _screen_family(self) -> str:
        """Segoe UI where it is, else the first good one; our own font where the platform has none (offscreen on Windows)."""
        if not self._family:
            if not (found := _first_family()) and not QFontDatabase.families():
                _load_own_fonts()
                found = _first_family()
            self._family = found or self._app.font().family()
        return self._family

    def _palette(self) -> QPalette:
        role, hex_of = QPalette.ColorRole, self.hex_of
        palette = QPalette()
        for target, token in (
            (role.Window, "window"), (role.WindowText, "text"), (role.Base, "surface"), (role.AlternateBase, "raised"), (role.Text, "text"),
            (role.Button, "surface"), (role.ButtonText, "text"), (role.BrightText, "late"), (role.Highlight, "selection"),
            (role.HighlightedText, "selection_text"), (role.Link, "link"), (role.LinkVisited, "link"), (role.ToolTipBase, "raised"),
            (role.ToolTipText, "text"), (role.PlaceholderText, "text_muted"), (role.Accent, "accent"), (role.Mid, "line_strong"),
            (role.Midlight, "line"), (role.Light, "surface"), (role.Dark, "line_strong"), (role.Shadow, "line_strong"),
        ):  # fmt: skip
            palette.setColor(target, QColor(hex_of(token)))
        for target in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
            palette.setColor(QPalette.ColorGroup.Disabled, target, QColor(hex_of("text_disabled")))
        return palette

    def _stylesheet(self) -> str:
        colours = {name: self.hex_of(name) for name in TOKENS}
        colours["arrow"] = resource_path("icons", "combo-arrow.svg").as_posix()
        colours["tick"] = resource_path("icons", "tick-dark.svg" if self.dark else "tick-light.svg").as_posix()
        text = resource_path("icons", "style.qss").read_text(encoding="utf-8")
        return re.sub(r"@(\w+)", lambda found: colours[found[1]], text)


def manager() -> ThemeManager:
    """The manager of the running application; made at the first call."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise RuntimeError("no QApplication")
    found = getattr(app, "kh_theme", None)
    if not isinstance(found, ThemeManager):
        found = ThemeManager(app)
        app.kh_theme = found  # type: ignore[attr-defined]
    return found


def notifier() -> ThemeManager:
    """The object whose ``changed`` signal tells that colours or sizes are new."""
    return manager()


def hex_of(token: str) -> str:
    """The colour of ``token`` in the present theme as "#rrggbb"."""
    return manager().hex_of(token)


def color(token: str) -> QColor:
    """The colour of ``token`` in the present theme."""
    return QColor(manager().hex_of(token))


def is_dark() -> bool:
    """Whether the dark theme is on."""
    return manager().dark


def font_scale() -> float:
    """The font size setting: 1.0 to 1.5."""
    return manager().scale / 100


def scaled_font(factor: float = 1.0, *, bold: bool = False) -> QFont:
    """The screen font, larger or smaller by ``factor``."""
    font = QFont(QApplication.font())
    font.setPointSizeF(font.pointSizeF() * factor)
    if bold:
        font.setWeight(QFont.Weight.DemiBold)
    return font


def document_font_family() -> str:
    """The font documents are shown in: Times New Roman where installed, else the Liberation Serif we ship (same widths)."""
    families = set(QFontDatabase.families())
    if "Times New Roman" in families:
        return "Times New Roman"
    if "Liberation Serif" not in families:
        _load_own_fonts()
    return "Liberation Serif"


def contrast(first: str, second: str) -> float:
    """Contrast ratio of two "#rrggbb" colours (WCAG 2.1, relative luminance)."""
    high, low = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _first_family() -> str:
    """The first font for the screen that is there; "" when none is."""
    wanted = ("Segoe UI", "Noto Sans", "Open Sans", "Liberation Sans", "DejaVu Sans", "Liberation Serif")
    return next((name for name in wanted if QFontDatabase.hasFamily(name)), "")


def _load_own_fonts() -> None:
    for path in sorted(resource_path("fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(path))
