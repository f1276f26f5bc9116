package org.mangrove.plugins.de.arbeitsschutz;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.mangrove.sdk.Market;
import org.mangrove.sdk.Tenant;
import org.mangrove.sdk.TenantId;

/** The market that the tests are in. */
final class Berlin {

    static final Market MARKET = Market.of(new Tenant(
            new TenantId(1),
            "acme-de",
            "eu",
            List.of(Locale.GERMAN, Locale.ENGLISH),
            ZoneId.of("Europe/Berlin"),
            "gregorian",
            "latn",
            DayOfWeek.MONDAY,
            Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
            List.of("DE-BE", "DE", "EU")));

    private Berlin() {}
}
