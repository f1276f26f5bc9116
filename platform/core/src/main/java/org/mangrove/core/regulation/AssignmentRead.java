package org.mangrove.core.regulation;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mangrove.core.governance.Commitment;
import org.mangrove.core.regulation.store.AssignmentStore;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.sdk.TenantId;

/** Reads what somebody had to learn again, as it is at one moment. */
@ApplicationScoped
class AssignmentRead {

    private static final int MOST = 100_000;
    private static final TypeReference<Map<String, String>> CONTENT = new TypeReference<>() {};

    @Inject
    AssignmentStore store;

    /** @param content what the commitment was made to */
    record Assigned(UUID change, String course, String commitment, Map<String, String> content) {}

    @Transactional
    List<Assigned> of(TenantId tenant, UUID person) {
        return store.of(tenant, person, MOST).stream()
                .map(row -> new Assigned(
                        row.change(),
                        row.course(),
                        row.commitment(),
                        row.opening()
                                .map(Commitment::content)
                                .map(content -> Definitions.read(content, CONTENT))
                                .orElse(Map.of())))
                .toList();
    }
}
