package org.mangrove.core.tenancy.web;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.regex.Pattern;
import org.mangrove.core.database.Configuration;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.sdk.Message;

/** Tells operators who ask a node of the core about one tenant that the tenant's own cell must be asked. */
@Provider
@Priority(Priorities.USER)
@ApplicationScoped
public class ElsewhereFilter implements ContainerRequestFilter {

    private static final Pattern ABOUT_A_TENANT = Pattern.compile("/*operator/api/tenants/[^/]+/.+");

    @Inject
    Configuration configuration;

    @Override
    public void filter(ContainerRequestContext context) {
        boolean servesNoTenants = configuration.part() == Configuration.Part.CORE;
        if (servesNoTenants
                && ABOUT_A_TENANT.matcher(context.getUriInfo().getPath()).matches()) {
            throw new Refusal.ServedElsewhere(Message.of("identity.address.ask-a-cell"));
        }
    }
}
