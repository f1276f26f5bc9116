package org.mangrove.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/** Folders that are made once and then only read, shared by all states and by launchers that run at the same time. */
final class Cache {

    /** File locks hold between processes; within this one they would throw instead of waiting. */
    private static final Map<Path, ReentrantLock> WITHIN_THIS_PROCESS = new ConcurrentHashMap<>();

    private final Path root;

    private Cache(Path root) {
        this.root = root;
    }

    static Cache of(Distribution distribution) {
        return new Cache(distribution.cache());
    }

    /** Fills a draft that becomes the folder when it is whole. */
    interface Filling {
        void fill(Path draft) throws IOException;
    }

    Path folder(String name, Filling filling) {
        Path folder = root.resolve(name);
        if (Files.isDirectory(folder)) {
            return folder;
        }
        ReentrantLock lock = WITHIN_THIS_PROCESS.computeIfAbsent(folder, _ -> new ReentrantLock());
        lock.lock();
        try {
            Files.createDirectories(root);
            try (FileChannel channel = FileChannel.open(
                            root.resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock _ = channel.lock()) {
                if (!Files.isDirectory(folder)) {
                    Path draft = root.resolve(name + ".draft");
                    Trees.remove(draft);
                    Files.createDirectories(draft);
                    filling.fill(draft);
                    Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
                }
            }
            return folder;
        } catch (IOException failed) {
            throw Disk.asTrouble("filling the folder " + folder, failed);
        } finally {
            lock.unlock();
        }
    }
}
