package org.mangrove.core.records.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.mangrove.core.xapi.XapiVersion;
import org.mangrove.sdk.Message;

/** Which versions of xAPI are spoken here. Anybody may ask, in none of them. */
@ApplicationScoped
class AboutEndpoint {

    String path() {
        return "about";
    }

    XapiAnswer answer(String method) {
        if (!method.equals("GET") && !method.equals("HEAD")) {
            throw new XapiProblem(
                    405,
                    "",
                    Message.of("records.xapi.no-such-method").with("methods", "GET"),
                    Map.of("Allow", "GET, HEAD"));
        }
        var about = JsonNodeFactory.instance.objectNode();
        var versions = about.putArray("version");
        for (XapiVersion version : XapiVersion.values()) {
            versions.add(version.text());
        }
        return XapiAnswer.json(200, about);
    }
}
