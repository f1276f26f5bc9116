package org.mangrove.core.provisioning;

import java.util.List;

/** What came of reading {@code tenants-config}. */
public sealed interface Reading {

    record Understood(TenantsConfig config) implements Reading {}

    /** @param problems in the order in which one reads them; never empty */
    record Faulty(List<Problem> problems) implements Reading {

        public Faulty {
            problems = List.copyOf(problems);
        }
    }
}
