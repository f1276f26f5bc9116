package org.mangrove.core.audit;

import java.time.LocalDate;
import java.util.List;

/** What an audit has found, one detection for each kind. */
public record AuditReport(LocalDate day, int assets, int tools, List<Detection> detections) {

    public AuditReport {
        detections = List.copyOf(detections);
    }

    public List<Finding> findings() {
        return detections.stream()
                .flatMap(detection -> detection.findings().stream())
                .toList();
    }

    public Detection of(FindingKind kind) {
        return detections.stream()
                .filter(detection -> detection.kind() == kind)
                .findFirst()
                .orElseThrow();
    }
}
