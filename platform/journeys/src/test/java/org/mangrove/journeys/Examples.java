package org.mangrove.journeys;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.mangrove.journeys.Party.Kind;

/**
 * How each route is asked by an owner. A new route needs a line here; what it names of somebody's, as {@code {certificate}}, is
 * one of the {@link Belongings}.
 *
 * @param failTheCourse makes the owner of the course somebody who may try again
 * @param goOnWithTheCourse takes back that the owner's course is given up, if it is
 * @param carriedFeed what a core packs for a cell that no line leads to
 */
record Examples(URI site, Runnable failTheCourse, Runnable goOnWithTheCourse, Supplier<byte[]> carriedFeed) {

    /** What is told there changes from one question to the next. */
    static final String MEASURES = "/metrics";

    /** What a cell would draw anew for each answer. */
    static final String CHALLENGE = "0123456789abcdef0123456789abcdef";

    private static final byte[] PLAIN = DemonstrationCourse.FEEDBACK.files().zipped();

    private static final String TENANT = "/t/" + Neighbourhood.OWNER;
    private static final String CORE = "/e/" + Neighbourhood.ENTERPRISE;

    /**
     * Something that is asked by an owner, but names what is another's.
     *
     * @param nobodys the same, with a name that nobody has
     */
    record Reach(Kind kind, String place, Asked anothers, Asked nobodys) {}

    /** What an owner cannot reach from their own place: it reads as if it had never been. */
    List<Reach> beyond() {
        String version = "/masters/information-security-essentials/versions/1?market=";
        String packages = "/operator/api/enterprises/%s/course-packages";
        return List.of(
                new Reach(
                        Kind.AUTHOR,
                        CORE,
                        Asked.of("GET", version + "borealis-de"),
                        Asked.of("GET", version + "nobodys-de")),
                new Reach(
                        Kind.AUTHOR,
                        CORE,
                        Asked.of("POST", "/masters").upload("package", withOverlay("borealis-de")),
                        Asked.of("POST", "/masters").upload("package", withOverlay("nobodys-de"))),
                new Reach(
                        Kind.OPERATOR,
                        "",
                        Asked.of("POST", packages.formatted("nobodys")).body("application/zip", PLAIN),
                        Asked.of("POST", packages.formatted("no-one")).body("application/zip", PLAIN)));
    }

    /** The course, changed for a market. */
    private static byte[] withOverlay(String market) {
        String overlay = """
                space: %s
                changes:
                  - operation: SET
                    block: report-duty
                    reason: A market of its own.
                    words:
                      en:
                        heading: Another
                """.formatted(market);
        return DemonstrationCourse.SECURITY
                .files()
                .withFile("overlays/" + market + ".yaml", overlay)
                .zipped();
    }

    private static final String ONE_ACCOUNT = """
            accounts:
              - user: lena.brandt
                given: Lena
                family: Brandt
                email: lena.brandt@acme-de.example
                tenants:
                  acme-de: [learner]
            """;

    /** One example at least of each route; in the order in which the owner can ask them. */
    List<Example> all() {
        String course = "/courses/{course}";
        String local = "/adaptations/{master}";
        String state = "/xapi/activities/state?activityId=" + activity("{course}") + "&agent=" + agent("{actor}")
                + "&stateId=place";
        String ofSomebody = "/xapi/agents/profile?agent=" + agent("{actor}") + "&profileId=taste";
        String ofActivity = "/xapi/activities/profile?activityId=" + activity("{course}") + "&profileId=taste";
        byte[] zip = DemonstrationCourse.SECURITY.files().zipped();
        byte[] plugin = new BuiltPlugin("jp-working-style").bytes();
        return List.of(
                member("GET", "/", 303),
                member("GET", "/catalogue", 200),
                member("GET", "/learning", 200),
                member("GET", course, 200),
                form(course + "/enrolment", ""),
                member("GET", course + "/sections/{section}", 200),
                form(course + "/blocks/{block}/answer", "answer=a"),
                form(course + "/sections/{section}/done", ""),
                member("GET", course + "/result", 200),
                form(course + "/attempts", "").after(failTheCourse),
                member("GET", "/transcript", 200),
                member("GET", "/transcript/csv", 200),
                member("GET", "/certificates/{certificate}", 200),
                member("GET", "/certificates/{certificate}/pdf", 200),
                member("GET", "/media/{digest}", 200),
                member("GET", "/my-data", 200),
                form("/my-data/{purpose}", "say=yes"),
                member("GET", "/my-data/mail", 200),
                form("/my-data/mail", "kind=duty&kind=late"),
                member("GET", "/admin/mail", 200),
                form("/admin/mail", "from=08:00&until=17:00&day=monday"),
                member("GET", "/my-data/known", 200),
                form("/my-data/known/export", ""),
                form("/my-data/known/erasure", "sure=yes"),
                form("/my-data/known/requests/{own-erasure}/withdrawal", ""),
                member("GET", "/my-data/known/requests/{export}/file", 200),
                member("GET", "/admin/privacy", 200),
                member("GET", "/admin/privacy/csv", 200),
                member("GET", "/admin/privacy/requests/{asked-erasure}", 200),
                form("/admin/privacy/requests/{asked-erasure}/decision", "say=refuse&reason=No"),
                form("/admin/privacy/requests", "emails=nobody.known@example.org"),
                member("GET", "/admin/privacy/holds", 200),
                form("/admin/privacy/holds", "emails=nobody.known@example.org&reason=Dispute"),
                form("/admin/privacy/holds/{hold}/lifting", "reason=Over"),
                member("GET", "/admin/privacy/retention", 200),
                form("/admin/privacy/retention/runs", "say=count"),
                editor("GET", "/adaptations", 200),
                editor("GET", local, 200),
                editor("GET", local + "/texts/report-duty/heading", 200),
                edited(local + "/texts/report-duty/heading", "words.de=Unsere+Worte&reason=So+ist+es", 303),
                editor("GET", local + "/offers/texts/report-duty/heading", 200),
                edited(local + "/offers/texts/report-duty/heading", "credit=market", 303),
                edited(local + "/offers/{offer}/withdrawal", "", 303),
                editor("GET", local + "/sharing", 200),
                edited(local + "/sharing", "subject=&audience=headquarters&reason=For+all&until=2031-01-31", 303),
                edited(local + "/sharing/{sharing}/ending", "", 303),
                edited(local + "/sharing/taking-over", "sharing={sharing}&block=no-such&field=body", 404),
                editor("GET", "/adaptations/agreements", 200),
                edited("/adaptations/agreements/agreeing", "agree={agreement}:0", 400),
                edited("/adaptations/agreements/{agreement}/declining", "reason=So+nicht", 303),
                edited("/adaptations/agreements/{agreement}/withdrawal", "", 303),
                edited(local + "/keeping", "subject=report-duty/heading&reason=So+ist+es", 409),
                edited(local + "/joining", "", 409),
                edited(local + "/accepting", "subject=report-duty/heading&reason=So+ist+es", 303),
                edited(local + "/leaving-out", "block=keep-traces&reason=So+ist+es", 303),
                edited(local + "/insertions", "after=keep-traces&body.de=Unseres&reason=So+ist+es", 303),
                edited(local + "/moving", "block=keep-traces&direction=down&reason=So+ist+es", 303),
                editor("GET", local + "/questions", 200),
                edited(
                        local + "/questions",
                        "after=keep-traces&kind=single&prompt.de=Wen&text.a.de=Uns&text.b.de=Keinen&right=a&reason=So+ist+es",
                        303),
                editor("GET", local + "/questions/q-share", 200),
                edited(local + "/questions/q-share", "right=b&reason=So+ist+es", 303),
                edited(local + "/restoring", "revision=0&reason=So+ist+es", 303),
                edited(
                        local + "/retirement",
                        "retirement={retirement}&choice=KEEP&reason=So+ist+es&reviewOn={review}",
                        303),
                edited(local + "/staying", "reason=So+ist+es&reviewOn={review}", 303),
                edited(local + "/pinning", "version=0&until=2031-01-01&reason=So+ist+es", 400),
                edited(local + "/following", "reason=So+ist+es", 409),
                edited(local + "/attaching", "reason=So+ist+es", 409),
                edited(local + "/retirement", "retirement={retirement}&choice=FOLLOW", 303),
                member("GET", "/packages", 200),
                form("/packages/{package}/attempts", "anew=yes"),
                member("GET", "/packages/{package}/attempt", 200),
                example(
                        Kind.MEMBER,
                        TENANT,
                        Asked.of("POST", "/packages/{package}/attempts/{attempt}")
                                .form("values={}"),
                        204),
                editor("GET", "/package-desk", 200),
                example(
                        Kind.EDITOR,
                        TENANT,
                        Asked.of("POST", "/package-desk/files").upload("file", new byte[] {1}),
                        400),
                editor("GET", "/package-desk/{package}", 200),
                packed("/replacing", "variant.fr={package-file}&reason=So+ist+es", 303),
                packed("/keeping", "reason=So+ist+es", 409),
                packed("/giving-up", "reason=So+ist+es", 303),
                packed("/restoring", "revision=1&reason=So+ist+es", 303),
                editor("GET", "/policies", 200),
                editor("GET", "/policies/quality?figure=reading-level/de", 200),
                chosen("/figures", "subject=reading-level/de&value=75&reason=So+ist+es", 303),
                chosen("/keeping", "subject=reading-level/de&reason=So+ist+es", 409),
                chosen("/giving-up", "subject=reading-level/de&reason=So+ist+es", 303),
                edited(local + "/texts/report-duty/heading/judging", "words.de=Unsere+Worte", 200),
                editor("GET", "/decisions", 200),
                editor("GET", "/decisions/log", 200),
                member("GET", "/decisions", 200),
                member("GET", "/law-proofs", 200),
                member("GET", "/law-proofs/{law-change}", 200),
                member("GET", "/law-proofs/{law-change}/pack", 200),
                example(
                        Kind.MEMBER,
                        TENANT,
                        Asked.of("POST", "/law-proofs/verification").upload("file", new byte[] {1}),
                        200),
                member("GET", "/tenants", 200).withoutTelling(TENANT + "/sign-on"),
                member("GET", "/people", 200),
                member("GET", "/people/{person}?changed={change}", 200),
                form("/people/{person}/roles", "role=LEARNER&role=REVIEWER"),
                form("/people/{person}/roles/{change}/undo", ""),
                member("GET", "/admin/statements", 200),
                member("GET", "/admin/statements/{statement}", 200),
                member("GET", "/admin/xapi-credentials", 200),
                member("GET", "/admin/sources", 200),
                member("GET", "/admin/xapi-credentials/new", 200),
                member("GET", "/admin/xapi-credentials/{credential}", 200),
                example(
                        Kind.MEMBER,
                        TENANT,
                        Asked.of("POST", "/admin/xapi-credentials")
                                .form("title=Warehouse&scope=state&component=" + Forwarding.SYSTEM),
                        200),
                form("/admin/xapi-credentials/{credential}/component", "component=" + Forwarding.SYSTEM),
                form("/admin/xapi-credentials/{credential}/revoke", ""),
                member("GET", "/admin/components", 200),
                member("GET", "/admin/forwarders", 200),
                member("GET", "/admin/forwarders/new", 200),
                form("/admin/forwarders", Forwarding.written("http://127.0.0.1:1/xapi", "", "")),
                member("GET", "/admin/forwarders/{forwarder}", 200),
                member("GET", "/admin/forwarders/{forwarder}/edit", 200),
                form("/admin/forwarders/{forwarder}", Forwarding.written("http://127.0.0.1:1/xapi", "", "")),
                form("/admin/forwarders/{forwarder}/resume", ""),
                form("/admin/forwarders/{forwarder}/pause", ""),
                form("/admin/forwarders/{forwarder}/replays", "from=2026-01-01"),
                form("/admin/forwarders/{forwarder}/again", ""),
                form("/admin/forwarders/{forwarder}/dropped", ""),
                member("GET", "/admin/forwarded-erasures", 200),
                form("/admin/forwarded-erasures/{erasure}/again", ""),
                form("/admin/forwarded-erasures/{erasure}/done", "note=Confirmed"),
                form("/admin/forwarders/{forwarder}/removed", ""),
                member("GET", "/admin/dead-letters", 200),
                form("/admin/dead-letters/again", ""),
                form("/admin/dead-letters/dropped", "letter=rollups"),
                member("GET", "/invitation?token={invitation}", 200),
                form("/invitation", "token={invitation}"),
                form("/language", "language=de&back=/catalogue"),
                author("GET", "/", 303),
                author("GET", "/masters", 200),
                author("GET", "/masters/{master}", 200),
                author("GET", "/masters/{master}/versions/{number}?market={market}", 200),
                author("GET", "/masters/{master}/versions/{number}?market=acme-at", 200)
                        .withoutTelling("72 Stunden, auch am Wochenende"),
                author("GET", "/masters/{master}/versions/{number}?market=nobodys", 200)
                        .withoutTelling("Eine Stelle in zwei Städten"),
                author("GET", "/masters/{master}/rules", 200),
                governor(
                        "/masters/{master}/rules/locks",
                        "space=global&target=report-duty&hold=OPEN&grace=30&decider=Ingrid&reason=One+voice"),
                governor("/masters/{master}/rules/locks/{lock}/lifting", ""),
                governor(
                        "/masters/{master}/rules/claims",
                        "target=report-duty/body&jurisdiction=*&legalReference=Art.+33&validUntil="
                                + RulesForm.FAR_AHEAD),
                governor("/masters/{master}/rules/claims/{claim}/taking-back", ""),
                author("GET", "/masters/{master}/retirement", 200),
                drafted("/masters/{master}/retirement/taking-back?of={retirement}", "reason=Needed+after+all", 303),
                drafted(
                                "/masters/{master}/retirement",
                                "since={review}&lastDay={review}&grounds=ORDINARY&successor=&reason=Better",
                                303)
                        .after(goOnWithTheCourse),
                drafted("/masters/{master}/retirement/taking-back?of={retirement}", "reason=Needed+after+all", 303),
                author("GET", "/proposals", 200),
                author("GET", "/proposals/{proposal}", 200),
                drafted("/proposals/{proposal}/acceptance", "answer=Of+no+kind", 400),
                drafted("/proposals/{proposal}/declining", "answer=Not+for+all", 303),
                author("GET", "/markets?concern=waiting", 200),
                author("GET", "/markets/export", 200),
                author("GET", "/markets/shared/{master}", 200),
                author("GET", "/masters/{master}/quality", 200),
                governor(
                        "/masters/{master}/quality/waivers",
                        "criterion=byte-budget&reason=A+fast+line&lastDay=" + WaiverForm.LAST_DAY),
                governor("/masters/{master}/quality/waivers/{waiver}/taking-back", ""),
                author("GET", "/governance/packages", 200),
                author("GET", "/governance/packages/{package}", 200),
                example(
                        Kind.AUTHOR,
                        CORE,
                        Asked.of("POST", "/governance/packages/files").upload("file", new byte[] {1}),
                        400),
                drafted("/governance/packages", ForeignPackage.FIRST, 303),
                drafted("/governance/packages/{package}/versions", ForeignPackage.NEXT, 303),
                drafted(
                        "/governance/packages/{package}/regions/emea/replacing",
                        "seen={package-region-seen}&variant.fr={package-file}&reason=All+of+them",
                        303),
                drafted(
                        "/governance/packages/{package}/regions/emea/keeping",
                        "seen={package-region-seen}&reason=Seen",
                        409),
                drafted(
                        "/governance/packages/{package}/regions/emea/giving-up",
                        "seen={package-region-seen}&reason=No+more",
                        303),
                governor("/governance/packages/{package}/locks", ForeignPackage.LOCK),
                governor("/governance/packages/{package}/locks/{package-lock}/lifting", ""),
                governor(
                        "/governance/packages/{package}/claims",
                        "jurisdiction=*&legalReference=Art.+33&validUntil=" + RulesForm.FAR_AHEAD),
                governor("/governance/packages/{package}/claims/{package-claim}/taking-back", ""),
                author("GET", "/governance/policies", 200),
                author("GET", "/governance/policies/quality?figure=reading-level/en", 200),
                governor("/governance/policies/deadlines/versions", PolicyForm.anExample()),
                governor(
                        "/governance/policies/quality/regions/emea/figures",
                        "seen={region-seen}&subject=claims-in-time/days&value=90&reason=Early"),
                example(
                        Kind.GOVERNOR,
                        CORE,
                        Asked.of("POST", "/governance/policies/quality/regions/emea/keeping")
                                .form("seen={region-seen}&subject=claims-in-time/days&reason=Seen"),
                        409),
                governor(
                        "/governance/policies/quality/regions/emea/giving-up",
                        "seen={region-seen}&subject=claims-in-time/days&reason=No+more"),
                governor("/governance/policies/quality/locks", PolicyForm.LOCK),
                governor("/governance/policies/quality/locks/{policy-lock}/lifting", ""),
                author("GET", "/reviews", 200),
                author("GET", "/reviews/csv", 200),
                author("GET", "/components?show=waiting", 200),
                author("GET", "/components/export", 200),
                author("GET", "/components/{component}", 200),
                example(Kind.GOVERNOR, CORE, Asked.of("GET", "/components/new"), 200),
                example(Kind.GOVERNOR, CORE, Asked.of("GET", "/components/{component}/edit"), 200),
                governor("/components", "key={new-component}&" + ComponentForm.written("{expert}")),
                governor("/components/{component}", ComponentForm.written("{expert}")),
                governor("/components/{component}/decision", "decision=adopted&reason=Needed"),
                author("GET", "/experts", 200),
                author("GET", "/experts/asks/{ask}", 200),
                author("GET", "/experts/queue", 200),
                author("GET", "/experts/queue/csv", 200),
                author("GET", "/experts/me", 200),
                author("GET", "/masters/{master}/experts", 200),
                governor("/masters/{master}/experts", AskingExperts.forAnExample("{expert}")),
                drafted("/experts/asks/{ask}/answer", "verdict=NEITHER&words=Another", 303),
                governor("/experts/asks/{ask}/withdrawal", ""),
                drafted("/experts/me", "domains=awareness&minutes=2400&zone=UTC", 303),
                drafted("/experts/me/delegation", "delegate=&lastDay=", 303),
                drafted("/experts/me/address", "address=oliver@acme.example", 303),
                drafted("/experts/me/address/confirmation", "confirm=nothing", 400),
                drafted("/experts/me/forgetting", "", 303),
                anybody(CORE, "GET", "/experts/link/nothing", 404),
                example(
                        Kind.ANYBODY,
                        CORE,
                        Asked.of("POST", "/experts/link/nothing").form("verdict=YES"),
                        404),
                author("GET", "/audit?kind=dead-link", 200),
                author("GET", "/audit/export", 200),
                author("GET", "/audit/findings/{finding}", 200),
                governor(
                        "/audit/findings/{finding}/acts",
                        "kind=accept&seen=" + FoundThings.RUN + "&reason=Known&lastDay=" + FoundThings.IN_A_MONTH),
                drafted("/audit/findings/{finding}/acts/{act}/done", "", 303),
                governor("/audit/findings/{finding}/acts/{act}/undoing", ""),
                governor(
                        "/audit",
                        "do=task&finding={finding}&seen=" + FoundThings.RUN + "&reason=Known&day="
                                + FoundThings.IN_A_MONTH),
                drafted("/audit/runs", "", 303),
                drafted("/audit/stopping", "", 303),
                author("GET", "/law-changes", 200),
                author("GET", "/law-changes/{law-change}", 200),
                example(Kind.GOVERNOR, CORE, Asked.of("GET", "/law-changes/new"), 200),
                governor("/law-changes?of={law-change}", LawForm.query(LawForm.REFERENCE, LawForm.FAR_AHEAD)),
                governor("/law-changes/{law-change}/courses/{master}/asking", "actor={expert}"),
                example(
                        Kind.GOVERNOR,
                        CORE,
                        Asked.of("POST", "/law-changes/{law-change}/courses/{master}/answer")
                                .form("version=1&lastDay=" + RulesForm.FAR_AHEAD),
                        409),
                governor("/law-changes/{law-change}/taking-back", "reason=It+does+not+come"),
                author("GET", "/governance/decisions", 200),
                author("GET", "/governance/decisions/log", 200),
                author("GET", "/masters/{master}/package", 200),
                drafted("/masters/{master}/following", "", 303),
                author("GET", "/approvals?show=open", 200),
                author("GET", "/approvals/csv", 200),
                author("GET", "/approvals/rights", 200),
                example(
                        Kind.AUTHOR,
                        CORE,
                        Asked.of("POST", "/approvals")
                                .upload("package", Candidates.safety().zipped()),
                        303),
                author("GET", "/approvals/{submission}", 200),
                author("GET", "/approvals/{submission}/package", 200),
                author("GET", "/approvals/{submission}/files/{digest}", 200),
                example(
                        Kind.AUTHOR,
                        CORE,
                        Asked.of("POST", "/approvals/{submission}/revisions")
                                .upload("package", Candidates.safety().zipped()),
                        409),
                drafted("/approvals/{candidate}/putting-forward", "seen={candidate-seen}&reason=Ready", 303),
                drafted(
                        "/approvals/{submission}/lanes/subject-expert",
                        "seen={candidate-seen}&opinion=approved&reason=All+is+right",
                        303),
                drafted("/approvals/{submission}/publication", "seen={candidate-seen}", 409),
                drafted("/approvals/{candidate}/withdrawal", "reason=Not+now", 303),
                governor("/approvals/rights/seats", "lane=legal&actor={seatless}"),
                drafted("/approvals/rights/loans", "seat={seat}&actor={seatless}&until=" + Candidates.LAST_DAY, 303),
                governor("/approvals/rights/seats/{seat}/ending", ""),
                author("GET", "/masters/import", 200),
                example(
                        Kind.AUTHOR,
                        CORE,
                        Asked.of("POST", "/masters/import").upload("document", "a.md", BroughtDocument.MARKDOWN),
                        303),
                author("GET", "/masters/import/{draft}", 200),
                author("GET", "/masters/import/{draft}/package", 200),
                author("GET", "/masters/import/{draft}/pictures/{picture}", 200),
                drafted("/masters/import/{draft}", "title=Another", 303),
                drafted("/masters/import/{bare-draft}/publication", "", 400),
                drafted("/masters/import/{draft}/submission", "", 303),
                drafted("/masters/import/{draft}/editing", "", 303),
                drafted("/masters/import/{bare-draft}/discarding", "", 303),
                drafted("/masters/import/{bare-draft}/restoring", "", 303),
                author("GET", "/drafts", 200),
                drafted("/drafts", "title=Begun&language=en", 303),
                author("GET", "/drafts/{manuscript}", 200),
                drafted("/drafts/{manuscript}/facts", "owner=Somebody", 303),
                drafted("/drafts/{manuscript}/languages", "act=add&language=de", 303),
                author("GET", "/drafts/{manuscript}/insertion?after=course", 200),
                drafted("/drafts/{manuscript}/insertion", "kind=text&after=section.part-1", 303),
                author("GET", "/drafts/{manuscript}/reuse?after=section.part-1&words=a", 200),
                drafted("/drafts/{manuscript}/reuse", "course=none&block=none&way=following&after=nothing", 409),
                drafted("/drafts/{manuscript}/blocks/course/reuse", "way=following", 409),
                drafted("/drafts/{manuscript}/moving", "block=section.part-1&way=up", 303),
                drafted("/drafts/{manuscript}/removing", "block=course", 409),
                drafted("/drafts/{manuscript}/undoing", "step=1", 409),
                drafted("/drafts/{manuscript}/redoing", "step=1", 409),
                author("GET", "/drafts/{manuscript}/history", 200),
                author("GET", "/drafts/{manuscript}/history/1", 200),
                drafted("/drafts/{manuscript}/history", "step=1", 303),
                author("GET", "/drafts/{manuscript}/preview?language=en", 200),
                author("GET", "/drafts/{manuscript}/release", 200),
                drafted("/drafts/{manuscript}/release", "change=minor", 400),
                drafted("/drafts/{manuscript}/release/submission", "change=minor", 400),
                drafted("/drafts/{manuscript}/release/catching-up", "", 303),
                author("GET", "/drafts/{manuscript}/release/package", 400),
                author("GET", "/drafts/{manuscript}/blocks/course", 200),
                drafted(
                        "/drafts/{manuscript}/blocks/course",
                        "language=en&seen=" + DraftedCourse.seenOfTitle() + "&words.title=Another",
                        303),
                example(
                        Kind.AUTHOR,
                        CORE,
                        Asked.of("POST", "/drafts/{manuscript}/blocks/course/files")
                                .upload("file", "a.png", BroughtDocument.picture()),
                        400),
                author("GET", "/drafts/{pictured}/files/{picture}", 200),
                drafted("/drafts/{manuscript}/discarding", "", 303),
                drafted("/drafts/{thrown-away}/restoring", "", 303),
                author("GET", "/media/{digest}", 200),
                example(Kind.AUTHOR, CORE, Asked.of("POST", "/masters").upload("package", zip), 200),
                example(Kind.AUTHOR, CORE, Asked.of("POST", "/language").form("language=de&back=/masters"), 303),
                machine("", "statementId={statement}"),
                machine("", "registration={registration}"),
                machine("", "agent=" + agent("{actor}")),
                machine("", "activity=" + activity("{course}")),
                machine(TENANT, "statementId={statement}"),
                machine(TENANT, "limit=1"),
                document("POST", state, 204),
                document("GET", state, 200),
                document("GET", state.replaceFirst("&stateId=.*", ""), 200),
                document("DELETE", state, 204),
                document("POST", ofSomebody, 204),
                document("GET", ofSomebody, 200),
                document("DELETE", ofSomebody, 204),
                document("POST", ofActivity, 204),
                document("GET", ofActivity, 200),
                document("DELETE", ofActivity, 204),
                document("GET", "/xapi/activities?activityId=" + activity("{course}"), 200),
                document("GET", "/xapi/agents?agent=" + agent("{actor}"), 200),
                cell("/feed/enterprises"),
                cell("/feed/enterprises/{hosted}/entries?epoch={epoch}"),
                cell("/feed/enterprises/{hosted}/leaves"),
                cell("/feed/enterprises/{hosted}/blobs/{hosted-digest}"),
                cell("/feed/enterprises/acme/blobs/{acme-digest}"),
                example(
                        Kind.CELL,
                        "",
                        Asked.of("POST", "/feed/enterprises/{hosted}/tidings").body("application/json", """
                                [{"type":"adaptation.market","subject":"borealis-jp","payload":"{\\"courses\\":3,\\"standings\\":[]}"}]"""),
                        204),
                operator("GET", "/operator/api/routes", 200),
                operator("GET", "/operator/api/plugins", 200),
                operator("DELETE", "/operator/api/plugins/jp-working-style/1.0.0?force=true", 200),
                example(
                        Kind.OPERATOR,
                        "",
                        Asked.of("POST", "/operator/api/plugins").body("application/java-archive", plugin),
                        201),
                operator("POST", "/operator/api/tenants/check", 200),
                operator("POST", "/operator/api/tenants/plan", 200),
                operator("POST", "/operator/api/tenants/apply", 200),
                operator("POST", "/operator/api/tenants/acme-de/admin-invitations", 201),
                operator("POST", "/operator/api/tenants/acme-de/xapi-credentials", 201),
                operator("DELETE", "/operator/api/tenants/acme-de/xapi-credentials/{key}", 204),
                json("/operator/api/tenants/acme-de/members", "{\"subject\":\"{subject}\",\"given\":\"Ida\"}"),
                json("/operator/api/enterprises/acme/core-members", "{\"subject\":\"{subject}\"}"),
                example(
                        Kind.OPERATOR,
                        "",
                        Asked.of("POST", "/operator/api/enterprises/acme/course-packages")
                                .body("application/zip", zip),
                        200),
                example(
                        Kind.OPERATOR,
                        "",
                        Asked.of("POST", "/operator/api/demonstration/accounts").body("application/yaml", ONE_ACCOUNT),
                        200),
                anybody(TENANT, "GET", "/verify", 200),
                anybody(TENANT, "GET", "/verify?code={code}", 200),
                anybody(TENANT, "GET", "/verify/{code}", 200),
                anybody(TENANT, "GET", "/signed-out", 200),
                anybody(TENANT, "GET", "/sign-on", 302),
                anybody(TENANT, "GET", "/sign-in", 302),
                anybody(TENANT, "GET", "/sign-on/callback?state=none&code=none", 302),
                anybody(TENANT, "GET", "/sign-on/no-access", 403),
                anybody(TENANT, "GET", "/sign-on/failed", 400),
                anybody(TENANT, "GET", "/sign-on/unreachable", 503),
                example(Kind.ANYBODY, TENANT, Asked.of("POST", "/look").form("look=dark&back=/verify"), 303),
                example(
                        Kind.ANYBODY,
                        TENANT,
                        Asked.of("POST", "/sign-on/back-channel-logout").form("logout_token={logout-token}"),
                        200),
                anybody("", "GET", "/xapi/about", 200),
                anybody("", "GET", "/health/live", 200),
                anybody("", "GET", "/openapi", 404),
                operator("GET", MEASURES, 200),
                operator("GET", "/operator/api/events", 200),
                operator("POST", "/operator/api/events/replays?reader=rollups&from=1", 200),
                operator("POST", "/operator/api/records/verify?tenant=acme-de", 200),
                operator("POST", "/operator/api/governance/verify?owner=tenant/acme-de", 200),
                example(
                        Kind.OPERATOR,
                        "",
                        Asked.of("POST", "/operator/api/proof-packs/verify").body("application/zip", new byte[] {1}),
                        200),
                operator("POST", "/operator/api/governance/acme/forgotten/{subject}", 200),
                example(
                        Kind.OPERATOR,
                        "",
                        Asked.of("POST", "/operator/api/privacy/verifications?tenant=acme-de")
                                .body("text/plain", "nobody.known@example.org"),
                        200),
                example(
                        Kind.OPERATOR,
                        "",
                        Asked.of("POST", "/operator/api/privacy/replays").body("text/plain", ""),
                        200),
                operator("GET", "/operator/api/feed", 200),
                operator("GET", "/operator/api/feed/file?cell=jp", 200),
                example(
                        Kind.OPERATOR,
                        "",
                        Asked.of("POST", "/operator/api/feed/file").body("application/zip", carriedFeed.get()),
                        200),
                operator("POST", "/operator/api/feed/epochs?enterprise=acme", 200),
                anybody("", "GET", "/-/error", 404),
                anybody("", "GET", "/page.jsp", 404),
                anybody("", "GET", "/page.jspx", 404),
                anybody("", "GET", "/assets/brand/0b5d7a.css", 200),
                form("/sign-out", ""),
                example(Kind.AUTHOR, CORE, Asked.of("POST", "/sign-out").form(""), 303));
    }

    private String agent(String name) {
        String json = "{\"account\":{\"homePage\":\"%s\",\"name\":\"@\"}}".formatted(home());
        return Form.encoded(json).replace("%40", name);
    }

    private String activity(String name) {
        return Form.encoded(home() + "/courses/@").replace("%40", name);
    }

    private String home() {
        return "http://%s.localhost:%d".formatted(Neighbourhood.OWNER, site.getPort());
    }

    private static Example example(Kind kind, String place, Asked asked, int status) {
        return new Example(kind, place, asked, status, () -> {}, Optional.empty());
    }

    private static Example member(String method, String path, int status) {
        return example(Kind.MEMBER, TENANT, Asked.of(method, path), status);
    }

    private static Example form(String path, String fields) {
        return example(Kind.MEMBER, TENANT, Asked.of("POST", path).form(fields), 303);
    }

    private static Example editor(String method, String path, int status) {
        return example(Kind.EDITOR, TENANT, Asked.of(method, path), status);
    }

    /** @param status 409 where there is nothing to decide */
    private static Example edited(String path, String fields, int status) {
        return example(Kind.EDITOR, TENANT, Asked.of("POST", path).form("seen={seen}&" + fields), status);
    }

    /** A figure of the market's own in the quality policy. */
    private static Example chosen(String path, String fields, int status) {
        return example(
                Kind.EDITOR,
                TENANT,
                Asked.of("POST", "/policies/quality" + path).form("seen={policy-seen}&" + fields),
                status);
    }

    /** What the market puts in the place of the owner's package. */
    private static Example packed(String path, String fields, int status) {
        return example(
                Kind.EDITOR,
                TENANT,
                Asked.of("POST", "/package-desk/{package}" + path).form("seen={package-seen}&" + fields),
                status);
    }

    private static Example author(String method, String path, int status) {
        return example(Kind.AUTHOR, CORE, Asked.of(method, path), status);
    }

    private static Example drafted(String path, String fields, int status) {
        return example(Kind.AUTHOR, CORE, Asked.of("POST", path).form(fields), status);
    }

    private static Example governor(String path, String fields) {
        return example(Kind.GOVERNOR, CORE, Asked.of("POST", path).form(fields), 303);
    }

    private static Example machine(String place, String query) {
        return example(
                Kind.MACHINE,
                place,
                Asked.of("GET", "/xapi/statements?" + query).header("X-Experience-API-Version", "2.0.0"),
                200);
    }

    private static Example document(String method, String address, int status) {
        Asked asked = Asked.of(method, address).header("X-Experience-API-Version", "2.0.0");
        return example(
                Kind.MACHINE, "", method.equals("POST") ? asked.body("application/json", "{\"of\":1}") : asked, status);
    }

    private static Example cell(String path) {
        return example(Kind.CELL, "", Asked.of("GET", path).header("Mangrove-Challenge", CHALLENGE), 200);
    }

    private static Example operator(String method, String path, int status) {
        return example(Kind.OPERATOR, "", Asked.of(method, path), status);
    }

    private static Example json(String path, String body) {
        return example(Kind.OPERATOR, "", Asked.of("POST", path).body("application/json", body), 200);
    }

    private static Example anybody(String place, String method, String path, int status) {
        return example(Kind.ANYBODY, place, Asked.of(method, path), status);
    }
}
