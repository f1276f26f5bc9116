package org.mangrove.core.publication.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.mangrove.core.publication.FeedEntry;
import org.mangrove.core.tenancy.Cells;
import org.mangrove.core.tenancy.EnterpriseId;

/** What a cell has of the feed of an enterprise, and which entry brought it last. */
@ApplicationScoped
public class SubjectRows {

    @Inject
    Cells cells;

    @Inject
    Clock clock;

    public record Subject(String type, String subject) {}

    public void put(String cell, EnterpriseId enterprise, FeedEntry entry) {
        cells.sessionOfCell(cell)
                .createNativeMutationQuery("""
                        insert into publication_subject (enterprise_id, type, subject, epoch, number, applied_at)
                        values (:enterprise, :type, :subject, :epoch, :number, :now)
                        on duplicate key update epoch = values(epoch), number = values(number),
                          applied_at = values(applied_at)
                        """)
                .setParameter("enterprise", enterprise.number())
                .setParameter("type", entry.item().type())
                .setParameter("subject", entry.item().subject())
                .setParameter("epoch", entry.epoch())
                .setParameter("number", entry.number())
                .setParameter("now", Timestamp.from(clock.instant()))
                .executeUpdate();
    }

    /** What no entry of this epoch has brought. */
    public List<Subject> notOf(String cell, EnterpriseId enterprise, String epoch) {
        return cells.sessionOfCell(cell)
                .createNativeQuery(
                        "select type, subject from publication_subject where enterprise_id = :enterprise"
                                + " and epoch <> :epoch order by type, subject",
                        Object[].class)
                .setParameter("enterprise", enterprise.number())
                .setParameter("epoch", epoch)
                .getResultStream()
                .map(row -> new Subject((String) row[0], (String) row[1]))
                .toList();
    }

    public void remove(String cell, EnterpriseId enterprise, Subject gone) {
        cells.sessionOfCell(cell)
                .createNativeMutationQuery("""
                        delete from publication_subject
                        where enterprise_id = :enterprise and type = :type and subject = :subject
                        """)
                .setParameter("enterprise", enterprise.number())
                .setParameter("type", gone.type())
                .setParameter("subject", gone.subject())
                .executeUpdate();
    }
}
