package org.asterism.core.module;

import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationElement;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@link ModuleInfo} from the bytes of a class, so that nothing of a module is loaded before it is asked for. */
final class ModuleInfoReader {
    private static final String ANNOTATION = ModuleInfo.class.descriptorString();

    private ModuleInfoReader() {}

    /**
     * Reads the annotation of a class.
     *
     * @param classFile the class's bytes
     * @return what it says, or {@code null} when the class has no such annotation
     * @throws IllegalArgumentException these are not the bytes of a class
     */
    static @Nullable ModuleDescription read(byte[] classFile) {
        ClassModel model = ClassFile.of().parse(classFile);
        for (Annotation annotation : model.findAttribute(Attributes.runtimeVisibleAnnotations())
                .map(attribute -> attribute.annotations())
                .orElse(List.of())) {
            if (annotation.className().equalsString(ANNOTATION)) {
                return describe(annotation);
            }
        }
        return null;
    }

    private static ModuleDescription describe(Annotation annotation) {
        String name = "";
        String description = "";
        List<String> requires = List.of();
        List<String> optional = List.of();
        int priority = LoadPriority.DEFAULT;
        SupportLevel support = SupportLevel.CORE;
        for (AnnotationElement element : annotation.elements()) {
            AnnotationValue value = element.value();
            switch (element.name().stringValue()) {
                case "name" -> name = text(value);
                case "description" -> description = text(value);
                case "requires" -> requires = texts(value);
                case "optional" -> optional = texts(value);
                case "priority" -> priority = number(value);
                case "support" -> support = level(value);
                default -> {} // an element that a newer core knows
            }
        }
        return new ModuleDescription(name, description, requires, optional, priority, support, false);
    }

    private static String text(AnnotationValue value) {
        return value instanceof AnnotationValue.OfString string ? string.stringValue() : "";
    }

    private static List<String> texts(AnnotationValue value) {
        List<String> texts = new ArrayList<>();
        if (value instanceof AnnotationValue.OfArray array) {
            array.values().forEach(each -> texts.add(text(each)));
        }
        return texts;
    }

    private static int number(AnnotationValue value) {
        return value instanceof AnnotationValue.OfInt number ? number.intValue() : LoadPriority.DEFAULT;
    }

    private static SupportLevel level(AnnotationValue value) {
        String constant =
                value instanceof AnnotationValue.OfEnum e ? e.constantName().stringValue() : "";
        for (SupportLevel level : SupportLevel.values()) {
            if (level.name().equals(constant)) {
                return level;
            }
        }
        return SupportLevel.UNKNOWN;
    }
}
