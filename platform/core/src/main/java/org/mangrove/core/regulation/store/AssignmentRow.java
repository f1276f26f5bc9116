package org.mangrove.core.regulation.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.governance.Commitment;
import org.mangrove.core.tenancy.TenantOwned;
import org.mangrove.sdk.TenantId;

/** That somebody has to learn a course again. Who it is can be forgotten; that it was somebody stays. */
@Entity
@Table(name = "regulation_assignment")
public class AssignmentRow extends TenantOwned {

    @Column(name = "change_id", nullable = false, updatable = false)
    private UUID change;

    @Column(name = "course_slug", nullable = false, updatable = false)
    private String course;

    @Column(name = "commitment", nullable = false, updatable = false)
    private String commitment;

    @Column(name = "salt")
    private @Nullable String salt;

    @Column(name = "content")
    private @Nullable String content;

    @Column(name = "person_id")
    private @Nullable UUID person;

    @Column(name = "learned")
    private @Nullable Boolean learned;

    @Column(name = "erased_mark")
    private @Nullable String erasedMark;

    @Column(name = "erased_at")
    private @Nullable Instant erasedAt;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected AssignmentRow() {}

    public AssignmentRow(TenantId tenant, UUID change, String course, UUID person, Commitment opening) {
        super(tenant, Uuids.next());
        this.change = change;
        this.course = course;
        this.person = person;
        this.commitment = opening.hash();
        this.salt = opening.salt();
        this.content = opening.content();
    }

    /**
     * Nobody can tell any more who it was.
     *
     * @param hadLearned whether they had learned it again
     * @param mark by which whoever has the installation's key finds the entry in the register of erasures
     */
    public void erase(boolean hadLearned, String mark, Instant now) {
        salt = null;
        content = null;
        person = null;
        learned = hadLearned;
        erasedMark = mark;
        erasedAt = now;
    }

    public UUID change() {
        return change;
    }

    public String course() {
        return course;
    }

    public String commitment() {
        return commitment;
    }

    public Optional<Commitment> opening() {
        return salt == null || content == null ? Optional.empty() : Optional.of(new Commitment(salt, content));
    }

    public Optional<UUID> person() {
        return Optional.ofNullable(person);
    }

    /** Of somebody who was erased. */
    public boolean hadLearned() {
        return learned != null && learned;
    }

    public Optional<String> erasedMark() {
        return Optional.ofNullable(erasedMark);
    }

    public Optional<Instant> erasedAt() {
        return Optional.ofNullable(erasedAt);
    }
}
