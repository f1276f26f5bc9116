package org.mangrove.core.records.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mangrove.core.records.Document;
import org.mangrove.core.records.DocumentContent;
import org.mangrove.core.tenancy.TenantOwned;
import org.mangrove.sdk.TenantId;

/** A document, and in plain words what it is about, for whoever is to be told what is kept. */
@Entity
@Table(name = "records_document")
public class DocumentRow extends TenantOwned {

    private static final String STATE = "STATE";
    private static final String ACTIVITY_PROFILE = "ACTIVITY_PROFILE";
    private static final String AGENT_PROFILE = "AGENT_PROFILE";

    @Column(name = "holder_id", nullable = false, updatable = false)
    private UUID holder;

    @Column(name = "kind", nullable = false, updatable = false)
    private String kind;

    @Column(name = "agent_id", updatable = false)
    private @Nullable UUID agent;

    @Column(name = "activity", updatable = false)
    private @Nullable String activity;

    @Column(name = "registration", updatable = false)
    private @Nullable UUID registration;

    @Column(name = "name", nullable = false, updatable = false)
    private String name;

    @Column(name = "content_type", nullable = false)
    private String contentType;

    @Column(name = "content", nullable = false)
    private byte[] content;

    @Column(name = "etag", nullable = false)
    private String etag;

    @Column(name = "modified_at", nullable = false)
    private Instant modifiedAt;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected DocumentRow() {}

    private DocumentRow(TenantId tenant, UUID id, UUID holder, String kind, String name) {
        super(tenant, id);
        this.holder = holder;
        this.kind = kind;
        this.name = name;
        this.contentType = "";
        this.content = new byte[0];
        this.etag = "";
        this.modifiedAt = Instant.EPOCH;
    }

    /** A row that holds nothing yet, as are the other two. */
    public static DocumentRow state(
            TenantId tenant,
            UUID id,
            UUID holder,
            String activity,
            UUID agent,
            Optional<UUID> registration,
            String name) {
        var row = new DocumentRow(tenant, id, holder, STATE, name);
        row.activity = activity;
        row.agent = agent;
        row.registration = registration.orElse(null);
        return row;
    }

    public static DocumentRow activityProfile(TenantId tenant, UUID id, UUID holder, String activity, String name) {
        var row = new DocumentRow(tenant, id, holder, ACTIVITY_PROFILE, name);
        row.activity = activity;
        return row;
    }

    public static DocumentRow agentProfile(TenantId tenant, UUID id, UUID holder, UUID agent, String name) {
        var row = new DocumentRow(tenant, id, holder, AGENT_PROFILE, name);
        row.agent = agent;
        return row;
    }

    public void hold(DocumentContent held, Instant now) {
        contentType = held.type();
        content = held.bytes();
        etag = held.etag();
        modifiedAt = now;
    }

    public String kind() {
        return kind;
    }

    public Optional<String> activity() {
        return Optional.ofNullable(activity);
    }

    public Optional<UUID> registration() {
        return Optional.ofNullable(registration);
    }

    public String name() {
        return name;
    }

    public String etag() {
        return etag;
    }

    public Document document() {
        return new Document(new DocumentContent(contentType, content), etag, modifiedAt);
    }
}
