package org.mangrove.core.pages.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mangrove.core.identity.Caller;
import org.mangrove.core.identity.CoreCaller;
import org.mangrove.core.identity.CurrentRequest;
import org.mangrove.core.localization.Customs;
import org.mangrove.core.localization.Languages;
import org.mangrove.core.localization.LocalCustoms;
import org.mangrove.core.localization.Words;
import org.mangrove.core.pages.Assets;
import org.mangrove.core.pages.Brand;
import org.mangrove.core.pages.FlashCookie;
import org.mangrove.core.pages.Frame;
import org.mangrove.core.pages.Freshness;
import org.mangrove.core.pages.FreshnessSource;
import org.mangrove.core.pages.LanguageChoice;
import org.mangrove.core.pages.NavigationItem;
import org.mangrove.core.pages.NavigationSource;
import org.mangrove.core.pages.Visit;
import org.mangrove.core.pages.Voice;
import org.mangrove.core.tenancy.Address.Kind;
import org.mangrove.core.tenancy.MediaHost;
import org.mangrove.core.tenancy.TenantProfile;

/** Makes the frame of the page that answers the current request. */
@ApplicationScoped
public class Frames {

    private static final int LONGEST_QUERY = 2_000;

    @Inject
    CurrentRequest request;

    @Inject
    HttpServletRequest http;

    @Inject
    Words words;

    @Inject
    LocalCustoms customs;

    @Inject
    Languages languages;

    @Inject
    Assets assets;

    @Inject
    MediaHost media;

    @Inject
    Instance<NavigationSource> navigation;

    @Inject
    Instance<FreshnessSource> freshness;

    public Frame frame() {
        Locale locale = request.locale();
        Optional<TenantProfile> tenant = tenant();
        return new Frame(voice(tenant, locale), visit(tenant, locale), assets, media);
    }

    private Optional<TenantProfile> tenant() {
        return request.address().kind() == Kind.TENANT ? Optional.of(request.tenant()) : Optional.empty();
    }

    private Voice voice(Optional<TenantProfile> tenant, Locale locale) {
        Customs here =
                tenant.map(profile -> customs.of(profile.tenant(), locale)).orElseGet(() -> Customs.of(locale));
        return new Voice(words, tenant, locale, here);
    }

    private Visit visit(Optional<TenantProfile> tenant, Locale locale) {
        Optional<Caller> caller = tenant.isPresent() ? request.findCaller() : Optional.empty();
        Optional<CoreCaller> coreCaller =
                request.address().kind() == Kind.CORE ? request.findCoreCaller() : Optional.empty();
        return new Visit(
                request.address(),
                query(),
                brand(tenant, locale),
                LookCookie.read(http),
                caller,
                coreCaller,
                navigation(caller, coreCaller),
                choices(tenant, locale),
                Cookies.find(http, FlashCookie.NAME).flatMap(FlashCookie::read),
                caller.flatMap(any -> tenant).flatMap(this::freshness),
                request.csrfToken(),
                request.requestId());
    }

    private Brand brand(Optional<TenantProfile> tenant, Locale locale) {
        if (tenant.isPresent()) {
            TenantProfile profile = tenant.get();
            String slug = profile.tenant().slug();
            Locale own = profile.tenant().language();
            return new Brand(
                    named(profile.names(), locale, own, slug), profile.theme().brand());
        }
        if (request.address().kind() == Kind.CORE) {
            var enterprise = request.enterprise();
            return new Brand(named(enterprise.names(), locale, enterprise.language(), enterprise.slug()), Brand.COLOUR);
        }
        return new Brand("Mangrove", Brand.COLOUR);
    }

    private static String named(Map<Locale, String> names, Locale locale, Locale own, String otherwise) {
        return Stream.of(locale, Locale.of(locale.getLanguage()), own, Locale.ENGLISH)
                .filter(names::containsKey)
                .map(names::get)
                .findFirst()
                .orElse(otherwise);
    }

    private List<NavigationItem> navigation(Optional<Caller> caller, Optional<CoreCaller> coreCaller) {
        var items = new ArrayList<NavigationItem>();
        for (NavigationSource source : navigation) {
            caller.ifPresent(known -> items.addAll(source.itemsFor(known)));
            coreCaller.ifPresent(known -> items.addAll(source.itemsFor(known)));
        }
        items.sort(Comparator.comparingInt(NavigationItem::order));
        return items;
    }

    private List<LanguageChoice> choices(Optional<TenantProfile> tenant, Locale current) {
        return tenant.map(languages::offered).orElseGet(languages::ofPlatform).stream()
                .map(locale -> new LanguageChoice(locale, Customs.of(locale).language(locale), locale.equals(current)))
                .toList();
    }

    private Optional<Freshness> freshness(TenantProfile tenant) {
        return freshness.stream()
                .map(source -> source.find(tenant))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Read by hand: asking the request for a parameter would take a form's body away from the resource. */
    private Map<String, String> query() {
        String query = Optional.ofNullable(http.getQueryString()).orElse("");
        if (query.isEmpty() || query.length() > LONGEST_QUERY) {
            return Map.of();
        }
        var found = new HashMap<String, String>();
        for (String part : query.split("&")) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                decode(part.substring(0, equals))
                        .ifPresent(name ->
                                decode(part.substring(equals + 1)).ifPresent(value -> found.putIfAbsent(name, value)));
            }
        }
        return found;
    }

    private static Optional<String> decode(String text) {
        try {
            return Optional.of(URLDecoder.decode(text, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notEncoded) {
            return Optional.empty();
        }
    }

    boolean accepts(String encoding) {
        return AcceptedEncodings.of(http).contains(encoding);
    }
}
