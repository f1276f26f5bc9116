package org.mangrove.core.extension;

/** Names one version of one plugin. */
public record PluginName(String id, String version) {

    String fileName() {
        return id + "-" + version + ".jar";
    }

    @Override
    public String toString() {
        return id + " " + version;
    }
}
