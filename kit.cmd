@echo off
rem The one command, for Windows. UNTESTED: nobody has run this file yet; ./kit on Linux is the one that the tests run.
setlocal
set "ROOT=%~dp0"
if "%ROOT:~-1%"=="\" set "ROOT=%ROOT:~0,-1%"
set "START=import sys; sys.path.insert(0, sys.argv[1] + '/devcontainer'); import kit; kit.main(sys.argv[1], sys.argv[2:])"
where py >nul 2>nul
if not errorlevel 1 (
    py -3 -I -S -X "pycache_prefix=%ROOT%\.kit\pycache" -c "%START%" "%ROOT%" %*
    exit /b
)
where python >nul 2>nul
if not errorlevel 1 (
    python -I -S -X "pycache_prefix=%ROOT%\.kit\pycache" -c "%START%" "%ROOT%" %*
    exit /b
)
echo kit: no Python was found; the kit needs Python 3.11 or newer: winget install Python.Python.3.12 1>&2
exit /b 2
