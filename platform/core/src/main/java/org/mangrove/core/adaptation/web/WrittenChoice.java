package org.mangrove.core.adaptation.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.mangrove.core.content.LocalChoice;
import org.mangrove.core.content.LocalChoices;
import org.mangrove.core.pages.TypedForm;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.sdk.Message;

/** What an author has written about a course that is given up above, as far as it makes sense. */
record WrittenChoice(TypedForm form) {

    LocalChoices.Chosen chosen() {
        return new LocalChoices.Chosen(
                seen(),
                Stream.of(LocalChoice.Kind.values())
                        .filter(kind -> kind.name().equals(form.value("choice")))
                        .findFirst()
                        .orElseThrow(() -> new Refusal.Invalid("choice", Message.of("adaptation.leaving.choose"))),
                Optional.of(form.value("replacement")).filter(key -> !key.isEmpty()),
                form.value("reason"),
                reviewOn());
    }

    /** The retirement that the writer has seen. */
    private UUID seen() {
        try {
            return UUID.fromString(form.value("retirement"));
        } catch (IllegalArgumentException notOne) {
            throw new Refusal.Conflict(Message.of("content.choice.changed-meanwhile"));
        }
    }

    Optional<LocalDate> reviewOn() {
        try {
            return Optional.of(form.value("reviewOn"))
                    .filter(day -> !day.isEmpty())
                    .map(LocalDate::parse);
        } catch (DateTimeException notOne) {
            return Optional.empty();
        }
    }
}
