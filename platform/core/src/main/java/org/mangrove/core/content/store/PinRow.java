package org.mangrove.core.content.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.mangrove.core.content.Pin;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.tenancy.TenantOwned;
import org.mangrove.sdk.TenantId;

/** A course at whose version a market stays. */
@Entity
@Table(name = "content_pin")
public class PinRow extends TenantOwned {

    @Column(name = "course_slug", nullable = false, updatable = false)
    private String course;

    @Column(name = "number", nullable = false)
    private int number;

    @Column(name = "reason", nullable = false)
    private String reason;

    @Column(name = "ends_at", nullable = false)
    private Instant endsAt;

    @Column(name = "pinned_at", nullable = false)
    private Instant pinnedAt;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected PinRow() {}

    public PinRow(TenantId tenant, Pin pin) {
        super(tenant, Uuids.next());
        this.course = pin.course();
        this.number = pin.number();
        this.reason = pin.reason();
        this.endsAt = pin.endsAt();
        this.pinnedAt = pin.pinnedAt();
    }

    /** @param other of the same course */
    public void becomes(Pin other) {
        number = other.number();
        reason = other.reason();
        endsAt = other.endsAt();
        pinnedAt = other.pinnedAt();
    }

    public Pin pin() {
        return new Pin(course, number, reason, endsAt, pinnedAt);
    }
}
