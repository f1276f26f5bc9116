package org.mangrove.journeys;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.mangrove.journeys.Belongings.Among;
import org.mangrove.launcher.Distribution;
import org.mangrove.launcher.Stack;

/** What the owner does, and others do for them, so that there is something of each kind that could be reached. */
final class OwnersLife {

    private static final Learner OWNER = Learner.THOMAS;
    private static final String LEFT_OUT =
            "{\"block\":\"report-duty\",\"operation\":\"HIDE\",\"reason\":\"It is said elsewhere\"}";

    private static final String COURSE = DemonstrationCourse.SECURITY.slug();
    private static final String OWN_COURSE = "arbeitsschutz-unterweisung";
    private static final Pattern CODE = Pattern.compile("/verify/([A-Z0-9-]{8,20})");
    private static final Pattern MEDIA = Pattern.compile("/media/([0-9a-f]{64})");
    private static final Pattern BLOBS = Pattern.compile("\"blobs\":\\[\"([0-9a-f]{64})\"");
    private static final Pattern EPOCH = Pattern.compile("\"epoch\":\"([^\"]+)\"");
    private static final Pattern INVITATION = Pattern.compile("token=([A-Za-z0-9_-]+)");

    private final Stack stack;
    private final WholeStack.Site site;
    private final Operator operator;
    private final Rows eu;
    private final Parties parties;
    private final Visitor thomas;
    private final Visitor ingrid;
    private final Visitor oliver;
    private final AskingExperts asking = new AskingExperts("/e/acme", COURSE);
    private final BroughtDocument brought;
    private final Candidates candidates;
    private final LocalTexts texts;
    private final FoundThings found;
    private int changes;

    /**
     * @param thomas the owner's browser, who has signed on
     * @param ingrid the browser of a governor of the owner's enterprise
     * @param oliver the browser of an author of the owner's enterprise
     * @param jonas the browser of an author of the owner's market
     */
    OwnersLife(
            Stack stack,
            WholeStack.Site site,
            Parties parties,
            Visitor thomas,
            Visitor ingrid,
            Visitor oliver,
            Visitor jonas) {
        this.stack = stack;
        this.site = site;
        this.operator = new Operator(stack);
        this.eu = Rows.ofCell(stack, "eu");
        this.parties = parties;
        this.thomas = thomas;
        this.ingrid = ingrid;
        this.oliver = oliver;
        this.brought = new BroughtDocument(oliver, "/e/acme");
        this.candidates = new Candidates(oliver, "/e/acme");
        this.found = new FoundThings(Rows.ofCore(stack), "acme", COURSE);
        this.texts = new LocalTexts(jonas, OWNER.tenant(), COURSE);
    }

    Belongings belongings() {
        String certificate = new TakenCourse(thomas, OWNER, COURSE).pass();
        String media = thomas.go(OWNER.at("/courses/" + COURSE + "/sections/ten-seconds"))
                .find(MEDIA);
        String person = row("learning_completion", "person_id", "id", certificate);
        String statement = statementOf(person);
        return new Belongings()
                .add("course", Among.NOBODY, OWN_COURSE, "never-was-there")
                .add("section", Among.NOBODY, "your-part", "no-part")
                .add("block", Among.NOBODY, "q-defect", "q-nothing")
                .add("certificate", Among.NOBODY, certificate, id())
                .add(
                        "code",
                        Among.NOBODY,
                        thomas.go(OWNER.at("/certificates/" + certificate)).find(CODE),
                        "ABCD-EFGH-JKLM")
                .add("digest", Among.ITS_ENTERPRISE, media, "0".repeat(64))
                .add("master", Among.ITS_ENTERPRISE, COURSE, "never-was-there")
                .add("market", Among.ITS_ENTERPRISE, OWNER.tenant(), "nobodys-market")
                .add("statement", Among.NOBODY, statement, id())
                .add(
                        "registration",
                        Among.NOBODY,
                        row("records_statement", "registration", "statement_id", statement),
                        id())
                .add("actor", Among.NOBODY, person, id())
                .add("hosted", Among.NOBODY, "borealis", "nobodys")
                .add("epoch", Among.NOBODY, epochOf("borealis"), id())
                .add("hosted-digest", Among.NOBODY, digestOf("borealis"), "0".repeat(64))
                .add("acme-digest", Among.EVERYBODY, digestOf("acme"), "0".repeat(64))
                .add("invitation", Among.NOBODY, this::invitation, Parties::noToken)
                .add("logout-token", Among.NOBODY, this::logoutToken, Parties::noToken)
                .add("key", Among.NOBODY, this::key, () -> OWNER.tenant() + "." + UUID.randomUUID())
                .add("credential", Among.NOBODY, this::credential, OwnersLife::id)
                .add("forwarder", Among.NOBODY, this::forwarder, OwnersLife::id)
                .add("erasure", Among.NOBODY, this::erasure, OwnersLife::id)
                .add("person", Among.NOBODY, colleague(), id())
                .add("change", Among.NOBODY, this::roleChange, OwnersLife::id)
                .add("own-erasure", Among.NOBODY, this::ownErasure, OwnersLife::id)
                .add("asked-erasure", Among.NOBODY, this::askedErasure, OwnersLife::id)
                .add("hold", Among.NOBODY, this::hold, OwnersLife::id)
                .add("export", Among.NOBODY, export(), id())
                .add("draft", Among.NOBODY, brought.complete(), id())
                .add("bare-draft", Among.NOBODY, brought.bring(), id())
                .add("manuscript", Among.ITS_ENTERPRISE, () -> begun().id(), OwnersLife::id)
                .add("pictured", Among.ITS_ENTERPRISE, pictured(), id())
                .add("thrown-away", Among.ITS_ENTERPRISE, this::thrownAway, OwnersLife::id)
                .add("picture", Among.NOBODY, BroughtDocument.pictureDigest(), "0".repeat(64))
                .add("lock", Among.ITS_ENTERPRISE, this::lock, OwnersLife::id)
                .add("claim", Among.ITS_ENTERPRISE, this::claim, OwnersLife::id)
                .add("law-change", Among.ITS_ENTERPRISE, this::lawChange, OwnersLife::id)
                .add("waiver", Among.ITS_ENTERPRISE, this::waiver, OwnersLife::id)
                .add("retirement", Among.ITS_ENTERPRISE, this::retirement, OwnersLife::id)
                .plain("review", RetirementForm.REVIEW)
                .add("submission", Among.ITS_ENTERPRISE, this::submission, OwnersLife::id)
                .add("candidate", Among.NOBODY, () -> candidates.begin(Candidates.safety()), OwnersLife::id)
                .plain("candidate-seen", candidateSeen())
                .add("seat", Among.ITS_ENTERPRISE, this::seat, OwnersLife::id)
                .add("seatless", Among.ITS_ENTERPRISE, this::seatless, OwnersLife::id)
                .add("ask", Among.ITS_ENTERPRISE, this::ask, OwnersLife::id)
                .add("expert", Among.ITS_ENTERPRISE, this::expert, OwnersLife::id)
                .add("component", Among.ITS_ENTERPRISE, "storyline-studio", "never-was-there")
                .add("new-owner", Among.ITS_ENTERPRISE, OwnersLife::id, OwnersLife::id)
                .add("new-component", Among.ITS_ENTERPRISE, () -> "tool-" + id(), () -> "tool-" + id())
                .add("finding", Among.ITS_ENTERPRISE, found::finding, OwnersLife::id)
                .add("act", Among.ITS_ENTERPRISE, found::task, OwnersLife::id)
                .add("offer", Among.NOBODY, this::offer, OwnersLife::id)
                .add("sharing", Among.NOBODY, this::sharing, OwnersLife::id)
                .add("agreement", Among.NOBODY, this::agreement, OwnersLife::id)
                .add("proposal", Among.ITS_ENTERPRISE, this::proposal, OwnersLife::id)
                .add("package", Among.ITS_ENTERPRISE, this::foreignPackage, () -> "never-was-there")
                .add("attempt", Among.NOBODY, this::packageAttempt, OwnersLife::id)
                .add("package-file", Among.ITS_ENTERPRISE, this::packageFile, () -> "0".repeat(64))
                .add("new-package", Among.ITS_ENTERPRISE, () -> "p-" + id(), () -> "p-" + id())
                .add("package-lock", Among.ITS_ENTERPRISE, this::packageLock, OwnersLife::id)
                .add("package-claim", Among.ITS_ENTERPRISE, this::packageClaim, OwnersLife::id)
                .add("package-seen", Among.EVERYBODY, this::packageSeen, this::packageSeen)
                .add("package-region-seen", Among.EVERYBODY, this::packageRegionSeen, this::packageRegionSeen)
                .add("package-version-seen", Among.EVERYBODY, this::packageVersionSeen, this::packageVersionSeen)
                .add("policy-lock", Among.ITS_ENTERPRISE, this::policyLock, OwnersLife::id)
                .add("policy-seen", Among.EVERYBODY, this::policySeen, this::policySeen)
                .add("region-seen", Among.EVERYBODY, this::regionSeen, this::regionSeen)
                .add("version-seen", Among.EVERYBODY, this::versionSeen, this::versionSeen)
                .add("subject", Among.EVERYBODY, OwnersLife::id, OwnersLife::id)
                .add("seen", Among.EVERYBODY, texts::seen, texts::seen)
                .plain("purpose", "peer-profile")
                .plain("number", "1");
    }

    /** Answers all questions of the owner's own course, and wrongly. */
    void fail() {
        String course = OWNER.at("/courses/" + OWN_COURSE);
        var written = new WrittenAnswers(
                Distribution.found()
                        .project()
                        .resolve("plugins/de-arbeitsschutz/src/main/resources/courses/" + OWN_COURSE),
                OWNER);
        for (WrittenAnswers.Section section : written.sections()) {
            section.wrong().forEach((block, answer) -> thomas.submit(course + "/blocks/" + block + "/answer", answer));
            thomas.submit(course + "/sections/" + section.id() + "/done", Map.of());
        }
    }

    /** What a core packs for a cell that no line leads to. */
    byte[] carriedFeed() {
        return operator.get("/operator/api/feed/file?cell=jp").must().body();
    }

    /** One that lets everything be as it is. */
    private String lock() {
        return made("locks", RulesForm.lock("report-duty", "OPEN", 30), "lineage_lock");
    }

    private String claim() {
        return made("claims", RulesForm.claim("report-duty/body", "*", RulesForm.FAR_AHEAD), "lineage_claim");
    }

    /** Announced long before anybody notices; the owner's cell has heard of it. */
    private String lawChange() {
        made(
                "claims",
                RulesForm.claim("report-duty/body", "DE", RulesForm.FAR_AHEAD, LawForm.REFERENCE),
                "lineage_claim");
        ingrid.send("/e/acme/law-changes", LawForm.of(LawForm.REFERENCE, LawForm.FAR_AHEAD));
        String hex = Rows.ofCore(stack).text("select hex(id) from regulation_change order by id desc limit 1");
        Patience.USUAL.until(
                "the cell has heard of the change",
                () -> eu.number("select count(*) from regulation_change_copy where id = unhex(?)", hex),
                count -> count == 1);
        return id(hex);
    }

    private DraftedCourse begun() {
        return DraftedCourse.begun(brought.author(), "/e/acme");
    }

    private String pictured() {
        DraftedCourse draft = begun();
        draft.attach(draft.insert("image", "section.part-1"), "black.png", BroughtDocument.picture());
        return draft.id();
    }

    private String thrownAway() {
        DraftedCourse draft = begun();
        draft.act("discarding", Map.of());
        return draft.id();
    }

    /** Long before anybody notices; the owner's cell has heard of it. */
    private String retirement() {
        ingrid.send(
                "/e/acme/masters/" + COURSE + "/retirement",
                RetirementForm.of(RetirementForm.FAR_AHEAD, "ORDINARY", ""));
        String hex = Rows.ofCore(stack)
                .text("select hex(id) from content_retirement where course_slug = ? and taken_back_at is null", COURSE);
        Patience.USUAL.until(
                "the cell has heard of the retirement",
                () -> eu.number(
                        "select count(*) from content_retirement_copy where document like ?", "%" + id(hex) + "%"),
                count -> count == 1);
        return id(hex);
    }

    /** Something of the owner's market that waits for an answer. */
    private String offer() {
        String id = id();
        eu.change(
                "insert into adaptation_offer (tenant_id, id, course_slug, subject, document, state, answer, offered_at)"
                        + " select tenant_id, unhex(?), ?, 'report-duty/heading', ?, 'OPEN', '', now(6) from tenancy_tenant"
                        + " where slug = ?",
                id.replace("-", ""),
                COURSE,
                OfferedText.of(id, OWNER.tenant(), COURSE),
                OWNER.tenant());
        return id;
    }

    /** Something that the owner's market lets headquarters read. */
    private String sharing() {
        String id = id();
        eu.change(
                "insert into adaptation_sharing (tenant_id, id, course_slug, subject, audience, reason, ends_at, shared_at)"
                        + " select tenant_id, unhex(?), ?, 'report-duty/heading', 'HEADQUARTERS', 'For all to read',"
                        + " '2031-01-31', now(6) from tenancy_tenant where slug = ?",
                id.replace("-", ""),
                COURSE,
                OWNER.tenant());
        return id;
    }

    /** Words of the owner's market that wait for somebody there to agree; nobody knows any more who wrote them. */
    private String agreement() {
        String id = id();
        eu.change(
                "insert into adaptation_agreement (tenant_id, id, course_slug, subject, digest, document, state, asked_at,"
                        + " due_at, answer) select tenant_id, unhex(?), ?, 'report-duty hidden', sha2(?, 256), ?, 'OPEN',"
                        + " now(6), '2031-01-31', '' from tenancy_tenant where slug = ?",
                id.replace("-", ""),
                COURSE,
                LEFT_OUT,
                LEFT_OUT,
                OWNER.tenant());
        return id;
    }

    /** The same, as the owner's enterprise has heard of it. */
    private String proposal() {
        String id = id();
        OfferedText.heard(Rows.ofCore(stack), id, OWNER.tenant(), COURSE);
        return id;
    }

    /** Nothing is given up any more. */
    void goOnWithTheCourse() {
        ingrid.send(
                "/e/acme/masters/" + COURSE + "/retirement/taking-back",
                RetirementForm.because("It is needed after all"));
    }

    private String policyLock() {
        ingrid.submit(
                "/e/acme/governance/policies/quality/locks", PolicyForm.lock("byte-budget/line-kilobits", "OPEN"));
        return id(Rows.ofCore(stack).text("select hex(id) from lineage_lock order by id desc limit 1"));
    }

    /** One of other hands, published by the owner's enterprise; the owner's cell has it. */
    private String foreignPackage() {
        String slug = ForeignPackage.SAMPLE;
        if (Rows.ofCore(stack).number("select count(*) from packages_version where package_slug = ?", slug) == 0) {
            oliver.go("/e/acme/governance/packages");
            oliver.submit(
                    "/e/acme/governance/packages", ForeignPackage.firstVersion(slug, Map.of("en", packageFile())));
        }
        Patience.USUAL.until(
                "the cell has the package",
                () -> eu.number("select count(*) from packages_version_copy where package_slug = ?", slug),
                count -> count > 0);
        return slug;
    }

    private String packageFile() {
        Rows core = Rows.ofCore(stack);
        String sample = "select f.digest from packages_file f join tenancy_enterprise e"
                + " on e.enterprise_id = f.enterprise_id where e.slug = 'acme' and f.document like '%Sample package%'";
        if (core.find(sample).isEmpty()) {
            oliver.go("/e/acme/governance/packages");
            oliver.upload(
                    "/e/acme/governance/packages/files",
                    "package.zip",
                    ForeignPackage.titled("Sample package"),
                    Map.of("language", "en"));
        }
        return core.text(sample);
    }

    private String packageAttempt() {
        thomas.go(OWNER.at("/packages"));
        thomas.send(OWNER.at("/packages/" + foreignPackage() + "/attempts"), Map.of());
        return id(eu.text("select hex(id) from packages_attempt order by id desc limit 1"));
    }

    private String packageLock() {
        ingrid.go("/e/acme/governance/packages/" + foreignPackage());
        ingrid.send("/e/acme/governance/packages/" + foreignPackage() + "/locks", ForeignPackage.lock("OPEN"));
        return id(Rows.ofCore(stack).text("select hex(id) from lineage_lock order by id desc limit 1"));
    }

    private String packageClaim() {
        ingrid.go("/e/acme/governance/packages/" + foreignPackage());
        ingrid.send("/e/acme/governance/packages/" + foreignPackage() + "/claims", ForeignPackage.claim("*"));
        return id(Rows.ofCore(stack).text("select hex(id) from lineage_claim order by id desc limit 1"));
    }

    private String packageSeen() {
        return eu.text(
                "select coalesce(max(o.revision), 0) from lineage_local_overlay o join tenancy_tenant t"
                        + " on t.tenant_id = o.tenant_id where t.slug = ? and o.asset_slug = ?",
                OWNER.tenant(),
                "package." + ForeignPackage.SAMPLE);
    }

    private String packageRegionSeen() {
        return Rows.ofCore(stack)
                .text(
                        "select coalesce(max(revision), 0) from packages_overlay where space_slug = 'emea'"
                                + " and package_slug = ?",
                        ForeignPackage.SAMPLE);
    }

    private String packageVersionSeen() {
        return Rows.ofCore(stack)
                .text(
                        "select coalesce(max(number), 0) from packages_version where package_slug = ?",
                        ForeignPackage.SAMPLE);
    }

    /** How often the owner's market has chosen figures of the quality policy. */
    private String policySeen() {
        return eu.text(
                "select coalesce(max(o.revision), 0) from lineage_local_overlay o join tenancy_tenant t"
                        + " on t.tenant_id = o.tenant_id where t.slug = ? and o.asset_slug = 'policy.quality'",
                OWNER.tenant());
    }

    private String regionSeen() {
        return Rows.ofCore(stack)
                .text("select coalesce(max(revision), 0) from policy_overlay where space_slug = 'emea'"
                        + " and policy_slug = 'quality'");
    }

    private String versionSeen() {
        return Rows.ofCore(stack)
                .text(
                        "select max(v.number) from policy_version v join tenancy_enterprise e"
                                + " on e.enterprise_id = v.enterprise_id where e.slug = 'acme' and v.policy_slug = 'deadlines'");
    }

    private String waiver() {
        ingrid.submit("/e/acme/masters/" + COURSE + "/quality/waivers", WaiverForm.of("byte-budget"));
        return id(Rows.ofCore(stack).text("select hex(id) from quality_waiver order by id desc limit 1"));
    }

    /** One that was put forward, in a lane of which its author sits. */
    private String submission() {
        seat();
        String id = candidates.begin(Candidates.safety());
        candidates.putForward(id);
        return id;
    }

    private String candidateSeen() {
        return candidates.seen(candidates.begin(Candidates.safety()));
    }

    /** An author's own. */
    private String seat() {
        Rows core = Rows.ofCore(stack);
        String own =
                "select hex(s.id) from approval_seat s join identity_core_member m on m.enterprise_id = s.enterprise_id"
                        + " and m.id = s.actor_id where m.byline = 'Oliver Stein' and s.lane = 'SUBJECT_EXPERT'"
                        + " and s.lent_by is null and s.ended_at is null";
        if (core.find(own).isEmpty()) {
            ingrid.go("/e/acme/approvals/rights");
            ingrid.submit(
                    "/e/acme/approvals/rights/seats",
                    Candidates.seat("subject-expert", Candidates.actor(core, "Oliver Stein")));
        }
        return id(core.text(own));
    }

    /** A governor who sits in no lane. */
    private String seatless() {
        Rows core = Rows.ofCore(stack);
        String actor = Candidates.actor(core, "Ingrid Falk");
        core.change("update approval_seat set ended_at = given_at, ended_by = given_by where ended_at is null"
                + " and actor_id = unhex('" + actor.replace("-", "") + "')");
        return actor;
    }

    /** The author of the house, who says what they know each time: the example before may have taken it back. */
    private String expert() {
        asking.become(oliver, "awareness", 2_400).must();
        return asking.offered(ingrid);
    }

    private String ask() {
        asking.askForWording(ingrid, expert(), "awareness", "subject", "report-duty/heading", "Report it now")
                .must();
        return asking.newest(ingrid);
    }

    private String made(String what, Map<String, List<String>> form, String table) {
        ingrid.submit("/e/acme/masters/" + COURSE + "/rules/" + what, form);
        return id(Rows.ofCore(stack).text("select hex(id) from " + table + " order by id desc limit 1"));
    }

    private String invitation() {
        return operator.post("/operator/api/tenants/%s/admin-invitations".formatted(OWNER.tenant()))
                .must()
                .find(INVITATION);
    }

    private String key() {
        return parties.credential(OWNER.tenant()).text("key");
    }

    private String credential() {
        return key().substring(OWNER.tenant().length() + 1);
    }

    /** One that sends to where nobody listens. */
    private String forwarder() {
        String sql = "select hex(id) from forwarding_forwarder where removed_at is null order by id desc limit 1";
        if (eu.find(sql).isEmpty()) {
            thomas.submit(OWNER.at("/admin/forwarders"), Forwarding.to("http://127.0.0.1:1/xapi", "", ""));
        }
        return id(eu.text(sql));
    }

    /** What somebody has to ask of whoever runs the other store. */
    private String erasure() {
        String forwarder = forwarder();
        String sql = "select hex(id) from forwarding_erasure where forwarder_id = unhex(?) limit 1";
        String hex = forwarder.replace("-", "");
        if (eu.find(sql, hex).isEmpty()) {
            eu.change(
                    "insert into forwarding_erasure (tenant_id, id, forwarder_id, subject, state, answer, note)"
                            + " select tenant_id, unhex(replace(uuid(), '-', '')), id, id, 'BY_HAND', '', ''"
                            + " from forwarding_forwarder where id = unhex(?)",
                    hex);
        }
        return id(eu.text(sql, hex));
    }

    /** What the owner has asked for and may withdraw. */
    private String ownErasure() {
        thomas.submit(OWNER.at("/my-data/known/erasure"), Map.of("sure", List.of("yes")));
        return id(eu.text("select hex(id) from privacy_request where kind = 'ERASURE' and origin = 'SELF'"
                + " and state = 'ASKED' order by id desc limit 1"));
    }

    /** Of somebody whom nobody knows, to be decided. */
    private String askedErasure() {
        thomas.submit(
                OWNER.at("/admin/privacy/requests"), Map.of("emails", List.of("nobody." + id() + "@example.org")));
        return id(eu.text("select hex(id) from privacy_request where origin = 'ADMIN' order by id desc limit 1"));
    }

    private String hold() {
        thomas.submit(
                OWNER.at("/admin/privacy/holds"),
                Map.of("emails", List.of("nobody.known@example.org"), "reason", List.of("A dispute")));
        return id(eu.text("select hex(id) from privacy_hold order by id desc limit 1"));
    }

    /** One of the owner that can be had: others' may be ready before. */
    private String export() {
        thomas.submit(OWNER.at("/my-data/known/export"), Map.of());
        String hex = eu.text(
                "select hex(r.id) from privacy_request r"
                        + " join identity_person p on p.tenant_id = r.tenant_id and p.id = r.person_id"
                        + " where r.kind = 'EXPORT' and p.email = 'thomas.albrecht@acme-de.example' order by r.id desc limit 1");
        Patience.USUAL.until(
                "the export is ready",
                () -> eu.text("select state from privacy_request where id = unhex(?)", hex),
                "READY"::equals);
        return id(hex);
    }

    private String colleague() {
        return row("identity_person", "id", "email", "sabine.krueger@acme-de.example");
    }

    /** What the admin has just changed about a colleague, who may do one thing more and less by turns. */
    private String roleChange() {
        String colleague = colleague();
        changes++;
        thomas.submit(
                OWNER.at("/people/" + colleague + "/roles"),
                Map.of("role", changes % 2 == 0 ? List.of("LEARNER") : List.of("LEARNER", "REVIEWER", "ANALYST")));
        return row("identity_role_change", "id", "person_id", colleague);
    }

    private String epochOf(String enterprise) {
        return entriesOf(enterprise, "").find(EPOCH);
    }

    /** A file that the enterprise's courses show. */
    private String digestOf(String enterprise) {
        return entriesOf(enterprise, "?epoch=" + epochOf(enterprise)).find(BLOBS);
    }

    private Answer entriesOf(String enterprise, String query) {
        return parties.cell("jp")
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
                var lena = new Visitor(site, "de")) {
            var client = new KeycloakClient(stack, "acme-eu", OWNER.tenant());
            client.tellLogoutsTo(ear.address(), () -> {
                lena.signOn(Learner.LENA);
                client.logOut(Learner.LENA.user());
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

    /** The id that stands last in a column of the owner's cell. */
    /** Their latest one: who did it is sealed, in which enrolment is not. */
    private String statementOf(String person) {
        return id(eu.text(
                "select hex(s.statement_id) from records_statement s join learning_enrolment e"
                        + " on e.tenant_id = s.tenant_id and e.id = s.registration where e.person_id = unhex(?)"
                        + " order by s.position desc limit 1",
                person.replace("-", "")));
    }

    private String row(String table, String wanted, String column, String value) {
        boolean isId = value.matches("[0-9a-f-]{36}");
        return id(eu.text(
                "select hex(%s) from %s where %s = %s order by %s desc limit 1"
                        .formatted(wanted, table, column, isId ? "unhex(?)" : "?", wanted),
                isId ? value.replace("-", "") : value));
    }

    private static String id(String hex) {
        return hex.toLowerCase(Locale.ROOT).replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }
}
