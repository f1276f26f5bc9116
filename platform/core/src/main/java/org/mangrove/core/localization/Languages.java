package org.mangrove.core.localization;

import com.ibm.icu.util.LocaleMatcher;
import com.ibm.icu.util.LocalePriorityList;
import com.ibm.icu.util.ULocale;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.i18n.Bundles;
import org.mangrove.i18n.PseudoLocale;

/**
 * Which language to speak to whom.
 *
 * <p>What a person has chosen always holds. Without a choice it is the tenant's languages that count, in the tenant's
 * order, and the browser's wishes choose among them.
 *
 * <p>The route that changes the choice belongs to {@code identity}, which keeps it with the person: {@code POST
 * /language} with {@code csrf}, {@code language} (a tag that {@link #find} accepts) and {@code back} (a page that
 * {@link #isLocalPage} accepts, so that nobody is led elsewhere).
 */
@ApplicationScoped
public class Languages {

    private final List<Locale> platform;
    private final Map<List<Locale>, LocaleMatcher> matchers = new ConcurrentHashMap<>();

    /** With the system property {@code mangrove.pseudo-locales=true}, the languages that nobody speaks as well. */
    public Languages() {
        this(Boolean.getBoolean("mangrove.pseudo-locales"));
    }

    Languages(boolean withPseudoLocales) {
        var all = new ArrayList<>(Bundles.ofPlatform().locales());
        if (withPseudoLocales) {
            Arrays.stream(PseudoLocale.values()).map(PseudoLocale::locale).forEach(all::add);
        }
        platform = List.copyOf(all);
    }

    /** The languages in which the platform speaks. */
    public List<Locale> ofPlatform() {
        return platform;
    }

    /** What a tenant's people may choose from: the tenant's languages in its order, then what else the platform has. */
    public List<Locale> offered(TenantProfile tenant) {
        var offered = new ArrayList<>(tenant.tenant().languages());
        platform.stream().filter(locale -> !offered.contains(locale)).forEach(offered::add);
        return List.copyOf(offered);
    }

    /** The language offered by a tenant that {@code tag} names. */
    public Optional<Locale> find(TenantProfile tenant, String tag) {
        return offered(tenant).stream()
                .filter(locale -> locale.toLanguageTag().equalsIgnoreCase(tag))
                .findFirst();
    }

    /**
     * The language to speak to a person of a tenant.
     *
     * @param chosen what the person has chosen, if anything
     * @param acceptLanguage what the browser sent, if anything
     */
    public Locale choose(TenantProfile tenant, Optional<Locale> chosen, Optional<String> acceptLanguage) {
        return chosen.filter(offered(tenant)::contains)
                .orElseGet(() -> best(tenant.tenant().languages(), acceptLanguage));
    }

    /** The language to speak where there is no tenant: in the core, and on pages of the platform. */
    public Locale choose(Optional<Locale> chosen, Optional<String> acceptLanguage) {
        return chosen.filter(platform::contains).orElseGet(() -> best(platform, acceptLanguage));
    }

    /** In which languages to look for content: the reader's with its parents, then the tenant's in its order, then English. */
    public List<Locale> chain(TenantProfile tenant, Locale reader) {
        var chain = new LinkedHashSet<>(Lineage.of(reader));
        tenant.tenant().languages().forEach(language -> chain.addAll(Lineage.of(language)));
        chain.add(Locale.ENGLISH);
        return List.copyOf(chain);
    }

    /** A language's name in itself: Deutsch, العربية, 日本語. */
    public String autonym(Locale locale) {
        return ULocale.forLocale(locale).getDisplayNameWithDialect(ULocale.forLocale(locale));
    }

    public boolean isRightToLeft(Locale locale) {
        return ULocale.forLocale(locale).isRightToLeft();
    }

    /** Whether {@code path} is a page here: a path, and not an address in disguise. */
    public boolean isLocalPage(String path) {
        return path.startsWith("/")
                && !path.startsWith("//")
                && path.chars().noneMatch(sign -> sign == '\\' || Character.isISOControl(sign));
    }

    private Locale best(List<Locale> languages, Optional<String> acceptLanguage) {
        return acceptLanguage
                .flatMap(Languages::wishes)
                .map(wishes -> matchers.computeIfAbsent(languages, Languages::matcher)
                        .getBestMatch(wishes)
                        .toLocale())
                .orElse(languages.getFirst());
    }

    private static LocaleMatcher matcher(List<Locale> languages) {
        return LocaleMatcher.builder()
                .setSupportedLocales(languages)
                .setDefaultLocale(languages.getFirst())
                .build();
    }

    /** What a browser sends is anybody's guess: what cannot be read counts as nothing said. */
    private static Optional<LocalePriorityList> wishes(String acceptLanguage) {
        try {
            return Optional.of(LocalePriorityList.add(acceptLanguage).build());
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
