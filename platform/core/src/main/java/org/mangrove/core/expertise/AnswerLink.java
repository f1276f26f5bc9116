package org.mangrove.core.expertise;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mangrove.core.keys.ZoneKeys;
import org.mangrove.core.tenancy.EnterpriseId;

/**
 * What a mailed link shows in place of a sign-on: that we have made it ourselves, for one ask, one expert and until one moment. It
 * names no person. That it is used once follows from the ask, which is answered once; that it can be revoked, from the ask, too.
 *
 * <p>The key is another for each month in which links end, so that none is used for longer than links live, besides the root's own
 * rotation, after which all links are void.
 */
@ApplicationScoped
public class AnswerLink {

    private static final String PURPOSE = "expertise/link";
    private static final Pattern SHAPE = Pattern.compile("([0-9a-f]{32})-([0-9]{10})-([0-9a-f]{64})");
    private static final int HIGH_DIGITS = 16;

    @Inject
    ZoneKeys keys;

    /** What a link says about itself, which counts for nothing before {@link #isOurs}. */
    public record Shown(UUID ask, Instant end, String proof) {}

    static AnswerLink with(ZoneKeys keys) {
        var link = new AnswerLink();
        link.keys = keys;
        return link;
    }

    /** @param end in whole seconds */
    public String of(EnterpriseId enterprise, UUID ask, UUID expert, Instant end) {
        return "%s-%010d-%s"
                .formatted(
                        ask.toString().replace("-", ""),
                        end.getEpochSecond(),
                        proof(enterprise, ask, expert, end.getEpochSecond()));
    }

    /** Empty if it cannot be one, so that nobody has to be asked about it. */
    public static Optional<Shown> read(String token) {
        Matcher parts = SHAPE.matcher(token);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String id = parts.group(1);
        return Optional.of(new Shown(
                new UUID(
                        Long.parseUnsignedLong(id.substring(0, HIGH_DIGITS), 16),
                        Long.parseUnsignedLong(id.substring(HIGH_DIGITS), 16)),
                Instant.ofEpochSecond(Long.parseLong(parts.group(2))),
                parts.group(3)));
    }

    /** Whether we have made it for this expert and its end has not come. */
    public boolean isOurs(EnterpriseId enterprise, Shown shown, UUID expert, Instant now) {
        String right = proof(enterprise, shown.ask(), expert, shown.end().getEpochSecond());
        boolean isRight = MessageDigest.isEqual(
                right.getBytes(StandardCharsets.US_ASCII), shown.proof().getBytes(StandardCharsets.US_ASCII));
        return isRight && shown.end().isAfter(now);
    }

    private String proof(EnterpriseId enterprise, UUID ask, UUID expert, long end) {
        YearMonth month = YearMonth.from(Instant.ofEpochSecond(end).atOffset(ZoneOffset.UTC));
        return keys.proof(PURPOSE, "enterprise " + enterprise.number() + " " + month, ask + " " + expert + " " + end);
    }
}
