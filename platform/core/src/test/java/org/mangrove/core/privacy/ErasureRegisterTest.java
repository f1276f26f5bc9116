package org.mangrove.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mangrove.core.database.Configuration;
import org.mangrove.core.identity.DataSubject;
import org.mangrove.core.identity.DataSubject.ForeignAccount;
import org.mangrove.core.tenancy.SampleTenants;
import org.mangrove.core.tenancy.TenantProfile;

class ErasureRegisterTest {

    private static final TenantProfile BERLIN = SampleTenants.of(SampleTenants.BERLIN);
    private static final TenantProfile OSAKA = SampleTenants.of(SampleTenants.OSAKA);
    private static final UUID ERASURE = new UUID(9, 9);
    private static final DataSubject LENA = new DataSubject(
            Optional.of(new UUID(7, 1)),
            Optional.of(new UUID(7, 2)),
            Set.of("lena.brandt@acme-de.example"),
            Set.of(new ForeignAccount("https://lms.example", "lbrandt")),
            Set.of());

    @TempDir
    Path folder;

    private final ErasureRegister register = new ErasureRegister();
    private boolean thereIsACore;

    @BeforeEach
    void put() {
        var configuration = new Configuration() {
            @Override
            public Optional<String> find(String name) {
                return switch (name) {
                    case "mangrove.erasures" -> Optional.of(folder.toString());
                    case "mangrove.client-secret-key" -> Optional.of("a key of the installation");
                    default -> Optional.empty();
                };
            }
        };
        register.configuration = configuration;
        register.hashes = new KeyedHashes();
        register.hashes.configuration = configuration;
        register.clock = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
        register.core = new CoreErasures() {
            @Override
            boolean isHere() {
                return thereIsACore;
            }

            @Override
            void add(TenantProfile tenant, ErasureRegister.Entry entry, String json) {
                // the core is elsewhere
            }

            @Override
            List<String> of(String cell) {
                return List.of();
            }
        };
    }

    @Test
    void names_nobody_and_is_written_once() throws IOException {
        String entry = register.entry(BERLIN, ERASURE, LENA);
        register.append(BERLIN, entry);
        register.append(BERLIN, entry);

        String file = Files.readString(register.file(BERLIN.cell()));
        assertThat(file.lines()).hasSize(1);
        assertThat(file)
                .contains(ERASURE.toString())
                .doesNotContain("lena", "brandt", "lms.example", new UUID(7, 1).toString(), new UUID(7, 2).toString());
        assertThat(register.read(BERLIN.cell())).containsOnlyKeys(ERASURE);
    }

    @Test
    void tells_by_each_identifier_whether_somebody_is_in_it_and_otherwise_in_each_tenant() {
        Set<String> known = register.hashes.of(BERLIN.tenant().id(), LENA);
        var byAddress = new DataSubject(
                Optional.empty(), Optional.empty(), Set.of("Lena.Brandt@acme-de.example"), Set.of(), Set.of());

        assertThat(known).containsAll(register.hashes.of(BERLIN.tenant().id(), byAddress));
        assertThat(known)
                .doesNotContainAnyElementsOf(register.hashes.of(OSAKA.tenant().id(), LENA));
    }

    @Test
    void takes_over_the_lines_of_a_copy() {
        String entry = register.entry(BERLIN, ERASURE, LENA);

        register.merge(BERLIN.cell(), List.of(entry, "", entry));

        assertThat(register.read(BERLIN.cell())).containsOnlyKeys(ERASURE);
    }

    @Test
    void a_line_that_was_cut_off_is_none_and_the_next_one_takes_its_place() throws IOException {
        String entry = register.entry(BERLIN, ERASURE, LENA);
        register.append(BERLIN, entry);
        String cut = register.entry(BERLIN, new UUID(9, 10), LENA);
        Files.writeString(register.file(BERLIN.cell()), cut.substring(0, cut.length() / 2), StandardOpenOption.APPEND);

        assertThat(register.read(BERLIN.cell())).containsOnlyKeys(ERASURE);
        register.append(BERLIN, register.entry(BERLIN, new UUID(9, 11), LENA));
        assertThat(register.read(BERLIN.cell())).containsOnlyKeys(ERASURE, new UUID(9, 11));
    }

    @Test
    void what_only_the_file_knows_is_not_in_each_copy() {
        register.append(BERLIN, register.entry(BERLIN, ERASURE, LENA));

        assertThat(register.inEachCopy(BERLIN.cell())).containsExactly(ERASURE);
        thereIsACore = true;
        assertThat(register.inEachCopy(BERLIN.cell())).isEmpty();
    }
}
