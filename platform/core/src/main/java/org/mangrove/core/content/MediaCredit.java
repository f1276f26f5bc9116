package org.mangrove.core.content;

import java.time.LocalDate;
import java.util.Optional;

/**
 * By what right a course shows a file.
 *
 * @param digest of the file
 * @param path under which it was handed in
 * @param licence as SPDX calls it, such as {@code CC-BY-4.0}, or {@code own-work}
 * @param source who made it, or where it is from
 * @param until the last day on which it may be shown; empty if for ever
 */
public record MediaCredit(String digest, String path, String licence, String source, Optional<LocalDate> until) {

    /** The licence of what the enterprise has made itself. */
    public static final String OWN = "own-work";

    boolean isOfTheSameSource(MediaCredit other) {
        return licence.equals(other.licence()) && source.equals(other.source()) && until.equals(other.until());
    }
}
