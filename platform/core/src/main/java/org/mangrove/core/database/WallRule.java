package org.mangrove.core.database;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.sf.jsqlparser.expression.BinaryExpression;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.ExpressionVisitorAdapter;
import net.sf.jsqlparser.expression.JdbcNamedParameter;
import net.sf.jsqlparser.expression.JdbcParameter;
import net.sf.jsqlparser.expression.LongValue;
import net.sf.jsqlparser.expression.operators.conditional.AndExpression;
import net.sf.jsqlparser.expression.operators.relational.EqualsTo;
import net.sf.jsqlparser.expression.operators.relational.ExpressionList;
import net.sf.jsqlparser.expression.operators.relational.InExpression;
import net.sf.jsqlparser.expression.operators.relational.ParenthesedExpressionList;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.statement.delete.Delete;
import net.sf.jsqlparser.statement.insert.Insert;
import net.sf.jsqlparser.statement.select.FromItem;
import net.sf.jsqlparser.statement.select.Join;
import net.sf.jsqlparser.statement.select.ParenthesedFromItem;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.SelectItem;
import net.sf.jsqlparser.statement.select.SetOperationList;
import net.sf.jsqlparser.statement.select.Values;
import net.sf.jsqlparser.statement.select.WithItem;
import net.sf.jsqlparser.statement.update.Update;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the predicate that holds a walled table to one owner, for each alias in each part of a statement.
 *
 * <p>An alias is held by {@code alias.tenant_id = ?}, by {@code (alias.tenant_id, alias.id) in ((?, ?))}, by equality with a
 * column of a derived table that consists of values alone, as that of {@link WantedKeys}, or with the same column of an alias
 * that is held. The ON of an outer join holds the joined side only.
 */
final class WallRule {

    private final Map<String, String> columns;

    /** @param columns walled table to the column that says whose a row is, in lower case */
    WallRule(Map<String, String> columns) {
        this.columns = Map.copyOf(columns);
    }

    /** What is wrong with the statement, if anything is. */
    Optional<String> objectionTo(Statement statement) {
        try {
            switch (statement) {
                case Select select -> check(select, Set.of());
                case Insert insert -> check(insert);
                case Update update -> check(update);
                case Delete delete -> check(delete);
                default -> throw new Objection("A kind of statement that the wall does not know");
            }
            return Optional.empty();
        } catch (Objection objection) {
            return Optional.of(objection.what);
        }
    }

    private void check(Select select, Set<Held> outer) {
        for (WithItem<?> with : listOf(select.getWithItemsList())) {
            check(with.getSelect(), Set.of());
        }
        switch (select) {
            case PlainSelect plain -> {
                var scope = new Scope(outer);
                scope.from(plain.getFromItem());
                scope.joins(plain.getJoins());
                scope.where(plain.getWhere());
                scope.mustBeHeld();
                plain.getSelectItems().forEach(item -> scope.checkWithin(item.getExpression()));
                scope.checkWithin(plain.getHaving());
            }
            case SetOperationList set -> set.getSelects().forEach(part -> check(part, outer));
            case ParenthesedSelect parenthesed -> check(parenthesed.getSelect(), outer);
            case Values values -> new Scope(outer).checkWithin(values.getExpressions());
            default -> throw new Objection("A kind of query that the wall does not know");
        }
    }

    private void check(Insert insert) {
        var column = columns.get(nameOf(insert.getTable()));
        if (column != null
                && (insert.getColumns() == null
                        || insert.getColumns().stream()
                                .noneMatch(named -> nameOf(named).equals(column)))) {
            throw new Objection("A row of " + insert.getTable().getName() + " without " + column);
        }
        if (insert.getSelect() != null) {
            check(insert.getSelect(), Set.of());
        }
    }

    private void check(Update update) {
        var scope = new Scope(Set.of());
        scope.from(update.getTable());
        scope.joins(update.getStartJoins());
        scope.from(update.getFromItem());
        scope.joins(update.getJoins());
        scope.where(update.getWhere());
        scope.mustBeHeld();
        for (var set : update.getUpdateSets()) {
            for (Column assigned : set.getColumns()) {
                if (columns.containsValue(nameOf(assigned)) && scope.isWallColumn(assigned)) {
                    throw new Objection("A row's owner may not be changed");
                }
            }
            scope.checkWithin(set.getValues());
        }
    }

    private void check(Delete delete) {
        var scope = new Scope(Set.of());
        scope.from(delete.getTable());
        scope.joins(delete.getJoins());
        scope.where(delete.getWhere());
        scope.mustBeHeld();
    }

    private static String nameOf(Table table) {
        return unquoted(table.getName());
    }

    private static String nameOf(Column column) {
        return unquoted(column.getColumnName());
    }

    private static String unquoted(String name) {
        return name.replace("`", "").toLowerCase(Locale.ROOT);
    }

    private static <T> List<T> listOf(@Nullable List<T> items) {
        return items == null ? List.of() : items;
    }

    /** An alias whose rows are known to belong to one owner. */
    private record Held(String alias, String column) {}

    /** {@code alias} is held as soon as {@code by} is; by nothing else if {@code by} is empty. */
    private record Hold(String alias, Optional<Held> by) {}

    /** The aliases that one part of a statement brings in, and what its conditions say of them. */
    private final class Scope {

        private final Set<Held> held;
        private final Map<String, String> tables = new HashMap<>();
        private final List<Hold> holds = new ArrayList<>();
        private final Map<String, String> outerColumns = new HashMap<>();
        private final Set<Held> values = new HashSet<>();
        private final List<Expression> conditions = new ArrayList<>();

        Scope(Set<Held> outer) {
            this.held = new HashSet<>(outer);
            outer.forEach(alias -> outerColumns.put(alias.alias(), alias.column()));
        }

        void from(@Nullable FromItem item) {
            switch (item) {
                case null -> {}
                case Table table -> add(table);
                case ParenthesedSelect select -> {
                    check(select, Set.of());
                    addValues(select);
                }
                case ParenthesedFromItem group -> {
                    from(group.getFromItem());
                    joins(group.getJoins());
                }
                default -> throw new Objection("A kind of table that the wall does not know");
            }
        }

        private void add(Table table) {
            var column = columns.get(nameOf(table));
            var alias = table.getAlias() == null
                    ? nameOf(table)
                    : unquoted(table.getAlias().getName());
            if (column != null) {
                tables.put(alias, column);
            }
            outerColumns.remove(alias);
            held.removeIf(outer -> outer.alias().equals(alias));
        }

        /** What a derived table has of values alone, in each of its rows, is as good as the values. */
        private void addValues(ParenthesedSelect derived) {
            List<PlainSelect> parts = partsOf(derived.getSelect());
            if (derived.getAlias() == null || parts.isEmpty()) {
                return;
            }
            String alias = unquoted(derived.getAlias().getName());
            List<SelectItem<?>> names = parts.getFirst().getSelectItems();
            for (int i = 0; i < names.size(); i++) {
                int place = i;
                boolean isOfValues = parts.stream()
                        .allMatch(part -> part.getSelectItems().size() > place
                                && isValue(part.getSelectItems().get(place).getExpression()));
                if (isOfValues && names.get(i).getAlias() != null) {
                    values.add(new Held(alias, unquoted(names.get(i).getAlias().getName())));
                }
            }
        }

        /** Of what has no table: a row of expressions, or a union of such rows. */
        private static List<PlainSelect> partsOf(Select select) {
            return switch (select) {
                case PlainSelect plain when plain.getFromItem() == null -> List.of(plain);
                case SetOperationList set ->
                    set.getSelects().stream().allMatch(part -> partsOf(part).size() == 1)
                            ? set.getSelects().stream()
                                    .flatMap(part -> partsOf(part).stream())
                                    .toList()
                            : List.of();
                default -> List.of();
            };
        }

        private boolean isValueHere(Expression expression) {
            return isValue(expression)
                    || (expression instanceof Column column
                            && column.getTable() != null
                            && values.contains(new Held(nameOf(column.getTable()), nameOf(column))));
        }

        void joins(@Nullable List<Join> joins) {
            for (Join join : listOf(joins)) {
                var before = Set.copyOf(tables.keySet());
                from(join.getFromItem());
                var conditionsHere = new ArrayList<Hold>();
                listOf(join.getOnExpressions() == null ? null : List.copyOf(join.getOnExpressions()))
                        .forEach(on -> collect(on, conditionsHere));
                if (join.isRight() || join.isFull()) {
                    continue;
                }
                conditionsHere.stream()
                        .filter(hold -> !join.isLeft() || !before.contains(hold.alias()))
                        .forEach(holds::add);
            }
        }

        void where(@Nullable Expression where) {
            if (where != null) {
                collect(where, holds);
            }
        }

        void mustBeHeld() {
            boolean more = true;
            while (more) {
                more = false;
                for (Hold hold : holds) {
                    if (hold.by().isEmpty() || held.contains(hold.by().get())) {
                        var column = tables.get(hold.alias());
                        more |= column != null && held.add(new Held(hold.alias(), column));
                    }
                }
            }
            tables.forEach((alias, column) -> {
                if (!held.contains(new Held(alias, column))) {
                    throw new Objection("Nothing holds " + alias + "." + column + " to one owner");
                }
            });
            conditions.forEach(this::checkWithin);
        }

        /** Sub-queries see the aliases that are held around them. */
        void checkWithin(@Nullable Expression expression) {
            if (expression == null) {
                return;
            }
            var around = Set.copyOf(held);
            expression.accept(
                    new ExpressionVisitorAdapter<Void>() {
                        @Override
                        public <S> @Nullable Void visit(ParenthesedSelect select, S context) {
                            check(select, around);
                            return null;
                        }

                        @Override
                        public <S> @Nullable Void visit(Select select, S context) {
                            check(select, around);
                            return null;
                        }
                    },
                    null);
        }

        boolean isWallColumn(Column column) {
            return wallColumn(column).isPresent();
        }

        private void collect(Expression condition, List<Hold> into) {
            switch (condition) {
                case AndExpression and -> {
                    collect(and.getLeftExpression(), into);
                    collect(and.getRightExpression(), into);
                }
                case ParenthesedExpressionList<?> one when one.size() == 1 -> collect(one.getFirst(), into);
                case EqualsTo equals -> {
                    conditions.add(equals);
                    collectEquality(equals, into);
                }
                case InExpression in
                when !in.isNot() -> {
                    conditions.add(in);
                    collectMembership(in, into);
                }
                default -> conditions.add(condition);
            }
        }

        private void collectEquality(BinaryExpression equals, List<Hold> into) {
            var left = equals.getLeftExpression();
            var right = equals.getRightExpression();
            if (left instanceof ExpressionList<?> lefts
                    && right instanceof ExpressionList<?> rights
                    && lefts.size() == rights.size()) {
                for (int i = 0; i < lefts.size(); i++) {
                    collectEquality(lefts.get(i), rights.get(i), into);
                }
                return;
            }
            collectEquality(left, right, into);
        }

        private void collectEquality(Expression left, Expression right, List<Hold> into) {
            var ofLeft = wallColumn(left);
            var ofRight = wallColumn(right);
            if (ofLeft.isPresent() && ofRight.isPresent()) {
                if (ofLeft.get().column().equals(ofRight.get().column())) {
                    into.add(new Hold(ofLeft.get().alias(), ofRight));
                    into.add(new Hold(ofRight.get().alias(), ofLeft));
                }
                return;
            }
            ofLeft.filter(column -> isValueHere(right))
                    .ifPresent(column -> into.add(new Hold(column.alias(), Optional.empty())));
            ofRight.filter(column -> isValueHere(left))
                    .ifPresent(column -> into.add(new Hold(column.alias(), Optional.empty())));
        }

        /** {@code (tenant_id, id) in ((?, ?), …)}, as Hibernate asks for rows by their composite key. */
        private void collectMembership(InExpression in, List<Hold> into) {
            if (in.getLeftExpression() instanceof ExpressionList<?> tuple
                    && in.getRightExpression() instanceof ExpressionList<?> candidates) {
                boolean values = candidates.stream()
                        .allMatch(candidate -> candidate instanceof ExpressionList<?> parts
                                && parts.stream().allMatch(WallRule::isValue));
                if (values) {
                    tuple.stream()
                            .flatMap(part -> wallColumn(part).stream())
                            .forEach(column -> into.add(new Hold(column.alias(), Optional.empty())));
                }
                return;
            }
            if (in.getRightExpression() instanceof ExpressionList<?> candidates
                    && candidates.size() == 1
                    && isValue(candidates.getFirst())) {
                wallColumn(in.getLeftExpression())
                        .ifPresent(column -> into.add(new Hold(column.alias(), Optional.empty())));
            }
        }

        /** The alias that an expression names the wall's column of. */
        private Optional<Held> wallColumn(Expression expression) {
            if (!(expression instanceof Column column)) {
                return Optional.empty();
            }
            var name = nameOf(column);
            if (column.getTable() == null || column.getTable().getName() == null) {
                return tables.size() == 1 && tables.containsValue(name)
                        ? Optional.of(new Held(tables.keySet().iterator().next(), name))
                        : Optional.empty();
            }
            var alias = unquoted(column.getTable().getName());
            return name.equals(tables.get(alias)) || name.equals(outerColumns.get(alias))
                    ? Optional.of(new Held(alias, name))
                    : Optional.empty();
        }
    }

    private static boolean isValue(Expression expression) {
        return expression instanceof JdbcParameter
                || expression instanceof JdbcNamedParameter
                || expression instanceof LongValue;
    }

    private static final class Objection extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String what;

        Objection(String what) {
            super(what, null, false, false);
            this.what = what;
        }
    }
}
