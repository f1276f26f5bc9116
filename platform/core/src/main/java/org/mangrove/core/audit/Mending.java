package org.mangrove.core.audit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.mangrove.core.content.Amended;
import org.mangrove.core.content.AssetVersion;
import org.mangrove.core.content.CourseFacts;
import org.mangrove.core.content.CourseFields;
import org.mangrove.core.content.MediaCredit;
import org.mangrove.core.content.TextCredit;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.CanonicalJson;
import org.mangrove.core.lineage.ChangeClass;
import org.mangrove.core.lineage.Field;
import org.mangrove.core.lineage.LineageJson;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.sdk.Message;

/**
 * Works out what has to be another in a course so that a finding is mended, and makes it so. Each edit names what was there before;
 * where something else stands meanwhile, nothing is changed.
 */
final class Mending {

    static final String OWNER = "owner";
    static final String STEWARD = "steward";
    static final String OBJECTIVE = "objective";
    static final String REVIEW = "review-due";

    /** Before the digest of a file, of which it is the last day on which it may be shown. */
    static final String LICENCE = "licence ";

    /** The last day on which what others have written may be said. */
    private static final String TEXT_LICENCE = "text-licence";

    private Mending() {}

    static Edit review(AssetVersion version, LocalDate day) {
        return ofCourse(REVIEW, version.facts().reviewDue().toString(), day.toString());
    }

    static Edit owner(AssetVersion version, String who) {
        return ofCourse(OWNER, version.facts().owner(), who);
    }

    static Edit steward(AssetVersion version, String who) {
        return ofCourse(STEWARD, version.facts().steward(), who);
    }

    static Edit objective(AssetVersion version, String what) {
        return ofCourse(OBJECTIVE, version.facts().objective(), what);
    }

    /** Of the texts and of all files whose licence is the one that has ended. */
    static List<Edit> licence(AssetVersion version, Evidence.DayPassed ended, LocalDate until) {
        Stream<String> texts = version.facts().textCredit().stream()
                .filter(credit -> isOver(credit.licence(), credit.until(), ended))
                .map(credit -> TEXT_LICENCE);
        Stream<String> files = version.facts().credits().stream()
                .filter(credit -> isOver(credit.licence(), credit.until(), ended))
                .map(credit -> LICENCE + credit.digest());
        return Stream.concat(texts, files)
                .map(fact -> ofCourse(fact, ended.day().toString(), until.toString()))
                .distinct()
                .toList();
    }

    private static boolean isOver(String licence, Optional<LocalDate> until, Evidence.DayPassed ended) {
        return licence.equals(ended.what()) && until.filter(ended.day()::equals).isPresent();
    }

    /** In all texts. */
    static List<Edit> link(AssetVersion version, String link, String elsewhere) {
        var edits = new ArrayList<Edit>();
        for (Block block : version.blocks()) {
            block.fields().forEach((path, field) -> {
                if (CourseFields.isText(path, field) && field instanceof Field.Worded worded) {
                    worded.words().forEach((language, text) -> {
                        String mended = Citations.withLink(text, link, elsewhere);
                        if (!mended.equals(text)) {
                            edits.add(new Edit(block.id(), path, language, text, mended));
                        }
                    });
                }
            });
        }
        return edits;
    }

    /** Takes out the steps that show it. */
    static List<Edit> withoutBlocks(AssetVersion version, List<String> blocks) {
        var edits = new ArrayList<Edit>();
        String kept = Block.COURSE_ID;
        for (Block block : version.blocks()) {
            if (blocks.contains(block.id()) && block.kind().isStep()) {
                edits.add(new Edit(block.id(), "", kept, CanonicalJson.write(LineageJson.of(block)), ""));
            } else {
                kept = block.id();
            }
        }
        return edits;
    }

    private static Edit ofCourse(String fact, String before, String after) {
        return new Edit("", fact, "", before, after);
    }

    /** What takes edits back, the last one first. */
    static List<Edit> reversed(List<Edit> edits) {
        return edits.reversed().stream().map(Edit::reversed).toList();
    }

    /** @throws Refusal.Conflict if something that is to be another is another already */
    static Amended apply(AssetVersion version, List<Edit> edits) {
        CourseFacts facts = version.facts();
        List<Block> blocks = new ArrayList<>(version.blocks());
        boolean isSeen = false;
        for (Edit edit : edits) {
            if (edit.isOfTheCourse()) {
                facts = with(facts, edit);
            } else {
                isSeen = true;
                if (edit.field().isEmpty()) {
                    take(blocks, edit);
                } else {
                    say(blocks, edit);
                }
            }
        }
        if (blocks.stream().noneMatch(block -> block.kind().isStep())) {
            throw new Refusal.Conflict(Message.of("audit.act.nothing-left"));
        }
        return new Amended(facts, blocks, isSeen ? ChangeClass.MINOR : ChangeClass.COSMETIC);
    }

    private static CourseFacts with(CourseFacts facts, Edit edit) {
        if (edit.field().startsWith(LICENCE)) {
            String digest = edit.field().substring(LICENCE.length());
            List<MediaCredit> credits = facts.credits().stream()
                    .map(credit -> credit.digest().equals(digest) ? renewed(credit, edit) : credit)
                    .toList();
            if (credits.equals(facts.credits())) {
                throw changed();
            }
            return facts.crediting(credits);
        }
        if (edit.field().equals(TEXT_LICENCE)) {
            TextCredit credit = facts.textCredit().orElseThrow(Mending::changed);
            mustBe(credit.until().map(LocalDate::toString).orElse(""), edit);
            return facts.crediting(Optional.of(
                    new TextCredit(credit.licence(), credit.source(), Optional.of(LocalDate.parse(edit.after())))));
        }
        String is = switch (edit.field()) {
            case OWNER -> facts.owner();
            case STEWARD -> facts.steward();
            case OBJECTIVE -> facts.objective();
            default -> facts.reviewDue().toString();
        };
        mustBe(is, edit);
        String said = edit.after();
        return new CourseFacts(
                facts.key(),
                facts.category(),
                facts.minutes(),
                edit.field().equals(OBJECTIVE) ? said : facts.objective(),
                edit.field().equals(OWNER) ? said : facts.owner(),
                edit.field().equals(STEWARD) ? said : facts.steward(),
                edit.field().equals(REVIEW) ? LocalDate.parse(edit.after()) : facts.reviewDue(),
                facts.passing(),
                facts.certificateMonths(),
                facts.languages(),
                facts.credits(),
                facts.textCredit());
    }

    private static MediaCredit renewed(MediaCredit credit, Edit edit) {
        mustBe(credit.until().map(LocalDate::toString).orElse(""), edit);
        return new MediaCredit(
                credit.digest(),
                credit.path(),
                credit.licence(),
                credit.source(),
                Optional.of(LocalDate.parse(edit.after())));
    }

    private static void say(List<Block> blocks, Edit edit) {
        int at = find(blocks, edit.block());
        Block block = blocks.get(at);
        if (!(block.find(edit.field()).orElse(Field.neutral("")) instanceof Field.Worded worded)) {
            throw changed();
        }
        Map<String, String> words = new TreeMap<>(worded.words());
        mustBe(words.getOrDefault(edit.language(), ""), edit);
        words.put(edit.language(), edit.after());
        blocks.set(at, block.with(edit.field(), Field.words(words)));
    }

    /** Takes a block out, or puts one back behind the one that was before it. */
    private static void take(List<Block> blocks, Edit edit) {
        if (edit.after().isEmpty()) {
            int at = find(blocks, edit.block());
            mustBe(CanonicalJson.write(LineageJson.of(blocks.get(at))), edit);
            blocks.remove(at);
        } else {
            if (blocks.stream().anyMatch(block -> block.id().equals(edit.block()))) {
                throw changed();
            }
            blocks.add(find(blocks, edit.language()) + 1, LineageJson.toBlock(CanonicalJson.read(edit.after())));
        }
    }

    private static int find(List<Block> blocks, String id) {
        for (int at = 0; at < blocks.size(); at++) {
            if (blocks.get(at).id().equals(id)) {
                return at;
            }
        }
        throw changed();
    }

    private static void mustBe(String is, Edit edit) {
        if (!is.equals(edit.before())) {
            throw changed();
        }
    }

    private static Refusal.Conflict changed() {
        return new Refusal.Conflict(Message.of("audit.act.changed-since"));
    }

    /** Whether it is an address on the web that a text can lead to. */
    static boolean isAddress(String text) {
        String small = text.toLowerCase(Locale.ROOT);
        return (small.startsWith("https://") || small.startsWith("http://"))
                && Citations.links(text).equals(List.of(text))
                && Citations.uri(text).filter(uri -> uri.getHost() != null).isPresent();
    }
}
