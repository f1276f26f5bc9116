package org.mangrove.core.authoring.web;

import java.util.UUID;
import org.mangrove.core.authoring.CourseDrafts;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.sdk.Message;

/** Where drafts are. */
public final class DraftPlaces {

    static final String ALL = "/drafts";

    private DraftPlaces() {}

    public static String of(UUID draft) {
        return ALL + "/" + draft;
    }

    public static String of(UUID draft, String block) {
        return of(draft) + "/blocks/" + block;
    }

    /** @throws Refusal.NotFound if it is no id: so there is no such draft */
    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notOne) {
            throw CourseDrafts.notFound();
        }
    }

    static Refusal.Invalid unknown(String field) {
        return new Refusal.Invalid(field, Message.of("authoring.choose-one"));
    }
}
