package org.mangrove.core.account.web;

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
import java.net.URI;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.mangrove.core.identity.Caller;
import org.mangrove.core.identity.CurrentRequest;
import org.mangrove.core.identity.Memberships;
import org.mangrove.core.identity.People;
import org.mangrove.core.identity.Person;
import org.mangrove.core.identity.PersonName;
import org.mangrove.core.identity.PersonOrder;
import org.mangrove.core.identity.Role;
import org.mangrove.core.identity.RoleChange;
import org.mangrove.core.pages.Page;
import org.mangrove.core.refusal.Refusal.Invalid;
import org.mangrove.core.refusal.Refusal.NotFound;
import org.mangrove.sdk.Message;
import org.mangrove.sdk.TenantId;

/** Where a tenant's admin sees who belongs to it, and says what they may do. */
@Path("people")
@Produces(MediaType.TEXT_HTML)
@RequestScoped
public class PeopleResource {

    private static final int ON_A_PAGE = 25;
    private static final int LONGEST_SEARCH = 100;
    private static final Map<String, PersonOrder> ORDERS = Map.of(
            "name", PersonOrder.NAME,
            "-name", PersonOrder.NAME_BACKWARDS,
            "joined", PersonOrder.OLDEST_FIRST,
            "-joined", PersonOrder.NEWEST_FIRST);

    /**
     * @param number of this page, beginning with 1
     * @param sortedBy what the list is sorted by, as columns say it
     */
    public record PeoplePage(People.Found found, String words, String sortedBy, int number) {

        public boolean hasMore() {
            return (long) number * ON_A_PAGE < found.all();
        }
    }

    /**
     * @param names of those who changed something
     * @param justChanged what the last change was, if it was made a moment ago and can be taken back
     * @param isOneself whether it is the admin who looks
     */
    public record PersonPage(
            Person person,
            List<Role> roles,
            List<RoleChange> changes,
            Map<UUID, PersonName> names,
            Optional<RoleChange> justChanged,
            boolean isOneself) {}

    @Inject
    CurrentRequest request;

    @Inject
    People people;

    @Inject
    Memberships memberships;

    @GET
    public Page list(
            @QueryParam("q") @DefaultValue("") String words,
            @QueryParam("sort") @DefaultValue("name") String sort,
            @QueryParam("page") @DefaultValue("1") int number) {
        Caller caller = request.callerWith(Role.TENANT_ADMIN);
        String searched = words.strip().substring(0, Math.min(words.strip().length(), LONGEST_SEARCH));
        int page = Math.clamp(number, 1, Integer.MAX_VALUE / ON_A_PAGE);
        String sortedBy = ORDERS.containsKey(sort) ? sort : "name";
        People.Found found = people.search(
                caller.tenant().id(),
                searched,
                ORDERS.getOrDefault(sortedBy, PersonOrder.NAME),
                (page - 1) * ON_A_PAGE,
                ON_A_PAGE);
        return Page.of("account/people", new PeoplePage(found, searched, sortedBy, page));
    }

    @GET
    @Path("{person}")
    public Page show(@PathParam("person") String id, @QueryParam("changed") @DefaultValue("") String changed) {
        Caller caller = request.callerWith(Role.TENANT_ADMIN);
        TenantId tenant = caller.tenant().id();
        Person person = must(tenant, id);
        List<RoleChange> changes = memberships.changes(tenant, person.id());
        Optional<RoleChange> last = changes.stream()
                .findFirst()
                .filter(change -> change.id().toString().equals(changed));
        return Page.of(
                "account/person",
                new PersonPage(
                        person,
                        List.of(Role.values()),
                        changes,
                        people.names(tenant, changers(changes)),
                        last,
                        caller.person().equals(person.id())));
    }

    @POST
    @Path("{person}/roles")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(@PathParam("person") String id, @FormParam("role") List<String> chosen) {
        Caller caller = request.callerWith(Role.TENANT_ADMIN);
        TenantId tenant = caller.tenant().id();
        Person person = must(tenant, id);
        return shown(person, memberships.change(tenant, caller.person(), person.id(), roles(chosen)));
    }

    @POST
    @Path("{person}/roles/{change}/undo")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response takeBack(@PathParam("person") String id, @PathParam("change") String change) {
        Caller caller = request.callerWith(Role.TENANT_ADMIN);
        TenantId tenant = caller.tenant().id();
        Person person = must(tenant, id);
        return shown(person, memberships.takeBack(tenant, caller.person(), person.id(), uuid(change)));
    }

    private Response shown(Person person, Optional<RoleChange> change) {
        String query = change.map(made -> "?changed=" + made.id()).orElse("");
        return Response.seeOther(URI.create(request.address().absolute("/people/" + person.id()) + query))
                .build();
    }

    private Person must(TenantId tenant, String id) {
        return people.find(tenant, uuid(id)).orElseThrow(PeopleResource::notFound);
    }

    private static Set<UUID> changers(List<RoleChange> changes) {
        return new HashSet<>(
                changes.stream().map(RoleChange::by).flatMap(Optional::stream).toList());
    }

    private static Set<Role> roles(Collection<String> chosen) {
        var roles = EnumSet.noneOf(Role.class);
        for (String name : chosen) {
            roles.add(Stream.of(Role.values())
                    .filter(role -> role.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new Invalid("role", Message.of("account.people.no-such-role"))));
        }
        return roles;
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException notOne) {
            throw notFound();
        }
    }

    private static NotFound notFound() {
        return new NotFound(Message.of("identity.person.not-found"));
    }
}
