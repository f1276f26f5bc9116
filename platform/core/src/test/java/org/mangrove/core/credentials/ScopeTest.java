package org.mangrove.core.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mangrove.core.credentials.Scope.ALL;
import static org.mangrove.core.credentials.Scope.ALL_READ;
import static org.mangrove.core.credentials.Scope.PROFILE;
import static org.mangrove.core.credentials.Scope.STATE;
import static org.mangrove.core.credentials.Scope.STATEMENTS_READ;
import static org.mangrove.core.credentials.Scope.STATEMENTS_READ_MINE;
import static org.mangrove.core.credentials.Scope.STATEMENTS_WRITE;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mangrove.core.refusal.Refusal.NotAllowed;
import org.mangrove.core.tenancy.SampleTenants;
import org.mangrove.sdk.Message;

class ScopeTest {

    private static final Map<Scope, Set<Scope>> INCLUDED = Map.of(
            STATEMENTS_WRITE, Set.of(STATEMENTS_WRITE),
            STATEMENTS_READ_MINE, Set.of(STATEMENTS_READ_MINE),
            STATEMENTS_READ, Set.of(STATEMENTS_READ, STATEMENTS_READ_MINE),
            STATE, Set.of(STATE),
            PROFILE, Set.of(PROFILE),
            ALL, Set.of(Scope.values()),
            ALL_READ, Set.of(ALL_READ, STATEMENTS_READ, STATEMENTS_READ_MINE));

    @ParameterizedTest
    @EnumSource
    void includes_nothing_but_what_it_says(Scope scope) {
        assertThat(Stream.of(Scope.values()).filter(scope::includes))
                .containsExactlyInAnyOrderElementsOf(INCLUDED.get(scope));
    }

    @ParameterizedTest
    @EnumSource
    void is_found_by_the_name_that_xapi_has_for_it(Scope scope) {
        assertThat(Scope.read(scope.text())).contains(scope);
        assertThat(Scope.read(scope.name())).isEmpty();
    }

    @Test
    void a_caller_is_told_which_scope_is_missing() {
        assertThatExceptionOfType(NotAllowed.class)
                .isThrownBy(() -> caller(STATEMENTS_WRITE, PROFILE).mustMay(STATE, ALL_READ))
                .satisfies(refusal -> assertThat(refusal.reason())
                        .isEqualTo(Message.of("credentials.credential.scope-needed")
                                .with("scopes", "state, all/read")));
    }

    @Test
    void one_of_the_scopes_that_are_asked_for_is_enough() {
        caller(STATE).mustMay(STATE, ALL_READ);
        caller(ALL_READ).mustMay(STATE, ALL_READ);
        caller(ALL).mustMay(STATE, ALL_READ);
    }

    @Test
    void a_caller_within_a_grant_may_what_both_allow() {
        assertThat(may(caller(ALL).within(Set.of(STATEMENTS_READ)))).isEqualTo(INCLUDED.get(STATEMENTS_READ));
        assertThat(may(caller(STATEMENTS_READ, STATE).within(Set.of(ALL))))
                .containsExactlyInAnyOrder(STATEMENTS_READ, STATEMENTS_READ_MINE, STATE);
        assertThat(may(caller(STATEMENTS_READ).within(Set.of(STATEMENTS_READ_MINE, STATEMENTS_WRITE))))
                .containsExactly(STATEMENTS_READ_MINE);
        assertThat(may(caller(ALL).within(Set.of()))).isEmpty();
    }

    @Test
    void who_changes_the_authority_that_was_handed_out_changes_nothing() {
        XapiCaller caller = caller(ALL);

        caller.authority().put("name", "Somebody else");

        assertThat(caller.authority().path("name").asText()).isEqualTo("Warehouse");
    }

    private static Set<Scope> may(XapiCaller caller) {
        return Stream.of(Scope.values()).filter(caller::may).collect(Collectors.toSet());
    }

    private static XapiCaller caller(Scope... scopes) {
        return new XapiCaller(
                SampleTenants.of(SampleTenants.BERLIN),
                new UUID(0, 1),
                false,
                JsonNodeFactory.instance.objectNode().put("name", "Warehouse"),
                Set.of(scopes));
    }
}
