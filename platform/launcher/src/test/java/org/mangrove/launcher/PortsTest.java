package org.mangrove.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void takes_four_in_a_row() {
        assertThat(Ports.from(9080)).isEqualTo(new Ports(9080, 9081, 9082, 9083));
    }

    @Test
    void names_the_port_that_is_taken_what_it_is_for_and_what_to_do() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Ports free = Ports.free();
            var ports = new Ports(free.pages(), free.keycloak(), free.keycloakHealth(), other.getLocalPort());

            assertThatExceptionOfType(Trouble.class)
                    .isThrownBy(ports::mustBeFree)
                    .withMessageContaining("Port " + other.getLocalPort())
                    .withMessageContaining("the database")
                    .withMessageContaining("--port N");
        }
    }

    @Test
    void refuses_a_first_port_that_leaves_no_room() {
        assertThatExceptionOfType(Trouble.class).isThrownBy(() -> Ports.from(65_533));
        assertThatExceptionOfType(Trouble.class).isThrownBy(() -> Ports.from(80));
    }
}
