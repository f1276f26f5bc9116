package org.mangrove.core.authoring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.mangrove.core.authoring.store.DraftFileRow;
import org.mangrove.core.authoring.store.DraftFileStore;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.blobs.MediaType;
import org.mangrove.core.content.Masters;
import org.mangrove.core.content.MediaCredit;
import org.mangrove.core.content.PackageWriter;
import org.mangrove.core.content.Reuses;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.BlockKind;
import org.mangrove.core.lineage.Field;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.sdk.Message;

/** Files that drafts show: their own, which lie with them until they are published, and those of what was published before. */
@ApplicationScoped
public class DraftFiles {

    @Inject
    CourseDrafts drafts;

    @Inject
    DraftFileStore files;

    @Inject
    Masters masters;

    /** A file with its bytes. */
    public record Shown(MediaType type, byte[] bytes) {}

    /**
     * Shows a file in a block.
     *
     * @param field {@code media}, {@code poster} or {@code captions}
     * @param language of captions; of other files it does not matter
     */
    @Transactional
    public void attach(
            EnterpriseId enterprise, UUID actor, UUID id, String block, String field, Locale language, DraftFile file) {
        drafts.hold(enterprise, id);
        Digest digest = Digest.of(file.bytes());
        if (files.find(enterprise, id, digest).isEmpty()) {
            files.add(new DraftFileRow(enterprise, id, digest, file.type(), file.bytes()));
        }
        drafts.change(enterprise, actor, id, Act.FILE, block, content -> {
            Block there = content.must(block);
            Reuses.mustBeOwn(there);
            if (!file.fits(there.kind(), field)) {
                throw new Refusal.Invalid("file", Message.of("authoring.file.kind"));
            }
            Block shown = with(there, field, language, digest);
            boolean isNamed = there.kind() == BlockKind.FILE;
            return credited(
                    content.with(isNamed ? shown.with("name", Field.neutral(file.name())) : shown), digest, file);
        });
    }

    private static Block with(Block block, String field, Locale language, Digest digest) {
        if (!field.equals("captions")) {
            return block.with(field, Field.neutral(digest.hex()));
        }
        var captions = new TreeMap<String, String>();
        if (block.find(field).orElse(Field.neutral("")) instanceof Field.Worded worded) {
            captions.putAll(worded.words());
        }
        captions.put(language.toLanguageTag(), digest.hex());
        return block.with(field, Field.words(captions));
    }

    private static DraftContent credited(DraftContent content, Digest digest, DraftFile file) {
        var credits = new ArrayList<>(content.credits());
        credits.removeIf(credit -> credit.digest().equals(digest.hex()));
        credits.add(new MediaCredit(
                digest.hex(), PackageWriter.path(digest, file.type()), file.licence(), file.source(), file.until()));
        return content.crediting(credits);
    }

    /** The digests of the files that were never published. */
    @Transactional
    public Set<String> own(EnterpriseId enterprise, UUID id) {
        return new HashSet<>(files.digestsOf(enterprise, id));
    }

    /** A file of its own, as the one who writes sees it. */
    @Transactional
    public Optional<Shown> find(EnterpriseId enterprise, UUID id, Digest digest) {
        drafts.mustExist(enterprise, id);
        return files.find(enterprise, id, digest).map(row -> new Shown(row.type(), row.bytes()));
    }

    /** How many bytes a file has that the draft shows. */
    @Transactional
    public long size(EnterpriseId enterprise, UUID id, Digest digest) {
        return files.findSize(enterprise, id, digest)
                .map(Integer::longValue)
                .or(() -> masters.findMedia(enterprise, digest)
                        .map(file -> file.blob().length()))
                .orElse(0L);
    }

    /** A file that the draft shows, from wherever it is. */
    Shown must(EnterpriseId enterprise, UUID id, Digest digest) {
        return files.find(enterprise, id, digest)
                .map(row -> new Shown(row.type(), row.bytes()))
                .or(() -> masters.findMedia(enterprise, digest).map(file -> {
                    try {
                        return new Shown(
                                file.type(), Files.readAllBytes(file.blob().file()));
                    } catch (IOException problem) {
                        throw new UncheckedIOException("Blob " + digest + " cannot be read", problem);
                    }
                }))
                .orElseThrow(() -> new IllegalStateException("File " + digest + " of a draft is not there"));
    }
}
