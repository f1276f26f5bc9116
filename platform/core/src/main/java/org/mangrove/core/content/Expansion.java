package org.mangrove.core.content;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.Field;
import org.mangrove.sdk.Message;

/**
 * The blocks of a course with what its reused ones show. It depends on nothing but its arguments, and done twice it is done once.
 *
 * @param blocks in their order; those that cannot be shown are as they were
 * @param flaws why not
 * @param credits by what right the files of reused blocks are shown, by their digest
 */
public record Expansion(List<Block> blocks, List<Flaw> flaws, Map<String, MediaCredit> credits) {

    /** So many blocks may lead from what is shown to what says it. Longer ways nobody oversees. */
    public static final int DEEPEST = 4;

    /** Why a block cannot show what it shall. */
    public record Flaw(String block, Message reason) {}

    public Expansion {
        blocks = List.copyOf(blocks);
        flaws = List.copyOf(flaws);
        credits = Map.copyOf(credits);
    }

    /**
     * @param course its key; empty if it has none yet
     * @param languages in which it is there; the first is the one in which all has to be said
     */
    public static Expansion of(String course, List<Locale> languages, List<Block> blocks, ReuseSources sources) {
        return new Work(course, languages, blocks, sources).done();
    }

    /** What is true of the course, with by what right it shows what is not its own. @param before its blocks as they were */
    CourseFacts crediting(CourseFacts facts, List<Block> before) {
        Set<String> shown = new HashSet<>(Candidate.filesOf(blocks));
        Set<String> own = new HashSet<>(Candidate.filesOf(reused(blocks, false)));
        Set<String> gone = new HashSet<>(Candidate.filesOf(reused(before, true)));
        gone.removeAll(shown);
        var paths = new HashSet<String>();
        var all = new ArrayList<MediaCredit>();
        for (MediaCredit credit : facts.credits()) {
            boolean isTaken = !own.contains(credit.digest()) && credits.containsKey(credit.digest());
            if (!isTaken && !gone.contains(credit.digest())) {
                all.add(credit);
                paths.add(credit.path());
            }
        }
        Set<String> known = all.stream().map(MediaCredit::digest).collect(Collectors.toSet());
        credits.values().stream()
                .filter(credit -> shown.contains(credit.digest()) && !known.contains(credit.digest()))
                .sorted((one, other) -> one.digest().compareTo(other.digest()))
                .forEach(credit -> all.add(named(credit, paths)));
        return facts.crediting(all);
    }

    /** Two courses may call two files the same. */
    private static MediaCredit named(MediaCredit credit, Set<String> paths) {
        String ending = credit.path().substring(Math.max(0, credit.path().lastIndexOf('.')));
        String path = paths.add(credit.path()) ? credit.path() : PackagedMedia.FOLDER + credit.digest() + ending;
        return new MediaCredit(credit.digest(), path, credit.licence(), credit.source(), credit.until());
    }

    private static List<Block> reused(List<Block> blocks, boolean which) {
        return blocks.stream()
                .filter(block -> Reuse.of(block).isPresent() == which)
                .toList();
    }

    private static final class Work {

        private final String course;
        private final List<String> languages;
        private final Map<String, Block> own = new LinkedHashMap<>();
        private final ReuseSources sources;
        private final List<Flaw> flaws = new ArrayList<>();
        private final Map<String, MediaCredit> credits = new TreeMap<>();

        Work(String course, List<Locale> languages, List<Block> blocks, ReuseSources sources) {
            this.course = course;
            this.languages = languages.stream().map(Locale::toLanguageTag).toList();
            this.sources = sources;
            blocks.forEach(block -> own.put(block.id(), block));
        }

        Expansion done() {
            List<Block> blocks = own.values().stream().map(this::expanded).toList();
            return new Expansion(blocks, flaws.stream().distinct().toList(), credits);
        }

        private Block expanded(Block block) {
            Optional<Reuse> reuse = Reuse.of(block);
            if (reuse.isEmpty()) {
                return block;
            }
            Optional<Message> astray = astray(block.id(), reuse.get());
            if (astray.isPresent()) {
                return flawed(block, astray.get());
            }
            Optional<ShownSource> source = find(reuse.get());
            if (source.isEmpty()) {
                return flawed(block, missing(reuse.get()));
            }
            Block shown = shown(block.id(), reuse.get(), source.get());
            Optional<String> unsaid = BlockFields.needed(shown).stream()
                    .filter(path -> !isSaid(shown, path))
                    .findFirst();
            if (unsaid.isPresent()) {
                flaws.add(new Flaw(
                        block.id(),
                        Message.of("content.reuse.not-in-language")
                                .with("course", reuse.get().course())
                                .with("block", reuse.get().block())
                                .with("language", languages.getFirst())));
            }
            return shown;
        }

        private Block flawed(Block block, Message reason) {
            flaws.add(new Flaw(block.id(), reason));
            return block;
        }

        private Message missing(Reuse reuse) {
            boolean isElsewhere = reuse.isPinned()
                    && sources.find(Reuse.following(reuse.course(), reuse.block()))
                            .isPresent();
            return Message.of(isElsewhere ? "content.reuse.not-that-version" : "content.reuse.not-there")
                    .with("course", reuse.course())
                    .with("block", reuse.block());
        }

        /** Goes the whole way from what is shown to what says it. */
        private Optional<Message> astray(String id, Reuse first) {
            var seen = new HashSet<String>();
            seen.add(course + "/" + id);
            Optional<Reuse> next = Optional.of(first);
            for (int depth = 1; next.isPresent(); depth++) {
                Reuse reuse = next.get();
                if (!seen.add(reuse.course() + "/" + reuse.block())) {
                    return Optional.of(Message.of("content.reuse.circle")
                            .with("course", reuse.course())
                            .with("block", reuse.block()));
                }
                if (depth > DEEPEST) {
                    return Optional.of(Message.of("content.reuse.too-deep").with("limit", DEEPEST));
                }
                next = Optional.ofNullable(reuse.course().equals(course) ? own.get(reuse.block()) : null)
                        .or(() -> sources.find(reuse).map(ShownSource::block))
                        .flatMap(Reuse::of);
            }
            return Optional.empty();
        }

        /** Its own blocks are not published yet as they are here. */
        private Optional<ShownSource> find(Reuse reuse) {
            return Optional.ofNullable(reuse.course().equals(course) ? own.get(reuse.block()) : null)
                    .filter(block -> block.kind().isStep())
                    .map(this::expanded)
                    .filter(block -> reuse.says()
                            .filter(says -> !says.equals(Reuse.digestOf(block)))
                            .isEmpty())
                    .map(block -> new ShownSource(block, 0, 0, true, List.of()))
                    .or(() -> sources.find(reuse));
        }

        private Block shown(String id, Reuse reuse, ShownSource source) {
            var fields = new TreeMap<String, Field>();
            source.block().fields().forEach((path, field) -> {
                if (!path.equals(Reuse.FIELD)) {
                    spoken(path, field).ifPresent(said -> fields.put(path, said));
                }
            });
            Block shown = new Block(id, source.block().kind(), fields);
            Set<String> files = new HashSet<>(Candidate.filesOf(List.of(shown)));
            source.credits().stream()
                    .filter(credit -> files.contains(credit.digest()))
                    .forEach(credit -> credits.put(credit.digest(), credit));
            return reuse.on(shown);
        }

        /** Only the languages in which the course is there. */
        private Optional<Field> spoken(String path, Field field) {
            if (!(field instanceof Field.Worded worded) || !CourseFields.isText(path, field)) {
                return Optional.of(field);
            }
            var words = new TreeMap<>(worded.words());
            words.keySet().retainAll(languages);
            return words.isEmpty() ? Optional.empty() : Optional.of(Field.words(words));
        }

        private boolean isSaid(Block block, String path) {
            return block.find(path).orElse(Field.neutral("")) instanceof Field.Worded worded
                    && worded.words().containsKey(languages.getFirst());
        }
    }
}
