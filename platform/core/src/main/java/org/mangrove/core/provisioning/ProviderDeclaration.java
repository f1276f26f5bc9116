package org.mangrove.core.provisioning;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A company's own identity provider.
 *
 * @param domains the only e-mail domains that may come from it
 * @param straightThere whether people are sent there without seeing our sign-in page
 */
public record ProviderDeclaration(
        String alias, Protocol protocol, Map<Locale, String> names, List<String> domains, boolean straightThere) {

    public ProviderDeclaration {
        names = Map.copyOf(names);
        domains = List.copyOf(domains);
    }

    /** How we speak with it. */
    public sealed interface Protocol {}

    /**
     * @param issuer may hold {@code ${keycloak}}, the address of the zone's own Keycloak
     * @param secret the name of the client's secret in the environment, if it has one
     */
    public record OpenIdConnect(String issuer, String client, Optional<String> secret) implements Protocol {}

    /**
     * @param metadataUrl may hold {@code ${keycloak}}, the address of the zone's own Keycloak
     * @param attributes how it calls what we want to know
     */
    public record Saml(String metadataUrl, SamlAttributes attributes) implements Protocol {}

    /** Names of attributes, or the friendly names that stand beside them. */
    public record SamlAttributes(String email, String given, String family, String department) {

        /** As LDAP calls them, and most providers with it. */
        static final SamlAttributes USUAL = new SamlAttributes("email", "givenName", "surname", "department");
    }
}
