package org.mangrove.journeys;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** How an author of a market says the texts of a course in its own way. */
record LocalTexts(Visitor author, String tenant, String course) {

    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"(\\d+)\"");

    /** Somebody's roles from now on. @param roles with commas between */
    static void giveRoles(Rows cell, String email, String roles) {
        cell.change(
                "update identity_membership m join identity_person p on p.tenant_id = m.tenant_id and p.id = m.id"
                        + " set m.roles = ? where p.email = ?",
                roles,
                email);
    }

    String place() {
        return "/t/" + tenant + "/adaptations/" + course;
    }

    Answer page() {
        return author.go(place());
    }

    Answer page(String block, String field) {
        return author.go(place() + "/texts/" + block + "/" + field);
    }

    /** The revision that somebody sees who looks now. */
    String seen() {
        return page().find(SEEN);
    }

    Answer say(String block, String field, Map<String, String> words, Map<String, String> more) {
        var form = new HashMap<>(more);
        words.forEach((language, text) -> form.put("words." + language, text));
        return act("texts/" + block + "/" + field, form);
    }

    Answer say(String block, String field, String language, String text) {
        return say(block, field, Map.of(language, text), Map.of());
    }

    /** Sends a form as it is after a look at the page, with a reason, and goes where that leads. */
    Answer act(String what, Map<String, String> values) {
        return author.submit(place() + "/" + what, form(values));
    }

    /** The same, but stays. */
    Answer send(String what, Map<String, String> values) {
        return author.send(place() + "/" + what, form(values));
    }

    private Map<String, List<String>> form(Map<String, String> values) {
        var form = new HashMap<String, List<String>>();
        form.put("seen", List.of(values.getOrDefault("seen", seen())));
        form.put("reason", List.of("It is said otherwise here"));
        values.forEach((name, value) -> form.put(name, List.of(value)));
        return form;
    }

    /** As if the market had never said anything of its own. */
    void takeEverythingBack() {
        if (!seen().equals("0")) {
            send("restoring", Map.of("revision", "0"));
        }
    }
}
