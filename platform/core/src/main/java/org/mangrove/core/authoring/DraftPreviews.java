package org.mangrove.core.authoring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.content.AssetVersion;
import org.mangrove.core.content.Candidate;
import org.mangrove.core.content.CourseFacts;
import org.mangrove.core.content.EffectiveCourse;
import org.mangrove.core.content.Masters;
import org.mangrove.core.content.Reuses;
import org.mangrove.core.content.WrittenFacts;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.ChangeClass;
import org.mangrove.core.lineage.Field;
import org.mangrove.core.lineage.RuleBook;
import org.mangrove.core.tenancy.EnterpriseId;

/** What a draft would be for those who read it, and what it would do to those who have changed something in it. */
@ApplicationScoped
public class DraftPreviews {

    @Inject
    Masters masters;

    @Inject
    Reuses reuses;

    @Inject
    RuleBook rules;

    @Inject
    DraftFiles files;

    @Inject
    DraftPublishing publishing;

    @Inject
    Clock clock;

    /**
     * How much a reader's device fetches.
     *
     * @param words bytes of text, in the first language
     * @param files bytes of pictures, films and captions
     */
    public record Weight(long words, long files) {

        /** How long it takes over a line. @param kilobits a second */
        public long seconds(int kilobits) {
            return Math.ceilDiv((words + files) * 8, kilobits * 1_000L);
        }
    }

    /** What a market would get, or without a market the master's readers. */
    @Transactional
    public EffectiveCourse preview(
            EnterpriseId enterprise, CourseDraft draft, Optional<String> market, List<Locale> chain) {
        CourseFacts facts = publishing.shortcomings(draft.content()).facts().orElseGet(() -> unfinished(draft));
        AssetVersion version = AssetVersion.of(
                facts,
                draft.basis() + 1,
                ChangeClass.MAJOR,
                clock.instant(),
                draft.content().blocks());
        return masters.preview(enterprise, version, market, chain);
    }

    /** Nobody reads it yet: what was not said has no place in a preview. */
    private static CourseFacts unfinished(CourseDraft draft) {
        return new CourseFacts(
                draft.course(),
                "",
                1,
                "",
                "",
                "",
                LocalDate.EPOCH,
                WrittenFacts.PASSING,
                Optional.empty(),
                draft.content().languages());
    }

    @Transactional
    public Weight weight(EnterpriseId enterprise, CourseDraft draft) {
        long words = 0;
        for (Block block : draft.content().blocks()) {
            for (Field field : block.fields().values()) {
                words += field.in(draft.content().languages()).text().getBytes(StandardCharsets.UTF_8).length;
            }
        }
        long shown = 0;
        for (String digest : Candidate.filesOf(draft.content().blocks())) {
            shown += files.size(enterprise, draft.id(), new Digest(digest));
        }
        return new Weight(words, shown);
    }

    /** From what it is held against to what it says. */
    @Transactional
    public DraftChanges changes(EnterpriseId enterprise, CourseDraft draft) {
        List<Block> before =
                publishing.basis(enterprise, draft).map(AssetVersion::blocks).orElse(List.of());
        return DraftChanges.between(before, draft.content().blocks());
    }

    /**
     * A block of another course that shows what the draft changes.
     *
     * @param what becomes of what it shows
     */
    public record Elsewhere(Reuses.Use use, DraftChanges.What what) {}

    /** Who shows what the draft changes: those that follow it change with it. */
    @Transactional
    public List<Elsewhere> elsewhere(EnterpriseId enterprise, CourseDraft draft, DraftChanges changes) {
        if (draft.course().isEmpty()) {
            return List.of();
        }
        return reuses.usesOf(enterprise, draft.course()).stream()
                .filter(use -> !use.course().equals(draft.course()))
                .flatMap(use ->
                        changes.find(use.sourceBlock()).map(changed -> new Elsewhere(use, changed.what())).stream())
                .toList();
    }

    @Transactional
    public Impact impact(EnterpriseId enterprise, CourseDraft draft, DraftChanges changes, List<Locale> chain) {
        if (draft.course().isEmpty()) {
            return Impact.none();
        }
        return Impact.of(
                masters.must(enterprise, draft.course(), chain),
                rules.of(enterprise, AssetVersion.TYPE, draft.course()),
                draft.content().blocks(),
                changes,
                clock.instant());
    }
}
