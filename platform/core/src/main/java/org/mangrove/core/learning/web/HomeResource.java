package org.mangrove.core.learning.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;
import org.mangrove.core.identity.Caller;
import org.mangrove.core.identity.CurrentRequest;
import org.mangrove.core.learning.Card;
import org.mangrove.core.learning.Catalogue;
import org.mangrove.core.pages.Page;

/** What a person does next: go on, what is due, what there is. */
@Path("learning")
@Produces(MediaType.TEXT_HTML)
@RequestScoped
public class HomeResource {

    private static final int MOST_SUGGESTIONS = 6;

    /**
     * @param underWay begun and not passed, the one touched last first
     * @param required what has to be taken, the most urgent first
     * @param others what there is besides
     * @param passed how many courses the person has passed
     * @param ended what the person was in the middle of when it was given up
     */
    public record Home(
            List<Card> underWay, List<Card> required, List<Card> others, long passed, List<Catalogue.Ended> ended) {}

    @Inject
    CurrentRequest request;

    @Inject
    Catalogue catalogue;

    @GET
    public Page home() {
        Caller caller = request.caller();
        List<Card> cards = catalogue.of(request.tenant(), caller.person(), request.locale());
        return Page.of(
                "learning/home",
                new Home(
                        cards.stream()
                                .filter(card -> card.underWay().isPresent())
                                .sorted(Comparator.comparing(
                                        (Card card) ->
                                                card.underWay().orElseThrow().touchedAt(),
                                        Comparator.reverseOrder()))
                                .toList(),
                        cards.stream()
                                .filter(card -> card.duty().isPresent())
                                .sorted(Comparator.comparing(
                                        card -> card.duty().orElseThrow().due()))
                                .toList(),
                        cards.stream()
                                .filter(card -> card.underWay().isEmpty()
                                        && card.passed().isEmpty()
                                        && card.duty().isEmpty())
                                .limit(MOST_SUGGESTIONS)
                                .toList(),
                        cards.stream().filter(card -> card.passed().isPresent()).count(),
                        catalogue.ended(request.tenant(), caller.person(), request.locale())));
    }
}
