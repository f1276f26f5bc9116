package org.mangrove.core.records.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.query.Query;
import org.mangrove.core.records.StatementFilter;
import org.mangrove.core.tenancy.TenantStore;
import org.mangrove.sdk.TenantId;

/** The statements. Their ids sort by the time at which they were stored. */
@ApplicationScoped
public class StatementStore extends TenantStore<StatementRow> {

    public StatementStore() {
        super(StatementRow.class);
    }

    public List<StatementRow> page(TenantId tenant, StatementFilter filter, int most) {
        var values = new HashMap<String, Object>();
        var condition = new StringBuilder("1 = 1");
        filter.actor().ifPresent(actor -> add(condition, values, "e.actor = :actor", "actor", actor));
        filter.verb().ifPresent(verb -> add(condition, values, "e.verb = :verb", "verb", verb));
        filter.activity().ifPresent(activity -> add(condition, values, "e.activity = :activity", "activity", activity));
        filter.registration()
                .ifPresent(registration ->
                        add(condition, values, "e.registration = :registration", "registration", registration));
        filter.since().ifPresent(since -> add(condition, values, "e.storedAt > :since", "since", since));
        filter.until().ifPresent(until -> add(condition, values, "e.storedAt <= :until", "until", until));
        String further = filter.ascending() ? "e.id > :beyond" : "e.id < :beyond";
        filter.beyond().ifPresent(beyond -> add(condition, values, further, "beyond", beyond));

        Query<StatementRow> query = where(tenant, condition.toString(), filter.ascending() ? "e.id" : "e.id desc");
        for (Map.Entry<String, Object> value : values.entrySet()) {
            query.setParameter(value.getKey(), value.getValue());
        }
        return query.setMaxResults(most).getResultList();
    }

    private static void add(
            StringBuilder condition, Map<String, Object> values, String constant, String name, Object value) {
        condition.append(" and ").append(constant);
        values.put(name, value);
    }
}
