package org.mangrove.core.content;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.lineage.Adaptation;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.ChangeClass;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.sdk.Message;

/** Reads a course's files: one reader, one course. */
final class PackageReader {

    private static final String COURSE = "course.yaml";
    private static final String WORDS = "words/";
    private static final String OVERLAYS = "overlays/";
    private static final String YAML = ".yaml";
    private static final int LONGEST_OBJECTIVE = 500;
    private static final int LONGEST_NAME = 200;

    private final CourseFiles files;
    private final ReuseSources sources;

    PackageReader(CourseFiles files, ReuseSources sources) {
        this.files = files;
        this.sources = sources;
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
                "media",
                "texts",
                "sections");
        CourseFacts facts = facts(course);
        var media = new PackagedMedia(files);
        var structure = new BlockStructure(media);
        var packaged = new PackagedBlocks(structure, sources);
        packaged.readStructure(course.must("sections"));
        for (Locale language : facts.languages()) {
            packaged.readWords(language, yaml(WORDS + language.toLanguageTag() + YAML));
        }
        Expansion expansion = packaged.whole(facts);
        List<Block> blocks = expansion.blocks();
        CourseFacts credited = expansion.crediting(facts, List.of());
        SortedMap<String, List<Adaptation>> overlays = new PackagedOverlays(blocks, structure, media)
                .read(overlayFiles().map(this::yaml).toList());
        return new CoursePackage(
                credited,
                course.find("change").map(PackageReader::changeClass).orElse(ChangeClass.MAJOR),
                course.find("effective-from").map(YamlPart::instant),
                blocks,
                overlays,
                with(media.taken(), credited, blocks));
    }

    /** What reused blocks show was published before, and does not come along. */
    private SortedMap<Digest, CoursePackage.Media> with(
            SortedMap<Digest, CoursePackage.Media> taken, CourseFacts facts, List<Block> blocks) {
        var all = new TreeMap<>(taken);
        Map<String, String> paths = facts.credits().stream()
                .collect(Collectors.toMap(MediaCredit::digest, MediaCredit::path, (first, same) -> first));
        for (String hex : Candidate.filesOf(blocks)) {
            var digest = new Digest(hex);
            if (!all.containsKey(digest)) {
                sources.file(digest, paths.getOrDefault(hex, hex)).ifPresent(file -> all.put(digest, file));
            }
        }
        return all;
    }

    private void refuseUnknownFiles() {
        for (String path : files.files().keySet()) {
            boolean known = path.equals(COURSE)
                    || path.startsWith(PackagedMedia.FOLDER)
                    || (path.startsWith(WORDS) || path.startsWith(OVERLAYS)) && path.endsWith(YAML);
            if (!known) {
                throw new Refusal.Invalid(path, Message.of("content.package.unknown-file"));
            }
        }
    }

    private Stream<String> overlayFiles() {
        return files.files().keySet().stream().filter(path -> path.startsWith(OVERLAYS));
    }

    private YamlPart yaml(String path) {
        return YamlPart.parse(
                path,
                files.find(path)
                        .orElseThrow(() -> new Refusal.Invalid(path, Message.of("content.package.file-missing"))));
    }

    private CourseFacts facts(YamlPart course) {
        Optional<Integer> months = course.find("certificate").map(certificate -> {
            certificate.members("valid-months");
            return certificate.must("valid-months").number(1, 600);
        });
        return new CourseFacts(
                course.must("course").slug(),
                course.must("category").slug(),
                course.must("minutes").number(1, 6_000),
                demanded(course, "objective", LONGEST_OBJECTIVE),
                demanded(course, "owner", LONGEST_NAME),
                demanded(course, "steward", LONGEST_NAME),
                demandedPart(course, "review-due").date(),
                course.find("passing").map(passing -> passing.number(0, 100)).orElse(80),
                months,
                languages(course.must("languages")),
                course.find("media").map(new MediaCredits(files)::read).orElse(List.of()),
                course.find("texts").map(PackageReader::textCredit));
    }

    private static TextCredit textCredit(YamlPart texts) {
        texts.members("licence", "source", "until");
        return new TextCredit(
                texts.must("licence").mustSay(),
                texts.must("source").mustSay(),
                texts.find("until").map(YamlPart::date));
    }

    /** What no course is published without: whoever has left it out is told what it is for. */
    private static YamlPart demandedPart(YamlPart course, String name) {
        return course.find(name)
                .filter(part -> !part.text().isEmpty())
                .orElseThrow(() -> course.problem(Message.of("content.package.demanded-" + name)));
    }

    private static String demanded(YamlPart course, String name, int longest) {
        YamlPart part = demandedPart(course, name);
        if (part.text().length() > longest) {
            throw part.problem(
                    Message.of("content.package.too-long").with("name", name).with("most", longest));
        }
        return part.text();
    }

    private static List<Locale> languages(YamlPart part) {
        List<Locale> languages = part.list().stream().map(YamlPart::language).toList();
        if (languages.isEmpty()) {
            throw part.problem(Message.of("content.package.name-missing").with("name", "languages"));
        }
        return languages;
    }

    private static ChangeClass changeClass(YamlPart part) {
        return part.oneOf(List.of(ChangeClass.values()), one -> one.name().toLowerCase(Locale.ROOT));
    }
}
