package org.mangrove.core.records;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.mangrove.core.blobs.TenantBlobs;
import org.mangrove.core.identity.DataSubject;
import org.mangrove.core.identity.PersonalData;
import org.mangrove.core.records.NewStatement.Attachment;
import org.mangrove.core.records.store.IndexRows;
import org.mangrove.core.records.store.PersonRows;
import org.mangrove.core.records.store.SealRows;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.core.xapi.ExactJson;
import org.mangrove.sdk.TenantId;

/**
 * What the learning record store holds of people.
 *
 * <p>Erasure destroys somebody's seals: whatever statements say of them is gone with the first transaction, and the statements stay
 * as those of somebody whom nobody can name. Then everything is changed by which they were found, a portion at a time.
 */
@ApplicationScoped
public class RecordedPeople implements PersonalData {

    static final String HOLDER = "records";

    private static final int AT_ONCE = 200;
    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final Set<String> COLUMNS = Set.of(
            "records_statement.actor",
            "records_statement.team",
            "records_statement.sealed",
            "records_mention.term",
            "records_seal.person",
            "rollups_day.term");

    @Inject
    Identities identities;

    @Inject
    PersonStatements statements;

    @Inject
    PersonDocuments documents;

    @Inject
    SealRows seals;

    @Inject
    Seals known;

    @Inject
    PersonRows people;

    @Inject
    IndexRows index;

    @Inject
    IndexTerms terms;

    @Inject
    OwnAccounts accounts;

    @Inject
    Contents contents;

    @Inject
    ForsakenContents forsaken;

    @Inject
    TenantBlobs blobs;

    @Inject
    AfterCommit afterCommit;

    @Inject
    Event<StatementsChanging> changing;

    @Inject
    Clock clock;

    @Override
    public String holder() {
        return HOLDER;
    }

    @Override
    public void export(TenantProfile tenant, DataSubject who, PersonalDataSink sink) throws IOException {
        TenantId id = tenant.tenant().id();
        var told = new HashSet<UUID>();
        var files = new HashSet<String>();
        for (UUID person : identities.terms(tenant, who)) {
            UUID behind = BEFORE_ALL;
            for (var page = statements.page(id, person, behind, AT_ONCE);
                    !page.last().equals(behind);
                    page = statements.page(id, person, behind, AT_ONCE)) {
                for (StoredStatement statement : page.statements()) {
                    if (told.add(statement.position())) {
                        sink.item("statement", ExactJson.read(statement.json()));
                    }
                }
                for (Attachment attachment : page.attachments()) {
                    var file = blobs.find(id, attachment.digest());
                    if (file.isPresent() && files.add(attachment.sha2())) {
                        try (var content = Files.newInputStream(file.get().file())) {
                            sink.file("attachment-" + attachment.sha2(), content);
                        }
                    }
                }
                behind = page.last();
            }
        }
        exportDocuments(id, identities.terms(tenant, who), sink);
    }

    private void exportDocuments(TenantId tenant, Collection<UUID> persons, PersonalDataSink sink) throws IOException {
        UUID behind = BEFORE_ALL;
        for (List<PersonDocuments.About> page = documents.page(tenant, persons, behind);
                !page.isEmpty();
                page = documents.page(tenant, persons, behind)) {
            for (PersonDocuments.About document : page) {
                sink.item("document", described(document));
                sink.file(
                        "document-" + document.id(),
                        new ByteArrayInputStream(document.document().content().bytes()));
                behind = document.id();
            }
        }
    }

    private static JsonNode described(PersonDocuments.About about) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", about.id().toString());
        json.put("kind", about.kind());
        about.activity().ifPresent(activity -> json.put("activity", activity));
        about.registration().ifPresent(registration -> json.put("registration", registration.toString()));
        json.put("name", about.name());
        json.put("contentType", about.document().content().type());
        json.put("modified", about.document().modifiedAt().toString());
        return json;
    }

    @Override
    @Transactional
    public List<Kept> keeps(TenantProfile tenant, DataSubject who) {
        return statements.evidence(tenant, identities.terms(tenant, who)).stream()
                .map(evidence -> new Kept(
                        evidence.purpose().key(),
                        evidence.statements(),
                        evidence.last().plusDays(evidence.purpose().retentionDays()),
                        COLUMNS))
                .toList();
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public Erased erase(TenantProfile tenant, DataSubject who) {
        TenantId id = tenant.tenant().id();
        Set<UUID> persons = identities.terms(tenant, who);
        seals.hold(id);
        if (seals.destroy(id, persons, clock.instant()) > 0) {
            afterCommit.run(() -> known.forget(id));
            known.forget(id);
            return new Erased(0, 0, true);
        }
        Map<UUID, UUID> forgetting = seals.forgetting(id, persons);
        for (var seal : forgetting.entrySet()) {
            List<UUID> some = found(id, seal.getValue(), seal.getKey());
            if (!some.isEmpty()) {
                rename(id, seal.getValue(), seal.getKey(), some);
                return new Erased(0, some.size(), true);
            }
        }
        int removed = documents.remove(id, persons);
        if (removed > 0) {
            return new Erased(removed, 0, true);
        }
        seals.forget(id, forgetting.keySet());
        return new Erased(forsaken.removeLatest(id), 0, false);
    }

    private List<UUID> found(TenantId tenant, UUID person, UUID seal) {
        List<UUID> done = people.doneBy(tenant, person, seal, AT_ONCE);
        return done.isEmpty() ? people.mentioning(tenant, person, seal, AT_ONCE) : done;
    }

    /** From now on they are found by what stands in the place of the person. */
    private void rename(TenantId tenant, UUID person, UUID seal, List<UUID> positions) {
        UUID other = terms.agent(tenant, accounts.erased(tenant, seal));
        List<IndexedStatement> before = index.hold(tenant, positions);
        changing.fire(new StatementsChanging(
                tenant,
                before,
                before.stream()
                        .map(statement -> statement.renamed(person, other))
                        .toList(),
                Set.of()));
        contents.removeAll(
                tenant,
                before.stream()
                        .filter(statement ->
                                statement.actor().filter(person::equals).isPresent())
                        .map(IndexedStatement::position)
                        .toList());
        contents.removeSignatures(tenant, positions);
        people.rename(tenant, person, other, positions);
    }
}
