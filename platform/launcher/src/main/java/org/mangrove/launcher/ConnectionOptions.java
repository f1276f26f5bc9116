package org.mangrove.launcher;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** How our nodes talk to the database: in UTC, without surprises, in batches. */
final class ConnectionOptions {

    private static final Map<String, String> OPTIONS = new LinkedHashMap<>();

    static {
        OPTIONS.put("sslMode", "DISABLED");
        OPTIONS.put("allowPublicKeyRetrieval", "true");
        OPTIONS.put("connectionCollation", "utf8mb4_bin");
        OPTIONS.put("connectionTimeZone", "UTC");
        OPTIONS.put("forceConnectionTimeZoneToSession", "true");
        OPTIONS.put("rewriteBatchedStatements", "true");
        OPTIONS.put("cachePrepStmts", "true");
        OPTIONS.put("prepStmtCacheSize", "250");
        OPTIONS.put("prepStmtCacheSqlLimit", "4096");
        OPTIONS.put("useLocalSessionState", "true");
        OPTIONS.put("cacheServerConfiguration", "true");
        OPTIONS.put("elideSetAutoCommits", "true");
        // else the driver sets another timeout before each answer that is read row by row: one exchange more
        OPTIONS.put("netTimeoutForStreamingResults", "0");
        OPTIONS.put("connectTimeout", "5000");
        OPTIONS.put("socketTimeout", "120000");
        OPTIONS.put("tcpKeepAlive", "true");
    }

    private ConnectionOptions() {}

    static Map<String, String> all() {
        return Map.copyOf(OPTIONS);
    }

    static String asQuery() {
        return OPTIONS.entrySet().stream()
                .map(option -> option.getKey() + "=" + option.getValue())
                .collect(Collectors.joining("&"));
    }
}
