package org.mangrove.core.policy.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mangrove.core.lineage.RuleBook;
import org.mangrove.core.pages.TypedForm;
import org.mangrove.core.policy.Figure;
import org.mangrove.core.policy.Policies;
import org.mangrove.core.policy.PolicyDesk;

/**
 * A policy to govern.
 *
 * @param chosen the figure that somebody wants to say otherwise for a region, or to lock
 * @param typed what did not go, if anything
 */
public record PolicyPage(
        Policies.Work work,
        Optional<Figure> chosen,
        boolean mayPublish,
        boolean mayLock,
        LocalDate today,
        TypedForm typed) {

    public String home() {
        return PoliciesResource.PLACE + "/" + work.definition().slug();
    }

    /** What the version in effect says. */
    public String value(Figure figure) {
        return work.version().figures().getOrDefault(figure.subject(), figure.platform());
    }

    /** What stands in the form of the next version before anything is written. */
    public String before(Figure figure) {
        return work.newest().figures().getOrDefault(figure.subject(), figure.platform());
    }

    /** What the regions say of a figure themselves. */
    public List<PolicyDesk> saying(Figure figure) {
        return work.regions().stream()
                .filter(desk -> row(desk, figure).ours().isPresent())
                .toList();
    }

    public PolicyDesk.Row row(PolicyDesk desk, Figure figure) {
        return desk.find(figure.subject()).orElseThrow();
    }

    /** The locks that are about a figure: on itself, its rule, the policy or all policies. */
    public List<RuleBook.SetLock> locks(Figure figure) {
        String asset = work.definition().asset();
        return work.rules().locks().stream()
                .filter(lock -> switch (lock.rule().scope()) {
                    case TYPE, ASSET -> true;
                    case BLOCK -> lock.rule().target().equals(asset + "/" + figure.block());
                    case FIELD -> lock.rule().target().equals(asset + "/" + figure.subject());
                })
                .toList();
    }

    /** How many markets say a figure themselves. */
    public long markets(Figure figure) {
        return work.markets().stream()
                .filter(market ->
                        market.said().stream().anyMatch(said -> said.subject().equals(figure.subject())))
                .count();
    }

    public Figure figure(String subject) {
        return work.definition().find(subject).orElseThrow();
    }

    /** The figures that a version changed, in the order in which people read them. */
    public List<Figure> changed(Policies.Published published) {
        return ofThose(published.changed());
    }

    /** What the operator's file says otherwise, in the same order. */
    public List<Figure> declared() {
        return ofThose(work.declared());
    }

    private List<Figure> ofThose(Map<String, String> figures) {
        return work.definition().figures().stream()
                .filter(figure -> figures.containsKey(figure.subject()))
                .toList();
    }

    /** What a lock is about: a figure, or the whole policy. */
    public Optional<Figure> target(RuleBook.SetLock lock) {
        String prefix = work.definition().asset() + "/";
        return Optional.of(lock.rule().target())
                .filter(target -> target.startsWith(prefix))
                .flatMap(target -> work.definition().find(target.substring(prefix.length())));
    }
}
