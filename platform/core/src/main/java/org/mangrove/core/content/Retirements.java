package org.mangrove.core.content;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.content.store.Asset;
import org.mangrove.core.content.store.AssetStore;
import org.mangrove.core.content.store.AssetVersionRow;
import org.mangrove.core.content.store.AssetVersionStore;
import org.mangrove.core.content.store.RetirementRow;
import org.mangrove.core.content.store.RetirementStore;
import org.mangrove.core.database.AgainIfOvertaken;
import org.mangrove.core.database.Configuration;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.governance.Decided;
import org.mangrove.core.governance.DecisionKind;
import org.mangrove.core.governance.DecisionLog;
import org.mangrove.core.publication.Feed;
import org.mangrove.core.publication.FeedItem;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.sdk.Message;

/**
 * Gives masters up, and says what happens to whoever is in the middle. Each is announced to the markets, which decide themselves
 * whether they go with it.
 */
@ApplicationScoped
public class Retirements {

    /** What a feed entry about it is called. */
    static final String RETIREMENT = "content.course-retirement";

    /** The longest reason, in characters. */
    public static final int LONGEST_REASON = 1_000;

    private static final String NOTICE = "mangrove.content.days-until-retirement";
    private static final String TO_FINISH = "mangrove.content.days-to-finish-retired";
    private static final int USUAL_NOTICE = 90;
    private static final int USUAL_TO_FINISH = 90;
    private static final int LATEST_YEARS = 5;
    private static final int MOST = 2_000;

    @Inject
    AssetStore assets;

    @Inject
    AssetVersionStore versions;

    @Inject
    RetirementStore store;

    @Inject
    Feed feed;

    @Inject
    DecisionLog decisions;

    @Inject
    Configuration configuration;

    @Inject
    Clock clock;

    /**
     * What somebody wants to announce.
     *
     * @param since the first day on which nobody can begin it any more
     * @param lastDay on which whoever has begun can finish it; of no meaning if the law ends it
     */
    public record Plan(
            LocalDate since,
            LocalDate lastDay,
            Retirement.Grounds grounds,
            String reason,
            Optional<String> successor) {}

    /** The one that stands. */
    @Transactional
    public Optional<Retirement> find(EnterpriseId enterprise, String course) {
        return store.find(enterprise, course).map(RetirementRow::retirement);
    }

    /** Those that stand, by course. */
    @Transactional
    public Map<String, Retirement> all(EnterpriseId enterprise) {
        return store.all(enterprise, MOST).stream()
                .map(RetirementRow::retirement)
                .collect(Collectors.toMap(Retirement::course, Function.identity()));
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** From which day on a master is retired if nobody says otherwise. */
    public LocalDate usualDay() {
        return today().plusDays(configuration.findDays(NOTICE, USUAL_NOTICE));
    }

    /** On which day whoever has begun can finish at the latest, if nobody says otherwise. */
    public LocalDate usualLastDay() {
        return usualDay().plusDays(configuration.findDays(TO_FINISH, USUAL_TO_FINISH));
    }

    /**
     * @throws Refusal.NotFound if the enterprise has no such master
     * @throws Refusal.Invalid if the plan makes no sense
     * @throws Refusal.Conflict if it is given up already
     */
    @AgainIfOvertaken
    @Transactional
    public Retirement retire(EnterpriseId enterprise, UUID actor, String course, Plan plan) {
        mustHold(enterprise, course);
        if (store.find(enterprise, course).isPresent()) {
            throw new Refusal.Conflict(Message.of("content.retirement.already"));
        }
        Retirement retirement = retirement(enterprise, course, plan);
        store.add(new RetirementRow(enterprise, retirement, actor));
        String after = publish(enterprise, RetirementNotice.of(retirement));
        decisions.record(
                enterprise,
                new Decided(
                        DecisionKind.ASSET_RETIRED, AssetVersion.TYPE, course, List.of(), details(retirement), after),
                actor,
                retirement.reason());
        return retirement;
    }

    /**
     * It is as if it had never been given up; what markets have kept as their own stays theirs until they decide otherwise.
     *
     * @throws Refusal.Conflict if it is not given up
     */
    @Transactional
    public void takeBack(EnterpriseId enterprise, UUID actor, String course, String reason) {
        mustHold(enterprise, course);
        mustSay(reason);
        RetirementRow row = store.find(enterprise, course)
                .orElseThrow(() -> new Refusal.Conflict(Message.of("content.retirement.none")));
        row.takeBack(actor, now());
        String after = publish(enterprise, RetirementNotice.takenBack(course));
        decisions.record(
                enterprise,
                new Decided(
                        DecisionKind.ASSET_RETIREMENT_TAKEN_BACK,
                        AssetVersion.TYPE,
                        course,
                        List.of(),
                        Map.of("retirement", row.id().toString()),
                        after),
                actor,
                reason);
    }

    private Retirement retirement(EnterpriseId enterprise, String course, Plan plan) {
        LocalDate today = today();
        LocalDate latest = today.plusYears(LATEST_YEARS);
        if (plan.since().isBefore(today) || plan.since().isAfter(latest)) {
            throw new Refusal.Invalid(
                    "since", Message.of("content.retirement.no-day").with("years", LATEST_YEARS));
        }
        boolean isByLaw = plan.grounds() == Retirement.Grounds.REGULATORY;
        if (!isByLaw && (plan.lastDay().isBefore(plan.since()) || plan.lastDay().isAfter(latest))) {
            throw new Refusal.Invalid(
                    "lastDay", Message.of("content.retirement.no-last-day").with("years", LATEST_YEARS));
        }
        mustSay(plan.reason());
        plan.successor().ifPresent(key -> mustSucceed(enterprise, course, key, plan.since()));
        return new Retirement(
                Uuids.next(),
                course,
                plan.since(),
                isByLaw ? plan.since().minusDays(1) : plan.lastDay(),
                plan.grounds(),
                plan.reason(),
                plan.successor(),
                now());
    }

    /** What is itself given up takes nobody's place; so there is never a circle. */
    private void mustSucceed(EnterpriseId enterprise, String course, String successor, LocalDate since) {
        boolean isThere = !successor.equals(course)
                && store.find(enterprise, successor).isEmpty()
                && assets.hold(enterprise, successor)
                        .flatMap(versions::findLatest)
                        .map(AssetVersionRow::version)
                        .filter(version -> version.no() > 1
                                || !LocalDate.ofInstant(version.effectiveFrom(), ZoneOffset.UTC)
                                        .isAfter(since))
                        .isPresent();
        if (!isThere) {
            throw new Refusal.Invalid("successor", Message.of("content.retirement.no-successor"));
        }
    }

    private static void mustSay(String reason) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new Refusal.Invalid(
                    "reason", Message.of("content.retirement.say-why").with("most", LONGEST_REASON));
        }
    }

    private String publish(EnterpriseId enterprise, RetirementNotice notice) {
        String written = Definitions.write(notice);
        feed.append(enterprise, FeedItem.of(RETIREMENT, notice.course(), written));
        return Digest.of(written.getBytes(StandardCharsets.UTF_8)).hex();
    }

    private static Map<String, String> details(Retirement retirement) {
        var details = new TreeMap<>(Map.of(
                "retirement", retirement.id().toString(),
                "since", retirement.since().toString(),
                "lastDay", retirement.lastDay().toString(),
                "grounds", retirement.grounds().name()));
        retirement.successor().ifPresent(key -> details.put("successor", key));
        return details;
    }

    private Asset mustHold(EnterpriseId enterprise, String course) {
        return assets.hold(enterprise, course)
                .orElseThrow(() -> new Refusal.NotFound(Message.of("content.course.not-found")));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
