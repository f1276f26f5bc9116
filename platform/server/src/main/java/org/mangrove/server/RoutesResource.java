package org.mangrove.server;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ResourceContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.glassfish.jersey.server.ExtendedResourceContext;
import org.glassfish.jersey.server.model.Resource;
import org.glassfish.jersey.server.model.ResourceMethod;
import org.mangrove.core.tenancy.Definitions;

/**
 * What this node answers to, as it runs: every method of every resource, and every servlet, whoever brought it. Operators see
 * what is open, and the test of the walls asks all of it.
 */
@Path("operator/api/routes")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class RoutesResource {

    /**
     * @param template with its parameters in braces, and a slash before it
     * @param types of what it answers with
     */
    public record Route(String method, String template, List<String> types) {}

    /** @param mapping as the container has it, such as {@code /assets/*} */
    public record Servlet(String name, String mapping) {}

    public record Routes(List<Route> routes, List<Servlet> servlets) {}

    @Context
    ResourceContext resources;

    @Inject
    ServletContext application;

    @GET
    public String list() {
        return Definitions.write(new Routes(routes(), servlets()));
    }

    private List<Route> routes() {
        return ((ExtendedResourceContext) resources)
                .getResourceModel().getRootResources().stream()
                        .flatMap(root -> routes(root, ""))
                        .collect(Collectors.groupingBy(route -> List.of(route.template(), route.method())))
                        .values()
                        .stream()
                        .map(RoutesResource::joined)
                        .sorted(Comparator.comparing(Route::template).thenComparing(Route::method))
                        .toList();
    }

    private static Stream<Route> routes(Resource resource, String above) {
        String template =
                (above + "/" + resource.getPath()).replaceAll("/+", "/").replaceAll("(?<=.)/$", "");
        Stream<Route> own = resource.getAllMethods().stream()
                .filter(method -> method.getHttpMethod() != null)
                .map(method -> new Route(method.getHttpMethod(), template, types(method)));
        return Stream.concat(own, resource.getChildResources().stream().flatMap(child -> routes(child, template)));
    }

    private static List<String> types(ResourceMethod method) {
        return method.getProducedTypes().stream().map(MediaType::toString).toList();
    }

    /** Several methods of our code may answer to one, each with types of its own. */
    private static Route joined(List<Route> same) {
        return new Route(
                same.getFirst().method(),
                same.getFirst().template(),
                same.stream()
                        .flatMap(route -> route.types().stream())
                        .distinct()
                        .sorted()
                        .toList());
    }

    private List<Servlet> servlets() {
        return application.getServletRegistrations().values().stream()
                .flatMap(servlet ->
                        servlet.getMappings().stream().map(mapping -> new Servlet(servlet.getName(), mapping)))
                .sorted(Comparator.comparing(Servlet::mapping).thenComparing(Servlet::name))
                .toList();
    }
}
