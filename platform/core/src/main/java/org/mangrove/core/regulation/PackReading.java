package org.mangrove.core.regulation;

import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.mangrove.core.governance.Commitment;
import org.mangrove.core.governance.DecisionKind;
import org.mangrove.core.governance.TakenLine;
import org.mangrove.core.regulation.PackReport.Breach;
import org.mangrove.core.regulation.PackReport.Erased;
import org.mangrove.core.regulation.PackReport.What;
import org.mangrove.core.tenancy.Definitions;

/**
 * Reads a proof once, from front to end, and finds out what of it does not fit together. It needs nothing but the file, and takes
 * that for hostile.
 */
final class PackReading {

    /** More than this no proof has, unpacked. */
    private static final long MOST_BYTES = 1L << 30;

    private static final int LONGEST_LINE = 1 << 16;
    private static final int MOST_FILES = 20;
    private static final int MOST_BREACHES = 50;

    private final Map<String, String> digests = new TreeMap<>();
    private final List<Breach> broken = new ArrayList<>();
    private final List<TakenLine> core = new ArrayList<>();
    private final Map<String, PromiseSum> promises = new TreeMap<>();
    private final Map<String, String> decided = new TreeMap<>();
    private final List<String> opened = new ArrayList<>();
    private final Set<String> closed = new HashSet<>();
    private final Set<String> changes = new HashSet<>();
    private final List<Erased> erased = new ArrayList<>();
    private Optional<PackManifest.Sealed> manifest = Optional.empty();
    private Optional<TakenLine> last = Optional.empty();
    private Optional<LawChange> change = Optional.empty();
    private String lastCommitment = "";
    private int decisions;
    private int learned;
    private long bytes;

    private PackReading() {}

    static PackReading of(InputStream pack) {
        var reading = new PackReading();
        try (var zip = new ZipInputStream(pack, StandardCharsets.UTF_8)) {
            int files = 0;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++files > MOST_FILES) {
                    throw new IOException("too many files");
                }
                reading.file(entry.getName(), zip);
            }
        } catch (IOException | IllegalArgumentException unreadable) {
            reading.note(What.UNREADABLE, "");
        }
        reading.compare();
        return reading;
    }

    private void file(String name, InputStream zip) throws IOException {
        boolean isKnown = PackFiles.ALL.contains(name) || name.equals(PackFiles.MANIFEST);
        if (!isKnown || digests.containsKey(name)) {
            note(What.FILE_ADDED, isKnown ? name : "");
            return;
        }
        MessageDigest digest = PromiseSum.sha256();
        var in = new DigestInputStream(new Bounded(zip), digest);
        var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        int number = 0;
        for (Optional<String> line = line(reader); line.isPresent(); line = line(reader)) {
            number++;
            take(name, number, line.get());
        }
        digests.put(name, HexFormat.of().formatHex(digest.digest()));
    }

    private static Optional<String> line(BufferedReader reader) throws IOException {
        var line = new StringBuilder();
        for (int next = reader.read(); next != -1; next = reader.read()) {
            if (next == '\n') {
                return Optional.of(line.toString());
            }
            line.append((char) next);
            if (line.length() > LONGEST_LINE) {
                throw new IOException("a line is too long");
            }
        }
        return line.isEmpty() ? Optional.empty() : Optional.of(line.toString());
    }

    private void take(String name, int number, String line) {
        String where = name + " " + number;
        switch (name) {
            case PackFiles.MANIFEST -> manifest = Optional.of(PackManifest.read(line));
            case PackFiles.CHANGE -> change = Optional.of(Definitions.read(line, LawChange.class));
            case PackFiles.CORE_DECISIONS -> coreDecision(where, line);
            case PackFiles.DECISIONS -> decision(where, line);
            case PackFiles.PEOPLE -> person(where, line);
            case PackFiles.ERASED -> erased(where, line);
            default -> {
                // what is only to be read has a digest
            }
        }
    }

    private void coreDecision(String where, String line) {
        Optional<TakenLine> taken = TakenLine.read(line).filter(TakenLine::holds);
        if (taken.isEmpty()) {
            note(What.DECISION_CHANGED, where);
        }
        taken.ifPresent(core::add);
    }

    private void decision(String where, String line) {
        Optional<TakenLine> taken = TakenLine.read(line).filter(TakenLine::holds);
        if (taken.isEmpty()) {
            note(What.DECISION_CHANGED, where);
            return;
        }
        TakenLine entry = taken.get();
        if (last.filter(before -> !entry.follows(before)).isPresent()) {
            note(What.DECISION_MISSING, where);
        }
        last = taken;
        decisions++;
        if (entry.entry().kind().equals(DecisionKind.PEOPLE_ASSIGNED.word())) {
            entry.entry()
                    .subjects()
                    .forEach(course -> decided.put(
                            entry.entry().asset() + "/" + course, entry.entry().digest()));
        }
    }

    private void person(String where, String line) {
        Map<?, ?> members = Definitions.read(line, Map.class);
        String course = text(members, "course");
        String commitment = text(members, "commitment");
        String ordered = course + "/" + commitment;
        if (!commitment.matches("[0-9a-f]{64}") || ordered.compareTo(lastCommitment) <= 0) {
            note(What.COMMITMENT_BROKEN, where);
        }
        lastCommitment = ordered;
        promises.computeIfAbsent(course, first -> new PromiseSum()).add(commitment);
        if (members.get("opening") instanceof Map<?, ?> opening) {
            var shown = new Commitment(text(opening, "salt"), text(opening, "content"));
            if (shown.keeps(commitment) && isOf(shown, course)) {
                opened.add(commitment);
            } else {
                note(What.COMMITMENT_BROKEN, where);
            }
            learned += members.get("learned") instanceof Map<?, ?> ? 1 : 0;
        } else if (members.get("erased") instanceof Map<?, ?> gone) {
            closed.add(commitment);
            learned += Boolean.TRUE.equals(gone.get("hadLearned")) ? 1 : 0;
        } else {
            note(What.COMMITMENT_BROKEN, where);
        }
    }

    private boolean isOf(Commitment shown, String course) {
        Map<?, ?> content = Definitions.read(shown.content(), Map.class);
        changes.add(text(content, "change"));
        return text(content, "course").equals(course);
    }

    private void erased(String where, String line) {
        Map<?, ?> members = Definitions.read(line, Map.class);
        try {
            erased.add(new Erased(
                    text(members, "commitment"),
                    UUID.fromString(text(members, "register")),
                    Instant.parse(text(members, "erasedAt"))));
        } catch (DateTimeException | IllegalArgumentException unreadable) {
            note(What.UNREADABLE, where);
        }
    }

    /** What the files say of each other. */
    private void compare() {
        if (manifest.isEmpty()) {
            note(What.FILE_MISSING, PackFiles.MANIFEST);
            return;
        }
        PackManifest told = manifest.get().manifest();
        for (String name : PackFiles.ALL) {
            String digest = digests.get(name);
            if (digest == null) {
                note(What.FILE_MISSING, name);
            } else if (!digest.equals(told.files().get(name))) {
                note(What.FILE_CHANGED, name);
            }
        }
        boolean isOneChange = change.filter(there -> there.id().equals(told.change())
                                && there.legalReference().equals(told.legalReference()))
                        .isPresent()
                && Set.of(told.change().toString()).containsAll(changes);
        if (!isOneChange) {
            note(What.FILE_CHANGED, PackFiles.CHANGE);
        }
        told.promises().forEach((course, digest) -> {
            String there = Optional.ofNullable(promises.get(course))
                    .orElseGet(PromiseSum::new)
                    .digest();
            if (!there.equals(digest) || !digest.equals(decided.get(told.change() + "/" + course))) {
                note(What.PEOPLE_MISSING, course);
            }
        });
        int assigned = promises.values().stream().mapToInt(PromiseSum::count).sum();
        boolean addsUp = promises.keySet().equals(told.promises().keySet()) || assigned == 0;
        if (!addsUp || assigned != told.assigned() || learned != told.learned() || closed.size() != told.erased()) {
            note(What.SUMS_WRONG, PackFiles.MANIFEST);
        }
        if (!erased.stream().map(Erased::commitment).allMatch(closed::contains)) {
            note(What.NOT_ERASED, PackFiles.ERASED);
        }
    }

    private static String text(Map<?, ?> members, String name) {
        return members.get(name) instanceof String text ? text : "";
    }

    /** The first ones are enough to see what somebody has done. */
    void note(What what, String where) {
        if (broken.size() < MOST_BREACHES) {
            broken.add(new Breach(what, where));
        }
    }

    Optional<PackManifest.Sealed> manifest() {
        return manifest;
    }

    /** Of the market's log. */
    Optional<TakenLine> lastDecision() {
        return last;
    }

    List<TakenLine> core() {
        return core;
    }

    Set<String> closed() {
        return closed;
    }

    List<String> opened() {
        return opened;
    }

    List<Erased> erased() {
        return erased;
    }

    PackReport report(int erasedSince, boolean isCoreHere) {
        Optional<PackManifest> told = manifest.map(PackManifest.Sealed::manifest);
        return new PackReport(
                told.map(PackManifest::market),
                told.map(PackManifest::change),
                told.map(PackManifest::legalReference).map(Objects::toString).orElse(""),
                told.map(PackManifest::madeAt),
                told.map(PackManifest::assigned).orElse(0),
                told.map(PackManifest::learned).orElse(0),
                told.map(PackManifest::erased).orElse(0),
                erased,
                erasedSince,
                decisions + core.size(),
                isCoreHere,
                broken);
    }

    /** What is unpacked counts, not what was sent. */
    private final class Bounded extends FilterInputStream {

        Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = super.read(into, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int read) throws IOException {
            bytes += read;
            if (bytes > MOST_BYTES) {
                throw new IOException("too much");
            }
        }
    }
}
