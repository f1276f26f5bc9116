package org.mangrove.journeys;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.mangrove.launcher.Stack;

/** Somebody who publishes to cells on nodes of their own, and looks how each of them stands to the feed. */
final class FeedOperator {

    private final Stack stack;
    private final Operator core;
    private final Map<String, Operator> cells = new HashMap<>();

    FeedOperator(Stack stack) {
        this.stack = stack;
        this.core = new Operator(stack);
    }

    /** How a cell stands to the feed of an enterprise. */
    record Standing(String cell, String enterprise, String epoch, int number, boolean isRefused, String trouble) {

        boolean isSound() {
            return trouble.isEmpty();
        }
    }

    /** Publishes a course of the demonstration under another title, with its pictures changed. */
    void publish(DemonstrationCourse course, String title) {
        byte[] archive = course.retitled(title)
                .withEach(file -> file.endsWith(".svg"), picture -> picture + "<!-- " + title + " -->")
                .zipped();
        core.post(course.packages(), "application/zip", archive).must();
    }

    Standing standing(String cell, String enterprise) {
        return operatorOf(cell).get("/operator/api/feed").must().list("feeds").stream()
                .filter(feed -> cell.equals(feed.get("cell")) && enterprise.equals(feed.get("enterprise")))
                .map(feed -> new Standing(
                        cell,
                        enterprise,
                        String.valueOf(feed.get("epoch")),
                        (int) feed.get("number"),
                        Boolean.TRUE.equals(feed.get("isRefused")),
                        Optional.ofNullable(feed.get("trouble"))
                                .map(String::valueOf)
                                .orElse("")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Cell " + cell + " has no feed of " + enterprise));
    }

    /** @param how as which a sentence says it: the feed ... */
    Standing awaitStanding(String cell, String enterprise, String how, Predicate<Standing> wanted) {
        return Patience.USUAL.until(
                "the feed of %s in cell %s %s".formatted(enterprise, cell, how),
                () -> standing(cell, enterprise),
                wanted);
    }

    /** Waits until the cell has what the core has published, and nothing stops it. */
    Standing awaitEverything(String cell, String enterprise) {
        return awaitStanding(
                cell,
                enterprise,
                "is complete",
                there -> there.isSound() && (there.epoch() + "/" + there.number()).equals(end(enterprise)));
    }

    /** Where the core's chain ends, as epoch and number. */
    String end(String enterprise) {
        var ends = (Map<?, ?>) core.get("/operator/api/feed").must().json().get("ends");
        if (ends != null && ends.get(enterprise) instanceof Map<?, ?> end) {
            return end.get("epoch") + "/" + end.get("number");
        }
        throw new AssertionError("The core says no end of the feed of " + enterprise);
    }

    private Operator operatorOf(String cell) {
        return cells.computeIfAbsent(
                cell, first -> core.at(new WholeStack.Site(stack.nodeOf(cell).url())));
    }
}
