package org.mangrove.core.records.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mangrove.core.credentials.XapiAdmission;
import org.mangrove.core.credentials.XapiCaller;
import org.mangrove.core.database.StorageFailure;
import org.mangrove.core.logging.RequestId;
import org.mangrove.core.logging.RequestRoute;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.Address;
import org.mangrove.core.tenancy.Addresses;
import org.mangrove.core.tenancy.NodeStart;
import org.mangrove.core.xapi.XapiVersion;
import org.mangrove.sdk.Message;

/**
 * The learning record store's one door: finds out who asks and in which version, hands the request to its endpoint, and says
 * no in one voice.
 *
 * <p>It is a servlet and no resource of JAX-RS because statements come thousands a second, and because xAPI has its own ways
 * with methods, forms and bodies of many parts.
 */
@WebServlet(urlPatterns = "/xapi/*")
public class XapiServlet extends HttpServlet {

    static final String VERSION = "X-Experience-API-Version";

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = System.getLogger(XapiServlet.class.getName());
    static final String ROOT = "/xapi/";
    private static final int DEEPEST_WRAPPING = 8;
    private static final int MOST_SOURCES = 10_000;

    @Inject
    @Any
    @SuppressWarnings("serial")
    transient Instance<XapiEndpoint> found;

    @Inject
    @SuppressWarnings("serial")
    transient XapiSignOn signOn;

    @Inject
    @SuppressWarnings("serial")
    transient XapiProblems problems;

    @Inject
    @SuppressWarnings("serial")
    transient AboutEndpoint about;

    @Inject
    @SuppressWarnings("serial")
    transient Addresses addresses;

    @Inject
    @SuppressWarnings("serial")
    transient NodeStart start;

    @Inject
    @SuppressWarnings("serial")
    transient Clock clock;

    private transient Map<String, XapiEndpoint> endpoints = Map.of();

    /** Which version each source spoke last: who forgets to say it is answered in that one. */
    private final transient Cache<UUID, XapiVersion> spoken =
            Caffeine.newBuilder().maximumSize(MOST_SOURCES).build();

    @Override
    public void init() {
        endpoints = found.stream()
                .collect(Collectors.toMap(XapiEndpoint::path, Function.identity(), (a, b) -> a, TreeMap::new));
    }

    @Override
    protected void service(HttpServletRequest http, HttpServletResponse response) throws IOException {
        response.setHeader(VERSION, XapiVersion.V2_0_0.text());
        response.setHeader("Cache-Control", "private, no-store");
        response.setDateHeader("Date", clock.millis());
        try {
            send(answer(http, response), http, response);
        } catch (RuntimeException | IOException failed) {
            send(refused(failed, http), http, response);
        }
    }

    private XapiAnswer answer(HttpServletRequest http, HttpServletResponse response) throws IOException {
        start.mustBeOver();
        Address address = addresses.of(http);
        String path = address.path().startsWith(ROOT) ? address.path().substring(ROOT.length()) : "";
        if (path.equals(about.path())) {
            RequestRoute.note(http, ROOT + path);
            return about.answer(http);
        }
        XapiEndpoint endpoint = Optional.ofNullable(endpoints.get(path))
                .orElseThrow(() -> new XapiProblem(404, Message.of("records.xapi.nothing-there")));
        RequestRoute.note(http, ROOT + path);
        endpoint.headers().forEach(response::setHeader);
        if (http.getMethod().equals("OPTIONS")) {
            return options(endpoint.methods());
        }
        var asked = XapiRequests.read(http, address, path);
        XapiCaller caller = mustKnow(signOn.recognize(http, asked.header("authorization")));
        XapiRequest request = asked.inVersion(mustSpeak(asked, caller, response));
        boolean isHead = request.method().equals("HEAD");
        if (!endpoint.methods().contains(isHead ? "GET" : request.method())) {
            throw notThere(endpoint.methods());
        }
        return endpoint.answer(caller, request);
    }

    private static XapiCaller mustKnow(XapiAdmission admission) {
        return switch (admission) {
            case XapiAdmission.Known(XapiCaller caller) -> caller;
            case XapiAdmission.Unknown unknown ->
                throw new Refusal.NotSignedIn(Message.of("records.xapi.nobody-known"));
            case XapiAdmission.TooMany(Duration wait) -> throw tooOften(wait);
            case XapiAdmission.OverLimit over -> throw tooOften(over.retryAfter());
        };
    }

    private static XapiProblem tooOften(Duration wait) {
        return new XapiProblem(
                429,
                "",
                Message.of("records.xapi.too-often"),
                Map.of("Retry-After", Long.toString(Math.max(1, wait.toSeconds()))));
    }

    private XapiVersion mustSpeak(XapiRequests.Asked asked, XapiCaller caller, HttpServletResponse response) {
        Optional<XapiVersion> version = asked.header(VERSION).flatMap(XapiVersion::spoken);
        version.ifPresent(now -> spoken.put(caller.source(), now));
        Optional.ofNullable(spoken.getIfPresent(caller.source()))
                .ifPresent(last -> response.setHeader(VERSION, last.text()));
        return version.orElseThrow(() -> new Refusal.Invalid(VERSION, Message.of("records.version.not-spoken")));
    }

    static XapiAnswer options(Set<String> methods) {
        return XapiAnswer.noContent().with("Allow", allowed(methods));
    }

    /** @param methods that are there, but for those that are there with every resource */
    static XapiProblem notThere(Set<String> methods) {
        return new XapiProblem(
                405,
                "",
                Message.of("records.xapi.no-such-method").with("methods", allowed(methods)),
                Map.of("Allow", allowed(methods)));
    }

    private static String allowed(Set<String> methods) {
        return Stream.concat(methods.stream(), Stream.of("HEAD", "OPTIONS"))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /** A refusal in the wrapping of a transaction that it ended is still a refusal. */
    private XapiAnswer refused(Exception failed, HttpServletRequest http) {
        Throwable cause = failed;
        for (int depth = 0; cause != null && depth < DEEPEST_WRAPPING; depth++) {
            if (cause instanceof Refusal refusal) {
                return problems.of(refusal, http);
            }
            if (cause instanceof XapiProblem problem) {
                return problems.of(problem, http);
            }
            cause = cause.getCause();
        }
        Optional<StorageFailure> storage = StorageFailure.of(failed);
        if (storage.isPresent()) {
            LOG.log(Level.WARNING, "Request {0} failed: {1}", RequestId.of(http), storage.get());
            return problems.of(new Refusal.Unavailable(Message.of(reason(storage.get()))), http);
        }
        if (failed instanceof IOException) {
            return problems.of(new XapiProblem(400, Message.of("records.xapi.body-broken-off")), http);
        }
        LOG.log(Level.ERROR, "Request " + RequestId.of(http) + " failed", failed);
        return problems.failure(http);
    }

    private static String reason(StorageFailure failure) {
        return switch (failure) {
            case NO_ROOM -> "records.xapi.no-room";
            case AWAY -> "records.xapi.database-away";
        };
    }

    private void send(XapiAnswer answer, HttpServletRequest http, HttpServletResponse response) throws IOException {
        signOn.ended(http, answer.status());
        response.setStatus(answer.status());
        answer.headers().forEach(response::setHeader);
        answer.length().ifPresent(response::setContentLengthLong);
        if (answer.body().isPresent() && !http.getMethod().equals("HEAD")) {
            answer.body().get().writeTo(response.getOutputStream());
        }
    }
}
