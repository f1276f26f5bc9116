package org.mangrove.core.provisioning;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.resource.RealmResource;

/** A thing in a realm. */
abstract class KeycloakPiece implements Piece {

    private final Keycloak keycloak;
    private final Thing thing;

    KeycloakPiece(Keycloak keycloak, Thing.Kind kind, String realm, String name) {
        this.keycloak = keycloak;
        this.thing = new Thing(kind, realm, name);
    }

    @Override
    public final Thing thing() {
        return thing;
    }

    @Override
    public final Optional<JsonNode> find() {
        try {
            return findThere().map(KeycloakPiece::json);
        } catch (NotFoundException nothing) {
            return Optional.empty();
        }
    }

    /** @throws NotFoundException if it is not there, as well as giving nothing */
    abstract Optional<?> findThere();

    final Keycloak keycloak() {
        return keycloak;
    }

    final RealmResource realm() {
        return keycloak.realm(thing.place());
    }

    static JsonNode json(Object representation) {
        return JerseyClients.JSON.valueToTree(representation);
    }

    /** Closes the answer. */
    static void must(Response answer, String what) {
        try (answer) {
            if (answer.getStatus() >= 300) {
                throw new KeycloakFailure("Keycloak did not %s: %d %s"
                        .formatted(
                                what, answer.getStatus(), answer.hasEntity() ? answer.readEntity(String.class) : ""));
            }
        }
    }
}
