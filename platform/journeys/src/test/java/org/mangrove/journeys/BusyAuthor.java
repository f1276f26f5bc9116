package org.mangrove.journeys;

import static org.mangrove.journeys.DemonstrationCourse.HYGIENE;

import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.mangrove.launcher.Stack;

/** Publishes a course under one title after another, the same in all languages, while the node goes and comes back. */
final class BusyAuthor {

    static final String ENTERPRISE = HYGIENE.enterprise();
    static final String COURSE = HYGIENE.slug();

    private final Operator operator;
    private final Outages outages;
    private int published;

    BusyAuthor(Stack stack, Outages outages) {
        this.operator = new Operator(stack);
        this.outages = outages;
    }

    void publishUntil(BooleanSupplier enough) throws InterruptedException, TimeoutException {
        do {
            publish(HYGIENE.retitled("Clean hands " + (published + 1)));
        } while (!enough.getAsBoolean());
    }

    /** As its authors wrote it. */
    void publishAsItWas() throws InterruptedException, TimeoutException {
        publish(HYGIENE.files());
    }

    /** How many versions it was told to have published. */
    int published() {
        return published;
    }

    String lastTitle() {
        return "Clean hands " + published;
    }

    private void publish(EditedFolder course) throws InterruptedException, TimeoutException {
        while (true) {
            int before = outages.survived();
            try {
                operator.post(HYGIENE.packages(), "application/zip", course.zipped())
                        .must();
                published++;
                return;
            } catch (NoAnswer lost) {
                outages.awaitMoreThan(before);
            }
        }
    }
}
