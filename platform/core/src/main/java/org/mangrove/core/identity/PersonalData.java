package org.mangrove.core.identity;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
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

    /** Takes what is known of somebody. */
    interface PersonalDataSink {

        /** One thing of a kind: {@code enrolment}, {@code statement}. */
        void item(String kind, JsonNode item) throws IOException;

        /** A file that belongs to the items. Read at once. */
        void file(String name, InputStream content) throws IOException;
    }
}
