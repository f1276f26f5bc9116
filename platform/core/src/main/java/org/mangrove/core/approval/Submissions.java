package org.mangrove.core.approval;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.approval.store.SubmissionRow;
import org.mangrove.core.approval.store.SubmissionStore;
import org.mangrove.core.blobs.Blobs;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.content.AssetVersion;
import org.mangrove.core.content.CoursePackage;
import org.mangrove.core.content.Mandate;
import org.mangrove.core.content.Masters;
import org.mangrove.core.content.Publishing;
import org.mangrove.core.content.Reuses;
import org.mangrove.core.governance.Decided;
import org.mangrove.core.governance.DecisionKind;
import org.mangrove.core.governance.DecisionLog;
import org.mangrove.core.governance.DecisionRights;
import org.mangrove.core.governance.Lane;
import org.mangrove.core.governance.RightsBook;
import org.mangrove.core.lineage.Text;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.sdk.Message;

/** What shall become a version, and who has agreed to it. */
@ApplicationScoped
public class Submissions {

    private static final int MOST = 500;
    private static final int LONGEST_WORDS = 2_000;
    private static final int LONGEST_TITLE = 300;

    @Inject
    SubmissionStore store;

    @Inject
    Seats seats;

    @Inject
    RightsBook rights;

    @Inject
    Masters masters;

    @Inject
    Reuses reuses;

    @Inject
    Publishing publishing;

    @Inject
    Blobs blobs;

    @Inject
    DecisionLog decisions;

    @Inject
    Clock clock;

    /** A submission with what the list says of it. */
    public record Listed(UUID id, Text title, Submission submission, Instant changedAt) {}

    /** The author's own, until it is put forward. */
    @Transactional
    public UUID begin(EnterpriseId enterprise, UUID author, byte[] zip) {
        if (store.some(enterprise, true, MOST).size() >= MOST) {
            throw new Refusal.Conflict(
                    Message.of("approval.submission.too-many").with("most", MOST));
        }
        Instant now = now();
        ReadCandidate read = read(enterprise, zip, now);
        Revision first = read.revision(1, blobs.put(zip), author, now);
        Text title = title(read);
        var row = new SubmissionRow(
                enterprise,
                author,
                title.text(),
                title.locale().toLanguageTag(),
                Submission.begin(read.version().key(), first, read.demands(rights.of(enterprise))),
                now);
        store.add(row);
        return row.id();
    }

    /** @throws Refusal.NotFound if there is none, or it is a draft of others */
    @Transactional
    public Listed must(EnterpriseId enterprise, UUID reader, UUID id) {
        return listed(mustSee(store.find(enterprise, id), reader));
    }

    /** What would be published, read again. */
    @Transactional
    public ReadCandidate candidate(EnterpriseId enterprise, Revision revision) {
        return ReadCandidate.of(bytes(revision), reuses.sources(enterprise), key -> revision.base(), revision.at());
    }

    /** The package as it was handed in. */
    public byte[] bytes(Revision revision) {
        return blobs.findBytes(new Digest(revision.bytes()))
                .orElseThrow(() -> new IllegalStateException("Package " + revision.bytes() + " is not there"));
    }

    /**
     * A file that one of the revisions shows, the newest first.
     *
     * @throws Refusal.NotFound if there is no such candidate, it is a draft of others, or none of its revisions has the file
     */
    @Transactional
    public CoursePackage.Media file(EnterpriseId enterprise, UUID reader, UUID id, Digest digest) {
        return must(enterprise, reader, id).submission().revisions().reversed().stream()
                .map(revision -> candidate(enterprise, revision).course().media())
                .flatMap(media -> Optional.ofNullable(media.get(digest)).stream())
                .findFirst()
                .orElseThrow(() -> new Refusal.NotFound(Message.of("approval.submission.not-found")));
    }

    /** @throws Refusal.Conflict if somebody else was faster: nothing of theirs is lost */
    @Transactional
    public void handIn(EnterpriseId enterprise, UUID author, UUID id, String seen, byte[] zip) {
        SubmissionRow row = hold(enterprise, author, id);
        Submission there = row.submission();
        Instant now = now();
        ReadCandidate read = read(enterprise, zip, now);
        if (!read.version().key().equals(there.course())) {
            throw new Refusal.Invalid(
                    "course.yaml",
                    Message.of("approval.submission.another-course").with("course", there.course()));
        }
        Revision next = read.revision(there.current().no() + 1, blobs.put(zip), author, now);
        if (next.digest().equals(there.current().digest())) {
            throw new Refusal.Conflict(Message.of("approval.submission.the-same"));
        }
        Submission after = there.handIn(next, read.demands(rights.of(enterprise)), seen);
        Text title = title(read);
        row.call(title.text(), title.locale().toLanguageTag());
        row.become(after, now);
        if (after.state() != State.DRAFT) {
            record(enterprise, DecisionKind.CANDIDATE_CHANGED, after, author, "", Map.of());
        }
    }

    @Transactional
    public void putForward(EnterpriseId enterprise, UUID author, UUID id, String seen, String words) {
        SubmissionRow row = hold(enterprise, author, id);
        mustBeShort(words);
        Submission after = row.submission().putForward(author, words, seen, now());
        row.become(after, now());
        record(enterprise, DecisionKind.CANDIDATE_PUT_FORWARD, after, author, words, Map.of());
    }

    @Transactional
    public void withdraw(EnterpriseId enterprise, UUID by, UUID id, String words) {
        SubmissionRow row = hold(enterprise, by, id);
        mustBeShort(words);
        boolean wasDraft = row.state() == State.DRAFT;
        Submission after = row.submission().withdraw(by, words, now());
        row.become(after, now());
        if (!wasDraft) {
            record(enterprise, DecisionKind.CANDIDATE_WITHDRAWN, after, by, words, Map.of());
        }
    }

    /**
     * @param seen the digest of what they have looked at: they agree to that and to nothing else
     * @throws Refusal.NotAllowed if they do not sit in that lane, or have written it themselves where that is not enough
     */
    @Transactional
    public void say(
            EnterpriseId enterprise, UUID actor, UUID id, Lane lane, Opinion.Kind kind, String seen, String reason) {
        SubmissionRow row = hold(enterprise, actor, id);
        Submission there = row.submission();
        LaneReview review =
                there.find(lane).orElseThrow(() -> new Refusal.NotFound(Message.of("approval.lane.not-asked")));
        Seat seat = seats.of(enterprise)
                .find(actor, review)
                .orElseThrow(() -> new Refusal.NotAllowed(Message.of("approval.lane.not-yours")));
        mustBeShort(reason);
        if (reason.isBlank()) {
            throw new Refusal.Invalid("reason", Message.of("approval.lane.no-reason"));
        }
        if (kind == Opinion.Kind.APPROVED) {
            mustReadAsHandedIn(enterprise, there.current());
        }
        Submission after = there.say(lane, new Opinion(kind, actor, seat.lentBy(), reason, now()), seen);
        row.become(after, now());
        var details = new HashMap<String, String>();
        details.put("lane", lane.word());
        seat.lentBy().ifPresent(lender -> details.put("for", seat.id().toString()));
        record(
                enterprise,
                switch (kind) {
                    case APPROVED -> DecisionKind.LANE_APPROVED;
                    case CHANGES_ASKED -> DecisionKind.LANE_CHANGES_ASKED;
                    case REFUSED -> DecisionKind.LANE_REFUSED;
                },
                after,
                actor,
                reason,
                details);
    }

    /**
     * Publishes exactly what everybody has agreed to, through all gates.
     *
     * @throws Refusal.Conflict if it is not approved, or is not what they have seen, or the master, or what it shows of another, has another
     *     version by now
     */
    @Transactional
    public Publishing.Published publish(EnterpriseId enterprise, UUID actor, UUID id, String seen) {
        SubmissionRow row = hold(enterprise, actor, id);
        Submission there = row.submission();
        Revision revision = there.current();
        if (base(enterprise, there.course()) != revision.base()) {
            throw overtaken();
        }
        ReadCandidate read = mustReadAsHandedIn(enterprise, revision);
        Submission after = there.publish(
                actor, seen, read.demands(rights.of(enterprise)), read.version().no(), now());
        Publishing.Published published = publishing.publish(enterprise, Mandate.agreed(actor, id), read.course());
        row.become(after, now());
        return published;
    }

    /** What it shows of other courses may say something else by now, and nobody agrees to what they have not read. */
    private ReadCandidate mustReadAsHandedIn(EnterpriseId enterprise, Revision revision) {
        ReadCandidate read = candidate(enterprise, revision);
        Revision again = read.revision(revision.no(), new Digest(revision.bytes()), revision.by(), revision.at());
        if (!again.digest().equals(revision.digest())) {
            throw new Refusal.Conflict(Message.of("approval.submission.shown-changed"));
        }
        return read;
    }

    /** What a gate holds a publication against. */
    @Transactional
    Optional<Submission> find(EnterpriseId enterprise, UUID id) {
        return store.find(enterprise, id).map(SubmissionRow::submission);
    }

    static Refusal.Conflict overtaken() {
        return new Refusal.Conflict(Message.of("approval.submission.overtaken"));
    }

    /** Those of which nothing has become yet and that the reader may see, by the day on which the first lane should have spoken. */
    @Transactional
    public List<Listed> open(EnterpriseId enterprise, UUID reader) {
        return store.some(enterprise, true, MOST).stream()
                .filter(row -> maySee(row, reader))
                .map(Submissions::listed)
                .sorted(Comparator.comparing(listed -> listed.submission().due().orElse(Instant.MAX)))
                .toList();
    }

    /** The last of the others, the latest first. */
    @Transactional
    public List<Listed> closed(EnterpriseId enterprise, UUID reader) {
        return store.some(enterprise, false, MOST).stream()
                .filter(row -> maySee(row, reader))
                .map(Submissions::listed)
                .toList();
    }

    private ReadCandidate read(EnterpriseId enterprise, byte[] zip, Instant now) {
        ReadCandidate read = ReadCandidate.of(zip, reuses.sources(enterprise), key -> base(enterprise, key), now);
        List<String> spaces = seats.spaces(enterprise);
        for (String space : read.course().overlays().keySet()) {
            if (space.equals(DecisionRights.GLOBAL) || !spaces.contains(space)) {
                throw new Refusal.Invalid(
                        "overlays/" + space + ".yaml",
                        Message.of("content.overlay.unknown-space").with("space", space));
            }
        }
        return read;
    }

    private int base(EnterpriseId enterprise, String course) {
        return masters.findCurrent(enterprise, course).map(AssetVersion::no).orElse(0);
    }

    private static Text title(ReadCandidate read) {
        Text title = read.title(List.of(Locale.ENGLISH));
        String text = title.text();
        int most = Math.min(LONGEST_TITLE, text.codePointCount(0, text.length()));
        return new Text(text.substring(0, text.offsetByCodePoints(0, most)), title.locale());
    }

    private SubmissionRow hold(EnterpriseId enterprise, UUID reader, UUID id) {
        return mustSee(store.hold(enterprise, id), reader);
    }

    private static SubmissionRow mustSee(Optional<SubmissionRow> row, UUID reader) {
        return row.filter(there -> maySee(there, reader))
                .orElseThrow(() -> new Refusal.NotFound(Message.of("approval.submission.not-found")));
    }

    /** What was never put forward is its author's. */
    private static boolean maySee(SubmissionRow row, UUID reader) {
        return row.begunBy().equals(reader)
                || row.submission().steps().stream().anyMatch(step -> step.what() == Step.What.PUT_FORWARD);
    }

    private static Listed listed(SubmissionRow row) {
        return new Listed(
                row.id(),
                new Text(row.title(), Locale.forLanguageTag(row.titleLanguage())),
                row.submission(),
                row.changedAt());
    }

    private static void mustBeShort(String words) {
        if (words.length() > LONGEST_WORDS) {
            throw new Refusal.Invalid(
                    "reason", Message.of("approval.words.too-long").with("most", LONGEST_WORDS));
        }
    }

    private void record(
            EnterpriseId enterprise,
            DecisionKind kind,
            Submission after,
            UUID actor,
            String reason,
            Map<String, String> more) {
        var details = new HashMap<>(more);
        details.put("revision", String.valueOf(after.current().no()));
        details.put("change", after.current().change());
        decisions.record(
                enterprise,
                new Decided(
                        kind,
                        AssetVersion.TYPE,
                        after.course(),
                        List.of(),
                        details,
                        after.current().digest()),
                actor,
                reason);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
