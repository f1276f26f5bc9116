package org.mangrove.launcher.bench.records;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.mangrove.launcher.Login;

/**
 * The stores that are measured: those of some tenants of one cell, all with the same key and secret, which may do everything.
 *
 * @param node where they are
 * @param tenants the first one's rows are looked at, too
 * @param credential the second half of the key
 * @param database of the cell, for JDBC
 * @param login of somebody who may make tables there
 */
public record Store(URI node, List<Tenant> tenants, UUID credential, String secret, String database, Login login) {

    /** @param number its own, by which its rows are led */
    public record Tenant(int number, String slug) {}

    public Store {
        tenants = List.copyOf(tenants);
    }

    Tenant first() {
        return tenants.getFirst();
    }

    /** One of them. */
    Store only(Tenant tenant) {
        return new Store(node, List.of(tenant), credential, secret, database, login);
    }

    /** What shows that whoever asks belongs to a tenant. */
    String authorization(Tenant tenant) {
        String shown = tenant.slug() + "." + credential + ":" + secret;
        return "Basic " + Base64.getEncoder().encodeToString(shown.getBytes(StandardCharsets.UTF_8));
    }
}
