package org.mangrove.core.learning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.mangrove.core.identity.PersonName;
import org.mangrove.core.localization.Customs;
import org.mangrove.core.localization.Customs.Length;
import org.mangrove.core.localization.Words;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.sdk.Message;

/** Draws a certificate as a PDF of one page, in the language and script of the person. */
@ApplicationScoped
public class CertificatePaper {

    private static final PDRectangle A4_LANDSCAPE =
            new PDRectangle(PDRectangle.A4.getHeight(), PDRectangle.A4.getWidth());
    private static final float MARGIN = 36;
    private static final float TEXT_WIDTH = 640;
    private static final Color INK = new Color(0x10, 0x17, 0x18);
    private static final Color QUIET = new Color(0x52, 0x60, 0x62);

    @Inject
    Words words;

    /** @param verification the address under which anybody can check the certificate */
    public byte[] draw(
            TenantProfile tenant, Locale language, PersonName name, Completion completion, String verification) {
        Customs customs = Customs.of(tenant.tenant(), language);
        Color brand = brand(tenant);
        try (var document = new PDDocument()) {
            var page = new PDPage(A4_LANDSCAPE);
            document.addPage(page);
            describe(document, say(tenant, language, Message.of("learning.certificate.title")), language);
            try (var content = new PDPageContentStream(document, page)) {
                frame(content, brand);
                var paper = new ScriptedText(content, language, A4_LANDSCAPE.getWidth());
                String issuer =
                        tenant.names().getOrDefault(language, tenant.tenant().slug());
                paper.line(issuer, 15, brand, 492, TEXT_WIDTH);
                paper.line(say(tenant, language, Message.of("learning.certificate.title")), 34, INK, 436, TEXT_WIDTH);
                paper.line(customs.name(name.given(), name.family()), 30, brand, 364, TEXT_WIDTH);
                paper.line(
                        say(tenant, language, Message.of("learning.certificate.has-passed")),
                        15,
                        QUIET,
                        322,
                        TEXT_WIDTH);
                paper.line(completion.title(), 24, INK, 278, TEXT_WIDTH);
                paper.line(
                        say(
                                tenant,
                                language,
                                Message.of("learning.certificate.on-with-score")
                                        .with("date", customs.date(completion.completedOn(), Length.LONG))
                                        .with("score", customs.percent(completion.score() / 100.0))),
                        15,
                        QUIET,
                        236,
                        TEXT_WIDTH);
                paper.line(validity(tenant, language, customs, completion), 15, QUIET, 210, TEXT_WIDTH);
                paper.line(
                        say(
                                tenant,
                                language,
                                Message.of("learning.certificate.code").with("code", completion.code())),
                        12,
                        INK,
                        124,
                        TEXT_WIDTH);
                paper.line(verification, 10, QUIET, 102, TEXT_WIDTH);
            }
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException("A certificate could not be drawn", impossible);
        }
    }

    private String validity(TenantProfile tenant, Locale language, Customs customs, Completion completion) {
        return say(
                tenant,
                language,
                completion
                        .validUntil()
                        .map(day -> Message.of("learning.certificate.valid-until")
                                .with("date", customs.date(day, Length.LONG)))
                        .orElse(Message.of("learning.certificate.valid-for-ever")));
    }

    private String say(TenantProfile tenant, Locale language, Message message) {
        return words.say(tenant, language, message);
    }

    private static void describe(PDDocument document, String title, Locale language) {
        document.getDocumentInformation().setTitle(title);
        document.getDocumentCatalog().setLanguage(language.toLanguageTag());
        var preferences = new PDViewerPreferences(new COSDictionary());
        preferences.setDisplayDocTitle(true);
        document.getDocumentCatalog().setViewerPreferences(preferences);
    }

    private static void frame(PDPageContentStream content, Color brand) throws IOException {
        float width = A4_LANDSCAPE.getWidth();
        float height = A4_LANDSCAPE.getHeight();
        content.setNonStrokingColor(brand);
        content.addRect(0, height - 18, width, 18);
        content.fill();
        content.setStrokingColor(brand);
        content.setLineWidth(1.2f);
        content.addRect(MARGIN, MARGIN, width - 2 * MARGIN, height - 2 * MARGIN - 12);
        content.stroke();
        content.setLineWidth(0.6f);
        content.moveTo(width / 2 - 120, 164);
        content.lineTo(width / 2 + 120, 164);
        content.stroke();
    }

    private static Color brand(TenantProfile tenant) {
        Color colour = Color.decode(tenant.theme().brand());
        double luminance = 0.2126 * colour.getRed() + 0.7152 * colour.getGreen() + 0.0722 * colour.getBlue();
        return luminance > 140 ? colour.darker().darker() : colour;
    }
}
