@echo off
rem Runs Mangrove on Windows. What tests and checks it (test, check, format) is in the script "mangrove", for a bash
rem such as Git's or WSL's.
setlocal
set "HOME_DIR=%~dp0"
if "%HOME_DIR:~-1%"=="\" set "HOME_DIR=%HOME_DIR:~0,-1%"

for %%c in (test check format) do if /i "%~1"=="%%c" (
    echo On Windows, "%%c" runs in a bash such as Git's or WSL's: ./mangrove %%c 1>&2
    exit /b 1
)

if not defined JAVA_HOME (
    echo Mangrove needs a JDK 25: set JAVA_HOME to one. 1>&2
    exit /b 1
)
findstr /b /c:"JAVA_VERSION=\"25" "%JAVA_HOME%\release" >nul 2>&1
if errorlevel 1 (
    echo Mangrove needs a JDK 25, and JAVA_HOME is another: %JAVA_HOME% 1>&2
    exit /b 1
)
where mvn >nul 2>&1
if errorlevel 1 (
    echo Mangrove is built with Maven and found none: install it, so that mvn is on the path. 1>&2
    exit /b 1
)

pushd "%HOME_DIR%"
call mvn --batch-mode --no-transfer-progress -q -DskipTests package
if errorlevel 1 (
    popd
    echo The build failed: the lines above say why. 1>&2
    exit /b 1
)
popd

"%JAVA_HOME%\bin\java" -XX:+UseSerialGC -Xmx256m -cp "%HOME_DIR%\platform\launcher\target\classes;%HOME_DIR%\platform\launcher\target\lib\*" org.mangrove.launcher.Main %*
exit /b %errorlevel%
