package org.mangrove.core.publication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.mangrove.core.tenancy.Enterprise;
import org.mangrove.core.tenancy.EnterpriseId;

/**
 * What the cells of this node have to tell the core. It waits in memory until the core can be reached, the newest about each
 * subject; whoever tells is to say everything again now and then, since a node may end before it has told it.
 */
@ApplicationScoped
public class Tidings {

    private static final Logger LOG = System.getLogger(Tidings.class.getName());
    private static final int LONGEST_AT_ONCE = 1 << 20;

    @Inject
    FeedClient client;

    private final Map<Subject, Tiding> waiting = new ConcurrentHashMap<>();
    private final Set<String> silent = ConcurrentHashMap.newKeySet();

    private record Subject(String cell, EnterpriseId enterprise, String type, String subject) {}

    public void tell(String cell, EnterpriseId enterprise, Tiding tiding) {
        waiting.put(new Subject(cell, enterprise, tiding.type(), tiding.subject()), tiding);
    }

    /** Sends what waits. What could not be sent waits on. */
    void send(String cell, Enterprise enterprise) throws InterruptedException {
        while (true) {
            List<Map.Entry<Subject, Tiding>> some = some(cell, enterprise.id());
            if (some.isEmpty()) {
                return;
            }
            try {
                if (!client.tell(
                        cell, enterprise, some.stream().map(Map.Entry::getValue).toList())) {
                    oneByOne(cell, enterprise, some);
                }
            } catch (IOException unheard) {
                if (silent.add(cell)) {
                    LOG.log(
                            Level.WARNING,
                            "Cell {0} could not tell the core how its markets stand; it goes on trying: {1}",
                            cell,
                            unheard.getMessage());
                }
                return;
            }
            silent.remove(cell);
            some.forEach(entry -> waiting.remove(entry.getKey(), entry.getValue()));
        }
    }

    /** What the core refuses it would refuse for ever, and must not keep it from hearing the rest. */
    private void oneByOne(String cell, Enterprise enterprise, List<Map.Entry<Subject, Tiding>> some)
            throws IOException, InterruptedException {
        for (Map.Entry<Subject, Tiding> one : some) {
            if (!client.tell(cell, enterprise, List.of(one.getValue()))) {
                LOG.log(
                        Level.WARNING,
                        "The core does not take what cell {0} tells of {1}",
                        cell,
                        one.getValue().subject());
            }
        }
    }

    /** As many as go into one request, and at least one if there is any. */
    private List<Map.Entry<Subject, Tiding>> some(String cell, EnterpriseId enterprise) {
        var some = new ArrayList<Map.Entry<Subject, Tiding>>();
        int length = 0;
        for (Map.Entry<Subject, Tiding> entry : waiting.entrySet()) {
            Subject about = entry.getKey();
            if (!about.cell().equals(cell) || !about.enterprise().equals(enterprise)) {
                continue;
            }
            length += entry.getValue().payload().length();
            if (!some.isEmpty() && length > LONGEST_AT_ONCE) {
                break;
            }
            some.add(Map.entry(about, entry.getValue()));
        }
        return some;
    }
}
