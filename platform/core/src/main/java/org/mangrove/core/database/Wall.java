package org.mangrove.core.database;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import net.sf.jsqlparser.parser.CCJSqlParserUtil;
import net.sf.jsqlparser.parser.ParseException;
import net.sf.jsqlparser.statement.Statement;

/**
 * Refuses a statement in which a table that belongs to tenants or enterprises is not held to one of them.
 *
 * <p>It proves that the predicate is there. That the value bound to it is the caller's is the work of the stores.
 */
final class Wall {

    private static final int TEXTS_REMEMBERED = 20_000;

    private final WallRule rule;
    private final LongAdder passed = new LongAdder();
    private final Cache<String, Optional<String>> verdicts =
            Caffeine.newBuilder().maximumSize(TEXTS_REMEMBERED).build();

    /** @param columns walled table to the column that says whose a row is, in lower case */
    Wall(Map<String, String> columns) {
        this.rule = new WallRule(columns);
    }

    /** @throws AcrossTheWall if a walled table is not held to one tenant or enterprise */
    void mustHold(String sql) {
        passed.increment();
        var objection = verdicts.get(sql, this::objectionTo);
        if (objection.isPresent()) {
            throw new AcrossTheWall(objection.get(), sql);
        }
    }

    /** How many statements it was asked about. */
    long passed() {
        return passed.sum();
    }

    private Optional<String> objectionTo(String sql) {
        if (Arrays.stream(EveryTenant.values()).anyMatch(reason -> sql.startsWith(reason.comment()))) {
            return Optional.empty();
        }
        try {
            Statement statement = CCJSqlParserUtil.newParser(sql).Statement();
            return rule.objectionTo(statement);
        } catch (ParseException | RuntimeException unreadable) {
            return Optional.of("A statement that the wall cannot read");
        }
    }
}
