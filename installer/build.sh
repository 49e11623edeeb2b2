#!/usr/bin/env bash
# The installer, made on Linux: a Windows Python is put together from pinned packages and runs under Wine. What comes out is a candidate
# that can be tested here; the Windows runner (build.ps1) makes the same from python.org's Python.
set -euo pipefail
cd "$(dirname "$0")/.."
. installer/apt.sh
. installer/wine/env.sh
WINDOWS=(--only-binary=:all: --platform=win_amd64 --python-version=3.11 --implementation=cp --abi=cp311 --abi=abi3 --abi=none)
PIP=("$PYTHON_HOST" -m pip -qq --disable-pip-version-check)

debian_packages() {
  local missing=() command
  for command in wine:wine64 wine:wine makensis:nsis Xvfb:xvfb x86_64-w64-mingw32-gcc:gcc-mingw-w64-x86-64-win32 unzip:unzip \
    xdotool:xdotool import:imagemagick; do
    command -v "${command%%:*}" >/dev/null || missing+=("${command##*:}")
  done
  [ ${#missing[@]} = 0 ] || apt_install "${missing[@]}" || { echo "install by hand: ${missing[*]}" >&2; exit 1; }
}

# Runs a step unless the files it depends on are those of the last time.   once NAME "FILES" COMMAND...
once() {
  local stamp=$WORK/$1.done sum
  sum=$(cat $2 | sha256sum)
  shift 2
  if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$sum" ]; then return 0; fi
  echo "== $(basename "$stamp" .done)"
  "$@"
  echo "$sum" >"$stamp"
}

wheels() {  # only by name, each with the hash that is written down
  rm -rf "$WORK/wheels"
  for list in installer/requirements-windows*.txt; do
    "${PIP[@]}" download --no-deps --require-hashes "${WINDOWS[@]}" --dest "$WORK/wheels" -r "$list"
  done
}

install_wheels() {  # LIST FOLDER
  "${PIP[@]}" install --no-deps --no-index --no-compile --find-links "$WORK/wheels" --require-hashes "${WINDOWS[@]}" --target "$2" -r "$1"
}

windows_python() {
  rm -rf "$WORK/tools" "$WORK/site-tests"
  "${PIP[@]}" install --no-deps --no-index --find-links "$WORK/wheels" --target "$WORK/tools" pefile
  bash installer/wine/make_python.sh "$WORK/wheels" "$WORK/python"
  install_wheels installer/requirements-windows.txt "$WORK/python/Lib/site-packages"
  install_wheels installer/requirements-windows-test.txt "$WORK/site-tests"
}

"$PYTHON_HOST" -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' || {
  echo "The standard library of the Windows program is taken from the Python of .venv, which must be 3.11." >&2
  exit 1
}
debian_packages
once wheels "$(echo installer/requirements-windows*.txt)" wheels
once python "$(echo installer/requirements-windows*.txt installer/wine/make_python.sh installer/wine/python* installer/wine/exports.py)" windows_python
use_wine prefix
open_screen
trap close_wine EXIT
make_prefix() { bash installer/wine/make_prefix.sh >"$LOGS/prefix.log"; }
once prefix "installer/wine/make_prefix.sh installer/wine/windows.ui.c" make_prefix
PYTHONPATH=$WORK/tools "$PYTHON_HOST" installer/build.py --python installer/wine/python.sh --site "$WORK/python/Lib/site-packages" \
  --python-licence "$WORK/python/Lib/LICENSE.txt" --target amd64-unicode
echo "Made with Wine: a candidate. The installer itself is a 64-bit program here, so 32-bit Windows refuses it in its own words."
