package org.mangrove.core.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mangrove.core.database.Configuration;
import org.mangrove.core.identity.DataSubject;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.core.tenancy.TenantProfile;

/**
 * Who was erased, outside of every backup: a file for each cell, to which lines are added and from which none is taken. A line
 * has digests under the installation's key, and the terms by which the record store knew somebody, which are such digests, too.
 */
@ApplicationScoped
class ErasureRegister {

    @Inject
    Configuration configuration;

    @Inject
    KeyedHashes hashes;

    @Inject
    CoreErasures core;

    @Inject
    Clock clock;

    /** @param tenant its number */
    record Entry(UUID id, int tenant, Instant erasedAt, Set<String> hashes, Set<UUID> terms) {

        Entry {
            hashes = Set.copyOf(hashes);
            terms = Set.copyOf(terms);
        }
    }

    String entry(TenantProfile tenant, UUID id, DataSubject who) {
        return Definitions.write(new Entry(
                id,
                tenant.tenant().id().number(),
                clock.instant(),
                new TreeSet<>(hashes.of(tenant.tenant().id(), who)),
                new TreeSet<>(who.terms())));
    }

    /** On the disk when it returns. What is there already is not written twice. */
    void append(TenantProfile tenant, String entry) {
        write(tenant.cell(), entry);
        core.add(tenant, Definitions.read(entry, Entry.class), entry);
    }

    /** Lines of a register that was kept elsewhere. */
    void merge(String cell, List<String> lines) {
        lines.stream()
                .filter(line -> !line.isBlank())
                .map(line -> Definitions.read(line, Entry.class))
                .forEach(entry -> write(cell, Definitions.write(entry)));
    }

    /** All that the file and the core know of a cell, by id. */
    Map<UUID, Entry> read(String cell) {
        var entries = new LinkedHashMap<>(byId(core.of(cell)));
        entries.putAll(byId(lines(cell)));
        return entries;
    }

    /**
     * Those that both the file and the core know, where there is a core: a node may have been killed between the two.
     */
    Set<UUID> inEachCopy(String cell) {
        var ids = new HashSet<>(ids(cell));
        if (core.isHere()) {
            ids.retainAll(byId(core.of(cell)).keySet());
        }
        return ids;
    }

    private static Map<UUID, Entry> byId(List<String> lines) {
        return lines.stream()
                .map(line -> Definitions.read(line, Entry.class))
                .collect(Collectors.toMap(Entry::id, entry -> entry, (one, other) -> other, LinkedHashMap::new));
    }

    Path file(String cell) {
        Path folder = configuration
                .find("mangrove.erasures")
                .map(Path::of)
                .or(() -> configuration.find("mangrove.state").map(state -> Path.of(state, "erasures")))
                .orElseGet(() -> configuration.blobs().resolveSibling("erasures"));
        return folder.resolve(cell + ".jsonl");
    }

    private void write(String cell, String entry) {
        Path file = file(cell);
        UUID id = Definitions.read(entry, Entry.class).id();
        try {
            Files.createDirectories(file.getParent());
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock ignored = channel.lock()) {
                if (ids(cell).contains(id)) {
                    return;
                }
                channel.truncate(whole(file).length).position(channel.size());
                ByteBuffer line = ByteBuffer.wrap((entry + "\n").getBytes(StandardCharsets.UTF_8));
                while (line.hasRemaining()) {
                    channel.write(line);
                }
                channel.force(true);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("The register of erasures of " + cell + " cannot be written", failed);
        }
    }

    private Set<UUID> ids(String cell) {
        return byId(lines(cell)).keySet();
    }

    private List<String> lines(String cell) {
        Path file = file(cell);
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return new String(whole(file), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException("The register of erasures of " + cell + " cannot be read", failed);
        }
    }

    /** What a full disk or the end of a node has cut off in the middle of a line was never said to be written. */
    private static byte[] whole(Path file) throws IOException {
        byte[] all = Files.readAllBytes(file);
        int length = all.length;
        while (length > 0 && all[length - 1] != '\n') {
            length--;
        }
        return Arrays.copyOf(all, length);
    }
}
