package org.mangrove.core.quality;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.blobs.MediaType;
import org.mangrove.core.content.AssetVersion;
import org.mangrove.core.content.Candidate;
import org.mangrove.core.content.CourseFacts;
import org.mangrove.core.content.MediaCredit;
import org.mangrove.core.content.ShownFile;
import org.mangrove.core.content.TextCredit;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.BlockKind;
import org.mangrove.core.lineage.ChangeClass;
import org.mangrove.core.lineage.Claim;
import org.mangrove.core.lineage.Field;

/** A course that can be given defects, one by one. It begins without any. */
final class JudgedCourse {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    static final String KEY = "fire-safety";

    private final List<Block> blocks = new ArrayList<>();
    private final Map<String, ShownFile> files = new HashMap<>();
    private final List<MediaCredit> credits = new ArrayList<>();
    private final List<Claim> claims = new ArrayList<>();
    private final List<Locale> languages;
    private LocalDate reviewDue = LocalDate.of(2027, 9, 30);
    private Optional<TextCredit> textCredit = Optional.empty();

    JudgedCourse(String... languages) {
        this.languages = List.of(languages).stream().map(Locale::forLanguageTag).toList();
        var title = new HashMap<String, String>();
        this.languages.forEach(language -> title.put(language.toLanguageTag(), "Fire safety"));
        block(Block.COURSE_ID, BlockKind.COURSE, Map.of("title", Field.words(title)));
        block("section.one", BlockKind.SECTION, Map.of());
    }

    JudgedCourse block(String id, BlockKind kind, Map<String, Field> fields) {
        blocks.add(new Block(id, kind, new TreeMap<>(fields)));
        return this;
    }

    JudgedCourse text(String id, String language, String body) {
        return block(id, BlockKind.TEXT, Map.of("body", Field.words(Map.of(language, body))));
    }

    /** @param alt by language */
    JudgedCourse picture(String id, long bytes, Map<String, String> alt) {
        String digest = file("media/" + id + ".png", MediaType.PNG, bytes);
        var fields = new HashMap<String, Field>(Map.of("media", Field.neutral(digest)));
        if (!alt.isEmpty()) {
            fields.put("alt", Field.words(alt));
        }
        return block(id, BlockKind.IMAGE, fields);
    }

    /** With a licence. */
    String file(String path, MediaType type, long bytes) {
        String digest = unlicensed(path, type, bytes);
        credits.add(new MediaCredit(digest, path, "own-work", "Drawn for this", Optional.empty()));
        return digest;
    }

    String unlicensed(String path, MediaType type, long bytes) {
        String digest = Digest.of(path.getBytes(StandardCharsets.UTF_8)).hex();
        files.put(digest, new ShownFile(digest, path, type, bytes));
        return digest;
    }

    JudgedCourse credit(String digest, String licence, Optional<LocalDate> until) {
        credits.removeIf(credit -> credit.digest().equals(digest));
        credits.add(new MediaCredit(digest, "media/file.png", licence, "Somebody", until));
        return this;
    }

    JudgedCourse textsBy(String licence, Optional<LocalDate> until) {
        textCredit = Optional.of(new TextCredit(licence, "Somebody", until));
        return this;
    }

    JudgedCourse reviewDue(LocalDate day) {
        reviewDue = day;
        return this;
    }

    /** @param end from when on nobody may rely on it */
    JudgedCourse claim(String block, String field, LocalDate end) {
        claims.add(new Claim(
                KEY,
                block,
                field,
                "DE",
                "§ 10 ArbSchG",
                new UUID(0, 1),
                end.atStartOfDay(ZoneOffset.UTC).toInstant()));
        return this;
    }

    Report report() {
        return report(RubricFile.PLATFORM);
    }

    Report report(Rubric rubric) {
        return Examination.of(new Subject(candidate(), claims, rubric, TODAY));
    }

    Candidate candidate() {
        var facts = new CourseFacts(
                KEY,
                "safety",
                20,
                "Leaves the building",
                "Head of safety",
                "Safety team",
                reviewDue,
                80,
                Optional.empty(),
                languages,
                credits,
                textCredit);
        return new Candidate(AssetVersion.of(facts, 1, ChangeClass.MAJOR, Instant.EPOCH, blocks), files);
    }

    List<Claim> claims() {
        return List.copyOf(claims);
    }
}
