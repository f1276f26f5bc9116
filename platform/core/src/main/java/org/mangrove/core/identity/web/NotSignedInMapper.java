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
import org.mangrove.core.identity.InterruptedForm;
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

    @Inject
    InterruptedForm interrupted;

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
        if (hasASignOn && !isPartOfAPage && isAFormOfAPage()) {
            return interrupted.tell(pageBefore(address), WrittenForm.of(http));
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
        return http.getMethod().equals("GET") && isForABrowser();
    }

    private boolean isAFormOfAPage() {
        return http.getMethod().equals("POST") && isForABrowser();
    }

    private boolean isForABrowser() {
        return Optional.ofNullable(http.getHeader(HttpHeaders.ACCEPT))
                .orElse("")
                .contains("text/html");
    }

    private String here(Address address) {
        String query = http.getQueryString();
        return query == null ? address.path() : address.path() + "?" + query;
    }

    /** The page that the browser shows while it asks for a part of it. */
    private String pageAround(Address address) {
        return path(address, "HX-Current-URL");
    }

    /** The page on which a form stood. */
    private String pageBefore(Address address) {
        return path(address, "Referer");
    }

    private String path(Address address, String header) {
        String shown = Optional.ofNullable(http.getHeader(header)).orElse("");
        String ours = address.absolute("");
        return shown.startsWith(ours + "/") ? shown.substring(ours.length()) : "/";
    }

    private static String signOn(String back) {
        return SignOn.BEGINNING + "?back=" + URLEncoder.encode(SignOnCookies.pathOfOurs(back), StandardCharsets.UTF_8);
    }
}
