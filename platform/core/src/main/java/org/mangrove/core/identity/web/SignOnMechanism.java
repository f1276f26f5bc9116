package org.mangrove.core.identity.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
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
public class SignOnMechanism {

    private static final String BEARER = "Bearer ";
    private static final Pattern PLATFORM_ROUTE = Pattern.compile("/(?:operator|feed|health|assets|metrics)(?:/.*)?");

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

    /** Whom a request comes from, as the container is to know it. */
    public sealed interface Outcome {

        /** @param name of the actor */
        record Known(String name, Set<String> roles) implements Outcome {}

        /** Nobody, which is for the resource to judge. */
        record Nobody() implements Outcome {}

        /** The browser is sent elsewhere, or told what is wrong: nothing else answers. */
        record Answered(boolean isFailure) implements Outcome {}
    }

    /** Answers by itself what belongs to signing on. */
    public Outcome recognize(HttpServletRequest request, HttpServletResponse response) {
        try (var line = RequestLine.begin(request)) {
            Outcome outcome = recognize(request, response, line);
            if (outcome instanceof Outcome.Answered) {
                line.tell(response.getStatus());
            }
            return outcome;
        }
    }

    private Outcome recognize(HttpServletRequest request, HttpServletResponse response, RequestLine line) {
        response.setHeader("X-Request-Id", RequestId.of(request));
        Recognition nobody = nobody(addresses.of(request)).keepIn(request);
        String credential = request.getHeader("Authorization");
        if (credential != null && isKnownElsewhere(nobody.address(), credential)) {
            return new Outcome.Nobody();
        }
        line.nameThread();
        if (credential != null) {
            return byBearer(request, response, nobody, credential);
        }
        Recognition known = bySession(request, nobody).keepIn(request);
        Optional<RelyingParty> party = party(known);
        if (request.getMethod().equals("GET") && party.isPresent()) {
            String path = known.address().path();
            if (Set.of(SignOn.BEGINNING, SignOn.BEGINNING_BY_ANOTHER_NAME).contains(path)) {
                RequestRoute.note(request, path);
                return redirected(response, signOn.begin(request, response, known, party.get()));
            }
            if (path.equals(CodeFlow.CALLBACK)) {
                RequestRoute.note(request, path);
                return redirected(response, signOn.complete(request, response, known, party.get()));
            }
        }
        return told(known);
    }

    /** Whether it is nothing that we know, or somebody's whom others know. */
    private static boolean isKnownElsewhere(Address address, String credential) {
        return !credential.regionMatches(true, 0, BEARER, 0, BEARER.length())
                || isForPrograms(address)
                || isPlatformRoute(address);
    }

    private Outcome byBearer(
            HttpServletRequest request, HttpServletResponse response, Recognition nobody, String credential) {
        try {
            return told(bearers.recognize(
                            request,
                            nobody,
                            credential.substring(BEARER.length()).strip())
                    .keepIn(request));
        } catch (TokenRefused refused) {
            return unauthorized(response);
        }
    }

    private static Outcome redirected(HttpServletResponse response, String location) {
        try {
            response.sendRedirect(location);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Outcome.Answered(false);
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

    private static Outcome told(Recognition known) {
        if (known.caller().isPresent()) {
            Caller caller = known.caller().get();
            return new Outcome.Known(caller.actor().toString(), names(caller.roles()));
        }
        if (known.coreCaller().isPresent()) {
            CoreCaller caller = known.coreCaller().get();
            return new Outcome.Known(caller.actor().toString(), names(caller.roles()));
        }
        return new Outcome.Nobody();
    }

    private static Set<String> names(Set<? extends Enum<?>> roles) {
        return roles.stream().map(Enum::name).collect(Collectors.toSet());
    }

    private static boolean isPlatformRoute(Address address) {
        return address.kind() == Address.Kind.PLATFORM
                && PLATFORM_ROUTE.matcher(address.path()).matches();
    }

    /** The learning record store knows those who ask it by itself. */
    private static boolean isForPrograms(Address address) {
        return address.path().startsWith("/xapi/");
    }

    private static Outcome unauthorized(HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        response.setHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"");
        response.setContentType("application/problem+json");
        try {
            response.getWriter().write(Problems.UNAUTHORIZED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Outcome.Answered(true);
    }
}
