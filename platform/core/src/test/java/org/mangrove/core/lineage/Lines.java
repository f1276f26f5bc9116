package org.mangrove.core.lineage;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** A small asset with what spaces change in it, to try things on. */
final class Lines {

    static final Instant NOW = Instant.parse("2026-06-01T08:00:00Z");
    static final UUID SOMEBODY = UUID.fromString("0190f3a0-0000-7000-8000-000000000001");

    private Lines() {}

    static List<Block> master() {
        return List.of(
                block(Block.COURSE_ID, BlockKind.COURSE, Map.of("title", words("Fire safety"))),
                block("section.alarm", BlockKind.SECTION, Map.of("title", words("The alarm"))),
                text("call", "Call 999 and leave the building."),
                text("calm", "Stay calm."),
                text("meet", "Meet at the assembly point."));
    }

    static Block text(String id, String english) {
        return block(id, BlockKind.TEXT, Map.of("body", words(english)));
    }

    static Block block(String id, BlockKind kind, Map<String, Field> fields) {
        return new Block(id, kind, new TreeMap<>(fields));
    }

    static Field words(String english) {
        return Field.words(Map.of("en", english));
    }

    /** A change of a field, made against the master. */
    static Adaptation set(String block, String english) {
        return set(master(), block, words(english));
    }

    static Adaptation set(List<Block> above, String block, Field value) {
        Optional<Field> base = above.stream()
                .filter(each -> each.id().equals(block))
                .findFirst()
                .flatMap(each -> each.find("body"));
        return plain(new Change.Set(block, "body", value)).basedOn(base);
    }

    static Adaptation plain(Change change) {
        return new Adaptation(
                change,
                Optional.empty(),
                Optional.empty(),
                "It is so here",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static Overlay tenant(Adaptation... adaptations) {
        return Overlay.of("fire-safety", "acme-de", Level.TENANT, 1, Arrays.asList(adaptations));
    }

    static Overlay region(Adaptation... adaptations) {
        return Overlay.of("fire-safety", "emea", Level.REGION, 1, Arrays.asList(adaptations));
    }

    /** The master with another text in one block. */
    static List<Block> masterSaying(String block, String english) {
        return master().stream()
                .map(each -> each.id().equals(block) ? each.with("body", words(english)) : each)
                .toList();
    }

    static List<Block> masterWithout(String block) {
        return master().stream().filter(each -> !each.id().equals(block)).toList();
    }

    static Optional<String> say(Resolved resolved, String block) {
        return resolved.places().stream()
                .filter(place -> place.block().id().equals(block) && !place.isHidden())
                .findFirst()
                .flatMap(place -> place.block().find("body"))
                .map(field -> ((Field.Worded) field).words().getOrDefault("en", ""));
    }

    static List<String> shown(Resolved resolved) {
        return resolved.places().stream()
                .filter(place -> !place.isHidden() && place.block().kind().isStep())
                .map(place -> place.block().id())
                .toList();
    }
}
