package org.mangrove.core.authoring;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A course in the making.
 *
 * @param course of which it becomes a version; empty if it becomes a course of its own
 * @param basis the number of the version that it is held against; 0 if there is none
 * @param last what was done last
 * @param endsAt when it is gone for good, if nobody works on it any more
 */
public record CourseDraft(
        UUID id,
        String course,
        int basis,
        DraftState state,
        Step last,
        Optional<Instant> endsAt,
        DraftContent content) {

    /**
     * What somebody has done.
     *
     * @param number counts from 1
     * @param subject the block that it is about; empty if it is about the course as a whole
     * @param undoTo the step to which undoing leads; 0 if there is nothing to undo
     * @param redoTo the step to which redoing leads; 0 if nothing was undone
     */
    public record Step(int number, Act act, String subject, UUID actor, Instant doneAt, int undoTo, int redoTo) {}

    public boolean isOpen() {
        return state == DraftState.OPEN;
    }

    /** What it is called, in its first language. */
    public String title() {
        return content.title();
    }
}
