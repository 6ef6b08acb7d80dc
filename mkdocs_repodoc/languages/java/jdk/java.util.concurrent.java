/** Types of `java.util.concurrent`, as far as resolving names needs them. */
package java.util.concurrent;

import java.util.*;
import java.util.function.*;

public interface Callable<V> { V call(); }
public interface Executor { void execute(Runnable task); }
public interface Future<V> {
  V get();
  V get(long time, TimeUnit unit);
  boolean cancel(boolean interrupt);
  boolean isDone();
}
public interface ExecutorService extends Executor, AutoCloseable {
  <T> Future<T> submit(Callable<T> task);
  Future<?> submit(Runnable task);
  void shutdown();
  List<Runnable> shutdownNow();
  boolean awaitTermination(long time, TimeUnit unit);
  <T> List<Future<T>> invokeAll(Collection<? extends Callable<T>> tasks);
}
public class FutureTask<V> implements Future<V>, Runnable {}
public class CompletableFuture<T> implements Future<T> {
  public T join() {}
  public boolean complete(T value) {}
  public <U> CompletableFuture<U> thenApply(Function<? super T, ? extends U> change) {}
  public CompletableFuture<Void> thenAccept(Consumer<? super T> action) {}
  public <U> CompletableFuture<U> thenCompose(Function<? super T, CompletableFuture<U>> next) {}
  public static <U> CompletableFuture<U> supplyAsync(Supplier<U> made) {}
  public static <U> CompletableFuture<U> completedFuture(U value) {}
}
public enum TimeUnit { NANOSECONDS, MICROSECONDS, MILLISECONDS, SECONDS, MINUTES, HOURS, DAYS }
public class CountDownLatch {
  public void countDown() {}
  public void await() {}
}
public interface ConcurrentMap<K, V> extends Map<K, V> {}
public class ConcurrentHashMap<K, V> extends AbstractMap<K, V> implements ConcurrentMap<K, V> {
  public static <T> Set<T> newKeySet() {}
}
public class ConcurrentSkipListMap<K, V> extends AbstractMap<K, V>
    implements ConcurrentMap<K, V>, NavigableMap<K, V> {}
public interface BlockingQueue<E> extends Queue<E> {
  void put(E value);
  E take();
  E poll(long time, TimeUnit unit);
}
public class LinkedBlockingQueue<E> extends AbstractQueue<E> implements BlockingQueue<E> {}
public class ArrayBlockingQueue<E> extends AbstractQueue<E> implements BlockingQueue<E> {}
public class ConcurrentLinkedQueue<E> extends AbstractQueue<E> implements Queue<E> {}
public class ConcurrentLinkedDeque<E> extends AbstractCollection<E> implements Deque<E> {}
public class CopyOnWriteArrayList<E> implements List<E>, RandomAccess, Cloneable {}
public class CopyOnWriteArraySet<E> extends AbstractSet<E> {}
public class ExecutionException extends Exception {}
public class TimeoutException extends Exception {}
