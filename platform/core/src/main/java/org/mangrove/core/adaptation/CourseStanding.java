package org.mangrove.core.adaptation;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mangrove.core.content.Pinned;
import org.mangrove.core.lineage.Field;
import org.mangrove.core.lineage.Text;

/**
 * How a course stands in a market, in figures.
 *
 * @param title by language, as the market says it
 * @param version that is in effect
 * @param isReleased whether readers get it
 * @param own how much the market says otherwise
 * @param waiting how much waits for somebody
 * @param joinable how much can be taken over without anybody's decision
 * @param locked how much of the market's own a lock forbids
 * @param expired how many verifications for the law there have run out
 * @param drift in points
 * @param since when something waits that has come from above
 * @param due until when somebody should have decided about it
 * @param expires when the next verification for the law there runs out
 * @param pinned if the market stays with the version
 * @param leaving if it is given up above, or the market keeps what was
 */
public record CourseStanding(
        String course,
        Map<String, String> title,
        int version,
        boolean isReleased,
        int own,
        int waiting,
        int joinable,
        int locked,
        int expired,
        int drift,
        Optional<Instant> since,
        Optional<Instant> due,
        Optional<Instant> expires,
        Optional<Staying> pinned,
        Optional<Leaving> leaving) {

    /** That a market stays with a version. @param latest that is in effect above. @param until from when it does not stay */
    public record Staying(int latest, Instant until) {}

    public CourseStanding {
        title = new TreeMap<>(title);
    }

    static CourseStanding of(
            Desk desk,
            Behind behind,
            Optional<Instant> due,
            Optional<Leaving> leaving,
            Optional<Pinned> pinned,
            Instant at) {
        return new CourseStanding(
                desk.ground().version().key(),
                desk.title()
                        .filter(Field.Worded.class::isInstance)
                        .map(field -> (Map<String, String>) ((Field.Worded) field).words())
                        .orElse(Map.of()),
                desk.ground().version().no(),
                desk.isReleased(),
                (int) desk.own().adaptations().stream()
                        .filter(adaptation -> adaptation.holdsAt(at))
                        .count(),
                desk.waiting().size(),
                desk.joinable().size(),
                (int) desk.waiting().stream()
                        .filter(text -> text.standing() == Standing.IN_GRACE || text.standing() == Standing.WITHHELD)
                        .count(),
                desk.ground().rules().expired(at),
                behind.drift().points(),
                behind.since(),
                due,
                desk.ground().rules().nextExpiry(at),
                pinned.map(there -> new Staying(
                        there.missed().isEmpty()
                                ? there.pin().number()
                                : there.missed().getLast().no(),
                        there.until())),
                leaving);
    }

    /** Its title for a reader who wants the languages of the chain in this order. */
    public Text title(List<Locale> chain) {
        return title.isEmpty()
                ? new Text(course, Locale.ROOT)
                : Field.words(title).in(chain);
    }

    /** The same for whoever must not see what the market says. */
    CourseStanding withoutWords() {
        return new CourseStanding(
                course,
                Map.of(),
                version,
                isReleased,
                own,
                waiting,
                joinable,
                locked,
                expired,
                drift,
                since,
                due,
                expires,
                pinned,
                leaving);
    }

    /** Whether anybody has to do anything, or has done. */
    public boolean isAsAbove() {
        return isReleased
                && own == 0
                && waiting == 0
                && expired == 0
                && expires.isEmpty()
                && pinned.isEmpty()
                && leaving.isEmpty();
    }

    /** Whether texts have waited for too long. */
    public boolean areTextsOverdue(Instant at) {
        return due.filter(until -> until.isBefore(at)).isPresent();
    }

    public boolean isOverdue(Instant at) {
        return areTextsOverdue(at)
                || leaving.filter(there -> there.isOverdue(at)).isPresent();
    }

    /** Whether anything waits for somebody. */
    public boolean waits() {
        return waiting > 0 || leaving.filter(there -> there.state().waits()).isPresent();
    }
}
