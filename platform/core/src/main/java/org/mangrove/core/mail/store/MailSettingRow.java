package org.mangrove.core.mail.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mangrove.core.tenancy.TenantOwned;
import org.mangrove.sdk.TenantId;

/** What a tenant says of the mail to its people. One row at most. */
@Entity
@Table(name = "mail_setting")
public class MailSettingRow extends TenantOwned {

    static final UUID ONLY = new UUID(0, 1);

    @Column(name = "is_on", nullable = false)
    private boolean isOn;

    @Column(name = "reply_to", nullable = false)
    private String replyTo;

    @Column(name = "hour_from", nullable = false)
    private String from;

    @Column(name = "hour_until", nullable = false)
    private String until;

    @Column(name = "days", nullable = false)
    private String days;

    @Column(name = "changed_at", nullable = false)
    private Instant changedAt;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected MailSettingRow() {}

    public MailSettingRow(TenantId tenant, Instant now) {
        super(tenant, ONLY);
        this.replyTo = "";
        this.from = "";
        this.until = "";
        this.days = "";
        this.changedAt = now;
    }

    /** @param reply an address, or empty */
    public void say(boolean on, String reply, LocalTime first, LocalTime last, Set<DayOfWeek> open, Instant now) {
        isOn = on;
        replyTo = reply;
        from = first.toString();
        until = last.toString();
        days = open.stream().sorted().map(DayOfWeek::name).collect(Collectors.joining(","));
        changedAt = now;
    }

    public boolean isOn() {
        return isOn;
    }

    public String replyTo() {
        return replyTo;
    }

    public LocalTime from() {
        return LocalTime.parse(from);
    }

    public LocalTime until() {
        return LocalTime.parse(until);
    }

    public Set<DayOfWeek> days() {
        return Stream.of(days.split(","))
                .filter(day -> !day.isEmpty())
                .map(DayOfWeek::valueOf)
                .collect(Collectors.toSet());
    }
}
