package org.asterism.core.module;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the loader must know of a {@link LoadableModule} before its class is loaded; it is read from the class file. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ModuleInfo {
    /** {@return the name Asterisk users know, without {@code .so}, such as {@code chan_iax2}} */
    String name();

    /** {@return one line for {@code module show}} */
    String description();

    /** {@return names of modules that must be running first; if one declines, so does this} */
    String[] requires() default {};

    /** {@return names of modules that start first where they are loaded at all} */
    String[] optional() default {};

    /** {@return load order, lower first, as Asterisk's {@code AST_MODPRI_*}; see {@link LoadPriority}} */
    int priority() default LoadPriority.DEFAULT;

    /** {@return how well it is looked after} */
    SupportLevel support() default SupportLevel.CORE;
}
