package org.mangrove.core.publication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mangrove.core.database.Configuration;
import org.mangrove.core.tenancy.Cells;
import org.mangrove.core.tenancy.Enterprise;
import org.mangrove.core.tenancy.Tenants;

/** What operators see of the feed at this node: what the core has published and heard of cells, how its cells stand. */
@ApplicationScoped
public class FeedReport {

    @Inject
    Configuration configuration;

    @Inject
    Feed feed;

    @Inject
    CellReports reports;

    @Inject
    FeedStates states;

    @Inject
    FeedApplication application;

    @Inject
    Cells cells;

    @Inject
    Tenants tenants;

    /**
     * @param ends of each enterprise's chain; empty at a node without the core
     * @param heard what cells said when they last pulled; empty at a node without the core
     * @param feeds of the cells of this node
     */
    public record Report(Map<String, Feed.ChainEnd> ends, List<CellReports.Report> heard, List<Standing> feeds) {}

    /** How far a cell has come with an enterprise, and what stops it. */
    public record Standing(
            String cell,
            String enterprise,
            String epoch,
            long number,
            Optional<Instant> upToDateAt,
            boolean isRefused,
            Optional<String> trouble) {}

    public Report report() {
        boolean core = configuration.servesCore();
        return new Report(core ? feed.ends() : Map.of(), core ? reports.all() : List.of(), standings());
    }

    private List<Standing> standings() {
        return cells.all().stream()
                .flatMap(cell -> application.recall(cell).keySet().stream()
                        .flatMap(id -> tenants.findEnterprise(id).stream())
                        .sorted(Comparator.comparing(Enterprise::slug))
                        .map(enterprise -> standing(cell, enterprise)))
                .toList();
    }

    private Standing standing(String cell, Enterprise enterprise) {
        var position = application.position(cell, enterprise);
        var state = states.of(cell, enterprise.id());
        return new Standing(
                cell,
                enterprise.slug(),
                position.epoch(),
                position.number(),
                state.upToDateAt(),
                state.trouble().map(FeedStates.Trouble::isRefused).orElse(false),
                state.trouble().map(FeedStates.Trouble::what));
    }
}
