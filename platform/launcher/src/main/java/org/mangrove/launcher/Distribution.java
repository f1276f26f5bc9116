package org.mangrove.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;

/** What the stack is made of, and where the build has put it. */
public record Distribution(
        Path project,
        Path mariadb,
        String mariadbVersion,
        Path keycloak,
        String keycloakVersion,
        Path payara,
        String payaraVersion,
        Path driver) {

    public static Distribution found() {
        var names = new Properties();
        try (InputStream in = Distribution.class.getResourceAsStream("distribution.properties")) {
            if (in == null) {
                throw new Trouble("The build is incomplete: start through ./mangrove, which builds what is missing.");
            }
            names.load(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new Distribution(
                Path.of(names.getProperty("project")),
                present(names, "mariadb." + os()),
                names.getProperty("mariadb.version"),
                present(names, "keycloak"),
                names.getProperty("keycloak.version"),
                present(names, "payara"),
                names.getProperty("payara.version"),
                present(names, "driver"));
    }

    /** The folder in which archives are unpacked once, for all states. */
    Path cache() {
        String elsewhere = System.getenv("MANGROVE_CACHE");
        return elsewhere == null || elsewhere.isBlank()
                ? project.resolve(".mangrove").resolve("cache")
                : Path.of(elsewhere).toAbsolutePath();
    }

    /** The server as the build made it. */
    public Path war() {
        return project.resolve("platform/server/target/ROOT.war");
    }

    /** How the pages of sign-on look. */
    Path keycloakThemes() {
        return project.resolve("platform/launcher/src/main/keycloak/themes");
    }

    /** The cells, enterprises and tenants of this machine. */
    public Path tenantsConfig() {
        return project.resolve("tenants-config");
    }

    /** What the demonstration's enterprises are loaded from. */
    public Path demonstration() {
        return project.resolve("platform/demonstration/src/main/resources/demonstration");
    }

    /** As MariaDB's archives name it: linux, osx or winx64. */
    static String os() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (name.contains("win")) {
            return "winx64";
        }
        return name.contains("mac") ? "osx" : "linux";
    }

    private static Path present(Properties names, String name) {
        Path file = Path.of(names.getProperty(name));
        if (!Files.isRegularFile(file)) {
            throw new Trouble(
                    "The file %s has gone since the last build: run ./mangrove run --build, which fetches it again."
                            .formatted(file));
        }
        return file;
    }
}
