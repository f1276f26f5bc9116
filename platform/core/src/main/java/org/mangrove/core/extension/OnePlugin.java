package org.mangrove.core.extension;

import java.nio.file.Path;
import org.mangrove.sdk.Sdk;
import org.pf4j.ClassLoadingStrategy;
import org.pf4j.DefaultPluginManager;
import org.pf4j.JarPluginLoader;
import org.pf4j.ManifestPluginDescriptorFinder;
import org.pf4j.PluginClassLoader;
import org.pf4j.PluginDescriptor;
import org.pf4j.PluginDescriptorFinder;
import org.pf4j.PluginLoader;

/** Holds one version of one plugin: PF4J holds one version of an id, and tenants may have several. */
final class OnePlugin extends DefaultPluginManager {

    OnePlugin(Path jar) {
        super(jar.toAbsolutePath().resolveSibling("none"));
        setSystemVersion(Sdk.VERSION);
    }

    @Override
    protected PluginDescriptorFinder createPluginDescriptorFinder() {
        return new ManifestPluginDescriptorFinder();
    }

    @Override
    protected PluginLoader createPluginLoader() {
        return new JarPluginLoader(this) {
            @Override
            protected PluginClassLoader createPluginClassLoader(Path jar, PluginDescriptor descriptor) {
                var host = new SdkOnlyLoader(OnePlugin.class.getClassLoader());
                return new PluginClassLoader(pluginManager, descriptor, host, ClassLoadingStrategy.APD);
            }
        };
    }
}
