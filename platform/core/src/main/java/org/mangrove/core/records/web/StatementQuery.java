package org.mangrove.core.records.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mangrove.core.records.StatementFilter;
import org.mangrove.core.refusal.Refusal.Invalid;
import org.mangrove.sdk.Message;

/** What somebody asks of the statements resource, read strictly: what is not understood is refused. */
final class StatementQuery {

    static final int MOST = 200;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> KNOWN = Set.of(
            "statementId",
            "agent",
            "verb",
            "activity",
            "registration",
            "since",
            "until",
            "limit",
            "ascending",
            "format",
            "attachments",
            "beyond");
    private static final Set<String> WITH_AN_ID = Set.of("statementId", "format", "attachments");
    private static final Pattern UUID_SHAPE = Pattern.compile("(?i)[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");

    private final MultivaluedMap<String, String> asked;

    StatementQuery(MultivaluedMap<String, String> asked) {
        this.asked = asked;
        asked.forEach((name, values) -> {
            if (!KNOWN.contains(name) || values.size() != 1) {
                throw unreadable(name);
            }
        });
        parse("attachments", StatementQuery::truth);
        parse("format", format -> {
            if (!format.equals("exact")) {
                throw new IllegalArgumentException(format);
            }
            return format;
        });
    }

    /** The one statement that is asked for. */
    Optional<UUID> statement() {
        Optional<UUID> id = parse("statementId", StatementQuery::uuid);
        if (id.isPresent()) {
            asked.keySet().stream()
                    .filter(name -> !WITH_AN_ID.contains(name))
                    .findFirst()
                    .ifPresent(name -> {
                        throw unreadable(name);
                    });
        }
        return id;
    }

    /**
     * The filter that is asked for, if it can find anything.
     *
     * @param home names the tenant's accounts; nobody else has done anything there
     */
    Optional<StatementFilter> filter(String home) {
        Optional<Optional<UUID>> agent = parse("agent", json -> account(json, home));
        var filter = new StatementFilter(
                agent.flatMap(Function.identity()),
                parse("verb", Function.identity()),
                parse("activity", Function.identity()),
                parse("registration", StatementQuery::uuid),
                parse("since", StatementQuery::time),
                parse("until", StatementQuery::time),
                parse("ascending", StatementQuery::truth).orElse(false),
                parse("beyond", StatementQuery::uuid));
        boolean isStranger = agent.isPresent() && agent.get().isEmpty();
        return isStranger ? Optional.empty() : Optional.of(filter);
    }

    /** How many are asked for; 0 asks for as many as there may be. */
    int limit() {
        int limit = parse("limit", StatementQuery::number).orElse(0);
        return limit == 0 ? MOST : Math.min(limit, MOST);
    }

    /** The same question about what comes after {@code last}. */
    String after(UUID last) {
        return Stream.concat(
                        asked.keySet().stream()
                                .filter(name -> !name.equals("beyond"))
                                .sorted()
                                .map(name ->
                                        name + "=" + URLEncoder.encode(asked.getFirst(name), StandardCharsets.UTF_8)),
                        Stream.of("beyond=" + last))
                .collect(Collectors.joining("&"));
    }

    private <T> Optional<T> parse(String name, Function<String, T> reading) {
        try {
            return Optional.ofNullable(asked.getFirst(name)).map(reading);
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

    private static Instant time(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    private static boolean truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static int number(String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw new IllegalArgumentException(text);
        }
        return Integer.parseInt(text);
    }

    /** The person whose account it is; empty if it is nobody's of this tenant. */
    private static Optional<UUID> account(String json, String home) {
        JsonNode agent;
        try {
            agent = JSON.readTree(json);
        } catch (JsonProcessingException nonsense) {
            throw new IllegalArgumentException(nonsense);
        }
        boolean isIdentified = Stream.of("mbox", "mbox_sha1sum", "openid", "account")
                        .filter(agent::has)
                        .count()
                == 1;
        if (!agent.isObject() || !isIdentified) {
            throw new IllegalArgumentException("agent");
        }
        JsonNode account = agent.path("account");
        String name = account.path("name").asText();
        return account.path("homePage").asText().equals(home)
                        && UUID_SHAPE.matcher(name).matches()
                ? Optional.of(UUID.fromString(name))
                : Optional.empty();
    }

    private static Invalid unreadable(String name) {
        return new Invalid(name, Message.of("records.query.unreadable").with("parameter", name));
    }
}
