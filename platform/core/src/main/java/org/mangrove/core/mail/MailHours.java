package org.mangrove.core.mail;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mangrove.sdk.Tenant;

/**
 * When people of a tenant are written to: in the tenant's own time.
 *
 * @param until the last minute of each day
 */
public record MailHours(LocalTime from, LocalTime until, Set<DayOfWeek> days) {

    private static final LocalTime MORNING = LocalTime.of(7, 0);
    private static final LocalTime EVENING = LocalTime.of(18, 0);

    public MailHours {
        days = Set.copyOf(days);
    }

    /** Where a tenant has said nothing: by day, and not on its weekend. */
    static MailHours usual(Tenant tenant) {
        return new MailHours(
                MORNING,
                EVENING,
                Stream.of(DayOfWeek.values())
                        .filter(day -> !tenant.weekend().contains(day))
                        .collect(Collectors.toSet()));
    }

    boolean areOpen(Instant now, Tenant tenant) {
        ZonedDateTime there = now.atZone(tenant.timeZone());
        LocalTime minute = there.toLocalTime().truncatedTo(ChronoUnit.MINUTES);
        return days.contains(there.getDayOfWeek()) && !minute.isBefore(from) && !minute.isAfter(until);
    }
}
