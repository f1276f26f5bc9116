package org.mangrove.core.expertise.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mangrove.core.expertise.DomainQueue;
import org.mangrove.core.expertise.Forecast;
import org.mangrove.core.expertise.Queues;
import org.mangrove.core.identity.CoreCaller;
import org.mangrove.core.identity.CoreRole;
import org.mangrove.core.identity.CurrentRequest;
import org.mangrove.core.localization.Words;
import org.mangrove.core.mail.CoreMail;
import org.mangrove.core.pages.CsvLine;
import org.mangrove.core.pages.Page;
import org.mangrove.sdk.Message;

/** Where the minutes of experts run short, by domain. */
@Path("experts/queue")
@Produces(MediaType.TEXT_HTML)
@RequestScoped
public class QueueResource {

    /** @param queues the bottleneck first */
    public record QueuePage(List<DomainQueue> queues, CoreMail.Outbox mail) {

        /** The first, if anything waits there. */
        public boolean isBottleneck(DomainQueue queue) {
            return queue.waiting() > 0 && queue.equals(queues.getFirst());
        }

        public int minutesWaiting() {
            return queues.stream().mapToInt(DomainQueue::minutesWaiting).sum();
        }

        public int waiting() {
            return queues.stream().mapToInt(DomainQueue::waiting).sum();
        }

        public int late() {
            return queues.stream().mapToInt(DomainQueue::late).sum();
        }
    }

    @Inject
    CurrentRequest request;

    @Inject
    Queues queues;

    @Inject
    CoreMail mail;

    @Inject
    Words words;

    @GET
    public Page show() {
        CoreCaller caller = reader();
        return Page.of(
                "expertise/queue",
                new QueuePage(
                        queues.of(caller.enterprise().id()),
                        mail.outbox(caller.enterprise().id())));
    }

    /** For a spreadsheet, with days as ISO 8601. */
    @GET
    @Path("csv")
    @Produces("text/csv")
    public Response csv() {
        CoreCaller caller = reader();
        String head = CsvLine.of(Stream.of(
                        "expertise.queue.domain",
                        "expertise.queue.experts",
                        "expertise.queue.waiting",
                        "expertise.queue.late",
                        "expertise.queue.minutes-waiting",
                        "expertise.queue.minutes-left",
                        "expertise.queue.answered-lately",
                        "expertise.queue.forecast")
                .map(key -> say(Message.of(key))));
        String rows = queues.of(caller.enterprise().id()).stream()
                .map(queue -> CsvLine.of(Stream.of(
                        queue.domain().text(),
                        Integer.toString(queue.experts()),
                        Integer.toString(queue.waiting()),
                        Integer.toString(queue.late()),
                        Integer.toString(queue.minutesWaiting()),
                        Integer.toString(queue.minutesLeft()),
                        Integer.toString(queue.answeredLately()),
                        day(queue.forecast()))))
                .collect(Collectors.joining());
        return Response.ok(CsvLine.BEGINNING + head + rows, "text/csv; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"experts.csv\"")
                .header("Cache-Control", "private, no-store")
                .build();
    }

    private String day(Forecast forecast) {
        return switch (forecast) {
            case Forecast.Done done -> "";
            case Forecast.By(var day) -> day.toString();
            case Forecast.NotAtThisRate never -> say(Message.of("expertise.queue.not-at-this-rate"));
        };
    }

    private CoreCaller reader() {
        return request.coreCallerWith(CoreRole.AUTHOR, CoreRole.GOVERNOR);
    }

    private String say(Message message) {
        return words.speak(request.locale(), message).text();
    }
}
