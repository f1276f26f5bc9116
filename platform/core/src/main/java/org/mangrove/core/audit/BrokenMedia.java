package org.mangrove.core.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mangrove.core.audit.Evidence.FileFails;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.blobs.MediaType;

/** Finds files that are not there, or not whole, by opening each once. */
final class BrokenMedia implements Detector {

    private final MediaProbe probe;

    BrokenMedia(MediaProbe probe) {
        this.probe = probe;
    }

    @Override
    public FindingKind kind() {
        return FindingKind.BROKEN_MEDIA;
    }

    private record Opened(Digest digest, MediaType type) {}

    @Override
    public Detection look(Inventory inventory) throws InterruptedException {
        var states = new HashMap<Opened, MediaState>();
        var findings = new ArrayList<Finding>();
        var notKnown = new ArrayList<String>();
        for (AuditedAsset asset : inventory.assets()) {
            Interruption.check();
            var blocks = new LinkedHashMap<Opened, List<String>>();
            asset.media()
                    .forEach(file -> blocks.computeIfAbsent(
                                    new Opened(file.digest(), file.type()), first -> new ArrayList<>())
                            .add(file.block()));
            var evidence = new ArrayList<Evidence>();
            boolean isKnown = true;
            for (Map.Entry<Opened, List<String>> file : blocks.entrySet()) {
                switch (states.computeIfAbsent(file.getKey(), key -> probe.open(key.digest(), key.type()))) {
                    case MediaState.Broken(MediaFault fault) ->
                        evidence.add(new FileFails(file.getKey().digest(), file.getValue(), fault));
                    case MediaState.TooLarge _ -> isKnown = false;
                    case MediaState.Whole _ -> {}
                }
            }
            if (!evidence.isEmpty()) {
                findings.add(new Finding(kind(), List.of(asset.key()), evidence, ProposedAction.REPLACE_FILE));
            } else if (!isKnown) {
                notKnown.add(asset.key());
            }
        }
        return new Detection(kind(), findings, notKnown);
    }
}
