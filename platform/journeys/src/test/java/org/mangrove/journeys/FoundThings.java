package org.mangrove.journeys;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;

/** Something that an audit has found in an enterprise, without one having been run. */
record FoundThings(Rows core, String enterprise, String course) {

    static final String RUN = "ffffffff-0000-7000-8000-000000000001";
    static final String FINDING = "ffffffff-0000-7000-8000-000000000002";
    static final String IN_A_MONTH = LocalDate.now(ZoneOffset.UTC).plusDays(30).toString();

    private static final String OUTCOME = """
            {"assets": 2, "tools": 1, "leftOut": 0, "silent": ["acme-jp"], "problem": "", "day": "2026-11-23",
             "kinds": [{"kind": "DEAD_LINK", "found": 1, "fresh": 1, "gone": 0, "notKnown": 1, "examples": ["a-course"]}]}""";

    private static final String EVIDENCE = """
            {"action": "MEND_LINK", "evidence": [{"evidence": "link-fails", "address": "https://gone.example/page",
              "fields": ["welcome/body (en)"], "answer": {"why": "NOT_FOUND", "status": 404}}]}""";

    /** As if the newest run had just found it. @return its id */
    String finding() {
        core.change("delete from audit_run where is_open = 1 and enterprise_id = " + owner());
        core.change(
                "insert ignore into audit_run (enterprise_id, id, state, asked_at, attempts, ended_at, step, steps_done,"
                        + " document) values (" + owner() + ", unhex(?), 'DONE', utc_timestamp(6), 1, utc_timestamp(6),"
                        + " '', 12, ?)",
                hex(RUN),
                OUTCOME);
        core.change(
                "insert into audit_finding (enterprise_id, id, kind, subjects, marks, title, title_language, owner,"
                        + " document, came_run, seen_run, first_seen_at, seen_at) values (" + owner()
                        + ", unhex(?), 'DEAD_LINK', ?, '[\"https://gone.example/page\"]', ?, 'en', 'Ingrid Falk', ?,"
                        + " unhex(?), unhex(?), utc_timestamp(6), utc_timestamp(6))"
                        + " on duplicate key update gone_at = null, gone_run = null, seen_run = values(seen_run)",
                hex(FINDING),
                "[\"" + course + "\"]",
                course,
                EVIDENCE,
                hex(RUN),
                hex(RUN));
        return FINDING;
    }

    /** A task about it. @return its id */
    String task() {
        finding();
        String task = UUID.randomUUID().toString();
        core.change(
                "insert into audit_act (enterprise_id, id, finding_id, kind, actor, acted_at, reason, assignee, last_day,"
                        + " document) values (" + owner() + ", unhex(?), unhex(?), 'TASK', unhex(?), utc_timestamp(6),"
                        + " 'Find the page again', 'Ingrid Falk', ?, '{\"marks\": [], \"edits\": [], \"version\": 0, \"keep\": \"\"}')",
                hex(task),
                hex(FINDING),
                hex(RUN),
                IN_A_MONTH);
        return task;
    }

    void remove() {
        core.change("delete from audit_act where finding_id = unhex(?)", hex(FINDING));
        core.change("delete from audit_finding where id = unhex(?)", hex(FINDING));
        core.change("delete from audit_run where id = unhex(?)", hex(RUN));
    }

    private String owner() {
        return "(select enterprise_id from tenancy_enterprise where slug = '" + enterprise + "')";
    }

    private static String hex(String id) {
        return id.replace("-", "");
    }
}
