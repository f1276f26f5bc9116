package org.mangrove.core.audit.web;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.mangrove.core.audit.FindingKind;

/** What the address says of the findings that are wanted. What it says wrongly is as if it said nothing. */
public class AuditQuery {

    @QueryParam("kind")
    @DefaultValue("")
    private String kind = "";

    @QueryParam("shown")
    @DefaultValue("")
    private String shown = "";

    @QueryParam("responsible")
    @DefaultValue("")
    private String responsible = "";

    @QueryParam("sort")
    @DefaultValue(AuditPage.FIRST)
    private String sort = AuditPage.FIRST;

    @QueryParam("page")
    @DefaultValue("1")
    private int page = 1;

    AuditPage.Choice choice() {
        return new AuditPage.Choice(FindingKind.find(kind), Shown.of(shown), responsible, sort, page);
    }
}
