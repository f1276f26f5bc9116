package org.mangrove.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mangrove.launcher.Schema;

/** What a bad line, a bad neighbour or an old backup can do to the feed: it is refused or healed, and said. */
@ExtendWith(NodesApart.class)
class FeedFaultsIT {

    private static final String COURSE = "hand-hygiene-basics";
    private static final String ALL = "/feed/enterprises";
    private static final String ENTRIES = "/feed/enterprises/borealis/entries";
    private static final String BLOBS = "/feed/enterprises/borealis/blobs/";
    private static final String NOT_SIGNED = "the head was not signed by the core, or not now";
    private static final Learner MARIA = new Learner("maria.schulz", "borealis-de", "de", "ltr");
    private static final String SUBJECTS =
            "select enterprise_id, type, subject, epoch, number, applied_at from publication_subject order by 1, 2, 3";
    private static final String VERSIONS =
            "select v.number, v.digest from content_version_copy v join tenancy_enterprise e"
                    + " on e.enterprise_id = v.enterprise_id where e.slug = 'borealis' order by v.number";

    private static final Pattern HASH = Pattern.compile("(\"hash\":\")(.)");

    private final NodesApart.Apart apart;
    private final FeedOperator operator;

    FeedFaultsIT(NodesApart.Apart apart) {
        this.apart = apart;
        this.operator = apart.operator();
    }

    /** @param said what the cell says of it */
    record Fault(String name, String said, boolean isRefused, FeedProxy.Mischief mischief) {

        @Override
        public String toString() {
            return name;
        }
    }

    @BeforeEach
    void begin_sound() {
        apart.line().behave();
        operator.awaitEverything("eu", "borealis");
        operator.awaitEverything("jp", "borealis");
    }

    @AfterEach
    void end_sound() {
        apart.line().behave();
    }

    static Stream<Fault> faults() {
        return Stream.of(
                new Fault(
                        "a flipped byte in an entry",
                        "was changed on its way",
                        true,
                        on(ENTRIES, text -> text.replace("A fault", "A vault"))),
                new Fault("a flipped byte in the head", NOT_SIGNED, true, on(ALL, FeedFaultsIT::withAnotherHash)),
                new Fault("a skipped number", " follows ", true, on(ENTRIES, FeedFaultsIT::withoutTheFirst)),
                new Fault(
                        "an entry left out at the end",
                        "entries are missing before the signed head",
                        true,
                        on(ENTRIES, FeedFaultsIT::withoutAny)),
                new Fault(
                        "what another enterprise has published", "another enterprise's", true, (path, answer, core) -> {
                            if (!path.equals(ENTRIES)) {
                                return answer;
                            }
                            return bytes(withItemOf(text(answer), text(entriesOfAcme(core))));
                        }),
                new Fault(
                        "the answer for another enterprise",
                        NOT_SIGNED,
                        true,
                        (path, answer, core) -> path.equals(ENTRIES) ? entriesOfAcme(core) : answer),
                new Fault(
                        "half an answer",
                        "cannot be read",
                        true,
                        (path, answer, core) -> path.equals(ALL) ? Arrays.copyOf(answer, answer.length / 2) : answer),
                new Fault("a line that breaks", "the core cannot be reached", false, new FeedProxy.Mischief() {
                    @Override
                    public byte[] change(String path, byte[] answer, FeedProxy.Asking core) {
                        return answer;
                    }

                    @Override
                    public long announced(byte[] answer) {
                        return answer.length + 10L;
                    }
                }),
                new Fault("a flipped byte in a picture", "is not what its name says", true, (path, answer, core) -> {
                    if (path.startsWith(BLOBS)) {
                        answer[answer.length / 2] ^= 1;
                    }
                    return answer;
                }));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void what_is_not_as_the_core_published_it_is_refused_and_healed_once_it_is(Fault fault) throws IOException {
        List<String> subjects = operator.rows(Schema.cell("eu"), SUBJECTS);
        List<String> versions = operator.rows(Schema.cell("eu"), VERSIONS);

        apart.line().play(fault.mischief());
        operator.publish("borealis", COURSE, "A fault, first: " + fault.name());
        operator.publish("borealis", COURSE, "A fault, then: " + fault.name());
        FeedOperator.Standing stopped = operator.awaitStanding(
                "eu", "borealis", there -> there.trouble().contains(fault.said()));

        assertThat(stopped.isRefused()).isEqualTo(fault.isRefused());
        assertThat(operator.rows(Schema.cell("eu"), VERSIONS)).isEqualTo(versions);
        assertThat(operator.rows(Schema.cell("eu"), SUBJECTS)).isEqualTo(subjects);
        assertThat(Files.readString(apart.stack().nodeOf("eu").log()))
                .contains(
                        (fault.isRefused() ? "the feed is refused: " : "no feed from the core: ") + stopped.trouble());

        apart.line().behave();
        operator.awaitEverything("eu", "borealis");

        assertThat(operator.rows(Schema.cell("eu"), VERSIONS))
                .hasSize(versions.size() + 2)
                .containsAll(versions);
        assertThat(operator.rows(Schema.cell("eu"), SUBJECTS))
                .hasSize(subjects.size() + 2)
                .containsAll(subjects);
    }

    @Test
    void an_answer_of_yesterday_is_not_taken_for_one_of_today() {
        List<String> subjects = operator.rows(Schema.cell("eu"), SUBJECTS);

        apart.line().replay();
        FeedOperator.Standing stopped = operator.awaitStanding(
                "eu", "borealis", there -> there.trouble().equals(NOT_SIGNED));

        assertThat(stopped.isRefused()).isTrue();
        assertThat(operator.rows(Schema.cell("eu"), SUBJECTS)).isEqualTo(subjects);
    }

    @Test
    void people_go_on_while_the_core_hangs_in_the_middle_of_an_answer() {
        apart.line().hang();
        FeedOperator.Standing stopped = operator.awaitStanding(
                "eu", "borealis", there -> there.trouble().contains("did not end its answer"));

        assertThat(stopped.isRefused()).isFalse();
        assertThat(catalogue()).contains("/courses/" + COURSE);
    }

    @Test
    void a_core_restored_from_an_older_backup_takes_back_what_it_has_forgotten() throws IOException {
        String title = "Forgotten with the backup";
        List<String> versions = operator.rows(Schema.cell("eu"), VERSIONS);
        FeedOperator.Standing before = operator.standing("eu", "borealis");
        copy("mangrove_core", "mangrove_core_backup", true);
        operator.publish("borealis", COURSE, title);
        operator.awaitEverything("eu", "borealis");
        operator.awaitEverything("jp", "borealis");
        assertThat(catalogue()).contains(title);

        apart.stack().node().kill();
        copy("mangrove_core_backup", "mangrove_core", false);
        apart.stack().node().restart();
        FeedOperator.Standing healed = operator.awaitStanding(
                "eu", "borealis", there -> !there.epoch().equals(before.epoch()) && there.isSound());
        operator.awaitEverything("eu", "borealis");
        operator.awaitEverything("jp", "borealis");

        for (String cell : List.of("eu", "jp")) {
            assertThat(operator.rows(Schema.cell(cell), VERSIONS)).isEqualTo(versions);
            assertThat(operator.rows(
                            Schema.cell(cell),
                            "select distinct s.epoch from publication_subject s join tenancy_enterprise e"
                                    + " on e.enterprise_id = s.enterprise_id where e.slug = 'borealis'"))
                    .containsExactly(healed.epoch());
        }
        assertThat(catalogue()).doesNotContain(title).contains("/courses/" + COURSE);
        assertThat(Files.readString(apart.stack().node().log())).contains("it was restored, and begins a new epoch");
        assertThat(Files.readString(apart.stack().nodeOf("eu").log()))
                .contains("begins the feed of enterprise borealis anew: another epoch")
                .containsPattern("has no content.course-version " + COURSE + "/\\d+ any more: cell eu gives it up");

        operator.publish("borealis", COURSE, "Published after the restore");
        operator.awaitEverything("eu", "borealis");
        assertThat(catalogue()).contains("Published after the restore");
    }

    @Test
    void a_cell_without_a_line_takes_the_feed_from_a_file_and_verifies_it_as_well() {
        var core = apart.core().url();
        var cell = apart.cells().url();
        apart.line().play((path, answer, asking) -> new byte[0]);
        byte[] older = operator.get(core, "/operator/api/feed/file?cell=eu").body();
        operator.publish("borealis", COURSE, "Carried in a bag");
        byte[] file = operator.get(core, "/operator/api/feed/file?cell=eu").body();
        List<String> versions = operator.rows(Schema.cell("eu"), VERSIONS);

        for (byte[] forged : List.of(
                rewritten(file, "chains.json", text -> text.replace("Carried in a bag", "Carried in a box")),
                rewritten(file, "chains.json", FeedFaultsIT::withAnotherHash),
                rewritten(file, "label.json", text -> text.replace("\"eu\"", "\"jp\"")))) {
            var refused = operator.post(cell, "/operator/api/feed/file", "application/zip", forged);
            assertThat(refused.status()).as(refused.text()).isEqualTo(400);
            assertThat(refused.text()).contains("publication.file.is-refused");
        }
        assertThat(operator.post(cell, "/operator/api/feed/file", "application/zip", Arrays.copyOf(file, 200))
                        .text())
                .contains("publication.file.is-broken");
        assertThat(operator.post(core, "/operator/api/feed/file", "application/zip", file)
                        .text())
                .contains("publication.file.is-for-another-cell");
        assertThat(operator.rows(Schema.cell("eu"), VERSIONS)).isEqualTo(versions);

        var taken = operator.post(cell, "/operator/api/feed/file", "application/zip", file);

        assertThat(taken.status()).as(taken.text()).isEqualTo(200);
        assertThat(catalogue()).contains("Carried in a bag");
        List<String> subjects = operator.rows(Schema.cell("eu"), SUBJECTS);
        for (byte[] again : List.of(file, older)) {
            var nothing = operator.post(cell, "/operator/api/feed/file", "application/zip", again);
            assertThat(nothing.status()).as(nothing.text()).isEqualTo(200);
        }
        assertThat(operator.rows(Schema.cell("eu"), SUBJECTS)).isEqualTo(subjects);
    }

    private String catalogue() {
        try (var maria = new Visitor(apart.cells(), MARIA.language())) {
            maria.signOn(MARIA.tenant(), MARIA.user(), Learner.PASSWORD);
            return maria.go(MARIA.at("/catalogue")).text();
        }
    }

    /** Writes all tables of a schema over those of another one, as a dump and its restore do. */
    private void copy(String from, String to, boolean isNew) {
        if (isNew) {
            operator.rows(Schema.core(), "drop database if exists " + to + ";\ncreate database " + to);
        }
        var script = new StringBuilder("set foreign_key_checks = 0;\n");
        for (String table : operator.rows(
                Schema.core(),
                "select table_name from information_schema.tables where table_schema = '" + from + "'")) {
            if (isNew) {
                script.append("create table %s.%s like %s.%s;\n".formatted(to, table, from, table));
            } else {
                script.append("delete from %s.%s;\n".formatted(to, table));
            }
            script.append("insert into %s.%s select * from %s.%s;\n".formatted(to, table, from, table));
        }
        operator.rows(Schema.core(), script.append("set foreign_key_checks = 1").toString());
    }

    private static FeedProxy.Mischief on(String wanted, UnaryOperator<String> change) {
        return (path, answer, core) -> path.equals(wanted) ? bytes(change.apply(text(answer))) : answer;
    }

    private static byte[] entriesOfAcme(FeedProxy.Asking core) throws IOException {
        String path = "/feed/enterprises/acme/entries?after=0&epoch=";
        String head = text(core.ask(path));
        return core.ask(path + between(head, "\"epoch\":\"", "\""));
    }

    private static String withAnotherHash(String json) {
        return HASH.matcher(json)
                .replaceAll(found -> found.group(1) + (found.group(2).equals("0") ? "1" : "0"));
    }

    private static String withoutTheFirst(String json) {
        int second = json.indexOf("},{\"epoch\":");
        return second < 0 ? withoutAny(json) : "{\"entries\":[" + json.substring(second + 2);
    }

    private static String withoutAny(String json) {
        return "{\"entries\":[]," + json.substring(json.lastIndexOf("\"head\":"));
    }

    private static String withItemOf(String json, String other) {
        return json.replace(item(json), item(other));
    }

    private static String item(String json) {
        return "\"item\":" + between(json, "\"item\":", ",\"number\":");
    }

    private static String between(String text, String begin, String end) {
        int start = text.indexOf(begin) + begin.length();
        return text.substring(start, text.indexOf(end, start));
    }

    private static byte[] rewritten(byte[] zip, String name, UnaryOperator<String> change) {
        var changed = new ByteArrayOutputStream();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip));
                var out = new ZipOutputStream(changed)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] content = in.readAllBytes();
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(entry.getName().equals(name) ? bytes(change.apply(text(content))) : content);
                out.closeEntry();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return changed.toByteArray();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
