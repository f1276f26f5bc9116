package org.mangrove.journeys;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.mangrove.launcher.Stack;

/** One schema's tables and rows in another one, all of one moment, as a dump and its restore leave them. */
record SchemaCopy(Rows everywhere, String from, String to) {

    SchemaCopy(Stack stack, String from, String to) {
        this(Rows.everywhere(stack), from, to);
    }

    /** Into a new schema. */
    void make() {
        everywhere.changeAll(List.of("drop database if exists " + to, "create database " + to));
        everywhere.changeAll(tables().stream()
                .map(table -> "create table %2$s.%3$s like %1$s.%3$s".formatted(from, to, table))
                .toList());
        copy(List.of());
    }

    /** Over what there is in all tables, what the schema itself keeps from being removed among it. */
    void writeOver() {
        List<Trigger> triggers = triggers();
        everywhere.changeAll(triggers.stream()
                .map(trigger -> "drop trigger %s.%s".formatted(to, trigger.name()))
                .toList());
        copy(tables().stream().map(table -> "delete from " + to + "." + table).toList());
        everywhere.changeAll(triggers.stream().map(Trigger::made).toList());
    }

    /** @param made the statement that makes it */
    private record Trigger(String name, String made) {}

    private List<Trigger> triggers() {
        return everywhere.read(
                "select trigger_name, definer, action_timing, event_manipulation, event_object_table, action_statement"
                        + " from information_schema.triggers where trigger_schema = ?",
                List.of(to),
                row -> {
                    String[] definer = row.getString(2).split("@", 2);
                    return new Trigger(
                            row.getString(1),
                            "create definer = `%s`@`%s` trigger %s.%s %s %s on %s.%s for each row %s"
                                    .formatted(
                                            definer[0],
                                            definer[1],
                                            to,
                                            row.getString(1),
                                            row.getString(3),
                                            row.getString(4),
                                            to,
                                            row.getString(5),
                                            row.getString(6)));
                });
    }

    /** Takes the new schema away again. */
    void remove() {
        everywhere.change("drop database if exists " + to);
    }

    /** Under a lock: what is counted in one table and waits to be counted in another would be counted twice. */
    private void copy(List<String> first) {
        List<String> tables = tables();
        var script = new ArrayList<String>();
        script.add("set foreign_key_checks = 0");
        script.add(tables.stream()
                .map(table -> "%1$s.%3$s read, %2$s.%3$s write".formatted(from, to, table))
                .collect(Collectors.joining(", ", "lock tables ", "")));
        script.addAll(first);
        tables.forEach(table -> script.add("insert into %2$s.%3$s select * from %1$s.%3$s".formatted(from, to, table)));
        script.add("unlock tables");
        everywhere.changeAll(script);
    }

    private List<String> tables() {
        return everywhere.lines("select table_name from information_schema.tables where table_schema = ?", from);
    }
}
