package org.mangrove.core.content;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mangrove.core.adaptation.Desk;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.lineage.Adaptation;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.BlockKind;
import org.mangrove.core.lineage.CanonicalJson;
import org.mangrove.core.lineage.Change;
import org.mangrove.core.lineage.ChangeClass;
import org.mangrove.core.lineage.Claim;
import org.mangrove.core.lineage.Field;
import org.mangrove.core.lineage.Level;
import org.mangrove.core.lineage.LineageJson;
import org.mangrove.core.lineage.LockRule;
import org.mangrove.core.lineage.Locks;
import org.mangrove.core.lineage.Overlay;
import org.mangrove.core.lineage.Rules;
import org.mangrove.sdk.TenantId;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A course of 200 blocks, with two overlays of 30 changes each, 40 claims and 10 locks; a third of the changes has drifted. */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Benchmark)
public class LineageBenchmark {

    private static final int BLOCKS = 200;
    private static final int CHANGES = 30;
    private static final int CLAIMS = 40;
    private static final int LOCKS = 10;
    private static final String KEY = "long-course";
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final String BODY =
            "When the alarm sounds, leave the building by the nearest exit, and do not use the lift. ".repeat(6);

    private final AssetVersion version = AssetVersion.of(FACTS, 2, ChangeClass.MINOR, NOW, blocks());
    private final Overlay region = overlay("emea", Level.REGION, 3);
    private final Overlay own = overlay("acme-de", Level.TENANT, 90);
    private final Rules rules = new Rules(new Locks("course", KEY, locks()), claims(), List.of(), List.of("DE", "EU"));
    private final List<Locale> chain = List.of(Locale.GERMAN, Locale.ENGLISH);
    private final String versionJson = CanonicalJson.write(ContentJson.of(version));
    private final String regionJson = CanonicalJson.write(LineageJson.of(region));
    private final String ownJson = CanonicalJson.write(LineageJson.of(own));
    private final Ground ground = new Ground(version, List.of(region), Optional.of(own), rules);
    private final Ground untouched = new Ground(version, List.of(region), Optional.empty(), rules);

    private final KnownAnswers answers = new KnownAnswers();

    private static final Digest RULES = Digest.of("rules".getBytes(StandardCharsets.UTF_8));

    private static final CourseFacts FACTS = new CourseFacts(
            KEY,
            "safety",
            20,
            "Leaves the building",
            "Head of safety",
            "Safety team",
            LocalDate.of(2027, 1, 31),
            80,
            Optional.empty(),
            List.of(Locale.ENGLISH, Locale.GERMAN));

    /** Nothing is in memory: from the rows' texts to what a reader gets. */
    @Benchmark
    public EffectiveCourse effective_cold() {
        return EffectiveCourse.of(
                ContentJson.toVersion(CanonicalJson.read(versionJson)),
                List.of(
                        LineageJson.toOverlay(CanonicalJson.read(regionJson)),
                        LineageJson.toOverlay(CanonicalJson.read(ownJson))),
                rules,
                chain,
                NOW);
    }

    /** What is found by its version vector, which is put together anew each time, as a request does. */
    @Benchmark
    public EffectiveCourse effective_warm() {
        var key = new KnownAnswers.Key(
                new TenantId(1),
                KEY,
                version.no(),
                Stream.of(version.digest(), region.digest(), own.digest(), RULES)
                        .map(Object::toString)
                        .toList(),
                chain,
                List.of("DE", "EU"));
        return answers.of(key, NOW, () -> EffectiveCourse.of(version, ground.overlays(), rules, chain, NOW));
    }

    /** The documents are in memory, the answer is not. */
    @Benchmark
    public EffectiveCourse effective_of_known_documents() {
        return EffectiveCourse.of(version, ground.overlays(), rules, chain, NOW);
    }

    /** What an author of the market sees of it. */
    @Benchmark
    public Desk desk() {
        return Desk.of(ground, "acme-de", NOW);
    }

    /** The same where the market has nothing of its own: most courses. */
    @Benchmark
    public Desk desk_of_nothing() {
        return Desk.of(untouched, "acme-de", NOW);
    }

    private static List<Block> blocks() {
        var blocks = new ArrayList<Block>();
        blocks.add(new Block(Block.COURSE_ID, BlockKind.COURSE, new TreeMap<>(Map.of("title", words("Safety")))));
        for (int i = 1; i < BLOCKS; i++) {
            blocks.add(
                    i % 20 == 1
                            ? new Block(
                                    Block.SECTION_PREFIX + i,
                                    BlockKind.SECTION,
                                    new TreeMap<>(Map.of("title", words("Part " + i))))
                            : new Block(
                                    "block-" + i,
                                    BlockKind.TEXT,
                                    new TreeMap<>(Map.of("heading", words("Step " + i), "body", words(BODY + i)))));
        }
        return blocks;
    }

    private static Overlay overlay(String space, Level level, int from) {
        return Overlay.of(
                KEY,
                space,
                level,
                1,
                IntStream.range(0, CHANGES)
                        .mapToObj(i -> change(from + i + (from + i) / 20 + 1, i))
                        .toList());
    }

    private static Adaptation change(int block, int i) {
        String id = "block-" + (block % 20 == 1 ? block + 1 : block);
        return Adaptation.of(new Change.Set(id, "body", words("Here: " + BODY)), "Said otherwise here")
                .basedOn(Optional.of(words(i % 3 == 0 ? BODY + "before" : BODY + id.substring("block-".length()))));
    }

    private static List<Claim> claims() {
        return IntStream.range(0, CLAIMS)
                .mapToObj(i -> new Claim(
                        KEY,
                        "block-" + (i * 4 + 2),
                        "body",
                        i % 2 == 0 ? "DE" : "EU",
                        "ASR A2.3",
                        new UUID(0, i),
                        NOW.plus(Duration.ofDays(i + 1))))
                .toList();
    }

    private static List<LockRule> locks() {
        return IntStream.range(0, LOCKS)
                .mapToObj(i -> new LockRule(
                        "global",
                        Level.GLOBAL,
                        LockRule.Scope.BLOCK,
                        KEY + "/block-" + (i * 7 + 3),
                        i % 2 == 0 ? LockRule.Hold.LOCKED : LockRule.Hold.APPROVE,
                        NOW.minus(Duration.ofDays(1)),
                        NOW.plus(Duration.ofDays(1)),
                        "Ingrid Falk",
                        "One voice"))
                .toList();
    }

    private static Field words(String text) {
        return Stream.of("en", "de", "fr", "ar")
                .collect(Collectors.collectingAndThen(Collectors.toMap(tag -> tag, tag -> text), Field::words));
    }
}
