package org.mangrove.core.records.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.mangrove.core.records.DocumentContent;
import org.mangrove.core.refusal.Refusal.Invalid;
import org.mangrove.core.xapi.XapiVersion;
import org.mangrove.sdk.Message;

/** Which versions of xAPI are spoken here. Anybody may ask, in none of them. */
@ApplicationScoped
class AboutEndpoint {

    private static final String LIMITS = "https://mangrove.org/xapi/extensions/limits";
    private static final Set<String> METHODS = Set.of("GET");

    String path() {
        return "about";
    }

    XapiAnswer answer(HttpServletRequest http) {
        switch (http.getMethod()) {
            case "GET", "HEAD" -> mustAskForNothingElse(http);
            case "OPTIONS" -> {
                return XapiServlet.options(METHODS);
            }
            default -> throw XapiServlet.notThere(METHODS);
        }
        var about = JsonNodeFactory.instance.objectNode();
        var versions = about.putArray("version");
        for (XapiVersion version : XapiVersion.values()) {
            versions.add(version.text());
        }
        about.putObject("extensions").putObject(LIMITS).put("document-bytes", DocumentContent.MOST_BYTES);
        return XapiAnswer.json(200, about);
    }

    private static void mustAskForNothingElse(HttpServletRequest http) {
        XapiParameters.read(http.getQueryString()).keySet().stream().findFirst().ifPresent(name -> {
            throw new Invalid(name, Message.of("records.parameter.unknown").with("parameter", name));
        });
    }
}
