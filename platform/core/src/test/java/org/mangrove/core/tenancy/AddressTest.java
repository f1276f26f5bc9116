package org.mangrove.core.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mangrove.core.tenancy.Address.Kind;

class AddressTest {

    private static final Set<String> TENANTS = Set.of("acme-de", "acme-jp");
    private static final Set<String> ENTERPRISES = Set.of("acme");

    @ParameterizedTest
    @CsvSource({
        "acme-de.localhost:8080, /catalogue,              TENANT,   acme-de, '',         /catalogue",
        "ACME-DE.localhost:8080, /catalogue,              TENANT,   acme-de, '',         /catalogue",
        "acme-de.localhost,      /,                       TENANT,   acme-de, '',         /",
        "acme.localhost:8080,    /masters,                CORE,     acme,    '',         /masters",
        "localhost:8080,         /,                       PLATFORM, '',      '',         /",
        "127.0.0.1:8080,         /t/acme-de/catalogue,    TENANT,   acme-de, /t/acme-de, /catalogue",
        "[::1]:8080,             /t/acme-de/catalogue,    TENANT,   acme-de, /t/acme-de, /catalogue",
        "localhost:8080,         /t/acme-de,              TENANT,   acme-de, /t/acme-de, /",
        "localhost:8080,         /t/acme-de/,             TENANT,   acme-de, /t/acme-de, /",
        "localhost:8080,         /e/acme/masters,         CORE,     acme,    /e/acme,    /masters",
        "acme-de.localhost:8080, /t/acme-de/catalogue,    TENANT,   acme-de, /t/acme-de, /catalogue",
        "acme-de.localhost:8080, /assets/mangrove.css,    PLATFORM, '',      '',         /assets/mangrove.css",
        "acme-de.localhost:8080, /operator/api/tenants,   PLATFORM, '',      '',         /operator/api/tenants",
        "localhost:8080,         /xapi/statements,        PLATFORM, '',      '',         /xapi/statements",
        "acme-de.localhost:8080, /xapi/statements,        TENANT,   acme-de, '',         /xapi/statements",
        "acme-de.localhost:8080, /topics/a,               TENANT,   acme-de, '',         /topics/a",
        "localhost:8080,         /t/acme-de/%E5%AE%89,    TENANT,   acme-de, /t/acme-de, /%E5%AE%89",
    })
    void names_whom_it_is_for(String host, String path, Kind kind, String slug, String base, String rest) {
        Address address = parse(host, path);

        assertThat(address.kind()).isEqualTo(kind);
        assertThat(address.slug()).isEqualTo(slug);
        assertThat(address.base()).isEqualTo(base);
        assertThat(address.path()).isEqualTo(rest);
    }

    @ParameterizedTest
    @CsvSource({
        "nobody.localhost:8080,       /catalogue",
        "acme-de.acme.localhost:8080, /catalogue",
        "localhost:8080,              /t/nobody/catalogue",
        "localhost:8080,              /t/acme/catalogue",
        "localhost:8080,              /e/acme-de/masters",
        "localhost:8080,              /t//catalogue",
        "acme-de.localhost:8080,      /t/acme-jp/catalogue",
        "acme-de.localhost:8080,      /e/acme/masters",
        "acme.localhost:8080,         /t/acme-de/catalogue",
    })
    void leads_nowhere_if_it_names_nobody_or_contradicts_itself(String host, String path) {
        assertThat(parse(host, path).kind()).isEqualTo(Kind.NOWHERE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/t/acme-de/../acme-jp/x",
                "/t/acme-de/%2e%2e/acme-jp",
                "/t/acme-de/./x",
                "/t/acme-de/..",
                "/t/acme-de%2Fcatalogue",
                "/t/acme-de%5ccatalogue",
                "/t/acme-de\\catalogue",
                "/t/acme-de;x=1/catalogue",
                "//t/acme-de/catalogue",
                "/t/acme-de//catalogue",
                "/%74/acme-de/catalogue",
                "/oper%61tor/api/tenants",
                "/operator%2fapi/tenants",
                "/x%00y",
                "/x%252fy",
                "t/acme-de",
                ""
            })
    void leads_nowhere_if_a_path_can_be_read_in_two_ways(String path) {
        assertThat(parse("localhost:8080", path).kind()).isEqualTo(Kind.NOWHERE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme-de.localhost:8080@evil.example", "acme-de.localhost/x", "a b", "", "evil\r\nx: y"})
    void leads_nowhere_if_the_host_is_none(String host) {
        Address address = parse(host, "/catalogue");

        assertThat(address.kind()).isEqualTo(Kind.NOWHERE);
        assertThat(address.origin()).isEqualTo("http://localhost");
    }

    @Test
    void a_name_that_only_ends_like_ours_is_not_ours() {
        assertThat(parse("acme-de.evillocalhost", "/").kind()).isEqualTo(Kind.PLATFORM);
    }

    @Test
    void links_keep_the_prefix() {
        Address address = parse("127.0.0.1:8080", "/t/acme-de/catalogue");

        assertThat(address.link("/courses")).isEqualTo("/t/acme-de/courses");
        assertThat(address.absolute("/courses")).isEqualTo("http://127.0.0.1:8080/t/acme-de/courses");
    }

    @ParameterizedTest
    @CsvSource({
        "http,  acme-de.localhost:8080, true",
        "http,  127.0.0.1:8080,         true",
        "http,  [::1]:8080,             true",
        "https, acme-de.localhost:8443, false",
        "http,  learn.example,          false",
        "http,  localhost.example,      false",
    })
    void cookies_go_without_encryption_on_ones_own_machine_only(String scheme, String host, boolean local) {
        var address = Address.parse(scheme, host, "/", "localhost", TENANTS::contains, ENTERPRISES::contains);

        assertThat(address.isLocalWithoutEncryption()).isEqualTo(local);
    }

    private static Address parse(String host, String path) {
        return Address.parse("http", host, path, "localhost", TENANTS::contains, ENTERPRISES::contains);
    }
}
