package org.mangrove.core.authoring.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mangrove.core.authoring.CourseDraft;
import org.mangrove.core.authoring.ReusableBlocks;
import org.mangrove.core.content.BlockFields;
import org.mangrove.core.content.CourseFields;
import org.mangrove.core.content.FieldName;
import org.mangrove.core.content.ShownSource;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.Field;
import org.mangrove.core.lineage.Text;
import org.mangrove.sdk.Message;

/** A block of a draft that shows what another says: to be read here, and written there. */
public record ReusedPage(CourseDraft draft, Block block, ReusableBlocks.Standing standing, List<Locale> chain) {

    /** A text that it shows. */
    public record Said(Message name, Text text) {}

    public String home() {
        return DraftPlaces.of(draft.id());
    }

    public String place() {
        return DraftPlaces.of(draft.id(), block.id());
    }

    public Text label() {
        return Outline.label(block, chain);
    }

    public List<Said> said() {
        return BlockFields.pathsOf(block).stream()
                .flatMap(path -> block
                        .find(path)
                        .filter(field -> field instanceof Field.Worded && CourseFields.isText(path, field))
                        .map(field -> new Said(FieldName.of(path), field.in(chain)))
                        .stream())
                .toList();
    }

    /** The version to which it is pinned; empty if it follows, or that is not here. */
    public Optional<Integer> pinnedTo() {
        return standing.shown().filter(shown -> standing.reuse().isPinned()).map(ShownSource::no);
    }

    /** The version that it could show; empty if it shows that already. */
    public Optional<Integer> newer() {
        return standing.newest()
                .filter(newest -> standing.reuse().isPinned()
                        && newest.isThere()
                        && !standing.newer().isNone())
                .map(ShownSource::newest);
    }
}
