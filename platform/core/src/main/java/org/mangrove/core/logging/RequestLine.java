package org.mangrove.core.logging;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;
import org.mangrove.sdk.TenantId;

/**
 * What the log says of one request, from the moment that it is looked at.
 *
 * <p>Until it is closed, the thread carries tenant and request in its name, and so does every line that is logged
 * meanwhile. An address is told as the route that it leads to: whoever asks can write anything into an address, a name
 * for one, and a certificate's number in it is somebody's.
 */
public final class RequestLine implements AutoCloseable {

    private static final Logger LOG = System.getLogger("org.mangrove.access");
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final Set<String> HEALTH = Set.of("/health", "/health/live", "/health/ready", "/health/started");
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final String COUNTED = RequestLine.class.getName() + ".counted";
    private static final int FIRST_REFUSAL = 400;

    private final HttpServletRequest request;
    private final Thread thread;
    private final String nameBefore;
    private final long begun;

    private RequestLine(HttpServletRequest request) {
        this.request = request;
        this.thread = Thread.currentThread();
        this.nameBefore = thread.getName();
        this.begun = System.nanoTime();
    }

    public static RequestLine begin(HttpServletRequest request) {
        return new RequestLine(request);
    }

    /**
     * Somebody counts requests like this one, by who asks: that one more of them went well is a line for those only who
     * search for it (level {@code FINE}).
     */
    public static void isCounted(HttpServletRequest request) {
        request.setAttribute(COUNTED, true);
    }

    /** Whether the thread answers a request right now. */
    static boolean isAnsweredBy(Thread thread) {
        return thread.getName().contains(" request=");
    }

    /** To be called when it has become known which tenant the request is addressed to. */
    public void nameThread() {
        thread.setName(nameBefore + " tenant=" + tenant() + " request=" + RequestId.of(request));
    }

    /** Says that the request was answered: to which tenant, what, how, how long. */
    public void tell(int status) {
        Level level = status < FIRST_REFUSAL && request.getAttribute(COUNTED) != null ? Level.DEBUG : Level.INFO;
        if (!LOG.isLoggable(level)) {
            return;
        }
        LOG.log(
                level,
                "tenant={0} request={1} {2} {3} {4} {5} ms",
                tenant(),
                RequestId.of(request),
                METHODS.contains(request.getMethod()) ? request.getMethod() : "-",
                route(),
                Integer.toString(status),
                Long.toString((System.nanoTime() - begun) / NANOS_PER_MILLI));
    }

    /** Says that nothing of ours could answer: the container would say it when the thread has its own name again. */
    public void failed(Exception failure, HttpServletResponse response) {
        LOG.log(Level.ERROR, "Request " + RequestId.of(request) + " failed", failure);
        if (!response.isCommitted()) {
            response.reset();
            response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        }
    }

    private String tenant() {
        return RequestTenant.of(request).map(TenantId::toString).orElse("-");
    }

    private String route() {
        return RequestRoute.of(request).orElseGet(this::routeOfServlet);
    }

    private String routeOfServlet() {
        String path = request.getRequestURI();
        if (path.startsWith("/assets/")) {
            return "/assets/*";
        }
        return HEALTH.contains(path) ? path : "-";
    }

    @Override
    public void close() {
        thread.setName(nameBefore);
    }
}
