package org.mangrove.core.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mangrove.core.lineage.Adaptation;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.Change;
import org.mangrove.core.lineage.Decision;
import org.mangrove.core.lineage.Drift;
import org.mangrove.core.lineage.Field;
import org.mangrove.core.lineage.Finding;
import org.mangrove.core.lineage.Level;
import org.mangrove.core.lineage.LockRule;
import org.mangrove.core.lineage.Overlay;
import org.mangrove.core.lineage.Resolution;
import org.mangrove.core.lineage.Resolved;
import org.mangrove.core.lineage.Rules;
import org.mangrove.core.lineage.Sync;
import org.mangrove.core.lineage.SyncProposal;
import org.mangrove.core.lineage.Terms;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.sdk.Message;

/**
 * One policy as a space has it: each figure, where it comes from, what the space may do with it, and what waits for somebody.
 * Depends on nothing but what it is made of. What is done to it gives all that the space says afterwards, and writes nothing.
 *
 * @param version that is in effect
 * @param own what the space itself says otherwise
 * @param rules that the space has to observe
 * @param validUntil when time alone makes it another, if it does
 */
public record PolicyDesk(
        PolicyDefinition definition,
        PolicyVersion version,
        Overlay own,
        Rules rules,
        SyncProposal proposal,
        List<Row> rows,
        Optional<Instant> validUntil) {

    /** Where a figure comes from. */
    public enum Origin {
        PLATFORM,
        GLOBAL,
        REGION,
        TENANT
    }

    /**
     * A figure as a space has it.
     *
     * @param above what the space would have if it said nothing
     * @param value what holds in the space
     * @param ours what the space says, whether it holds or not
     * @param lock that forbids the space to say anything otherwise from now on
     * @param isOpen whether the space may also say less than what is above
     * @param item what has changed above since the space has said it
     * @param found what is to be said of it
     */
    public record Row(
            Figure figure,
            String above,
            Origin aboveFrom,
            String value,
            Origin from,
            Optional<Adaptation> ours,
            Optional<LockRule> lock,
            boolean isOpen,
            Optional<SyncProposal.Item> item,
            Set<Finding.Kind> found) {

        public Row {
            found = Set.copyOf(found);
        }

        /** What the space says, whether it holds or not. */
        public Optional<String> said() {
            return ours.flatMap(adaptation -> text(adaptation.change()));
        }

        /** What was above when the space said it. */
        public Optional<String> base() {
            return ours.flatMap(adaptation -> Figure.text(adaptation.base()));
        }

        public boolean isTooLoose() {
            return found.contains(Finding.Kind.TOO_LOOSE);
        }

        public boolean isWithheld() {
            return found.contains(Finding.Kind.WITHHELD);
        }

        public boolean isInGrace() {
            return found.contains(Finding.Kind.IN_GRACE);
        }

        /** Whether the market must choose a figure of its own. */
        public boolean isToLocalize() {
            return found.contains(Finding.Kind.TO_LOCALIZE);
        }

        /** Whether somebody has to look at it. */
        public boolean waits() {
            return item.filter(SyncProposal.Item::needsDecision).isPresent()
                    || isTooLoose()
                    || isWithheld()
                    || isInGrace()
                    || isToLocalize();
        }

        private static Optional<String> text(Change change) {
            return change instanceof Change.Set(String block, String field, Field value)
                    ? Figure.text(Optional.of(value))
                    : Optional.empty();
        }
    }

    public PolicyDesk {
        rows = List.copyOf(rows);
    }

    /**
     * @param above what spaces between the core and this one say otherwise
     * @param own what this one does; of the level that it stands on
     */
    public static PolicyDesk of(
            PolicyDefinition definition,
            PolicyVersion version,
            List<Overlay> above,
            Overlay own,
            Rules rules,
            Instant at) {
        Rules narrowed = rules.with(definition);
        List<Block> master = definition.complete(version.blocks());
        Resolved fromAbove = Resolution.of(master, above, narrowed, at);
        Resolved here = Resolution.of(
                master, Stream.concat(above.stream(), Stream.of(own)).toList(), narrowed, at);
        SyncProposal proposal = Sync.propose(
                own,
                version.no(),
                new Sync.Above(
                        version.no(),
                        version.change(),
                        List.copyOf(fromAbove.blocks().values())),
                at);
        Map<String, String> global = PolicyDefinition.figures(master);
        Map<String, String> over = PolicyDefinition.figures(fromAbove.blocks().values());
        Map<String, String> now = PolicyDefinition.figures(here.blocks().values());
        var rows = new ArrayList<Row>();
        for (Figure figure : definition.figures()) {
            String subject = figure.subject();
            String platformOrGlobal = value(global, figure);
            Origin origin = platformOrGlobal.equals(figure.platform()) ? Origin.PLATFORM : Origin.GLOBAL;
            boolean isRegional = above.stream().anyMatch(overlay -> isApplied(overlay, figure, fromAbove, at));
            Origin aboveFrom = isRegional ? Origin.REGION : origin;
            Optional<Adaptation> ours = said(own, subject, at);
            rows.add(new Row(
                    figure,
                    value(over, figure),
                    aboveFrom,
                    value(now, figure),
                    isApplied(own, figure, here, at) ? origin(own.level()) : aboveFrom,
                    ours,
                    rules.locks()
                            .binding(
                                    own.level(),
                                    Adaptation.of(new Change.Clear(figure.block(), figure.field()), ""),
                                    at),
                    rules.locks().isOpen(own.level(), figure.block(), figure.field(), at),
                    proposal.items().stream()
                            .filter(item -> item.subject().equals(subject))
                            .findFirst(),
                    found(here, own.space(), figure)));
        }
        return new PolicyDesk(
                definition,
                version,
                own,
                narrowed,
                proposal,
                rows,
                Stream.of(here.validUntil(), fromAbove.validUntil())
                        .flatMap(Optional::stream)
                        .min(Instant::compareTo));
    }

    private static String value(Map<String, String> figures, Figure figure) {
        return figures.getOrDefault(figure.subject(), figure.platform());
    }

    private static Origin origin(Level level) {
        return switch (level) {
            case GLOBAL -> Origin.GLOBAL;
            case REGION -> Origin.REGION;
            case TENANT -> Origin.TENANT;
        };
    }

    private static Optional<Adaptation> said(Overlay overlay, String subject, Instant at) {
        return overlay.adaptations().stream()
                .filter(adaptation ->
                        adaptation.holdsAt(at) && adaptation.change().subject().equals(subject))
                .findFirst();
    }

    private static Set<Finding.Kind> found(Resolved resolved, String space, Figure figure) {
        return resolved.findings().stream()
                .filter(finding -> finding.block().equals(figure.block())
                        && finding.field().equals(figure.field())
                        && (finding.space().equals(space) || finding.space().isEmpty()))
                .map(Finding::kind)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Finding.Kind.class)));
    }

    private static boolean isApplied(Overlay overlay, Figure figure, Resolved resolved, Instant at) {
        Set<Finding.Kind> found = found(resolved, overlay.space(), figure);
        return said(overlay, figure.subject(), at).isPresent()
                && !found.contains(Finding.Kind.WITHHELD)
                && !found.contains(Finding.Kind.TOO_LOOSE);
    }

    /** What holds in the space, by subject. */
    public Map<String, String> figures() {
        return rows.stream().collect(Collectors.toMap(row -> row.figure().subject(), Row::value));
    }

    public Optional<Row> find(String subject) {
        return rows.stream()
                .filter(row -> row.figure().subject().equals(subject))
                .findFirst();
    }

    /** What the space says itself. */
    public List<Row> ours() {
        return rows.stream().filter(row -> row.ours().isPresent()).toList();
    }

    public List<Row> waiting() {
        return rows.stream().filter(Row::waits).toList();
    }

    /** In points. */
    public int drift() {
        int items = (int) rows.stream().filter(row -> row.item().isPresent()).count();
        return items == 0 && waiting().isEmpty()
                ? 0
                : new Drift(
                                items == 0 ? List.of() : List.of(version.change()),
                                (int) rows.stream().filter(Row::waits).count(),
                                0,
                                0)
                        .points();
    }

    /** Whoever has looked at something else must not write. */
    private void mustBeSeen(int seen) {
        if (own.revision() != seen) {
            throw new Refusal.Conflict(Message.of("policy.changed-meanwhile"));
        }
    }

    /**
     * Says a figure in the space's own way.
     *
     * @throws Refusal.Invalid if it cannot be, if it says nothing new, if a lock forbids it, or if it demands less than it may
     */
    public List<Adaptation> saying(int seen, String subject, String value, Terms terms, Instant at) {
        mustBeSeen(seen);
        Row row = must(subject);
        Figure figure = row.figure();
        mustBePossible(figure, value);
        if (row.ours().isEmpty() && row.above().equals(value)) {
            throw new Refusal.Invalid("value", Message.of("policy.same"));
        }
        row.lock().ifPresent(lock -> {
            throw new Refusal.Invalid(
                    "value",
                    Message.of("policy.locked").with("reason", lock.reason()).with("decider", lock.decider()));
        });
        Adaptation fresh = terms.adaptation(new Change.Set(figure.block(), figure.field(), Field.neutral(value)))
                .basedOn(Optional.of(Field.neutral(row.above())));
        mustBeStrict(row, fresh, at);
        return Stream.concat(without(subject).stream(), Stream.of(fresh)).toList();
    }

    /** @throws Refusal.Invalid if a figure cannot be that */
    static void mustBePossible(Figure figure, String value) {
        if (figure.canBe(value)) {
            return;
        }
        throw new Refusal.Invalid(
                "value",
                switch (figure.range()) {
                    case Range.Numbers(int least, int most) ->
                        Message.of("policy.no-such-number").with("least", least).with("most", most);
                    case Range.Choice choice -> Message.of("policy.no-such-choice");
                });
    }

    private void mustBeStrict(Row row, Adaptation adaptation, Instant at) {
        if (rules.isTooLoose(own.level(), adaptation.change(), Optional.of(Field.neutral(row.above())), at)) {
            throw new Refusal.Invalid("value", tooLoose(row));
        }
    }

    private static Message tooLoose(Row row) {
        return switch (row.figure().range()) {
            case Range.Numbers numbers ->
                Message.of("policy.too-loose")
                        .with("above", Integer.parseInt(row.above()))
                        .with("direction", row.figure().stricter().name());
            case Range.Choice choice -> Message.of("policy.too-loose-choice");
        };
    }

    /**
     * Stays with what the space says, having looked at what is above now.
     *
     * @throws Refusal.Conflict if nothing has changed above
     * @throws Refusal.Invalid if it demands less than it may by now
     */
    public List<Adaptation> keeping(int seen, String subject, String reason, UUID by, Instant at) {
        mustBeSeen(seen);
        Row row = must(subject);
        SyncProposal.Item item =
                row.item().orElseThrow(() -> new Refusal.Conflict(Message.of("policy.nothing-to-decide")));
        mustBeStrict(row, item.ours(), at);
        return Sync.settle(
                        own,
                        proposal.only(List.of(item)),
                        Map.of(
                                subject,
                                new Decision(
                                        new Decision.Choice.Keep(),
                                        by,
                                        at,
                                        Terms.of(reason).reason())))
                .overlay()
                .adaptations();
    }

    /** Gives up what the space says for what is above. @throws Refusal.Conflict if it says nothing */
    public List<Adaptation> givingUp(int seen, String subject, String reason) {
        mustBeSeen(seen);
        Terms.of(reason);
        if (must(subject).ours().isEmpty()) {
            throw new Refusal.Conflict(Message.of("policy.nothing-of-ours"));
        }
        return without(subject);
    }

    private Row must(String subject) {
        return find(subject).orElseThrow(() -> new Refusal.NotFound(Message.of("policy.no-such-figure")));
    }

    private List<Adaptation> without(String subject) {
        return own.adaptations().stream()
                .filter(adaptation -> !adaptation.change().subject().equals(subject))
                .toList();
    }
}
