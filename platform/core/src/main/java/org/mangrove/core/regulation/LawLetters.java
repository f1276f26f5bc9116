package org.mangrove.core.regulation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.mail.CoreMail;
import org.mangrove.core.mail.Letter;
import org.mangrove.core.mail.Posted;
import org.mangrove.core.tenancy.Addresses;
import org.mangrove.core.tenancy.Enterprise;
import org.mangrove.sdk.Message;

/** What those are written who are to bring a course to what the law says now. */
@ApplicationScoped
class LawLetters {

    @Inject
    CoreMail mail;

    @Inject
    Addresses addresses;

    Posted asked(Enterprise enterprise, UUID actor, LawChange change, LawTask task) {
        var letter = new Letter(
                Message.of("regulation.mail.subject").with("day", change.effectiveOn()),
                List.of(
                        Message.of("regulation.mail.asked")
                                .with("course", task.course())
                                .with("reference", change.legalReference())
                                .with("day", change.effectiveOn()),
                        Message.of("regulation.mail.texts")
                                .with("count", task.texts().size())),
                Optional.of(new Letter.Link(
                        Message.of("regulation.mail.look"),
                        URI.create(addresses.home(enterprise) + "/law-changes/" + change.id()))),
                List.of(Message.of("regulation.mail.why")));
        return mail.post(enterprise, actor, "law-change", letter);
    }
}
