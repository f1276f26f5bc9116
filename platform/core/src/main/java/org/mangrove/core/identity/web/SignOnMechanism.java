package org.mangrove.core.identity.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mangrove.core.identity.Caller;
import org.mangrove.core.identity.CoreCaller;
import org.mangrove.core.identity.OpaqueToken;
import org.mangrove.core.identity.SignOnSessions;
import org.mangrove.core.logging.RequestId;
import org.mangrove.core.logging.RequestLine;
import org.mangrove.core.logging.RequestRoute;
import org.mangrove.core.tenancy.Address;
import org.mangrove.core.tenancy.Addresses;
import org.mangrove.core.tenancy.Enterprise;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.core.tenancy.Tenants;

/**
 * Finds out for every request whom it is addressed to and who asks, by a bearer token or by the session in a cookie, and
 * carries out sign-on at {@code /sign-on} and {@code /sign-on/callback}.
 *
 * <p>Who shows a credential is known by it alone: a cookie that comes along is not looked at.
 */
@ApplicationScoped
public class SignOnMechanism implements HttpAuthenticationMechanism {

    @Inject
    Addresses addresses;

    @Inject
    Tenants tenants;

    @Inject
    SignOnSessions sessions;

    @Inject
    BearerTokens bearers;

    @Inject
    SignOn signOn;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        try (var line = RequestLine.begin(request)) {
            AuthenticationStatus status = recognize(request, response, context, line);
            if (status == AuthenticationStatus.SEND_CONTINUE || status == AuthenticationStatus.SEND_FAILURE) {
                line.tell(response.getStatus());
            }
            return status;
        }
    }

    private AuthenticationStatus recognize(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context, RequestLine line) {
        response.setHeader("X-Request-Id", RequestId.of(request));
        Recognition nobody = nobody(addresses.of(request)).keepIn(request);
        line.nameThread();
        String credential = request.getHeader("Authorization");
        if (credential != null) {
            return byCredential(request, response, context, nobody, credential);
        }
        Recognition known = bySession(request, nobody).keepIn(request);
        Optional<RelyingParty> party = party(known);
        if (request.getMethod().equals("GET") && party.isPresent()) {
            String path = known.address().path();
            if (Set.of(SignOn.BEGINNING, SignOn.BEGINNING_BY_ANOTHER_NAME).contains(path)) {
                RequestRoute.note(request, path);
                return context.redirect(signOn.begin(request, response, known, party.get()));
            }
            if (path.equals(CodeFlow.CALLBACK)) {
                RequestRoute.note(request, path);
                return context.redirect(signOn.complete(request, response, known, party.get()));
            }
        }
        return tell(context, known);
    }

    private AuthenticationStatus byCredential(
            HttpServletRequest request,
            HttpServletResponse response,
            HttpMessageContext context,
            Recognition nobody,
            String credential) {
        boolean isBearer = credential.regionMatches(true, 0, "Bearer ", 0, 7);
        if (!isBearer || isPlatformRoute(nobody.address()) || isForPrograms(nobody.address())) {
            return context.doNothing();
        }
        try {
            return tell(
                    context,
                    bearers.recognize(request, nobody, credential.substring(7).strip())
                            .keepIn(request));
        } catch (TokenRefused refused) {
            return unauthorized(response);
        }
    }

    private Recognition bySession(HttpServletRequest request, Recognition nobody) {
        Optional<OpaqueToken> token =
                Cookies.find(request, Cookies.session(nobody.address())).flatMap(OpaqueToken::read);
        if (token.isEmpty()) {
            return nobody;
        }
        Optional<Caller> caller = nobody.tenant().flatMap(tenant -> sessions.find(tenant, token.get()));
        Optional<CoreCaller> coreCaller =
                nobody.enterprise().flatMap(enterprise -> sessions.findInCore(enterprise, token.get()));
        boolean isKnown = caller.isPresent() || coreCaller.isPresent();
        return isKnown
                ? new Recognition(nobody.address(), nobody.tenant(), nobody.enterprise(), caller, coreCaller, token)
                : nobody;
    }

    private Recognition nobody(Address address) {
        Optional<TenantProfile> tenant =
                address.kind() == Address.Kind.TENANT ? tenants.findBySlug(address.slug()) : Optional.empty();
        Optional<Enterprise> enterprise =
                address.kind() == Address.Kind.CORE ? tenants.findEnterpriseBySlug(address.slug()) : Optional.empty();
        return new Recognition(address, tenant, enterprise, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Optional<RelyingParty> party(Recognition known) {
        return known.tenant().map(RelyingParty::of).or(() -> known.enterprise().map(RelyingParty::of));
    }

    private static AuthenticationStatus tell(HttpMessageContext context, Recognition known) {
        if (known.caller().isPresent()) {
            Caller caller = known.caller().get();
            return context.notifyContainerAboutLogin(caller.actor().toString(), names(caller.roles()));
        }
        if (known.coreCaller().isPresent()) {
            CoreCaller caller = known.coreCaller().get();
            return context.notifyContainerAboutLogin(caller.actor().toString(), names(caller.roles()));
        }
        return context.doNothing();
    }

    private static Set<String> names(Set<? extends Enum<?>> roles) {
        return roles.stream().map(Enum::name).collect(Collectors.toSet());
    }

    private static boolean isPlatformRoute(Address address) {
        return address.kind() == Address.Kind.PLATFORM
                && address.path().matches("/(?:operator|feed|health|assets|metrics)(?:/.*)?");
    }

    /** The learning record store knows those who ask it by itself. */
    private static boolean isForPrograms(Address address) {
        return address.path().startsWith("/xapi/");
    }

    private static AuthenticationStatus unauthorized(HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        response.setHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"");
        response.setContentType("application/problem+json");
        try {
            response.getWriter().write(Problems.UNAUTHORIZED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return AuthenticationStatus.SEND_FAILURE;
    }
}
