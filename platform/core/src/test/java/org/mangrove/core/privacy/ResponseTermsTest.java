package org.mangrove.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Period;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mangrove.core.database.Configuration;
import org.mangrove.core.tenancy.SampleTenants;

class ResponseTermsTest {

    @TempDir
    Path folder;

    @Test
    void a_term_is_that_of_the_first_jurisdiction_that_has_one() {
        assertThat(terms(Optional.empty()).of(SampleTenants.of(SampleTenants.RIYADH)))
                .isEqualTo(new ResponseTerms.Term(Period.ofDays(30), "PDPL Implementing Regulation Art. 3"));
        assertThat(terms(Optional.empty())
                        .of(SampleTenants.of(SampleTenants.OSAKA))
                        .period())
                .isEqualTo(Period.ofDays(14));
    }

    @Test
    void what_the_installation_says_of_a_tenant_goes_before() throws IOException {
        Path file = folder.resolve("terms.properties");
        String slug = SampleTenants.BERLIN.slug();
        Files.writeString(file, slug + " = P10D; works agreement 7");

        assertThat(terms(Optional.of(file)).of(SampleTenants.of(SampleTenants.BERLIN)))
                .isEqualTo(new ResponseTerms.Term(Period.ofDays(10), "works agreement 7"));
    }

    private static ResponseTerms terms(Optional<Path> file) {
        var terms = new ResponseTerms();
        terms.configuration = new Configuration() {
            @Override
            public Optional<String> find(String name) {
                return name.equals("mangrove.privacy.terms") ? file.map(Path::toString) : Optional.empty();
            }
        };
        return terms;
    }
}
