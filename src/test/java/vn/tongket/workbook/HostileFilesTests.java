package vn.tongket.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files made to fill the memory, two at a time in a JVM with 64 MB of heap above what it uses when idle. */
class HostileFilesTests {

    private static final int ABOVE_IDLE = 64 << 20;
    private static final String BROKEN = "Tệp bị hỏng";

    @TempDir
    private Path directory;

    @Test
    void areRefusedWithinSixtyFourMegabytes() throws Exception {
        Path sound = Files.write(directory.resolve("sound.xlsx"), Samples.template(Samples.full()));
        Path hostile = Files.createDirectory(directory.resolve("hostile"));
        HostileFiles.write(hostile, Files.readAllBytes(sound));
        Files.copy(sound, hostile.resolve("sound.xlsx"));

        long idle = Long.parseLong(run(512 << 20, sound).get("idle"));
        Map<String, String> told = run(idle + ABOVE_IDLE, sound, hostile);

        assertThat(told.remove("idle")).isNotNull();
        assertThat(told.remove("sound.xlsx"))
                .isEqualTo("read " + Samples.withBlanks(Map.of()).size() + " rows, 0 headings");
        // Bulky, but within every bound that matters: read past its bulk.
        assertThat(told.remove("millions of rows.xlsx")).startsWith("read ");
        assertThat(told)
                .hasSize(22)
                .allSatisfy((file, sentence) -> assertThat(sentence)
                        .as(file)
                        .containsIgnoringCase("tệp")
                        .doesNotStartWith("read ")
                        .doesNotStartWith(BROKEN));
    }

    @Test
    void areRefusedWithinSixtyFourMegabytesWhenTheyAreWordFiles() throws Exception {
        Path sound = Files.write(directory.resolve("sound.docx"), WordSamples.template(WordSamples.full()));
        Path hostile = Files.createDirectory(directory.resolve("hostile"));
        HostileDocuments.write(hostile, Files.readAllBytes(sound));
        Files.copy(sound, hostile.resolve("sound.docx"));

        long idle = Long.parseLong(run(512 << 20, sound).get("idle"));
        Map<String, String> told = run(idle + ABOVE_IDLE, sound, hostile);

        assertThat(told.remove("idle")).isNotNull();
        assertThat(told.remove("sound.docx"))
                .isEqualTo("read 0 rows, " + WordSamples.full().size() + " headings");
        assertThat(told)
                .hasSize(14)
                .allSatisfy((file, sentence) -> assertThat(sentence)
                        .as(file)
                        .containsIgnoringCase("tệp")
                        .doesNotStartWith("read ")
                        .doesNotStartWith(BROKEN));
    }

    private Map<String, String> run(long heap, Path... arguments) throws IOException, InterruptedException {
        Path out = directory.resolve("out.txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-XX:+UseSerialGC",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                SmallHeap.class.getName()));
        for (Path argument : arguments) {
            command.add(argument.toString());
        }
        int exit = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start()
                .waitFor();
        String printed = Files.readString(out, StandardCharsets.UTF_8);
        assertThat(exit).as(printed).isZero();
        Map<String, String> told = new LinkedHashMap<>();
        printed.lines()
                .filter(line -> line.contains("\t"))
                .forEach(line -> told.put(line.split("\t", 2)[0], line.split("\t", 2)[1]));
        return told;
    }
}
