package org.mangrove.core.authoring.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mangrove.core.authoring.CourseDraft;
import org.mangrove.core.authoring.CourseDrafts;
import org.mangrove.core.authoring.DraftFiles;
import org.mangrove.core.authoring.DraftPreviews;
import org.mangrove.core.content.EffectiveCourse;
import org.mangrove.core.content.FileSizes;
import org.mangrove.core.identity.CoreCaller;
import org.mangrove.core.identity.CoreRole;
import org.mangrove.core.identity.CurrentRequest;
import org.mangrove.core.pages.Page;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.TenantRegister;

/** A draft as a market, a language, a device and a line would get it. */
@Path("drafts/{manuscript}/preview")
@Produces(MediaType.TEXT_HTML)
@RequestScoped
public class DraftPreviewResource {

    /** How wide a device shows a page. */
    public enum Device {
        PHONE,
        TABLET,
        DESK;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A line, and how long the whole course takes over it.
     *
     * @param kilobits a second
     */
    public record Line(String word, int kilobits, long seconds) {}

    /**
     * @param markets their names by slug
     * @param files where files are that were never published, by digest
     */
    public record PreviewPage(
            CourseDraft draft,
            EffectiveCourse course,
            Map<String, String> markets,
            String market,
            Locale language,
            Device device,
            DraftPreviews.Weight weight,
            List<Line> lines,
            Map<String, String> files,
            Map<String, Long> sizes) {

        public String home() {
            return DraftPlaces.of(draft.id());
        }
    }

    @Inject
    CurrentRequest request;

    @Inject
    CourseDrafts drafts;

    @Inject
    DraftPreviews previews;

    @Inject
    DraftFiles files;

    @Inject
    TenantRegister register;

    @GET
    public Page preview(
            @PathParam("manuscript") String id,
            @QueryParam("market") @DefaultValue("") String market,
            @QueryParam("language") @DefaultValue("") String tag,
            @QueryParam("device") @DefaultValue("") String device) {
        CoreCaller caller = request.coreCallerWith(CoreRole.AUTHOR);
        EnterpriseId enterprise = caller.enterprise().id();
        CourseDraft draft = drafts.must(enterprise, DraftPlaces.id(id));
        Map<String, String> markets = markets(enterprise);
        String chosen = markets.containsKey(market) ? market : "";
        Locale language = draft.content().languages().stream()
                .filter(one -> one.toLanguageTag().equals(tag))
                .findFirst()
                .orElse(draft.content().language());
        List<Locale> chain = Stream.of(
                        Stream.of(language, Locale.of(language.getLanguage())), draft.content().languages().stream())
                .flatMap(some -> some)
                .distinct()
                .toList();
        DraftPreviews.Weight weight = previews.weight(enterprise, draft);
        String home = DraftPlaces.of(draft.id());
        EffectiveCourse shown =
                previews.preview(enterprise, draft, Optional.of(chosen).filter(slug -> !slug.isEmpty()), chain);
        return Page.of(
                "authoring/preview",
                new PreviewPage(
                        draft,
                        shown,
                        markets,
                        chosen,
                        language,
                        Stream.of(Device.values())
                                .filter(one -> one.word().equals(device))
                                .findFirst()
                                .orElse(Device.DESK),
                        weight,
                        Stream.of(Map.entry("slow", 400), Map.entry("mobile", 1_600), Map.entry("fast", 20_000))
                                .map(line -> new Line(line.getKey(), line.getValue(), weight.seconds(line.getValue())))
                                .toList(),
                        files.own(enterprise, draft.id()).stream()
                                .collect(Collectors.toMap(
                                        digest -> digest,
                                        digest -> request.address().absolute(home + "/files/" + digest))),
                        FileSizes.of(
                                shown.sections().stream().flatMap(section -> section.blocks().stream()),
                                digest -> Optional.of(files.size(enterprise, draft.id(), digest)))));
    }

    private Map<String, String> markets(EnterpriseId enterprise) {
        var markets = new LinkedHashMap<String, String>();
        register.tenantsOf(enterprise)
                .forEach(tenant -> markets.put(
                        tenant.tenant().slug(),
                        tenant.names()
                                .getOrDefault(
                                        request.locale(),
                                        tenant.names()
                                                .getOrDefault(
                                                        Locale.ENGLISH,
                                                        tenant.tenant().slug()))));
        return markets;
    }
}
