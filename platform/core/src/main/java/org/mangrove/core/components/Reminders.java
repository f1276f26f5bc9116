package org.mangrove.core.components;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.mangrove.core.components.store.ComponentRow;
import org.mangrove.core.components.store.ComponentStore;
import org.mangrove.core.identity.CoreMember;
import org.mangrove.core.identity.CoreMemberships;
import org.mangrove.core.identity.CoreRole;
import org.mangrove.core.mail.CoreMail;
import org.mangrove.core.mail.Letter;
import org.mangrove.core.tenancy.Addresses;
import org.mangrove.core.tenancy.Enterprise;
import org.mangrove.sdk.Message;

/** Writes to owner and steward of a component before it is switched off; to the governors if nobody answers for it. */
@ApplicationScoped
public class Reminders {

    private static final int MOST = 1_000;

    @Inject
    ComponentStore store;

    @Inject
    CoreMemberships memberships;

    @Inject
    CoreMail mail;

    @Inject
    Addresses addresses;

    @Inject
    Clock clock;

    @Transactional
    public void send(Enterprise enterprise) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        for (ComponentRow row : store.all(enterprise.id(), MOST)) {
            Component component = row.component();
            ReminderDays.due(component.permit(), today)
                    .filter(day -> row.remindedOf().filter(day::equals).isEmpty())
                    .ifPresent(day -> {
                        row.remindedOf(day);
                        readers(enterprise, component)
                                .forEach(actor -> mail.post(
                                        enterprise, actor, "component", letter(enterprise, component, today)));
                    });
        }
    }

    private Stream<UUID> readers(Enterprise enterprise, Component component) {
        List<CoreMember> members = memberships.all(enterprise.id()).stream()
                .filter(member -> !member.roles().isEmpty())
                .toList();
        List<UUID> answering = Stream.of(component.owner(), component.steward())
                .flatMap(Optional::stream)
                .filter(actor ->
                        members.stream().anyMatch(member -> member.actor().equals(actor)))
                .distinct()
                .toList();
        return answering.isEmpty()
                ? members.stream()
                        .filter(member -> member.roles().contains(CoreRole.GOVERNOR))
                        .map(CoreMember::actor)
                : answering.stream();
    }

    private Letter letter(Enterprise enterprise, Component component, LocalDate today) {
        Standing standing = component.on(today);
        Message what = Message.of("components.mail." + standing.word())
                .with("name", component.terms().name())
                .with("day", component.lastDay().orElse(today))
                .with("end", component.permit().lastDayOn().orElse(today));
        return new Letter(
                Message.of("components.mail.subject")
                        .with("name", component.terms().name()),
                List.of(what, Message.of("components.mail.choose")),
                Optional.of(new Letter.Link(
                        Message.of("components.mail.look"),
                        URI.create(addresses.home(enterprise) + "/components/" + component.key()))),
                List.of(Message.of("components.mail.why")));
    }
}
