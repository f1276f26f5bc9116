package org.mangrove.core.localization;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.mangrove.core.localization.Customs.Length;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.i18n.Bundles;
import org.mangrove.i18n.PseudoLocale;
import org.mangrove.sdk.Message;

/**
 * Says things to people.
 *
 * <p>A sentence is looked for in what the tenant says in its own way, then in the exact locale, its CLDR parents, its
 * language, and English. One that nobody has is shown as its key and logged once; with the system property {@code
 * mangrove.missing-words=refuse}, which the tests set, it is an error.
 *
 * <p>Arguments are kept apart from the sentence around them whatever their direction: by isolates in text, by {@code
 * <bdi>} in HTML. Numbers, dates, instants, durations, lists and messages are said by the tenant's customs.
 *
 * <p>Safe for many threads at once.
 */
@ApplicationScoped
public class Words {

    private static final Logger LOG = System.getLogger(Words.class.getName());

    /** A log full of them would say no more. */
    private static final int MOST_COMPLAINTS = 1000;

    private static final List<Locale> ENGLISH = List.of(Locale.ENGLISH);

    private record Found(Sentence sentence, Locale locale, boolean fellBack) {}

    private record Release(String plugin, String version) {}

    @Inject
    LocalCustoms customs = new LocalCustoms();

    private final Bundles bundles;
    private final boolean refuseMissing;
    private final Map<Locale, Map<String, Found>> platform = new ConcurrentHashMap<>();
    private final Map<String, Sentence> sentences = new ConcurrentHashMap<>();
    private final Map<Release, MessageSource> plugins = new ConcurrentHashMap<>();
    private final Map<String, MessageSource> newest = new ConcurrentHashMap<>();
    private final Set<String> complaints = ConcurrentHashMap.newKeySet();

    public Words() {
        this(Bundles.ofPlatform(), "refuse".equals(System.getProperty("mangrove.missing-words")));
    }

    Words(Bundles bundles, boolean refuseMissing) {
        this.bundles = bundles;
        this.refuseMissing = refuseMissing;
    }

    /** The sentence as plain text, also fit for an attribute of HTML once that is escaped. */
    public String say(TenantProfile tenant, Locale locale, Message message) {
        return speak(tenant, locale, message).text();
    }

    /** As {@link #say}, and which language it is in. */
    public Spoken speak(TenantProfile tenant, Locale locale, Message message) {
        return speak(Optional.of(tenant), locale, message, Markup.TEXT);
    }

    /** The sentence as HTML: escaped, with each argument in an element of its own. */
    public Spoken speakHtml(TenantProfile tenant, Locale locale, Message message) {
        return speak(Optional.of(tenant), locale, message, Markup.HTML);
    }

    /** What is said outside every tenant. */
    public Spoken speak(Locale locale, Message message) {
        return speak(Optional.empty(), locale, message, Markup.TEXT);
    }

    /** As {@link #speak(Locale, Message)}, as HTML. */
    public Spoken speakHtml(Locale locale, Message message) {
        return speak(Optional.empty(), locale, message, Markup.HTML);
    }

    /** Takes over the words of a plugin's version, in place of those it may have brought before. */
    public void add(MessageSource source) {
        plugins.put(new Release(source.plugin(), source.version()), source);
        newest.put(source.plugin(), source);
    }

    public void remove(String plugin, String version) {
        plugins.remove(new Release(plugin, version));
        newest.computeIfPresent(plugin, (any, source) -> source.version().equals(version) ? null : source);
    }

    private Spoken speak(Optional<TenantProfile> tenant, Locale locale, Message message, Markup markup) {
        Found found = find(tenant, locale, message.key());
        if (found.sentence().isPlain()) {
            return new Spoken(found.sentence().plain(markup), found.locale(), found.fellBack());
        }
        return new Spoken(say(tenant, locale, message, found, markup), found.locale(), found.fellBack());
    }

    private String say(Optional<TenantProfile> tenant, Locale locale, Message message, Found found, Markup markup) {
        Locale spoken = found.fellBack() ? found.locale() : locale;
        Customs customs =
                tenant.map(profile -> Customs.of(profile.tenant(), spoken)).orElseGet(() -> Customs.of(spoken));
        boolean rightToLeft = customs.isRightToLeft();
        var choices = new HashMap<String, Object>();
        for (String name : found.sentence().choices()) {
            Object value = argument(message, name);
            choices.put(name, value instanceof Number ? value : value.toString());
        }
        return found.sentence().say(choices, customs.written(), markup, (out, name) -> {
            Object value = argument(message, name);
            if (value instanceof Message inner) {
                Spoken said = speak(tenant, locale, inner, markup);
                markup.appendSaid(out, said, rightToLeft);
            } else if (value instanceof Number number) {
                markup.appendNumber(out, customs.number(number));
            } else {
                markup.appendArgument(out, shown(customs, value), rightToLeft);
            }
        });
    }

    private Object argument(Message message, String name) {
        Object value = message.arguments().get(name);
        if (value != null) {
            return value;
        }
        String complaint = "\"%s\" needs {%s}".formatted(message.key(), name);
        if (refuseMissing) {
            throw new IllegalArgumentException(complaint);
        }
        logOnce(complaint);
        return "{" + name + "}";
    }

    private static String shown(Customs customs, Object value) {
        return switch (value) {
            case LocalDate date -> customs.date(date, Length.LONG);
            case Instant instant -> customs.instant(instant);
            case Duration duration -> customs.duration(duration);
            case Locale language -> customs.language(language);
            case Number number -> customs.number(number);
            case Collection<?> items ->
                customs.list(items.stream().map(item -> shown(customs, item)).toList());
            default -> value.toString();
        };
    }

    private Found find(Optional<TenantProfile> tenant, Locale locale, String key) {
        Map<Locale, Map<String, String>> own = tenant.map(TenantProfile::words).orElse(Map.of());
        Optional<Found> found = own.isEmpty() ? Optional.empty() : findIn(own, Lineage.of(locale), locale, key);
        if (found.isPresent()) {
            return found.get();
        }
        Found said = findShared(tenant, locale, key).orElseGet(() -> missing(locale, key));
        return said.fellBack() && !own.isEmpty()
                ? findIn(own, ENGLISH, locale, key).orElse(said)
                : said;
    }

    /** What everybody says who has not said otherwise: the platform or, if the key is a plugin's, the plugin. */
    private Optional<Found> findShared(Optional<TenantProfile> tenant, Locale locale, String key) {
        Map<String, Found> known = platform.computeIfAbsent(locale, any -> new ConcurrentHashMap<>());
        Found before = known.get(key);
        if (before != null) {
            return Optional.of(before);
        }
        Optional<Found> found = findWithEnglish(bundles.texts(), locale, key);
        if (found.isPresent()) {
            known.put(key, found.get());
            return found;
        }
        return pluginOf(tenant, key).flatMap(source -> findWithEnglish(source.texts(), locale, key));
    }

    private Optional<Found> findWithEnglish(Map<Locale, Map<String, String>> texts, Locale locale, String key) {
        return findIn(texts, Lineage.of(locale), locale, key).or(() -> findIn(texts, ENGLISH, locale, key));
    }

    private Optional<Found> findIn(
            Map<Locale, Map<String, String>> texts, List<Locale> lineage, Locale asked, String key) {
        for (Locale locale : lineage) {
            String text = texts.getOrDefault(locale, Map.of()).get(key);
            if (text != null && lineage == ENGLISH && PseudoLocale.find(asked).isPresent()) {
                return PseudoLocale.find(asked).map(pseudo -> new Found(sentence(pseudo.of(text)), asked, false));
            }
            if (text != null) {
                Sentence sentence = sentence(text);
                return Optional.of(new Found(sentence, locale, !Lineage.writesAlike(asked, locale)));
            }
        }
        return Optional.empty();
    }

    private Sentence sentence(String text) {
        return sentences.computeIfAbsent(text, Sentence::new);
    }

    /** The version that the tenant has chosen, or, for pages that offer plugins, the one that came last. */
    private Optional<MessageSource> pluginOf(Optional<TenantProfile> tenant, String key) {
        int dot = key.indexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        String plugin = key.substring(0, dot);
        return tenant.flatMap(profile -> profile.plugins().stream()
                        .filter(choice -> choice.id().equals(plugin))
                        .findFirst())
                .map(choice -> plugins.get(new Release(plugin, choice.version())))
                .or(() -> Optional.ofNullable(newest.get(plugin)));
    }

    private Found missing(Locale locale, String key) {
        if (refuseMissing) {
            throw new IllegalArgumentException("No words for \"%s\"".formatted(key));
        }
        logOnce("No words for \"%s\"".formatted(key));
        return new Found(new Sentence("⟦" + key.replaceAll("[^\\w.-]", "") + "⟧"), locale, false);
    }

    private void logOnce(String complaint) {
        if (complaints.size() < MOST_COMPLAINTS && complaints.add(complaint)) {
            LOG.log(Level.WARNING, complaint);
        }
    }
}
