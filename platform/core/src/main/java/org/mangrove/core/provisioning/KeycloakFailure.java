package org.mangrove.core.provisioning;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;

/** What Keycloak's admin interface answers when it does not do what it is asked. */
final class KeycloakFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 500;

    KeycloakFailure(String what) {
        super(what);
    }

    /** The cause in one line, fit to be stored and shown to operators. */
    static String tell(Throwable failed) {
        String told = switch (failed) {
            case WebApplicationException refused ->
                "Keycloak: " + refused.getResponse().getStatus() + " " + body(refused);
            case ProcessingException away -> "Keycloak: " + String.valueOf(away.getMessage());
            default -> failed.getClass().getSimpleName() + ": " + String.valueOf(failed.getMessage());
        };
        String line = told.replaceAll("\\s+", " ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST);
    }

    private static String body(WebApplicationException refused) {
        try {
            return refused.getResponse().hasEntity() ? refused.getResponse().readEntity(String.class) : "";
        } catch (IllegalStateException | ProcessingException read) {
            return "";
        }
    }
}
