package org.mangrove.core.content;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IllformedLocaleException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.blobs.MediaType;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.sdk.Message;

/** Reads a course's files: one reader, one course. */
final class PackageReader {

    private static final String COURSE = "course.yaml";
    private static final String WORDS = "words/";
    private static final String OVERLAYS = "overlays/";
    private static final String MEDIA = "media/";
    private static final String YAML = ".yaml";

    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LONGEST_SLUG = 80;
    private static final List<String> TONES = List.of("info", "tip", "warning", "danger", "success");

    private final CourseFiles files;
    private final SortedMap<Digest, CoursePackage.Media> media = new TreeMap<>();

    /** The fields of each block as they are found: first those of the structure, then the words of each language. */
    private final Map<String, SortedMap<String, Field>> fields = new LinkedHashMap<>();

    private final Map<String, BlockKind> kinds = new LinkedHashMap<>();
    private final Map<String, YamlPart> places = new LinkedHashMap<>();

    PackageReader(CourseFiles files) {
        this.files = files;
    }

    CoursePackage read() {
        refuseUnknownFiles();
        YamlPart course = yaml(COURSE);
        course.members(
                "course",
                "category",
                "minutes",
                "objective",
                "owner",
                "steward",
                "review-due",
                "passing",
                "certificate",
                "languages",
                "change",
                "effective-from",
                "sections");
        CourseFacts facts = facts(course);
        structure(course.must("sections"));
        for (Locale language : facts.languages()) {
            words(language, yaml(WORDS + language.toLanguageTag() + YAML));
        }
        List<Block> blocks = blocks();
        blocks.forEach(block -> mustBeWhole(block, facts.languages().getFirst()));
        return new CoursePackage(
                facts,
                course.find("change").map(PackageReader::changeClass).orElse(ChangeClass.MAJOR),
                course.find("effective-from").map(PackageReader::instant),
                blocks,
                overlays(blocks),
                media);
    }

    private void refuseUnknownFiles() {
        for (String path : files.files().keySet()) {
            boolean known = path.equals(COURSE)
                    || path.startsWith(MEDIA)
                    || (path.startsWith(WORDS) || path.startsWith(OVERLAYS)) && path.endsWith(YAML);
            if (!known) {
                throw new Refusal.Invalid(path, Message.of("content.package.unknown-file"));
            }
        }
    }

    private YamlPart yaml(String path) {
        return YamlPart.parse(
                path,
                files.find(path)
                        .orElseThrow(() -> new Refusal.Invalid(path, Message.of("content.package.file-missing"))));
    }

    private static CourseFacts facts(YamlPart course) {
        Optional<Integer> months = course.find("certificate").map(certificate -> {
            certificate.members("valid-months");
            return certificate.must("valid-months").number(1, 600);
        });
        return new CourseFacts(
                slug(course.must("course")),
                slug(course.must("category")),
                course.must("minutes").number(1, 6_000),
                course.must("objective").mustSay(),
                course.must("owner").mustSay(),
                course.must("steward").mustSay(),
                date(course.must("review-due")),
                course.find("passing").map(passing -> passing.number(0, 100)).orElse(80),
                months,
                languages(course.must("languages")));
    }

    private static List<Locale> languages(YamlPart part) {
        List<Locale> languages =
                part.list().stream().map(PackageReader::language).toList();
        if (languages.isEmpty()) {
            throw part.problem(Message.of("content.package.name-missing").with("name", "languages"));
        }
        return languages;
    }

    private static Locale language(YamlPart part) {
        return locale(part.text()).orElseThrow(() -> part.wrong("en, de, ar, ja, …"));
    }

    private static Optional<Locale> locale(String tag) {
        try {
            Locale locale = new Locale.Builder().setLanguageTag(tag).build();
            return locale.getLanguage().isEmpty() ? Optional.empty() : Optional.of(locale);
        } catch (IllformedLocaleException wrong) {
            return Optional.empty();
        }
    }

    private static ChangeClass changeClass(YamlPart part) {
        return oneOf(part, ChangeClass.values(), one -> one.name().toLowerCase(Locale.ROOT));
    }

    private static <T> T oneOf(YamlPart part, T[] values, Function<T, String> word) {
        for (T value : values) {
            if (word.apply(value).equals(part.text())) {
                return value;
            }
        }
        throw part.wrong(List.of(values).stream().map(word).collect(Collectors.joining(", ")));
    }

    private static LocalDate date(YamlPart part) {
        try {
            return LocalDate.parse(part.text());
        } catch (DateTimeException wrong) {
            throw part.wrong("2027-01-31");
        }
    }

    /** A day stands for its beginning in UTC. */
    private static Instant instant(YamlPart part) {
        try {
            return part.text().contains("T")
                    ? Instant.parse(part.text())
                    : date(part).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException wrong) {
            throw part.wrong("2027-01-31, 2027-01-31T00:00:00Z");
        }
    }

    private static String slug(YamlPart part) {
        String slug = part.text();
        if (!SLUG.matcher(slug).matches() || slug.length() > LONGEST_SLUG) {
            throw part.wrong("a-z, 0-9, -");
        }
        return slug;
    }

    private void structure(YamlPart sections) {
        begin(Block.COURSE_ID, BlockKind.COURSE, sections);
        for (YamlPart section : sections.list()) {
            section.members("id", "blocks");
            begin(Block.SECTION_PREFIX + slug(section.must("id")), BlockKind.SECTION, section.must("id"));
            for (YamlPart part : section.must("blocks").list()) {
                part.members("id", "kind", "media", "poster", "captions", "tone", "options", "correct", "items");
                BlockKind kind = kind(part.must("kind"));
                begin(slug(part.must("id")), kind, part.must("id"));
                fieldsOf(slug(part.must("id"))).putAll(neutral(part, kind));
            }
        }
        if (kinds.values().stream().noneMatch(BlockKind::isStep)) {
            throw sections.problem(Message.of("content.package.nothing-to-learn"));
        }
    }

    private void begin(String id, BlockKind kind, YamlPart place) {
        if (kinds.containsKey(id) || id.equals("section")) {
            throw place.problem(Message.of("content.package.block-twice").with("block", id));
        }
        kinds.put(id, kind);
        places.put(id, place);
    }

    private static BlockKind kind(YamlPart part) {
        return BlockKind.parse(part.text())
                .filter(BlockKind::isStep)
                .orElseThrow(() -> part.wrong(List.of(BlockKind.values()).stream()
                        .filter(BlockKind::isStep)
                        .map(BlockKind::word)
                        .collect(Collectors.joining(", "))));
    }

    /** What a block says in no language. */
    private SortedMap<String, Field> neutral(YamlPart part, BlockKind kind) {
        var neutral = new TreeMap<String, Field>();
        for (String name : List.of("media", "poster")) {
            part.find(name).ifPresent(file -> neutral.put(name, Field.neutral(take(file))));
        }
        part.find("captions").ifPresent(captions -> {
            var byLanguage = new TreeMap<String, String>();
            captions.members().forEach((tag, file) -> {
                Locale language = locale(tag).orElseThrow(() -> file.wrong("en, de, ar, ja, …"));
                byLanguage.put(language.toLanguageTag(), take(file));
            });
            neutral.put("captions", Field.words(byLanguage));
        });
        part.find("tone").ifPresent(tone -> {
            if (!TONES.contains(tone.text())) {
                throw tone.wrong(String.join(", ", TONES));
            }
            neutral.put("tone", Field.neutral(tone.text()));
        });
        for (String name : List.of("options", "correct", "items")) {
            part.find(name)
                    .ifPresent(ids -> neutral.put(
                            name,
                            Field.ids(
                                    ids.list().stream().map(PackageReader::slug).toList())));
        }
        mustBeAnswerable(part, kind, neutral);
        return neutral;
    }

    private static void mustBeAnswerable(YamlPart part, BlockKind kind, SortedMap<String, Field> neutral) {
        Set<String> options = new HashSet<>(ids(neutral, "options"));
        List<String> correct = ids(neutral, "correct");
        boolean fine = switch (kind) {
            case SINGLE -> options.size() >= 2 && correct.size() == 1 && options.containsAll(correct);
            case MULTIPLE -> options.size() >= 2 && !correct.isEmpty() && options.containsAll(correct);
            case ORDER -> new HashSet<>(ids(neutral, "items")).size() >= 2;
            case IMAGE, VIDEO -> neutral.containsKey("media");
            case SHORT, TEXT, CALLOUT, COURSE, SECTION -> true;
        };
        boolean doubled = options.size() != ids(neutral, "options").size();
        if (!fine || doubled) {
            throw part.problem(Message.of("content.package.block-not-whole." + kind.word())
                    .with("block", part.must("id").text()));
        }
    }

    private static List<String> ids(SortedMap<String, Field> neutral, String name) {
        return neutral.get(name) instanceof Field.Neutral ids ? ids.ids() : List.of();
    }

    /** Takes a file of the folder along and gives its digest. */
    private String take(YamlPart part) {
        String path = part.text();
        byte[] bytes = files.find(path)
                .filter(there -> path.startsWith(MEDIA))
                .orElseThrow(() ->
                        part.problem(Message.of("content.package.media-missing").with("file", path)));
        MediaType type = MediaType.ofFile(path)
                .filter(there -> there.fits(bytes))
                .orElseThrow(() ->
                        part.problem(Message.of("content.package.media-type").with("file", path)));
        Digest digest = Digest.of(bytes);
        media.put(digest, new CoursePackage.Media(path, type, bytes));
        return digest.hex();
    }

    private void words(Locale language, YamlPart words) {
        words.members("title", "summary", "sections", "blocks");
        say(Block.COURSE_ID, "title", language, words.must("title").mustSay());
        words.find("summary").ifPresent(summary -> say(Block.COURSE_ID, "summary", language, summary.mustSay()));
        words.find("sections").map(YamlPart::members).orElse(Map.of()).forEach((section, part) -> {
            part.members("title");
            mustKnow(Block.SECTION_PREFIX + section, part);
            say(
                    Block.SECTION_PREFIX + section,
                    "title",
                    language,
                    part.must("title").mustSay());
        });
        words.find("blocks").map(YamlPart::members).orElse(Map.of()).forEach((block, part) -> {
            BlockKind kind = mustKnow(block, part);
            flatten(part, kind).forEach((path, text) -> say(block, path, language, text));
        });
    }

    private BlockKind mustKnow(String block, YamlPart part) {
        BlockKind kind = kinds.get(block);
        if (kind == null) {
            throw part.problem(Message.of("content.package.unknown-block").with("block", block));
        }
        return kind;
    }

    private void say(String block, String path, Locale language, String text) {
        var words = new TreeMap<String, String>();
        if (fieldsOf(block).get(path) instanceof Field.Worded(SortedMap<String, String> others)) {
            words.putAll(others);
        }
        words.put(language.toLanguageTag(), text);
        fieldsOf(block).put(path, Field.words(words));
    }

    private SortedMap<String, Field> fieldsOf(String block) {
        return fields.computeIfAbsent(block, any -> new TreeMap<>());
    }

    /** The words of a block by path: {@code options: {a: {text: …}}} becomes {@code options.a.text}. */
    private static SortedMap<String, String> flatten(YamlPart part, BlockKind kind) {
        part.members(wordsOf(kind));
        var flat = new TreeMap<String, String>();
        flatten("", part, flat);
        return flat;
    }

    private static void flatten(String above, YamlPart part, SortedMap<String, String> flat) {
        part.members().forEach((name, below) -> {
            if (above.isEmpty() || SLUG.matcher(name).matches()) {
                String path = above + name;
                if (below.isText()) {
                    flat.put(path, below.mustSay());
                } else if (below.isList()) {
                    flat.put(path, below.list().stream().map(YamlPart::mustSay).collect(Collectors.joining("\n")));
                } else {
                    flatten(path + ".", below, flat);
                }
            } else {
                throw below.problem(Message.of("content.package.unknown-block").with("block", name));
            }
        });
    }

    private static String[] wordsOf(BlockKind kind) {
        List<String> names = switch (kind) {
            case COURSE -> List.of("title", "summary");
            case SECTION -> List.of("title");
            case TEXT -> List.of("heading", "body");
            case IMAGE -> List.of("heading", "alt", "caption");
            case VIDEO -> List.of("heading", "title", "caption", "transcript");
            case CALLOUT -> List.of("heading", "title", "body");
            case SINGLE, MULTIPLE -> List.of("heading", "prompt", "options", "feedback", "explanation", "hint");
            case ORDER -> List.of("heading", "prompt", "items", "feedback", "explanation", "hint");
            case SHORT -> List.of("heading", "prompt", "accepted", "feedback", "explanation", "hint");
        };
        return names.toArray(String[]::new);
    }

    private List<Block> blocks() {
        var blocks = new ArrayList<Block>();
        kinds.forEach((id, kind) -> blocks.add(new Block(id, kind, fieldsOf(id))));
        return blocks;
    }

    /** Whether the block says in the course's first language all that a reader needs. */
    private void mustBeWhole(Block block, Locale first) {
        var needed = new ArrayList<String>();
        switch (block.kind()) {
            case COURSE -> needed.addAll(List.of("title", "summary"));
            case SECTION -> needed.add("title");
            case TEXT, CALLOUT -> needed.add("body");
            case IMAGE -> needed.add("alt");
            case VIDEO -> needed.addAll(List.of("title", "transcript"));
            case SINGLE, MULTIPLE -> {
                needed.add("prompt");
                ids(block.fields(), "options").forEach(option -> needed.add("options." + option + ".text"));
            }
            case ORDER -> {
                needed.add("prompt");
                ids(block.fields(), "items").forEach(item -> needed.add("items." + item));
            }
            case SHORT -> needed.addAll(List.of("prompt", "accepted"));
        }
        for (String field : needed) {
            boolean said = block.find(field)
                    .filter(value -> value instanceof Field.Worded(SortedMap<String, String> words)
                            && words.containsKey(first.toLanguageTag()))
                    .isPresent();
            if (!said) {
                throw places.getOrDefault(block.id(), yaml(COURSE))
                        .problem(Message.of("content.package.words-missing")
                                .with("block", block.id())
                                .with("field", field)
                                .with("language", first));
            }
        }
    }

    private SortedMap<String, List<Adaptation>> overlays(List<Block> blocks) {
        var ids = new TreeSet<>(kinds.keySet());
        Map<String, YamlPart> parts = new TreeMap<>();
        for (String path : files.files().keySet()) {
            if (path.startsWith(OVERLAYS)) {
                YamlPart part = yaml(path);
                part.members("space", "changes");
                parts.put(slug(part.must("space")), part.must("changes"));
            }
        }
        parts.values()
                .forEach(changes -> changes.list()
                        .forEach(change ->
                                change.find("inserted").ifPresent(inserted -> ids.add(slug(inserted.must("id"))))));
        var overlays = new TreeMap<String, List<Adaptation>>();
        parts.forEach((space, changes) -> overlays.put(
                space,
                changes.list().stream()
                        .flatMap(change -> adaptations(change, blocks, ids).stream())
                        .toList()));
        return overlays;
    }

    private List<Adaptation> adaptations(YamlPart part, List<Block> blocks, Set<String> ids) {
        part.members(
                "operation",
                "block",
                "field",
                "value",
                "words",
                "inserted",
                "reason",
                "legal-reference",
                "expires",
                "confirm");
        String block = target(part.must("block"), ids);
        return changes(part, block, blocks).stream()
                .map(change -> new Adaptation(
                        change,
                        Optional.empty(),
                        Optional.empty(),
                        part.must("reason").mustSay(),
                        part.find("legal-reference").map(YamlPart::mustSay),
                        part.find("confirm").map(YamlPart::mustSay),
                        part.find("expires").map(PackageReader::instant)))
                .toList();
    }

    /** A section may be called by its own id. */
    private static String target(YamlPart part, Set<String> ids) {
        String id = part.text();
        if (ids.contains(id)) {
            return id;
        }
        if (ids.contains(Block.SECTION_PREFIX + id)) {
            return Block.SECTION_PREFIX + id;
        }
        throw part.problem(Message.of("content.package.unknown-block").with("block", id));
    }

    private List<Change> changes(YamlPart part, String block, List<Block> blocks) {
        YamlPart operation = part.must("operation");
        return switch (operation.text().toLowerCase(Locale.ROOT).replace('_', '-')) {
            case "set" -> sets(part, block);
            case "clear" -> List.of(new Change.Clear(block, part.must("field").mustSay()));
            case "hide" -> List.of(new Change.Hide(block));
            case "insert-after" -> List.of(insertion(part, block, blocks));
            default -> throw operation.wrong("set, clear, hide, insert-after");
        };
    }

    private List<Change> sets(YamlPart part, String block) {
        Optional<String> field = part.find("field").map(YamlPart::mustSay);
        if (part.find("value").isPresent()) {
            YamlPart value = part.must("value");
            String name = part.must("field").mustSay();
            boolean isFile = name.equals("media") || name.equals("poster");
            return List.of(new Change.Set(
                    block,
                    name,
                    value.isList()
                            ? Field.ids(value.list().stream()
                                    .map(PackageReader::slug)
                                    .toList())
                            : Field.neutral(isFile ? take(value) : value.mustSay())));
        }
        var words = new TreeMap<String, TreeMap<String, String>>();
        part.must("words").members().forEach((tag, said) -> {
            String language = locale(tag)
                    .orElseThrow(() -> said.wrong("en, de, ar, ja, …"))
                    .toLanguageTag();
            var flat = new TreeMap<String, String>();
            if (said.isText()) {
                flat.put(part.must("field").mustSay(), said.mustSay());
            } else if (said.isList()) {
                flat.put(
                        part.must("field").mustSay(),
                        said.list().stream().map(YamlPart::mustSay).collect(Collectors.joining("\n")));
            } else {
                flatten(field.map(name -> name + ".").orElse(""), said, flat);
            }
            flat.forEach((path, text) ->
                    words.computeIfAbsent(path, any -> new TreeMap<>()).put(language, text));
        });
        return words.entrySet().stream()
                .<Change>map(entry -> new Change.Set(block, entry.getKey(), Field.words(entry.getValue())))
                .toList();
    }

    private Change insertion(YamlPart part, String anchor, List<Block> blocks) {
        YamlPart inserted = part.must("inserted");
        inserted.members("id", "kind", "media", "poster", "captions", "tone", "options", "correct", "items");
        String id = slug(inserted.must("id"));
        if (kinds.containsKey(id)) {
            throw inserted.problem(Message.of("content.package.block-twice").with("block", id));
        }
        BlockKind kind = kind(inserted.must("kind"));
        SortedMap<String, Field> all = new TreeMap<>(neutral(inserted, kind));
        var words = new TreeMap<String, TreeMap<String, String>>();
        part.must("words").members().forEach((tag, said) -> {
            String language = locale(tag)
                    .orElseThrow(() -> said.wrong("en, de, ar, ja, …"))
                    .toLanguageTag();
            flatten(said, kind)
                    .forEach((path, text) ->
                            words.computeIfAbsent(path, any -> new TreeMap<>()).put(language, text));
        });
        words.forEach((path, texts) -> all.put(path, Field.words(texts)));
        var block = new Block(id, kind, all);
        places.put(id, inserted);
        String first = part.must("words").members().keySet().stream()
                .findFirst()
                .orElseThrow(() ->
                        part.problem(Message.of("content.package.name-missing").with("name", "words")));
        mustBeWhole(block, Locale.forLanguageTag(first));
        return new Change.InsertAfter(anchor, trail(anchor, blocks), block);
    }

    /** The blocks before an anchor, the nearest first. */
    private static List<String> trail(String anchor, List<Block> blocks) {
        var trail = new ArrayList<String>();
        for (Block block : blocks) {
            if (block.id().equals(anchor)) {
                break;
            }
            trail.add(block.id());
        }
        Collections.reverse(trail);
        return trail.contains(anchor) || trail.size() == blocks.size() ? List.of() : trail;
    }
}
