@call "%~dp0chung.bat" no-autostart %*
@pause
