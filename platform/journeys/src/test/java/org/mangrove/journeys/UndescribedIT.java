package org.mangrove.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where servers describe themselves to anybody, there is nothing. */
@ExtendWith(WholeStack.class)
class UndescribedIT {

    @ParameterizedTest
    @ValueSource(strings = {"/openapi", "/openapi/", "/openapi?format=JSON", "/application.wadl"})
    void a_description_is_not_found_as_what_never_was(String path, WholeStack.Site site) {
        var anybody = new Program(site);
        Answer never = anybody.get("/no-such-place");
        assertThat(never.status()).isEqualTo(404);

        Answer asked = anybody.get(path);

        assertThat(asked.status()).isEqualTo(404);
        assertThat(asked.text()).isEqualTo(never.text());
    }
}
