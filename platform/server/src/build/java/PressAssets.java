import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Makes of the files in {@code src/main/assets} what browsers are given: named by their content, compressed with Brotli
 * and gzip, the icons in one file. Run by the build as a source file; its first argument is where to take the files from,
 * its second where to put them.
 */
public final class PressAssets {

    private static final String WEBJARS = "/META-INF/resources/webjars/";

    private static final String HTMX = WEBJARS + "htmx.org/2.0.10/dist/htmx.min.js";

    private static final String ICON = WEBJARS + "tabler__icons/3.35.0/icons/outline/%s.svg";

    private static final Pattern REFERENCE = Pattern.compile("url\\(\"?([\\w.-]+)\"?\\)");

    private static final Pattern SHAPES = Pattern.compile("<svg[^>]*>(.*)</svg>", Pattern.DOTALL);

    private static final Pattern INVISIBLE =
            Pattern.compile("<path stroke=\"none\" d=\"M0 0h24v24H0z\" fill=\"none\"\\s*/>");

    private final Path source;
    private final Path target;
    private final Map<String, String> manifest = new TreeMap<>();
    private final boolean brotli = Brotli4jLoader.isAvailable();

    private PressAssets(Path source, Path target) {
        this.source = source;
        this.target = target;
    }

    public static void main(String[] arguments) throws Exception {
        new PressAssets(Path.of(arguments[0]), Path.of(arguments[1])).press();
    }

    private void press() throws Exception {
        clear();
        for (Path font : files("fonts", ".woff2")) {
            publish(font.getFileName().toString(), Files.readAllBytes(font));
        }
        publish("mark.svg", Files.readAllBytes(source.resolve("mark.svg")));
        publish("icons.svg", sprite().getBytes(StandardCharsets.UTF_8));
        publish("htmx.js", resource(HTMX));
        publish("mangrove.js", Files.readAllBytes(source.resolve("mangrove.js")));
        publish("places.js", Files.readAllBytes(source.resolve("places.js")));
        publish("packages.js", Files.readAllBytes(source.resolve("packages.js")));
        publish("mangrove.css", stylesheet().getBytes(StandardCharsets.UTF_8));
        var lines = new StringBuilder();
        manifest.forEach(
                (name, value) -> lines.append(name).append('=').append(value).append('\n'));
        Files.writeString(target.resolve("manifest.properties"), lines);
        if (!brotli) {
            System.err.println("There is no Brotli for this machine: assets are compressed with gzip alone");
        }
    }

    private void clear() throws IOException {
        Files.createDirectories(target);
        try (Stream<Path> old = Files.list(target)) {
            for (Path file : old.toList()) {
                Files.delete(file);
            }
        }
    }

    private List<Path> files(String folder, String suffix) throws IOException {
        try (Stream<Path> files = Files.list(source.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        }
    }

    /** All parts of the stylesheet in the order of their names, without what only its authors read. */
    private String stylesheet() throws IOException {
        var css = new StringBuilder();
        for (Path part : files("css", ".css")) {
            css.append(Files.readString(part));
        }
        String small = css.toString()
                .replaceAll("(?s)/\\*.*?\\*/", "")
                .replaceAll("\\s+", " ")
                .replaceAll(" ?([{};,>]) ?", "$1")
                .replaceAll(": (?=[^{}]*[;}])", ":")
                .replace(";}", "}");
        Matcher reference = REFERENCE.matcher(small);
        return reference
                .replaceAll(match -> "url(" + known(match.group(1)) + ")")
                .strip();
    }

    private String known(String name) {
        String published = manifest.get(name);
        if (published == null) {
            throw new IllegalStateException("The stylesheet refers to " + name + ", which is no asset");
        }
        return published;
    }

    /** One line of {@code icons.txt} names an icon; the word "turns" after it says that it points somewhere. */
    private String sprite() throws IOException {
        var sprite = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\">");
        for (String line : Files.readAllLines(source.resolve("icons.txt"))) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] words = line.strip().split("\\s+");
            String svg = new String(resource(ICON.formatted(words[0])), StandardCharsets.UTF_8);
            Matcher shapes = SHAPES.matcher(svg);
            if (!shapes.find()) {
                throw new IllegalStateException("No icon in " + words[0]);
            }
            String drawn = INVISIBLE
                    .matcher(shapes.group(1))
                    .replaceAll("")
                    .replaceAll("\\s+", " ")
                    .replace(" />", "/>");
            sprite.append("<symbol id=\"")
                    .append(words[0])
                    .append("\" viewBox=\"0 0 24 24\">")
                    .append(drawn.strip().replace("> <", "><"))
                    .append("</symbol>");
            manifest.put("icon." + words[0], words.length > 1 && words[1].equals("turns") ? "turns" : "stays");
        }
        return sprite.append("</svg>").toString();
    }

    private static byte[] resource(String path) throws IOException {
        try (InputStream in = PressAssets.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("No " + path + " on the class path");
            }
            return in.readAllBytes();
        }
    }

    private void publish(String name, byte[] content) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
        int dot = name.lastIndexOf('.');
        String published = name.substring(0, dot) + "." + HexFormat.of().formatHex(digest, 0, 6) + name.substring(dot);
        manifest.put(name, published);
        Files.write(target.resolve(published), content);
        if (name.endsWith(".woff2")) {
            return;
        }
        Files.write(target.resolve(published + ".gz"), gzip(content));
        if (brotli) {
            Files.write(
                    target.resolve(published + ".br"),
                    Encoder.compress(content, new Encoder.Parameters().setQuality(11)));
        }
    }

    private static byte[] gzip(byte[] content) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out) {
            {
                def.setLevel(Deflater.BEST_COMPRESSION);
            }
        }) {
            gzip.write(content);
        }
        return out.toByteArray();
    }
}
