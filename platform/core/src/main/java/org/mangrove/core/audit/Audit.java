package org.mangrove.core.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Looks through an inventory for all that can be wrong. What comes out depends on the inventory, and on what links and files answer.
 */
public final class Audit {

    private final List<Detector> detectors;

    public Audit(LinkProbe links, MediaProbe media) {
        detectors = List.of(
                new NearDuplicates(),
                new TranslatedDuplicates(),
                new Stale(),
                new Unused(),
                new Ownerless(),
                new WithoutObjective(),
                new ExpiredLicences(),
                new DeadLinks(links),
                new BrokenMedia(media),
                new OverlappingTools(),
                new UngovernedTools());
    }

    /** @param done is told of each kind that has been looked for */
    public AuditReport of(Inventory inventory, Consumer<Detection> done) throws InterruptedException {
        var detections = new ArrayList<Detection>();
        for (Detector detector : detectors) {
            Interruption.check();
            Detection detection = detector.look(inventory);
            detections.add(detection);
            done.accept(detection);
        }
        return new AuditReport(
                inventory.day(), inventory.assets().size(), inventory.tools().size(), detections);
    }
}
