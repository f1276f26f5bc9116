package org.mangrove.launcher.demo;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mangrove.launcher.Json;
import org.mangrove.launcher.Trouble;

/** How the master stands in each market: what headquarters has heard, and what went on by itself. */
final class MarketTable {

    private static final String LINE = "  %-14s %6s %12s %10s   %-11s %s%n";

    private final Site site;

    MarketTable(Site site) {
        this.site = site;
    }

    /** @param waiting how much somebody has to decide there */
    record Row(int version, int own, int waiting, int joinable, Optional<String> due) {}

    /** What headquarters has heard, by market. */
    Map<String, Row> heard() {
        var rows = new TreeMap<String, Row>();
        select("mangrove_core", "select tenant_slug, document from adaptation_market", found -> {
            List<?> standings = (List<?>) Json.readMap(found.getString(2)).get("standings");
            for (Object each : standings == null ? List.of() : standings) {
                if (each instanceof Map<?, ?> standing && DemoMaster.COURSE.equals(standing.get("course"))) {
                    rows.put(
                            found.getString(1),
                            new Row(
                                    number(standing, "version"),
                                    number(standing, "own"),
                                    number(standing, "waiting"),
                                    number(standing, "joinable"),
                                    Optional.ofNullable((String) standing.get("due"))));
                }
            }
        });
        return rows;
    }

    /** How many texts went on by themselves, by market. */
    Map<String, Integer> followed() {
        var followed = new TreeMap<String, Integer>();
        for (String cell : List.of("eu", "sa", "jp")) {
            select(
                    "mangrove_cell_" + cell,
                    "select t.slug, r.subjects from lineage_local_revision r"
                            + " join tenancy_tenant t on t.tenant_id = r.tenant_id where r.act = 'FOLLOWED'",
                    found -> followed.merge(
                            found.getString(1), found.getString(2).split("\n").length, Integer::sum));
        }
        return followed;
    }

    /** @param kept of each market, how many of its texts are read as before, and of how many */
    void print(List<DemoMarket> markets, Map<String, LineageDemonstration.Kept> kept, PrintStream out) {
        Map<String, Row> heard = heard();
        Map<String, Integer> followed = followed();
        out.println();
        out.printf(
                Locale.ROOT, LINE, "market", "own", "taken over", "to decide", "until", "read as the market says it");
        for (DemoMarket market : markets) {
            Row row = heard.get(market.slug());
            LineageDemonstration.Kept words = kept.get(market.slug());
            out.printf(
                    Locale.ROOT,
                    LINE,
                    market.slug(),
                    row == null ? "?" : String.valueOf(row.own()),
                    followed.getOrDefault(market.slug(), 0),
                    row == null ? "?" : String.valueOf(row.waiting()),
                    row == null
                            ? "?"
                            : row.due().map(due -> due.substring(0, 10)).orElse("-"),
                    words == null ? "?" : words.read() + " of " + words.said());
        }
    }

    private interface Reading {
        void read(ResultSet row) throws SQLException;
    }

    private void select(String schema, String sql, Reading reading) {
        String url = site.databases().replaceFirst("(jdbc:[a-z]+://[^/]+/)[^?]*", "$1" + schema);
        try (Connection connection = DriverManager.getConnection(
                        url, site.login().name(), site.login().secret());
                PreparedStatement select = connection.prepareStatement(sql);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                reading.read(rows);
            }
        } catch (SQLException unreadable) {
            throw new Trouble(
                    "The demonstration cannot read what became of it: " + unreadable.getMessage(), unreadable);
        }
    }

    private static int number(Map<?, ?> map, String name) {
        return map.get(name) instanceof Number number ? number.intValue() : 0;
    }
}
