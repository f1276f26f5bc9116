package org.mangrove.core.pages;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.mangrove.core.identity.Caller;
import org.mangrove.core.identity.PersonName;
import org.mangrove.core.identity.Role;
import org.mangrove.core.learning.Card;
import org.mangrove.core.learning.Catalogue.Order;
import org.mangrove.core.learning.web.CatalogueResource.Shelf;
import org.mangrove.core.lineage.Text;
import org.mangrove.core.localization.Customs;
import org.mangrove.core.localization.Words;
import org.mangrove.core.tenancy.Address;
import org.mangrove.core.tenancy.MediaHost;
import org.mangrove.core.tenancy.SampleTenants;
import org.mangrove.sdk.Message;
import org.mangrove.sdk.Tenant;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Making the catalogue's HTML of what has been read, with all its words, and compressing it. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Benchmark)
public class CatalogueBenchmark {

    private static final int LIKE_ANSWERS = 5;

    @Param({"3", "30"})
    public int courses = 3;

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(
            null, ContentType.Html, CatalogueBenchmark.class.getClassLoader(), "org.mangrove.templates");
    private final Frame frame = frame(Locale.GERMAN);
    private Shelf shelf = new Shelf(List.of(), Map.of(), 0, "", "", Order.TITLE);
    private byte[] page = new byte[0];

    @Setup
    public void fill() {
        List<Card> cards = IntStream.range(0, courses)
                .mapToObj(number -> new Card(
                        "course-" + number,
                        new Text("Informationssicherheit, Teil " + number, Locale.GERMAN),
                        new Text("Wer fragt, wer drängt, und was Sie dann tun.", Locale.GERMAN),
                        "security",
                        20,
                        12,
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        Optional.empty(),
                        false,
                        Optional.empty()))
                .toList();
        shelf = new Shelf(cards, Map.of("security", (long) courses), courses, "", "", Order.TITLE);
        page = rendered().toByteArray();
    }

    @Benchmark
    public Utf8ByteOutput a_catalogue() {
        return rendered();
    }

    @Benchmark
    public byte[] compressing_it() throws IOException {
        var out = new ByteArrayOutputStream(8192);
        var deflater = new Deflater(LIKE_ANSWERS, true);
        try (var body = new DeflaterOutputStream(out, deflater, 8192)) {
            body.write(page);
        } finally {
            deflater.end();
        }
        return out.toByteArray();
    }

    /** As many bytes, written as one string that is there already. */
    @Benchmark
    public byte[] baseline_one_string() {
        return new String(page, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
    }

    private Utf8ByteOutput rendered() {
        var html = new Utf8ByteOutput();
        templates.render("learning/catalogue.jte", Map.of("page", frame, "model", shelf), html);
        return html;
    }

    private static Frame frame(Locale locale) {
        Tenant tenant = SampleTenants.speaking(SampleTenants.BERLIN, locale);
        var caller = new Caller(
                tenant,
                new UUID(0, 1),
                new UUID(0, 2),
                new PersonName("Lena", "Brandt"),
                Set.of(Role.LEARNER),
                Optional.empty());
        var visit = new Visit(
                new Address(Address.Kind.TENANT, "acme-de", "http://acme-de.localhost", "", "/catalogue"),
                Map.of(),
                new Brand("Acme", Brand.COLOUR),
                Look.SYSTEM,
                Optional.of(caller),
                Optional.empty(),
                List.of(
                        new NavigationItem(1, "home", Message.of("learning.navigation.home"), "/learning"),
                        new NavigationItem(2, "layout-grid", Message.of("learning.navigation.catalogue"), "/catalogue"),
                        new NavigationItem(
                                3, "certificate", Message.of("learning.navigation.transcript"), "/transcript")),
                List.of(new LanguageChoice(locale, "Deutsch", true)),
                Optional.empty(),
                Optional.of(new Freshness(Instant.parse("2026-11-22T08:00:00Z"), false, Optional.empty())),
                "token",
                "request");
        return new Frame(
                new Voice(new Words(), Optional.empty(), locale, Customs.of(tenant, locale)),
                visit,
                new Assets(),
                new MediaHost());
    }
}
