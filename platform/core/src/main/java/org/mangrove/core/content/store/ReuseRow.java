package org.mangrove.core.content.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.EnterpriseOwned;

/** That a block of a master's newest version shows what a block of another says. */
@Entity
@Table(name = "content_reuse")
public class ReuseRow extends EnterpriseOwned {

    @Column(name = "source", nullable = false, updatable = false)
    private String source;

    @Column(name = "source_block", nullable = false, updatable = false)
    private String sourceBlock;

    @Column(name = "course", nullable = false, updatable = false)
    private String course;

    @Column(name = "block", nullable = false, updatable = false)
    private String block;

    @Column(name = "is_pinned", nullable = false, updatable = false)
    private boolean pinned;

    @Column(name = "shown_number", nullable = false, updatable = false)
    private int shown;

    @Column(name = "looked_number", nullable = false)
    private int looked;

    @Column(name = "held_number", nullable = false)
    private int held;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected ReuseRow() {}

    /**
     * @param shown the version of the source whose words it shows
     * @param looked the version of the source that was looked at
     */
    public ReuseRow(
            EnterpriseId enterprise,
            String source,
            String sourceBlock,
            String course,
            String block,
            boolean pinned,
            int shown,
            int looked) {
        super(enterprise, Uuids.next());
        this.source = source;
        this.sourceBlock = sourceBlock;
        this.course = course;
        this.block = block;
        this.pinned = pinned;
        this.shown = shown;
        this.looked = looked;
    }

    public String source() {
        return source;
    }

    public String sourceBlock() {
        return sourceBlock;
    }

    public String course() {
        return course;
    }

    public String block() {
        return block;
    }

    public boolean isPinned() {
        return pinned;
    }

    public int shown() {
        return shown;
    }

    public int looked() {
        return looked;
    }

    /** 0 if nothing is held. */
    public int held() {
        return held > looked ? held : 0;
    }

    /** Nothing that it shows has changed up to there. */
    public void look(int number) {
        looked = Math.max(looked, number);
    }

    /** It is not followed to there by itself. */
    public void hold(int number) {
        held = number;
    }

    /** It is tried again. */
    public void letGo() {
        held = 0;
    }
}
