package org.mangrove.core.content;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.mangrove.core.blobs.Digest;
import org.mangrove.sdk.Message;

/** Reads by what right a course shows its files. */
final class MediaCredits {

    private final CourseFiles files;

    MediaCredits(CourseFiles files) {
        this.files = files;
    }

    /** By path; one entry may be about several files. */
    List<MediaCredit> read(YamlPart part) {
        var credits = new ArrayList<MediaCredit>();
        var named = new HashSet<String>();
        for (YamlPart entry : part.list()) {
            entry.members("files", "licence", "source", "until");
            String licence = entry.must("licence").mustSay();
            String source = entry.must("source").mustSay();
            Optional<LocalDate> until = entry.find("until").map(YamlPart::date);
            for (YamlPart file : entry.must("files").list()) {
                String path = file.text();
                byte[] bytes = files.find(path)
                        .filter(there -> path.startsWith(PackagedMedia.FOLDER))
                        .orElseThrow(() -> file.problem(
                                Message.of("content.package.media-missing").with("file", path)));
                if (!named.add(path)) {
                    throw file.problem(Message.of("content.package.name-twice").with("name", path));
                }
                credits.add(new MediaCredit(Digest.of(bytes).hex(), path, licence, source, until));
            }
        }
        credits.sort(Comparator.comparing(MediaCredit::path));
        return credits;
    }
}
