"""Collects the licences of everything in the installer from the packages themselves.

``write`` makes the full text (installed as THIRD-PARTY-NOTICES.txt, shown in the about dialog) and the page of the installer. A package
without a licence file stops the build: somebody must look at it.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import Distribution, distributions
from pathlib import Path

from pin import pinned

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
# Their wheels carry only the commercial licence's name; licences/qt.txt says what applies here.
QT = ("pyside6-essentials", "shiboken6")
# Build tools that leave something in the result.
ALSO = ("pyinstaller",)
FONT = "Liberation Serif 2.1.5: SIL Open Font License 1.1"
RULE = "=" * 100


def write(site: Path, python_licence: Path, full: Path, page: Path) -> None:
    """Writes the full notices to ``full`` and the licence page to ``page``; ``site``: the installed packages, licences beside them."""
    packages = sorted(_shipped(site), key=_key)
    table = [f"{p.metadata['Name']} {p.version}: {_licence_name(p)}" for p in packages]
    head = ["Phần mềm của bên thứ ba trong KH Desktop", "", "Python 3.11: PSF License 2", *table, FONT]
    parts = ["\n".join(head), *_texts(packages, python_licence)]
    full.write_text(f"\n\n{RULE}\n".join(parts) + "\n", encoding="utf-8")
    page.write_text(_page(head), encoding="utf-8-sig")


def _page(head: list[str]) -> str:
    """What the installer shows: our licence, then the names of the others."""
    ours = (ROOT / "LICENSE").read_text(encoding="utf-8")
    words = [
        "KH Desktop là phần mềm tự do, không thu phí, theo giấy phép MIT dưới đây. Chương trình không nối mạng, không gửi dữ liệu đi đâu.",
        "Được tự do dùng, sao chép, sửa đổi, chuyển cho cơ quan khác; phần mềm được cung cấp nguyên trạng, không kèm bảo đảm.",
    ]
    tail = [
        "Qt được dùng theo LGPL-3.0: các tệp DLL của Qt có thể được thay bằng bản khác.",
        "Toàn văn giấy phép nằm trong tệp THIRD-PARTY-NOTICES.txt ở thư mục cài đặt và trong mục Giới thiệu của chương trình.",
    ]
    return "\r\n".join([*words, "", *ours.rstrip().splitlines(), "", RULE[:70], *head, "", *tail]) + "\r\n"


def _key(package: Distribution) -> str:
    return str(package.metadata["Name"]).lower().replace("_", "-")


def _shipped(site: Path) -> Iterator[Distribution]:
    wanted = {name.lower().replace("_", "-") for name in pinned("requirements.txt")} | {*ALSO, "colorama"}
    found = {_key(p): p for p in distributions(path=[str(site)])}
    missing = sorted(wanted - found.keys())
    if missing:
        raise SystemExit(f"not among the Windows packages: {', '.join(missing)} (run installer/pin.py)")
    return (found[name] for name in wanted)


def _licence_name(package: Distribution) -> str:
    if _key(package) in QT:
        return "LGPL-3.0"
    meta = package.metadata
    said = meta.get("License-Expression") or meta.get("License") or ""
    classes = [c.rsplit(" :: ", 1)[-1] for c in meta.get_all("Classifier") or [] if c.startswith("License ::")]
    first = said.strip().splitlines()[0] if said.strip() else ""
    return first if 0 < len(first) < 120 else "; ".join(classes) or first


def _texts(packages: list[Distribution], python_licence: Path) -> Iterator[str]:
    """One text a package; a text that was there already (Apache's, say) is named instead of repeated."""
    yield _file("licences/qt.txt")
    yield _file("licences/LGPL-3.0.txt")
    yield _file("licences/GPL-3.0.txt")
    yield "Python 3.11\n\n" + python_licence.read_text(encoding="utf-8", errors="replace").strip()
    yield _file("licences/windows.txt")
    seen: dict[str, str] = {}
    for package in packages:
        if _key(package) in QT:
            continue
        title = f"{package.metadata['Name']} {package.version}"
        files = _licence_files(package)
        if not files:
            raise SystemExit(f"{title} has no licence file: add its text to installer/licences")
        yield "\n\n".join([title, *(_once(path, title, seen) for path in files)])
    yield "Liberation Serif 2.1.5\n\n" + (ROOT / "resources/fonts/LICENSE-LiberationSerif.txt").read_text(encoding="utf-8").strip()


def _file(name: str) -> str:
    return (HERE / name).read_text(encoding="utf-8").strip()


def _licence_files(package: Distribution) -> list[Path]:
    words = ("licen", "copying", "notice")
    beside = [f for f in package.files or [] if ".dist-info/" in f.as_posix()]
    found = [f for f in beside if any(w in f.as_posix().partition("/")[2].lower() for w in words)]
    return sorted(Path(str(f.locate())) for f in found)


def _once(path: Path, title: str, seen: dict[str, str]) -> str:
    text = path.read_text(encoding="utf-8", errors="replace").strip()
    key = " ".join(text.split())
    if key in seen:
        return f"[{path.name}: như {seen[key]}]"
    seen[key] = f"{title}, {path.name}"
    return f"[{path.name}]\n{text}"
