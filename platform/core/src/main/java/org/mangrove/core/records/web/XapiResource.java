package org.mangrove.core.records.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.records.Scope;
import org.mangrove.core.records.StatementPage;
import org.mangrove.core.records.Statements;
import org.mangrove.core.records.XapiAdmission;
import org.mangrove.core.records.XapiCaller;
import org.mangrove.core.refusal.Refusal.Invalid;
import org.mangrove.core.refusal.Refusal.NotFound;
import org.mangrove.core.tenancy.Addresses;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.sdk.Message;

/** The statements of a tenant, for other systems of that tenant. */
@Path("xapi/statements")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class XapiResource {

    private static final String UNAUTHORIZED = """
            {"type":"about:blank","title":"Unauthorized","status":401}""";

    @Inject
    XapiSignOn signOn;

    @Inject
    Statements statements;

    @Inject
    Addresses addresses;

    @Inject
    HttpServletRequest http;

    @Context
    UriInfo uri;

    @GET
    public Response statements() {
        return switch (signOn.recognize(http)) {
            case XapiAdmission.Known(XapiCaller caller) -> answer(caller);
            case XapiAdmission.Unknown() -> unauthorized();
            case XapiAdmission.TooMany(Duration retryAfter) -> tooMany(retryAfter);
        };
    }

    private Response answer(XapiCaller caller) {
        mustSpeakOurVersion();
        caller.mustMay(Scope.STATEMENTS_READ);
        TenantProfile tenant = caller.tenant();
        var query = new StatementQuery(uri.getQueryParameters());
        return query.statement().map(id -> one(tenant, id)).orElseGet(() -> some(tenant, query));
    }

    private Response one(TenantProfile tenant, UUID id) {
        return Response.ok(statements
                        .find(tenant.tenant().id(), id)
                        .orElseThrow(() -> new NotFound(Message.of("records.statement.not-found"))))
                .build();
    }

    private Response some(TenantProfile tenant, StatementQuery query) {
        StatementPage page = query.filter(statements.home(tenant))
                .map(filter -> statements.page(tenant.tenant().id(), filter, query.limit()))
                .orElseGet(() -> new StatementPage(List.of(), Optional.empty()));
        String more = page.last()
                .map(last -> addresses.of(http).link("/xapi/statements?" + query.after(last)))
                .orElse("");
        return Response.ok("{\"statements\":[%s],\"more\":\"%s\"}".formatted(String.join(",", page.statements()), more))
                .build();
    }

    private void mustSpeakOurVersion() {
        String version =
                Optional.ofNullable(http.getHeader(XapiHeaders.VERSION)).orElse("");
        if (!version.matches("2\\.0(?:\\.\\d+)?")) {
            throw new Invalid(XapiHeaders.VERSION, Message.of("records.version.not-spoken"));
        }
    }

    private static Response unauthorized() {
        return Response.status(Response.Status.UNAUTHORIZED)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"xapi\", charset=\"UTF-8\"")
                .type("application/problem+json")
                .entity(UNAUTHORIZED)
                .build();
    }

    private static Response tooMany(Duration retryAfter) {
        return Response.status(Response.Status.TOO_MANY_REQUESTS)
                .header(HttpHeaders.RETRY_AFTER, retryAfter.toSeconds() + 1)
                .build();
    }
}
