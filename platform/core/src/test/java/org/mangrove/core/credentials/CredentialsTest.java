package org.mangrove.core.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mangrove.core.credentials.XapiAdmission.Known;
import org.mangrove.core.credentials.XapiAdmission.OverLimit;
import org.mangrove.core.credentials.XapiAdmission.TooMany;
import org.mangrove.core.credentials.XapiAdmission.Unknown;
import org.mangrove.core.credentials.store.CredentialChanges;
import org.mangrove.core.database.ClockByHand;
import org.mangrove.core.identity.MachineTokens;
import org.mangrove.core.identity.OpaqueToken;
import org.mangrove.core.refusal.Refusal.Conflict;
import org.mangrove.core.refusal.Refusal.Invalid;
import org.mangrove.core.refusal.Refusal.NotFound;
import org.mangrove.core.tenancy.SampleTenants;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.core.tenancy.TenantsInMemory;
import org.mangrove.sdk.TenantId;

class CredentialsTest {

    private static final TenantProfile BERLIN = SampleTenants.of(SampleTenants.BERLIN);
    private static final TenantProfile MUNICH =
            SampleTenants.of(SampleTenants.like(SampleTenants.BERLIN, 4, "acme-by"));
    private static final TenantProfile OSAKA = SampleTenants.of(SampleTenants.OSAKA);
    private static final Optional<UUID> ADMIN = Optional.of(new UUID(0, 7));
    private static final Instant BEGINNING = Instant.parse("2026-11-22T06:00:00Z");
    private static final Terms READING =
            new Terms("Data warehouse", Set.of(Scope.STATEMENTS_READ), Optional.empty(), Optional.empty());
    private static final String HERE = "192.0.2.1";
    private static final String THERE = "192.0.2.2";

    private final ClockByHand clock = new ClockByHand(BEGINNING);
    private final CredentialsInMemory rows = new CredentialsInMemory();
    private final CredentialChanges changes = new ChangesInMemory();
    private final SystemsByHand systems = new SystemsByHand();
    private final SignedTokens tokens = new SignedTokens();
    private final Credentials credentials = new Credentials();
    private final XapiAdmissions admissions = node(credentials);
    private final Credentials.Fresh berlins = credentials.create(BERLIN, ADMIN, READING);

    @Test
    void lets_nobody_in_for_a_system_that_is_held_back_until_it_is_allowed_again() {
        var ofTheLms = new Terms(
                "LMS", Terms.USUAL_PURPOSE, Set.of(Scope.STATEMENTS_READ), Optional.empty(), Optional.empty(), "lms");
        Credentials.Fresh fresh = credentials.create(BERLIN, ADMIN, ofTheLms);
        assertThat(shown(fresh)).isInstanceOf(Known.class);

        systems.heldBack.add("lms");

        assertThat(shown(fresh)).isInstanceOf(Unknown.class);
        assertThat(shown(berlins)).as("of another system").isInstanceOf(Known.class);
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> credentials.create(BERLIN, ADMIN, ofTheLms))
                .satisfies(refused -> assertThat(refused.place()).contains("component"));

        systems.heldBack.clear();
        assertThat(shown(fresh)).isInstanceOf(Known.class);
    }

    @Test
    void what_operators_make_for_their_own_tools_is_not_asked_about() {
        systems.heldBack.add("");

        assertThat(shown(credentials.create(BERLIN, Optional.empty(), READING))).isInstanceOf(Known.class);
        assertThatExceptionOfType(Invalid.class).isThrownBy(() -> credentials.create(BERLIN, ADMIN, READING));
        assertThat(shown(berlins)).isInstanceOf(Unknown.class);
    }

    @Test
    void lets_in_whoever_knows_key_and_secret() {
        assertThat(caller(shown(berlins)))
                .satisfies(caller -> assertThat(caller.tenant()).isEqualTo(BERLIN))
                .satisfies(caller ->
                        assertThat(caller.source()).isEqualTo(berlins.key().id()))
                .satisfies(caller -> assertThat(caller.scopes()).containsExactly(Scope.STATEMENTS_READ));
    }

    @Test
    void vouches_for_its_statements_by_its_title_and_key_at_the_tenants_own_address() {
        assertThat(caller(shown(berlins)).authority())
                .hasToString(("{'objectType':'Agent','name':'Data warehouse',"
                                + "'account':{'homePage':'http://acme-de.localhost:8080','name':'%s'}}")
                        .formatted(berlins.key().text())
                        .replace('\'', '"'));
    }

    @Test
    void lets_nobody_in_by_another_secret() {
        var other = credentials.create(BERLIN, ADMIN, READING);

        assertThat(shown(berlins.key().text(), other.secret().text())).isInstanceOf(Unknown.class);
        assertThat(shown(berlins.key().text(), OpaqueToken.next().text())).isInstanceOf(Unknown.class);
        assertThat(shown(berlins.key().text(), "")).isInstanceOf(Unknown.class);
    }

    @Test
    void a_key_does_not_open_another_tenant() {
        String elsewhere = new CredentialKey("acme-jp", berlins.key().id()).text();
        String secret = berlins.secret().text();

        assertThat(shown(elsewhere, secret)).isInstanceOf(Unknown.class);
        assertThat(shown("nobody." + berlins.key().id(), secret)).isInstanceOf(Unknown.class);
        assertThat(shown(berlins.key().id().toString(), secret)).isInstanceOf(Unknown.class);
    }

    @Test
    void is_read_once_however_often_it_is_shown() {
        for (int time = 0; time < 1_000; time++) {
            caller(shown(berlins));
        }

        // once to know it, once to write down that it was used
        assertThat(rows.reads).isEqualTo(2);
    }

    @Test
    void lets_nobody_in_once_it_is_revoked() {
        caller(shown(berlins));

        credentials.revoke(BERLIN, ADMIN, berlins.key().id());
        credentials.revoke(BERLIN, Optional.empty(), berlins.key().id());

        assertThat(shown(berlins)).isInstanceOf(Unknown.class);
        assertThat(credentials.all(BERLIN)).singleElement().satisfies(credential -> {
            assertThat(credential.at(clock.instant())).isEqualTo(Credential.State.REVOKED);
            assertThat(credential.madeBy()).isEqualTo(ADMIN);
            assertThat(credential.revokedBy()).isEqualTo(ADMIN);
        });
    }

    @Test
    void another_node_lets_nobody_in_some_seconds_after_it_is_revoked() {
        XapiAdmissions other = node(new Credentials());
        String key = berlins.key().text();
        String secret = berlins.secret().text();
        caller(other.byKey(key, secret, HERE));

        credentials.revoke(BERLIN, ADMIN, berlins.key().id());

        clock.pass(KnownCredentials.BELIEVED);
        assertThat(other.byKey(key, secret, HERE)).isInstanceOf(Unknown.class);
    }

    @Test
    void another_tenant_can_neither_see_nor_revoke_it() {
        assertThat(credentials.all(OSAKA)).isEmpty();
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> credentials.revoke(OSAKA, ADMIN, berlins.key().id()));
        caller(shown(berlins));
    }

    @Test
    void lets_nobody_in_from_the_moment_on_at_which_it_ends() {
        var end = BEGINNING.plus(Duration.ofDays(1));
        var ending = credentials.create(
                BERLIN, ADMIN, new Terms("Auditor", Set.of(Scope.ALL_READ), Optional.empty(), Optional.of(end)));

        clock.set(end.minusMillis(1));
        caller(shown(ending));
        clock.set(end);

        assertThat(shown(ending)).isInstanceOf(Unknown.class);
        assertThat(credentials.all(BERLIN).getLast().at(end)).isEqualTo(Credential.State.EXPIRED);
    }

    @Test
    void its_use_is_written_down_now_and_then() {
        assertThat(credentials.all(BERLIN).getFirst().lastUsed()).isEmpty();

        caller(shown(berlins));
        clock.set(BEGINNING.plus(Duration.ofMinutes(10)));
        caller(shown(berlins));
        assertThat(credentials.all(BERLIN).getFirst().lastUsed()).contains(BEGINNING);

        clock.set(BEGINNING.plus(Duration.ofMinutes(11)));
        caller(shown(berlins));
        assertThat(credentials.all(BERLIN).getFirst().lastUsed()).contains(clock.instant());
    }

    @Test
    void who_tries_to_use_it_without_the_secret_has_not_used_it() {
        shown(berlins.key().text(), OpaqueToken.next().text());

        assertThat(credentials.all(BERLIN).getFirst().lastUsed()).isEmpty();
    }

    @Test
    void takes_as_many_requests_a_second_as_were_agreed() {
        var slow = credentials.create(
                BERLIN, ADMIN, new Terms("Sensor", Set.of(Scope.STATEMENTS_WRITE), Optional.of(2), Optional.empty()));

        caller(shown(slow));
        caller(shown(slow));

        assertThat(shown(slow)).isInstanceOfSatisfying(OverLimit.class, over -> {
            assertThat(over.caller().source()).isEqualTo(slow.key().id());
            assertThat(over.retryAfter()).isEqualTo(Duration.ofMillis(500));
        });
        clock.pass(Duration.ofMillis(500));
        caller(shown(slow));
        for (int time = 0; time < 1_000; time++) {
            caller(shown(berlins));
        }
    }

    @Test
    void who_guesses_is_not_looked_at_for_a_while_and_keeps_nobody_else_out() {
        for (int guess = 0; guess < 60; guess++) {
            assertThat(shown(berlins.key().text(), OpaqueToken.next().text())).isInstanceOf(Unknown.class);
        }

        assertThat(shown(berlins)).isEqualTo(new TooMany(Duration.ofSeconds(1)));
        assertThat(admissions.byKey(berlins.key().text(), berlins.secret().text(), THERE))
                .isInstanceOf(Known.class);
        clock.pass(Duration.ofSeconds(1));
        caller(shown(berlins));
    }

    @Test
    void what_cannot_be_a_name_is_all_one_to_us() {
        for (int guess = 0; guess < 600; guess++) {
            assertThat(shown("nonsense " + guess, "")).isInstanceOf(Unknown.class);
        }

        assertThat(shown("other nonsense", "")).isInstanceOf(TooMany.class);
        caller(shown(berlins));
    }

    @Test
    void who_tries_many_names_is_looked_at_under_those_only_that_let_them_in_before() {
        var others = credentials.create(BERLIN, ADMIN, READING);
        caller(shown(berlins));
        for (int name = 0; name < 600; name++) {
            shown("acme-de." + UUID.randomUUID(), OpaqueToken.next().text());
        }
        int before = rows.reads;

        assertThat(shown(others)).isInstanceOf(TooMany.class);
        assertThat(rows.reads).isEqualTo(before);
        caller(shown(berlins));
    }

    @Test
    void a_program_may_what_both_its_token_and_the_tenant_allow() {
        var terms =
                new Terms("Warehouse", Set.of(Scope.STATEMENTS_WRITE, Scope.STATE), Optional.empty(), Optional.empty());
        credentials.register(BERLIN, ADMIN, "acme-de.warehouse", terms);
        tokens.sign("token", BERLIN, "acme-de.warehouse", "profile", "xapi:statements/write", "xapi:all/read");

        XapiCaller caller = caller(admissions.byToken("token", HERE));

        assertThat(caller.tenant()).isEqualTo(BERLIN);
        assertThat(caller.scopes()).containsExactly(Scope.STATEMENTS_WRITE);
        assertThat(caller.source()).isEqualTo(credentials.all(BERLIN).getLast().id());
        assertThat(caller.authority().at("/account/name").asText())
                .isEqualTo(new CredentialKey("acme-de", caller.source()).text());
    }

    @Test
    void a_program_that_the_tenant_has_not_let_in_is_nobody() {
        tokens.sign("token", BERLIN, "acme-de.warehouse", "xapi:all");

        assertThat(admissions.byToken("token", HERE)).isInstanceOf(Unknown.class);
    }

    @Test
    void a_program_is_nobody_once_it_is_revoked_and_may_be_let_in_again() {
        credentials.register(BERLIN, ADMIN, "acme-de.warehouse", READING);
        tokens.sign("token", BERLIN, "acme-de.warehouse", "xapi:all");
        UUID first = caller(admissions.byToken("token", HERE)).source();

        credentials.revoke(BERLIN, ADMIN, first);
        assertThat(admissions.byToken("token", HERE)).isInstanceOf(Unknown.class);

        credentials.register(BERLIN, ADMIN, "acme-de.warehouse", READING);
        assertThat(caller(admissions.byToken("token", HERE)).source()).isNotEqualTo(first);
    }

    @Test
    void a_program_is_let_in_once_at_a_time() {
        credentials.register(BERLIN, ADMIN, "acme-de.warehouse", READING);

        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> credentials.register(BERLIN, ADMIN, "acme-de.warehouse", READING));
    }

    @Test
    void a_token_of_another_realm_is_nobodys_whatever_its_client_is_called() {
        credentials.register(BERLIN, ADMIN, "acme-de.warehouse", READING);
        tokens.sign("token", OSAKA, "acme-de.warehouse", "xapi:all");

        assertThat(admissions.byToken("token", HERE)).isInstanceOf(Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"acme-de.warehouse", "acme-by", "acme-by.", "acme-by.a b", "acme-by.ä", "", ".", "acme-byx.a"})
    void a_tenant_lets_in_programs_that_are_named_after_it_alone(String client) {
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> credentials.register(MUNICH, ADMIN, client, READING))
                .satisfies(refusal -> assertThat(refusal.place()).contains("client"));
    }

    @Test
    void one_needs_a_title_scopes_a_limit_that_is_one_and_an_end_in_the_future() {
        var now = Optional.of(BEGINNING);
        var all = Set.of(Scope.ALL);
        assertThatRefused("title", new Terms(" ", all, Optional.empty(), Optional.empty()));
        assertThatRefused("title", new Terms("x".repeat(201), all, Optional.empty(), Optional.empty()));
        assertThatRefused("scope", new Terms("LMS", Set.of(), Optional.empty(), Optional.empty()));
        assertThatRefused("limit", new Terms("LMS", all, Optional.of(0), Optional.empty()));
        assertThatRefused("limit", new Terms("LMS", all, Optional.of(100_001), Optional.empty()));
        assertThatRefused("expires", new Terms("LMS", all, Optional.empty(), now));
    }

    private void assertThatRefused(String place, Terms terms) {
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> credentials.create(BERLIN, ADMIN, terms))
                .satisfies(refusal -> assertThat(refusal.place()).contains(place));
    }

    private XapiAdmission shown(Credentials.Fresh fresh) {
        return shown(fresh.key().text(), fresh.secret().text());
    }

    private XapiAdmission shown(String key, String secret) {
        return admissions.byKey(key, secret, HERE);
    }

    private static XapiCaller caller(XapiAdmission admission) {
        assertThat(admission).isInstanceOf(Known.class);
        return ((Known) admission).caller();
    }

    private XapiAdmissions node(Credentials credentials) {
        var book = new CredentialBook();
        book.clock = clock;
        book.store = rows;
        book.changes = changes;
        var known = new KnownCredentials(this::ticks);
        known.book = book;
        var tenants = TenantsInMemory.of(BERLIN, MUNICH, OSAKA);
        known.tenants = tenants;
        known.addresses = tenants.addresses();
        credentials.book = book;
        credentials.known = known;
        credentials.clock = clock;
        credentials.gates = systems;
        var admissions = new XapiAdmissions();
        admissions.book = book;
        admissions.known = known;
        admissions.tenants = tenants;
        admissions.tokens = tokens;
        admissions.clock = clock;
        admissions.gates = systems;
        admissions.ticks = this::ticks;
        return admissions;
    }

    private long ticks() {
        return Duration.between(BEGINNING, clock.instant()).toNanos();
    }

    /** What all nodes look at. */
    private static final class ChangesInMemory extends CredentialChanges {

        private final AtomicLong number = new AtomicLong();

        @Override
        public void count(TenantId tenant) {
            number.incrementAndGet();
        }

        @Override
        public long counted(String cell) {
            return number.get();
        }
    }

    /** Believes what the test has signed, if the client is of the realm that signed it. */
    private static final class SignedTokens implements MachineTokens {

        private record Signed(String realm, Machine machine) {}

        private final Map<String, Signed> signed = new HashMap<>();

        void sign(String token, TenantProfile tenant, String client, String... scopes) {
            signed.put(token, new Signed(tenant.identity().realm(), new Machine(client, Set.of(scopes))));
        }

        @Override
        public Optional<Machine> read(String token, Function<String, Optional<String>> home) {
            return Optional.ofNullable(signed.get(token))
                    .filter(there -> home.apply(there.machine().client())
                            .filter(there.realm()::equals)
                            .isPresent())
                    .map(Signed::machine);
        }

        @Override
        public Optional<String> claimedClient(String token) {
            return Optional.ofNullable(signed.get(token))
                    .map(there -> there.machine().client());
        }
    }
}
