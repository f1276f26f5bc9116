package org.mangrove.core.content;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.IllformedLocaleException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.sdk.Message;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A part of a YAML file that knows where it stands, so that whoever wrote it is told the file and the line. Nothing in the
 * file is trusted: no aliases, no tags, a limit on size and depth.
 */
final class YamlPart {

    private static final int MOST_CODE_POINTS = 2_000_000;
    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LONGEST_SLUG = 80;

    private final String file;
    private final String name;
    private final Node node;

    private YamlPart(String file, String name, Node node) {
        this.file = file;
        this.name = name;
        this.node = node;
    }

    static YamlPart parse(String file, byte[] bytes) {
        var settings = LoadSettings.builder()
                .setLabel(file)
                .setCodePointLimit(MOST_CODE_POINTS)
                .setMaxAliasesForCollections(0)
                .setAllowRecursiveKeys(false)
                .setUseMarks(true)
                .build();
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            Node root = new Compose(settings)
                    .composeString(text)
                    .orElseThrow(() -> new Refusal.Invalid(file, Message.of("content.package.empty-file")));
            return new YamlPart(file, file, root);
        } catch (CharacterCodingException binary) {
            throw new Refusal.Invalid(file, Message.of("content.package.not-utf-8"));
        } catch (MarkedYamlEngineException broken) {
            String place = file + broken.getProblemMark().map(YamlPart::line).orElse("");
            throw new Refusal.Invalid(
                    place,
                    Message.of("content.package.not-yaml")
                            .with(
                                    "problem",
                                    Optional.ofNullable(broken.getProblem()).orElse("")));
        } catch (YamlEngineException | StackOverflowError broken) {
            throw new Refusal.Invalid(
                    file, Message.of("content.package.not-yaml").with("problem", ""));
        }
    }

    private static String line(Mark mark) {
        return ":" + (mark.getLine() + 1);
    }

    /** Where this part stands: {@code words/de.yaml:12}. */
    String place() {
        return file + node.getStartMark().map(YamlPart::line).orElse("");
    }

    Refusal.Invalid problem(Message message) {
        return new Refusal.Invalid(place(), message);
    }

    /** The parts by name; a name that is not allowed is told, and what would be. */
    Map<String, YamlPart> members(String... allowed) {
        Map<String, YamlPart> members = members();
        var names = new TreeSet<>(Set.of(allowed));
        members.forEach((member, part) -> {
            if (!names.contains(member)) {
                throw part.problem(Message.of("content.package.unknown-name")
                        .with("name", member)
                        .with("allowed", String.join(", ", names)));
            }
        });
        return members;
    }

    Map<String, YamlPart> members() {
        if (!(node instanceof MappingNode mapping)) {
            throw problem(Message.of("content.package.not-a-mapping").with("name", name));
        }
        var members = new LinkedHashMap<String, YamlPart>();
        mapping.getValue().forEach(tuple -> {
            String member = new YamlPart(file, name, tuple.getKeyNode()).text();
            YamlPart before = members.put(member, new YamlPart(file, member, tuple.getValueNode()));
            if (before != null) {
                throw new YamlPart(file, member, tuple.getKeyNode())
                        .problem(Message.of("content.package.name-twice").with("name", member));
            }
        });
        return members;
    }

    YamlPart must(String member) {
        return find(member)
                .orElseThrow(
                        () -> problem(Message.of("content.package.name-missing").with("name", member)));
    }

    Optional<YamlPart> find(String member) {
        return Optional.ofNullable(members().get(member));
    }

    boolean isText() {
        return node instanceof ScalarNode;
    }

    boolean isList() {
        return node instanceof SequenceNode;
    }

    String text() {
        if (!(node instanceof ScalarNode scalar)) {
            throw problem(Message.of("content.package.not-a-text").with("name", name));
        }
        return scalar.getValue().strip();
    }

    /** A text as it stands, with the spaces before its first line. */
    String exactly() {
        mustSay();
        return CodeText.withoutEmptyEdges(((ScalarNode) node).getValue());
    }

    /** A text that says something. */
    String mustSay() {
        String text = text();
        if (text.isEmpty()) {
            throw problem(Message.of("content.package.name-missing").with("name", name));
        }
        return text;
    }

    List<YamlPart> list() {
        if (!(node instanceof SequenceNode sequence)) {
            throw problem(Message.of("content.package.not-a-list").with("name", name));
        }
        return sequence.getValue().stream()
                .map(item -> new YamlPart(file, name, item))
                .toList();
    }

    int number(int least, int most) {
        try {
            int number = Integer.parseInt(text());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException none) {
            throw wrong(least + "–" + most);
        }
        throw wrong(least + "–" + most);
    }

    /** A name of small letters, digits and single hyphens, as ids and addresses have it. */
    String slug() {
        String slug = text();
        if (!isSlug(slug) || slug.length() > LONGEST_SLUG) {
            throw wrong("a-z, 0-9, -");
        }
        return slug;
    }

    static boolean isSlug(String text) {
        return SLUG.matcher(text).matches();
    }

    /** A language as BCP 47 writes it. */
    Locale language() {
        return language(text());
    }

    /** A language that is named beside this part, as the name of a member is. */
    Locale language(String tag) {
        try {
            Locale locale = new Locale.Builder().setLanguageTag(tag).build();
            if (!locale.getLanguage().isEmpty()) {
                return locale;
            }
        } catch (IllformedLocaleException wrong) {
            throw wrong("en, de, ar, ja, …");
        }
        throw wrong("en, de, ar, ja, …");
    }

    LocalDate date() {
        try {
            return LocalDate.parse(text());
        } catch (DateTimeException wrong) {
            throw wrong("2027-01-31");
        }
    }

    /** A moment, or a day, which stands for its beginning in UTC. */
    Instant instant() {
        try {
            return text().contains("T")
                    ? Instant.parse(text())
                    : date().atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException wrong) {
            throw wrong("2027-01-31, 2027-01-31T00:00:00Z");
        }
    }

    /** The value that is called as this part says. */
    <T> T oneOf(List<T> values, Function<T, String> word) {
        String text = text();
        return values.stream()
                .filter(value -> word.apply(value).equals(text))
                .findFirst()
                .orElseThrow(() -> wrong(values.stream().map(word).collect(Collectors.joining(", "))));
    }

    Refusal.Invalid wrong(String allowed) {
        return problem(Message.of("content.package.wrong-value")
                .with("name", name)
                .with("value", text())
                .with("allowed", allowed));
    }
}
