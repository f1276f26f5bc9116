package org.mangrove.core.packages.web;

import jakarta.ws.rs.core.EntityPart;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.lineage.ChangeClass;
import org.mangrove.core.lineage.Claim;
import org.mangrove.core.lineage.Level;
import org.mangrove.core.lineage.LockRule;
import org.mangrove.core.lineage.Terms;
import org.mangrove.core.packages.BroughtPackage;
import org.mangrove.core.packages.PackageFacts;
import org.mangrove.core.packages.PackageVersion;
import org.mangrove.core.packages.Packages;
import org.mangrove.core.packages.Variants;
import org.mangrove.core.pages.TypedForm;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.sdk.Message;

/** What somebody has written into one of the forms about packages, as far as it makes sense. */
record WrittenPackage(TypedForm form) {

    /** What the field of a language's file begins with. */
    static final String VARIANT = "variant.";

    private static final String GLOBAL = "global";
    private static final int LATEST_YEARS = 10;
    private static final int LONGEST_GRACE_IN_DAYS = 366;
    private static final int LONGEST_WORD = 100;

    /** The revision, or the version, that the writer has seen. */
    int seen() {
        return number("seen").orElseThrow(() -> new Refusal.Conflict(Message.of("packages.changed-meanwhile")));
    }

    int revision() {
        return number("revision").orElseThrow(() -> new Refusal.NotFound(Message.of("packages.no-such-revision")));
    }

    private Optional<Integer> number(String name) {
        return Optional.of(form.value(name))
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Integer::parseInt);
    }

    /** By language, of those that were chosen. */
    Map<String, Digest> variants() {
        var variants = new TreeMap<String, Digest>();
        form.values().forEach((name, value) -> {
            if (name.startsWith(VARIANT) && !value.isEmpty()) {
                variants.put(
                        tag(name.substring(VARIANT.length())),
                        Digest.parse(value)
                                .orElseThrow(
                                        () -> new Refusal.Invalid("variants", Message.of("packages.no-such-file"))));
            }
        });
        return variants;
    }

    static String tag(String text) {
        String tag = Locale.forLanguageTag(text).toLanguageTag();
        if (tag.equals("und") || !tag.equals(text)) {
            throw new Refusal.Invalid("language", Message.of("packages.no-such-language"));
        }
        return tag;
    }

    Packages.Draft draft() {
        return new Packages.Draft(
                seen(),
                Stream.of(ChangeClass.values())
                        .filter(change -> change.name().equals(form.value("change")))
                        .findFirst()
                        .orElseThrow(() -> new Refusal.Invalid("change", Message.of("packages.no-such-change"))),
                Optional.of(form.value("effectiveFrom"))
                        .filter(text -> !text.isEmpty())
                        .map(text -> day(text)
                                .orElseThrow(
                                        () -> new Refusal.Invalid("effectiveFrom", Message.of("packages.no-day")))),
                new PackageFacts(
                        form.value("owner"),
                        form.value("steward"),
                        form.value("objective"),
                        day(form.value("reviewDue")).orElse(LocalDate.EPOCH)),
                form.value("reason"),
                variants());
    }

    Terms terms(LocalDate today, ZoneId zone) {
        return new Terms(
                form.value("reason"),
                Optional.of(form.value("legalReference")).filter(text -> !text.isEmpty()),
                Optional.of(form.value("until"))
                        .filter(text -> !text.isEmpty())
                        .map(text -> lastDay("until", text, today)
                                .plusDays(1)
                                .atStartOfDay(zone)
                                .toInstant()));
    }

    private static LocalDate lastDay(String place, String text, LocalDate today) {
        return day(text)
                .filter(day -> !day.isBefore(today) && day.isBefore(today.plusYears(LATEST_YEARS)))
                .orElseThrow(() -> new Refusal.Invalid(
                        place, Message.of("packages.no-last-day").with("years", LATEST_YEARS)));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException notOne) {
            return Optional.empty();
        }
    }

    LockRule lock(Packages.Work work, Instant now) {
        String space = form.value("space");
        List<String> regions =
                work.regions().stream().map(desk -> desk.own().space()).toList();
        if (!space.equals(GLOBAL) && !regions.contains(space)) {
            throw new Refusal.Invalid("space", Message.of("packages.no-such-region"));
        }
        return new LockRule(
                space,
                space.equals(GLOBAL) ? Level.GLOBAL : Level.REGION,
                LockRule.Scope.ASSET,
                PackageVersion.asset(work.slug()),
                Stream.of(LockRule.Hold.values())
                        .filter(hold -> hold.name().equals(form.value("hold")))
                        .findFirst()
                        .orElseThrow(() -> new Refusal.Invalid("hold", Message.of("packages.lock.no-such-hold"))),
                now,
                now.plus(Duration.ofDays(number("grace")
                        .filter(days -> days <= LONGEST_GRACE_IN_DAYS)
                        .orElseThrow(() -> new Refusal.Invalid(
                                "grace", Message.of("packages.lock.no-grace").with("most", LONGEST_GRACE_IN_DAYS))))),
                form.value("decider"),
                form.value("reason"));
    }

    Claim claim(Packages.Work work, UUID actor, LocalDate today) {
        return new Claim(
                PackageVersion.asset(work.slug()),
                Variants.BLOCK,
                Variants.FIELD,
                form.value("jurisdiction"),
                form.value("legalReference"),
                actor,
                lastDay("validUntil", form.value("validUntil"), today)
                        .plusDays(1)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant());
    }

    /** A file that is being sent. */
    static BroughtPackage brought(@Nullable EntityPart file, @Nullable EntityPart language) {
        if (file == null || language == null) {
            throw new Refusal.Invalid("file", Message.of("packages.file.missing"));
        }
        return new BroughtPackage(file.getFileName().orElse(""), tag(word(language)), file.getContent());
    }

    private static String word(EntityPart part) {
        try (InputStream stream = part.getContent()) {
            return new String(stream.readNBytes(LONGEST_WORD), StandardCharsets.UTF_8).strip();
        } catch (IOException problem) {
            throw new UncheckedIOException("What was sent cannot be read", problem);
        }
    }
}
