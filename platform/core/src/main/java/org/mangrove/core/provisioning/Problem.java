package org.mangrove.core.provisioning;

import java.util.Comparator;
import org.mangrove.sdk.Message;

/**
 * A mistake in {@code tenants-config}, told so that its writer can mend it.
 *
 * @param file the file's name below the folder, such as {@code acme/acme-de.yaml}
 * @param line counted from one
 * @param what what was found and what is allowed
 */
public record Problem(String file, int line, Message what) implements Comparable<Problem> {

    private static final Comparator<Problem> IN_READING_ORDER = Comparator.comparing(Problem::file)
            .thenComparingInt(Problem::line)
            .thenComparing(problem -> problem.what().key());

    @Override
    public int compareTo(Problem other) {
        return IN_READING_ORDER.compare(this, other);
    }
}
