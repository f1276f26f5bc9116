package org.mangrove.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where servers describe themselves to anybody, there is nothing. */
@ExtendWith(WholeStack.class)
class UndescribedIT {

    private record Answer(int status, String text) {}

    @ParameterizedTest
    @ValueSource(strings = {"/openapi", "/openapi/", "/openapi?format=JSON", "/application.wadl"})
    void a_description_is_not_found_as_what_never_was(String path, WholeStack.Site site) throws Exception {
        Answer never = ask(site, "/no-such-place");

        assertThat(never.status()).isEqualTo(404);
        assertThat(ask(site, path)).isEqualTo(never);
    }

    private static Answer ask(WholeStack.Site site, String path) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var answer =
                    client.send(HttpRequest.newBuilder(site.url().resolve(path)).build(), BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.body());
        }
    }
}
