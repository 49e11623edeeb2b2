#!/usr/bin/env bash
# Sets up .venv (pinned packages) and the system libraries Qt needs. Idempotent; asks nothing.
set -euo pipefail
cd "$(dirname "$0")/.."

QT_LIBS=(libegl1 libgl1 libxkbcommon0 libxkbcommon-x11-0 libdbus-1-3 libfontconfig1 libfreetype6 libglib2.0-0
  libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-shape0
  libxcb-shm0 libxcb-sync1 libxcb-xfixes0 libxcb-xkb1 libx11-xcb1)

. installer/apt.sh

find_python() {
  local candidate
  for candidate in python3 python3.13 python3.12 python3.11; do
    if command -v "$candidate" >/dev/null && "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
      command -v "$candidate"
      return 0
    fi
  done
  echo "KH Desktop needs Python 3.11 or newer (python3 was not found or is older)." >&2
  return 1
}

make_venv() {
  local python
  python=$(find_python)
  if [ -x .venv/bin/python ] && .venv/bin/python -m pip --version >/dev/null 2>&1; then return 0; fi
  if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    local version
    version=$("$python" -c 'import sys; print(f"python3.{sys.version_info[1]}-venv")')
    apt_install python3-venv || true
    "$python" -c 'import ensurepip, venv' 2>/dev/null || apt_install "$version" || {
      echo "Python's venv module is missing: install the package python3-venv." >&2
      exit 1
    }
  fi
  "$python" -m venv .venv
}

missing_libs() {  # libraries that Qt's modules or its window plugins do not find
  local qt
  qt=$(.venv/bin/python -c 'import importlib.util as u, pathlib; print(pathlib.Path(u.find_spec("PySide6").origin).parent)')
  command -v ldd >/dev/null || return 0
  ldd "$qt"/Qt/plugins/platforms/{libqxcb,libqoffscreen}.so "$qt"/Qt/lib/libQt6{Gui,Widgets,PrintSupport}.so.6 2>/dev/null |
    awk '/not found/ {print $1}' | sort -u
}

make_venv
.venv/bin/python -m pip install --quiet --disable-pip-version-check -r installer/requirements-dev.txt
if [ -n "$(missing_libs)" ]; then
  apt_install "${QT_LIBS[@]}" || true
  if [ -n "$(missing_libs)" ]; then
    echo "Qt lacks $(missing_libs | tr '\n' ' ')- on Debian/Ubuntu install: ${QT_LIBS[*]}" >&2
    # A window needs all of them, tests and pictures only what the offscreen platform loads.
    QT_QPA_PLATFORM=offscreen .venv/bin/python -c 'from PySide6.QtWidgets import QApplication; QApplication([])'
  fi
fi
