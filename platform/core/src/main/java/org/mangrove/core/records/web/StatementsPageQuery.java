package org.mangrove.core.records.web;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.xapi.AgentId;
import org.mangrove.core.xapi.AgentId.Kind;

/** What an admin asks of the statements of their tenant, as it stands in the page's address. What makes no sense asks for nothing. */
public class StatementsPageQuery {

    private static final int LONGEST = 2_000;

    @QueryParam("who")
    @DefaultValue("")
    String who = "";

    @QueryParam("verb")
    @DefaultValue("")
    String verb = "";

    @QueryParam("activity")
    @DefaultValue("")
    String activity = "";

    @QueryParam("source")
    @DefaultValue("")
    String source = "";

    @QueryParam("from")
    @DefaultValue("")
    String from = "";

    @QueryParam("to")
    @DefaultValue("")
    String to = "";

    @QueryParam("beyond")
    @DefaultValue("")
    String beyond = "";

    @QueryParam("live")
    @DefaultValue("")
    String live = "";

    public String who() {
        return cut(who);
    }

    public String verb() {
        return cut(verb);
    }

    public String activity() {
        return cut(activity);
    }

    public String source() {
        return findSource().map(UUID::toString).orElse("");
    }

    public String from() {
        return day(from).map(LocalDate::toString).orElse("");
    }

    public String to() {
        return day(to).map(LocalDate::toString).orElse("");
    }

    /** Whether the page looks for new statements by itself. It does so at its beginning only. */
    public boolean isLive() {
        return live.equals("true") && findBeyond().isEmpty();
    }

    public boolean isFiltered() {
        return !(who().isEmpty()
                && verb().isEmpty()
                && activity().isEmpty()
                && source().isEmpty()
                && from().isEmpty()
                && to().isEmpty());
    }

    /** By an address of mail, an OpenID, the digest of a mailbox, or a system's web address, a blank, and the name there. */
    Optional<AgentId> findWho() {
        String asked = who();
        int blank = asked.indexOf(' ');
        if (blank > 0 && asked.substring(0, blank).contains(":")) {
            return Optional.of(
                    new AgentId(Kind.ACCOUNT, asked.substring(blank + 1).strip(), asked.substring(0, blank)));
        }
        if (asked.matches("[0-9a-fA-F]{40}")) {
            return Optional.of(new AgentId(Kind.MBOX_SHA1SUM, asked, ""));
        }
        if (asked.matches("https?://\\S+")) {
            return Optional.of(new AgentId(Kind.OPENID, asked, ""));
        }
        return asked.matches("(?:mailto:)?[^@\\s]+@[^@\\s]+")
                ? Optional.of(new AgentId(Kind.MBOX, asked.startsWith("mailto:") ? asked : "mailto:" + asked, ""))
                : Optional.empty();
    }

    Optional<UUID> findSource() {
        return uuid(source);
    }

    Optional<UUID> findBeyond() {
        return uuid(beyond);
    }

    /** Stored after this: the last moment before the day begins there. */
    Optional<Instant> since(ZoneId zone) {
        return day(from).map(day -> day.atStartOfDay(zone).toInstant().minusMillis(1));
    }

    /** Stored at this time or before: the last moment of the day there. */
    Optional<Instant> until(ZoneId zone) {
        return day(to).map(day -> day.plusDays(1).atStartOfDay(zone).toInstant().minusMillis(1));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeException nonsense) {
            return Optional.empty();
        }
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return text.length() == 36 ? Optional.of(UUID.fromString(text)) : Optional.empty();
        } catch (IllegalArgumentException nonsense) {
            return Optional.empty();
        }
    }

    private static String cut(String text) {
        String plain = text.strip();
        return plain.substring(0, Math.min(plain.length(), LONGEST));
    }
}
