package org.mangrove.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class ChildTest {

    @TempDir
    Path folder;

    @Test
    void whoever_ends_with_a_failure_of_the_moment_is_to_be_started_anew() throws Exception {
        assertThat(ended(75).isToStartAnew()).isTrue();
        assertThat(ended(1).isToStartAnew()).isFalse();
        assertThat(ended(0).isToStartAnew()).isFalse();
    }

    @Test
    void whoever_has_not_ended_is_not_to_be_started_anew() throws IOException {
        Child child = child("exec sleep 60");
        try {
            assertThat(child.isToStartAnew()).isFalse();
        } finally {
            child.kill();
        }
    }

    private Child ended(int code) throws Exception {
        Child child = child("exit " + code);
        var over = new CountDownLatch(1);
        child.ifItEndsByItself(gone -> over.countDown());
        over.await();
        return child;
    }

    private Child child(String script) throws IOException {
        return Child.start("child", StateFolder.at(folder), List.of("sh", "-c", script), Map.of(), folder);
    }
}
