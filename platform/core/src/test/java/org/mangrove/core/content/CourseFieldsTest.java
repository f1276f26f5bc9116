package org.mangrove.core.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CourseFieldsTest {

    @Test
    void fields_stand_as_a_reader_meets_them() {
        assertThat(Stream.of(
                                "zebra",
                                "hint",
                                "explanation",
                                "options.b.text",
                                "options.a.feedback",
                                "options.a.text",
                                "prompt",
                                "heading")
                        .sorted(CourseFields.readingOrder()))
                .containsExactly(
                        "heading",
                        "prompt",
                        "options.a.text",
                        "options.a.feedback",
                        "options.b.text",
                        "explanation",
                        "hint",
                        "zebra");
    }
}
