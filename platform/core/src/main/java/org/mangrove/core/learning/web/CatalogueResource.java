package org.mangrove.core.learning.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.mangrove.core.identity.CurrentRequest;
import org.mangrove.core.learning.Card;
import org.mangrove.core.learning.Catalogue;
import org.mangrove.core.learning.Catalogue.Order;
import org.mangrove.core.pages.Page;

/** Finding a course. */
@Path("catalogue")
@Produces(MediaType.TEXT_HTML)
@RequestScoped
public class CatalogueResource {

    private static final int LONGEST_SEARCH = 200;
    private static final int MOST_SHOWN = 200;

    /**
     * @param categories how many courses there are of each
     * @param total how many there are in all
     */
    public record Shelf(
            List<Card> cards, Map<String, Long> categories, int total, String words, String category, Order order) {}

    @Inject
    CurrentRequest request;

    @Inject
    Catalogue catalogue;

    @GET
    public Page catalogue(
            @QueryParam("q") @DefaultValue("") String words,
            @QueryParam("category") @DefaultValue("") String category,
            @QueryParam("order") @DefaultValue("") String order) {
        String wanted = words.length() > LONGEST_SEARCH ? words.substring(0, LONGEST_SEARCH) : words;
        List<Card> all = catalogue.of(request.tenant(), request.caller().person(), request.locale());
        List<Card> shown = Catalogue.select(all, wanted, category, Order.of(order));
        return Page.of(
                "learning/catalogue",
                new Shelf(
                        shown.stream().limit(MOST_SHOWN).toList(),
                        all.stream()
                                .collect(Collectors.groupingBy(Card::category, TreeMap::new, Collectors.counting())),
                        all.size(),
                        wanted,
                        category,
                        Order.of(order)));
    }
}
