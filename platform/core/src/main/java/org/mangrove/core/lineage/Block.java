package org.mangrove.core.lineage;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The smallest thing that is written, overridden, answered and remembered.
 *
 * @param id never changes and is never used again in its course: overrides and people's progress hang on it. The course's
 *     own block is {@code course}, the head of section {@code x} is {@code section.x}
 * @param fields by path, such as {@code prompt} or {@code options.a.feedback}
 */
public record Block(String id, BlockKind kind, SortedMap<String, Field> fields) {

    /** The id of the block that holds the course's own title and summary. */
    public static final String COURSE_ID = "course";

    /** What the id of a section's head begins with. */
    public static final String SECTION_PREFIX = "section.";

    public Block {
        fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    }

    public Optional<Field> find(String field) {
        return Optional.ofNullable(fields.get(field));
    }

    public Block with(String field, Field value) {
        var more = new TreeMap<>(fields);
        more.put(field, value);
        return new Block(id, kind, more);
    }

    public Block without(String field) {
        var fewer = new TreeMap<>(fields);
        fewer.remove(field);
        return new Block(id, kind, fewer);
    }

    Block named(String otherId) {
        return new Block(otherId, kind, fields);
    }
}
