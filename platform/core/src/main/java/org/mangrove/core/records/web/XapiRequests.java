package org.mangrove.core.records.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mangrove.core.tenancy.Address;
import org.mangrove.core.xapi.XapiVersion;

/** Reads what is asked, and undoes the alternate syntax. */
final class XapiRequests {

    private XapiRequests() {}

    /** A request of which is not yet known in which version it speaks. */
    record Asked(
            String method,
            String path,
            Map<String, String> parameters,
            Map<String, String> headers,
            boolean inAlternateSyntax,
            String origin,
            String prefix,
            long contentLength,
            InputStream body) {

        Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
        }

        /** @throws org.mangrove.core.refusal.Refusal.Invalid if that version has no alternate syntax */
        XapiRequest inVersion(XapiVersion version) {
            if (inAlternateSyntax && version != XapiVersion.V1_0_3) {
                throw AlternateSyntax.notInThisVersion();
            }
            return new XapiRequest(method, path, parameters, headers, version, origin, prefix, contentLength, body);
        }
    }

    static Asked read(HttpServletRequest http, Address address, String path) throws IOException {
        Map<String, String> parameters = XapiParameters.read(http.getQueryString());
        if (AlternateSyntax.isUsed(http, parameters)) {
            AlternateSyntax meant = AlternateSyntax.read(http, parameters);
            return new Asked(
                    meant.method(),
                    path,
                    meant.parameters(),
                    meant.headers(),
                    true,
                    address.origin(),
                    address.base(),
                    meant.content().length,
                    new ByteArrayInputStream(meant.content()));
        }
        return new Asked(
                http.getMethod(),
                path,
                parameters,
                headers(http),
                false,
                address.origin(),
                address.base(),
                http.getContentLengthLong(),
                http.getInputStream());
    }

    static Map<String, String> headers(HttpServletRequest http) {
        var headers = new HashMap<String, String>();
        for (String name : Collections.list(http.getHeaderNames())) {
            headers.put(name.toLowerCase(Locale.ROOT), http.getHeader(name));
        }
        return headers;
    }
}
