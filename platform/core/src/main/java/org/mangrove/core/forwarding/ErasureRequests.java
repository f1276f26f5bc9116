package org.mangrove.core.forwarding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.forwarding.ErasureRequest.State;
import org.mangrove.core.forwarding.store.ErasureRows;
import org.mangrove.core.forwarding.store.ErasureRows.Asked;
import org.mangrove.core.forwarding.store.ForwarderStore;
import org.mangrove.core.identity.DataSubject;
import org.mangrove.core.keys.ZoneKeys;
import org.mangrove.core.refusal.Refusal.Invalid;
import org.mangrove.core.refusal.Refusal.NotFound;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.sdk.Message;
import org.mangrove.sdk.TenantId;

/** What was asked of record stores elsewhere for people who are forgotten here, and what they answered. */
@ApplicationScoped
public class ErasureRequests {

    private static final int LONGEST_NOTE = 1000;
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    ErasureRows rows;

    @Inject
    ForwarderStore forwarders;

    @Inject
    SealedText sealed;

    @Inject
    SubjectTerms terms;

    @Inject
    ZoneKeys keys;

    @Inject
    Clock clock;

    /**
     * What somebody is called in requests: the same each time, and nothing that leads back to them without the zone's key. To
     * be asked before the person's names are gone.
     */
    public UUID reference(TenantProfile tenant, DataSubject who) {
        String name = who.person()
                .map(UUID::toString)
                .orElseGet(() -> terms.all(tenant, who).stream()
                        .map(UUID::toString)
                        .sorted()
                        .findFirst()
                        .orElse(""));
        return keys.name("forwarding/subject", tenant.tenant().id(), name);
    }

    /** What was asked for somebody, the oldest first. */
    @Transactional
    public List<ErasureRequest> of(TenantId tenant, UUID subject) {
        return rows.ofSubject(tenant, subject).stream()
                .map(row -> request(tenant, row))
                .toList();
    }

    /** Whether everything that was asked for somebody has been done. */
    @Transactional
    public boolean areOver(TenantId tenant, UUID subject) {
        return of(tenant, subject).stream().allMatch(request -> request.state().isOver());
    }

    /** The latest first. */
    @Transactional
    public List<ErasureRequest> latest(TenantId tenant, int from, int most) {
        return rows.latest(tenant, from, most).stream()
                .map(row -> request(tenant, row))
                .toList();
    }

    /** How many wait for somebody who asks, or hears, whether it was done. */
    @Transactional
    public long waiting(TenantId tenant) {
        return rows.countIn(tenant, State.BY_HAND.name(), State.REFUSED.name())
                + rows.countIn(tenant, State.ACCEPTED.name(), "");
    }

    /** By which names the other store knows the person; none once it was done. */
    @Transactional
    public List<String> names(TenantId tenant, UUID id) {
        return rows.find(tenant, id)
                .flatMap(Asked::agents)
                .flatMap(closed -> sealed.open(tenant, id, closed))
                .map(ErasureRequests::identifiers)
                .orElse(List.of());
    }

    private static List<String> identifiers(String json) {
        var names = new ArrayList<String>();
        try {
            for (JsonNode agent : JSON.readTree(json)) {
                JsonNode account = agent.path("account");
                names.add(
                        account.isObject()
                                ? account.path("name").asText() + " ("
                                        + account.path("homePage").asText() + ")"
                                : agent.path("mbox")
                                        .asText(agent.path("mbox_sha1sum")
                                                .asText(agent.path("openid").asText())));
            }
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("It was written here", unreadable);
        }
        return names;
    }

    /**
     * An admin has heard that it was done.
     *
     * @param note by whom, and how they know
     * @param by somebody of the tenant; empty for an operator
     */
    @Transactional
    public void done(TenantId tenant, UUID id, String note, Optional<UUID> by) {
        Asked asked = must(tenant, id);
        if (note.isBlank() || note.length() > LONGEST_NOTE) {
            throw new Invalid("note", Message.of("forwarding.erasure.no-note").with("most", LONGEST_NOTE));
        }
        if (!State.valueOf(asked.state()).isOver()) {
            rows.note(tenant, id, State.DONE_BY_HAND.name(), note.strip(), by, clock.instant());
        }
    }

    /** Once more to the address, if there is one by now. */
    @Transactional
    public void sendAgain(TenantId tenant, UUID id) {
        Asked asked = must(tenant, id);
        boolean hasAddress = forwarders
                .find(tenant, asked.forwarder())
                .flatMap(row ->
                        Definitions.read(row.terms(), ForwarderTerms.class).erasure())
                .isPresent();
        if (!hasAddress) {
            throw new Invalid(Message.of("forwarding.erasure.no-address"));
        }
        if (!State.valueOf(asked.state()).isOver()) {
            rows.sendAgain(tenant, id, State.TO_SEND.name(), clock.instant());
        }
    }

    private Asked must(TenantId tenant, UUID id) {
        return rows.find(tenant, id).orElseThrow(() -> new NotFound(Message.of("forwarding.erasure.not-found")));
    }

    private ErasureRequest request(TenantId tenant, Asked row) {
        Optional<ForwarderTerms> said = forwarders
                .find(tenant, row.forwarder())
                .map(forwarder -> Definitions.read(forwarder.terms(), ForwarderTerms.class));
        return new ErasureRequest(
                row.id(),
                row.forwarder(),
                said.map(ForwarderTerms::title).orElse(""),
                said.map(ForwarderTerms::recipient).orElse(""),
                row.subject(),
                State.valueOf(row.state()),
                row.askedAt(),
                row.failures(),
                row.answerStatus(),
                row.answer(),
                row.answeredAt(),
                row.note(),
                row.notedBy());
    }
}
