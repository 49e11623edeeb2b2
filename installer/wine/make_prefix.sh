#!/usr/bin/env bash
# A fresh Wine that calls itself Windows 10, where WINEPREFIX says.
set -euo pipefail
exec 2>&1
. "$(dirname "$0")/env.sh"
[ -n "${DISPLAY:-}" ] || { echo "no screen: call open_screen first" >&2; exit 1; }
wineserver -k 2>/dev/null || true
rm -rf "$WINEPREFIX"
win 180 wineboot -i
wineserver -w
win 60 winecfg -v win10
wineserver -w
# Qt asks Windows.UI.ViewManagement.UISettings for the system's colours; Wine 8 has no such class, so a stand-in is made here.
x86_64-w64-mingw32-gcc -O2 -s -shared -o "$WINEPREFIX/drive_c/windows/system32/windows.ui.dll" "$(dirname "$0")/windows.ui.c" -lole32 -lruntimeobject
win 60 reg add 'HKLM\Software\Microsoft\WindowsRuntime\ActivatableClassId\Windows.UI.ViewManagement.UISettings' \
  /v DllPath /t REG_SZ /d 'C:\windows\system32\windows.ui.dll' /f
# A crash ends the program instead of waiting for a debugger.
win 60 reg add 'HKLM\Software\Microsoft\Windows NT\CurrentVersion\AeDebug' /v Auto /t REG_SZ /d 0 /f
win 60 reg add 'HKLM\Software\Microsoft\Windows NT\CurrentVersion\AeDebug' /v Debugger /t REG_SZ /d 'cmd /c exit' /f
win 60 cmd /c ver
