package org.mangrove.core.pages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mangrove.core.tenancy.Address;
import org.mangrove.sdk.Message;

/**
 * Carries a {@link Flash} over a redirect: in the browser, for a minute at most, and taken back by the page that shows it.
 *
 * <p>What comes back may have been changed by the browser's owner. It is a key of ours and plain values, which only that
 * owner will see, and they are escaped like all others.
 */
public final class FlashCookie {

    public static final String NAME = "mangrove-flash";

    private static final int A_MINUTE = 60;

    private static final Pattern KEY = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+){1,4}");

    private static final ObjectMapper JSON = new ObjectMapper();

    private record Carried(String tone, String key, Map<String, Object> arguments) {}

    private FlashCookie() {}

    /** The header {@code Set-Cookie} of an answer that redirects. The message's arguments are strings and numbers. */
    public static String carry(Flash flash, Address address) {
        Message message = flash.message();
        try {
            byte[] json = JSON.writeValueAsBytes(new Carried(flash.tone().name(), message.key(), message.arguments()));
            return header(Base64.getUrlEncoder().withoutPadding().encodeToString(json), A_MINUTE, address);
        } catch (JsonProcessingException noPlainValue) {
            throw new UncheckedIOException(noPlainValue);
        }
    }

    /** The header of the answer that shows it. */
    public static String forget(Address address) {
        return header("", 0, address);
    }

    /** Empty if {@code value} is nothing of ours. */
    public static Optional<Flash> read(String value) {
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

    private static String header(String value, int seconds, Address address) {
        return "%s=%s; Path=%s/; Max-Age=%d; HttpOnly; SameSite=Lax%s"
                .formatted(NAME, value, address.base(), seconds, address.isLocalWithoutEncryption() ? "" : "; Secure");
    }
}
