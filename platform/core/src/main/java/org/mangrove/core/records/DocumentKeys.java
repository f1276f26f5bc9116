package org.mangrove.core.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.UUID;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.records.DocumentHolder.ActivityProfile;
import org.mangrove.core.records.DocumentHolder.AgentProfile;
import org.mangrove.core.records.DocumentHolder.State;
import org.mangrove.core.records.store.DocumentRow;
import org.mangrove.sdk.TenantId;

/** By what rows of documents are found: digests, since activities and names are as long as anybody likes. */
@ApplicationScoped
class DocumentKeys {

    private static final int BYTES = 16;

    @Inject
    IndexTerms terms;

    /** The same for all documents about something; for those of what somebody does in an activity, in whichever enrolment. */
    UUID holder(TenantId tenant, DocumentHolder holder) {
        return switch (holder) {
            case State state -> digest("state", terms.activity(state.activity()), terms.agent(tenant, state.agent()));
            case ActivityProfile profile -> digest("activity", terms.activity(profile.activity()));
            case AgentProfile profile -> digest("agent", terms.agent(tenant, profile.agent()));
        };
    }

    UUID document(TenantId tenant, DocumentHolder holder, String name) {
        String registration = holder instanceof State state
                ? state.registration().map(UUID::toString).orElse("")
                : "";
        return digest(registration + " " + name, holder(tenant, holder));
    }

    DocumentRow row(TenantId tenant, DocumentHolder holder, String name) {
        UUID id = document(tenant, holder, name);
        UUID holderId = holder(tenant, holder);
        return switch (holder) {
            case State state ->
                DocumentRow.state(
                        tenant,
                        id,
                        holderId,
                        state.activity(),
                        terms.agent(tenant, state.agent()),
                        state.registration(),
                        name);
            case ActivityProfile profile -> DocumentRow.activityProfile(tenant, id, holderId, profile.activity(), name);
            case AgentProfile profile ->
                DocumentRow.agentProfile(tenant, id, holderId, terms.agent(tenant, profile.agent()), name);
        };
    }

    private static UUID digest(String text, UUID... parts) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            for (UUID part : parts) {
                sha256.update(Uuids.bytes(part));
            }
            byte[] whole = sha256.digest(text.getBytes(StandardCharsets.UTF_8));
            return Uuids.fromBytes(Arrays.copyOf(whole, BYTES));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
