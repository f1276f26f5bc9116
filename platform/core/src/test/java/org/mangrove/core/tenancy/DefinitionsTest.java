package org.mangrove.core.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DefinitionsTest {

    @Test
    void an_enterprise_is_read_as_it_was_written() {
        var enterprise = enterprise(Map.of(Locale.ENGLISH, "Acme", Locale.forLanguageTag("pt-BR"), "Acme do Brasil"));

        assertThat(Definitions.read(Definitions.write(enterprise), Enterprise.class))
                .isEqualTo(enterprise);
    }

    @Test
    void what_was_written_before_there_was_a_rubric_is_read_and_written_as_it_was() {
        String before =
                "{\"homeRealm\":\"acme-eu\",\"id\":{\"number\":1},\"language\":\"en\",\"names\":{},\"slug\":\"acme\"}";

        Enterprise read = Definitions.read(before, Enterprise.class);

        assertThat(read.quality()).isEmpty();
        assertThat(Definitions.read(Definitions.write(read), Enterprise.class)).isEqualTo(read);
        assertThat(read.rights()).isEmpty();
        assertThat(Definitions.write(read)).doesNotContain("quality").doesNotContain("rights");
    }

    @Test
    void the_order_of_names_changes_nothing() {
        var oneWay = new LinkedHashMap<Locale, String>();
        oneWay.put(Locale.ENGLISH, "Acme");
        oneWay.put(Locale.JAPANESE, "アクメ");
        var otherWay = new LinkedHashMap<Locale, String>();
        otherWay.put(Locale.JAPANESE, "アクメ");
        otherWay.put(Locale.ENGLISH, "Acme");

        assertThat(Definitions.write(enterprise(oneWay)))
                .isEqualTo(Definitions.write(enterprise(otherWay)))
                .contains("\"names\":{\"en\":\"Acme\",\"ja\":\"アクメ\"}");
    }

    private static Enterprise enterprise(Map<Locale, String> names) {
        return new Enterprise(new EnterpriseId(1), "acme", names, Locale.ENGLISH, "acme-eu");
    }
}
