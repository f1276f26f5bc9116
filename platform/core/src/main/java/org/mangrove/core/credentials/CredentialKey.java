package org.mangrove.core.credentials;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.mangrove.core.tenancy.Address;

/** The open half of a credential. It names its tenant, so that nobody has to look for it among those of all. */
public record CredentialKey(String tenant, UUID id) {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** Empty if {@code text} cannot be one. */
    public static Optional<CredentialKey> read(String text) {
        int dot = text.indexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        String tenant = text.substring(0, dot);
        String id = text.substring(dot + 1);
        return Address.SLUG.matcher(tenant).matches() && ID.matcher(id).matches()
                ? Optional.of(new CredentialKey(tenant, UUID.fromString(id)))
                : Optional.empty();
    }

    public String text() {
        return tenant + "." + id;
    }
}
