package org.mangrove.core.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mangrove.core.audit.LinkServer.Answer;
import org.mangrove.core.blobs.Blobs;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.blobs.MediaType;

/**
 * Makes the courses of an enterprise, some of them wrong in a way that is written down, and as many that only look so.
 *
 * <p>A third to a half of what a course says is its template's; courses about one topic share phrases, laws, authorities and pictures
 * of a library. What is planted is changed as people change what they copy.
 */
final class CorpusMaker {

    static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    /** Of each kind, and as many near misses. */
    private static final int PLANTED = 25;

    private static final int TEMPLATES = 12;
    private static final int TOPICS = 60;
    private static final int LIBRARY = 40;
    private static final int PHRASES = 25;

    private static final List<Answer> ALIVE = List.of(
            Answer.REDIRECTED,
            Answer.REDIRECTED_THREE_TIMES,
            Answer.NO_HEAD,
            Answer.HEAD_NOT_FOUND,
            Answer.FOR_MEMBERS,
            Answer.SLOW,
            Answer.FIRST_IN_TROUBLE);
    private static final List<Answer> DEAD =
            List.of(Answer.NOT_FOUND, Answer.GONE, Answer.REDIRECTED_TO_NOTHING, Answer.IN_CIRCLES, Answer.REFUSED);
    private static final int NEVER_ANSWERED = 2;

    private final SplittableRandom random;
    private final Map<Locale, Speech> speeches;
    private final LinkServer server;
    private final Blobs blobs;
    private final MediaFiles files;
    private final int size;
    private final List<Draft> drafts = new ArrayList<>();
    private final Map<FindingKind, Set<Set<String>>> defects = new EnumMap<>(FindingKind.class);
    private final Map<FindingKind, Set<Set<String>>> nearMisses = new EnumMap<>(FindingKind.class);
    private final Map<Integer, Map<Locale, List<String>>> templates = new HashMap<>();
    private final Map<Integer, AuditedMedia> logos = new HashMap<>();
    private final Map<Integer, Topic> topics = new HashMap<>();
    private final List<AuditedMedia> library = new ArrayList<>();

    private record Topic(
            Map<Locale, List<String>> words,
            Map<Locale, List<String>> phrases,
            List<String> links,
            List<String> laws,
            List<Draft.Measure> measures) {}

    CorpusMaker(long seed, int size, Map<Locale, Speech> speeches, LinkServer server, Blobs blobs) {
        this.random = new SplittableRandom(seed);
        this.size = size;
        this.speeches = speeches;
        this.server = server;
        this.blobs = blobs;
        this.files = new MediaFiles(random);
    }

    Corpus corpus() {
        for (FindingKind kind : FindingKind.values()) {
            defects.put(kind, new HashSet<>());
            nearMisses.put(kind, new HashSet<>());
        }
        IntStream.range(0, TEMPLATES).forEach(this::template);
        IntStream.range(0, TOPICS).forEach(this::topic);
        IntStream.range(0, LIBRARY).forEach(at -> library.add(stored(files.whole())));
        int planted = PLANTED * 4;
        for (int at = 0; at < size - planted; at++) {
            drafts.add(course(random.nextInt(TEMPLATES), random.nextInt(TOPICS), languages()));
        }
        List<Draft> originals = shuffled(drafts);
        copies(originals.subList(0, PLANTED));
        likeCopies(originals.subList(PLANTED, 2 * PLANTED));
        List<Draft> inOneLanguage = originals.stream()
                .skip(2 * PLANTED)
                .filter(each -> each.languages.size() == 1)
                .toList();
        translations(inOneLanguage.subList(0, PLANTED));
        likeTranslations(inOneLanguage.subList(PLANTED, 2 * PLANTED));
        plant(FindingKind.STALE, this::makeStale, this::makeNearlyStale);
        plant(FindingKind.UNUSED, this::makeUnused, this::makeNearlyUnused);
        plant(FindingKind.OWNERLESS, this::makeOwnerless, this::makeNearlyOwnerless);
        plant(FindingKind.WITHOUT_OBJECTIVE, this::makeAimless, this::makeNearlyAimless);
        plant(FindingKind.EXPIRED_LICENCE, this::expire, this::nearlyExpire);
        plant(FindingKind.DEAD_LINK, this::breakLink, this::nearlyBreakLink);
        plant(FindingKind.BROKEN_MEDIA, this::breakFile, this::nearlyBreakFile);
        var tools = new ToolMaker(random);
        List<AuditedTool> made = tools.entered(tools.tools(), DAY);
        defects.put(FindingKind.OVERLAPPING_TOOLS, tools.defects);
        nearMisses.put(FindingKind.OVERLAPPING_TOOLS, tools.nearMisses);
        defects.put(FindingKind.UNGOVERNED_TOOL, tools.ungoverned);
        nearMisses.put(FindingKind.UNGOVERNED_TOOL, tools.nearlyUngoverned);
        List<AuditedAsset> assets = shuffled(drafts).stream().map(this::asset).toList();
        return new Corpus(
                new Inventory(DAY, assets, made, Fact.of(Set.of("k.mueller", "sato-hana", "old-learning-team"))),
                defects,
                nearMisses);
    }

    // What courses are made of

    private void template(int number) {
        var texts = new HashMap<Locale, List<String>>();
        for (Locale language : Speech.LANGUAGES) {
            Speech speech = speech(language);
            List<String> words = some(40, () -> speech.word(random));
            var said = new ArrayList<String>();
            for (int passage = 0; passage < 4; passage++) {
                said.add(sentences(language, words, random.nextInt(3, 6)));
            }
            texts.put(language, said);
        }
        templates.put(number, texts);
        logos.put(number, stored(files.whole()));
    }

    private void topic(int number) {
        var words = new HashMap<Locale, List<String>>();
        var phrases = new HashMap<Locale, List<String>>();
        for (Locale language : Speech.LANGUAGES) {
            Speech speech = speech(language);
            List<String> about = some(90, () -> speech.word(random));
            words.put(language, about);
            phrases.put(language, some(PHRASES, () -> speech.sentence(random, about)));
        }
        topics.put(
                number,
                new Topic(
                        words,
                        phrases,
                        some(3, () -> "/authority/topic-" + number + "/" + random.nextInt(1_000)),
                        some(4, this::law),
                        some(5, this::measure)));
    }

    private String law() {
        return switch (random.nextInt(4)) {
            case 0 -> "%d/%d".formatted(random.nextInt(1995, 2025), random.nextInt(10, 2_900));
            case 1 -> "ISO %d".formatted(random.nextInt(1_000, 60_000));
            case 2 -> "§ %d ArbSchG".formatted(random.nextInt(1, 26));
            default -> "Art. %d".formatted(random.nextInt(1, 99));
        };
    }

    private Draft.Measure measure() {
        int most = random.nextBoolean() ? 100 : 5_000;
        return new Draft.Measure("m", random.nextInt(10, most));
    }

    private List<Locale> languages() {
        var all = new ArrayList<>(Speech.LANGUAGES);
        Collections.shuffle(all, new Random(random.nextLong()));
        double kind = random.nextDouble();
        return kind < 0.6 ? all.subList(0, 1) : kind < 0.9 ? all.subList(0, 2) : all;
    }

    private Draft course(int template, int topic, List<Locale> languages) {
        var draft = new Draft("course-%05d".formatted(random.nextInt(100_000) * 10 + drafts.size() % 10));
        while (drafts.stream().anyMatch(each -> each.key.equals(draft.key))) {
            return course(template, topic, languages);
        }
        draft.template = template;
        draft.topic = topic;
        draft.languages = new ArrayList<>(languages);
        Topic about = must(topics, topic);
        draft.title = String.join(
                " ", some(3, () -> must(about.words(), languages.getFirst()).get(random.nextInt(90))));
        int passages = random.nextInt(6, 13);
        for (Locale language : languages) {
            draft.texts.put(language, new ArrayList<>(some(passages, () -> passage(language, about))));
        }
        draft.sources = sources(about);
        draft.structure = structure(template);
        draft.media.addAll(some(random.nextInt(1, 3), () -> stored(files.whole())));
        if (random.nextDouble() < 0.4) {
            draft.media.add(library.get(random.nextInt(LIBRARY)));
        }
        draft.media.add(must(logos, template));
        facts(draft, about);
        return draft;
    }

    private void facts(Draft draft, Topic about) {
        draft.owner = Fact.of("team-" + random.nextInt(40));
        draft.steward = Fact.of("learning-" + random.nextInt(40));
        draft.objective = Fact.of(draft.title + " "
                + must(about.words(), draft.languages.getFirst()).get(random.nextInt(90)) + " act "
                + random.nextInt(90));
        draft.reviewDue = random.nextDouble() < 0.9 ? Fact.of(DAY.plusDays(random.nextInt(2, 700))) : Fact.none();
        draft.published = DAY.minusDays(random.nextInt(10, 700));
        draft.usage =
                Fact.of(new Usage(Optional.of(DAY.minusDays(random.nextInt(0, 360))), random.nextInt(3) == 0 ? 4 : 0));
        draft.licences = random.nextDouble() < 0.7
                ? Fact.none()
                : Fact.of(List.of(new Licence("Text " + draft.key, DAY.plusDays(random.nextInt(1, 900)))));
        for (String law : draft.sources.laws()) {
            draft.reliedLaws.add(new ReliedLaw("b1", law, "DE", DAY.plusDays(random.nextInt(3, 900))));
        }
    }

    /** Two authorities and two laws that all who write about it name; places and figures of its own. */
    private Draft.Sources sources(Topic about) {
        var links = new ArrayList<>(shuffled(about.links()).subList(0, random.nextInt(1, 3)));
        links.addAll(some(random.nextInt(1, 4), () -> "/own/" + random.nextLong(1L << 40)));
        var laws = new ArrayList<>(shuffled(about.laws()).subList(0, random.nextInt(1, 3)));
        if (random.nextBoolean()) {
            laws.add(law());
        }
        var measures = new ArrayList<>(shuffled(about.measures()).subList(0, random.nextInt(1, 3)));
        measures.addAll(some(random.nextInt(4, 9), this::measure));
        return new Draft.Sources(links, laws, measures);
    }

    private List<String> structure(int template) {
        var pattern = new SplittableRandom(template);
        var steps = new ArrayList<String>();
        for (int at = 0; at < 10; at++) {
            int kind = pattern.nextInt(5);
            if (random.nextDouble() < 0.15) {
                kind = random.nextInt(5);
            }
            steps.add(
                    switch (kind) {
                        case 0 -> "text";
                        case 1 -> "image";
                        case 2 -> "single %d %d".formatted(random.nextInt(3, 6), random.nextInt(1, 4));
                        case 3 -> "multiple %d %d".formatted(random.nextInt(3, 7), random.nextInt(1, 9));
                        default -> "callout";
                    });
        }
        return steps;
    }

    private String passage(Locale language, Topic about) {
        var said = new ArrayList<String>();
        int sentences = random.nextInt(2, 6);
        for (int at = 0; at < sentences; at++) {
            said.add(
                    random.nextDouble() < 0.15
                            ? must(about.phrases(), language).get(random.nextInt(PHRASES))
                            : speech(language).sentence(random, must(about.words(), language)));
        }
        return String.join(" ", said);
    }

    private String sentences(Locale language, List<String> topic, int count) {
        return String.join(" ", some(count, () -> speech(language).sentence(random, topic)));
    }

    private AuditedMedia stored(MediaFiles.Made made) {
        return new AuditedMedia("b1", blobs.put(made.bytes()), made.type(), Fact.none());
    }

    // What is wrong with some of them

    private void copies(List<Draft> originals) {
        for (int at = 0; at < originals.size(); at++) {
            Draft original = originals.get(at);
            Draft copy = copyOf(original);
            switch (at % 5) {
                // gone over
                case 0 ->
                    change(
                            copy,
                            (language, texts) -> texts.replaceAll(
                                    text -> speech(language).rewritten(text, random.nextDouble(0.03, 0.2), random)));
                // in another order, with a passage less and one more
                case 1 ->
                    change(copy, (language, texts) -> {
                        texts.removeFirst();
                        texts.add(passage(language, must(topics, copy.topic)));
                        Collections.shuffle(texts, new Random(random.nextLong()));
                    });
                // an extract with an introduction of its own
                case 2 ->
                    change(copy, (language, texts) -> {
                        texts.subList(texts.size() / 2, texts.size()).clear();
                        texts.addFirst(speech(language)
                                .sentence(random, must(must(topics, copy.topic).words(), language)));
                    });
                // for another site: names and figures are others
                case 3 -> {
                    copy.sources.measures().replaceAll(any -> measure());
                    copy.sources.links().replaceAll(any -> "/site/" + random.nextLong(1L << 40));
                    change(
                            copy,
                            (language, texts) ->
                                    texts.replaceAll(text -> speech(language).rewritten(text, 0.05, random)));
                }
                // as it was, under another name
                default -> copy.title = "Copy of " + copy.title;
            }
            drafts.add(copy);
            must(defects, FindingKind.NEAR_DUPLICATE).add(Set.of(original.key, copy.key));
        }
    }

    private void likeCopies(List<Draft> originals) {
        for (int at = 0; at < originals.size(); at++) {
            Draft original = originals.get(at);
            Draft like = course(
                    original.template,
                    at % 3 == 0 ? (original.topic + 1) % TOPICS : original.topic,
                    original.languages);
            if (at % 3 == 1) {
                // the law is quoted at length by both
                change(like, (language, texts) -> {
                    String quoted =
                            sentences(language, must(must(topics, like.topic).words(), language), 8);
                    texts.add(quoted);
                    must(original.texts, language).add(quoted);
                });
            } else if (at % 3 == 2) {
                // the second part of a course begins as the first part does, for two passages of six to twelve
                change(like, (language, texts) -> {
                    texts.set(0, must(original.texts, language).get(0));
                    texts.set(1, must(original.texts, language).get(1));
                });
            }
            drafts.add(like);
            must(nearMisses, FindingKind.NEAR_DUPLICATE).add(Set.of(original.key, like.key));
        }
    }

    private void translations(List<Draft> originals) {
        for (Draft original : originals) {
            Locale other = anotherThan(original.languages.getFirst());
            double kept = random.nextDouble(0.65, 0.97);
            Draft translation = course(original.template, original.topic, List.of(other));
            Topic about = must(topics, original.topic);
            translation.texts.put(
                    other,
                    new ArrayList<>(some(
                            must(original.texts, original.languages.getFirst()).size(), () -> passage(other, about))));
            translation.sources = new Draft.Sources(
                    kept(original.sources.links(), kept, () -> "/own/" + random.nextLong(1L << 40)),
                    kept(original.sources.laws(), kept, this::law),
                    kept(original.sources.measures(), kept, this::measure));
            translation.structure = kept(original.structure, Math.max(kept, 0.9), () -> "callout");
            translation.media = new ArrayList<>(kept(original.media, kept, () -> stored(files.whole())));
            translation.reliedLaws.clear();
            drafts.add(translation);
            must(defects, FindingKind.TRANSLATED_DUPLICATE).add(Set.of(original.key, translation.key));
        }
    }

    /** Another hand wrote about the same, in another language, from the same template: same law, same authority, same stock picture. */
    private void likeTranslations(List<Draft> originals) {
        for (Draft original : originals) {
            Draft like = course(original.template, original.topic, List.of(anotherThan(original.languages.getFirst())));
            Topic about = must(topics, original.topic);
            like.sources = new Draft.Sources(
                    new ArrayList<>(like.sources.links()),
                    new ArrayList<>(original.sources.laws()),
                    new ArrayList<>(like.sources.measures()));
            like.sources.links().addAll(about.links());
            like.sources.measures().addAll(about.measures());
            like.sources.measures().add(original.sources.measures().getLast());
            AuditedMedia stock = library.get(random.nextInt(LIBRARY));
            like.media.add(stock);
            original.media.add(stock);
            drafts.add(like);
            must(nearMisses, FindingKind.TRANSLATED_DUPLICATE).add(Set.of(original.key, like.key));
        }
    }

    private void makeStale(Draft draft, int at) {
        switch (at % 4) {
            case 0 -> draft.reviewDue = Fact.of(DAY);
            case 1 -> draft.reviewDue = Fact.of(DAY.minusDays(random.nextInt(1, 900)));
            case 2 -> {
                draft.reviewDue = Fact.none();
                draft.published = DAY.minusMonths(24).minusDays(random.nextInt(1, 500));
            }
            default -> draft.reliedLaws.add(new ReliedLaw("b2", law(), "DE", DAY.minusDays(random.nextInt(1, 90))));
        }
    }

    private void makeNearlyStale(Draft draft, int at) {
        switch (at % 4) {
            case 0 -> draft.reviewDue = Fact.of(DAY.plusDays(1));
            case 1 -> {
                draft.reviewDue = Fact.none();
                draft.published = DAY.minusMonths(24).plusDays(random.nextInt(0, 20));
            }
            case 2 -> {
                String law = law();
                draft.reliedLaws.add(new ReliedLaw("b2", law, "DE", DAY.minusDays(40)));
                draft.reliedLaws.add(new ReliedLaw("b2", law, "DE", DAY.plusDays(300)));
            }
            default -> draft.reliedLaws.add(new ReliedLaw("b2", law(), "DE", DAY));
        }
    }

    private void makeUnused(Draft draft, int at) {
        if (draft.published.isAfter(DAY.minusMonths(7))) {
            draft.published = DAY.minusMonths(7).minusDays(random.nextInt(100));
        }
        draft.usage = Fact.of(new Usage(
                at % 2 == 0 ? Optional.empty() : Optional.of(DAY.minusMonths(13).minusDays(random.nextInt(1, 200))),
                0));
    }

    private void makeNearlyUnused(Draft draft, int at) {
        // What is stale because it is old cannot be new, too.
        boolean mayBeNew = !(draft.reviewDue instanceof Fact.None);
        switch (mayBeNew ? at % 3 : 2) {
            case 0 -> {
                draft.published = DAY.minusMonths(6).plusDays(random.nextInt(1, 60));
                draft.usage = Fact.of(new Usage(Optional.empty(), 0));
            }
            case 1 -> draft.usage = Fact.of(new Usage(Optional.of(DAY.minusMonths(13)), 0));
            default -> draft.usage = Fact.of(new Usage(Optional.empty(), random.nextInt(1, 9)));
        }
    }

    private void makeOwnerless(Draft draft, int at) {
        Fact<String> nobody = switch (at % 8) {
            case 0 -> Fact.none();
            case 1 -> Fact.of("");
            case 2 -> Fact.of("  ");
            case 3 -> Fact.of("TBD");
            case 4 -> Fact.of("n/a");
            case 5 -> Fact.of("未定");
            case 6 -> Fact.of("k.mueller");
            default -> Fact.of("Nobody (yet)".substring(0, 6));
        };
        if (random.nextBoolean()) {
            draft.owner = nobody;
        } else {
            draft.steward = nobody;
        }
    }

    private void makeNearlyOwnerless(Draft draft, int at) {
        draft.owner = Fact.of(List.of(
                        "tbd-studios",
                        "k.mueller2",
                        "na-region-learning",
                        "unknown-territories",
                        "vacant-land-team",
                        "x1",
                        "noname",
                        "sato-hanako")
                .get(at % 8));
    }

    private void makeAimless(Draft draft, int at) {
        draft.objective = switch (at % 5) {
            case 0 -> Fact.none();
            case 1 -> Fact.of(" ");
            case 2 -> Fact.of("To do");
            case 3 -> Fact.of(draft.title.toUpperCase(Locale.ROOT));
            default -> Fact.of(draft.key);
        };
    }

    private void makeNearlyAimless(Draft draft, int at) {
        draft.objective = switch (at % 3) {
            case 0 -> Fact.of("explain " + draft.title);
            case 1 -> Fact.of("lift-safely");
            default -> Fact.of("見分ける");
        };
    }

    private void expire(Draft draft, int at) {
        var ended = new Licence("Licence " + at, DAY.minusDays(at % 3 == 0 ? 1 : random.nextInt(2, 900)));
        switch (at % 3) {
            case 0 -> draft.licences = Fact.of(List.of(ended));
            case 1 -> onFile(draft, List.of(ended));
            default ->
                onFile(
                        draft,
                        List.of(
                                ended,
                                new Licence("Before " + at, ended.lastDay().minusYears(1))));
        }
    }

    private void nearlyExpire(Draft draft, int at) {
        var ended = new Licence("Licence " + at, DAY.minusDays(random.nextInt(1, 900)));
        switch (at % 4) {
            case 0 -> draft.licences = Fact.of(List.of(new Licence("To the end of today", DAY)));
            case 1 -> draft.licences = Fact.of(List.of(new Licence("To the end of tomorrow", DAY.plusDays(1))));
            case 2 -> onFile(draft, List.of(ended, new Licence("Renewed", DAY.plusYears(1))));
            default -> onFile(draft, List.of(new Licence("For good", LocalDate.MAX)));
        }
    }

    private static void onFile(Draft draft, List<Licence> licences) {
        AuditedMedia first = draft.media.getFirst();
        draft.media.set(0, new AuditedMedia(first.block(), first.digest(), first.type(), Fact.of(licences)));
    }

    private void breakLink(Draft draft, int at) {
        answer(draft, DEAD.get(at % DEAD.size()));
    }

    private void nearlyBreakLink(Draft draft, int at) {
        answer(draft, at < NEVER_ANSWERED ? Answer.NEVER : ALIVE.get(at % ALIVE.size()));
    }

    private void answer(Draft draft, Answer answer) {
        draft.sources.links().add("!" + server.address("/p/" + random.nextLong(1L << 40), answer));
    }

    private void breakFile(Draft draft, int at) {
        if (at % 8 == 0) {
            byte[] nowhere = new byte[16];
            random.nextBytes(nowhere);
            draft.media.add(new AuditedMedia("b3", Digest.of(nowhere), MediaType.PNG, Fact.none()));
        } else if (at % 8 == 1) {
            draft.media.add(damaged());
        } else {
            draft.media.add(stored(files.broken()));
        }
    }

    /** What lies in the store is not any more what was put there. */
    private AuditedMedia damaged() {
        AuditedMedia whole = stored(files.whole());
        Path file = place(whole.digest());
        try {
            byte[] bytes = Files.readAllBytes(file);
            bytes[bytes.length / 2] ^= 1;
            Files.write(file, bytes);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return whole;
    }

    private static Path place(Digest digest) {
        return Path.of(System.getProperty("mangrove.blobs"))
                .resolve(digest.hex().substring(0, 2))
                .resolve(digest.hex().substring(2, 4))
                .resolve(digest.hex());
    }

    private void nearlyBreakFile(Draft draft, int at) {
        draft.media.add(stored(files.odd()));
    }

    // Small things

    private Speech speech(Locale language) {
        return must(speeches, language);
    }

    private static <K, V> V must(Map<K, V> all, K key) {
        return Objects.requireNonNull(all.get(key));
    }

    private interface Planting {
        void on(Draft draft, int at);
    }

    /** On any courses: one can be wrong in several ways. */
    private void plant(FindingKind kind, Planting defect, Planting nearMiss) {
        List<Draft> chosen = shuffled(drafts).subList(0, 2 * PLANTED);
        for (int at = 0; at < PLANTED; at++) {
            defect.on(chosen.get(at), at);
            must(defects, kind).add(Set.of(chosen.get(at).key));
            nearMiss.on(chosen.get(PLANTED + at), at);
            must(nearMisses, kind).add(Set.of(chosen.get(PLANTED + at).key));
        }
    }

    private Draft copyOf(Draft original) {
        Draft copy = course(original.template, original.topic, original.languages);
        copy.title = original.title;
        original.texts.forEach((language, texts) -> copy.texts.put(language, new ArrayList<>(texts)));
        copy.sources = new Draft.Sources(
                new ArrayList<>(original.sources.links()),
                new ArrayList<>(original.sources.laws()),
                new ArrayList<>(original.sources.measures()));
        copy.structure = new ArrayList<>(original.structure);
        copy.media = new ArrayList<>(original.media);
        return copy;
    }

    private void change(Draft draft, BiConsumer<Locale, List<String>> act) {
        draft.texts.forEach(act);
    }

    private Locale anotherThan(Locale language) {
        List<Locale> others =
                Speech.LANGUAGES.stream().filter(each -> !each.equals(language)).toList();
        return others.get(random.nextInt(others.size()));
    }

    private <T> List<T> kept(List<T> all, double share, Supplier<T> other) {
        return all.stream()
                .map(each -> random.nextDouble() < share ? each : other.get())
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static <T> List<T> some(int count, Supplier<T> each) {
        return IntStream.range(0, count).mapToObj(at -> each.get()).collect(Collectors.toCollection(ArrayList::new));
    }

    private <T> List<T> shuffled(List<T> all) {
        var shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, new Random(random.nextLong()));
        return shuffled;
    }

    /** Puts template, own texts and citations together as they are published. */
    private AuditedAsset asset(Draft draft) {
        var passages = new ArrayList<Passage>();
        for (Locale language : draft.languages) {
            List<String> template = must(must(templates, draft.template), language);
            List<String> own = cited(draft, language);
            passages.add(new Passage("course", "summary", language, template.get(0)));
            for (int at = 0; at < own.size(); at++) {
                passages.add(new Passage("b" + at, "body", language, own.get(at)));
            }
            for (int at = 1; at < template.size(); at++) {
                passages.add(new Passage("end" + at, "body", language, template.get(at)));
            }
        }
        return new AuditedAsset(
                draft.key,
                draft.title,
                passages,
                draft.structure,
                draft.media,
                draft.reliedLaws,
                draft.owner,
                draft.steward,
                draft.objective,
                draft.reviewDue,
                draft.published,
                draft.licences,
                draft.usage);
    }

    private List<String> cited(Draft draft, Locale language) {
        var own = new ArrayList<>(must(draft.texts, language));
        Function<String, String> digits = text -> switch (language.getLanguage()) {
            case "ar" ->
                text.codePoints()
                        .map(each -> each >= '0' && each <= '9' ? each - '0' + '٠' : each)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
            case "ja" ->
                text.codePoints()
                        .map(each -> each >= '0' && each <= '9' ? each - '0' + '０' : each)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
            default -> text;
        };
        int at = 0;
        for (String link : draft.sources.links()) {
            String address = link.startsWith("!")
                    ? link.substring(1)
                    : server.address("/" + language.toLanguageTag() + link, Answer.THERE);
            append(own, at++, " [%s](%s).".formatted(speech(language).word(random), address));
        }
        for (String law : draft.sources.laws()) {
            append(own, at++, " (%s).".formatted(law));
        }
        for (Draft.Measure measure : draft.sources.measures()) {
            append(
                    own,
                    at++,
                    " %s %s."
                            .formatted(
                                    speech(language).word(random), digits.apply(Integer.toString(measure.number()))));
        }
        return own;
    }

    private static void append(List<String> texts, int at, String more) {
        texts.set(at % texts.size(), texts.get(at % texts.size()) + more);
    }
}
