package org.mangrove.core.privacy.web;

import java.util.Locale;
import org.mangrove.core.pages.Tone;
import org.mangrove.core.privacy.Outcome.Stays;
import org.mangrove.core.privacy.Request;
import org.mangrove.core.tenancy.PurposeNames;
import org.mangrove.sdk.Message;

/** How requests are told of. */
public final class RequestWords {

    private RequestWords() {}

    public static Message kind(Request request) {
        return Message.of("privacy.request.kind-" + word(request.kind()));
    }

    public static Message state(Request request) {
        return Message.of("privacy.state." + word(request.state()));
    }

    public static Message origin(Request request) {
        return Message.of("privacy.origin." + word(request.origin()));
    }

    public static Message account(Request request) {
        return Message.of("privacy.account." + word(request.outcome().account()));
    }

    /** What stays, why, and until when. */
    public static Message stays(Stays stays) {
        Message said = Message.of("privacy.erasure.stays")
                .with("things", stays.things())
                .with("until", stays.until());
        return knows(stays.purpose())
                ? said.with("purpose", Message.of("consent.purpose." + stays.purpose()))
                : said.with("purpose", stays.purpose());
    }

    /** Whether there are words for a purpose of a tenant's register. */
    public static boolean knows(String purpose) {
        return PurposeNames.find(purpose).isPresent();
    }

    public static Tone tone(Request request) {
        return switch (request.state()) {
            case ASKED, APPROVED -> Tone.INFO;
            case READY, PROVED, KEPT -> Tone.SUCCESS;
            case NOT_PROVED, FAILED -> Tone.DANGER;
            case REFUSED, WITHDRAWN, EXPIRED -> Tone.NEUTRAL;
        };
    }

    private static String word(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
