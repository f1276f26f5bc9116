package org.mangrove.core.records.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.mangrove.core.xapi.LanguageRanges;
import org.mangrove.core.xapi.Limits;
import org.mangrove.core.xapi.StatementReader;
import org.mangrove.core.xapi.XapiStatement;
import org.mangrove.core.xapi.XapiVersion;
import org.mangrove.sdk.Message;

/**
 * A statement as people read it.
 *
 * @param at when it was stored
 * @param happened when it happened, as far as the statement says
 * @param who did it, as far as the statement says
 * @param verb in the words of the platform, if it knows the verb
 * @param verbSaid in the statement's own words
 * @param object what it was done with
 * @param kind what sort of thing that is, if the statement says so
 */
public record ToldStatement(
        UUID id,
        Instant at,
        Instant happened,
        Who who,
        Optional<Message> verb,
        Text verbSaid,
        Text object,
        Optional<String> kind,
        Outcome outcome) {

    /** Verbs of ADL that the platform has words for. */
    private static final Set<String> KNOWN = Set.of(
            "answered",
            "attempted",
            "attended",
            "commented",
            "completed",
            "experienced",
            "failed",
            "imported",
            "initialized",
            "interacted",
            "launched",
            "mastered",
            "passed",
            "progressed",
            "registered",
            "resumed",
            "scored",
            "shared",
            "suspended",
            "terminated",
            "voided");

    private static final Duration LATE = Duration.ofMinutes(5);
    private static final String ADL = "http://adlnet.gov/expapi/verbs/";
    private static final StatementReader READER = new StatementReader(XapiVersion.V2_0_0, Limits.usual());

    /**
     * Words and the language that they are in.
     *
     * @param locale the root if it is not known
     */
    public record Text(String words, Locale locale) {}

    /**
     * An agent or a group.
     *
     * @param person the id of a person of this tenant, if it is one
     * @param code what tells people without a name apart
     * @param asked by which they are asked for; empty if nothing names them
     */
    public record Who(Optional<UUID> person, String code, String asked, boolean isGroup) {}

    /**
     * What came of it.
     *
     * @param scaled from -1 to 1
     */
    public record Outcome(
            Optional<Boolean> success,
            Optional<Boolean> completion,
            Optional<Double> scaled,
            Optional<String> response) {

        /** Whether there is anything that a list shows. */
        public boolean isSaid() {
            return success.isPresent() || completion.orElse(false) || scaled.isPresent();
        }
    }

    /** Whether it happened noticeably before it was stored: what comes from elsewhere may be days late. */
    public boolean cameLate() {
        return happened.isBefore(at.minus(LATE));
    }

    /** @param home names the accounts of the tenant's own people */
    static ToldStatement of(byte[] json, String home, Locale reader) {
        XapiStatement statement = READER.read(json);
        ObjectNode all = statement.json();
        var languages = LanguageRanges.of(reader.toLanguageTag() + ", en;q=0.5");
        String verb = statement.verb();
        String word = verb.startsWith(ADL) ? verb.substring(ADL.length()) : "";
        JsonNode object = all.path("object");
        return new ToldStatement(
                statement.id().orElseThrow(),
                moment(all.path("stored")),
                moment(all.path("timestamp")),
                who(all.path("actor"), home),
                KNOWN.contains(word) ? Optional.of(Message.of("records.verb." + word)) : Optional.empty(),
                chosen(all.path("verb").path("display"), languages).orElseGet(() -> lastOf(verb)),
                object(object, languages),
                Optional.ofNullable(object.path("definition").path("type").textValue())
                        .map(type -> lastOf(type).words()),
                outcome(all.path("result")));
    }

    private static Instant moment(JsonNode text) {
        return OffsetDateTime.parse(text.asText()).toInstant();
    }

    /** Whom else it names as a person of this tenant. */
    static Optional<UUID> person(JsonNode agent, String home) {
        JsonNode account = agent.path("account");
        return account.path("homePage").asText().equals(home)
                ? Optional.of(account.path("name").asText())
                        .filter(ToldStatement::isUuid)
                        .map(UUID::fromString)
                : Optional.empty();
    }

    private static Who who(JsonNode actor, String home) {
        Optional<UUID> person = person(actor, home);
        boolean isGroup = actor.path("objectType").asText().equals("Group");
        String code = person.map(id -> id.toString().substring(24))
                .or(() -> text(actor, "name"))
                .or(() -> text(actor.path("account"), "name"))
                .or(() -> text(actor, "mbox").map(mbox -> mbox.substring(mbox.indexOf(':') + 1)))
                .or(() -> text(actor, "openid"))
                .or(() -> text(actor, "mbox_sha1sum"))
                .orElse("");
        return new Who(person, code, asked(actor), isGroup);
    }

    private static String asked(JsonNode actor) {
        JsonNode account = actor.path("account");
        return text(account, "name")
                .map(name -> account.path("homePage").asText() + " " + name)
                .or(() -> text(actor, "mbox").map(mbox -> mbox.substring(mbox.indexOf(':') + 1)))
                .or(() -> text(actor, "openid"))
                .or(() -> text(actor, "mbox_sha1sum"))
                .orElse("");
    }

    private static Text object(JsonNode object, LanguageRanges languages) {
        return chosen(object.path("definition").path("name"), languages)
                .or(() -> text(object, "name").map(ToldStatement::unknown))
                .or(() -> text(object, "id").map(ToldStatement::lastOf))
                .or(() -> text(object.path("account"), "name").map(ToldStatement::unknown))
                .or(() -> text(object, "mbox").map(ToldStatement::unknown))
                .orElseGet(() -> unknown(object.path("objectType").asText("")));
    }

    private static Outcome outcome(JsonNode result) {
        return new Outcome(
                truth(result.path("success")),
                truth(result.path("completion")),
                Optional.of(result.path("score").path("scaled"))
                        .filter(JsonNode::isNumber)
                        .map(JsonNode::doubleValue),
                text(result, "response"));
    }

    private static Optional<Text> chosen(JsonNode map, LanguageRanges languages) {
        List<String> tags = new ArrayList<>();
        StreamSupport.stream(((Iterable<String>) map::fieldNames).spliterator(), false)
                .forEach(tags::add);
        return languages.choose(tags).map(tag -> new Text(map.path(tag).asText(), Locale.forLanguageTag(tag)));
    }

    /** What stands behind the last slash: often the best there is. */
    private static Text lastOf(String iri) {
        String cut = iri.replaceFirst("[/#]+$", "");
        int slash = Math.max(cut.lastIndexOf('/'), cut.lastIndexOf('#'));
        return unknown(slash < 0 ? cut : cut.substring(slash + 1));
    }

    private static Text unknown(String words) {
        return new Text(words, Locale.ROOT);
    }

    private static Optional<String> text(JsonNode object, String name) {
        return Optional.ofNullable(object.path(name).textValue()).filter(text -> !text.isBlank());
    }

    private static Optional<Boolean> truth(JsonNode value) {
        return value.isBoolean() ? Optional.of(value.booleanValue()) : Optional.empty();
    }

    private static boolean isUuid(String text) {
        return text.matches("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    }
}
