package org.mangrove.core.pages.web;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.mangrove.core.pages.PagePolicy;
import org.mangrove.core.tenancy.Address;
import org.mangrove.core.tenancy.Addresses;
import org.mangrove.core.tenancy.MediaHost;

/** Tells browsers, with every answer, what a page of ours may do: less than they would let it. */
public class SecurityHeaders implements Filter {

    /** What pages may do whose pictures and films come from their own host. */
    public static final String CONTENT_SECURITY_POLICY = PagePolicy.of(Optional.empty());

    private static final Map<String, String> HEADERS = Map.of(
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "strict-origin-when-cross-origin",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Permissions-Policy",
                    "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(),"
                            + " microphone=(), midi=(), payment=(), usb=(), browsing-topics=()");

    @Inject
    Addresses addresses;

    @Inject
    MediaHost media;

    private final Map<Optional<String>, String> policies = new ConcurrentHashMap<>();

    /** What a program reads is no page: nothing in it may do anything, wherever it is shown. */
    private static final Map<String, String> FOR_PROGRAMS = Map.of(
            "X-Content-Type-Options",
            "nosniff",
            "Content-Security-Policy",
            "default-src 'none'; frame-ancestors 'none'",
            "Cross-Origin-Resource-Policy",
            "same-origin");

    private static final String RECORD_STORE = "/xapi/";

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var http = (HttpServletResponse) response;
        Address address = addresses.of((HttpServletRequest) request);
        if (address.path().startsWith(RECORD_STORE)) {
            FOR_PROGRAMS.forEach(http::setHeader);
        } else {
            HEADERS.forEach(http::setHeader);
            http.setHeader(
                    "Content-Security-Policy", policies.computeIfAbsent(media.originFor(address), PagePolicy::of));
        }
        chain.doFilter(request, response);
    }
}
