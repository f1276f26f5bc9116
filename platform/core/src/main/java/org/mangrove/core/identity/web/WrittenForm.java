package org.mangrove.core.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What somebody wrote into a form that nobody could take, for showing it to them again. */
final class WrittenForm {

    private static final String KEPT = WrittenForm.class.getName();
    private static final Pattern SEVERAL_WORDS = Pattern.compile("\\S\\s+\\S");
    private static final int MOST = 20;

    private WrittenForm() {}

    static void keep(HttpServletRequest request, String form) {
        request.setAttribute(KEPT, form);
    }

    /** The fields with more than one word: others were chosen, or are soon written again. */
    static List<String> of(HttpServletRequest request) {
        String form = Optional.ofNullable((String) request.getAttribute(KEPT)).orElse("");
        return Arrays.stream(form.split("&"))
                .map(part -> part.substring(part.indexOf('=') + 1))
                .map(WrittenForm::decoded)
                .filter(text -> SEVERAL_WORDS.matcher(text).find())
                .limit(MOST)
                .toList();
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException nonsense) {
            return "";
        }
    }
}
