package org.mangrove.core.provisioning;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.resource.ProtocolMappersResource;
import org.keycloak.representations.idm.ClientScopeRepresentation;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;

/** Makes the claim about a person's organization carry its id: an alias alone could be another one's tomorrow. */
final class OrganizationScopePiece extends KeycloakPiece {

    /** Comes with every realm that has organizations. */
    static final String SCOPE = "organization";

    private static final String MAPPER = "oidc-organization-membership-mapper";

    private static final Map<String, String> CONFIG = Map.of(
            "claim.name", "organization",
            "jsonType.label", "JSON",
            "addOrganizationId", "true",
            "multivalued", "true",
            "id.token.claim", "true",
            "access.token.claim", "true",
            "userinfo.token.claim", "true");

    OrganizationScopePiece(Keycloak keycloak, String realm) {
        super(keycloak, Thing.Kind.SCOPE, realm, SCOPE);
    }

    @Override
    public JsonNode wanted() {
        return json(CONFIG);
    }

    @Override
    Optional<?> findThere() {
        return findScope().flatMap(this::findMapper).map(ProtocolMapperRepresentation::getConfig);
    }

    @Override
    public void apply() {
        ClientScopeRepresentation scope =
                findScope().orElseThrow(() -> new KeycloakFailure("The realm has no client scope " + SCOPE));
        Optional<ProtocolMapperRepresentation> found = findMapper(scope);
        if (found.isPresent()) {
            ProtocolMapperRepresentation mapper = found.get();
            mapper.getConfig().putAll(CONFIG);
            mappers(scope).update(mapper.getId(), mapper);
            return;
        }
        var mapper = new ProtocolMapperRepresentation();
        mapper.setName(SCOPE);
        mapper.setProtocol("openid-connect");
        mapper.setProtocolMapper(MAPPER);
        mapper.setConfig(CONFIG);
        must(mappers(scope).createMapper(mapper), "make the mapper of organizations");
    }

    private Optional<ClientScopeRepresentation> findScope() {
        return find(realm().clientScopes().findAll(), SCOPE);
    }

    private static Optional<ClientScopeRepresentation> find(List<ClientScopeRepresentation> scopes, String name) {
        return scopes.stream().filter(scope -> scope.getName().equals(name)).findFirst();
    }

    private Optional<ProtocolMapperRepresentation> findMapper(ClientScopeRepresentation scope) {
        return Optional.ofNullable(scope.getProtocolMappers()).stream()
                .flatMap(List::stream)
                .filter(mapper -> mapper.getProtocolMapper().equals(MAPPER))
                .findFirst();
    }

    private ProtocolMappersResource mappers(ClientScopeRepresentation scope) {
        return realm().clientScopes().get(scope.getId()).getProtocolMappers();
    }
}
