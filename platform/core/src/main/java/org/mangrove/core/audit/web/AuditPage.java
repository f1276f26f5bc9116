package org.mangrove.core.audit.web;

import com.ibm.icu.text.Collator;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.mangrove.core.audit.FindingKind;
import org.mangrove.core.audit.FindingState;
import org.mangrove.core.audit.Findings.Listed;
import org.mangrove.core.audit.Run;
import org.mangrove.core.audit.RunOutcome;
import org.mangrove.core.pages.Paged;
import org.mangrove.core.pages.TypedForm;

/**
 * What the audit has found, as somebody wants to see it.
 *
 * @param runs the newest first
 * @param done the newest that came to its end
 * @param everyDays after how many days a run is due by itself; 0 for never
 * @param all whatever is chosen
 * @param plan what was typed into the form for several at once
 */
public record AuditPage(
        List<Run> runs,
        Optional<Run> done,
        int everyDays,
        List<Listed> all,
        Choice choice,
        Locale locale,
        LocalDate today,
        boolean mayDecide,
        TypedForm plan) {

    private static final int ON_A_PAGE = 50;
    static final String FIRST = "kind";

    public AuditPage {
        runs = List.copyOf(runs);
        all = List.copyOf(all);
    }

    /**
     * @param responsible whom it is for; empty for everybody
     * @param sort a column, with a minus sign in front for backwards
     * @param page counts from 1
     */
    public record Choice(Optional<FindingKind> kind, Shown shown, String responsible, String sort, int page) {}

    /** A kind, with how many are there. */
    public record Count(FindingKind kind, long there, long toDecide, Optional<RunOutcome.KindOutcome> lately) {}

    public Optional<Run> open() {
        return runs.stream().filter(Run::isOpen).findFirst();
    }

    /** The newest, if it came to nothing. */
    public Optional<Run> failed() {
        return runs.stream()
                .findFirst()
                .filter(run -> !run.isOpen()
                        && done.filter(last -> last.id().equals(run.id())).isEmpty());
    }

    public List<Count> counts() {
        return Stream.of(FindingKind.values())
                .map(kind -> new Count(
                        kind,
                        all.stream()
                                .filter(listed -> listed.finding().kind() == kind && Shown.THERE.holds(listed))
                                .count(),
                        all.stream()
                                .filter(listed -> listed.finding().kind() == kind && Shown.OPEN.holds(listed))
                                .count(),
                        done.flatMap(Run::outcome)
                                .flatMap(outcome -> outcome.kinds().stream()
                                        .filter(each -> each.kind() == kind)
                                        .findFirst())))
                .toList();
    }

    public long count(Shown shown) {
        return all.stream().filter(shown::holds).count();
    }

    /** How many the last run did not find any more. */
    public int goneLately() {
        return done.flatMap(Run::outcome)
                .map(outcome -> outcome.kinds().stream()
                        .mapToInt(RunOutcome.KindOutcome::gone)
                        .sum())
                .orElse(0);
    }

    public List<String> responsibles() {
        Comparator<Object> byName = Collator.getInstance(locale);
        return all.stream()
                .filter(Shown.THERE::holds)
                .map(Listed::responsible)
                .filter(who -> !who.isBlank())
                .distinct()
                .sorted(byName)
                .toList();
    }

    public boolean isFiltered() {
        return choice.kind().isPresent()
                || choice.shown() != Shown.THERE
                || !choice.responsible().isEmpty();
    }

    /** All that are chosen. */
    public List<Listed> chosen() {
        boolean backwards = choice.sort().startsWith("-");
        Collator byName = Collator.getInstance(locale);
        Comparator<Listed> order = switch (backwards ? choice.sort().substring(1) : choice.sort()) {
            case "title" ->
                Comparator.comparing(listed -> listed.finding().title().text(), byName::compare);
            case "responsible" -> Comparator.comparing(Listed::responsible, byName::compare);
            case "state" -> Comparator.comparing(Listed::state);
            case "since" -> Comparator.comparing(listed -> listed.finding().firstSeenAt());
            default -> Comparator.comparing(listed -> listed.finding().kind());
        };
        return all.stream()
                .filter(choice.shown()::holds)
                .filter(listed -> choice.kind()
                        .filter(kind -> listed.finding().kind() != kind)
                        .isEmpty())
                .filter(listed ->
                        choice.responsible().isEmpty() || choice.responsible().equals(listed.responsible()))
                .sorted((backwards ? Collections.reverseOrder(order) : order)
                        .thenComparing(listed -> listed.finding().title().text(), byName::compare)
                        .thenComparing(listed -> listed.finding().id()))
                .toList();
    }

    public Paged<Listed> onPage() {
        return Paged.of(chosen(), choice.page(), ON_A_PAGE);
    }

    /** Whether anything on this page can still be decided. */
    public boolean canPlan() {
        return mayDecide
                && done.isPresent()
                && onPage().rows().stream().anyMatch(listed -> listed.state() != FindingState.GONE);
    }
}
