package org.mangrove.core.provisioning;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.NotFoundException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.resource.OrganizationResource;
import org.keycloak.representations.idm.IdentityProviderMapperRepresentation;
import org.keycloak.representations.idm.IdentityProviderRepresentation;
import org.keycloak.representations.idm.OrganizationRepresentation;

/** A company's own identity provider, which may speak for addresses of the company's domains and no others. */
final class ProviderPiece extends KeycloakPiece {

    private static final String KEYCLOAK = "${keycloak}";

    /** A name that means one account for ever, and that is no address which somebody else may get one day. */
    private static final String PERSISTENT = "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent";

    private final Surroundings surroundings;
    private final String organization;
    private final ProviderDeclaration declared;

    ProviderPiece(
            Keycloak keycloak,
            Surroundings surroundings,
            String realm,
            String organization,
            ProviderDeclaration declared) {
        super(keycloak, Thing.Kind.PROVIDER, realm, declared.alias());
        this.surroundings = surroundings;
        this.organization = organization;
        this.declared = declared;
    }

    private IdentityProviderRepresentation providerWanted() {
        var provider = new IdentityProviderRepresentation();
        provider.setAlias(declared.alias());
        provider.setDisplayName(
                declared.names().values().stream().sorted().findFirst().orElse(declared.alias()));
        provider.setEnabled(true);
        provider.setTrustEmail(true);
        provider.setStoreToken(false);
        provider.setAddReadTokenRoleOnCreate(false);
        provider.setLinkOnly(false);
        provider.setFirstBrokerLoginFlowAlias(FirstSignInPiece.flowOf(declared.alias()));
        var config = new HashMap<String, String>();
        config.put("syncMode", "FORCE");
        config.put("kc.org.domain", declared.domains().getFirst());
        config.put("kc.org.broker.redirect.mode.email-matches", "true");
        switch (declared.protocol()) {
            case ProviderDeclaration.OpenIdConnect openId -> {
                provider.setProviderId("oidc");
                config.putAll(openIdConnect(openId));
            }
            case ProviderDeclaration.Saml saml -> {
                provider.setProviderId("saml");
                config.put("metadataDescriptorUrl", atHome(saml.metadataUrl()));
                config.put("useMetadataDescriptorUrl", "true");
                config.put("nameIDPolicyFormat", PERSISTENT);
                config.put("principalType", "SUBJECT");
                config.put("validateSignature", "true");
                config.put("wantAssertionsSigned", "true");
            }
        }
        provider.setConfig(config);
        return provider;
    }

    private Map<String, String> openIdConnect(ProviderDeclaration.OpenIdConnect openId) {
        var config = new HashMap<String, String>();
        config.put("issuer", issuer(openId));
        config.put("clientId", openId.client());
        config.put("clientAuthMethod", openId.secret().isPresent() ? "client_secret_post" : "none");
        config.put("defaultScope", "openid profile email");
        config.put("validateSignature", "true");
        config.put("useJwksUrl", "true");
        config.put("pkceEnabled", "true");
        config.put("pkceMethod", "S256");
        config.put("filteredByClaim", "true");
        config.put("claimFilterName", "email");
        config.put(
                "claimFilterValue",
                declared.domains().stream()
                        .map(domain -> "@" + domain.replace(".", "\\."))
                        .collect(Collectors.joining("|", "[^@]+(?:", ")")));
        return config;
    }

    private String issuer(ProviderDeclaration.OpenIdConnect openId) {
        return atHome(openId.issuer());
    }

    private String atHome(String address) {
        return address.replace(KEYCLOAK, surroundings.keycloak().toString());
    }

    @Override
    public JsonNode wanted() {
        return json(Map.of("provider", json(providerWanted()), "linked", true, "secret", secret()));
    }

    /** Keycloak never shows the secret again: that it changed is known by the digest. */
    @Override
    public Optional<String> hidden() {
        return Optional.of("clientSecret");
    }

    private String secret() {
        Secrets secrets = surroundings.secrets();
        return declared.protocol() instanceof ProviderDeclaration.OpenIdConnect openId
                ? openId.secret()
                        .flatMap(StandInCompany.plays(declared) ? secrets::findForStandIn : secrets::find)
                        .orElse("")
                : "";
    }

    @Override
    Optional<?> findThere() {
        return findProvider()
                .map(provider -> Map.of("provider", json(provider), "linked", isLinked(), "secret", secret()));
    }

    private Optional<IdentityProviderRepresentation> findProvider() {
        try {
            return Optional.of(realm().identityProviders().get(declared.alias()).toRepresentation());
        } catch (NotFoundException nothing) {
            return Optional.empty();
        }
    }

    private Optional<OrganizationResource> findOrganization() {
        return OrganizationPiece.find(realm(), organization)
                .map(OrganizationRepresentation::getId)
                .map(id -> realm().organizations().get(id));
    }

    private boolean isLinked() {
        return findOrganization().stream()
                .flatMap(found -> found.identityProviders().getIdentityProviders().stream())
                .anyMatch(provider -> declared.alias().equals(provider.getAlias()));
    }

    @Override
    public void apply() {
        IdentityProviderRepresentation wanted = providerWanted();
        var config = new HashMap<>(endpoints());
        config.putAll(wanted.getConfig());
        if (!secret().isEmpty()) {
            config.put("clientSecret", secret());
        }
        Optional<IdentityProviderRepresentation> found = findProvider();
        boolean links = !isLinked();
        String domain = config.get("kc.org.domain");
        if (links) {
            // The domain is taken only from a provider that belongs to the organization.
            config.remove("kc.org.domain");
        }
        wanted.setConfig(config);
        if (found.isPresent()) {
            realm().identityProviders().get(declared.alias()).update(wanted);
        } else {
            must(realm().identityProviders().create(wanted), "make the identity provider");
        }
        if (links) {
            must(
                    findOrganization()
                            .orElseThrow(() -> new KeycloakFailure("There is no organization " + organization))
                            .identityProviders()
                            .addIdentityProvider(declared.alias()),
                    "link the identity provider to its organization");
            IdentityProviderRepresentation linked = findProvider().orElseThrow();
            linked.getConfig().put("kc.org.domain", domain);
            linked.getConfig().put("clientSecret", secret());
            realm().identityProviders().get(declared.alias()).update(linked);
        }
        mapTheirClaims();
    }

    /** Where the provider is spoken with: said by itself, or known, if it is a realm of our own Keycloak. */
    private Map<String, String> endpoints() {
        return switch (declared.protocol()) {
            case ProviderDeclaration.OpenIdConnect openId
            when openId.issuer().startsWith(KEYCLOAK) -> {
                String protocol = issuer(openId) + "/protocol/openid-connect";
                yield Map.of(
                        "authorizationUrl", protocol + "/auth",
                        "tokenUrl", protocol + "/token",
                        "userInfoUrl", protocol + "/userinfo",
                        "jwksUrl", protocol + "/certs",
                        "logoutUrl", protocol + "/logout");
            }
            case ProviderDeclaration.OpenIdConnect openId ->
                realm().identityProviders()
                        .importFrom(Map.of(
                                "providerId",
                                "oidc",
                                "fromUrl",
                                issuer(openId).replaceAll("/+$", "") + "/.well-known/openid-configuration"));
            case ProviderDeclaration.Saml saml ->
                realm().identityProviders()
                        .importFrom(Map.of("providerId", "saml", "fromUrl", atHome(saml.metadataUrl())));
        };
    }

    private void mapTheirClaims() {
        List<IdentityProviderMapperRepresentation> mappers = switch (declared.protocol()) {
            case ProviderDeclaration.OpenIdConnect openId ->
                List.of(
                        mapper(
                                "username",
                                "oidc-username-idp-mapper",
                                Map.of("template", "${CLAIM.email}", "target", "LOCAL")),
                        mapper(
                                "department",
                                "oidc-user-attribute-idp-mapper",
                                Map.of("claim", "department", "user.attribute", "department")));
            case ProviderDeclaration.Saml saml ->
                List.of(
                        mapper(
                                "username",
                                "saml-username-idp-mapper",
                                Map.of(
                                        "template",
                                        "${ATTRIBUTE.%s}"
                                                .formatted(saml.attributes().email()),
                                        "target",
                                        "LOCAL")),
                        attribute("email", saml.attributes().email(), "email"),
                        attribute("given name", saml.attributes().given(), "firstName"),
                        attribute("family name", saml.attributes().family(), "lastName"),
                        attribute("department", saml.attributes().department(), "department"));
        };
        var there = realm().identityProviders().get(declared.alias()).getMappers().stream()
                .map(IdentityProviderMapperRepresentation::getName)
                .collect(Collectors.toSet());
        for (IdentityProviderMapperRepresentation mapper : mappers) {
            if (!there.contains(mapper.getName())) {
                must(realm().identityProviders().get(declared.alias()).addMapper(mapper), "map the provider's claims");
            }
        }
    }

    /** An attribute of an assertion: Keycloak looks for its friendly name, too. */
    private IdentityProviderMapperRepresentation attribute(String name, String theirs, String ours) {
        boolean isFriendly = theirs.indexOf(':') < 0;
        return mapper(
                name,
                "saml-user-attribute-idp-mapper",
                Map.of(isFriendly ? "attribute.friendly.name" : "attribute.name", theirs, "user.attribute", ours));
    }

    private IdentityProviderMapperRepresentation mapper(String name, String type, Map<String, String> settings) {
        var config = new HashMap<>(settings);
        config.put("syncMode", "INHERIT");
        var mapper = new IdentityProviderMapperRepresentation();
        mapper.setName(name);
        mapper.setIdentityProviderAlias(declared.alias());
        mapper.setIdentityProviderMapper(type);
        mapper.setConfig(config);
        return mapper;
    }
}
