package org.mangrove.journeys;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.mangrove.launcher.Distribution;
import org.mangrove.launcher.Stack;

/** Publishes a course under one title after another, the same in all languages, while the node goes and comes back. */
final class BusyAuthor implements AutoCloseable {

    static final String ENTERPRISE = "borealis";
    static final String COURSE = "hand-hygiene-basics";

    private static final Pattern TITLE = Pattern.compile("^title: .*$", Pattern.MULTILINE);

    private final Operator operator;
    private final Outages outages;
    private final Path folder = Distribution.found().demonstration().resolve(ENTERPRISE + "/courses/" + COURSE);
    private int published;

    BusyAuthor(Stack stack, Outages outages) {
        this.operator = new Operator(stack);
        this.outages = outages;
    }

    void publishUntil(BooleanSupplier enough) throws IOException, InterruptedException, TimeoutException {
        do {
            publish("title: Clean hands " + (published + 1));
        } while (!enough.getAsBoolean());
    }

    /** As its authors wrote it. */
    void publishAsItWas() throws IOException, InterruptedException, TimeoutException {
        publish("");
    }

    /** How many versions it was told to have published. */
    int published() {
        return published;
    }

    String lastTitle() {
        return "Clean hands " + published;
    }

    private void publish(String title) throws IOException, InterruptedException, TimeoutException {
        byte[] course = zip(title);
        while (true) {
            int before = outages.survived();
            try {
                operator.post("/enterprises/%s/course-packages".formatted(ENTERPRISE), "application/zip", course)
                        .mustBeDone();
                published++;
                return;
            } catch (IOException lost) {
                outages.awaitMoreThan(before);
            }
        }
    }

    private byte[] zip(String title) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (Stream<Path> all = Files.walk(folder);
                var zip = new ZipOutputStream(bytes)) {
            List<Path> files = all.filter(Files::isRegularFile).toList();
            for (Path file : files) {
                String name = folder.relativize(file).toString();
                zip.putNextEntry(new ZipEntry(name));
                zip.write(
                        name.startsWith("words/") && !title.isEmpty() ? titled(file, title) : Files.readAllBytes(file));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] titled(Path file, String title) throws IOException {
        return TITLE.matcher(Files.readString(file)).replaceFirst(title).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        operator.close();
    }
}
