package org.mangrove.journeys;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** What an author hands in to be agreed to, and what others say of it. */
record Candidates(Visitor author, String core) {

    static final String LAST_DAY = LocalDate.now(ZoneOffset.UTC).plusDays(20).toString();

    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([0-9a-f]{64})\"");

    /** Of Acme, where two lanes have to agree to it and its author may be one of them. */
    static EditedFolder safety() {
        return DemonstrationCourse.SECURITY
                .files()
                .with(
                        "course.yaml",
                        course -> course.replaceFirst("(?m)^course: .*$", "course: safety-of-information"));
    }

    String place(String id) {
        return core + "/approvals/" + id;
    }

    /** @return its id */
    String begin(EditedFolder course) {
        author.go(core + "/approvals");
        return BroughtDocument.idOf(
                author.uploadPackage(core + "/approvals", course.zipped()).must());
    }

    /** The digest of what a page of it shows. */
    String seen(String id) {
        return author.go(place(id)).must().find(SEEN);
    }

    Answer putForward(String id) {
        return author.submit(
                place(id) + "/putting-forward",
                Map.of("seen", List.of(seen(id)), "reason", List.of("The text is clearer now.")));
    }

    static Answer say(Visitor who, String place, String lane, String opinion, String seen) {
        who.go(place);
        return who.submit(place + "/lanes/" + lane, opinion(opinion, seen));
    }

    static Map<String, List<String>> opinion(String opinion, String seen) {
        return Map.of(
                "opinion", List.of(opinion), "seen", List.of(seen), "reason", List.of("I have looked at all of it."));
    }

    static Map<String, List<String>> seat(String lane, String actor) {
        var seat = new HashMap<String, List<String>>();
        seat.put("lane", List.of(lane));
        seat.put("actor", List.of(actor));
        seat.put("space", List.of(""));
        seat.put("lastDay", List.of(""));
        return seat;
    }

    /** The actor of somebody in a core, by their public name. */
    static String actor(Rows core, String byline) {
        return dashed(core.text("select hex(id) from identity_core_member where byline = '" + byline + "'"));
    }

    static String dashed(String hex) {
        return hex.toLowerCase(Locale.ROOT).replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
    }
}
