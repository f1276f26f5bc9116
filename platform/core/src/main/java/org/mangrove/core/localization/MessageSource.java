package org.mangrove.core.localization;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The words that one version of a plugin brings along. They are used for messages whose key starts with the plugin's id
 * and a dot, and for no others.
 *
 * @param texts message key to text, per language; English is the source
 */
public record MessageSource(String plugin, String version, Map<Locale, Map<String, String>> texts) {

    public MessageSource {
        var copy = new HashMap<Locale, Map<String, String>>();
        texts.forEach((locale, words) -> {
            for (String key : words.keySet()) {
                if (!key.startsWith(plugin + ".")) {
                    throw new IllegalArgumentException(
                            "Plugin %s may not say \"%s\": its keys start with \"%s.\"".formatted(plugin, key, plugin));
                }
            }
            copy.put(locale, Map.copyOf(words));
        });
        texts = Map.copyOf(copy);
    }
}
