package org.mangrove.core.regulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.mangrove.core.governance.Commitment;
import org.mangrove.core.governance.SampleLines;
import org.mangrove.core.regulation.PackReport.Breach;
import org.mangrove.core.regulation.PackReport.What;
import org.mangrove.core.tenancy.Definitions;

class PackReadingTest {

    private static final UUID CHANGE = new UUID(1, 1);
    private static final int PEOPLE = 30;

    private final SecureRandom random = new SecureRandom();
    private final List<Person> people = people();

    private record Person(Commitment opening, boolean erased) {

        String line() {
            var line = new TreeMap<String, Object>();
            line.put("course", "fire");
            line.put("commitment", opening.hash());
            if (erased) {
                line.put("erased", Map.of("at", "2026-11-23T12:00:00Z", "hadLearned", true));
            } else {
                line.put("opening", Map.of("salt", opening.salt(), "content", opening.content()));
            }
            return Definitions.write(line);
        }
    }

    @Test
    void a_proof_holds_and_counts_who_was_erased() throws IOException {
        PackReport report = read(pack(Map.of()));

        assertThat(report.broken()).isEmpty();
        assertThat(report.assigned()).isEqualTo(PEOPLE);
        assertThat(report.learned()).as("the one who was erased had learned").isOne();
        assertThat(report.erased()).isOne();
        assertThat(report.decisions()).isEqualTo(3);
    }

    @Test
    void a_file_that_was_changed_shows() throws IOException {
        assertThat(breaches(tampered(PackFiles.README, text -> text + "!"))).contains(What.FILE_CHANGED);
    }

    @Test
    void who_knows_how_digests_are_made_cannot_take_anybody_out() throws IOException {
        UnaryOperator<String> withoutFirst = text -> text.substring(text.indexOf('\n') + 1);

        assertThat(breaches(pack(Map.of(PackFiles.PEOPLE, withoutFirst))))
                .contains(What.PEOPLE_MISSING, What.SUMS_WRONG)
                .doesNotContain(What.FILE_CHANGED);
    }

    @Test
    void nor_say_that_it_was_somebody_else() throws IOException {
        UnaryOperator<String> another = text -> text.replaceFirst("person-\\d+", "person-99");

        assertThat(breaches(pack(Map.of(PackFiles.PEOPLE, another)))).containsExactly(What.COMMITMENT_BROKEN);
    }

    @Test
    void nor_change_a_decision_or_take_one_out() throws IOException {
        UnaryOperator<String> kind = text -> text.replaceFirst("lock-lifted", "lock-set");
        assertThat(breaches(pack(Map.of(PackFiles.DECISIONS, kind)))).contains(What.DECISION_CHANGED);

        UnaryOperator<String> withoutSecond = text -> {
            var lines = new ArrayList<>(text.lines().toList());
            lines.remove(1);
            return String.join("\n", lines) + "\n";
        };
        assertThat(breaches(pack(Map.of(PackFiles.DECISIONS, withoutSecond)))).contains(What.DECISION_MISSING);
    }

    @Test
    void what_is_no_proof_is_said_to_be_none() {
        assertThat(PackReading.of(new ByteArrayInputStream(new byte[] {1, 2, 3}))
                        .report(0, false)
                        .broken())
                .extracting(Breach::what)
                .contains(What.FILE_MISSING);
    }

    private static List<What> breaches(byte[] pack) {
        return read(pack).broken().stream().map(Breach::what).toList();
    }

    private static PackReport read(byte[] pack) {
        return PackReading.of(new ByteArrayInputStream(pack)).report(0, false);
    }

    /** As somebody changes it who does not know how digests are made. */
    private byte[] tampered(String file, UnaryOperator<String> change) throws IOException {
        return pack(Map.of(file, change), Map.of());
    }

    /** As somebody changes it who does. */
    private byte[] pack(Map<String, UnaryOperator<String>> changes) throws IOException {
        return pack(Map.of(), changes);
    }

    private byte[] pack(Map<String, UnaryOperator<String>> after, Map<String, UnaryOperator<String>> before)
            throws IOException {
        var sum = new PromiseSum();
        people.forEach(person -> sum.add(person.opening().hash()));
        List<String> decisions = SampleLines.chain("tenant/acme-de", CHANGE.toString(), "fire", sum.digest());
        var change = new LawChange(
                CHANGE,
                "Instruction",
                "ArbSchG § 12",
                List.of("DE"),
                "Each year",
                "BGBl.",
                LocalDate.of(2027, 1, 1),
                30,
                new UUID(2, 2),
                Instant.parse("2026-11-23T12:00:00Z"));
        var files = new TreeMap<String, String>();
        files.put(PackFiles.README, PackFiles.readme());
        files.put(PackFiles.CHANGE, Definitions.write(change) + "\n");
        files.put(PackFiles.VERSIONS, "[]\n");
        files.put(PackFiles.CORE_DECISIONS, "");
        files.put(PackFiles.DECISIONS, String.join("\n", decisions) + "\n");
        files.put(
                PackFiles.PEOPLE,
                String.join("\n", people.stream().map(Person::line).toList()) + "\n");
        files.put(PackFiles.ERASED, "");
        before.forEach((name, how) -> files.compute(name, (same, text) -> how.apply(text)));
        var honest = new ByteArrayOutputStream();
        Map<String, String> digests;
        try (var writer = new PackWriter(honest)) {
            for (var file : files.entrySet()) {
                writer.text(file.getKey(), file.getValue());
            }
            digests = writer.files();
        }
        var manifest = new PackManifest(
                PackManifest.FORMAT,
                "acme-de",
                CHANGE,
                "ArbSchG § 12",
                Instant.parse("2026-11-23T13:00:00Z"),
                digests,
                Map.of("fire", sum.digest()),
                PEOPLE,
                1,
                1);
        var out = new ByteArrayOutputStream();
        try (var writer = new PackWriter(out)) {
            for (var file : files.entrySet()) {
                String text = file.getValue();
                writer.text(
                        file.getKey(),
                        after.getOrDefault(file.getKey(), UnaryOperator.identity())
                                .apply(text));
            }
            writer.text(PackFiles.MANIFEST, manifest.withSeal("00"));
        }
        return out.toByteArray();
    }

    private List<Person> people() {
        var some = new ArrayList<Person>();
        for (int i = 0; i < PEOPLE; i++) {
            some.add(new Person(
                    Commitment.to(
                            Map.of("actor", "person-" + i, "change", CHANGE.toString(), "course", "fire"), random),
                    i == 7));
        }
        some.sort(Comparator.comparing(person -> person.opening().hash()));
        return some;
    }
}
