package org.mangrove.core.forwarding.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mangrove.core.forwarding.ErasureRequest;
import org.mangrove.core.forwarding.ErasureRequests;
import org.mangrove.core.identity.Caller;
import org.mangrove.core.identity.CurrentRequest;
import org.mangrove.core.identity.People;
import org.mangrove.core.identity.PersonName;
import org.mangrove.core.identity.Role;
import org.mangrove.core.pages.Flash;
import org.mangrove.core.pages.Page;
import org.mangrove.core.pages.Tone;
import org.mangrove.core.refusal.Refusal.Invalid;
import org.mangrove.sdk.Message;
import org.mangrove.sdk.TenantId;

/** What record stores elsewhere were asked to forget, what they answered, and what an admin has to ask of whom. */
@Path("admin/forwarded-erasures")
@Produces(MediaType.TEXT_HTML)
@RequestScoped
public class ForwardedErasuresResource {

    static final String PLACE = "/admin/forwarded-erasures";

    private static final int ON_A_PAGE = 50;
    private static final int MOST_PAGES = 10_000;

    /** @param names by which the other store knows the person, while somebody needs them */
    public record Entry(ErasureRequest request, List<String> names) {}

    /** @param people of those who have noted something */
    public record ErasureList(List<Entry> entries, int page, boolean more, Map<UUID, PersonName> people) {}

    @Inject
    CurrentRequest request;

    @Inject
    ErasureRequests erasures;

    @Inject
    People people;

    @GET
    public Page list(@QueryParam("page") @DefaultValue("0") String page) {
        request.callerWith(Role.TENANT_ADMIN);
        int number = page.matches("\\d{1,5}") ? Math.min(MOST_PAGES, Integer.parseInt(page)) : 0;
        List<ErasureRequest> found = erasures.latest(tenant(), number * ON_A_PAGE, ON_A_PAGE + 1);
        List<ErasureRequest> shown = found.subList(0, Math.min(ON_A_PAGE, found.size()));
        return Page.of(
                "forwarding/erasures",
                new ErasureList(
                        shown.stream().map(this::entry).toList(), number, found.size() > ON_A_PAGE, names(shown)));
    }

    @POST
    @Path("{erasure}/done")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response done(@PathParam("erasure") String id, @FormParam("note") @DefaultValue("") String note) {
        Caller caller = request.callerWith(Role.TENANT_ADMIN);
        try {
            erasures.done(tenant(), ForwardersResource.id(id), note, Optional.of(caller.person()));
            return back(Tone.SUCCESS, Message.of("forwarding.erasure.noted"));
        } catch (Invalid invalid) {
            return back(Tone.WARNING, invalid.reason());
        }
    }

    @POST
    @Path("{erasure}/again")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response sendAgain(@PathParam("erasure") String id) {
        request.callerWith(Role.TENANT_ADMIN);
        try {
            erasures.sendAgain(tenant(), ForwardersResource.id(id));
            return back(Tone.SUCCESS, Message.of("forwarding.erasure.sent-again"));
        } catch (Invalid invalid) {
            return back(Tone.WARNING, invalid.reason());
        }
    }

    private Entry entry(ErasureRequest one) {
        return new Entry(one, one.state().needsSomebody() ? erasures.names(tenant(), one.id()) : List.of());
    }

    private Map<UUID, PersonName> names(List<ErasureRequest> shown) {
        return people.names(
                tenant(),
                shown.stream()
                        .map(ErasureRequest::notedBy)
                        .flatMap(Optional::stream)
                        .collect(Collectors.toSet()));
    }

    private TenantId tenant() {
        return request.tenant().tenant().id();
    }

    private Response back(Tone tone, Message done) {
        return new Flash(tone, done).shownAt(request.address(), PLACE);
    }
}
