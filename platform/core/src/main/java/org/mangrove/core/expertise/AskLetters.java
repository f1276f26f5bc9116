package org.mangrove.core.expertise;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.mangrove.core.expertise.store.ExpertRow;
import org.mangrove.core.expertise.store.ExpertStore;
import org.mangrove.core.mail.CoreMail;
import org.mangrove.core.mail.Letter;
import org.mangrove.core.mail.Posted;
import org.mangrove.core.tenancy.Addresses;
import org.mangrove.core.tenancy.Enterprise;
import org.mangrove.sdk.Message;

/** What experts and authors are written: that something waits, how long it takes and by when, and never what the text says. */
@ApplicationScoped
class AskLetters {

    @Inject
    CoreMail mail;

    @Inject
    AnswerLink links;

    @Inject
    Addresses addresses;

    @Inject
    ExpertStore experts;

    Posted asked(Enterprise enterprise, Ask ask, Expert expert) {
        boolean byLink = ask.lane() != Lane.LEGAL;
        String place = byLink
                ? "/experts/link/" + links.of(enterprise.id(), ask.id(), ask.expert(), ask.dueAt())
                : "/experts/asks/" + ask.id();
        var letter = new Letter(
                Message.of("expertise.mail.asked-subject").with("minutes", ask.minutes()),
                List.of(
                        Message.of("expertise.mail.asked-" + word(ask.question().kind()))
                                .with("minutes", ask.minutes())
                                .with("count", ask.question().subjects().size()),
                        Message.of("expertise.mail.asked-about")
                                .with("course", ask.course())
                                .with("domain", ask.domain().text()),
                        Message.of("expertise.mail.asked-by")
                                .with("day", day(ask, expert.budget().zone())),
                        Message.of(byLink ? "expertise.mail.by-link" : "expertise.mail.sign-in")),
                Optional.of(new Letter.Link(Message.of("expertise.mail.look"), address(enterprise, place))),
                List.of(Message.of("expertise.mail.why")));
        return mail.post(enterprise, ask.expert(), "asked", letter);
    }

    Posted overdue(Enterprise enterprise, Ask ask) {
        ZoneId zone = experts.find(enterprise.id(), ask.asker())
                .map(ExpertRow::expert)
                .map(asker -> asker.budget().zone())
                .orElse(ZoneId.of("UTC"));
        var letter = new Letter(
                Message.of("expertise.mail.overdue-subject"),
                List.of(Message.of("expertise.mail.overdue")
                        .with("course", ask.course())
                        .with("domain", ask.domain().text())
                        .with("day", day(ask, zone))),
                Optional.of(new Letter.Link(
                        Message.of("expertise.mail.look"), address(enterprise, "/experts/asks/" + ask.id()))),
                List.of(Message.of("expertise.mail.why")));
        return mail.post(enterprise, ask.asker(), "overdue", letter);
    }

    private static LocalDate day(Ask ask, ZoneId zone) {
        return LocalDate.ofInstant(ask.dueAt(), zone);
    }

    private URI address(Enterprise enterprise, String place) {
        return URI.create(addresses.home(enterprise) + place);
    }

    private static String word(AskKind kind) {
        return switch (kind) {
            case CLAIMS -> "claims";
            case WORDING -> "wording";
        };
    }
}
