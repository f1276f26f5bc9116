package org.mangrove.core.identity.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.identity.Actors;
import org.mangrove.core.identity.CoreMemberships;
import org.mangrove.core.identity.Memberships;
import org.mangrove.core.identity.OpaqueToken;
import org.mangrove.core.identity.Person;
import org.mangrove.core.identity.SignOnCounts;
import org.mangrove.core.identity.SignOnCounts.Outcome;
import org.mangrove.core.identity.SignOnSessions;
import org.mangrove.core.logging.RequestId;
import org.mangrove.core.tenancy.Address;
import org.mangrove.core.tenancy.Enterprise;
import org.mangrove.core.tenancy.TenantProfile;

/** Signs people on: sends them to Keycloak, and lets them in when they come back as somebody who belongs here. */
@ApplicationScoped
public class SignOn {

    static final String BEGINNING = "/sign-on";
    static final String BEGINNING_BY_ANOTHER_NAME = "/sign-in";
    static final String NO_ACCESS = "/sign-on/no-access";
    static final String FAILED = "/sign-on/failed";
    static final String UNREACHABLE = "/sign-on/unreachable";

    private static final Logger LOG = System.getLogger(SignOn.class.getName());

    @Inject
    CodeFlow codeFlow;

    @Inject
    Seal seal;

    @Inject
    Actors actors;

    @Inject
    Memberships memberships;

    @Inject
    CoreMemberships coreMemberships;

    @Inject
    SignOnSessions sessions;

    @Inject
    SignOnCounts counts;

    @Inject
    Clock clock;

    /** @return where to send the browser */
    String begin(HttpServletRequest request, HttpServletResponse response, Recognition known, RelyingParty party) {
        Address address = known.address();
        String wished = Optional.ofNullable(request.getParameter("back")).orElse("/");
        var state = LoginState.begin(party, wished, clock.instant());
        String name = Cookies.loginState(address, state.state().getValue());
        response.addHeader(
                "Set-Cookie",
                Cookies.give(
                        address,
                        name,
                        seal.close(BEGINNING, state.write()),
                        BEGINNING,
                        Optional.of(LoginState.PATIENCE)));
        response.setHeader("Cache-Control", "no-store");
        return codeFlow.begin(party, address, state, locale(request, known)).toString();
    }

    /** @return where to send the browser: to where it wanted to go, or to a page that says why not */
    String complete(HttpServletRequest request, HttpServletResponse response, Recognition known, RelyingParty party) {
        Address address = known.address();
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        String stateShown = Optional.ofNullable(request.getParameter("state")).orElse("");
        String cookie = Cookies.loginState(address, stateShown);
        Optional<LoginState> state = Cookies.find(request, cookie)
                .flatMap(closed -> seal.open(BEGINNING, closed))
                .flatMap(LoginState::read)
                .filter(begun -> begun.fits(party, stateShown, clock.instant()));
        String code = request.getParameter("code");
        if (state.isEmpty() || code == null || !isFirstUse(known, state.get())) {
            return ended(Outcome.REFUSED, address.link(FAILED));
        }
        response.addHeader("Set-Cookie", Cookies.take(address, cookie, BEGINNING));
        try {
            var done = codeFlow.complete(party, address, state.get(), code);
            Optional<OpaqueToken> session = start(known, done.signedOn());
            if (session.isEmpty()) {
                return ended(Outcome.NO_ACCESS, address.link(NO_ACCESS));
            }
            endWhatWasThere(known);
            give(response, address, session.get(), done.idToken());
            return ended(Outcome.SIGNED_ON, address.link(state.get().back()));
        } catch (TokenRefused refused) {
            LOG.log(
                    Level.INFO,
                    "Sign-on to {0} was refused in request {1}: {2}",
                    address.slug(),
                    RequestId.of(request),
                    refused.getMessage());
            return refused.why() == TokenRefused.Why.NOT_OF_THIS_ORGANIZATION
                    ? ended(Outcome.NO_ACCESS, address.link(NO_ACCESS))
                    : ended(Outcome.REFUSED, address.link(FAILED));
        } catch (IOException unreachable) {
            LOG.log(
                    Level.WARNING,
                    "Keycloak did not answer for realm {0} in request {1}: {2}",
                    party.realm(),
                    RequestId.of(request),
                    unreachable.getClass().getSimpleName());
            return ended(Outcome.UNREACHABLE, address.link(UNREACHABLE));
        }
    }

    private String ended(Outcome outcome, String leadsTo) {
        counts.count(outcome);
        return leadsTo;
    }

    private boolean isFirstUse(Recognition known, LoginState state) {
        String token = "sign-on/" + state.state().getValue();
        return known.tenant().isPresent()
                ? sessions.isNew(known.tenant().get().tenant().id(), token, state.until())
                : known.enterprise()
                        .filter(enterprise -> sessions.isNewInCore(enterprise.id(), token, state.until()))
                        .isPresent();
    }

    private Optional<OpaqueToken> start(Recognition known, TokenChecks.SignedOn signedOn) {
        return known.tenant().isPresent()
                ? start(known.tenant().get(), signedOn)
                : known.enterprise().flatMap(enterprise -> start(enterprise, signedOn));
    }

    private Optional<OpaqueToken> start(TenantProfile tenant, TokenChecks.SignedOn signedOn) {
        var id = tenant.tenant().id();
        Optional<Person> person = memberships.welcome(id, signedOn.account());
        return person.map(member -> sessions.start(id, member.id(), signedOn.keycloakSession()));
    }

    private Optional<OpaqueToken> start(Enterprise enterprise, TokenChecks.SignedOn signedOn) {
        UUID actor = actors.of(signedOn.account().realm(), signedOn.account().subject());
        return coreMemberships.roles(enterprise.id(), actor).isEmpty()
                ? Optional.empty()
                : Optional.of(sessions.startInCore(enterprise.id(), actor, signedOn.keycloakSession()));
    }

    private void endWhatWasThere(Recognition known) {
        known.session().ifPresent(old -> {
            known.tenant().ifPresent(tenant -> sessions.end(tenant.tenant().id(), old));
            known.enterprise().ifPresent(enterprise -> sessions.endInCore(enterprise.id(), old));
        });
    }

    private void give(HttpServletResponse response, Address address, OpaqueToken session, String idToken) {
        response.addHeader(
                "Set-Cookie", Cookies.give(address, Cookies.session(address), session.text(), "/", Optional.empty()));
        response.addHeader(
                "Set-Cookie",
                Cookies.give(
                        address,
                        Cookies.signOutHint(address),
                        seal.close(SignOutResource.PATH, idToken),
                        SignOutResource.PATH,
                        Optional.of(SignOnSessions.LONGEST)));
    }

    private static Locale locale(HttpServletRequest request, Recognition known) {
        return RequestLanguage.of(
                Optional.empty(),
                Cookies.find(request, Cookies.language(known.address())),
                known.tenant()
                        .map(tenant -> tenant.tenant().languages())
                        .or(() -> known.enterprise().map(enterprise -> List.of(enterprise.language())))
                        .orElse(List.of()),
                Optional.ofNullable(request.getHeader("Accept-Language")));
    }
}
