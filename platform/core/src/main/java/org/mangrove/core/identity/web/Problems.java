package org.mangrove.core.identity.web;

/** Answers to machines where there is no person whose language one could speak. */
final class Problems {

    static final String UNAUTHORIZED = """
            {"type":"about:blank","title":"Unauthorized","status":401}""";

    private Problems() {}
}
