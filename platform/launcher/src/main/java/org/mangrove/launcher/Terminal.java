package org.mangrove.launcher;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Keeps Ctrl-C for the launcher alone: the terminal would send it to every part at once, and they must stop in order. */
final class Terminal {

    private Terminal() {}

    /** The command that runs {@code command} in a session of its own, in the same process, where the system can. */
    static List<String> apart(List<String> command) {
        Path setsid = Path.of("/usr/bin/setsid");
        if (Files.isExecutable(setsid)) {
            return Stream.concat(Stream.of(setsid.toString()), command.stream()).toList();
        }
        Path perl = Path.of("/usr/bin/perl");
        if (Files.isExecutable(perl)) {
            return Stream.concat(Stream.of(perl.toString(), "-e", "setpgrp; exec @ARGV", "--"), command.stream())
                    .toList();
        }
        return command;
    }

    static File nothing() {
        return new File(Distribution.os().equals("winx64") ? "NUL" : "/dev/null");
    }
}
