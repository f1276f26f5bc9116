package org.mangrove.journeys;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** All that a tenant's other systems can read of what its people did. */
record ExportedStatements(WholeStack.Site site, Operator operator, String tenant) {

    private static final Pattern MORE = Pattern.compile("\"more\":\"([^\"]*)\"");

    /** All pages of it, one after the other. */
    String text() {
        Answer made = operator.post("/operator/api/tenants/" + tenant + "/xapi-credentials")
                .must();
        String credential = Parties.basic(made.text("key"), made.text("secret"));
        var all = new StringBuilder();
        URI next = site.url().resolve("/t/" + tenant + "/xapi/statements?limit=200");
        while (true) {
            String page = Http.once(HttpRequest.newBuilder(next)
                            .header("Authorization", credential)
                            .header("X-Experience-API-Version", "2.0.0")
                            .build())
                    .must()
                    .text();
            all.append(page);
            Matcher more = MORE.matcher(page);
            if (!more.find() || more.group(1).isEmpty()) {
                return all.toString();
            }
            next = next.resolve(more.group(1));
        }
    }
}
