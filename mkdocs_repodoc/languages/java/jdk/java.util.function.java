/** Types of `java.util.function`, as far as resolving names needs them. */
package java.util.function;

public interface Function<T, R> {
  R apply(T value);
  default <V> Function<T, V> andThen(Function<? super R, ? extends V> after) {}
  default <V> Function<V, R> compose(Function<? super V, ? extends T> before) {}
  static <T> Function<T, T> identity() {}
}
public interface BiFunction<T, U, R> {
  R apply(T one, U other);
  default <V> BiFunction<T, U, V> andThen(Function<? super R, ? extends V> after) {}
}
public interface UnaryOperator<T> extends Function<T, T> {}
public interface BinaryOperator<T> extends BiFunction<T, T, T> {}
public interface Supplier<T> { T get(); }
public interface Consumer<T> {
  void accept(T value);
  default Consumer<T> andThen(Consumer<? super T> after) {}
}
public interface BiConsumer<T, U> { void accept(T one, U other); }
public interface Predicate<T> {
  boolean test(T value);
  default Predicate<T> and(Predicate<? super T> other) {}
  default Predicate<T> or(Predicate<? super T> other) {}
  default Predicate<T> negate() {}
}
public interface BiPredicate<T, U> { boolean test(T one, U other); }
public interface BooleanSupplier { boolean getAsBoolean(); }
public interface IntSupplier { int getAsInt(); }
public interface LongSupplier { long getAsLong(); }
public interface DoubleSupplier { double getAsDouble(); }
public interface IntFunction<R> { R apply(int value); }
public interface LongFunction<R> { R apply(long value); }
public interface DoubleFunction<R> { R apply(double value); }
public interface ToIntFunction<T> { int applyAsInt(T value); }
public interface ToLongFunction<T> { long applyAsLong(T value); }
public interface ToDoubleFunction<T> { double applyAsDouble(T value); }
public interface IntPredicate { boolean test(int value); }
public interface IntConsumer { void accept(int value); }
public interface IntUnaryOperator { int applyAsInt(int value); }
public interface IntBinaryOperator { int applyAsInt(int one, int other); }
public interface ObjIntConsumer<T> { void accept(T one, int other); }
