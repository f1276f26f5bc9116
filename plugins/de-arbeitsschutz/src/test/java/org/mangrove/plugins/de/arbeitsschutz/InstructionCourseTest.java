package org.mangrove.plugins.de.arbeitsschutz;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.mangrove.sdk.Market;
import org.mangrove.sdk.course.CourseFolder;
import org.mangrove.sdk.course.CourseSource;
import org.mangrove.testkit.CourseSourceContract;

class InstructionCourseTest extends CourseSourceContract {

    @Override
    protected CourseSource extension() {
        return new InstructionCourse();
    }

    @Override
    protected Market market() {
        return Berlin.MARKET;
    }

    @Test
    void is_there_in_four_languages() {
        assertThat(extension().courses(market()))
                .singleElement()
                .extracting(CourseFolder::paths)
                .asInstanceOf(InstanceOfAssertFactories.iterable(String.class))
                .contains("words/ar.yaml", "words/de.yaml", "words/en.yaml", "words/ja.yaml");
    }
}
