"""The program's icon for Windows in the sizes it asks for at 100 to 200 %, and the picture beside the first and last page of the
installer; both from resources/icons/app.svg.   icon.py OUT.ico SIDE.bmp"""

from __future__ import annotations

import os
import struct
import sys
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QBuffer, QIODevice, QRectF, Qt  # noqa: E402 - the platform is chosen first
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter  # noqa: E402
from PySide6.QtSvg import QSvgRenderer  # noqa: E402

SVG = Path(__file__).resolve().parents[1] / "resources" / "icons" / "app.svg"
SIZES = (16, 20, 24, 32, 40, 48, 64, 96, 128, 256)


def main(out: Path, side: Path) -> None:
    """Writes an .ico whose pictures are PNGs, which Windows has read since Vista, and the side picture."""
    app = QGuiApplication([])
    pictures = [_png(size) for size in SIZES]
    place = 6 + 16 * len(SIZES)
    entries = b""
    for size, png in zip(SIZES, pictures, strict=True):
        entries += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(png), place)
        place += len(png)
    out.write_bytes(struct.pack("<HHH", 0, 1, len(SIZES)) + entries + b"".join(pictures))
    _side().save(str(side), "BMP")
    app.quit()


def _side() -> QImage:
    # 164 x 314 is NSIS's size at 100 %; twice that stays sharp at 200 %.
    image = QImage(328, 628, QImage.Format.Format_RGB888)
    image.fill(QColor("#e8eef6"))
    painter = QPainter(image)
    painter.fillRect(0, 0, 12, 628, QColor("#174a87"))
    QSvgRenderer(str(SVG)).render(painter, QRectF(94, 72, 152, 152))
    painter.end()
    return image.convertToFormat(QImage.Format.Format_RGB888, Qt.ImageConversionFlag.AvoidDither)


def _png(size: int) -> bytes:
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(str(SVG)).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
