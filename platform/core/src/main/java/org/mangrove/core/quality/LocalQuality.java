package org.mangrove.core.quality;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.mangrove.core.content.AssetVersion;
import org.mangrove.core.content.Candidate;
import org.mangrove.core.content.CourseFacts;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.BlockKind;
import org.mangrove.core.lineage.ChangeClass;
import org.mangrove.core.lineage.Claim;
import org.mangrove.core.lineage.Field;
import org.mangrove.core.policy.MarketPolicies;
import org.mangrove.core.policy.PolicyDesk;
import org.mangrove.core.tenancy.TenantProfile;

/** How good the words are that a market writes itself, by the quality policy that holds there. Each text is judged by itself. */
@ApplicationScoped
public class LocalQuality {

    /** What a text can be judged by. All else is about the whole course, or about what the market has not written. */
    private static final Set<CriterionKind> OF_WORDS = Set.of(
            CriterionKind.ALTERNATIVE_TEXT,
            CriterionKind.CAPTIONS,
            CriterionKind.HEADINGS,
            CriterionKind.LINK_TEXTS,
            CriterionKind.READING_LEVEL,
            CriterionKind.PAST_YEARS,
            CriterionKind.LEGAL_REFERENCES);

    private static final String ALTERNATIVE = "alt";
    private static final String CAPTION = "caption";

    @Inject
    Rubrics rubrics;

    @Inject
    MarketPolicies policies;

    @Inject
    Clock clock;

    /**
     * What there is to say about a text.
     *
     * @param blocking what must be mended before anybody reads it
     * @param told what had better be mended
     */
    public record Judged(List<Finding> blocking, List<Finding> told) {

        public Judged {
            blocking = List.copyOf(blocking);
            told = List.copyOf(told);
        }

        public boolean isFine() {
            return blocking.isEmpty() && told.isEmpty();
        }
    }

    /**
     * @param course from above
     * @param claims about its texts
     * @param block with the text as the market wants to say it
     */
    @Transactional
    public Judged judge(TenantProfile tenant, AssetVersion course, List<Claim> claims, Block block, String field) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), tenant.tenant().timeZone());
        return judge(rubrics.of(tenant), today, course, claims, block, field);
    }

    static Judged judge(
            Rubric rubric, LocalDate today, AssetVersion course, List<Claim> claims, Block block, String field) {
        Report report = Examination.of(new Subject(candidate(course.facts(), block, field), claims, rubric, today));
        List<Finding> ours = report.findings().stream()
                .filter(finding -> OF_WORDS.contains(finding.criterion())
                        && finding.place().block().equals(block.id())
                        && finding.place().field().equals(field))
                .toList();
        List<Finding> blocking =
                report.blocking(Set.of()).stream().filter(ours::contains).toList();
        return new Judged(
                blocking,
                ours.stream().filter(finding -> !blocking.contains(finding)).toList());
    }

    /** A course of nothing but this text, in the languages in which it is said. */
    private static Candidate candidate(CourseFacts facts, Block block, String field) {
        var fields = new TreeMap<String, Field>();
        block.find(field).ifPresent(said -> fields.put(field, said));
        if (field.equals(ALTERNATIVE)) {
            block.find(CAPTION).ifPresent(caption -> fields.put(CAPTION, caption));
        }
        var blocks = new ArrayList<Block>();
        var alone = new Block(block.id(), block.kind(), fields);
        if (block.kind() != BlockKind.COURSE) {
            blocks.add(new Block(Block.COURSE_ID, BlockKind.COURSE, new TreeMap<>()));
        }
        blocks.add(alone);
        var ofThese = new CourseFacts(
                facts.key(),
                facts.category(),
                facts.minutes(),
                facts.objective(),
                facts.owner(),
                facts.steward(),
                facts.reviewDue(),
                facts.passing(),
                facts.certificateMonths(),
                languages(alone, field));
        return new Candidate(AssetVersion.of(ofThese, 1, ChangeClass.MINOR, Instant.EPOCH, blocks), Map.of());
    }

    private static List<Locale> languages(Block block, String field) {
        return block.find(field).stream()
                .flatMap(
                        said -> said instanceof Field.Worded worded ? worded.words().keySet().stream() : Stream.empty())
                .map(Locale::forLanguageTag)
                .toList();
    }

    /** The figures by which a text is judged in a market, with where each comes from. @param languages in which it can be said */
    @Transactional
    public List<PolicyDesk.Row> demands(TenantProfile tenant, String field, List<Locale> languages) {
        return policies.desk(tenant, QualityPolicy.SLUG).rows().stream()
                .filter(row -> isAbout(row.figure().block(), row.figure().field(), field, languages))
                .toList();
    }

    private static boolean isAbout(String criterion, String figure, String field, List<Locale> languages) {
        if (criterion.equals(CriterionKind.ALTERNATIVE_TEXT.word())) {
            return field.equals(ALTERNATIVE)
                    && (!figure.startsWith("least-")
                            || languages.stream().anyMatch(language -> figure.equals(Accessibility.least(language))));
        }
        return criterion.equals(CriterionKind.READING_LEVEL.word())
                && Reading.isInSentences(field)
                && (figure.equals("from-words")
                        || figure.equals("severity")
                        || languages.stream().anyMatch(language -> figure.equals(Reading.limit(language))));
    }
}
