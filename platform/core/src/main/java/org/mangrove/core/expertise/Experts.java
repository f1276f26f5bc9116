package org.mangrove.core.expertise;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mangrove.core.database.AgainIfOvertaken;
import org.mangrove.core.expertise.store.AskRow;
import org.mangrove.core.expertise.store.AskStore;
import org.mangrove.core.expertise.store.ExpertRow;
import org.mangrove.core.expertise.store.ExpertStore;
import org.mangrove.core.governance.MemberForgotten;
import org.mangrove.core.identity.CoreMemberships;
import org.mangrove.core.mail.CoreMail;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.sdk.Message;

/** Who answers what authors ask: they say it themselves, each for themselves. */
@ApplicationScoped
public class Experts {

    static final int MOST = 500;
    private static final int MOST_DOMAINS = 12;
    private static final int MOST_MINUTES = 2_400;
    private static final int LONGEST_DELEGATION_IN_DAYS = 366;
    private static final int KEPT_ANSWERS = 100;

    @Inject
    ExpertStore experts;

    @Inject
    AskStore asks;

    @Inject
    CoreMemberships memberships;

    @Inject
    CoreMail mail;

    @Inject
    Clock clock;

    /** An expert and what is left of this month. */
    public record Standing(Expert expert, int left) {}

    @Transactional
    public Optional<Expert> find(EnterpriseId enterprise, UUID actor) {
        return experts.find(enterprise, actor).map(ExpertRow::expert);
    }

    /** All that give any minutes. */
    @Transactional
    public List<Standing> all(EnterpriseId enterprise) {
        return experts.all(enterprise, MOST).stream()
                .map(ExpertRow::expert)
                .filter(expert -> expert.budget().minutesAMonth() > 0)
                .map(expert -> new Standing(expert, left(enterprise, expert)))
                .toList();
    }

    /** What is left of an expert's month. */
    @Transactional
    public int left(EnterpriseId enterprise, Expert expert) {
        return expert.budget().left(clock.instant(), asked(enterprise, expert));
    }

    List<Budget.Asked> asked(EnterpriseId enterprise, Expert expert) {
        return asks.askedOf(enterprise, expert.actor(), expert.budget().beginOfMonth(clock.instant())).stream()
                .map(AskRow::ask)
                .map(ask -> new Budget.Asked(ask.askedAt(), ask.minutes()))
                .toList();
    }

    /** What an expert has answered, the newest first. */
    @Transactional
    public List<Ask> answered(EnterpriseId enterprise, UUID actor) {
        return asks.of(enterprise, actor, AskState.ANSWERED, KEPT_ANSWERS).stream()
                .map(AskRow::ask)
                .toList();
    }

    /** The public names of those who agreed to one. */
    @Transactional
    public Map<UUID, String> bylines(EnterpriseId enterprise, Collection<UUID> actors) {
        return memberships.bylines(enterprise, actors);
    }

    /**
     * Somebody says what they know about and how many minutes they give.
     *
     * @param domains one a line, as {@link Domain} writes them
     * @throws Refusal.Invalid if something cannot be so
     */
    @AgainIfOvertaken
    @Transactional
    public void become(EnterpriseId enterprise, UUID actor, String domains, String minutes, String zone) {
        List<Domain> all = domains(domains);
        var budget = new Budget(minutes(minutes), zone(zone));
        row(enterprise, actor).become(all, budget);
    }

    /**
     * Somebody hands what they will be asked over to another expert, through a day, or takes that back.
     *
     * @param to nobody to take it back
     * @throws Refusal.Invalid if the other cannot, or the day is none
     */
    @Transactional
    public void delegate(EnterpriseId enterprise, UUID actor, Optional<UUID> to, String lastDay) {
        ExpertRow own = experts.hold(enterprise, actor)
                .orElseThrow(() -> new Refusal.Conflict(Message.of("expertise.delegation.no-expert")));
        if (to.isEmpty()) {
            own.delegate(Optional.empty());
            return;
        }
        boolean isExpert = experts.find(enterprise, to.get())
                .map(ExpertRow::expert)
                .filter(other -> other.budget().minutesAMonth() > 0)
                .isPresent();
        if (!isExpert || to.get().equals(actor)) {
            throw new Refusal.Invalid("delegate", Message.of("expertise.delegation.nobody"));
        }
        LocalDate today =
                LocalDate.ofInstant(clock.instant(), own.expert().budget().zone());
        LocalDate day = Days.read(lastDay)
                .filter(read -> !read.isBefore(today) && !read.isAfter(today.plusDays(LONGEST_DELEGATION_IN_DAYS)))
                .orElseThrow(() -> new Refusal.Invalid("lastDay", Message.of("expertise.delegation.no-day")));
        own.delegate(Optional.of(new Expert.Delegation(to.get(), day)));
    }

    /**
     * Somebody is no expert any more: where they were written to, what they gave and what they said in words is gone, what waited for
     * them is withdrawn. That something was confirmed stays, by an actor.
     *
     * @return how many things there were
     */
    @Transactional
    public int forget(EnterpriseId enterprise, UUID actor) {
        int gone = mail.forget(enterprise, actor)
                + asks.withdrawAllOf(enterprise, actor)
                + asks.forgetWordsOf(enterprise, actor);
        experts.all(enterprise, MOST).stream()
                .filter(row -> row.expert()
                        .delegation()
                        .filter(given -> given.to().equals(actor))
                        .isPresent())
                .forEach(row -> row.delegate(Optional.empty()));
        Optional<ExpertRow> row = experts.find(enterprise, actor);
        row.ifPresent(experts::remove);
        return gone + (row.isPresent() ? 1 : 0);
    }

    void forgotten(@Observes MemberForgotten member) {
        forget(member.enterprise(), member.actor());
    }

    private ExpertRow row(EnterpriseId enterprise, UUID actor) {
        return experts.hold(enterprise, actor).orElseGet(() -> {
            var first = new ExpertRow(enterprise, actor, clock.instant().truncatedTo(ChronoUnit.MICROS));
            experts.add(first);
            return first;
        });
    }

    private static List<Domain> domains(String lines) {
        List<String> said = Arrays.stream(lines.split("[\\s,]+"))
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
        List<Domain> read =
                said.stream().flatMap(line -> Domain.read(line).stream()).collect(Collectors.toList());
        if (read.size() != said.size() || read.isEmpty() || read.size() > MOST_DOMAINS) {
            throw new Refusal.Invalid(
                    "domains", Message.of("expertise.me.no-domains").with("most", MOST_DOMAINS));
        }
        return read;
    }

    private static int minutes(String text) {
        if (text.matches("\\d{1,4}") && Integer.parseInt(text) <= MOST_MINUTES) {
            return Integer.parseInt(text);
        }
        throw new Refusal.Invalid(
                "minutes", Message.of("expertise.me.no-minutes").with("most", MOST_MINUTES));
    }

    private static ZoneId zone(String id) {
        if (ZoneId.getAvailableZoneIds().contains(id)) {
            return ZoneId.of(id);
        }
        throw new Refusal.Invalid("zone", Message.of("expertise.me.no-zone"));
    }
}
