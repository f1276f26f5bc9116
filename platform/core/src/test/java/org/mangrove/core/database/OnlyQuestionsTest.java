package org.mangrove.core.database;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnlyQuestionsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select id from learning_enrolment where tenant_id = ?",
                "(select 0, id from a where tenant_id = ? limit 1) union all (select 1, id from b where tenant_id = ?)",
                "/* every tenant: RELAY */ select count(*) from events_outbox",
                "\n  SELECT 1",
                "with recent as (select 1) select * from recent"
            })
    void a_question_may_be_put(String sql) {
        assertThatNoException().isThrownBy(() -> OnlyQuestions.mustBe(sql));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from events_outbox where tenant_id = ?",
                "/* select */ update learning_enrolment set state = ? where tenant_id = ?",
                "insert into a (tenant_id) select tenant_id from b where tenant_id = ?",
                "select id from learning_enrolment where tenant_id = ? for update",
                "(select id from learning_enrolment where tenant_id = ?) FOR SHARE",
                "select id from learning_enrolment where tenant_id = ? lock in share mode",
                "set autocommit = 0",
                ""
            })
    void whatever_changes_or_holds_something_may_not(String sql) {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> OnlyQuestions.mustBe(sql))
                .withMessageContaining("Only questions");
    }
}
