package org.mangrove.core.identity.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * One line for each request that was answered: which tenant, what, how, how long; no query string and nobody's name.
 *
 * <p>While it is answered, the thread carries tenant and request in its name, and so does every line that is logged
 * meanwhile.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class RequestLog implements Filter {

    private static final Logger LOG = System.getLogger("org.mangrove.access");
    private static final long NANOS_PER_MILLI = 1_000_000;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var http = (HttpServletRequest) request;
        String id = RequestId.of(http);
        Thread thread = Thread.currentThread();
        String name = thread.getName();
        long started = System.nanoTime();
        thread.setName(name + " tenant=" + tenant(http) + " request=" + id);
        try {
            chain.doFilter(request, response);
        } finally {
            thread.setName(name);
            LOG.log(
                    Level.INFO,
                    "tenant={0} request={1} {2} {3} {4} {5} ms",
                    tenant(http),
                    id,
                    http.getMethod(),
                    path(http),
                    Integer.toString(((HttpServletResponse) response).getStatus()),
                    Long.toString((System.nanoTime() - started) / NANOS_PER_MILLI));
        }
    }

    private static String tenant(HttpServletRequest request) {
        return Recognition.find(request)
                .flatMap(Recognition::tenant)
                .map(tenant -> tenant.tenant().id().toString())
                .orElse("-");
    }

    private static String path(HttpServletRequest request) {
        return Recognition.find(request)
                .map(known -> known.address().path())
                .orElse("-")
                .replaceAll("[^A-Za-z0-9/_.%~-]", "_");
    }
}
