import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Runs palantir-java-format over every Java file below the project: "check" fails on a difference, "apply" rewrites. */
final class Format {
    private static final List<String> SKIPPED = List.of("target", ".git", "node_modules", "var");

    private Format() {}

    public static void main(String[] args) throws IOException {
        boolean apply = args[0].equals("apply");
        List<String> arguments = new ArrayList<>(List.of("--palantir"));
        arguments.addAll(apply ? List.of("--replace") : List.of("--dry-run", "--set-exit-if-changed"));
        Path root = Path.of(args[1]);
        try (Stream<Path> files = Files.walk(root)) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> Stream.of(root.relativize(file).toString().split("/"))
                            .noneMatch(SKIPPED::contains))
                    .map(Path::toString)
                    .sorted()
                    .forEach(arguments::add);
        }
        if (!apply) {
            System.out.println("Checking the format of " + (arguments.size() - 3)
                    + " Java files; files listed below differ: mvn validate -pl .mvn/format -Dformat=apply mends them");
        }
        com.palantir.javaformat.java.Main.main(arguments.toArray(String[]::new));
    }
}
