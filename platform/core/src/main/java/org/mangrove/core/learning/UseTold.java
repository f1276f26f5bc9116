package org.mangrove.core.learning;

import java.util.List;

/**
 * What a cell tells the core of one of its tenants.
 *
 * @param courses those that anybody there has ever begun
 */
public record UseTold(List<CourseUse> courses) {

    /** What such tidings are called. */
    public static final String TYPE = "learning.use";

    public UseTold {
        courses = List.copyOf(courses);
    }
}
