package org.mangrove.core.authoring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.approval.Submissions;
import org.mangrove.core.authoring.store.CourseDraftRow;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.content.AssetVersion;
import org.mangrove.core.content.Candidate;
import org.mangrove.core.content.CourseFacts;
import org.mangrove.core.content.CourseFiles;
import org.mangrove.core.content.CoursePackage;
import org.mangrove.core.content.Masters;
import org.mangrove.core.content.PackageWriter;
import org.mangrove.core.content.Publishing;
import org.mangrove.core.content.Reuse;
import org.mangrove.core.content.Reuses;
import org.mangrove.core.content.VersionPublished;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.ChangeClass;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.sdk.Message;

/** How a draft becomes a version. */
@ApplicationScoped
public class DraftPublishing {

    @Inject
    CourseDrafts drafts;

    @Inject
    DraftFiles files;

    @Inject
    Masters masters;

    @Inject
    Publishing publishing;

    @Inject
    Reuses reuses;

    @Inject
    Submissions submissions;

    @Inject
    Clock clock;

    public Shortcomings shortcomings(DraftContent content) {
        return Shortcomings.of(content, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    /** The version that was published since the draft was last held against one, if there is one. */
    @Transactional
    public Optional<AssetVersion> newer(EnterpriseId enterprise, CourseDraft draft) {
        return masters.findCurrent(enterprise, draft.course()).filter(current -> current.no() != draft.basis());
    }

    /** What it is held against; empty if it becomes a course of its own. */
    @Transactional
    public Optional<AssetVersion> basis(EnterpriseId enterprise, CourseDraft draft) {
        return masters.findVersion(enterprise, draft.course(), draft.basis());
    }

    /**
     * Takes in what was published meanwhile.
     *
     * @return the blocks in which both have changed the same, and the draft's word stays
     */
    @Transactional
    public List<String> catchUp(EnterpriseId enterprise, UUID actor, UUID id) {
        CourseDraftRow row = drafts.hold(enterprise, id);
        CourseDraft draft = drafts.draft(row);
        Optional<AssetVersion> base = basis(enterprise, draft);
        Optional<AssetVersion> newest = newer(enterprise, draft);
        if (base.isEmpty() || newest.isEmpty()) {
            return List.of();
        }
        CatchUp caughtUp = CatchUp.of(base.get(), draft.content(), newest.get());
        drafts.step(row, caughtUp.content(), Act.CAUGHT_UP, "", actor);
        row.rest(newest.get().no());
        return caughtUp.disputed();
    }

    /**
     * Publishes the draft as a package that says the same would be published, with all gates, and ends it.
     *
     * @param effectiveFrom when it takes the place of the version before; empty if at once
     * @throws Refusal.Conflict if another version was published meanwhile, or there is another course of that key
     * @throws Refusal.Invalid if something is missing, or a gate has something against it
     */
    @Transactional
    public Publishing.Published publish(
            EnterpriseId enterprise, UUID actor, UUID id, ChangeClass change, Optional<Instant> effectiveFrom) {
        CourseDraftRow row = drafts.hold(enterprise, id);
        CourseDraft draft = drafts.draft(row);
        CourseFacts facts = mustBeWhole(draft.content());
        if (draft.course().isEmpty()
                && masters.findCurrent(enterprise, facts.key()).isPresent()) {
            throw new Refusal.Conflict(Message.of("authoring.publish.key-taken").with("key", facts.key()));
        }
        if (!draft.course().isEmpty() && !draft.course().equals(facts.key())) {
            throw new Refusal.Conflict(
                    Message.of("authoring.publish.key-changed").with("key", draft.course()));
        }
        if (newer(enterprise, draft).isPresent()) {
            throw new Refusal.Conflict(Message.of("authoring.publish.behind"));
        }
        CoursePackage whole = read(enterprise, zip(enterprise, draft, facts, change));
        Publishing.Published published = publishing.publish(
                enterprise,
                actor,
                new CoursePackage(
                        whole.facts(), change, effectiveFrom, whole.blocks(), whole.overlays(), whole.media()));
        if (published.isNew()) {
            row.end(DraftState.PUBLISHED, drafts.now());
        }
        return published;
    }

    /**
     * Puts the draft before those who have to agree to it, as it is now. What is agreed to is what was put forward: once that is
     * published the draft has ended, or goes on from it if somebody has written on meanwhile.
     *
     * @return the submission
     */
    @Transactional
    public UUID submit(EnterpriseId enterprise, UUID actor, UUID id, ChangeClass change) {
        CourseDraftRow row = drafts.hold(enterprise, id);
        CourseDraft draft = drafts.draft(row);
        byte[] zip = zip(enterprise, draft, mustBeWhole(draft.content()), change);
        CoursePackage whole = read(enterprise, zip);
        row.putForward(AssetVersion.of(whole.facts(), 1, change, drafts.now(), whole.blocks())
                .digest()
                .hex());
        return submissions.begin(enterprise, actor, zip);
    }

    void published(@Observes VersionPublished published) {
        AssetVersion version = published.version();
        drafts.putForward(published.enterprise(), version.digest().hex())
                .forEach(row -> row.become(version.key(), version.no(), drafts.now()));
    }

    private CoursePackage read(EnterpriseId enterprise, byte[] zip) {
        return reuses.read(enterprise, CourseFiles.fromZip(new ByteArrayInputStream(zip)));
    }

    /** The draft as files that any installation publishes. */
    @Transactional
    public byte[] zip(EnterpriseId enterprise, UUID id) {
        CourseDraft draft = drafts.must(enterprise, id);
        return zip(enterprise, draft, mustBeWhole(draft.content()), ChangeClass.MAJOR);
    }

    private CourseFacts mustBeWhole(DraftContent content) {
        Shortcomings shortcomings = shortcomings(content);
        if (!shortcomings.isNone()) {
            throw new Refusal.Invalid(Message.of("authoring.publish.not-whole").with("count", shortcomings.count()));
        }
        return shortcomings.facts().orElseThrow();
    }

    private byte[] zip(EnterpriseId enterprise, CourseDraft draft, CourseFacts facts, ChangeClass change) {
        Map<Digest, DraftFiles.Shown> shown = new HashMap<>();
        List<Block> own = draft.content().blocks().stream()
                .filter(block -> Reuse.of(block).isEmpty())
                .toList();
        Candidate.filesOf(own).stream()
                .map(Digest::new)
                .forEach(digest -> shown.put(digest, files.must(enterprise, draft.id(), digest)));
        var bytes = new HashMap<Digest, byte[]>();
        shown.forEach((digest, file) -> bytes.put(digest, file.bytes()));
        return new PackageWriter(
                        facts.crediting(draft.content().credits()),
                        change,
                        draft.content().blocks(),
                        digest -> mustHave(shown, digest).type())
                .zip(bytes);
    }

    private static DraftFiles.Shown mustHave(Map<Digest, DraftFiles.Shown> shown, Digest digest) {
        return Optional.ofNullable(shown.get(digest))
                .orElseThrow(() -> new IllegalStateException("File " + digest + " of a draft was not read"));
    }
}
