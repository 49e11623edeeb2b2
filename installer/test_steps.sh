# Sourced by test_installer.sh: the steps. Each runs in a subshell with errexit; what it prints goes to its log.

step() {  # NAME COMMAND...
  local name=$1 log code=0 begun=$SECONDS
  shift
  log="$LOGS/$(printf '%s' "$name" | tr -c 'a-zA-Z0-9' '-' | cut -c1-60).log"
  set +e
  (set -e; "$@") 2>&1 </dev/null | cat >"$log"
  code=${PIPESTATUS[0]}
  set -e
  if [ "$code" != 0 ]; then
    tail -n 25 "$log"
    echo "FAILED: $name ($log)"
    exit 1
  fi
  printf '%-64s %4d s\n' "$name" $((SECONDS - begun))
}

fail() {  # programs that are still open would keep the log open
  echo "$*"
  wineserver -k || true
  exit 1
}

expect_code() {  # CODE COMMAND...
  local wanted=$1 code=0
  shift
  "$@" || code=$?
  [ "$code" = "$wanted" ] || fail "exit code $code, not $wanted: $*"
}

# Like grep -q, but reads to the end: who writes must not be stopped by a closed pipe.
has() { grep -- "$1" >/dev/null; }

expect_file() { [ -e "$1" ] || fail "missing: $1"; }
expect_none() { [ ! -e "$1" ] && [ ! -L "$1" ] || fail "still there: $1"; }

wait_gone() {  # the uninstaller goes on after its first process has ended
  for _ in $(seq 150); do [ -e "$1" ] || return 0; sleep 0.2; done
  fail "still there: $1"
}

# The installer's last option is everything to the end of the line, without quotation marks; blank by blank Wine hands it on so.
setup_into() { # FOLDER SETUP OPTIONS...
  local folder=$1
  shift
  # shellcheck disable=SC2086
  win 180 "$@" /S /D=$folder
}

registry() { win 30 reg query "$@"; }
UNINSTALL_KEY='HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\KH Desktop'
RUN_KEY='HKCU\Software\Microsoft\Windows\CurrentVersion\Run'

# --- before the first installation

windows_tests() {
  local folders=(tests/store tests/documents)
  [ ! -d tests/importing ] || folders+=(tests/importing)
  PYTHONPATH=$(dos "$WORK/site-tests") PYTHONDONTWRITEBYTECODE=1 CI=1 win 900 "$PYTHON_WINDOWS" -m pytest -q -p no:cacheprovider \
    -m "not libreoffice" "${folders[@]}"
}

refused_on_old_windows() {
  win 60 winecfg -v win81
  expect_code 4 win 60 "$SETUP" /S
  expect_none "$LOCAL/Programs/KH Desktop"
  win 60 winecfg -v win10
}

refused_in_foreign_folder() {
  mkdir -p "$WINEPREFIX/drive_c/Hồ sơ"
  echo "của tôi" >"$WINEPREFIX/drive_c/Hồ sơ/công văn.txt"
  expect_code 6 setup_into 'C:\Hồ sơ' "$SETUP"
  [ "$(ls "$WINEPREFIX/drive_c/Hồ sơ")" = "công văn.txt" ] || fail "something was written there"
}

# --- installed

install_older() {
  setup_into "$FOLDER" "$OLDER"
  for file in "KH Desktop.exe" kh-desktop.exe uninstall.exe LICENSE.txt THIRD-PARTY-NOTICES.txt program-files.txt \
    _internal/kh_desktop_cu/mo_dun_cu.pyd _internal/resources/third_party_notices.txt; do
    expect_file "$PROGRAM/$file"
  done
  expect_file "$HOME/Desktop/KH Desktop.lnk"
  expect_file "$LOCAL/../Roaming/Microsoft/Windows/Start Menu/Programs/KH Desktop.lnk"
  registry "$UNINSTALL_KEY" /v DisplayVersion | has 0.0.1
  registry 'HKCU\Software\Classes\.khdb' | has KHDesktop.Workspace
  registry 'HKCU\Software\Classes\KHDesktop.Workspace\shell\open\command' | has 'KH Desktop.exe" "%1"'
  expect_code 1 registry "$RUN_KEY" /v "KH Desktop"
  # Files that the person put beside the program are nobody else's business.
  echo "của tôi" >"$PROGRAM/ghi chú.txt"
}

self_test() {  # NAME
  local report="$WORK/self-test-$1.json"
  rm -f "$report"
  win 240 "$PROGRAM/KH Desktop.exe" self-test --json "$(dos "$report")" --window --picture "$(dos "$PICTURES/window-$1.png")"
  "$PYTHON_HOST" - "$report" <<'PY'
import json, sys
report = json.load(open(sys.argv[1], encoding="utf-8"))
print(json.dumps(report, ensure_ascii=False, indent=1))
sys.exit(not (report["ok"] and report["frozen"] and report["window"]))
PY
  expect_file "$PICTURES/window-$1.png"
}

old_workspace() {
  mkdir -p "$DATA/Sổ kế hoạch - sao lưu"
  cp tests/fixtures/workspaces/v1.khdb "$BOOK"
  cp tests/fixtures/workspaces/v1.khdb "$DATA/Sổ kế hoạch - sao lưu/20260101-080000-tay.khdb"
  echo "của tôi" >"$DATA/ghi chú.txt"
  sha256sum "$BOOK" >"$WORK/book.sum"
}

picture() {  # NAME: the screen, which must not be empty nor the same as the one before
  sleep 1
  import -window root "$PICTURES/$1.png"
  [ "$(identify -format %k "$PICTURES/$1.png")" -gt 50 ] || fail "nothing to be seen in $1.png"
  ! cmp -s "$PICTURES/$1.png" "${LAST_PICTURE:-/dev/null}" || fail "$1.png shows the page before"
  LAST_PICTURE=$PICTURES/$1.png
}

wait_window() {  # TITLE
  for _ in $(seq 120); do
    if xdotool search --onlyvisible --name "$1" >/dev/null 2>&1; then return 0; fi
    sleep 0.5
  done
  import -window root "$PICTURES/missing-window.png"
  fail "no window with the title $1"
}

install_by_hand() {
  local pid
  win 300 "$SETUP" &
  pid=$!
  wait_window 'Cài đặt KH Desktop'
  picture installer-1-welcome
  xdotool key Return && picture installer-2-licence
  xdotool key Return && picture installer-3-components
  xdotool key Return && picture installer-4-folder
  xdotool key Return
  for _ in $(seq 120); do [ -e "$PROGRAM/_internal/kh_desktop_cu" ] || break; sleep 0.1; done
  import -window root "$PICTURES/installer-5-copying.png"
  wait "$pid" & :
  for _ in $(seq 120); do registry "$UNINSTALL_KEY" /v DisplayVersion | has "$VERSION" && break; sleep 0.5; done
  picture installer-6-finish
  # The last page starts the program through the desktop.
  xdotool key Return
  wait_window '– KH Desktop'
  sleep 3
  picture window-started
  close_program
  registry "$UNINSTALL_KEY" /v DisplayVersion | has "$VERSION"
}

# Asks the window to close, as its X does.   close_program [PROGRAM]
close_program() {
  win 30 taskkill /IM "${1:-KH Desktop.exe}"
  for _ in $(seq 80); do
    xdotool search --onlyvisible --name '– KH Desktop' >/dev/null 2>&1 || { sleep 2; return 0; }
    sleep 0.5
  done
  fail "the window does not close"
}

only_listed_files() {
  (cd "$PROGRAM" && find . -type f | sed 's,^\./,,' | grep -v -x -e uninstall.exe -e 'ghi chú.txt' | LC_ALL=C sort) >"$WORK/there.txt"
  tr -d '\r' <"$PROGRAM/program-files.txt" | sed -n 's/^F //p' | tr '\\' '/' | LC_ALL=C sort >"$WORK/listed.txt"
  diff "$WORK/listed.txt" "$WORK/there.txt"
  expect_none "$PROGRAM/_internal/kh_desktop_cu"
  expect_file "$PROGRAM/ghi chú.txt"
  (cd "$PROGRAM" && grep -v '^#' "$ROOT/dist/KH-Desktop-$VERSION-files.sha256" | sha256sum --check --quiet)
  du -sm "$PROGRAM" | awk '{print "installed: " $1 " MB"}'
}

workspace_is_upgraded() {
  expect_file "$DATA/Sổ kế hoạch - sao lưu/20260101-080000-tay.khdb"
  win 60 "$PROGRAM/kh-desktop.exe" doctor
  win 60 "$PROGRAM/kh-desktop.exe" plan list --json | tee "$WORK/plans.json"
  grep -q '"title"' "$WORK/plans.json"
  "$PYTHON_HOST" - "$BOOK" <<'PY'
import sqlite3, sys
from kh_desktop.store.schema import VERSION
found = sqlite3.connect(sys.argv[1]).execute("PRAGMA user_version").fetchone()[0]
print("schema", found, "of", VERSION)
sys.exit(found != VERSION)
PY
}

refused_while_running() {
  win 300 "$PROGRAM/KH Desktop.exe" &
  wait_window '– KH Desktop'
  expect_code 3 win 60 "$SETUP" /S
  # Without _?= it goes on as a copy of itself, whose exit code nobody sees.
  # shellcheck disable=SC2086
  expect_code 3 win 60 "$PROGRAM/uninstall.exe" /S _?=$FOLDER
  expect_file "$PROGRAM/KH Desktop.exe"
  close_program
  # Its mark alone, without a locked file, is enough.
  PYTHONPATH=$(dos "$ROOT") win 300 "$WORK/python/pythonw.exe" -m kh_desktop &
  wait_window '– KH Desktop'
  expect_code 3 win 60 "$SETUP" /S
  close_program pythonw.exe
}

# From the command to the window on the screen, the better of three; the same for the program that runs from its source.
time_start() {  # COMMAND...
  local best=999999 begun took
  for _ in 1 2 3; do
    begun=$(date +%s%N)
    win 300 "$@" &
    until xdotool search --onlyvisible --name '– KH Desktop' >/dev/null 2>&1; do sleep 0.05; done
    took=$((($(date +%s%N) - begun) / 1000000))
    [ "$took" -ge "$best" ] || best=$took
    close_program "$(basename "$1")" >&2
  done
  echo "$best"
}

measure_start() {
  local installed unfrozen
  installed=$(time_start "$PROGRAM/KH Desktop.exe")
  unfrozen=$(PYTHONPATH=$(dos "$ROOT") time_start "$WORK/python/pythonw.exe" -m kh_desktop)
  {
    echo "start: installed $installed ms, unfrozen $unfrozen ms (at most twice that)"
    ls -l "$SETUP" | awk '{printf "installer: %.1f MB (at most 45)\n", $5 / 1e6}'
    (cd "$PROGRAM" && find . -type f -printf '%s\n') | awk '{s += $1} END {printf "installed: %.1f MB (at most 160)\n", s / 1e6}'
  } | tee "$LOGS/numbers.txt"
  [ "$installed" -le $((2 * unfrozen)) ] || fail "the installed program starts too slowly"
}

refused_downgrade() {
  expect_code 5 win 60 "$OLDER" /S
  registry "$UNINSTALL_KEY" /v DisplayVersion | has "$VERSION"
}

install_again() {
  rm "$HOME/Desktop/KH Desktop.lnk"
  win 180 "$SETUP" /S /AUTOSTART
  expect_none "$HOME/Desktop/KH Desktop.lnk" # the person had removed it
  registry "$RUN_KEY" /v "KH Desktop" | has 'KH Desktop.exe'
  only_listed_files
}

portable() {
  local stick="$WINEPREFIX/drive_c/USB của Lan" before
  mkdir -p "$stick"
  (cd "$PROGRAM" && tr -d '\r' <program-files.txt | sed -n 's/^F //p' | tr '\\' '/' | tar cf - -T -) | tar xf - -C "$stick"
  touch "$stick/portable"
  before=$(cd "$DATA" && find . -type f -exec sha256sum {} + | sort)
  win 300 "$stick/KH Desktop.exe" &
  wait_window '– KH Desktop'
  sleep 2
  picture window-portable
  close_program
  expect_file "$stick/Sổ kế hoạch.khdb"
  expect_file "$stick/window.json"
  win 60 "$stick/kh-desktop.exe" doctor
  [ "$before" = "$(cd "$DATA" && find . -type f -exec sha256sum {} + | sort)" ] || fail "something was written to the account"
  rm -rf "$stick"
}

double_click() {
  local book="$WINEPREFIX/drive_c/Hồ sơ/Sổ xã bên.khdb"
  cp tests/fixtures/workspaces/v1.khdb "$book"
  # Wine 8 looks for file types among those of the machine only, Windows among those of the person first.
  for key in .khdb KHDesktop.Workspace; do
    win 30 reg copy "HKCU\\Software\\Classes\\$key" "HKLM\\Software\\Classes\\$key" /s /f
  done
  win 300 start /unix "$book" &
  wait_window 'Sổ xã bên – KH Desktop'
  close_program
}

uninstaller_pictures() {
  win 120 "$PROGRAM/uninstall.exe" &
  wait_window 'Gỡ bỏ KH Desktop'
  picture uninstaller
  xdotool key Escape
  sleep 2
  expect_file "$PROGRAM/KH Desktop.exe"
}

data_sums() { (cd "$DATA" && find . -type f -exec sha256sum {} + | sort); }

uninstall() {
  local before
  before=$(data_sums)
  win 120 "$PROGRAM/uninstall.exe" /S
  wait_gone "$PROGRAM/uninstall.exe"
  sleep 1
  [ "$(ls "$PROGRAM")" = "ghi chú.txt" ] || { ls -R "$PROGRAM" | head -50; fail "not only the person's own file is left"; }
  expect_none "$LOCAL/../Roaming/Microsoft/Windows/Start Menu/Programs/KH Desktop.lnk"
  expect_code 1 registry "$UNINSTALL_KEY"
  expect_code 1 registry "$RUN_KEY" /v "KH Desktop"
  expect_code 1 registry 'HKCU\Software\Classes\.khdb'
  expect_code 1 registry 'HKCU\Software\KH Desktop'
  expect_file "$BOOK"
  [ "$before" = "$(data_sums)" ] || fail "the data were touched"
}

uninstall_with_data() {
  win 180 "$OLDER" /S
  expect_file "$LOCAL/Programs/KH Desktop/KH Desktop.exe"
  win 120 "$LOCAL/Programs/KH Desktop/uninstall.exe" /S /DELETEDATA
  wait_gone "$LOCAL/Programs/KH Desktop"
  wait_gone "$BOOK"
  sleep 1
  [ "$(ls "$DATA")" = "ghi chú.txt" ] || { ls -R "$DATA" | head -50; fail "not only the person's own file is left"; }
}
