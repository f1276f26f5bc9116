package org.mangrove.core.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mangrove.core.database.Configuration;

/** Reads whom a request is addressed to, once for each request, and says where a tenant is at home. */
@ApplicationScoped
public class Addresses {

    private static final String KEPT = Address.class.getName();
    private static final Pattern PORT = Pattern.compile(":\\d+$");

    @Inject
    Tenants tenants;

    @Inject
    Configuration configuration;

    @Inject
    MediaHost media;

    @Inject
    PackageHost packages;

    public Address of(HttpServletRequest request) {
        if (request.getAttribute(KEPT) instanceof Address known) {
            return known;
        }
        Address address = read(request);
        request.setAttribute(KEPT, address);
        return address;
    }

    /** Scheme, host and port of a tenant's own, whatever address was asked; without a slash at the end. */
    public String home(TenantProfile tenant) {
        return home(tenant.tenant().slug());
    }

    /** The same of the core of an enterprise, on a node that serves it. */
    public String home(Enterprise enterprise) {
        return home(enterprise.slug());
    }

    private String home(String slug) {
        URI own = configuration.url();
        String port = own.getPort() < 0 ? "" : ":" + own.getPort();
        return "%s://%s.%s%s".formatted(own.getScheme(), slug, own.getHost(), port);
    }

    /** A request at no tenant's address is for this tenant after all, since its credential says so. */
    public Address settle(HttpServletRequest request, TenantProfile tenant) {
        Address asked = of(request);
        var settled =
                new Address(Address.Kind.TENANT, tenant.tenant().slug(), asked.origin(), asked.base(), asked.path());
        request.setAttribute(KEPT, settled);
        return settled;
    }

    private Address read(HttpServletRequest request) {
        URI own = configuration.url();
        String platformHost = own.getHost();
        String hostAsked = Optional.ofNullable(request.getHeader("Host")).orElse(platformHost);
        if (media.isAsked(hostAsked) || packages.isAsked(hostAsked)) {
            return Address.nowhere(own.getScheme() + "://" + hostAsked, request.getRequestURI());
        }
        return Address.parse(
                scheme(request, own, hostAsked),
                hostAsked,
                request.getRequestURI(),
                platformHost,
                slug -> tenants.findBySlug(slug).isPresent(),
                slug -> configuration.servesCore()
                        && tenants.findEnterpriseBySlug(slug).isPresent());
    }

    /** Below our own host it is the one that was configured: encryption may have ended before this node. */
    private static String scheme(HttpServletRequest request, URI own, String hostAsked) {
        String name = PORT.matcher(hostAsked).replaceFirst("").toLowerCase(Locale.ROOT);
        boolean ours = name.equals(own.getHost()) || name.endsWith("." + own.getHost());
        return ours ? own.getScheme() : request.getScheme();
    }
}
