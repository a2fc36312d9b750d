package org.asterism.apps.functions;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.asterism.core.Pbx;
import org.asterism.core.channel.Channel;
import org.asterism.core.dialplan.ArgumentList;
import org.asterism.core.dialplan.FunctionFailed;
import org.asterism.core.module.LoadableModule;
import org.asterism.core.module.ModuleContext;
import org.asterism.core.module.ModuleInfo;
import org.jspecify.annotations.Nullable;

/** {@code func_math}: MATH, INC, DEC, ABS, MIN and MAX. */
@ModuleInfo(name = "func_math", description = "Mathematical dialplan function")
public final class MathModule implements LoadableModule {
    private static final String NUMBER = "([-+]?(?:\\d{1,300}(?:\\.\\d{0,300})?|\\.\\d{1,300})(?:[eE][-+]?\\d{1,3})?)";
    private static final Pattern EXPRESSION = Pattern.compile(
            "\\s*" + NUMBER + "\\s*(AND|OR|XOR|<<|>>|<=|>=|==|[-+*/%^<>])\\s*" + NUMBER + ".*", Pattern.DOTALL);

    @Override
    public void load(ModuleContext context) {
        Pbx pbx = context.pbx();
        context.register(FunctionDraft.of(
                        "MATH(expression[,type])",
                        "Performs Mathematical Functions.",
                        "One operator between two numbers: + - / * % << >> ^ AND OR XOR < > <= >= ==. Comparisons give"
                                + " TRUE or FALSE.",
                        "type - of the result: float (six digits of fraction, without it), int, hex or char")
                .reading((_, text) -> calculate(ArgumentList.of(text))));
        context.register(FunctionDraft.of(
                        "INC(variable)", "Increments the value of a variable, while returning the updated value.", "")
                .reading((channel, name) -> step(pbx, channel, name.strip(), 1)));
        context.register(FunctionDraft.of(
                        "DEC(variable)", "Decrements the value of a variable, while returning the updated value.", "")
                .reading((channel, name) -> step(pbx, channel, name.strip(), -1)));
        context.register(FunctionDraft.of("ABS(num)", "Returns absolute value of a number.", "")
                .reading((_, text) -> Numerals.shortest(Math.abs(Numerals.decimal(text, "ABS")))));
        context.register(FunctionDraft.of("MIN(num1,num2)", "Returns the minimum of two numbers.", "")
                .reading((_, text) -> extreme("MIN", text)));
        context.register(FunctionDraft.of("MAX(num1,num2)", "Returns the maximum of two numbers.", "")
                .reading((_, text) -> extreme("MAX", text)));
    }

    private static String extreme(String name, String text) throws FunctionFailed {
        ArgumentList arguments = ArgumentList.of(text);
        double first = Numerals.decimal(arguments.get(0), name);
        double second = arguments.has(1) ? Numerals.decimal(arguments.get(1), name) : first;
        return Numerals.shortest(name.equals("MIN") ? Math.min(first, second) : Math.max(first, second));
    }

    private static String step(Pbx pbx, @Nullable Channel channel, String name, int by) throws FunctionFailed {
        String value = NamedVariable.value(pbx, channel, name);
        try {
            String result = String.valueOf(Math.addExact(Integer.parseInt(value.strip()), by));
            pbx.dialplan().assign(channel, name, result);
            return result;
        } catch (NumberFormatException | ArithmeticException e) {
            throw new FunctionFailed("The content of ${" + name + "} is not a numeric value - bailing out!");
        }
    }

    private static String calculate(ArgumentList arguments) throws FunctionFailed {
        Matcher matcher = EXPRESSION.matcher(arguments.get(0));
        if (!matcher.matches()) {
            throw new FunctionFailed("MATH: '" + arguments.get(0) + "' is not one operator between two numbers");
        }
        double a = Double.parseDouble(matcher.group(1));
        double b = Double.parseDouble(matcher.group(3));
        return switch (matcher.group(2)) {
            case "<" -> truth(a < b);
            case ">" -> truth(a > b);
            case "<=" -> truth(a <= b);
            case ">=" -> truth(a >= b);
            case "==" -> truth(a == b);
            default -> written(operate(matcher.group(2), a, b), arguments.get(1).strip());
        };
    }

    private static double operate(String operator, double a, double b) throws FunctionFailed {
        return switch (operator) {
            case "+" -> a + b;
            case "-" -> a - b;
            case "*" -> a * b;
            case "/" -> b == 0 ? 0 : a / b;
            case "%" -> (long) b == 0 ? 0 : (long) a % (long) b;
            case "^" -> Math.pow(a, b);
            case "<<" -> (int) a << (int) b;
            case ">>" -> (int) a >> (int) b;
            case "AND" -> (long) a & (long) b;
            case "OR" -> (long) a | (long) b;
            case "XOR" -> (long) a ^ (long) b;
            default -> throw new FunctionFailed("MATH has no operator '" + operator + "'");
        };
    }

    private static String written(double result, String type) throws FunctionFailed {
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "", "float", "f" -> Numerals.fraction(result);
            case "int", "i" -> String.valueOf((long) result);
            case "hex", "h" -> Long.toHexString((long) result);
            case "char", "c" -> String.valueOf((char) (long) result);
            default -> throw new FunctionFailed("Unknown type of result requested '" + type + "'.");
        };
    }

    private static String truth(boolean value) {
        return value ? "TRUE" : "FALSE";
    }
}
