package org.mangrove.core.conversion;

import java.util.List;
import org.commonmark.node.Node;
import org.mangrove.core.blobs.Digest;

/** A part of a document in its reading order, whatever format it came in. */
sealed interface Piece {

    /** @param level 1 is the highest; levels may be left out */
    record Heading(int level, String text) implements Piece {}

    /** A paragraph, list, quotation or a piece of code. */
    record Prose(Node block, Place place) implements Piece {}

    /** A table whose rows are all of the same length. */
    record Cells(Grid grid, Place place) implements Piece {}

    /** @param alt empty if the document does not say what is to be seen */
    record Image(Digest picture, String alt, String caption) implements Piece {}

    /** What stands beside the text: what a speaker says to a slide. */
    record Aside(List<Node> blocks, Place place) implements Piece {

        public Aside {
            blocks = List.copyOf(blocks);
        }
    }
}
