package org.mangrove.core.publication;

import org.mangrove.core.tenancy.EnterpriseId;

/**
 * Writes what was published into a cell. A CDI bean; the feed finds it by its type.
 *
 * <p>It is called within a transaction of the cell that also remembers how far the cell has come. Applying an entry again, or
 * a newer one about the same subject, must leave what the newest says.
 */
public interface FeedApplier {

    /** The type of entries it takes; see {@link FeedItem#type()}. */
    String type();

    /** The newest schema of such entries that it understands. */
    default int schemaVersion() {
        return 1;
    }

    void apply(String cell, EnterpriseId enterprise, FeedItem item);

    /** The core has published it no more since a new epoch began. */
    void remove(String cell, EnterpriseId enterprise, String subject);

    /** Called once after the transaction was committed: for what is kept in memory. */
    default void applied(String cell, EnterpriseId enterprise) {}
}
