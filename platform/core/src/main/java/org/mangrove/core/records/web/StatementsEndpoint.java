package org.mangrove.core.records.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.mangrove.core.credentials.Scope;
import org.mangrove.core.credentials.XapiCaller;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.records.NewStatement.Attachment;
import org.mangrove.core.records.StatementBatch;
import org.mangrove.core.records.Statements;
import org.mangrove.core.refusal.Refusal.Invalid;
import org.mangrove.core.xapi.Limits;
import org.mangrove.core.xapi.MultipartMixed;
import org.mangrove.core.xapi.StatementReader;
import org.mangrove.core.xapi.XapiStatement;
import org.mangrove.core.xapi.XapiVersion;
import org.mangrove.sdk.Message;

/** Takes statements in and hands them out. */
@ApplicationScoped
class StatementsEndpoint implements XapiEndpoint {

    /** A batch that is longer should be two. */
    private static final long LONGEST_BODY = 64L << 20;

    private static final long SHORT = 16 << 10;

    private static final String CONSISTENT_THROUGH = "X-Experience-API-Consistent-Through";
    private static final String JSON = "application/json";
    private static final String ID = "statementId";

    private static final StatementReader FORMER = new StatementReader(XapiVersion.V1_0_3, Limits.usual());
    private static final StatementReader CURRENT = new StatementReader(XapiVersion.V2_0_0, Limits.usual());

    @Inject
    Statements statements;

    @Inject
    StatementAnswers answers;

    @Inject
    MultipartStatements multipart;

    private record Told(Instant through, String text) {}

    private volatile Told told = new Told(Instant.EPOCH, Instant.EPOCH.toString());

    @Override
    public String path() {
        return "statements";
    }

    @Override
    public Set<String> methods() {
        return Set.of("GET", "PUT", "POST");
    }

    @Override
    public Map<String, String> headers() {
        return Map.of(CONSISTENT_THROUGH, written(statements.consistentThrough().truncatedTo(ChronoUnit.MILLIS)));
    }

    /** Several requests of one moment say the same. */
    private String written(Instant through) {
        Told last = told;
        if (!last.through().equals(through)) {
            last = new Told(through, through.toString());
            told = last;
        }
        return last.text();
    }

    @Override
    public XapiAnswer answer(XapiCaller caller, XapiRequest request) throws IOException {
        return switch (request.method()) {
            case "PUT" -> put(caller, request);
            case "POST" -> post(caller, request);
            default -> answers.find(caller, request);
        };
    }

    private XapiAnswer put(XapiCaller caller, XapiRequest request) throws IOException {
        caller.mustMay(Scope.STATEMENTS_WRITE);
        UUID id = new AskedParameters(request, Set.of(ID)).uuid(ID);
        try (SpooledBody body = SpooledBody.read(request.body(), request.contentLength(), LONGEST_BODY);
                var batch = statements.begin(caller, request.version())) {
            StatementReader reader = reader(request.version());
            store(
                    batch,
                    body,
                    request,
                    () -> read(
                            caller,
                            request,
                            body,
                            (json, each) -> each.accept(reader.readOne(json)),
                            (statement, attachments) -> {
                                if (statement
                                        .id()
                                        .filter(own -> !own.equals(id))
                                        .isPresent()) {
                                    throw new Invalid(
                                            "$.id",
                                            Message.of("records.statement.another-id")
                                                    .with("id", id.toString()));
                                }
                                batch.add(id, statement, attachments);
                            }));
        }
        return XapiAnswer.noContent();
    }

    private XapiAnswer post(XapiCaller caller, XapiRequest request) throws IOException {
        caller.mustMay(Scope.STATEMENTS_WRITE);
        AskedParameters.mustBeNone(request);
        try (SpooledBody body = SpooledBody.read(request.body(), request.contentLength(), LONGEST_BODY);
                var batch = statements.begin(caller, request.version())) {
            List<UUID> stored = store(
                    batch,
                    body,
                    request,
                    () -> read(
                            caller,
                            request,
                            body,
                            reader(request.version())::read,
                            (statement, attachments) ->
                                    batch.add(statement.id().orElseGet(Uuids::next), statement, attachments)));
            var ids = JsonNodeFactory.instance.arrayNode();
            stored.forEach(id -> ids.add(id.toString()));
            return XapiAnswer.json(200, ids);
        }
    }

    /** What is short is read by whoever writes it; what comes with attachments has to wait for the object store. */
    private static List<UUID> store(
            StatementBatch batch, SpooledBody body, XapiRequest request, StatementBatch.Reading reading)
            throws IOException {
        if (body.length() <= SHORT && request.mediaType().equals(JSON)) {
            return batch.store(reading, (int) body.length());
        }
        reading.read();
        return batch.store();
    }

    private static StatementReader reader(XapiVersion version) {
        return switch (version) {
            case V1_0_3 -> FORMER;
            case V2_0_0 -> CURRENT;
        };
    }

    private void read(
            XapiCaller caller,
            XapiRequest request,
            SpooledBody body,
            MultipartStatements.Reading reading,
            BiConsumer<XapiStatement, List<Attachment>> each)
            throws IOException {
        String type = request.contentType().orElse("");
        if (MultipartMixed.is(type)) {
            multipart.read(caller.tenant().tenant().id(), body, type, reading, each);
        } else if (request.mediaType().equals(JSON)) {
            try (InputStream json = body.open()) {
                multipart.readAlone(json, reading, each);
            }
        } else {
            throw new Invalid("Content-Type", Message.of("records.xapi.not-json"));
        }
    }
}
