package org.mangrove.core.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.identity.PersonName;
import org.mangrove.core.localization.Words;
import org.mangrove.core.tenancy.SampleTenants;
import org.mangrove.core.tenancy.TenantProfile;

class CertificatePaperTest {

    private static final int WHITE = 0xffffff;

    static Stream<Arguments> people() {
        return Stream.of(
                Arguments.of("de", new PersonName("Jürgen", "Großmann"), "Brandschutz", "Großmann"),
                Arguments.of("ar", new PersonName("نورة", "الحربي"), "أساسيات أمن المعلومات", "الحربي"),
                Arguments.of("ja", new PersonName("遥", "佐藤"), "情報セキュリティの基本", "佐藤"));
    }

    @ParameterizedTest
    @MethodSource("people")
    void draws_a_page_in_the_script_of_the_person_that_can_be_read_aloud(
            String language, PersonName name, String title, String spoken) throws IOException {
        Locale locale = Locale.forLanguageTag(language);
        var paper = new CertificatePaper();
        paper.words = new Words();

        TenantProfile tenant = SampleTenants.of(SampleTenants.speaking(SampleTenants.BERLIN, locale));

        byte[] pdf = paper.draw(tenant, locale, name, completion(title, locale), "https://example.org/verify/X");

        try (var document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo(language);
            var texts = new ArrayList<String>();
            var resources = document.getPage(0).getResources();
            for (COSName property : resources.getPropertiesNames()) {
                PDPropertyList list = resources.getProperties(property);
                texts.add(list.getCOSObject().getString(COSName.ACTUAL_TEXT));
            }
            assertThat(texts).contains(title).anyMatch(text -> text.contains(spoken));
            assertThat(inkBetween(document, 360, 400)).as("the name is drawn").isGreaterThan(200);
        }
    }

    @ParameterizedTest
    @MethodSource("people")
    void has_a_form_for_every_sign_of_the_words(String language, PersonName name, String title, String spoken) {
        assertThat(ScriptedText.canWrite(name.given() + name.family() + title)).isTrue();
    }

    /** How many dark dots there are between two heights, counted from the foot in points. */
    private static long inkBetween(PDDocument document, int low, int high) throws IOException {
        var image = new PDFRenderer(document).renderImageWithDPI(0, 72);
        long ink = 0;
        for (int y = image.getHeight() - high; y < image.getHeight() - low; y++) {
            for (int x = 100; x < image.getWidth() - 100; x++) {
                if ((image.getRGB(x, y) & WHITE) != WHITE) {
                    ink++;
                }
            }
        }
        return ink;
    }

    private static Completion completion(String title, Locale language) {
        return new Completion(
                new UUID(1, 1),
                new UUID(1, 2),
                "course",
                1,
                Digest.of(new byte[0]),
                title,
                language,
                1,
                92,
                Instant.parse("2026-11-22T08:00:00Z"),
                LocalDate.of(2026, 11, 22),
                Optional.of(LocalDate.of(2027, 11, 21)),
                "7F3K-9QWX-2M4N");
    }
}
