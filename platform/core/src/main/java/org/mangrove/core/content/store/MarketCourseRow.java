package org.mangrove.core.content.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.mangrove.core.content.AssetVersion;
import org.mangrove.core.content.ContentJson;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.lineage.CanonicalJson;
import org.mangrove.core.tenancy.TenantOwned;
import org.mangrove.sdk.TenantId;

/** A version of a course that a plugin brought to one market. */
@Entity
@Table(name = "content_market_course")
public class MarketCourseRow extends TenantOwned {

    @Column(name = "course_slug", nullable = false, updatable = false)
    private String course;

    @Column(name = "number", nullable = false, updatable = false)
    private int number;

    @Column(name = "plugin", nullable = false, updatable = false)
    private String plugin;

    @Column(name = "effective_from", nullable = false, updatable = false)
    private Instant effectiveFrom;

    @Column(name = "digest", nullable = false, updatable = false)
    private String digest;

    @Column(name = "document", nullable = false, updatable = false)
    private String document;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected MarketCourseRow() {}

    public MarketCourseRow(TenantId tenant, String plugin, AssetVersion version) {
        super(tenant, Uuids.next());
        this.course = version.key();
        this.number = version.no();
        this.plugin = plugin;
        this.effectiveFrom = version.effectiveFrom();
        this.digest = version.digest().hex();
        this.document = CanonicalJson.write(ContentJson.of(version));
    }

    public AssetVersion version() {
        return ContentJson.toVersion(CanonicalJson.read(document));
    }

    public String plugin() {
        return plugin;
    }
}
