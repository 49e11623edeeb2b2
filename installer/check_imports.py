"""Every DLL that a program in FOLDER imports lies in FOLDER or is part of Windows 10; Wine would hide a missing one.

    check_imports.py FOLDER
"""

from __future__ import annotations

import sys
from pathlib import Path

import pefile

AMD64 = 0x8664
WINDOWS_10 = set(
    """advapi32 authz avrt bcrypt bcryptprimitives cabinet cfgmgr32 combase comctl32 comdlg32 crypt32 d2d1 d3d11 d3d12 d3d9 dbghelp
    dnsapi dwmapi dwrite dxgi gdi32 icm32 icmp imm32 iphlpapi kernel32 mpr mscms msi msimg32 msvcrt mswsock ncrypt netapi32 normaliz
    ntdll ole32 oleacc oleaut32 opengl32 powrprof propsys psapi rpcrt4 secur32 setupapi shcore shell32 shlwapi ucrtbase
    uiautomationcore urlmon user32 userenv uxtheme version winhttp winmm winspool.drv wintrust wldap32 ws2_32 wsock32 wtsapi32""".split()
)


def main(folder: Path) -> int:
    """Prints what is missing or doubled; 1 when anything is."""
    programs = sorted(p for p in folder.rglob("*") if p.suffix.lower() in (".dll", ".pyd", ".exe"))
    here: dict[str, list[Path]] = {}
    for path in programs:
        here.setdefault(path.name.lower(), []).append(path)
    faults = [f"there twice: {' '.join(str(p.relative_to(folder)) for p in paths)}" for paths in here.values() if _are_same(paths)]
    for path in programs:
        image = pefile.PE(str(path), fast_load=True)
        if image.FILE_HEADER.Machine != AMD64:
            faults.append(f"not for 64 bits: {path.relative_to(folder)}")
        faults += [f"{path.relative_to(folder)} needs {name}, which is not there" for name in _imports(image) if not _is_there(name, here)]
    print(f"{len(programs)} programs and libraries, {len(faults)} faults", *faults, sep="\n  ")
    return int(bool(faults))


def _are_same(paths: list[Path]) -> bool:
    return len({p.read_bytes() for p in paths}) < len(paths)


def _imports(image: pefile.PE) -> list[str]:
    """Lower-case names of the DLLs imported at start or later."""
    image.parse_data_directories([pefile.DIRECTORY_ENTRY[f"IMAGE_DIRECTORY_ENTRY_{kind}"] for kind in ("IMPORT", "DELAY_IMPORT")])
    entries = [*getattr(image, "DIRECTORY_ENTRY_IMPORT", []), *getattr(image, "DIRECTORY_ENTRY_DELAY_IMPORT", [])]
    return [entry.dll.decode().lower() for entry in entries]


def _is_there(name: str, here: dict[str, list[Path]]) -> bool:
    return name in here or name.removesuffix(".dll") in WINDOWS_10 or name.startswith(("api-ms-win-", "ext-ms-"))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
