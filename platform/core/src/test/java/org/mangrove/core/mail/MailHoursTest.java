package org.mangrove.core.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.mangrove.core.tenancy.SampleTenants;
import org.mangrove.sdk.Tenant;

class MailHoursTest {

    private static final Tenant GERMANY = SampleTenants.BERLIN;
    private static final Tenant SAUDI_ARABIA = SampleTenants.RIYADH;

    @Test
    void hours_are_those_of_the_tenants_own_clock() {
        MailHours usual = MailHours.usual(GERMANY);

        assertThat(usual.areOpen(Instant.parse("2026-11-23T05:59:00Z"), GERMANY))
                .isFalse();
        assertThat(usual.areOpen(Instant.parse("2026-11-23T06:00:00Z"), GERMANY))
                .isTrue();
        assertThat(usual.areOpen(Instant.parse("2026-11-23T17:00:59Z"), GERMANY))
                .isTrue();
        assertThat(usual.areOpen(Instant.parse("2026-11-23T17:01:00Z"), GERMANY))
                .isFalse();
        assertThat(usual.areOpen(Instant.parse("2026-07-06T05:00:00Z"), GERMANY))
                .as("in summer an hour earlier")
                .isTrue();
    }

    @Test
    void a_weekend_is_the_tenants_own() {
        Instant friday = Instant.parse("2026-11-27T09:00:00Z");
        Instant sunday = Instant.parse("2026-11-29T09:00:00Z");

        assertThat(MailHours.usual(GERMANY).areOpen(friday, GERMANY)).isTrue();
        assertThat(MailHours.usual(GERMANY).areOpen(sunday, GERMANY)).isFalse();
        assertThat(MailHours.usual(SAUDI_ARABIA).areOpen(friday, SAUDI_ARABIA)).isFalse();
        assertThat(MailHours.usual(SAUDI_ARABIA).areOpen(sunday, SAUDI_ARABIA)).isTrue();
    }

    @Test
    void the_last_minute_of_a_day_can_be_in_it() {
        var always = new MailHours(LocalTime.MIDNIGHT, LocalTime.of(23, 59), EnumSet.allOf(DayOfWeek.class));

        assertThat(always.areOpen(Instant.parse("2026-11-29T22:59:59Z"), GERMANY))
                .isTrue();
    }
}
