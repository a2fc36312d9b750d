package org.asterism.core.module;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the loader finds modules: jars of a folder, parts of core, or objects made by a test. Called by one thread at a time. */
public interface ModuleSource {
    /**
     * What is there now, in no particular order. Looks again at each call.
     *
     * @return descriptions; what cannot be read is left out, and said in the log
     */
    List<ModuleDescription> list();

    /**
     * Loads a module's code; nothing of it runs yet.
     *
     * @param name the module's {@linkplain ModuleDescription#name() normal name}
     * @return its code, or {@code null} when this source has no such module
     * @throws IOException the code is there but cannot be used; the message says why
     */
    @Nullable
    ModuleCode open(String name) throws IOException;
}
