package org.mangrove.core.records.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mangrove.core.refusal.Refusal.Invalid;
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
    private static final Pattern UUID_SHAPE = Pattern.compile("(?i)[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    /** In which shape statements are wanted. */
    enum Format {
        EXACT,
        IDS,
        CANONICAL
    }

    private final XapiRequest request;

    StatementQuery(XapiRequest request) {
        this.request = request;
        request.parameters().keySet().stream()
                .filter(name -> !KNOWN.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new Invalid(
                            name, Message.of("records.parameter.unknown").with("parameter", name));
                });
        boolean hasId = request.parameters().containsKey(STATEMENT)
                || request.parameters().containsKey(VOIDED);
        boolean hasMore = request.parameters().keySet().stream().anyMatch(name -> !WITH_AN_ID.contains(name));
        boolean hasBoth = request.parameters().containsKey(STATEMENT)
                && request.parameters().containsKey(VOIDED);
        if (hasBoth || hasId && hasMore) {
            throw new Invalid(STATEMENT, Message.of("records.query.id-and-more"));
        }
    }

    /** The one statement that is asked for. */
    Optional<UUID> statement() {
        return parse(STATEMENT, StatementQuery::uuid);
    }

    /** The one statement that is asked for although it has been taken back. */
    Optional<UUID> voided() {
        return parse(VOIDED, StatementQuery::uuid);
    }

    Optional<String> agent() {
        return request.parameter("agent");
    }

    Optional<String> verb() {
        return parse("verb", StatementQuery::iri);
    }

    Optional<String> activity() {
        return parse("activity", StatementQuery::iri);
    }

    Optional<UUID> registration() {
        return parse("registration", StatementQuery::uuid);
    }

    boolean relatedAgents() {
        return truth("related_agents");
    }

    boolean relatedActivities() {
        return truth("related_activities");
    }

    Optional<Instant> since() {
        return parse("since", StatementQuery::time);
    }

    Optional<Instant> until() {
        return parse("until", StatementQuery::time);
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
        return parse(BEYOND, StatementQuery::uuid);
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

    /** @throws Invalid if it is none */
    static UUID uuid(String name, String text) {
        try {
            return uuid(text);
        } catch (IllegalArgumentException nonsense) {
            throw unreadable(name);
        }
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
        } catch (IllegalArgumentException | DateTimeException nonsense) {
            throw unreadable(name);
        }
    }

    private static UUID uuid(String text) {
        if (!UUID_SHAPE.matcher(text).matches()) {
            throw new IllegalArgumentException(text);
        }
        return UUID.fromString(text);
    }

    private static String iri(String text) {
        try {
            if (new URI(text).isAbsolute()) {
                return text;
            }
        } catch (URISyntaxException beyondAscii) {
            if (text.matches("[A-Za-z][A-Za-z0-9+.-]*:\\S+")) {
                return text;
            }
        }
        throw new IllegalArgumentException(text);
    }

    private static Instant time(String text) {
        return OffsetDateTime.parse(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME)
                .toInstant();
    }

    private static int number(String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw new IllegalArgumentException(text);
        }
        return Integer.parseInt(text);
    }

    private static Invalid unreadable(String name) {
        return new Invalid(name, Message.of("records.parameter.unreadable").with("parameter", name));
    }
}
