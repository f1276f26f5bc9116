package org.mangrove.journeys;

import java.nio.file.Path;
import org.mangrove.launcher.Distribution;

/** A course of the demonstration, as its authors wrote it or under another title. */
record DemonstrationCourse(String enterprise, String slug) {

    static final DemonstrationCourse SECURITY = new DemonstrationCourse("acme", "information-security-essentials");
    static final DemonstrationCourse FEEDBACK = new DemonstrationCourse("acme", "giving-feedback-at-work");
    static final DemonstrationCourse HYGIENE = new DemonstrationCourse("borealis", "hand-hygiene-basics");

    Path folder() {
        return Distribution.found()
                .demonstration()
                .resolve(enterprise)
                .resolve("courses")
                .resolve(slug);
    }

    EditedFolder files() {
        return EditedFolder.of(folder());
    }

    /** Called the same in all languages. */
    EditedFolder retitled(String title) {
        return files().withEach(
                        file -> file.startsWith("words/"),
                        words -> words.replaceFirst("(?m)^title: .*$", "title: \"" + title + "\""));
    }

    /** Where operators publish it. */
    String packages() {
        return "/operator/api/enterprises/" + enterprise + "/course-packages";
    }
}
