package org.mangrove.core.credentials;

import java.util.Optional;
import java.util.regex.Pattern;
import org.mangrove.core.tenancy.Address;

/**
 * What a program is called in the realm of its tenant: {@code acme-de.warehouse}. It names its tenant, which shares the realm with
 * others, so that no tenant can claim another's program.
 */
record ClientName(String tenant, String text) {

    static final int LONGEST = 200;

    private static final Pattern REST = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    /** Empty if {@code text} cannot be one. */
    static Optional<ClientName> read(String text) {
        int dot = text.indexOf('.');
        if (dot < 0 || text.length() > LONGEST) {
            return Optional.empty();
        }
        String tenant = text.substring(0, dot);
        return Address.SLUG.matcher(tenant).matches()
                        && REST.matcher(text.substring(dot + 1)).matches()
                ? Optional.of(new ClientName(tenant, text))
                : Optional.empty();
    }
}
