package org.mangrove.core.records;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.crypto.spec.SecretKeySpec;
import org.mangrove.core.keys.Sealer;
import org.mangrove.core.xapi.AgentId;
import org.mangrove.core.xapi.ExactJson;
import org.mangrove.core.xapi.PersonalParts;
import org.mangrove.core.xapi.WholeStatement;
import org.mangrove.sdk.TenantId;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Taking a statement of 1 KB apart, sealing what it says of two people, and opening it again, with keys that are known. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Benchmark)
public class SealingBenchmark {

    private static final int PAGE = 100;
    private static final TenantId TENANT = new TenantId(1);
    private static final UUID POSITION = UUID.fromString("01935a3c-0000-7000-8000-000000000001");
    private static final String STATEMENT = """
            {"id":"01935a3c-0000-7000-8000-000000000002","actor":{"objectType":"Agent","name":"Lena Brandt",\
            "account":{"homePage":"https://people.example.com","name":"lena.brandt"}},\
            "verb":{"id":"http://adlnet.gov/expapi/verbs/answered","display":{"en":"answered","de":"beantwortete"}},\
            "object":{"objectType":"Activity","id":"https://courses.example.com/fire-safety/question/17","definition":\
            {"name":{"en":"Where do you go?","de":"Wohin gehen Sie?"},"type":"http://adlnet.gov/expapi/activities/question"}},\
            "result":{"score":{"scaled":0.95,"raw":19,"min":0,"max":20},"success":true,"completion":true,\
            "response":"to the assembly point","duration":"PT34.5S"},"context":{"registration":\
            "01935a3c-0000-7000-8000-000000000003","instructor":{"name":"Kim Park","mbox":"mailto:kim@example.com"},\
            "contextActivities":{"parent":[{"id":"https://courses.example.com/fire-safety"}],"grouping":\
            [{"id":"https://courses.example.com/"}]},"language":"de"},"timestamp":"2026-11-22T09:30:00.123Z",\
            "stored":"2026-11-22T09:30:00.123Z","version":"2.0.0"}""";

    private final ObjectNode json = ExactJson.read(STATEMENT.getBytes(StandardCharsets.UTF_8));
    private final SecureRandom random = new SecureRandom();
    private final Seal seal = new Seal(UUID.randomUUID(), new SecretKeySpec(new byte[32], "AES"));
    private final NewStatement statement = statement();
    private final List<byte[]> page = page();

    /** What the store had to do before there were seals. */
    @Benchmark
    public byte[] baseline_written_whole() {
        return ExactJson.write(json);
    }

    @Benchmark
    public PersonalParts.Apart taken_apart() {
        return PersonalParts.of(json);
    }

    /** As of a batch: one cipher for many statements. */
    @Benchmark
    public int a_hundred_sealed() {
        var sealer = new Sealer(random);
        int bytes = 0;
        for (int i = 0; i < PAGE; i++) {
            bytes += SealedParts.write(sealer, statement, person -> seal).length;
        }
        return bytes;
    }

    @Benchmark
    public int a_hundred_opened() {
        var sealer = new Sealer(random);
        int bytes = 0;
        for (byte[] sealed : page) {
            var values = new HashMap<Integer, byte[]>();
            for (SealedParts.Bundle bundle : SealedParts.read(sealed)) {
                SealedParts.open(sealer, TENANT, POSITION, bundle, seal.key(), values);
            }
            bytes += new WholeStatement().of(statement.rest(), new Opened(values)).length;
        }
        return bytes;
    }

    private record Opened(Map<Integer, byte[]> values) implements WholeStatement.Parts {

        @Override
        public int count() {
            return values.size();
        }

        @Override
        public Optional<byte[]> find(int number) {
            return Optional.ofNullable(values.get(number));
        }

        @Override
        public AgentId inPlaceOf(int number) {
            throw new IllegalStateException("Nobody is missing");
        }
    }

    private NewStatement statement() {
        PersonalParts.Apart apart = PersonalParts.of(json);
        return new NewStatement(
                TENANT,
                POSITION,
                POSITION,
                POSITION,
                Optional.empty(),
                POSITION,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                LocalDate.of(2026, 11, 22),
                false,
                Map.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                apart.rest(),
                apart.parts().stream()
                        .map(part -> new NewStatement.Part(
                                part.number(),
                                part.whose()
                                        .map(who -> UUID.nameUUIDFromBytes(
                                                who.value().getBytes(StandardCharsets.UTF_8))),
                                part.json()))
                        .toList());
    }

    private List<byte[]> page() {
        var sealer = new Sealer(random);
        return IntStream.range(0, PAGE)
                .mapToObj(each -> SealedParts.write(sealer, statement, person -> seal))
                .toList();
    }
}
