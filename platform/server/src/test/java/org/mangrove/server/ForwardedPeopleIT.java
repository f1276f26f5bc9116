package org.mangrove.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mangrove.core.forwarding.ErasureRequest;
import org.mangrove.core.forwarding.ErasureRequest.State;
import org.mangrove.core.forwarding.ErasureRequests;
import org.mangrove.core.forwarding.ForwardedPeople;
import org.mangrove.core.forwarding.ForwarderState.Kind;
import org.mangrove.core.forwarding.ForwarderTerms;
import org.mangrove.core.forwarding.Forwarders;
import org.mangrove.core.forwarding.ForwardingFilter;
import org.mangrove.core.forwarding.SetAside;
import org.mangrove.core.forwarding.TargetLogin;
import org.mangrove.core.identity.DataSubject;
import org.mangrove.core.identity.PersonalData.PersonalDataSink;
import org.mangrove.core.tenancy.SampleTenants;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.core.tenancy.TenantProfile.Purpose;
import org.mangrove.core.tenancy.Tenants;
import org.mangrove.core.xapi.XapiVersion;

/** Who is forgotten here is forgotten where they were told of, too: in the real container and database. */
@ArquillianTest
class ForwardedPeopleIT {

    private static final String NETWORKS = "mangrove.forwarding.networks";
    private static final Pattern ID = Pattern.compile("\\{\"id\":\"([0-9a-f-]{36})\"");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final LocalDate LATER = LocalDate.now(ZoneOffset.UTC).plusDays(2);

    private final UUID actor = UUID.randomUUID();
    private final List<String> told = Collections.synchronizedList(new ArrayList<>());
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private volatile int answer = 200;
    private volatile int refusal;
    private volatile CountDownLatch arrival = new CountDownLatch(0);

    @Inject
    Bookkeeping bookkeeping;

    @Inject
    Forwarders forwarders;

    @Inject
    ForwardedPeople people;

    @Inject
    ErasureRequests requests;

    @Inject
    Tenants tenants;

    @Inject
    Neighbours neighbours;

    private Optional<HttpServer> server = Optional.empty();

    @BeforeEach
    void setUp() throws Exception {
        neighbours.moveIn();
        System.setProperty(NETWORKS, "127.0.0.0/8");
        HttpServer opened = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        opened.createContext("/xapi/statements", this::take);
        opened.createContext("/erasures", this::erase);
        opened.start();
        server = Optional.of(opened);
    }

    @AfterEach
    void tearDown() {
        forwarders
                .open(neighbours.acmeDe())
                .forEach(entry ->
                        forwarders.remove(neighbours.acmeDe(), entry.forwarder().id()));
        server.ifPresent(opened -> opened.stop(0));
        System.clearProperty(NETWORKS);
    }

    @Test
    void a_wish_to_be_forgotten_goes_where_the_person_was_told_of_until_it_is_answered() throws Exception {
        forward(Optional.of(address("/erasures")));
        DataSubject who = somebodyTold();
        UUID reference = requests.reference(acmeDe(), who);
        answer = 503;

        assertThat(people.erase(acmeDe(), who).removed()).isOne();

        until(() -> !asked.isEmpty());
        assertThat(requests.of(neighbours.acmeDe(), reference))
                .singleElement()
                .extracting(ErasureRequest::state)
                .isEqualTo(State.TO_SEND);
        answer = 200;
        until(() -> requests.areOver(neighbours.acmeDe(), reference));
        ErasureRequest over = requests.of(neighbours.acmeDe(), reference).getFirst();
        JsonNode document = new ObjectMapper().readTree(asked.getLast());
        assertThat(document.path("schema").asText()).isEqualTo("mangrove.erasure-request/1");
        assertThat(document.path("reference").asText()).isEqualTo(over.id().toString());
        assertThat(document.path("agents")).hasSize(1);
        assertThat(document.at("/agents/0/account/name").asText()).isEqualTo(actor.toString());
        assertThat(over.answer()).isEqualTo("gone by noon");
        assertThat(requests.names(neighbours.acmeDe(), over.id())).isEmpty();
        assertThat(people.erase(acmeDe(), who).removed()).isZero();
        assertThat(requests.of(neighbours.acmeDe(), reference)).hasSize(1);
        assertThat(requests.of(neighbours.borealisDe(), reference)).isEmpty();
    }

    @Test
    void where_no_address_takes_it_an_admin_is_told_what_to_ask_and_notes_that_it_was_done() throws Exception {
        forward(Optional.empty());
        DataSubject who = somebodyTold();
        UUID reference = requests.reference(acmeDe(), who);
        long before = requests.waiting(neighbours.acmeDe());

        people.erase(acmeDe(), who);

        ErasureRequest request = requests.of(neighbours.acmeDe(), reference).getFirst();
        assertThat(request.state()).isEqualTo(State.BY_HAND);
        assertThat(requests.waiting(neighbours.acmeDe())).isGreaterThan(before);
        assertThat(requests.names(neighbours.acmeDe(), request.id()))
                .singleElement()
                .asString()
                .startsWith(actor.toString());
        requests.done(neighbours.acmeDe(), request.id(), "Confirmed by letter", Optional.empty());
        assertThat(requests.names(neighbours.acmeDe(), request.id())).isEmpty();
        // what was still on its way when the person was forgotten is asked for by itself
        until(() -> {
            requests.of(neighbours.acmeDe(), reference).stream()
                    .filter(late -> !late.state().isOver())
                    .forEach(late -> requests.done(neighbours.acmeDe(), late.id(), "Too", Optional.empty()));
            return requests.areOver(neighbours.acmeDe(), reference);
        });
        assertThat(asked).isEmpty();
    }

    @Test
    void one_that_is_refused_waits_for_somebody() throws Exception {
        forward(Optional.of(address("/erasures")));
        DataSubject who = somebodyTold();
        answer = 404;

        people.erase(acmeDe(), who);

        UUID reference = requests.reference(acmeDe(), who);
        until(() -> requests.of(neighbours.acmeDe(), reference).getFirst().state() == State.REFUSED);
    }

    @Test
    void people_are_told_where_their_statements_went_and_neighbours_nothing() throws Exception {
        forward(Optional.empty());
        DataSubject who = somebodyTold();

        assertThat(exported(acmeDe(), who))
                .singleElement()
                .asString()
                .contains("Group Holding", "\"country\":\"FR\"", "training-records");
        assertThat(exported(tenants.find(neighbours.borealisDe()).orElseThrow(), who))
                .isEmpty();
    }

    @Test
    void what_a_removed_forwarder_has_told_is_not_forgotten() throws Exception {
        UUID forwarder = forward(Optional.empty());
        DataSubject who = somebodyTold();
        forwarders.remove(neighbours.acmeDe(), forwarder);

        people.erase(acmeDe(), who);

        assertThat(requests.of(neighbours.acmeDe(), requests.reference(acmeDe(), who)))
                .hasSize(1);
    }

    @Test
    void who_is_forgotten_while_a_statement_of_them_is_on_its_way_is_forgotten_there_too() throws Exception {
        forward(Optional.empty());
        var who = new DataSubject(Optional.empty(), Optional.of(actor), Set.of(), Set.of(), Set.of());
        UUID reference = requests.reference(acmeDe(), who);
        var held = new CountDownLatch(1);
        arrival = held;
        bookkeeping.keep(acmeDe(), "forwarded", actor);
        until(() -> told.stream().anyMatch(body -> body.contains(actor.toString())));

        assertThat(people.erase(acmeDe(), who).removed()).isZero();
        assertThat(requests.of(neighbours.acmeDe(), reference)).isEmpty();

        held.countDown();
        until(() -> !requests.of(neighbours.acmeDe(), reference).isEmpty());
        assertThat(exported(acmeDe(), who)).noneMatch(item -> item.startsWith("recipient"));
    }

    @Test
    void whom_a_store_was_told_of_is_remembered_while_a_statement_speaks_of_them() throws Exception {
        forward(Optional.empty());
        DataSubject who = somebodyTold();

        expire(List.of());
        assertThat(exported(acmeDe(), who)).hasSize(1);

        bookkeeping.remove(acmeDe(), actor);
        assertThat(bookkeeping.countExpired(acmeDe(), "training-records", LATER, List.of()))
                .isPositive();
        expire(List.of(who));
        assertThat(exported(acmeDe(), who)).as("of somebody who is held").hasSize(1);
        expire(List.of());
        assertThat(exported(acmeDe(), who)).isEmpty();
    }

    @Test
    void what_was_asked_of_a_store_is_kept_until_it_is_done_and_then_for_its_purpose() throws Exception {
        forward(Optional.empty());
        DataSubject who = somebodyTold();
        UUID reference = requests.reference(acmeDe(), who);
        people.erase(acmeDe(), who);
        UUID request = requests.of(neighbours.acmeDe(), reference).getFirst().id();

        expire(List.of());
        assertThat(requests.of(neighbours.acmeDe(), reference))
                .extracting(ErasureRequest::id)
                .contains(request);
        requests.done(neighbours.acmeDe(), request, "Confirmed by letter", Optional.empty());
        bookkeeping.expire(acmeDe(), "another-purpose", LATER, List.of());
        bookkeeping.expire(acmeDe(), "training-records", LATER.minusDays(4), List.of());
        assertThat(requests.of(neighbours.acmeDe(), reference))
                .extracting(ErasureRequest::id)
                .contains(request);

        expire(List.of());
        assertThat(requests.of(neighbours.acmeDe(), reference))
                .extracting(ErasureRequest::id)
                .doesNotContain(request);
    }

    @Test
    void that_a_statement_was_set_aside_is_forgotten_with_the_statement() throws Exception {
        refusal = 400;
        UUID forwarder = forward(Optional.empty());
        bookkeeping.keep(acmeDe(), "forwarded", actor);
        until(() -> !setAside(forwarder).isEmpty());

        bookkeeping.remove(acmeDe(), actor);

        assertThat(setAside(forwarder)).isEmpty();
    }

    private List<SetAside> setAside(UUID forwarder) {
        return forwarders.setAside(neighbours.acmeDe(), forwarder, Optional.empty(), 10);
    }

    private void expire(List<DataSubject> held) {
        bookkeeping.expire(acmeDe(), "training-records", LATER, held);
    }

    /** A forwarder that has looked through what was stored before: from now on each statement goes through its queue, once. */
    private UUID forward(Optional<URI> erasure) throws Exception {
        TenantProfile withPurpose = SampleTenants.processing(
                acmeDe().tenant(), new Purpose("training-records", "it", "contract", "Art. 6", 30));
        UUID forwarder = forwarders.create(
                withPurpose,
                Optional.empty(),
                new ForwarderTerms(
                        "Group",
                        address("/xapi"),
                        XapiVersion.V2_0_0,
                        false,
                        ForwardingFilter.ALL,
                        "",
                        "FR",
                        "Group Holding",
                        "training-records",
                        "A contract",
                        erasure),
                TargetLogin.NONE,
                Optional.empty());
        until(() -> forwarders.must(neighbours.acmeDe(), forwarder).state().kind() == Kind.UP_TO_DATE);
        return forwarder;
    }

    /** Somebody whose statement has arrived elsewhere, which is remembered a moment later. */
    private DataSubject somebodyTold() throws Exception {
        bookkeeping.keep(acmeDe(), "forwarded", actor);
        until(() -> told.stream().anyMatch(body -> body.contains(actor.toString())));
        var who = new DataSubject(Optional.empty(), Optional.of(actor), Set.of(), Set.of(), Set.of());
        until(() -> {
            try {
                return !exported(acmeDe(), who).isEmpty();
            } catch (IOException failed) {
                throw new AssertionError(failed);
            }
        });
        return who;
    }

    private List<String> exported(TenantProfile tenant, DataSubject who) throws IOException {
        var items = new ArrayList<String>();
        people.export(tenant, who, new PersonalDataSink() {
            @Override
            public void item(String kind, JsonNode item) {
                items.add(kind + " " + item);
            }

            @Override
            public void file(String name, InputStream content) {
                throw new AssertionError("There are no files");
            }
        });
        return items;
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = body(exchange);
        told.add(body);
        hold();
        if (refusal != 0) {
            reply(exchange, refusal, "{}");
            return;
        }
        reply(
                exchange,
                200,
                ID.matcher(body)
                        .results()
                        .map(found -> '"' + found.group(1) + '"')
                        .collect(Collectors.joining(",", "[", "]")));
    }

    private void hold() {
        try {
            assertThat(arrival.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void erase(HttpExchange exchange) throws IOException {
        asked.add(body(exchange));
        reply(exchange, answer, "{\"answer\":\"gone by noon\"}");
    }

    private static String body(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void reply(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private URI address(String path) {
        return URI.create(
                "http://127.0.0.1:" + server.orElseThrow().getAddress().getPort() + path);
    }

    private static void until(BooleanSupplier holds) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!holds.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(end);
            Thread.sleep(100);
        }
    }

    private TenantProfile acmeDe() {
        return tenants.find(neighbours.acmeDe()).orElseThrow();
    }
}
