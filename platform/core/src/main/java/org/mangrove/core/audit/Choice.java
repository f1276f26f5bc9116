package org.mangrove.core.audit;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** What somebody wants to be done about a finding. */
public sealed interface Choice {

    /** @param lastDay on which it counts */
    record Accept(LocalDate lastDay) implements Choice {}

    /**
     * @param who is asked
     * @param by which day
     * @param keep which of several is to stay; empty if that is not said
     */
    record Task(String who, LocalDate by, String keep) implements Choice {}

    record RenewReview(LocalDate day) implements Choice {}

    record NameSomebody(Optional<String> owner, Optional<String> steward) implements Choice {}

    record SayObjective(String objective) implements Choice {}

    /** @param elsewhere by the address that leads nowhere */
    record ReplaceLinks(Map<String, String> elsewhere) implements Choice {

        public ReplaceLinks {
            elsewhere = Map.copyOf(elsewhere);
        }
    }

    /** @param until the last day of the licence that was given again */
    record RenewLicence(LocalDate until) implements Choice {}

    /** Takes out the steps that show files that cannot be shown. */
    record DropFiles() implements Choice {}

    default ActKind kind() {
        return switch (this) {
            case Accept _ -> ActKind.ACCEPT;
            case Task _ -> ActKind.TASK;
            case RenewReview _ -> ActKind.RENEW_REVIEW;
            case NameSomebody _ -> ActKind.NAME_SOMEBODY;
            case SayObjective _ -> ActKind.SAY_OBJECTIVE;
            case ReplaceLinks _ -> ActKind.REPLACE_LINKS;
            case RenewLicence _ -> ActKind.RENEW_LICENCE;
            case DropFiles _ -> ActKind.DROP_FILES;
        };
    }
}
