package org.mangrove.core.regulation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.identity.DataSubject;
import org.mangrove.core.identity.PersonalData;
import org.mangrove.core.learning.Completions;
import org.mangrove.core.privacy.Erasures;
import org.mangrove.core.regulation.LawNotice.Answer;
import org.mangrove.core.regulation.store.AssignmentRow;
import org.mangrove.core.regulation.store.AssignmentStore;
import org.mangrove.core.tenancy.TenantProfile;

/**
 * Who had to learn something again. That somebody had to, and whether they had done it, stays; that it was them is forgotten.
 *
 * <p>Its name goes before that of what people have learned: so it is asked while that is still there.
 */
@ApplicationScoped
public class AssignedPeople implements PersonalData {

    private static final int MOST = 500;

    @Inject
    AssignmentStore store;

    @Inject
    AssignmentRead read;

    @Inject
    MarketLaws laws;

    @Inject
    Completions completions;

    @Inject
    Erasures erasures;

    @Inject
    Clock clock;

    @Override
    public String holder() {
        return "law-changes";
    }

    @Override
    public void export(TenantProfile tenant, DataSubject who, PersonalDataSink sink) throws IOException {
        if (who.person().isEmpty()) {
            return;
        }
        for (AssignmentRead.Assigned assigned :
                read.of(tenant.tenant().id(), who.person().get())) {
            ObjectNode item = JsonNodeFactory.instance.objectNode();
            item.put("course", assigned.course());
            item.put("lawChange", assigned.change().toString());
            item.put("commitment", assigned.commitment());
            told(item, "due", assigned, "due");
            told(item, "completedOn", assigned, "learnedBefore");
            told(item, "version", assigned, "versionBefore");
            told(item, "digest", assigned, "digestBefore");
            told(item, "code", assigned, "certificateBefore");
            sink.item("assignment", item);
        }
    }

    private static void told(ObjectNode item, String field, AssignmentRead.Assigned assigned, String name) {
        Optional.ofNullable(assigned.content().get(name)).ifPresent(value -> item.put(field, value));
    }

    @Override
    public Erased erase(TenantProfile tenant, DataSubject who) {
        if (who.person().isEmpty()) {
            return Erased.nothing();
        }
        UUID person = who.person().get();
        List<AssignmentRow> rows = store.of(tenant.tenant().id(), person, MOST);
        String mark = erasures.marks(tenant, who).stream().sorted().findFirst().orElse("");
        rows.forEach(row ->
                row.erase(hasLearned(tenant, row, person), mark, clock.instant().truncatedTo(ChronoUnit.MICROS)));
        return new Erased(0, rows.size(), rows.size() == MOST);
    }

    private boolean hasLearned(TenantProfile tenant, AssignmentRow row, UUID person) {
        Optional<Answer> answer = laws.notices(tenant).stream()
                .filter(notice -> notice.change().id().equals(row.change()))
                .flatMap(notice -> notice.courses().stream())
                .filter(course -> course.course().equals(row.course()))
                .flatMap(course -> course.answer().stream())
                .findFirst();
        return answer.filter(there -> !completions
                        .since(tenant.tenant().id(), row.course(), there.version(), List.of(person))
                        .isEmpty())
                .isPresent();
    }
}
