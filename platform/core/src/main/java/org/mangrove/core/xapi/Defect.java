package org.mangrove.core.xapi;

import com.fasterxml.jackson.databind.JsonNode;
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
                place.at(property).text(), Message.of("xapi.property.unknown").with("property", Place.shown(property)));
    }

    static Invalid twice(Place place, String property) {
        return new Invalid(
                place.text(), Message.of("xapi.json.property-twice").with("property", Place.shown(property)));
    }

    /** @param expected what must stand there: the last part of a key {@code xapi.expected.…} */
    static Invalid expected(Place place, String expected) {
        return new Invalid(
                place.text(),
                Message.of("xapi.value.unexpected").with("expected", Message.of("xapi.expected." + expected)));
    }

    /** The same of something that was found there, which may be null: that has a remedy of its own. */
    static Invalid expected(JsonNode found, Place place, String expected) {
        return found.isNull() ? new Invalid(place.text(), Message.of("xapi.value.null")) : expected(place, expected);
    }

    /** @param allowed the words that may stand there */
    static Invalid notOneOf(Place place, String allowed) {
        return new Invalid(place.text(), Message.of("xapi.value.not-one-of").with("allowed", allowed));
    }

    /** @param rule the last part of a key {@code xapi.rule.…} */
    static Invalid rule(Place place, String rule) {
        return new Invalid(place.text(), Message.of("xapi.rule." + rule));
    }

    /** @param problem the last part of a key {@code xapi.signature.…} */
    static Invalid signature(Place place, String problem) {
        return new Invalid(place.text(), Message.of("xapi.signature." + problem));
    }

    /** @param problem the last part of a key {@code xapi.multipart.…} */
    static Invalid multipart(Place place, String problem) {
        return new Invalid(place.text(), Message.of("xapi.multipart." + problem));
    }

    static Invalid json(Place place, String problem) {
        return new Invalid(place.text(), Message.of("xapi.json." + problem));
    }

    static Invalid limit(Place place, String which, long limit) {
        return new Invalid(place.text(), Message.of("xapi.limit." + which).with("limit", limit));
    }
}
