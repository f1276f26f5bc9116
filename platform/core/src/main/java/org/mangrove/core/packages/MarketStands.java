package org.mangrove.core.packages;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mangrove.core.blobs.Digest;

/**
 * What headquarters hears of how packages stand in a market: digests and days, and none of the market's words and files.
 *
 * @param bySlug of the packages
 */
public record MarketStands(SortedMap<String, Stand> bySlug) {

    /** What there is to say first of a package in a market. */
    public enum State {
        /** Has what comes from above. */
        FOLLOWS,
        /** Has put another in its place. */
        REPLACED,
        /** Above it is another by now than the one that was replaced. */
        CHANGED_ABOVE,
        /** A lock forbids what it has put in its place; it holds until the grace ends. */
        IN_GRACE,
        /** A lock forbids what it has put in its place; it is kept and not served. */
        WITHHELD,
        /** The law does not allow what it has replaced; its own is kept and not served. */
        OUTLAWED,
        /** It must put its own in its place; nothing is served until then. */
        TO_LOCALIZE,
        /** Not verified for the law there; nothing is served. */
        UNVERIFIED;

        /** Whether somebody has to look at it. */
        public boolean waits() {
            return this != FOLLOWS && this != REPLACED;
        }
    }

    /**
     * A package in a market.
     *
     * @param here by which what holds there is told
     * @param base by which what was replaced is told, if anything was
     * @param above by which what is above now is told
     * @param until from when what the market has put in its place holds no more
     * @param due until when somebody there should have decided
     */
    public record Stand(
            State state,
            Digest here,
            Optional<Digest> base,
            Digest above,
            Optional<Instant> until,
            Optional<Instant> due,
            int points) {

        public boolean waits() {
            return state.waits();
        }
    }

    public MarketStands {
        bySlug = Collections.unmodifiableSortedMap(new TreeMap<>(bySlug));
    }

    static MarketStands of(Map<String, Stand> stands) {
        return new MarketStands(new TreeMap<>(stands));
    }

    static Stand of(PackageDesk desk, Optional<Instant> due) {
        return new Stand(
                state(desk),
                desk.here().digest(),
                desk.base().map(Variants::digest),
                desk.above().digest(),
                desk.ours().flatMap(ours -> ours.expiresAt()),
                due,
                desk.drift());
    }

    private static State state(PackageDesk desk) {
        if (desk.isUnverified()) {
            return State.UNVERIFIED;
        }
        if (desk.isToLocalize()) {
            return State.TO_LOCALIZE;
        }
        if (desk.isOutlawed()) {
            return State.OUTLAWED;
        }
        if (desk.isWithheld()) {
            return State.WITHHELD;
        }
        if (desk.isInGrace()) {
            return State.IN_GRACE;
        }
        if (desk.hasChangedAbove()) {
            return State.CHANGED_ABOVE;
        }
        return desk.ours().isPresent() ? State.REPLACED : State.FOLLOWS;
    }
}
