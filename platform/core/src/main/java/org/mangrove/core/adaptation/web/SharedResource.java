package org.mangrove.core.adaptation.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.mangrove.core.adaptation.SharedWords;
import org.mangrove.core.identity.CoreCaller;
import org.mangrove.core.identity.CoreRole;
import org.mangrove.core.identity.CurrentRequest;
import org.mangrove.core.lineage.Text;
import org.mangrove.core.pages.Page;

/** Where headquarters reads what markets share, beside the master. */
@Path("markets/shared/{course}")
@Produces(MediaType.TEXT_HTML)
@RequestScoped
public class SharedResource {

    @Inject
    CurrentRequest request;

    @Inject
    SharedWords shared;

    @GET
    public Page shared(@PathParam("course") String course) {
        CoreCaller caller = request.coreCallerWith(CoreRole.GOVERNOR, CoreRole.AUTHOR);
        SharedWords.OfMaster found = shared.of(caller.enterprise().id(), course);
        List<Locale> chain = Stream.of(
                        request.locale(), Locale.of(request.locale().getLanguage()), Locale.ENGLISH)
                .distinct()
                .toList();
        Text title = found.master()
                .find("course")
                .flatMap(block -> block.find("title"))
                .map(field -> field.in(chain))
                .orElseGet(() -> new Text(course, Locale.ROOT));
        return Page.of("adaptation/shared", SharedPage.of(found.master(), title, found.shared()));
    }
}
