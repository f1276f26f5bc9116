package org.mangrove.core.approval.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mangrove.core.approval.Revision;
import org.mangrove.core.approval.Seats;
import org.mangrove.core.approval.Submission;
import org.mangrove.core.approval.web.Worklist.LaneMark;
import org.mangrove.core.approval.web.Worklist.Row;
import org.mangrove.core.approval.web.Worklist.Show;
import org.mangrove.core.governance.Lane;
import org.mangrove.core.identity.CoreCaller;
import org.mangrove.core.identity.CurrentRequest;
import org.mangrove.core.localization.Words;
import org.mangrove.core.pages.CsvLine;
import org.mangrove.sdk.Message;

/** The list of candidates for a spreadsheet: a line for each lane, with instants as ISO 8601. */
@Path("approvals/csv")
@RequestScoped
public class ApprovalsSheetResource {

    private static final int MOST = 2_000;

    @Inject
    CurrentRequest request;

    @Inject
    Worklist worklist;

    @Inject
    Seats seats;

    @Inject
    Words words;

    @GET
    @Produces("text/csv")
    public Response csv(
            @QueryParam("show") @DefaultValue("open") String show, @QueryParam("lane") @DefaultValue("") String lane) {
        CoreCaller caller = request.coreCaller();
        var people = new People(seats.names(caller.enterprise().id()));
        String head = CsvLine.of(Stream.of(
                        "approval.list.key",
                        "approval.list.course",
                        "approval.list.change",
                        "approval.list.state",
                        "approval.list.by",
                        "approval.list.lane",
                        "approval.list.opinion",
                        "approval.list.due")
                .map(key -> say(Message.of(key))));
        String rows = worklist.of(caller, Show.of(show), Lane.find(lane), 0, MOST).stream()
                .flatMap(row -> lines(row, people))
                .collect(Collectors.joining());
        return Response.ok(CsvLine.BEGINNING + head + rows, "text/csv; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"approvals.csv\"")
                .header("Cache-Control", "private, no-store")
                .build();
    }

    private Stream<String> lines(Row row, People people) {
        return row.lanes().isEmpty()
                ? Stream.of(CsvLine.of(Stream.concat(beginning(row, people), Stream.of("", "", ""))))
                : row.lanes().stream().map(mark -> CsvLine.of(Stream.concat(beginning(row, people), end(mark))));
    }

    private Stream<String> beginning(Row row, People people) {
        Submission submission = row.submission();
        Revision revision = submission.current();
        return Stream.of(
                submission.course(),
                row.listed().title().text(),
                say(Message.of("content.masters.change-" + revision.change().toLowerCase(Locale.ROOT))),
                say(Message.of("approval.state." + submission.state().word())),
                people.name(revision.by()));
    }

    private Stream<String> end(LaneMark mark) {
        return Stream.of(
                say(Message.of("approval.lane.name")
                        .with("lane", mark.review().lane().name())),
                say(Message.of("approval.opinion."
                        + mark.review()
                                .opinion()
                                .map(opinion -> opinion.kind().word())
                                .orElse("none"))),
                mark.review().due().map(Object::toString).orElse(""));
    }

    private String say(Message message) {
        return words.speak(request.locale(), message).text();
    }
}
