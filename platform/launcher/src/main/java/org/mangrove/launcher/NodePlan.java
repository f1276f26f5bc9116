package org.mangrove.launcher;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one node of a stack serves: everything, the core, or cells.
 *
 * @param cells none for the core
 */
public record NodePlan(Role role, List<String> cells) {

    /** As a node is told in {@code mangrove.role}. */
    public enum Role {
        ALL,
        CORE,
        CELL
    }

    private static final String CELL = "cell:";

    public NodePlan {
        cells = List.copyOf(cells);
    }

    public static NodePlan all(List<String> cells) {
        return new NodePlan(Role.ALL, cells);
    }

    public static NodePlan core() {
        return new NodePlan(Role.CORE, List.of());
    }

    public static NodePlan cells(String... cells) {
        return new NodePlan(Role.CELL, List.of(cells));
    }

    /**
     * Reads what {@code --nodes} says: {@code core,cell:eu,cell:sa+jp} is three nodes, the last of which serves two cells.
     *
     * @throws Trouble if it cannot be understood
     */
    public static List<NodePlan> parse(String words) {
        var plans = new ArrayList<NodePlan>();
        for (String word : words.split(",", -1)) {
            if (word.equals("core")) {
                plans.add(core());
            } else if (word.startsWith(CELL) && word.length() > CELL.length()) {
                plans.add(cells(word.substring(CELL.length()).split("\\+", -1)));
            } else {
                throw new Trouble(
                        "\"%s\" is no node: say core, or cell: with names of cells, as in core,cell:eu,cell:sa+jp."
                                .formatted(word));
            }
        }
        return List.copyOf(plans);
    }

    /** @throws Trouble unless the core and each of these cells is served by exactly one of the nodes */
    static void mustServe(List<NodePlan> plans, List<String> cells) {
        long cores = plans.stream().filter(NodePlan::servesCore).count();
        if (cores != 1) {
            throw new Trouble("Exactly one node must serve the core, not %d: --nodes core,cell:%s."
                    .formatted(cores, String.join("+", cells)));
        }
        List<String> served =
                plans.stream().flatMap(plan -> plan.cells().stream()).toList();
        if (served.size() != cells.size() || !new HashSet<>(served).equals(new HashSet<>(cells))) {
            throw new Trouble("The nodes serve the cells %s, and there are %s: each must be served once."
                    .formatted(String.join(", ", served), String.join(", ", cells)));
        }
    }

    public boolean servesCore() {
        return role != Role.CELL;
    }

    /** Names its folders, its log and its process. */
    public String name() {
        return switch (role) {
            case ALL -> "node";
            case CORE -> "node-core";
            case CELL -> "node-" + String.join("-", cells);
        };
    }

    /** The databases that it has, and no others. */
    List<Schema> schemas() {
        Stream<Schema> own = cells.stream().map(Schema::cell);
        return (servesCore() ? Stream.concat(Stream.of(Schema.core()), own) : own).toList();
    }

    /** As {@code --nodes} would say it. */
    static String told(List<NodePlan> plans) {
        return plans.stream()
                .map(plan -> switch (plan.role()) {
                    case ALL -> "all";
                    case CORE -> "core";
                    case CELL -> CELL + String.join("+", plan.cells());
                })
                .collect(Collectors.joining(","));
    }
}
