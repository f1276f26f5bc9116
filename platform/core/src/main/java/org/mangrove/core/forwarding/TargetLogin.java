package org.mangrove.core.forwarding;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** With what we sign in at another record store. */
public record TargetLogin(String user, String secret) {

    /** Nobody asks who we are. */
    public static final TargetLogin NONE = new TargetLogin("", "");

    boolean isNone() {
        return user.isEmpty() && secret.isEmpty();
    }

    /** For the header {@code Authorization}. */
    Optional<String> basic() {
        return isNone()
                ? Optional.empty()
                : Optional.of("Basic "
                        + Base64.getEncoder().encodeToString((user + ":" + secret).getBytes(StandardCharsets.UTF_8)));
    }

    /** As it is sealed: no name has a line break. */
    String written() {
        return user + "\n" + secret;
    }

    static TargetLogin read(String written) {
        int end = written.indexOf('\n');
        return end < 0 ? NONE : new TargetLogin(written.substring(0, end), written.substring(end + 1));
    }

    /** Nothing of it belongs into a log. */
    @Override
    public String toString() {
        return "TargetLogin";
    }
}
