package org.mangrove.core.content;

import java.util.List;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.ChangeClass;

/** A course as it is to be published once more, without anybody handing in its files again. */
public record Amended(CourseFacts facts, List<Block> blocks, ChangeClass change) {

    public Amended {
        blocks = List.copyOf(blocks);
    }
}
