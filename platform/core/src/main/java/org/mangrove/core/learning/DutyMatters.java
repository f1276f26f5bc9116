package org.mangrove.core.learning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mangrove.core.identity.Person;
import org.mangrove.core.mail.Matter;
import org.mangrove.core.mail.MatterSource;
import org.mangrove.core.mail.NoticeKind;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.sdk.Message;

/** What people have to take, told by mail: that they have to, that the day comes near, that it has passed. */
@ApplicationScoped
public class DutyMatters implements MatterSource {

    /** So many days before it is due somebody is reminded. */
    private static final int NEAR = 7;

    @Inject
    Duties duties;

    @Inject
    Catalogue catalogue;

    @Inject
    Clock clock;

    @Override
    public List<Matter> of(TenantProfile tenant, Person person, Locale language) {
        if (duties.of(tenant, person.id()).isEmpty()) {
            return List.of();
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), tenant.tenant().timeZone());
        return catalogue.of(tenant, person.id(), language).stream()
                .flatMap(card -> card.duty().map(duty -> matter(card, duty, today)).stream())
                .toList();
    }

    static Matter matter(Card card, Duty duty, LocalDate today) {
        String place = "/courses/" + card.key();
        Message open = Message.of("learning.mail.open");
        List<Matter.Stage> stages = new ArrayList<>();
        if (duty.isOverdueOn(today)) {
            stages.add(new Matter.Stage(NoticeKind.LATE, said("learning.mail.late", card, duty), open, place));
        } else if (!duty.due().isAfter(today.plusDays(NEAR))) {
            stages.add(new Matter.Stage(NoticeKind.SOON, said("learning.mail.soon", card, duty), open, place));
        }
        stages.add(new Matter.Stage(
                NoticeKind.DUTY,
                said(duty.isAgain() ? "learning.mail.again" : "learning.mail.duty", card, duty),
                open,
                place));
        return new Matter(
                about(card, duty), duty.isAgain() || !duty.legalReference().isEmpty(), stages);
    }

    /**
     * To take it anew after having passed it is something else, and so is each change of a law and the day that it sets. A day that
     * the rules of a market give may be another with each day on which they are asked, and makes nothing else of it.
     */
    private static String about(Card card, Duty duty) {
        String passed = card.passed()
                .map(completion -> completion.completedOn().toString())
                .orElse("never");
        String law = duty.isAgain() ? " " + duty.legalReference() + " " + duty.due() : "";
        return "duty " + card.key() + " " + passed + law;
    }

    private static List<Message> said(String key, Card card, Duty duty) {
        List<Message> said = new ArrayList<>();
        said.add(Message.of(key).with("course", card.title().text()).with("day", duty.due()));
        said.add(duty.reason());
        if (!duty.legalReference().isEmpty()) {
            said.add(Message.of("learning.mail.reference").with("reference", duty.legalReference()));
        }
        return said;
    }
}
