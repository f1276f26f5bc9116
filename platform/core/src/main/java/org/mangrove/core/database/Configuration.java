package org.mangrove.core.database;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What this node was told when it was started: system properties {@code mangrove.…}, or environment variables such as
 * {@code MANGROVE_CORE_URL}. Secrets come from the environment or from a file of the launcher, never from
 * {@code tenants-config}.
 */
@ApplicationScoped
public class Configuration {

    private static final int MOST_DAYS = 10_000;

    /** Which parts of the platform a node serves. */
    public enum Part {
        CORE,
        CELL,
        ALL
    }

    public Part part() {
        return Part.valueOf(find("mangrove.role").orElse("all").toUpperCase(Locale.ROOT));
    }

    public boolean servesCore() {
        return part() != Part.CELL;
    }

    /** The cells whose databases this node serves. */
    public List<String> cells() {
        if (part() == Part.CORE) {
            return List.of();
        }
        return Arrays.stream(find("mangrove.cells").orElse("").split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** Whether everything runs on one machine, where a node may migrate its own databases. */
    public boolean onOneMachine() {
        return Boolean.parseBoolean(find("mangrove.one-machine").orElse("false"));
    }

    /** Where browsers reach this node. */
    public URI url() {
        return URI.create(find("mangrove.url").orElse("http://localhost:8080"));
    }

    /** Where browsers reach the cores of enterprises: this node if it serves them, else a node of the core. */
    public URI coreAddress() {
        return find("mangrove.core.address").map(URI::create).orElseGet(() -> servesCore() ? url() : coreUrl());
    }

    /**
     * The key from which the secrets of the cores' own clients derive: known to the nodes of the core and to those of the cell
     * whose realm has the client. Where it is not given, all clients have the same key.
     */
    public String coreClientSecretKey() {
        return find("mangrove.core-client-secret-key").orElseGet(() -> must("mangrove.client-secret-key"));
    }

    /** Where cells pull the publication feed. */
    public URI coreUrl() {
        return find("mangrove.core.url").map(URI::create).orElseGet(this::url);
    }

    public Path blobs() {
        return Path.of(must("mangrove.blobs"));
    }

    /** @throws IllegalStateException if it was given and is no number */
    public long findSeconds(String name, long otherwise) {
        return findNumber(name, "seconds", otherwise);
    }

    /** @throws IllegalStateException if it was given and is no number, or more than ten thousand */
    public int findDays(String name, int otherwise) {
        long days = findNumber(name, "days", otherwise);
        if (days < 0 || days > MOST_DAYS) {
            throw new IllegalStateException("The setting " + name + " takes from 0 to " + MOST_DAYS + " days");
        }
        return (int) days;
    }

    private long findNumber(String name, String of, long otherwise) {
        try {
            return find(name).map(Long::valueOf).orElse(otherwise);
        } catch (NumberFormatException notANumber) {
            throw new IllegalStateException("The setting " + name + " takes a number of " + of, notANumber);
        }
    }

    public Optional<String> find(String name) {
        var property = System.getProperty(name);
        if (property != null && !property.isBlank()) {
            return Optional.of(property);
        }
        var variable =
                System.getenv(name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_'));
        return Optional.ofNullable(variable).filter(value -> !value.isBlank());
    }

    /** @throws IllegalStateException if it was not given; its message names what is missing */
    public String must(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalStateException("This node needs the setting " + name
                        + " (a system property, or the environment variable "
                        + name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_') + ")"));
    }
}
