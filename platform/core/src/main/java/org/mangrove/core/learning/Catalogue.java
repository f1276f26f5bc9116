package org.mangrove.core.learning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
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
import org.mangrove.core.localization.Customs;
import org.mangrove.core.tenancy.TenantProfile;

/** What there is to learn for one person: the tenant's courses, with where the person stands in each. */
@ApplicationScoped
public class Catalogue {

    @Inject
    Courses courses;

    @Inject
    Enrolments enrolments;

    @Inject
    Completions completions;

    @Inject
    Duties duties;

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

    /** A course with all that concerns one person in it. */
    public record Look(
            EffectiveCourse course, Optional<Enrolment> enrolment, Optional<Completion> passed, Optional<Duty> duty) {}

    /** @throws org.mangrove.core.refusal.Refusal.NotFound if the tenant has no such course */
    @Transactional
    public Look look(TenantProfile tenant, UUID person, String course, Locale language) {
        return new Look(
                courses.must(tenant, course, language),
                enrolments.find(tenant.tenant().id(), person, course),
                completions.findLatest(tenant.tenant().id(), person, course),
                duties.of(tenant, person).stream()
                        .filter(duty -> duty.course().equals(course))
                        .findFirst());
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
        Comparator<String> collation = Customs.of(tenant.tenant(), language).collation();
        return courses.all(tenant, language).stream()
                .map(course -> card(
                        course,
                        Optional.ofNullable(parts.get(course.key())),
                        Optional.ofNullable(passed.get(course.key())),
                        Optional.ofNullable(due.get(course.key())),
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

    private static Card card(
            EffectiveCourse course,
            Optional<Enrolment> part,
            Optional<Completion> passed,
            Optional<Duty> duty,
            LocalDate today) {
        boolean valid = passed.filter(completion -> completion.isValidOn(today)).isPresent();
        Optional<Duty> pressing = duty.filter(one -> one.isPressingOn(today, valid));
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
                pressing.filter(one -> one.isOverdueOn(today)).isPresent());
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
