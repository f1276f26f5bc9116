package org.mangrove.core.packages.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The frame in which a package runs: it gives the package the object that its standard demands, and passes on what the package
 * keeps to the page around it. It stands on the package's own host, since packages look for that object in the pages around them.
 */
final class RunFrame {

    /** As no file of a package is called. */
    static final String PAGE = "~run";

    private static final String SCRIPT = "~run.js";

    private static final String HTML = """
            <!doctype html>
            <html lang="und">
            <head>
            <meta charset="utf-8">
            <title>-</title>
            <style>
            html, body, iframe { margin: 0; padding: 0; border: 0; inline-size: 100%; block-size: 100%; display: block; overflow: hidden }
            </style>
            <script src="~run.js"></script>
            </head>
            <body></body>
            </html>
            """;

    private static final Map<String, File> FILES = Map.of(
            PAGE, new File("text/html; charset=utf-8", HTML.getBytes(StandardCharsets.UTF_8)),
            SCRIPT, new File("text/javascript; charset=utf-8", script()));

    record File(String type, byte[] bytes) {}

    private RunFrame() {}

    static Optional<File> find(String path) {
        return Optional.ofNullable(FILES.get(path));
    }

    private static byte[] script() {
        try (InputStream stream = RunFrame.class.getResourceAsStream("/packages/run.js")) {
            return Objects.requireNonNull(stream, "The script of the frame is in the archive")
                    .readAllBytes();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
