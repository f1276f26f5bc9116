package org.mangrove.core.policy.web;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.mangrove.core.lineage.Level;
import org.mangrove.core.lineage.LockRule;
import org.mangrove.core.pages.TypedForm;
import org.mangrove.core.policy.Policies;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.sdk.Message;

/** What a governor demands of those below in one figure, or in all of a policy where no figure is named. */
record WrittenLock(TypedForm form, Policies.Work work) {

    private static final String GLOBAL = "global";
    private static final int LONGEST_GRACE_IN_DAYS = 366;

    LockRule rule(Instant now) {
        String subject = form.value("subject");
        String asset = work.definition().asset();
        if (!subject.isEmpty() && work.definition().find(subject).isEmpty()) {
            throw new Refusal.Invalid("subject", Message.of("policy.no-such-figure"));
        }
        String space = space();
        return new LockRule(
                space,
                space.equals(GLOBAL) ? Level.GLOBAL : Level.REGION,
                subject.isEmpty() ? LockRule.Scope.ASSET : LockRule.Scope.FIELD,
                subject.isEmpty() ? asset : asset + "/" + subject,
                hold(),
                now,
                now.plus(Duration.ofDays(grace())),
                form.value("decider"),
                form.value("reason"));
    }

    private String space() {
        String space = form.value("space");
        boolean isThere = space.equals(GLOBAL)
                || work.regions().stream().anyMatch(desk -> desk.own().space().equals(space));
        if (!isThere) {
            throw new Refusal.Invalid("space", Message.of("policy.no-such-region"));
        }
        return space;
    }

    private LockRule.Hold hold() {
        return Stream.of(LockRule.Hold.values())
                .filter(hold -> hold.name().equals(form.value("hold")))
                .findFirst()
                .orElseThrow(() -> new Refusal.Invalid("hold", Message.of("policy.lock.no-such-hold")));
    }

    private int grace() {
        String days = form.value("grace");
        if (days.matches("\\d{1,3}") && Integer.parseInt(days) <= LONGEST_GRACE_IN_DAYS) {
            return Integer.parseInt(days);
        }
        throw new Refusal.Invalid("grace", Message.of("policy.lock.no-grace").with("most", LONGEST_GRACE_IN_DAYS));
    }
}
