package org.mangrove.core.publication.store;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import org.mangrove.core.publication.CellReports.Report;
import org.mangrove.core.tenancy.CoreDatabase;
import org.mangrove.core.tenancy.Definitions;

/** What cells have said of themselves, in the core's database. */
@ApplicationScoped
public class CellRows {

    private static final TypeReference<Map<String, Integer>> SCHEMAS = new TypeReference<>() {};

    @Inject
    CoreDatabase core;

    public void put(Report report) {
        core.session()
                .createNativeMutationQuery("""
                        insert into publication_cell (cell, understands, heard_at) values (:cell, :schemas, :now)
                        on duplicate key update understands = values(understands), heard_at = values(heard_at)
                        """)
                .setParameter("cell", report.cell())
                .setParameter("schemas", Definitions.write(report.schemas()))
                .setParameter("now", Timestamp.from(report.heardAt()))
                .executeUpdate();
    }

    public List<Report> all() {
        return core.session()
                .createNativeQuery(
                        "select cell, understands, heard_at from publication_cell order by cell", Object[].class)
                .getResultStream()
                .map(row -> new Report(
                        (String) row[0], Definitions.read((String) row[1], SCHEMAS), ((Timestamp) row[2]).toInstant()))
                .toList();
    }
}
