package org.mangrove.core.localization;

import com.ibm.icu.text.Collator;
import com.ibm.icu.text.ListFormatter;
import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.mangrove.sdk.Tenant;
import org.mangrove.sdk.TenantId;
import org.mangrove.sdk.custom.Custom;
import org.mangrove.sdk.custom.Custom.GregorianYear;

/**
 * How dates, numbers, names and lists are written for one tenant in one language: in the tenant's calendar, digits and
 * time zone, by the rules of CLDR.
 *
 * <p>The tenant's digits are used in the languages that know them: {@code arab} in Arabic, not in English. Where the
 * language names no region, the tenant's own is taken, so that English in a German tenant writes the day before the
 * month.
 *
 * <p>Safe for many threads at once, and kept: {@link #of} gives the same one again.
 */
public final class Customs {

    /** How much of a date is said. */
    public enum Length {
        /** In digits, such as 22.11.2026. */
        SHORT,
        /** Such as 22 Nov 2026. */
        MEDIUM,
        /** Such as 22 November 2026. */
        LONG,
        /** With the day of the week. */
        FULL
    }

    /** How a person is named. */
    public enum Address {
        /** Without an honorific: in lists, on certificates, one's own name. */
        PLAIN,
        /** As one speaks to and of a person on pages. */
        POLITE,
        /** As one writes to a person in mails and letters. */
        FORMAL
    }

    /** What the customs of a tenant hang on. */
    private record Key(
            Locale locale,
            ULocale written,
            ZoneId zone,
            DayOfWeek firstDayOfWeek,
            Set<DayOfWeek> weekend,
            Optional<Custom> custom) {}

    /** Finds the customs without working out the key, which costs more than a sentence. */
    private record Asked(TenantId tenant, Locale locale, Optional<Custom> custom) {}

    /** @param tenant as it was when the customs were found; its configuration may change */
    private record Held(Tenant tenant, Customs customs) {}

    private static final int MOST_LANGUAGES_KEPT = 200;

    private static final Map<Asked, Held> HELD = new ConcurrentHashMap<>();

    private static final Map<Key, Customs> KNOWN = new ConcurrentHashMap<>();

    private final Key key;
    private final Dates dates;
    private final Numbers numbers;
    private final Relatives relatives;
    private final Names names;
    private final ListFormatter lists;
    private final Collator collator;
    private final Map<Locale, String> languages = new ConcurrentHashMap<>();

    private Customs(Key key) {
        this.key = key;
        dates = new Dates(
                key.written(),
                key.zone(),
                key.custom().map(Custom::gregorianYear).orElse(GregorianYear.LEFT_OUT));
        numbers = new Numbers(key.written());
        names = new Names(key.locale(), key.custom().map(Custom::names));
        relatives = new Relatives(key.written(), key.zone());
        lists = ListFormatter.getInstance(key.written());
        collator = Collator.getInstance(key.written()).freeze();
    }

    /** The customs of a language in a tenant, without what the tenant's plugins say: see {@link LocalCustoms}. */
    public static Customs of(Tenant tenant, Locale locale) {
        return of(tenant, locale, Optional.empty());
    }

    /** @param custom what a plugin of the tenant's market says of this language */
    public static Customs of(Tenant tenant, Locale locale, Optional<Custom> custom) {
        var asked = new Asked(tenant.id(), locale, custom);
        Held held = HELD.get(asked);
        if (held != null && held.tenant().equals(tenant)) {
            return held.customs();
        }
        Customs customs = KNOWN.computeIfAbsent(key(tenant, locale, custom), Customs::new);
        HELD.put(asked, new Held(tenant, customs));
        return customs;
    }

    private static Key key(Tenant tenant, Locale locale, Optional<Custom> custom) {
        String calendar = custom.map(Custom::calendar).orElse(tenant.calendar());
        return new Key(
                locale,
                WrittenLocale.of(tenant, locale, calendar),
                tenant.timeZone(),
                custom.map(Custom::firstDayOfWeek).orElse(tenant.firstDayOfWeek()),
                tenant.weekend(),
                custom);
    }

    /** The customs of a language alone, for what is said outside every tenant; times are in UTC. */
    public static Customs of(Locale locale) {
        return KNOWN.computeIfAbsent(
                new Key(
                        locale,
                        ULocale.forLocale(locale),
                        ZoneId.of("UTC"),
                        DayOfWeek.MONDAY,
                        Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
                        Optional.empty()),
                Customs::new);
    }

    /** A date of medium length. */
    public String date(LocalDate date) {
        return date(date, Length.MEDIUM);
    }

    public String date(LocalDate date, Length length) {
        return dates.date(date, length);
    }

    /** The day, in the tenant's time zone, on which {@code instant} falls. */
    public LocalDate dayOf(Instant instant) {
        return dates.dayOf(instant);
    }

    /** Day and time in the tenant's time zone, of medium length. */
    public String instant(Instant instant) {
        return instant(instant, Length.MEDIUM);
    }

    public String instant(Instant instant, Length length) {
        return dates.instant(instant, length);
    }

    /** The time of day in the tenant's time zone, hours and minutes. */
    public String time(Instant instant) {
        return dates.time(instant);
    }

    /** How far {@code then} is from {@code now}: "in 3 days", "5 minutes ago". */
    public String relative(Instant then, Instant now) {
        return relatives.say(then, now);
    }

    public String number(Number number) {
        return numbers.number(number);
    }

    /** With all its decimals. */
    public String exact(BigDecimal number) {
        return numbers.exact(number);
    }

    /** What somebody has written as a number, in the digits and with the separators of this locale; empty if it is none. */
    public Optional<BigDecimal> readNumber(String written) {
        return WrittenNumber.read(written, key.written());
    }

    /** @param share from 0 to 1, such as 0.25 for 25 percent */
    public String percent(double share) {
        return numbers.percent(share);
    }

    /** In the one or two largest units: "20 min", "1 hr, 30 min". */
    public String duration(Duration duration) {
        return numbers.duration(duration);
    }

    /** "a, b and c". */
    public String list(Collection<String> items) {
        return lists.format(items);
    }

    /** Orders texts as a dictionary of this language does. */
    public Comparator<String> collation() {
        return collator::compare;
    }

    /** A person's name where no honorific belongs: in lists, on certificates, one's own. */
    public String name(String given, String family) {
        return name(given, family, Address.PLAIN);
    }

    public String name(String given, String family, Address address) {
        return names.show(given, family, address);
    }

    /** A person's name as it stands in a sorted list: "Brandt, Lena". */
    public String sortedName(String given, String family) {
        return names.showSorted(given, family);
    }

    public DayOfWeek firstDayOfWeek() {
        return key.firstDayOfWeek();
    }

    public Set<DayOfWeek> weekend() {
        return key.weekend();
    }

    public Locale locale() {
        return key.locale();
    }

    /** A language's name in this language. */
    public String language(Locale language) {
        String known = languages.get(language);
        if (known != null) {
            return known;
        }
        String name = ULocale.forLocale(language).getDisplayNameWithDialect(key.written());
        if (languages.size() < MOST_LANGUAGES_KEPT) {
            languages.put(language, name);
        }
        return name;
    }

    public boolean isRightToLeft() {
        return key.written().isRightToLeft();
    }

    ULocale written() {
        return key.written();
    }
}
