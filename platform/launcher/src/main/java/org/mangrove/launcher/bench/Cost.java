package org.mangrove.launcher.bench;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one page costs.
 *
 * @param cold bytes for a browser that has never been here; 0 if nobody opens it in a browser
 * @param repeat bytes for a browser that comes again
 * @param cpu milliseconds of the node's processor time a request
 * @param compiling how much of these the JVM's compilers took
 */
record Cost(
        String page,
        long cold,
        long repeat,
        int queries,
        int setUp,
        double cpu,
        double compiling,
        double median,
        double p95,
        double p99,
        double perSecond) {

    static Cost of(String page, Weight weight, StatementLog.Statements statements, Run run) {
        return new Cost(
                page,
                weight.cold(),
                weight.repeat(),
                statements.queries().size(),
                statements.setUp().size(),
                run.cpuMillis(),
                run.compilingMillis(),
                run.millis(0.5),
                run.millis(0.95),
                run.millis(0.99),
                run.perSecond());
    }

    Map<String, Object> json() {
        var json = new LinkedHashMap<String, Object>();
        json.put("page", page);
        json.put("cold", cold);
        json.put("repeat", repeat);
        json.put("queries", queries);
        json.put("setUp", setUp);
        json.put("cpu", cpu);
        json.put("compiling", compiling);
        json.put("median", median);
        json.put("p95", p95);
        json.put("p99", p99);
        json.put("perSecond", perSecond);
        return json;
    }
}
