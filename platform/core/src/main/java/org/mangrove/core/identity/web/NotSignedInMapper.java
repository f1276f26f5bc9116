package org.mangrove.core.identity.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.mangrove.core.identity.CurrentRequest;
import org.mangrove.core.identity.SignOnCookies;
import org.mangrove.core.localization.Words;
import org.mangrove.core.refusal.Refusal.NotSignedIn;
import org.mangrove.core.tenancy.Address;

/** Sends people who look at a page to sign on, and tells machines that they must. */
@Provider
@ApplicationScoped
public class NotSignedInMapper implements ExceptionMapper<NotSignedIn> {

    @Inject
    HttpServletRequest http;

    @Inject
    CurrentRequest request;

    @Inject
    Words words;

    @Override
    public Response toResponse(NotSignedIn refusal) {
        Address address = request.address();
        boolean hasASignOn = address.kind() == Address.Kind.TENANT || address.kind() == Address.Kind.CORE;
        boolean isPartOfAPage = "true".equals(http.getHeader("HX-Request"));
        if (hasASignOn && !isPartOfAPage && isLookedAt()) {
            return Response.seeOther(URI.create(address.absolute(signOn(here(address)))))
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .build();
        }
        var problem = JsonNodeFactory.instance.objectNode();
        problem.put("type", "about:blank");
        problem.put("title", "Unauthorized");
        problem.put("status", Response.Status.UNAUTHORIZED.getStatusCode());
        if (address.kind() == Address.Kind.TENANT) {
            problem.put("detail", words.say(request.tenant(), request.locale(), refusal.reason()));
        }
        problem.put("key", refusal.reason().key());
        var answer = Response.status(Response.Status.UNAUTHORIZED)
                .type("application/problem+json")
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(problem.toString());
        return hasASignOn && isPartOfAPage
                ? answer.header("HX-Redirect", address.link(signOn(pageAround(address))))
                        .build()
                : answer.build();
    }

    private boolean isLookedAt() {
        String accepted =
                Optional.ofNullable(http.getHeader(HttpHeaders.ACCEPT)).orElse("");
        return http.getMethod().equals("GET") && accepted.contains("text/html");
    }

    private String here(Address address) {
        String query = http.getQueryString();
        return query == null ? address.path() : address.path() + "?" + query;
    }

    /** The page that the browser shows while it asks for a part of it. */
    private String pageAround(Address address) {
        String shown = Optional.ofNullable(http.getHeader("HX-Current-URL")).orElse("");
        String ours = address.absolute("");
        return shown.startsWith(ours + "/") ? shown.substring(ours.length()) : "/";
    }

    private static String signOn(String back) {
        return SignOn.BEGINNING + "?back=" + URLEncoder.encode(SignOnCookies.pathOfOurs(back), StandardCharsets.UTF_8);
    }
}
