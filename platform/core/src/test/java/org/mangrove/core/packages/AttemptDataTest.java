package org.mangrove.core.packages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.identity.DataSubject;
import org.mangrove.core.identity.PersonalData.PersonalDataSink;
import org.mangrove.core.packages.store.AttemptRow;
import org.mangrove.core.packages.store.AttemptStore;
import org.mangrove.core.tenancy.SampleTenants;
import org.mangrove.sdk.TenantId;

class AttemptDataTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final UUID LENA = new UUID(0, 7);

    private final List<AttemptRow> rows = IntStream.rangeClosed(1, 123)
            .mapToObj(AttemptDataTest::row)
            .sorted(Comparator.comparing(row -> row.id().toString()))
            .toList();
    private final List<Integer> pages = new ArrayList<>();

    @Test
    void all_tries_are_exported_once_and_never_all_of_them_are_held() throws IOException {
        var data = new AttemptData();
        data.read = new AttemptRead();
        data.read.attempts = new AttemptStore() {
            @Override
            public List<AttemptRow> page(TenantId tenant, UUID person, UUID behind, int most) {
                List<AttemptRow> page = rows.stream()
                        .filter(row -> row.id().toString().compareTo(behind.toString()) > 0)
                        .limit(most)
                        .toList();
                pages.add(page.size());
                return page;
            }
        };
        var told = new ArrayList<Integer>();
        var subject = new DataSubject(Optional.of(LENA), Optional.empty(), Set.of(), Set.of(), Set.of());

        data.export(SampleTenants.of(SampleTenants.BERLIN), subject, new PersonalDataSink() {
            @Override
            public void item(String kind, JsonNode item) {
                told.add(item.required("attempt").intValue());
            }

            @Override
            public void file(String name, InputStream content) {
                throw new AssertionError(name);
            }
        });

        assertThat(told)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, 123).boxed().toList());
        assertThat(pages).containsExactly(50, 50, 23, 0);
    }

    private static AttemptRow row(int attempt) {
        return new AttemptRow(
                SampleTenants.BERLIN.id(),
                LENA,
                "fire-safety",
                attempt,
                1,
                new Taken(
                        Digest.of(new byte[] {1}),
                        "de",
                        "Brandschutz",
                        Standard.SCORM_12,
                        "start.html",
                        Optional.of(NOW),
                        Optional.of(true),
                        OptionalInt.of(80)),
                NOW);
    }
}
