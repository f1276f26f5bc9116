package org.mangrove.core.adaptation.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mangrove.core.adaptation.CourseStanding;
import org.mangrove.core.adaptation.Leaving;
import org.mangrove.core.adaptation.Markets;
import org.mangrove.core.adaptation.SharedWords;
import org.mangrove.core.content.Masters;
import org.mangrove.core.identity.CoreCaller;
import org.mangrove.core.identity.CoreRole;
import org.mangrove.core.identity.CurrentRequest;
import org.mangrove.core.lineage.RuleBook;
import org.mangrove.core.lineage.Text;
import org.mangrove.core.localization.Words;
import org.mangrove.core.pages.CsvLine;
import org.mangrove.core.pages.Page;
import org.mangrove.sdk.Message;

/** Where headquarters sees how its masters stand in each market, and of the words that a market says itself only what it shares. */
@Path("markets")
@RequestScoped
public class MarketsResource {

    static final String PLACE = "/markets";

    @Inject
    CurrentRequest request;

    @Inject
    Markets markets;

    @Inject
    SharedWords shared;

    @Inject
    Masters masters;

    @Inject
    RuleBook rules;

    @Inject
    Words words;

    @Inject
    Clock clock;

    @GET
    @Produces(MediaType.TEXT_HTML)
    public Page markets(
            @QueryParam("concern") @DefaultValue("") String concern,
            @QueryParam("market") @DefaultValue("") String market,
            @QueryParam("page") @DefaultValue("1") int page) {
        return Page.of("adaptation/markets", matrix(concern, market, page));
    }

    /** All that is chosen, whatever page is shown. */
    @GET
    @Path("export")
    @Produces("text/csv")
    public Response export(
            @QueryParam("concern") @DefaultValue("") String concern,
            @QueryParam("market") @DefaultValue("") String market) {
        Matrix matrix = matrix(concern, market, 1);
        var text = new StringBuilder(CsvLine.BEGINNING)
                .append(CsvLine.of(Stream.of(
                                "course",
                                "market",
                                "own",
                                "waiting",
                                "drift",
                                "since",
                                "due",
                                "verified-until",
                                "retirement",
                                "retirement-due")
                        .map(column -> words.speak(request.locale(), Message.of("adaptation.markets.export." + column))
                                .text())));
        matrix.lines()
                .forEach(line -> matrix.shown()
                        .forEach(each -> each.find(line.course())
                                .filter(standing -> matrix.concern().isOf(standing, matrix.now()))
                                .ifPresent(standing -> text.append(csv(line, each, standing)))));
        return Response.ok(text.toString(), "text/csv; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"markets.csv\"")
                .build();
    }

    private static String csv(Matrix.Line line, Markets.Market market, CourseStanding standing) {
        return CsvLine.of(Stream.of(
                line.course(),
                market.slug(),
                String.valueOf(standing.own()),
                String.valueOf(standing.waiting()),
                String.valueOf(standing.drift()),
                standing.since().map(Instant::toString).orElse(""),
                standing.due().map(Instant::toString).orElse(""),
                standing.expires().map(Instant::toString).orElse(""),
                standing.leaving()
                        .map(there ->
                                there.state().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .orElse(""),
                standing.leaving().flatMap(Leaving::due).map(Instant::toString).orElse("")));
    }

    private Matrix matrix(String concern, String market, int page) {
        CoreCaller caller = request.coreCallerWith(CoreRole.GOVERNOR, CoreRole.AUTHOR);
        Map<String, Text> titles = masters.all(caller.enterprise().id(), chain()).stream()
                .collect(Collectors.toMap(summary -> summary.version().key(), Masters.Summary::title));
        return Matrix.of(
                        titles,
                        markets.all(caller.enterprise().id()),
                        rules.lockCounts(caller.enterprise().id()),
                        new Matrix.Choice(Concern.of(concern), market, page),
                        clock.instant())
                .withShared(shared.markets(caller.enterprise().id()));
    }

    private List<Locale> chain() {
        return Stream.of(request.locale(), Locale.of(request.locale().getLanguage()), Locale.ENGLISH)
                .distinct()
                .toList();
    }
}
