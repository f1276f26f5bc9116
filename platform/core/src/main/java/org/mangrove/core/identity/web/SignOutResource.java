package org.mangrove.core.identity.web;

import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.text.ParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mangrove.core.identity.SignOnSessions;
import org.mangrove.core.refusal.Refusal.NotFound;
import org.mangrove.core.tenancy.Address;
import org.mangrove.sdk.Message;

/** Signs somebody out, here and at the sign-on, and so at every other tenant that they have signed in to. */
@Path("sign-out")
@RequestScoped
public class SignOutResource {

    static final String PATH = "/sign-out";
    static final String SIGNED_OUT = "/signed-out";

    @Inject
    HttpServletRequest request;

    @Inject
    SignOnSessions sessions;

    @Inject
    Realms realms;

    @Inject
    Seal seal;

    @POST
    public Response signOut() {
        Recognition known = Recognition.of(request);
        Address address = known.address();
        RelyingParty party = known.tenant()
                .map(RelyingParty::of)
                .or(() -> known.enterprise().map(RelyingParty::of))
                .orElseThrow(() -> new NotFound(Message.of("identity.address.nobody-there")));
        known.session().ifPresent(session -> {
            known.tenant().ifPresent(tenant -> sessions.end(tenant.tenant().id(), session));
            known.enterprise().ifPresent(enterprise -> sessions.endInCore(enterprise.id(), session));
        });
        return Response.seeOther(atTheSignOn(party, address))
                .header(HttpHeaders.SET_COOKIE, Cookies.take(address, Cookies.session(address), "/"))
                .header(HttpHeaders.SET_COOKIE, Cookies.take(address, Cookies.signOutHint(address), PATH))
                .header("Clear-Site-Data", "\"cache\", \"storage\"")
                .build();
    }

    private URI atTheSignOn(RelyingParty party, Address address) {
        @Nullable
        JWT hint = Cookies.find(request, Cookies.signOutHint(address))
                .flatMap(closed -> seal.open(PATH, closed))
                .flatMap(token -> issuedFor(party, token))
                .orElse(null);
        return new LogoutRequest(
                        realms.endOfSession(party.realm()),
                        hint,
                        null,
                        new ClientID(party.client()),
                        URI.create(address.absolute(SIGNED_OUT)),
                        null,
                        null)
                .toURI();
    }

    /** A token that another tenant's sign-on gave is none of this one's business, whoever put it into the cookie. */
    private static Optional<JWT> issuedFor(RelyingParty party, String token) {
        try {
            JWT parsed = JWTParser.parse(token);
            return parsed.getJWTClaimsSet().getAudience().contains(party.client())
                    ? Optional.of(parsed)
                    : Optional.empty();
        } catch (ParseException e) {
            return Optional.empty();
        }
    }
}
