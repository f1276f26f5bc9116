package org.mangrove.core.privacy;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.mangrove.sdk.Message;

/** What we can say of holders, of kinds of things, and of fields. A slice that comes later may know others. */
public final class HolderWords {

    static final Set<String> HOLDERS = Set.of(
            "identity",
            "learning",
            "packages",
            "records",
            "rollups",
            "connections",
            "adaptations",
            "decisions",
            "law-changes",
            "mail",
            "consent",
            "extension",
            "events",
            "forwarding",
            "privacy");

    /** As people look for them: what is most about them first. */
    private static final List<String> ORDER = List.of(
            "identity",
            "learning",
            "packages",
            "records",
            "consent",
            "forwarding",
            "rollups",
            "connections",
            "adaptations",
            "decisions",
            "law-changes",
            "mail",
            "extension",
            "privacy",
            "events");

    static final Set<String> KINDS = Set.of(
            "person",
            "membership",
            "role-change",
            "session",
            "enrolment",
            "package-attempt",
            "completion",
            "duty",
            "connection",
            "adaptation",
            "decision",
            "consent",
            "memory",
            "event",
            "request",
            "statement",
            "document",
            "recipient",
            "erasure-request",
            "attachment",
            "assignment",
            "letter",
            "mail-choice",
            "notice",
            "sum");

    static final Set<String> FIELDS = Set.of(
            "id",
            "actor",
            "givenName",
            "familyName",
            "email",
            "realm",
            "account",
            "language",
            "hiredOn",
            "joinedAt",
            "roles",
            "before",
            "after",
            "changedAt",
            "startedAt",
            "seenAt",
            "expiresAt",
            "course",
            "completed",
            "progress",
            "begunAt",
            "touchedAt",
            "version",
            "title",
            "score",
            "completedAt",
            "completedOn",
            "validUntil",
            "code",
            "evidence",
            "attempt",
            "due",
            "legalReference",
            "reason",
            "purpose",
            "consentedAt",
            "withdrawnAt",
            "type",
            "occurredAt",
            "event",
            "kind",
            "state",
            "askedAt",
            "dueOn",
            "decidedAt",
            "decision",
            "number",
            "name",
            "madeAt",
            "recipient",
            "country",
            "ground",
            "statementsSince",
            "answeredAt",
            "activity",
            "registration",
            "contentType",
            "modified",
            "verb",
            "object",
            "result",
            "context",
            "timestamp",
            "stored",
            "authority",
            "attachments",
            "digest",
            "interval",
            "titleLanguage",
            "commitment",
            "lawChange",
            "unwanted",
            "subject",
            "text",
            "toldAt");

    private static final Pattern CAPITAL = Pattern.compile("[A-Z]");

    private HolderWords() {}

    /** For telling of parts in the order in which people look for them; one that comes later comes last. */
    public static Comparator<String> order() {
        return Comparator.comparingInt((String holder) -> Math.floorMod(ORDER.indexOf(holder), ORDER.size() + 1))
                .thenComparing(Comparator.naturalOrder());
    }

    /** What a part of the platform is called to those who look after everybody's data. */
    public static Message part(String holder) {
        return Message.of("privacy.part." + (HOLDERS.contains(holder) ? holder : "other"));
    }

    /** What a part of the platform is called to the person of whom it holds something. */
    public static Message holder(String holder) {
        return Message.of("privacy.holder." + (HOLDERS.contains(holder) ? holder : "other"));
    }

    /** What it has of people, why, and for how long. */
    public static Message why(String holder) {
        return Message.of("privacy.why." + (HOLDERS.contains(holder) ? holder : "other"));
    }

    /** What becomes of it when somebody is erased. */
    public static Message erasure(String holder) {
        return Message.of("privacy.erasure." + (HOLDERS.contains(holder) ? holder : "other"));
    }

    /** What things of a kind are called, many of them. */
    public static Message kind(String kind) {
        return Message.of("privacy.kind." + (KINDS.contains(kind) ? kind : "other"));
    }

    static boolean knowsField(String field) {
        return FIELDS.contains(field);
    }

    static Message field(String field) {
        return Message.of("privacy.field."
                + CAPITAL.matcher(field)
                        .replaceAll(found -> "-" + found.group())
                        .toLowerCase(Locale.ROOT));
    }
}
