package org.mangrove.core.learning.web;

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
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mangrove.core.identity.CurrentRequest;
import org.mangrove.core.learning.Completion;
import org.mangrove.core.learning.Completions;
import org.mangrove.core.localization.Customs;
import org.mangrove.core.localization.Words;
import org.mangrove.core.pages.Page;
import org.mangrove.sdk.Message;

/** What a person has passed. */
@Path("transcript")
@Produces(MediaType.TEXT_HTML)
@RequestScoped
public class TranscriptResource {

    private static final int PAGE_SIZE = 25;

    /**
     * @param sort {@code date}, {@code title} or {@code score}; with a hyphen before it, backwards
     * @param page counts from 1
     */
    public record Transcript(
            List<Completion> completions, LocalDate today, String sort, int page, int pages, int total) {

        /** What a click on a column's head asks for: the column, or if it is sorted by already, the other way round. */
        public String sortBy(String column) {
            return sort.equals(column) ? "-" + column : column;
        }

        /** As {@code aria-sort} says it. */
        public String direction(String column) {
            if (sort.equals(column)) {
                return "ascending";
            }
            return sort.equals("-" + column) ? "descending" : "none";
        }
    }

    @Inject
    CurrentRequest request;

    @Inject
    Completions completions;

    @Inject
    Words words;

    @Inject
    Clock clock;

    @GET
    public Page transcript(
            @QueryParam("sort") @DefaultValue("-date") String sort, @QueryParam("page") @DefaultValue("1") int page) {
        List<Completion> sorted = sorted(sort);
        int pages = Math.max(1, (sorted.size() + PAGE_SIZE - 1) / PAGE_SIZE);
        int shown = Math.clamp(page, 1, pages);
        return Page.of(
                "learning/transcript",
                new Transcript(
                        sorted.stream()
                                .skip((long) (shown - 1) * PAGE_SIZE)
                                .limit(PAGE_SIZE)
                                .toList(),
                        today(),
                        sort,
                        shown,
                        pages,
                        sorted.size()));
    }

    /** All of it, for a spreadsheet: UTF-8 with the mark that spreadsheets look for, dates as ISO 8601. */
    @GET
    @Path("csv")
    @Produces("text/csv")
    public Response csv(@QueryParam("sort") @DefaultValue("-date") String sort) {
        Stream<String> head = Stream.of(
                        "learning.transcript.course",
                        "learning.transcript.completed",
                        "learning.transcript.valid-until",
                        "learning.transcript.score",
                        "learning.transcript.attempt",
                        "learning.transcript.code")
                .map(key -> words.say(request.tenant(), request.locale(), Message.of(key)));
        String rows = Stream.concat(
                        Stream.of(line(head)),
                        sorted(sort).stream()
                                .map(completion -> line(Stream.of(
                                        completion.title(),
                                        completion.completedOn().toString(),
                                        completion
                                                .validUntil()
                                                .map(LocalDate::toString)
                                                .orElse(""),
                                        Integer.toString(completion.score()),
                                        Integer.toString(completion.attempt()),
                                        completion.code()))))
                .collect(Collectors.joining());
        return Response.ok("\ufeff" + rows, "text/csv; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"transcript.csv\"")
                .header("Cache-Control", "private, no-store")
                .build();
    }

    private List<Completion> sorted(String sort) {
        Comparator<String> collation =
                Customs.of(request.tenant().tenant(), request.locale()).collation();
        boolean backwards = sort.startsWith("-");
        Comparator<Completion> order = switch (backwards ? sort.substring(1) : sort) {
            case "title" -> Comparator.comparing(Completion::title, collation);
            case "score" -> Comparator.comparing(Completion::score);
            default -> Comparator.comparing(Completion::completedAt);
        };
        return completions.of(request.tenant().tenant().id(), request.caller().person()).stream()
                .sorted(backwards ? Collections.reverseOrder(order) : order)
                .toList();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), request.tenant().tenant().timeZone());
    }

    private static String line(Stream<String> cells) {
        return cells.map(TranscriptResource::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    /** Quoted; what a spreadsheet would take for a formula gets an apostrophe before it. */
    private static String cell(String text) {
        String harmless = text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
        return "\"" + harmless.replace("\"", "\"\"") + "\"";
    }
}
