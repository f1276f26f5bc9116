package org.mangrove.core.provisioning;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mangrove.sdk.Message;

/**
 * Reads a {@code tenants-config} folder, and tells every mistake in it with its file and line.
 *
 * <p>First each file by itself: is it YAML, does it fit the schema. Those that do are then held against each other.
 */
final class TenantsConfigReader {

    private static final String CELLS = "cells.yaml";
    private static final String ENTERPRISE = "enterprise.yaml";
    private static final String SCHEMAS = "schema";
    private static final Pattern SLUG = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private final Path folder;
    private final KnownPlugins plugins;
    private final Secrets secrets;
    private final List<Problem> problems = new ArrayList<>();

    private TenantsConfigReader(Path folder, KnownPlugins plugins, Secrets secrets) {
        this.folder = folder;
        this.plugins = plugins;
        this.secrets = secrets;
    }

    static Reading read(Path folder, KnownPlugins plugins, Secrets secrets) {
        return new TenantsConfigReader(folder, plugins, secrets).read();
    }

    private Reading read() {
        Optional<Section> cells = open(CELLS, "cells");
        var enterprises = new ArrayList<EnterpriseFolder>();
        for (String name : list(folder, Files::isDirectory)) {
            if (!name.equals(SCHEMAS)) {
                openEnterprise(name).ifPresent(enterprises::add);
            }
        }
        cells.ifPresent(sound -> problems.addAll(new CrossChecks(sound, enterprises, plugins, secrets).check()));
        if (cells.isEmpty() || !problems.isEmpty()) {
            return new Reading.Faulty(problems.stream().distinct().sorted().toList());
        }
        return new Reading.Understood(Declarations.of(cells.get(), enterprises));
    }

    private Optional<EnterpriseFolder> openEnterprise(String slug) {
        Optional<Section> enterprise = open(slug + "/" + ENTERPRISE, "enterprise");
        var tenants = new LinkedHashMap<String, Section>();
        for (String file : list(folder.resolve(slug), TenantsConfigReader::isYaml)) {
            if (!file.equals(ENTERPRISE)) {
                open(slug + "/" + file, "tenant").ifPresent(tenant -> tenants.put(stem(file), tenant));
            }
        }
        return enterprise.map(sound -> new EnterpriseFolder(slug, sound, tenants));
    }

    /** A file that fits its schema; of one that does not, the problems are noted. */
    private Optional<Section> open(String name, String kind) {
        Path path = folder.resolve(name);
        if (!Files.isRegularFile(path)) {
            problems.add(new Problem(
                    name, 1, Message.of("provisioning.file.is-missing").with("file", name)));
            return Optional.empty();
        }
        var file = new ConfigFile(name, text(path));
        var found = new ArrayList<>(file.problems());
        if (found.isEmpty()) {
            found.addAll(schema(kind).check(file));
        }
        String slug = kind.equals("enterprise") ? name.substring(0, name.indexOf('/')) : stem(name);
        if (!SLUG.matcher(slug).matches() || slug.length() > 40) {
            found.add(new Problem(
                    name, 1, Message.of("provisioning.file.is-no-slug").with("found", slug)));
        }
        problems.addAll(found);
        return found.isEmpty() ? Optional.of(Section.top(file)) : Optional.empty();
    }

    private static ConfigSchema schema(String kind) {
        String resource = "/tenants-config/schema/" + kind + ".json";
        try (InputStream json = TenantsConfigReader.class.getResourceAsStream(resource)) {
            if (json == null) {
                throw new IllegalStateException(resource + " is missing from the build");
            }
            return new ConfigSchema(new String(json.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> list(Path folder, Predicate<Path> kind) {
        try (Stream<Path> files = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
            return files.filter(file -> !file.getFileName().toString().startsWith("."))
                    .filter(kind)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isYaml(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".yaml") || name.endsWith(".yml");
    }

    private static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String stem(String file) {
        return file.substring(file.lastIndexOf('/') + 1, file.lastIndexOf('.'));
    }
}
