package org.mangrove.journeys;

import java.util.List;
import java.util.Map;
import org.mangrove.journeys.Party.Kind;
import org.mangrove.launcher.Stack;

/**
 * One owner with all that can belong to somebody, and those who live next door: in another tenant of the same enterprise, in
 * another enterprise of the same cell, in another cell, in another enterprise's core, and other systems of theirs.
 */
final class Neighbourhood implements AutoCloseable {

    static final String OWNER = Learner.THOMAS.tenant();
    static final String ENTERPRISE = "acme";

    private static final List<String> CELLS = List.of("eu", "sa", "jp");

    private final Parties parties;
    private final FeedOperator feed;
    private final Rows core;

    final Visitor stranger;
    final Map<Kind, List<Party>> owners;
    final List<Party> intruders;
    final OwnersLife life;
    final Belongings belongings;

    Neighbourhood(Stack stack, WholeStack.Site site) {
        this.parties = new Parties(stack, site);
        this.feed = new FeedOperator(stack);
        this.core = Rows.ofCore(stack);
        this.stranger = parties.stranger();
        Party thomas = parties.member(OWNER, ENTERPRISE, Learner.THOMAS.user());
        Party jonas = parties.editor(OWNER, ENTERPRISE, "jonas.weber");
        Party ingrid = parties.governor(ENTERPRISE, "ingrid.falk");
        Party oliver = parties.author(ENTERPRISE, "oliver.stein");
        this.owners = Map.of(
                Kind.ANYBODY, List.of(parties.anybody()),
                Kind.MEMBER, List.of(thomas, parties.bearer(OWNER, ENTERPRISE, "acme-eu", Learner.THOMAS.user())),
                Kind.AUTHOR, List.of(oliver),
                Kind.EDITOR, List.of(jonas),
                Kind.GOVERNOR, List.of(ingrid),
                Kind.OPERATOR, List.of(parties.operator()),
                Kind.MACHINE, List.of(parties.machine(OWNER, ENTERPRISE)),
                Kind.CELL, List.of(parties.cell("jp")));
        this.intruders = List.of(
                parties.member("acme-at", ENTERPRISE, "julia.hofer"),
                parties.member("borealis-de", "borealis", "uwe.franke"),
                parties.member("acme-sa", ENTERPRISE, "sultan.almutairi"),
                parties.editor("acme-at", ENTERPRISE, "markus.bauer"),
                parties.editor("borealis-de", "borealis", "birgit.lange"),
                parties.author("borealis", "nils.petersen"),
                parties.governor("borealis", "helga.brenner"),
                parties.bearer("acme-at", ENTERPRISE, "acme-eu", "julia.hofer"),
                parties.bearer("borealis-de", "borealis", "borealis-eu", "uwe.franke"),
                parties.bearer("acme-sa", ENTERPRISE, "acme-sa", "sultan.almutairi"),
                parties.machine("acme-at", ENTERPRISE),
                parties.machine("borealis-de", "borealis"),
                parties.cell("sa"),
                parties.operator());
        // whoever writes for a market agrees to nothing of their own: these may do both, so that no route is closed to
        // them by its role alone
        List.of("jonas.weber@acme-de", "markus.bauer@acme-at", "birgit.lange@borealis-de")
                .forEach(who ->
                        LocalTexts.giveRoles(Rows.ofCell(stack, "eu"), who + ".example", "AUTHOR,LEARNER,REVIEWER"));
        this.life = new OwnersLife(
                stack, site, parties, thomas.visitor(), ingrid.visitor(), oliver.visitor(), jonas.visitor());
        this.belongings = life.belongings();
    }

    /**
     * What the owner has published comes to the cells some time later: their copies would change in between. What was decided about a
     * change of law is gathered and published by a loop; it finds nothing new while rows are compared.
     */
    void awaitPublished() {
        core.change("update regulation_change set read_through = " + Long.MAX_VALUE);
        CELLS.forEach(cell -> feed.awaitEverything(cell, ENTERPRISE));
    }

    @Override
    public void close() {
        parties.close();
    }
}
