package org.mangrove.core.quality.web;

import com.ibm.icu.text.Collator;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mangrove.core.identity.CoreCaller;
import org.mangrove.core.identity.CoreRole;
import org.mangrove.core.identity.CurrentRequest;
import org.mangrove.core.localization.Words;
import org.mangrove.core.pages.CsvLine;
import org.mangrove.core.pages.Page;
import org.mangrove.core.quality.KeptReport;
import org.mangrove.core.quality.Reports;
import org.mangrove.core.quality.Reviews;
import org.mangrove.core.quality.Reviews.Waiting;
import org.mangrove.core.quality.Rubric;
import org.mangrove.core.quality.Rubrics;
import org.mangrove.sdk.Message;

/** What waits: for a review, and for somebody to mend or waive what was refused. */
@Path("reviews")
@Produces(MediaType.TEXT_HTML)
@RequestScoped
public class ReviewsResource {

    private static final String FIRST = "due";

    public record ReviewsPage(
            List<Waiting> waiting, List<KeptReport> refused, Rubric.Escalation escalation, String sortedBy) {}

    @Inject
    CurrentRequest request;

    @Inject
    Reviews reviews;

    @Inject
    Reports reports;

    @Inject
    Rubrics rubrics;

    @Inject
    Words words;

    @GET
    public Page all(@QueryParam("sort") @DefaultValue(FIRST) String sort) {
        CoreCaller caller = reader();
        return Page.of(
                "quality/reviews",
                new ReviewsPage(
                        sorted(caller, sort),
                        reports.refused(caller.enterprise().id()),
                        rubrics.of(caller.enterprise().id()).escalation(),
                        sort));
    }

    /** For a spreadsheet, with dates as ISO 8601. What looks like a formula is none. */
    @GET
    @Path("csv")
    @Produces("text/csv")
    public Response csv(@QueryParam("sort") @DefaultValue(FIRST) String sort) {
        CoreCaller caller = reader();
        String head = CsvLine.of(Stream.of(
                        "quality.reviews.key",
                        "quality.reviews.course",
                        "quality.reviews.owner",
                        "quality.reviews.steward",
                        "quality.reviews.due",
                        "quality.reviews.days-left",
                        "quality.reviews.asked")
                .map(key -> say(Message.of(key))));
        String rows = sorted(caller, sort).stream()
                .map(waiting -> CsvLine.of(Stream.of(
                        waiting.facts().key(),
                        waiting.title().text(),
                        waiting.facts().owner(),
                        waiting.facts().steward(),
                        waiting.facts().reviewDue().toString(),
                        Long.toString(waiting.daysLeft()),
                        say(Message.of("quality.reviews.asked-"
                                + waiting.asked().name().toLowerCase(Locale.ROOT))))))
                .collect(Collectors.joining());
        return Response.ok("\ufeff" + head + rows, "text/csv; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"reviews.csv\"")
                .header("Cache-Control", "private, no-store")
                .build();
    }

    private List<Waiting> sorted(CoreCaller caller, String sort) {
        boolean backwards = sort.startsWith("-");
        Comparator<String> byName = Collator.getInstance(request.locale())::compare;
        Comparator<Waiting> order = switch (backwards ? sort.substring(1) : sort) {
            case "course" -> Comparator.comparing(waiting -> waiting.title().text(), byName);
            case "owner" -> Comparator.comparing(waiting -> waiting.facts().owner(), byName);
            case "steward" -> Comparator.comparing(waiting -> waiting.facts().steward(), byName);
            default -> Comparator.comparingLong(Waiting::daysLeft);
        };
        return reviews
                .of(
                        caller.enterprise().id(),
                        Stream.of(request.locale(), Locale.of(request.locale().getLanguage()), Locale.ENGLISH)
                                .distinct()
                                .toList())
                .stream()
                .sorted(backwards ? Collections.reverseOrder(order) : order)
                .toList();
    }

    private CoreCaller reader() {
        return request.coreCallerWith(CoreRole.AUTHOR, CoreRole.GOVERNOR);
    }

    private String say(Message message) {
        return words.speak(request.locale(), message).text();
    }
}
