package org.mangrove.core.identity.web;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mangrove.core.identity.CoreRole;
import org.mangrove.core.identity.Role;
import org.mangrove.core.refusal.Refusal.Invalid;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.sdk.Message;

/** What operators send and get about memberships. */
final class AdmissionBodies {

    /** @param subject the account's id in the tenant's realm */
    record Member(
            @Nullable String subject,
            @Nullable String given,
            @Nullable String family,
            @Nullable String email,
            @Nullable Set<Role> roles) {}

    /** @param subject the account's id in the enterprise's home realm */
    record CoreMember(
            @Nullable String subject,
            @Nullable String byline,
            @Nullable Set<CoreRole> roles) {}

    record Admitted(String id) {}

    record Invitation(String link, String validUntil) {}

    private AdmissionBodies() {}

    static <T> T read(String json, Class<T> type) {
        try {
            return Definitions.read(json, type);
        } catch (RuntimeException unreadable) {
            throw new Invalid(Message.of("identity.member.unreadable"));
        }
    }

    static String mustSubject(@Nullable String subject) {
        if (subject == null || !subject.matches("[A-Za-z0-9._:-]{1,64}")) {
            throw new Invalid("subject", Message.of("identity.member.subject-needed"));
        }
        return subject;
    }

    static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
