package org.mangrove.launcher.newplugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** The plugins of this project as the build made them: a stack that starts here has them installed. */
public final class BuiltPlugins {

    private BuiltPlugins() {}

    /** Puts each jar of {@code plugins/} where the node looks for them, in place of an earlier build of the same version. */
    public static void install(Path project, Path installed) throws IOException {
        for (Path plugin : in(project.resolve("plugins"), "")) {
            for (Path jar : in(plugin.resolve("target"), ".jar")) {
                if (jar.getFileName().toString().startsWith(plugin.getFileName() + "-")) {
                    Files.copy(jar, installed.resolve(jar.getFileName()), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    private static List<Path> in(Path folder, String ending) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}
