package org.mangrove.core.audit;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.mangrove.core.audit.Evidence.LinkFails;

/** Finds links that lead nowhere, by following each once. */
final class DeadLinks implements Detector {

    /** At once, from all of this audit. */
    private static final int MOST_AT_ONCE = 32;

    /** At once to one server: as many as a browser opens. */
    private static final int MOST_TO_ONE = 6;

    private final LinkProbe probe;

    DeadLinks(LinkProbe probe) {
        this.probe = probe;
    }

    @Override
    public FindingKind kind() {
        return FindingKind.DEAD_LINK;
    }

    @Override
    public Detection look(Inventory inventory) throws InterruptedException {
        List<Map<String, List<String>>> fields =
                inventory.assets().stream().map(DeadLinks::fieldsByLink).toList();
        Map<String, LinkAnswer> answers = answers(fields.stream()
                .flatMap(each -> each.keySet().stream())
                .distinct()
                .toList());
        var findings = new ArrayList<Finding>();
        var notKnown = new ArrayList<String>();
        for (int at = 0; at < fields.size(); at++) {
            String key = inventory.assets().get(at).key();
            var evidence = new ArrayList<Evidence>();
            boolean isDecided = true;
            for (Map.Entry<String, List<String>> link : fields.get(at).entrySet()) {
                switch (Objects.requireNonNull(answers.get(link.getKey()))) {
                    case LinkAnswer.Gone gone -> evidence.add(new LinkFails(link.getKey(), link.getValue(), gone));
                    case LinkAnswer.Undecided _ -> isDecided = false;
                    case LinkAnswer.There _ -> {}
                }
            }
            if (!evidence.isEmpty()) {
                findings.add(new Finding(kind(), List.of(key), evidence, ProposedAction.MEND_LINK));
            } else if (!isDecided) {
                notKnown.add(key);
            }
        }
        return new Detection(kind(), findings, notKnown);
    }

    private static Map<String, List<String>> fieldsByLink(AuditedAsset asset) {
        var fields = new LinkedHashMap<String, List<String>>();
        for (Passage passage : asset.passages()) {
            for (String link : Citations.links(passage.text())) {
                fields.computeIfAbsent(link, first -> new ArrayList<>())
                        .add("%s/%s (%s)"
                                .formatted(
                                        passage.block(),
                                        passage.field(),
                                        passage.language().toLanguageTag()));
            }
        }
        return fields;
    }

    private Map<String, LinkAnswer> answers(List<String> links) throws InterruptedException {
        var answers = new LinkedHashMap<String, LinkAnswer>();
        var places = new Semaphore(MOST_AT_ONCE);
        var placesByHost = new HashMap<String, Semaphore>();
        var asked = new LinkedHashMap<String, Future<LinkAnswer>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                for (String link : links) {
                    Optional<URI> address = Citations.uri(link).filter(uri -> uri.getHost() != null);
                    if (address.isEmpty()) {
                        answers.put(link, new LinkAnswer.Gone(LinkAnswer.Gone.Why.NO_ADDRESS, 0));
                        continue;
                    }
                    Semaphore atHost = placesByHost.computeIfAbsent(
                            address.get().getRawAuthority(), first -> new Semaphore(MOST_TO_ONE));
                    asked.put(
                            link,
                            threads.submit(() -> within(atHost, () -> within(places, () -> probe.ask(address.get())))));
                }
                for (Map.Entry<String, Future<LinkAnswer>> each : asked.entrySet()) {
                    answers.put(each.getKey(), each.getValue().get());
                }
            } catch (ExecutionException failed) {
                threads.shutdownNow();
                throw new IllegalStateException("A link could not be followed", failed.getCause());
            } catch (InterruptedException asTold) {
                threads.shutdownNow();
                throw asTold;
            }
        }
        return answers;
    }

    private interface Asking {
        LinkAnswer ask() throws InterruptedException;
    }

    private static LinkAnswer within(Semaphore places, Asking asking) throws InterruptedException {
        places.acquire();
        try {
            return asking.ask();
        } finally {
            places.release();
        }
    }
}
