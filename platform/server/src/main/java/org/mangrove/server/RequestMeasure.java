package org.mangrove.server;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.mangrove.core.logging.RequestRoute;

/** Counts every request that is answered and measures how long that takes, by route, method and kind of answer. */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class RequestMeasure implements Filter {

    private static final String UNKNOWN = "unknown";
    private static final Set<String> SERVLETS = Set.of("/assets", "/health", "/metrics");
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH");

    @Inject
    Measures measures;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        long started = System.nanoTime();
        try {
            chain.doFilter(request, response);
        } finally {
            var http = (HttpServletRequest) request;
            measures.answered(
                    route(http),
                    METHODS.contains(http.getMethod()) ? http.getMethod() : UNKNOWN,
                    ((HttpServletResponse) response).getStatus(),
                    Duration.ofNanos(System.nanoTime() - started));
        }
    }

    /** Whatever people make up as an address is one route: it must not fill the memory with names. */
    private static String route(HttpServletRequest request) {
        return RequestRoute.of(request)
                .orElseGet(
                        () -> SERVLETS.contains(request.getServletPath()) ? request.getServletPath() + "/*" : UNKNOWN);
    }
}
