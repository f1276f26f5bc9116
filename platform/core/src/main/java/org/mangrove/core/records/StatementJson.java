package org.mangrove.core.records;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import org.mangrove.core.credentials.Scope;
import org.mangrove.core.credentials.XapiCaller;
import org.mangrove.core.tenancy.TenantProfile;

/** How a statement is written in xAPI 2.0 (IEEE 9274.1.1). */
final class StatementJson {

    /** What the platform itself records came from this source. */
    static final UUID OURSELVES = new UUID(0, 0);

    private static final String PLATFORM = "Mangrove";
    private static final String PROGRESS = "https://w3id.org/xapi/cmi5/result/extensions/progress";
    private static final String ATTEMPT = "https://mangrove.org/xapi/extensions/attempt";
    private static final String AUTHORITY = "mangrove";

    private final String home;

    /** @param home the tenant's address, without a slash at its end */
    StatementJson(String home) {
        this.home = home;
    }

    byte[] write(Statement statement) {
        var json = object();
        json.set("actor", account(statement.actor().toString()));
        var verb = json.putObject("verb");
        verb.put("id", statement.verb().iri());
        verb.putObject("display").put("en", statement.verb().word());
        json.set("object", activity(statement.object()));
        var result = result(statement.result());
        if (!result.isEmpty()) {
            json.set("result", result);
        }
        json.set("context", context(statement));
        json.put("timestamp", time(statement.at()));
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The platform itself, as a source of statements. */
    XapiCaller caller(TenantProfile tenant, boolean evidence) {
        return new XapiCaller(tenant, OURSELVES, evidence, account(AUTHORITY), Set.of(Scope.STATEMENTS_WRITE));
    }

    /** What identifies an activity at {@code path} below the tenant's address. */
    String idOf(Activity activity) {
        return home + activity.path();
    }

    private ObjectNode account(String name) {
        var agent = object();
        agent.put("objectType", "Agent");
        agent.putObject("account").put("homePage", home).put("name", name);
        return agent;
    }

    private ObjectNode activity(Activity activity) {
        var json = object();
        json.put("objectType", "Activity");
        json.put("id", idOf(activity));
        var definition = json.putObject("definition");
        definition.putObject("name").put(activity.language().toLanguageTag(), activity.name());
        definition.put("type", activity.kind().iri());
        activity.interaction().ifPresent(how -> interaction(definition, how));
        return json;
    }

    private static void interaction(ObjectNode definition, Interaction how) {
        definition.put("interactionType", how.type().word());
        if (!how.right().isEmpty()) {
            var patterns = definition.putArray("correctResponsesPattern");
            how.right().forEach(patterns::add);
        }
        how.components().forEach((name, components) -> {
            var list = definition.putArray(name);
            for (Interaction.Component component : components) {
                var one = list.addObject();
                one.put("id", component.id());
                if (!component.words().isEmpty()) {
                    one.putObject("description").put(component.language().toLanguageTag(), component.words());
                }
            }
        });
    }

    private ObjectNode context(Statement statement) {
        var context = object();
        context.put("registration", statement.registration().toString());
        context.put("platform", PLATFORM);
        context.put("language", statement.language().toLanguageTag());
        statement
                .parent()
                .ifPresent(parent -> context.putObject("contextActivities")
                        .putArray("parent")
                        .add(activity(parent)));
        context.putObject("extensions").put(ATTEMPT, statement.attempt());
        return context;
    }

    private static ObjectNode result(Result result) {
        var json = object();
        result.score()
                .ifPresent(score -> json.putObject("score")
                        .put("scaled", score.scaled())
                        .put("raw", score.raw())
                        .put("min", 0)
                        .put("max", score.max()));
        result.success().ifPresent(success -> json.put("success", success));
        result.completion().ifPresent(completion -> json.put("completion", completion));
        result.response().ifPresent(response -> json.put("response", response));
        result.progress().ifPresent(percent -> json.putObject("extensions").put(PROGRESS, percent));
        return json;
    }

    private static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS).toString();
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
