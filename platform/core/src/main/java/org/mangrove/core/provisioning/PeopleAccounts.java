package org.mangrove.core.provisioning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.keycloak.admin.client.resource.RealmResource;

/** The accounts with which people sign in, in the realms that are ours. */
@ApplicationScoped
public class PeopleAccounts {

    private static final Logger LOG = System.getLogger(PeopleAccounts.class.getName());

    @Inject
    KeycloakConnection connection;

    /** What became of an account. */
    public enum Removal {
        /** It is gone, or was. */
        REMOVED,
        NOT_REACHED
    }

    /** The name that somebody types to sign in; empty too if the sign-on does not answer. */
    public Optional<String> findUserName(String realm, String account) {
        try {
            return Optional.ofNullable(connection
                    .keycloak()
                    .realm(realm)
                    .users()
                    .get(account)
                    .toRepresentation()
                    .getUsername());
        } catch (WebApplicationException | ProcessingException unknown) {
            return Optional.empty();
        }
    }

    /** Ends all its sessions and removes it. Done again, it changes nothing. */
    public Removal remove(String realm, String account) {
        return attempt(realm, place -> {
            place.users().get(account).logout();
            place.users().get(account).remove();
        });
    }

    /** Ends its sessions and takes it out of an organization: it leads there no more. */
    public Removal leave(String realm, String organization, String account) {
        return attempt(realm, place -> {
            place.users().get(account).logout();
            String id =
                    OrganizationPiece.find(place, organization).orElseThrow().getId();
            place.organizations().get(id).members().member(account).delete().close();
        });
    }

    private interface Work {
        void in(RealmResource realm);
    }

    private Removal attempt(String realm, Work work) {
        try {
            work.in(connection.keycloak().realm(realm));
            return Removal.REMOVED;
        } catch (NotFoundException gone) {
            return Removal.REMOVED;
        } catch (WebApplicationException | ProcessingException failed) {
            LOG.log(Level.WARNING, "An account of realm " + realm + " could not be removed", failed);
            return Removal.NOT_REACHED;
        }
    }
}
