package org.mangrove.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** How experts say what they know, and authors ask them, in the core of an enterprise. */
final class AskingExperts {

    static final String LAST_DAY = LocalDate.now(ZoneOffset.UTC).plusYears(1).toString();

    private static final Pattern OFFERED = Pattern.compile("<option[^>]* value=\"([0-9a-f-]{36})\"");
    private static final Pattern ASK = Pattern.compile("/experts/asks/([0-9a-f-]{36})\"");

    private final String core;
    private final String master;

    /** @param core such as {@code /e/acme} @param course which is asked about */
    AskingExperts(String core, String course) {
        this.core = core;
        this.master = core + "/masters/" + course + "/experts";
    }

    /** What is filled in to ask somebody for a choice. */
    static String forAnExample(String expert) {
        return "kind=wording&target=report-duty/heading&language=en&second=Report+it+now&domain=awareness&lane=subject"
                + "&days=7&expert=" + expert;
    }

    Answer become(Visitor expert, String domains, int minutes) {
        expert.go(core + "/experts/me");
        return expert.submit(
                core + "/experts/me",
                Map.of(
                        "domains", List.of(domains),
                        "minutes", List.of(Integer.toString(minutes)),
                        "zone", List.of("Europe/Berlin")));
    }

    /** Says where to be written to, and shows by the link that came there that it is theirs. */
    void beWrittenTo(Visitor expert, Postbox postbox, String address) {
        int before = postbox.to(address).size();
        expert.go(core + "/experts/me");
        expert.submit(core + "/experts/me/address", Map.of("address", List.of(address)))
                .must();
        String link = postbox.next(address, before).link();
        String proof = link.substring(link.indexOf("confirm=") + "confirm=".length());
        expert.go(core + "/experts/me?confirm=" + proof).must();
        assertThat(expert.submit(core + "/experts/me/address/confirmation", Map.of("confirm", List.of(proof)))
                        .status())
                .isEqualTo(200);
    }

    /** Who is offered to somebody who wants to ask: the first, if there are several. */
    String offered(Visitor author) {
        return author.go(master).find(OFFERED);
    }

    Answer askForWording(Visitor author, String expert, String domain, String lane, String text, String second) {
        author.go(master);
        var form = whom(expert, domain, lane);
        form.put("kind", List.of("wording"));
        form.put("target", List.of(text));
        form.put("language", List.of("en"));
        form.put("second", List.of(second));
        return author.submit(master, form);
    }

    Answer askForClaim(Visitor author, String expert, String domain, String lane, String text, String place) {
        author.go(master);
        var form = whom(expert, domain, lane);
        form.put("kind", List.of("claims"));
        form.put("target", List.of(text));
        form.put("jurisdiction", List.of(place));
        form.put("legalReference", List.of("Infection Protection Act, section 23"));
        form.put("lastDay", List.of(LAST_DAY));
        return author.submit(master, form);
    }

    /** The newest that the author has asked. */
    String newest(Visitor author) {
        String page = author.go(core + "/experts").text();
        var asks = ASK.matcher(page.substring(page.indexOf("id=\"by-me\"")));
        assertThat(asks.find()).as(page).isTrue();
        return asks.group(1);
    }

    private static Map<String, List<String>> whom(String expert, String domain, String lane) {
        return new HashMap<>(Map.of(
                "expert", List.of(expert),
                "domain", List.of(domain),
                "lane", List.of(lane),
                "days", List.of("7")));
    }
}
