package org.mangrove.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PreBootTest {

    @Test
    void escapes_what_would_end_a_property_or_its_name() {
        assertThat(PreBoot.escaped("jdbc:mysql://127.0.0.1:3306/core?a=b"))
                .isEqualTo("jdbc\\:mysql\\://127.0.0.1\\:3306/core?a\\=b");
    }

    @Test
    void escapes_the_escape_itself() {
        assertThat(PreBoot.escaped("a\\:b")).isEqualTo("a\\\\\\:b");
    }
}
