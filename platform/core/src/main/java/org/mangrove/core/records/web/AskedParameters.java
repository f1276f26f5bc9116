package org.mangrove.core.records.web;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.mangrove.core.refusal.Refusal.Invalid;
import org.mangrove.core.xapi.AgentId;
import org.mangrove.core.xapi.Limits;
import org.mangrove.core.xapi.StatementReader;
import org.mangrove.core.xapi.XapiVersion;
import org.mangrove.sdk.Message;

/** The parameters of a request as what they mean. Whatever is wrong with one is refused by its name. */
final class AskedParameters {

    /** Of a name or an IRI: as many as an address has room for. */
    static final int MOST_CHARACTERS = 4_000;

    private static final StatementReader FIRST = new StatementReader(XapiVersion.V1_0_3, Limits.usual());
    private static final StatementReader SECOND = new StatementReader(XapiVersion.V2_0_0, Limits.usual());

    private final XapiRequest request;

    /** @param known the names that may be used, in their upper and lower case */
    AskedParameters(XapiRequest request, Set<String> known) {
        this.request = request;
        for (String name : request.parameters().keySet()) {
            if (!known.contains(name)) {
                throw refused(name, "records.parameter.unknown");
            }
        }
    }

    /** Refuses a request that has any. */
    static void mustBeNone(XapiRequest request) {
        new AskedParameters(request, Set.of());
    }

    boolean has(String name) {
        return request.parameter(name).isPresent();
    }

    /** A name that somebody gave. */
    String text(String name) {
        String text = must(name);
        if (text.isEmpty()) {
            throw refused(name, "records.parameter.missing");
        }
        if (text.length() > MOST_CHARACTERS) {
            throw new Invalid(
                    name,
                    Message.of("records.parameter.too-long")
                            .with("parameter", name)
                            .with("most", MOST_CHARACTERS));
        }
        return text;
    }

    String iri(String name) {
        return reader().readIri(text(name), name);
    }

    Optional<String> findIri(String name) {
        return has(name) ? Optional.of(iri(name)) : Optional.empty();
    }

    Optional<AgentId> findAgent(String name) {
        return has(name) ? Optional.of(agent(name)) : Optional.empty();
    }

    AgentId agent(String name) {
        return reader().readAgent(must(name), name);
    }

    UUID uuid(String name) {
        return reader().readUuid(must(name), name);
    }

    Optional<UUID> findUuid(String name) {
        return request.parameter(name).map(text -> reader().readUuid(text, name));
    }

    Optional<Instant> findTime(String name) {
        return request.parameter(name).map(text -> reader().readTimestamp(text, name));
    }

    private StatementReader reader() {
        return switch (request.version()) {
            case V1_0_3 -> FIRST;
            case V2_0_0 -> SECOND;
        };
    }

    private String must(String name) {
        return request.parameter(name).orElseThrow(() -> refused(name, "records.parameter.missing"));
    }

    private static Invalid refused(String name, String key) {
        return new Invalid(name, Message.of(key).with("parameter", name));
    }
}
