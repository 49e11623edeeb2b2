#!/usr/bin/env bash
# The picture of the installer's pages for the README and the help, taken from dist/KH-Desktop-VERSION-setup.exe under Wine. By hand, after
# `make installer`, when a page has changed: about a minute and a half.
set -euo pipefail
cd "$(dirname "$0")/.."
. installer/wine/env.sh
. installer/test_steps.sh
VERSION=$(sed -n 's/^__version__ = "\(.*\)"/\1/p' kh_desktop/__init__.py)
SETUP=$ROOT/dist/KH-Desktop-$VERSION-setup.exe
[ -f "$SETUP" ] || { echo "make installer first: $SETUP" >&2; exit 1; }
PICTURES=$WORK/page-pictures
PERSON='%SystemDrive%\Users\Lan\AppData\Local'
rm -rf "$PICTURES" "$WORK/pages" "$WORK/pages-home"
mkdir -p "$PICTURES"
use_wine pages
open_screen
trap close_wine EXIT
bash installer/wine/make_prefix.sh >"$LOGS/pages.log"
# Twice as large, to be made smaller afterwards: small letters have rough edges under Wine. And an account's folder as in an office.
win 30 reg add 'HKCU\Control Panel\Desktop' /v LogPixels /t REG_DWORD /d 192 /f
win 30 reg add 'HKCU\Software\Microsoft\Windows\CurrentVersion\Explorer\User Shell Folders' /v 'Local AppData' /t REG_EXPAND_SZ /d "$PERSON" /f
wineserver -w

win 300 "$SETUP" &
wait_window 'Cài đặt KH Desktop'
picture 1
xdotool key Return && picture 2
xdotool key Return && picture 3
xdotool key Return && picture 4
xdotool key Return
for _ in $(seq 240); do registry "$UNINSTALL_KEY" /v DisplayVersion | has "$VERSION" && break; sleep 0.5; done
sleep 2
picture 5
for page in "$PICTURES"/?.png; do mogrify -bordercolor black -border 1 -fuzz 1% -trim +repage -resize 50% -bordercolor '#9aa3ad' -border 1 "$page"; done
montage "$PICTURES"/[1345].png -tile 2x2 -geometry +8+8 -background white +dither -colors 64 PNG8:resources/help/cai-dat.png
