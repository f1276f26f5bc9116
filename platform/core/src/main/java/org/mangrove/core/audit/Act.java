package org.mangrove.core.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What somebody has decided about a finding.
 *
 * @param assignee whom a task is for
 * @param lastDay through which it is accepted, or by which a task is to be done
 * @param about the act that this one takes back, or says to be done
 * @param details what it was about
 */
public record Act(
        UUID id,
        UUID finding,
        ActKind kind,
        UUID actor,
        Instant at,
        String reason,
        String assignee,
        Optional<LocalDate> lastDay,
        Optional<UUID> about,
        Details details) {

    /**
     * @param marks of what was accepted
     * @param edits of what was mended
     * @param version that was published with them; 0 if none was
     * @param keep which of several is to stay; empty if nobody has said so
     */
    public record Details(Set<String> marks, List<Edit> edits, int version, String keep) {

        static final Details NONE = new Details(Set.of(), List.of(), 0, "");

        public Details {
            marks = Set.copyOf(marks);
            edits = List.copyOf(edits);
        }
    }

    public boolean isUndone(List<Act> all) {
        return all.stream()
                .anyMatch(act -> act.kind() == ActKind.UNDO
                        && act.about().filter(id::equals).isPresent());
    }

    public boolean isDone(List<Act> all) {
        return all.stream()
                .anyMatch(act -> act.kind() == ActKind.DONE
                        && act.about().filter(id::equals).isPresent());
    }

    /** Whether somebody may still take it back. */
    public boolean canBeUndone(List<Act> all) {
        return kind != ActKind.UNDO && kind != ActKind.DONE && !isUndone(all) && !isDone(all);
    }
}
