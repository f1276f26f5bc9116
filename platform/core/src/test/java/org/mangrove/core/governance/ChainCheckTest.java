package org.mangrove.core.governance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mangrove.core.governance.Verification.Breach;
import org.mangrove.core.governance.Verification.Broken;
import org.mangrove.core.governance.store.StoredDecision;
import org.mangrove.core.governance.store.StoredEntry;
import org.mangrove.core.governance.store.StoredHead;
import org.mangrove.core.governance.store.StoredOpening;

/** What is done to a chain shows, and at which of its entries. */
class ChainCheckTest {

    private static final String OWNER = "tenant/acme-de";
    private static final String SEAL = "sealed";
    private static final UUID ACTOR = UUID.fromString("00000000-0000-8000-8000-000000000007");
    private static final List<String> REASONS = List.of(
            "Weil es hier so heißt",
            "لأن القانون يطلب ذلك",
            "\"quoted\" \\ and\tin two\r\nlines",
            "😀 \u0001\u007f \ud800",
            "");

    private final List<StoredDecision> chain = new ArrayList<>();

    @BeforeEach
    void setUp() {
        String hash = Hashes.START;
        for (int i = 0; i < REASONS.size(); i++) {
            StoredDecision decision = decision(i + 1, hash, REASONS.get(i));
            chain.add(decision);
            hash = decision.entry().hash();
        }
    }

    @Test
    void a_chain_that_nobody_has_touched_holds() {
        Verification found = verify(chain, head());

        assertThat(found.broken()).isEmpty();
        assertThat(found.entries()).isEqualTo(5);
        assertThat(found.head()).isEqualTo(5);
        assertThat(found.forgotten()).isZero();
    }

    @Test
    void it_holds_when_somebody_was_forgotten_and_says_how_often() {
        chain.replaceAll(decision -> new StoredDecision(decision.entry(), Optional.empty()));

        Verification found = verify(chain, head());

        assertThat(found.holds()).isTrue();
        assertThat(found.forgotten()).isEqualTo(5);
    }

    @Test
    void an_entry_that_was_changed_is_named() {
        change(
                1,
                entry -> new StoredEntry(
                        2,
                        entry.kind(),
                        entry.type(),
                        entry.asset(),
                        entry.body().replace("text-2", "text-9"),
                        entry.hash()));

        assertThat(broken()).contains(new Broken(2, Breach.CHANGED));
    }

    @Test
    void an_entry_that_was_changed_with_its_hash_shows_at_the_next_one() {
        change(1, entry -> {
            String body = entry.body().replace("text-2", "text-9");
            return new StoredEntry(2, entry.kind(), entry.type(), entry.asset(), body, Hashes.of(body));
        });

        assertThat(broken()).contains(new Broken(3, Breach.OUT_OF_PLACE));
    }

    @Test
    void what_an_entry_is_found_by_is_what_it_says() {
        change(3, entry -> new StoredEntry(4, "lock-lifted", entry.type(), entry.asset(), entry.body(), entry.hash()));

        assertThat(broken()).contains(new Broken(4, Breach.CHANGED));
    }

    @Test
    void an_opening_that_was_changed_is_named() {
        chain.set(
                2,
                reopened(
                        chain.get(2),
                        opening -> new StoredOpening(
                                opening.salt(), opening.content().replace("quoted", "unsaid"), opening.actor())));
        assertThat(broken()).contains(new Broken(3, Breach.OPENING_CHANGED));
    }

    @Test
    void an_opening_is_found_by_the_actor_that_it_names() {
        chain.set(
                2,
                reopened(
                        chain.get(2), opening -> new StoredOpening(opening.salt(), opening.content(), new UUID(7, 7))));

        assertThat(broken()).contains(new Broken(3, Breach.OPENING_CHANGED));
    }

    @Test
    void an_entry_that_was_taken_out_is_missing() {
        chain.remove(2);

        assertThat(broken()).contains(new Broken(3, Breach.MISSING));
    }

    @Test
    void an_end_that_was_cut_off_is_missing_as_long_as_the_head_is_there() {
        StoredHead head = head();
        chain.removeLast();

        assertThat(verify(chain, head).broken()).contains(new Broken(5, Breach.MISSING));
    }

    @Test
    void an_end_that_was_set_back_has_no_seal() {
        chain.removeLast();

        assertThat(verify(chain, new StoredHead(4, chain.getLast().entry().hash(), "sealed for 5"))
                        .broken())
                .contains(new Broken(4, Breach.END_FORGED));
    }

    @Test
    void an_entry_that_was_put_in_between_shows() {
        chain.add(2, decision(3, chain.get(1).entry().hash(), "Put in"));

        assertThat(broken()).map(Broken::number).contains(4L);
    }

    @Test
    void an_entry_that_was_put_behind_the_end_shows() {
        StoredHead head = head();
        chain.add(decision(6, head.hash(), "Put behind"));

        assertThat(verify(chain, head).broken()).contains(new Broken(6, Breach.BEHIND_THE_END));
    }

    @Test
    void an_entry_of_another_chain_does_not_fit() {
        StoredEntry of = chain.getFirst().entry();
        String body = of.body().replace(OWNER, "tenant/acme-at");
        change(0, entry -> new StoredEntry(1, of.kind(), of.type(), of.asset(), body, Hashes.of(body)));

        assertThat(broken()).contains(new Broken(1, Breach.CHANGED));
    }

    @Test
    void part_of_a_chain_can_be_verified_from_the_hash_before_it() {
        var check = new ChainCheck(OWNER, 3, chain.get(2).entry().hash());
        chain.subList(3, 5).forEach(decision -> check.look(decision, head()));

        Verification found = check.end(head(), SEAL);

        assertThat(found.holds()).isTrue();
        assertThat(found.from()).isEqualTo(4);
    }

    @Test
    void whoever_has_the_log_recomputes_it_without_us() throws Exception {
        List<String> lines = chain.stream().map(LogLine::text).toList();
        assertThat(Recomputed.firstBroken(lines)).isZero();

        chain.set(1, new StoredDecision(chain.get(1).entry(), Optional.empty()));
        assertThat(Recomputed.firstBroken(chain.stream().map(LogLine::text).toList()))
                .as("with somebody forgotten")
                .isZero();

        var changed = new ArrayList<>(lines);
        changed.set(2, lines.get(2).replace("quoted", "unsaid"));
        assertThat(Recomputed.firstBroken(changed)).isEqualTo(3);
        var cut = new ArrayList<>(lines);
        cut.remove(3);
        assertThat(Recomputed.firstBroken(cut)).isEqualTo(4);
    }

    /** The very commands of docs/governance.md, where their tools are installed. */
    @Test
    void the_commands_that_are_written_down_for_auditors_find_the_same(@TempDir Path folder) throws Exception {
        org.junit.jupiter.api.Assumptions.assumeTrue(
                Stream.of("jq", "xxd", "sha256sum", "bash").allMatch(ChainCheckTest::isInstalled));
        Path log = folder.resolve("decisions.jsonl");
        Files.write(log, chain.stream().map(LogLine::text).toList());
        String page = Files.readString(Path.of("../../docs/governance.md"));
        Path script = folder.resolve("verify.sh");
        Files.writeString(
                script, page.substring(page.indexOf("#!/bin/bash"), page.indexOf("```", page.indexOf("#!/bin/bash"))));

        assertThat(run(script, log)).isEqualTo("5 decisions, whole, head " + head().hash());

        Files.writeString(log, Files.readString(log).replace("quoted", "unsaid"));
        assertThat(run(script, log)).isEqualTo("3: who or why was changed");
    }

    private static String run(Path script, Path log) throws Exception {
        Process process = new ProcessBuilder("bash", script.toString(), log.toString())
                .redirectErrorStream(true)
                .start();
        return new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).strip();
    }

    private static boolean isInstalled(String tool) {
        return Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
    }

    private static StoredDecision decision(int number, String previous, String reason) {
        String salt = HexFormat.of().formatHex(new byte[32]).substring(2)
                + HexFormat.of().toHexDigits((byte) number);
        var opening = new Opening(ACTOR, reason);
        Entry entry = Entry.of(
                OWNER,
                number,
                Instant.parse("2026-11-23T12:00:00.000001Z").plusSeconds(number),
                new Decided(
                        DecisionKind.LOCAL_KEPT,
                        "course",
                        "giving-feedback",
                        List.of("text-" + number),
                        Map.of("revision", String.valueOf(number)),
                        Hashes.START),
                Hashes.commitment(salt, opening.text()),
                previous);
        return new StoredDecision(
                new StoredEntry(
                        number, entry.kind(), entry.type(), entry.asset(), entry.text(), Hashes.of(entry.text())),
                Optional.of(new StoredOpening(salt, opening.text(), ACTOR)));
    }

    private interface Changed<T> {
        T of(T before);
    }

    private void change(int at, Changed<StoredEntry> changed) {
        StoredDecision before = chain.get(at);
        chain.set(at, new StoredDecision(changed.of(before.entry()), before.opening()));
    }

    private static StoredDecision reopened(StoredDecision before, Changed<StoredOpening> changed) {
        return new StoredDecision(before.entry(), before.opening().map(changed::of));
    }

    private StoredHead head() {
        StoredEntry last = chain.getLast().entry();
        return new StoredHead(last.number(), last.hash(), SEAL);
    }

    private Optional<Broken> broken() {
        return verify(chain, head()).broken();
    }

    private static Verification verify(List<StoredDecision> chain, StoredHead head) {
        var check = new ChainCheck(OWNER, 0, Hashes.START);
        chain.forEach(decision -> check.look(decision, head));
        return check.end(head, SEAL);
    }
}
