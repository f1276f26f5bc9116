package org.mangrove.launcher;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What each node of a stack is told: where all runs in one, everything; where nodes are apart, what is its own. */
final class NodeSettings {

    private final StateFolder state;
    private final Ports ports;
    private final List<NodePlan> plans;
    private final Optional<URI> feedThrough;
    private final Secrets secrets;
    private final FeedSecrets feed;

    NodeSettings(StateFolder state, Ports ports, List<NodePlan> plans, Optional<URI> feedThrough, Secrets secrets) {
        this.state = state;
        this.ports = ports;
        this.plans = plans;
        this.feedThrough = feedThrough;
        this.secrets = secrets;
        this.feed = new FeedSecrets(secrets);
    }

    NodeProperties of(NodePlan plan, NodeProperties all) {
        return switch (plan.role()) {
            case ALL -> all.with("mangrove.client-secret-key", secrets.of("client-secret-key"));
            case CORE -> core(apart(plan, all));
            case CELL -> cells(plan, apart(plan, all));
        };
    }

    private NodeProperties apart(NodePlan plan, NodeProperties all) {
        return all.with("mangrove.role", plan.role().name().toLowerCase(Locale.ROOT))
                .with("mangrove.cells", String.join(",", plan.cells()))
                .with("mangrove.url", "http://localhost:" + port(plan))
                .with("mangrove.media.url", "http://media.localhost:" + port(plan))
                .with("mangrove.core.address", "http://localhost:" + corePort())
                .with("mangrove.core-client-secret-key", secrets.of("core-client-secret-key"))
                .with("mangrove.blobs", state.blobs(plan).toString())
                .with("mangrove.plugins", state.plugins(plan).toString());
    }

    private NodeProperties core(NodeProperties apart) {
        NodeProperties told = apart.with("mangrove.client-secret-key", secrets.of("client-secret-key.core"))
                .with("mangrove.feed.signing-key", feed.signingKey())
                .with("mangrove.feed.verify-key", feed.verifyKey());
        for (NodePlan other : plans) {
            told = withCredentials(told, other);
        }
        return told;
    }

    private NodeProperties cells(NodePlan plan, NodeProperties apart) {
        URI core = feedThrough.orElseGet(() -> URI.create("http://127.0.0.1:" + corePort()));
        return withCredentials(apart, plan)
                .with("mangrove.client-secret-key", secrets.of("client-secret-key"))
                .with("mangrove.core.url", core.toString())
                .with("mangrove.feed.verify-key", feed.verifyKey());
    }

    private NodeProperties withCredentials(NodeProperties told, NodePlan plan) {
        NodeProperties more = told;
        for (String cell : plan.cells()) {
            more = more.with("mangrove.feed.credential." + cell, feed.credential(cell));
        }
        return more;
    }

    private int port(NodePlan plan) {
        return ports.node(plans.indexOf(plan));
    }

    private int corePort() {
        return plans.stream()
                .filter(NodePlan::servesCore)
                .map(this::port)
                .findFirst()
                .orElseThrow();
    }
}
