package org.mangrove.core.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What is known of a thing by the digest alone. */
class WorkTest {

    private static final Thing COMPANY = new Thing(Thing.Kind.PROVIDER, "acme-jp", "acme-jp-company");

    private final Work work = new Work(new JournalInMemory(), UnaryOperator.identity());

    @Test
    void another_secret_is_a_change_of_what_cannot_be_seen() {
        work.apply(List.of(new Company("linked", "true", "secret", "old")));

        assertThat(work.plan(List.of(new Company("linked", "true", "secret", "new"))))
                .containsExactly(new Change(Change.Nature.UPDATE, COMPANY, List.of("clientSecret")));
    }

    @Test
    void another_order_of_names_as_after_a_new_start_of_the_node_is_none() {
        work.apply(List.of(new Company("linked", "true", "secret", "old")));

        assertThat(work.plan(List.of(new Company("secret", "old", "linked", "true"))))
                .isEmpty();
    }

    /** A thing that is always there as it is wanted, as far as one sees. */
    private record Company(String... namesAndValues) implements Piece {

        @Override
        public Thing thing() {
            return COMPANY;
        }

        @Override
        public JsonNode wanted() {
            ObjectNode wanted = JsonNodeFactory.instance.objectNode();
            for (int at = 0; at < namesAndValues.length; at += 2) {
                wanted.put(namesAndValues[at], namesAndValues[at + 1]);
            }
            return wanted;
        }

        @Override
        public Optional<JsonNode> find() {
            return Optional.of(wanted());
        }

        @Override
        public Optional<String> hidden() {
            return Optional.of("clientSecret");
        }

        @Override
        public void apply() {
            // It is as it is wanted.
        }
    }
}
