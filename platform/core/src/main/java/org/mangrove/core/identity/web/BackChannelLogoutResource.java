package org.mangrove.core.identity.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.mangrove.core.identity.Actors;
import org.mangrove.core.identity.People;
import org.mangrove.core.identity.SignOnSessions;
import org.mangrove.core.logging.RequestId;
import org.mangrove.core.refusal.Refusal.NotFound;
import org.mangrove.core.tenancy.Enterprise;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.sdk.Message;

/** Keycloak says that somebody's session there is over: it is over here, too, on every node, by the next request. */
@Path("sign-on/back-channel-logout")
@RequestScoped
public class BackChannelLogoutResource {

    private static final Logger LOG = System.getLogger(BackChannelLogoutResource.class.getName());

    /** Longer than a logout token is good for. */
    private static final Duration REMEMBERED = Duration.ofHours(1);

    @Inject
    HttpServletRequest request;

    @Inject
    TokenChecks checks;

    @Inject
    SignOnSessions sessions;

    @Inject
    Actors actors;

    @Inject
    People people;

    @Inject
    Clock clock;

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response logout(@FormParam("logout_token") @DefaultValue("") String token) {
        Recognition known = Recognition.of(request);
        try {
            if (known.tenant().isPresent()) {
                end(known.tenant().get(), token);
            } else if (known.enterprise().isPresent()) {
                end(known.enterprise().get(), token);
            } else {
                throw new NotFound(Message.of("identity.address.nobody-there"));
            }
        } catch (TokenRefused refused) {
            LOG.log(
                    Level.INFO,
                    "A logout token for {0} was refused in request {1}: {2}",
                    known.address().slug(),
                    RequestId.of(request),
                    refused.getMessage());
            return Response.status(Response.Status.BAD_REQUEST)
                    .header("Cache-Control", "no-store")
                    .build();
        }
        return Response.ok().header("Cache-Control", "no-store").build();
    }

    private void end(TenantProfile tenant, String token) throws TokenRefused {
        var party = RelyingParty.of(tenant);
        var ended = checks.logoutToken(party, token);
        var id = tenant.tenant().id();
        mustBeNew(sessions.isNew(id, "logout/" + ended.tokenId(), remembered()));
        ended.keycloakSession()
                .ifPresentOrElse(
                        session -> sessions.endByKeycloakSession(id, session),
                        () -> ended.subject()
                                .flatMap(subject -> people.findByAccount(id, party.realm(), subject))
                                .ifPresent(person -> sessions.endByPerson(id, person.id())));
    }

    private void end(Enterprise enterprise, String token) throws TokenRefused {
        var party = RelyingParty.of(enterprise);
        var ended = checks.logoutToken(party, token);
        mustBeNew(sessions.isNewInCore(enterprise.id(), "logout/" + ended.tokenId(), remembered()));
        ended.keycloakSession()
                .ifPresentOrElse(
                        session -> sessions.endByKeycloakSessionInCore(enterprise.id(), session),
                        () -> ended.subject()
                                .ifPresent(subject ->
                                        sessions.endByActorInCore(enterprise.id(), actors.of(party.realm(), subject))));
    }

    private Instant remembered() {
        return clock.instant().plus(REMEMBERED);
    }

    private static void mustBeNew(boolean isNew) throws TokenRefused {
        if (!isNew) {
            throw new TokenRefused(TokenRefused.Why.INVALID, "Logout token was shown before");
        }
    }
}
