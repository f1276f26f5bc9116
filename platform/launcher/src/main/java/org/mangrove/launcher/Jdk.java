package org.mangrove.launcher;

import java.nio.file.Path;

/** The JDK that runs this, and on which everything else is run. */
final class Jdk {

    private Jdk() {}

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", Distribution.os().equals("winx64") ? "java.exe" : "java")
                .toString();
    }

    /** Names this very JDK: an AOT cache is good for no other. */
    static String version() {
        return System.getProperty("java.vm.version").replaceAll("[^A-Za-z0-9.]+", "-");
    }
}
