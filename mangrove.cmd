@echo off
rem Runs Mangrove on Windows. What tests and checks it (test, check, format) is in the script "mangrove", for a bash
rem such as Git's or WSL's.
setlocal EnableExtensions DisableDelayedExpansion
set "HOME_DIR=%~dp0"
if "%HOME_DIR:~-1%"=="\" set "HOME_DIR=%HOME_DIR:~0,-1%"

for %%c in (test check format) do if /i "%~1"=="%%c" goto in_a_bash

rem The first JDK that fits: what is set, what is on the path, what lies in the usual places.
set "JDK="
if defined JAVA_HOME call :try "%JAVA_HOME%"
for /f "delims=" %%j in ('where java 2^>nul') do call :try "%%~dpj.."
for /d %%d in (
    "%ProgramFiles%\Eclipse Adoptium\jdk-25*"
    "%ProgramFiles%\Java\jdk-25*"
    "%ProgramFiles%\Microsoft\jdk-25*"
    "%ProgramFiles%\Amazon Corretto\jdk25*"
    "%ProgramFiles%\Zulu\zulu-25*"
    "%USERPROFILE%\.jdks\*25*"
) do call :try "%%~d"
if not defined JDK goto no_jdk
set "JAVA_HOME=%JDK%"

where mvn >nul 2>&1
if errorlevel 1 goto no_maven

pushd "%HOME_DIR%"
call mvn --batch-mode --no-transfer-progress -q -DskipTests package
if errorlevel 1 goto no_build
popd

"%JAVA_HOME%\bin\java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx256m -cp "%HOME_DIR%\platform\launcher\target\classes;%HOME_DIR%\platform\launcher\target\lib\*" org.mangrove.launcher.Main %*
exit /b %errorlevel%

:try
if defined JDK exit /b 0
if not exist "%~1\bin\javac.exe" exit /b 0
findstr /b /c:"JAVA_VERSION=\"25" "%~1\release" >nul 2>&1
if errorlevel 1 exit /b 0
set "JDK=%~f1"
exit /b 0

:in_a_bash
echo On Windows, "%~1" runs in a bash such as Git's or WSL's: ./mangrove %~1 1>&2
exit /b 1

:no_jdk
echo Mangrove needs a JDK 25 and found none: install one, or set JAVA_HOME to it. 1>&2
exit /b 1

:no_maven
echo Mangrove is built with Maven and found none: install it, so that mvn is on the path. 1>&2
exit /b 1

:no_build
popd
echo The build failed: the lines above say why. 1>&2
exit /b 1
