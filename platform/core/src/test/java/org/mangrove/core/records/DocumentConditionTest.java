package org.mangrove.core.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mangrove.core.records.DocumentCondition.Unconditionally.ANYTHING;
import static org.mangrove.core.records.DocumentCondition.Unconditionally.NOTHING;
import static org.mangrove.core.records.DocumentCondition.Unconditionally.ONLY_NEW;
import static org.mangrove.core.records.DocumentOutcome.CONDITION_FAILED;
import static org.mangrove.core.records.DocumentOutcome.CONDITION_MISSING;
import static org.mangrove.core.records.DocumentOutcome.DONE;
import static org.mangrove.core.records.DocumentOutcome.EXISTS;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.mangrove.core.records.DocumentCondition.Unconditionally;

class DocumentConditionTest {

    private static final Optional<String> A_DOCUMENT = Optional.of("a1");
    private static final Optional<String> NO_DOCUMENT = Optional.empty();

    @ParameterizedTest
    @CsvSource({
        "'\"a1\"', , a1, DONE",
        "'\"b2\"', , a1, CONDITION_FAILED",
        "'\"a1\"', , , CONDITION_FAILED",
        "*, , a1, DONE",
        "*, , , CONDITION_FAILED",
        ", *, , DONE",
        ", *, a1, CONDITION_FAILED",
        ", '\"a1\"', a1, CONDITION_FAILED",
        ", '\"b2\"', a1, DONE",
        "'\"a1\"', '\"b2\"', a1, DONE",
        "'\"a1\"', *, a1, CONDITION_FAILED"
    })
    void holds_or_fails_as_the_headers_say(String ifMatch, String ifNoneMatch, String there, DocumentOutcome outcome) {
        var condition = new DocumentCondition(
                Optional.ofNullable(ifMatch).flatMap(EntityTags::read),
                Optional.ofNullable(ifNoneMatch).flatMap(EntityTags::read),
                NOTHING);

        assertThat(condition.judge(Optional.ofNullable(there))).isEqualTo(outcome);
    }

    @Test
    void without_headers_it_is_as_the_version_and_the_resource_demand() {
        assertThat(unconditionally(ANYTHING).judge(A_DOCUMENT)).isEqualTo(DONE);
        assertThat(unconditionally(ANYTHING).judge(NO_DOCUMENT)).isEqualTo(DONE);
        assertThat(unconditionally(ONLY_NEW).judge(A_DOCUMENT)).isEqualTo(EXISTS);
        assertThat(unconditionally(ONLY_NEW).judge(NO_DOCUMENT)).isEqualTo(DONE);
        assertThat(unconditionally(NOTHING).judge(A_DOCUMENT)).isEqualTo(EXISTS);
        assertThat(unconditionally(NOTHING).judge(NO_DOCUMENT)).isEqualTo(CONDITION_MISSING);
    }

    @ParameterizedTest
    @EnumSource
    void a_condition_that_was_said_counts_whatever_may_be_done_without(Unconditionally otherwise) {
        var condition = new DocumentCondition(EntityTags.read("\"b2\""), Optional.empty(), otherwise);

        assertThat(condition.judge(A_DOCUMENT)).isEqualTo(CONDITION_FAILED);
    }

    private static DocumentCondition unconditionally(Unconditionally otherwise) {
        return new DocumentCondition(Optional.empty(), Optional.empty(), otherwise);
    }
}
