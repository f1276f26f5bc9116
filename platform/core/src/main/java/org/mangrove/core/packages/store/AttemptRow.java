package org.mangrove.core.packages.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.packages.Taken;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.core.tenancy.TenantOwned;
import org.mangrove.sdk.TenantId;

/** One try of one person at one package, with the file that it began with. */
@Entity
@Table(name = "packages_attempt")
public class AttemptRow extends TenantOwned {

    private static final String UNDER_WAY = "UNDER_WAY";
    private static final String COMPLETED = "COMPLETED";
    private static final String ENDED = "ENDED";
    private static final String NOTHING = "{}";

    @Column(name = "person_id", nullable = false, updatable = false)
    private UUID person;

    @Column(name = "package_slug", nullable = false, updatable = false)
    private String packageSlug;

    @Column(name = "attempt", nullable = false, updatable = false)
    private int attempt;

    @Column(name = "version_number", nullable = false, updatable = false)
    private int version;

    @Column(name = "digest", nullable = false, updatable = false)
    private String digest;

    @Column(name = "document", nullable = false)
    private String document;

    @Column(name = "run_values", nullable = false)
    private String values;

    @Column(name = "state", nullable = false)
    private String state;

    @Column(name = "begun_at", nullable = false, updatable = false)
    private Instant begunAt;

    @Column(name = "touched_at", nullable = false)
    private Instant touchedAt;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected AttemptRow() {}

    public AttemptRow(TenantId tenant, UUID person, String slug, int attempt, int version, Taken taken, Instant now) {
        super(tenant, Uuids.next());
        this.person = person;
        this.packageSlug = slug;
        this.attempt = attempt;
        this.version = version;
        this.digest = taken.digest().hex();
        this.document = Definitions.write(taken);
        this.values = NOTHING;
        this.state = UNDER_WAY;
        this.begunAt = now;
        this.touchedAt = now;
    }

    public void keep(String kept, Instant now) {
        values = kept;
        touchedAt = now;
    }

    /** It is completed, or more is known of how. */
    public void complete(Taken outcome) {
        document = Definitions.write(outcome);
        state = COMPLETED;
    }

    /** It goes on no more, and was not completed. */
    public void end() {
        state = ENDED;
    }

    public UUID person() {
        return person;
    }

    public String packageSlug() {
        return packageSlug;
    }

    public int attempt() {
        return attempt;
    }

    /** Of the master, when it began. */
    public int version() {
        return version;
    }

    public Digest digest() {
        return new Digest(digest);
    }

    public Taken taken() {
        return Definitions.read(document, Taken.class);
    }

    public String values() {
        return values;
    }

    public boolean isUnderWay() {
        return state.equals(UNDER_WAY);
    }

    public boolean isCompleted() {
        return state.equals(COMPLETED);
    }

    public Instant begunAt() {
        return begunAt;
    }
}
