package org.mangrove.core.records.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mangrove.core.credentials.Credential;
import org.mangrove.core.credentials.Credentials;
import org.mangrove.core.identity.CurrentRequest;
import org.mangrove.core.identity.People;
import org.mangrove.core.identity.PersonName;
import org.mangrove.core.identity.Role;
import org.mangrove.core.pages.Page;
import org.mangrove.core.records.IndexTerms;
import org.mangrove.core.records.StatementFilter;
import org.mangrove.core.records.StatementPage;
import org.mangrove.core.records.Statements;
import org.mangrove.core.records.StoredStatement;
import org.mangrove.core.refusal.Refusal.NotFound;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.sdk.Message;
import org.mangrove.sdk.TenantId;

/** Where a tenant's admin sees what its learning record store holds: by day, in words, and as it was sent. */
@Path("admin/statements")
@Produces(MediaType.TEXT_HTML)
@RequestScoped
public class StatementsResource {

    static final String PLACE = "/admin/statements";

    private static final int ON_A_PAGE = 50;
    private static final UUID NOBODY = new UUID(0, 0);

    /** Which use of personal data covers looking at what somebody did, by name. */
    private static final String COVERS_NAMES = "training-records";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What was stored on one day, the latest first. */
    public record Day(LocalDate day, List<ToldStatement> statements) {}

    /**
     * @param names of the tenant's people, where a purpose covers that they are shown
     * @param next where the next page begins
     */
    public record StatementList(
            List<Day> days,
            StatementsPageQuery query,
            List<Credential> sources,
            Map<UUID, PersonName> names,
            Optional<UUID> next) {}

    /** @param json as it is handed out, with a line for each of its parts */
    public record StatementDetail(ToldStatement told, boolean voided, Map<UUID, PersonName> names, String json) {}

    @Inject
    CurrentRequest request;

    @Inject
    Statements statements;

    @Inject
    Credentials credentials;

    @Inject
    IndexTerms terms;

    @Inject
    People people;

    @GET
    public Page list(@BeanParam StatementsPageQuery query) {
        request.callerWith(Role.TENANT_ADMIN);
        TenantProfile tenant = request.tenant();
        StatementPage page = statements.page(tenant.tenant().id(), filter(tenant, query), ON_A_PAGE);
        List<ToldStatement> told =
                page.statements().stream().map(stored -> told(tenant, stored)).toList();
        return Page.of(
                "records/statements",
                new StatementList(
                        days(tenant, told), query, credentials.all(tenant), names(tenant, told), page.last()));
    }

    @GET
    @Path("{statement}")
    public Page show(@PathParam("statement") String id) {
        request.callerWith(Role.TENANT_ADMIN);
        TenantProfile tenant = request.tenant();
        UUID asked = uuid(id);
        TenantId number = tenant.tenant().id();
        Optional<StoredStatement> valid = statements.find(number, asked);
        StoredStatement stored = valid.or(() -> statements.find(number, asked, true, Optional.empty()))
                .orElseThrow(StatementsResource::notFound);
        ToldStatement told = told(tenant, stored);
        return Page.of(
                "records/statement",
                new StatementDetail(told, valid.isEmpty(), names(tenant, List.of(told)), inLines(stored)));
    }

    private StatementFilter filter(TenantProfile tenant, StatementsPageQuery query) {
        var zone = tenant.tenant().timeZone();
        return new StatementFilter(
                Optional.of(query.who()).filter(who -> !who.isEmpty()).map(who -> agent(tenant, query)),
                false,
                Optional.empty(),
                Optional.of(query.verb()).filter(verb -> !verb.isEmpty()).map(this::verb),
                Optional.of(query.activity())
                        .filter(activity -> !activity.isEmpty())
                        .map(terms::activity),
                true,
                Optional.empty(),
                query.findSource(),
                query.since(zone),
                query.until(zone),
                false,
                query.findBeyond());
    }

    /** Whoever asks for what is nobody's name finds nothing. */
    private UUID agent(TenantProfile tenant, StatementsPageQuery query) {
        return query.findWho()
                .map(agent -> terms.agent(tenant.tenant().id(), agent))
                .orElse(NOBODY);
    }

    /** By its IRI, or by its word alone if it is one of ADL's. */
    private UUID verb(String asked) {
        return terms.verb(asked.contains(":") ? asked : "http://adlnet.gov/expapi/verbs/" + asked);
    }

    private ToldStatement told(TenantProfile tenant, StoredStatement stored) {
        return ToldStatement.of(stored.json(), statements.home(tenant), request.locale());
    }

    private static List<Day> days(TenantProfile tenant, List<ToldStatement> told) {
        var days = new LinkedHashMap<LocalDate, List<ToldStatement>>();
        for (ToldStatement statement : told) {
            days.computeIfAbsent(
                            LocalDate.ofInstant(statement.at(), tenant.tenant().timeZone()), first -> new ArrayList<>())
                    .add(statement);
        }
        return days.entrySet().stream()
                .map(day -> new Day(day.getKey(), List.copyOf(day.getValue())))
                .toList();
    }

    private Map<UUID, PersonName> names(TenantProfile tenant, List<ToldStatement> told) {
        boolean isCovered =
                tenant.purposes().stream().anyMatch(purpose -> purpose.key().equals(COVERS_NAMES));
        Set<UUID> persons = told.stream()
                .flatMap(statement -> statement.who().person().stream())
                .collect(Collectors.toSet());
        return isCovered ? people.names(tenant.tenant().id(), persons) : Map.of();
    }

    private static String inLines(StoredStatement stored) {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(JSON.readTree(stored.json()));
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException notOne) {
            throw notFound();
        }
    }

    private static NotFound notFound() {
        return new NotFound(Message.of("records.statement.not-found"));
    }
}
