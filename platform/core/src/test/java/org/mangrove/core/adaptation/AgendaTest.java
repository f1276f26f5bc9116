package org.mangrove.core.adaptation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mangrove.sdk.TenantId;

@Timeout(30)
class AgendaTest {

    private static final Instant NOW = Instant.parse("2026-06-01T08:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final TenantId FIRST = new TenantId(1);
    private static final TenantId SECOND = new TenantId(2);

    private final Agenda agenda = new Agenda();

    @Test
    void who_is_due_first_is_taken_first() throws InterruptedException {
        agenda.put(FIRST, NOW);
        agenda.put(SECOND, NOW.minusSeconds(1));

        assertThat(agenda.take(CLOCK)).isEqualTo(SECOND);
        assertThat(agenda.take(CLOCK)).isEqualTo(FIRST);
    }

    @Test
    void who_is_put_on_it_twice_is_looked_at_once_at_the_earlier_time() throws Exception {
        agenda.put(FIRST, NOW.plusSeconds(3_600));
        agenda.put(FIRST, NOW);
        agenda.put(FIRST, NOW.plusSeconds(60));
        assertThat(agenda.take(CLOCK)).isEqualTo(FIRST);

        CompletableFuture<TenantId> next = later();
        agenda.put(SECOND, NOW);

        assertThat(next.get(20, TimeUnit.SECONDS)).isEqualTo(SECOND);
    }

    @Test
    void who_waits_is_woken_by_what_is_due() throws Exception {
        agenda.put(FIRST, NOW.plusSeconds(3_600));
        CompletableFuture<TenantId> next = later();

        agenda.put(FIRST, NOW);

        assertThat(next.get(20, TimeUnit.SECONDS)).isEqualTo(FIRST);
    }

    private CompletableFuture<TenantId> later() {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return agenda.take(CLOCK);
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        });
    }
}
