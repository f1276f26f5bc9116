package org.mangrove.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.mangrove.sdk.MangroveExtension;
import org.mangrove.sdk.Market;

/**
 * What every extension of a plugin owes the core, whatever its point: it can be found, made, and unloaded again.
 *
 * @param <P> the extension point
 */
public abstract class PluginContract<P extends MangroveExtension> {

    private static final Duration COLLECTED_WITHIN = Duration.ofSeconds(20);

    protected abstract P extension();

    /** For whom it is asked, with the settings that the tests of the contract expect. */
    protected abstract Market market();

    /** The messages that the plugin ships. */
    protected PluginMessages messages() {
        return PluginMessages.of(extension().getClass());
    }

    @Test
    void is_found_by_the_platform() {
        String name = extension().getClass().getName();

        assertThat(index())
                .as("META-INF/extensions.idx: put @org.pf4j.Extension on the class")
                .contains(name);
        assertThat(extension().getClass().getConstructors())
                .as("its constructor is public, without parameters")
                .anyMatch(constructor -> constructor.getParameterCount() == 0);
    }

    @Test
    void says_whole_sentences_in_each_language_that_it_ships() {
        assertThat(messages().flaws()).isEmpty();
    }

    @Test
    void can_be_unloaded_after_use() throws Exception {
        WeakReference<ClassLoader> loader = useAndLetGo();

        long end = System.nanoTime() + COLLECTED_WITHIN.toNanos();
        while (loader.get() != null && System.nanoTime() < end) {
            System.gc();
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        assertThat(loader.get())
                .as("the class loader stays in memory: a thread or a ThreadLocal of the plugin holds it")
                .isNull();
    }

    /** Asks the extension once, as the core would. */
    protected abstract void use(P extension, Market market);

    private WeakReference<ClassLoader> useAndLetGo() throws Exception {
        URL classes =
                extension().getClass().getProtectionDomain().getCodeSource().getLocation();
        try (var loader = new OwnClassesFirst(classes, extension().getClass().getClassLoader())) {
            Thread.currentThread().setContextClassLoader(loader);
            Class<?> type = loader.loadClass(extension().getClass().getName());
            assertThat(type.getClassLoader()).isSameAs(loader);
            @SuppressWarnings("unchecked")
            P copy = (P) type.getConstructor().newInstance();
            use(copy, market());
            return new WeakReference<>(loader);
        } finally {
            Thread.currentThread().setContextClassLoader(extension().getClass().getClassLoader());
        }
    }

    private String index() {
        try (InputStream index = extension()
                .getClass()
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI()
                .resolve("META-INF/extensions.idx")
                .toURL()
                .openStream()) {
            return new String(index.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException missing) {
            return String.format(Locale.ROOT, "no index: %s", missing.getMessage());
        } catch (URISyntaxException impossible) {
            throw new UncheckedIOException(new IOException(impossible));
        }
    }

    /** Loads the plugin's classes anew, and everything else from where the test has it. */
    private static final class OwnClassesFirst extends URLClassLoader {

        OwnClassesFirst(URL classes, ClassLoader others) {
            super(new URL[] {classes}, others);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                Class<?> known = findLoadedClass(name);
                if (known != null) {
                    return known;
                }
                try {
                    return findClass(name);
                } catch (ClassNotFoundException notTheirs) {
                    return super.loadClass(name, resolve);
                }
            }
        }
    }
}
