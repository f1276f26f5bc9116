package org.mangrove.core.mail;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mangrove.core.mail.store.MailChoiceStore;
import org.mangrove.core.mail.store.PersonLetterRow;
import org.mangrove.core.mail.store.PersonLetterStore;
import org.mangrove.core.mail.store.ToldStore;
import org.mangrove.sdk.TenantId;

/** Reads all that is kept of the mail to somebody, as it is at one moment. */
@ApplicationScoped
class MailRead {

    private static final int MOST = 2_000;

    @Inject
    PersonLetterStore letters;

    @Inject
    ToldStore told;

    @Inject
    MailChoiceStore choices;

    @Inject
    SealedLetters sealed;

    record Item(String kind, ObjectNode content) {}

    @Transactional
    List<Item> of(TenantId tenant, UUID person) {
        List<Item> items = new ArrayList<>();
        choices.find(tenant, person).ifPresent(choice -> {
            ObjectNode item = JsonNodeFactory.instance.objectNode();
            item.put(
                    "unwanted",
                    choice.unwanted().stream().sorted().map(NoticeKind::word).collect(Collectors.joining(", ")));
            item.put("changedAt", choice.changedAt().toString());
            items.add(new Item("mail-choice", item));
        });
        letters.to(tenant, person, MOST).forEach(row -> items.add(new Item("letter", letter(tenant, row))));
        told.of(tenant, person, MOST).forEach(row -> {
            ObjectNode item = JsonNodeFactory.instance.objectNode();
            item.put("kind", row.kind().word());
            item.put("toldAt", row.toldAt().toString());
            items.add(new Item("notice", item));
        });
        return items;
    }

    private ObjectNode letter(TenantId tenant, PersonLetterRow row) {
        ObjectNode item = JsonNodeFactory.instance.objectNode();
        item.put("madeAt", row.dispatch().madeAt().toString());
        item.put("state", row.dispatch().state().name());
        row.dispatch()
                .content()
                .map(content -> sealed.open(tenant, row.id(), content))
                .ifPresent(written -> {
                    item.put("subject", written.subject());
                    item.put("text", written.text());
                });
        return item;
    }
}
