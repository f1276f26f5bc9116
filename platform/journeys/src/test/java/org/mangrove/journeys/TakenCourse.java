package org.mangrove.journeys;

import java.util.Map;
import java.util.regex.Pattern;

/** Somebody who has signed on and takes a course of their market to its end, with the right answers. */
record TakenCourse(Visitor visitor, Learner learner, String course) {

    private static final Pattern CERTIFICATE = Pattern.compile("href=\"[^\"]*/certificates/([0-9a-f-]{36})\"");

    /** @return the id of the certificate that it has given */
    String pass() {
        String place = learner.at("/courses/" + course);
        visitor.submit(place + "/enrolment", Map.of());
        for (WrittenAnswers.Section section : new WrittenAnswers(course, learner).sections()) {
            section.forms()
                    .forEach(form -> visitor.submit(place + "/blocks/" + form.getKey() + "/answer", form.getValue()));
            visitor.submit(place + "/sections/" + section.id() + "/done", Map.of());
        }
        return visitor.go(place + "/result").find(CERTIFICATE);
    }
}
