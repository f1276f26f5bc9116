package org.mangrove.core.expertise;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.mangrove.core.expertise.store.AskRow;
import org.mangrove.core.expertise.store.AskStore;
import org.mangrove.core.tenancy.EnterpriseId;

/** Where the minutes of experts run short. */
@ApplicationScoped
public class Queues {

    private static final int MOST = 2_000;

    @Inject
    Experts experts;

    @Inject
    AskStore asks;

    @Inject
    Clock clock;

    /** By domain, the bottleneck first. */
    @Transactional
    public List<DomainQueue> of(EnterpriseId enterprise) {
        Instant now = clock.instant();
        List<Ask> lately = asks.lately(enterprise, now.minus(Duration.ofDays(Forecast.DAYS_LOOKED_AT)), MOST).stream()
                .map(AskRow::ask)
                .toList();
        return of(experts.all(enterprise), lately, now);
    }

    static List<DomainQueue> of(List<Experts.Standing> experts, List<Ask> lately, Instant now) {
        return Stream.concat(
                        experts.stream().flatMap(each -> each.expert().domains().stream()),
                        lately.stream().map(Ask::domain))
                .distinct()
                .map(domain -> of(domain, experts, lately, now))
                .sorted(Comparator.comparingLong(DomainQueue::days)
                        .reversed()
                        .thenComparing(queue -> queue.domain().text()))
                .toList();
    }

    private static DomainQueue of(Domain domain, List<Experts.Standing> experts, List<Ask> lately, Instant now) {
        List<Experts.Standing> who =
                experts.stream().filter(each -> each.expert().knows(domain)).toList();
        List<Ask> waiting = lately.stream()
                .filter(ask -> ask.domain().equals(domain) && ask.state() == AskState.OPEN)
                .toList();
        List<Forecast.Answered> answered = lately.stream()
                .filter(ask -> ask.domain().equals(domain))
                .flatMap(ask -> ask.answer().map(answer -> new Forecast.Answered(answer.at(), ask.minutes())).stream())
                .toList();
        int minutesWaiting = waiting.stream().mapToInt(Ask::minutes).sum();
        return new DomainQueue(
                domain,
                who.size(),
                waiting.size(),
                (int) waiting.stream().filter(ask -> ask.isOverdue(now)).count(),
                minutesWaiting,
                who.stream().mapToInt(Experts.Standing::left).sum(),
                Forecast.answeredLately(now, answered),
                Forecast.of(minutesWaiting, now, answered));
    }
}
