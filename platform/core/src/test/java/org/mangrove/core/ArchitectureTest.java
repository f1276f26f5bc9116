package org.mangrove.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.hibernate.SharedSessionContract;
import org.mangrove.core.database.EveryTenant;
import org.mangrove.core.identity.CurrentRequest;
import org.mangrove.core.tenancy.EnterpriseCopy;
import org.mangrove.core.tenancy.EnterpriseOwned;
import org.mangrove.core.tenancy.TenantOwned;

/** The rules of docs/architecture.md that a machine can keep. The slices are found, not listed, so that none is forgotten. */
@AnalyzeClasses(packages = "org.mangrove.core", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "org.mangrove.core.";
    private static final List<String> VAGUE = List.of("Manager", "Util", "Utils", "Helper", "Impl", "Dto");

    @ArchTest
    static final ArchRule slices_do_not_depend_on_each_other_in_a_circle =
            slices().matching("org.mangrove.core.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule a_slice_keeps_its_store_and_web_to_itself =
            classes().that().resideInAPackage("org.mangrove.core..").should(reachOnlyTheFaceOfOtherSlices());

    @ArchTest
    static final ArchRule a_slice_has_a_face_a_store_and_a_web_and_no_other_places =
            classes().should(resideInOneOfTheThreePlaces());

    @ArchTest
    static final ArchRule every_entity_says_whose_it_is = classes()
            .that()
            .areAnnotatedWith(Entity.class)
            .should()
            .beAssignableTo(TenantOwned.class)
            .orShould()
            .beAssignableTo(EnterpriseOwned.class)
            .orShould()
            .beAssignableTo(EnterpriseCopy.class)
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule rows_are_reached_in_stores_only = noClasses()
            .that()
            .resideOutsideOfPackages("..store..", "org.mangrove.core.database..", "org.mangrove.core.tenancy..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(SharedSessionContract.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(EntityManager.class);

    @ArchTest
    static final ArchRule the_wall_is_passed_in_stores_only = noClasses()
            .that()
            .resideOutsideOfPackages("..store..", "org.mangrove.core.database..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(EveryTenant.class);

    @ArchTest
    static final ArchRule only_web_packages_know_of_a_request = noClasses()
            .that()
            .resideOutsideOfPackages("..web..", "org.mangrove.core.identity..", "org.mangrove.core.pages..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(CurrentRequest.class);

    @ArchTest
    static final ArchRule names_say_what_a_thing_is = classes().should(beNamedForWhatTheyAre());

    private static ArchCondition<JavaClass> reachOnlyTheFaceOfOtherSlices() {
        return new ArchCondition<>("reach only the face of other slices") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    JavaClass target = dependency.getTargetClass();
                    if (target.getPackageName().startsWith(ROOT)
                            && !sliceOf(type).equals(sliceOf(target))
                            && !target.getPackageName().equals(ROOT + sliceOf(target))) {
                        events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
                    }
                }
            }
        };
    }

    private static ArchCondition<JavaClass> resideInOneOfTheThreePlaces() {
        return new ArchCondition<>("reside in a slice's root, store or web") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                var within = type.getPackageName()
                        .substring(ROOT.length() + sliceOf(type).length());
                if (!List.of("", ".store", ".web").contains(within)) {
                    events.add(SimpleConditionEvent.violated(type, type.getName() + " lies in " + within));
                }
            }
        };
    }

    /** A class that extends a library's manager, and is one, may say so. */
    private static ArchCondition<JavaClass> beNamedForWhatTheyAre() {
        return new ArchCondition<>("be named for what they are") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean vague = VAGUE.stream().anyMatch(type.getSimpleName()::endsWith);
                boolean inherited = type.getRawSuperclass()
                        .filter(parent -> VAGUE.stream().anyMatch(parent.getSimpleName()::endsWith))
                        .isPresent();
                if (vague && !inherited) {
                    events.add(SimpleConditionEvent.violated(type, type.getName() + " says nothing"));
                }
            }
        };
    }

    private static String sliceOf(JavaClass type) {
        return type.getPackageName().substring(ROOT.length()).split("\\.")[0];
    }
}
