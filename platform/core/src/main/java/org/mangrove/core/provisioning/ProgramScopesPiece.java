package org.mangrove.core.provisioning;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.resource.ClientScopeResource;
import org.keycloak.representations.idm.ClientScopeRepresentation;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;
import org.mangrove.core.credentials.Scope;
import org.mangrove.core.identity.MachineTokens;

/**
 * What programs of a realm can ask for that send and read statements. A scope says for whom a token is, so that one that was
 * made for something else is of no use here; which program may have which scopes, its tenant says.
 */
final class ProgramScopesPiece extends KeycloakPiece {

    private static final String NAME = "xapi";
    private static final String PROTOCOL = "openid-connect";
    private static final String MAPPER = "oidc-audience-mapper";
    private static final String MAPPER_NAME = "audience";
    private static final Map<String, String> ATTRIBUTES =
            Map.of("include.in.token.scope", "true", "display.on.consent.screen", "false");
    private static final Map<String, String> CONFIG = Map.of(
            "included.custom.audience",
            MachineTokens.AUDIENCE,
            "access.token.claim",
            "true",
            "id.token.claim",
            "false");

    ProgramScopesPiece(Keycloak keycloak, String realm) {
        super(keycloak, Thing.Kind.SCOPE, realm, NAME);
    }

    @Override
    public JsonNode wanted() {
        return json(names().collect(Collectors.toMap(
                Function.identity(), name -> Map.of("attributes", ATTRIBUTES, "mapper", CONFIG))));
    }

    @Override
    Optional<?> findThere() {
        Map<String, ClientScopeRepresentation> there = scopes();
        var found = new TreeMap<String, Object>();
        names().map(there::get)
                .flatMap(Stream::ofNullable)
                .forEach(scope -> found.put(
                        scope.getName(),
                        Map.of(
                                "attributes",
                                scope.getAttributes(),
                                "mapper",
                                findMapper(scope)
                                        .map(ProtocolMapperRepresentation::getConfig)
                                        .orElseGet(Map::of))));
        return found.isEmpty() ? Optional.empty() : Optional.of(found);
    }

    @Override
    public void apply() {
        Map<String, ClientScopeRepresentation> there = scopes();
        names().forEach(name -> apply(name, Optional.ofNullable(there.get(name))));
    }

    private void apply(String name, Optional<ClientScopeRepresentation> found) {
        if (found.isEmpty()) {
            must(realm().clientScopes().create(scopeWanted(name)), "make the scope " + name);
            return;
        }
        ClientScopeRepresentation scope = found.get();
        ClientScopeResource resource = realm().clientScopes().get(scope.getId());
        Optional<ProtocolMapperRepresentation> mapper = findMapper(scope);
        scope.getAttributes().putAll(ATTRIBUTES);
        resource.update(scope);
        if (mapper.isPresent()) {
            mapper.get().getConfig().putAll(CONFIG);
            resource.getProtocolMappers().update(mapper.get().getId(), mapper.get());
        } else {
            must(resource.getProtocolMappers().createMapper(mapperWanted()), "make the audience of " + name);
        }
    }

    private static ClientScopeRepresentation scopeWanted(String name) {
        var scope = new ClientScopeRepresentation();
        scope.setName(name);
        scope.setProtocol(PROTOCOL);
        scope.setAttributes(ATTRIBUTES);
        scope.setProtocolMappers(List.of(mapperWanted()));
        return scope;
    }

    private static ProtocolMapperRepresentation mapperWanted() {
        var mapper = new ProtocolMapperRepresentation();
        mapper.setName(MAPPER_NAME);
        mapper.setProtocol(PROTOCOL);
        mapper.setProtocolMapper(MAPPER);
        mapper.setConfig(CONFIG);
        return mapper;
    }

    private Map<String, ClientScopeRepresentation> scopes() {
        return realm().clientScopes().findAll().stream()
                .collect(Collectors.toMap(ClientScopeRepresentation::getName, Function.identity()));
    }

    private static Optional<ProtocolMapperRepresentation> findMapper(ClientScopeRepresentation scope) {
        return Optional.ofNullable(scope.getProtocolMappers()).stream()
                .flatMap(List::stream)
                .filter(mapper -> mapper.getProtocolMapper().equals(MAPPER))
                .findFirst();
    }

    private static Stream<String> names() {
        return Stream.of(Scope.values()).map(Scope::inTokens);
    }
}
