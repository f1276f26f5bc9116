package org.mangrove.core.records;

import java.util.Optional;

/**
 * What must hold of a document before it is changed, so that nobody overwrites what they have not seen.
 *
 * @param ifMatch the versions that may be changed
 * @param ifNoneMatch the versions that may not be
 * @param otherwise what may be done where neither is said
 */
public record DocumentCondition(
        Optional<EntityTags> ifMatch, Optional<EntityTags> ifNoneMatch, Unconditionally otherwise) {

    /** What may be done by whoever says no condition. */
    public enum Unconditionally {
        ANYTHING,

        /** A new document may be put down; one that is there stays. */
        ONLY_NEW,

        /** Nothing: the condition must be said. */
        NOTHING
    }

    /**
     * @param etag of the document that is there, empty if there is none
     * @return {@link DocumentOutcome#DONE} if it may be done
     */
    public DocumentOutcome judge(Optional<String> etag) {
        if (ifMatch.isEmpty() && ifNoneMatch.isEmpty()) {
            return switch (otherwise) {
                case ANYTHING -> DocumentOutcome.DONE;
                case ONLY_NEW -> etag.isEmpty() ? DocumentOutcome.DONE : DocumentOutcome.EXISTS;
                case NOTHING -> etag.isEmpty() ? DocumentOutcome.CONDITION_MISSING : DocumentOutcome.EXISTS;
            };
        }
        boolean matches = ifMatch.map(tags -> tags.match(etag)).orElse(true);
        boolean clashes = ifNoneMatch.map(tags -> tags.match(etag)).orElse(false);
        return matches && !clashes ? DocumentOutcome.DONE : DocumentOutcome.CONDITION_FAILED;
    }
}
