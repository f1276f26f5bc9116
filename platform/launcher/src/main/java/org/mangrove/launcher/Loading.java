package org.mangrove.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Brings what is written in files into a system that has just started: the tenants, the demonstration's courses, and the
 * people who try it.
 *
 * <p>All of it goes through the operator's interface, as on any system. What this state has already taken in is left out.
 */
public final class Loading {

    private final Stack stack;
    private final Path tenantsConfig;
    private final Path demonstration;
    private final Progress progress;
    private final RunningStack running;

    public Loading(Stack stack, Distribution distribution, Progress progress) {
        this(stack, distribution, distribution.tenantsConfig(), progress);
    }

    /** With another configuration than that of this machine. */
    public Loading(Stack stack, Distribution distribution, Path tenantsConfig, Progress progress) {
        this.stack = stack;
        this.tenantsConfig = tenantsConfig;
        this.demonstration = distribution.demonstration();
        this.progress = progress;
        this.running = RunningStack.of(stack);
    }

    public void load() {
        take(
                running.apis(),
                "Tenants from tenants-config",
                "tenants",
                "/operator/api/tenants/apply",
                "application/zip",
                Zip.of(tenantsConfig),
                " " + stack.node().url() + " " + stack.keycloak().url());
        for (Path enterprise : foldersIn(demonstration)) {
            for (Path course : foldersIn(enterprise.resolve("courses"))) {
                String what = enterprise.getFileName() + "'s course " + course.getFileName();
                take(
                        List.of(running.core()),
                        what,
                        enterprise.getFileName() + "-" + course.getFileName(),
                        "/operator/api/enterprises/%s/course-packages".formatted(enterprise.getFileName()),
                        "application/zip",
                        Zip.of(course));
            }
        }
        Path accounts = demonstration.resolve("accounts.yaml");
        if (Files.exists(accounts)) {
            take(
                    running.apis(),
                    "People who try it",
                    "accounts",
                    "/operator/api/demonstration/accounts",
                    "application/yaml",
                    read(accounts));
        }
    }

    private void take(List<OperatorApi> takers, String what, String name, String path, String type, byte[] body) {
        take(takers, what, name, path, type, body, "");
    }

    /** @param where what else it depends on: if that is another one, it is taken in again */
    private void take(
            List<OperatorApi> takers, String what, String name, String path, String type, byte[] body, String where) {
        Path mark = stack.state().applied().resolve(name);
        String digest = Zip.digest(body) + where;
        if (isMarked(mark, digest)) {
            return;
        }
        progress.step(what, () -> {
            for (OperatorApi taker : takers) {
                OperatorApi.Answer answer = taker.post(path, type, body);
                if (!answer.isDone()) {
                    throw new Trouble("The server did not take this: %s (%d). Mend what it says, then start again:%n%s"
                            .formatted(what, answer.status(), answer.words()));
                }
            }
            Files.createDirectories(mark.getParent());
            Files.writeString(mark, digest);
        });
    }

    private static boolean isMarked(Path mark, String digest) {
        return Files.exists(mark) && new String(read(mark), StandardCharsets.UTF_8).equals(digest);
    }

    private static List<Path> foldersIn(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isDirectory).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
