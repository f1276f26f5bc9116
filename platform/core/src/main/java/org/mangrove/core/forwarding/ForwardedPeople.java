package org.mangrove.core.forwarding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.mangrove.core.forwarding.store.ForgottenRows;
import org.mangrove.core.forwarding.store.ForwarderRow;
import org.mangrove.core.forwarding.store.ForwarderStore;
import org.mangrove.core.forwarding.store.SetAsideRows;
import org.mangrove.core.forwarding.store.StandingRows;
import org.mangrove.core.forwarding.store.ToldRows;
import org.mangrove.core.forwarding.store.ToldRows.Where;
import org.mangrove.core.identity.DataSubject;
import org.mangrove.core.identity.PersonalData;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.core.xapi.AgentId;
import org.mangrove.core.xapi.ExactJson;
import org.mangrove.sdk.TenantId;

/** Tells people where statements of them went, and carries their wish to be forgotten to all of these places. */
@ApplicationScoped
public class ForwardedPeople implements PersonalData {

    /** Longer than anything is on its way. */
    private static final Duration REMEMBERED = Duration.ofDays(1);

    @Inject
    ToldRows told;

    @Inject
    SetAsideRows asides;

    @Inject
    ErasureQueue erasures;

    @Inject
    StandingRows standings;

    @Inject
    ForgottenRows forgotten;

    @Inject
    ForgottenTerms veiled;

    @Inject
    ForwarderStore forwarders;

    @Inject
    SubjectTerms terms;

    @Inject
    ErasureRequests requests;

    @Inject
    SealedText sealed;

    @Inject
    Clock clock;

    @Override
    public String holder() {
        return "forwarding";
    }

    @Override
    @Transactional
    public void export(TenantProfile tenant, DataSubject who, PersonalDataSink sink) throws IOException {
        TenantId id = tenant.tenant().id();
        var since = new LinkedHashMap<UUID, Instant>();
        told.of(id, terms.all(tenant, who))
                .forEach(where -> since.merge(
                        where.forwarder(), where.since(), (one, other) -> one.isBefore(other) ? one : other));
        for (Map.Entry<UUID, Instant> each : since.entrySet()) {
            Optional<ForwarderRow> row = forwarders.find(id, each.getKey());
            if (row.isPresent()) {
                sink.item("recipient", recipient(row.get(), each.getValue()));
            }
        }
        for (ErasureRequest asked : requests.of(id, requests.reference(tenant, who))) {
            ObjectNode item = JsonNodeFactory.instance.objectNode();
            item.put("recipient", asked.recipient());
            item.put("state", asked.state().word());
            item.put("askedAt", asked.askedAt().toString());
            asked.answeredAt().ifPresent(at -> item.put("answeredAt", at.toString()));
            sink.item("erasure-request", item);
        }
    }

    private static JsonNode recipient(ForwarderRow row, Instant since) {
        ForwarderTerms said = Definitions.read(row.terms(), ForwarderTerms.class);
        ObjectNode item = JsonNodeFactory.instance.objectNode();
        item.put("recipient", said.recipient());
        item.put("country", said.country());
        item.put("purpose", said.purpose());
        item.put("ground", said.ground());
        item.put("statementsSince", since.toString());
        return item;
    }

    /**
     * What is on its way this moment is written down as told either before this, and found here, or after it, and then finds that the
     * person is forgotten.
     */
    @Override
    @Transactional
    public Erased erase(TenantProfile tenant, DataSubject who) {
        TenantId id = tenant.tenant().id();
        Set<UUID> all = terms.all(tenant, who);
        UUID subject = requests.reference(tenant, who);
        standings.holdBack(id);
        forgotten.removeBefore(id, clock.instant().minus(REMEMBERED));
        forgotten.add(id, veiled.of(id, all), subject, clock.instant());
        var byForwarder = new LinkedHashMap<UUID, List<Where>>();
        told.hold(id, all)
                .forEach(where -> byForwarder
                        .computeIfAbsent(where.forwarder(), first -> new ArrayList<>())
                        .add(where));
        byForwarder.forEach(
                (forwarder, some) -> erasures.ask(id, forwarder, subject, agents(tenant, who, forwarder, some)));
        int authors = who.person()
                .map((UUID person) -> forwarders.forgetCreator(id, person) + forwarders.forgetNoter(id, person))
                .orElse(0);
        return new Erased(told.remove(id, all), asides.forget(id, all) + authors, false);
    }

    /** By which names that store knows the person. */
    private ArrayNode agents(TenantProfile tenant, DataSubject who, UUID forwarder, List<Where> some) {
        Map<UUID, AgentId> named = terms.named(tenant, who);
        Set<ObjectNode> agents = new LinkedHashSet<>();
        for (Where where : some) {
            where.told()
                    .alias()
                    .flatMap(alias -> sealed.open(tenant.tenant().id(), forwarder, alias))
                    .map(json -> ExactJson.read(json.getBytes(StandardCharsets.UTF_8)))
                    .or(() ->
                            Optional.ofNullable(named.get(where.told().term())).map(AgentId::json))
                    .ifPresent(agents::add);
        }
        return JsonNodeFactory.instance.arrayNode().addAll(agents);
    }
}
