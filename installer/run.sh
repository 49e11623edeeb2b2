#!/usr/bin/env bash
# The window with the sample workspace; without a display the same work as files and pictures.
set -euo pipefail
cd "$(dirname "$0")/.."
kh=(.venv/bin/python -m kh_desktop)

has_display() {
  if [ -n "${WAYLAND_DISPLAY:-}" ]; then return 0; fi
  [ -n "${DISPLAY:-}" ] && timeout 20 .venv/bin/python -c \
    'from PySide6.QtGui import QGuiApplication; QGuiApplication(["probe", "-platform", "xcb"])' 2>/dev/null
}

if has_display; then
  mkdir -p build/sample
  sample() { find build/sample -maxdepth 1 -name '*.khdb' | head -n 1; }
  [ -n "$(sample)" ] || "${kh[@]}" demo build/sample
  exec "${kh[@]}" --workspace "$(sample)"
fi
echo "No display: making the sample plan and pictures of the window instead."
rm -rf build/demo
"${kh[@]}" demo build/demo
QT_QPA_PLATFORM=offscreen "${kh[@]}" tour build/demo/pictures
echo "Files: $(pwd)/build/demo   Pictures: $(pwd)/build/demo/pictures"
