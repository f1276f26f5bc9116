package org.mangrove.core.extension;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.mangrove.core.database.Configuration;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.sdk.Message;

/** Where the jars of plugins lie: those installed, those arriving, and the copies that are loaded. */
@ApplicationScoped
public class PluginFolders {

    @Inject
    Configuration configuration;

    private Path installed = Path.of("");
    private Path work = Path.of("");

    @SuppressWarnings("NullAway.Init")
    public PluginFolders() {}

    @SuppressWarnings("NullAway.Init")
    PluginFolders(Path installed, Path work) {
        open(installed, work);
    }

    @PostConstruct
    void open() {
        String folder = System.getProperty("mangrove.plugins", System.getenv("MANGROVE_PLUGINS"));
        if (folder == null) {
            throw new IllegalStateException("Set mangrove.plugins to the folder of the plugins' jars");
        }
        open(
                Path.of(folder),
                Path.of(folder)
                        .resolve(".work")
                        .resolve(Long.toString(ProcessHandle.current().pid())));
    }

    private void open(Path installedFolder, Path workFolder) {
        installed = installedFolder.toAbsolutePath();
        work = workFolder.toAbsolutePath();
        try {
            Files.createDirectories(installed);
            Files.createDirectories(work);
            forgetOldWork(work.resolveSibling(""));
        } catch (IOException problem) {
            throw new UncheckedIOException("Cannot use the folder of plugins " + installed, problem);
        }
    }

    /** Copies of nodes that ended without tidying up. */
    private static void forgetOldWork(Path works) throws IOException {
        try (Stream<Path> folders = Files.list(works)) {
            for (Path folder : folders.filter(Files::isDirectory).toList()) {
                String name = folder.getFileName().toString();
                if (name.matches("\\d+")
                        && ProcessHandle.of(Long.parseLong(name)).isEmpty()) {
                    forget(folder);
                }
            }
        }
    }

    private static void forget(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
        Files.delete(folder);
    }

    Path installed() {
        return installed;
    }

    /** A copy that one loader holds open, so that the installed file can be deleted on every system. */
    Path copy(Path jar) {
        try {
            Path copy = Files.createTempFile(work, "loaded-", ".jar");
            Files.write(copy, Files.readAllBytes(jar));
            return copy;
        } catch (IOException problem) {
            throw new UncheckedIOException("Cannot copy " + jar.getFileName(), problem);
        }
    }

    /** @throws Refusal.Invalid if more comes than {@code atMost} bytes */
    Path receive(InputStream jar, long atMost) {
        try {
            Path arrived = Files.createTempFile(work, "arrived-", ".jar");
            byte[] content = jar.readNBytes((int) atMost + 1);
            if (content.length > atMost) {
                discard(arrived);
                throw new Refusal.Invalid(Message.of("extension.jar.too-large").with("megabytes", atMost >> 20));
            }
            Files.write(arrived, content);
            return arrived;
        } catch (IOException problem) {
            throw new UncheckedIOException("Cannot receive a plugin", problem);
        }
    }

    void discard(Path arrived) {
        try {
            Files.deleteIfExists(arrived);
        } catch (IOException problem) {
            throw new UncheckedIOException("Cannot delete " + arrived.getFileName(), problem);
        }
    }
}
