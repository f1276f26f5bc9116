package org.mangrove.core.governance.web;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.mangrove.core.governance.Asked;

/** What the address of a list of decisions asks for. */
public class DecisionsQuery {

    @QueryParam("before")
    @DefaultValue("")
    String before = "";

    @QueryParam("kind")
    @DefaultValue("")
    String kind = "";

    @QueryParam("asset")
    @DefaultValue("")
    String asset = "";

    /** What makes no sense is not asked. */
    Asked asked() {
        return new Asked(
                Optional.of(before).filter(text -> text.matches("\\d{1,18}")).map(Long::valueOf),
                Optional.of(kind).filter(text -> !text.isEmpty()),
                Optional.of(asset).filter(text -> !text.isEmpty()));
    }
}
