package org.mangrove.core.expertise;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.content.AssetVersion;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.expertise.store.AskRow;
import org.mangrove.core.expertise.store.AskStore;
import org.mangrove.core.expertise.store.ExpertRow;
import org.mangrove.core.expertise.store.ExpertStore;
import org.mangrove.core.governance.Decided;
import org.mangrove.core.governance.DecisionKind;
import org.mangrove.core.governance.DecisionLog;
import org.mangrove.core.lineage.Claim;
import org.mangrove.core.lineage.RuleBook;
import org.mangrove.core.mail.Posted;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.Enterprise;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.sdk.Message;

/** What is asked of experts, and what they answer. */
@ApplicationScoped
public class Asks {

    private static final int MOST_SHOWN = 100;
    private static final int LONGEST_WORDS = 2_000;
    private static final int MOST_DAYS = 60;

    @Inject
    AskStore store;

    @Inject
    ExpertStore experts;

    @Inject
    Experts budgets;

    @Inject
    Questions questions;

    @Inject
    RuleBook rules;

    @Inject
    DecisionLog decisions;

    @Inject
    AskLetters letters;

    @Inject
    AnswerLink links;

    @Inject
    Clock clock;

    /** What was asked, and whether the expert was written to. */
    public record Placed(Ask ask, Posted posted) {}

    /**
     * Asks, if the expert has the minutes.
     *
     * @throws Refusal.Invalid if it cannot be asked so
     * @throws Refusal.Conflict if there is no room in the expert's month; it says when there will be
     */
    @Transactional
    public Placed ask(Enterprise enterprise, UUID asker, WantedAsk wanted) {
        EnterpriseId id = enterprise.id();
        Domain domain = Domain.read(wanted.domain())
                .orElseThrow(() -> new Refusal.Invalid("domain", Message.of("expertise.ask.no-domain")));
        Instant now = now();
        Expert chosen = mustKnow(id, wanted.expert(), domain);
        Optional<UUID> delegate = chosen.delegate(now);
        Expert expert = delegate.isPresent() ? mustKnow(id, delegate.get(), domain) : chosen;
        if (expert.actor().equals(asker)) {
            throw new Refusal.Invalid("expert", Message.of("expertise.ask.oneself"));
        }
        Question question = questions.of(id, wanted.course(), wanted.thing());
        mustHaveRoom(id, expert, question.minutes(), now);
        var ask = new Ask(
                Uuids.next(),
                asker,
                expert.actor(),
                delegate.map(any -> chosen.actor()),
                wanted.course(),
                domain,
                wanted.lane(),
                question,
                question.minutes(),
                now,
                now.plus(days(wanted.days())).truncatedTo(ChronoUnit.SECONDS),
                AskState.OPEN,
                Optional.empty());
        store.add(new AskRow(id, ask));
        return new Placed(ask, letters.asked(enterprise, ask, expert));
    }

    /** Held, so that two who ask at once do not take the same minutes. */
    private Expert mustKnow(EnterpriseId enterprise, UUID actor, Domain domain) {
        return experts.hold(enterprise, actor)
                .map(ExpertRow::expert)
                .filter(expert -> expert.budget().minutesAMonth() > 0 && expert.knows(domain))
                .orElseThrow(() -> new Refusal.Invalid("expert", Message.of("expertise.ask.no-expert")));
    }

    private void mustHaveRoom(EnterpriseId enterprise, Expert expert, int minutes, Instant now) {
        switch (expert.budget().room(minutes, now, budgets.asked(enterprise, expert))) {
            case Budget.Room.Enough enough -> {
                // nothing to say
            }
            case Budget.Room.NotBefore(var from, int left) ->
                throw new Refusal.Conflict(Message.of("expertise.ask.no-room")
                        .with("minutes", minutes)
                        .with("left", left)
                        .with("from", from));
            case Budget.Room.Never(int month) ->
                throw new Refusal.Conflict(Message.of("expertise.ask.never-room")
                        .with("minutes", minutes)
                        .with("month", month));
        }
    }

    private static Duration days(String text) {
        if (text.matches("\\d{1,2}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= MOST_DAYS) {
            return Duration.ofDays(Integer.parseInt(text));
        }
        throw new Refusal.Invalid("days", Message.of("expertise.ask.no-days").with("most", MOST_DAYS));
    }

    /** What waits for an expert, what is due first first. */
    @Transactional
    public List<Ask> waitingFor(EnterpriseId enterprise, UUID expert) {
        return store.of(enterprise, expert, AskState.OPEN, MOST_SHOWN).stream()
                .map(AskRow::ask)
                .sorted(Comparator.comparing(Ask::dueAt))
                .toList();
    }

    /** What somebody has asked, the newest first. */
    @Transactional
    public List<Ask> askedBy(EnterpriseId enterprise, UUID asker) {
        return store.askedBy(enterprise, asker, MOST_SHOWN).stream()
                .map(AskRow::ask)
                .toList();
    }

    /** About one course, the newest first. */
    @Transactional
    public List<Ask> about(EnterpriseId enterprise, String course) {
        return store.about(enterprise, course, MOST_SHOWN).stream()
                .map(AskRow::ask)
                .toList();
    }

    /** @throws Refusal.NotFound if there is no such ask */
    @Transactional
    public Ask must(EnterpriseId enterprise, UUID ask) {
        return store.find(enterprise, ask).map(AskRow::ask).orElseThrow(Asks::notFound);
    }

    /** What a link leads to; empty if it was changed, is of another ask or expert, is over, was used, or cannot decide this. */
    @Transactional
    public Optional<Ask> findByLink(EnterpriseId enterprise, String token) {
        Instant now = now();
        return AnswerLink.read(token)
                .flatMap(shown -> store.find(enterprise, shown.ask())
                        .map(AskRow::ask)
                        .filter(ask -> ask.mayBeAnsweredByLink(now))
                        .filter(ask -> links.isOurs(enterprise, shown, ask.expert(), now)));
    }

    /**
     * @param words why, where the answer needs it
     * @throws Refusal.NotFound if the ask is not this expert's
     * @throws Refusal.Conflict if it is over, or is about a text that is another now
     * @throws Refusal.Invalid if it is no answer to this
     */
    @Transactional
    public void answer(EnterpriseId enterprise, UUID expert, UUID ask, String verdict, String words) {
        AskRow row = store.hold(enterprise, ask)
                .filter(held -> held.ask().expert().equals(expert))
                .orElseThrow(Asks::notFound);
        answer(enterprise, row, verdict, words, Via.PAGE);
    }

    /** As {@link #answer}, by whoever has the link. @return what was answered; empty if the link decides nothing */
    @Transactional
    public Optional<Ask> answerByLink(EnterpriseId enterprise, String token, String verdict, String words) {
        return AnswerLink.read(token)
                .flatMap(shown -> store.hold(enterprise, shown.ask()))
                .filter(row -> findByLink(enterprise, token).isPresent())
                .map(row -> {
                    answer(enterprise, row, verdict, words, Via.LINK);
                    return row.ask();
                });
    }

    private void answer(EnterpriseId enterprise, AskRow row, String said, String words, Via via) {
        Ask ask = row.ask();
        if (ask.state() != AskState.OPEN) {
            throw new Refusal.Conflict(Message.of("expertise.answer.over"));
        }
        Verdict verdict = Verdict.find(said)
                .filter(each -> each.answers(ask.question().kind()))
                .orElseThrow(() -> new Refusal.Invalid("verdict", Message.of("expertise.answer.none")));
        if (words.length() > LONGEST_WORDS || (verdict.needsWords() && words.isBlank())) {
            throw new Refusal.Invalid(
                    "words", Message.of("expertise.answer.say-why").with("most", LONGEST_WORDS));
        }
        if (!questions.isStillSo(enterprise, ask.course(), ask.question())) {
            throw new Refusal.Conflict(Message.of("expertise.answer.text-changed"));
        }
        row.answer(new Ask.Answer(verdict, words, via, now()));
        if (verdict == Verdict.YES && ask.question() instanceof Question.Confirm(List<AskedClaim> claims)) {
            claims.forEach(claim -> verify(enterprise, ask, claim));
        }
        log(enterprise, ask, verdict, words, via);
    }

    /** The new claim first: so there is no moment in which nothing is claimed, and a text be shown that was withheld. */
    private void verify(EnterpriseId enterprise, Ask ask, AskedClaim asked) {
        rules.claim(
                enterprise,
                AssetVersion.TYPE,
                new Claim(
                        ask.course(),
                        asked.block(),
                        asked.field(),
                        asked.jurisdiction(),
                        asked.legalReference(),
                        ask.expert(),
                        asked.lastDay().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()));
        asked.renews().ifPresent(old -> rules.takeBack(enterprise, ask.expert(), AssetVersion.TYPE, old));
    }

    private void log(EnterpriseId enterprise, Ask ask, Verdict verdict, String words, Via via) {
        var details = new HashMap<String, String>();
        details.put("ask", ask.id().toString());
        details.put("domain", ask.domain().text());
        details.put("via", via.name());
        details.put("verdict", verdict.name());
        decisions.record(
                enterprise,
                new Decided(
                        kind(verdict),
                        AssetVersion.TYPE,
                        ask.course(),
                        ask.question().subjects(),
                        details,
                        ""),
                ask.expert(),
                words);
    }

    private static DecisionKind kind(Verdict verdict) {
        return switch (verdict) {
            case YES -> DecisionKind.EXPERT_CONFIRMED;
            case NO -> DecisionKind.EXPERT_DECLINED;
            case FIRST, SECOND, NEITHER -> DecisionKind.EXPERT_CHOSE;
        };
    }

    /** Whoever has asked needs no answer any more: the minutes are the expert's again. Once more does no harm. */
    @Transactional
    public void withdraw(EnterpriseId enterprise, UUID asker, UUID ask) {
        AskRow row = store.hold(enterprise, ask)
                .filter(held -> held.ask().asker().equals(asker))
                .orElseThrow(Asks::notFound);
        if (row.ask().state() == AskState.ANSWERED) {
            throw new Refusal.Conflict(Message.of("expertise.answer.over"));
        }
        row.withdraw();
    }

    /** Tells those who asked of what was not answered in time. @return of how many */
    @Transactional
    int escalate(Enterprise enterprise) {
        Instant now = now();
        List<AskRow> overdue = store.holdOverdue(enterprise.id(), now, MOST_SHOWN);
        overdue.forEach(row -> {
            row.escalate(now);
            letters.overdue(enterprise, row.ask());
        });
        return overdue.size();
    }

    private static Refusal.NotFound notFound() {
        return new Refusal.NotFound(Message.of("expertise.ask.not-found"));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
