#!/usr/bin/env bash
# A Windows Python out of parts that are there by package name: python.org's own DLLs as the panda3d wheel carries them, the standard
# library of the Python 3.11 that runs here, and two small programs made here.   make_python.sh WHEELS DESTINATION
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
wheels=$1 to=$2
. "$here/env.sh"
cc=x86_64-w64-mingw32-gcc
stdlib=$("$PYTHON_HOST" -c 'import sysconfig; print(sysconfig.get_path("stdlib"))')
parts=$to.parts
rm -rf "$to" "$parts"
mkdir -p "$to/DLLs" "$to/Lib/site-packages" "$parts/dll"
unzip -q -o -j "$wheels"/panda3d-*-cp311-*.whl 'deploy_libs/*' -d "$parts/dll"
mv "$parts/dll/python311.dll" "$to/"
cp "$parts"/dll/*.pyd "$to/DLLs/"
rm -f "$to/DLLs/_tkinter.pyd"
cp "$parts"/dll/{libffi-8,libcrypto-3,libssl-3,sqlite3}.dll "$to/DLLs/"
# The runtime of the PySide6 wheel: panda3d's is older, and one of the two files is absent there, which Wine hides.
unzip -q -o -j "$wheels"/pyside6_essentials-*.whl 'PySide6/vcruntime140*.dll' -d "$to"
(cd "$stdlib" && tar cf - --exclude=./site-packages --exclude=./dist-packages --exclude=./lib-dynload --exclude=__pycache__ --exclude='*.so' \
  --exclude='_sysconfigdata*' --exclude='./config-3*' --exclude=./sitecustomize.py --exclude=./test --exclude=./tkinter --exclude=./idlelib \
  --exclude=./turtledemo --exclude=./lib2to3/tests .) | tar xf - -C "$to/Lib"

# The exports of python311.dll: an import library to link with, and python3.dll (for the abi3 wheels), which only forwards them.
PYTHONPATH=$WORK/tools "$PYTHON_HOST" "$here/exports.py" "$to/python311.dll" "$parts"
x86_64-w64-mingw32-dlltool -d "$parts/python311.def" -l "$parts/libpython311.a"
(cd "$here" && x86_64-w64-mingw32-windres -i python_stub.rc -o "$parts/manifest.o")
$cc -O2 -s -municode -o "$to/python.exe" "$here/python_stub.c" "$parts/manifest.o" "$parts/libpython311.a"
$cc -O2 -s -municode -mwindows -DGUI -o "$to/pythonw.exe" "$here/python_stub.c" "$parts/manifest.o" "$parts/libpython311.a"
# The same bytes in every folder and at every time.
$cc -s -shared -nostdlib -Wl,--entry=0 -Wl,--no-insert-timestamp -Wl,--disable-auto-image-base -o "$to/python3.dll" "$parts/python3.def" "$parts/libpython311.a"
rm -rf "$parts"
