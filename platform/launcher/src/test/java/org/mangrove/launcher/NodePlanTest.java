package org.mangrove.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NodePlanTest {

    private static final List<String> CELLS = List.of("eu", "sa", "jp");

    @Test
    void reads_nodes_apart() {
        List<NodePlan> plans = NodePlan.parse("core,cell:eu,cell:sa+jp");

        assertThat(plans).containsExactly(NodePlan.core(), NodePlan.cells("eu"), NodePlan.cells("sa", "jp"));
        assertThatNoException().isThrownBy(() -> NodePlan.mustServe(plans, CELLS));
        assertThat(plans).extracting(NodePlan::name).containsExactly("node-core", "node-eu", "node-sa-jp");
        assertThat(NodePlan.told(plans)).isEqualTo("core,cell:eu,cell:sa+jp");
    }

    @Test
    void gives_a_node_its_own_databases_and_no_others() {
        assertThat(NodePlan.core().schemas()).containsExactly(Schema.core());
        assertThat(NodePlan.cells("sa", "jp").schemas()).containsExactly(Schema.cell("sa"), Schema.cell("jp"));
        assertThat(NodePlan.all(CELLS).schemas()).isEqualTo(Schema.of(CELLS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "core,", "cell:", "eu", "core;cell:eu", "all"})
    void refuses_what_it_cannot_read(String words) {
        assertThatExceptionOfType(Trouble.class)
                .isThrownBy(() -> NodePlan.parse(words))
                .withMessageContaining("core,cell:eu,cell:sa+jp");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"cell:eu+sa+jp", "core,core,cell:eu+sa+jp", "core,cell:eu+sa", "core,cell:eu+sa+jp,cell:eu"})
    void refuses_nodes_that_leave_something_out_or_serve_it_twice(String words) {
        assertThatExceptionOfType(Trouble.class).isThrownBy(() -> NodePlan.mustServe(NodePlan.parse(words), CELLS));
    }
}
