package org.mangrove.sdk.custom;

import java.util.Locale;
import java.util.Optional;
import org.mangrove.sdk.ExtensionContract;
import org.mangrove.sdk.MangroveExtension;
import org.mangrove.sdk.Market;
import org.mangrove.sdk.WhenItFails;

/**
 * Says how one market writes dates and names, where that differs from what its language does anywhere.
 *
 * <p>The platform asks once for each language and keeps the answer until the tenant's configuration or the plugin
 * changes. Of several plugins with an answer, the first in the tenant's configuration counts. No date and no name of a
 * person goes to the plugin.
 *
 * <p>Plugins test their customs with {@code MarketCustomContract} from the test kit.
 */
@ExtensionContract(since = "1.0", whenItFails = WhenItFails.SKIP)
public interface MarketCustom extends MangroveExtension {

    /** Empty if pages in this language keep what the language does anywhere. */
    Optional<Custom> custom(Market market, Locale language);
}
