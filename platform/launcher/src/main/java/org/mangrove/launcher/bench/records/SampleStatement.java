package org.mangrove.launcher.bench.records;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * A statement as a course sends it: about a kilobyte, with a registration and two activities around its object. A registration is
 * one of the actor's enrolments, of which there are ten: of a million statements a hundred belong to each.
 */
record SampleStatement(UUID id, int actor, int verb, int activity, UUID registration) {

    static final int ACTORS = 1_000;
    static final int VERBS = 6;
    static final int ACTIVITIES = 50;
    private static final int ENROLMENTS = 10;

    private static final UUID[][] REGISTRATIONS = IntStream.range(0, ACTORS)
            .mapToObj(actor -> IntStream.range(0, ENROLMENTS)
                    .mapToObj(number -> UUID.nameUUIDFromBytes(
                            "%d/%d".formatted(actor, number).getBytes(StandardCharsets.UTF_8)))
                    .toArray(UUID[]::new))
            .toArray(UUID[][]::new);

    private static final String HOME = "https://people.example.org";

    static SampleStatement next(RandomGenerator random) {
        return next(random, ACTORS);
    }

    /** @param people how many there are of whom it may speak */
    static SampleStatement next(RandomGenerator random, int people) {
        int actor = random.nextInt(people);
        return new SampleStatement(
                uuid(random), actor, random.nextInt(VERBS), random.nextInt(ACTIVITIES), registration(actor, random));
    }

    /** One of somebody's enrolments. */
    static UUID registration(int actor, RandomGenerator random) {
        return REGISTRATIONS[actor][random.nextInt(ENROLMENTS)];
    }

    /** The same of another person and another activity. */
    SampleStatement of(int person, int another) {
        return new SampleStatement(id, person, verb, another, REGISTRATIONS[person][0]);
    }

    /** What identifies an agent by its number. */
    static String agent(int actor) {
        return "{\"objectType\":\"Agent\",\"account\":{\"homePage\":\"%s\",\"name\":\"%s\"}}"
                .formatted(HOME, name(actor));
    }

    static String verbIri(int verb) {
        return "http://adlnet.gov/expapi/verbs/verb-" + verb;
    }

    static String activityIri(int activity) {
        return "https://learning.example.org/courses/fire-safety-at-work/questions/" + activity;
    }

    String json() {
        return jsonWith(agent(actor));
    }

    /** @param who stands where the actor would */
    String jsonWith(String who) {
        return """
                {"id":"%s","actor":%s,"verb":{"id":"%s","display":{"en":"answered","de":"beantwortete"}},\
                "object":{"objectType":"Activity","id":"%s","definition":{"name":{"en":"What is done first when it burns?",\
                "de":"Was wird zuerst getan, wenn es brennt?"},"type":"http://adlnet.gov/expapi/activities/question"}},\
                "result":{"score":{"scaled":0.75,"raw":9,"min":0,"max":12},"success":true,"completion":true,\
                "response":"warn-others[,]call-for-help","duration":"PT1M12.5S"},\
                "context":{"registration":"%s","platform":"Learning at work","language":"de",\
                "contextActivities":{"parent":[{"objectType":"Activity","id":"https://learning.example.org/courses/fire-safety-at-work"}],\
                "grouping":[{"objectType":"Activity","id":"https://learning.example.org/programmes/first-week"}]},\
                "extensions":{"https://learning.example.org/extensions/attempt":1}},\
                "timestamp":"2026-11-22T09:30:00.000Z"}""".formatted(id, who, verbIri(verb), activityIri(activity), registration);
    }

    byte[] utf8() {
        return json().getBytes(StandardCharsets.UTF_8);
    }

    private static String name(int actor) {
        return new UUID(0x0193_5a3c_0000_7000L, 0x8000_0000_0000_0000L | actor).toString();
    }

    private static UUID uuid(RandomGenerator random) {
        return new UUID(random.nextLong() & ~0xf000L | 0x4000, random.nextLong() >>> 2 | 0x8000_0000_0000_0000L);
    }
}
