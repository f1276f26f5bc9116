package org.mangrove.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mangrove.launcher.Stack;

/** What other systems say of people lies sealed in the database of their zone, and comes back as it was sent. */
@ExtendWith(WholeStack.class)
class SealedRecordsIT {

    private static final String TEXTS = "select table_schema, table_name, column_name from information_schema.columns"
            + " where table_schema like 'mangrove%' and data_type in ('char', 'varchar', 'text', 'mediumtext', 'longtext',"
            + " 'binary', 'varbinary', 'blob', 'mediumblob', 'longblob', 'json')";

    private final String name = "Capybara" + UUID.randomUUID().toString().substring(0, 8);
    private final UUID id = UUID.randomUUID();
    private final String statement = """
            {"id":"%1$s","actor":{"objectType":"Agent","name":"Lena %2$s","mbox":"mailto:lena.%2$s@example.org"},\
            "verb":{"id":"http://example.org/met","display":{"de":"traf"}},\
            "object":{"objectType":"Agent","name":"Ben %2$s","account":{"homePage":"http://example.org","name":"ben.%2$s"}},\
            "result":{"response":"%2$s was there","extensions":{"http://example.org/e":{"who":"%2$s","share":0.50}}},\
            "context":{"instructor":{"objectType":"Group","name":"Teachers of %2$s","member":\
            [{"objectType":"Agent","name":"Kim %2$s","mbox":"mailto:kim.%2$s@example.org"}]},"language":"de",\
            "extensions":{"http://example.org/f":"%2$s"}},"timestamp":"2026-11-22T09:30:00.123Z"}""".formatted(id, name);

    @Test
    void who_is_named_stands_in_no_column_and_is_read_as_it_was_sent(WholeStack.Site site, Stack stack) {
        try (var store = RecordStore.of(site, new Operator(stack), "acme-de", "2.0.0", "\"all\"")) {
            assertThat(store.post("statements", statement, "Content-Type", "application/json")
                            .status())
                    .isEqualTo(200);

            assertThat(columnsWithTheName(stack)).isEmpty();
            String read = store.get("statements?statementId=" + id).text();
            assertThat(read).startsWith(statement.substring(0, statement.length() - 1) + ",\"stored\":");
            assertThat(store.get("statements?"
                                    + RecordStore.query(
                                            Map.of("agent", "{\"mbox\":\"mailto:lena." + name + "@example.org\"}")))
                            .text())
                    .contains(read);
            assertThat(store.get("statements?statementId=" + id + "&format=ids").text())
                    .contains("lena." + name, "ben." + name, "kim." + name)
                    .doesNotContain("Lena " + name);
        }
    }

    private List<String> columnsWithTheName(Stack stack) {
        Rows everywhere = Rows.everywhere(stack);
        return everywhere
                .read(
                        TEXTS,
                        List.of(),
                        row -> "`%s`.`%s` where locate(cast('%s' as binary), cast(`%s` as binary)) > 0"
                                .formatted(row.getString(1), row.getString(2), name, row.getString(3)))
                .stream()
                .filter(place -> everywhere.number("select count(*) from " + place) > 0)
                .toList();
    }
}
