package org.mangrove.core.sources.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mangrove.core.credentials.Credential;
import org.mangrove.core.credentials.Credentials;
import org.mangrove.core.identity.CurrentRequest;
import org.mangrove.core.identity.Role;
import org.mangrove.core.pages.Page;
import org.mangrove.core.sources.Source;
import org.mangrove.core.sources.Source.Traffic;
import org.mangrove.core.sources.Sources;
import org.mangrove.core.tenancy.TenantProfile;

/** Where a tenant's admin sees how the systems are doing that send and read statements. */
@Path("admin/sources")
@Produces(MediaType.TEXT_HTML)
@RequestScoped
public class SourcesResource {

    static final String PLACE = "/admin/sources";

    private static final Comparator<Entry> LATEST_FIRST = Comparator.<Entry, Instant>comparing(
                    entry -> entry.source().lastStored().orElse(Instant.EPOCH))
            .reversed();

    /** Those that may come, and those that came in the last week. */
    public record SourceList(List<Entry> entries) {}

    public record Entry(Credential credential, Credential.State state, Source source) {}

    @Inject
    CurrentRequest request;

    @Inject
    Credentials credentials;

    @Inject
    Sources sources;

    @Inject
    Clock clock;

    @GET
    public Page list() {
        request.callerWith(Role.TENANT_ADMIN);
        TenantProfile tenant = request.tenant();
        Map<UUID, Source> known = sources.all(tenant.tenant().id());
        return Page.of(
                "sources/sources",
                new SourceList(credentials.all(tenant).stream()
                        .map(credential -> new Entry(
                                credential,
                                credential.at(clock.instant()),
                                known.getOrDefault(credential.id(), Source.silent(credential.id()))))
                        .filter(entry -> entry.state() == Credential.State.OPEN
                                || !entry.source().week().equals(Traffic.NONE))
                        .sorted(LATEST_FIRST)
                        .toList()));
    }
}
