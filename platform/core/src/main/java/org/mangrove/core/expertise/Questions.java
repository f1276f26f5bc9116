package org.mangrove.core.expertise;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.content.AssetVersion;
import org.mangrove.core.content.Masters;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.Claim;
import org.mangrove.core.lineage.Field;
import org.mangrove.core.lineage.RuleBook;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.sdk.Message;

/** Makes questions of what authors fill in, with the texts as they are, and says whether the texts still are so. */
@ApplicationScoped
class Questions {

    private static final int LONGEST_REFERENCE = 500;
    private static final int LONGEST_WORDING = 4_000;
    private static final int LONGEST_CLAIM_IN_YEARS = 10;

    @Inject
    Masters masters;

    @Inject
    RuleBook rules;

    @Inject
    Clock clock;

    /** Within a transaction. @throws Refusal.Invalid if it cannot be asked so */
    Question of(EnterpriseId enterprise, String course, WantedAsk.Wanted wanted) {
        AssetVersion version = masters.findCurrent(enterprise, course)
                .orElseThrow(() -> new Refusal.NotFound(Message.of("content.course.not-found")));
        return switch (wanted) {
            case WantedAsk.Wanted.Claims claims -> confirm(enterprise, version, claims);
            case WantedAsk.Wanted.Wording wording -> choose(version, wording);
        };
    }

    private Question.Confirm confirm(EnterpriseId enterprise, AssetVersion version, WantedAsk.Wanted.Claims wanted) {
        LocalDate lastDay = lastDay(wanted.lastDay());
        List<RuleBook.MadeClaim> there =
                rules.of(enterprise, AssetVersion.TYPE, version.key()).claims();
        var claims = new ArrayList<AskedClaim>();
        for (UUID renewed : wanted.renewed()) {
            Claim claim = there.stream()
                    .filter(made -> made.id().equals(renewed))
                    .map(RuleBook.MadeClaim::claim)
                    .findFirst()
                    .orElseThrow(() -> new Refusal.Invalid("renewed", Message.of("expertise.ask.no-claim")));
            claims.add(asked(
                    version,
                    claim.block() + "/" + claim.field(),
                    claim.jurisdiction(),
                    claim.legalReference(),
                    lastDay,
                    Optional.of(renewed)));
        }
        if (!wanted.text().isEmpty()) {
            mustBePlace(wanted.jurisdiction());
            mustSay("legalReference", wanted.legalReference(), LONGEST_REFERENCE);
            claims.add(asked(
                    version, wanted.text(), wanted.jurisdiction(), wanted.legalReference(), lastDay, Optional.empty()));
        }
        if (claims.isEmpty() || claims.size() > Question.Confirm.MOST) {
            throw new Refusal.Invalid(
                    "renewed", Message.of("expertise.ask.how-many").with("most", Question.Confirm.MOST));
        }
        return new Question.Confirm(claims);
    }

    private static AskedClaim asked(
            AssetVersion version,
            String text,
            String jurisdiction,
            String legalReference,
            LocalDate lastDay,
            Optional<UUID> renews) {
        String[] parts = text.split("/", 2);
        Map<String, String> words = words(version, text)
                .orElseThrow(() -> new Refusal.Invalid("text", Message.of("content.rules.no-such-text")));
        return new AskedClaim(parts[0], parts[1], jurisdiction, legalReference, lastDay, words, renews);
    }

    private static Question.Choose choose(AssetVersion version, WantedAsk.Wanted.Wording wanted) {
        Map<String, String> words = words(version, wanted.text())
                .orElseThrow(() -> new Refusal.Invalid("wordingText", Message.of("content.rules.no-such-text")));
        String first = Optional.ofNullable(words.get(wanted.language()))
                .orElseThrow(() -> new Refusal.Invalid("language", Message.of("expertise.ask.no-language")));
        mustSay("second", wanted.second(), LONGEST_WORDING);
        if (first.equals(wanted.second())) {
            throw new Refusal.Invalid("second", Message.of("expertise.ask.same-wording"));
        }
        String[] parts = wanted.text().split("/", 2);
        return new Question.Choose(new Wordings(parts[0], parts[1], wanted.language(), first, wanted.second()));
    }

    /** Whether an answer would be about what the course says now. */
    boolean isStillSo(EnterpriseId enterprise, String course, Question question) {
        Optional<AssetVersion> version = masters.findCurrent(enterprise, course);
        return switch (question) {
            case Question.Confirm(List<AskedClaim> claims) ->
                claims.stream()
                        .allMatch(claim -> version.flatMap(now -> words(now, claim.block() + "/" + claim.field()))
                                .filter(claim.words()::equals)
                                .isPresent());
            case Question.Choose(Wordings wordings) ->
                version.flatMap(now -> words(now, wordings.block() + "/" + wordings.field()))
                        .map(words -> words.get(wordings.language()))
                        .filter(wordings.first()::equals)
                        .isPresent();
        };
    }

    /** By tag; under an empty one what is the same in every language. */
    private static Optional<Map<String, String>> words(AssetVersion version, String text) {
        String[] parts = text.split("/", 2);
        if (parts.length < 2) {
            return Optional.empty();
        }
        return version.find(parts[0])
                .flatMap((Block block) -> block.find(parts[1]))
                .map(Questions::words);
    }

    private static Map<String, String> words(Field field) {
        return switch (field) {
            case Field.Neutral(String text) -> Map.of("", text);
            case Field.Worded worded -> Map.copyOf(worded.words());
        };
    }

    private LocalDate lastDay(String day) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return Days.read(day)
                .filter(read -> read.isAfter(today) && !read.isAfter(today.plusYears(LONGEST_CLAIM_IN_YEARS)))
                .orElseThrow(() -> new Refusal.Invalid(
                        "lastDay", Message.of("content.rules.no-day").with("years", LONGEST_CLAIM_IN_YEARS)));
    }

    private static void mustBePlace(String jurisdiction) {
        if (!jurisdiction.equals(Claim.EVERYWHERE) && !jurisdiction.matches("[A-Z]{2}(-[A-Z0-9]{1,3})?")) {
            throw new Refusal.Invalid("jurisdiction", Message.of("lineage.claim.no-jurisdiction"));
        }
    }

    private static void mustSay(String place, String text, int longest) {
        if (text.isBlank() || text.length() > longest) {
            throw new Refusal.Invalid(
                    place, Message.of("lineage.rule.say-something").with("most", longest));
        }
    }
}
