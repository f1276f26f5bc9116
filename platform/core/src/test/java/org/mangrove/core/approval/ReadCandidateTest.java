package org.mangrove.core.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.content.AssetVersion;
import org.mangrove.core.content.ReuseSources;
import org.mangrove.core.governance.DecisionRights;
import org.mangrove.core.governance.Lane;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.BlockKind;
import org.mangrove.core.lineage.Field;
import org.mangrove.core.lineage.TextDifference;

class ReadCandidateTest {

    private static final Path COURSE =
            Path.of("../demonstration/src/main/resources/demonstration/borealis/courses/hand-hygiene-basics");
    private static final String OVERLAY = """
        space: borealis-jp
        changes:
          - operation: SET
            block: course
            reason: A market of its own.
            words:
              en:
                summary: Another
        """;

    @Test
    void the_same_package_after_the_same_version_has_the_same_digest() throws IOException {
        assertThat(digest(Map.of(), 3)).isEqualTo(digest(Map.of(), 3));
        assertThat(digest(Map.of(), 3)).isNotEqualTo(digest(Map.of(), 4));
    }

    @Test
    void the_class_of_the_change_and_the_day_are_part_of_what_somebody_agrees_to() throws IOException {
        assertThat(digest(Map.of("course.yaml", "\nchange: minor\n"), 3))
                .isNotEqualTo(digest(Map.of("course.yaml", "\nchange: regulatory\n"), 3));
        assertThat(digest(Map.of("course.yaml", "\neffective-from: 2027-01-01T00:00:00Z\n"), 3))
                .isNotEqualTo(digest(Map.of(), 3));
    }

    @Test
    void what_a_market_says_is_a_part_of_its_own() throws IOException {
        Revision plain = revision(Map.of(), 3);
        Revision adapted = revision(Map.of("overlays/borealis-jp.yaml", OVERLAY), 3);

        assertThat(adapted.digest()).isNotEqualTo(plain.digest());
        assertThat(adapted.sameFor(DecisionRights.GLOBAL, plain.parts())).isTrue();
        assertThat(adapted.sameFor("borealis-jp", plain.parts())).isFalse();
    }

    @Test
    void each_space_demands_what_its_own_rules_say() throws IOException {
        DecisionRights rights = DecisionRights.of(Map.of(
                "global.rules.law.changes", "regulatory",
                "global.rules.law.lanes.legal", "5",
                "borealis-jp.rules.all.lanes.regional", "7"));

        assertThat(read(Map.of("course.yaml", "\nchange: regulatory\n"), 3)
                        .demands(rights)
                        .get("global")
                        .lanes())
                .containsOnlyKeys(Lane.LEGAL);
        assertThat(read(Map.of("overlays/borealis-jp.yaml", OVERLAY), 3)
                        .demands(rights)
                        .get("borealis-jp")
                        .lanes())
                .containsOnlyKeys(Lane.REGIONAL);
    }

    @Test
    void what_is_new_is_told_word_by_word() throws IOException {
        ReadCandidate before = read(Map.of(), 3);
        ReadCandidate after = ReadCandidate.of(
                zip(Map.of(), "words/en.yaml", "Hand hygiene basics", "Hand hygiene essentials"),
                ReuseSources.NONE,
                key -> 4,
                Handed.NOW);

        Differences differences = Differences.between(Optional.of(before.version()), after.version());

        assertThat(differences.blocks()).singleElement().satisfies(block -> {
            assertThat(block.kind()).isEqualTo(Differences.Kind.CHANGED);
            assertThat(block.texts().getFirst().difference().pieces())
                    .contains(
                            new TextDifference.Piece(TextDifference.Kind.GONE, "basics"),
                            new TextDifference.Piece(TextDifference.Kind.NEW, "essentials"));
        });
        assertThat(differences.facts()).isEmpty();
        assertThat(Differences.between(Optional.of(before.version()), before.version())
                        .isNone())
                .isTrue();
        assertThat(Differences.between(Optional.empty(), after.version()).blocks())
                .hasSameSizeAs(after.version().blocks())
                .allSatisfy(block -> assertThat(block.kind()).isEqualTo(Differences.Kind.NEW));
    }

    @Test
    void a_picture_is_shown_before_and_now_and_once_if_only_its_description_is_another() throws IOException {
        AssetVersion before = read(Map.of(), 3).version();
        Block picture = before.blocks().stream()
                .filter(block -> block.kind() == BlockKind.IMAGE)
                .findFirst()
                .orElseThrow();
        String shown = picture.find("media").orElseThrow().in(List.of()).text();
        String other = "f".repeat(64);

        assertThat(filesOf(before, picture.with("media", Field.neutral(other))))
                .singleElement()
                .satisfies(file -> {
                    assertThat(file.before().orElseThrow().digest()).isEqualTo(shown);
                    assertThat(file.now().orElseThrow().digest()).isEqualTo(other);
                    assertThat(file.now().orElseThrow().description()).isNotEmpty();
                    assertThat(file.isSame()).isFalse();
                });
        assertThat(filesOf(before, picture.with("alt", Field.words(Map.of("en", "Said otherwise")))))
                .singleElement()
                .satisfies(file -> {
                    assertThat(file.isSame()).isTrue();
                    assertThat(file.now().orElseThrow().description()).isEqualTo("Said otherwise");
                });
        assertThat(Differences.between(Optional.of(before), before).blocks()).isEmpty();
    }

    private static List<Differences.OfFile> filesOf(AssetVersion before, Block changed) {
        List<Block> blocks = before.blocks().stream()
                .map(block -> block.id().equals(changed.id()) ? changed : block)
                .toList();
        AssetVersion now = AssetVersion.of(before.facts(), 4, before.change(), Handed.NOW, blocks);
        return Differences.between(Optional.of(before), now).blocks().stream()
                .flatMap(block -> block.files().stream())
                .toList();
    }

    private static String digest(Map<String, String> more, int base) throws IOException {
        return revision(more, base).digest();
    }

    private static Revision revision(Map<String, String> more, int base) throws IOException {
        byte[] zip = zip(more, "", "", "");
        return ReadCandidate.of(zip, ReuseSources.NONE, key -> base, Handed.NOW)
                .revision(1, Digest.of(zip), Handed.person(1), Handed.NOW);
    }

    private static ReadCandidate read(Map<String, String> more, int base) throws IOException {
        return ReadCandidate.of(zip(more, "", "", ""), ReuseSources.NONE, key -> base, Handed.NOW);
    }

    /** @param more what stands at the end of a file, or in one of its own */
    private static byte[] zip(Map<String, String> more, String file, String words, String others) throws IOException {
        var files = new TreeMap<String, byte[]>();
        try (Stream<Path> paths = Files.walk(COURSE)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                String name = COURSE.relativize(path).toString().replace('\\', '/');
                byte[] bytes = Files.readAllBytes(path);
                files.put(
                        name,
                        name.equals(file)
                                ? new String(bytes, StandardCharsets.UTF_8)
                                        .replace(words, others)
                                        .getBytes(StandardCharsets.UTF_8)
                                : bytes);
            }
        }
        more.forEach((name, text) -> files.merge(
                name,
                text.getBytes(StandardCharsets.UTF_8),
                (there, added) -> (new String(there, StandardCharsets.UTF_8)
                                + new String(added, StandardCharsets.UTF_8))
                        .getBytes(StandardCharsets.UTF_8)));
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var each : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                zip.write(each.getValue());
            }
        }
        return bytes.toByteArray();
    }
}
