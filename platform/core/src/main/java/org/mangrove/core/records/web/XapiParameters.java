package org.mangrove.core.records.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mangrove.core.refusal.Refusal.Invalid;
import org.mangrove.sdk.Message;

/** Reads what stands behind the question mark of an address, or in a form's body. */
final class XapiParameters {

    private XapiParameters() {}

    /** @throws Invalid if one is there twice: nobody could tell which was meant */
    static Map<String, String> read(@Nullable String raw) {
        var read = new LinkedHashMap<String, String>();
        if (raw == null) {
            return read;
        }
        for (String pair : raw.split("&")) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
                String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
                if (read.putIfAbsent(name, value) != null) {
                    throw new Invalid(
                            name, Message.of("records.parameter.twice").with("parameter", name));
                }
            }
        }
        return read;
    }

    private static String decoded(String raw) {
        try {
            return URLDecoder.decode(raw, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException unreadable) {
            throw new Invalid(raw, Message.of("records.parameter.unreadable").with("parameter", raw));
        }
    }
}
