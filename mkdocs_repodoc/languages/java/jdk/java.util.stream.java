/** Types of `java.util.stream`, as far as resolving names needs them. */
package java.util.stream;

import java.util.*;
import java.util.function.*;

public interface BaseStream<T, S> extends AutoCloseable {
  Iterator<T> iterator();
  S parallel();
  S sequential();
}
public interface Stream<T> extends BaseStream<T, Stream<T>> {
  Stream<T> filter(Predicate<? super T> wanted);
  <R> Stream<R> map(Function<? super T, ? extends R> change);
  IntStream mapToInt(ToIntFunction<? super T> change);
  LongStream mapToLong(ToLongFunction<? super T> change);
  DoubleStream mapToDouble(ToDoubleFunction<? super T> change);
  <R> Stream<R> flatMap(Function<? super T, Stream<R>> change);
  Stream<T> distinct();
  Stream<T> sorted();
  Stream<T> sorted(Comparator<? super T> order);
  Stream<T> peek(Consumer<? super T> action);
  Stream<T> limit(long count);
  Stream<T> skip(long count);
  Stream<T> takeWhile(Predicate<? super T> wanted);
  Stream<T> dropWhile(Predicate<? super T> wanted);
  void forEach(Consumer<? super T> action);
  void forEachOrdered(Consumer<? super T> action);
  Object[] toArray();
  <A> A[] toArray(IntFunction<A[]> made);
  T reduce(T start, BinaryOperator<T> joined);
  Optional<T> reduce(BinaryOperator<T> joined);
  <R> R collect(Collector<? super T, ?, R> collector);
  List<T> toList();
  Optional<T> min(Comparator<? super T> order);
  Optional<T> max(Comparator<? super T> order);
  long count();
  boolean anyMatch(Predicate<? super T> wanted);
  boolean allMatch(Predicate<? super T> wanted);
  boolean noneMatch(Predicate<? super T> wanted);
  Optional<T> findFirst();
  Optional<T> findAny();
  static <T> Stream<T> of(T... values) {}
  static <T> Stream<T> empty() {}
  static <T> Stream<T> concat(Stream<? extends T> one, Stream<? extends T> other) {}
  static <T> Stream<T> generate(Supplier<? extends T> made) {}
  static <T> Stream<T> iterate(T start, UnaryOperator<T> next) {}
}
public interface IntStream extends BaseStream<Integer, IntStream> {
  IntStream filter(IntPredicate wanted);
  IntStream map(IntUnaryOperator change);
  <U> Stream<U> mapToObj(IntFunction<? extends U> change);
  Stream<Integer> boxed();
  void forEach(IntConsumer action);
  int sum();
  long count();
  boolean anyMatch(IntPredicate wanted);
  boolean allMatch(IntPredicate wanted);
  int[] toArray();
  static IntStream range(int start, int end) {}
  static IntStream rangeClosed(int start, int end) {}
}
public interface LongStream extends BaseStream<Long, LongStream> {
  <U> Stream<U> mapToObj(LongFunction<? extends U> change);
  Stream<Long> boxed();
  long sum();
}
public interface DoubleStream extends BaseStream<Double, DoubleStream> {
  <U> Stream<U> mapToObj(DoubleFunction<? extends U> change);
  Stream<Double> boxed();
  double sum();
}
public interface Collector<T, A, R> {}
public final class Collectors {
  public static <T> Collector<T, ?, List<T>> toList() {}
  public static <T> Collector<T, ?, Set<T>> toSet() {}
  public static Collector<CharSequence, ?, String> joining() {}
  public static Collector<CharSequence, ?, String> joining(CharSequence separator) {}
}
public final class StreamSupport {
  public static <T> Stream<T> stream(Spliterator<T> values, boolean parallel) {}
}
