package org.mangrove.sdk.course;

import java.util.List;
import org.mangrove.sdk.ExtensionContract;
import org.mangrove.sdk.MangroveExtension;
import org.mangrove.sdk.Market;
import org.mangrove.sdk.WhenItFails;

/**
 * Brings courses that one market needs.
 *
 * <p>The platform asks when the plugin is switched on for a tenant and when its version changes, and publishes what is
 * new as content of that tenant, through the same door as every other content. A course that was published stays when
 * the plugin goes: what people have learned remains readable.
 *
 * <p>Plugins test their sources with {@code CourseSourceContract} from the test kit.
 */
@ExtensionContract(since = "1.0", whenItFails = WhenItFails.SKIP, patienceMillis = 10_000, megabytes = 256)
public interface CourseSource extends MangroveExtension {

    /** The same courses each time, for the same version and settings of the plugin. */
    List<CourseFolder> courses(Market market);
}
