package org.mangrove.core.identity;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.mangrove.core.tenancy.TenantProfile;

/**
 * What one slice holds of people. Whoever holds any has a bean of this type: all of them are asked for a person's export, and
 * told when somebody is to be forgotten.
 */
public interface PersonalData {

    /** Short, of small letters and hyphens, never to be changed; {@code privacy.holder.<name>} is what people read. */
    String holder();

    /** Tells everything held of somebody, a part at a time. Called without a transaction. */
    void export(TenantProfile tenant, DataSubject who, PersonalDataSink sink) throws IOException;

    /**
     * Removes a portion of what is held of somebody, or makes it impossible to tell that it is theirs, in a transaction that is
     * under way. Called again, each time in another transaction, until it says that nothing is left; may be called again after
     * that, and then finds nothing.
     */
    Erased erase(TenantProfile tenant, DataSubject who);

    /**
     * What {@link #erase} leaves for a time, since the law demands it. Called in a transaction that is under way, before the
     * erasure and after it.
     */
    default List<Kept> keeps(TenantProfile tenant, DataSubject who) {
        return List.of();
    }

    /**
     * What one call has done.
     *
     * @param removed how many things are gone
     * @param pseudonymised how many are there and cannot be led back to the person any more
     * @param more whether there is more to do
     */
    record Erased(long removed, long pseudonymised, boolean more) {

        public static Erased nothing() {
            return new Erased(0, 0, false);
        }
    }

    /**
     * Things that stay.
     *
     * @param purpose the key of one in the tenant's register
     * @param things how many
     * @param until the last day on which the last of them stays
     * @param columns where they name the person, as {@code table.column}: a search for the person may find them there
     */
    record Kept(String purpose, long things, LocalDate until, Set<String> columns) {

        public Kept {
            columns = Set.copyOf(columns);
        }
    }

    /** Takes what is known of somebody. */
    interface PersonalDataSink {

        /** One thing of a kind: {@code enrolment}, {@code statement}. */
        void item(String kind, JsonNode item) throws IOException;

        /** A file that belongs to the items. Read at once. */
        void file(String name, InputStream content) throws IOException;
    }
}
