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

    /** Over what there is in all tables. */
    void writeOver() {
        copy(tables().stream().map(table -> "delete from " + to + "." + table).toList());
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
