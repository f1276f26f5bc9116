package org.mangrove.plugins.de.arbeitsschutz;

import java.util.List;
import org.mangrove.sdk.Market;
import org.mangrove.sdk.course.CourseFolder;
import org.mangrove.sdk.course.CourseSource;
import org.pf4j.Extension;

/** The general part of the instruction. What is particular to a workplace is said there, by the one in charge. */
@Extension
public class InstructionCourse implements CourseSource {

    static final String KEY = "arbeitsschutz-unterweisung";

    @Override
    public List<CourseFolder> courses(Market market) {
        return List.of(CourseFolder.fromResources(InstructionCourse.class, "courses/" + KEY));
    }
}
