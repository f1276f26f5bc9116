package org.mangrove.core.pages.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a browser can decompress. */
final class AcceptedEncodings {

    private static final Pattern NEVER = Pattern.compile(";\\s*q=0(\\.0*)?\\s*$");

    private AcceptedEncodings() {}

    static Set<String> of(HttpServletRequest http) {
        String header = Optional.ofNullable(http.getHeader("Accept-Encoding")).orElse("");
        var accepted = new HashSet<String>();
        for (String part : header.toLowerCase(Locale.ROOT).split(",")) {
            int weight = part.indexOf(';');
            if (weight < 0) {
                accepted.add(part.strip());
            } else if (!NEVER.matcher(part).find(weight)) {
                accepted.add(part.substring(0, weight).strip());
            }
        }
        return accepted;
    }
}
