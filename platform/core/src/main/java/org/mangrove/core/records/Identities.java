package org.mangrove.core.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mangrove.core.identity.DataSubject;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.core.xapi.AgentId;

/** All that statements may call somebody. */
@ApplicationScoped
class Identities {

    @Inject
    IndexTerms terms;

    @Inject
    OwnAccounts accounts;

    /** By which they are found. */
    Set<UUID> terms(TenantProfile tenant, DataSubject who) {
        return Stream.concat(
                        who.terms().stream(),
                        agents(tenant, who).stream()
                                .map(agent -> terms.agent(tenant.tenant().id(), agent)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    Set<UUID> terms(TenantProfile tenant, Collection<DataSubject> all) {
        return all.stream().flatMap(who -> terms(tenant, who).stream()).collect(Collectors.toSet());
    }

    private Set<AgentId> agents(TenantProfile tenant, DataSubject who) {
        var agents = new LinkedHashSet<AgentId>();
        Stream.concat(who.person().stream(), who.actor().stream())
                .forEach(id -> agents.add(account(accounts.home(tenant), id.toString())));
        who.accounts().forEach(account -> agents.add(account(account.homePage(), account.name())));
        who.openIds().forEach(address -> agents.add(new AgentId(AgentId.Kind.OPENID, address, "")));
        for (String email : who.emails()) {
            agents.add(new AgentId(AgentId.Kind.MBOX, "mailto:" + email, ""));
            agents.add(new AgentId(AgentId.Kind.MBOX_SHA1SUM, sha1("mailto:" + email), ""));
        }
        return agents;
    }

    private static AgentId account(String homePage, String name) {
        return new AgentId(AgentId.Kind.ACCOUNT, name, homePage);
    }

    private static String sha1(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-1", impossible);
        }
    }
}
