package org.mangrove.journeys;

/** A title of a market's own that headquarters may read. */
final class SharedTitle {

    private SharedTitle() {}

    /** As if a cell had told it. */
    static void heard(Rows core, String id, String tenant, String course) {
        core.change(
                "insert into adaptation_shared (enterprise_id, id, tenant_slug, course_slug, audience, ends_at, document, heard_at)"
                        + " select enterprise_id, unhex(?), slug, ?, 'HEADQUARTERS', '2031-01-31', ?, now(6)"
                        + " from tenancy_space where slug = ?",
                id.replace("-", ""),
                course,
                """
                {"sharing":{"id":"%s","tenant":"%s","course":"%s","subject":"","audience":"HEADQUARTERS",
                  "reason":"Worth reading","endsAt":"2031-01-31T00:00:00Z"},
                 "texts":[{"kind":"SAID","block":"course","field":"title","base":{"en":"Giving feedback"},
                   "words":{"de":"Feedback teilen","en":"Sharing feedback"},"reason":"It is said otherwise here"},
                  {"kind":"LEFT_OUT","block":"welcome","field":"","base":{},"words":{},"reason":"Not needed here"}]}""".formatted(id, tenant, course),
                tenant);
    }
}
