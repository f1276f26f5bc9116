package org.mangrove.core.quality;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.mangrove.core.content.AssetVersion;
import org.mangrove.core.content.Candidate;
import org.mangrove.core.content.CourseFields;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.BlockKind;
import org.mangrove.core.lineage.Claim;
import org.mangrove.core.lineage.Field;

/**
 * What is judged, by what, and as of when.
 *
 * @param claims about texts of the course that nobody has taken back
 */
record Subject(Candidate candidate, List<Claim> claims, Rubric rubric, LocalDate today) {

    AssetVersion version() {
        return candidate.version();
    }

    Criterion criterion(CriterionKind kind) {
        return rubric.of(kind);
    }

    /** BCP 47 tags. */
    List<String> languages() {
        return version().facts().languages().stream().map(Locale::toLanguageTag).toList();
    }

    Stream<Block> blocks(BlockKind kind) {
        return version().blocks().stream().filter(block -> block.kind() == kind);
    }

    /** What was said of a text that is there no more does not matter. */
    List<Claim> claimsOfTexts() {
        return claims.stream()
                .filter(claim -> version()
                        .find(claim.block())
                        .flatMap(block -> block.find(claim.field()))
                        .isPresent())
                .toList();
    }

    /** Each text that people read, with its place. */
    void texts(BiConsumer<Place, String> reader) {
        for (Block block : version().blocks()) {
            block.fields().forEach((path, field) -> {
                if (CourseFields.isProse(path, field)
                        && field instanceof Field.Worded(SortedMap<String, String> words)) {
                    words.forEach((language, text) -> reader.accept(Place.of(block.id(), path, language), text));
                }
            });
        }
    }

    static Optional<String> say(Block block, String field, String language) {
        return block.find(field)
                .flatMap(value -> value instanceof Field.Worded(SortedMap<String, String> words)
                        ? Optional.ofNullable(words.get(language))
                        : Optional.empty())
                .filter(text -> !text.isBlank());
    }
}
