package org.mangrove.core.audit;

import java.util.Locale;

/** What to do about a finding; whoever reads it decides. */
public enum ProposedAction {
    /** Keep one, let the others lead to it. */
    KEEP_ONE,
    /** Make one a language of the other. */
    JOIN_LANGUAGES,
    REVIEW,
    RETIRE,
    NAME_SOMEBODY,
    SAY_THE_OBJECTIVE,
    RENEW_OR_REPLACE,
    MEND_LINK,
    REPLACE_FILE,
    CHOOSE_ONE_TOOL,
    DECIDE_ABOUT_TOOL;

    /** As messages call it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
