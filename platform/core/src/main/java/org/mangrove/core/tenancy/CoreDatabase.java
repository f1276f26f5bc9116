package org.mangrove.core.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Supplier;
import org.hibernate.Session;
import org.mangrove.core.database.Configuration;
import org.mangrove.core.database.DatabaseName;
import org.mangrove.core.database.Sessions;
import org.mangrove.core.database.Snapshots;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.sdk.Message;

/** The database of the global cores. For stores only. A node that serves cells alone has none, and says so to whoever asks. */
@ApplicationScoped
public class CoreDatabase {

    @Inject
    Sessions sessions;

    @Inject
    Snapshots snapshots;

    @Inject
    Configuration configuration;

    public Session session() {
        if (!configuration.servesCore()) {
            throw new Refusal.ServedElsewhere(Message.of("identity.address.ask-the-core"));
        }
        return sessions.of(DatabaseName.CORE);
    }

    /** Work that sees the core as it was at one moment; to be called first in a transaction. */
    public <T> T inSnapshot(Supplier<T> work) {
        return snapshots.of(DatabaseName.CORE, work);
    }
}
