package org.mangrove.core.privacy.web;

import java.util.Locale;
import java.util.Optional;
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

    /** What stays of the person who reads, why, and until when. */
    public static Message stays(Stays stays) {
        return stays("privacy.erasure.stays", stays, PurposeNames.find(stays.purpose()));
    }

    /** What stays of somebody else. */
    public static Message staysOfThem(Stays stays) {
        return stays("privacy.admin.stays", stays, PurposeNames.findInRegister(stays.purpose()));
    }

    private static Message stays(String key, Stays stays, Optional<Message> purpose) {
        Message said = Message.of(key).with("things", stays.things()).with("until", stays.until());
        return purpose.map(name -> said.with("purpose", name)).orElseGet(() -> said.with("purpose", stays.purpose()));
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
