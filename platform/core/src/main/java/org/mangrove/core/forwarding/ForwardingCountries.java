package org.mangrove.core.forwarding;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Where a record store elsewhere may stand. */
public final class ForwardingCountries {

    /** Codes of ISO 3166, in their own order. */
    public static final List<String> ALL =
            Arrays.stream(Locale.getISOCountries()).sorted().toList();

    private ForwardingCountries() {}
}
