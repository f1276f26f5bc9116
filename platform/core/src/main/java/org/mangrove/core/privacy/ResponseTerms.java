package org.mangrove.core.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Period;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.mangrove.core.database.Configuration;
import org.mangrove.core.tenancy.TenantProfile;

/** By when the law wants a person's request answered. The terms are in a file, not here. */
@ApplicationScoped
public class ResponseTerms {

    private static final String OURS = "/privacy/terms.properties";
    private static final String EVERYBODY = "*";

    @Inject
    Configuration configuration;

    /** @param reference where the law says so */
    public record Term(Period period, String reference) {}

    public Term of(TenantProfile tenant) {
        List<Properties> files = Stream.concat(
                        configuration.find("mangrove.privacy.terms").map(Path::of).map(ResponseTerms::read).stream(),
                        Stream.of(ours()))
                .toList();
        List<String> names = Stream.concat(
                        Stream.concat(Stream.of(tenant.tenant().slug()), tenant.tenant().jurisdictions().stream()),
                        Stream.of(EVERYBODY))
                .toList();
        return files.stream()
                .flatMap(file -> names.stream().map(name -> file.getProperty(name, "")))
                .filter(term -> !term.isEmpty())
                .findFirst()
                .map(ResponseTerms::term)
                .orElseThrow(() -> new IllegalStateException(
                        "No term for " + tenant.tenant().slug()));
    }

    private static Term term(String written) {
        String[] parts = written.split(";", 2);
        return new Term(Period.parse(parts[0].strip()), parts.length < 2 ? "" : parts[1].strip());
    }

    private static Properties read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The terms in " + file + " cannot be read", unreadable);
        }
    }

    private static Properties ours() {
        try (InputStream in = ResponseTerms.class.getResourceAsStream(OURS)) {
            if (in == null) {
                throw new IllegalStateException(OURS + " is missing");
            }
            return read(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(OURS + " cannot be read", unreadable);
        }
    }

    private static Properties read(InputStream in) throws IOException {
        var terms = new Properties();
        terms.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        return terms;
    }
}
