package org.mangrove.core.privacy.web;

import java.util.Optional;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.sdk.Message;

/**
 * Whom an admin has written into a form, so that nothing has to be written twice.
 *
 * @param emails one a line
 * @param accounts one a line
 * @param reason of a hold
 * @param until of a hold
 * @param wrong what cannot stay as it is, if that was found
 */
public record TypedSubject(String emails, String accounts, String reason, String until, Optional<Refusal> wrong) {

    static final TypedSubject NOTHING = new TypedSubject("", "", "", "", Optional.empty());

    TypedSubject with(Refusal refusal) {
        return new TypedSubject(emails, accounts, reason, until, Optional.of(refusal));
    }

    /** What is wrong with one of the fields. */
    public Optional<Message> wrongWith(String field) {
        return wrong.filter(refusal -> place(refusal).equals(field)).map(Refusal::reason);
    }

    private static String place(Refusal refusal) {
        return refusal instanceof Refusal.Invalid invalid ? invalid.place().orElse("") : "";
    }
}
