@call "%~dp0chung.bat" autostart %*
@pause
