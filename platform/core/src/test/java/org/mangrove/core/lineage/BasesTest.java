package org.mangrove.core.lineage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mangrove.core.lineage.Lines.*;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class BasesTest {

    private static final Adaptation WRITTEN = plain(new Change.Set("call", "body", words("Call 112.")));

    @Test
    void what_is_new_is_based_on_what_is_above_now() {
        Adaptation based = only(Bases.of(List.of(WRITTEN), byId(master()), Optional.empty()));

        assertThat(based.base()).contains(words("Call 999 and leave the building."));
        assertThat(based.baseDigest()).contains(LineageJson.digestOf(words("Call 999 and leave the building.")));
    }

    @Test
    void what_is_handed_in_again_as_it_was_was_looked_at_by_nobody() {
        Overlay before = tenant(only(Bases.of(List.of(WRITTEN), byId(master()), Optional.empty())));
        List<Block> above = masterSaying("call", "Call 911.");

        Adaptation again = only(Bases.of(List.of(WRITTEN), byId(above), Optional.of(before)));

        assertThat(again).isEqualTo(before.adaptations().getFirst());
        assertThat(Resolution.of(above, List.of(tenant(again)), Rules.none("course", "fire-safety"), NOW)
                        .findings())
                .containsExactly(new Finding("acme-de", "call", "body", Finding.Kind.DRIFTED));
    }

    @Test
    void who_writes_anything_anew_has_seen_what_is_above() {
        Overlay before = tenant(only(Bases.of(List.of(WRITTEN), byId(master()), Optional.empty())));
        Adaptation anew = plain(new Change.Set("call", "body", words("Call 110.")));

        Adaptation based = only(Bases.of(List.of(anew), byId(masterSaying("call", "Call 911.")), Optional.of(before)));

        assertThat(based.base()).contains(words("Call 911."));
    }

    @Test
    void what_inserts_or_leaves_out_has_no_base() {
        Adaptation hidden = plain(new Change.Hide("calm"));

        assertThat(only(Bases.of(List.of(hidden), byId(master()), Optional.empty())))
                .isEqualTo(hidden);
    }

    private static Adaptation only(List<Adaptation> all) {
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private static Map<String, Block> byId(List<Block> blocks) {
        return blocks.stream().collect(Collectors.toMap(Block::id, Function.identity()));
    }
}
