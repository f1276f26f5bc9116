package org.mangrove.core.components;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeclaredComponentTest {

    @Test
    void is_what_the_file_says() {
        DeclaredComponent read = DeclaredComponent.of(Map.ofEntries(
                        Map.entry("a-tool.kind", "tool"),
                        Map.entry("a-tool.name", "A tool"),
                        Map.entry("a-tool.objective", "People can do more."),
                        Map.entry("a-tool.purposes", "authoring market-rules"),
                        Map.entry("a-tool.markets", "acme-de acme-at"),
                        Map.entry("a-tool.data", "None"),
                        Map.entry("a-tool.cost.amount", "1200"),
                        Map.entry("a-tool.cost.currency", "EUR"),
                        Map.entry("a-tool.contract-end", "2027-12-31"),
                        Map.entry("a-tool.owner", "Ada Weiss"),
                        Map.entry("a-tool.decision", "trial"),
                        Map.entry("a-tool.trial-until", "2027-06-30"),
                        Map.entry("a-tool.reason", "To see")))
                .getFirst();

        assertThat(read.key()).isEqualTo("a-tool");
        assertThat(read.terms().purposes()).containsExactlyInAnyOrder(Purpose.AUTHORING, Purpose.MARKET_RULES);
        assertThat(read.terms().markets()).isEqualTo(Set.of("acme-de", "acme-at"));
        assertThat(read.terms().cost()).contains(new Cost(1200, "EUR"));
        assertThat(read.terms().contractEnd()).contains(LocalDate.of(2027, 12, 31));
        assertThat(read.terms().isComplete()).isTrue();
        assertThat(read.owner()).isEqualTo("Ada Weiss");
        assertThat(read.decision()).isEqualTo(Decision.TRIAL);
        assertThat(read.lastDay()).contains(LocalDate.of(2027, 6, 30));
    }
}
