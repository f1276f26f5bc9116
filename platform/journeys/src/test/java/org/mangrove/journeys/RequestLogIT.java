package org.mangrove.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mangrove.launcher.Stack;

/** What the node's log tells of requests, whatever they were. */
@ExtendWith(WholeStack.class)
class RequestLogIT {

    private static final String COURSE = DemonstrationCourse.SECURITY.slug();
    private static final Pattern OF_A_REQUEST = Pattern.compile("tenant=(?:-|\\d+) request=[0-9a-f]{16}");
    private static final Pattern ACCESS = Pattern.compile(
            "(?s).*] tenant=(?:-|\\d+) request=[0-9a-f]{16} (?:-|[A-Z]+) (?:-|/[a-zA-Z0-9/{}*-]*) \\d{3} \\d+ ms");

    @Test
    void each_line_of_a_request_names_tenant_and_request_and_tells_a_route_in_place_of_an_address(
            WholeStack.Site site, Stack stack) {
        var node = new NodeProcess(stack.node());
        long before = node.endOfLog();
        new Provocations(site, Marked.UTE, "acme-de").send();
        try (var visitor = new Visitor(site, "de")) {
            visitor.signOn(Learner.LENA);
            visitor.go(Learner.LENA.at("/courses/" + COURSE + "?from=" + Marked.UTE.word("query")));
        }

        List<String> told = Arrays.stream(node.logSince(before).split("\n(?=\\[20)"))
                .filter(record -> record.contains("_ThreadName=http-thread-pool"))
                .filter(record -> !record.contains("org.glassfish.grizzly"))
                .toList();
        assertThat(told).allSatisfy(record -> assertThat(record).containsPattern(OF_A_REQUEST));
        List<String> access = told.stream()
                .filter(record -> record.contains("org.mangrove.access"))
                .toList();
        assertThat(access).allSatisfy(record -> assertThat(record.strip()).matches(ACCESS));
        assertThat(String.join("", access))
                .containsPattern("tenant=\\d+ request=\\w+ GET /courses/\\{course} 200")
                .containsPattern("tenant=\\d+ request=\\w+ GET /sign-on/callback 302")
                .containsPattern("tenant=- request=\\w+ GET - 404");
    }
}
