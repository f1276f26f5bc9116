package org.mangrove.core.learning.web;

import java.util.Optional;
import org.mangrove.core.content.EffectiveCourse;
import org.mangrove.core.learning.Completion;
import org.mangrove.core.learning.Progress;
import org.mangrove.core.learning.Standing;

/** The end of a course, or how far it is. */
public record ResultPage(
        EffectiveCourse course, Standing standing, Progress progress, Optional<Completion> completion) {}
