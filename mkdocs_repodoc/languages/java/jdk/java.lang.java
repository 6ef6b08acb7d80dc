/** Types of `java.lang`, as far as resolving names needs them. */
package java.lang;

public class Object {
  public Object() {}
  public boolean equals(Object other) {}
  public int hashCode() {}
  public String toString() {}
  public final Class<?> getClass() {}
  protected Object clone() {}
  public final void notify() {}
  public final void notifyAll() {}
  public final void wait() {}
  public final void wait(long millis) {}
}

public interface Comparable<T> { int compareTo(T other); }
public interface Runnable { void run(); }
public interface AutoCloseable { void close(); }
public interface Cloneable {}
public interface CharSequence {
  int length();
  char charAt(int index);
  CharSequence subSequence(int start, int end);
  default java.util.stream.IntStream chars() {}
}
public interface Iterable<T> {
  java.util.Iterator<T> iterator();
  default void forEach(java.util.function.Consumer<? super T> action) {}
  default java.util.Spliterator<T> spliterator() {}
}
public interface Appendable {
  Appendable append(CharSequence text);
  Appendable append(CharSequence text, int start, int end);
  Appendable append(char letter);
}
public interface Readable {}

public final class String implements CharSequence, Comparable<String>, java.io.Serializable {
  public String substring(int start) {}
  public String substring(int start, int end) {}
  public String trim() {}
  public String strip() {}
  public String toLowerCase() {}
  public String toUpperCase() {}
  public String toLowerCase(java.util.Locale locale) {}
  public String toUpperCase(java.util.Locale locale) {}
  public String replace(char one, char other) {}
  public String replace(CharSequence one, CharSequence other) {}
  public String replaceAll(String pattern, String text) {}
  public String replaceFirst(String pattern, String text) {}
  public String concat(String other) {}
  public String intern() {}
  public String repeat(int count) {}
  public String[] split(String pattern) {}
  public String[] split(String pattern, int limit) {}
  public char[] toCharArray() {}
  public byte[] getBytes() {}
  public byte[] getBytes(java.nio.charset.Charset charset) {}
  public int length() {}
  public char charAt(int index) {}
  public int codePointAt(int index) {}
  public boolean isEmpty() {}
  public boolean isBlank() {}
  public boolean startsWith(String start) {}
  public boolean startsWith(String start, int offset) {}
  public boolean endsWith(String end) {}
  public boolean contains(CharSequence part) {}
  public boolean matches(String pattern) {}
  public boolean equalsIgnoreCase(String other) {}
  public int compareTo(String other) {}
  public int compareToIgnoreCase(String other) {}
  public int indexOf(int letter) {}
  public int indexOf(String part) {}
  public int indexOf(int letter, int start) {}
  public int indexOf(String part, int start) {}
  public int lastIndexOf(int letter) {}
  public int lastIndexOf(String part) {}
  public java.util.stream.Stream<String> lines() {}
  public static String valueOf(Object value) {}
  public static String format(String format, Object... arguments) {}
  public String formatted(Object... arguments) {}
  public static String join(CharSequence separator, CharSequence... parts) {}
  public static String join(CharSequence separator, Iterable<? extends CharSequence> parts) {}
}

public abstract class AbstractStringBuilder implements CharSequence, Appendable {}
public final class StringBuilder extends AbstractStringBuilder
    implements java.io.Serializable, Comparable<StringBuilder> {
  public StringBuilder append(Object value) {}
  public StringBuilder insert(int offset, Object value) {}
  public StringBuilder reverse() {}
  public StringBuilder delete(int start, int end) {}
  public StringBuilder deleteCharAt(int index) {}
  public void setLength(int length) {}
  public String substring(int start) {}
  public String substring(int start, int end) {}
  public int length() {}
  public char charAt(int index) {}
  public int indexOf(String part) {}
}
public final class StringBuffer extends AbstractStringBuilder
    implements java.io.Serializable, Comparable<StringBuffer> {
  public StringBuffer append(Object value) {}
  public int length() {}
}

public abstract class Number implements java.io.Serializable {
  public abstract int intValue();
  public abstract long longValue();
  public abstract float floatValue();
  public abstract double doubleValue();
  public byte byteValue() {}
  public short shortValue() {}
}
public final class Integer extends Number implements Comparable<Integer> {
  public static int parseInt(String text) {}
  public static Integer valueOf(int value) {}
  public static String toString(int value) {}
  public static int compare(int one, int other) {}
}
public final class Long extends Number implements Comparable<Long> {
  public static long parseLong(String text) {}
  public static Long valueOf(long value) {}
  public static int compare(long one, long other) {}
}
public final class Double extends Number implements Comparable<Double> {
  public static double parseDouble(String text) {}
  public static Double valueOf(double value) {}
  public static int compare(double one, double other) {}
  public static boolean isNaN(double value) {}
}
public final class Float extends Number implements Comparable<Float> {
  public static float parseFloat(String text) {}
}
public final class Short extends Number implements Comparable<Short> {}
public final class Byte extends Number implements Comparable<Byte> {}
public final class Boolean implements java.io.Serializable, Comparable<Boolean> {
  public static final Boolean TRUE = true;
  public static final Boolean FALSE = false;
  public static boolean parseBoolean(String text) {}
  public static Boolean valueOf(boolean value) {}
  public boolean booleanValue() {}
}
public final class Character implements java.io.Serializable, Comparable<Character> {
  public static boolean isDigit(char letter) {}
  public static boolean isLetter(char letter) {}
  public static boolean isWhitespace(char letter) {}
  public static String toString(char letter) {}
  public char charValue() {}
}
public final class Void {}
public final class Math {
  public static int round(float value) {}
}

public final class Class<T> implements java.io.Serializable, java.lang.reflect.Type {
  public String getName() {}
  public String getSimpleName() {}
  public T cast(Object value) {}
  public T newInstance() {}
  public Class<? super T> getSuperclass() {}
  public <U> Class<? extends U> asSubclass(Class<U> other) {}
  public boolean isInstance(Object value) {}
  public boolean isAssignableFrom(Class<?> other) {}
  public T[] getEnumConstants() {}
  public <A> A getAnnotation(Class<A> kind) {}
  public ClassLoader getClassLoader() {}
}
public abstract class ClassLoader {}
public abstract class Enum<E> implements Comparable<E>, java.io.Serializable {
  public final String name() {}
  public final int ordinal() {}
  public final int compareTo(E other) {}
  public final Class<E> getDeclaringClass() {}
}
public abstract class Record {}
public final class System {
  public static final java.io.InputStream in;
  public static final java.io.PrintStream out;
  public static final java.io.PrintStream err;
  public static long currentTimeMillis() {}
  public static long nanoTime() {}
  public static String getProperty(String key) {}
  public static String getProperty(String key, String other) {}
  public static String getenv(String name) {}
  public static java.util.Map<String, String> getenv() {}
  public static String lineSeparator() {}
  public static int identityHashCode(Object any) {}
}
public class Thread implements Runnable {
  public void run() {}
  public void start() {}
  public final void join() {}
  public void interrupt() {}
  public static Thread currentThread() {}
}
public class ThreadLocal<T> {
  protected T initialValue() {}
  public T get() {}
  public void set(T value) {}
  public void remove() {}
  public static <S> ThreadLocal<S> withInitial(java.util.function.Supplier<? extends S> made) {}
}

public class Throwable implements java.io.Serializable {
  public String getMessage() {}
  public Throwable getCause() {}
  public Throwable initCause(Throwable cause) {}
  public void printStackTrace() {}
  public StackTraceElement[] getStackTrace() {}
  public final void addSuppressed(Throwable other) {}
  public final Throwable[] getSuppressed() {}
}
public final class StackTraceElement implements java.io.Serializable {
  public String getClassName() {}
  public String getMethodName() {}
}
public class Exception extends Throwable {}
public class Error extends Throwable {}
public class RuntimeException extends Exception {}
public class IllegalArgumentException extends RuntimeException {}
public class IllegalStateException extends RuntimeException {}
public class NumberFormatException extends IllegalArgumentException {}
public class UnsupportedOperationException extends RuntimeException {}
public class NullPointerException extends RuntimeException {}
public class IndexOutOfBoundsException extends RuntimeException {}
public class ArrayIndexOutOfBoundsException extends IndexOutOfBoundsException {}
public class StringIndexOutOfBoundsException extends IndexOutOfBoundsException {}
public class ArithmeticException extends RuntimeException {}
public class ClassCastException extends RuntimeException {}
public class SecurityException extends RuntimeException {}
public class ReflectiveOperationException extends Exception {}
public class ClassNotFoundException extends ReflectiveOperationException {}
public class NoSuchMethodException extends ReflectiveOperationException {}
public class NoSuchFieldException extends ReflectiveOperationException {}
public class InstantiationException extends ReflectiveOperationException {}
public class IllegalAccessException extends ReflectiveOperationException {}
public class CloneNotSupportedException extends Exception {}
public class InterruptedException extends Exception {}
public class AssertionError extends Error {}
public class LinkageError extends Error {}
public class NoClassDefFoundError extends LinkageError {}
public class VirtualMachineError extends Error {}
public class StackOverflowError extends VirtualMachineError {}
public class OutOfMemoryError extends VirtualMachineError {}
