package org.mangrove.journeys;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.mangrove.journeys.Party.Kind;
import org.mangrove.launcher.Stack;

/** Lets people sign on, and gives programs what they show who they are with. */
final class Parties implements AutoCloseable {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Stack stack;
    private final WholeStack.Site site;
    private final Operator operator;
    private final List<Visitor> visitors = new ArrayList<>();
    private final Visitor stranger;

    Parties(Stack stack, WholeStack.Site site) {
        this.stack = stack;
        this.site = site;
        this.operator = new Operator(stack);
        this.stranger = visitor();
    }

    /** Somebody who shows nothing. */
    Visitor stranger() {
        return stranger;
    }

    Party anybody() {
        return Party.withCookies(Kind.ANYBODY, "", "", stranger);
    }

    Party member(String tenant, String enterprise, String user) {
        return ofTenant(Kind.MEMBER, tenant, enterprise, user);
    }

    Party editor(String tenant, String enterprise, String user) {
        return ofTenant(Kind.EDITOR, tenant, enterprise, user);
    }

    private Party ofTenant(Kind kind, String tenant, String enterprise, String user) {
        Visitor visitor = visitor();
        visitor.signOn(tenant, user, Learner.PASSWORD);
        return Party.withCookies(kind, "/t/" + tenant, enterprise, visitor);
    }

    Party author(String enterprise, String user) {
        return ofCore(Kind.AUTHOR, enterprise, user);
    }

    Party governor(String enterprise, String user) {
        return ofCore(Kind.GOVERNOR, enterprise, user);
    }

    private Party ofCore(Kind kind, String enterprise, String user) {
        Visitor visitor = visitor();
        visitor.signOnAt("/e/" + enterprise, "/masters", user, Learner.PASSWORD);
        return Party.withCookies(kind, "/e/" + enterprise, enterprise, visitor);
    }

    Party bearer(String tenant, String enterprise, String realm, String user) {
        var token = new FreshToken(site, new KeycloakClient(stack, realm, tenant), user);
        return Party.withCredential(
                "a bearer token of " + tenant,
                Kind.MEMBER,
                "/t/" + tenant,
                enterprise,
                stranger,
                () -> "Bearer " + token.get(),
                "Bearer nobodys.own.token");
    }

    Party machine(String tenant, String enterprise) {
        Answer made = credential(tenant);
        return Party.withCredential(
                "an xAPI credential of " + tenant,
                Kind.MACHINE,
                "/t/" + tenant,
                enterprise,
                stranger,
                () -> basic(made.text("key"), made.text("secret")),
                basic(tenant + "." + UUID.randomUUID(), noToken()));
    }

    Party cell(String name) {
        return Party.withCredential(
                "the credential of cell " + name,
                Kind.CELL,
                "",
                "",
                stranger,
                () -> "Mangrove-Cell " + name + ":" + new DerivedSecrets(stack).feedCredential(name),
                "Mangrove-Cell " + name + ":" + "0".repeat(64));
    }

    Party operator() {
        return Party.withCredential(
                "an operator's token",
                Kind.OPERATOR,
                "",
                "",
                stranger,
                () -> "Bearer " + operator.token(),
                "Bearer nobodys.own.token");
    }

    /** What another system of a tenant's may do all with in its learning record store: key and secret. */
    Answer credential(String tenant) {
        return operator.post(
                        "/operator/api/tenants/" + tenant + "/xapi-credentials",
                        "application/json",
                        "{\"scopes\":[\"all\"]}")
                .must();
    }

    /** As random as those that we give out, and given out to nobody. */
    static String noToken() {
        byte[] token = new byte[32];
        RANDOM.nextBytes(token);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    static String basic(String key, String secret) {
        return "Basic " + Base64.getEncoder().encodeToString((key + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }

    private Visitor visitor() {
        var visitor = new Visitor(site, "de");
        visitors.add(visitor);
        return visitor;
    }

    @Override
    public void close() {
        visitors.forEach(Visitor::close);
    }
}
