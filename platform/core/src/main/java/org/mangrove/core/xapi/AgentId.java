package org.mangrove.core.xapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;

/**
 * Who is meant, whatever else is said of them: one inverse functional identifier.
 *
 * @param value the mailbox with its scheme, the digest, the OpenID, or the account's name; in small letters where their
 *     case does not count, which is a mailbox's domain and a digest
 * @param homePage where the account is; empty for every other kind
 */
public record AgentId(Kind kind, String value, String homePage) {

    /** The four ways to say who somebody is; the names of the properties in JSON. */
    public enum Kind {
        MBOX("mbox"),
        MBOX_SHA1SUM("mbox_sha1sum"),
        OPENID("openid"),
        ACCOUNT("account");

        private final String property;

        Kind(String property) {
            this.property = property;
        }

        public String property() {
            return property;
        }
    }

    public AgentId {
        value = switch (kind) {
            case MBOX -> withSmallDomain(value);
            case MBOX_SHA1SUM -> value.toLowerCase(Locale.ROOT);
            case OPENID, ACCOUNT -> value;
        };
        if ((kind == Kind.ACCOUNT) == homePage.isEmpty()) {
            throw new IllegalArgumentException("An account has a home page, and nothing else has one");
        }
    }

    /** Who {@code agentOrGroup} is, which has been checked; empty for an anonymous group. */
    public static Optional<AgentId> of(JsonNode agentOrGroup) {
        for (var kind : Kind.values()) {
            JsonNode value = agentOrGroup.path(kind.property());
            if (kind == Kind.ACCOUNT && value.isObject()) {
                return Optional.of(new AgentId(
                        kind,
                        value.path("name").textValue(),
                        value.path("homePage").textValue()));
            }
            if (value.isTextual()) {
                return Optional.of(new AgentId(kind, value.textValue(), ""));
            }
        }
        return Optional.empty();
    }

    /** One text for each identity, and another for every other: no home page has a blank in it. */
    public String canonical() {
        return homePage.isEmpty() ? kind.property + " " + value : kind.property + " " + homePage + " " + value;
    }

    /** An Agent with its identifier and nothing else. */
    public ObjectNode json() {
        ObjectNode agent = JsonNodeFactory.instance.objectNode().put("objectType", "Agent");
        if (kind == Kind.ACCOUNT) {
            agent.putObject(kind.property).put("homePage", homePage).put("name", value);
        } else {
            agent.put(kind.property, value);
        }
        return agent;
    }

    private static String withSmallDomain(String mailbox) {
        int at = mailbox.lastIndexOf('@');
        return mailbox.substring(0, at + 1) + mailbox.substring(at + 1).toLowerCase(Locale.ROOT);
    }
}
