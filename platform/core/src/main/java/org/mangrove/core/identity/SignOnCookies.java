package org.mangrove.core.identity;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import org.mangrove.core.tenancy.Address;

/** What other slices must know of the cookies around sign-on, and of coming back from somewhere. */
public final class SignOnCookies {

    private static final Duration A_YEAR = Duration.ofDays(365);
    private static final Pattern PATH_OF_OURS = Pattern.compile("/(?:[^/\\\\\\p{Cntrl}][^\\\\\\p{Cntrl}]*)?");
    private static final int LONGEST_WAY_BACK = 1_000;

    private SignOnCookies() {}

    /** The header that keeps the choice of somebody who has not signed in. */
    public static String language(Address address, Locale chosen) {
        return "%s=%s; Path=%s/; Max-Age=%d; HttpOnly; SameSite=Lax%s"
                .formatted(
                        languageName(address),
                        chosen.toLanguageTag(),
                        address.base(),
                        A_YEAR.toSeconds(),
                        address.isLocalWithoutEncryption() ? "" : "; Secure");
    }

    public static String languageName(Address address) {
        return "mangrove-language" + (address.base().isEmpty() ? "" : "-" + address.slug());
    }

    /** A path of ours that somebody wished to see; whatever else was asked for leads to the first page. */
    public static String pathOfOurs(String wished) {
        return wished.length() <= LONGEST_WAY_BACK
                        && PATH_OF_OURS.matcher(wished).matches()
                ? wished
                : "/";
    }
}
