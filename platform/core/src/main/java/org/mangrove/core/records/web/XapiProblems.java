package org.mangrove.core.records.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.mangrove.core.localization.Languages;
import org.mangrove.core.localization.Words;
import org.mangrove.core.logging.RequestId;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.sdk.Message;

/** Says why not, as a problem after RFC 9457, in the caller's language. */
@ApplicationScoped
class XapiProblems {

    private static final String TYPE = "application/problem+json";
    private static final String CHALLENGE = "Basic realm=\"xapi\", charset=\"UTF-8\", Bearer realm=\"xapi\"";
    private static final String SECONDS_TO_WAIT = "5";

    @Inject
    Languages languages;

    @Inject
    Words words;

    XapiAnswer of(Refusal refusal, HttpServletRequest http) {
        return switch (refusal) {
            case Refusal.NotFound notFound -> answer(404, notFound.reason(), Optional.empty(), http);
            case Refusal.NotAllowed notAllowed -> answer(403, notAllowed.reason(), Optional.empty(), http);
            case Refusal.NotSignedIn notSignedIn ->
                answer(401, notSignedIn.reason(), Optional.empty(), http).with("WWW-Authenticate", CHALLENGE);
            case Refusal.Conflict conflict -> answer(409, conflict.reason(), Optional.empty(), http);
            case Refusal.Invalid invalid -> answer(400, invalid.reason(), invalid.place(), http);
            case Refusal.ServedElsewhere elsewhere -> answer(421, elsewhere.reason(), Optional.empty(), http);
            case Refusal.Unavailable unavailable ->
                answer(503, unavailable.reason(), Optional.empty(), http).with("Retry-After", SECONDS_TO_WAIT);
        };
    }

    XapiAnswer of(XapiProblem problem, HttpServletRequest http) {
        XapiAnswer answer = answer(problem.status(), problem.reason(), problem.place(), http);
        for (Map.Entry<String, String> header : problem.headers().entrySet()) {
            answer = answer.with(header.getKey(), header.getValue());
        }
        return answer;
    }

    /** Ours to mend: nothing is told but a number under which the log has it. */
    XapiAnswer failure(HttpServletRequest http) {
        return answer(
                500, Message.of("records.xapi.failed").with("incident", RequestId.of(http)), Optional.empty(), http);
    }

    private XapiAnswer answer(int status, Message reason, Optional<String> place, HttpServletRequest http) {
        var locale = languages.choose(Optional.empty(), Optional.ofNullable(http.getHeader("Accept-Language")));
        var problem = JsonNodeFactory.instance.objectNode();
        problem.put("type", "about:blank");
        problem.put("status", status);
        problem.put("detail", words.speak(locale, reason).text());
        problem.put("key", reason.key());
        place.ifPresent(where -> problem.put("path", where));
        return XapiAnswer.bytes(status, TYPE, problem.toString().getBytes(StandardCharsets.UTF_8));
    }
}
