package org.mangrove.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mangrove.core.identity.DataSubject;
import org.mangrove.core.identity.PersonalData.Erased;
import org.mangrove.core.identity.PersonalData.Kept;
import org.mangrove.core.identity.PersonalData.PersonalDataSink;
import org.mangrove.core.records.DocumentCondition;
import org.mangrove.core.records.DocumentCondition.Unconditionally;
import org.mangrove.core.records.DocumentContent;
import org.mangrove.core.records.DocumentHolder;
import org.mangrove.core.records.DocumentOutcome;
import org.mangrove.core.records.Documents;
import org.mangrove.core.records.RecordedPeople;
import org.mangrove.core.tenancy.SampleTenants;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.core.tenancy.TenantProfile.Purpose;
import org.mangrove.core.tenancy.Tenants;
import org.mangrove.core.xapi.AgentId;

/** Documents about somebody go when they are forgotten, and what a law demands stays and is said to stay. */
@ArquillianTest
class DocumentsOfPeopleIT {

    private static final String ACTIVITY = "http://example.org/x";
    private static final String NAME = "bookmark";
    private static final DocumentCondition ANYTHING =
            new DocumentCondition(Optional.empty(), Optional.empty(), Unconditionally.ANYTHING);
    private static final Purpose DEMANDED =
            new Purpose("statutory-instruction", "it", "legal-obligation", "A law, section 12", 100);

    private final String mail = "documents." + UUID.randomUUID() + "@example.org";
    private final UUID actor = UUID.randomUUID();

    @Inject
    Documents documents;

    @Inject
    RecordedPeople people;

    @Inject
    Bookkeeping bookkeeping;

    @Inject
    Forgetting forgetting;

    @Inject
    Tenants tenants;

    @Inject
    Neighbours neighbours;

    @BeforeEach
    void setUp() throws InterruptedException {
        neighbours.moveIn();
    }

    @Test
    void documents_about_somebody_are_told_and_removed_and_those_of_others_stay() throws IOException {
        var state = new DocumentHolder.State(ACTIVITY, mailbox(mail), Optional.empty());
        var inAnEnrolment = new DocumentHolder.State(ACTIVITY, mailbox(mail), Optional.of(UUID.randomUUID()));
        var profile = new DocumentHolder.AgentProfile(mailbox(mail));
        var others = new DocumentHolder.AgentProfile(mailbox("other." + mail));
        var activity = new DocumentHolder.ActivityProfile(ACTIVITY + "/" + mail);
        for (DocumentHolder holder : List.of(state, inAnEnrolment, profile, others, activity)) {
            put(acmeDe(), holder);
        }
        put(borealisDe(), profile);
        assertThat(told(acmeDe()))
                .hasSize(6)
                .filteredOn(what -> what.equals("a word"))
                .hasSize(3);

        long removed = forget();

        assertThat(removed).isEqualTo(3);
        assertThat(List.of(state, inAnEnrolment, profile)).noneMatch(holder -> isThere(acmeDe(), holder));
        assertThat(List.of(others, activity)).allMatch(holder -> isThere(acmeDe(), holder));
        assertThat(isThere(borealisDe(), profile)).isTrue();
        assertThat(told(acmeDe())).isEmpty();
        assertThat(forgetting.once(acmeDe(), who())).isEqualTo(Erased.nothing());
    }

    @Test
    void what_a_law_demands_is_said_to_stay_before_and_after_somebody_is_forgotten() {
        TenantProfile demanding = SampleTenants.processing(acmeDe().tenant(), DEMANDED);
        bookkeeping.keep(demanding, "ordinary", actor);
        assertThat(bookkeeping.kept(people, demanding, who())).isEmpty();
        bookkeeping.keepEvidence(demanding, actor);

        assertThat(bookkeeping.kept(people, demanding, who())).singleElement().satisfies(this::isDemanded);
        assertThat(bookkeeping.kept(people, borealisDe(), who())).isEmpty();

        forget();

        assertThat(bookkeeping.kept(people, demanding, who())).singleElement().satisfies(this::isDemanded);
        assertThat(bookkeeping.statementsOf(acmeDe(), actor)).hasSize(1);
    }

    private void isDemanded(Kept kept) {
        assertThat(kept.purpose()).isEqualTo(DEMANDED.key());
        assertThat(kept.things()).isOne();
        assertThat(kept.until()).isEqualTo(LocalDate.of(2026, 11, 2).plusDays(DEMANDED.retentionDays()));
        assertThat(kept.columns()).contains("records_statement.actor", "records_seal.person");
    }

    /** In as many transactions as it takes. @return how many things are gone */
    private long forget() {
        long removed = 0;
        Erased portion;
        do {
            portion = forgetting.once(acmeDe(), who());
            removed += portion.removed();
        } while (portion.more());
        return removed;
    }

    private void put(TenantProfile tenant, DocumentHolder holder) {
        assertThat(documents.put(
                        tenant.tenant().id(),
                        holder,
                        NAME,
                        new DocumentContent("text/plain", "a word".getBytes(StandardCharsets.UTF_8)),
                        ANYTHING))
                .isEqualTo(DocumentOutcome.DONE);
    }

    private boolean isThere(TenantProfile tenant, DocumentHolder holder) {
        return documents.find(tenant.tenant().id(), holder, NAME).isPresent();
    }

    private List<String> told(TenantProfile tenant) throws IOException {
        var told = new ArrayList<String>();
        people.export(tenant, who(), new PersonalDataSink() {
            @Override
            public void item(String kind, JsonNode item) {
                told.add(kind);
            }

            @Override
            public void file(String name, InputStream content) throws IOException {
                told.add(new String(content.readAllBytes(), StandardCharsets.UTF_8));
            }
        });
        return told;
    }

    private DataSubject who() {
        return new DataSubject(Optional.empty(), Optional.of(actor), Set.of(mail), Set.of(), Set.of());
    }

    private static AgentId mailbox(String address) {
        return new AgentId(AgentId.Kind.MBOX, "mailto:" + address, "");
    }

    private TenantProfile acmeDe() {
        return tenants.find(neighbours.acmeDe()).orElseThrow();
    }

    private TenantProfile borealisDe() {
        return tenants.find(neighbours.borealisDe()).orElseThrow();
    }
}
