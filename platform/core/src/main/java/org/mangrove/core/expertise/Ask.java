package org.mangrove.core.expertise;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that an author has asked of an expert.
 *
 * @param expert who is to answer
 * @param instead whom the author asked, if that one has handed their asks over to the expert
 * @param dueAt by when; whoever has not answered by then may still do so, but not by link, and the author is told
 */
public record Ask(
        UUID id,
        UUID asker,
        UUID expert,
        Optional<UUID> instead,
        String course,
        Domain domain,
        Lane lane,
        Question question,
        int minutes,
        Instant askedAt,
        Instant dueAt,
        AskState state,
        Optional<Answer> answer) {

    /** @param words why, if there is anything to say */
    public record Answer(Verdict verdict, String words, Via via, Instant at) {}

    public boolean isOverdue(Instant now) {
        return state == AskState.OPEN && !dueAt.isAfter(now);
    }

    /** Whether a link may decide it. */
    public boolean mayBeAnsweredByLink(Instant now) {
        return state == AskState.OPEN && lane != Lane.LEGAL && dueAt.isAfter(now);
    }
}
