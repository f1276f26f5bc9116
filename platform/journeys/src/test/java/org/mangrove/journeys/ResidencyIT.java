package org.mangrove.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mangrove.launcher.Stack;

/**
 * What somebody leaves anywhere is in the cell and the realm of their zone, and nowhere else: no other schema, no log, no
 * file, no export.
 *
 * <p>Of a governor the core has the byline that they agreed to and their actor, and nothing else.
 */
@ExtendWith(WholeStack.class)
class ResidencyIT {

    private static final String COURSE = "information-security-essentials";
    private static final String BYLINE = "mangrove_core.identity_core_member.byline";
    private static final Set<String> CORE_KNOWS_ACTORS_IN =
            Set.of("mangrove_core.identity_core_member.id", "mangrove_core.identity_core_session.actor_id");
    private static final Pattern PAPER = Pattern.compile("href=\"([^\"]*/certificates/[0-9a-f-]{36}/pdf)\"");
    private static final Pattern CERTIFICATE = Pattern.compile("href=\"[^\"]*/certificates/([0-9a-f-]{36})\"");
    private static final Pattern FORM = Pattern.compile("<form[^>]*\\saction=\"([^\"]+)\"");
    private static final Pattern MORE = Pattern.compile("\"more\":\"([^\"]*)\"");
    private static final Pattern OF_A_REQUEST = Pattern.compile("tenant=(?:-|\\d+) request=[0-9a-f]{16}");
    private static final Pattern ACCESS = Pattern.compile(
            "(?s).*] tenant=(?:-|\\d+) request=[0-9a-f]{16} (?:-|[A-Z]+) (?:-|/[a-zA-Z0-9/{}*-]*) \\d{3} \\d+ ms");
    private static final List<String> TENANTS =
            List.of("acme-de", "acme-at", "acme-sa", "acme-jp", "borealis-de", "borealis-jp");

    /** All schemas of a server share these: rows on their way, and what takes them back. */
    private static final Pattern SHARED_BY_ALL_SCHEMAS =
            Pattern.compile("database/(?:ibdata1|ib_logfile0|ibtmp1|undo\\d+|aria_log.*|#.*|ib_buffer_pool)");

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void what_people_leave_is_in_their_own_zone_and_nowhere_else(WholeStack.Site site, Stack stack) throws Exception {
        Instant since = Instant.now().minus(Duration.ofSeconds(2));
        long logBefore = Files.size(stack.node().log());
        operator(
                stack,
                "/operator/api/demonstration/accounts",
                "application/yaml",
                Marked.all().stream().map(Marked::account).collect(Collectors.joining("", "accounts:\n", "")));

        try (var databases = new SearchedDatabases(stack.database())) {
            byte[] paper = learns(site, Marked.NAJLA, new Learner(Marked.NAJLA.user(), "acme-sa", "ar", "rtl"));
            learns(site, Marked.SAYO, new Learner(Marked.SAYO.user(), "acme-jp", "ja", "ltr"));
            fails(site, databases, new Learner(Marked.UTE.user(), "acme-de", "de", "ltr"));
            governs(site);
            int asked = new Provocations(site, Marked.NAJLA, "acme-sa").send()
                    + new Provocations(site, Marked.SAYO, "acme-jp").send()
                    + new Provocations(site, Marked.UTE, "acme-de").send();
            assertThat(asked).isPositive();

            var certificate = new Traces(Marked.NAJLA.kept());
            assertThat(SearchedFolder.unpacked(paper, certificate))
                    .as("what can be found in the certificate")
                    .extracting(Marker::text)
                    .contains(Marked.NAJLA.script());

            List<Find> rows = new ArrayList<>();
            var folder = new SearchedFolder(stack.state().path(), since);
            List<Find> files = new ArrayList<>();
            writeOut(databases);
            var leaks = new SoftAssertions();
            for (Marked who : Marked.all()) {
                List<Marker> ids = ids(databases, who);
                var traces = new Traces(Stream.of(who.kept(), who.passing(), ids)
                        .flatMap(List::stream)
                        .toList());
                List<Find> inRows = databases.search(traces);
                List<Find> inFiles = folder.search(traces);
                rows.addAll(inRows);
                files.addAll(inFiles);
                mustBeFound(who, inRows, inFiles);
                leaks.assertThat(inRows)
                        .as("rows of %s outside their zones", who.user())
                        .filteredOn(Predicate.not(find -> belongs(who, find)))
                        .isEmpty();
                leaks.assertThat(inFiles)
                        .as("files that tell of %s", who.user())
                        .filteredOn(Predicate.not(find -> isOf(who, find)))
                        .isEmpty();
                leaks.assertThat(Stream.concat(inRows.stream(), inFiles.stream()))
                        .as("what was kept of what passes by, of %s", who.user())
                        .filteredOn(find -> who.passing().stream()
                                .anyMatch(marker ->
                                        marker.text().equals(find.marker().text())))
                        .isEmpty();
            }
            leaks.assertAll();
            assertThat(folder.files()).as("files that were read").isGreaterThan(500);
            assertThat(databases.count("keycloak")).isGreaterThan(80);
            assertThat(databases.count("mangrove_core")).isGreaterThan(10);
            assertThat(logSince(stack, logBefore).contains("java.sql.SQLException (SQL state 45000"))
                    .as("the failure was logged")
                    .isTrue();
        }
        for (String tenant : TENANTS) {
            String exported = statements(stack, site, tenant);
            assertThat(exported).contains("\"statements\"");
            assertThat(exported.contains(Marked.NAJLA.answer()))
                    .as("%s tells of answers in acme-sa", tenant)
                    .isEqualTo(tenant.equals("acme-sa"));
            assertThat(exported.contains(Marked.SAYO.answer()))
                    .as("%s tells of answers in acme-jp", tenant)
                    .isEqualTo(tenant.equals("acme-jp"));
        }
    }

    @Test
    void each_line_of_a_request_names_tenant_and_request_and_tells_a_route_in_place_of_an_address(
            WholeStack.Site site, Stack stack) throws Exception {
        long before = Files.size(stack.node().log());
        new Provocations(site, Marked.UTE, "acme-de").send();
        try (var visitor = new Visitor(site, "de")) {
            visitor.signOn("acme-de", Learner.LENA.user(), Learner.PASSWORD);
            visitor.go(Learner.LENA.at("/courses/" + COURSE + "?from=" + Marked.UTE.word("query")));
        }

        List<String> told = Arrays.stream(logSince(stack, before).split("\n(?=\\[20)"))
                .filter(record -> record.contains("_ThreadName=http-thread-pool"))
                .filter(record -> !record.contains("org.glassfish.grizzly"))
                .toList();
        assertThat(told).allSatisfy(record -> assertThat(record).containsPattern(OF_A_REQUEST));
        List<String> access = told.stream()
                .filter(record -> record.contains("org.mangrove.access"))
                .toList();
        assertThat(access).allSatisfy(record -> assertThat(record.strip()).matches(ACCESS));
        assertThat(String.join("", access))
                .containsPattern("tenant=\\d+ request=\\w+ GET /courses/\\{course} 200")
                .containsPattern("tenant=\\d+ request=\\w+ GET /sign-on/callback 302")
                .containsPattern("tenant=- request=\\w+ GET - 404");
    }

    private static String logSince(Stack stack, long before) throws IOException {
        byte[] all = Files.readAllBytes(stack.node().log());
        return new String(all, (int) before, all.length - (int) before, StandardCharsets.UTF_8);
    }

    /** Takes the course, with answers that nobody else would give, and says what the certificate's paper is. */
    private static byte[] learns(WholeStack.Site site, Marked who, Learner learner) {
        try (var visitor = new Visitor(site, learner.language())) {
            visitor.signOn(learner.tenant(), learner.user(), Learner.PASSWORD);
            String course = learner.at("/courses/" + COURSE);
            visitor.go(learner.at("/catalogue?q=" + who.word("query")));
            visitor.submit(learner.at("/language"), Map.of("language", List.of("en"), "back", List.of("/catalogue")));
            visitor.submit(
                    learner.at("/language"),
                    Map.of("language", List.of(learner.language()), "back", List.of("/" + who.word("query"))));
            visitor.submit(learner.at("/look"), Map.of("look", List.of("dark"), "back", List.of("/catalogue")));
            visitor.go(course);
            visitor.submit(course + "/enrolment", Map.of());
            for (WrittenAnswers.Section section : new WrittenAnswers(COURSE, learner).sections()) {
                section.answers().forEach((block, answer) -> {
                    String place = course + "/blocks/" + block + "/answer";
                    visitor.submit(place, Map.of("answer", List.of(who.answer())));
                    visitor.submit(place, answer);
                });
                visitor.submit(course + "/sections/" + section.id() + "/done", Map.of());
            }
            String certificate = visitor.go(course + "/result").find(CERTIFICATE);
            visitor.go(learner.at("/transcript/csv?sort=" + who.word("query")));
            visitor.submit(learner.at("/my-data/learning-analytics"), Map.of("say", List.of("yes")));
            visitor.submit(learner.at("/my-data/" + who.word("path")), Map.of("say", List.of(who.word("form"))));
            return visitor.go(visitor.go(learner.at("/certificates/" + certificate))
                            .find(PAPER))
                    .body();
        }
    }

    /** Types wrong passwords and user names, and answers what the database will not take. */
    private static void fails(WholeStack.Site site, SearchedDatabases databases, Learner learner) {
        Marked who = Marked.UTE;
        try (var visitor = new Visitor(site, learner.language())) {
            visitor.signOn(learner.tenant(), learner.user(), Learner.PASSWORD);
            String course = learner.at("/courses/" + COURSE);
            visitor.go(course);
            visitor.submit(course + "/enrolment", Map.of());
            String answer = course + "/blocks/q-lock/answer";
            databases.change("""
                    create trigger mangrove_cell_eu.quotes before update on mangrove_cell_eu.learning_enrolment
                    for each row
                    begin
                        if new.progress like '%%%1$s%%' then
                            set @said = substring(new.progress, locate('%1$s', new.progress), 40);
                            signal sqlstate '45000' set message_text = @said;
                        end if;
                    end""".formatted(who.word("answer")));
            try {
                assertThat(visitor.submit(answer, Map.of("answer", List.of(who.answer())))
                                .status())
                        .isEqualTo(500);
            } finally {
                databases.change("drop trigger mangrove_cell_eu.quotes");
            }
            visitor.go(course);
            assertThat(visitor.submit(answer, Map.of("answer", List.of(who.answer())))
                            .status())
                    .isEqualTo(200);
        }
        try (var stranger = new Visitor(site, learner.language())) {
            Visitor.Answer page = keycloak(stranger, learner.at("/sign-on?back=/catalogue"));
            for (String user : List.of(who.word("wronguser"), who.email(), who.user(), who.user())) {
                page = stranger.submit(
                        page.find(FORM), Map.of("username", List.of(user), "password", List.of(who.word("password"))));
                assertThat(page.status()).as("%s", page.address()).isEqualTo(200);
            }
        }
    }

    private static void governs(WholeStack.Site site) {
        try (var visitor = new Visitor(site, "en")) {
            Visitor.Answer page = keycloak(visitor, "/e/acme/sign-on?back=/");
            for (int step = 0; step < 3 && isKeycloaks(page, site); step++) {
                page = visitor.submit(
                        page.find(FORM),
                        Map.of("username", List.of(Marked.GERDA.user()), "password", List.of(Learner.PASSWORD)));
                while (page.isRedirect()) {
                    page = visitor.go(page.next().toString());
                }
            }
            assertThat(page.address().getAuthority()).isEqualTo(site.url().getAuthority());
            assertThat(page.text()).contains(Marked.GERDA.family());
        }
    }

    private static boolean isKeycloaks(Visitor.Answer page, WholeStack.Site site) {
        return !page.address().getAuthority().equals(site.url().getAuthority());
    }

    /** The first page of Keycloak that sign-on leads to. */
    private static Visitor.Answer keycloak(Visitor visitor, String path) {
        Visitor.Answer page = visitor.go(path);
        while (page.isRedirect()) {
            page = visitor.go(page.next().toString());
        }
        return page;
    }

    /** Has all that is in memory written to the files, so that these can be searched, too. */
    private static void writeOut(SearchedDatabases databases) throws InterruptedException {
        databases.change("set global innodb_max_dirty_pages_pct_lwm = 0.001");
        databases.change("set global innodb_max_dirty_pages_pct = 0");
        try {
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            while (databases.dirtyPages() > 0) {
                assertThat(System.nanoTime()).as("written within a minute").isLessThan(deadline);
                TimeUnit.MILLISECONDS.sleep(50);
            }
        } finally {
            databases.change("set global innodb_max_dirty_pages_pct = default");
            databases.change("set global innodb_max_dirty_pages_pct_lwm = default");
        }
    }

    /** By which ids the person is known, in the cell and in the realms. */
    private static List<Marker> ids(SearchedDatabases databases, Marked who) {
        var ids = new ArrayList<Marker>();
        for (String cell : List.of("eu", "sa", "jp")) {
            String from = " from mangrove_cell_%s.identity_person where email = ?".formatted(cell);
            databases.find("select id" + from, who.email()).ifPresent(id -> ids.add(Marker.of("person", uuid(id))));
            databases
                    .find("select actor_id" + from, who.email())
                    .ifPresent(id -> ids.add(Marker.of("actor", uuid(id))));
        }
        for (String realm : List.of("acme-eu", "acme-sa", "acme-jp", "acme-jp-company")) {
            databases
                    .find(
                            "select u.ID from keycloak.USER_ENTITY u join keycloak.REALM r on r.ID = u.REALM_ID"
                                    + " where r.NAME = ? and u.EMAIL = ?",
                            realm,
                            who.email())
                    .ifPresent(id ->
                            ids.add(Marker.of("account", UUID.fromString(new String(id, StandardCharsets.US_ASCII)))));
        }
        return ids;
    }

    private static UUID uuid(byte[] id) {
        var bytes = ByteBuffer.wrap(id);
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    /** A search that finds nothing at home would find nothing anywhere. */
    private static void mustBeFound(Marked who, List<Find> rows, List<Find> files) {
        for (String zone : who.zones()) {
            var expected = new ArrayList<>(List.of("user", "given", "family", "mail", "script", "account"));
            if (zone.startsWith("cell")) {
                expected.remove("user");
                expected.addAll(List.of("answer", "person", "actor"));
            }
            assertThat(rows)
                    .as("what is known of %s in %s", who.user(), zone)
                    .filteredOn(find -> find.zone().equals(zone))
                    .extracting(find -> find.marker().what())
                    .containsAll(expected);
        }
        who.zones().stream()
                .filter(zone -> zone.startsWith("cell"))
                .forEach(zone -> assertThat(files)
                        .extracting(find -> find.marker().what() + " in " + find.place())
                        .contains("family in database/mangrove_cell_%s/identity_person.ibd".formatted(cell(zone))));
    }

    /** Whether a row may tell of the person. */
    private static boolean belongs(Marked who, Find find) {
        if (who.zones().contains(find.zone())) {
            return true;
        }
        boolean isByline =
                Set.of("given", "family", "script").contains(find.marker().what())
                        && find.place().equals(BYLINE);
        boolean isActor = find.marker().what().equals("actor") && CORE_KNOWS_ACTORS_IN.contains(find.place());
        return who == Marked.GERDA && (isByline || isActor);
    }

    /** Whether a file may tell of the person: that of a table in which a row may, or one that all schemas share. */
    private static boolean isOf(Marked who, Find find) {
        boolean isOfTheCell = who.zones().stream()
                .filter(zone -> zone.startsWith("cell"))
                .anyMatch(zone -> find.place().startsWith("database/mangrove_cell_%s/".formatted(cell(zone))));
        return isOfTheCell
                || find.place().startsWith("database/keycloak/")
                || SHARED_BY_ALL_SCHEMAS.matcher(find.place()).matches()
                || (who == Marked.GERDA && find.place().equals("database/mangrove_core/identity_core_member.ibd"));
    }

    private static String cell(String zone) {
        return zone.replaceAll("cell (\\w+),.*", "$1");
    }

    /** All that a tenant's other systems can read of what its people did. */
    private String statements(Stack stack, WholeStack.Site site, String tenant) throws Exception {
        String told = operator(stack, "/operator/api/tenants/" + tenant + "/xapi-credentials", "application/json", "");
        String credential = Base64.getEncoder()
                .encodeToString((field(told, "key") + ":" + field(told, "secret")).getBytes(StandardCharsets.UTF_8));
        var all = new StringBuilder();
        URI next = site.url().resolve("/t/" + tenant + "/xapi/statements?limit=200");
        while (true) {
            String page = send(HttpRequest.newBuilder(next)
                    .header("Authorization", "Basic " + credential)
                    .header("X-Experience-API-Version", "2.0.0"));
            all.append(page);
            var more = MORE.matcher(page);
            if (!more.find() || more.group(1).isEmpty()) {
                return all.toString();
            }
            next = next.resolve(more.group(1));
        }
    }

    private static String field(String json, String name) {
        var found = Pattern.compile("\"%s\":\"([^\"]*)\"".formatted(name)).matcher(json);
        assertThat(found.find()).as(json).isTrue();
        return found.group(1);
    }

    private String operator(Stack stack, String path, String type, String body) throws Exception {
        return send(HttpRequest.newBuilder(stack.node().url().resolve(path))
                .header("Authorization", "Bearer " + stack.keycloak().operatorToken())
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as("%s %s", answer.uri(), answer.body()).isBetween(200, 299);
        return answer.body();
    }
}
