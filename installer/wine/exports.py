"""The exports of python311.dll as two .def files: an import library and the forwarder python3.dll.   exports.py DLL FOLDER"""

from __future__ import annotations

import sys
from pathlib import Path

import pefile

CODE = 0x20000000


def main(dll: Path, folder: Path) -> None:
    """Writes ``python311.def`` and ``python3.def`` into ``folder``."""
    image = pefile.PE(str(dll), fast_load=True)
    image.parse_data_directories([pefile.DIRECTORY_ENTRY["IMAGE_DIRECTORY_ENTRY_EXPORT"]])
    code = [(s.VirtualAddress, s.VirtualAddress + s.Misc_VirtualSize) for s in image.sections if s.Characteristics & CODE]
    symbols = [s for s in image.DIRECTORY_ENTRY_EXPORT.symbols if s.name]
    kinds = {s.name.decode(): "" if any(start <= s.address < end for start, end in code) else " DATA" for s in symbols}
    own = "".join(f"  {name}{kind}\n" for name, kind in kinds.items())
    forwarded = "".join(f"  {name}={dll.stem}.{name}{kind}\n" for name, kind in kinds.items())
    (folder / f"{dll.stem}.def").write_text(f"LIBRARY {dll.name}\nEXPORTS\n{own}", encoding="ascii")
    (folder / "python3.def").write_text(f"LIBRARY python3.dll\nEXPORTS\n{forwarded}", encoding="ascii")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
