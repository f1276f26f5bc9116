package org.mangrove.core.records.web;

import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mangrove.core.xapi.XapiVersion;

/**
 * What is asked of xAPI, whichever syntax it was asked in.
 *
 * @param path below {@code /xapi/}, without a slash at either end
 * @param parameters each of them once; their names mind upper and lower case
 * @param headers by their names in lower case
 * @param origin scheme, host and port that were asked, without a slash at the end
 * @param prefix in front of {@code /xapi/}: empty, or {@code /t/acme-de}
 * @param contentLength -1 if it was not said
 */
record XapiRequest(
        String method,
        String path,
        Map<String, String> parameters,
        Map<String, String> headers,
        XapiVersion version,
        String origin,
        String prefix,
        long contentLength,
        InputStream body) {

    XapiRequest {
        parameters = Map.copyOf(parameters);
        headers = Map.copyOf(headers);
    }

    /** Whether it changes nothing. */
    boolean isReading() {
        return method.equals("GET") || method.equals("HEAD");
    }

    Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    Optional<String> contentType() {
        return header("content-type");
    }

    /** Without its parameters, in lower case; empty if none was said. */
    String mediaType() {
        return contentType()
                .map(type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .orElse("");
    }
}
