package org.mangrove.core.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WallRuleTest {

    private final Wall wall = new Wall(Map.of(
            "learning_enrolment", "tenant_id",
            "identity_person", "tenant_id",
            "content_course", "enterprise_id"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select e.id from learning_enrolment e where e.tenant_id = ? and e.id = ?",
                "select id from learning_enrolment where tenant_id = 7",
                "select id from learning_enrolment where (tenant_id = ?) and (id = ? or id = ?)",
                "select e1_0.id from learning_enrolment e1_0 where (e1_0.tenant_id, e1_0.id) in ((?, ?), (?, ?))",
                "select e.id from (select ? as tenant_id, ? as id) w straight_join learning_enrolment e on e.tenant_id = w.tenant_id and e.id = w.id",
                "select e.id from (select ? as tenant_id, ? as id union all select ?, ?) w straight_join learning_enrolment e on e.tenant_id = w.tenant_id and e.id = w.id for update",
                "select e.id from learning_enrolment e join identity_person p on p.tenant_id = e.tenant_id and p.id = e.person where e.tenant_id = ?",
                "select e.id from learning_enrolment e left join identity_person p on p.tenant_id = e.tenant_id and p.id = e.person where e.tenant_id = ?",
                "select e.id from learning_enrolment e where e.tenant_id = ? and exists (select 1 from identity_person p where p.tenant_id = e.tenant_id and p.id = e.person)",
                "with mine as (select id from learning_enrolment where tenant_id = ?) select * from mine",
                "select id from learning_enrolment where tenant_id = ? union all select id from identity_person where tenant_id = ?",
                "select (select count(*) from identity_person p where p.tenant_id = e.tenant_id) from learning_enrolment e where e.tenant_id = ?",
                "select x.n from (select count(*) n from learning_enrolment where tenant_id = ?) x",
                "insert into learning_enrolment (tenant_id, id) values (?, ?)",
                "insert into learning_enrolment (tenant_id, id) values (?, ?) on duplicate key update since = values(since)",
                "insert into learning_enrolment (tenant_id, id) select tenant_id, id from identity_person where tenant_id = ?",
                "update learning_enrolment set since = ? where tenant_id = ? and id = ?",
                "update learning_enrolment e join identity_person p on p.tenant_id = e.tenant_id set e.since = ? where e.tenant_id = ?",
                "delete from learning_enrolment where tenant_id = ?",
                "select c.id from content_course c where c.enterprise_id = ? for update",
                "select last_number from events_relay where name = 'relay' for update",
                "/* every tenant: RELAY */ select tenant_id from learning_enrolment",
            })
    void lets_pass_what_is_held_to_one_owner(String sql) {
        assertThatNoException().isThrownBy(() -> wall.mustHold(sql));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select id from learning_enrolment",
                "select id from learning_enrolment where id = ?",
                "select id from learning_enrolment where tenant_id = ? or id = ?",
                "select id from learning_enrolment where not (tenant_id = ?)",
                "select id from learning_enrolment where tenant_id <> ?",
                "select id from learning_enrolment where tenant_id > ?",
                "select id from learning_enrolment where tenant_id in (?, ?)",
                "select id from learning_enrolment where tenant_id = tenant_id",
                "select e.id from learning_enrolment e where e.tenant_id = e.person",
                "select e.id from learning_enrolment e join identity_person p on p.id = e.person where e.tenant_id = ?",
                "select e.id from learning_enrolment e left join identity_person p on p.tenant_id = e.tenant_id and e.tenant_id = ?",
                "select e.id from learning_enrolment e where e.tenant_id = ? and exists (select 1 from identity_person p where p.id = e.person)",
                "select e.id from learning_enrolment e where e.tenant_id = ? and e.person in (select id from identity_person)",
                "select (select count(*) from identity_person) from learning_enrolment e where e.tenant_id = ?",
                "select * from (select id from learning_enrolment) x",
                "with everybody as (select id from identity_person) select id from learning_enrolment where tenant_id = ?",
                "select id from learning_enrolment where tenant_id = ? union all select id from identity_person",
                "select c.id from content_course c where c.tenant_id = ?",
                "select c.id from content_course c join learning_enrolment e on e.tenant_id = c.enterprise_id where c.enterprise_id = ?",
                "select e.id from (select ? as tenant_id, ? as id) w straight_join learning_enrolment e on e.id = w.id",
                "select e.id from (select ? as tenant_id, ? as id) w left join learning_enrolment e on e.id = w.id and w.tenant_id = ?",
                "select e.id from learning_enrolment e left join (select ? as tenant_id) w on w.tenant_id = e.tenant_id",
                "select e.id from (select ? as tenant_id union all select id + 1) w join learning_enrolment e on e.tenant_id = w.tenant_id",
                "select e.id from (select ? as t union all select c.id from content_course c where c.enterprise_id = ?) w join learning_enrolment e on e.tenant_id = w.t",
                "insert into learning_enrolment values (?, ?)",
                "insert into learning_enrolment (id) values (?)",
                "insert into learning_enrolment (tenant_id, id) select ?, id from identity_person",
                "update learning_enrolment set since = ? where id = ?",
                "update learning_enrolment set tenant_id = ? where tenant_id = ? and id = ?",
                "update learning_enrolment set since = (select max(since) from learning_enrolment x) where tenant_id = ?",
                "delete from learning_enrolment",
                "delete from learning_enrolment where tenant_id = ? or 1 = 1",
                "replace into learning_enrolment (tenant_id, id) values (?, ?)",
                "truncate table learning_enrolment",
                "this is no SQL",
                "select id from learning_enrolment /* every tenant: RELAY */",
            })
    void refuses_what_could_reach_another_owners_rows(String sql) {
        assertThatExceptionOfType(AcrossTheWall.class).isThrownBy(() -> wall.mustHold(sql));
    }

    @ParameterizedTest
    @ValueSource(strings = {"select id from learning_enrolment"})
    void names_the_statement_that_it_refused(String sql) {
        assertThatExceptionOfType(AcrossTheWall.class)
                .isThrownBy(() -> wall.mustHold(sql))
                .satisfies(refused -> assertThat(refused)
                        .hasMessageContaining("learning_enrolment.tenant_id")
                        .hasMessageContaining(sql));
    }
}
