package org.mangrove.core.adaptation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.mangrove.core.identity.Person;
import org.mangrove.core.identity.Role;
import org.mangrove.core.localization.Languages;
import org.mangrove.core.mail.Matter;
import org.mangrove.core.mail.MatterSource;
import org.mangrove.core.mail.NoticeKind;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.sdk.Message;

/** What waits on a market's desk, told by mail to those who may decide about it. */
@ApplicationScoped
public class DeskMatters implements MatterSource {

    private static final Duration NEAR = Duration.ofDays(7);

    @Inject
    Standings standings;

    @Inject
    Languages languages;

    @Inject
    Clock clock;

    @Override
    public List<Matter> of(TenantProfile tenant, Person person, Locale language) {
        if (!person.roles().contains(Role.AUTHOR)) {
            return List.of();
        }
        Instant now = clock.instant();
        List<Locale> chain = languages.chain(tenant, language);
        return standings.of(tenant).stream()
                .filter(CourseStanding::waits)
                .map(standing -> matter(tenant, standing, chain, now))
                .toList();
    }

    static Matter matter(TenantProfile tenant, CourseStanding standing, List<Locale> chain, Instant now) {
        String title = standing.title(chain).text();
        String place = "/adaptations/" + standing.course();
        Message open = Message.of("adaptation.mail.open");
        Optional<Instant> due = due(standing);
        List<Matter.Stage> stages = new ArrayList<>();
        due.ifPresent(until -> {
            LocalDate day = LocalDate.ofInstant(until, tenant.tenant().timeZone());
            if (!until.isAfter(now)) {
                stages.add(new Matter.Stage(
                        NoticeKind.LATE,
                        List.of(Message.of("adaptation.mail.late")
                                .with("course", title)
                                .with("day", day)),
                        open,
                        place));
            } else if (!until.isAfter(now.plus(NEAR))) {
                stages.add(new Matter.Stage(
                        NoticeKind.SOON,
                        List.of(Message.of("adaptation.mail.soon")
                                .with("course", title)
                                .with("day", day)),
                        open,
                        place));
            }
        });
        stages.add(new Matter.Stage(NoticeKind.DECISION, said(tenant, standing, title, due), open, place));
        return new Matter(about(standing), false, stages);
    }

    private static List<Message> said(
            TenantProfile tenant, CourseStanding standing, String title, Optional<Instant> due) {
        Message what = standing.waiting() > 0
                ? Message.of("adaptation.mail.waiting").with("course", title).with("count", standing.waiting())
                : Message.of("adaptation.mail.leaving").with("course", title);
        return Stream.concat(
                        Stream.of(what),
                        due
                                .map(until -> Message.of("adaptation.mail.until")
                                        .with(
                                                "day",
                                                LocalDate.ofInstant(
                                                        until, tenant.tenant().timeZone())))
                                .stream())
                .toList();
    }

    /** The earlier of both. */
    private static Optional<Instant> due(CourseStanding standing) {
        return Stream.of(standing.due(), standing.leaving().flatMap(Leaving::due))
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }

    /** A version that brings something more to decide is another thing, as is that a course is given up. */
    private static String about(CourseStanding standing) {
        String leaving = standing.leaving()
                .filter(there -> there.state().waits())
                .map(there -> there.state() + " "
                        + there.reviewOn().map(LocalDate::toString).orElse(""))
                .orElse("");
        return "desk " + standing.course() + " " + standing.version() + " " + (standing.waiting() > 0) + " " + leaving;
    }
}
