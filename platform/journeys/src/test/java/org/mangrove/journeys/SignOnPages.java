package org.mangrove.journeys;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The way through the pages of Keycloak, and through those of companies behind it, as they ask for it. */
final class SignOnPages {

    private static final int MOST_STEPS = 20;
    private static final Pattern FORM = Pattern.compile("<form[^>]*\\saction=\"([^\"]+)\"");
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

    private final Visitor visitor;
    private final String home;
    private final List<URI> asked = new ArrayList<>();

    /** @param home where the way comes from and leads back to */
    SignOnPages(Visitor visitor, URI home) {
        this.visitor = visitor;
        this.home = home.getAuthority();
    }

    /** The pages on which somebody was asked who they are. */
    List<URI> asked() {
        return List.copyOf(asked);
    }

    /** @return the first page at home, or what leads to an address that is far enough */
    Answer through(Answer first, String user, String password, Predicate<URI> isFarEnough) {
        Answer answer = first;
        for (int steps = 0; steps < MOST_STEPS; steps++) {
            if (answer.isRedirect() && isFarEnough.test(answer.next())) {
                return answer;
            }
            if (answer.isRedirect()) {
                answer = visitor.visit(answer.next());
            } else if (isAtHome(answer)) {
                return answer;
            } else if (answer.text().contains("name=\"SAMLRe")) {
                answer = visitor.post(URI.create(answer.find(FORM)), hidden(answer.text()));
            } else {
                asked.add(answer.address());
                answer = fillIn(answer, user, password);
            }
        }
        throw new AssertionError("Sign-on does not end: " + answer.address());
    }

    /** Tells a page who somebody is, as far as it asks. */
    Answer fillIn(Answer page, String user, String password) {
        var fields = new LinkedHashMap<String, List<String>>();
        fields.put("username", List.of(user));
        if (page.text().contains("name=\"password\"")) {
            fields.put("password", List.of(password));
        }
        return visitor.post(URI.create(page.find(FORM)), fields);
    }

    boolean isAtHome(Answer page) {
        return page.address().getAuthority().equals(home);
    }

    /** What a page would send by itself if scripts ran. */
    private static Map<String, List<String>> hidden(String page) {
        var fields = new LinkedHashMap<String, List<String>>();
        Matcher field = HIDDEN.matcher(page);
        while (field.find()) {
            fields.put(
                    field.group(1), List.of(field.group(2).replace("&#xd;", "").replace("&#xa;", "")));
        }
        return fields;
    }
}
