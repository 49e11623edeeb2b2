# The installer, made on Windows: python.org's Python 3.11 (64 bits) and NSIS 3.08 or newer, both on the path. The same build.py,
# kh_desktop.spec and kh_desktop.nsi as under Linux; the installer itself is a 32-bit program, so that 32-bit Windows gets our sentence.
#   powershell -ExecutionPolicy Bypass -File installer\build.ps1 [-Test]
param([switch]$Test)
$ErrorActionPreference = "Stop"
Set-StrictMode -Version Latest
Set-Location (Split-Path -Parent $PSScriptRoot)

function Invoke-Checked([string]$Program, [string[]]$Arguments) {
    & $Program @Arguments
    if ($LASTEXITCODE -ne 0) { throw "exit code ${LASTEXITCODE}: $Program $Arguments" }
}

Invoke-Checked "py" @("-3.11", "-c", "import struct, sys; sys.exit(struct.calcsize('P') != 8)")
$venv = "build\installer\venv"
$python = "$venv\Scripts\python.exe"
if (-not (Test-Path $python)) { Invoke-Checked "py" @("-3.11", "-m", "venv", $venv) }
$pip = @("-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps", "--only-binary=:all:", "--require-hashes")
Invoke-Checked $python ($pip + @("-r", "installer\requirements-windows.txt"))

$makensis = (Get-Command makensis -ErrorAction SilentlyContinue).Source
if (-not $makensis) { $makensis = "${env:ProgramFiles(x86)}\NSIS\makensis.exe" }
$licence = & $python -c "import sys; print(sys.base_prefix + r'\LICENSE.txt')"
Invoke-Checked $python @("installer\build.py", "--python", $python, "--site", "$venv\Lib\site-packages", "--python-licence", $licence,
    "--makensis", $makensis, "--target", "x86-unicode")

if ($Test) {
    # On real Windows: the tests that touch files, then the installed program itself.
    Invoke-Checked $python ($pip + @("-r", "installer\requirements-windows-test.txt"))
    Invoke-Checked $python @("-m", "pytest", "-q", "-m", "not libreoffice", "tests\store", "tests\documents", "tests\importing")
    $setup = (Get-ChildItem dist\KH-Desktop-*-setup.exe | Select-Object -First 1).FullName
    $folder = "$env:TEMP\Văn phòng một cửa\KH Desktop"
    # The last option is everything to the end of the line, without quotation marks, hence one string.
    $done = Start-Process $setup -ArgumentList "/S /D=$folder" -Wait -PassThru
    if ($done.ExitCode -ne 0) { throw "the installer ended with $($done.ExitCode)" }
    $report = "$PWD\build\installer\self-test.json"
    $done = Start-Process "$folder\KH Desktop.exe" -ArgumentList "self-test --window --json `"$report`"" -Wait -PassThru
    Get-Content $report -Encoding UTF8
    if ($done.ExitCode -ne 0) { throw "the self-test ended with $($done.ExitCode)" }
    Start-Process "$folder\uninstall.exe" -ArgumentList "/S" -Wait
    for ($i = 0; (Test-Path "$folder\KH Desktop.exe") -and $i -lt 60; $i++) { Start-Sleep -Milliseconds 500 }
    if (Test-Path "$folder\KH Desktop.exe") { throw "the uninstaller left the program" }
}
