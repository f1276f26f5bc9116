package org.mangrove.core.authoring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.mangrove.core.content.AssetVersion;
import org.mangrove.core.content.Masters;
import org.mangrove.core.content.Retirement;
import org.mangrove.core.content.Retirements;
import org.mangrove.core.content.Reuse;
import org.mangrove.core.content.Reuses;
import org.mangrove.core.content.ShownSource;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.Field;
import org.mangrove.core.lineage.Text;
import org.mangrove.core.tenancy.EnterpriseId;

/** What is published and can be shown elsewhere, for authors who look for it; and what has become of what is shown. */
@ApplicationScoped
public class ReusableBlocks {

    private static final int MOST = 60;

    @Inject
    Masters masters;

    @Inject
    Reuses reuses;

    @Inject
    Retirements retirements;

    /** A course that can be looked through. */
    public record OfCourse(String key, Text title, int blocks) {}

    /**
     * A block that can be shown.
     *
     * @param isReused whether it shows what others say itself
     */
    public record Offer(String course, Text title, int version, Block block, boolean isReused) {}

    /** @param isMore whether more fits than is told */
    public record Found(List<OfCourse> courses, List<Offer> offers, boolean isMore) {}

    /**
     * What has become of what a block shows.
     *
     * @param title of the course that says it
     * @param shown what it shows; empty if it is not here
     * @param newest what is published now, or was last
     * @param newer from what is pinned to what is published now
     * @param retirement if that course is given up
     */
    public record Standing(
            Reuse reuse,
            Text title,
            Optional<ShownSource> shown,
            Optional<ShownSource> newest,
            DraftChanges newer,
            Optional<Retirement> retirement) {

        public boolean isGone() {
            return newest.filter(ShownSource::isThere).isEmpty();
        }
    }

    /**
     * @param course whose blocks are wanted; empty for those of all courses in which the words are found
     * @param words all of which the block or its course has to say, in whatever language
     */
    @Transactional
    public Found find(EnterpriseId enterprise, String course, String words, List<Locale> chain) {
        List<String> wanted = Stream.of(words.strip().toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        var courses = new ArrayList<OfCourse>();
        var offers = new ArrayList<Offer>();
        for (Masters.Summary master : masters.all(enterprise, chain)) {
            AssetVersion version = master.version();
            boolean isGivenUp = master.retirement()
                    .filter(retirement -> retirement.holdsOn(retirements.today()))
                    .isPresent();
            if (isGivenUp) {
                continue;
            }
            List<Block> steps = version.blocks().stream()
                    .filter(block -> block.kind().isStep())
                    .toList();
            courses.add(new OfCourse(version.key(), master.title(), steps.size()));
            boolean isLookedThrough = course.isEmpty() ? !wanted.isEmpty() : course.equals(version.key());
            if (isLookedThrough) {
                String name = version.key() + " " + said(version.blocks().getFirst());
                steps.stream()
                        .filter(block -> says(name + " " + said(block), wanted))
                        .map(block -> new Offer(
                                version.key(),
                                master.title(),
                                version.no(),
                                block,
                                Reuse.of(block).isPresent()))
                        .forEach(offers::add);
            }
        }
        return new Found(courses, offers.stream().limit(MOST).toList(), offers.size() > MOST);
    }

    @Transactional
    public Standing standing(EnterpriseId enterprise, Reuse reuse, List<Locale> chain) {
        Optional<ShownSource> shown = reuses.find(enterprise, reuse);
        Optional<ShownSource> newest = reuses.find(enterprise, Reuse.following(reuse.course(), reuse.block()));
        return new Standing(
                reuse,
                masters.findCurrent(enterprise, reuse.course())
                        .map(version -> Masters.title(version, chain))
                        .orElse(new Text(reuse.course(), Locale.ROOT)),
                shown,
                newest,
                DraftChanges.between(words(shown), words(newest)),
                retirements.find(enterprise, reuse.course()));
    }

    private static List<Block> words(Optional<ShownSource> source) {
        return source.map(ShownSource::block).map(Reuse::without).stream().toList();
    }

    private static boolean says(String text, List<String> wanted) {
        String all = text.toLowerCase(Locale.ROOT);
        return wanted.stream().allMatch(all::contains);
    }

    private static String said(Block block) {
        var all = new StringBuilder(block.id());
        block.fields().values().forEach(field -> {
            if (field instanceof Field.Worded worded) {
                worded.words().values().forEach(words -> all.append(' ').append(words));
            }
        });
        return all.toString();
    }
}
