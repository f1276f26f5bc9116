package org.mangrove.core.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.mangrove.core.identity.Account;
import org.mangrove.core.identity.DataSubject;
import org.mangrove.core.identity.DataSubject.ForeignAccount;
import org.mangrove.core.identity.People;
import org.mangrove.core.identity.PersonName;
import org.mangrove.core.privacy.Known.SignOnAccount;
import org.mangrove.core.privacy.store.SearchRows.Trace;
import org.mangrove.core.provisioning.PeopleAccounts;
import org.mangrove.core.records.IndexTerms;
import org.mangrove.core.records.Statements;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.core.xapi.AgentId;
import org.mangrove.sdk.Message;
import org.mangrove.sdk.TenantId;

/** Puts together all that leads to somebody. */
@ApplicationScoped
class Subjects {

    /** A shorter name is somebody else's, too, and a word. */
    private static final int DISTINCTIVE = 8;

    private static final int DISTINCTIVE_ACCOUNT = 4;

    @Inject
    People people;

    @Inject
    IndexTerms terms;

    @Inject
    Statements statements;

    @Inject
    PeopleAccounts accounts;

    /** @throws Refusal.NotFound if the tenant knows nobody of that id */
    Known of(TenantProfile tenant, UUID person) {
        TenantId id = tenant.tenant().id();
        DataSubject subject = people.findSubject(id, person).orElseThrow(Subjects::nobody);
        Account account = people.findAccount(id, person).orElseThrow(Subjects::nobody);
        return new Known(
                withTerms(tenant, subject, Set.of()),
                Optional.of(new SignOnAccount(account.realm(), account.subject())),
                accounts.findUserName(account.realm(), account.subject()).orElse(""),
                names(account.name()));
    }

    /**
     * Of somebody who may have no account here.
     *
     * @throws Refusal.Conflict if several people have these identifiers
     */
    Known of(TenantProfile tenant, DataSubject named) {
        List<DataSubject> here = named.emails().stream()
                .flatMap(email -> people.subjectsWithEmail(tenant.tenant().id(), email).stream())
                .distinct()
                .toList();
        if (here.size() > 1) {
            throw new Refusal.Conflict(Message.of("privacy.request.several-people"));
        }
        if (here.isEmpty()) {
            return new Known(withTerms(tenant, named, Set.of()), Optional.empty(), "", Set.of());
        }
        Known known = of(tenant, here.getFirst().person().orElseThrow());
        return new Known(
                withTerms(tenant, union(known.subject(), named), Set.of()),
                known.account(),
                known.userName(),
                known.names());
    }

    /** What the tenant's stores know a person by, with the terms that follow from it. */
    Optional<DataSubject> find(TenantProfile tenant, UUID person) {
        return people.findSubject(tenant.tenant().id(), person).map(subject -> withTerms(tenant, subject, Set.of()));
    }

    /** The same with the record store's terms, and those that were known before. */
    DataSubject withTerms(TenantProfile tenant, DataSubject who, Set<UUID> more) {
        var all = new HashSet<>(more);
        all.addAll(who.terms());
        TenantId id = tenant.tenant().id();
        agents(tenant, who).forEach(agent -> all.add(terms.agent(id, agent)));
        return new DataSubject(
                who.person(), who.actor(), who.emails(), who.accounts(), who.openIds(), all, who.inEvidence());
    }

    /** All that a search for somebody looks for. */
    List<Trace> traces(Known who) {
        DataSubject subject = who.subject();
        var traces = new ArrayList<Trace>();
        subject.person().ifPresent(person -> traces.add(Trace.of("person", person)));
        subject.actor().ifPresent(actor -> traces.add(Trace.of("actor", actor)));
        who.account().ifPresent(account -> traces.add(trace("account", account.subject())));
        if (who.userName().length() >= DISTINCTIVE) {
            traces.add(Trace.of("user-name", who.userName()));
        }
        for (String email : subject.emails()) {
            traces.add(Trace.of("email", email));
            traces.add(Trace.of("email-hash", sha1("mailto:" + email)));
        }
        subject.accounts().stream()
                .map(ForeignAccount::name)
                .filter(name -> name.length() >= DISTINCTIVE_ACCOUNT)
                .forEach(name -> traces.add(trace("foreign-account", name)));
        subject.openIds().forEach(openId -> traces.add(Trace.of("openid", openId)));
        subject.terms().forEach(term -> traces.add(Trace.of("term", term)));
        who.names().stream()
                .filter(name -> name.length() >= DISTINCTIVE && name.contains(" "))
                .forEach(name -> traces.add(Trace.of("name", name)));
        return List.copyOf(traces);
    }

    private static Trace trace(String what, String text) {
        try {
            return text.length() == 36 ? Trace.of(what, UUID.fromString(text)) : Trace.of(what, text);
        } catch (IllegalArgumentException noId) {
            return Trace.of(what, text);
        }
    }

    private List<AgentId> agents(TenantProfile tenant, DataSubject who) {
        var agents = new ArrayList<AgentId>();
        who.person()
                .ifPresent(person ->
                        agents.add(new AgentId(AgentId.Kind.ACCOUNT, person.toString(), statements.home(tenant))));
        for (String email : who.emails()) {
            agents.add(new AgentId(AgentId.Kind.MBOX, "mailto:" + email, ""));
            agents.add(new AgentId(AgentId.Kind.MBOX_SHA1SUM, sha1("mailto:" + email), ""));
        }
        who.accounts()
                .forEach(account -> agents.add(new AgentId(AgentId.Kind.ACCOUNT, account.name(), account.homePage())));
        who.openIds().forEach(openId -> agents.add(new AgentId(AgentId.Kind.OPENID, openId, "")));
        return agents;
    }

    private static DataSubject union(DataSubject known, DataSubject named) {
        var emails = new HashSet<>(known.emails());
        emails.addAll(named.emails());
        var accounts = new HashSet<>(known.accounts());
        accounts.addAll(named.accounts());
        var openIds = new HashSet<>(known.openIds());
        openIds.addAll(named.openIds());
        return new DataSubject(
                known.person(), known.actor(), emails, accounts, openIds, known.terms(), known.inEvidence());
    }

    private static Set<String> names(PersonName name) {
        if (name.given().isEmpty() || name.family().isEmpty()) {
            return Set.of();
        }
        return Set.of(name.given() + " " + name.family(), name.family() + " " + name.given());
    }

    /** The standard that says how a mailbox is hashed says SHA-1. It hides nothing. */
    private static String sha1(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java has SHA-1", missing);
        }
    }

    private static Refusal.NotFound nobody() {
        return new Refusal.NotFound(Message.of("identity.person.not-found"));
    }
}
