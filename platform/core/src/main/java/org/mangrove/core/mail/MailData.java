package org.mangrove.core.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.UUID;
import org.mangrove.core.identity.DataSubject;
import org.mangrove.core.identity.PersonalData;
import org.mangrove.core.mail.store.MailChoiceStore;
import org.mangrove.core.mail.store.MailRoundStore;
import org.mangrove.core.mail.store.PersonLetterStore;
import org.mangrove.core.mail.store.ToldStore;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.sdk.TenantId;

/** What somebody was told by mail, what waits to go out to them, and what they do not want. All of it goes with the person. */
@ApplicationScoped
public class MailData implements PersonalData {

    @Inject
    MailRead read;

    @Inject
    PersonLetterStore letters;

    @Inject
    ToldStore told;

    @Inject
    MailChoiceStore choices;

    @Inject
    MailRoundStore rounds;

    @Override
    public String holder() {
        return "mail";
    }

    @Override
    public void export(TenantProfile tenant, DataSubject who, PersonalDataSink sink) throws IOException {
        if (who.person().isEmpty()) {
            return;
        }
        for (MailRead.Item item : read.of(tenant.tenant().id(), who.person().get())) {
            sink.item(item.kind(), item.content());
        }
    }

    @Override
    public Erased erase(TenantProfile tenant, DataSubject who) {
        if (who.person().isEmpty()) {
            return Erased.nothing();
        }
        TenantId id = tenant.tenant().id();
        UUID person = who.person().get();
        rounds.hold(id).ifPresent(round -> round.forget(person));
        return new Erased(
                (long) letters.removeTo(id, person) + told.removeOf(id, person) + choices.removeOf(id, person),
                0,
                false);
    }
}
