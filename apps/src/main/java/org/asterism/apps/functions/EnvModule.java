package org.asterism.apps.functions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.asterism.core.dialplan.ArgumentList;
import org.asterism.core.dialplan.FunctionFailed;
import org.asterism.core.module.LoadableModule;
import org.asterism.core.module.ModuleContext;
import org.asterism.core.module.ModuleInfo;

/** {@code func_env}: ENV and STAT. */
@ModuleInfo(name = "func_env", description = "Environment/filesystem dialplan functions")
public final class EnvModule implements LoadableModule {
    @Override
    public void load(ModuleContext context) {
        context.register(FunctionDraft.of(
                        "ENV(varname)",
                        "Gets the environment variable specified.",
                        "Empty when it is not set. A Java process cannot change its environment, so it can only be"
                                + " read.",
                        "varname - its name")
                .reading((_, name) -> {
                    String value = System.getenv(name.strip());
                    return value == null ? "" : value;
                }));
        context.register(FunctionDraft.of(
                        "STAT(flag,filename)",
                        "Does a check on the specified file.",
                        "0 for a file that is not there.",
                        "flag - d: is it a directory, e: does it exist, f: is it a regular file, s: its size in bytes,"
                                + " M: when it was changed, A: when it was read, C: when it was made, in seconds since"
                                + " 1970")
                .reading((_, text) -> {
                    ArgumentList arguments = ArgumentList.of(text, 2);
                    return stat(arguments.get(0).strip(), arguments.get(1).strip());
                }));
    }

    private static String stat(String flag, String name) throws FunctionFailed {
        BasicFileAttributes file;
        try {
            file = Files.readAttributes(Path.of(name), BasicFileAttributes.class);
        } catch (IOException | InvalidPathException _) {
            return "0";
        }
        return switch (flag) {
            case "d" -> file.isDirectory() ? "1" : "0";
            case "e" -> "1";
            case "f" -> file.isRegularFile() ? "1" : "0";
            case "s" -> String.valueOf(file.size());
            case "M" -> String.valueOf(file.lastModifiedTime().toInstant().getEpochSecond());
            case "A" -> String.valueOf(file.lastAccessTime().toInstant().getEpochSecond());
            case "C" -> String.valueOf(file.creationTime().toInstant().getEpochSecond());
            default -> throw new FunctionFailed("STAT takes d, e, f, s, M, A or C but was given '" + flag + "'");
        };
    }
}
