package org.mangrove.core.account.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import org.mangrove.core.identity.Caller;
import org.mangrove.core.identity.CurrentRequest;
import org.mangrove.core.identity.People;
import org.mangrove.core.pages.Page;
import org.mangrove.core.tenancy.Address;
import org.mangrove.core.tenancy.Addresses;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.core.tenancy.Tenants;

/**
 * The tenants to which somebody belongs besides this one. Each has a session of its own: to switch is to go there and to be
 * signed on there, without being asked again if the sign-on still knows one.
 */
@Path("tenants")
@Produces(MediaType.TEXT_HTML)
@RequestScoped
public class TenantsResource {

    /** @param link leads to the sign-on there */
    public record Place(String name, Locale language, String link) {}

    public record Places(List<Place> others) {}

    @Inject
    CurrentRequest request;

    @Inject
    Tenants tenants;

    @Inject
    People people;

    @Inject
    Addresses addresses;

    @GET
    public Page list() {
        Caller caller = request.caller();
        TenantProfile here = request.tenant();
        List<Place> others = tenants.all().stream()
                .filter(tenant -> !tenant.tenant().id().equals(here.tenant().id()))
                .filter(tenant -> tenant.enterprise().equals(here.enterprise()))
                .filter(tenant ->
                        tenant.identity().realm().equals(here.identity().realm()))
                .filter(tenant -> belongs(tenant, caller))
                .map(this::place)
                .toList();
        return Page.of("account/tenants", new Places(others));
    }

    /** In one realm a person is the same actor everywhere. */
    private boolean belongs(TenantProfile tenant, Caller caller) {
        return people.findByActor(tenant.tenant().id(), caller.actor())
                .filter(person -> !person.roles().isEmpty())
                .isPresent();
    }

    private Place place(TenantProfile tenant) {
        Locale locale = request.locale();
        Locale own = tenant.tenant().language();
        Locale shown = tenant.names().containsKey(locale) ? locale : own;
        String name = tenant.names().getOrDefault(shown, tenant.tenant().slug());
        return new Place(name, shown, link(tenant));
    }

    private String link(TenantProfile tenant) {
        Address here = request.address();
        if (!here.base().isEmpty()) {
            return here.origin() + "/t/" + tenant.tenant().slug() + "/sign-on";
        }
        return addresses.home(tenant) + "/sign-on";
    }
}
