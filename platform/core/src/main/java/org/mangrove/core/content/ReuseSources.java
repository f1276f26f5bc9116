package org.mangrove.core.content;

import java.util.Optional;
import org.mangrove.core.blobs.Digest;

/** Where reused blocks find what they show. */
public interface ReuseSources {

    /** For courses that nobody else's blocks are at hand for. */
    ReuseSources NONE = new ReuseSources() {
        @Override
        public Optional<ShownSource> find(Reuse reuse) {
            return Optional.empty();
        }

        @Override
        public Optional<ShownSource> at(String course, String block, int version) {
            return Optional.empty();
        }

        @Override
        public Optional<CoursePackage.Media> file(Digest digest, String path) {
            return Optional.empty();
        }
    };

    /**
     * What it shows: of one that follows, the newest that was ever published under that name, also if the newest version has it no more;
     * of one that is pinned, what it is pinned to.
     */
    Optional<ShownSource> find(Reuse reuse);

    /** What a block said in one version, by the number that this installation has given it. */
    Optional<ShownSource> at(String course, String block, int version);

    /** A file that was published. @param path what it shall be called */
    Optional<CoursePackage.Media> file(Digest digest, String path);
}
