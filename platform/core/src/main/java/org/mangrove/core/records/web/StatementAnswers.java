package org.mangrove.core.records.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.mangrove.core.blobs.TenantBlobs;
import org.mangrove.core.credentials.CredentialKey;
import org.mangrove.core.credentials.Scope;
import org.mangrove.core.credentials.XapiCaller;
import org.mangrove.core.records.Activities;
import org.mangrove.core.records.IndexTerms;
import org.mangrove.core.records.NewStatement.Attachment;
import org.mangrove.core.records.Positions;
import org.mangrove.core.records.StatementFilter;
import org.mangrove.core.records.StatementPage;
import org.mangrove.core.records.Statements;
import org.mangrove.core.records.StoredStatement;
import org.mangrove.core.refusal.Refusal.NotFound;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.core.xapi.AgentId;
import org.mangrove.core.xapi.LanguageRanges;
import org.mangrove.core.xapi.Limits;
import org.mangrove.core.xapi.MultipartWriter;
import org.mangrove.core.xapi.StatementReader;
import org.mangrove.core.xapi.XapiStatement;
import org.mangrove.core.xapi.XapiVersion;
import org.mangrove.sdk.Message;
import org.mangrove.sdk.TenantId;

/** Answers questions about statements. */
@ApplicationScoped
class StatementAnswers {

    /** Reads what is stored, whichever version it came in. */
    private static final StatementReader STORED = new StatementReader(XapiVersion.V2_0_0, Limits.usual());

    private static final byte[] BEGIN = "{\"statements\":[".getBytes(StandardCharsets.UTF_8);
    private static final byte[] SEPARATOR = {','};

    @Inject
    Statements statements;

    @Inject
    Activities activities;

    @Inject
    TenantBlobs blobs;

    @Inject
    IndexTerms terms;

    XapiAnswer find(XapiCaller caller, XapiRequest request) {
        caller.mustMay(Scope.STATEMENTS_READ, Scope.STATEMENTS_READ_MINE);
        var query = new StatementQuery(request);
        query.format();
        query.attachments();
        Optional<UUID> one = query.statement().or(query::voided);
        return one.isPresent() ? one(caller, request, query, one.get()) : page(caller, request, query);
    }

    private XapiAnswer one(XapiCaller caller, XapiRequest request, StatementQuery query, UUID id) {
        StoredStatement found = statements
                .find(caller.tenant().tenant().id(), id, query.voided().isPresent(), onlySource(caller))
                .orElseThrow(() -> new NotFound(Message.of("records.statement.not-found")));
        byte[] json = written(caller, request, query, List.of(found)).of(found);
        return answer(caller, query, List.of(found), json)
                .with("Last-Modified", httpDate(Positions.time(found.position())));
    }

    private XapiAnswer page(XapiCaller caller, XapiRequest request, StatementQuery query) {
        StatementPage page = statements.page(caller.tenant().tenant().id(), filter(caller, query), query.limit());
        String more = page.last().map(query::after).orElse("");
        WrittenStatement written = written(caller, request, query, page.statements());
        var pieces = new ArrayList<byte[]>(page.statements().size() * 2 + 2);
        pieces.add(BEGIN);
        for (StoredStatement statement : page.statements()) {
            if (pieces.size() > 1) {
                pieces.add(SEPARATOR);
            }
            pieces.add(written.of(statement));
        }
        pieces.add(("],\"more\":\"" + more + "\"}").getBytes(StandardCharsets.UTF_8));
        XapiAnswer answer = answer(caller, query, page.statements(), together(pieces));
        return page.statements().isEmpty() ? answer : answer.with("Last-Modified", httpDate(latest(page.statements())));
    }

    /** A page may be long: it is copied once, into its own length. */
    private static byte[] together(List<byte[]> pieces) {
        var all = ByteBuffer.allocate(
                pieces.stream().mapToInt(piece -> piece.length).sum());
        pieces.forEach(all::put);
        return all.array();
    }

    /** @param json what is answered, to which attachments may be added */
    private XapiAnswer answer(XapiCaller caller, StatementQuery query, List<StoredStatement> found, byte[] json) {
        return query.attachments()
                ? multipart(caller.tenant().tenant().id(), json, found)
                : XapiAnswer.bytes(200, "application/json", json);
    }

    private XapiAnswer multipart(TenantId tenant, byte[] json, List<StoredStatement> found) {
        List<Attachment> attachments = statements.attachments(tenant, found);
        var out = new LateStream();
        var writer = new MultipartWriter(out);
        return XapiAnswer.streamed(200, writer.contentType(), sent -> {
            out.to(sent);
            try (writer) {
                writer.statements().write(json);
                for (Attachment attachment : attachments) {
                    Path file = blobs.find(tenant, attachment.digest())
                            .orElseThrow()
                            .file();
                    Files.copy(file, writer.attachment(attachment.sha2(), attachment.contentType()));
                }
            }
        });
    }

    private WrittenStatement written(
            XapiCaller caller, XapiRequest request, StatementQuery query, List<StoredStatement> found) {
        Map<String, ObjectNode> definitions = query.format() == StatementQuery.Format.CANONICAL
                ? activities.find(caller.tenant().tenant().id(), activitiesIn(found))
                : Map.of();
        return new WrittenStatement(
                query.format(),
                request.version(),
                LanguageRanges.of(request.header("Accept-Language").orElse("")),
                definitions);
    }

    private static Set<String> activitiesIn(List<StoredStatement> found) {
        var activities = new HashSet<String>();
        for (StoredStatement stored : found) {
            XapiStatement statement = STORED.read(stored.json());
            statement.activity().ifPresent(activities::add);
            activities.addAll(statement.relatedActivities());
        }
        return activities;
    }

    private StatementFilter filter(XapiCaller caller, StatementQuery query) {
        TenantProfile tenant = caller.tenant();
        TenantId id = tenant.tenant().id();
        Optional<AgentId> agent = query.agent();
        return new StatementFilter(
                agent.map(who -> terms.agent(id, who)),
                query.relatedAgents(),
                agent.flatMap(who -> source(tenant, who)),
                query.verb().map(terms::verb),
                query.activity().map(terms::activity),
                query.relatedActivities(),
                query.registration(),
                onlySource(caller),
                query.since(),
                query.until(),
                query.ascending(),
                query.beyond());
    }

    /** The credential whose authority an agent is. */
    private Optional<UUID> source(TenantProfile tenant, AgentId agent) {
        return Optional.of(agent)
                .filter(who ->
                        who.kind() == AgentId.Kind.ACCOUNT && who.homePage().equals(statements.home(tenant)))
                .flatMap(who -> CredentialKey.read(who.value()))
                .filter(key -> key.tenant().equals(tenant.tenant().slug()))
                .map(CredentialKey::id);
    }

    private static Optional<UUID> onlySource(XapiCaller caller) {
        return caller.may(Scope.STATEMENTS_READ) ? Optional.empty() : Optional.of(caller.source());
    }

    private static Instant latest(List<StoredStatement> some) {
        return some.stream()
                .map(statement -> Positions.time(statement.position()))
                .max(Instant::compareTo)
                .orElseThrow();
    }

    private static String httpDate(Instant time) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(time.atOffset(ZoneOffset.UTC));
    }
}
