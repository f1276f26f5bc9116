package org.mangrove.server.walls;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.ConstantInstruction.LoadConstantInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mangrove.core.database.EveryTenant;

/**
 * One place in a class where rows are held to their owner, and the class without it.
 *
 * <p>Places are found in what was compiled: where a statement's text says whose rows it means, and where the owner's number is
 * taken to be bound to it. A number that is bound to a statement which says {@link EveryTenant} holds no rows to anybody: the
 * statement means the rows of all, whatever number it compares them with. Such a number goes into a parameter at once, and the
 * statement made last before it is made of what {@code says} gives; a number that takes any other way is a place.
 */
record Removal(String what, byte[] without) {

    private static final Pattern PREDICATE = Pattern.compile(
            "\\b(?:\\w+\\.)?(?:tenant|enterprise)(?:_id)?\\s*=\\s*(?::(?:tenant|enterprise)\\b|\\w+\\.(?:tenant|enterprise)(?:_id)?\\b)");
    private static final Pattern STATEMENT =
            Pattern.compile("create(?:Native|Mutation|NativeMutation|Selection)?Query");
    private static final ClassDesc EVERY_TENANT =
            EveryTenant.class.describeConstable().orElseThrow();
    private static final Pattern OWNER = Pattern.compile("org/mangrove/(?:sdk/TenantId|core/tenancy/EnterpriseId)");

    /** All of a class. */
    static List<Removal> of(byte[] original, int somebodyElse) {
        ClassModel model = ClassFile.of().parse(original);
        var found = new ArrayList<Removal>();
        for (MethodModel method : model.methods()) {
            List<CodeElement> code =
                    method.code().map(some -> some.elementList()).orElse(List.of());
            for (int at = 0; at < code.size(); at++) {
                removals(model, method, code, at, somebodyElse, found);
            }
        }
        return List.copyOf(found);
    }

    /** Whether the number taken here goes into a parameter of a statement that says for what reason it means all rows. */
    private static boolean isOfEveryTenant(List<CodeElement> code, int taken) {
        List<InvokeInstruction> after =
                calls(code.subList(taken + 1, code.size())).limit(2).toList();
        boolean isBound = after.size() == 2
                && after.getFirst().name().equalsString("valueOf")
                && after.getLast().name().equalsString("setParameter");
        return isBound
                && calls(code.subList(0, taken).reversed())
                        .dropWhile(call ->
                                !STATEMENT.matcher(call.name().stringValue()).matches())
                        .skip(1)
                        .findFirst()
                        .filter(call -> call.owner().asSymbol().equals(EVERY_TENANT))
                        .isPresent();
    }

    private static Stream<InvokeInstruction> calls(List<CodeElement> code) {
        return code.stream().filter(InvokeInstruction.class::isInstance).map(InvokeInstruction.class::cast);
    }

    private static void removals(
            ClassModel model,
            MethodModel method,
            List<CodeElement> code,
            int at,
            int somebodyElse,
            List<Removal> into) {
        String place = "%s.%s".formatted(simpleName(model), method.methodName().stringValue());
        switch (code.get(at)) {
            case LoadConstantInstruction load
            when load.constantValue() instanceof String text ->
                without(text)
                        .forEach(change -> into.add(new Removal(
                                place + ": " + change.what(),
                                changed(model, method, at, builder -> builder.loadConstant(change.text())))));
            case InvokeDynamicInstruction call -> {
                for (int i = 0; i < call.bootstrapArgs().size(); i++) {
                    if (call.bootstrapArgs().get(i) instanceof String text) {
                        int argument = i;
                        without(text)
                                .forEach(change -> into.add(new Removal(
                                        place + ": " + change.what(),
                                        changed(
                                                model,
                                                method,
                                                at,
                                                builder ->
                                                        builder.invokedynamic(with(call, argument, change.text()))))));
                    }
                }
            }
            case InvokeInstruction call
            when isOwnersNumber(call) && !isOfEveryTenant(code, at) ->
                into.add(new Removal(
                        place + ": the owner's number",
                        changed(model, method, at, builder -> builder.pop().loadConstant(somebodyElse))));
            default -> {}
        }
    }

    private static boolean isOwnersNumber(InvokeInstruction call) {
        return OWNER.matcher(call.owner().asInternalName()).matches()
                && call.name().stringValue().equals("number");
    }

    private record Change(String what, String text) {}

    private static List<Change> without(String text) {
        return PREDICATE
                .matcher(text)
                .results()
                .map(found -> new Change(found.group(), neutral(text, found)))
                .toList();
    }

    /** Its parameters stay, so that the statement can be run. */
    private static String neutral(String text, MatchResult found) {
        return text.substring(0, found.start()) + "(" + found.group() + " or 1 = 1)" + text.substring(found.end());
    }

    private static DynamicCallSiteDesc with(InvokeDynamicInstruction call, int argument, String text) {
        ConstantDesc[] arguments = call.bootstrapArgs().toArray(ConstantDesc[]::new);
        arguments[argument] = text;
        return DynamicCallSiteDesc.of(call.bootstrapMethod(), call.name().stringValue(), call.typeSymbol(), arguments);
    }

    private interface Replacement {
        void into(CodeBuilder code);
    }

    private static byte[] changed(ClassModel model, MethodModel method, int at, Replacement replacement) {
        CodeTransform transform = CodeTransform.ofStateful(() -> new CodeTransform() {
            private int now;

            @Override
            public void accept(CodeBuilder code, CodeElement element) {
                if (now++ == at) {
                    replacement.into(code);
                } else {
                    code.with(element);
                }
            }
        });
        return ClassFile.of()
                .transformClass(
                        model,
                        ClassTransform.transformingMethodBodies(
                                other -> other.methodName().equals(method.methodName())
                                        && other.methodType().equals(method.methodType()),
                                transform));
    }

    /** A class in which this method, which returns nothing, does nothing any more. */
    static Removal ofMethod(byte[] original, String name) {
        ClassModel model = ClassFile.of().parse(original);
        return new Removal(
                simpleName(model) + "." + name + ": all of it",
                ClassFile.of().transformClass(model, (builder, element) -> {
                    if (element instanceof MethodModel method
                            && method.methodName().equalsString(name)) {
                        builder.withMethodBody(
                                method.methodName(),
                                method.methodType(),
                                method.flags().flagsMask(),
                                CodeBuilder::return_);
                    } else {
                        builder.with(element);
                    }
                }));
    }

    private static String simpleName(ClassModel model) {
        String name = model.thisClass().asInternalName();
        return name.substring(name.lastIndexOf('/') + 1);
    }

    @Override
    public String toString() {
        return what;
    }
}
