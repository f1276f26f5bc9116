package org.mangrove.core.audit.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.mangrove.core.audit.Act;
import org.mangrove.core.audit.ActKind;
import org.mangrove.core.audit.Acts;
import org.mangrove.core.audit.Evidence;
import org.mangrove.core.audit.FindingKind;
import org.mangrove.core.audit.FindingState;
import org.mangrove.core.audit.Findings.Found;
import org.mangrove.core.lineage.Text;
import org.mangrove.core.pages.TypedForm;
import org.mangrove.core.refusal.Refusal;

/**
 * A finding, with all that somebody needs who decides about it.
 *
 * @param titles of the courses that it is about, as far as they are there
 * @param typed what was typed, and what is wrong with it
 */
public record FindingPage(Found found, Map<String, Text> titles, LocalDate today, boolean mayDecide, TypedForm typed) {

    private static final int ACTOR_SHOWN = 8;

    public FindingPage {
        titles = Map.copyOf(titles);
    }

    public String home() {
        return AuditResource.PLACE + "/findings/" + found.finding().id();
    }

    public FindingKind kind() {
        return found.finding().kind();
    }

    public boolean isAboutTools() {
        return kind().isAboutTools();
    }

    public List<Evidence> evidence() {
        return found.evidences().evidence();
    }

    public Optional<Text> title(String subject) {
        return Optional.ofNullable(titles.get(subject));
    }

    /** How the platform itself can mend it. */
    public Optional<ActKind> way() {
        return Acts.ways(found).stream().findFirst();
    }

    public boolean canBeDecided() {
        return mayDecide && found.state() != FindingState.GONE;
    }

    /** What was done, the latest first; that a task is done, and that an act was taken back, is said with it. */
    public List<Act> acts() {
        return found.acts().stream()
                .filter(act -> act.kind() != ActKind.DONE && act.kind() != ActKind.UNDO)
                .toList()
                .reversed();
    }

    public boolean isUndone(Act act) {
        return act.isUndone(found.acts());
    }

    public boolean isDone(Act act) {
        return act.isDone(found.acts());
    }

    public boolean stands(Act act) {
        return act.canBeUndone(found.acts());
    }

    public boolean isOver(Act act) {
        return act.lastDay().filter(today::isAfter).isPresent();
    }

    /** Whether something has come since it was accepted. */
    public boolean isOutgrown(Act act) {
        return act.kind() == ActKind.ACCEPT
                && !act.details().marks().containsAll(found.finding().marks());
    }

    /** Names stay in their zone: an actor is a pseudonym. */
    public String actor(UUID actor) {
        return actor.toString().substring(0, ACTOR_SHOWN);
    }

    /** What a gate has against it, where one has. */
    public List<Refusal.Detail> details() {
        return typed.wrong()
                .map(wrong -> wrong instanceof Refusal.Invalid invalid ? invalid.details() : List.<Refusal.Detail>of())
                .orElse(List.of());
    }

    /** Whom a task is for if nothing else was typed. */
    public String assignee() {
        return typed.value("who", found.finding().owner());
    }

    public boolean names(Evidence.Place place) {
        return evidence().stream().anyMatch(each -> switch (each) {
            case Evidence.SaysNothing nothing -> nothing.place() == place;
            case Evidence.HasLeft left -> left.place() == place;
            case Evidence.SharedText _,
                    Evidence.SharedSources _,
                    Evidence.DayPassed _,
                    Evidence.NobodyUses _,
                    Evidence.LinkFails _,
                    Evidence.FileFails _,
                    Evidence.SharedPurpose _ -> false;
        });
    }

    public List<Evidence.LinkFails> links() {
        return evidence().stream()
                .flatMap(each -> each instanceof Evidence.LinkFails link ? Stream.of(link) : Stream.of())
                .toList();
    }
}
