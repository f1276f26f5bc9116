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

rem Builds if the sources changed since the last build that worked, or if --build is asked for.
set "WORK=%HOME_DIR%\.mangrove"
if not exist "%WORK%\" mkdir "%WORK%"
"%JAVA_HOME%\bin\java" "%HOME_DIR%\platform\launcher\src\main\java\org\mangrove\launcher\Fingerprint.java" "%HOME_DIR%" > "%WORK%\wanted"
if errorlevel 1 goto no_sources
set "WANTED="
set /p WANTED=<"%WORK%\wanted"
set "BUILT="
if exist "%WORK%\built" set /p BUILT=<"%WORK%\built"
call :look_for_build %*
if not exist "%HOME_DIR%\platform\server\target\ROOT.war" set "BUILT="
if not exist "%HOME_DIR%\platform\launcher\target\lib\" set "BUILT="
if "%BUILT%"=="%WANTED%" goto start

echo Building Mangrove (the first time fetches what it is made of, about 700 MB) ... 1>&2
if exist "%WORK%\built" del "%WORK%\built"
pushd "%HOME_DIR%"
call mvn --batch-mode --no-transfer-progress -q -DskipTests package
if errorlevel 1 goto no_build
popd
copy /y "%WORK%\wanted" "%WORK%\built" >nul

:start
"%JAVA_HOME%\bin\java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx256m -cp "%HOME_DIR%\platform\launcher\target\classes;%HOME_DIR%\platform\launcher\target\lib\*" org.mangrove.launcher.Main %*
exit /b %errorlevel%

:try
if defined JDK exit /b 0
if not exist "%~1\bin\javac.exe" exit /b 0
findstr /b /c:"JAVA_VERSION=\"25" "%~1\release" >nul 2>&1
if errorlevel 1 exit /b 0
set "JDK=%~f1"
exit /b 0

:look_for_build
if "%~1"=="" exit /b 0
if "%~1"=="--build" set "BUILT="
shift
goto look_for_build

:in_a_bash
echo On Windows, "%~1" runs in a bash such as Git's or WSL's: ./mangrove %~1 1>&2
exit /b 1

:no_jdk
echo Mangrove needs a JDK 25 and found none: install one, or set JAVA_HOME to it. 1>&2
exit /b 1

:no_maven
echo Mangrove is built with Maven and found none: install it, so that mvn is on the path. 1>&2
exit /b 1

:no_sources
echo The sources below %HOME_DIR% cannot be read, or nothing can be written to %WORK%. 1>&2
exit /b 1

:no_build
popd
echo The build failed: the lines above say why. 1>&2
exit /b 1
