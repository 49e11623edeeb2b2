"""Hướng dẫn: short pages in resources/help, opened at the page one is on."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QWidget

from kh_desktop.resources import resource_path
from kh_desktop.ui import theme
from kh_desktop.ui.dialogs.base import Sheet
from kh_desktop.ui.i18n import N_, language, tr
from kh_desktop.ui.widgets import Banner, TextReader

TOPICS: tuple[tuple[str, str], ...] = (
    ("bat-dau", N_("Bắt đầu")),
    ("cai-dat", N_("Cài đặt, sổ ở đâu")),
    ("co-quan", N_("Khai báo cơ quan")),
    ("mo-ke-hoach", N_("Mở kế hoạch có sẵn")),
    ("soan", N_("Soạn kế hoạch")),
    ("nam-sau", N_("Lập kế hoạch năm sau")),
    ("phu-luc", N_("Phụ lục nhiệm vụ")),
    ("lich", N_("Lịch")),
    ("chi-tieu", N_("Chỉ tiêu")),
    ("bao-cao", N_("Báo cáo")),
    ("nhac-viec", N_("Nhắc việc")),
    ("in-xuat", N_("In, xuất tệp")),
    ("ban-hanh", N_("Trình ký, ban hành")),
    ("sao-luu", N_("Sao lưu, phục hồi")),
    ("tieng-viet", N_("Gõ tiếng Việt, phím tắt")),
)
TOPIC_OF_PAGE: dict[str, str] = {
    "home": "bat-dau",
    "plans": "ban-hanh",
    "plan": "soan",
    "import": "mo-ke-hoach",
    "appendix": "phu-luc",
    "calendar": "lich",
    "indicators": "chi-tieu",
    "reports": "bao-cao",
    "reminders": "nhac-viec",
    "settings": "sao-luu",
    "office": "co-quan",
}


class HelpDialog(Sheet):
    """Topics on the left, the page on the right."""

    def __init__(self, topic: str = "bat-dau", parent: QWidget | None = None) -> None:
        super().__init__(tr("Hướng dẫn"), width=820, parent=parent)
        self._list = QListWidget(self)
        self._list.setAccessibleName(tr("Các mục hướng dẫn"))
        self._list.setProperty("kind", "roomy")
        for _key, words in TOPICS:
            self._list.addItem(tr(words))
        self._list.setFixedWidth(round(190 * theme.font_scale()))
        self._reader = TextReader(tr("Nội dung hướng dẫn"), self)
        self._reader.setMinimumHeight(round(360 * theme.font_scale()))
        self._reader.anchorClicked.connect(self._follow)
        if language() != "vi":
            self.body.addWidget(Banner(tr("Các trang hướng dẫn chỉ có bằng tiếng Việt."), "info", slim=True, parent=self))
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._list)
        row.addWidget(self._reader, 1)
        self.body.addLayout(row, 1)
        self.add_close(tr("Đóng"), safe=True)
        self._list.currentRowChanged.connect(self._show)
        self.open_topic(topic)

    def open_topic(self, topic: str) -> None:
        """Show the page ``topic``."""
        names = [key for key, _words in TOPICS]
        self._list.setCurrentRow(names.index(topic) if topic in names else 0)

    def _show(self, row: int) -> None:
        folder = resource_path("help")
        text = (folder / f"{TOPICS[row][0]}.md").read_text(encoding="utf-8")
        self._reader.show_markdown(text, folder, picture_width=round(500 * theme.font_scale()))

    def _follow(self, url: QUrl) -> None:
        self.open_topic(url.fileName().removesuffix(".md"))
