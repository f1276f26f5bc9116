package org.mangrove.core.content;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.content.store.PinRow;
import org.mangrove.core.content.store.PinStore;
import org.mangrove.core.governance.Decided;
import org.mangrove.core.governance.DecisionKind;
import org.mangrove.core.governance.DecisionLog;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.sdk.Message;

/**
 * Lets a market stay with the version that its readers have, for a reason and until a day. Nobody goes back to an earlier one: who learns goes
 * forward. What the law demands ends it on its own day.
 */
@ApplicationScoped
public class Pins {

    private static final int LONGEST_DAYS = 366;

    @Inject
    Courses courses;

    @Inject
    PinStore store;

    @Inject
    DecisionLog decisions;

    @Inject
    Clock clock;

    /**
     * @param seen the version that whoever decides has looked at
     * @param lastDay on which readers have it
     */
    public record Wish(int seen, String reason, Optional<LocalDate> lastDay) {}

    /**
     * Stays, or stays for another time.
     *
     * @param person of the tenant
     * @throws Refusal.NotFound if no such course comes to the tenant from above
     * @throws Refusal.Conflict if its readers have another version by now, or if the market keeps the course as its own
     */
    @Transactional
    public void pin(TenantProfile tenant, UUID person, String course, Wish wish) {
        mustSay(wish.reason());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        LocalDate today = LocalDate.ofInstant(now, tenant.tenant().timeZone());
        LocalDate lastDay = wish.lastDay()
                .filter(day -> !day.isBefore(today) && day.isBefore(today.plusDays(LONGEST_DAYS)))
                .orElseThrow(() -> new Refusal.Invalid(
                        "until", Message.of("content.pin.no-day").with("most", LONGEST_DAYS)));
        int number = courses.versionToStayWith(tenant, course)
                .orElseThrow(() -> new Refusal.Conflict(Message.of("content.pin.not-from-above")));
        if (number != wish.seen()) {
            throw new Refusal.Conflict(Message.of("content.pin.changed-meanwhile"));
        }
        var pin = new Pin(
                course,
                number,
                wish.reason(),
                lastDay.plusDays(1).atStartOfDay(tenant.tenant().timeZone()).toInstant(),
                now);
        store.hold(tenant.tenant().id(), course)
                .ifPresentOrElse(
                        row -> row.becomes(pin),
                        () -> store.add(new PinRow(tenant.tenant().id(), pin)));
        record(
                tenant,
                person,
                DecisionKind.LOCAL_PINNED,
                course,
                Map.of("version", String.valueOf(number), "endsAt", pin.endsAt().toString()),
                wish.reason());
    }

    /** Follows what is in effect above from now on. @throws Refusal.Conflict if it does already */
    @Transactional
    public void follow(TenantProfile tenant, UUID person, String course, String reason) {
        mustSay(reason);
        PinRow row = store.hold(tenant.tenant().id(), course)
                .orElseThrow(() -> new Refusal.Conflict(Message.of("content.pin.follows-already")));
        store.remove(row);
        record(
                tenant,
                person,
                DecisionKind.LOCAL_UNPINNED,
                course,
                Map.of("version", String.valueOf(row.pin().number())),
                reason);
    }

    private void record(
            TenantProfile tenant,
            UUID person,
            DecisionKind kind,
            String course,
            Map<String, String> details,
            String reason) {
        decisions.record(tenant, new Decided(kind, AssetVersion.TYPE, course, List.of(), details, ""), person, reason);
    }

    private static void mustSay(String reason) {
        if (reason.isBlank() || reason.length() > Retirements.LONGEST_REASON) {
            throw new Refusal.Invalid(
                    "reason", Message.of("content.retirement.say-why").with("most", Retirements.LONGEST_REASON));
        }
    }
}
