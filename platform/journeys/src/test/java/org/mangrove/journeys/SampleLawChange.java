package org.mangrove.journeys;

import java.util.List;

/** A law that changes, with a course, a market and a decision to be seen, of which nobody has to learn anything. */
final class SampleLawChange {

    static final String ID = "01890000-0000-7000-8000-0000000012ab";

    private static final String HEX = ID.replace("-", "");
    private static final String DIGEST = "ab".repeat(32);

    private SampleLawChange() {}

    static void announce(Rows core, Rows eu, String course) {
        core.change(
                "insert into regulation_change (enterprise_id, id, title, legal_reference, jurisdictions, says,"
                        + " announced_in, effective_on, days_to_learn, announced_by, announced_at, read_through)"
                        + " select enterprise_id, unhex(?), 'Reports within a day', 'MusterG § 8', '[\"DE\"]',"
                        + " 'What has happened is reported within a day.', 'BGBl. 2026 I Nr. 200', '2999-01-01', 30, id,"
                        + " now(6), 0 from tenancy_space where slug = 'acme-de'",
                HEX);
        core.change(
                "insert into regulation_task (enterprise_id, id, change_id, course_slug, texts, claims, version_before,"
                        + " digest_before) select enterprise_id, id, id, ?, '[\"report-duty/body\"]', 1, 1, ?"
                        + " from regulation_change where id = unhex(?)",
                course,
                DIGEST,
                HEX);
        core.change(
                "insert into regulation_progress (enterprise_id, id, change_id, tenant_slug, assigned, learned, erased,"
                        + " heard_at) select enterprise_id, id, id, 'acme-de', 300, 120, 1, now(6)"
                        + " from regulation_change where id = unhex(?)",
                HEX);
        eu.change(
                "insert into regulation_change_copy (enterprise_id, id, document)"
                        + " select enterprise_id, unhex(?), ? from tenancy_enterprise where slug = 'acme'",
                HEX,
                """
                {"change":{"id":"%s","title":"Reports within a day","legalReference":"MusterG § 8","jurisdictions":["DE"],
                 "says":"What has happened is reported within a day.","announcedIn":"BGBl. 2026 I Nr. 200",
                 "effectiveOn":"2999-01-01","daysToLearn":30,"announcedBy":"%s","announcedAt":"2026-01-01T00:00:00Z"},
                 "isTakenBack":false,"evidence":[],"courses":[{"course":"%s","texts":["report-duty/body"],
                 "versionBefore":1,"digestBefore":"%s","answer":{"version":2,"digest":"%s",
                 "effectiveFrom":"2999-01-01T00:00:00Z"}}]}""".formatted(ID, ID, course, DIGEST, DIGEST));
        eu.change(
                "insert into regulation_round (tenant_id, id, change_id, course_slug, people, digest, assigned_at)"
                        + " select tenant_id, unhex(?), unhex(?), ?, 300, ?, now(6) from tenancy_tenant"
                        + " where slug = 'acme-de'",
                HEX,
                HEX,
                course,
                DIGEST);
    }

    static void remove(Rows core, Rows eu) {
        for (String table : List.of("regulation_progress", "regulation_evidence", "regulation_task")) {
            core.change("delete from " + table + " where change_id = unhex(?)", HEX);
        }
        core.change("delete from regulation_change where id = unhex(?)", HEX);
        eu.change("delete from regulation_round where change_id = unhex(?)", HEX);
        eu.change("delete from regulation_change_copy where id = unhex(?)", HEX);
    }
}
