package org.mangrove.core.packages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mangrove.core.database.AgainIfOvertaken;
import org.mangrove.core.packages.store.AttemptRow;
import org.mangrove.core.packages.store.AttemptStore;
import org.mangrove.core.records.Activity;
import org.mangrove.core.records.Result;
import org.mangrove.core.records.Statement;
import org.mangrove.core.records.Statements;
import org.mangrove.core.records.Verb;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.sdk.Message;

/** People's tries at packages: what is effective is begun, and what was begun goes on. */
@ApplicationScoped
public class Attempts {

    private static final int ALL = 100;
    private static final int MOST = 1_000;

    @Inject
    AttemptStore attempts;

    @Inject
    MarketPackages packages;

    @Inject
    Statements statements;

    @Inject
    Clock clock;

    /** Who takes it. @param locale in which they read */
    public record Learner(TenantProfile tenant, UUID person, Locale locale) {

        /** The languages that they get it in, the first first. */
        List<Locale> chain() {
            var chain = new ArrayList<Locale>();
            chain.add(locale);
            chain.addAll(tenant.tenant().languages());
            return chain;
        }
    }

    /**
     * A try as it is.
     *
     * @param number which one, counted from 1
     * @param values that the package has kept, by the names of its standard
     */
    public record Attempt(
            UUID id,
            String slug,
            int number,
            int version,
            Taken taken,
            Map<String, String> values,
            boolean isUnderWay,
            boolean isCompleted,
            Instant begunAt) {}

    /**
     * A package that somebody may take.
     *
     * @param file in their language; empty if nothing may be served here
     * @param last their latest try
     */
    public record Offer(
            PackageDesk desk, Optional<Variants.Variant> variant, Optional<PackageFile> file, Optional<Attempt> last) {

        public boolean isServed() {
            return file.isPresent();
        }
    }

    /** All that a market serves, or would. */
    @Transactional
    public List<Offer> offers(Learner who) {
        Map<String, AttemptRow> latest = attempts.latest(who.tenant().tenant().id(), who.person(), MOST).stream()
                .collect(Collectors.toMap(AttemptRow::packageSlug, row -> row));
        return packages.all(who.tenant()).stream()
                .map(held -> offer(
                        who,
                        held.desk(),
                        Optional.ofNullable(latest.get(held.desk().slug()))))
                .toList();
    }

    private Offer offer(Learner who, PackageDesk desk, Optional<AttemptRow> last) {
        Optional<Variants.Variant> variant = desk.effective(who.chain());
        return new Offer(
                desk,
                variant,
                variant.flatMap(chosen -> packages.findFile(who.tenant(), chosen.digest())),
                last.map(Attempts::attempt));
    }

    private static Attempt attempt(AttemptRow row) {
        return new Attempt(
                row.id(),
                row.packageSlug(),
                row.attempt(),
                row.version(),
                row.taken(),
                RunValues.read(row.values()).values(),
                row.isUnderWay(),
                row.isCompleted(),
                row.begunAt());
    }

    /** A try that somebody is in the middle of. @param change what has become of what is effective since it began */
    public record UnderWay(Attempt attempt, PackageSwitch change) {}

    /**
     * Goes on with the try that is under way, or begins the next one.
     *
     * @param anew whether the next one, also if one is under way
     * @throws Refusal.Conflict if nothing may be served here
     */
    @AgainIfOvertaken
    @Transactional
    public UnderWay launch(Learner who, String slug, boolean anew) {
        PackageDesk desk = packages.desk(who.tenant(), slug);
        Variants.Variant effective = mustServe(desk, who);
        Optional<AttemptRow> latest = attempts.holdLatest(who.tenant().tenant().id(), who.person(), slug);
        Optional<AttemptRow> open = latest.filter(AttemptRow::isUnderWay);
        if (open.isPresent() && !anew) {
            PackageSwitch change =
                    PackageSwitch.of(desk, open.get().digest(), open.get().version());
            if (change != PackageSwitch.BEGINS_ANEW) {
                return new UnderWay(attempt(open.get()), change);
            }
        }
        open.ifPresent(AttemptRow::end);
        PackageFile file = packages.findFile(who.tenant(), effective.digest())
                .orElseThrow(() -> new Refusal.Unavailable(Message.of("packages.no-such-file")));
        var row = new AttemptRow(
                who.tenant().tenant().id(),
                who.person(),
                slug,
                latest.map(AttemptRow::attempt).orElse(0) + 1,
                desk.version().no(),
                Taken.of(file, effective.language()),
                now());
        attempts.add(row);
        tell(who, row, Verb.INITIALIZED, Result.none());
        return new UnderWay(attempt(row), PackageSwitch.SAME);
    }

    /**
     * The try that somebody is in the middle of, to be shown.
     *
     * @throws Refusal.NotFound if there is none
     * @throws Refusal.Conflict if nothing may be served here, or if it cannot go on
     */
    @Transactional
    public UnderWay mustBeUnderWay(Learner who, String slug) {
        PackageDesk desk = packages.desk(who.tenant(), slug);
        mustServe(desk, who);
        AttemptRow row = attempts.findLatest(who.tenant().tenant().id(), who.person(), slug)
                .filter(each -> each.isUnderWay() || each.isCompleted())
                .orElseThrow(() -> new Refusal.NotFound(Message.of("packages.attempt.none")));
        return new UnderWay(attempt(row), mustGoOn(desk, row));
    }

    private static PackageSwitch mustGoOn(PackageDesk desk, AttemptRow row) {
        PackageSwitch change = PackageSwitch.of(desk, row.digest(), row.version());
        if (change == PackageSwitch.BEGINS_ANEW) {
            throw new Refusal.Conflict(Message.of("packages.attempt.over"));
        }
        return change;
    }

    private static Variants.Variant mustServe(PackageDesk desk, Learner who) {
        return desk.effective(who.chain())
                .orElseThrow(() -> new Refusal.Conflict(
                        Message.of(desk.isUnverified() ? "packages.unverified-here" : "packages.not-ready-here")));
    }

    /**
     * Keeps what the package says of a try. What is completed is kept whatever holds by now; nothing is completed that may not be served.
     *
     * @param json values by the names of the package's standard
     * @throws Refusal.NotFound if the try is not this person's latest
     * @throws Refusal.Conflict if it goes on no more, or if nothing may be served here
     */
    @Transactional
    public Attempt keep(Learner who, String slug, UUID id, String json) {
        RunValues values = RunValues.parse(json);
        AttemptRow row = attempts.holdLatest(who.tenant().tenant().id(), who.person(), slug)
                .filter(each -> each.id().equals(id))
                .orElseThrow(() -> new Refusal.NotFound(Message.of("packages.attempt.none")));
        if (!row.isUnderWay() && !row.isCompleted()) {
            throw new Refusal.Conflict(Message.of("packages.attempt.over"));
        }
        if (row.isUnderWay()) {
            PackageDesk desk = packages.desk(who.tenant(), slug);
            mustServe(desk, who);
            mustGoOn(desk, row);
        }
        Instant now = now();
        row.keep(values.write(), now);
        Taken before = row.taken();
        Taken taken = before.reaching(now, Reached.of(before.standard(), values.values()));
        if (!taken.equals(before)) {
            row.complete(taken);
            taken.news(before).forEach(verb -> tell(who, row, verb, result(verb, taken)));
        }
        return attempt(row);
    }

    private static Result result(Verb verb, Taken taken) {
        Result scored = taken.percent().isPresent()
                ? Result.none().scored(taken.percent().getAsInt(), ALL)
                : Result.none();
        return verb == Verb.COMPLETED ? scored.completed(true) : scored.succeeded(verb == Verb.PASSED);
    }

    /** What was taken is named by the digest of its file, as a part of the package. */
    private void tell(Learner who, AttemptRow row, Verb verb, Result result) {
        Taken taken = row.taken();
        Locale language = Locale.forLanguageTag(taken.language());
        String path = "/packages/" + row.packageSlug();
        statements.record(
                who.tenant(),
                new Statement(
                        row.person(),
                        verb,
                        new Activity(Activity.Kind.COURSE, path + "/files/" + taken.digest(), taken.title(), language),
                        Optional.of(new Activity(Activity.Kind.COURSE, path, taken.title(), language)),
                        result,
                        row.id(),
                        row.attempt(),
                        who.locale(),
                        now()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
