package org.mangrove.core.events;

import java.util.List;
import org.mangrove.sdk.TenantId;

/**
 * A reader that keeps what follows from rows which are all still there. Where others read events again, it makes everything
 * anew from those rows: the outbox forgets what is old.
 */
public interface RebuildingReader extends EventReader {

    /**
     * Makes all that it keeps of a tenant anew. It sees the database as it was at one moment, and nothing is delivered to it
     * meanwhile.
     *
     * @param unread what it will still be given, and must not have taken in by then
     */
    void rebuild(TenantId tenant, List<StoredEvent> unread);
}
