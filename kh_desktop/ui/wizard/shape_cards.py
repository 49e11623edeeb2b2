"""The four shapes of a plan as four small pictures to choose from."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QTextOption
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QGridLayout, QSizePolicy, QWidget

from kh_desktop.domain.model import Shape
from kh_desktop.ui import theme
from kh_desktop.ui.i18n import N_, tr
from kh_desktop.ui.widgets import paint_focus

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -2, Qt.Key.Key_Down: 2}

SHAPE_NAMES: dict[Shape, str] = {
    Shape.APPENDIX: N_("Nhiệm vụ ở phụ lục"),
    Shape.SECTIONS: N_("Chỉ có lời văn"),
    Shape.ASSIGNMENTS: N_("Phân công dưới từng việc"),
    Shape.TABLE_IN_BODY: N_("Bảng trong kế hoạch"),
}

SHAPE_SENTENCES: dict[Shape, str] = {
    Shape.APPENDIX: N_("Lời văn ngắn, bảng phân công nhiệm vụ in ở phụ lục kèm theo."),
    Shape.SECTIONS: N_("Mọi việc viết thành mục, điểm; không in bảng nhiệm vụ."),
    Shape.ASSIGNMENTS: N_("Dưới mỗi việc ghi chủ trì, phối hợp, sản phẩm, thời gian."),
    Shape.TABLE_IN_BODY: N_("Bảng nhiệm vụ nằm ngay trong phần nội dung."),
}

_MOVES: dict[Shape, str] = {
    Shape.APPENDIX: N_("{count} nhiệm vụ sẽ in thành bảng ở phụ lục kèm theo."),
    Shape.SECTIONS: N_("{count} nhiệm vụ vẫn được giữ trong sổ nhưng không in ra."),
    Shape.ASSIGNMENTS: N_(
        "{count} nhiệm vụ sẽ in thành từng việc trong phần nội dung, mỗi việc có dòng chủ trì, phối hợp, sản phẩm, thời gian."
    ),
    Shape.TABLE_IN_BODY: N_("{count} nhiệm vụ sẽ in thành bảng trong phần nội dung."),
}


def what_moves(shape: Shape, tasks: int) -> str:
    """What changing to ``shape`` does to the tasks, in a sentence; every text is kept."""
    kept = tr("Lời văn của các mục giữ nguyên.")
    return f"{tr(_MOVES[shape], count=tasks)} {kept}" if tasks else kept


class ShapeCard(QAbstractButton):
    """A picture of the page, a name, a sentence. ``walked(by)`` on an arrow key."""

    walked = Signal(int)

    def __init__(self, shape: Shape, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shape = shape
        self.setCheckable(True)
        self.setText(tr(SHAPE_NAMES[shape]))
        self.setAccessibleDescription(tr(SHAPE_SENTENCES[shape]))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(180, self.fontMetrics().height() * 5 + 22)

    def minimumSizeHint(self) -> QSize:
        return QSize(150, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses as Space does; arrows only walk, so that a shape is never changed by looking at the others."""
        by = _STEPS.get(Qt.Key(event.key()))
        if by is not None:
            self.walked.emit(by)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen, strong = self.isChecked(), self.hasFocus() or self.underMouse()
        edge = "accent" if chosen else "line_strong" if strong else "line"
        painter.setPen(QPen(theme.color("focus" if self.hasFocus() else edge), 2 if chosen or self.hasFocus() else 1))
        painter.setBrush(theme.color("accent_soft" if chosen else "surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 7, 7)
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()).adjusted(5, 5, -5, -5))
        picture = QRectF(10, (self.height() - 62) / 2, 44, 62)
        paint_shape(painter, picture, self.shape)
        left = picture.right() + 10
        words = QRectF(left, 8, self.width() - left - 8, self.height() - 14)
        painter.setFont(theme.scaled_font(bold=True))
        painter.setPen(theme.color("text"))
        option = QTextOption(Qt.AlignmentFlag.AlignLeft)
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        taken = painter.boundingRect(words, int(Qt.TextFlag.TextWordWrap), self.text())
        painter.drawText(words, self.text(), option)
        painter.setFont(theme.scaled_font(0.9))
        painter.setPen(theme.color("text_muted"))
        painter.drawText(words.adjusted(0, taken.height() + 2, 0, 0), tr(SHAPE_SENTENCES[self.shape]), option)
        painter.end()


class ShapeCards(QWidget):
    """The four cards, two and two; ``chosen(Shape)`` on a click."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards = {shape: ShapeCard(shape, self) for shape in Shape}
        self._group = QButtonGroup(self)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        for place, card in enumerate(self.cards.values()):
            self._group.addButton(card)
            grid.addWidget(card, place // 2, place % 2)
            card.walked.connect(lambda by, at=place: self._walk(at + by))
            card.clicked.connect(lambda _checked=False, shape=card.shape: self.chosen.emit(shape))

    def _walk(self, place: int) -> None:
        cards = list(self.cards.values())
        if 0 <= place < len(cards):
            cards[place].setFocus(Qt.FocusReason.OtherFocusReason)

    def set_shape(self, shape: Shape) -> None:
        """Mark the shape of the plan."""
        self.cards[shape].setChecked(True)


def paint_shape(painter: QPainter, page: QRectF, shape: Shape) -> None:
    """A thumbnail of a page of this shape: lines for words, a grid for a table."""
    painter.save()
    if shape is Shape.APPENDIX:
        _paper(painter, page.translated(8, -4).adjusted(0, 0, -8, -4))
        _table(painter, QRectF(page.x() + 13, page.y() + 6, page.width() - 18, 20))
        front = page.adjusted(0, 12, -10, 0)
        _paper(painter, front)
        _lines(painter, front, 0.14, (0.5, 0.8, 0.8, 0.6, 0.8, 0.7))
    else:
        _paper(painter, page)
        _lines(painter, page, 0.1, (0.5, 0.8, 0.8, 0.7) if shape is not Shape.SECTIONS else (0.5, 0.8, 0.8, 0.7, 0.8, 0.8, 0.6, 0.8, 0.75))
        if shape is Shape.TABLE_IN_BODY:
            _table(painter, page.adjusted(5, page.height() * 0.48, -5, -7))
        elif shape is Shape.ASSIGNMENTS:
            _assignments(painter, page)
    painter.restore()


def _ink() -> QColor:
    return theme.color("text_muted")


def _paper(painter: QPainter, page: QRectF) -> None:
    painter.setPen(QPen(theme.color("line_strong"), 1))
    painter.setBrush(theme.color("surface"))
    painter.drawRect(page)


def _lines(painter: QPainter, page: QRectF, top: float, widths: tuple[float, ...]) -> None:
    painter.setPen(QPen(_ink(), 1.4))
    for i, share in enumerate(widths):
        y = page.y() + page.height() * top + i * 5.6
        left = page.x() + page.width() * (0.25 if i == 0 else 0.1)
        painter.drawLine(round(left), round(y), round(left + page.width() * share), round(y))


def _table(painter: QPainter, box: QRectF) -> None:
    painter.setPen(QPen(theme.color("accent"), 1))
    painter.setBrush(theme.color("accent_soft"))
    painter.drawRect(box)
    for i in (1, 2, 3):
        y = box.y() + box.height() * i / 4
        painter.drawLine(round(box.left()), round(y), round(box.right()), round(y))
    for share in (0.16, 0.6, 0.8):
        x = box.x() + box.width() * share
        painter.drawLine(round(x), round(box.top()), round(x), round(box.bottom()))


def _assignments(painter: QPainter, page: QRectF) -> None:
    for block in (0.5, 0.76):
        y = page.y() + page.height() * block
        painter.setPen(QPen(_ink(), 1.4))
        painter.drawLine(round(page.x() + 5), round(y), round(page.right() - 6), round(y))
        painter.setPen(QPen(theme.color("accent"), 1.4))
        for i, share in enumerate((0.35, 0.5)):
            line = y + 4.5 + i * 4.5
            painter.drawLine(round(page.x() + 10), round(line), round(page.x() + 10 + page.width() * share), round(line))
