package org.mangrove.core.database;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import net.sf.jsqlparser.parser.CCJSqlParserUtil;
import net.sf.jsqlparser.parser.ParseException;
import net.sf.jsqlparser.statement.Statement;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The wall before a statement: one that it knows, and one that it sees for the first time. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Benchmark)
public class WallBenchmark {

    private static final String SESSION = """
            select s.id, p.given_name, m.roles from identity_session s
            join identity_person p on p.tenant_id = ? and p.id = s.person_id
            join identity_membership m on m.tenant_id = ? and m.id = s.person_id
            where s.tenant_id = ? and s.token_hash = ?""";

    private final Wall wall = new Wall(Map.of(
            "identity_session", "tenant_id",
            "identity_person", "tenant_id",
            "identity_membership", "tenant_id"));
    private final AtomicLong number = new AtomicLong();

    @Benchmark
    public void a_statement_seen_before() {
        wall.mustHold(SESSION);
    }

    @Benchmark
    public void a_new_statement() {
        wall.mustHold(SESSION + " and " + number.getAndIncrement() + " >= 0");
    }

    /** What the parser alone takes for a new statement. */
    @Benchmark
    public Statement baseline_parsing_alone() throws ParseException {
        return CCJSqlParserUtil.newParser(SESSION + " and " + number.getAndIncrement() + " >= 0")
                .Statement();
    }
}
