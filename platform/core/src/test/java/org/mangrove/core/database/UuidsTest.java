package org.mangrove.core.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UuidsTest {

    @Test
    void gives_ids_of_version_7_and_the_variant_of_the_standard() {
        assertThat(Uuids.next()).satisfies(id -> {
            assertThat(id.version()).isEqualTo(7);
            assertThat(id.variant()).isEqualTo(2);
        });
    }

    @Test
    void carries_the_time_in_its_first_48_bits() {
        long before = System.currentTimeMillis();

        UUID id = Uuids.next();

        assertThat(id.getMostSignificantBits() >>> 16).isBetween(before, System.currentTimeMillis() + 25);
    }

    @Test
    void sorts_by_the_order_in_which_ids_were_made() {
        var ids = Stream.generate(Uuids::next).limit(50_000).toList();

        assertThat(ids)
                .isSortedAccordingTo(
                        (a, b) -> Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits()));
    }

    @Test
    void never_gives_an_id_twice_to_many_threads() {
        var ids = IntStream.range(0, 100_000)
                .parallel()
                .mapToObj(i -> Uuids.next())
                .collect(Collectors.toSet());

        assertThat(ids).hasSize(100_000);
    }

    @Test
    void goes_to_bytes_and_back() {
        UUID id = Uuids.next();

        assertThat(Uuids.fromBytes(Uuids.bytes(id))).isEqualTo(id);
    }
}
