package org.mangrove.core.records.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mangrove.core.refusal.Refusal.Invalid;
import org.mangrove.core.xapi.AgentId;
import org.mangrove.sdk.Message;

/** What somebody asks of the statements resource, read strictly: what is not understood is refused. */
final class StatementQuery {

    /** How many statements a page has at most. */
    static final int MOST = 500;

    private static final String STATEMENT = "statementId";
    private static final String VOIDED = "voidedStatementId";
    private static final String BEYOND = "beyond";
    private static final Set<String> WITH_AN_ID = Set.of(STATEMENT, VOIDED, "format", "attachments");
    private static final Set<String> KNOWN = Stream.concat(
                    WITH_AN_ID.stream(),
                    Stream.of(
                            "agent",
                            "verb",
                            "activity",
                            "registration",
                            "related_activities",
                            "related_agents",
                            "since",
                            "until",
                            "limit",
                            "ascending",
                            BEYOND))
            .collect(Collectors.toUnmodifiableSet());
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    /** In which shape statements are wanted. */
    enum Format {
        EXACT,
        IDS,
        CANONICAL
    }

    private final XapiRequest request;
    private final AskedParameters asked;

    StatementQuery(XapiRequest request) {
        this.request = request;
        this.asked = new AskedParameters(request, KNOWN);
        boolean hasId = asked.has(STATEMENT) || asked.has(VOIDED);
        boolean hasMore = request.parameters().keySet().stream().anyMatch(name -> !WITH_AN_ID.contains(name));
        if (asked.has(STATEMENT) && asked.has(VOIDED) || hasId && hasMore) {
            throw new Invalid(STATEMENT, Message.of("records.query.id-and-more"));
        }
    }

    /** The one statement that is asked for. */
    Optional<UUID> statement() {
        return asked.findUuid(STATEMENT);
    }

    /** The one statement that is asked for although it has been taken back. */
    Optional<UUID> voided() {
        return asked.findUuid(VOIDED);
    }

    Optional<AgentId> agent() {
        return asked.findAgent("agent");
    }

    Optional<String> verb() {
        return asked.findIri("verb");
    }

    Optional<String> activity() {
        return asked.findIri("activity");
    }

    Optional<UUID> registration() {
        return asked.findUuid("registration");
    }

    boolean relatedAgents() {
        return truth("related_agents");
    }

    boolean relatedActivities() {
        return truth("related_activities");
    }

    Optional<Instant> since() {
        return asked.findTime("since");
    }

    Optional<Instant> until() {
        return asked.findTime("until");
    }

    boolean ascending() {
        return truth("ascending");
    }

    boolean attachments() {
        return truth("attachments");
    }

    Format format() {
        return parse("format", text -> switch (text) {
                    case "exact" -> Format.EXACT;
                    case "ids" -> Format.IDS;
                    case "canonical" -> Format.CANONICAL;
                    default -> throw new IllegalArgumentException(text);
                })
                .orElse(Format.EXACT);
    }

    Optional<UUID> beyond() {
        return asked.findUuid(BEYOND);
    }

    /** How many are asked for; 0 asks for as many as there may be. */
    int limit() {
        int limit = parse("limit", StatementQuery::number).orElse(0);
        return limit == 0 ? MOST : Math.min(limit, MOST);
    }

    /** The address of the same question about what comes after {@code last}. */
    String after(UUID last) {
        return request.prefix() + "/xapi/statements?"
                + Stream.concat(
                                request.parameters().keySet().stream()
                                        .filter(name -> !name.equals(BEYOND))
                                        .sorted()
                                        .map(name -> name + "="
                                                + URLEncoder.encode(
                                                        request.parameters().get(name), StandardCharsets.UTF_8)),
                                Stream.of(BEYOND + "=" + last))
                        .collect(Collectors.joining("&"));
    }

    private boolean truth(String name) {
        return parse(name, text -> switch (text) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw new IllegalArgumentException(text);
                })
                .orElse(false);
    }

    private <T> Optional<T> parse(String name, Function<String, T> reading) {
        try {
            return request.parameter(name).map(reading);
        } catch (IllegalArgumentException nonsense) {
            throw new Invalid(name, Message.of("records.parameter.unreadable").with("parameter", name));
        }
    }

    private static int number(String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw new IllegalArgumentException(text);
        }
        return Integer.parseInt(text);
    }
}
