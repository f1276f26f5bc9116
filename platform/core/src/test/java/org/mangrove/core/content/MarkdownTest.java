package org.mangrove.core.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownTest {

    @Test
    void shows_html_instead_of_obeying_it() {
        assertThat(Markdown.toHtml("Hi <script>alert(1)</script>"))
                .isEqualTo("<p>Hi &lt;script&gt;alert(1)&lt;/script&gt;</p>\n");
        assertThat(Markdown.toHtml("<img src=x onerror=alert(1)>")).doesNotContain("<img");
    }

    @Test
    void links_lead_to_the_web_or_a_mailbox_only() {
        assertThat(Markdown.toHtml("[a](https://example.org) [b](javascript:alert(1)) [c](data:text/html,x)"))
                .contains("href=\"https://example.org\"")
                .doesNotContain("javascript:")
                .doesNotContain("data:");
    }

    @Test
    void leaves_the_words_of_an_image() {
        assertThat(Markdown.toHtml("See ![the plan](https://tracker.example/x.png)."))
                .isEqualTo("<p>See the plan.</p>\n");
    }

    @Test
    void headings_stand_below_those_of_the_page() {
        assertThat(Markdown.toHtml("# One\n\n#### Four"))
                .contains("<h4>One</h4>")
                .contains("<h6>Four</h6>");
    }
}
