package org.mangrove.core.content;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.blobs.MediaType;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.BlockKind;
import org.mangrove.core.lineage.ChangeClass;
import org.mangrove.core.lineage.Field;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;

/**
 * Writes a course as the files that {@link PackageReader} reads: what is written here and read again has the same blocks with the same
 * digests, in whatever installation. What markets change in a course stays with them.
 */
public final class PackageWriter {

    private static final String[] IN_NO_LANGUAGE = {
        "media",
        "poster",
        "captions",
        "tone",
        "options",
        "correct",
        "items",
        // Of tables, code, accordions, files and pictures
        "rows",
        "columns",
        "heads",
        "code",
        "syntax",
        "parts",
        "name",
        "focus"
    };
    private static final Set<String> AS_IT_STANDS = Set.of("tone", "heads", "code", "syntax", "name");
    private static final long NO_TIME = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();

    private final CourseFacts facts;
    private final ChangeClass change;
    private final List<Block> blocks;
    private final SortedMap<String, Digest> files = new TreeMap<>();
    private final Map<String, Object> course;

    /** @param types what kind of file each digest names that the blocks show */
    public PackageWriter(CourseFacts facts, ChangeClass change, List<Block> blocks, Function<Digest, MediaType> types) {
        this.facts = facts;
        this.change = change;
        this.blocks = List.copyOf(blocks);
        this.course = course(types);
    }

    /** Where the bytes of a file come from. */
    public interface Bytes {
        void write(Digest file, OutputStream to) throws IOException;
    }

    /** The same course is the same bytes. */
    public void writeZip(OutputStream to, Bytes bytes) throws IOException {
        var zip = new ZipOutputStream(to);
        put(zip, "course.yaml", yaml(course));
        for (Locale language : facts.languages()) {
            put(zip, "words/" + language.toLanguageTag() + ".yaml", yaml(words(language.toLanguageTag())));
        }
        for (var file : files.entrySet()) {
            begin(zip, file.getKey());
            bytes.write(file.getValue(), zip);
            zip.closeEntry();
        }
        zip.finish();
    }

    /** The same, of files that are in memory. */
    public byte[] zip(Map<Digest, byte[]> media) {
        var bytes = new ByteArrayOutputStream();
        try {
            writeZip(bytes, (file, to) -> to.write(media.get(file)));
        } catch (IOException impossible) {
            throw new UncheckedIOException("Bytes in memory can be written", impossible);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String path, String text) throws IOException {
        begin(zip, path);
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static void begin(ZipOutputStream zip, String path) throws IOException {
        var entry = new ZipEntry(path);
        entry.setTime(NO_TIME);
        zip.putNextEntry(entry);
    }

    private static String yaml(Map<String, Object> document) {
        return new Dump(DumpSettings.builder()
                        .setDefaultFlowStyle(FlowStyle.BLOCK)
                        .setDefaultScalarStyle(ScalarStyle.PLAIN)
                        .setMultiLineFlow(false)
                        .setSplitLines(false)
                        .setDereferenceAliases(true)
                        .build())
                .dumpToString(document);
    }

    private Map<String, Object> course(Function<Digest, MediaType> types) {
        var written = new LinkedHashMap<String, Object>();
        written.put("course", facts.key());
        written.put("category", facts.category());
        written.put("minutes", facts.minutes());
        written.put("objective", facts.objective());
        written.put("owner", facts.owner());
        written.put("steward", facts.steward());
        written.put("review-due", facts.reviewDue().toString());
        written.put("passing", facts.passing());
        facts.certificateMonths().ifPresent(months -> written.put("certificate", Map.of("valid-months", months)));
        written.put(
                "languages",
                facts.languages().stream().map(Locale::toLanguageTag).toList());
        written.put("change", change.name().toLowerCase(Locale.ROOT));
        facts.textCredit().ifPresent(credit -> written.put("texts", texts(credit)));
        List<Object> sections = sections(types);
        List<Object> credits = credits();
        if (!credits.isEmpty()) {
            written.put("media", credits);
        }
        written.put("sections", sections);
        return written;
    }

    private static Map<String, Object> texts(TextCredit credit) {
        var written = new LinkedHashMap<String, Object>();
        written.put("licence", credit.licence());
        written.put("source", credit.source());
        credit.until().ifPresent(until -> written.put("until", until.toString()));
        return written;
    }

    /** By what right each of the files is shown, in the order in which it was said; those of one source together. */
    private List<Object> credits() {
        var credits = new ArrayList<Object>();
        Optional<MediaCredit> before = Optional.empty();
        List<String> paths = List.of();
        for (MediaCredit credit : facts.credits()) {
            if (!files.containsKey(credit.path())) {
                continue;
            }
            if (before.filter(credit::isOfTheSameSource).isEmpty()) {
                paths = new ArrayList<>();
                var written = new LinkedHashMap<String, Object>();
                written.put("licence", credit.licence());
                written.put("source", credit.source());
                credit.until().ifPresent(until -> written.put("until", until.toString()));
                written.put("files", paths);
                credits.add(written);
            }
            paths.add(credit.path());
            before = Optional.of(credit);
        }
        return credits;
    }

    private List<Object> sections(Function<Digest, MediaType> types) {
        var sections = new ArrayList<Object>();
        var inSection = new ArrayList<Object>();
        for (Block block : blocks) {
            if (block.kind() == BlockKind.SECTION) {
                inSection = new ArrayList<>();
                var section = new LinkedHashMap<String, Object>();
                section.put("id", block.id().substring(Block.SECTION_PREFIX.length()));
                section.put("blocks", inSection);
                sections.add(section);
            } else if (block.kind().isStep()) {
                inSection.add(structure(block, types));
            }
        }
        return sections;
    }

    private Map<String, Object> structure(Block block, Function<Digest, MediaType> types) {
        var written = new LinkedHashMap<String, Object>();
        written.put("id", block.id());
        Optional<Reuse> reuse = Reuse.of(block);
        if (reuse.isPresent()) {
            written.put("kind", PackagedBlocks.REUSED);
            written.put(PackagedBlocks.REUSED_FROM, shows(reuse.get()));
            return written;
        }
        written.put("kind", block.kind().word());
        for (String name : IN_NO_LANGUAGE) {
            block.find(name)
                    .flatMap(field -> structure(name, field, types))
                    .ifPresent(value -> written.put(name, value));
        }
        written.putAll(WrittenQuestion.of(block));
        return written;
    }

    /** What it says is read where it is said. */
    private static Map<String, Object> shows(Reuse reuse) {
        var shows = new LinkedHashMap<String, Object>();
        shows.put("course", reuse.course());
        shows.put("block", reuse.block());
        reuse.says().ifPresent(says -> shows.put("says", says));
        return shows;
    }

    private Optional<Object> structure(String name, Field field, Function<Digest, MediaType> types) {
        return switch (field) {
            case Field.Neutral(String text) when CourseFields.isMedia(name) -> Optional.of(path(text, types));
            case Field.Neutral(String text) when AS_IT_STANDS.contains(name) -> Optional.of(text);
            case Field.Neutral ids -> Optional.of(ids.ids());
            case Field.Worded(SortedMap<String, String> captions)
            when CourseFields.isMedia(name) -> {
                var paths = new LinkedHashMap<String, Object>();
                captions.forEach((language, digest) -> paths.put(language, path(digest, types)));
                yield Optional.of(paths);
            }
            case Field.Worded words -> Optional.empty();
        };
    }

    /** What a file was once called is known only if it was said whose it is; else its digest is. */
    private String path(String hex, Function<Digest, MediaType> types) {
        Digest digest = new Digest(hex);
        String path = facts.credits().stream()
                .filter(credit -> credit.digest().equals(hex))
                .map(MediaCredit::path)
                .findFirst()
                .orElseGet(() -> path(digest, types.apply(digest)));
        files.put(path, digest);
        return path;
    }

    /** What a file is called of which nothing is known but what it is. */
    public static String path(Digest digest, MediaType type) {
        return PackagedMedia.FOLDER + digest.hex() + "." + type.ending();
    }

    private Map<String, Object> words(String language) {
        var words = new LinkedHashMap<String, Object>();
        var sections = new LinkedHashMap<String, Object>();
        var steps = new LinkedHashMap<String, Object>();
        for (Block block : blocks) {
            if (Reuse.of(block).isPresent()) {
                continue;
            }
            Map<String, Object> said = said(block, language);
            switch (block.kind()) {
                case COURSE -> words.putAll(said);
                case SECTION -> sections.put(block.id().substring(Block.SECTION_PREFIX.length()), said);
                default -> steps.put(block.id(), said);
            }
        }
        sections.values().removeIf(said -> ((Map<?, ?>) said).isEmpty());
        steps.values().removeIf(said -> ((Map<?, ?>) said).isEmpty());
        if (!sections.isEmpty()) {
            words.put("sections", sections);
        }
        if (!steps.isEmpty()) {
            words.put("blocks", steps);
        }
        return words;
    }

    /** {@code options.a.text} stands in {@code options: {a: {text: …}}}. */
    private static Map<String, Object> said(Block block, String language) {
        var said = new LinkedHashMap<String, Object>();
        block.fields().forEach((path, field) -> {
            if (hasAPlace(block, path)
                    && CourseFields.isText(path, field)
                    && field instanceof Field.Worded(SortedMap<String, String> words)
                    && words.containsKey(language)) {
                put(said, path, words.get(language));
            }
        });
        return said;
    }

    /** Words of a row or part that two authors have changed and removed at once are in a draft, and nobody would see them. */
    private static boolean hasAPlace(Block block, String path) {
        boolean isBelow = path.startsWith("cells.") || path.startsWith("parts.");
        return !isBelow || BlockFields.pathsOf(block).contains(path);
    }

    @SuppressWarnings("unchecked")
    private static void put(Map<String, Object> into, String path, String text) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            into.put(path, text);
        } else {
            put(
                    (Map<String, Object>)
                            into.computeIfAbsent(path.substring(0, dot), any -> new LinkedHashMap<String, Object>()),
                    path.substring(dot + 1),
                    text);
        }
    }
}
