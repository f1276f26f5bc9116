package org.mangrove.core.content;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mangrove.core.lineage.Adaptation;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.BlockKind;
import org.mangrove.core.lineage.Change;
import org.mangrove.core.lineage.ChangeClass;
import org.mangrove.core.lineage.Field;
import org.mangrove.core.lineage.Level;
import org.mangrove.core.lineage.LineageJson;
import org.mangrove.core.lineage.Overlay;

/** A small course to try things on: two sections, a text, a callout, two questions. */
final class SampleCourse {

    static final Instant NOW = Instant.parse("2026-06-01T08:00:00Z");
    static final List<Locale> GERMAN = List.of(Locale.GERMAN, Locale.ENGLISH);
    static final List<Locale> ENGLISH = List.of(Locale.ENGLISH);

    static final CourseFacts FACTS = new CourseFacts(
            "fire-safety",
            "safety",
            20,
            "Knows what to do when it burns",
            "Head of safety",
            "Safety team",
            LocalDate.of(2027, 1, 31),
            80,
            Optional.of(12),
            List.of(Locale.ENGLISH, Locale.GERMAN));

    private SampleCourse() {}

    static AssetVersion version() {
        return version(
                block(Block.COURSE_ID, BlockKind.COURSE, Map.of("title", words("Fire safety", "Brandschutz"))),
                block("section.alarm", BlockKind.SECTION, Map.of("title", words("The alarm", "Der Alarm"))),
                block("call", BlockKind.TEXT, Map.of("body", words("Call 999.", "Rufen Sie 999."))),
                block("calm", BlockKind.CALLOUT, Map.of("body", words("Stay calm.", "Ruhig bleiben."))),
                block("section.check", BlockKind.SECTION, Map.of("title", words("Check", "Prüfung"))),
                block(
                        "number",
                        BlockKind.SINGLE,
                        Map.of(
                                "prompt", words("Whom do you call?", "Wen rufen Sie?"),
                                "options", Field.ids(List.of("a", "b")),
                                "correct", Field.neutral("a"),
                                "options.a.text", words("999", "999"),
                                "options.b.text", words("The boss", "Den Chef"),
                                "options.b.feedback", words("The boss cannot put it out.", "Der Chef löscht nicht."))),
                block("last", BlockKind.TEXT, Map.of("body", words("Well done.", "Gut gemacht."))));
    }

    static AssetVersion version(Block... blocks) {
        return AssetVersion.of(FACTS, 1, ChangeClass.MAJOR, NOW, Arrays.asList(blocks));
    }

    static Block block(String id, BlockKind kind, Map<String, Field> fields) {
        return new Block(id, kind, new TreeMap<>(fields));
    }

    static Block text(String id, String english) {
        return block(id, BlockKind.TEXT, Map.of("body", Field.words(Map.of("en", english))));
    }

    static Field words(String english, String german) {
        return Field.words(Map.of("en", english, "de", german));
    }

    static Adaptation set(String block, String field, Field value) {
        return adaptation(new Change.Set(block, field, value), Optional.empty());
    }

    static Adaptation insert(Block inserted, String anchor, String... trail) {
        return adaptation(new Change.InsertAfter(anchor, List.of(trail), inserted), Optional.empty());
    }

    static Adaptation adaptation(Change change, Optional<Instant> expiresAt) {
        Optional<Field> base = change instanceof Change.Set(String block, String field, Field value)
                ? version().find(block).flatMap(there -> there.find(field))
                : Optional.empty();
        return new Adaptation(
                change,
                base.map(LineageJson::digestOf),
                base,
                "It is so here",
                Optional.empty(),
                Optional.empty(),
                expiresAt,
                Optional.empty());
    }

    static Overlay region(Adaptation... adaptations) {
        return Overlay.of("fire-safety", "emea", Level.REGION, 1, Arrays.asList(adaptations));
    }

    static Overlay tenant(Adaptation... adaptations) {
        return Overlay.of("fire-safety", "acme-de", Level.TENANT, 1, Arrays.asList(adaptations));
    }

    static List<String> ids(EffectiveCourse course) {
        return course.steps().map(EffectiveBlock::id).toList();
    }

    static String say(EffectiveCourse course, String block, String field) {
        return course.findBlock(block).orElseThrow().text(field).orElseThrow().text();
    }
}
