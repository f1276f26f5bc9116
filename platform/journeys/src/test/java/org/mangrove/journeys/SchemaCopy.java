package org.mangrove.journeys;

import java.util.ArrayList;
import java.util.List;
import org.mangrove.launcher.Stack;

/** One schema's tables and rows in another one, as a dump and its restore leave them. */
record SchemaCopy(Rows everywhere, String from, String to) {

    SchemaCopy(Stack stack, String from, String to) {
        this(Rows.everywhere(stack), from, to);
    }

    /** Into a new schema. */
    void make() {
        everywhere.changeAll(List.of("drop database if exists " + to, "create database " + to));
        write("create table %2$s.%3$s like %1$s.%3$s");
    }

    /** Over what there is in all tables. */
    void writeOver() {
        write("delete from %2$s.%3$s");
    }

    /** Takes the new schema away again. */
    void remove() {
        everywhere.change("drop database if exists " + to);
    }

    private void write(String first) {
        var script = new ArrayList<String>();
        script.add("set foreign_key_checks = 0");
        for (String table :
                everywhere.lines("select table_name from information_schema.tables where table_schema = ?", from)) {
            script.add(first.formatted(from, to, table));
            script.add("insert into %2$s.%3$s select * from %1$s.%3$s".formatted(from, to, table));
        }
        everywhere.changeAll(script);
    }
}
