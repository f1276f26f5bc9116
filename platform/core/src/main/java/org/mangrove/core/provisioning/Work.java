package org.mangrove.core.provisioning;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.mangrove.core.tenancy.Definitions;

/** Holds pieces against what is there, and makes them so, one journalled step after the other. */
final class Work {

    private static final Logger LOG = System.getLogger(Work.class.getName());

    private final Journal journal;
    private final UnaryOperator<String> keyed;

    /** @param keyed makes a digest of a text; with a key, since what is wanted may hold secrets */
    Work(Journal journal, UnaryOperator<String> keyed) {
        this.journal = journal;
        this.keyed = keyed;
    }

    /** What applying would do. Nothing is changed. */
    List<Change> plan(List<? extends Piece> pieces) {
        return pieces.stream().flatMap(piece -> findChange(piece).stream()).toList();
    }

    Outcome apply(List<? extends Piece> pieces) {
        Optional<Journal.Interrupted> before = journal.findInterrupted();
        var steps = new ArrayList<Step>();
        for (Piece piece : pieces) {
            findChange(piece).ifPresentOrElse(change -> steps.add(new Step(piece, change)), () -> confirm(piece));
        }
        if (steps.isEmpty() && before.isEmpty()) {
            return new Outcome(before, List.of(), Optional.empty());
        }
        var run =
                journal.begin(steps.stream().map(step -> step.change().thing()).toList());
        for (int number = 1; number <= steps.size(); number++) {
            Step step = steps.get(number - 1);
            journal.beginStep(run, number);
            try {
                step.piece().apply();
            } catch (RuntimeException failed) {
                String cause = KeycloakFailure.tell(failed);
                journal.fail(run, number, cause);
                LOG.log(
                        Level.WARNING,
                        "Provisioning stopped at {0}: {1}",
                        step.change().thing(),
                        cause);
                return new Outcome(
                        before,
                        made(steps, number - 1),
                        Optional.of(new Outcome.Stopped(number, steps.size(), step.change(), cause)));
            }
            journal.endStep(run, number, step.change().thing(), digest(step.piece()));
        }
        journal.end(run);
        return new Outcome(before, made(steps, steps.size()), Optional.empty());
    }

    private record Step(Piece piece, Change change) {}

    private static List<Change> made(List<Step> steps, int count) {
        return IntStream.range(0, count)
                .mapToObj(index -> steps.get(index).change())
                .toList();
    }

    /** Of what is wanted in one order of names: that of a map changes with each start of a node. */
    private String digest(Piece piece) {
        return keyed.apply(Definitions.write(piece.wanted()));
    }

    private void confirm(Piece piece) {
        String digest = digest(piece);
        if (!journal.findDigest(piece.thing()).equals(Optional.of(digest))) {
            journal.confirm(piece.thing(), digest);
        }
    }

    private Optional<Change> findChange(Piece piece) {
        Optional<String> applied = journal.findDigest(piece.thing());
        boolean filesAreUnchanged = applied.equals(Optional.of(digest(piece)));
        Optional<JsonNode> there = piece.find();
        if (there.isEmpty()) {
            return Optional.of(new Change(Change.Nature.CREATE, piece.thing(), List.of()));
        }
        List<String> differences = Differences.between(piece.wanted(), there.get());
        if (!differences.isEmpty()) {
            var nature = filesAreUnchanged ? Change.Nature.DRIFT : Change.Nature.UPDATE;
            return Optional.of(new Change(nature, piece.thing(), differences));
        }
        if (applied.isEmpty() || filesAreUnchanged) {
            return Optional.empty();
        }
        return piece.hidden().map(hidden -> new Change(Change.Nature.UPDATE, piece.thing(), List.of(hidden)));
    }
}
