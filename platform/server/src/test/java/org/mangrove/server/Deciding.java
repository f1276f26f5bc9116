package org.mangrove.server;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mangrove.core.governance.Decided;
import org.mangrove.core.governance.DecidedBy;
import org.mangrove.core.governance.DecisionKind;
import org.mangrove.core.governance.DecisionLog;
import org.mangrove.core.identity.DataSubject;
import org.mangrove.core.identity.PersonalData;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.TenantProfile;

/** Decides something, or begins to and fails, a transaction at a time. */
@ApplicationScoped
public class Deciding {

    private static final Decided KEPT = new Decided(
            DecisionKind.LOCAL_KEPT, "course", "it-course", List.of("title"), Map.of("revision", "1"), "0".repeat(64));
    private static final Decided LOCKED = new Decided(
            DecisionKind.LOCK_SET, "course", "it-course", List.of("title"), Map.of("hold", "LOCKED"), "0".repeat(64));

    @Inject
    DecisionLog log;

    @Inject
    DecidedBy decided;

    @Transactional
    public void decide(TenantProfile tenant, UUID person, String reason) {
        log.record(tenant, KEPT, person, reason);
    }

    @Transactional
    public void decideOften(TenantProfile tenant, UUID person, int times) {
        for (int time = 0; time < times; time++) {
            log.record(tenant, KEPT, person, "Time " + time);
        }
    }

    @Transactional
    public void decide(EnterpriseId enterprise, UUID actor, String reason) {
        log.record(enterprise, LOCKED, actor, reason);
    }

    @Transactional
    public void decideAndFail(TenantProfile tenant, UUID person, String reason) {
        log.record(tenant, KEPT, person, reason);
        throw new IllegalStateException("on purpose");
    }

    /** What they are told that they have decided. */
    public List<JsonNode> export(TenantProfile tenant, DataSubject who) throws IOException {
        var told = new ArrayList<JsonNode>();
        decided.export(tenant, who, new PersonalData.PersonalDataSink() {
            @Override
            public void item(String kind, JsonNode item) {
                told.add(item);
            }

            @Override
            public void file(String name, InputStream content) {
                throw new IllegalStateException("Decisions have no files");
            }
        });
        return told;
    }

    @Transactional
    public long forget(TenantProfile tenant, DataSubject who) {
        return decided.erase(tenant, who).pseudonymised();
    }
}
