package org.mangrove.core.learning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.mangrove.core.identity.DataSubject;
import org.mangrove.core.identity.ExpiringData;
import org.mangrove.core.identity.People;
import org.mangrove.core.identity.Person;
import org.mangrove.core.identity.PersonalData;
import org.mangrove.core.learning.store.CompletionStore;
import org.mangrove.core.learning.store.DutySheetStore;
import org.mangrove.core.learning.store.EnrolmentStore;
import org.mangrove.core.records.Statements;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.core.tenancy.TenantProfile.Purpose;
import org.mangrove.sdk.TenantId;

/** What people have taken, answered and passed. What proves an instruction that the law demands stays for its time. */
@ApplicationScoped
public class LearningData implements PersonalData, ExpiringData {

    /** The purpose of all that is no evidence. */
    private static final String RECORDS = "training-records";

    private static final Set<String> NAMING = Set.of("learning_completion.person_id");
    private static final LocalDate END = LocalDate.of(9999, 12, 31);
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    EnrolmentStore enrolments;

    @Inject
    CompletionStore completions;

    @Inject
    DutySheetStore duties;

    @Inject
    LearningRead read;

    @Inject
    CertificatePaper paper;

    @Inject
    People people;

    @Inject
    Statements statements;

    @Inject
    Clock clock;

    @Override
    public String holder() {
        return "learning";
    }

    @Override
    public void export(TenantProfile tenant, DataSubject who, PersonalDataSink sink) throws IOException {
        if (who.person().isEmpty()) {
            return;
        }
        TenantId id = tenant.tenant().id();
        UUID person = who.person().get();
        for (LearningRead.Taken enrolment : read.enrolments(id, person)) {
            sink.item("enrolment", json(enrolment));
        }
        Optional<Person> named = people.find(id, person);
        for (LearningRead.Passed completion : read.completions(id, person)) {
            ObjectNode item = json(completion.completion());
            item.remove("person");
            item.put("evidence", completion.evidence());
            sink.item("completion", item);
            if (named.isPresent()) {
                sink.file(
                        "certificate-%s-%s.pdf"
                                .formatted(
                                        completion.completion().course(),
                                        completion.completion().completedOn()),
                        new WhenRead(() -> certificate(tenant, named.get(), completion.completion())));
            }
        }
        for (Duty duty : read.duties(id, person)) {
            sink.item("duty", json(duty));
        }
    }

    /** As the person would get it from their transcript. */
    private byte[] certificate(TenantProfile tenant, Person person, Completion completion) {
        return paper.draw(
                tenant,
                person.language().orElse(tenant.tenant().language()),
                person.name(),
                completion,
                statements.home(tenant) + "/verify/" + completion.code());
    }

    /** A paper that nobody looks at is not drawn: a summary only counts. */
    private static final class WhenRead extends InputStream {

        private final Supplier<byte[]> drawing;
        private Optional<InputStream> drawn = Optional.empty();

        WhenRead(Supplier<byte[]> drawing) {
            this.drawing = drawing;
        }

        @Override
        public int read() throws IOException {
            return content().read();
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            return content().read(into, offset, length);
        }

        private InputStream content() {
            InputStream content = drawn.orElseGet(() -> new ByteArrayInputStream(drawing.get()));
            drawn = Optional.of(content);
            return content;
        }
    }

    @Override
    public Erased erase(TenantProfile tenant, DataSubject who) {
        if (who.person().isEmpty()) {
            return Erased.nothing();
        }
        TenantId id = tenant.tenant().id();
        UUID person = who.person().get();
        int removed = enrolments.remove(id, person)
                + duties.remove(id, person)
                + completions.remove(id, person, false, END)
                + completions.remove(id, person, true, firstDayKept(tenant));
        return new Erased(removed, 0, false);
    }

    @Override
    public List<Kept> keeps(TenantProfile tenant, DataSubject who) {
        Optional<LocalDate> last = who.person()
                .flatMap(person -> completions.findLastEvidence(tenant.tenant().id(), person));
        if (last.isEmpty() || last.get().isBefore(firstDayKept(tenant))) {
            return List.of();
        }
        Purpose purpose = Evidence.purpose(tenant).orElseThrow();
        return List.of(new Kept(
                purpose.key(),
                completions.count(tenant.tenant().id(), who.person().orElseThrow(), true),
                last.get().plusDays(purpose.retentionDays()),
                NAMING));
    }

    @Override
    public long countBefore(TenantProfile tenant, String purpose, LocalDate day, Collection<DataSubject> held) {
        TenantId id = tenant.tenant().id();
        long count = 0;
        if (isOfEvidence(tenant, purpose)) {
            count += completions.countBefore(id, true, day, people(held));
        }
        if (purpose.equals(RECORDS)) {
            count += completions.countBefore(id, false, day, people(held));
            count += enrolments.countBefore(
                    id, day.atStartOfDay(tenant.tenant().timeZone()).toInstant(), people(held));
        }
        return count;
    }

    @Override
    public long removeBefore(
            TenantProfile tenant, String purpose, LocalDate day, Collection<DataSubject> held, int most) {
        TenantId id = tenant.tenant().id();
        long removed = 0;
        if (isOfEvidence(tenant, purpose)) {
            removed += completions.removeBefore(id, true, day, people(held), most);
        }
        if (purpose.equals(RECORDS)) {
            removed += completions.removeBefore(id, false, day, people(held), most);
            removed += enrolments.removeBefore(
                    id, day.atStartOfDay(tenant.tenant().timeZone()).toInstant(), people(held), most);
        }
        return removed;
    }

    /** Evidence from before this day is not demanded any more; if nothing is, none is kept. */
    private LocalDate firstDayKept(TenantProfile tenant) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), tenant.tenant().timeZone());
        return Evidence.purpose(tenant)
                .map(purpose -> today.minusDays(purpose.retentionDays()))
                .orElse(END);
    }

    private static boolean isOfEvidence(TenantProfile tenant, String purpose) {
        return Evidence.purpose(tenant).filter(one -> one.key().equals(purpose)).isPresent();
    }

    private static List<UUID> people(Collection<DataSubject> held) {
        return held.stream().flatMap(who -> who.person().stream()).toList();
    }

    private static ObjectNode json(Object thing) throws IOException {
        JsonNode node = JSON.readTree(Definitions.write(thing));
        return (ObjectNode) node;
    }
}
