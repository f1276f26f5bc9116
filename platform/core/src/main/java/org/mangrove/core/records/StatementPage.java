package org.mangrove.core.records;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Some of the statements that were asked for.
 *
 * @param last the position after which the next page begins, if there is one
 */
public record StatementPage(List<StoredStatement> statements, Optional<UUID> last) {

    public StatementPage {
        statements = List.copyOf(statements);
    }
}
