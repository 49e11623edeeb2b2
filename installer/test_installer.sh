#!/usr/bin/env bash
# The installer from end to end under Wine: one line a step, logs in build/installer/logs, pictures in build/installer/pictures.
# What Wine cannot show (SmartScreen, antivirus, printers, UniKey, a standard user) is in installer/CHECKLIST.md.
set -euo pipefail
cd "$(dirname "$0")/.."
. installer/wine/env.sh
. installer/test_steps.sh
begun=$SECONDS

step build bash installer/build.sh
VERSION=$(sed -n 's/^__version__ = "\(.*\)"/\1/p' kh_desktop/__init__.py)
SETUP=$ROOT/dist/KH-Desktop-$VERSION-setup.exe
OLDER=$WORK/older-setup.exe
PICTURES=$WORK/pictures
rm -rf "$PICTURES" "$WORK/trial" "$WORK/trial-home"
mkdir -p "$PICTURES"
use_wine trial
open_screen
trap close_wine EXIT
# As people name folders: with blanks and Vietnamese letters.
FOLDER='C:\Văn phòng một cửa\KH Desktop bản thử'
PROGRAM="$WINEPREFIX/drive_c/Văn phòng một cửa/KH Desktop bản thử"
LOCAL=$WINEPREFIX/drive_c/users/$(id -un)/AppData/Local
DATA="$LOCAL/KH Desktop"
BOOK="$DATA/Sổ kế hoạch.khdb"

step "fresh Windows 10" bash installer/wine/make_prefix.sh
step "store, documents, importing tests under the Windows Python" windows_tests
step "installer of an earlier version" env PYTHONPATH=installer "$PYTHON_HOST" installer/older.py "$OLDER" amd64-unicode
step "Windows 8.1 is refused" refused_on_old_windows
step "a folder with other files is refused" refused_in_foreign_folder
step "silent installation of the earlier version" install_older
step "self-test of the earlier version" self_test older
step "a workspace of the previous schema" old_workspace
step "installer page by page, over the earlier version" install_by_hand
step "nothing of the earlier version is left" only_listed_files
step "the workspace is there and of the present schema" workspace_is_upgraded
step "self-test with the main window" self_test installed
step "a running copy is left alone" refused_while_running
step "start: installed and unfrozen" measure_start
step "an earlier version over a later one is refused" refused_downgrade
step "silent installation again, with the options" install_again
step "portable mode" portable
step "a workspace file opens by double click" double_click
step "uninstaller page by page" uninstaller_pictures
step "silent uninstallation keeps the data" uninstall
step "uninstallation with the data, when asked" uninstall_with_data
echo "all steps passed in $((SECONDS - begun)) s"
cat "$LOGS/numbers.txt"
