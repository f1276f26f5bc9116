package org.mangrove.core.learning;

import java.util.List;
import java.util.Optional;
import org.mangrove.core.content.EffectiveBlock;
import org.mangrove.core.content.EffectiveCourse;
import org.mangrove.core.content.EffectiveSection;

/**
 * Where somebody stands in a course as it is now.
 *
 * @param done of how many steps; an answered question is a step done
 * @param right of how many questions
 */
public record Standing(int done, int steps, int right, int answered, int questions, int passing) {

    public static Standing of(EffectiveCourse course, Progress progress) {
        List<EffectiveBlock> steps = course.steps().toList();
        List<EffectiveBlock> questions =
                steps.stream().filter(step -> step.kind().isQuestion()).toList();
        return new Standing(
                (int) steps.stream().filter(step -> isDone(step, progress)).count(),
                steps.size(),
                (int) questions.stream()
                        .flatMap(question -> progress.answerTo(question.id()).stream())
                        .filter(Answer::right)
                        .count(),
                (int) questions.stream()
                        .filter(question -> progress.answerTo(question.id()).isPresent())
                        .count(),
                questions.size(),
                course.facts().passing());
    }

    public static boolean isDone(EffectiveBlock step, Progress progress) {
        return step.kind().isQuestion()
                ? progress.answerTo(step.id()).isPresent()
                : progress.seen().contains(step.id());
    }

    public static boolean isDone(EffectiveSection section, Progress progress) {
        return section.blocks().stream().allMatch(step -> isDone(step, progress));
    }

    /** The section to go on with: where the person was, else the first that is not done. */
    public static Optional<EffectiveSection> next(EffectiveCourse course, Progress progress) {
        return progress.section()
                .flatMap(course::findSection)
                .filter(section -> !isDone(section, progress))
                .or(() -> course.sections().stream()
                        .filter(section -> !isDone(section, progress))
                        .findFirst());
    }

    /** From 0 to 1. */
    public double share() {
        return steps == 0 ? 1 : (double) done / steps;
    }

    /** In whole percent, rounded down so that nobody passes by rounding; 100 where nothing is asked. */
    public int score() {
        return questions == 0 ? 100 : right * 100 / questions;
    }

    /** Whether nothing is left to do. */
    public boolean isFinished() {
        return done == steps;
    }

    public boolean isPassed() {
        return isFinished() && score() >= passing;
    }

    public boolean isFailed() {
        return isFinished() && score() < passing;
    }
}
