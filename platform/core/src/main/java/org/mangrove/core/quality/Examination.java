package org.mangrove.core.quality;

/** Looks at a version from all sides. What comes out depends on what goes in, and on nothing else. */
final class Examination {

    private Examination() {}

    static Report of(Subject subject) {
        var tally = new Tally(subject.rubric());
        Accessibility.look(subject, tally);
        Structure.look(subject, tally);
        Reading.look(subject, tally);
        Currency.look(subject, tally);
        Rights.look(subject, tally);
        Accuracy.look(subject, tally);
        Budget.look(subject, tally);
        return tally.report();
    }
}
