package org.mangrove.core.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.credentials.Credentials;
import org.mangrove.core.credentials.Purposes;
import org.mangrove.core.records.NewStatement.Attachment;
import org.mangrove.core.records.store.AttachmentRows;
import org.mangrove.core.records.store.EvidenceRows;
import org.mangrove.core.records.store.PersonRows;
import org.mangrove.core.records.store.StatementRows;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.core.tenancy.TenantProfile.Purpose;
import org.mangrove.sdk.TenantId;

/** The statements in which somebody stands, wherever that is, voided ones too. */
@ApplicationScoped
class PersonStatements {

    @Inject
    PersonRows people;

    @Inject
    StatementRows rows;

    @Inject
    AttachmentRows attachments;

    @Inject
    EvidenceRows evidence;

    @Inject
    Credentials credentials;

    @Inject
    Sealing sealing;

    /** @param last behind which the next page begins; where this one began if there was nothing */
    record StatementsOfPerson(List<StoredStatement> statements, List<Attachment> attachments, UUID last) {}

    /**
     * Statements that a law demands.
     *
     * @param last on which day the last of them happened
     */
    record Evidence(Purpose purpose, long statements, LocalDate last) {}

    @Transactional
    public StatementsOfPerson page(TenantId tenant, UUID person, UUID behind, int most) {
        List<UUID> positions = people.speakingOf(tenant, person, behind, most);
        return new StatementsOfPerson(
                sealing.open(tenant, rows.at(tenant, positions)),
                attachments.of(tenant, positions),
                positions.isEmpty() ? behind : positions.getLast());
    }

    @Transactional
    public List<Evidence> evidence(TenantProfile tenant, Collection<UUID> persons) {
        return persons.stream()
                .flatMap(person -> evidence.of(tenant.tenant().id(), person).stream())
                .flatMap(found -> purpose(tenant, found.source()).stream()
                        .map(purpose -> new Evidence(purpose, found.statements(), found.last())))
                .toList();
    }

    /** For which statements of a source are kept that are evidence. */
    private Optional<Purpose> purpose(TenantProfile tenant, UUID source) {
        return source.equals(StatementJson.OURSELVES)
                ? OwnEvidence.purpose(tenant)
                : credentials
                        .find(tenant, source)
                        .flatMap(credential ->
                                Purposes.find(tenant, credential.terms().purpose()));
    }
}
