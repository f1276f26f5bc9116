package org.mangrove.launcher.bench.records;

import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;

/**
 * A way to lay statements out, to be held against the others.
 *
 * @param table what follows the name of the table
 * @param terms whether verbs and activities are hashes; else they are their IRIs
 * @param packed whether the statement is deflated before it is sent
 * @param byActor what asks for the latest hundred of one actor
 */
record Layout(String name, String table, boolean terms, boolean packed, String byActor) {

    private static final String COLUMNS = """
            (tenant_id int not null, position binary(16) not null, statement_id binary(16) not null,
            source_id binary(16) not null, actor binary(16), verb %1$s not null, activity %2$s, registration binary(16),
            happened_on date not null, voided boolean not null default false, statement mediumblob not null, %3$s)%4$s""";
    private static final String TERM = "binary(16)";
    private static final String KEYS = """
            key a (tenant_id, actor, position, verb), key v (tenant_id, verb, position),
            key c (tenant_id, activity, position, verb), key r (tenant_id, registration, position),
            key s (tenant_id, source_id, position)""";
    private static final String IN_ORDER =
            "primary key (tenant_id, position), unique key i (tenant_id, statement_id), " + KEYS;
    private static final String LATEST = " where tenant_id = ? and actor = ? order by position desc limit 100";

    static final Layout CHOSEN =
            new Layout("in the order of storing", columns(TERM, TERM, IN_ORDER, ""), true, false, LATEST);

    static final Layout[] REJECTED = {
        new Layout(
                "in the order of their own ids",
                columns(
                        TERM,
                        TERM,
                        "primary key (tenant_id, statement_id), unique key p (tenant_id, position), " + KEYS,
                        ""),
                true,
                false,
                LATEST),
        new Layout(
                "keys led by what is asked for",
                columns(
                        TERM,
                        TERM,
                        "primary key (tenant_id, actor, position), unique key i (tenant_id, statement_id),"
                                + " key p (tenant_id, position), key v (tenant_id, verb, position),"
                                + " key c (tenant_id, activity, position, verb), key r (tenant_id, registration, position),"
                                + " key s (tenant_id, source_id, position)",
                        ""),
                true,
                false,
                LATEST),
        new Layout(
                "verbs and activities in full",
                columns(
                        "varchar(200) character set utf8mb4 collate utf8mb4_bin",
                        "varchar(500) character set utf8mb4 collate utf8mb4_bin",
                        IN_ORDER,
                        ""),
                false,
                false,
                LATEST),
        new Layout(
                "partitioned by month",
                columns(
                        TERM,
                        TERM,
                        "primary key (tenant_id, position, happened_on),"
                                + " unique key i (tenant_id, statement_id, happened_on), " + KEYS,
                        """
                         partition by range (to_days(happened_on)) (
                        partition m1 values less than (to_days('2026-09-01')), partition m2 values less than (to_days('2026-10-01')),
                        partition m3 values less than (to_days('2026-11-01')), partition m4 values less than (to_days('2026-12-01')),
                        partition m5 values less than maxvalue)"""),
                true,
                false,
                LATEST),
        new Layout(
                "compressed by the database",
                columns(TERM, TERM, IN_ORDER, " row_format=compressed"),
                true,
                false,
                LATEST),
        new Layout("deflated by us", columns(TERM, TERM, IN_ORDER, ""), true, true, LATEST),
    };

    private static String columns(String verb, String activity, String keys, String options) {
        return COLUMNS.formatted(verb, activity, keys, options);
    }

    /** The statement as this layout keeps it. */
    byte[] kept(String json) {
        byte[] text = json.getBytes(StandardCharsets.UTF_8);
        if (!packed) {
            return text;
        }
        var deflater = new Deflater(Deflater.BEST_SPEED);
        try {
            deflater.setInput(text);
            deflater.finish();
            var into = new byte[text.length + 64];
            return java.util.Arrays.copyOf(into, deflater.deflate(into));
        } finally {
            deflater.end();
        }
    }
}
