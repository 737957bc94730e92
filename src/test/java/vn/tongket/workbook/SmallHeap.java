package vn.tongket.workbook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import vn.tongket.shared.DomainException;

/**
 * A program of its own, for a heap of its own: reads each file of a directory as an upload is read, two at a time, and
 * prints {@code name<TAB>sentence}; before them {@code idle<TAB>bytes}, what is used with everything loaded. Running out
 * of memory ends it.
 */
final class SmallHeap {

    private SmallHeap() {}

    public static void main(String[] arguments) throws IOException {
        Path sound = Path.of(arguments[0]);
        tell(sound);
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        System.out.println("idle\t" + (runtime.totalMemory() - runtime.freeMemory()));
        if (arguments.length > 1) {
            try (Stream<Path> files = Files.list(Path.of(arguments[1]))) {
                for (Path file : files.sorted().toList()) {
                    CompletableFuture<String> other = new CompletableFuture<>();
                    Thread thread = new Thread(() -> other.complete(tell(file)));
                    thread.start();
                    String told = tell(file);
                    if (!told.equals(other.join())) {
                        throw new IllegalStateException(told + " / " + other.join());
                    }
                    System.out.println(file.getFileName() + "\t" + told);
                }
            }
        }
    }

    private static String tell(Path file) {
        try {
            Reading reading = UploadWorker.read(
                    FileSort.of(file), file, Samples.EXPECTED, List.of(new WorkbookReading(), new WordReading()));
            return "read %d rows, %d headings"
                    .formatted(
                            reading.content().figures().size(),
                            reading.content().sections().size());
        } catch (DomainException refusal) {
            return refusal.getMessage();
        } catch (OutOfMemoryError full) {
            System.out.println(file.getFileName() + "\tOUT OF MEMORY");
            Runtime.getRuntime().halt(3);
            throw full;
        }
    }
}
