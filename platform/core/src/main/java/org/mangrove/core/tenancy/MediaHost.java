package org.mangrove.core.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.mangrove.core.database.Configuration;
import org.mangrove.core.tenancy.Address.Kind;

/**
 * The host from which browsers fetch what other hands have made: pictures, films, captions. It is another site than our
 * pages, so that whatever such a file does, it has no cookie and no page of ours within reach.
 *
 * <p>Nobody signs in there. An address says whose file it is and until when it may be fetched, and is sealed with a key that
 * only our nodes have: it was given to somebody who might see the file, and cannot be made from another one.
 */
@ApplicationScoped
public class MediaHost {

    /** How long an address goes on working after the day on which it was given: for a film that is being watched. */
    static final int DAYS_OF_GRACE = 1;

    private static final int SEAL_BYTES = 16;

    private static final Pattern SEALED =
            Pattern.compile("/([te])/([a-z0-9-]{1,63})/(\\d{1,7})/([\\w-]{22})/(\\w{64})");

    @Inject
    Configuration configuration;

    @Inject
    Clock clock;

    private final AtomicReference<@Nullable Optional<URI>> url = new AtomicReference<>();

    /**
     * A file that may be fetched.
     *
     * @param owner a tenant, or the core of an enterprise
     * @param slug the owner's
     * @param digest the file's name
     */
    public record Permit(Kind owner, String slug, String digest) {}

    /** Whether this is what is asked, by its header {@code Host}. */
    public boolean isAsked(String hostAsked) {
        return url().map(url -> url.getAuthority().equalsIgnoreCase(hostAsked)).orElse(false);
    }

    /**
     * Where the files of a page at {@code page} come from; empty if from the page's own host. That is so where no media
     * host was configured, and on one machine for those who use a prefix because names below {@code localhost} do not
     * resolve for them.
     */
    public Optional<String> originFor(Address page) {
        return url().filter(url -> page.base().isEmpty() || !isLocal(url))
                .map(url -> url.getScheme() + "://" + url.getAuthority());
    }

    /** The address of a file for a page at {@code page}, whose reader may see it. */
    public String link(Address page, String digest) {
        return originFor(page)
                .map(origin -> origin + sealed(page.kind(), page.slug(), today(), digest))
                .orElseGet(() -> page.link("/media/" + digest));
    }

    /** What {@code path} permits; empty if it is no address of ours, or too old. */
    public Optional<Permit> open(String path) {
        Matcher parts = SEALED.matcher(path);
        if (!parts.matches()) {
            return Optional.empty();
        }
        Kind owner = parts.group(1).equals("t") ? Kind.TENANT : Kind.CORE;
        var permit = new Permit(owner, parts.group(2), parts.group(5));
        long day = Long.parseLong(parts.group(3));
        boolean isCurrent = day <= today() && day + DAYS_OF_GRACE >= today();
        byte[] expected = sealed(owner, permit.slug(), day, permit.digest()).getBytes(StandardCharsets.UTF_8);
        boolean isOurs = MessageDigest.isEqual(expected, path.getBytes(StandardCharsets.UTF_8));
        return isCurrent && isOurs ? Optional.of(permit) : Optional.empty();
    }

    private String sealed(Kind owner, String slug, long day, String digest) {
        String what = "/%s/%s/%d/".formatted(owner == Kind.TENANT ? "t" : "e", slug, day);
        return what + seal("media:" + what + digest) + "/" + digest;
    }

    /** Of what only our nodes can have written. */
    String seal(String text) {
        String key = configuration.must("mangrove.client-secret-key");
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] seal = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(seal, SEAL_BYTES));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has HmacSHA256", impossible);
        }
    }

    long today() {
        return LocalDate.now(clock).toEpochDay();
    }

    /** Each request asks for it some times; it is configured once. */
    Optional<URI> url() {
        Optional<URI> known = url.get();
        if (known == null) {
            known = configuration.find("mangrove.media.url").map(URI::create);
            url.set(known);
        }
        return known;
    }

    private static boolean isLocal(URI url) {
        return url.getHost().toLowerCase(Locale.ROOT).endsWith(".localhost");
    }
}
