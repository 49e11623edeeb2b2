# Sourced by the scripts beside it: where the Windows build works on Linux, and how a Windows program is run under Wine.
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
WORK=$ROOT/build/installer
PYTHON_HOST=$ROOT/.venv/bin/python
PYTHON_WINDOWS=$WORK/python/python.exe
LOGS=$WORK/logs
mkdir -p "$LOGS"

# use_wine NAME: the Wine (and home) of that name. A home of its own: Wine links Desktop and Documents to the real one otherwise.
use_wine() {
  export HOME=$WORK/$1-home WINEPREFIX=$WORK/$1 WINEARCH=win64 WINEDEBUG=-all
  export WINEDLLOVERRIDES="mscoree=;mshtml=;winemenubuilder.exe=d;winedbg.exe=d"
  export LANG=C.UTF-8 LC_ALL=C.UTF-8
  unset PYTHONPATH PYTHONHOME WAYLAND_DISPLAY
  mkdir -p "$HOME/Desktop"
}

# A screen of its own for the whole job: a window without one hangs, also in a wineserver begun without one.
open_screen() {
  local number_file
  number_file=$(mktemp)
  Xvfb -displayfd 3 -screen 0 1366x900x24 -nolisten tcp 3>"$number_file" >/dev/null 2>&1 &
  SCREEN_PID=$!
  for _ in $(seq 100); do [ -s "$number_file" ] && break; sleep 0.1; done
  DISPLAY=:$(cat "$number_file")
  export DISPLAY
  rm -f "$number_file"
}

close_wine() {
  wineserver -k 2>/dev/null || true
  [ -z "${SCREEN_PID:-}" ] || kill "$SCREEN_PID" 2>/dev/null || true
}

# win SECONDS PROGRAM ARGUMENTS...: the output goes through a pipe, because Wine's Python must not write to a regular file;
# an error of a windowed program is a box that nobody closes, hence the limit.
win() {
  local limit=$1 code=0
  shift
  set +o pipefail
  timeout -k 5 "$limit" wine "$@" </dev/null 2>&1 | cat
  code=${PIPESTATUS[0]}
  set -o pipefail
  return "$code"
}

# The Windows spelling of a path of this machine.
dos() { printf 'Z:%s' "${1//\//\\}"; }
