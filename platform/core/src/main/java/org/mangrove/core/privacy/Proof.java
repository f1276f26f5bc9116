package org.mangrove.core.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mangrove.core.blobs.Blobs;
import org.mangrove.core.blobs.TenantArchives;
import org.mangrove.core.blobs.TenantBlobs;
import org.mangrove.core.identity.PersonalData.Kept;
import org.mangrove.core.privacy.Outcome.Finding;
import org.mangrove.core.privacy.store.SearchRows.Trace;
import org.mangrove.core.tenancy.TenantProfile;

/**
 * Searches every table of the tenant's cell and every file of its object store for somebody, but not what is another
 * tenant's: that the same person may be known there is nobody's business here.
 */
@ApplicationScoped
class Proof {

    private static final int WINDOW = 1 << 20;

    @Inject
    SearchStep rows;

    @Inject
    Blobs blobs;

    @Inject
    TenantBlobs own;

    @Inject
    TenantArchives archives;

    /** @param kept what may be found where it says */
    List<Finding> search(TenantProfile tenant, List<Trace> traces, List<Kept> kept) {
        Set<String> allowed =
                kept.stream().flatMap(each -> each.columns().stream()).collect(Collectors.toSet());
        var findings = new ArrayList<Finding>();
        for (String table : rows.tables(tenant)) {
            rows.search(tenant, table, traces)
                    .forEach(found -> findings.add(
                            new Finding(found.place(), found.what(), found.rows(), allowed.contains(found.place()))));
        }
        findings.addAll(search(blobs.files(), traces));
        findings.addAll(search(own.files(tenant.tenant().id()), traces));
        findings.addAll(search(archives.files(tenant.tenant().id()), traces));
        return List.copyOf(findings);
    }

    private static List<Finding> search(Stream<Path> all, List<Trace> traces) {
        try (Stream<Path> files = all) {
            return files.flatMap(file -> search(file, traces).stream()).toList();
        }
    }

    /** In parts that overlap, so that nothing is cut in two. */
    static List<Finding> search(Path file, List<Trace> traces) {
        int overlap = traces.stream()
                .mapToInt(trace -> bytes(trace.text()).length)
                .max()
                .orElse(0);
        var found = new ArrayList<Finding>();
        List<Trace> left = new ArrayList<>(traces);
        byte[] window = new byte[WINDOW + overlap];
        int filled = 0;
        try (InputStream in = Files.newInputStream(file)) {
            int read = in.readNBytes(window, filled, window.length - filled);
            while (read > 0 && !left.isEmpty()) {
                filled += read;
                String text = new String(window, 0, filled, StandardCharsets.ISO_8859_1);
                String small = text.toLowerCase(Locale.ROOT);
                left.removeIf(trace -> {
                    boolean isThere = small.contains(latin(trace.text()).toLowerCase(Locale.ROOT))
                            || text.contains(latin(trace.written()));
                    if (isThere) {
                        found.add(new Finding(file.getFileName().toString(), trace.what(), 1, false));
                    }
                    return isThere;
                });
                int keep = Math.min(overlap, filled);
                System.arraycopy(window, filled - keep, window, 0, keep);
                filled = keep;
                read = in.readNBytes(window, filled, window.length - filled);
            }
        } catch (NoSuchFileException gone) {
            return List.of();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Cannot read " + file, unreadable);
        }
        return found;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String latin(String text) {
        return new String(bytes(text), StandardCharsets.ISO_8859_1);
    }
}
