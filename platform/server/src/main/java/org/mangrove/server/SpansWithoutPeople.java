package org.mangrove.server;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizer;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizerProvider;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;

/**
 * Takes out of every span what could name a person before it leaves the node. The server puts whole addresses with their
 * query, and the messages of exceptions, into spans; only what is listed in {@link SpanWithoutPeople} goes on.
 *
 * <p>Found by the server through {@code META-INF/services}.
 */
public final class SpansWithoutPeople implements AutoConfigurationCustomizerProvider {

    static final AttributeKey<String> ROUTE = AttributeKey.stringKey("http.route");
    static final AttributeKey<String> REQUEST = AttributeKey.stringKey("mangrove.request");

    @Override
    public void customize(AutoConfigurationCustomizer configuration) {
        configuration.addSpanExporterCustomizer((exporter, properties) -> new Cleaning(exporter));
    }

    private record Cleaning(SpanExporter exporter) implements SpanExporter {

        @Override
        public CompletableResultCode export(Collection<SpanData> spans) {
            return exporter.export(
                    spans.stream().<SpanData>map(SpanWithoutPeople::new).toList());
        }

        @Override
        public CompletableResultCode flush() {
            return exporter.flush();
        }

        @Override
        public CompletableResultCode shutdown() {
            return exporter.shutdown();
        }
    }
}
