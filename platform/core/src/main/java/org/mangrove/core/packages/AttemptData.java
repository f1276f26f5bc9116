package org.mangrove.core.packages;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.mangrove.core.identity.DataSubject;
import org.mangrove.core.identity.ExpiringData;
import org.mangrove.core.identity.PersonalData;
import org.mangrove.core.packages.store.AttemptRow;
import org.mangrove.core.packages.store.AttemptStore;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.sdk.TenantId;

/** What people have taken of packages, and what packages have kept of it. */
@ApplicationScoped
public class AttemptData implements PersonalData, ExpiringData {

    private static final String RECORDS = "training-records";
    private static final int AT_ONCE = 50;
    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    AttemptStore attempts;

    @Inject
    AttemptRead read;

    @Override
    public String holder() {
        return "packages";
    }

    @Override
    public void export(TenantProfile tenant, DataSubject who, PersonalDataSink sink) throws IOException {
        if (who.person().isEmpty()) {
            return;
        }
        TenantId id = tenant.tenant().id();
        UUID person = who.person().get();
        UUID behind = BEFORE_ALL;
        for (List<AttemptRow> page = read.page(id, person, behind, AT_ONCE);
                !page.isEmpty();
                page = read.page(id, person, behind, AT_ONCE)) {
            for (AttemptRow row : page) {
                sink.item("package-attempt", described(row));
            }
            behind = page.getLast().id();
        }
    }

    private static ObjectNode described(AttemptRow row) throws IOException {
        Taken taken = row.taken();
        ObjectNode item = JSON.createObjectNode()
                .put("course", row.packageSlug())
                .put("title", taken.title())
                .put("titleLanguage", taken.language())
                .put("version", row.version())
                .put("digest", taken.digest().hex())
                .put("attempt", row.attempt())
                .put("begunAt", row.begunAt().toString())
                .put("completed", row.isCompleted());
        taken.completedAt().ifPresent(at -> item.put("completedAt", at.toString()));
        taken.percent().ifPresent(percent -> item.put("score", percent));
        item.set("result", JSON.readTree(row.values()));
        return item;
    }

    @Override
    public Erased erase(TenantProfile tenant, DataSubject who) {
        return who.person()
                .map(person -> new Erased(attempts.remove(tenant.tenant().id(), person), 0, false))
                .orElseGet(Erased::nothing);
    }

    @Override
    public long countBefore(TenantProfile tenant, String purpose, LocalDate day, Collection<DataSubject> held) {
        return purpose.equals(RECORDS)
                ? attempts.countBefore(tenant.tenant().id(), start(tenant, day), people(held))
                : 0;
    }

    @Override
    public long removeBefore(
            TenantProfile tenant, String purpose, LocalDate day, Collection<DataSubject> held, int most) {
        TenantId id = tenant.tenant().id();
        return purpose.equals(RECORDS) ? attempts.removeBefore(id, start(tenant, day), people(held), most) : 0;
    }

    private static Instant start(TenantProfile tenant, LocalDate day) {
        return day.atStartOfDay(tenant.tenant().timeZone()).toInstant();
    }

    private static List<UUID> people(Collection<DataSubject> held) {
        return held.stream().flatMap(who -> who.person().stream()).toList();
    }
}
