package org.mangrove.core.expertise.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.expertise.Ask;
import org.mangrove.core.expertise.AskedClaim;
import org.mangrove.core.expertise.Question;
import org.mangrove.core.expertise.Wordings;
import org.mangrove.core.lineage.Text;

/**
 * An ask as templates show it.
 *
 * @param zone of whoever reads, for days
 * @param bylines of those who agreed to a name
 */
public record AskView(Ask ask, Locale reader, ZoneId zone, Instant now, Map<UUID, String> bylines) {

    private static final int ACTOR_SHOWN = 8;

    public List<AskedClaim> claims() {
        return switch (ask.question()) {
            case Question.Confirm(List<AskedClaim> claims) -> claims;
            case Question.Choose choose -> List.of();
        };
    }

    public Optional<Wordings> wordings() {
        return switch (ask.question()) {
            case Question.Confirm confirm -> Optional.empty();
            case Question.Choose(Wordings wordings) -> Optional.of(wordings);
        };
    }

    /** The reader's own language first. */
    public List<Text> texts(AskedClaim claim) {
        return ShownText.of(claim.words(), reader);
    }

    public Locale language(Wordings wordings) {
        return Locale.forLanguageTag(wordings.language());
    }

    public LocalDate dueOn() {
        return LocalDate.ofInstant(ask.dueAt(), zone);
    }

    public boolean isOverdue() {
        return ask.isOverdue(now);
    }

    public Optional<String> byline(UUID actor) {
        return Optional.ofNullable(bylines.get(actor));
    }

    /** Names stay in their zone: an actor is a pseudonym. */
    public static String shortly(UUID actor) {
        return actor.toString().substring(0, ACTOR_SHOWN);
    }

    /** How its state is called in the words. */
    public String stateWord() {
        return isOverdue() ? "late" : ask.state().name().toLowerCase(Locale.ROOT);
    }

    public String kindWord() {
        return ask.question().kind().name().toLowerCase(Locale.ROOT);
    }

    /** How what was answered is called in the words. */
    public Optional<String> verdictWord() {
        return ask.answer().map(answer -> answer.verdict().name().toLowerCase(Locale.ROOT));
    }
}
