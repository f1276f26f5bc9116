package org.mangrove.core.learning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mangrove.core.database.AgainIfOvertaken;
import org.mangrove.core.extension.Extensions;
import org.mangrove.core.identity.People;
import org.mangrove.core.identity.Person;
import org.mangrove.core.learning.store.CompletionRow;
import org.mangrove.core.learning.store.CompletionStore;
import org.mangrove.core.learning.store.DutySheetRow;
import org.mangrove.core.learning.store.DutySheetStore;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.sdk.TenantId;
import org.mangrove.sdk.assignment.Assignment;
import org.mangrove.sdk.assignment.AssignmentRule;
import org.mangrove.sdk.assignment.Worker;

/**
 * What people have to take, as the rules of their market say.
 *
 * <p>The rules are asked once a day for each person who comes, and again after a completion; between, what they said is read.
 */
@ApplicationScoped
public class Duties {

    private static final int MOST_COMPLETIONS = 500;

    @Inject
    DutySheetStore sheets;

    @Inject
    CompletionStore completions;

    @Inject
    People people;

    @Inject
    Extensions extensions;

    @Inject
    Successions successions;

    @Inject
    Renewals renewals;

    @Inject
    Clock clock;

    /**
     * The most urgent first. Where several rules ask for one course, the earliest date counts; where a course was given up, what
     * takes its place; and what has to be learned again, since the law has changed.
     */
    @AgainIfOvertaken
    @Transactional
    public List<Duty> of(TenantProfile tenant, UUID person) {
        return successions.of(tenant, person, renewals.of(tenant, person, asked(tenant, person)));
    }

    private List<Duty> asked(TenantProfile tenant, UUID person) {
        if (tenant.plugins().isEmpty()) {
            return List.of();
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), tenant.tenant().timeZone());
        Optional<DutySheetRow> sheet = sheets.find(tenant.tenant().id(), person);
        if (sheet.filter(there -> there.askedOn().equals(today)).isPresent()) {
            return sheet.get().duties();
        }
        List<Duty> duties = ask(tenant, person, today);
        sheets.put(tenant.tenant().id(), person, today, duties);
        return duties;
    }

    /** Whether the rules ask the person for the course. */
    boolean askFor(TenantProfile tenant, UUID person, String course) {
        return of(tenant, person).stream()
                .anyMatch(duty -> duty.course().equals(course)
                        || duty.insteadOf().filter(course::equals).isPresent());
    }

    /** What was said may not hold any more: the rules are asked when the person comes next. */
    void forget(TenantId tenant, UUID person) {
        sheets.remove(tenant, person);
    }

    private List<Duty> ask(TenantProfile tenant, UUID person, LocalDate today) {
        Optional<Person> who = people.find(tenant.tenant().id(), person);
        if (who.isEmpty()) {
            return List.of();
        }
        Worker worker = worker(tenant, who.get(), today);
        Map<String, Duty> earliest = new TreeMap<>();
        extensions.ask(tenant, AssignmentRule.class, (rule, market) -> rule.assignments(market, worker)).stream()
                .flatMap(List::stream)
                .map(Duties::duty)
                .forEach(duty -> earliest.merge(
                        duty.course(), duty, (one, other) -> one.due().isAfter(other.due()) ? other : one));
        return earliest.values().stream()
                .sorted(Comparator.comparing(Duty::due))
                .toList();
    }

    private Worker worker(TenantProfile tenant, Person person, LocalDate today) {
        List<Renewal> again = renewals.of(tenant);
        Map<String, LocalDate> completed = completions.of(tenant.tenant().id(), person.id(), MOST_COMPLETIONS).stream()
                .map(CompletionRow::completion)
                .filter(completion -> Renewals.letCount(again, completion))
                .collect(Collectors.toMap(
                        Completion::course, Completion::completedOn, (one, other) -> one.isAfter(other) ? one : other));
        return new Worker(
                today,
                person.hiredOn().orElse(today),
                Worker.AgeGroup.UNKNOWN,
                person.roles().stream()
                        .map(role -> role.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .collect(Collectors.toSet()),
                Set.of(),
                successions.counting(tenant, completed));
    }

    private static Duty duty(Assignment assignment) {
        return new Duty(
                assignment.course(),
                assignment.due(),
                assignment.interval(),
                assignment.legalReference(),
                assignment.reason());
    }
}
