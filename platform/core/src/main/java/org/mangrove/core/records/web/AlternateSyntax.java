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
import org.mangrove.core.xapi.XapiVersion;
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
    private static final String CONTENT = "content";
    private static final String CONTENT_TYPE = "content-type";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "application/json";
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "PUT", "POST", "DELETE");
    private static final Set<String> WITH_CONTENT = Set.of("PUT", "POST");

    /** Fields of the form that are headers; their names may be in upper and lower case, as headers are. */
    private static final Set<String> HEADERS = Set.of(
            "authorization",
            "x-experience-api-version",
            CONTENT_TYPE,
            "content-length",
            "if-match",
            "if-none-match",
            "accept-language");

    static boolean isUsed(HttpServletRequest http, Map<String, String> query) {
        return http.getMethod().equals("POST") && query.containsKey(METHOD);
    }

    /**
     * @throws Invalid if it is not what the standard calls so
     * @throws IOException if the form cannot be read to its end
     */
    static AlternateSyntax read(HttpServletRequest http, Map<String, String> query) throws IOException {
        Map<String, String> headers = XapiRequests.headers(http);
        Optional<XapiVersion> version =
                Optional.ofNullable(headers.get("x-experience-api-version")).flatMap(XapiVersion::spoken);
        if (version.filter(spoken -> spoken != XapiVersion.V1_0_3).isPresent()) {
            throw notInThisVersion();
        }
        if (query.size() != 1) {
            throw new Invalid(METHOD, Message.of("records.alternate.parameters-in-address"));
        }
        String method = query.getOrDefault(METHOD, "");
        if (!METHODS.contains(method)) {
            throw new Invalid(METHOD, Message.of("records.alternate.no-method").with("method", method));
        }
        String form = form(http, headers.getOrDefault(CONTENT_TYPE, ""));
        return meant(method, XapiParameters.read(form), headers);
    }

    static Invalid notInThisVersion() {
        return new Invalid(METHOD, Message.of("records.alternate.not-in-this-version"));
    }

    static AlternateSyntax meant(String method, Map<String, String> fields, Map<String, String> sent) {
        var headers = new HashMap<>(sent);
        headers.remove(CONTENT_TYPE);
        var parameters = new HashMap<String, String>();
        String content = "";
        boolean hasContent = false;
        for (Map.Entry<String, String> field : fields.entrySet()) {
            String lower = field.getKey().toLowerCase(Locale.ROOT);
            if (HEADERS.contains(lower)) {
                headers.put(lower, field.getValue());
            } else if (field.getKey().equals(CONTENT) && WITH_CONTENT.contains(method)) {
                content = field.getValue();
                hasContent = true;
            } else {
                parameters.put(field.getKey(), field.getValue());
            }
        }
        if (WITH_CONTENT.contains(method)) {
            if (!hasContent) {
                throw new Invalid(CONTENT, Message.of("records.alternate.no-content"));
            }
            headers.putIfAbsent(CONTENT_TYPE, JSON);
        }
        return new AlternateSyntax(method, parameters, headers, content.getBytes(StandardCharsets.UTF_8));
    }

    private static String form(HttpServletRequest http, String type) throws IOException {
        byte[] form = http.getInputStream().readNBytes(LONGEST + 1);
        if (form.length > LONGEST) {
            throw new XapiProblem(413, Message.of("records.xapi.too-large").with("bytes", LONGEST));
        }
        boolean isForm = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals(FORM);
        if (form.length > 0 && !isForm) {
            throw new Invalid("Content-Type", Message.of("records.alternate.no-form"));
        }
        return new String(form, StandardCharsets.UTF_8);
    }
}
