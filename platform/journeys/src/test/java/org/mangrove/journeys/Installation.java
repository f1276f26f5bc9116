package org.mangrove.journeys;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.mangrove.launcher.Keycloak;
import org.mangrove.launcher.Stack;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.JsonSchema;

/**
 * A stack as those who run it know it: with every secret, and with the rows of every database.
 *
 * @param node the process that serves it
 */
record Installation(URI site, URI keycloak, int databasePort, long node, Properties secrets) {

    /** What Keycloak or the node answered to its operator. */
    record Answer(int status, String text) {

        Object json() {
            return new Load(LoadSettings.builder().setSchema(new JsonSchema()).build()).loadFromString(text);
        }

        Map<?, ?> map() {
            return (Map<?, ?>) json();
        }

        String text(String field) {
            return String.valueOf(map().get(field));
        }

        Answer must() {
            if (status >= 300) {
                throw new AssertionError("Refused: " + status + " " + text);
            }
            return this;
        }
    }

    static Installation of(Stack stack) {
        return at(
                stack.node().url(),
                stack.keycloak().url(),
                stack.database().port(),
                stack.node().pid(),
                stack.state().path());
    }

    static Installation at(URI site, URI keycloak, int databasePort, long node, Path state) {
        var secrets = new Properties();
        try {
            secrets.load(new StringReader(Files.readString(state.resolve("secrets.properties"))));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new Installation(site, keycloak, databasePort, node, secrets);
    }

    /** Somebody with a browser of their own. */
    Visitor visitor() {
        return new Visitor(new WholeStack.Site(site), "de");
    }

    /** With what a client of a realm shows that it is that client. */
    String clientSecret(String realm, String client) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(derived(realm + "/" + client));
    }

    /** With what a cell asks for the feed. */
    String feedCredential(String cell) {
        return HexFormat.of().formatHex(derived("feed-credential/" + cell));
    }

    String operatorToken() {
        return token(Keycloak.OPERATORS, "mangrove-operator");
    }

    Answer asOperator(String method, String path, String type, byte[] body) {
        return send(site.resolve(path), method, operatorToken(), type, body);
    }

    Answer atKeycloak(String method, String path, String json) {
        return send(
                keycloak.resolve(path),
                method,
                token("master", "mangrove"),
                "application/json",
                json.getBytes(StandardCharsets.UTF_8));
    }

    /** Asks for a token of the client {@code client} with what the form says besides. */
    Answer token(String realm, String client, String secret, String form) {
        String all = "client_id=" + encoded(client) + "&client_secret=" + encoded(secret) + "&" + form;
        return send(
                keycloak.resolve("/realms/" + realm + "/protocol/openid-connect/token"),
                "POST",
                null,
                "application/x-www-form-urlencoded",
                all.getBytes(StandardCharsets.UTF_8));
    }

    /** A connection that may do everything everywhere. */
    Connection database() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:mysql://127.0.0.1:%d/?sslMode=DISABLED&allowPublicKeyRetrieval=true".formatted(databasePort),
                "root",
                secret("database.root"));
    }

    /** The one value that a question to all databases finds. */
    Optional<String> find(String sql, Object... values) {
        try (Connection connection = database();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (var rows = statement.executeQuery()) {
                return rows.next() ? Optional.ofNullable(rows.getString(1)) : Optional.empty();
            }
        } catch (SQLException failed) {
            throw new AssertionError(sql, failed);
        }
    }

    void change(String sql) {
        try (Connection connection = database();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException failed) {
            throw new AssertionError(sql, failed);
        }
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String token(String realm, String client) {
        return token(realm, client, secret("keycloak." + client), "grant_type=client_credentials")
                .must()
                .text("access_token");
    }

    private static Answer send(URI address, String method, @Nullable String token, String type, byte[] body) {
        var asked = HttpRequest.newBuilder(address)
                .header("Accept", "application/json,text/plain;q=0.5")
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
        Stream.of("Content-Type").filter(name -> !type.isEmpty()).forEach(name -> asked.header(name, type));
        if (token != null) {
            asked.header("Authorization", "Bearer " + token);
        }
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(asked.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.body());
        } catch (IOException failed) {
            throw new AssertionError(address + " could not be asked", failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    private byte[] derived(String purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret("client-secret-key").getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String secret(String name) {
        return Optional.ofNullable(secrets.getProperty(name))
                .orElseThrow(() -> new AssertionError("There is no secret " + name));
    }

    /** No secret in a failure's message. */
    @Override
    public String toString() {
        return List.of(site, keycloak, databasePort).stream()
                .map(Object::toString)
                .collect(Collectors.joining(", "));
    }
}
