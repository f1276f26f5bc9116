package org.mangrove.core.mail.store;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mangrove.core.mail.LetterState;

/** How far a letter has come. What it says is sealed, and gone once it was sent or given up. */
@Embeddable
public class Dispatch {

    @Column(name = "state", nullable = false)
    private String state;

    @Column(name = "content")
    private byte @Nullable [] content;

    @Column(name = "attempts", nullable = false)
    private int attempts;

    @Column(name = "due_at", nullable = false)
    private Instant dueAt;

    @Column(name = "made_at", nullable = false, updatable = false)
    private Instant madeAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @Column(name = "trouble", nullable = false)
    private String trouble;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected Dispatch() {}

    Dispatch(byte[] content, Instant now) {
        this.state = LetterState.WAITING.name();
        this.content = content.clone();
        this.dueAt = now;
        this.madeAt = now;
        this.trouble = "";
    }

    /** Nobody else tries meanwhile. Whoever tries and ends without a word has lost its turn after that time. */
    public void take(Instant now, Duration turn) {
        attempts++;
        dueAt = now.plus(turn);
    }

    public void sent(Instant now) {
        end(LetterState.SENT, "", now);
    }

    public void later(String why, Instant due) {
        trouble = why;
        dueAt = due;
    }

    public void giveUp(String why, Instant now) {
        end(LetterState.GIVEN_UP, why, now);
    }

    private void end(LetterState how, String why, Instant now) {
        state = how.name();
        trouble = why;
        endedAt = now;
        content = null;
    }

    public boolean isWaiting() {
        return state() == LetterState.WAITING;
    }

    public LetterState state() {
        return LetterState.valueOf(state);
    }

    public int attempts() {
        return attempts;
    }

    public Instant madeAt() {
        return madeAt;
    }

    public Optional<byte[]> content() {
        return Optional.ofNullable(content).map(byte[]::clone);
    }
}
