package org.mangrove.core.adaptation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.adaptation.store.AgreementStore;
import org.mangrove.core.identity.DataSubject;
import org.mangrove.core.identity.PersonalData;
import org.mangrove.core.tenancy.TenantProfile;

/** Who has asked others to agree to what, and who has. What was asked and agreed to stays so; that it was them is forgotten. */
@ApplicationScoped
public class AgreedBy implements PersonalData {

    private static final int AT_ONCE = 500;

    @Inject
    OfferedTexts read;

    @Inject
    AgreementStore store;

    @Override
    public String holder() {
        return "agreements";
    }

    @Override
    public void export(TenantProfile tenant, DataSubject who, PersonalDataSink sink) throws IOException {
        if (who.person().isEmpty()) {
            return;
        }
        Optional<UUID> after = Optional.empty();
        List<Agreement> some;
        do {
            some = read.askedOrAnsweredBy(tenant, who.person().get(), after, AT_ONCE);
            for (Agreement agreement : some) {
                write(agreement, who.person().get(), sink);
                after = Optional.of(agreement.id());
            }
        } while (some.size() == AT_ONCE);
    }

    private static void write(Agreement agreement, UUID person, PersonalDataSink sink) throws IOException {
        ObjectNode item = JsonNodeFactory.instance.objectNode();
        boolean isTheirs = agreement.isOf(person);
        item.put("course", agreement.course());
        item.put("text", agreement.subject());
        item.put("did", isTheirs ? "asked" : agreement.state().name());
        item.put("reason", isTheirs ? agreement.adaptation().reason() : agreement.answer());
        item.put("at", (isTheirs ? agreement.askedAt() : agreement.answeredAt().orElseThrow()).toString());
        sink.item("agreement", item);
    }

    @Override
    public Erased erase(TenantProfile tenant, DataSubject who) {
        int forgotten = who.person()
                .map(person -> store.forget(tenant.tenant().id(), person))
                .orElse(0);
        return new Erased(0, forgotten, false);
    }
}
