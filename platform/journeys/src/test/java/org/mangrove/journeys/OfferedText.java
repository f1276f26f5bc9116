package org.mangrove.journeys;

/** A heading of a market that is offered to headquarters. */
final class OfferedText {

    private OfferedText() {}

    static String of(String id, String tenant, String course) {
        return """
                {"id":"%s","tenant":"%s","course":"%s","block":"report-duty","field":"heading","version":1,
                 "base":{"en":"Report it"},"words":{"en":"Tell us at once"},"reason":"It is said otherwise here"}""".formatted(id, tenant, course);
    }

    /** As if a cell had told it. */
    static void heard(Rows core, String id, String tenant, String course) {
        core.change(
                "insert into adaptation_proposal (enterprise_id, id, tenant_slug, course_slug, document, byline, state, answer,"
                        + " heard_at) select enterprise_id, unhex(?), slug, ?, ?, 'Jonas Weber', 'OPEN', '', now(6)"
                        + " from tenancy_space where slug = ?",
                id.replace("-", ""),
                course,
                of(id, tenant, course),
                tenant);
    }
}
