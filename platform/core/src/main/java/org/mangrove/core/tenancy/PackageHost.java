package org.mangrove.core.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The hosts on which packages of other hands run, which are programs: one below the {@link MediaHost} for each package of each
 * tenant, so that a package shares no origin with our pages, with files of others, or with another package. Nobody signs in there. An
 * address is a permit, as on the media host.
 */
@ApplicationScoped
public class PackageHost {

    private static final int LABEL_BYTES = 15;

    private static final Pattern SEALED =
            Pattern.compile("/t/([a-z0-9-]{1,63})/(\\d{1,7})/([\\w-]{22})/([0-9a-f]{64})/(.*)");

    @Inject
    MediaHost media;

    /**
     * A file of a package that may be fetched.
     *
     * @param digest the package's
     * @param path of the file within it, as the address writes it
     */
    public record Permit(String tenant, String digest, String path) {}

    /** Whether one of these hosts is asked, by the header {@code Host}. */
    public boolean isAsked(String hostAsked) {
        return media.url()
                .map(url -> hostAsked
                        .toLowerCase(Locale.ROOT)
                        .endsWith("." + url.getAuthority().toLowerCase(Locale.ROOT)))
                .orElse(false);
    }

    /** Where a package of a tenant runs: scheme, host and port; empty if there is no host for what other hands have made. */
    public Optional<String> origin(String tenant, String digest) {
        return media.url().map(url -> url.getScheme() + "://" + label(tenant, digest) + "." + url.getAuthority());
    }

    /** Below what the files of a package may be fetched by somebody who may see it; ends with a slash. */
    public Optional<String> home(String tenant, String digest) {
        return origin(tenant, digest).map(origin -> origin + sealed(tenant, media.today(), digest));
    }

    /** What an address permits; empty if it is none of ours, or too old. */
    public Optional<Permit> open(String hostAsked, String path) {
        Matcher parts = SEALED.matcher(path);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var permit = new Permit(parts.group(1), parts.group(4), parts.group(5));
        long day = Long.parseLong(parts.group(2));
        boolean isCurrent = day <= media.today() && day + MediaHost.DAYS_OF_GRACE >= media.today();
        String expected = sealed(permit.tenant(), day, permit.digest());
        boolean isOurs = MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8),
                path.substring(0, path.length() - permit.path().length()).getBytes(StandardCharsets.UTF_8));
        boolean isItsHost = origin(permit.tenant(), permit.digest())
                .map(URI::create)
                .filter(origin -> origin.getAuthority().equalsIgnoreCase(hostAsked))
                .isPresent();
        return isCurrent && isOurs && isItsHost ? Optional.of(permit) : Optional.empty();
    }

    private String sealed(String tenant, long day, String digest) {
        String what = "/t/%s/%d/".formatted(tenant, day);
        return what + media.seal("package:" + what + digest) + "/" + digest + "/";
    }

    /** The same for ever, so that a browser finds again what the package has kept; nobody can guess another's. */
    private String label(String tenant, String digest) {
        byte[] seal = media.seal("package-host:" + tenant + "/" + digest).getBytes(StandardCharsets.US_ASCII);
        return "p" + HexFormat.of().formatHex(seal, 0, LABEL_BYTES);
    }
}
