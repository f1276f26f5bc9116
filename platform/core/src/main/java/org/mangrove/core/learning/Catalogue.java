package org.mangrove.core.learning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mangrove.core.content.Courses;
import org.mangrove.core.content.EffectiveCourse;
import org.mangrove.core.content.Ending;
import org.mangrove.core.content.Endings;
import org.mangrove.core.localization.Customs;
import org.mangrove.core.tenancy.TenantProfile;

/** What there is to learn for one person: the tenant's courses, with where the person stands in each. */
@ApplicationScoped
public class Catalogue {

    /** For so long people are told that what they were in the middle of has ended. */
    private static final Period TOLD_OF_ITS_END = Period.ofDays(60);

    @Inject
    Courses courses;

    @Inject
    Enrolments enrolments;

    @Inject
    Completions completions;

    @Inject
    Duties duties;

    @Inject
    Endings endings;

    @Inject
    Clock clock;

    /** In which order the catalogue is shown. */
    public enum Order {
        TITLE,
        SHORTEST,
        DUE;

        public static Order of(String word) {
            return switch (word) {
                case "shortest" -> SHORTEST;
                case "due" -> DUE;
                default -> TITLE;
            };
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A course with all that concerns one person in it.
     *
     * @param ending if it is given up
     * @param successor what takes its place
     */
    public record Look(
            EffectiveCourse course,
            Optional<Enrolment> enrolment,
            Optional<Completion> passed,
            Optional<Duty> duty,
            Optional<Ending> ending,
            Optional<EffectiveCourse> successor) {}

    /**
     * Something that a person was in the middle of when it ended.
     *
     * @param isByLaw whether the law has ended it
     * @param successor what takes its place
     */
    public record Ended(EffectiveCourse course, boolean isByLaw, Optional<EffectiveCourse> successor) {}

    /** @throws org.mangrove.core.refusal.Refusal.NotFound if the tenant has no such course */
    @Transactional
    public Look look(TenantProfile tenant, UUID person, String course, Locale language) {
        Endings.Known known = endings.of(tenant);
        EffectiveCourse shown = courses.must(tenant, course, language);
        return new Look(
                shown,
                enrolments.find(tenant, person, shown),
                completions.findLatest(tenant.tenant().id(), person, course),
                duties.of(tenant, person).stream()
                        .filter(duty -> duty.course().equals(course))
                        .findFirst(),
                known.find(course),
                successor(tenant, known, course, language));
    }

    /** What a person was in the middle of when it ended, for some time after. */
    @Transactional
    public List<Ended> ended(TenantProfile tenant, UUID person, Locale language) {
        Endings.Known known = endings.of(tenant);
        if (known.endings().isEmpty()) {
            return List.of();
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), tenant.tenant().timeZone());
        return enrolments.of(tenant.tenant().id(), person).stream()
                .filter(part -> !part.completed() && !known.letsGoOn(part.course()))
                .flatMap(part -> known.find(part.course()).stream())
                .filter(ending ->
                        ending.retirement().lastDay().plus(TOLD_OF_ITS_END).isAfter(today))
                .flatMap(ending -> courses
                        .find(tenant, ending.retirement().course(), language)
                        .map(course -> new Ended(
                                course,
                                ending.retirement().endsByLaw(),
                                successor(tenant, known, course.key(), language)))
                        .stream())
                .toList();
    }

    private Optional<EffectiveCourse> successor(
            TenantProfile tenant, Endings.Known known, String course, Locale language) {
        return known.replacement(course).flatMap(key -> courses.find(tenant, key, language));
    }

    /** All courses of a tenant as one person sees them, by title. */
    @Transactional
    public List<Card> of(TenantProfile tenant, UUID person, Locale language) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), tenant.tenant().timeZone());
        Map<String, Enrolment> parts = enrolments.of(tenant.tenant().id(), person).stream()
                .collect(Collectors.toMap(Enrolment::course, Function.identity()));
        Map<String, Completion> passed = completions.of(tenant.tenant().id(), person).stream()
                .collect(Collectors.toMap(Completion::course, Function.identity(), (newest, older) -> newest));
        Map<String, Duty> due =
                duties.of(tenant, person).stream().collect(Collectors.toMap(Duty::course, Function.identity()));
        Endings.Known known = endings.of(tenant);
        Comparator<String> collation = Customs.of(tenant.tenant(), language).collation();
        return courses.all(tenant, language).stream()
                .filter(course -> known.letsBegin(course.key())
                        || (known.letsGoOn(course.key()) && isUnderWay(parts, course.key())))
                .map(course -> card(
                        course,
                        Optional.ofNullable(parts.get(course.key())),
                        passed,
                        Optional.ofNullable(due.get(course.key())),
                        known.find(course.key()),
                        today))
                .sorted(Comparator.comparing(card -> card.title().text(), collation))
                .toList();
    }

    /**
     * Those that fit, in the order that was asked for.
     *
     * @param words all of them must be in title or summary; empty for any
     * @param category empty for any
     */
    public static List<Card> select(List<Card> cards, String words, String category, Order order) {
        List<String> wanted = List.of(plain(words).strip().split("\\s+"));
        Comparator<Card> comparator = switch (order) {
            case TITLE -> Comparator.comparing(card -> 0);
            case SHORTEST -> Comparator.comparing(Card::minutes);
            case DUE -> Comparator.comparing(card -> card.duty().map(Duty::due).orElse(LocalDate.MAX));
        };
        return cards.stream()
                .filter(card -> category.isEmpty() || card.category().equals(category))
                .filter(card -> {
                    String text =
                            plain(card.title().text() + " " + card.summary().text());
                    return wanted.stream().allMatch(text::contains);
                })
                .sorted(comparator)
                .toList();
    }

    private static boolean isUnderWay(Map<String, Enrolment> parts, String course) {
        return Optional.ofNullable(parts.get(course))
                .filter(part -> !part.completed())
                .isPresent();
    }

    private static Card card(
            EffectiveCourse course,
            Optional<Enrolment> part,
            Map<String, Completion> completions,
            Optional<Duty> duty,
            Optional<Ending> ending,
            LocalDate today) {
        Optional<Completion> passed = Optional.ofNullable(completions.get(course.key()));
        boolean valid = passed.filter(completion -> completion.isValidOn(today)).isPresent();
        Optional<Duty> pressing =
                duty.filter(one -> one.isPressingOn(today, valid || countsInstead(one, completions, today)));
        return new Card(
                course.key(),
                course.title(),
                course.summary(),
                course.facts().category(),
                course.facts().minutes(),
                course.questions().size(),
                part.filter(enrolment -> !enrolment.completed()),
                passed,
                valid,
                pressing,
                pressing.filter(one -> one.isOverdueOn(today)).isPresent(),
                lastDay(ending));
    }

    /** Whoever has passed what was given up need not take what took its place before that is due. */
    private static boolean countsInstead(Duty duty, Map<String, Completion> completions, LocalDate today) {
        return duty.insteadOf()
                .flatMap(course -> Optional.ofNullable(completions.get(course)))
                .filter(completion -> completion.isValidOn(today))
                .isPresent();
    }

    private static Optional<LocalDate> lastDay(Optional<Ending> ending) {
        return ending.flatMap(there -> switch (there.stage()) {
            case ANNOUNCED -> Optional.of(there.retirement().since().minusDays(1));
            case CLOSED -> Optional.of(there.retirement().lastDay());
            case OVER, KEPT -> Optional.empty();
        });
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
