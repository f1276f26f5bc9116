package org.mangrove.launcher.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WeightTest {

    @Test
    void what_a_closed_menu_says_needs_no_font_yet() {
        String html = """
                <p>Berlin</p><div class="menu" popover><div>العربية</div><ul><li>日本語</li></ul></div><div>Osaka</div>
                """;

        assertThat(Weight.shown(html)).contains("Berlin", "Osaka").doesNotContain("العربية", "日本語");
    }

    @Test
    void a_button_that_opens_a_menu_is_shown() {
        assertThat(Weight.shown("<button popovertarget=\"menu\">Öffnen</button>"))
                .contains("Öffnen");
    }
}
