package org.mangrove.core.pages.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.Optional;
import org.mangrove.core.identity.CurrentRequest;
import org.mangrove.core.pages.Page;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.sdk.Message;

/** Says what went wrong: to people on a page, to machines as a problem after RFC 9457. */
@ApplicationScoped
public class ErrorAnswers {

    /** For machines: most of what is away for a while is back soon. */
    private static final int SECONDS_TO_WAIT = 5;

    /** Only machines ask there. */
    private static final List<String> FOR_MACHINES = List.of("/operator/api/", "/feed/", "/xapi/", "/health/");

    /** @param incident to be told to those who look after the platform; none if there is nothing to look after */
    public record Failing(String sign, Message title, Message detail, Optional<String> incident, boolean tryAgain) {}

    @Inject
    CurrentRequest request;

    @Inject
    HttpServletRequest http;

    @Inject
    Frames frames;

    /** The caller's to mend: {@code reason} says how. */
    Response refusal(int status, String title, Message reason) {
        return refusal(status, title, reason, List.of());
    }

    /** The same, with all that is wrong at once. */
    Response refusal(int status, String title, Message reason, List<Refusal.Detail> details) {
        return answer(
                status, new Failing(sign(status), Message.of(title), reason, Optional.empty(), status == 503), details);
    }

    /** What the server itself turns down or fails at: an unknown path, a method that is not there, an unreadable body. */
    Response byProtocol(int status) {
        if (status >= 500) {
            return failure();
        }
        return status == 404
                ? refusal(404, "pages.error.not-found-title", Message.of("pages.error.not-found"))
                : refusal(status, "pages.error.invalid-title", Message.of("pages.error.not-understood"));
    }

    /** Ours to mend: nothing is told but a number under which the log has it. */
    Response failure() {
        return answer(
                Status.INTERNAL_SERVER_ERROR.getStatusCode(),
                new Failing(
                        sign(500),
                        Message.of("pages.error.failed-title"),
                        Message.of("pages.error.failed"),
                        Optional.of(request.requestId()),
                        true),
                List.of());
    }

    private Response answer(int status, Failing failing, List<Refusal.Detail> details) {
        var answer = Response.status(status).header(HttpHeaders.CACHE_CONTROL, "no-store");
        if (status == Status.SERVICE_UNAVAILABLE.getStatusCode()) {
            answer.header(HttpHeaders.RETRY_AFTER, SECONDS_TO_WAIT);
        }
        if (isRead()) {
            return answer.type(MediaType.TEXT_HTML)
                    .entity(Page.of("pages/error", failing))
                    .build();
        }
        var problem = JsonNodeFactory.instance.objectNode();
        problem.put("type", "about:blank");
        Optional.ofNullable(Status.fromStatusCode(status))
                .ifPresent(known -> problem.put("title", known.getReasonPhrase()));
        problem.put("status", status);
        problem.put("detail", frames.frame().text(failing.detail()));
        problem.put("key", failing.detail().key());
        if (!details.isEmpty()) {
            var list = problem.putArray("details");
            details.forEach(detail -> list.addObject()
                    .put("place", detail.place())
                    .put("detail", frames.frame().text(detail.reason()))
                    .put("remedy", frames.frame().text(detail.remedy()))
                    .put("key", detail.reason().key()));
        }
        failing.incident().ifPresent(incident -> problem.put("incident", incident));
        return answer.type("application/problem+json")
                .entity(problem.toString())
                .build();
    }

    private boolean isRead() {
        String accepted =
                Optional.ofNullable(http.getHeader(HttpHeaders.ACCEPT)).orElse("");
        String path = request.address().path();
        return accepted.contains("text/html") && FOR_MACHINES.stream().noneMatch(path::startsWith);
    }

    private static String sign(int status) {
        return switch (status) {
            case 403 -> "lock";
            case 404, 421 -> "map-pin";
            case 503 -> "cloud-off";
            default -> "alert-triangle";
        };
    }
}
