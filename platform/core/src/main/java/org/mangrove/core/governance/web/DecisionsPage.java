package org.mangrove.core.governance.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mangrove.core.governance.Asked;
import org.mangrove.core.governance.DecisionKind;
import org.mangrove.core.governance.Entry;
import org.mangrove.core.governance.LogPart;
import org.mangrove.core.governance.LoggedDecision;
import org.mangrove.core.governance.Opening;
import org.mangrove.core.governance.Verification;
import org.mangrove.core.identity.PersonName;
import org.mangrove.sdk.Message;

/**
 * Decisions to look at.
 *
 * @param home the path of the list
 * @param rows the latest first
 */
public record DecisionsPage(String home, LogPart part, Asked asked, List<Row> rows) {

    /** In whose name an operator does something: nobody of the enterprise. */
    private static final UUID OPERATOR = new UUID(0, 0);

    private static final List<String> SHOWN =
            List.of("space", "hold", "jurisdiction", "version", "change", "lane", "revision", "for");

    /** @param place where what it is about can be looked at */
    public record Row(LoggedDecision decision, Who who, Optional<String> place) {

        public Entry entry() {
            return decision.entry();
        }

        public String reason() {
            return decision.opening().map(opening -> opening.reason()).orElse("");
        }

        /** What else was said, as far as it tells a reader something. */
        public List<String> details() {
            return SHOWN.stream()
                    .flatMap(name -> Optional.ofNullable(entry().details().get(name)).stream())
                    .toList();
        }
    }

    /** Who has decided something. */
    public sealed interface Who {

        record Named(PersonName name) implements Who {}

        /** By the public name that they agreed to. */
        record Byline(String name) implements Who {}

        record Actor(UUID actor) implements Who {}

        record Operator() implements Who {}

        record Forgotten() implements Who {}
    }

    /** Whose names a page needs, to be asked for at once. */
    static Set<UUID> actors(List<LoggedDecision> some) {
        return some.stream()
                .flatMap(decision -> decision.opening().stream())
                .map(Opening::actor)
                .collect(Collectors.toSet());
    }

    /** By the best that is known of them. */
    static Who who(LoggedDecision decision, Map<UUID, Who> known) {
        return decision.opening()
                .map(opening -> opening.actor().equals(OPERATOR)
                        ? new Who.Operator()
                        : known.getOrDefault(opening.actor(), new Who.Actor(opening.actor())))
                .orElseGet(Who.Forgotten::new);
    }

    /** The number before which the next page stands. */
    public Optional<String> next() {
        return part.hasMore()
                ? Optional.of(String.valueOf(rows.getLast().entry().number()))
                : Optional.empty();
    }

    public boolean isFiltered() {
        return asked.kind().isPresent() || asked.asset().isPresent();
    }

    public static Message nameOf(String kind) {
        return Message.of("governance.kind."
                + DecisionKind.find(kind).map(DecisionKind::word).orElse("other"));
    }

    /** Whether it holds, and how far that was looked at. */
    public Message verdict() {
        Verification found = part.verification();
        return found.broken()
                .map(broken -> Message.of("governance.chain.broken-"
                                + broken.what().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .with("number", broken.number()))
                .orElseGet(() -> (found.from() == 1
                                ? Message.of("governance.chain.holds")
                                : Message.of("governance.chain.holds-from").with("from", found.from()))
                        .with("head", found.head())
                        .with("forgotten", found.forgotten()));
    }
}
