package org.mangrove.core.records.web;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** A key and a secret, as HTTP's Basic scheme sends them (RFC 7617). */
record BasicCredentials(String key, String secret) {

    private static final String SCHEME = "Basic ";

    static Optional<BasicCredentials> read(String header) {
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        try {
            byte[] sent =
                    Base64.getDecoder().decode(header.substring(SCHEME.length()).strip());
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(sent))
                    .toString();
            int colon = text.indexOf(':');
            return colon < 0
                    ? Optional.empty()
                    : Optional.of(new BasicCredentials(text.substring(0, colon), text.substring(colon + 1)));
        } catch (IllegalArgumentException | CharacterCodingException nonsense) {
            return Optional.empty();
        }
    }

    /** Says nothing: it would be written into a log. */
    @Override
    public String toString() {
        return "BasicCredentials";
    }
}
