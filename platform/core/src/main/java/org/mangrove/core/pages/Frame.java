package org.mangrove.core.pages;

import com.ibm.icu.util.ULocale;
import gg.jte.Content;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.mangrove.core.identity.Caller;
import org.mangrove.core.identity.CoreCaller;
import org.mangrove.core.identity.PersonName;
import org.mangrove.core.identity.Role;
import org.mangrove.core.localization.Customs;
import org.mangrove.core.localization.Spoken;
import org.mangrove.core.tenancy.Address;
import org.mangrove.core.tenancy.MediaHost;
import org.mangrove.i18n.PseudoLocale;
import org.mangrove.sdk.Message;

/**
 * All that a template knows besides its own model: the words, the customs, the links, and who is looking.
 *
 * <p>{@link #say}, {@link #name}, {@link #isolate} and {@link #inLanguage} give words that mark themselves up between
 * tags and are plain within an attribute. {@link #text} gives a string, for {@code <title>} and for passing on.
 */
public final class Frame {

    private static final int NAVIGATION_ON_A_NARROW_SCREEN = 4;

    private final Voice voice;
    private final Visit visit;
    private final Assets assets;
    private final MediaHost media;

    public Frame(Voice voice, Visit visit, Assets assets, MediaHost media) {
        this.voice = voice;
        this.visit = visit;
        this.assets = assets;
        this.media = media;
    }

    // Words

    public Content say(String key) {
        return say(Message.of(key));
    }

    /** A sentence with one argument. */
    public Content say(String key, String argument, Object value) {
        return say(Message.of(key).with(argument, value));
    }

    public Content say(Message message) {
        return new Phrase(() -> text(message), () -> marked(voice.sayHtml(message)));
    }

    public String text(String key) {
        return text(Message.of(key));
    }

    /** A sentence with one argument. */
    public String text(String key, String argument, Object value) {
        return text(Message.of(key).with(argument, value));
    }

    public String text(Message message) {
        return voice.say(message).text();
    }

    private static Phrase.Marked marked(Spoken spoken) {
        return new Phrase.Marked(spoken.text(), spoken.fellBack() ? Optional.of(spoken.locale()) : Optional.empty());
    }

    /** Text of other hands in a known language, such as a course's title. */
    public Content inLanguage(String text, Locale language) {
        return new Phrase(
                () -> text,
                () -> new Phrase.Marked(
                        Escaped.of(text), isForeign(language) ? Optional.of(language) : Optional.empty()));
    }

    /** Text of other hands in whatever language, such as a name that somebody typed. */
    public Content isolate(String text) {
        return new Phrase(() -> text, () -> new Phrase.Marked("<bdi>" + Escaped.of(text) + "</bdi>", Optional.empty()));
    }

    /**
     * Most of what a page shows is in its own language: only the rest is worth ICU's likely subtags. In a pseudo-language
     * nothing of other hands is.
     */
    private boolean isForeign(Locale language) {
        return !language.equals(locale())
                && (PseudoLocale.find(locale()).isPresent()
                        || !languageAndScript(language).equals(languageAndScript(locale())));
    }

    private static String languageAndScript(Locale locale) {
        ULocale likely = ULocale.addLikelySubtags(ULocale.forLocale(locale));
        return likely.getLanguage() + "-" + likely.getScript();
    }

    // Customs

    public String date(LocalDate date) {
        return voice.customs().date(date, Customs.Length.LONG);
    }

    /** Only as many signs as a table has room for. */
    public String shortDate(LocalDate date) {
        return voice.customs().date(date, Customs.Length.MEDIUM);
    }

    /** The day on which {@code instant} falls here. */
    public String date(Instant instant) {
        return date(voice.customs().dayOf(instant));
    }

    public String instant(Instant instant) {
        return voice.customs().instant(instant);
    }

    public String time(Instant instant) {
        return voice.customs().time(instant);
    }

    public String number(Number number) {
        return voice.customs().number(number);
    }

    /** With all its decimals. */
    public String exact(BigDecimal number) {
        return voice.customs().exact(number);
    }

    /** @param share from 0 to 1 */
    public String percent(double share) {
        return voice.customs().percent(share);
    }

    public String duration(Duration duration) {
        return voice.customs().duration(duration);
    }

    public String minutes(long minutes) {
        return duration(Duration.ofMinutes(minutes));
    }

    public String list(Collection<String> items) {
        return voice.customs().list(items);
    }

    public String language(Locale language) {
        return voice.customs().language(language);
    }

    /** A person's name as one politely speaks of them here. */
    public Content name(PersonName name) {
        return isolate(voice.customs().name(name.given(), name.family(), Customs.Address.POLITE));
    }

    /** A person's name without any honorific: one's own, in lists, on certificates. */
    public Content plainName(PersonName name) {
        return isolate(voice.customs().name(name.given(), name.family()));
    }

    public Customs customs() {
        return voice.customs();
    }

    public Locale locale() {
        return voice.locale();
    }

    /** For HTML's {@code lang}. */
    public String lang() {
        return locale().toLanguageTag();
    }

    public Direction direction() {
        return Direction.of(locale());
    }

    public boolean isRightToLeft() {
        return direction() == Direction.RIGHT_TO_LEFT;
    }

    // Links

    /** @param path such as {@code /catalogue} */
    public String link(String path) {
        return visit.address().link(path);
    }

    /** A picture, a film or captions of a course, by its digest: for those who may see this page. */
    public String media(String digest) {
        return media.link(visit.address(), digest);
    }

    public String asset(String name) {
        return assets.url(name);
    }

    public String icon(String name) {
        return assets.url("icons.svg") + "#" + name;
    }

    /** Whether an icon points somewhere, so that it looks the other way where lines begin on the right. */
    public boolean turnsWithDirection(String icon) {
        return assets.turnsWithDirection(icon);
    }

    public String brandStylesheet() {
        return BrandStylesheet.url(visit.brand().colour());
    }

    /** The path that is being shown, without the tenant's prefix. */
    public String path() {
        return visit.address().path();
    }

    /** What the address says of {@code name}; empty if nothing. */
    public String query(String name) {
        return visit.query().getOrDefault(name, "");
    }

    /** This page with one thing in its address said otherwise; an empty value takes it out. */
    public String here(String name, String value) {
        var query = new TreeMap<>(visit.query());
        query.put(name, value);
        return link(path()) + queryString(query);
    }

    /** A page of this tenant with one thing asked of it. */
    public String asking(String place, String name, String value) {
        return link(place) + queryString(Map.of(name, value));
    }

    /** This page, for coming back to it. */
    public String here() {
        return path() + queryString(visit.query());
    }

    /** {@link #here()}, to stand behind a question mark. */
    public String encodedHere() {
        return encode(here());
    }

    private static String queryString(Map<String, String> query) {
        String parts = new TreeMap<>(query)
                .entrySet().stream()
                        .filter(part -> !part.getValue().isEmpty())
                        .map(part -> encode(part.getKey()) + "=" + encode(part.getValue()))
                        .collect(Collectors.joining("&"));
        return parts.isEmpty() ? "" : "?" + parts;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    // Who looks, and how

    public Optional<Caller> caller() {
        return visit.caller();
    }

    public Optional<CoreCaller> coreCaller() {
        return visit.coreCaller();
    }

    public boolean isSignedIn() {
        return caller().isPresent() || coreCaller().isPresent();
    }

    public boolean isTenant() {
        return visit.address().kind() == Address.Kind.TENANT;
    }

    /** What the person who looks is called; empty if unknown. */
    public String visitor() {
        return caller().map(caller ->
                        customs().name(caller.name().given(), caller.name().family()))
                .or(() -> coreCaller().flatMap(CoreCaller::byline))
                .orElse("");
    }

    public Brand brand() {
        return visit.brand();
    }

    public Look look() {
        return visit.look();
    }

    public String csrfToken() {
        return visit.csrfToken();
    }

    public String requestId() {
        return visit.requestId();
    }

    public List<LanguageChoice> languages() {
        return visit.languages();
    }

    public Optional<Flash> flash() {
        return visit.flash();
    }

    public Optional<Freshness> freshness() {
        return visit.freshness();
    }

    /** What stops the feed from the core, for those who look after the tenant. */
    public Optional<Message> feedTrouble() {
        boolean looksAfterIt =
                caller().filter(known -> known.is(Role.TENANT_ADMIN)).isPresent();
        return looksAfterIt ? freshness().flatMap(Freshness::trouble) : Optional.empty();
    }

    public List<NavigationItem> navigation() {
        return visit.navigation();
    }

    /** What there is room for at the bottom of a narrow screen. */
    public List<NavigationItem> firstNavigation() {
        return navigation().stream().limit(NAVIGATION_ON_A_NARROW_SCREEN).toList();
    }

    /** What there is no room for at the bottom of a narrow screen. */
    public List<NavigationItem> furtherNavigation() {
        return navigation().stream().skip(NAVIGATION_ON_A_NARROW_SCREEN).toList();
    }

    public boolean isCurrent(NavigationItem item) {
        return item.isCurrentAt(path());
    }
}
