package org.mangrove.core.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.hibernate.Session;
import org.mangrove.core.database.Configuration;
import org.mangrove.core.database.DatabaseName;
import org.mangrove.core.database.Sessions;

/** The database of the global cores. For stores only. */
@ApplicationScoped
public class CoreDatabase {

    @Inject
    Sessions sessions;

    @Inject
    Configuration configuration;

    public Session session() {
        if (!configuration.servesCore()) {
            throw new IllegalStateException("This node does not serve the core");
        }
        return sessions.of(DatabaseName.CORE);
    }
}
