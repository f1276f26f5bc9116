package org.mangrove.core.regulation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.mangrove.core.governance.Commitment;
import org.mangrove.core.governance.Decisions;
import org.mangrove.core.governance.LogLine;
import org.mangrove.core.governance.TakenLine;
import org.mangrove.core.keys.ZoneKeys;
import org.mangrove.core.learning.Completions;
import org.mangrove.core.privacy.Erasures;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.regulation.LawNotice.OfCourse;
import org.mangrove.core.regulation.store.AssignmentRow;
import org.mangrove.core.regulation.store.AssignmentStore;
import org.mangrove.core.regulation.store.RoundRow;
import org.mangrove.core.regulation.store.RoundStore;
import org.mangrove.core.tenancy.Cells;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.sdk.Message;
import org.mangrove.sdk.TenantId;

/**
 * Makes the file that proves what a market has done about a change of a law. It is written to a disk of the node and removed once it
 * was sent: nothing of it is kept, so there is nothing to be erased from it.
 */
@ApplicationScoped
public class ProofPacks {

    static final String SEALING = "regulation/proof-pack";

    private static final int MOST_ROUNDS = 2_000;

    @Inject
    MarketLaws laws;

    @Inject
    RoundStore rounds;

    @Inject
    AssignmentStore assignments;

    @Inject
    Completions completions;

    @Inject
    Decisions decisions;

    @Inject
    ZoneKeys keys;

    @Inject
    Cells cells;

    @Inject
    Clock clock;

    /**
     * Sees everything as it was at one moment.
     *
     * @param erased who was erased, as the register has them: it lies in the core, and is read beforehand
     * @return a file, which the caller removes
     * @throws Refusal.NotFound if no such law changes in the market
     */
    @Transactional(TxType.REQUIRES_NEW)
    public Path make(TenantProfile tenant, UUID change, List<Erasures.Registered> erased) {
        return cells.inSnapshot(tenant.cell(), () -> {
            LawNotice notice = laws.notices(tenant).stream()
                    .filter(each -> each.change().id().equals(change))
                    .findFirst()
                    .orElseThrow(() -> new Refusal.NotFound(Message.of("regulation.change.not-found")));
            try {
                Path file = Files.createTempFile("mangrove-proof-", ".zip");
                try (OutputStream out = Files.newOutputStream(file)) {
                    write(tenant, notice, erased, out);
                } catch (IOException | RuntimeException failed) {
                    Files.deleteIfExists(file);
                    throw failed;
                }
                return file;
            } catch (IOException failed) {
                throw new UncheckedIOException("The proof of a change cannot be written", failed);
            }
        });
    }

    private void write(TenantProfile tenant, LawNotice notice, List<Erasures.Registered> erased, OutputStream out)
            throws IOException {
        LawChange change = notice.change();
        List<RoundRow> written = rounds.all(tenant.tenant().id(), MOST_ROUNDS).stream()
                .filter(round -> round.change().equals(change.id()))
                .toList();
        var sums = new PackSums();
        try (var zip = new PackWriter(out)) {
            zip.text(PackFiles.README, PackFiles.readme());
            zip.text(PackFiles.CHANGE, Definitions.write(change) + "\n");
            zip.text(PackFiles.VERSIONS, Definitions.write(notice.courses()) + "\n");
            zip.lines(PackFiles.CORE_DECISIONS, lines -> notice.evidence().forEach(lines));
            zip.lines(PackFiles.DECISIONS, lines -> decisions(tenant, change, written, sums, lines));
            zip.lines(PackFiles.PEOPLE, lines -> {
                for (RoundRow round : written) {
                    people(tenant, notice, round, sums, lines);
                }
            });
            zip.lines(PackFiles.ERASED, lines -> erased(erased, sums, lines));
            var manifest = new PackManifest(
                    PackManifest.FORMAT,
                    tenant.tenant().slug(),
                    change.id(),
                    change.legalReference(),
                    clock.instant().truncatedTo(ChronoUnit.MICROS),
                    zip.files(),
                    written.stream()
                            .collect(Collectors.toMap(
                                    RoundRow::course, RoundRow::digest, (one, other) -> one, TreeMap::new)),
                    sums.assigned,
                    sums.learned,
                    sums.erased);
            zip.text(PackFiles.MANIFEST, manifest.withSeal(keys.proof(SEALING, manifest.market(), manifest.text())));
        }
    }

    /** From the first that is about the change to the end of the log, so that it can be seen that nothing is missing. */
    private void decisions(
            TenantProfile tenant, LawChange change, List<RoundRow> written, PackSums sums, Consumer<String> lines) {
        if (written.isEmpty()) {
            return;
        }
        boolean hasBegun = false;
        long last = 0;
        List<LogLine> some = decisions.lines(tenant, last);
        while (!some.isEmpty()) {
            for (LogLine line : some) {
                TakenLine taken = TakenLine.read(line.text())
                        .orElseThrow(() -> new IllegalStateException("An entry of the log cannot be read"));
                hasBegun |= taken.entry().asset().equals(change.id().toString());
                if (hasBegun) {
                    lines.accept(taken.text());
                }
            }
            last = some.getLast().number();
            some = decisions.lines(tenant, last);
        }
    }

    private void people(TenantProfile tenant, LawNotice notice, RoundRow round, PackSums sums, Consumer<String> lines) {
        TenantId id = tenant.tenant().id();
        int version = notice.courses().stream()
                .filter(course -> course.course().equals(round.course()))
                .map(OfCourse::answer)
                .flatMap(Optional::stream)
                .mapToInt(LawNotice.Answer::version)
                .findFirst()
                .orElse(Integer.MAX_VALUE);
        String after = "";
        List<AssignmentRow> some;
        do {
            some = assignments.after(id, round.change(), round.course(), after, MarketLaws.AT_ONCE);
            Set<UUID> there =
                    some.stream().flatMap(row -> row.person().stream()).collect(Collectors.toSet());
            Map<UUID, Completions.Told> since = completions.since(id, round.course(), version, there);
            for (AssignmentRow row : some) {
                after = row.commitment();
                lines.accept(sums.add(row, row.person().flatMap(person -> Optional.ofNullable(since.get(person)))));
            }
        } while (some.size() == MarketLaws.AT_ONCE);
    }

    /** What the register of erasures has of those who were assigned: its number and time, which say nothing of whom. */
    private static void erased(List<Erasures.Registered> erased, PackSums sums, Consumer<String> lines) {
        if (sums.marks.isEmpty()) {
            return;
        }
        for (Erasures.Registered entry : erased) {
            sums.marks.forEach((commitment, mark) -> {
                if (entry.marks().contains(mark)) {
                    lines.accept(Definitions.write(new TreeMap<>(Map.of(
                            "commitment", commitment,
                            "register", entry.id().toString(),
                            "erasedAt", entry.erasedAt().toString()))));
                }
            });
        }
    }

    /** What adds up while the lines are written. */
    private static final class PackSums {

        private final Map<String, String> marks = new TreeMap<>();
        private int assigned;
        private int learned;
        private int erased;

        private String add(AssignmentRow row, Optional<Completions.Told> since) {
            assigned++;
            var line = new TreeMap<String, Object>();
            line.put("course", row.course());
            line.put("commitment", row.commitment());
            if (row.erasedAt().isPresent()) {
                erased++;
                learned += row.hadLearned() ? 1 : 0;
                row.erasedMark().ifPresent(mark -> marks.put(row.commitment(), mark));
                line.put("erased", Map.of("at", row.erasedAt().get().toString(), "hadLearned", row.hadLearned()));
            }
            row.opening().ifPresent(opening -> line.put("opening", opened(opening)));
            since.ifPresent(told -> {
                learned++;
                line.put("learned", learned(told));
            });
            return Definitions.write(line);
        }

        private static Map<String, String> opened(Commitment opening) {
            return Map.of("salt", opening.salt(), "content", opening.content());
        }

        private static Map<String, String> learned(Completions.Told told) {
            var learned = new TreeMap<String, String>();
            learned.put("version", String.valueOf(told.completion().version()));
            learned.put("digest", told.completion().digest().hex());
            learned.put("on", told.completion().completedOn().toString());
            learned.put("certificate", told.completion().code());
            told.statement().ifPresent(id -> learned.put("statement", id.toString()));
            return learned;
        }
    }
}
