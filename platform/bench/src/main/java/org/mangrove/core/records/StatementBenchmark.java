package org.mangrove.core.records;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Writing down as an xAPI statement that somebody answered a question. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Benchmark)
public class StatementBenchmark {

    private static final UUID ID = UUID.fromString("01935a3c-0000-7000-8000-000000000001");
    private static final Instant NOW = Instant.parse("2026-11-22T06:00:00.123456Z");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final StatementJson json = new StatementJson("https://acme-jp.example.org");
    private final Statement answered = new Statement(
            ID,
            Verb.ANSWERED,
            new Activity(Activity.Kind.QUESTION, "/courses/fire-safety/blocks/q1", "どちらへ逃げますか", Locale.JAPANESE),
            Optional.of(new Activity(Activity.Kind.COURSE, "/courses/fire-safety", "火災の安全", Locale.JAPANESE)),
            Result.none().succeeded(true).answered("a"),
            ID,
            1,
            Locale.JAPANESE,
            NOW);
    private final JsonNode tree = tree();

    @Benchmark
    public byte[] a_statement() {
        return json.write(answered);
    }

    /** Writing the tree that is there already. */
    @Benchmark
    public String baseline_jackson_alone() throws JsonProcessingException {
        return MAPPER.writeValueAsString(tree);
    }

    private JsonNode tree() {
        try {
            return MAPPER.readTree(json.write(answered));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
