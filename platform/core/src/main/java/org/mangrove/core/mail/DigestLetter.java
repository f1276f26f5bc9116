package org.mangrove.core.mail;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.mangrove.sdk.Message;

/** Puts what somebody is told into a letter: each thing with the page to go on, behind the sign-on. */
final class DigestLetter {

    private static final int MOST = 20;
    private static final String HOME = "/learning";
    private static final String CHOICE = "/my-data/mail";

    private DigestLetter() {}

    /** @param home of the tenant, without a slash at the end @param name of the tenant */
    static Letter of(Digest digest, String home, String name) {
        List<Digest.Told> told = digest.told();
        int more = told.size() - MOST;
        return new Letter(
                subject(told, name),
                List.of(Message.of("mail.people.lead")
                        .with("count", told.size())
                        .with("tenant", name)),
                told.stream()
                        .limit(MOST)
                        .map(each -> new Letter.Item(
                                each.stage().said(),
                                new Letter.Link(
                                        each.stage().open(),
                                        behindSignOn(home, each.stage().place()))))
                        .toList(),
                more > 0
                        ? Optional.of(new Letter.Link(
                                Message.of("mail.people.more").with("count", more), behindSignOn(home, HOME)))
                        : Optional.empty(),
                List.of(Message.of("mail.people.why").with("tenant", name)),
                Optional.of(new Letter.Link(Message.of("mail.people.choose"), behindSignOn(home, CHOICE))));
    }

    /** Subjects stand on locked screens: they say what kind of thing it is, and not which. */
    private static Message subject(List<Digest.Told> told, String name) {
        long kinds = told.stream().map(each -> each.stage().kind()).distinct().count();
        String what = kinds == 1 ? told.getFirst().stage().kind().word() : "several";
        return Message.of("mail.people.subject-" + what)
                .with("count", told.size())
                .with("tenant", name);
    }

    static URI behindSignOn(String home, String place) {
        return URI.create(home + "/sign-on?back=" + URLEncoder.encode(place, StandardCharsets.UTF_8));
    }
}
