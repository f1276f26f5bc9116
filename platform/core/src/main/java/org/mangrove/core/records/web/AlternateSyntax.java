package org.mangrove.core.records.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mangrove.core.refusal.Refusal.Invalid;
import org.mangrove.sdk.Message;

/**
 * A request that was asked as a form, because whoever asks could send no other: xAPI 1.0.3, Communication, section 1.3.
 *
 * @param method that is meant
 * @param parameters of the request that is meant
 * @param headers of the request that is meant, by their names in lower case
 * @param content the body that is meant
 */
record AlternateSyntax(String method, Map<String, String> parameters, Map<String, String> headers, byte[] content) {

    /** A form is held in memory whole. */
    static final int LONGEST = 8 << 20;

    private static final String METHOD = "method";
    private static final Set<String> HEADERS = Set.of(
            "authorization",
            "x-experience-api-version",
            "content-type",
            "content-length",
            "if-match",
            "if-none-match",
            "accept-language");

    static boolean isUsed(HttpServletRequest http, Map<String, String> query) {
        return http.getMethod().equals("POST") && query.containsKey(METHOD);
    }

    static AlternateSyntax read(HttpServletRequest http, Map<String, String> query) throws IOException {
        if (query.size() != 1) {
            throw new Invalid(METHOD, Message.of("records.alternate.parameters-in-address"));
        }
        byte[] form = http.getInputStream().readNBytes(LONGEST + 1);
        if (form.length > LONGEST) {
            throw new XapiProblem(413, Message.of("records.xapi.too-large").with("bytes", LONGEST));
        }
        var headers = new HashMap<>(XapiRequests.headers(http));
        headers.remove("content-type");
        var parameters = new HashMap<String, String>();
        Optional<String> content = Optional.empty();
        for (var field :
                XapiParameters.read(new String(form, StandardCharsets.UTF_8)).entrySet()) {
            String lower = field.getKey().toLowerCase(Locale.ROOT);
            if (HEADERS.contains(lower)) {
                headers.put(lower, field.getValue());
            } else if (field.getKey().equals("content")) {
                content = Optional.of(field.getValue());
            } else {
                parameters.put(field.getKey(), field.getValue());
            }
        }
        return new AlternateSyntax(
                query.get(METHOD), parameters, headers, content.orElse("").getBytes(StandardCharsets.UTF_8));
    }
}
