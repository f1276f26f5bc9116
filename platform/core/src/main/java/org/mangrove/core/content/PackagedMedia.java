package org.mangrove.core.content;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.blobs.MediaType;
import org.mangrove.sdk.Message;

/** The files that the blocks of a course show, gathered as they are met. */
final class PackagedMedia {

    static final String FOLDER = "media/";

    private final CourseFiles files;
    private final SortedMap<Digest, CoursePackage.Media> taken = new TreeMap<>();

    PackagedMedia(CourseFiles files) {
        this.files = files;
    }

    /** Takes along the file that {@code part} names and gives its digest, by which blocks know it. */
    String take(YamlPart part) {
        return take(part, type -> true);
    }

    /** @param fits which kinds of file can stand there */
    String take(YamlPart part, Predicate<MediaType> fits) {
        String path = part.text();
        byte[] bytes = files.find(path)
                .filter(there -> path.startsWith(FOLDER))
                .orElseThrow(() ->
                        part.problem(Message.of("content.package.media-missing").with("file", path)));
        MediaType type = MediaType.ofFile(path)
                .filter(there -> there.fits(bytes))
                .orElseThrow(() ->
                        part.problem(Message.of("content.package.media-type").with("file", path)));
        if (!fits.test(type)) {
            throw part.problem(Message.of("content.package.media-kind").with("file", path));
        }
        Digest digest = Digest.of(bytes);
        taken.put(digest, new CoursePackage.Media(path, type, bytes));
        return digest.hex();
    }

    SortedMap<Digest, CoursePackage.Media> taken() {
        return Collections.unmodifiableSortedMap(taken);
    }
}
