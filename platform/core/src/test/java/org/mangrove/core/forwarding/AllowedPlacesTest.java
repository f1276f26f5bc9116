package org.mangrove.core.forwarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mangrove.core.database.Configuration;
import org.mangrove.core.forwarding.AllowedPlaces.Objection;

class AllowedPlacesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/xapi",
                "https://localhost/xapi",
                "https://[::1]/xapi",
                "https://10.1.2.3/xapi",
                "https://172.16.0.1/xapi",
                "https://192.168.1.1/xapi",
                "https://169.254.169.254/latest/meta-data",
                "https://100.64.0.1/xapi",
                "https://0.0.0.0/xapi",
                "https://0.1.2.3/xapi",
                "https://224.0.0.1/xapi",
                "https://255.255.255.255/xapi",
                "https://[fe80::1]/xapi",
                "https://[fd00::1]/xapi",
                "https://[::ffff:127.0.0.1]/xapi",
                "https://[64:ff9b::7f00:1]/xapi",
                "https://[2002:7f00:1::]/xapi",
                "https://[::127.0.0.1]/xapi",
                "https://2130706433/xapi"
            })
    void what_is_no_address_of_the_open_internet_is_refused(String address) {
        assertThat(places("").objectionTo(URI.create(address))).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "https://93.184.215.14/xapi,",
        "https://[2606:2800::1]/xapi,",
        "http://93.184.215.14/xapi, NOT_HTTPS",
        "ftp://93.184.215.14/xapi, NO_ADDRESS",
        "https://somebody@93.184.215.14/xapi, NO_ADDRESS",
        "https://93.184.215.14/xapi?a=b, NO_ADDRESS",
        "https:///xapi, NO_ADDRESS",
        "/xapi, NO_ADDRESS"
    })
    void only_https_to_whole_addresses(String address, Objection objection) {
        assertThat(places("").objectionTo(URI.create(address))).isEqualTo(Optional.ofNullable(objection));
    }

    @Test
    void an_operator_opens_networks_in_which_http_is_spoken_too() {
        AllowedPlaces places = places("10.4.0.0/16, 127.0.0.1");

        assertThat(places.objectionTo(URI.create("http://10.4.200.1/xapi"))).isEmpty();
        assertThat(places.objectionTo(URI.create("https://127.0.0.1:8443/xapi")))
                .isEmpty();
        assertThat(places.objectionTo(URI.create("https://10.5.0.1/xapi"))).contains(Objection.PRIVATE);
        assertThat(places.objectionTo(URI.create("https://127.0.0.2/xapi"))).contains(Objection.PRIVATE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.4.0.0/33", "10.4.0.0/x", "localhost", "10.4.0.0/-1"})
    void an_operator_is_told_what_cannot_be_read(String networks) {
        assertThatIllegalStateException()
                .isThrownBy(() -> places(networks).objectionTo(URI.create("https://93.184.215.14/")));
    }

    private static AllowedPlaces places(String networks) {
        var places = new AllowedPlaces();
        places.configuration = new Configuration() {
            @Override
            public Optional<String> find(String name) {
                return Optional.ofNullable(
                        Map.of(AllowedPlaces.SETTING, networks).get(name));
            }
        };
        return places;
    }
}
