package org.mangrove.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.mangrove.sdk.Market;
import org.mangrove.sdk.course.CourseFolder;
import org.mangrove.sdk.course.CourseSource;

/** What every {@link CourseSource} owes the core: courses that can be published as they are, in each of their languages. */
public abstract class CourseSourceContract extends PluginContract<CourseSource> {

    @Override
    protected void use(CourseSource source, Market market) {
        source.courses(market);
    }

    @Test
    void brings_courses_that_are_whole() {
        List<CourseFolder> courses = extension().courses(market());

        assertThat(courses)
                .isNotEmpty()
                .allSatisfy(course -> assertThat(CourseCheck.flaws(course)).isEmpty());
    }

    @Test
    void brings_each_course_once() {
        assertThat(extension().courses(market())).extracting(CourseFolder::key).doesNotHaveDuplicates();
    }

    @Test
    void brings_the_same_each_time() {
        assertThat(contents()).isEqualTo(contents());
    }

    private Map<String, String> contents() {
        var contents = new TreeMap<String, String>();
        for (CourseFolder course : extension().courses(market())) {
            course.paths().forEach(path -> contents.put(course.key() + "/" + path, course.text(path)));
        }
        return contents;
    }
}
