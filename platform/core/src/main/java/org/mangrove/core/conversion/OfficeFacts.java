package org.mangrove.core.conversion;

import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties;

/** What Word and PowerPoint files say about themselves. Who wrote them, and when, is nobody's business here. */
final class OfficeFacts {

    private OfficeFacts() {}

    static void of(POIXMLProperties properties, Manuscript into) {
        POIXMLProperties.CoreProperties core = properties.getCoreProperties();
        into.title(Optional.ofNullable(core.getTitle()).orElse(""));
        into.summary(Optional.ofNullable(core.getDescription())
                .filter(said -> !said.isBlank())
                .or(() -> Optional.ofNullable(core.getSubject()))
                .orElse(""));
        core.getUnderlyingProperties().getLanguageProperty().ifPresent(into::language);
    }
}
