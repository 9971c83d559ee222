@call "%~dp0chung.bat" start --network %*
