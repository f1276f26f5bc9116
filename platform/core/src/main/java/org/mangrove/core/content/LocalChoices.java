package org.mangrove.core.content;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.mangrove.core.content.store.KeptCourseRow;
import org.mangrove.core.content.store.KeptCourseStore;
import org.mangrove.core.content.store.LocalChoiceRow;
import org.mangrove.core.content.store.LocalChoiceStore;
import org.mangrove.core.governance.Decided;
import org.mangrove.core.governance.DecisionKind;
import org.mangrove.core.governance.DecisionLog;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.sdk.Message;
import org.mangrove.sdk.TenantId;

/** What a market decides when a course is given up above. */
@ApplicationScoped
public class LocalChoices {

    private static final int LATEST_REVIEW_YEARS = 2;

    @Inject
    Courses courses;

    @Inject
    Endings endings;

    @Inject
    LocalChoiceStore choices;

    @Inject
    KeptCourseStore kept;

    @Inject
    DecisionLog decisions;

    @Inject
    Clock clock;

    /**
     * @param seen the retirement that whoever decides has looked at
     * @param replacement if another course is to take its place
     * @param reviewOn if it is kept: when somebody has to look at it again
     */
    public record Chosen(
            UUID seen,
            LocalChoice.Kind kind,
            Optional<String> replacement,
            String reason,
            Optional<LocalDate> reviewOn) {}

    /**
     * @param person of the tenant
     * @throws Refusal.Conflict if it is not given up any more, or was given up anew
     * @throws Refusal.Invalid if the course that is to take its place does not, or if it cannot be kept
     */
    @Transactional
    public void decide(TenantProfile tenant, UUID person, String course, Chosen chosen) {
        TenantId id = tenant.tenant().id();
        Ending ending = endings.of(tenant)
                .find(course)
                .filter(there -> there.retirement().id().equals(chosen.seen()))
                .orElseThrow(() -> new Refusal.Conflict(Message.of("content.choice.changed-meanwhile")));
        if (chosen.reason().length() > Retirements.LONGEST_REASON) {
            throw new Refusal.Invalid(
                    "reason", Message.of("content.retirement.say-why").with("most", Retirements.LONGEST_REASON));
        }
        var choice = new LocalChoice(
                chosen.seen(),
                chosen.kind(),
                chosen.replacement().filter(key -> chosen.kind() == LocalChoice.Kind.REPLACE),
                chosen.reason());
        switch (chosen.kind()) {
            case FOLLOW -> letGo(id, course);
            case REPLACE -> {
                mustTakeItsPlace(tenant, course, choice.replacement());
                letGo(id, course);
            }
            case KEEP -> keep(tenant, ending, chosen);
        }
        choices.hold(id, course)
                .ifPresentOrElse(
                        row -> row.becomes(choice, now()),
                        () -> choices.add(new LocalChoiceRow(id, course, choice, now())));
        decisions.record(
                tenant,
                new Decided(
                        kind(chosen.kind()),
                        AssetVersion.TYPE,
                        course,
                        List.of(),
                        details(choice, chosen.reviewOn()),
                        ""),
                person,
                chosen.reason());
    }

    /**
     * What was kept follows its master again. What the market itself says otherwise stays, with its base: so it shows what has
     * changed above since.
     *
     * @throws Refusal.Conflict if it is not kept, or if its master is still given up
     */
    @Transactional
    public void attach(TenantProfile tenant, UUID person, String course, String reason) {
        TenantId id = tenant.tenant().id();
        mustSay(reason);
        if (endings.of(tenant).find(course).isPresent()) {
            throw new Refusal.Conflict(Message.of("content.choice.still-retired"));
        }
        if (!letGo(id, course)) {
            throw new Refusal.Conflict(Message.of("content.choice.not-kept"));
        }
        choices.hold(id, course).ifPresent(choices::remove);
        decisions.record(
                tenant,
                new Decided(DecisionKind.LOCAL_ATTACHED, AssetVersion.TYPE, course, List.of(), Map.of(), ""),
                person,
                reason);
    }

    /**
     * Somebody has looked again at what is kept, and it stays.
     *
     * @throws Refusal.Conflict if it is not kept
     */
    @Transactional
    public void stay(TenantProfile tenant, UUID person, String course, String reason, Optional<LocalDate> reviewOn) {
        LocalDate next = mustReview(tenant, reason, reviewOn);
        kept.hold(tenant.tenant().id(), course)
                .orElseThrow(() -> new Refusal.Conflict(Message.of("content.choice.not-kept")))
                .stays(reason, next);
        decisions.record(
                tenant,
                new Decided(
                        DecisionKind.LOCAL_DETACHED,
                        AssetVersion.TYPE,
                        course,
                        List.of(),
                        Map.of("reviewOn", next.toString()),
                        ""),
                person,
                reason);
    }

    private boolean letGo(TenantId tenant, String course) {
        Optional<KeptCourseRow> row = kept.hold(tenant, course);
        row.ifPresent(kept::remove);
        return row.isPresent();
    }

    private void mustTakeItsPlace(TenantProfile tenant, String course, Optional<String> replacement) {
        boolean isThere = replacement
                .filter(key -> !key.equals(course) && endings.of(tenant).letsBegin(key))
                .flatMap(key -> courses.find(tenant, key, Locale.ROOT))
                .isPresent();
        if (!isThere) {
            throw new Refusal.Invalid("replacement", Message.of("content.choice.no-replacement"));
        }
    }

    private void keep(TenantProfile tenant, Ending ending, Chosen chosen) {
        if (ending.retirement().endsByLaw()) {
            throw new Refusal.Invalid("choice", Message.of("content.choice.not-by-law"));
        }
        String course = ending.retirement().course();
        LocalDate reviewOn = mustReview(tenant, chosen.reason(), chosen.reviewOn());
        TenantId id = tenant.tenant().id();
        kept.hold(id, course)
                .ifPresentOrElse(
                        row -> row.stays(chosen.reason(), reviewOn),
                        () -> kept.add(new KeptCourseRow(
                                id, KeptCourse.of(courses.ground(tenant, course)), chosen.reason(), reviewOn, now())));
    }

    /** A copy has a reason, and a day on which somebody looks at it again. */
    private LocalDate mustReview(TenantProfile tenant, String reason, Optional<LocalDate> reviewOn) {
        mustSay(reason);
        LocalDate today = LocalDate.ofInstant(clock.instant(), tenant.tenant().timeZone());
        return reviewOn.filter(day -> day.isAfter(today) && !day.isAfter(today.plusYears(LATEST_REVIEW_YEARS)))
                .orElseThrow(() -> new Refusal.Invalid(
                        "reviewOn", Message.of("content.choice.no-review").with("years", LATEST_REVIEW_YEARS)));
    }

    private static void mustSay(String reason) {
        if (reason.isBlank() || reason.length() > Retirements.LONGEST_REASON) {
            throw new Refusal.Invalid(
                    "reason", Message.of("content.retirement.say-why").with("most", Retirements.LONGEST_REASON));
        }
    }

    private static DecisionKind kind(LocalChoice.Kind kind) {
        return switch (kind) {
            case FOLLOW -> DecisionKind.LOCAL_RETIRED;
            case REPLACE -> DecisionKind.LOCAL_REPLACED;
            case KEEP -> DecisionKind.LOCAL_DETACHED;
        };
    }

    private static Map<String, String> details(LocalChoice choice, Optional<LocalDate> reviewOn) {
        var details = new TreeMap<String, String>();
        details.put("retirement", choice.retirement().toString());
        choice.replacement().ifPresent(key -> details.put("replacement", key));
        if (choice.kind() == LocalChoice.Kind.KEEP) {
            reviewOn.ifPresent(day -> details.put("reviewOn", day.toString()));
        }
        return details;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
