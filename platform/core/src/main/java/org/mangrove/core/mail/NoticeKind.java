package org.mangrove.core.mail;

import java.util.Locale;

/** What people of tenants are told by mail, as far as they can choose. */
public enum NoticeKind {
    /** Something has to be learned, or learned again. */
    DUTY,
    /** A day comes near by which something has to be done. */
    SOON,
    /** That day has passed. */
    LATE,
    /** Something waits for a decision of the market. */
    DECISION;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
