package org.mangrove.core.content;

import java.util.List;
import org.mangrove.core.lineage.Text;

/** One stretch of a course, read on one page. */
public record EffectiveSection(String id, Text title, List<EffectiveBlock> blocks) {

    public EffectiveSection {
        blocks = List.copyOf(blocks);
    }
}
