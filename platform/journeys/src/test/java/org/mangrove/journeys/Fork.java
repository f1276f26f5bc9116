package org.mangrove.journeys;

import java.nio.file.Path;
import org.mangrove.launcher.Distribution;

/** One of the processes in which these tests run beside each other. */
final class Fork {

    private static final int NUMBER = Integer.getInteger("mangrove.fork", 1);

    private Fork() {}

    /** A folder of its own for what a stack keeps. */
    static Path folder(Distribution distribution, String name) {
        return distribution.project().resolve("platform/journeys/target").resolve(name + "-" + NUMBER);
    }
}
