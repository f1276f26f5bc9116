package org.mangrove.core.content;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.mangrove.core.blobs.Blobs;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.content.store.AssetStore;
import org.mangrove.core.lineage.ChangeClass;
import org.mangrove.core.lineage.Field;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.sdk.Message;

/** Publishes a master anew in which one text is said otherwise. All that has a say in a publication has it here, too. */
@ApplicationScoped
public class Revisions {

    @Inject
    AssetStore assets;

    @Inject
    Masters masters;

    @Inject
    Blobs blobs;

    @Inject
    Publishing publishing;

    /**
     * @param words by language; languages that are not among them stay as they are
     * @return the number of the new version
     * @throws Refusal.Conflict if there is no such text any more, if it says that already, or if another course says it
     * @throws Refusal.Invalid if a gate has something against it
     */
    @Transactional
    public int say(
            EnterpriseId enterprise,
            UUID actor,
            String course,
            String block,
            String field,
            Map<String, String> words,
            ChangeClass change) {
        // Held first, so that nobody publishes between what is read here and what is made of it.
        Candidate newest = assets.hold(enterprise, course)
                .flatMap(held -> masters.findNewest(enterprise, course))
                .orElseThrow(() -> new Refusal.NotFound(Message.of("content.course.not-found")));
        AssetVersion version = newest.version();
        Field now = version.find(block)
                .flatMap(there -> there.find(field))
                .filter(Field.Worded.class::isInstance)
                .orElseThrow(() -> new Refusal.Conflict(Message.of("content.revision.no-such-text")));
        version.find(block).ifPresent(Reuses::mustBeOwn);
        var said = new TreeMap<>(((Field.Worded) now).words());
        said.putAll(words);
        Field fresh = Field.words(said);
        if (fresh.equals(now)) {
            throw new Refusal.Conflict(Message.of("content.revision.says-so-already"));
        }
        var media = new TreeMap<Digest, CoursePackage.Media>();
        newest.files()
                .forEach((digest, file) -> media.put(
                        new Digest(digest),
                        new CoursePackage.Media(file.name(), file.type(), bytes(new Digest(digest)))));
        return publishing
                .publish(
                        enterprise,
                        actor,
                        new CoursePackage(
                                version.facts(),
                                change,
                                Optional.empty(),
                                version.blocks().stream()
                                        .map(each -> each.id().equals(block) ? each.with(field, fresh) : each)
                                        .toList(),
                                new TreeMap<>(),
                                media))
                .no();
    }

    private byte[] bytes(Digest digest) {
        Blobs.Blob blob =
                blobs.find(digest).orElseThrow(() -> new IllegalStateException("Blob " + digest + " is not there"));
        try {
            return Files.readAllBytes(blob.file());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
