package org.mangrove.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a Payara Micro must be told before it boots: its connection pools and its listener.
 *
 * <p>Each schema has two pools, {@code jdbc/core} and {@code jdbc/core-migration}, {@code jdbc/cell-eu} and
 * {@code jdbc/cell-eu-migration}. The file holds passwords and is readable by its owner only.
 */
public final class PreBoot {

    private static final String NETWORK = "configs.config.server-config.network-config.";
    private static final int HTTP_THREADS = 64;
    private static final int CONNECTIONS = 16;
    private static final int STEADY_CONNECTIONS = 2;

    private final List<String> commands;

    private PreBoot(List<String> commands) {
        this.commands = commands;
    }

    /** For a node with all databases. */
    public static PreBoot of(Database database) {
        return of(database, database.schemas());
    }

    /** For a node with these databases and no others. */
    static PreBoot of(Database database, List<Schema> schemas) {
        var commands = new ArrayList<String>();
        for (Schema schema : schemas) {
            commands.addAll(
                    pool(schema.pool(), database, schema, database.login(schema), STEADY_CONNECTIONS, CONNECTIONS));
            commands.addAll(pool(schema.migrationPool(), database, schema, database.migrationLogin(schema), 0, 2));
        }
        String listener = NETWORK + "network-listeners.network-listener.http-listener.";
        String http = NETWORK + "protocols.protocol.http-listener.http.";
        commands.add("set " + listener + "address=127.0.0.1");
        commands.add("set " + NETWORK + "transports.transport.tcp.acceptor-threads=1");
        commands.add("set configs.config.server-config.thread-pools.thread-pool.http-thread-pool.max-thread-pool-size="
                + HTTP_THREADS);
        commands.add("set " + http + "compression=on");
        commands.add("set " + http + "compression-min-size-bytes=1024");
        commands.add(
                "set " + http
                        + "compressable-mime-type=text/html,text/plain,text/css,text/javascript,application/json,application/problem+json,image/svg+xml");
        commands.add("set " + http + "server-header=false");
        commands.add("set " + http + "xpowered-by=false");
        return new PreBoot(List.copyOf(commands));
    }

    public List<String> commands() {
        return commands;
    }

    public Path writeTo(Path file) {
        try {
            PrivateFiles.write(file, commands.stream().collect(Collectors.joining("\n", "", "\n")));
            return file;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static List<String> pool(String name, Database database, Schema schema, Login login, int steady, int most) {
        var properties = new TreeMap<String, String>();
        properties.putAll(ConnectionOptions.all());
        properties.put("serverName", "127.0.0.1");
        properties.put("portNumber", Integer.toString(database.port()));
        properties.put("databaseName", schema.name());
        properties.put("user", login.name());
        properties.put("password", login.secret());
        return List.of(
                "create-jdbc-connection-pool --datasourceclassname com.mysql.cj.jdbc.MysqlDataSource"
                        + " --restype javax.sql.DataSource"
                        + " --steadypoolsize %d --maxpoolsize %d --poolresize 2 --maxwait 10000".formatted(steady, most)
                        + " --isolationlevel read-committed --isisolationguaranteed=false"
                        + " --isconnectvalidatereq=true --validationmethod custom-validation"
                        + " --validationclassname org.glassfish.api.jdbc.validation.MySQLConnectionValidation"
                        + " --validateatmostonceperiod 30"
                        + " --property " + properties(properties) + " " + name,
                "create-jdbc-resource --connectionpoolid %s jdbc/%s".formatted(name, name));
    }

    private static String properties(Map<String, String> properties) {
        return properties.entrySet().stream()
                .map(each -> each.getKey() + "=" + escaped(each.getValue()))
                .collect(Collectors.joining(":"));
    }

    /** In a list of properties the colon parts entries, the equals sign parts name and value. */
    static String escaped(String value) {
        return value.replace("\\", "\\\\").replace(":", "\\:").replace("=", "\\=");
    }
}
