package org.mangrove.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The one folder in which a stack keeps its data, its secrets, its logs, and what it needs to find its own processes.
 */
public record StateFolder(Path path) {

    public static StateFolder at(Path path) {
        try {
            var folder = new StateFolder(path.toAbsolutePath().normalize());
            for (Path each :
                    new Path[] {folder.path, folder.logs(), folder.processes(), folder.blobs(), folder.plugins()}) {
                Files.createDirectories(each);
            }
            PrivateFiles.keepToOwner(folder.path);
            return folder;
        } catch (IOException notWritable) {
            throw new Trouble(
                    "The state folder %s cannot be written to (%s): choose another with --state DIR."
                            .formatted(path, notWritable.getMessage()),
                    notWritable);
        }
    }

    public Path database() {
        return path.resolve("database");
    }

    public Path keycloak() {
        return path.resolve("keycloak");
    }

    /** Is there once Keycloak's database has the clients without which nobody could administer it. */
    Path keycloakClientsMade() {
        return keycloak().resolve("clients-made");
    }

    /** What one node needs while it runs. */
    Path node(NodePlan plan) {
        return path.resolve(plan.name());
    }

    public Path blobs() {
        return path.resolve("blobs");
    }

    /** Zones share no object store: a node of cells has one of its own. */
    Path blobs(NodePlan plan) {
        return plan.servesCore() ? blobs() : path.resolve("blobs-" + plan.name());
    }

    public Path plugins() {
        return path.resolve("plugins");
    }

    Path plugins(NodePlan plan) {
        return plan.servesCore() ? plugins() : path.resolve("plugins-" + plan.name());
    }

    /** Which nodes have written the data. */
    Path nodes() {
        return path.resolve("nodes");
    }

    /** Who was erased, under the key of this installation: without its secrets it says nothing. */
    public Path erasures() {
        return path.resolve("erasures");
    }

    /** Where each log of decisions ended when it was last verified. */
    Path decisionsSeen() {
        return path.resolve("decisions-seen.json");
    }

    public Path logs() {
        return path.resolve("logs");
    }

    /** What has already been loaded into this state, by digest. */
    Path applied() {
        return path.resolve("applied");
    }

    Path processes() {
        return path.resolve("processes");
    }

    Path secrets() {
        return path.resolve("secrets.properties");
    }

    Path lock() {
        return path.resolve("lock");
    }

    /** Blobs and plugins that nodes apart have of their own. */
    List<Path> foldersOfNodes() throws IOException {
        return named("(?:blobs|plugins)-node-.*");
    }

    private List<Path> named(String names) throws IOException {
        try (Stream<Path> all = Files.list(path)) {
            return all.filter(each -> each.getFileName().toString().matches(names))
                    .sorted()
                    .toList();
        }
    }

    /** Removes the data of all parts; what is merely cached elsewhere stays. */
    public void removeData() {
        try {
            for (Path each : new Path[] {
                database(),
                keycloak(),
                blobs(),
                plugins(),
                logs(),
                applied(),
                secrets(),
                nodes(),
                erasures(),
                decisionsSeen()
            }) {
                Trees.remove(each);
            }
            for (Path each : named("node|(?:blobs-|plugins-)?node-.*")) {
                Trees.remove(each);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        at(path);
    }
}
