"""Giới thiệu, with the notices of the libraries we stand on."""

from __future__ import annotations

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QWidget

from kh_desktop import __version__
from kh_desktop.resources import resource_path
from kh_desktop.ui import theme
from kh_desktop.ui.dialogs.base import Sheet
from kh_desktop.ui.i18n import tr
from kh_desktop.ui.widgets import TextReader, text_label

# Library and its licence, as its authors publish it.
LIBRARIES: tuple[tuple[str, str], ...] = (
    ("PySide6_Essentials", "Qt for Python, LGPL-3.0"),
    ("sqlite-utils", "Apache-2.0"),
    ("openpyxl", "MIT"),
    ("reportlab", "BSD-3-Clause"),
    ("pypdfium2", "Apache-2.0 / BSD-3-Clause; PDFium: BSD-3-Clause"),
    ("platformdirs", "MIT"),
)


def notices() -> str:
    """Names, versions and licences; the full texts when the build has collected them."""
    from importlib import metadata  # 11 ms that the start need not pay

    lines = []
    for name, licence in LIBRARIES:
        try:
            version = metadata.version(name)
        except metadata.PackageNotFoundError:
            version = ""
        lines.append(f"{name} {version}".strip() + f": {licence}")
    lines.append("Liberation Serif 2.1.5: SIL Open Font License 1.1")
    collected = resource_path("third_party_notices.txt")
    if collected.is_file():
        lines += ["", collected.read_text(encoding="utf-8", errors="replace")]
    return "\n".join(lines)


class AboutDialog(Sheet):
    """What this program is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            tr("KH Desktop {version}", version=__version__),
            tr("Soạn, in và theo dõi kế hoạch kiểm soát thủ tục hành chính, thực hiện cơ chế một cửa của UBND cấp xã."),
            width=560,
            parent=parent,
        )
        self.body.addWidget(text_label(tr("Giấy phép MIT. Chương trình không nối mạng; mọi dữ liệu ở trong sổ kế hoạch trên máy này.")))
        self.body.addWidget(text_label(tr("Thư viện dùng trong chương trình (Qt {version}):", version=qVersion()), "muted"))
        reader = TextReader(tr("Giấy phép của các thư viện"), self)
        reader.show_plain(notices())
        reader.setMinimumHeight(round(180 * theme.font_scale()))
        self.body.addWidget(reader, 1)
        self.add_close(tr("Đóng"), safe=True)
