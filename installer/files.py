"""The list of shipped files: with hashes for people, as commands for the installer, and the comparison of two builds.

    files.py compare OLD.sha256 NEW.sha256
"""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

LISTING = "program-files.txt"
LONGEST = 140  # the installer and old programs stop at 260 letters, the folder before it included


def listed(folder: Path) -> list[str]:
    """Relative names with forward slashes, in one order everywhere; stops at names that an installer cannot carry faithfully."""
    names = sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())
    bad = [n for n in names if not n.isascii() or len(n) > LONGEST or "$" in n]
    if bad:
        raise SystemExit(f"cannot be installed under these names: {', '.join(bad)}")
    return names


def write_listing(folder: Path) -> None:
    """What the next version and the uninstaller will remove: ``F file`` lines, then ``D folder`` lines, the deepest first."""
    names = sorted({*listed(folder), LISTING})
    folders = {parent.as_posix() for n in names for parent in Path(n).parents if parent.as_posix() != "."}
    lines = [f"F {n}" for n in names] + [f"D {f}" for f in sorted(folders, key=lambda f: (-f.count("/"), f))]
    (folder / LISTING).write_bytes("".join(line.replace("/", "\\") + "\r\n" for line in lines).encode("ascii"))


def write_commands(folder: Path, out: Path) -> None:
    """The same files as commands of the installer's script; the listing goes first, so that an interrupted installation can be cleaned."""
    names = sorted(listed(folder), key=lambda n: (n != LISTING, n))
    lines, place = [], None
    for name in names:
        parent = Path(name).parent.as_posix()
        if parent != place:
            place = parent
            lines.append('SetOutPath "$INSTDIR"' if parent == "." else f'SetOutPath "$INSTDIR\\{parent}"'.replace("/", "\\"))
        lines.append(f'File "{folder / name}"')
    out.write_text("\n".join(lines) + "\n", encoding="utf-8")


def sums(folder: Path, commit: str) -> str:
    """``sha256  name`` lines, as sha256sum -c reads them, under a line that names the commit."""
    lines = [f"{hashlib.sha256((folder / n).read_bytes()).hexdigest()}  {n}" for n in listed(folder)]
    return "\n".join([f"# commit {commit}", *lines]) + "\n"


def compare(old: str, new: str) -> list[str]:
    """What differs between two lists, one line each; empty when the builds are the same."""
    before, after = _read(old), _read(new)
    found = [f"only in the first: {n}" for n in before.keys() - after.keys()]
    found += [f"only in the second: {n}" for n in after.keys() - before.keys()]
    found += [f"differs: {n}" for n in before.keys() & after.keys() if before[n] != after[n]]
    return sorted(found)


def _read(text: str) -> dict[str, str]:
    pairs = (line.split("  ", 1) for line in text.splitlines() if not line.startswith("#"))
    return {name: digest for digest, name in pairs}


def main(old: Path, new: Path) -> int:
    """Says whether two builds are the same; 1 when not."""
    texts = [p.read_text(encoding="utf-8") for p in (old, new)]
    found = compare(*texts)
    heads = [t.splitlines()[0].removeprefix("# ") for t in texts]
    result = f"{len(found)} differences" if found else f"the same {len(_read(texts[1]))} files and hashes"
    print(*found, f"{heads[0]} and {heads[1]}: {result}", sep="\n")
    return int(bool(found))


if __name__ == "__main__":
    if len(sys.argv) != 4 or sys.argv[1] != "compare":
        raise SystemExit(__doc__)
    sys.exit(main(Path(sys.argv[2]), Path(sys.argv[3])))
