package org.mangrove.core.lineage;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mangrove.core.lineage.SyncProposal.Effect;

/**
 * An enterprise in which things happen: a master, a region below it, a tenant below that. Each word that somebody changes
 * becomes one that nobody else has, so that it can be followed.
 */
final class World {

    static final Instant BEGINNING = Instant.parse("2026-06-01T00:00:00Z");
    static final int BLOCKS = 3;
    static final int WORDS = 5;

    /** What can happen. */
    sealed interface Act {

        /** The master changes a word, and is published. */
        record Edit(int block, int word, ChangeClass change) implements Act {}

        /** The master loses a block. */
        record Remove(int block) implements Act {}

        /** A space changes a word; for so many days, or for good if there are none. */
        record Override(Level level, int block, int word, int days) implements Act {}

        /** A space adds a block of its own. */
        record Insert(Level level, int after) implements Act {}

        /** @param days of grace */
        record Lock(int block, LockRule.Hold hold, int days) implements Act {}

        record Pass(int days) implements Act {}

        /** What goes by itself, goes. */
        record Sync(Level level) implements Act {}

        /** Somebody decides of all that waits. */
        record Decide(Level level, How how) implements Act {}

        enum How {
            ACCEPT,
            KEEP,
            EDIT
        }
    }

    /** A word of a space, as long as it has to be there. */
    private record Word(Level level, String subject, String marker, Optional<Instant> expiresAt) {}

    private final Map<Level, Overlay> overlays = new HashMap<>();
    private final Map<Level, Integer> synced = new HashMap<>();
    private final List<Word> words = new ArrayList<>();
    private final List<LockRule> locks = new ArrayList<>();
    private List<Block> master;
    private Instant now = BEGINNING;
    private int version = 1;
    private int markers;
    private boolean hadConflict;
    private boolean hadJoined;

    World() {
        master = new ArrayList<>();
        master.add(Lines.block(Block.COURSE_ID, BlockKind.COURSE, Map.of("title", Lines.words("Title"))));
        for (int i = 0; i < BLOCKS; i++) {
            master.add(Lines.text("b" + i, "alpha beta gamma delta epsilon"));
        }
        overlays.put(Level.REGION, Lines.region());
        overlays.put(Level.TENANT, Lines.tenant());
        synced.put(Level.REGION, 1);
        synced.put(Level.TENANT, 1);
    }

    void happen(Act act) {
        switch (act) {
            case Act.Edit(int block, int word, ChangeClass change) -> edit(block, word);
            case Act.Remove(int block) -> {
                master = master.stream()
                        .filter(each -> !each.id().equals("b" + block))
                        .toList();
                version++;
            }
            case Act.Override(Level level, int block, int word, int days) -> override(level, block, word, days);
            case Act.Insert(Level level, int after) -> insert(level, after);
            case Act.Lock(int block, LockRule.Hold hold, int days) ->
                locks.add(new LockRule(
                        "global",
                        Level.GLOBAL,
                        LockRule.Scope.BLOCK,
                        "fire-safety/b" + block,
                        hold,
                        now,
                        now.plus(Duration.ofDays(days)),
                        "Somebody",
                        "One voice"));
            case Act.Pass(int days) -> now = now.plus(Duration.ofDays(days));
            case Act.Sync(Level level) -> sync(level, Optional.empty());
            case Act.Decide(Level level, Act.How how) -> sync(level, Optional.of(how));
        }
    }

    private void edit(int block, int word) {
        master = master.stream()
                .map(each -> each.id().equals("b" + block)
                        ? each.with("body", Lines.words(withMarker(text(each), word, "m" + block + word)))
                        : each)
                .toList();
        version++;
    }

    private void override(Level level, int block, int word, int days) {
        Optional<Block> there = above(level).stream()
                .filter(each -> each.id().equals("b" + block))
                .findFirst();
        if (there.isEmpty()) {
            return;
        }
        Overlay overlay = overlays.get(level);
        String subject = "b" + block + "/body";
        Optional<Adaptation> before = overlay.adaptations().stream()
                .filter(each -> each.change().subject().equals(subject))
                .findFirst();
        String marker = "w" + markers++;
        String text = withMarker(
                before.map(each -> text(((Change.Set) each.change()).value())).orElseGet(() -> text(there.get())),
                word,
                marker);
        Optional<Instant> end = days == 0 ? Optional.empty() : Optional.of(now.plus(Duration.ofDays(days)));
        Adaptation plain = Lines.plain(new Change.Set("b" + block, "body", Lines.words(text)));
        var adaptation = new Adaptation(
                plain.change(),
                Optional.empty(),
                Optional.empty(),
                plain.reason(),
                Optional.empty(),
                Optional.empty(),
                end,
                Optional.empty());
        // who writes again sees what is above now, and may throw away words of their own
        replace(level, subject, adaptation.basedOn(there.get().find("body")));
        words.removeIf(
                each -> each.level() == level && each.subject().equals(subject) && !text.contains(each.marker()));
        words.replaceAll(each -> each.level() == level && each.subject().equals(subject)
                ? new Word(level, subject, each.marker(), end)
                : each);
        words.add(new Word(level, subject, marker, end));
    }

    private void insert(Level level, int after) {
        String id = "own" + markers;
        List<String> order = above(level).stream().map(Block::id).toList();
        int place = order.indexOf("b" + after);
        if (place < 0) {
            return;
        }
        String marker = "w" + markers++;
        var change = new Change.InsertAfter(
                "b" + after, List.copyOf(order.subList(0, place).reversed()), Lines.text(id, "our " + marker));
        replace(level, change.subject(), Lines.plain(change));
        words.add(new Word(level, change.subject(), marker, Optional.empty()));
    }

    private void replace(Level level, String subject, Adaptation adaptation) {
        Overlay overlay = overlays.get(level);
        var all = new ArrayList<>(overlay.adaptations());
        all.removeIf(each -> each.change().subject().equals(subject));
        all.add(adaptation);
        overlays.put(level, Overlay.of(overlay.asset(), overlay.space(), level, overlay.revision() + 1, all));
    }

    private void sync(Level level, Optional<Act.How> how) {
        SyncProposal proposal = Sync.propose(
                overlays.get(level), synced.get(level), new Sync.Above(version, ChangeClass.MINOR, above(level)), now);
        hadConflict |= proposal.hasConflicts();
        hadJoined |= proposal.items().stream().anyMatch(item -> item.effect() instanceof Effect.Joined);
        var decisions = new HashMap<String, Decision>();
        how.ifPresent(chosen -> proposal.items().stream()
                .filter(SyncProposal.Item::needsDecision)
                .forEach(item -> decisions.put(item.subject(), decision(chosen))));
        Sync.Outcome outcome = Sync.settle(overlays.get(level), proposal, decisions);
        overlays.put(level, outcome.overlay());
        synced.put(level, version);
        // only what is told with a decision of somebody may be gone
        outcome.settled().stream()
                .filter(settled -> settled.decision()
                        .filter(decision -> !(decision.choice() instanceof Decision.Choice.Keep))
                        .isPresent())
                .map(settled -> settled.before().change().subject())
                .forEach(subject -> words.removeIf(
                        word -> word.level() == level && word.subject().equals(subject)));
    }

    private Decision decision(Act.How how) {
        return new Decision(
                switch (how) {
                    case ACCEPT -> new Decision.Choice.Accept();
                    case KEEP -> new Decision.Choice.Keep();
                    case EDIT -> new Decision.Choice.Edit(Lines.words("edited by somebody"));
                },
                Lines.SOMEBODY,
                now,
                "Looked at");
    }

    /** What a space of this level builds upon. */
    private List<Block> above(Level level) {
        List<Overlay> others = level == Level.TENANT ? List.of(overlays.get(Level.REGION)) : List.of();
        return List.copyOf(Resolution.of(master, others, rules(), now).blocks().values());
    }

    /** Words that have to be there and are not. */
    List<String> lost() {
        return words.stream()
                .filter(word ->
                        word.expiresAt().filter(end -> !end.isAfter(now)).isEmpty())
                .filter(word -> overlays.get(word.level()).adaptations().stream()
                        .noneMatch(each -> each.change().subject().equals(word.subject())
                                && said(each.change()).contains(word.marker())))
                .map(Word::toString)
                .toList();
    }

    private static String said(Change change) {
        return switch (change) {
            case Change.Set(String block, String field, Field value) -> text(value);
            case Change.InsertAfter(String block, List<String> trail, Block inserted) -> text(inserted);
            case Change.Clear clear -> "";
            case Change.Hide hide -> "";
            case Change.Move move -> "";
        };
    }

    Resolved resolved(List<Overlay> regionThenTenant) {
        return Resolution.of(master, regionThenTenant, rules(), now);
    }

    /** What the tenant's people read, by block. */
    SortedMap<String, String> says() {
        var says = new TreeMap<String, String>();
        resolved(overlays()).places().forEach(place -> says.put(place.block().id(), text(place.block())));
        return says;
    }

    List<Overlay> overlays() {
        return List.of(overlays.get(Level.REGION), overlays.get(Level.TENANT));
    }

    void passTo(Instant time) {
        now = time;
    }

    boolean hadConflict() {
        return hadConflict;
    }

    boolean hadJoined() {
        return hadJoined;
    }

    private Rules rules() {
        return new Rules(new Locks("course", "fire-safety", locks), List.of(), List.of(), List.of("DE"));
    }

    private static String withMarker(String text, int word, String marker) {
        String[] words = text.split(" ");
        words[Math.min(word, words.length - 1)] = marker;
        return Arrays.stream(words).reduce((one, other) -> one + " " + other).orElse("");
    }

    private static String text(Block block) {
        return block.find("body").map(World::text).orElse("");
    }

    private static String text(Field field) {
        return ((Field.Worded) field).words().getOrDefault("en", "");
    }
}
