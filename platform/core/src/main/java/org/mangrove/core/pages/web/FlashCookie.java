package org.mangrove.core.pages.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.NewCookie.SameSite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mangrove.core.pages.Flash;
import org.mangrove.core.pages.Tone;
import org.mangrove.sdk.Message;

/**
 * Carries a {@link Flash} over a redirect: in the browser, for a minute at most, and taken back by the page that shows it.
 *
 * <p>What comes back may have been changed by the browser's owner. It is a key of ours and plain values, which only that
 * owner will see, and they are escaped like all others.
 */
public final class FlashCookie {

    private static final String NAME = "mangrove-flash";

    private static final int SECONDS = 60;

    private static final Pattern KEY = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+){1,4}");

    private static final ObjectMapper JSON = new ObjectMapper();

    private record Carried(String tone, String key, Map<String, Object> arguments) {}

    private FlashCookie() {}

    /** To be added to the answer that redirects. The message's arguments are strings and numbers. */
    public static NewCookie carry(Flash flash) {
        Message message = flash.message();
        try {
            byte[] json = JSON.writeValueAsBytes(new Carried(flash.tone().name(), message.key(), message.arguments()));
            return cookie(Base64.getUrlEncoder().withoutPadding().encodeToString(json), SECONDS);
        } catch (JsonProcessingException noPlainValue) {
            throw new UncheckedIOException(noPlainValue);
        }
    }

    static NewCookie forget() {
        return cookie("", 0);
    }

    static boolean isThere(HttpServletRequest http) {
        return Cookies.find(http, NAME).isPresent();
    }

    static Optional<Flash> read(HttpServletRequest http) {
        return Cookies.find(http, NAME).flatMap(FlashCookie::parse);
    }

    private static Optional<Flash> parse(String value) {
        try {
            JsonNode carried = JSON.readTree(Base64.getUrlDecoder().decode(value));
            String key = carried.path("key").asText();
            if (!KEY.matcher(key).matches()) {
                return Optional.empty();
            }
            var message = Message.of(key);
            for (Map.Entry<String, JsonNode> argument :
                    carried.path("arguments").properties()) {
                JsonNode plain = argument.getValue();
                message = message.with(argument.getKey(), plain.isNumber() ? plain.numberValue() : plain.asText());
            }
            return Optional.of(new Flash(Tone.valueOf(carried.path("tone").asText()), message));
        } catch (IOException | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private static NewCookie cookie(String value, int seconds) {
        return new NewCookie.Builder(NAME)
                .value(value)
                .path("/")
                .maxAge(seconds)
                .httpOnly(true)
                .sameSite(SameSite.LAX)
                .build();
    }
}
