package org.mangrove.core.expertise.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mangrove.core.expertise.Ask;
import org.mangrove.core.expertise.AskKind;
import org.mangrove.core.expertise.AskState;
import org.mangrove.core.expertise.Domain;
import org.mangrove.core.expertise.Lane;
import org.mangrove.core.expertise.Question;
import org.mangrove.core.expertise.Verdict;
import org.mangrove.core.expertise.Via;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.EnterpriseOwned;

/** What was asked of an expert, and what became of it. */
@Entity
@Table(name = "expertise_ask")
public class AskRow extends EnterpriseOwned {

    @Column(name = "asker_id", nullable = false, updatable = false)
    private UUID asker;

    @Column(name = "expert_id", nullable = false, updatable = false)
    private UUID expert;

    @Column(name = "instead_of_id", updatable = false)
    private @Nullable UUID insteadOf;

    @Column(name = "course_slug", nullable = false, updatable = false)
    private String course;

    @Column(name = "domain", nullable = false, updatable = false)
    private String domain;

    @Column(name = "lane", nullable = false, updatable = false)
    private String lane;

    @Column(name = "kind", nullable = false, updatable = false)
    private String kind;

    @Column(name = "question", nullable = false, updatable = false)
    private String question;

    @Column(name = "minutes", nullable = false, updatable = false)
    private int minutes;

    @Column(name = "asked_at", nullable = false, updatable = false)
    private Instant askedAt;

    @Column(name = "due_at", nullable = false, updatable = false)
    private Instant dueAt;

    @Column(name = "state", nullable = false)
    private String state;

    @Column(name = "escalated_at")
    private @Nullable Instant escalatedAt;

    @Column(name = "verdict")
    private @Nullable String verdict;

    @Column(name = "answer_words")
    private @Nullable String words;

    @Column(name = "via")
    private @Nullable String via;

    @Column(name = "answered_at")
    private @Nullable Instant answeredAt;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected AskRow() {}

    /** @param ask open */
    public AskRow(EnterpriseId enterprise, Ask ask) {
        super(enterprise, ask.id());
        this.asker = ask.asker();
        this.expert = ask.expert();
        this.insteadOf = ask.instead().orElse(null);
        this.course = ask.course();
        this.domain = ask.domain().text();
        this.lane = ask.lane().name();
        this.kind = ask.question().kind().name();
        this.question = ask.question().written();
        this.minutes = ask.minutes();
        this.askedAt = ask.askedAt();
        this.dueAt = ask.dueAt();
        this.state = AskState.OPEN.name();
    }

    public void answer(Ask.Answer answer) {
        state = AskState.ANSWERED.name();
        verdict = answer.verdict().name();
        words = answer.words();
        via = answer.via().name();
        answeredAt = answer.at();
    }

    public void withdraw() {
        state = AskState.WITHDRAWN.name();
    }

    public void escalate(Instant now) {
        escalatedAt = now;
    }

    public Ask ask() {
        return new Ask(
                id(),
                asker,
                expert,
                Optional.ofNullable(insteadOf),
                course,
                Domain.read(domain).orElseThrow(),
                Lane.valueOf(lane),
                Question.read(AskKind.valueOf(kind), question),
                minutes,
                askedAt,
                dueAt,
                AskState.valueOf(state),
                Optional.ofNullable(verdict)
                        .flatMap(Verdict::find)
                        .map(said -> new Ask.Answer(
                                said,
                                Optional.ofNullable(words).orElse(""),
                                Optional.ofNullable(via).map(Via::valueOf).orElse(Via.PAGE),
                                Optional.ofNullable(answeredAt).orElse(askedAt))));
    }
}
