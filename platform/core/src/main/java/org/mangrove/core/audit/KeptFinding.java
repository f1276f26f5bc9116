package org.mangrove.core.audit;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.mangrove.core.lineage.Text;

/**
 * A finding, as the last run that saw it has written it down, without its evidence.
 *
 * @param subjects the keys of the courses, or the ids of the tools, that it is about
 * @param title of the first of them
 * @param owner of the first of them; empty if it has none
 * @param cameRun in which it was found first, or again after it was gone
 * @param seenRun in which it was found last
 * @param goneRun in which it was not found any more
 */
public record KeptFinding(
        UUID id,
        FindingKind kind,
        List<String> subjects,
        Set<String> marks,
        Text title,
        String owner,
        UUID cameRun,
        UUID seenRun,
        Optional<UUID> goneRun,
        Instant firstSeenAt,
        Instant seenAt,
        Optional<Instant> goneAt) {

    public KeptFinding {
        subjects = List.copyOf(subjects);
        marks = Set.copyOf(marks);
    }

    /** Whether its subjects are tools, and not courses. */
    public boolean isAboutTools() {
        return kind.isAboutTools();
    }

    /** In which language the title is; of what has none, none. */
    public Locale language() {
        return title.locale();
    }
}
