"""The pictures of the help pages and of the README, taken anew from the real window: ``make pictures``. Those of the installer's
pages come from page_pictures.sh."""

from __future__ import annotations

import os
import sys
import tempfile
from datetime import datetime, tzinfo
from importlib import import_module
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parents[1]
OUT = ROOT / "resources" / "help"
# Title in the tour -> name of the picture.
WANTED = {
    "bat-dau": "bat-dau",
    "khai-bao-co-quan": "co-quan",
    "tong-quan": "tong-quan",
    "soan-can-cu": "soan",
    "soan-kiem-tra": "kiem-tra",
    "phu-luc": "phu-luc",
    "mo-ke-hoach": "mo-ke-hoach",
    "lap-nam-sau": "nam-sau",
    "ban-hanh": "ban-hanh",
    "tien-do": "tien-do",
    "lich-thang": "lich",
    "chi-tieu": "chi-tieu",
    "bao-cao-so-lieu": "bao-cao-so-lieu",
    "bao-cao-bieu": "bao-cao",
    "bao-cao-loi-van": "bao-cao-loi-van",
    "bao-cao-xuat": "bao-cao-xuat",
    "tong-quan-den-han": "den-han",
}
# The pictures tell of a year: what is done in it happens then, whenever they are taken.
MOMENTS = {"issuing": "2026-11-18T09:10", "figures": "2027-03-15T08:05"}


def main() -> None:
    """Runs the tour and keeps the wanted pictures, in 256 colours (a third of the size), the rare red and amber among them."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    sys.path.insert(0, str(ROOT))
    from kh_desktop.ui import tour

    for name, moment in MOMENTS.items():
        import_module(f"kh_desktop.services.{name}").datetime = _stopped_at(moment)  # type: ignore[attr-defined]
    OUT.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for taken in tour.run(Path(folder)):
            title = taken.stem.partition("-")[2]
            if title in WANTED:
                with Image.open(taken) as image:
                    few = image.convert("RGB").quantize(256, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
                    few.save(OUT / f"{WANTED[title]}.png", optimize=True)
    missing = [name for name in WANTED.values() if not (OUT / f"{name}.png").exists()]
    if missing:
        sys.exit(f"not taken: {', '.join(missing)}")


def _stopped_at(moment: str) -> type[datetime]:
    class Stopped(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
            return datetime.fromisoformat(moment)

    return Stopped


if __name__ == "__main__":
    main()
