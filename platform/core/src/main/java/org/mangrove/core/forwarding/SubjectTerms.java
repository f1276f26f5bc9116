package org.mangrove.core.forwarding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.mangrove.core.identity.DataSubject;
import org.mangrove.core.records.IndexTerms;
import org.mangrove.core.records.Statements;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.core.xapi.AgentId;
import org.mangrove.core.xapi.AgentId.Kind;

/** By which names statements may speak of somebody, and what these are called in indexes. */
@ApplicationScoped
class SubjectTerms {

    @Inject
    IndexTerms terms;

    @Inject
    Statements statements;

    /** Names by their terms. */
    Map<UUID, AgentId> named(TenantProfile tenant, DataSubject who) {
        var named = new LinkedHashMap<UUID, AgentId>();
        names(tenant, who)
                .forEach(agent -> named.put(terms.agent(tenant.tenant().id(), agent), agent));
        return named;
    }

    /** All terms, those whose names nobody knows any more included. */
    Set<UUID> all(TenantProfile tenant, DataSubject who) {
        var all = new LinkedHashSet<>(named(tenant, who).keySet());
        all.addAll(who.terms());
        return all;
    }

    private Set<AgentId> names(TenantProfile tenant, DataSubject who) {
        var names = new LinkedHashSet<AgentId>();
        who.actor().ifPresent(actor -> names.add(new AgentId(Kind.ACCOUNT, actor.toString(), statements.home(tenant))));
        who.accounts().stream()
                .map(account -> new AgentId(Kind.ACCOUNT, account.name(), account.homePage()))
                .forEach(names::add);
        who.openIds().forEach(id -> names.add(new AgentId(Kind.OPENID, id, "")));
        who.emails().forEach(email -> {
            String mailbox = email.startsWith("mailto:") ? email : "mailto:" + email;
            names.add(new AgentId(Kind.MBOX, mailbox, ""));
            names.add(new AgentId(Kind.MBOX_SHA1SUM, sha1(mailbox), ""));
        });
        return names;
    }

    /** As xAPI has it; nothing here relies on it. */
    private static String sha1(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java has SHA-1", missing);
        }
    }
}
