package org.mangrove.core.xapi;

import org.mangrove.core.refusal.Refusal.Invalid;
import org.mangrove.sdk.Message;

/** What can be wrong with a body, said so that whoever sent it can mend it. */
final class Defect {

    private Defect() {}

    static Invalid missing(Place place, String property) {
        return new Invalid(place.text(), Message.of("xapi.property.missing").with("property", property));
    }

    static Invalid unknown(Place place, String property) {
        return new Invalid(
                place.at(property).text(), Message.of("xapi.property.unknown").with("property", property));
    }

    /** @param expected what must stand there: the last part of a key {@code xapi.expected.…} */
    static Invalid expected(Place place, String expected) {
        return new Invalid(
                place.text(),
                Message.of("xapi.value.unexpected").with("expected", Message.of("xapi.expected." + expected)));
    }

    static Invalid json(Place place, String problem) {
        return new Invalid(place.text(), Message.of("xapi.json." + problem));
    }

    static Invalid limit(Place place, String which, int limit) {
        return new Invalid(place.text(), Message.of("xapi.limit." + which).with("limit", limit));
    }
}
