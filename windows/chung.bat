@echo off
rem Finds Python 3.11 or newer and has it run deploy/office.py as the other files here ask.
chcp 65001 >nul
setlocal
set PYTHONUTF8=1
cd /d "%~dp0.."
set PYTHON=py -3
call %PYTHON% -c "import sys; sys.exit(sys.version_info < (3, 11))" >nul 2>nul
if %errorlevel% equ 0 goto run
set PYTHON=python
call %PYTHON% -c "import sys; sys.exit(sys.version_info < (3, 11))" >nul 2>nul
if %errorlevel% equ 0 goto run
echo Máy chưa có Python 3.11 trở lên.
echo Vào https://www.python.org/downloads/ tải về, cài đặt, nhớ chọn "Add python.exe to PATH",
echo rồi chạy lại tệp này.
pause
exit /b 1

:run
call %PYTHON% deploy/office.py %*
if %errorlevel% neq 0 pause
