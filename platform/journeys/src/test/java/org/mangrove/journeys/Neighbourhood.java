package org.mangrove.journeys;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mangrove.journeys.Belongings.Among;
import org.mangrove.journeys.Party.Kind;
import org.mangrove.launcher.Distribution;

/**
 * One owner with all that can belong to somebody, and those who live next door: in another tenant of the same enterprise, in
 * another enterprise of the same cell, in another cell, in another enterprise's core, and other systems of theirs.
 */
final class Neighbourhood implements AutoCloseable {

    static final String OWNER = "acme-de";
    static final String ENTERPRISE = "acme";

    private static final String COURSE = "information-security-essentials";
    private static final String OWN_COURSE = "arbeitsschutz-unterweisung";
    private static final Learner THOMAS = new Learner("thomas.albrecht", OWNER, "de", "ltr");
    private static final Pattern CERTIFICATE = Pattern.compile("/certificates/([0-9a-f-]{36})\"");
    private static final Pattern CODE = Pattern.compile("/verify/([A-Z0-9-]{8,20})");
    private static final Pattern MEDIA = Pattern.compile("/media/([0-9a-f]{64})");
    private static final Pattern BLOBS = Pattern.compile("\"blobs\":\\[\"([0-9a-f]{64})\"");
    private static final Pattern EPOCH = Pattern.compile("\"epoch\":\"([^\"]+)\"");
    private static final Pattern INVITATION = Pattern.compile("token=([A-Za-z0-9_-]+)");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Installation installation;
    private final List<Visitor> visitors = new ArrayList<>();
    private final Visitor thomas;
    private int changes;

    final Visitor stranger;
    final Map<Kind, List<Party>> owners;
    final List<Party> intruders;
    final Belongings belongings;

    Neighbourhood(Installation installation) {
        this.installation = installation;
        this.thomas = visitor();
        this.stranger = visitor();
        thomas.signOn(OWNER, THOMAS.user(), Learner.PASSWORD);
        Visitor oliver = visitor();
        oliver.signOnAt("/e/acme", "/masters", "oliver.stein", Learner.PASSWORD);
        this.owners = Map.of(
                Kind.ANYBODY, List.of(Party.withCookies(Kind.ANYBODY, "", "", stranger)),
                Kind.MEMBER,
                        List.of(
                                Party.withCookies(Kind.MEMBER, "/t/" + OWNER, ENTERPRISE, thomas),
                                bearer(OWNER, ENTERPRISE, "acme-eu", THOMAS.user())),
                Kind.AUTHOR, List.of(Party.withCookies(Kind.AUTHOR, "/e/acme", ENTERPRISE, oliver)),
                Kind.OPERATOR, List.of(operator()),
                Kind.MACHINE, List.of(machine(OWNER, ENTERPRISE)),
                Kind.CELL, List.of(cell("jp")));
        this.intruders = List.of(
                member("acme-at", ENTERPRISE, "julia.hofer"),
                member("borealis-de", "borealis", "uwe.franke"),
                member("acme-sa", ENTERPRISE, "sultan.almutairi"),
                author("borealis", "nils.petersen"),
                bearer("acme-at", ENTERPRISE, "acme-eu", "julia.hofer"),
                bearer("borealis-de", "borealis", "borealis-eu", "uwe.franke"),
                bearer("acme-sa", ENTERPRISE, "acme-sa", "sultan.almutairi"),
                machine("acme-at", ENTERPRISE),
                machine("borealis-de", "borealis"),
                cell("sa"),
                operator());
        this.belongings = belongings();
    }

    private Belongings belongings() {
        String certificate = pass();
        String section = thomas.go(THOMAS.at("/courses/" + COURSE + "/sections/ten-seconds"))
                .find(MEDIA);
        String person = row("learning_completion", "person_id", "id", certificate);
        String statement = row("records_statement", "id", "actor_id", person);
        var all = new Belongings()
                .add("course", Among.NOBODY, OWN_COURSE, "never-was-there")
                .add("section", Among.NOBODY, "your-part", "no-part")
                .add("block", Among.NOBODY, "q-defect", "q-nothing")
                .add("certificate", Among.NOBODY, certificate, UUID.randomUUID().toString())
                .add(
                        "code",
                        Among.NOBODY,
                        thomas.go(THOMAS.at("/certificates/" + certificate)).find(CODE),
                        "ABCD-EFGH-JKLM")
                .add("digest", Among.ITS_ENTERPRISE, section, "0".repeat(64))
                .add("master", Among.ITS_ENTERPRISE, COURSE, "never-was-there")
                .add("market", Among.ITS_ENTERPRISE, OWNER, "nobodys-market")
                .add("statement", Among.NOBODY, statement, UUID.randomUUID().toString())
                .add(
                        "registration",
                        Among.NOBODY,
                        row("records_statement", "registration", "id", statement),
                        UUID.randomUUID().toString())
                .add("actor", Among.NOBODY, person, UUID.randomUUID().toString())
                .add("hosted", Among.NOBODY, "borealis", "nobodys")
                .add(
                        "epoch",
                        Among.NOBODY,
                        epochOf("borealis"),
                        UUID.randomUUID().toString())
                .add("hosted-digest", Among.NOBODY, digestOf("borealis"), "0".repeat(64))
                .add("acme-digest", Among.EVERYBODY, digestOf("acme"), "0".repeat(64))
                .add("invitation", Among.NOBODY, this::invitation, Neighbourhood::noToken)
                .add("logout-token", Among.NOBODY, this::logoutToken, Neighbourhood::noToken)
                .add("key", Among.NOBODY, () -> credential(OWNER).text("key"), () -> OWNER + "." + UUID.randomUUID())
                .add("person", Among.NOBODY, colleague(), UUID.randomUUID().toString())
                .add(
                        "change",
                        Among.NOBODY,
                        this::roleChange,
                        () -> UUID.randomUUID().toString())
                .plain("purpose", "peer-profile")
                .plain("number", "1");
        return all.add(
                "subject",
                Among.EVERYBODY,
                () -> UUID.randomUUID().toString(),
                () -> UUID.randomUUID().toString());
    }

    /** Takes the enterprise's course and says which certificate that gave; the owner's own course is begun besides. */
    private String pass() {
        String course = THOMAS.at("/courses/" + COURSE);
        thomas.submit(course + "/enrolment", Map.of());
        for (WrittenAnswers.Section section : new WrittenAnswers(COURSE, THOMAS).sections()) {
            section.answers()
                    .forEach((block, answer) -> thomas.submit(course + "/blocks/" + block + "/answer", answer));
            thomas.submit(course + "/sections/" + section.id() + "/done", Map.of());
        }
        return thomas.go(course + "/result").find(CERTIFICATE);
    }

    /** Answers all questions of the owner's own course, and wrongly. */
    void fail() {
        String course = THOMAS.at("/courses/" + OWN_COURSE);
        for (WrittenAnswers.Section section : ownCourse().sections()) {
            section.wrong().forEach((block, answer) -> thomas.submit(course + "/blocks/" + block + "/answer", answer));
            thomas.submit(course + "/sections/" + section.id() + "/done", Map.of());
        }
    }

    private static WrittenAnswers ownCourse() {
        return new WrittenAnswers(
                Distribution.found()
                        .project()
                        .resolve("plugins/de-arbeitsschutz/src/main/resources/courses/" + OWN_COURSE),
                THOMAS);
    }

    private String invitation() {
        Matcher link = INVITATION.matcher(installation
                .asOperator("POST", "/operator/api/tenants/acme-de/admin-invitations", "", new byte[0])
                .must()
                .text("link"));
        if (!link.find()) {
            throw new AssertionError("There is no token in the invitation");
        }
        return link.group(1);
    }

    private String colleague() {
        return row("identity_person", "id", "email", "sabine.krueger@acme-de.example");
    }

    /** What the admin has just changed about a colleague, who may do one thing more and less by turns. */
    private String roleChange() {
        String colleague = colleague();
        changes++;
        thomas.submit(
                THOMAS.at("/people/" + colleague + "/roles"),
                Map.of("role", changes % 2 == 0 ? List.of("LEARNER") : List.of("LEARNER", "REVIEWER", "ANALYST")));
        return row("identity_role_change", "id", "person_id", colleague);
    }

    private Installation.Answer credential(String tenant) {
        return installation
                .asOperator("POST", "/operator/api/tenants/" + tenant + "/xapi-credentials", "", new byte[0])
                .must();
    }

    private String epochOf(String enterprise) {
        return entriesOf(enterprise, "").find(EPOCH);
    }

    /** A file that the enterprise's courses show. */
    private String digestOf(String enterprise) {
        return entriesOf(enterprise, "?epoch=" + epochOf(enterprise)).find(BLOBS);
    }

    private Visitor.Answer entriesOf(String enterprise, String query) {
        return cell("jp")
                .ask(
                        Asked.of("GET", "/feed/enterprises/" + enterprise + "/entries" + query)
                                .header("Mangrove-Challenge", Examples.CHALLENGE),
                        "",
                        Map.of());
    }

    /** A token with which Keycloak tells the owner's client, and only that one, that somebody's session there is over. */
    private String logoutToken() {
        BlockingQueue<String> told = new LinkedBlockingQueue<>();
        try (var ear = Ear.listening(told::add);
                var lena = installation.visitor()) {
            var client = new KeycloakClient(installation, "acme-eu", "mangrove-" + OWNER);
            client.tellLogoutsTo(ear.address(), () -> {
                lena.signOn(OWNER, "lena.brandt", Learner.PASSWORD);
                client.logOut("lena.brandt");
            });
            String form = told.poll(10, TimeUnit.SECONDS);
            if (form == null) {
                throw new AssertionError("Keycloak told nobody of the logout");
            }
            return form.substring(form.indexOf('=') + 1);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    private static String noToken() {
        byte[] token = new byte[32];
        RANDOM.nextBytes(token);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** What a core packs for a cell that no line leads to. */
    byte[] carriedFeed() {
        return owners.get(Kind.OPERATOR)
                .getFirst()
                .ask(Asked.of("GET", "/operator/api/feed/file?cell=jp"), "", Map.of())
                .body();
    }

    private String row(String table, String wanted, String column, String value) {
        boolean isId = value.matches("[0-9a-f-]{36}");
        String hex = installation
                .find(
                        "select hex(%s) from mangrove_cell_eu.%s where %s = %s order by %s desc limit 1"
                                .formatted(wanted, table, column, isId ? "unhex(?)" : "?", wanted),
                        isId ? value.replace("-", "") : value)
                .orElseThrow();
        return hex.toLowerCase(Locale.ROOT).replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
    }

    private Visitor visitor() {
        var visitor = installation.visitor();
        visitors.add(visitor);
        return visitor;
    }

    private Party member(String tenant, String enterprise, String user) {
        Visitor visitor = visitor();
        visitor.signOn(tenant, user, Learner.PASSWORD);
        return Party.withCookies(Kind.MEMBER, "/t/" + tenant, enterprise, visitor);
    }

    private Party author(String enterprise, String user) {
        Visitor visitor = visitor();
        visitor.signOnAt("/e/" + enterprise, "/masters", user, Learner.PASSWORD);
        return Party.withCookies(Kind.AUTHOR, "/e/" + enterprise, enterprise, visitor);
    }

    private Party bearer(String tenant, String enterprise, String realm, String user) {
        var token = new FreshToken(new KeycloakClient(installation, realm, "mangrove-" + tenant), tenant, user);
        return Party.withCredential(
                "a bearer token of " + tenant,
                Kind.MEMBER,
                "/t/" + tenant,
                enterprise,
                stranger,
                () -> "Bearer " + token.get(),
                "Bearer nobodys.own.token");
    }

    private Party machine(String tenant, String enterprise) {
        Installation.Answer made = credential(tenant);
        return Party.withCredential(
                "an xAPI credential of " + tenant,
                Kind.MACHINE,
                "/t/" + tenant,
                enterprise,
                stranger,
                () -> basic(made.text("key"), made.text("secret")),
                basic(tenant + "." + UUID.randomUUID(), noToken()));
    }

    private Party cell(String name) {
        return Party.withCredential(
                "the credential of cell " + name,
                Kind.CELL,
                "",
                "",
                stranger,
                () -> "Mangrove-Cell " + name + ":" + installation.feedCredential(name),
                "Mangrove-Cell " + name + ":" + "0".repeat(64));
    }

    private Party operator() {
        return Party.withCredential(
                "an operator's token",
                Kind.OPERATOR,
                "",
                "",
                stranger,
                () -> "Bearer " + installation.operatorToken(),
                "Bearer nobodys.own.token");
    }

    private static String basic(String key, String secret) {
        return "Basic " + Base64.getEncoder().encodeToString((key + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        visitors.forEach(Visitor::close);
    }
}
