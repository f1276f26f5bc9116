package org.mangrove.core.records;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.mangrove.core.keys.Sealer;
import org.mangrove.core.records.NewStatement.Part;
import org.mangrove.sdk.TenantId;

class SealedPartsTest {

    private static final TenantId TENANT = new TenantId(3);
    private static final UUID POSITION = UUID.fromString("01935a3c-0000-7000-8000-000000000001");
    private static final UUID LENA = new UUID(0, 1);
    private static final UUID KIM = new UUID(0, 2);

    private final SecureRandom random = new SecureRandom();
    private final Map<UUID, Seal> seals = Map.of(LENA, seal(7), KIM, seal(8));

    @Test
    void each_value_comes_back_under_its_number() {
        List<Part> parts = IntStream.range(0, 300)
                .mapToObj(number -> part(number, number % 2 == 0 ? LENA : KIM, "x".repeat(number)))
                .toList();

        Map<Integer, String> opened = opened(write(parts), POSITION);

        assertThat(opened).hasSize(300);
        parts.forEach(part -> assertThat(opened).containsEntry(part.number(), new String(part.json(), UTF_8)));
    }

    @Test
    void people_lie_in_bundles_of_their_own_and_nobody_is_named() {
        byte[] sealed =
                write(List.of(part(0, LENA, "Lena Brandt"), part(1, KIM, "Kim Park"), part(2, LENA, "my words")));

        assertThat(SealedParts.read(sealed))
                .extracting(SealedParts.Bundle::seal, SealedParts.Bundle::numbers)
                .containsExactly(tuple(of(LENA).id(), List.of(0, 2)), tuple(of(KIM).id(), List.of(1)));
        assertThat(new String(sealed, UTF_8)).doesNotContain("Lena", "Kim", "words");
    }

    @Test
    void what_is_nobodys_lies_open() {
        byte[] sealed = write(List.of(new Part(0, Optional.empty(), "{\"$sealed\":1}".getBytes(UTF_8))));

        assertThat(new String(sealed, UTF_8)).contains("{\"$sealed\":1}");
        assertThat(opened(sealed, POSITION)).containsEntry(0, "{\"$sealed\":1}");
    }

    @Test
    void opens_nowhere_else_and_not_when_it_was_changed() {
        byte[] sealed = write(List.of(part(0, LENA, "Lena Brandt")));

        assertThatIllegalStateException().isThrownBy(() -> opened(sealed, UUID.randomUUID()));
        sealed[sealed.length - 1] ^= 1;
        assertThatIllegalStateException().isThrownBy(() -> opened(sealed, POSITION));
    }

    @Test
    void a_statement_of_nobody_takes_no_room() {
        assertThat(write(List.of())).isEmpty();
        assertThat(SealedParts.read(new byte[0])).isEmpty();
    }

    private byte[] write(List<Part> parts) {
        return SealedParts.write(new Sealer(random), statement(parts), this::of);
    }

    private Map<Integer, String> opened(byte[] sealed, UUID position) {
        var values = new HashMap<Integer, byte[]>();
        for (SealedParts.Bundle bundle : SealedParts.read(sealed)) {
            if (bundle.seal().equals(Seal.NONE)) {
                SealedParts.add(bundle, bundle.bytes(), values);
            } else {
                Seal seal = seals.values().stream()
                        .filter(one -> one.id().equals(bundle.seal()))
                        .findFirst()
                        .orElseThrow();
                SealedParts.open(new Sealer(random), TENANT, position, bundle, seal.key(), values);
            }
        }
        var texts = new HashMap<Integer, String>();
        values.forEach((number, json) -> texts.put(number, new String(json, UTF_8)));
        return texts;
    }

    private Seal of(UUID person) {
        return Optional.ofNullable(seals.get(person)).orElseThrow();
    }

    private static Part part(int number, UUID person, String json) {
        return new Part(number, Optional.of(person), json.getBytes(UTF_8));
    }

    private static Seal seal(int seed) {
        byte[] key = new byte[32];
        key[0] = (byte) seed;
        return new Seal(UUID.randomUUID(), new SecretKeySpec(key, "AES"));
    }

    private static NewStatement statement(List<Part> parts) {
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
                new byte[0],
                parts);
    }
}
