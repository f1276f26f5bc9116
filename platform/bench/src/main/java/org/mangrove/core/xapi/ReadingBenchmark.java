package org.mangrove.core.xapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** Reading a statement of a kilobyte and checking it against every rule; beside it, the JSON alone. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Benchmark)
public class ReadingBenchmark {

    private static final int BATCH = 50;

    private static final String STATEMENT = """
            {"id": "0f5c1f5e-9f5a-4a6e-9d3c-2f8a52f0c0aa",\
            "actor": {"objectType": "Agent", "account": {"homePage": "https://example.com/people", "name": "5521-0077"}},\
            "verb": {"id": "http://adlnet.gov/expapi/verbs/answered", "display": {"en": "answered", "de": "beantwortete"}},\
            "object": {"objectType": "Activity", "id": "https://example.com/courses/fire-safety/questions/7",\
            "definition": {"type": "http://adlnet.gov/expapi/activities/cmi.interaction",\
            "name": {"en": "Where is the next extinguisher?"}, "interactionType": "choice",\
            "correctResponsesPattern": ["stairs"],\
            "choices": [{"id": "stairs", "description": {"en": "By the stairs"}}, {"id": "door"}]}},\
            "result": {"score": {"scaled": 0.75, "raw": 75, "min": 0, "max": 100}, "success": true,\
            "response": "stairs", "duration": "PT12.5S"},\
            "context": {"registration": "7c4e4e3c-7d6e-4f6f-8d61-5c6d8b2f7a11", "language": "en", "platform": "web",\
            "contextActivities": {"parent": [{"id": "https://example.com/courses/fire-safety"}]},\
            "extensions": {"https://example.com/extensions/device": "phone"}},\
            "timestamp": "2026-05-04T17:00:00.123Z"}""";

    private final byte[] one = STATEMENT.getBytes(StandardCharsets.UTF_8);
    private final byte[] batch =
            ("[" + String.join(",", Collections.nCopies(BATCH, STATEMENT)) + "]").getBytes(StandardCharsets.UTF_8);
    private final StatementReader reader = new StatementReader(XapiVersion.V2_0_0, Limits.usual());
    private final XapiStatement statement = reader.read(one);
    private final ObjectMapper json = new ObjectMapper();

    @Benchmark
    public XapiStatement one_statement() {
        return reader.read(one);
    }

    @Benchmark
    @OperationsPerInvocation(BATCH)
    public void each_statement_of_a_batch(Blackhole hole) throws IOException {
        reader.read(new ByteArrayInputStream(batch), hole::consume);
    }

    @Benchmark
    public void what_a_statement_is_asked_for_by(Blackhole hole) {
        hole.consume(statement.agents());
        hole.consume(statement.relatedAgents());
        hole.consume(statement.relatedActivities());
        hole.consume(statement.definitions());
        hole.consume(statement.attachments());
    }

    @Benchmark
    public boolean whether_two_say_the_same() {
        return statement.says(statement);
    }

    @Benchmark
    public JsonNode baseline_json_alone() throws IOException {
        return json.readTree(one);
    }
}
